"""users.*, team.info and bots.info: who is who."""

from zoneinfo import ZoneInfo

from aiohttp import web

from bot.sandbox.errors import SlackError
from bot.sandbox.records import Json, User
from bot.sandbox.service import Service
from bot.sandbox.webapi.conversations import paged
from bot.sandbox.webapi.method import Method, required

_READ = frozenset({"users:read"})


def info(service: Service, args: Json, _request: web.Request) -> Json:
    """users.info."""
    required(args, "user")
    user = service.workspace.users.get(str(args["user"]))
    if user is None:
        raise SlackError("user_not_found")
    return {"user": shown(service, user)}


def list_all(service: Service, args: Json, _request: web.Request) -> Json:
    """users.list."""
    page, cursor = paged(list(service.workspace.users.values()), args, 200, 1_000)
    members = [shown(service, user) for user in page]
    return {"members": members, "cache_ts": service.workspace.now(), "response_metadata": {"next_cursor": cursor}}


def team(service: Service, _args: Json, _request: web.Request) -> Json:
    """team.info."""
    workspace = service.workspace
    about = {"id": workspace.team_id, "name": workspace.name, "domain": workspace.domain, "email_domain": ""}
    return {"team": about | {"icon": {"image_default": True}}}


def bot(service: Service, args: Json, _request: web.Request) -> Json:
    """bots.info."""
    app = service.app
    if args.get("bot") not in (None, "", app.bot_id):
        raise SlackError("bot_not_found")
    about = {"id": app.bot_id, "deleted": False, "name": app.name, "app_id": app.app_id, "user_id": app.bot_user}
    return {"bot": about | {"updated": 0, "icons": {}}}


def shown(service: Service, user: User) -> Json:
    """A person as users.info shows them."""
    team_id = user.team or service.workspace.team_id
    offset = service.clock.now().astimezone(ZoneInfo(user.tz)).utcoffset()
    profile = {"real_name": user.real_name, "display_name": user.name, "team": team_id}
    return {
        "id": user.id,
        "team_id": team_id,
        "name": user.name,
        "real_name": user.real_name,
        "deleted": user.is_deleted,
        "color": user.color,
        "tz": user.tz,
        "tz_label": user.tz,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "profile": profile,
        "is_admin": user.is_admin,
        "is_owner": user.is_admin,
        "is_bot": user.is_bot,
        "is_restricted": user.is_restricted,
        "is_ultra_restricted": False,
        "is_stranger": bool(user.team),
        "is_app_user": False,
        "updated": 0,
    }


METHODS = {
    "users.info": Method(info, _READ),
    "users.list": Method(list_all, _READ),
    "team.info": Method(team, frozenset({"team:read"})),
    "bots.info": Method(bot, _READ),
}
