"""What happens to messages: posted, shown to one person, edited, deleted; and their two outside shapes.

Blocks are replaced as a whole and never changed in place, so that whoever holds a message keeps what they saw.
"""

from dataclasses import replace
from typing import Any
from urllib.parse import quote

from bot.sandbox.records import File, Json, Message
from bot.sandbox.workspace import Workspace

INLINE_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""What the page may show as a picture. SVG is left out: it can carry scripts."""


def post(workspace: Workspace, message: Message) -> Message:
    """Put a message into its channel and tell everybody who sees it."""
    workspace.add_message(message)
    if message.only_for is None:
        workspace.read.setdefault(message.user, {})[message.channel] = message.ts
    workspace.changes.say("message", {"message": message}, _audience(workspace, message))
    if message.is_reply and message.only_for is None:
        _tell_parent(workspace, message)
    if not message.is_reply or message.is_broadcast:
        workspace.say_unread(message.channel, _audience(workspace, message))
    return message


def edit(workspace: Workspace, message: Message, by: str, **changed: Any) -> Message:
    """Give a message other words, blocks, files or metadata."""
    shows = message.shows_edited or ("text" in changed and not changed.get("blocks", message.blocks))
    for name, value in changed.items():
        setattr(message, name, value)
    message.edited_by, message.edited_ts, message.shows_edited = by, workspace.stamp(), shows
    changed_for(workspace, message)
    return message


def changed_for(workspace: Workspace, message: Message) -> None:
    """Tell those who see a message that it is not what it was."""
    workspace.changes.say("changed", {"message": message}, _audience(workspace, message))


def delete(workspace: Workspace, message: Message) -> None:
    """Take a message away; a parent with replies leaves Slack's stone behind."""
    if message.only_for is None and workspace.replies(message.channel, message.ts):
        gone: Json = {
            "text": "This message was deleted.",
            "subtype": "tombstone",
            "blocks": None,
            "attachments": None,
            "files": [],
        }
        edit(workspace, message, message.user, metadata=None, **gone)
        message.shows_edited = False
        return
    workspace.take_message(message)
    gone = {"channel": message.channel, "ts": message.ts, "thread_ts": message.thread_ts}
    workspace.changes.say("removed", gone, _audience(workspace, message))
    if message.is_reply and message.only_for is None:
        _tell_parent(workspace, message)


def copy(message: Message) -> Message:
    """The message as it is now, for whoever must keep it so."""
    return replace(message, files=list(message.files), reactions={k: list(v) for k, v in message.reactions.items()})


def as_page(workspace: Workspace, message: Message) -> Json:
    """A message as the page is told of it."""
    author = workspace.users.get(message.user)
    return {
        "ts": message.ts,
        "channel": message.channel,
        "user": message.user,
        "bot": message.bot_id is not None,
        "username": message.username or (author.real_name if author else message.user),
        "text": message.text,
        "blocks": message.blocks,
        "attachments": message.attachments,
        "thread_ts": message.thread_ts,
        **_thread_summary(workspace, message),
        "edited": message.shows_edited,
        "ephemeral": message.only_for is not None,
        "metadata": message.metadata,
        "files": [page_file(workspace.files[file]) for file in message.files if file in workspace.files],
        "subtype": message.subtype,
        "reactions": [{"name": name, "users": users} for name, users in message.reactions.items()],
        "pinned": message.pinned,
    }


def as_slack(workspace: Workspace, message: Message, *, with_metadata: bool = False) -> Json:
    """A message as Slack's API and events show it."""
    shown: Json = {
        "type": "message",
        "user": message.user,
        "ts": message.ts,
        "text": message.text,
        "team": workspace.team_id,
    }
    optional = {
        "subtype": message.subtype,
        "bot_id": message.bot_id,
        "username": message.username,
        "blocks": message.blocks,
        "attachments": message.attachments,
        "thread_ts": message.thread_ts,
        "edited": {"user": message.edited_by, "ts": message.edited_ts} if message.edited_ts else None,
        "files": [slack_file(workspace, workspace.files[file]) for file in message.files if file in workspace.files],
        "reactions": [{"name": n, "users": users, "count": len(users)} for n, users in message.reactions.items()],
        "metadata": message.metadata if with_metadata else None,
    }
    shown |= {name: value for name, value in optional.items() if value}
    summary = _thread_summary(workspace, message)
    if summary["reply_count"]:
        shown |= summary | {"thread_ts": message.ts, "reply_users_count": len(summary["reply_users"])}
    return shown


def page_file(file: File) -> Json:
    """A file as the page shows it."""
    kept = {"id": file.id, "name": file.name, "title": file.title, "mimetype": file.mimetype, "alt": file.alt}
    return kept | {"url": f"/files/{file.id}/{file.name}", "size": file.length}


def slack_file(workspace: Workspace, file: File) -> Json:
    """A file as files.info shows it."""
    shown = {"id": file.id, "created": file.created, "name": file.name, "title": file.title, "mimetype": file.mimetype}
    access: Json = {"mode": "hosted", "is_external": False}
    address = f"{workspace.base_url}/files-pri/{file.id}/{quote(file.name)}"
    access |= {"url_private": address, "url_private_download": address}
    shares = {channel: [{"ts": ts} for ts in names] for channel, names in file.shares.items()}
    where = {"channels": list(shares), "shares": {"public": shares} if shares else {}}
    return shown | access | {"user": file.user, "size": file.length, "alt_txt": file.alt, **where}


def _thread_summary(workspace: Workspace, message: Message) -> Json:
    replies = [] if message.is_reply or message.only_for else workspace.replies(message.channel, message.ts)
    users = list(dict.fromkeys(reply.user for reply in replies))
    latest = replies[-1].ts if replies else None
    return {"reply_count": len(replies), "reply_users": users, "latest_reply": latest}


def _audience(workspace: Workspace, message: Message) -> frozenset[str]:
    return frozenset({message.only_for}) if message.only_for else workspace.seen_by(message.channel)


def _tell_parent(workspace: Workspace, reply: Message) -> None:
    parent = workspace.find(reply.channel, reply.thread_ts or "")
    if parent is not None:
        changed_for(workspace, parent)
