"""What the steps of a review need to know: the reviews of all versions, what was logged since, whose zone it is."""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from bot import commands
from bot.commands import CommandBase
from bot.dialogue.review_lost import is_of_review
from bot.dialogue.turn import Recalled
from storage import Storage
from storage.records import Assessment, Bucket, Delivery, Review, ReviewState, Tenant

TimeZone = Callable[[Tenant, str], Awaitable[str | None]]
"""The time zone of a person; None where Slack does not tell it."""
_MOST_VERSIONS = 24
_MOST_REVIEWS = 24
_MOST_UNKNOWN = 20
_FAILURES = commands.FailureLogged | commands.FailureCorrected | commands.WithdrawFailure
"""An open review counts them."""
_PLANS = commands.HandOver | commands.PauseReviews | commands.StopReviews
_FOLLOWED = commands.AboutReview | _PLANS | commands.ResumeReviews | commands.AskForPlan | commands.PlanReview


class Reviewed(NamedTuple):
    """What was found."""

    reviews: tuple[Review, ...] = ()
    versions: tuple[Assessment, ...] = ()
    logged: dict[Bucket, int] = {}  # noqa: RUF012 - never changed
    zone: str | None = None
    default_zone: str | None = None
    unknown: tuple[Delivery, ...] = ()


async def no_zone(_tenant: Tenant, _user: str) -> str | None:
    """Where nobody can be asked."""
    return None


class ReviewMemory:
    """Recalls for reviews; anything else costs nothing here."""

    def __init__(self, storage: Storage, time_zone: TimeZone, default_zone: str | None = None) -> None:
        self._storage = storage
        self._time_zone = time_zone
        self._default_zone = default_zone

    async def recall(self, command: CommandBase, found: Assessment | None, now: datetime) -> Reviewed:
        """What this command needs."""
        match command:
            case commands.AskForPlan() if found is not None and found.schedule is None:
                zone = await self._time_zone(command.tenant, command.actor)
                return Reviewed(zone=zone, default_zone=self._default_zone)
            case commands.PostNow():
                row = await self._storage.outbox.get(command.tenant, command.delivery_id)
                return Reviewed(unknown=(row,) if row else ())
            case commands.ShowStatus():
                return Reviewed(unknown=(await self._storage.outbox.unknown(command.tenant))[:_MOST_UNKNOWN])
            case _ if found is not None and _is_about_reviews(command):
                return await self._reviews(found, now)
            case _:
                return Reviewed()

    async def _reviews(self, found: Assessment, now: datetime) -> Reviewed:
        versions = await self._versions(found)
        reviews: list[Review] = []
        for version in versions:
            there = {review.month for review in reviews}
            listed = await self._storage.reviews.list(found.tenant, version.id, limit=_MOST_REVIEWS)
            reviews += [review for review in listed if review.month not in there]
        reviews.sort(key=lambda review: review.month, reverse=True)
        logged = await self._logged(versions, reviews, now)
        return Reviewed(tuple(reviews[:_MOST_REVIEWS]), tuple(versions), logged)

    async def _versions(self, found: Assessment) -> list[Assessment]:
        """This one and those before it, the newest first."""
        versions = [found]
        while versions[-1].supersedes and len(versions) < _MOST_VERSIONS:
            before = await self._storage.assessments.get(found.tenant, versions[-1].supersedes)
            if before is None:
                break
            versions.append(before)
        return versions

    async def _logged(self, versions: list[Assessment], reviews: list[Review], now: datetime) -> dict[Bucket, int]:
        """The failures since the last finished review."""
        ends = (r.finished_at for r in reviews if r.state is ReviewState.FINISHED and r.finished_at is not None)
        since = max(ends, default=versions[-1].started_at)
        counted: Counter[Bucket] = Counter()
        for version in versions:
            counted.update(
                await self._storage.failures.counts(version.tenant, version.id, since, now + timedelta(seconds=1))
            )
        return dict(counted)


def countries_of(command: CommandBase, recalled: Recalled) -> Iterator[str | None]:
    """The countries whose holidays this step may ask for."""
    looked = recalled.gathered.looked if recalled.gathered else None
    for found in (recalled.assessment, recalled.previous, *(looked.rows.shown if looked else ())):
        if found is not None and found.schedule is not None:
            yield found.schedule.holidays
    if isinstance(command, commands.PlanReview):
        yield command.holidays


def follows_versions(command: CommandBase) -> bool:
    """Whether it is about the version in which a decision lives on: reviews and their plan go on there."""
    is_lost = isinstance(command, commands.DeliveryFailed) and is_of_review(command)
    return is_lost or isinstance(command, _FOLLOWED)


def _is_about_reviews(command: CommandBase) -> bool:
    is_lost = isinstance(command, commands.DeliveryFailed) and is_of_review(command)
    return is_lost or isinstance(command, commands.AboutReview | _PLANS | _FAILURES)
