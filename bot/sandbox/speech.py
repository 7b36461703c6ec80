"""What people write: messages, encoded as Slack's client encodes them, and slash commands."""

import base64
import mimetypes
import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.sandbox import channels, events, messages
from bot.sandbox.errors import Refused
from bot.sandbox.messages import post
from bot.sandbox.payloads import channel_name
from bot.sandbox.records import Channel, File, Message
from bot.sandbox.responses import answer_to
from bot.sandbox.seed import SLACKBOT
from bot.sandbox.service import Service
from bot.sandbox.workspace import Workspace, fresh_id

_LONGEST = 40_000
_BROADCASTS = re.compile(r"(?<![\w&;<!])@(channel|here|everyone)\b")
_URL = re.compile(r"(?<![<|\w])https?://[^\s<>|]+")
_CHANNEL = re.compile(r"(?<![\w&;])#([a-z0-9][a-z0-9_-]*)")


def encode(workspace: Workspace, text: str) -> str:
    """Typed words as they are stored and sent: three characters escaped; people, channels and links made active."""
    stored = escape(text)
    stored = _URL.sub(lambda found: f"<{found[0]}>", stored)
    stored = _BROADCASTS.sub(r"<!\1>", stored)
    stored = _CHANNEL.sub(lambda found: _channel_link(workspace, found), stored)
    names = {name: user.id for user in workspace.users.values() for name in (user.real_name, user.name)}
    for name in sorted(names, key=len, reverse=True):
        stored = re.sub(rf"(?<![\w&;<])@{re.escape(name)}\b", f"<@{names[name]}>", stored, flags=re.IGNORECASE)
    return stored


def escape(text: str) -> str:
    """The three characters that mean something to Slack, written so that they mean nothing."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Attached(NamedTuple):
    """A file that a person attaches to what they write."""

    name: str
    content: bytes


async def say(
    service: Service,
    user: str,
    channel_id: str,
    text: str,
    thread: str | None = None,
    *,
    files: Sequence[Attached] = (),
) -> Message | None:
    """A person writes a line. A slash command gives no message. Raises Refused where Slack's client would."""
    channel = _channel_to_write(service, user, channel_id)
    if re.match(r"/\S", text) and not files:
        if thread is not None:
            raise Refused(f"{text.split(maxsplit=1)[0]} is not supported in threads. Sorry!")
        await slash(service, user, channel, text)
        return None
    if not text.strip() and not files:
        raise Refused("There is nothing to send.")
    if len(text) > _LONGEST:
        raise Refused(f"A message is at most {_LONGEST:,} characters long.")
    if channel.is_archived:
        raise Refused("This channel is archived.")
    if thread is not None and service.workspace.find(channel.id, thread) is None:
        raise Refused("The message of this thread is gone.")
    message = Message(service.workspace.stamp(), channel.id, user, encode(service.workspace, text), thread_ts=thread)
    if files:
        message.subtype, message.files = "file_share", [_keep(service, user, message, one) for one in files]
    post(service.workspace, message)
    events.message_posted(service, message)
    _offer_invitation(service, channel, message)
    return message


def rewrite(service: Service, user: str, message: Message, text: str) -> None:
    """A person gives a message of theirs other words. Raises Refused where Slack's client would."""
    _its_author(user, message)
    if not text.strip():
        raise Refused("There is nothing to send. To take the message away, delete it.")
    if len(text) > _LONGEST:
        raise Refused(f"A message is at most {_LONGEST:,} characters long.")
    before = messages.as_slack(service.workspace, message, with_metadata=True)
    messages.edit(service.workspace, message, user, text=encode(service.workspace, text))
    events.message_changed(service, message, before)


def take_back(service: Service, user: str, message: Message) -> None:
    """A person deletes a message of theirs. Raises Refused where Slack's client would."""
    _its_author(user, message)
    messages.delete(service.workspace, message)
    events.message_deleted(service, message)


def _its_author(user: str, message: Message) -> None:
    if message.user != user or message.subtype is not None:
        raise Refused("Only who wrote a message can change it.")


def _keep(service: Service, user: str, message: Message, attached: Attached) -> str:
    """Keep a file with the message that shows it."""
    name = attached.name.replace("/", "_").replace("\\", "_") or "file"
    file = File(fresh_id("F"), name, user, service.workspace.now(), len(attached.content), title=name)
    file.content = base64.b64encode(attached.content).decode()
    file.mimetype = mimetypes.guess_type(name)[0] or file.mimetype
    file.shares[message.channel] = [message.ts]
    service.workspace.files[file.id] = file
    return file.id


async def slash(service: Service, user: str, channel: Channel, line: str) -> None:
    """A slash command: Slack's own, or the app's."""
    command, _, text = line.partition(" ")
    if channels.run_command(service, user, channel, command, text.strip()):
        return
    if service.app.command(command) is None or not service.app.is_installed:
        raise Refused(
            f"{command} is not a valid command. In Slack, all messages that start with the “/” character are commands."
        )
    response = service.responses.issue(channel.id, user)
    trigger = service.triggers.issue(user)
    url = f"{service.base_url}/response/{response}"
    payload = service.payloads.slash(user, channel, command, escape(text.strip()), trigger_id=trigger, response_url=url)
    answer = await service.courier.send("slash_commands", payload)
    if answer.error is not None:
        raise Refused(f"{command} failed with the error “{answer.error}”.")
    answer_to(service, response, answer.body)


def _channel_to_write(service: Service, user: str, channel_id: str) -> Channel:
    channel = service.workspace.channels.get(channel_id)
    if user not in service.workspace.users:
        raise Refused(f"There is nobody called {user}.")
    if channel is None or user not in channel.members:
        raise Refused(f"{service.workspace.users[user].real_name} is not in that channel.")
    return channel


def _channel_link(workspace: Workspace, found: re.Match[str]) -> str:
    channel = workspace.channel_named(found[1])
    return f"<#{channel.id}|{channel.name}>" if channel and channel_name(channel) == channel.name else found[0]


def _offer_invitation(service: Service, channel: Channel, message: Message) -> None:
    bot = service.app.bot_user
    if channel.is_im or bot in channel.members or f"<@{bot}>" not in message.text:
        return
    text = f"You mentioned <@{bot}>, but they’re not in this channel. Type /invite @{service.app.name} to add them."
    hint = Message(
        service.workspace.stamp(), channel.id, SLACKBOT, text, thread_ts=message.thread_ts, only_for=message.user
    )
    post(service.workspace, hint)
