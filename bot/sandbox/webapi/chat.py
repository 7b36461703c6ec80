"""chat.*: posting, editing, deleting, showing to one person, and links to messages."""

from aiohttp import web

from bot.sandbox import events
from bot.sandbox.content import Content, read_content
from bot.sandbox.errors import SlackError
from bot.sandbox.limits import LIMITS
from bot.sandbox.messages import as_slack, delete, edit, post
from bot.sandbox.records import Channel, Json, Message
from bot.sandbox.service import Service
from bot.sandbox.webapi.arguments import flag
from bot.sandbox.webapi.method import Method, required

_WRITE = frozenset({"chat:write"})


def post_message(service: Service, args: Json, _request: web.Request) -> Json:
    """chat.postMessage."""
    required(args, "channel")
    channel = place(service, str(args["channel"]))
    allow_writing(service, channel)
    content = read_content(service.workspace, _cut_to_size(args))
    message = Message(
        service.workspace.stamp(),
        channel.id,
        service.app.bot_user,
        content.text or "",
        content.blocks or None,
        content.attachments or None,
        _thread(service, channel, args),
        bot_id=service.app.bot_id,
        metadata=content.metadata,
    )
    if message.is_reply and flag(args, "reply_broadcast"):
        message.is_broadcast, message.subtype = True, "thread_broadcast"
    post(service.workspace, message)
    events.message_posted(service, message)
    shown = as_slack(service.workspace, message, with_metadata=True) | {"app_id": service.app.app_id}
    return {"channel": channel.id, "ts": message.ts, "message": shown, **_warned(content)}


def update(service: Service, args: Json, _request: web.Request) -> Json:
    """chat.update. Text without blocks takes the blocks away; neither leaves the other's place empty."""
    message = _own(service, args, "cant_update_message")
    content = read_content(service.workspace, args, longest=LIMITS["update.text"])
    changed: Json = {"text": content.text if content.text is not None else message.text}
    if content.blocks is not None or content.text is not None:
        changed["blocks"] = content.blocks or None
    if content.attachments is not None:
        changed["attachments"] = content.attachments or None
    if content.metadata is not None:
        changed["metadata"] = content.metadata
    before = as_slack(service.workspace, message, with_metadata=True)
    edit(service.workspace, message, service.app.bot_user, **changed)
    events.message_changed(service, message, before)
    shown = as_slack(service.workspace, message, with_metadata=True)
    return {"channel": message.channel, "ts": message.ts, "text": message.text, "message": shown, **_warned(content)}


def delete_message(service: Service, args: Json, _request: web.Request) -> Json:
    """chat.delete."""
    message = _own(service, args, "cant_delete_message")
    delete(service.workspace, message)
    events.message_deleted(service, message)
    return {"channel": message.channel, "ts": message.ts}


def post_ephemeral(service: Service, args: Json, _request: web.Request) -> Json:
    """chat.postEphemeral."""
    required(args, "channel", "user")
    channel = place(service, str(args["channel"]))
    allow_writing(service, channel)
    if args["user"] not in channel.members:
        raise SlackError("user_not_in_channel")
    content = read_content(service.workspace, _cut_to_size(args))
    message = Message(
        service.workspace.stamp(),
        channel.id,
        service.app.bot_user,
        content.text or "",
        content.blocks or None,
        content.attachments or None,
        _thread(service, channel, args),
        bot_id=service.app.bot_id,
        only_for=str(args["user"]),
    )
    post(service.workspace, message)
    return {"message_ts": message.ts, **_warned(content)}


def permalink(service: Service, args: Json, _request: web.Request) -> Json:
    """chat.getPermalink."""
    required(args, "channel", "message_ts")
    channel = visible(service, str(args["channel"]))
    message = service.workspace.find(channel.id, str(args["message_ts"]))
    if message is None:
        raise SlackError("message_not_found")
    thread = f"?thread_ts={message.thread_ts}&cid={channel.id}" if message.is_reply else ""
    link = f"{service.base_url}/archives/{channel.id}/p{message.ts.replace('.', '')}{thread}"
    return {"channel": channel.id, "permalink": link}


def place(service: Service, named: str) -> Channel:
    """The channel that an app names by its id, its #name, or the id of the person to write to."""
    workspace = service.workspace
    if named in workspace.users:
        person = workspace.users[named]
        if person.is_bot:
            raise SlackError("cannot_dm_bot")
        if person.is_deleted:
            raise SlackError("user_disabled")
        return workspace.direct(named, service.app.bot_user)
    by_name = workspace.channel_named(named) if named.startswith("#") else None
    return visible(service, by_name.id if by_name else named)


def visible(service: Service, channel_id: str) -> Channel:
    """The channel, if the app may know of it: public ones, and those it is in."""
    channel = service.workspace.channels.get(channel_id)
    hidden = channel is not None and (channel.is_private or channel.is_im)
    if channel is None or (hidden and service.app.bot_user not in channel.members):
        raise SlackError("channel_not_found")
    return channel


def allow_writing(service: Service, channel: Channel) -> None:
    """Whether the app may write there."""
    if channel.is_archived:
        raise SlackError("is_archived")
    if channel.is_im and not service.app.messages_tab_enabled:
        raise SlackError("messages_tab_disabled")
    public = not channel.is_im and not channel.is_private and "chat:write.public" in service.app.scopes
    if service.app.bot_user not in channel.members and not public:
        raise SlackError("not_in_channel")


def _own(service: Service, args: Json, error: str) -> Message:
    required(args, "channel", "ts")
    channel = visible(service, str(args["channel"]))
    message = service.workspace.find(channel.id, str(args["ts"]))
    if message is None or message.subtype == "tombstone":
        raise SlackError("message_not_found")
    if message.bot_id != service.app.bot_id:
        raise SlackError(error)
    if channel.is_archived:
        raise SlackError("is_archived")
    return message


def _thread(service: Service, channel: Channel, args: Json) -> str | None:
    """The thread to post into: a reply's own ts means its parent's thread."""
    if not args.get("thread_ts"):
        return None
    parent = service.workspace.find(channel.id, str(args["thread_ts"]))
    if parent is None:
        raise SlackError("thread_not_found")
    return parent.thread_ts or parent.ts


def _cut_to_size(args: Json) -> Json:
    text = args.get("text")
    return args | {"text": text[: LIMITS["message.text"]]} if isinstance(text, str) else args


def _warned(content: Content) -> Json:
    if not content.warnings:
        return {}
    return {"warning": ",".join(content.warnings), "response_metadata": {"warnings": content.warnings}}


METHODS = {
    "chat.postMessage": Method(post_message, _WRITE),
    "chat.update": Method(update, _WRITE),
    "chat.delete": Method(delete_message, _WRITE),
    "chat.postEphemeral": Method(post_ephemeral, _WRITE),
    "chat.getPermalink": Method(permalink),
}
