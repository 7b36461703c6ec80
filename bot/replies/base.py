"""The bases of all that the bot says: each kind of reply and of modal enters itself by being written."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

from bot.runtime.kinds import Kinds

BY_KIND: Kinds["Reply"] = Kinds("reply")
"""Every reply, by the kind under which outbox rows hold it."""
MODALS: Kinds["AnyModal"] = Kinds("modal")
"""Every modal, by its kind."""


class Frozen(BaseModel):
    """The base of all replies and their pieces. A word that is none of its fields is refused, not dropped."""

    # As with commands: each is made ready when it is first said.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Reply(Frozen):
    """Everything that is posted, edited or shown to one person."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Enter the new kind."""
        BY_KIND.enter(cls)


class AnyModal(Frozen):
    """Everything that is opened as a modal."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Enter the new kind."""
        MODALS.enter(cls)


def read_reply(stored: Mapping[str, Any]) -> Reply:
    """The reply that an outbox row holds. Raises ValueError for one that this release does not know or cannot read."""
    return BY_KIND.read(stored)


def write_reply(reply: Reply) -> dict[str, Any]:
    """The reply as JSON for an outbox row."""
    return reply.model_dump(mode="json")
