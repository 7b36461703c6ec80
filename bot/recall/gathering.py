"""What the Home and the exports need to know, fetched from storage and, for a person's channels, from Slack."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime

from bot.commands import AppHomeOpened, CommandBase, ExportRecord, ExportTables, LogFailure, RefreshHome
from bot.dialogue.exporting import places
from bot.dialogue.turn import Gathered
from bot.exports import people_of
from bot.recall.archive import Archive
from bot.recall.home import AtHome
from bot.recall.sites import FindAddress, Sites, no_address
from bot.slack.membership import FindChannels
from storage import Storage
from storage.records import Assessment, Tenant

IsAdmin = Callable[[Tenant, str], Awaitable[bool | None]]
"""Whether a person administers the workspace; None where Slack does not tell."""
NamesOf = Callable[[Tenant, Iterable[str]], Awaitable[Mapping[str, str]]]
"""What people are called, by id, as far as Slack tells."""


async def no_names(_tenant: Tenant, _users: Iterable[str]) -> Mapping[str, str]:
    """Where nobody can be asked."""
    return {}


class Gathering:
    """Gathers for commands about more than one assessment, and for records."""

    def __init__(
        self,
        storage: Storage,
        find_channels: FindChannels,
        is_admin: IsAdmin,
        names: NamesOf = no_names,
        find_address: FindAddress = no_address,
    ) -> None:
        self._storage = storage
        sites = Sites(find_address)
        self._archive = Archive(storage, sites)
        self._names = names
        self._at_home = AtHome(storage, find_channels, sites)
        self._is_admin = is_admin

    async def gather(self, command: CommandBase, found: Assessment | None, now: datetime) -> Gathered | None:
        """What this command needs; None for most commands."""
        match command:
            case AppHomeOpened() | RefreshHome():
                return Gathered(looked=await self._at_home.look(command, now))
            case LogFailure(assessment_id="", name="", thread_ts="") if not command.channel or command.is_direct:
                return Gathered(offered=await self._at_home.offered(command.tenant, command.actor))
            case ExportRecord() if found is not None and found.decision is not None:
                return await self._record(command, found)
            case ExportTables():
                return await self._tables(command)
            case _:
                return None

    async def may_see(self, command: CommandBase, found: Assessment) -> bool:
        """Whether the one who acts is where the assessment is: asked for what comes from no channel."""
        return await self._at_home.may_see(command.tenant, command.actor, found)

    async def _record(self, command: ExportRecord, found: Assessment) -> Gathered:
        kept = await self._archive.kept(found)
        names = await self._names(command.tenant, people_of(found, kept))
        return Gathered(kept=kept, names=names)

    async def _tables(self, command: ExportTables) -> Gathered:
        if command.is_workspace and not await self._is_admin(command.tenant, command.actor):
            return Gathered(is_allowed=False)
        return Gathered(is_empty=await self._archive.is_empty(command.tenant, places(command)))
