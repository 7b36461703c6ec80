"""What a row says, once it is rendered: the only thing delivery knows of replies and views.

The composition root gives an object with these methods (bot.views behind it); delivery never looks into a reply.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

PLAIN_LIMIT = 3000
_PLAIN_HOME = (
    "This page could not be shown. Everything is kept: type /ftrag status in a channel to see where it stands."
)


class Rendered(Protocol):
    """A rendered message: its blocks, and the text that says all of it."""

    @property
    def text(self) -> str:
        """The whole message as text, escaped."""
        ...

    @property
    def blocks(self) -> Sequence[Mapping[str, Any]]:
        """The message as Block Kit."""
        ...

    @property
    def simple(self) -> Sequence[Mapping[str, Any]]:
        """The same without tables and charts of Slack's own; empty where it has none."""
        ...

    @property
    def withdraws(self) -> bool:
        """Whether the message that it edits is taken away; this is what it says where that is not allowed."""
        ...


class Form(Enum):
    """How much of a message Slack is given; each one says all of it."""

    FULL = "full"
    SIMPLE = "simple"
    """Without tables and charts of Slack's own."""
    PLAIN = "plain"
    """As short text alone."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to be put into a thread."""

    name: str
    title: str
    content: bytes
    alt_text: str = ""
    comment: str = ""
    """A message that goes with it, escaped."""


MakeFile = Callable[[Mapping[str, Any]], Awaitable[File]]
"""Makes the file of a stored reply."""


class Screens(Protocol):
    """Turns the reply that a row holds into what Slack is told."""

    def message(self, reply: Mapping[str, Any]) -> Rendered:
        """The message. Raises ValueError for a reply that this release does not know."""
        ...

    def home(self, reply: Mapping[str, Any]) -> Mapping[str, Any]:
        """The Home view. Raises ValueError likewise."""
        ...

    async def file(self, reply: Mapping[str, Any]) -> File:
        """The file, made away from the event loop. Raises ValueError likewise."""
        ...


def shortened(text: str) -> str:
    """The text alone, short enough for any message; no escape, link or mention is torn apart by the cut."""
    if len(text) <= PLAIN_LIMIT:
        return text
    kept = text[:PLAIN_LIMIT]
    if kept.rfind("<") > kept.rfind(">"):
        kept = kept[: kept.rfind("<")]
    between = max(kept.rfind(" "), kept.rfind("\n"), kept.rfind("&"))
    return f"{kept[:between] if between > 0 else kept} …"


def plain_home() -> dict[str, Any]:
    """The Home in one sentence, for when Slack does not take the real one."""
    return {"type": "home", "blocks": [{"type": "section", "text": {"type": "plain_text", "text": _PLAIN_HOME}}]}
