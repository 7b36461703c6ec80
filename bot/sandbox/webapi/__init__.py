"""The Web API: one table of methods, and one door through which every call comes.

The door reads the arguments, meets scripted faults, checks token and scope, runs the method and notes the call. The
methods themselves stand in one file a family.
"""

import time
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.sandbox.calls import masked
from bot.sandbox.errors import SlackError
from bot.sandbox.faults import AFTER, BEFORE, Fault
from bot.sandbox.records import Json
from bot.sandbox.service import Service
from bot.sandbox.tokens import Token
from bot.sandbox.webapi import apps, chat, conversations, files, people, reactions, views
from bot.sandbox.webapi.arguments import read_arguments, read_token
from bot.sandbox.webapi.method import Method

METHODS: dict[str, Method] = {
    **apps.METHODS,
    **chat.METHODS,
    **conversations.METHODS,
    **files.METHODS,
    **people.METHODS,
    **reactions.METHODS,
    **views.METHODS,
}


@dataclass
class Ended:
    """How a call ended: what is sent back, and what the log says of it."""

    body: Json
    scopes: frozenset[str] = frozenset()


async def serve(service: Service, request: web.Request) -> web.StreamResponse:
    """Answer one call."""
    started = time.perf_counter()
    name = request.match_info["method"]
    fault = service.faults.take(name)
    try:
        args = await read_arguments(request)
    except SlackError as unreadable:
        args, ended = {}, Ended(_failed(unreadable))
    else:
        ended = _scripted(fault) or _run(service, name, request, args)
    taken = (time.perf_counter() - started) * 1000
    error = _seen_error(fault, ended)
    service.calls.add(
        at=service.clock.now().timestamp(),
        method=name,
        ok=error is None,
        error=error,
        ms=round(taken, 2),
        args=masked(args),
        fault=fault.kind if fault else None,
    )
    service.workspace.changes.say("calls", {"count": service.calls.count})
    if fault is not None and fault.kind in ("timeout", "timeout_after"):
        await service.closing.wait()
    return _respond(request, ended, fault)


def _seen_error(fault: Fault | None, ended: Ended) -> str | None:
    if fault is not None and fault.kind in BEFORE | AFTER:
        return fault.kind
    return None if ended.body.get("ok") else str(ended.body.get("error"))


def _scripted(fault: Fault | None) -> Ended | None:
    if fault is None or fault.kind in AFTER:
        return None
    return Ended({"ok": False, "error": "ratelimited" if fault.kind == "429" else fault.kind})


def _run(service: Service, name: str, request: web.Request, args: Json) -> Ended:
    method = METHODS.get(name)
    if method is None:
        return Ended({"ok": False, "error": "unknown_method", "req_method": name})
    scopes: frozenset[str] = frozenset()
    try:
        if method.caller is not None:
            token = service.tokens.read(read_token(request, args))
            scopes = token.scopes
            _allow(method, token, method.needed(service, args))
        return Ended({"ok": True, **method.run(service, args, request)}, scopes)
    except SlackError as error:
        return Ended(_failed(error), scopes)


def _allow(method: Method, token: Token, needed: frozenset[str]) -> None:
    if token.kind != method.caller:
        raise SlackError("not_allowed_token_type")
    if needed and not needed & token.scopes:
        raise SlackError("missing_scope", needed=",".join(sorted(needed)), provided=",".join(sorted(token.scopes)))


def _failed(error: SlackError) -> Json:
    return {"ok": False, "error": error.code, **error.more}


def _respond(request: web.Request, ended: Ended, fault: Fault | None) -> web.StreamResponse:
    kind = fault.kind if fault else ""
    if kind in ("cut", "cut_after"):
        return _cut(request)
    plain: dict[str, dict[str, Any]] = {
        "500": {"status": 500, "text": "Internal Server Error"},
        "500_after": {"status": 500, "text": "Internal Server Error"},
        "503": {"status": 503, "text": "Service Unavailable"},
        "html": {"text": "<!doctype html><title>Sign in</title>", "content_type": "text/html"},
        "empty": {"body": b"", "content_type": "application/json"},
        "no_error": {"text": '{"ok": false}', "content_type": "application/json"},
    }
    if kind in plain:
        return web.Response(**plain[kind])
    headers = {"x-oauth-scopes": ",".join(sorted(ended.scopes)), "x-slack-req-id": f"sandbox-{id(ended):x}"}
    if kind == "429" and fault is not None:
        retry = {"Retry-After": fault.retry_after} if fault.retry_after is not None else {}
        return web.json_response(ended.body, status=429, headers={**headers, **retry})
    return web.json_response(ended.body, headers=headers)


def _cut(request: web.Request) -> web.StreamResponse:
    """Close the connection without a word."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
