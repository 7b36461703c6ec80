"""OAuth: the page on which a person allows an app, and the way back to the app with a code."""

import html
from functools import partial
from urllib.parse import urlencode, urlsplit

from aiohttp import web

from bot.sandbox.records import Json
from bot.sandbox.service import Service

_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Allow {name}</title>
<h1>{name} asks to be installed in {workspace}</h1>
<p>This is the sandbox on your machine, not Slack. It asks for: {scopes}.</p>
<form method="post" action="/oauth/v2/authorize?{query}"><button>Allow</button></form></html>"""


def routes(service: Service) -> list[web.RouteDef]:
    """The authorize page and its button."""
    return [
        web.get("/oauth/v2/authorize", partial(_ask, service)),
        web.post("/oauth/v2/authorize", partial(_allow, service)),
    ]


async def _ask(service: Service, request: web.Request) -> web.Response:
    wanted = _wanted(service, request)
    filled = {
        "name": html.escape(service.app.name),
        "workspace": html.escape(service.workspace.name),
        "scopes": html.escape(wanted["scope"] or "nothing"),
        "query": html.escape(urlencode(wanted)),
    }
    return web.Response(text=_PAGE.format(**filled), content_type="text/html")


async def _allow(service: Service, request: web.Request) -> web.Response:
    wanted = _wanted(service, request)
    scopes = frozenset(scope for scope in wanted["scope"].split(",") if scope)
    back = urlencode({"code": service.tokens.issue_code(scopes), "state": wanted["state"]})
    raise web.HTTPFound(f"{wanted['redirect_uri']}?{back}")


def _wanted(service: Service, request: web.Request) -> Json:
    """What the app asks for. The way back has to lead to this machine."""
    if request.query.get("client_id") != service.app.client_id:
        raise web.HTTPBadRequest(text="invalid_client_id")
    target = request.query.get("redirect_uri", "")
    if urlsplit(target).scheme not in ("http", "https") or urlsplit(target).hostname not in ("127.0.0.1", "localhost"):
        raise web.HTTPBadRequest(text="bad_redirect_uri")
    kept = {name: request.query.get(name, "") for name in ("client_id", "scope", "state")}
    return {**kept, "redirect_uri": target}
