"""What every call meets on its way: the fault that was scripted for it, and the log.

Besides Slack's methods, the upload URL ("upload") and the response URLs ("response_url") come through here.
"""

import time
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.sandbox.calls import masked
from bot.sandbox.faults import AFTER, BEFORE
from bot.sandbox.records import Json
from bot.sandbox.service import Service

_SPOILED: dict[str, dict[str, Any]] = {
    "500": {"status": 500, "text": "Internal Server Error"},
    "500_after": {"status": 500, "text": "Internal Server Error"},
    "503": {"status": 503, "text": "Service Unavailable"},
    "html": {"text": "<!doctype html><title>Sign in</title>", "content_type": "text/html"},
    "empty": {"body": b"", "content_type": "application/json"},
    "no_error": {"text": '{"ok": false}', "content_type": "application/json"},
}


class Visit:
    """One call from its beginning to its answer."""

    def __init__(self, service: Service, request: web.Request, name: str) -> None:
        self.args: Json = {}
        self._service = service
        self._request = request
        self._name = name
        self._started = time.perf_counter()
        self._fault = service.faults.take(name)

    def meet_pace(self) -> None:
        """Answer 429 if a test has limited this method and the call comes too soon."""
        self._fault = self._fault or self._service.pace.check(self._name, self.args)

    @property
    def is_spoiled_before(self) -> bool:
        """Whether nothing is to be done."""
        return self._fault is not None and self._fault.kind not in AFTER

    @property
    def said_error(self) -> str:
        """The error code that the fault answers with."""
        kind = self._fault.kind if self._fault else ""
        return "ratelimited" if kind == "429" else kind

    async def leave(self, body: Json, scopes: frozenset[str] = frozenset()) -> web.StreamResponse:
        """Note the call, and answer it or spoil the answer."""
        head = {"x-oauth-scopes": ",".join(sorted(scopes))}
        return await self.leave_with(
            web.json_response(body, headers=head), None if body["ok"] else str(body.get("error"))
        )

    async def leave_with(self, response: web.StreamResponse, error: str | None) -> web.StreamResponse:
        """The same for an answer that is not one of the Web API's."""
        self._note(error)
        return await self._spoil(response)

    def _note(self, error: str | None) -> None:
        service, fault = self._service, self._fault
        seen = fault.kind if fault is not None and fault.kind in BEFORE | AFTER else error
        service.calls.add(
            at=service.clock.now().timestamp(),
            method=self._name,
            ok=seen is None,
            error=seen,
            ms=round((time.perf_counter() - self._started) * 1000, 2),
            args=masked(self.args),
            fault=fault.kind if fault else None,
        )
        service.workspace.changes.say("calls", {"count": service.calls.count})

    async def _spoil(self, response: web.StreamResponse) -> web.StreamResponse:
        kind = self._fault.kind if self._fault else ""
        if kind in _SPOILED:
            return web.Response(**_SPOILED[kind])
        if kind == "429" and self._fault is not None:
            response.set_status(429)
            if self._fault.retry_after is not None:
                response.headers["Retry-After"] = self._fault.retry_after
        elif kind in ("timeout", "timeout_after"):
            await self._service.closing.wait()
        elif kind in ("cut", "cut_after") and self._request.transport is not None:
            self._request.transport.abort()
        return response


def through(
    name: str, handler: Callable[[Service, web.Request], Awaitable[web.Response]]
) -> Callable[[Service, web.Request], Awaitable[web.StreamResponse]]:
    """A handler behind the same door, under a name of its own; an error code as a fault is a 400 with that word."""

    async def handle(service: Service, request: web.Request) -> web.StreamResponse:
        visit = Visit(service, request, name)
        if visit.is_spoiled_before:
            return await visit.leave_with(web.Response(status=400, text=visit.said_error), visit.said_error)
        response = await handler(service, request)
        return await visit.leave_with(response, None if response.status == 200 else str(response.status))

    return handle
