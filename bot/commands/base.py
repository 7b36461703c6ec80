"""What every command says; each kind of command enters itself by being written."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

from bot.runtime.kinds import Kinds
from storage.records import Tenant

BY_KIND: Kinds["CommandBase"] = Kinds("command")
"""Every command, by the kind under which a RUN row holds it."""


class CommandBase(BaseModel):
    """What every command says: whose workspace, who, where, and by which key a repeat is known."""

    # Most of a hundred kinds are met never or late: each is made ready when it is first met, not at the start.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    tenant: Tenant
    actor: str = ""
    """The person's Slack id; "" where Slack or a clock acted."""
    channel: str = ""
    """The channel of the message, "" where there is none (a modal without one, the Home)."""
    is_direct: bool = False
    """Whether that channel is a direct message with the bot."""
    inbox_key: str | None = None
    response_url: str | None = None
    """Where one person can be answered even in a channel the bot is not in; good for 30 minutes."""

    def about(self, **more: Any) -> dict[str, Any]:
        """What every command says, for another one that is carried out in its place, and `more` fields of that one."""
        return self.model_dump(include=set(CommandBase.model_fields)) | more

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Enter the new kind."""
        BY_KIND.enter(cls)


class AboutAssessment(CommandBase):
    """A command about one assessment."""

    assessment_id: str


class AboutQuestion(AboutAssessment):
    """A command about one question of one assessment."""

    fact: str


def read_command(stored: Mapping[str, Any]) -> CommandBase:
    """The command that a RUN row holds. Raises ValueError for one that this release does not know or cannot read."""
    return BY_KIND.read(stored)
