"""A file that was shared in Slack -> a temporary file of ours: asked for by its id, fetched from Slack's hosts alone.

What Slack says of it is asked anew (files.info): a payload may be old, and in shared channels names no address.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.delivery import SlackAnswer, Wire
from bot.errors import NotRead
from bot.results.source import LARGEST
from storage.records import Tenant

FindToken = Callable[[Tenant], Awaitable[str | None]]


class NotFetched(Exception):  # noqa: N818 - an answer, not a fault
    """The file could not be fetched."""

    def __init__(self, why: NotRead, detail: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.detail = detail


_NO_SCOPE = frozenset({"missing_scope", "no_permission", "not_allowed_token_type", "sign_in"})
_GONE = frozenset({"file_not_found", "file_deleted", "not_visible", "access_denied", "http_404", "http_410"})
_WHY = {"too_large": NotRead.TOO_LARGE, "foreign_host": NotRead.ELSEWHERE}


@asynccontextmanager
async def fetched(wire: Wire, find_token: FindToken, tenant: Tenant, file: str) -> AsyncIterator[Path]:
    """The file's content, for as long as the block runs. Raises NotFetched."""
    token = await find_token(tenant) or ""
    answer = await wire.call("files.info", token, {"file": file})
    if not answer.ok:
        raise _not_fetched(answer)
    address = _address(answer.body.get("file"))
    with TemporaryDirectory(prefix="ftrag-") as folder:
        path = Path(folder) / "results"
        with path.open("wb") as kept:

            async def write(piece: bytes) -> None:
                kept.write(piece)

            got = await wire.download(address, token, write, most=LARGEST)
        if not got.ok:
            raise _not_fetched(got)
        yield path


def _address(file: Any) -> str:
    """Where its content is. Raises NotFetched for what lies outside of Slack, is gone, or is too large."""
    about: Mapping[str, Any] = file if isinstance(file, Mapping) else {}
    if about.get("is_external") or about.get("mode") in {"external", "list", "canvas"}:
        raise NotFetched(NotRead.ELSEWHERE)
    if about.get("mode") in {"tombstone", "hidden_by_limit"}:
        raise NotFetched(NotRead.GONE)
    size = about.get("size")
    if isinstance(size, int) and size > LARGEST:
        raise NotFetched(NotRead.TOO_LARGE)
    address = about.get("url_private_download") or about.get("url_private")
    if not isinstance(address, str):
        raise NotFetched(NotRead.NOT_FETCHED, "no address")
    return address


def _not_fetched(answer: SlackAnswer) -> NotFetched:
    if answer.error in _NO_SCOPE:
        return NotFetched(NotRead.NO_SCOPE)
    if answer.error in _GONE:
        return NotFetched(NotRead.GONE)
    return NotFetched(_WHY.get(answer.error, NotRead.NOT_FETCHED), answer.error)
