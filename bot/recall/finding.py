"""The assessment that a command is about, found by what its step says, and those of the command's channel."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from bot.commands import CommandBase, TypedText
from bot.commands.words import is_subcommand
from bot.dialogue.guard import ENDED
from bot.dialogue.names import behind_name, clean
from bot.dialogue.needs import Find, Needs
from bot.dialogue.review.standing import month_of_key
from bot.dialogue.roadmap import newest_decided
from bot.dialogue.status import SHOWN
from bot.recall.lineage import Lineage
from storage import Storage
from storage.records import Assessment, AssessmentState


class Finder:
    """Finds assessments. The parts of a command by which it finds are those that its step says it has."""

    def __init__(self, storage: Storage) -> None:
        self._assessments = storage.assessments
        self._outbox = storage.outbox
        self._lineage = Lineage(storage)
        self._ways: Mapping[Find, Callable[[Any], Awaitable[Assessment | None]]] = {
            Find.ID: self._by_id,
            Find.START: self._by_name,
            Find.NAMED: self._named,
            Find.NAMED_OR_NEWEST: self._named_or_newest,
            Find.FAILING: self._failing,
            Find.THREAD: self._typed_to,
        }

    async def find(self, needs: Needs, command: CommandBase, ahead: Assessment | None = None) -> Assessment | None:
        """The assessment that the command is about; every way begins with the id, under which it was read `ahead`."""
        way = self._ways.get(needs.find)
        found = ahead or await way(command) if way else None
        return await self._lineage.newest(found) if found is not None and needs.lives_on(command) else found

    async def beneath(self, command: CommandBase, found: Assessment | None) -> tuple[CommandBase, Assessment | None]:
        """The same; words typed in a review's own thread with its month, and the version with which reviews go on."""
        if not isinstance(command, TypedText) or not command.thread_ts or found is None or found.decision is None:
            return command, found
        month = month_of_key(await self._outbox.key_of(command.tenant, command.channel, command.thread_ts))
        if not month:
            return command, found
        newest = await self._lineage.newest(found)
        is_decided = newest is not None and newest.decision is not None  # else "skip" would answer its open question
        return command.model_copy(update={"review": month}), newest if is_decided else found

    async def here(self, command: CommandBase) -> Sequence[Assessment]:
        """The channel's assessments, newest first; one more than is shown tells that there are more.

        In a direct message: those started there, and those moved there from channels the bot is not in.
        """
        in_channel, tenant = self._assessments.in_channel, command.tenant
        here = await in_channel(tenant, command.channel, limit=SHOWN + 1)
        if not command.is_direct:
            return here
        both = [*here, *await in_channel(tenant, command.actor, limit=SHOWN + 1)]
        return sorted(both, key=lambda found: found.started_at, reverse=True)

    async def _by_id(self, command: Any) -> Assessment | None:
        return await self._assessments.get(command.tenant, command.assessment_id) if command.assessment_id else None

    async def _by_name(self, command: Any) -> Assessment | None:
        return await self._assessments.find_by_name(command.tenant, command.channel, clean(command.name))

    async def _named(self, command: Any) -> Assessment | None:
        if command.assessment_id or not command.name:
            return await self._by_id(command)
        return await self._lineage.in_force(await self._by_name(command))

    async def _named_or_newest(self, command: Any) -> Assessment | None:
        if command.assessment_id or command.name:
            return await self._named(command)
        return newest_decided(await self.here(command))

    async def _failing(self, command: Any) -> Assessment | None:
        if command.assessment_id or command.name or not command.thread_ts:
            return await self._named(command)
        return await self._assessments.find_by_message(command.tenant, command.channel, command.thread_ts)

    async def _typed_to(self, command: Any) -> Assessment | None:
        """The assessment of this thread; outside any thread the one that the words name, or the only one there may be.

        What they name may be held in another channel: only those are looked at in which the one who writes took part.
        In a direct message that is the one that is being asked about there, or the newest; else one of a channel.
        """
        if command.thread_ts is not None:
            return await self._assessments.find_by_message(command.tenant, command.channel, command.thread_ts)
        if is_subcommand(command.text):
            return None
        live = [one for one in await self.here(command) if one.state not in ENDED]
        named = _named_in(command.text, live)
        if named is not None or not command.is_direct:
            return named or await self._named_elsewhere(command) or _only(live)
        asked = next((one for one in live if one.state is AssessmentState.INTERVIEWING), next(iter(live), None))
        afar = await self._afar(command)
        return _named_in(command.text, afar) or asked or _only(afar)

    async def _afar(self, command: CommandBase) -> list[Assessment]:
        """The decisions of the channels in which the one who writes directly took part."""
        tenant = command.tenant
        channels = await self._assessments.channels_of(tenant, command.actor)
        found = [await self._assessments.in_channel(tenant, channel, limit=SHOWN + 1) for channel in channels]
        return [one for each in found for one in each if one.state not in ENDED and one.decision is not None]

    async def _named_elsewhere(self, command: Any) -> Assessment | None:
        return _named_in(command.text, await self._afar(command)) if command.is_mention else None


def _named_in(text: str, among: Sequence[Assessment]) -> Assessment | None:
    """The one with whose name the words begin, the longest name first."""
    named = [one for one in among if behind_name(text, one.name) is not None]
    return max(named, key=lambda one: len(one.name), default=None)


def _only(among: Sequence[Assessment]) -> Assessment | None:
    return among[0] if len(among) == 1 else None
