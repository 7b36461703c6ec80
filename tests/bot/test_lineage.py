"""The versions of one decision in a real database: where it lives on, which one holds, what is counted over all."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.recall.lineage import Lineage, month_start
from storage import Storage
from storage.records import Assessment, AssessmentState, Bucket, Change, LoggedFailure, ReviewSchedule, Tenant

TENANT = Tenant(team="T1")
NOW = datetime(2026, 12, 1, 5, 0, tzinfo=UTC)


def version(id_: str, **fields: Any) -> Assessment:
    said = {"id": id_, "tenant": TENANT, "channel": "C1", "name": "Support copilot", "started_by": "U1"}
    return Assessment(**said, started_at=NOW, changed_at=NOW, **fields)


def failure(id_: str, of: str, at: datetime = NOW) -> LoggedFailure:
    return LoggedFailure(id=id_, tenant=TENANT, assessment_id=of, bucket=Bucket.SAFETY, by="U1", at=at)


@pytest.fixture
async def lineage(storage: Storage) -> Lineage:
    """Two versions: the first superseded by the second."""
    first = version("a1", state=AssessmentState.SUPERSEDED, superseded_by="a2")
    second = version("a2", supersedes="a1")
    failures = (failure("f1", "a1"), failure("f2", "a2"), failure("f3", "a1", NOW - timedelta(days=1)))
    await storage.remember(Change(tenant=TENANT, at=NOW, assessments=(first, second)))
    await storage.remember(Change(tenant=TENANT, at=NOW, failures=failures))
    return Lineage(storage)


async def test_a_superseded_version_lives_on_in_the_newest(lineage: Lineage, storage: Storage):
    first = await storage.assessments.get(TENANT, "a1")

    newest = await lineage.newest(first)

    assert newest is not None
    assert newest.id == "a2"
    assert (await lineage.newest(newest)) == newest
    assert await lineage.newest(None) is None


async def test_a_month_is_counted_over_all_versions_and_the_last_one_is_not(lineage: Lineage, storage: Storage):
    second = await storage.assessments.get(TENANT, "a2")

    assert (await lineage.counts(second, NOW))[Bucket.SAFETY] == 2
    assert await lineage.counts(None, NOW) == {}


async def test_another_workspace_counts_nothing_of_it(lineage: Lineage):
    stranger = version("a2", supersedes="a1").model_copy(update={"tenant": Tenant(team="T2")})

    assert sum((await lineage.counts(stranger, NOW)).values()) == 0


async def test_while_it_is_asked_anew_the_version_before_holds(storage: Storage):
    first = version("a1", state=AssessmentState.DECIDED, superseded_by="a2")
    second = version("a2", supersedes="a1")
    await storage.remember(Change(tenant=TENANT, at=NOW, assessments=(first, second)))
    lineage = Lineage(storage)

    held = await lineage.in_force(second)

    assert held is not None
    assert held.id == "a1"
    successor = await lineage.successor(held)
    assert successor is not None
    assert successor.id == "a2"


@pytest.mark.parametrize(
    ("zone", "began"),
    [
        (None, datetime(2026, 12, 1, tzinfo=UTC)),
        ("Asia/Kathmandu", datetime(2026, 11, 30, 18, 15, tzinfo=UTC)),
        ("America/Los_Angeles", datetime(2026, 11, 1, 7, tzinfo=UTC)),
        ("Nowhere/Gone", datetime(2026, 12, 1, tzinfo=UTC)),
    ],
)
def test_a_month_begins_where_the_team_is(zone: str | None, began: datetime):
    schedule = ReviewSchedule(day=1, zone=zone, owner="U1") if zone else None

    assert month_start(version("a1", schedule=schedule), NOW) == began
