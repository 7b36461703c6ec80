"""auth.*, api.test, apps.connections.open and oauth.v2.access: tokens, and the ways in."""

import base64
import binascii

from aiohttp import web

from bot.sandbox.errors import SlackError
from bot.sandbox.records import Json
from bot.sandbox.service import Service
from bot.sandbox.webapi.arguments import flag, read_token
from bot.sandbox.webapi.method import Method


def api_test(_service: Service, args: Json, _request: web.Request) -> Json:
    """api.test."""
    if args.get("error"):
        raise SlackError(str(args["error"]))
    return {"args": args}


def auth_test(service: Service, _args: Json, _request: web.Request) -> Json:
    """auth.test."""
    workspace, app = service.workspace, service.app
    who = {"user": app.name, "user_id": app.bot_user, "bot_id": app.bot_id, "is_enterprise_install": False}
    return {"url": f"{service.base_url}/", "team": workspace.name, "team_id": workspace.team_id, **who}


def revoke(service: Service, args: Json, request: web.Request) -> Json:
    """auth.revoke."""
    if flag(args, "test"):
        return {"revoked": False}
    service.tokens.revoked.add(read_token(request, args))
    return {"revoked": True}


def open_connection(service: Service, _args: Json, _request: web.Request) -> Json:
    """apps.connections.open: an address for Socket Mode."""
    return {"url": service.sockets.url(service.base_url)}


def access(service: Service, args: Json, request: web.Request) -> Json:
    """oauth.v2.access: a code becomes an installation."""
    client_id, client_secret = _client(request, args)
    app = service.app
    if client_id != app.client_id:
        raise SlackError("invalid_client_id")
    if client_secret != app.client_secret:
        raise SlackError("bad_client_secret")
    token = service.tokens.exchange_code(str(args.get("code") or ""))
    installed_by = next(user.id for user in service.workspace.users.values() if user.is_admin)
    return {
        "access_token": token,
        "token_type": "bot",
        "scope": ",".join(sorted(app.scopes)),
        "bot_user_id": app.bot_user,
        "app_id": app.app_id,
        "team": {"id": service.workspace.team_id, "name": service.workspace.name},
        "enterprise": None,
        "is_enterprise_install": False,
        "authed_user": {"id": installed_by},
    }


def _client(request: web.Request, args: Json) -> tuple[str, str]:
    scheme, _, encoded = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return str(args.get("client_id", "")), str(args.get("client_secret", ""))
    try:
        client_id, _, secret = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        raise SlackError("invalid_client_id") from None
    return client_id, secret


METHODS = {
    "api.test": Method(api_test, caller=None),
    "auth.test": Method(auth_test),
    "auth.revoke": Method(revoke),
    "apps.connections.open": Method(open_connection, frozenset({"connections:write"}), caller="app"),
    "oauth.v2.access": Method(access, caller=None),
}
