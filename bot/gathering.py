"""What the Home and the exports need to know, fetched from storage and, for a person's channels, from Slack."""

from collections.abc import Awaitable, Callable, Iterable

from bot.commands import AppHomeOpened, CommandBase, ExportRecord, ExportTables
from bot.dialogue.home import PAGE
from bot.dialogue.turn import Gathered
from bot.exports import Exported
from storage import Storage
from storage.records import Assessment, Tenant

MemberChannels = Callable[[Tenant, str], Awaitable[tuple[str, ...] | None]]
"""The channels a person is in; None where Slack does not tell."""
IsAdmin = Callable[[Tenant, str], Awaitable[bool | None]]
"""Whether a person administers the workspace; None where Slack does not tell."""

_WAITING_AMONG = 100
"""What waits is looked for among so many assessments, those changed last."""
_MOST_EXPORTED = 1_000


class Gathering:
    """Gathers for commands about more than one assessment, and for records."""

    def __init__(self, storage: Storage, member_channels: MemberChannels, is_admin: IsAdmin) -> None:
        self._storage = storage
        self._member_channels = member_channels
        self._is_admin = is_admin

    async def gather(self, command: CommandBase, found: Assessment | None) -> Gathered | None:
        """What this command needs; None for most commands."""
        match command:
            case AppHomeOpened():
                return await self._home(command)
            case ExportRecord() if found is not None:
                return Gathered(exported=await self._follow_up((found,)), chain=await self._chain(found))
            case ExportTables():
                return await self._tables(command)
            case _:
                return None

    async def _home(self, command: AppHomeOpened) -> Gathered:
        tenant, user = command.tenant, command.actor
        told = await self._member_channels(tenant, user)
        channels = told if told is not None else await self._storage.assessments.channels_of(tenant, user)
        find = self._storage.assessments.for_member
        newest = await find(tenant, user, channels, limit=_WAITING_AMONG)
        start = command.page * PAGE
        is_within = start + PAGE < _WAITING_AMONG or len(newest) < _WAITING_AMONG
        shown = (
            newest[start : start + PAGE + 1]
            if is_within
            else await find(tenant, user, channels, limit=PAGE + 1, offset=start)
        )
        reviews = {one.id: await self._storage.reviews.latest(tenant, one.id) for one in shown[:PAGE]}
        seen = {one.id: one for one in (*shown[:PAGE], *newest[:PAGE])}
        links = {id_: await self._where(one) for id_, one in seen.items()}
        return Gathered(
            newest=newest,
            shown=shown,
            reviews={key: review for key, review in reviews.items() if review is not None},
            links={key: link for key, link in links.items() if link},
            sees_channels=told is not None,
        )

    async def _where(self, found: Assessment) -> str | None:
        """The address by which Slack's clients find the parent message, without asking Slack for it."""
        message = await self._storage.outbox.message(found.tenant, found.id, "parent")
        if message is None:
            return None
        return f"https://slack.com/archives/{message.channel}/p{message.ts.replace('.', '')}"

    async def _tables(self, command: ExportTables) -> Gathered:
        if command.is_workspace:
            if not await self._is_admin(command.tenant, command.actor):
                return Gathered(is_allowed=False)
            found = await self._storage.assessments.in_channel(command.tenant, None, limit=_MOST_EXPORTED)
        else:
            found = await self._storage.assessments.in_channel(command.tenant, command.channel, limit=_MOST_EXPORTED)
        return Gathered(exported=await self._follow_up(found))

    async def _follow_up(self, found: Iterable[Assessment]) -> Exported:
        every = tuple(found)
        reviews = [r for one in every for r in await self._storage.reviews.list(one.tenant, one.id, limit=120)]
        failures = [f for one in every for f in await self._storage.failures.list(one.tenant, one.id)]
        return Exported(assessments=every, reviews=tuple(reviews), failures=tuple(failures))

    async def _chain(self, found: Assessment) -> tuple[Assessment, ...]:
        """The versions right before and after this one, for the links between their records."""
        near = [
            await self._storage.assessments.get(found.tenant, id_)
            for id_ in (found.supersedes, found.superseded_by)
            if id_
        ]
        return tuple(one for one in near if one is not None)
