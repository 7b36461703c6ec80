"""The thread: what stands open is its last message, nobody takes it from the others, and its progress never jumps."""

from itertools import pairwise
from random import Random
from typing import Any

import pytest

from bot import commands
from bot.dialogue.progress import progress
from bot.replies import Trouble
from bot.views import render
from rules import FRAMEWORK
from storage.records import AssessmentState, DeliveryMethod
from tests.bot.room import COPILOT, Room, open_questions

URL = {"response_url": "https://hooks.slack.com/actions/x"}


def asks_last(room: Room) -> str:
    """The fact that the last message of the thread asks for; nothing else there can be answered."""
    last = room.thread[-1]
    assert last.kind in {"question", "still_so"}
    assert open_questions(room) in ([last.fact], [])
    return str(last.fact)


@pytest.fixture
def third(room: Room) -> Room:
    """An interview at its third question."""
    for _ in range(2):
        room.answer(COPILOT[room.assessment.asking or ""])
    return room


# --- the last message ---


def test_back_asks_the_question_before_below_and_the_one_that_stood_open_again_after_it(third: Room):
    stood_open = third.assessment.asking or ""
    before = third.assessment.asked[1]
    third.do(commands.Back, fact=stood_open)

    assert asks_last(third) == before
    assert third.message(f"question:{stood_open}").matters

    third.answer(COPILOT[before])
    assert asks_last(third) == stood_open


def test_a_question_that_moved_leaves_a_line_with_the_answer_that_holds_until_then(third: Room):
    before = third.assessment.asked[1]
    turn = third.do(commands.Back, fact=third.assessment.asking)

    line = next(say.reply for say in turn.says if say.message_key == f"question:{before}")
    assert (line.kind, line.said.by) == ("moved", "U1")
    assert render(line).text.endswith("until it is answered. Asked again below.")


def test_whoever_only_asks_during_the_interview_leaves_no_chain_of_pointers(third: Room):
    for text in ("what is RAG?", "how long will this take?", "why do you ask?", "xyzzy plugh"):
        turn = third.type(text, by="U2")

        pointers = [say.reply for say in turn.says if say.reply.kind == "moved"]
        assert [render(pointer).withdraws for pointer in pointers] == [True]
        assert asks_last(third) == third.assessment.asking


def test_what_all_answer_alike_alone_is_written_down_where_it_was_first_asked(room: Room):
    room.do(commands.PeopleNamed, people=("U1", "U2"))
    assert not render(room.message("question:need")).withdraws

    for person in ("U1", "U2"):
        room.do(commands.GiveBlindAnswer, person, fact="need", values=("facts",))
    room.do(commands.OpenBlindAnswers)

    assert room.message("question:need").kind == "answered"


def test_stop_and_continue_ask_it_again_below(third: Room):
    stood_open = third.assessment.asking or ""
    third.do(commands.Stop)
    third.thread.append(third.message("parent"))
    third.do(commands.Continue)

    assert asks_last(third) == stood_open
    assert third.assessment.state is AssessmentState.INTERVIEWING


def test_an_answer_to_another_question_leaves_it_last(third: Room):
    stood_open = third.assessment.asking or ""
    third.do(commands.GiveAnswer, "U2", fact="stakes", values=("money",))

    assert third.message("question:stakes").said.by == "U2"
    assert asks_last(third) == stood_open


@pytest.mark.parametrize(
    "text", ["why do you ask?", "xyzzy plugh", "help", "what is a golden set?", "skip", "continue"]
)
def test_words_typed_to_the_bot_leave_a_question_last(third: Room, text: str):
    third.type(text, by="U2")

    assert asks_last(third) == third.assessment.asking


@pytest.mark.parametrize("text", ["why do you ask?", "xyzzy plugh", "help"])
def test_a_question_that_moves_below_typed_words_is_asked_in_short(third: Room, text: str):
    """It was posted whole again and again: the thread filled with the same three paragraphs."""
    question = third.thread[-1]
    third.type(text, by="U2")

    said, before = render(third.thread[-1]).text, render(question).text
    assert question.text in said
    assert question.why in before
    assert question.why not in said
    assert "or reply" not in said
    assert all(choice.label in said for choice in question.options)


def test_what_is_told_to_one_person_in_the_thread_comes_before_the_question(third: Room):
    turn = third.type("xyzzy plugh")

    told, asked = turn.says[0], turn.says[-1]
    assert (told.is_private, told.in_line) == (True, True)
    assert (asked.method, asked.reply.kind) == (DeliveryMethod.POST, "question")


def test_what_colleagues_say_to_each_other_moves_nothing(third: Room):
    turn = third.type("lunch at noon?", is_mention=False)

    assert turn.says == ()


def test_a_failure_logged_in_the_thread_leaves_the_question_last(decided: Room):
    decided.do(commands.ChangeAnswer, fact="need")
    decided.do(
        commands.FailureLogged, "U2", assessment_id=decided.at, bucket="safety", what="It insulted a customer.",
        failure_id="f1",
    )  # fmt: skip

    assert asks_last(decided) == "need"


def test_two_answers_that_do_not_fit_stay_last_too(asking_two: Room):
    asking_two.type("why do you ask?", by="U2")

    assert asking_two.thread[-1].kind == "contradiction"
    assert asking_two.message("contradiction:static_but_stale") == asking_two.thread[-1]


@pytest.fixture
def asking_two() -> Room:
    """A room in which two answers do not fit together."""
    room = Room()
    room.start()
    room.open("freshness")
    room.answer("static")
    room.open("failure")
    room.answer(["stale_facts"])
    assert room.assessment.asking == "contradiction:static_but_stale"
    return room


def test_two_answers_that_do_not_fit_are_asked_again_below_after_a_stop(asking_two: Room):
    asking_two.do(commands.Stop)
    asking_two.thread.append(asking_two.message("parent"))
    asking_two.do(commands.Continue)

    assert asking_two.thread[-1].kind == "contradiction"


# --- nobody takes the question from the others ---


def test_a_change_asks_the_one_who_pressed_alone_while_a_question_stands_open(third: Room):
    stood_open, fact = third.assessment.asking, third.assessment.asked[0]
    turn = third.do(commands.ChangeAnswer, "U2", fact=fact)

    assert [(say.is_private, say.user, say.reply.kind) for say in turn.says] == [(True, "U2", "change_question")]
    assert open_questions(third) == [stood_open]
    third.answer(COPILOT[stood_open or ""], by="U3")
    assert third.assessment.answers[stood_open or ""].by == "U3"


def test_the_changed_answer_is_taken_and_the_question_to_one_person_becomes_a_line(third: Room):
    stood_open, fact = third.assessment.asking, third.assessment.asked[0]
    value = FRAMEWORK.by_fact[fact].options[-1].value
    turn = third.do(commands.RecordChange, "U2", fact=fact, value=value, is_change=True, **URL)

    assert third.assessment.answers[fact].value == value
    assert third.message(f"question:{fact}").was.by == "U1"
    closing = next(say for say in turn.says if say.reply.kind == "changed_line")
    assert (closing.replaces, closing.response_url) == (True, URL["response_url"])
    assert closing.reply.was.by == "U1"
    assert stood_open in {third.assessment.asking, *third.assessment.asked}


def test_not_sure_takes_the_place_of_an_answer_where_that_was_asked_for(third: Room):
    fact = third.assessment.asked[0]
    third.do(commands.SayNotSure, "U2", fact=fact)
    assert third.assessment.answers[fact].value is not None

    third.do(commands.SayNotSure, "U2", fact=fact, is_change=True, **URL)
    assert third.assessment.answers[fact].value is None


def test_keeping_the_answer_closes_the_question_to_one_person_and_changes_nothing(third: Room):
    before = third.assessment
    turn = third.do(commands.KeepAnswer, "U2", fact=before.asked[0], is_change=True, **URL)

    assert third.assessment == before
    assert [say.reply.kind for say in turn.says] == ["changed_line"]


@pytest.mark.parametrize(("value", "trouble"), [("", Trouble.NOTHING_CHOSEN), ("neither,search", Trouble.CHOSEN_ALONE)])
def test_a_list_that_cannot_be_saved_gets_its_sentence(third: Room, value: str, trouble: Trouble):
    third.do(commands.RecordChange, "U2", fact="ops", value=value, is_change=True, **URL)

    assert third.told().trouble is trouble


# --- progress ---


def told_by(room: Room) -> list[tuple[int, int]]:
    found = [one.progress for one in room.thread if one.kind == "question" and not one.current and not one.is_extra]
    return [(one.number, one.to_go) for one in found]


@pytest.mark.parametrize("seed", range(12))
def test_progress_never_rises_by_more_than_one_whatever_is_changed(seed: int):
    chance, room = Random(seed), Room()  # noqa: S311 - a walk, not a secret
    room.start()
    for _ in range(40):
        asked = room.assessment.asking
        if asked is None:
            break
        _something(room, chance, asked)

    told = told_by(room)
    assert len(told) > 3
    for before, after in pairwise(told):
        assert after[0] - before[0] <= 1, told
        assert after[1] - before[1] <= 1, told


def _something(room: Room, chance: Random, asked: str) -> None:
    """An answer as a rule; now and then a change, a step back, or several answers in one line."""
    if asked.startswith("contradiction:"):
        room.do(commands.ResolveContradiction, contradiction=asked.partition(":")[2], fact="")
        return
    what = chance.random()
    answered = list(room.assessment.answers)
    if what < 0.15 and answered:
        fact = chance.choice(answered)
        values = [option.value for option in FRAMEWORK.by_fact[fact].options]
        room.do(commands.RecordChange, "U2", fact=fact, value=chance.choice(values), is_change=True, **URL)
    elif what < 0.3:
        room.do(commands.Back, fact=asked)
    elif what < 0.4:
        room.type("about 800ms, it changes weekly and auditors want sources", by="U2")
    else:
        options: list[Any] = [option.value for option in FRAMEWORK.by_fact[asked].options]
        room.answer(chance.choice([*options, None]))


def test_an_interview_of_an_earlier_release_goes_on_from_what_its_answers_say(third: Room):
    before = third.assessment
    third.assessments[third.at] = before.model_copy(update={"left": None})
    old = progress(third.assessment, FRAMEWORK)
    third.answer(COPILOT[before.asking or ""])

    assert third.assessment.left is not None
    assert third.message(f"question:{third.assessment.asking}").progress.to_go <= old.to_go + 1
