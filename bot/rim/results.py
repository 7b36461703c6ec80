"""`POST /results`: a result file from a pipeline, with a token that was made in Slack for one feature.

In this order, so that nobody makes the bot work who may not: the token, what the head says of the body, a place among
the few that are read at once, the bytes, the reading in a process of its own. The file is told in its feature's thread.
A wrong, foreign or revoked token is answered like one that never was.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from aiohttp import web

from bot.engine import Engine
from bot.handing import Handed, hand_over, names_of
from bot.handing.tokens import is_good, named
from bot.recall.lineage import Lineage
from bot.results.source import LARGEST
from bot.results.summary import Summary
from bot.results.values import Refused
from storage.errors import StorageError
from storage.records import Assessment, AssessmentState, ResultsToken, Way

PATH = "/results"
PAUSE = 10.0
"""Seconds between two pieces of a body."""
LONGEST = 120.0
"""Seconds for all of it."""
MOST_AT_ONCE = 4
"""Files on their way at once; two of them are read, and each may lie on the disk with 64 MB."""
_PIECE = 1024 * 1024
_NO_TOKEN = "The token is missing, wrong or revoked: make one in Slack with /ftrag results."  # noqa: S105 - a sentence
_TOO_LARGE = "The file is larger than 64 MB: export fewer tasks, or leave the traces out."
_PACKED = "Send the file as it is, not packed: curl --data-binary @results.json."
_FORM = "Send the file itself and no form: curl --data-binary @results.json."
_SLOW = "The file did not arrive in time, so nothing was read: send it once more."
_FULL = "Several files are being read just now: send it once more in ten seconds."
_AWAY = "The database does not answer just now, so nothing was saved: send it once more in a minute."
_ENDED = "The feature of this token was canceled: make a token for one that lives, with /ftrag results."
_KNOWN = "This content was read before, and counts once."


class NotTaken(Exception):  # noqa: N818 - an answer to a pipeline, not a fault
    """A request that leads to nothing, with its status and the sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


class Results:
    """Takes result files over HTTP."""

    def __init__(self, engine: Engine, *, pause: float = PAUSE, longest: float = LONGEST) -> None:
        self._engine = engine
        self._storage = engine.storage
        self._lineage = Lineage(engine.storage)
        self._pause = pause
        self._longest = longest
        self._on_their_way = 0

    def route(self) -> web.RouteDef:
        """The one route. A client that asks before it sends a large body is answered before it does."""
        return web.post(PATH, self.take, expect_handler=self._expected)

    async def take(self, request: web.Request) -> web.Response:
        """One file: 201 with its counts, 200 where the content is known, or a sentence that says why not."""
        try:
            token = await self._token(request)
            _check_head(request)
            async with self._place():
                return await self._taken(request, token)
        except NotTaken as refused:
            return self._refused(refused)
        except StorageError:
            return self._refused(NotTaken(503, _AWAY))

    async def _expected(self, request: web.Request) -> web.StreamResponse | None:
        """`Expect: 100-continue`: the body is asked for only where it would be taken."""
        try:
            await self._token(request)
            _check_head(request)
        except NotTaken as refused:
            return self._refused(refused)
        except StorageError:
            return self._refused(NotTaken(503, _AWAY))
        if request.headers.get("Expect", "").lower() != "100-continue":
            return self._refused(NotTaken(417, "The only expectation that is known is 100-continue."))
        await request.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        request.writer.output_size = 0  # what was written so far is no part of the answer
        return None

    async def _taken(self, request: web.Request, token: ResultsToken) -> web.Response:
        feature = await self._feature(token)
        with TemporaryDirectory(prefix="ftrag-") as folder:
            path = Path(folder) / "results"
            await self._receive(request, path)
            try:
                summary = await self._engine.reader(path, names_of(feature))
            except Refused as refused:
                raise NotTaken(422, str(refused)) from None
        versions = await self._lineage.versions(feature)
        token, now = await self._token(request), self._engine.clock.now()  # it may have been revoked meanwhile
        is_new = await hand_over(self._storage, Handed(versions, summary, Way.HTTP, token), now)
        self._engine.scheduler.wake()
        self._engine.health.count("results", "201" if is_new else "200")
        return web.json_response(_answer(feature, summary, is_new=is_new), status=201 if is_new else 200)

    async def _token(self, request: web.Request) -> ResultsToken:
        """The stored token of this request; the one it names and no other."""
        scheme, _, given = request.headers.get("Authorization", "").partition(" ")
        given = given.strip()
        place = named(given) if scheme.lower() == "bearer" else None
        stored = await self._storage.results.token(place.tenant, place.id) if place else None
        if not is_good(given, stored) or stored is None:
            raise NotTaken(401, _NO_TOKEN)
        return stored

    async def _feature(self, token: ResultsToken) -> Assessment:
        """The version in which the token's feature lives on."""
        made_for = await self._storage.assessments.get(token.tenant, token.assessment_id)
        feature = await self._lineage.newest(made_for)
        if feature is None or feature.decision is None or feature.state is AssessmentState.CANCELLED:
            raise NotTaken(409, _ENDED)
        return feature

    async def _receive(self, request: web.Request, path: Path) -> None:
        """The body onto the disk, piece by piece, up to its limit and its time."""
        got = 0
        try:
            async with asyncio.timeout(self._longest):
                with path.open("wb") as kept:
                    pieces = request.content.iter_chunked(_PIECE)
                    while piece := await asyncio.wait_for(anext(pieces, b""), self._pause):
                        got += len(piece)
                        if got > LARGEST:
                            raise NotTaken(413, _TOO_LARGE)
                        kept.write(piece)
        except TimeoutError:
            raise NotTaken(408, _SLOW) from None

    @asynccontextmanager
    async def _place(self) -> AsyncIterator[None]:
        if self._on_their_way >= MOST_AT_ONCE:
            raise NotTaken(503, _FULL)
        self._on_their_way += 1
        try:
            yield
        finally:
            self._on_their_way -= 1

    def _refused(self, refused: NotTaken) -> web.Response:
        self._engine.health.count("results", str(refused.status))
        response = web.Response(status=refused.status, text=f"{refused.sentence}\n")
        if refused.status == 401:
            response.headers["WWW-Authenticate"] = "Bearer"
        if refused.status == 503:
            response.headers["Retry-After"] = "10"
        response.force_close()  # what is left of the body is not read
        return response


def _check_head(request: web.Request) -> None:
    """What can be refused before a byte of the body is read."""
    if (request.content_length or 0) > LARGEST:
        raise NotTaken(413, _TOO_LARGE)
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise NotTaken(415, _PACKED)
    if request.content_type.startswith("multipart/"):
        raise NotTaken(415, _FORM)


def _answer(feature: Assessment, summary: Summary, *, is_new: bool) -> dict[str, Any]:
    told = summary.model_dump(mode="json", include={"format", "suite", "counts", "buckets", "notes"})
    tasks = len(summary.tasks) + summary.left_out
    about = {"feature": feature.name, **told, "tasks": tasks, "counted": is_new}
    return about if is_new else {**about, "note": _KNOWN}
