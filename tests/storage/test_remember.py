"""What one turn saves is saved whole, once, and only if nobody saved first."""

import asyncio

import pytest

from storage import Storage
from storage.errors import Conflict, Missing, StorageError
from storage.records import Answer, AssessmentState, DeliveryState
from tests.storage.samples import (
    FULL,
    MINUTE,
    NOON,
    OTHERS,
    OURS,
    SECOND,
    answer,
    assessment,
    change,
    delivery,
    failure,
    review,
)  # fmt: skip


async def test_an_assessment_saved_again_is_what_was_saved_last(storage: Storage):
    await storage.remember(change(assessments=[FULL]))
    bare = assessment("FULL", version=1, state=AssessmentState.CANCELLED)

    await storage.remember(change(assessments=[bare]))

    assert await storage.assessments.get(OURS, "FULL") == bare.model_copy(update={"version": 2})


async def test_every_answer_ever_given_stays_in_the_history(storage: Storage):
    first, second, third = answer(), answer(value="monthly", by="U2"), answer("need", "facts")
    await storage.remember(change(assessments=[assessment(answers={"freshness": first})]))
    await storage.remember(change(assessments=[assessment(version=1, answers={"freshness": second, "need": third})]))
    await storage.remember(change(assessments=[assessment(version=2, answers={"need": third})]))

    assert await storage.assessments.history(OURS, "A1") == (first, second, third)
    saved = await storage.assessments.get(OURS, "A1")
    assert saved is not None
    assert saved.answers == {"need": third}


async def test_a_reason_is_given_to_the_answer_that_stands_in_the_history_and_to_no_other(storage: Storage):
    first, second = answer(), answer(value="monthly", by="U2", at=NOON + SECOND)
    reasoned = second.model_copy(update={"reason": "We counted."})
    await storage.remember(change(assessments=[assessment(answers={"freshness": first})]))
    await storage.remember(change(assessments=[assessment(version=1, answers={"freshness": second})]))
    await storage.remember(change(assessments=[assessment(version=2, answers={"freshness": reasoned})]))

    assert await storage.assessments.history(OURS, "A1") == (first, reasoned)
    await storage.remember(change(assessments=[assessment(version=3, answers={"freshness": second})]))
    assert await storage.assessments.history(OURS, "A1") == (first, second)


async def test_a_new_decision_at_the_same_moment_replaces_the_one_in_force(storage: Storage):
    await storage.remember(change(assessments=[FULL]))
    other = FULL.model_copy(update={"version": 1, "decision": FULL.decision.model_copy(update={"facts": FULL.facts()})})
    await storage.remember(change(assessments=[other]))
    none = other.model_copy(update={"version": 2, "decision": None})
    await storage.remember(change(assessments=[none]))
    again = other.model_copy(update={"version": 3})

    await storage.remember(change(assessments=[again]))

    saved = await storage.assessments.get(OURS, "FULL")
    assert saved is not None
    assert saved.decision == other.decision


async def test_what_shows_an_older_version_says_nothing_and_hears_of_a_conflict(storage: Storage):
    await storage.remember(change(assessments=[assessment()]))
    read = await storage.assessments.get(OURS, "A1")
    assert read is not None
    assert await storage.remember(change(drawn=read, deliveries=[delivery("in time")]))
    await storage.remember(change(assessments=[read]))

    with pytest.raises(Conflict):
        await storage.remember(change(drawn=read, deliveries=[delivery("late")]))

    rows = await storage.outbox.claim("test", NOON + MINUTE, 50, MINUTE)
    assert [row.id for row in rows] == ["in time"]


async def test_of_twenty_who_save_at_once_one_wins_and_the_others_hear_of_a_conflict(storage: Storage):
    await storage.remember(change(assessments=[assessment()]))

    async def save(by: int) -> bool:
        mine = answer(by=f"U{by}")
        saving = change(
            assessments=[assessment(version=1, answers={"freshness": mine})], deliveries=[delivery(f"said-{by}")]
        )
        try:
            return await storage.remember(saving)
        except Conflict:
            return False

    outcomes = await asyncio.gather(*(save(by) for by in range(20)))

    assert sum(outcomes) == 1
    winner = outcomes.index(True)
    assert [one.by for one in await storage.assessments.history(OURS, "A1")] == [f"U{winner}"]
    assert await storage.outbox.pending_count() == 1


async def test_an_event_that_is_repeated_changes_nothing(storage: Storage):
    assert await storage.remember(change(inbox_key="Ev1", assessments=[assessment()])) is True

    repeated = change(inbox_key="Ev1", assessments=[assessment("A2")], deliveries=[delivery()])

    assert await storage.remember(repeated) is False
    assert await storage.assessments.get(OURS, "A2") is None
    assert await storage.outbox.pending_count() == 0


async def test_a_repeated_event_deletes_nothing_and_sends_nothing_again(storage: Storage):
    asked = change(inbox_key="Ev1", deletes="A1", resends=["D-1"])
    for handled in (True, False):
        await storage.remember(change(assessments=[assessment()], deliveries=[delivery("D-1")]))
        await storage.outbox.claim("worker", NOON, 1, MINUTE)
        await storage.outbox.finish("D-1", "worker", DeliveryState.UNKNOWN, at=NOON)

        assert await storage.remember(asked) is handled

        assert (await storage.assessments.get(OURS, "A1") is None) is handled
        row = await storage.outbox.get(OURS, "D-1")
        assert row is not None
        assert (row.state is DeliveryState.PENDING) is handled


async def test_what_a_failed_change_would_have_deleted_or_sent_again_stays_as_it_is(storage: Storage):
    await storage.remember(change(assessments=[assessment(), assessment("A2")], deliveries=[delivery("D-1")]))
    await storage.outbox.claim("worker", NOON, 1, MINUTE)
    await storage.outbox.finish("D-1", "worker", DeliveryState.UNKNOWN, at=NOON)

    with pytest.raises(Conflict):
        await storage.remember(change(deletes="A2", resends=["D-1"], assessments=[assessment(version=7)]))

    assert await storage.assessments.get(OURS, "A2") is not None
    assert [row.id for row in await storage.outbox.unknown(OURS)] == ["D-1"]


async def test_the_same_event_key_of_another_tenant_is_another_event(storage: Storage):
    assert await storage.remember(change(inbox_key="Ev1")) is True
    assert await storage.remember(change(inbox_key="Ev1", tenant=OTHERS)) is True


async def test_of_the_same_event_twenty_times_at_once_one_is_handled(storage: Storage):
    handled = await asyncio.gather(
        *(storage.remember(change(inbox_key="Ev1", deliveries=[delivery()])) for _ in range(20))
    )

    assert sum(handled) == 1
    assert await storage.outbox.pending_count() == 1


async def test_a_change_that_meets_a_conflict_leaves_its_event_unhandled(storage: Storage):
    await storage.remember(change(assessments=[assessment()]))
    late = change(inbox_key="Ev1", assessments=[assessment(version=7)])
    with pytest.raises(Conflict):
        await storage.remember(late)

    assert await storage.remember(change(inbox_key="Ev1", assessments=[assessment(version=1)])) is True


async def test_a_change_keeps_to_one_tenant(storage: Storage):
    with pytest.raises(StorageError, match="one workspace"):
        await storage.remember(change(assessments=[assessment(tenant=OTHERS)]))


async def test_an_assessment_that_was_deleted_cannot_be_saved_again(storage: Storage):
    await storage.remember(change(assessments=[assessment()]))
    await storage.remember(change(deletes="A1"))

    with pytest.raises(Missing):
        await storage.remember(change(assessments=[assessment(version=1)]))
    with pytest.raises(Missing):
        await storage.remember(change(failures=[failure()]))
    with pytest.raises(Missing):
        await storage.remember(change(reviews=[review()]))


async def test_two_who_start_the_same_name_at_once_get_one_assessment(storage: Storage):
    names = ("Support  Copilot", "support copilot ")
    saving = (change(assessments=[assessment(f"A{i}", name=name)]) for i, name in enumerate(names))

    outcomes = await asyncio.gather(*map(storage.remember, saving), return_exceptions=True)

    assert {type(outcome) for outcome in outcomes} == {bool, Conflict}


async def test_a_new_version_takes_over_the_name_in_the_same_change(storage: Storage):
    await storage.remember(change(assessments=[assessment("A1", name="Copilot")]))
    old = assessment("A1", name="Copilot", version=1, state=AssessmentState.SUPERSEDED, superseded_by="A2")
    new = assessment("A2", name="Copilot", supersedes="A1")

    await storage.remember(change(assessments=[new, old]))

    found = await storage.assessments.find_by_name(OURS, "C1", "copilot")
    assert found is not None
    assert found.id == "A2"


async def test_a_new_version_may_stand_beside_the_old_one_but_only_once(storage: Storage):
    await storage.remember(change(assessments=[assessment("A1", name="Copilot")]))
    await storage.remember(change(assessments=[assessment("A2", name="Copilot", supersedes="A1")]))

    with pytest.raises(Conflict):
        await storage.remember(change(assessments=[assessment("A3", name="Copilot", supersedes="A1")]))


async def test_a_review_is_opened_once_a_month_and_saved_with_a_check_of_its_version(storage: Storage):
    await storage.remember(change(assessments=[assessment()], reviews=[review()]))
    with pytest.raises(Conflict):
        await storage.remember(change(reviews=[review(id="another")]))
    await storage.remember(change(reviews=[review(version=1, changed=True)]))

    with pytest.raises(Conflict):
        await storage.remember(change(reviews=[review(version=1, changed=False)]))

    saved = await storage.reviews.latest(OURS, "A1")
    assert saved is not None
    assert (saved.version, saved.changed) == (2, True)


async def test_an_answer_keeps_the_words_it_was_understood_from(storage: Storage):
    said = Answer(fact="freshness", value="weekly", by="U1", at=NOON, said="about once a week")
    await storage.remember(change(assessments=[assessment(answers={"freshness": said})]))

    assert await storage.assessments.history(OURS, "A1") == (said,)
