"""Which events the app hears of: those it subscribes to, for which it has the scope, in the channels it is in."""

import asyncio

from bot.sandbox.courier import Answer
from bot.sandbox.messages import as_slack
from bot.sandbox.records import Channel, Json, Message
from bot.sandbox.service import Service
from bot.sandbox.workspace import fresh_id

_SCOPES = {
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "member_joined_channel": "channels:read",
    "member_left_channel": "channels:read",
    "channel_rename": "channels:read",
    "channel_archive": "channels:read",
    "channel_unarchive": "channels:read",
}
_CHANNEL_TYPES = {"channels": "channel", "groups": "group", "im": "im"}
_CHANNEL_LETTERS = {"channels": "C", "groups": "G", "im": "D"}


def send(service: Service, name: str, event: Json) -> asyncio.Task[Answer] | None:
    """Send an event of that name, if the app is to hear of it."""
    scope = _SCOPES.get(name)
    if name not in service.app.events or (scope is not None and scope not in service.app.scopes):
        return None
    return service.courier.event(service.payloads.event(event))


def message_posted(service: Service, message: Message) -> None:
    """A message came into a channel: the message event, and the mention where the app is named."""
    channel = service.workspace.channels[message.channel]
    if service.app.bot_user not in channel.members or message.only_for is not None:
        return
    event = _message_event(service, channel, message)
    is_written = message.bot_id is None and message.subtype in {None, "file_share"}
    mentioned = is_written and f"<@{service.app.bot_user}>" in message.text
    if mentioned and not channel.is_im:
        mention = {key: value for key, value in event.items() if key not in ("channel_type", "subtype")}
        send(service, "app_mention", mention | {"type": "app_mention"})
    send(service, f"message.{channel.kind}", event)


def message_changed(service: Service, message: Message, before: Json) -> None:
    """A message was edited; `before` is what `as_slack` gave of it until then."""
    now = as_slack(service.workspace, message, with_metadata=True)
    changed = {"subtype": "message_changed", "message": now, "previous_message": before}
    _about_message(service, message.channel, changed)


def message_deleted(service: Service, message: Message) -> None:
    """A message was deleted."""
    _about_message(service, message.channel, {"subtype": "message_deleted", "deleted_ts": message.ts})


def home_opened(service: Service, user: str, tab: str) -> None:
    """Somebody opened the app's Home or its messages."""
    direct = service.workspace.direct(user, service.app.bot_user)
    event: Json = {"type": "app_home_opened", "user": user, "channel": direct.id, "tab": tab}
    view = service.workspace.homes.get(user)
    if tab == "home" and view is not None:
        event["view"] = service.payloads.view(view)
    send(service, "app_home_opened", event)


def member(service: Service, name: str, channel: Channel, user: str, inviter: str | None = None) -> None:
    """Somebody joined or left a channel: member_joined_channel or member_left_channel."""
    if service.app.bot_user not in channel.members and user != service.app.bot_user:
        return
    letter = _CHANNEL_LETTERS[channel.kind]
    event: Json = {"type": name, "user": user, "channel": channel.id, "channel_type": letter}
    more: Json = {"team": service.workspace.team_id} | ({"inviter": inviter} if inviter else {})
    send(service, name, event | more)


def channel_event(service: Service, name: str, channel: Channel, by: str) -> None:
    """A channel was renamed, archived or brought back."""
    if service.app.bot_user not in channel.members:
        return
    renamed = {"id": channel.id, "name": channel.name, "created": channel.created}
    about: Json = {"channel": renamed} if name == "channel_rename" else {"channel": channel.id, "user": by}
    send(service, name, {"type": name, **about})


def uninstalled(service: Service) -> None:
    """The app was taken out of the workspace: its token is dead, and it hears so twice."""
    service.tokens.revoke_bots()
    service.app.is_installed = False
    send(service, "tokens_revoked", {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [service.app.bot_user]}})
    send(service, "app_uninstalled", {"type": "app_uninstalled"})


def _about_message(service: Service, channel_id: str, about: Json) -> None:
    channel = service.workspace.channels[channel_id]
    if service.app.bot_user in channel.members:
        hidden: Json = {"type": "message", "channel": channel_id, "hidden": True, "ts": service.workspace.stamp()}
        event = hidden | {"channel_type": _CHANNEL_TYPES[channel.kind]} | about
        send(service, f"message.{channel.kind}", event)


def _message_event(service: Service, channel: Channel, message: Message) -> Json:
    event = as_slack(service.workspace, message, with_metadata=True)
    event |= {"channel": channel.id, "event_ts": message.ts, "channel_type": _CHANNEL_TYPES[channel.kind]}
    parent = service.workspace.find(channel.id, message.thread_ts) if message.is_reply and message.thread_ts else None
    if parent is not None:
        event["parent_user_id"] = parent.user
    if message.bot_id is None:
        event["client_msg_id"] = fresh_id("M")
        event["user_team"] = service.workspace.users[message.user].team or service.workspace.team_id
    else:
        event["app_id"] = service.app.app_id
    return event
