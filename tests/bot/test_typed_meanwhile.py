"""While one answer is being given anew after the verdict, all else goes on, and the open question stays."""

from bot import commands
from tests.bot.room import Room
from tests.tables import each


def asking(decided: Room, fact: str = "access") -> Room:
    """The verdict stands, and the question of this fact is open again."""
    room = decided.copy()
    room.do(commands.ChangeAnswer, fact=fact)
    assert room.assessment.asking == fact
    return room


def last(room: Room) -> str:
    replies = [*room.thread, *(reply for _, reply in room.private)]
    return " ".join(" ".join(getattr(each, "says", ())) for each in replies)


def test_golden_tasks_are_written_renamed_and_taken_off(decided: Room):
    room = asking(decided)
    before = dict(room.assessment.answers)
    room.type("golden task: locker refund: can I have my coin back, must mention the desk, 4 of 5")
    assert [task.name for task in room.assessment.golden_tasks] == ["locker refund"]

    room.type("rename locker refund to coins")
    assert [task.name for task in room.assessment.golden_tasks] == ["coins"]

    room.type("drop the coins task")
    assert room.assessment.golden_tasks == ()
    assert (room.assessment.asking, dict(room.assessment.answers)) == ("access", before)


def test_the_roadmap_is_worked(decided: Room):
    room = asking(decided)
    room.type("I take the logging", by="U3")
    room.type("logging is done", by="U3")
    item = next(each for each in room.assessment.checklist if each.id == "log_answers")

    assert (item.owner, item.done_by) == ("U3", "U3")
    room.type("how far are we on the roadmap?")
    assert "Roadmap: 1 of" in last(room)
    assert room.assessment.asking == "access"


@each(
    ("fact", "text", "value"),
    [
        ("ops", "search, the index is kept up", ("search",)),
        ("evals", "golden set of 40 tasks", "golden_set"),
    ],
)
def test_what_answers_the_open_question_is_its_answer(decided: Room, fact: str, text: str, value: object):
    room = asking(decided, fact)
    room.type(text)

    assert room.assessment.answers[fact].value == value
    assert all(item.done_by is None for item in room.assessment.checklist)
    assert room.assessment.golden_tasks == ()


@each(
    ("text", "told"),
    [
        ("is that it?", "questions are answered"),
        ("does it say hybrid now?", "retrieval (RAG)"),
        ("so what did we gain?", "retrieval (RAG)"),
        ("what if it changed every hour and nobody needed the source?", "Supposed"),
    ],
)
def test_questions_about_the_decision_are_answered(decided: Room, text: str, told: str):
    room = asking(decided)
    room.type(text)

    assert told in last(room)
    assert room.assessment.asking == "access"


@each(
    "text",
    ["what do you mean?", "what if it is both?", "what if some are confidential?", "is it per user if some log in?"],
)
def test_questions_about_the_open_question_are_of_that(decided: Room, text: str):
    room = asking(decided)
    room.type(text)

    assert "everyone may see everything" in last(room)
