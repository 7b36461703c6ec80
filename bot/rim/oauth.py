"""Installing the app into a workspace: Slack's OAuth, from the link to the stored token.

The state is issued once, good for ten minutes, used up by one conditional DELETE, and bound to the browser by a cookie:
a link that somebody else began, or that is opened twice, installs nothing. The token goes into storage sealed, and
into no page, address or log.
"""

import hmac
from urllib.parse import urlencode, urlsplit

from aiohttp import web
from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.app import Bot
from bot.delivery import SlackAnswer
from bot.runtime.logs import get_logger
from bot.setup.settings import Connection
from bot.slack.scopes import REQUIRED, SCOPES
from storage.errors import StorageError
from storage.records import Installation, Tenant

INSTALL = "/slack/install"
BACK = "/slack/oauth_redirect"
_COOKIE = "ftrag-install"
_MINUTES = 10
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}

log = get_logger("ftrag.oauth")


class Install:
    """The two pages of an install."""

    def __init__(self, bot: Bot, connection: Connection, public_url: str | None) -> None:
        self._engine = bot.engine
        self._connection = connection
        self._redirect = public_url.rstrip("/") + BACK if public_url else None
        parts = urlsplit(connection.api_url)
        self._authorize = f"{parts.scheme}://{parts.netloc}/oauth/v2/authorize"
        self._page = Environment(
            loader=PackageLoader("bot", "templates"), autoescape=True, undefined=StrictUndefined
        ).get_template("install.html.j2")

    def routes(self) -> list[web.RouteDef]:
        """Both pages."""
        return [web.get(INSTALL, self._begin), web.get(BACK, self._end)]

    async def _begin(self, _request: web.Request) -> web.Response:
        try:
            state = await self._engine.storage.oauth_states.issue(self._engine.clock.now())
        except StorageError:
            return self._says(503, "This does not work right now.", "Nothing was installed. Try again in a minute.")
        asked = {"client_id": self._connection.client_id, "scope": ",".join(SCOPES), "user_scope": "", "state": state}
        if self._redirect:
            asked["redirect_uri"] = self._redirect
        response = web.Response(status=302, headers={**_HEADERS, "Location": f"{self._authorize}?{urlencode(asked)}"})
        response.set_cookie(
            _COOKIE, state, max_age=_MINUTES * 60, path=BACK, secure=True, httponly=True, samesite="Lax"
        )
        return response

    async def _end(self, request: web.Request) -> web.Response:
        state, code = request.query.get("state", ""), request.query.get("code", "")
        cookie = request.cookies.get(_COOKIE, "")
        try:
            if not await self._is_ours(state, cookie):
                return self._says(
                    400, "This install link cannot be used.", "It is older than ten minutes, was used already, or was "
                    "begun in another browser. Nothing was installed. Begin again here.",
                )  # fmt: skip
            if not code or "error" in request.query:
                return self._says(200, "Nothing was installed.", "You chose not to install ftrag, and nothing changed.")
            return await self._install(await self._exchange(code))
        except StorageError as error:
            log.warning("install_not_saved", error=type(error).__name__)
            return self._says(503, "The install could not be saved.", "Nothing was installed. Try again in a minute.")

    async def _is_ours(self, state: str, cookie: str) -> bool:
        given, kept = (word.encode("utf-8", "surrogatepass") for word in (state, cookie))
        if not state or not hmac.compare_digest(given, kept):
            return False
        return await self._engine.storage.oauth_states.consume(state, self._engine.clock.now())

    async def _exchange(self, code: str) -> SlackAnswer:
        given = {
            "client_id": self._connection.client_id,
            "client_secret": self._connection.client_secret,
            "code": code,
            "redirect_uri": self._redirect,
        }
        return await self._engine.wire.call("oauth.v2.access", None, given)

    async def _install(self, answer: SlackAnswer) -> web.Response:
        token, team = answer.text("access_token"), answer.text("team", "id")
        if not answer.ok or not token:
            log.warning("install_refused", error=answer.error)
            return self._says(400, "Slack did not confirm the install.", "Nothing was installed. Begin again here.")
        if not team or answer.body.get("is_enterprise_install") is True:
            return self._says(
                400, "ftrag is installed into one workspace at a time.",
                "An install for a whole organization is not kept. Begin again and choose a workspace.",
            )  # fmt: skip
        scopes = tuple(sorted(filter(None, (answer.text("scope") or "").split(","))))
        missing = sorted(set(REQUIRED) - set(scopes))
        if missing:
            return self._says(400, "A permission is missing.", f"ftrag does not work without {', '.join(missing)}.")
        tenant = Tenant(team=team)
        installation = Installation(
            tenant=tenant,
            bot_token=token,
            bot_user=answer.text("bot_user_id") or "",
            scopes=scopes,
            installed_by=answer.text("authed_user", "id") or "",
            installed_at=self._engine.clock.now(),
        )
        await self._engine.storage.installations.save(installation)
        self._engine.workspaces.forget(team)
        self._engine.scheduler.wake()
        log.info("installed", team=team)
        return self._says(
            200, "ftrag is installed.", "Open Slack, invite it to a channel with /invite @ftrag, and type /ftrag help.",
            again=False,
        )  # fmt: skip

    def _says(self, status: int, title: str, text: str, *, again: bool = True) -> web.Response:
        page = self._page.render(title=title, text=text, again=INSTALL if again else "")
        response = web.Response(status=status, text=page, content_type="text/html", headers=_HEADERS)
        response.del_cookie(_COOKIE, path=BACK, secure=True, httponly=True, samesite="Lax")
        return response
