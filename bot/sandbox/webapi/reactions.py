"""reactions.add and pins.add: small marks on messages."""

import re

from aiohttp import web

from bot.sandbox.errors import SlackError
from bot.sandbox.limits import LIMITS
from bot.sandbox.messages import changed_for
from bot.sandbox.records import Json, Message
from bot.sandbox.service import Service
from bot.sandbox.webapi.chat import visible
from bot.sandbox.webapi.method import Method, required


def react(service: Service, args: Json, _request: web.Request) -> Json:
    """reactions.add."""
    required(args, "name")
    message = _marked(service, args)
    name, bot = str(args["name"]), service.app.bot_user
    if not re.fullmatch(r"[a-z0-9_+'-]+(::skin-tone-[2-6])?", name):
        raise SlackError("invalid_name")
    if bot in message.reactions.get(name, []):
        raise SlackError("already_reacted")
    if name not in message.reactions and len(message.reactions) >= LIMITS["reactions.names"]:
        raise SlackError("too_many_emoji")
    message.reactions.setdefault(name, []).append(bot)
    changed_for(service.workspace, message)
    return {}


def pin(service: Service, args: Json, _request: web.Request) -> Json:
    """pins.add."""
    message = _marked(service, args)
    if message.pinned:
        raise SlackError("already_pinned")
    message.pinned = True
    changed_for(service.workspace, message)
    return {}


def _marked(service: Service, args: Json) -> Message:
    required(args, "channel", "timestamp")
    channel = visible(service, str(args["channel"]))
    if service.app.bot_user not in channel.members:
        raise SlackError("not_in_channel")
    message = service.workspace.find(channel.id, str(args["timestamp"]))
    if message is None:
        raise SlackError("message_not_found")
    return message


METHODS = {
    "reactions.add": Method(react, frozenset({"reactions:write"})),
    "pins.add": Method(pin, frozenset({"pins:write"})),
}
