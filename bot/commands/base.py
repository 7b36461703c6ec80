"""What every command says."""

from pydantic import BaseModel, ConfigDict

from storage.records import Tenant


class CommandBase(BaseModel):
    """What every command says: whose workspace, who, where, and by which key a repeat is known."""

    model_config = ConfigDict(frozen=True)

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


class AboutAssessment(CommandBase):
    """A command about one assessment."""

    assessment_id: str


class AboutQuestion(AboutAssessment):
    """A command about one question of one assessment."""

    fact: str
