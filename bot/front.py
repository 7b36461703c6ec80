"""What stands in front of the advisor: requests are kept and acknowledged before the half that answers them is loaded.

That half (conversations, rules of hearing, replies, views, files) takes as long to load as all the rest of a start, and
no ack needs it. It is loaded ahead, right after the first acks; whatever comes sooner is kept, and waits for it.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from bot.commands import CommandBase
from bot.delivery.content import File
from bot.troubles import Trouble
from storage.records import Assessment

if TYPE_CHECKING:
    from bot.advisor import Advisor
    from bot.replies import AnyModal
    from bot.rooms import Rooms
    from bot.views import Message


class Advises(Protocol):
    """What whoever takes requests asks of an advisor."""

    when_nothing_changes: Callable[[CommandBase], object]
    """Told of a command that leads to nothing that is saved."""

    async def carry_out(self, command: CommandBase, ahead: Assessment | None = None) -> "AnyModal | None":
        """Carry it out; gives the modal that is still to be opened. Raises StorageError; then nothing was saved."""
        ...

    async def tell(self, command: CommandBase, trouble: Trouble, detail: str = "") -> None:
        """Say to the one who acted, directly, what went wrong."""
        ...

    async def apologize(self, command: CommandBase, error: Exception) -> None:
        """An error of ours: a reference for the log and a sentence for the person."""
        ...

    async def faults(self, command: CommandBase) -> dict[str, str]:
        """What is wrong with a modal's fields, said before it closes."""
        ...


class Front:
    """The advisor and the screens, made at their first use, once their code is `loaded`."""

    def __init__(self, furnish: "Callable[[], Rooms]", loaded: Callable[[], Awaitable[None]]) -> None:
        self._furnish = furnish
        self._loaded = loaded
        self._rooms: Rooms | None = None
        self.when_nothing_changes: Callable[[CommandBase], object] = lambda _command: None

    @property
    def rooms(self) -> "Rooms":
        """Both, at once; whoever cannot wait loads them where they stand."""
        if self._rooms is None:
            self._rooms = self._furnish()
            self._rooms.advisor.when_nothing_changes = self._nothing_changes
        return self._rooms

    async def carry_out(self, command: CommandBase, ahead: Assessment | None = None) -> "AnyModal | None":
        """Carry out one command."""
        return await (await self._advisor()).carry_out(command, ahead)

    async def tell(self, command: CommandBase, trouble: Trouble, detail: str = "") -> None:
        """Say what went wrong."""
        await (await self._advisor()).tell(command, trouble, detail)

    async def apologize(self, command: CommandBase, error: Exception) -> None:
        """Say that it was our fault."""
        await (await self._advisor()).apologize(command, error)

    async def faults(self, command: CommandBase) -> dict[str, str]:
        """What is wrong with a modal's fields."""
        return await (await self._advisor()).faults(command)

    async def loaded(self) -> None:
        """Wait until rows can be shown without loading anything."""
        await self._loaded()

    def message(self, reply: Mapping[str, Any]) -> "Message":
        """The message of a stored reply."""
        return self.rooms.screens.message(reply)

    def home(self, reply: Mapping[str, Any]) -> Mapping[str, Any]:
        """The Home view of a stored reply."""
        return self.rooms.screens.home(reply)

    async def file(self, reply: Mapping[str, Any]) -> File:
        """The file of a stored reply."""
        return await self.rooms.screens.file(reply)

    async def _advisor(self) -> "Advisor":
        await self._loaded()
        return self.rooms.advisor

    def _nothing_changes(self, command: CommandBase) -> None:
        self.when_nothing_changes(command)
