"""The state of the workspace, and who is where in it.

One object holds everything that the snapshot keeps. It is changed only on the event loop, so no change needs a lock;
each change is told through `changes`.
"""

import secrets
import string
from dataclasses import dataclass, field

from bot.sandbox.changes import Changes
from bot.sandbox.clock import SandboxClock
from bot.sandbox.records import Channel, File, Message, User, View

_ALPHABET = string.ascii_uppercase + string.digits


def fresh_id(prefix: str) -> str:
    """A new id of Slack's look. It is drawn by chance: ids of an earlier, deleted workspace never come again."""
    return prefix + "0" + "".join(secrets.choice(_ALPHABET) for _ in range(9))


@dataclass
class Workspace:
    """One workspace: people, channels, messages, files, open modals and Homes."""

    clock: SandboxClock
    team_id: str = "T0SANDBOX"
    name: str = "ftrag sandbox"
    domain: str = "ftrag-sandbox"
    base_url: str = ""
    """Where it is served: the addresses of its files begin so."""
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    messages: dict[str, list[Message]] = field(default_factory=dict)
    """By channel, in the order of their ts."""
    threads: dict[tuple[str, str], list[Message]] = field(default_factory=dict)
    """The replies of each thread, by channel and parent, without ephemeral ones: an index over `messages`."""
    files: dict[str, File] = field(default_factory=dict)
    modals: dict[str, list[View]] = field(default_factory=dict)
    """By person; the last one is on top."""
    homes: dict[str, View] = field(default_factory=dict)
    """By person."""
    read: dict[str, dict[str, str]] = field(default_factory=dict)
    """person -> channel -> the ts up to which it was read."""
    changes: Changes = field(default_factory=Changes)
    takes_data_blocks: bool = True
    """False: like a plan or client that refuses data tables and charts."""
    last_stamp: int = 0
    """The newest ts given, in microseconds: no two are alike, and none goes back."""

    def stamp(self) -> str:
        """A new ts: the time, and later than every earlier one."""
        self.last_stamp = max(int(self.clock.now().timestamp() * 1_000_000), self.last_stamp + 1)
        return f"{self.last_stamp // 1_000_000}.{self.last_stamp % 1_000_000:06d}"

    def now(self) -> int:
        """The time in whole seconds."""
        return int(self.clock.now().timestamp())

    def add_channel(self, channel: Channel) -> Channel:
        """Put a channel in place."""
        self.channels[channel.id] = channel
        self.messages.setdefault(channel.id, [])
        return channel

    def direct(self, one: str, other: str) -> Channel:
        """The direct conversation of two, opened where there is none yet."""
        wanted = sorted((one, other))
        for channel in self.channels.values():
            if channel.is_im and sorted(channel.members) == wanted:
                return channel
        opened = self.add_channel(Channel(fresh_id("D"), "", [one, other], created=self.now(), is_im=True))
        self.say_channel(opened)
        return opened

    def channel_named(self, name: str) -> Channel | None:
        """The channel of that name, with or without its #."""
        wanted = name.removeprefix("#").lower()
        return next((channel for channel in self.channels.values() if channel.name == wanted and wanted), None)

    def seen_by(self, channel: str) -> frozenset[str]:
        """Who is told what happens there."""
        return frozenset(self.channels[channel].members)

    def channels_of(self, user: str) -> list[Channel]:
        """The channels this person is in, in the order they were made."""
        return [channel for channel in self.channels.values() if user in channel.members]

    def join(self, channel: Channel, user: str) -> bool:
        """Add somebody. False when they were in already."""
        if user in channel.members:
            return False
        channel.members.append(user)
        self.say_channel(channel)
        return True

    def leave(self, channel: Channel, user: str) -> bool:
        """Take somebody out. False when they were not in."""
        if user not in channel.members:
            return False
        channel.members.remove(user)
        self.say_channel(channel)
        return True

    def find(self, channel: str, ts: str) -> Message | None:
        """The message of that name that everybody in the channel sees."""
        return next((m for m in reversed(self.messages.get(channel, [])) if m.ts == ts and m.only_for is None), None)

    def find_seen(self, channel: str, ts: str, user: str) -> Message | None:
        """The message of that name as this person sees the channel: their ephemeral ones too."""
        seen = (None, user)
        return next((m for m in reversed(self.messages.get(channel, [])) if m.ts == ts and m.only_for in seen), None)

    def seen(self, channel: str, user: str, thread: str | None = None) -> list[Message]:
        """What this person sees in a channel, or in one of its threads (the parent first)."""
        mine = [m for m in self.messages.get(channel, []) if m.only_for in (None, user)]
        if thread is None:
            return [m for m in mine if not m.is_reply or m.is_broadcast]
        return [m for m in mine if thread in (m.ts, m.thread_ts)]

    def replies(self, channel: str, thread: str) -> list[Message]:
        """The replies of a thread that everybody sees, without its parent."""
        return self.threads.get((channel, thread), [])

    def add_message(self, message: Message) -> None:
        """Put a message at the end of its channel."""
        self.messages[message.channel].append(message)
        self._index(message)

    def take_message(self, message: Message) -> None:
        """Take a message out of its channel."""
        self.messages[message.channel].remove(message)
        if message.is_reply and message.only_for is None and message.thread_ts:
            self.threads[message.channel, message.thread_ts].remove(message)

    def index_threads(self) -> None:
        """Make the index of threads anew, after the messages were replaced as a whole."""
        self.threads.clear()
        for messages in self.messages.values():
            for message in messages:
                self._index(message)

    def _index(self, message: Message) -> None:
        if message.is_reply and message.only_for is None and message.thread_ts:
            self.threads.setdefault((message.channel, message.thread_ts), []).append(message)

    def unread(self, channel: str, user: str) -> int:
        """How many messages others put into the channel since this person looked."""
        since = self.read.get(user, {}).get(channel, "")
        return sum(m.ts > since and m.user != user for m in self.seen(channel, user))

    def mark_read(self, channel: str, user: str) -> None:
        """This person has looked."""
        seen = self.seen(channel, user)
        if seen and self.read.get(user, {}).get(channel, "") < seen[-1].ts:
            self.read.setdefault(user, {})[channel] = seen[-1].ts
            self.say_unread(channel, frozenset({user}))

    def say_unread(self, channel: str, to: frozenset[str]) -> None:
        """Tell people's pages how many messages wait for each of them."""
        self.changes.say("channel", {"channel": self.channels[channel]}, to)

    def view(self, view_id: str) -> View | None:
        """The open modal or the Home of that id."""
        stacked = (view for stack in self.modals.values() for view in stack)
        return next((v for v in (*stacked, *self.homes.values()) if v.id == view_id), None)

    def say_channel(self, channel: Channel) -> None:
        """Tell the page that something about a channel changed (who has just left is told too)."""
        self.changes.say("channel", {"channel": channel})
