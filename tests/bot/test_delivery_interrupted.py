"""Delivery after a process that died, or a database that failed, in the middle of a row."""

from datetime import timedelta

from bot.commands import DeliveryFailed
from bot.sandbox.person import SUPPORT
from storage.errors import Unavailable
from storage.records import DeliveryMethod
from tests.bot.desk import FAILED, PENDING, SENT, Desk


async def test_a_row_whose_process_died_before_the_call_is_looked_up_and_sent_once(desk: Desk):
    await desk.save(desk.row())
    await desk.storage.outbox.claim("dead", desk.now, 8, timedelta(seconds=60))

    assert (await desk.later(30)).state is PENDING
    assert (await desk.later(31)).state is SENT
    assert desk.called() == ["conversations.history", "chat.postMessage"]


async def test_a_row_whose_process_died_after_the_call_is_found_and_not_sent_again(desk: Desk):
    await desk.save(desk.row())
    (row,) = await desk.storage.outbox.claim("dead", desk.now, 8, timedelta(seconds=60))
    await desk.deliverer.deliver(row)

    assert (await desk.later(61)).state is SENT
    assert len(desk.posts()) == 1


async def test_a_restart_sends_at_once_what_was_saved_and_not_yet_claimed(blind: Desk):
    await blind.save(blind.row())
    again = Desk(blind.sandbox, blind.storage, blind.clock, owner="restarted")
    await again.scheduler.run_due()
    await again.wire.close()

    assert len(blind.posts()) == 1


# --- a database that fails in between ---


async def test_a_failure_that_could_not_be_told_is_told_with_the_next_try(desk: Desk):
    untold = [Unavailable]

    async def tell(failure: DeliveryFailed) -> None:
        if untold:
            raise untold.pop()
        desk.failed.append(failure)

    desk.courier._tell_failed = tell
    desk.sandbox.kick(SUPPORT)
    row = await desk.do(desk.row())
    assert (row.state, desk.failed) == (PENDING, [])

    row = await desk.later(10)

    assert (row.state, len(desk.failed)) == (FAILED, 1)


async def test_a_due_command_that_could_not_be_saved_is_run_again(desk: Desk):
    unsaved = [Unavailable]

    async def run(command) -> None:
        if unsaved:
            raise unsaved.pop()
        desk.ran.append(command)

    desk.courier._run = run
    row = await desk.do(desk.row(DeliveryMethod.RUN, reply={"kind": "open_review"}))
    assert row.state is PENDING

    row = await desk.later(10)

    assert (row.state, desk.ran) == (SENT, [{"kind": "open_review"}])
