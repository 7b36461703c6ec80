"""What shows the open question and saves nothing looks anew where somebody was faster: one question stands live."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from bot import commands
from bot.advisor import Advisor
from bot.commands import CommandBase
from bot.dialogue import Recalled
from bot.recall.memory import Memory
from bot.replies import QuestionMessage, read_reply
from storage import Storage
from storage.records import Assessment, AssessmentState, Delivery, DeliveryState
from tests.bot.counter import CHANNEL, TENANT, Counter, kinds
from tests.bot.memory import gathering, no_zone


class Overtaken(Memory):
    """A memory after whose first look somebody else is carried out whole."""

    between: Callable[[], Awaitable[Any]] | None = None

    async def recall(self, command: CommandBase, ahead: Assessment | None = None) -> tuple[CommandBase, Recalled]:
        found = await super().recall(command, ahead)
        between, self.between = self.between, None
        if between is not None:
            await between()
        return found


@pytest.fixture
def counter(storage: Storage) -> Counter:
    return Counter(storage)


async def overtaken(counter: Counter, kind: type[CommandBase], by: Callable[[], Awaitable[Any]], **about: Any) -> None:
    """Carry out a command that somebody overtakes between its looking and its saving."""
    storage = counter.storage
    late = Overtaken(
        storage, counter.clock, permalink=counter._permalink, gathering=gathering(storage), time_zone=no_zone
    )
    late.between = by
    advisor = Advisor(storage, late, wake=lambda: None, tell=counter._tell)
    await advisor.handle(kind(tenant=TENANT, channel=CHANNEL, actor="U2", **about))


async def live_questions(counter: Counter) -> set[str]:
    """Which questions stand live in the thread, by the last face of each message."""
    faces = {}
    for row in await counter.deliver():
        faces[row.message_key] = read_reply(row.reply)
    return {reply.fact for reply in faces.values() if isinstance(reply, QuestionMessage)}


@pytest.mark.parametrize("text", ["how many questions are left?", "purple monkey", "who are you?", "undo"])
async def test_a_line_typed_while_the_open_question_is_answered_does_not_ask_it_again(counter: Counter, text: str):
    found = await counter.start()
    await counter.deliver()
    parent = await counter.storage.outbox.message(TENANT, found.id, "parent")
    assert parent is not None

    async def answer() -> None:
        await counter.do(commands.GiveAnswer, assessment_id=found.id, fact="need", values=("facts",))

    await overtaken(counter, commands.TypedText, answer, text=text, thread_ts=parent.ts, is_mention=True)

    assert await live_questions(counter) == {"source"}


async def test_continue_that_a_stop_overtakes_leads_on_and_leaves_no_live_question_in_a_stopped_interview(
    counter: Counter,
):
    found = await counter.start()
    await counter.deliver()

    async def stop() -> None:
        await counter.do(commands.Stop, assessment_id=found.id)

    await overtaken(counter, commands.Continue, stop, assessment_id=found.id)

    after = await counter.storage.assessments.get(TENANT, found.id)
    assert after is not None
    assert (after.state, await live_questions(counter)) == (AssessmentState.INTERVIEWING, {"need"})


async def claimed(counter: Counter) -> Delivery:
    """The first row that is due, in somebody's hands."""
    (row,) = await counter.storage.outbox.claim("test", counter.clock.now(), 1, timedelta(minutes=1))
    return row


async def refused(counter: Counter) -> Assessment:
    """An interview that could not begin: Slack refused its message, and so what was to stand below it."""
    found = await counter.start()
    for _ in ("parent", "question"):
        row, at = await claimed(counter), counter.clock.now()
        assert await counter.storage.outbox.finish(row.id, "test", DeliveryState.FAILED, at=at, error="not_in_channel")
    return found


@pytest.mark.parametrize("kind", [commands.Continue, commands.TryAgain])
@pytest.mark.parametrize("is_on_its_way", [True, False])
async def test_of_two_who_begin_at_once_what_could_not_begin_one_posts_it(
    counter: Counter, kind: type[CommandBase], *, is_on_its_way: bool
):
    found = await refused(counter)
    about = {"assessment_id": found.id, "response_url": "https://hooks.slack.com/x"}
    sent: list[Delivery] = []

    async def other() -> None:
        await counter.do(commands.Continue, **about)
        if is_on_its_way:
            sent.append(await claimed(counter))

    await overtaken(counter, kind, other, **about, **({"failed": "d1"} if kind is commands.TryAgain else {}))
    for row in sent:
        at = counter.clock.now()
        await counter.storage.outbox.finish(row.id, "test", DeliveryState.SENT, at=at, ts="7.1", channel=CHANNEL)

    said = kinds([*sent, *await counter.deliver()])
    assert (said.count("parent"), said.count("question")) == (1, 1)


async def test_start_pressed_again_after_it_failed_again_posts_what_could_not_be_posted(counter: Counter):
    found = await refused(counter)
    again = {"assessment_id": found.id, "failed": "d1", "response_url": "https://hooks.slack.com/x"}
    await counter.do(commands.TryAgain, **again)
    for _ in ("parent", "question"):
        row, at = await claimed(counter), counter.clock.now()
        assert await counter.storage.outbox.finish(row.id, "test", DeliveryState.FAILED, at=at, error="not_in_channel")

    await counter.do(commands.TryAgain, **again)

    assert kinds(await counter.deliver()) == ["parent", "question"]


async def test_continue_posts_no_second_parent_while_slack_may_have_the_first(counter: Counter):
    found = await counter.start()
    row, at = await claimed(counter), counter.clock.now()
    assert await counter.storage.outbox.retry(row.id, "test", at, "timeout", in_doubt=True)
    await counter.do(commands.Continue, assessment_id=found.id, response_url="https://hooks.slack.com/x")

    said = kinds(await counter.deliver())

    assert (said.count("parent"), said.count("question"), said.count("confirmed")) == (1, 1, 1)


async def test_where_nobody_knows_whether_slack_has_the_parent_continue_says_so_and_posts_nothing(counter: Counter):
    found = await counter.start()
    row, at = await claimed(counter), counter.clock.now()
    assert await counter.storage.outbox.finish(row.id, "test", DeliveryState.UNKNOWN, at=at)
    await counter.deliver()
    await counter.do(commands.Continue, assessment_id=found.id, response_url="https://hooks.slack.com/x")

    (told,) = await counter.deliver()

    assert told.reply["trouble"] == "may_stand"


@pytest.mark.parametrize("text", ["why not fine-tuning?", "how many questions are left?"])
async def test_what_is_said_of_a_decision_that_is_deleted_meanwhile_is_not_kept_and_whoever_asked_hears_so(
    counter: Counter, text: str
):
    found = await counter.start()
    await counter.do(commands.Stop, assessment_id=found.id)
    await counter.deliver()
    parent = await counter.storage.outbox.message(TENANT, found.id, "parent")
    assert parent is not None

    async def delete() -> None:
        await counter.do(commands.DeleteAssessment, assessment_id=found.id)

    await overtaken(counter, commands.TypedText, delete, text=text, thread_ts=parent.ts, is_mention=True)

    rows = await counter.deliver()
    assert [row for row in rows if row.assessment_id == found.id] == []
    assert [row.user for row in rows if row.user == "U2"] == ["U2"]
