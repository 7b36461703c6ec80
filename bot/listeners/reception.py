"""Where every listener hands its command over: kept before it is acknowledged, carried out after that.

What cannot be kept raises here, before the ack, and is answered with a sentence (`bot.app`): nothing is acknowledged
that could still be lost.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.commands import CommandBase
from bot.commands.words import as_typed
from bot.front import Advises
from bot.ids import field_id
from bot.intake import Intake
from bot.troubles import Trouble

if TYPE_CHECKING:
    from bot.replies import AnyModal

_TOO_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id", "trigger_expired", "trigger_exchanged"})


class Reception:
    """Takes commands from listeners."""

    def __init__(self, advisor: Advises, intake: Intake) -> None:
        self._advisor = advisor
        self._intake = intake

    async def take(
        self, command: CommandBase | None, body: Mapping[str, Any], client: AsyncWebClient | None = None
    ) -> None:
        """Keep it; it is carried out after the ack, and opens its modal if it leads to one. Raises StorageError."""
        if command is None:
            return

        async def opens(modal: "AnyModal") -> None:
            if client is not None:
                await self._open(modal, command, body, client)
            else:  # an event brings nothing to open it with
                await self._advisor.tell(command, Trouble.MODAL_NEEDS_COMMAND, as_typed(command))

        await self._intake.keep(command, opens)

    async def errors(self, command: CommandBase | None) -> dict[str, str]:
        """What is wrong with a modal's fields, by block id."""
        faults = await self._advisor.faults(command) if command else {}
        return {field_id(field): sentence for field, sentence in faults.items()}

    async def _open(
        self, modal: "AnyModal", command: CommandBase, body: Mapping[str, Any], client: AsyncWebClient
    ) -> None:
        """Open the modal: in the place of the one from which it was asked for, on top of that one, or by itself."""
        from bot.views import render_modal  # noqa: PLC0415 - whatever made the modal has loaded it

        below = body.get("view") or {}
        is_on_top = below.get("type") == "modal"
        opens = client.views_push if is_on_top else client.views_open
        try:
            if is_on_top and getattr(modal, "replaces", False):
                await client.views_update(view_id=below.get("id", ""), view=render_modal(modal))
                return
            await opens(trigger_id=body.get("trigger_id", ""), view=render_modal(modal))
        except SlackApiError as refused:
            error = str(refused.response.get("error") or "")
            trouble = Trouble.MODAL_EXPIRED if error in _TOO_LATE else Trouble.MODAL_REFUSED
            await self._advisor.tell(command, trouble, error)
        except (SlackClientError, OSError, TimeoutError):
            await self._advisor.tell(command, Trouble.MODAL_EXPIRED)
