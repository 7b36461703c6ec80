"""The way out: one HTTP request to Slack and a plain account of what came of it, without judging it.

It speaks to the Web API itself, by aiohttp, where Bolt's client would stand in the way: that client sends a post again
after a cut connection (so people see it twice), writes message text to the log at DEBUG, cannot read `Retry-After: 1.5`
and raises on a plain-text answer. Here nothing is ever sent twice, and nothing of a body is logged.
"""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import aiohttp

TIMEOUT = aiohttp.ClientTimeout(total=7, sock_connect=4)
"""A quarter of the lease: a call has ended, one way or the other, long before anybody may claim its row anew."""

DOWNLOAD = aiohttp.ClientTimeout(total=120, sock_connect=4, sock_read=15)
"""A file may be large; nobody's row waits for it."""

LARGEST_ANSWER = 4 * 1024 * 1024
_PIECE = 1024 * 1024

_BESIDE = ("hooks", "files")
"""Where, under the domain of its API, Slack takes answers and files: slack.com, and slack-gov.com for GovSlack."""


Write = Callable[[bytes], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class SlackAnswer:
    """What came of one request. `error` is Slack's code, or one of our words for what is not an answer.

    Our words: `unreachable` (nothing was sent), `timeout`, `cut`, `http_<status>`, `not_json`, `no_error_given`
    (something was sent and what became of it is not known), `foreign_host` (refused before sending), and of a file
    `sign_in` and `too_large`.
    """

    ok: bool
    error: str = ""
    body: Mapping[str, Any] = field(default_factory=dict)
    retry_after: float | None = None
    scopes: tuple[str, ...] = ()
    """What the token may, where Slack says it (in a header of every answer)."""

    def text(self, *path: str) -> str | None:
        """The string at this path of the body, or None."""
        value: Any = self.body
        for key in path:
            value = value.get(key) if isinstance(value, Mapping) else None
        return value if isinstance(value, str) else None


class Wire:
    """Requests to one Slack (or a stand-in), over connections that are kept open. Close it at the end."""

    def __init__(self, api_url: str, *, timeout: aiohttp.ClientTimeout = TIMEOUT) -> None:
        self._api_url = api_url if api_url.endswith("/") else api_url + "/"
        self._hosts = _hosts(self._api_url)
        self._timeout = timeout
        self._session: aiohttp.ClientSession | None = None

    async def call(self, method: str, token: str | None, arguments: Mapping[str, Any]) -> SlackAnswer:
        """One Web API call. Structures go as JSON strings in a form, the one shape that every method takes."""
        form = {name: _as_field(value) for name, value in arguments.items() if value is not None}
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return await self._post(self._api_url + method, data=form, headers=headers)

    async def respond(self, response_url: str, message: Mapping[str, Any]) -> SlackAnswer:
        """Answer through a response_url, if it is Slack's: people can send us payloads, but no address to call."""
        if not self._is_slack(response_url):
            return SlackAnswer(ok=False, error="foreign_host")
        return await self._post(response_url, json=message, is_api=False)

    async def upload(self, upload_url: str, content: bytes) -> SlackAnswer:
        """Send a file's bytes to the address that Slack gave for them."""
        if not self._is_slack(upload_url):
            return SlackAnswer(ok=False, error="foreign_host")
        return await self._post(upload_url, data=BytesIO(content), is_api=False)

    async def download(self, url: str, token: str, write: Write, *, most: int) -> SlackAnswer:
        """Fetch a file of Slack's piece by piece; the token goes to no other host. `too_large` above `most` bytes.

        A sign-in page (what Slack answers where the token may not read files) is `sign_in`, with status 200 as well.
        """
        if not self._is_slack(url):
            return SlackAnswer(ok=False, error="foreign_host")
        headers = {"Authorization": f"Bearer {token}"}
        try:
            async with self.session.get(url, headers=headers, allow_redirects=False, timeout=DOWNLOAD) as response:
                return _refused_file(response) or await _fetch(response, write, most)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            return SlackAnswer(ok=False, error="unreachable")
        except TimeoutError:
            return SlackAnswer(ok=False, error="timeout")
        except (aiohttp.ClientError, OSError, asyncio.IncompleteReadError):
            return SlackAnswer(ok=False, error="cut")

    @property
    def session(self) -> aiohttp.ClientSession:
        """The connections, for Bolt's client too. First asked for inside a running loop."""
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=self._timeout, cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    async def close(self) -> None:
        """Let go of the open connections."""
        if self._session is not None:
            await self._session.close()

    def _is_slack(self, url: str) -> bool:
        try:
            return _host(url) in self._hosts
        except ValueError:
            return False

    async def _post(self, url: str, *, is_api: bool = True, **request: Any) -> SlackAnswer:
        try:
            async with self.session.post(url, allow_redirects=False, **request) as response:
                raw = await _read(response)
                return _read_api(response, raw) if is_api else _read_other(response, raw)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            return SlackAnswer(ok=False, error="unreachable")
        except TimeoutError:
            return SlackAnswer(ok=False, error="timeout")
        except (aiohttp.ClientError, OSError, asyncio.IncompleteReadError):
            return SlackAnswer(ok=False, error="cut")


def _hosts(api_url: str) -> frozenset[tuple[str, str]]:
    """The scheme and host of the API, and of what stands beside it."""
    scheme, host = _host(api_url)
    domain = host.removeprefix("www.").removeprefix("api.")
    return frozenset({(scheme, host), *((scheme, f"{name}.{domain}") for name in _BESIDE)})


def _host(url: str) -> tuple[str, str]:
    """Scheme and host with port; a name and password in front of the host make it another host."""
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()


async def _read(response: aiohttp.ClientResponse) -> bytes:
    """The body, up to a size that no answer of Slack's reaches; what is cut off then does not parse."""
    raw = bytearray()
    async for chunk in response.content.iter_chunked(65_536):
        raw += chunk
        if len(raw) > LARGEST_ANSWER:
            break
    return bytes(raw)


def _refused_file(response: aiohttp.ClientResponse) -> SlackAnswer | None:
    """Why no file comes; None where one does."""
    if 300 <= response.status < 400 or response.content_type == "text/html":
        return SlackAnswer(ok=False, error="sign_in")
    if response.status == 429:
        return SlackAnswer(ok=False, error="ratelimited", retry_after=_seconds(response.headers.get("Retry-After")))
    return None if response.status == 200 else SlackAnswer(ok=False, error=f"http_{response.status}")


async def _fetch(response: aiohttp.ClientResponse, write: Write, most: int) -> SlackAnswer:
    got = 0
    async for piece in response.content.iter_chunked(_PIECE):
        got += len(piece)
        if got > most:
            return SlackAnswer(ok=False, error="too_large")
        await write(piece)
    return SlackAnswer(ok=True)


def _as_field(value: Any) -> str | bytes:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str | bytes) else json.dumps(value, ensure_ascii=False)


def _read_api(response: aiohttp.ClientResponse, raw: bytes) -> SlackAnswer:
    if response.status == 429:
        return SlackAnswer(ok=False, error="ratelimited", retry_after=_seconds(response.headers.get("Retry-After")))
    if response.status != 200:
        return SlackAnswer(ok=False, error=f"http_{response.status}")
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        return SlackAnswer(ok=False, error="not_json")
    if not isinstance(body, dict):
        return SlackAnswer(ok=False, error="not_json")
    scopes = tuple(scope.strip() for scope in response.headers.get("x-oauth-scopes", "").split(",") if scope.strip())
    if body.get("ok") is True:
        return SlackAnswer(ok=True, body=body, scopes=scopes)
    error = body.get("error")
    word = error if isinstance(error, str) and error else "no_error_given"
    return SlackAnswer(ok=False, error=word, body=body, scopes=scopes)


def _read_other(response: aiohttp.ClientResponse, raw: bytes) -> SlackAnswer:
    """Answers of webhooks and file hosts: the status counts, and a short word in the body says why not."""
    if response.status == 429:
        return SlackAnswer(ok=False, error="ratelimited", retry_after=_seconds(response.headers.get("Retry-After")))
    if response.status == 200:
        return SlackAnswer(ok=True)
    word = re.fullmatch(rb'[a-z_]{3,40}|.*"error": ?"([a-z_]{3,40})".*', raw[:200].strip(), re.DOTALL)
    if word is None or response.status >= 500:
        return SlackAnswer(ok=False, error=f"http_{response.status}")
    return SlackAnswer(ok=False, error=(word[1] or word[0]).decode())


def _seconds(header: str | None) -> float | None:
    """A Retry-After in seconds, read leniently; None where it is missing or makes no sense."""
    try:
        seconds = float(header) if header else None
    except ValueError:
        return None
    return seconds if seconds is not None and 0 <= seconds < float("inf") else None
