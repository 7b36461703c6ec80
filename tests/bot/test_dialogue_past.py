"""What the verdict was before is told in the thread from the decisions and answers that storage keeps."""

from datetime import timedelta

from bot import commands
from bot.replies import read_reply
from tests.bot.counter import Counter
from tests.bot.room import COPILOT, TENANT, Room
from tests.tables import each


def turned(room: Room) -> Room:
    """The room once somebody else's answer has given another verdict, some weeks later."""
    room.now += timedelta(days=40)
    room.do(commands.ChangeAnswer, by="U2", fact="source")
    room.answer("systems", by="U2")
    while room.assessment.asking:
        room.answer(by="U2")
    return room


def test_a_verdict_that_stands_says_since_when_it_does(decided: Room):
    decided.type("did the verdict hold since then?")

    assert decided.thread[-1].says == ("The verdict has not changed: retrieval (RAG), since November 22.",)


def test_a_verdict_that_turned_says_from_what_by_which_answer_and_whose(decided: Room):
    turned(decided).type("what was the first verdict, and why did it change?")

    first, became = decided.thread[-1].says[:2]
    assert first.startswith("The verdict changed once: first retrieval (RAG) (November 22, 2026), then live tools (")
    assert "“Where the truth lives” went from “your own documents” to “live systems” (by U2)" in became
    assert decided.thread[-1].people == ("U2",)


def test_why_it_is_no_longer_the_one_before_names_the_answer_that_changed(decided: Room):
    turned(decided).type("what's wrong with rag now? yesterday it was the best")

    assert any(each.startswith("It became live tools because ") for each in decided.thread[-1].says)


def test_an_answer_that_changed_and_left_the_verdict_is_told_as_well(decided: Room):
    decided.do(commands.ChangeAnswer, by="U2", fact="latency")
    decided.answer("relaxed", by="U2")
    decided.type("what has changed since the first verdict?")

    assert decided.thread[-1].says[1].startswith("Since then “Speed of answers” went from ")


@each(
    "text",
    ["who changed the speed to relaxed and when?", "history of the speed", "what did we say on speed before?"],
)
def test_what_stood_on_a_question_before_is_told_with_who_gave_it(decided: Room, text):
    decided.do(commands.ChangeAnswer, by="U2", fact="latency")
    decided.answer("relaxed", by="U2")
    decided.type(text)

    assert decided.thread[-1].says[-1] == "Before that: “within three seconds” by U1, November 22."
    assert "U1" in decided.thread[-1].people


def test_an_answer_that_was_never_another_one_has_nothing_before_it(decided: Room):
    decided.type("history of the speed")

    assert [one for one in decided.thread[-1].says if one.startswith("Before that")] == []


async def test_the_verdicts_are_read_from_storage_where_the_words_may_ask_for_them(counter: Counter):
    started = await counter.start()
    while (now := await counter.storage.assessments.get(TENANT, started.id)) and now.asking:
        value = COPILOT.get(now.asking)
        values = (value,) if isinstance(value, str) else tuple(value or ())
        given = {"values": values} if values else {}
        kind = commands.GiveAnswer if values else commands.SayNotSure
        await counter.do(kind, assessment_id=started.id, fact=now.asking, **given)
    await counter.deliver()
    asked = {"text": "what was the first verdict?", "is_mention": True, "is_direct": False, "thread_ts": None}
    await counter.do(commands.TypedText, **asked)

    said = [read_reply(row.reply) for row in await counter.deliver()]
    told = [one.says[0] for one in said if one.kind == "told_answer"]
    assert [one.partition(", since ")[0] for one in told] == ["The verdict has not changed: retrieval (RAG)"]
    assert len(await counter.storage.assessments.verdicts(TENANT, started.id)) == 1
