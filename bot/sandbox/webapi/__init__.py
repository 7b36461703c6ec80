"""The Web API: one table of methods, and one door through which every call comes.

The door reads the arguments, checks token and scope and runs the method; `door` meets scripted faults and notes the
call. The methods themselves stand in one file a family.
"""

from aiohttp import web

from bot.sandbox.errors import SlackError
from bot.sandbox.records import Json
from bot.sandbox.service import Service
from bot.sandbox.tokens import Token
from bot.sandbox.webapi import apps, chat, conversations, files, people, reactions, views
from bot.sandbox.webapi.arguments import read_arguments, read_token
from bot.sandbox.webapi.door import Visit
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


async def serve(service: Service, request: web.Request) -> web.StreamResponse:
    """Answer one call."""
    name = request.match_info["method"]
    visit = Visit(service, request, name)
    scopes: frozenset[str] = frozenset()
    try:
        visit.args = await read_arguments(request)
        visit.meet_pace()
        if visit.is_spoiled_before:
            return await visit.leave({"ok": False, "error": visit.said_error})
        method = METHODS.get(name)
        if method is None:
            return await visit.leave({"ok": False, "error": "unknown_method", "req_method": name})
        scopes = _allowed(service, request, method, visit.args)
        body: Json = {"ok": True, **method.run(service, visit.args, request)}
    except SlackError as error:
        body = {"ok": False, "error": error.code, **error.more}
    return await visit.leave(body, scopes)


def _allowed(service: Service, request: web.Request, method: Method, args: Json) -> frozenset[str]:
    """The scopes of whoever calls. Raises SlackError where the call is not theirs to make."""
    if method.caller is None:
        return frozenset()
    token: Token = service.tokens.read(read_token(request, args))
    if token.kind != method.caller:
        raise SlackError("not_allowed_token_type")
    needed = method.needed(service, args)
    if needed and not needed & token.scopes:
        raise SlackError("missing_scope", needed=",".join(sorted(needed)), provided=",".join(sorted(token.scopes)))
    return token.scopes
