"""What a command needs to know, fetched from storage before a step: the assessment, its neighbors, its messages.

The step's own list says what that is (`bot.dialogue.needs`); here it is run down, from top to bottom.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, NamedTuple

from bot.calendar.free_days import made_ready
from bot.commands import CommandBase, TypedText
from bot.dialogue import Recalled, step_of
from bot.dialogue.guard import is_from_afar, is_named_elsewhere
from bot.dialogue.needs import Find, Link, Needs
from bot.dialogue.progress import open_fact, question_key
from bot.dialogue.review.standing import address_key, review_key
from bot.dialogue.roadmap import ROADMAP_KEYS, newest_decided
from bot.dialogue.status import SHOWN
from bot.dialogue.taking_back import may_undo
from bot.dialogue.turn import MESSAGE, PARENT
from bot.handing.tokens import new_secret
from bot.recall.finding import Finder
from bot.recall.gathering import Gathering
from bot.recall.lineage import Lineage
from bot.recall.reviews import Reviewed, ReviewMemory, TimeZone, countries_in
from bot.runtime.clock import Clock
from bot.runtime.ids import new_id
from rules import FRAMEWORK
from rules.framework import Framework
from storage import Storage
from storage.answer_records import BLIND
from storage.records import Assessment, BlindAnswers, Bucket, LoggedFailure, ResultsToken, Review, ReviewState, Tenant

Permalink = Callable[[Tenant, str, str], Awaitable[str | None]]
"""The address of a message (tenant, channel, ts); None where Slack was not reached."""


class _Known(NamedTuple):
    """What was found before the messages about it are looked up."""

    found: Assessment | None
    others: Sequence[Assessment]
    reviewed: Reviewed
    listed: Mapping[str, tuple[Review, ...]]


class Memory:
    """Recalls. A command's parts are read where its step's needs say that it has them."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        *,
        permalink: Permalink,
        time_zone: TimeZone,
        gathering: Gathering,
        default_zone: str | None = None,
        framework: Framework = FRAMEWORK,
        new_id: Callable[[], str] = new_id,
        new_secret: Callable[[], str] = new_secret,
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._framework = framework
        self._permalink = permalink
        self._new_id = new_id
        self._new_secret = new_secret
        self._lineage = Lineage(storage)
        self._finder = Finder(storage)
        self._reviews = ReviewMemory(storage, time_zone, default_zone)
        self._gathering = gathering

    async def recall(self, command: CommandBase, ahead: Assessment | None = None) -> tuple[CommandBase, Recalled]:
        """What the command needs to know; words typed where no interview is are read as a subcommand."""
        command, assessment, needs = await self._about(command, ahead)
        others = await self._finder.here(command) if needs.others(command) else ()
        listed = await self._reviewed(command.tenant, others[:SHOWN]) if needs.reviewed else {}
        reviewed = await self._reviews.recall(needs, command, assessment, self._clock.now())
        posted, links = await self._messages(needs, command, _Known(assessment, others, reviewed, listed))
        if needs.posted and assessment is not None and PARENT not in posted:
            reviewed = reviewed._replace(unknown=await self._storage.outbox.unknown(command.tenant))
        successor = await self._lineage.successor(assessment) if needs.successor else None
        if successor is not None:
            await self._link(successor, PARENT, successor.id, links)
        failure, counts = await self._logged(needs, command, assessment)
        recalled = Recalled(
            now=self._clock.now(),
            framework=self._framework,
            new_id=self._new_id(),
            assessment=assessment,
            others=tuple(others),
            more=max(0, len(others) - SHOWN),
            posted=posted,
            roadmap=await self._roadmap(assessment),
            links=links,
            reviewed=listed,
            previous=await self._lineage.previous(assessment),
            blind=await self._blind(assessment),
            successor=successor,
            failure=failure,
            counts=counts,
            log=await self._log(assessment) if needs.logs(command) else (),
            own=await self._storage.outbox.own(command.tenant, assessment.id) if needs.own and assessment else (),
            tokens=await self._tokens(assessment) if needs.tokens and assessment is not None else (),
            new_secret=self._new_secret() if needs.tokens else "",
            gathered=await self._gathering.gather(needs.gathers, command, assessment, self._clock.now()),
            uses_model=self._gathering.uses_model,
            **reviewed._asdict(),
        )
        await made_ready((*countries_in(recalled), *needs.holidays(command)))
        return command, recalled

    async def _about(
        self, command: CommandBase, ahead: Assessment | None
    ) -> tuple[CommandBase, Assessment | None, Needs]:
        """The assessment that the command is about, and what is needed for what it turns out to be."""
        needs = step_of(command).needs
        assessment = await self._found(needs, command, ahead)
        if assessment is None:
            command, assessment = await self._otherwise(needs, command)
            needs = step_of(command).needs
        return *await self._finder.beneath(command, assessment), needs

    async def _otherwise(self, needs: Needs, command: CommandBase) -> tuple[CommandBase, Assessment | None]:
        """What else it may be: said beside the thread it came from, or another command; else it is what it was."""
        for other in (needs.else_beside(command), needs.else_read_as(command)):
            found = await self._found(step_of(other).needs, other) if other is not None else None
            if other is not None and (found is not None or type(other) is not type(command)):
                return other, found
        return command, None

    async def _reviewed(self, tenant: Tenant, shown: Sequence[Assessment]) -> Mapping[str, tuple[Review, ...]]:
        """The reviews of those that are listed and decided."""
        decided = [one.id for one in shown if one.decision is not None]
        return await self._storage.homes.reviewed(tenant, decided) if decided else {}

    async def _tokens(self, assessment: Assessment) -> tuple[ResultsToken, ...]:
        """The live tokens of all its versions: a token goes on with the newest."""
        ids = [version.id for version in await self._lineage.versions(assessment)]
        return await self._storage.results.tokens(assessment.tenant, ids)

    async def _blind(self, assessment: Assessment | None) -> tuple[BlindAnswers, ...]:
        """What each answers alone, where anybody was named for that."""
        if assessment is None or BLIND not in assessment.asked:
            return ()
        return await self._storage.blind.of(assessment.tenant, assessment.id)

    async def _found(self, needs: Needs, command: CommandBase, ahead: Assessment | None = None) -> Assessment | None:
        """The assessment that the command is about, if the one who acts may see it; `ahead`: as read a moment ago.

        What comes from a channel is held against it by the guards; what comes from none, or was typed about another
        channel's decision, against Slack's word.
        """
        found = await self._finder.find(needs, command, ahead)
        if found is None or needs.is_ours or not command.actor:
            return found
        is_named = isinstance(command, TypedText) and is_named_elsewhere(command, found)
        is_afar = needs.find is Find.THREAD and (is_named or is_from_afar(command, found))
        is_held_here = bool(command.channel) and not is_afar
        return found if is_held_here or await self._gathering.may_see(command, found) else None

    async def _logged(
        self, needs: Needs, command: Any, assessment: Assessment | None
    ) -> tuple[LoggedFailure | None, dict[Bucket, int]]:
        """The failure that the command is about, and how many its month had up to it, or up to now for a new one."""
        if needs.failure:
            failure = await self._storage.failures.get(command.tenant, command.failure_id)
        elif needs.fails(command) and assessment is not None and assessment.decision is not None:
            last = await self._storage.failures.last_by(command.tenant, command.actor) if may_undo(command) else None
            failure = last if last is not None and last.assessment_id == assessment.id else None
        else:
            return None, {}
        return failure, await self._lineage.counts(assessment, failure.at if failure else self._clock.now())

    async def _log(self, assessment: Assessment | None) -> tuple[LoggedFailure, ...]:
        """The newest failures of all versions."""
        versions = await self._lineage.versions(assessment)
        found = [await self._storage.failures.list(one.tenant, one.id) for one in versions]
        return tuple(sorted((one for each in found for one in each), key=lambda one: one.at, reverse=True))

    async def _messages(self, needs: Needs, command: Any, known: _Known) -> tuple[frozenset[str], dict[str, str]]:
        """Which messages stand in Slack, and their addresses, where the step says so."""
        links: dict[str, str] = {}
        for link in (*needs.links, *([Link.ROADMAP] if needs.redraws(command) else ())):
            await self._note(link, command, known, links)
        if known.found is None or not needs.posted:
            return frozenset(), links
        fact = open_fact(known.found)
        keys = (PARENT, question_key(fact)) if fact else (PARENT,)
        posted = [key for key in keys if await self._link(known.found, key, key, links)]
        if missing := [key for key in keys if key not in posted]:  # they may be on their way at this moment
            posted += await self._storage.outbox.standing(known.found.tenant, known.found.id, missing)
        if fact and question_key(fact) in links:
            links[fact] = links[question_key(fact)]
        return frozenset(posted), links

    async def _note(self, link: Link, command: Any, known: _Known, links: dict[str, str]) -> None:
        """Note the addresses of one kind."""
        if link is Link.OTHERS:
            for other in known.others[:SHOWN]:
                await self._link(other, PARENT, other.id, links)
        elif link is Link.ROADMAP:
            await self._link_roadmap(known.found or newest_decided(known.others), links)
        elif link is Link.MESSAGE and command.message_ts:
            links[MESSAGE] = await self._permalink(command.tenant, command.channel, command.message_ts) or ""
        elif link is Link.REVIEWS:
            for of, (newest, *_) in ((of, found) for of, found in known.listed.items() if found):
                if newest.state is ReviewState.OPEN:
                    await self._link_to(newest, address_key(newest, of), links)
        elif link is Link.REVIEW:
            await self._link_review(command.month, known.reviewed, links)
        elif link in {Link.PARENT, Link.STARTED} and known.found is not None:
            await self._link(known.found, PARENT, known.found.id if link is Link.STARTED else PARENT, links)

    async def _link_roadmap(self, shown: Assessment | None, links: dict[str, str]) -> None:
        """The address of the roadmap that is shown again, or at least of its thread."""
        if shown is None:
            return
        for key in (*ROADMAP_KEYS, PARENT):
            if await self._link(shown, key, shown.id, links):
                return

    async def _link_review(self, month: str, reviewed: Reviewed, links: dict[str, str]) -> None:
        """The address of the review of this month, at the version that opened it."""
        opened_by = {review.assessment_id for review in reviewed.reviews if review.month == month}
        key = review_key(month)
        for version in reviewed.versions:
            if version.id in opened_by:
                await self._link(version, key, key, links)

    async def _link_to(self, review: Review, name: str, links: dict[str, str]) -> None:
        """Note the address of a review's message, at the version that opened it."""
        message = await self._storage.outbox.message(review.tenant, review.assessment_id, review_key(review.month))
        address = await self._permalink(review.tenant, message.channel, message.ts) if message else None
        if address:
            links[name] = address

    async def _roadmap(self, found: Assessment | None) -> frozenset[str]:
        """Which of the roadmap's messages stand: before the verdict there are none."""
        if found is None or found.decision is None:
            return frozenset()
        return await self._storage.outbox.standing(found.tenant, found.id, ROADMAP_KEYS)

    async def _link(self, assessment: Assessment, key: str, name: str, links: dict[str, str]) -> bool:
        """Note the message's address under this name; says whether the message stands in Slack."""
        message = await self._storage.outbox.message(assessment.tenant, assessment.id, key)
        if message is None:
            return False
        address = await self._permalink(assessment.tenant, message.channel, message.ts)
        if address:
            links[name] = address
        return True
