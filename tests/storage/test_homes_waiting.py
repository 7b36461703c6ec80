"""What waits for one person on their Home: reviews, items and questions that are theirs."""

from storage import Storage
from storage.records import AssessmentState, ItemState, ReviewSchedule
from tests.storage.homes import WORKED, item, look
from tests.storage.samples import DAY, MINUTE, NOON, OURS, assessment, change, delivery, review, save


async def test_what_waits_is_found_wherever_it_stands(storage: Storage):
    many = [assessment(f"A{n:03}", changed_at=NOON + n * MINUTE) for n in range(150)]
    own = assessment("own", checklist=(item(due="2026-12-05"),), changed_at=NOON - DAY, **WORKED)
    await save(storage, own, *many)

    found = await look(storage)

    assert [(one.assessment_id, one.due) for one in found.items] == [("own", "2026-12-05")]


async def test_only_ones_own_open_items_wait_those_due_first_before_those_without_a_day(storage: Storage):
    items = (
        item(id="1", title="Some day"),
        item(id="2", title="Later", due="2026-12-24"),
        item(id="3", title="Soon", due="2026-12-05"),
        item("U2", id="4", title="Somebody else's"),
        item(id="5", title="Done", state=ItemState.DONE),
    )
    await save(
        storage, assessment("A1", checklist=items, schedule=ReviewSchedule(day=1, zone="Asia/Kathmandu", owner="U1"))
    )

    found = await look(storage)

    assert [one.title for one in found.items] == ["Soon", "Later", "Some day"]
    assert found.items[0].zone == "Asia/Kathmandu"


async def test_however_many_reviews_sleep_those_that_are_awake_wait(storage: Storage):
    asleep = ReviewSchedule(day=1, owner="U1", snoozed_until=NOON + DAY)
    features = [assessment(f"A{n:03}", schedule=asleep if n < 60 else None, **WORKED) for n in range(120)]
    held = [review(assessment_id=one.id, id=one.id, opened_at=NOON + n * MINUTE) for n, one in enumerate(features)]
    await save(storage, *features)
    await storage.remember(change(reviews=held))

    found = await look(storage)

    assert [one.assessment_id for one in found.reviews] == [f"A{n:03}" for n in range(60, 110)]


async def test_a_snoozed_review_does_not_wait(storage: Storage):
    asleep = ReviewSchedule(day=1, owner="U1", snoozed_until=NOON + DAY)
    await save(storage, assessment("A1", schedule=asleep), assessment("A2", schedule=ReviewSchedule(day=1, owner="U1")))
    await storage.remember(change(reviews=[review(id="R1"), review(id="R2", assessment_id="A2")]))

    assert [one.assessment_id for one in (await look(storage)).reviews] == ["A2"]


async def test_an_open_review_moves_on_with_the_newer_version_and_waits_once(storage: Storage):
    plan = ReviewSchedule(day=1, owner="U1", zone="Asia/Kathmandu")
    ended = {"state": AssessmentState.SUPERSEDED}
    await save(storage, assessment("v1", name="Old name", superseded_by="v2", schedule=plan, **ended))
    await save(storage, assessment("v2", supersedes="v1", superseded_by="v3", schedule=plan, **ended))
    posted = delivery("d1", assessment_id="v1", message_key="parent")
    await save(
        storage, assessment("v3", name="New name", supersedes="v2", schedule=plan, **WORKED), deliveries=[posted]
    )
    await storage.remember(change(reviews=[review("2026-11", assessment_id="v1")]))
    await storage.outbox.claim("worker", NOON, 9, MINUTE)
    await storage.outbox.finish("d1", "worker", "sent", at=NOON, ts="1.1", channel="C1")

    found = await look(storage)

    waits = [(one.assessment_id, one.name, one.opened_by, one.month, one.owner, one.zone) for one in found.reviews]
    assert waits == [("v3", "New name", "v1", "2026-11", "U1", "Asia/Kathmandu")]
    assert found.places["v1", "parent"].ts == "1.1"
    assert (await look(storage, channels=("C2",))).reviews == ()


async def test_while_a_decision_is_taken_up_again_its_review_waits_with_the_version_that_holds(storage: Storage):
    await save(storage, assessment("v1", superseded_by="v2", **WORKED), assessment("v2", supersedes="v1"))
    await storage.remember(change(reviews=[review("2026-11", assessment_id="v1")]))

    assert [(one.assessment_id, one.opened_by) for one in (await look(storage)).reviews] == [("v1", "v1")]


async def test_nothing_of_a_channel_one_is_not_in_waits_or_is_offered(storage: Storage):
    away = assessment(
        "A1", channel="C2", checklist=(item(),), asking="need", schedule=ReviewSchedule(day=1, owner="U1")
    )
    await save(storage, away, reviews=[review()])

    found = await look(storage)

    assert (found.total, found.reviews, found.items, found.questions, found.places) == (0, (), (), (), {})
    assert await storage.homes.features(OURS, "U1", ["C1"]) == ()


async def test_open_questions_wait_and_those_of_a_stopped_interview_do_not(storage: Storage):
    await save(
        storage,
        assessment("A1", asking="need"),
        assessment("A2", asking="need", state=AssessmentState.STOPPED),
        assessment("A3"),
    )

    assert [(one.assessment_id, one.asking) for one in (await look(storage)).questions] == [("A1", "need")]
