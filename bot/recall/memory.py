"""What a command needs to know, fetched from storage before a step: the assessment, its neighbours, its messages."""

from collections.abc import Awaitable, Callable, Iterable

from bot import commands
from bot.commands import CommandBase
from bot.commands.words import read_words
from bot.dialogue import Recalled
from bot.dialogue.names import clean
from bot.dialogue.progress import open_fact, question_key
from bot.dialogue.reviewing import review_key
from bot.dialogue.roadmap import newest_decided, roadmap_key
from bot.dialogue.status import SHOWN
from bot.dialogue.turn import MESSAGE, PARENT
from bot.recall.gathering import Gathering
from bot.recall.lineage import Lineage
from bot.recall.reviews import Reviewed, ReviewMemory, TimeZone, follows_versions, no_zone
from bot.runtime.clock import Clock
from rules.framework import Framework
from rules.roadmap import Phase
from storage import Storage
from storage.records import Assessment, AssessmentState, Bucket, LoggedFailure, Tenant

_ROADMAP = roadmap_key(Phase.EVALUATION)
Permalink = Callable[[Tenant, str, str], Awaitable[str | None]]
"""The address of a message (tenant, channel, ts); None where Slack was not reached."""


class Memory:
    """Recalls."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        framework: Framework,
        *,
        permalink: Permalink,
        new_id: Callable[[], str],
        time_zone: TimeZone = no_zone,
        default_zone: str | None = None,
        gathering: Gathering | None = None,
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._framework = framework
        self._permalink = permalink
        self._new_id = new_id
        self._lineage = Lineage(storage)
        self._reviews = ReviewMemory(storage, time_zone, default_zone)
        self._gathering = gathering

    async def recall(self, command: CommandBase) -> tuple[CommandBase, Recalled]:
        """What the command needs to know; words typed where no interview is are read as a subcommand."""
        found = await self._find(command)
        if isinstance(command, commands.TypedText) and found is None and command.is_mention:
            command = read_words(command.text, command)
            found = await self._find(command)
        if found is not None and not await self._may_see(command, found):
            found = None
        others, more = await self._others(command)
        reviewed = await self._reviews.recall(command, found, self._clock.now())
        posted, links = await self._messages(command, found, others)
        await self._link_review(command, reviewed, links)
        successor = await self._lineage.successor(found) if isinstance(command, commands.Reassess) else None
        if successor is not None:
            await self._link(successor, PARENT, successor.id, links)
        failure, counts = await self._logged(command, found)
        return command, Recalled(
            now=self._clock.now(),
            framework=self._framework,
            new_id=self._new_id(),
            assessment=found,
            others=others,
            more=more,
            posted=posted,
            links=links,
            previous=await self._lineage.previous(found),
            successor=successor,
            failure=failure,
            counts=counts,
            gathered=await self._gathering.gather(command, found, self._clock.now()) if self._gathering else None,
            **reviewed._asdict(),
        )

    async def _may_see(self, command: CommandBase, found: Assessment) -> bool:
        """What comes from a channel is held against it by the guards; what comes from none, against Slack's word."""
        is_ours = not command.actor or isinstance(command, commands.DeliveryFailed)
        if command.channel or is_ours:
            return True
        return self._gathering is not None and await self._gathering.may_see(command, found)

    async def _find(self, command: CommandBase) -> Assessment | None:
        """The assessment that the command is about."""
        assessments = self._storage.assessments
        match command:
            case commands.StartAssessment():
                return await assessments.find_by_name(command.tenant, command.channel, clean(command.name))
            case commands.TypedText(thread_ts=str() as thread):
                return await assessments.find_by_message(command.tenant, command.channel, thread)
            case commands.TypedText(is_direct=True):
                here = await self._in_direct(command)
                return next((a for a in here if a.state is AssessmentState.INTERVIEWING), next(iter(here), None))
            case (
                commands.ShowRoadmap(assessment_id="", name=str() as name)
                | commands.Reassess(assessment_id="", name=str() as name)
                | commands.ExportRecord(assessment_id="", name=str() as name)
            ):
                return await self._named(command, name)
            case commands.LogFailure() | commands.FailureLogged():
                return await self._lineage.newest(await self._failing(command))
            case _:
                named = getattr(command, "assessment_id", "")
                found = await assessments.get(command.tenant, named) if named else None
                return await self._lineage.newest(found) if follows_versions(command) else found

    async def _named(self, command: CommandBase, name: str) -> Assessment | None:
        """The version in force of the decision with this name."""
        if not name:
            return await self._newest_decided(command) if isinstance(command, commands.ExportRecord) else None
        found = await self._storage.assessments.find_by_name(command.tenant, command.channel, clean(name))
        return await self._lineage.in_force(found)

    async def _newest_decided(self, command: CommandBase) -> Assessment | None:
        """The channel's newest decision: what `/ftrag export` without a name means."""
        here = await self._in_direct(command) if command.is_direct else await self._in_channel(command)
        return next((one for one in here if one.decision is not None), next(iter(here), None))

    async def _failing(self, command: commands.LogFailure | commands.FailureLogged) -> Assessment | None:
        """The feature that failed: the named one, or the one in whose thread the message stands."""
        assessments = self._storage.assessments
        if command.assessment_id:
            return await assessments.get(command.tenant, command.assessment_id)
        if not isinstance(command, commands.LogFailure):
            return None
        if command.name:
            return await self._named(command, command.name)
        return (
            await assessments.find_by_message(command.tenant, command.channel, command.thread_ts)
            if command.thread_ts
            else None
        )

    async def _logged(
        self, command: CommandBase, found: Assessment | None
    ) -> tuple[LoggedFailure | None, dict[Bucket, int]]:
        """The failure that the command is about, and how many its month had up to it, or up to now for a new one."""
        if not isinstance(command, commands.AboutFailure):
            return None, {}
        failure = await self._storage.failures.get(command.tenant, command.failure_id)
        return failure, await self._lineage.counts(found, failure.at if failure else self._clock.now())

    async def _others(self, command: CommandBase) -> tuple[tuple[Assessment, ...], int]:
        """The channel's assessments, where the command lists them; one more than is shown tells that there are more."""
        is_listing = isinstance(command, commands.ShowStatus | commands.LogFailure)
        is_open = isinstance(command, commands.ShowRoadmap | commands.Reassess)
        if is_listing or (is_open and not getattr(command, "assessment_id", "")):
            found = await self._in_direct(command) if command.is_direct else await self._in_channel(command)
            return tuple(found), max(0, len(found) - SHOWN)
        return (), 0

    async def _in_channel(self, command: CommandBase, channel: str = "") -> list[Assessment]:
        place = channel or command.channel
        return list(await self._storage.assessments.in_channel(command.tenant, place, limit=SHOWN + 1))

    async def _in_direct(self, command: CommandBase) -> list[Assessment]:
        """In a direct message: those started there, and those moved there from channels the bot is not in."""
        both = [*await self._in_channel(command), *await self._in_channel(command, command.actor)]
        return sorted(both, key=lambda found: found.started_at, reverse=True)

    async def _messages(
        self, command: CommandBase, found: Assessment | None, others: Iterable[Assessment]
    ) -> tuple[frozenset[str], dict[str, str]]:
        """Which messages stand in Slack, and their addresses, for the commands that say so."""
        links: dict[str, str] = {}
        for other in list(others)[:SHOWN] if isinstance(command, commands.ShowStatus) else ():
            await self._link(other, PARENT, other.id, links)
        if isinstance(command, commands.ShowRoadmap) or getattr(command, "is_copy", False):
            await self._link_roadmap(found or newest_decided(list(others)), links)
        if isinstance(command, commands.FailureLogged) and command.message_ts:
            links[MESSAGE] = await self._permalink(command.tenant, command.channel, command.message_ts) or ""
        if found is None:
            return frozenset(), links
        if isinstance(command, commands.FailureLogged | commands.SayChanged):
            await self._link(found, PARENT, PARENT, links)
        if isinstance(command, commands.StartAssessment):
            await self._link(found, PARENT, found.id, links)
        if not isinstance(command, commands.Continue | commands.TryAgain | commands.HoldInDirectMessage):
            return frozenset(), links
        fact = open_fact(found)
        keys = (PARENT, question_key(fact)) if fact else (PARENT,)
        posted = [key for key in keys if await self._link(found, key, key, links)]
        if fact and question_key(fact) in links:
            links[fact] = links[question_key(fact)]
        return frozenset(posted), links

    async def _link_roadmap(self, shown: Assessment | None, links: dict[str, str]) -> None:
        """The address of the roadmap that is shown again, or at least of its thread."""
        if shown is not None and not await self._link(shown, _ROADMAP, shown.id, links):
            await self._link(shown, PARENT, shown.id, links)

    async def _link_review(self, command: CommandBase, reviewed: Reviewed, links: dict[str, str]) -> None:
        """The address of the review of which its owner is reminded, at the version that opened it."""
        if not isinstance(command, commands.NudgeOwner):
            return
        opened_by = {review.assessment_id for review in reviewed.reviews if review.month == command.month}
        key = review_key(command.month)
        for version in reviewed.versions:
            if version.id in opened_by:
                await self._link(version, key, key, links)

    async def _link(self, found: Assessment, key: str, name: str, links: dict[str, str]) -> bool:
        """Note the message's address under this name; says whether the message stands in Slack."""
        message = await self._storage.outbox.message(found.tenant, found.id, key)
        if message is None:
            return False
        address = await self._permalink(found.tenant, message.channel, message.ts)
        if address:
            links[name] = address
        return True
