"""What one turn saves for delivery: once under its key, and newer in place of what still waits."""

from storage import Storage
from storage.records import Delivery, DeliveryState
from tests.storage.samples import (
    MINUTE,
    NOON,
    OTHERS,
    OURS,
    change,
    delivery,
)  # fmt: skip


async def test_a_delivery_with_a_known_dedupe_key_is_not_saved_again(storage: Storage):
    once = {"dedupe_key": "review:A1:2026-12"}
    await storage.remember(change(deliveries=[delivery("D-1", **once)]))

    await storage.remember(change(deliveries=[delivery("D-2", **once), delivery("D-3")]))
    await storage.remember(change(tenant=OTHERS, deliveries=[delivery("D-4", tenant=OTHERS, **once)]))

    there = [await storage.outbox.get(OURS, row) for row in ("D-1", "D-2", "D-3")]
    assert [row is not None for row in there] == [True, False, True]
    assert await storage.outbox.get(OTHERS, "D-4") is not None


async def test_a_schedule_that_moved_takes_its_dedupe_key_along(storage: Storage):
    once = {"dedupe_key": "review:A1:2026-12"}
    await storage.remember(change(deliveries=[delivery("D-1", **once)]))

    moved = change(
        cancels=["review:A1:2026-12", "unheard-of"], deliveries=[delivery("D-2", due_at=NOON + MINUTE, **once)]
    )
    await storage.remember(moved)

    assert await _states(storage, "D-1", "D-2") == [DeliveryState.CANCELLED, DeliveryState.PENDING]


async def test_what_somebody_has_in_hand_is_neither_cancelled_nor_replaced(storage: Storage):
    row = delivery("D-1", dedupe_key="once", assessment_id="A1", message_key="parent")
    await storage.remember(change(deliveries=[row]))
    await storage.outbox.claim("worker", NOON, 10, MINUTE)

    newer = delivery("D-2", assessment_id="A1", message_key="parent", replaces=True)
    await storage.remember(change(cancels=["once"], deliveries=[newer]))

    assert await _states(storage, "D-1", "D-2") == [DeliveryState.PENDING, DeliveryState.PENDING]


async def test_a_post_that_slack_may_have_is_not_replaced(storage: Storage):
    row = delivery("D-1", assessment_id="A1", message_key="parent")
    await storage.remember(change(deliveries=[row]))
    await storage.outbox.claim("worker", NOON, 10, MINUTE)
    await storage.outbox.retry("D-1", "worker", NOON + MINUTE, "cut", in_doubt=True)

    await storage.remember(
        change(deliveries=[delivery("D-2", assessment_id="A1", message_key="parent", replaces=True)])
    )

    assert await _states(storage, "D-1") == [DeliveryState.PENDING]


async def test_an_edit_of_the_message_before_a_new_one_of_its_name_is_not_replaced(storage: Storage):
    same = {"assessment_id": "A1", "message_key": "question:need", "replaces": True}
    moved = [delivery("closes-old", method="update", **same), delivery("asks-below", **same)]
    await storage.remember(change(deliveries=moved))

    await storage.remember(change(deliveries=[delivery("answers-new", method="update", **same)]))

    assert await _states(storage, "closes-old", "asks-below", "answers-new") == ["pending"] * 3
    await storage.remember(change(deliveries=[delivery("changes-new", method="update", **same)]))
    assert await _states(storage, "closes-old", "answers-new") == ["pending", "cancelled"]


async def test_the_latest_edit_of_a_message_replaces_those_that_wait_and_no_others(storage: Storage):
    same = {"assessment_id": "A1", "message_key": "parent"}
    others = [
        delivery("other-message", assessment_id="A1", message_key="verdict"),
        delivery("other-assessment", assessment_id="A2", message_key="parent"),
        delivery("other-method", method="update", **same),
        delivery("no-assessment", message_key="parent"),
    ]
    await storage.remember(change(deliveries=[delivery("older", **same), *others]))
    await storage.remember(change(tenant=OTHERS, deliveries=[delivery("foreign", tenant=OTHERS, **same)]))

    await storage.remember(change(deliveries=[delivery("newer", replaces=True, **same)]))

    assert await _states(storage, "older", "newer", *(other.id for other in others)) == ["cancelled"] + ["pending"] * 5
    foreign = await storage.outbox.get(OTHERS, "foreign")
    assert foreign is not None
    assert foreign.state is DeliveryState.PENDING


async def test_a_newer_home_replaces_only_the_same_persons(storage: Storage):
    home = {"method": "publish", "lane": "home"}
    await storage.remember(
        change(deliveries=[delivery("ana-1", user="U1", **home), delivery("ben-1", user="U2", **home)])
    )

    await storage.remember(change(deliveries=[delivery("ana-2", user="U1", replaces=True, **home)]))

    assert await _states(storage, "ana-1", "ben-1", "ana-2") == ["cancelled", "pending", "pending"]


async def test_a_delivery_comes_back_as_it_was_saved(storage: Storage):
    row = Delivery(
        id="D-1", tenant=OURS, method="update", lane="C1:A1", due_at=NOON, reply={"kind": "said", "list": [1, None]},
        assessment_id="A1", channel="C1", user="U1", response_url="https://example.org", message_key="parent",
        under_key="parent", dedupe_key="once", replaces=True, expires_at=NOON + MINUTE,
    )  # fmt: skip
    await storage.remember(change(deliveries=[row]))

    saved = await storage.outbox.get(OURS, "D-1")

    assert saved is not None
    assert saved.seq > 0
    assert saved == row.model_copy(update={"seq": saved.seq})


async def _states(storage: Storage, *ids: str) -> list[str]:
    rows = [await storage.outbox.get(OURS, row) for row in ids]
    return [row.state for row in rows if row is not None]
