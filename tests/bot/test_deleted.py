"""What people meet in the thread of a decision that was deleted."""

from bot import commands
from bot.replies import DeletedLine, write_reply
from storage.records import Delivery, DeliveryMethod, DeliveryState
from tests.bot.counter import CHANNEL, TENANT, Counter, kinds
from tests.bot.desk import Desk

MANY = 60
ADDRESS = "https://hooks.slack.com/x"


async def asked(counter: Counter) -> tuple[str, list[Delivery]]:
    """An assessment in whose thread a question was asked, and all that was posted of it."""
    started = await counter.start()
    posted = await counter.deliver()
    thread = await counter.storage.outbox.message(TENANT, started.id, "parent")
    assert thread is not None
    await counter.do(commands.TypedText, by="U2", text="what is RAG?", thread_ts=thread.ts, is_mention=True)
    return started.id, [*posted, *await counter.deliver()]


async def test_all_that_was_posted_in_the_thread_says_so_answers_and_what_was_moved_as_well(counter: Counter):
    of, posted = await asked(counter)
    await counter.do(commands.DeleteAssessment, assessment_id=of, response_url=ADDRESS)

    edits = [row for row in await counter.deliver() if row.method is DeliveryMethod.UPDATE]
    assert {"question", "told_answer"} <= {row.reply["kind"] for row in posted}
    assert {str(row.message_key).partition(".")[2] for row in edits} == {
        str(row.seq) for row in posted if row.method is DeliveryMethod.POST
    }
    assert {row.channel for row in edits} == {CHANNEL}


async def test_who_presses_what_is_seen_still_hears_that_it_is_gone_and_nothing_comes_back(counter: Counter):
    of, _ = await asked(counter)
    await counter.do(commands.DeleteAssessment, assessment_id=of, response_url=ADDRESS)
    await counter.deliver()

    await counter.do(commands.DeleteAssessment, assessment_id=of, response_url=ADDRESS)
    await counter.do(commands.GiveAnswer, assessment_id=of, fact="need", values=("facts",))
    rows = await counter.deliver()
    assert kinds(rows) == ["problem", "problem"]
    assert {row.reply["trouble"] for row in rows} == {"not_found"}
    assert await counter.storage.assessments.get(TENANT, of) is None


async def test_where_a_message_is_gone_nothing_is_posted_in_its_place_and_the_others_say_it(desk: Desk):
    posts = [desk.row() for _ in range(MANY)]
    await _sent(desk, posts)
    line = write_reply(DeletedLine(name="Support copilot", by="U1"))
    rows = [
        desk.row(DeliveryMethod.UPDATE, assessment_id=None, message_key=f"ts:{ts}", reply=line)
        for ts in ["17.000001", *[(await desk.get(row.id)).ts for row in posts]]
    ]
    gone, *others = await _sent(desk, rows)

    assert (gone.state, gone.error) == (DeliveryState.FAILED, "message_not_found")
    assert {row.state for row in others} == {DeliveryState.SENT}
    assert len(desk.posts()) == MANY
    assert all("Deleted with" in words for words in desk.posts())
    assert desk.failed == []


async def _sent(desk: Desk, rows: list[Delivery]) -> list[Delivery]:
    """The rows once all have ended, at the pace that Slack allows."""
    await desk.do(*rows)
    for _ in range(3 * MANY):
        last = await desk.later(1, rows[-1].id)
        if last.state is not DeliveryState.PENDING:
            break
    return [await desk.get(row.id) for row in rows]
