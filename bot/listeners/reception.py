"""Where every listener hands its command over: carried out in a tracked task, or at once where an answer must be kept.

A click is acknowledged before anything else happens, so the work goes on after Slack has its answer. An event that
carries an answer is stored before it is acknowledged: Slack would send it again if this process died in between.
"""

from collections.abc import Mapping
from typing import Any

from slack_sdk.errors import SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.advisor import Advisor
from bot.commands import CommandBase
from bot.ids import field_id
from bot.replies import AnyModal, Problem, Trouble
from bot.runtime.tasks import Tasks
from bot.views import render_modal


class Reception:
    """Takes commands from listeners."""

    def __init__(self, advisor: Advisor, tasks: Tasks) -> None:
        self._advisor = advisor
        self._tasks = tasks

    def take(self, command: CommandBase | None, body: Mapping[str, Any], client: AsyncWebClient) -> None:
        """Carry it out after the ack, and open its modal if it leads to one."""
        if command is None:
            return
        apologize = self._advisor.apologize
        self._tasks.start(self._carry_out(command, body, client), on_error=lambda error: apologize(command, error))

    async def keep(self, command: CommandBase | None) -> None:
        """Carry it out before the ack. An error of ours is told to the person, never to Slack."""
        if command is None:
            return
        try:
            await self._advisor.handle(command)
        except Exception as error:  # noqa: BLE001 - whatever it is, sending the event again would meet it again
            await self._advisor.apologize(command, error)

    def errors(self, command: CommandBase | None) -> dict[str, str]:
        """What is wrong with a modal's fields, by block id."""
        faults = self._advisor.faults(command) if command else {}
        return {field_id(field): sentence for field, sentence in faults.items()}

    async def _carry_out(self, command: CommandBase, body: Mapping[str, Any], client: AsyncWebClient) -> None:
        modal = await self._advisor.handle(command)
        if modal is not None:
            await self._open(modal, command, body, client)

    async def _open(
        self, modal: AnyModal, command: CommandBase, body: Mapping[str, Any], client: AsyncWebClient
    ) -> None:
        """Open the modal: in the place of the one from which it was asked for, on top of that one, or by itself."""
        below = body.get("view") or {}
        is_on_top = below.get("type") == "modal"
        opens = client.views_push if is_on_top else client.views_open
        try:
            if is_on_top and getattr(modal, "replaces", False):
                await client.views_update(view_id=below.get("id", ""), view=render_modal(modal))
                return
            await opens(trigger_id=body.get("trigger_id", ""), view=render_modal(modal))
        except (SlackClientError, OSError, TimeoutError):
            await self._advisor.tell(command, Problem(trouble=Trouble.MODAL_EXPIRED))
