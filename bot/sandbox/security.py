"""Who may talk to the sandbox: this machine, and of its pages only ours.

The Host has to be loopback (a page elsewhere cannot reach us by renaming its own host to 127.0.0.1); the page's POSTs
carry a header that a foreign page cannot send without asking first; and what we serve may load nothing from outside.
"""

from collections.abc import Awaitable, Callable

from aiohttp import web

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
PAGE_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
FILE_POLICY = "default-src 'none'; sandbox"
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def hostname(host: str) -> str:
    """The name in a Host header, without the port."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


@web.middleware
async def guard(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Refuse who is not from here, and mark what is sent."""
    if hostname(request.headers.get("Host", "")) not in _LOOPBACK:
        raise web.HTTPForbidden(text="The sandbox answers only to this machine, by 127.0.0.1 or localhost.")
    ours = request.path.startswith("/api/") and not request.path.startswith("/api/slack/")
    if ours and request.method == "POST" and request.headers.get("X-Sandbox") != "1":
        raise web.HTTPForbidden(text="This is for the sandbox's own page: the header X-Sandbox is missing.")
    return await handler(request)


async def mark(_request: web.Request, response: web.StreamResponse) -> None:
    """Put the protecting headers on every response."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers["Server"] = "sandbox"
    response.headers.setdefault("Content-Security-Policy", PAGE_POLICY)
