"""The versions of one decision, and what is counted over all of them: what recall needs to know after a verdict.

A re-assessment makes a new assessment that supersedes the earlier one, each with its own answers and record. Failures
stay with the version under which they were logged, so a month is counted over all of them.
"""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from storage import Storage
from storage.records import Assessment, AssessmentState, Bucket

_MOST = 24
"""So many versions are followed; a chain that is longer is one that was made to be endless."""


class Lineage:
    """Follows a decision through its versions."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def newest(self, assessment: Assessment | None) -> Assessment | None:
        """The version in which this one lives on: what is logged for a superseded one belongs there."""
        for _ in range(_MOST):
            if assessment is None or assessment.state is not AssessmentState.SUPERSEDED or not assessment.superseded_by:
                break
            assessment = await self._storage.assessments.get(assessment.tenant, assessment.superseded_by) or assessment
        return assessment

    async def in_force(self, assessment: Assessment | None) -> Assessment | None:
        """The version that holds now: while one is being asked for anew, the one before it."""
        if assessment is None or assessment.decision is not None:
            return assessment
        before = await self.previous(assessment)
        return assessment if before is None or before.state is AssessmentState.SUPERSEDED else before

    async def previous(self, found: Assessment | None) -> Assessment | None:
        """The version before one that has no verdict yet."""
        if found is None or found.supersedes is None or found.decision is not None:
            return None
        return await self._storage.assessments.get(found.tenant, found.supersedes)

    async def successor(self, found: Assessment | None) -> Assessment | None:
        """The version after this one."""
        if found is None or found.superseded_by is None:
            return None
        return await self._storage.assessments.get(found.tenant, found.superseded_by)

    async def versions(self, found: Assessment | None) -> list[Assessment]:
        """This one and those before it, the newest first."""
        versions: list[Assessment] = []
        while found is not None and len(versions) < _MOST:
            versions.append(found)
            found = await self._storage.assessments.get(found.tenant, found.supersedes) if found.supersedes else None
        return versions

    async def counts(self, assessment: Assessment | None, at: datetime) -> dict[Bucket, int]:
        """The failures of the month in which this moment lies, up to it and by bucket, over all versions."""
        counted: Counter[Bucket] = Counter()
        until, since = at + timedelta(microseconds=1), month_start(assessment, at) if assessment else at
        for version in await self.versions(assessment):
            counted.update(await self._storage.failures.counts(version.tenant, version.id, since, until))
        return dict(counted)


def month_start(assessment: Assessment, now: datetime) -> datetime:
    """When this month began where the team's reviews are held, in UTC where nothing was said."""
    try:
        zone = ZoneInfo(assessment.schedule.zone) if assessment.schedule else ZoneInfo("UTC")
    except (ZoneInfoNotFoundError, ValueError):
        zone = ZoneInfo("UTC")
    there = now.astimezone(zone)
    return datetime.combine(date(there.year, there.month, 1), time(), zone).astimezone(UTC)
