"""What shows the open question and saves nothing looks anew where somebody was faster: one question stands live."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot import commands
from bot.advisor import Advisor
from bot.commands import CommandBase
from bot.dialogue import Recalled
from bot.recall.memory import Memory
from bot.replies import QuestionMessage, read_reply
from storage import Storage
from storage.records import Assessment, AssessmentState
from tests.bot.counter import CHANNEL, TENANT, Counter
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
