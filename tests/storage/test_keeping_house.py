"""What only needs tidying goes with time, each kind after its own."""

from datetime import timedelta

from storage import Storage
from tests.storage.samples import DAY, FULL, FULL_FILE, FULL_TOKEN, FULL_UNHEARD, MINUTE, NOON, OURS, change, delivery


async def test_keeping_house_removes_what_is_old_and_ended_and_nothing_else(storage: Storage):
    await storage.remember(change(inbox_key="old"))
    await storage.remember(change(inbox_key="new", at=NOON + 30 * DAY))
    kept = [delivery("waits", lane="waits", due_at=NOON + 60 * DAY), delivery("once", lane="once", dedupe_key="once")]
    await storage.remember(change(deliveries=[delivery("sent"), delivery("unknown", lane="unknown"), *kept]))
    for row, state in (("sent", "sent"), ("unknown", "unknown"), ("once", "sent")):
        await storage.outbox.claim("worker", NOON, 10, MINUTE)
        await storage.outbox.finish(row, "worker", state, at=NOON)
    state = await storage.oauth_states.issue(NOON)

    assert await storage.keep_house(NOON + timedelta(minutes=5)) == 0
    assert await storage.keep_house(NOON + 31 * DAY) == 3  # the old event, the sent row, the state
    assert await storage.keep_house(NOON + 31 * DAY) == 0

    there = {row for row in ("sent", "unknown", "once", "waits") if await storage.outbox.get(OURS, row)}
    assert there == {"unknown", "once", "waits"}
    assert await storage.remember(change(inbox_key="new")) is False
    assert await storage.remember(change(inbox_key="old")) is True
    assert await storage.oauth_states.consume(state, NOON) is False
    assert await storage.keep_house(NOON + 500 * DAY) == 4  # both events, unknown and once


async def test_who_looked_at_their_home_and_what_was_published_there_is_gone_after_a_day(storage: Storage):
    await storage.homes.opened(OURS, "U1", 0, NOON)
    published = delivery("home", lane="home", method="publish", user="U1")
    await storage.remember(change(deliveries=[published, delivery("again", lane="due:home:U1", method="run")]))
    for row in ("home", "again"):
        await storage.outbox.claim("worker", NOON, 10, MINUTE)
        await storage.outbox.finish(row, "worker", "sent", at=NOON)

    assert await storage.keep_house(NOON + DAY) == 0
    assert await storage.keep_house(NOON + DAY + MINUTE) == 3
    assert await storage.homes.viewer(OURS, "U1") is None


async def test_what_was_not_understood_is_kept_for_ninety_days(storage: Storage):
    await storage.remember(change(assessments=[FULL], unheard=[FULL_UNHEARD]))

    assert await storage.keep_house(NOON + 90 * DAY) == 0
    assert await storage.keep_house(NOON + 90 * DAY + MINUTE) == 1
    assert await storage.unheard.newest(OURS, 5) == ()


async def test_result_files_are_kept_for_a_good_year_and_revoked_tokens_for_ninety_days(storage: Storage):
    file = FULL_FILE.model_copy(update={"version": 0})
    live = FULL_TOKEN.model_copy(update={"id": "T8", "revoked_by": None, "revoked_at": None})
    await storage.remember(change(assessments=[FULL], result_files=[file], tokens=[FULL_TOKEN, live]))

    assert await storage.keep_house(NOON + 91 * DAY) == 0
    assert await storage.keep_house(NOON + 91 * DAY + MINUTE) == 1
    assert await storage.results.token(OURS, "T9") is None
    assert await storage.keep_house(NOON + 401 * DAY) == 1
    assert await storage.results.tokens(OURS, ["FULL"]) == (live,)


async def test_keeping_house_takes_many_rows_in_several_bites(storage: Storage):
    rows = [delivery(f"D-{number}", dedupe_key=str(number)) for number in range(2500)]
    await storage.remember(change(deliveries=rows))
    await storage.remember(change(at=NOON, cancels=[str(number) for number in range(2500)]))

    assert await storage.keep_house(NOON + 500 * DAY) == 2500
