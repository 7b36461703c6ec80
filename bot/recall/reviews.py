"""What the steps of a review need to know: the reviews of all versions, what was logged since, whose zone it is."""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from bot.dialogue.needs import Needs
from bot.dialogue.turn import Recalled
from bot.recall.lineage import Lineage
from storage import Storage
from storage.records import Assessment, Bucket, Delivery, ResultFile, Review, ReviewState, Tenant

TimeZone = Callable[[Tenant, str], Awaitable[str | None]]
"""The time zone of a person; None where Slack does not tell it."""
_MOST_REVIEWS = 24
_MOST_FILES = 12
_MOST_UNKNOWN = 20


class Reviewed(NamedTuple):
    """What was found."""

    reviews: tuple[Review, ...] = ()
    versions: tuple[Assessment, ...] = ()
    result_files: tuple[ResultFile, ...] = ()
    logged: dict[Bucket, int] = {}  # noqa: RUF012 - never changed
    zone: str | None = None
    default_zone: str | None = None
    unknown: tuple[Delivery, ...] = ()


class ReviewMemory:
    """Recalls for reviews."""

    def __init__(self, storage: Storage, time_zone: TimeZone, default_zone: str | None) -> None:
        self._storage = storage
        self._lineage = Lineage(storage)
        self._time_zone = time_zone
        self._default_zone = default_zone

    async def recall(self, needs: Needs, command: Any, assessment: Assessment | None, now: datetime) -> Reviewed:
        """What the step needs of this; for most steps that is nothing."""
        reviewed = (
            await self._reviews(assessment, now) if assessment is not None and needs.reviews(command) else Reviewed()
        )
        if assessment is not None and reviewed.versions:
            files = await self._result_files(reviewed.versions, getattr(command, "digest", ""))
            reviewed = reviewed._replace(result_files=files)
        if needs.zone(command) and assessment is not None and assessment.schedule is None:
            zone = await self._time_zone(command.tenant, command.actor)
            reviewed = reviewed._replace(zone=zone)
        if needs.delivery:
            row = await self._storage.outbox.get(command.tenant, command.delivery_id)
            reviewed = reviewed._replace(unknown=(row,) if row else ())
        if needs.unknown:
            reviewed = reviewed._replace(unknown=(await self._storage.outbox.unknown(command.tenant))[:_MOST_UNKNOWN])
        return reviewed._replace(default_zone=self._default_zone)

    async def _reviews(self, assessment: Assessment, now: datetime) -> Reviewed:
        versions = await self._lineage.versions(assessment)
        reviews: list[Review] = []
        for version in versions:
            there = {review.month for review in reviews}
            listed = await self._storage.reviews.list(assessment.tenant, version.id, limit=_MOST_REVIEWS)
            reviews += [review for review in listed if review.month not in there]
        reviews.sort(key=lambda review: review.month, reverse=True)
        logged = await self._logged(versions, reviews, now)
        return Reviewed(tuple(reviews[:_MOST_REVIEWS]), tuple(versions), logged=logged)

    async def _result_files(self, versions: tuple[Assessment, ...], digest: str) -> tuple[ResultFile, ...]:
        """The newest result files of all versions, and the one with this content however old it is."""
        tenant, ids = versions[0].tenant, [version.id for version in versions]
        newest = await self._storage.results.newest(tenant, ids, limit=_MOST_FILES)
        if not digest or any(file.digest == digest for file in newest):
            return newest
        named = await self._storage.results.of_content(tenant, ids, digest)
        return (*newest, named) if named else newest

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


def countries_in(recalled: Recalled) -> Iterator[str | None]:
    """The countries of the schedules that a step sees, whose holidays it may ask for."""
    looked = recalled.gathered.looked if recalled.gathered else None
    for assessment in (recalled.assessment, recalled.previous, *(looked.rows.shown if looked else ())):
        if assessment is not None and assessment.schedule is not None:
            yield assessment.schedule.holidays
