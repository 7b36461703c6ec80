"""Due work: who may send what now, in which order, and what becomes of it."""

import asyncio
from datetime import timedelta

from storage import Storage
from storage.records import Delivery, DeliveryState, MessageRef, Tenant
from tests.storage.samples import DAY, MINUTE, NOON, OTHERS, OURS, SECOND, assessment, change, delivery

LEASE = MINUTE
OVER = timedelta(0)
"""A lease that is over as soon as it begins, in whatever clock it runs."""


async def save(storage: Storage, *rows: Delivery) -> None:
    for tenant in {row.tenant for row in rows}:
        await storage.remember(change(tenant=tenant, deliveries=[row for row in rows if row.tenant == tenant]))


async def claim(storage: Storage, at=NOON, *, owner: str = "worker", limit: int = 10, lease=LEASE) -> list[str]:
    return [row.id for row in await storage.outbox.claim(owner, at, limit, lease)]


async def test_a_row_is_claimed_when_it_is_due_and_not_before(storage: Storage):
    await save(storage, delivery("later", due_at=NOON + SECOND))

    assert await claim(storage, NOON) == []
    assert await claim(storage, NOON + SECOND) == ["later"]


async def test_a_claimed_row_says_whose_it_is_and_how_often_it_was_tried(storage: Storage):
    await save(storage, delivery("D-1"))

    [row] = await storage.outbox.claim("worker", NOON, 1, LEASE)

    assert (row.leased_by, row.attempts, row.first_tried_at, row.in_doubt) == ("worker", 1, NOON, False)
    assert row.leased_until is not None


async def test_what_one_has_claimed_nobody_else_gets(storage: Storage):
    await save(storage, *(delivery(f"D-{n}", lane=f"lane-{n}") for n in range(30)))

    shares = await asyncio.gather(*(claim(storage, owner=f"worker-{n}", limit=7) for n in range(6)))

    claimed = [row for share in shares for row in share]
    assert len(claimed) == len(set(claimed)) == 30


async def test_the_longest_due_go_first_and_no_more_than_were_asked_for(storage: Storage):
    rows = [delivery(f"D-{n}", lane=f"lane-{n}", due_at=NOON - n * SECOND) for n in range(5)]
    await save(storage, *rows)

    assert await claim(storage, limit=3) == ["D-4", "D-3", "D-2"]


async def test_rows_of_a_lane_go_one_at_a_time_in_the_order_they_were_saved(storage: Storage):
    await save(storage, delivery("first"), delivery("second"), delivery("elsewhere", lane="other"))

    assert await claim(storage) == ["first", "elsewhere"]
    assert await claim(storage) == []
    await storage.outbox.finish("first", "worker", DeliveryState.SENT, at=NOON)
    assert await claim(storage) == ["second"]


async def test_lanes_of_the_same_name_in_two_workspaces_are_two_lanes(storage: Storage):
    await save(storage, delivery("ours"), delivery("theirs", tenant=OTHERS))

    assert sorted(await claim(storage)) == ["ours", "theirs"]


async def test_a_reminder_of_next_month_holds_nothing_up(storage: Storage):
    await save(storage, delivery("reminder", due_at=NOON + 30 * DAY), delivery("question"))

    assert await claim(storage) == ["question"]


async def test_a_row_that_waits_for_its_next_try_keeps_its_place_in_the_lane(storage: Storage):
    await save(storage, delivery("first"), delivery("second"))
    await claim(storage)

    await storage.outbox.retry("first", "worker", NOON + MINUTE, "ratelimited")

    assert await claim(storage, NOON + SECOND) == []
    assert await claim(storage, NOON + MINUTE) == ["first"]
    again = await storage.outbox.get(OURS, "first")
    assert again is not None
    assert (again.attempts, again.first_tried_at, again.error, again.in_doubt) == (2, NOON, "ratelimited", False)


async def test_a_row_saved_with_an_earlier_due_time_does_not_fly_beside_the_one_in_hand(storage: Storage):
    await save(storage, delivery("in-hand"))
    await claim(storage)

    await save(storage, delivery("earlier", due_at=NOON - DAY))

    assert await claim(storage) == []
    await storage.outbox.finish("in-hand", "worker", DeliveryState.SENT, at=NOON)
    assert await claim(storage) == ["earlier"]


async def test_a_lease_that_is_over_gives_the_row_to_the_next_and_says_that_it_is_in_doubt(storage: Storage):
    await save(storage, delivery("D-1"))
    await claim(storage, owner="died", lease=OVER)

    [row] = await storage.outbox.claim("survivor", NOON, 1, LEASE)

    assert (row.attempts, row.in_doubt, row.first_tried_at) == (2, True, NOON)
    assert await storage.outbox.finish("D-1", "died", DeliveryState.SENT, at=NOON, ts="1.1") is False
    assert await storage.outbox.retry("D-1", "died", NOON, "late") is False
    assert await storage.outbox.finish("D-1", "survivor", DeliveryState.SENT, at=NOON, ts="1.1") is True


async def test_doubt_stays_until_it_is_settled(storage: Storage):
    await save(storage, delivery("D-1"))
    await claim(storage)
    await storage.outbox.retry("D-1", "worker", NOON, "cut", in_doubt=True)
    await claim(storage)
    await storage.outbox.retry("D-1", "worker", NOON, "the history was rate limited")

    [row] = await storage.outbox.claim("worker", NOON, 1, LEASE)

    assert row.in_doubt is True


async def test_a_row_whose_turn_had_not_come_was_not_tried(storage: Storage):
    await save(storage, delivery("D-1"))
    await claim(storage)
    await storage.outbox.retry("D-1", "worker", NOON + SECOND, "paced", tried=False)

    [row] = await storage.outbox.claim("worker", NOON + SECOND, 1, LEASE)

    assert (row.attempts, row.first_tried_at, row.in_doubt) == (1, NOON + SECOND, False)


async def test_what_was_claimed_and_never_begun_is_given_back_at_a_stop(storage: Storage):
    await save(storage, delivery("mine"), delivery("other", lane="other"))
    await claim(storage, owner="stopping", limit=1)
    await claim(storage, owner="running")

    assert await storage.outbox.release("stopping") == 1

    [row] = await storage.outbox.claim("running", NOON, 10, LEASE)
    assert (row.id, row.attempts, row.in_doubt) == ("mine", 1, False)


async def test_the_deliveries_of_a_paused_workspace_wait_until_it_is_resumed(storage: Storage):
    await save(storage, delivery("ours"), delivery("theirs", tenant=OTHERS))
    await storage.installations.pause(OURS)
    await storage.installations.pause(OURS)

    assert await claim(storage) == ["theirs"]
    await storage.outbox.finish("theirs", "worker", DeliveryState.SENT, at=NOON)
    assert await storage.outbox.next_due(NOON) is None
    assert await storage.outbox.oldest_due(NOON) is None
    await storage.installations.resume(OURS)
    assert await claim(storage) == ["ours"]


async def test_a_posted_message_is_found_again_under_its_key(storage: Storage):
    key = {"assessment_id": "A1", "message_key": "parent"}
    await storage.remember(change(assessments=[assessment()], deliveries=[delivery("D-1", **key)]))
    await claim(storage)

    await storage.outbox.finish("D-1", "worker", DeliveryState.SENT, at=NOON, ts="17.1", channel="C1")

    place = MessageRef(tenant=OURS, assessment_id="A1", key="parent", channel="C1", ts="17.1")
    assert await storage.outbox.message(OURS, "A1", "parent") == place
    assert await storage.outbox.message(OTHERS, "A1", "parent") is None
    found = await storage.assessments.find_by_message(OURS, "C1", "17.1")
    assert found is not None
    assert found.id == "A1"
    assert await storage.assessments.find_by_message(OTHERS, "C1", "17.1") is None


async def test_a_message_posted_anew_moves_its_key_along(storage: Storage):
    for number in (1, 2):
        await save(storage, delivery(f"D-{number}", assessment_id="A1", message_key="question:need"))
        await claim(storage)
        await storage.outbox.finish(
            f"D-{number}", "worker", DeliveryState.SENT, at=NOON, ts=f"17.{number}", channel="C1"
        )

    place = await storage.outbox.message(OURS, "A1", "question:need")
    assert place is not None
    assert place.ts == "17.2"


async def test_a_message_stands_from_the_moment_it_is_posted_although_its_place_is_not_noted_yet(storage: Storage):
    keys = ("parent", "roadmap")
    await save(storage, delivery("D-1", assessment_id="A1", message_key="parent"))
    assert await storage.outbox.standing(OURS, "A1", keys) == frozenset()

    await claim(storage)
    assert await storage.outbox.standing(OURS, "A1", keys) == {"parent"}
    assert await storage.outbox.standing(OTHERS, "A1", keys) == frozenset()

    await storage.outbox.finish("D-1", "worker", DeliveryState.SENT, at=NOON, ts="17.1", channel="C1")
    assert await storage.outbox.standing(OURS, "A1", keys) == {"parent"}


async def test_what_only_one_person_saw_and_what_was_edited_makes_no_message(storage: Storage):
    for number, method in enumerate(("ephemeral", "update", "respond", "publish", "run")):
        row = delivery(f"D-{number}", method=method, assessment_id="A1", message_key="parent")
        await save(storage, row)
        await claim(storage)
        assert await storage.outbox.finish(row.id, "worker", DeliveryState.SENT, at=NOON, ts="17.1", channel="C1")

    assert await storage.outbox.message(OURS, "A1", "parent") is None


async def test_an_ended_row_says_how_it_ended(storage: Storage):
    await save(storage, delivery("D-1"))
    await claim(storage)

    await storage.outbox.finish("D-1", "worker", DeliveryState.FAILED, at=NOON + SECOND, error="is_archived")

    row = await storage.outbox.get(OURS, "D-1")
    assert row is not None
    assert (row.state, row.error, row.done_at, row.leased_by) == ("failed", "is_archived", NOON + SECOND, None)
    assert await storage.outbox.finish("D-1", "worker", DeliveryState.SENT, at=NOON) is False
    assert await claim(storage) == []


async def test_a_row_in_the_hands_of_another_cannot_be_ended(storage: Storage):
    await save(storage, delivery("D-1"))
    await claim(storage)

    assert await storage.outbox.finish("D-1", "somebody", DeliveryState.SENT, at=NOON) is False
    assert await storage.outbox.finish("nothing", "worker", DeliveryState.SENT, at=NOON) is False


async def test_an_unknown_row_is_shown_and_sent_again_only_when_somebody_asks(storage: Storage):
    await save(storage, delivery("D-1"))
    await claim(storage)
    await storage.outbox.finish("D-1", "worker", DeliveryState.UNKNOWN, at=NOON, error="cut")

    assert [row.id for row in await storage.outbox.unknown(OURS)] == ["D-1"]
    assert await storage.outbox.unknown(OTHERS) == ()
    assert await claim(storage) == []
    await storage.remember(change(tenant=OTHERS, resends=["D-1"]))
    assert await claim(storage) == []
    await storage.remember(change(at=NOON + SECOND, resends=["D-1", "nothing"]))
    await storage.remember(change(at=NOON + DAY, resends=["D-1"]))
    [row] = await storage.outbox.claim("worker", NOON + MINUTE, 1, LEASE)
    assert (row.id, row.attempts, row.in_doubt, row.due_at) == ("D-1", 1, False, NOON + SECOND)


async def test_next_due_is_now_when_something_can_be_taken(storage: Storage):
    assert await storage.outbox.next_due(NOON) is None

    await save(storage, delivery(due_at=NOON - DAY))

    assert await storage.outbox.next_due(NOON) == NOON
    assert await storage.outbox.oldest_due(NOON) == NOON - DAY


async def test_next_due_is_when_the_next_row_falls_due(storage: Storage):
    await save(storage, delivery(due_at=NOON + 2 * DAY), delivery(due_at=NOON + DAY))

    assert await storage.outbox.next_due(NOON) == NOON + DAY


async def test_next_due_is_when_a_waiting_row_is_tried_again(storage: Storage):
    await save(storage, delivery("first"), delivery("behind"), delivery("reminder", due_at=NOON + DAY))
    await claim(storage)
    await storage.outbox.retry("first", "worker", NOON + MINUTE, "ratelimited")

    assert await storage.outbox.next_due(NOON) == NOON + MINUTE


async def test_next_due_is_when_a_lease_ends_and_never_in_the_past(storage: Storage):
    await save(storage, delivery("in-hand"), delivery("behind"))
    await claim(storage)

    due = await storage.outbox.next_due(NOON)

    assert due is not None
    assert NOON < due <= NOON + LEASE


async def test_pending_rows_are_counted_due_or_not(storage: Storage):
    await save(storage, delivery("due"), delivery("later", due_at=NOON + DAY), delivery("theirs", tenant=OTHERS))
    await claim(storage, limit=1)

    assert await storage.outbox.pending_count() == 3


async def test_a_row_is_read_only_by_its_own_workspace(storage: Storage):
    await save(storage, delivery("D-1"))

    assert await storage.outbox.get(OTHERS, "D-1") is None
    assert await storage.outbox.get(Tenant(team="T3"), "D-1") is None
