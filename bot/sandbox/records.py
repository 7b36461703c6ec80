"""What the workspace holds: people, channels, messages, files and views, as plain values.

Everything here is data and its two outside shapes: `as_slack` is what Slack's API would say of it, `as_page` what the
page is told. The operations stand in `workspace`, `messages` and `views`.
"""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


@dataclass
class User:
    """A person, or the app's bot user."""

    id: str
    name: str
    real_name: str
    tz: str = "UTC"
    color: str = "5b3fd6"
    is_bot: bool = False
    is_admin: bool = False
    is_deleted: bool = False
    is_restricted: bool = False
    """Whether they are a guest."""
    team: str = ""
    """Their workspace, where it is another one (a partner in a shared channel)."""

    @property
    def initials(self) -> str:
        """Two letters for the picture that nobody uploaded."""
        words = self.real_name.split() or [self.name]
        return (words[0][0] + (words[1][0] if len(words) > 1 else words[0][1:2])).upper()

    def as_page(self) -> Json:
        """What the page shows of a person."""
        kept = ("id", "name", "real_name", "initials", "tz", "is_bot")
        return {name: getattr(self, name) for name in kept} | {"color": f"#{self.color}"}


@dataclass
class Channel:
    """A channel, or a direct conversation (`is_im`), with who is in it."""

    id: str
    name: str
    members: list[str] = field(default_factory=list)
    topic: str = ""
    created: int = 0
    creator: str = ""
    is_im: bool = False
    is_private: bool = False
    is_archived: bool = False
    is_shared: bool = False
    """Whether it is shared with another company (Slack Connect)."""

    @property
    def kind(self) -> str:
        """The word that Slack's scopes and events use for it: im, groups or channels."""
        if self.is_im:
            return "im"
        return "groups" if self.is_private else "channels"

    def other_than(self, user: str) -> str | None:
        """In a direct conversation, whom this person talks with."""
        return next((member for member in self.members if member != user), None) if self.is_im else None


@dataclass
class Message:
    """One message. `only_for` names the one person who sees an ephemeral one."""

    ts: str
    channel: str
    user: str
    text: str = ""
    blocks: list[Json] | None = None
    attachments: list[Json] | None = None
    thread_ts: str | None = None
    subtype: str | None = None
    bot_id: str | None = None
    username: str | None = None
    only_for: str | None = None
    metadata: Json | None = None
    files: list[str] = field(default_factory=list)
    reactions: dict[str, list[str]] = field(default_factory=dict)
    pinned: bool = False
    edited_by: str | None = None
    edited_ts: str | None = None
    shows_edited: bool = False
    """Slack marks an edit of the text; an edit of the blocks goes without the mark."""
    is_broadcast: bool = False

    @property
    def is_reply(self) -> bool:
        """Whether it stands in a thread, below its parent."""
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass
class File:
    """An uploaded file; not shared anywhere until `shares` names where."""

    id: str
    name: str
    user: str
    created: int
    length: int = 0
    title: str = ""
    alt: str = ""
    content: str | None = None
    """Base64, as the snapshot keeps it; None until the bytes have arrived."""
    mimetype: str = "application/octet-stream"
    shares: dict[str, list[str]] = field(default_factory=dict)
    """channel -> the names of the messages that show it."""


@dataclass
class View:
    """A modal in somebody's stack, or somebody's Home: what the app sent, and what Slack adds."""

    id: str
    user: str
    body: Json
    """type, title, blocks, submit, close, private_metadata, callback_id, external_id, the two close flags."""
    hash: str
    root_view_id: str
    previous_view_id: str | None = None
    values: dict[str, Json] = field(default_factory=dict)
    """What the person has entered so far: block_id -> action_id -> Slack's state value."""

    @property
    def blocks(self) -> list[Json]:
        """The blocks it shows."""
        blocks: list[Json] = self.body["blocks"]
        return blocks
