"""Looks at the Home: they change nothing, so none is kept, and a Home is made once however often it is asked for."""

from bot.commands import AppHomeOpened
from bot.front import Advises
from bot.runtime.logs import get_logger
from bot.runtime.tasks import Tasks
from storage.errors import StorageError
from storage.records import Tenant

log = get_logger("ftrag.looks")


class Looks:
    """The Homes that are being made."""

    def __init__(self, advisor: Advises, tasks: Tasks) -> None:
        self._advisor = advisor
        self._tasks = tasks
        self._homes: dict[tuple[Tenant, str], AppHomeOpened | None] = {}
        """Whose Home is being made, and the newest look that came meanwhile."""

    def take(self, command: AppHomeOpened) -> None:
        """Make this person's Home anew; while that is under way only the newest further look counts."""
        whose = (command.tenant, command.actor)
        is_under_way = whose in self._homes
        self._homes[whose] = command
        if not is_under_way:
            self._tasks.start(self._show(whose), on_error=_let_go)

    async def _show(self, whose: tuple[Tenant, str]) -> None:
        try:
            while (command := self._homes[whose]) is not None:
                self._homes[whose] = None
                try:
                    await self._advisor.carry_out(command)
                except StorageError as error:
                    log.warning("home_not_shown", error=type(error).__name__)
        finally:
            del self._homes[whose]


async def _let_go(_error: Exception) -> None:
    """It stands in the log; whoever looks again has it made again."""
