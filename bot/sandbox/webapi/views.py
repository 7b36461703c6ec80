"""views.*: modals by trigger id, their replacement, and the Home."""

from aiohttp import web

from bot.sandbox import views
from bot.sandbox.content import as_json
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Json, View
from bot.sandbox.service import Service
from bot.sandbox.webapi.method import Method, required


def open_modal(service: Service, args: Json, _request: web.Request) -> Json:
    """views.open. A view that Slack would refuse leaves the trigger id unused."""
    required(args, "trigger_id", "view")
    body = as_json(args["view"], "invalid_arguments")
    views.check(service.workspace, body, "modal")
    trigger = service.triggers.exchange(str(args["trigger_id"]))
    return _shown(service, views.open_modal(service.workspace, trigger.user, body))


def push(service: Service, args: Json, _request: web.Request) -> Json:
    """views.push. The trigger id has to come out of the modal that is open."""
    required(args, "trigger_id", "view")
    body = as_json(args["view"], "invalid_arguments")
    views.check(service.workspace, body, "modal")
    trigger = service.triggers.exchange(str(args["trigger_id"]))
    if trigger.view_id is None:
        raise SlackError("invalid_trigger_id")
    return _shown(service, views.push_modal(service.workspace, trigger.user, body))


def update(service: Service, args: Json, _request: web.Request) -> Json:
    """views.update, by view_id or external_id."""
    required(args, "view")
    view = _named(service, args)
    body = as_json(args["view"], "invalid_arguments")
    return _shown(service, views.update(service.workspace, view, body, str(args.get("hash") or "")))


def publish(service: Service, args: Json, _request: web.Request) -> Json:
    """views.publish: somebody's Home."""
    required(args, "user_id", "view")
    if not service.app.home_enabled:
        raise SlackError("not_enabled")
    user = service.workspace.users.get(str(args["user_id"]))
    if user is None or user.is_bot:
        raise SlackError("invalid_arguments", response_metadata={"messages": ["[ERROR] user_id is not a person here"]})
    body = as_json(args["view"], "invalid_arguments")
    return _shown(service, views.publish(service.workspace, user.id, body, str(args.get("hash") or "")))


def _named(service: Service, args: Json) -> View:
    if args.get("view_id"):
        view = service.workspace.view(str(args["view_id"]))
    else:
        required(args, "external_id")
        stacked = (view for stack in service.workspace.modals.values() for view in stack)
        view = next((v for v in stacked if v.body.get("external_id") == args["external_id"]), None)
    if view is None:
        raise SlackError("not_found")
    return view


def _shown(service: Service, view: View) -> Json:
    return {"view": service.payloads.view(view)}


METHODS = {
    "views.open": Method(open_modal),
    "views.push": Method(push),
    "views.update": Method(update),
    "views.publish": Method(publish),
}
