"""What a line is taken for by the ear is what is written down and said in the thread, line by line."""

import pytest

from bot import commands
from bot.commands.results import SharedFile
from bot.dialogue.heard import offers_all, sentences
from bot.dialogue.meant import offer_shown
from bot.dialogue.turn import Recalled
from bot.views import render
from rules import Facts
from rules.catalog import FRAMEWORK
from rules.hearing import hear, line
from rules.telling import Background
from tests.bot.room import Room
from tests.rules.hearing.asked import coded
from tests.rules.hearing.lines import LINES
from tests.tables import each
from tests.views.controls import controls

TYPED = [
    (fact, text)
    for fact, said, text, meant in LINES
    if fact is not None and not said and not meant.startswith("!") and fact not in {"labels", "per_class"}
]
"""Lines to a question that stands open in a new interview."""


@pytest.mark.parametrize(("fact", "text"), TYPED[::7], ids=[f"{fact}: {text}" for fact, text in TYPED[::7]])
def test_the_thread_writes_down_what_the_ear_heard(fact: str, text: str):
    room = Room()
    room.start()
    room.open(fact)
    mention = not text.startswith("- ")
    heard = hear(line(text.removeprefix("- "), fact, {}, mention=mention))
    told = len(room.private)

    turn = room.type(text.removeprefix("- "), is_mention=mention)

    assert {of: answer.value for of, answer in room.assessment.answers.items()} == dict(heard.saves)
    if heard.silent:
        assert turn.says == ()
    elif heard.offers:
        reply = next(reply for _, reply in room.private[told:] if reply.kind == "heard")
        asked = Background(Facts(), open_fact=fact)
        if offers_all(heard, asked):
            assert reply.offers == ()  # the question's own buttons are the same ones
        else:
            assert list(reply.says) == list(sentences(heard, asked))
            assert [offer.fact for offer in reply.offers] == [choice.fact for choice in heard.offers]


def test_where_any_option_of_a_list_may_be_meant_its_own_boxes_ask_and_no_second_row():
    room = Room()
    room.start()
    room.open("ops")

    room.type("tidy")

    assert room.told().offers == ()
    (said,) = room.told().says
    assert said.startswith("I could not read that as an answer to “What the team can run”.")
    assert "one of these" not in said


def test_that_something_may_not_be_known_is_said_once_with_what_is_offered(decided: Room):
    said = decided.assessment.facts()
    heard = hear(line("Would the trade union oblige us to ask it first?", None, said.known(), mention=True))
    assert (len(heard.questions), bool(heard.offers)) == (1, True)
    posted = len(decided.thread)

    decided.type("Would the trade union oblige us to ask it first?")

    assert len(decided.thread) == posted
    assert decided.told().says == ("That may be outside what I know. Did you mean one of these?",)
    (words,) = sentences(heard, Background(said))
    listed = " ".join(one.label for one in decided.told().questions)
    assert words == f"That may be outside what I know. Did you mean: {listed}"


@pytest.mark.parametrize("is_open", [False, True])
def test_what_is_asked_back_has_its_buttons_three_at_most_and_each_leads_somewhere(decided: Room, is_open: bool):
    if is_open:
        decided.open("hygiene")
    asked_back = 0
    for one in coded()[:: 9 if is_open else 5]:
        told = len(decided.private)
        room = decided.copy()
        room.type(one.text)
        for _, reply in room.private[told:]:
            shown = render(reply)
            presses = [control for control in controls(shown.blocks) if control["type"] == "button"]
            assert len(presses) <= 3, one.text
            if "id you mean" in shown.text or "one of these" in shown.text:
                asked_back += 1
                assert presses, one.text
                for question in getattr(reply, "questions", ()):
                    room.do(commands.ShowTold, asked=question.asked)
                    assert room.modal.kind == "told_modal", question.asked
    assert asked_back >= 5


def test_answers_that_are_offered_to_several_questions_say_which_question_each_belongs_to():
    room = Room()
    room.start()
    room.open("examples")
    room.type("about 12,000 that our accountants sorted")
    room.open("source")

    room.type("actually make that 8k, the other four thousand were from the old chart of accounts and useless")

    offers = room.told().offers
    assert len({offer.fact for offer in offers}) > 1
    for offer in offers:
        assert offer.label.startswith(f"{FRAMEWORK.by_fact[offer.fact].topic}: ")


def test_what_is_offered_beside_somebody_elses_answer_is_no_bare_no(decided: Room):
    decided.type("the answers must always show their sources", by="U1")

    decided.type("legal decided that no citations are required any more", by="U2")

    (stands,) = decided.told().stands
    assert (stands.said.fact, stands.offered.value, stands.offered.label) == ("receipts", "none", "Not needed")


def test_no_answer_is_offered_as_a_bare_yes_or_no():
    room = Room()
    room.start()
    known = Recalled(now=room.now, framework=FRAMEWORK, new_id="new")
    for question in FRAMEWORK.questions:
        for option in question.options:
            value = (option.value,) if question.is_list else option.value
            label = offer_shown(room.assessment, question.fact, value, known).label
            assert label.partition(",")[0] not in {"Yes", "No"}, question.fact


@each(
    "text",
    [
        "here are the results",
        "junit from ci",
        "last night's run",
        "weekly run",
        "Retrieval run.",
        "our daily eval report",
    ],
)
def test_words_beside_a_file_that_ask_for_nothing_are_not_wondered_about(decided: Room, text: str):
    turn = decided.do(
        commands.TypedText, thread_ts="1.1", text=text, is_mention=True, has_files=True, files=(SharedFile(id="F1"),)
    )

    assert turn.reads is not None
    assert (turn.says, turn.assessments) == ((), ())


def test_what_is_said_to_the_bot_and_answers_nothing_is_not_met_with_silence():
    room = Room()
    room.start()
    room.open("need")

    room.type("she has a car")

    assert room.told().says[0].startswith("I could not read that as an answer to “What people need”.")
    assert room.assessment.answers == {}
    assert room.type("she has a car", is_mention=False).says == ()


@each("text", ["thanks", "sorry for the wait", "ok, just a sec, the door"])
def test_thanks_and_apologies_to_the_bot_are_let_be_while_a_question_stands_open(text):
    room = Room()
    room.start()
    room.open("need")

    assert room.type(text).says == ()
