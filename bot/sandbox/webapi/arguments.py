"""Arguments as Slack takes them: a form, JSON, or the query; and the token that comes with them."""

import json
from typing import Any

from aiohttp import web

from bot.sandbox.errors import SlackError
from bot.sandbox.records import Json

_TRUE = frozenset({"1", "true", "True", "t"})


async def read_arguments(request: web.Request) -> Json:
    """All arguments of a call. Raises SlackError where the body cannot be read."""
    args: Json = dict(request.query)
    if request.content_type == "application/json":
        args |= _json_object(await request.read())
    elif request.can_read_body:
        args |= {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    return args


def read_token(request: web.Request, args: Json) -> str:
    """The token, from the head or from the arguments."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return token.strip()
    return str(args.get("token", ""))


def flag(args: Json, name: str, default: bool = False) -> bool:
    """A yes or no, however it was written."""
    value: Any = args.get(name, default)
    return value if isinstance(value, bool) else str(value) in _TRUE


def whole_number(args: Json, name: str, default: int, most: int) -> int:
    """A number of things, no more than the method gives."""
    try:
        value = int(args.get(name) or default)
    except (TypeError, ValueError):
        raise SlackError("invalid_limit") from None
    if value < 1:
        raise SlackError("invalid_limit")
    return min(value, most)


def _json_object(raw: bytes) -> Json:
    try:
        body = json.loads(raw)
    except ValueError:
        raise SlackError("invalid_json") from None
    if not isinstance(body, dict):
        raise SlackError("json_not_object")
    return body
