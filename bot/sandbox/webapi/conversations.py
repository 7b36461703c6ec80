"""conversations.*: what the app may know of channels, and their history with its metadata."""

import base64
from typing import TypeVar

from aiohttp import web

from bot.sandbox import events
from bot.sandbox.errors import SlackError
from bot.sandbox.limits import LIMITS
from bot.sandbox.messages import as_slack
from bot.sandbox.payloads import channel_name
from bot.sandbox.records import Channel, Json, Message
from bot.sandbox.service import Service
from bot.sandbox.webapi.arguments import flag, whole_number
from bot.sandbox.webapi.chat import visible
from bot.sandbox.webapi.method import Method, by_channel, required

T = TypeVar("T")
_READS = frozenset({"channels:read", "groups:read", "im:read"})
_TYPES = {"channels": "public_channel", "groups": "private_channel", "im": "im"}


def info(service: Service, args: Json, _request: web.Request) -> Json:
    """conversations.info."""
    required(args, "channel")
    channel = visible(service, str(args["channel"]))
    counted = {"num_members": len(channel.members)} if flag(args, "include_num_members") else {}
    return {"channel": shown(service, channel) | counted}


def list_all(service: Service, args: Json, _request: web.Request) -> Json:
    """conversations.list."""
    channels = [c for c in service.workspace.channels.values() if not (c.is_im or c.is_private) or _is_in(service, c)]
    return _page_of_channels(service, args, channels)


def of_user(service: Service, args: Json, _request: web.Request) -> Json:
    """users.conversations: where somebody is, as far as the app may know; without a user, where the app is."""
    user = str(args.get("user") or service.app.bot_user)
    if user not in service.workspace.users:
        raise SlackError("user_not_found")
    channels = [c for c in service.workspace.channels_of(user) if not (c.is_im or c.is_private) or _is_in(service, c)]
    return _page_of_channels(service, args, channels)


def members(service: Service, args: Json, _request: web.Request) -> Json:
    """conversations.members."""
    required(args, "channel")
    channel = visible(service, str(args["channel"]))
    page, cursor = paged(channel.members, args, 100, LIMITS["history.page"])
    return {"members": page, "response_metadata": {"next_cursor": cursor}}


def open_direct(service: Service, args: Json, _request: web.Request) -> Json:
    """conversations.open, for one person."""
    if args.get("channel"):
        return {"channel": {"id": visible(service, str(args["channel"])).id}}
    users = [user for user in str(args.get("users") or "").split(",") if user]
    if not users:
        raise SlackError("users_list_not_supplied")
    if len(users) > 1:
        raise SlackError("too_many_users")
    person = service.workspace.users.get(users[0])
    if person is None:
        raise SlackError("user_not_found")
    if person.is_bot:
        raise SlackError("cannot_dm_bot")
    if person.is_deleted:
        raise SlackError("user_disabled")
    return {"channel": {"id": service.workspace.direct(person.id, service.app.bot_user).id}}


def join(service: Service, args: Json, _request: web.Request) -> Json:
    """conversations.join, for public channels."""
    required(args, "channel")
    channel = visible(service, str(args["channel"]))
    if channel.is_im or channel.is_private:
        raise SlackError("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise SlackError("is_archived")
    if service.workspace.join(channel, service.app.bot_user):
        events.member(service, "member_joined_channel", channel, service.app.bot_user)
    return {"channel": shown(service, channel)}


def history(service: Service, args: Json, _request: web.Request) -> Json:
    """conversations.history, newest first; metadata only where it is asked for."""
    channel = _readable(service, args)
    seen = [
        m for m in service.workspace.messages[channel.id] if m.only_for is None and (not m.is_reply or m.is_broadcast)
    ]
    return _page_of_messages(service, args, list(reversed(seen)))


def replies(service: Service, args: Json, _request: web.Request) -> Json:
    """conversations.replies, oldest first, the parent before all."""
    required(args, "ts")
    channel = _readable(service, args)
    named = service.workspace.find(channel.id, str(args["ts"]))
    if named is None:
        raise SlackError("thread_not_found")
    parent = service.workspace.find(channel.id, named.thread_ts or named.ts) or named
    return _page_of_messages(service, args, [parent, *service.workspace.replies(channel.id, parent.ts)])


def shown(service: Service, channel: Channel) -> Json:
    """A channel as conversations.info shows it."""
    if channel.is_im:
        user = channel.other_than(service.app.bot_user)
        return {
            "id": channel.id,
            "created": channel.created,
            "is_im": True,
            "user": user,
            "is_archived": channel.is_archived,
        }
    return {
        "id": channel.id,
        "name": channel_name(channel) if not _is_in(service, channel) else channel.name,
        "created": channel.created,
        "creator": channel.creator,
        "is_channel": not channel.is_private,
        "is_group": channel.is_private,
        "is_im": False,
        "is_mpim": False,
        "is_private": channel.is_private,
        "is_archived": channel.is_archived,
        "is_general": channel.name == "general",
        "is_member": _is_in(service, channel),
        "is_shared": channel.is_shared,
        "is_ext_shared": channel.is_shared,
        "is_org_shared": False,
        "topic": {"value": channel.topic, "creator": channel.creator, "last_set": channel.created},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }


def paged(things: list[T], args: Json, default: int, most: int) -> tuple[list[T], str]:
    """One page of things, and the cursor of the next."""
    limit = whole_number(args, "limit", default, most)
    try:
        start = int(base64.b64decode(str(args.get("cursor") or "") or "MA==", validate=True))
    except ValueError:
        raise SlackError("invalid_cursor") from None
    following = start + limit
    more = base64.b64encode(str(following).encode()).decode() if following < len(things) else ""
    return things[start:following], more


def _page_of_channels(service: Service, args: Json, channels: list[Channel]) -> Json:
    wanted = str(args.get("types") or "public_channel").replace(" ", "").split(",")
    kept = [channel for channel in channels if _TYPES[channel.kind] in wanted]
    if flag(args, "exclude_archived"):
        kept = [channel for channel in kept if not channel.is_archived]
    page, cursor = paged(kept, args, 100, LIMITS["history.page"])
    return {"channels": [shown(service, channel) for channel in page], "response_metadata": {"next_cursor": cursor}}


def _page_of_messages(service: Service, args: Json, messages: list[Message]) -> Json:
    oldest, latest = str(args.get("oldest") or "0"), str(args.get("latest") or "9999999999")
    inclusive = flag(args, "inclusive")
    kept = [m for m in messages if oldest < m.ts < latest or (inclusive and m.ts in (oldest, latest))]
    page, cursor = paged(kept, args, 100, LIMITS["history.page"])
    with_metadata = flag(args, "include_all_metadata")
    body: Json = {"messages": [as_slack(service.workspace, m, with_metadata=with_metadata) for m in page]}
    return body | {"has_more": bool(cursor), "response_metadata": {"next_cursor": cursor}}


def _readable(service: Service, args: Json) -> Channel:
    required(args, "channel")
    channel = visible(service, str(args["channel"]))
    if not _is_in(service, channel):
        raise SlackError("not_in_channel")
    return channel


def _is_in(service: Service, channel: Channel) -> bool:
    return service.app.bot_user in channel.members


METHODS = {
    "conversations.info": Method(info, by_channel("read")),
    "conversations.list": Method(list_all, _READS),
    "users.conversations": Method(of_user, _READS),
    "conversations.members": Method(members, by_channel("read")),
    "conversations.open": Method(open_direct, frozenset({"im:write"})),
    "conversations.join": Method(join, frozenset({"channels:join"})),
    "conversations.history": Method(history, by_channel("history")),
    "conversations.replies": Method(replies, by_channel("history")),
}
