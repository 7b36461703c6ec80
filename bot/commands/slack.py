"""What Slack itself tells: a delivery that failed, the end of an installation."""

from typing import Literal

from bot.commands.base import CommandBase
from storage.records import DeliveryMethod


class DeliveryFailed(CommandBase):
    """A row of the outbox ended in a permanent Slack error. `actor` is the row's user, `response_url` the row's."""

    kind: Literal["delivery_failed"] = "delivery_failed"
    assessment_id: str
    """Empty for a file that belongs to none."""
    delivery_id: str
    method: DeliveryMethod
    message_key: str | None = None
    error: str
    """Slack's error code."""
    under: str | None = None
    """The ts of the message under which it was to stand, or which it was to edit."""


class ShownWithoutCharts(CommandBase):
    """A message was posted without its tables and charts, which the workspace does not take."""

    kind: Literal["shown_without_charts"] = "shown_without_charts"
    assessment_id: str
    message_key: str


class BotUninstalled(CommandBase):
    """The app was removed from the workspace: its tokens and all its data go."""

    kind: Literal["bot_uninstalled"] = "bot_uninstalled"


class TokensRevoked(CommandBase):
    """The bot's token was revoked: deliveries wait until the app is installed again."""

    kind: Literal["tokens_revoked"] = "tokens_revoked"
