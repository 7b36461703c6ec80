"""Assessments, reviews and failures are found as people look for them."""

from storage import Storage
from storage.records import AssessmentState, Bucket
from tests.storage.samples import DAY, FULL, MINUTE, NOON, OTHERS, OURS, assessment, change, failure, review


async def test_a_channel_lists_its_assessments_newest_first_page_by_page(storage: Storage):
    many = [assessment(f"A{n}", started_at=NOON + n * MINUTE) for n in range(5)]
    elsewhere = assessment("B1", channel="C2", started_at=NOON + DAY)
    await storage.remember(change(assessments=[*many, elsewhere]))

    first = await storage.assessments.in_channel(OURS, "C1", limit=3)
    rest = await storage.assessments.in_channel(OURS, "C1", limit=3, before=first[-1].started_at)

    assert [found.id for found in first] == ["A4", "A3", "A2"]
    assert [found.id for found in rest] == ["A1", "A0"]


async def test_a_whole_workspace_lists_the_assessments_of_all_its_channels(storage: Storage):
    await storage.remember(change(assessments=[assessment("A1"), assessment("A2", channel="C2"), FULL]))
    await storage.remember(change(tenant=OTHERS, assessments=[assessment("A3", tenant=OTHERS)]))

    found = await storage.assessments.in_channel(OURS, None)

    assert {one.id for one in found} == {"A1", "A2", "FULL"}
    assert FULL.model_copy(update={"version": 1}) in found


async def test_a_name_is_free_again_when_its_assessment_ended(storage: Storage):
    await storage.remember(change(assessments=[assessment("A1", name="Copilot", state=AssessmentState.CANCELLED)]))
    assert await storage.assessments.find_by_name(OURS, "C1", "Copilot") is None

    await storage.remember(change(assessments=[assessment("A2", name="Copilot")]))

    found = await storage.assessments.find_by_name(OURS, "C1", "Copilot")
    assert found is not None
    assert found.id == "A2"


async def test_of_two_live_versions_the_newer_one_has_the_name(storage: Storage):
    old = assessment("A1", name="Copilot")
    new = assessment("A2", name="Copilot", supersedes="A1", started_at=NOON + DAY)
    await storage.remember(change(assessments=[old, new]))

    found = await storage.assessments.find_by_name(OURS, "C1", "Copilot")

    assert found is not None
    assert found.id == "A2"


async def test_reviews_are_listed_from_the_latest_month(storage: Storage):
    months = ["2026-12", "2027-02", "2027-01"]
    await storage.remember(change(assessments=[assessment()], reviews=[review(month) for month in months]))

    assert [one.month for one in await storage.reviews.list(OURS, "A1")] == ["2027-02", "2027-01", "2026-12"]
    assert [one.month for one in await storage.reviews.list(OURS, "A1", limit=1)] == ["2027-02"]
    latest = await storage.reviews.latest(OURS, "A1")
    assert latest is not None
    assert latest.month == "2027-02"
    assert await storage.reviews.latest(OURS, "A2") is None


async def test_failures_are_counted_by_bucket_between_two_moments_without_withdrawn_ones(storage: Storage):
    logged = [
        failure("F1"),
        failure("F2", at=NOON + MINUTE),
        failure("F3", bucket=Bucket.SAFETY),
        failure("F4", withdrawn_at=NOON),
        failure("F5", at=NOON - DAY),
        failure("F6", at=NOON + DAY),
    ]
    await storage.remember(change(assessments=[assessment()], failures=logged))

    counts = await storage.failures.counts(OURS, "A1", NOON, NOON + DAY)

    assert counts == dict.fromkeys(Bucket, 0) | {Bucket.RETRIEVAL_MISS: 2, Bucket.SAFETY: 1}


async def test_a_failure_is_corrected_and_withdrawn_under_its_id(storage: Storage):
    await storage.remember(change(assessments=[assessment()], failures=[failure()]))
    corrected = failure(bucket=Bucket.SAFETY, golden_task="g1", what="It leaked.", link="https://x", withdrawn_at=NOON)

    await storage.remember(change(failures=[corrected]))

    assert await storage.failures.get(OURS, "F1") == corrected
    assert await storage.failures.list(OURS, "A1") == (corrected,)
    assert await storage.failures.list(OURS, "A1", since=NOON + MINUTE) == ()
