"""What the page asks and says: its state, messages and calls; and what a person writes, presses and submits.

Every answer is JSON. Where Slack's client would not let a person do something, the answer is 200 with
{"ok": false, "error": "a sentence"}; a request that the page would never make is answered with 400 and a sentence.
"""

import base64
import math
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from aiohttp import web

from bot.sandbox import channels, interactions, speech, stream
from bot.sandbox.calls import as_json
from bot.sandbox.clock import step
from bot.sandbox.errors import Refused
from bot.sandbox.records import Channel, Json, Message, View
from bot.sandbox.service import Service
from bot.sandbox.shapes import page_message, page_state

_YEAR = 366 * 86_400.0
Handler = Callable[[Service, Json], Awaitable[Json]]


def routes(service: Service) -> list[web.RouteDef]:
    """All routes under /api that the page uses."""
    posts: dict[str, Handler] = {
        "say": _say,
        "rewrite": _rewrite,
        "take-back": _take_back,
        "start-over": _start_over,
        "act": _act,
        "submit": _submit,
        "close": _close,
        "shortcut": _shortcut,
        "home": _home,
        "read": _read,
        "clock": _clock,
        "invite": _invite,
        "kick": _kick,
        "archive": _archive,
        "faults": _faults,
        "redeliver": _redeliver,
    }
    return [
        web.get("/api/state", partial(_state, service)),
        web.get("/api/messages", partial(_messages, service)),
        web.get("/api/stream", partial(_stream, service)),
        web.get("/api/calls", partial(_calls, service)),
        *(web.post(f"/api/{name}", _posted(service, handler)) for name, handler in posts.items()),
    ]


def _posted(service: Service, handler: Handler) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        try:
            body = await request.json()
        except ValueError:
            raise _bad("The request is not JSON.") from None
        if not isinstance(body, dict):
            raise _bad("The request is not a JSON object.")
        try:
            return web.json_response(await handler(service, body))
        except Refused as refused:
            return web.json_response({"ok": False, "error": str(refused)})

    return handle


async def _state(service: Service, request: web.Request) -> web.Response:
    return web.json_response(page_state(service, _person(service, request.query.get("as"))))


async def _messages(service: Service, request: web.Request) -> web.Response:
    user = _person(service, request.query.get("as"))
    channel = _channel(service, request.query.get("channel"))
    if user not in channel.members:
        raise _bad("This person is not in that channel.")
    thread = request.query.get("thread")
    seen = service.workspace.seen(channel.id, user, thread)
    if thread is None:
        service.workspace.mark_read(channel.id, user)
    return web.json_response({"messages": [page_message(service, message) for message in seen]})


async def _stream(service: Service, request: web.Request) -> web.StreamResponse:
    return await stream.serve(service, request, _person(service, request.query.get("as")))


async def _calls(service: Service, request: web.Request) -> web.Response:
    since = request.query.get("since", "0")
    if not since.isdecimal():
        raise _bad("since is a number.")
    return web.json_response({"calls": [as_json(call) for call in service.calls.since(int(since[:12]))]})


async def _say(service: Service, body: Json) -> Json:
    thread = body.get("thread")
    user, channel = _person(service, body.get("as")), _channel(service, body.get("channel"))
    files = [_attached(one) for one in body.get("files") or []]
    said = str(body.get("text", ""))
    message = await speech.say(service, user, channel.id, said, str(thread) if thread else None, files=files)
    return {"ok": True, "ts": message.ts if message else None}


async def _rewrite(service: Service, body: Json) -> Json:
    user = _person(service, body.get("as"))
    speech.rewrite(service, user, _message(service, user, _named(body)), str(body.get("text", "")))
    return {"ok": True}


async def _take_back(service: Service, body: Json) -> Json:
    user = _person(service, body.get("as"))
    speech.take_back(service, user, _message(service, user, _named(body)))
    return {"ok": True}


async def _start_over(service: Service, _body: Json) -> Json:
    if service.start_over is None:
        raise Refused("This sandbox cannot be started over from here: stop it, and start it with another FTRAG_DATA.")
    service.start_over()
    return {"ok": True}


def _attached(one: Any) -> speech.Attached:
    try:
        return speech.Attached(str(one["name"]), base64.b64decode(one["content"], validate=True))
    except (TypeError, KeyError, ValueError):
        raise _bad("A file has a name, and its content as base64.") from None


async def _act(service: Service, body: Json) -> Json:
    user, action = _person(service, body.get("as")), body.get("action")
    if not isinstance(action, dict):
        raise _bad("action is missing.")
    block_id, state = str(body.get("block_id", "")), body.get("state")
    if isinstance(body.get("message"), dict):
        message = _message(service, user, body["message"])
        error = await interactions.act_on_message(service, user, message, block_id, action, state=state)
    else:
        view = _view(service, user, (body.get("view") or {}).get("id"))
        error = await interactions.act_on_view(service, view, block_id, action, state)
    return {"ok": error is None, **({"error": error} if error else {})}


async def _submit(service: Service, body: Json) -> Json:
    view = _view(service, _person(service, body.get("as")), body.get("view_id"))
    outcome = await interactions.submit(service, view, body.get("state"))
    answer: Json = {"ok": not outcome.errors and outcome.error is None}
    return (
        answer
        | ({"errors": outcome.errors} if outcome.errors else {})
        | ({"error": outcome.error} if outcome.error else {})
    )


async def _close(service: Service, body: Json) -> Json:
    view = _view(service, _person(service, body.get("as")), body.get("view_id"))
    await interactions.close(service, view, whole_stack=body.get("all") is True)
    return {"ok": True}


async def _shortcut(service: Service, body: Json) -> Json:
    user, about = _person(service, body.get("as")), body.get("message")
    message = _message(service, user, about) if isinstance(about, dict) else None
    error = await interactions.shortcut(service, user, str(body.get("callback_id")), message)
    return {"ok": error is None, **({"error": error} if error else {})}


async def _home(service: Service, body: Json) -> Json:
    interactions.open_home(
        service, _person(service, body.get("as")), "messages" if body.get("tab") == "messages" else "home"
    )
    return {"ok": True}


async def _read(service: Service, body: Json) -> Json:
    user, channel = _person(service, body.get("as")), _channel(service, body.get("channel"))
    service.workspace.mark_read(channel.id, user)
    return {"ok": True}


async def _clock(service: Service, body: Json) -> Json:
    word = body.get("advance")
    is_seconds = (
        isinstance(word, int | float) and not isinstance(word, bool) and math.isfinite(word) and 0 < word <= _YEAR
    )
    if word is None or (word not in ("day", "month") and not is_seconds):
        raise _bad("advance is “day”, “month”, or a number of seconds up to a year.")
    await service.pass_time(step(service.clock.now(), word))
    return {"ok": True, "now": service.clock.now().timestamp()}


async def _invite(service: Service, body: Json) -> Json:
    channels.invite(service, _actor(service, body), _channel(service, body.get("channel")), service.app.bot_user)
    return {"ok": True}


async def _kick(service: Service, body: Json) -> Json:
    channels.kick(service, _actor(service, body), _channel(service, body.get("channel")), service.app.bot_user)
    return {"ok": True}


async def _archive(service: Service, body: Json) -> Json:
    change = channels.unarchive if body.get("undo") is True else channels.archive
    change(service, _actor(service, body), _channel(service, body.get("channel")))
    return {"ok": True}


async def _faults(service: Service, body: Json) -> Json:
    if body.get("clear") is True:
        service.faults.clear()
        return {"ok": True, "fault": None}
    method, kind, times = body.get("method"), body.get("fault"), body.get("times", 1)
    if not isinstance(method, str) or not isinstance(kind, str) or not isinstance(times, int) or not 0 < times <= 1_000:
        raise _bad("A fault has a method, a fault, and how many times.")
    service.faults.script(method, kind, times, body.get("retry_after", 1))
    return {"ok": True, "fault": service.faults.describe()}


async def _redeliver(service: Service, _body: Json) -> Json:
    if service.courier.redeliver() is None:
        raise Refused("No event was sent yet.")
    return {"ok": True}


def _actor(service: Service, body: Json) -> str:
    people = (user.id for user in service.workspace.users.values() if not user.is_bot)
    return _person(service, body["as"]) if body.get("as") else next(people)


def _person(service: Service, named: Any) -> str:
    user = service.workspace.users.get(named) if isinstance(named, str) else None
    if user is None or user.is_bot:
        raise _bad("There is no such person to act as.")
    return user.id


def _channel(service: Service, named: Any) -> Channel:
    channel = service.workspace.channels.get(named) if isinstance(named, str) else None
    if channel is None:
        raise _bad("There is no such channel.")
    return channel


def _message(service: Service, user: str, named: Json) -> Message:
    channel = _channel(service, named.get("channel"))
    message = service.workspace.find_seen(channel.id, str(named.get("ts")), user)
    if message is None or user not in channel.members:
        raise Refused("That message is gone.")
    return message


def _named(body: Json) -> Json:
    message = body.get("message")
    if not isinstance(message, dict):
        raise _bad("message is missing.")
    return message


def _view(service: Service, user: str, named: Any) -> View:
    view = service.workspace.view(named) if isinstance(named, str) else None
    if view is None or view.user != user:
        raise Refused("That window is closed already.")
    return view


def _bad(sentence: str) -> web.HTTPBadRequest:
    return web.HTTPBadRequest(text=f'{{"error": "{sentence}"}}', content_type="application/json")
