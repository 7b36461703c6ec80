"""News of the roadmap by the names of its items: ticked or asked about, never an answer, never met by silence."""

from typing import Any

import pytest

from bot import commands
from bot.replies import HeardReply, ToldAnswer
from bot.views import render
from storage.records import ItemState
from tests.bot.room import Room, item
from tests.tables import each


def heard(room: Room) -> HeardReply:
    return next(reply for _, reply in reversed(room.private) if isinstance(reply, HeardReply))


def answer(room: Room) -> ToldAnswer:
    return next(reply for reply in reversed(room.thread) if isinstance(reply, ToldAnswer))


@each(
    ("text", "ids"),
    [
        ("the baseline is measured, 62 of 100", ["baseline"]),
        ("the offline suite runs in CI since monday", ["offline_suite"]),
        ("the logging is in place and the offline suite too", ["log_answers", "offline_suite"]),
        ("done with the logging, every answer is kept", ["log_answers"]),
        ("measure the best prompt: done", ["baseline"]),
        ("I have done the baseline", ["baseline"]),
        ("we finished with the baseline yesterday", ["baseline"]),
        ("tick: log every answer, baseline", ["log_answers", "baseline"]),
        ("ticking: the offline suite runs in CI since friday", ["offline_suite"]),
    ],
)
def test_news_of_an_item_ticks_it_and_writes_no_answer_down(decided: Room, text: str, ids: list[str]):
    room = decided.copy()
    before = room.assessment.answers
    room.type(text, by="U4")

    ticked = [one.id for one in room.assessment.checklist if one.state is ItemState.DONE]
    assert sorted(ticked) == sorted(ids)
    assert room.assessment.answers == before
    assert len([one for one in heard(room).items if not one.ticks]) == len(ids)


def test_what_shows_the_news_is_the_items_note_and_a_press_opens_the_item_again(decided: Room):
    decided.type("the baseline is measured, 62 of 100")
    assert item(decided, "baseline").note == "62 of 100"
    assert "Noted with it: 62 of 100." in render(heard(decided)).text

    (offered,) = heard(decided).items
    decided.do(commands.MarkItem, item_id=offered.item_id, is_done=offered.ticks)
    assert item(decided, "baseline").state is ItemState.OPEN


def test_what_is_told_later_of_a_ticked_item_is_noted_and_nothing_written_is_overwritten(decided: Room):
    decided.type("baseline is done")
    decided.type("the baseline was 71%")
    decided.type("the baseline was 80%")

    assert item(decided, "baseline").note == "71%"
    assert heard(decided).says == ("Ticked already: Measure the best prompt, as a baseline.",)


@each(
    ("text", "says"),
    [
        ("the baseline is not done yet", "“Measure the best prompt, as a baseline” stands open."),
        ("we're working on the baseline", "“Measure the best prompt, as a baseline” stays open until it is done"),
        ("we don't need the baseline", "“Measure the best prompt, as a baseline” stays on the roadmap."),
        ("tick 3", "Items have no numbers, and each is ticked by itself."),
        ("everything is done", "Items have no numbers, and each is ticked by itself."),
    ],
)
def test_what_ticks_nothing_is_answered(decided: Room, text: str, says: str):
    room = decided.copy()
    room.type(text)

    assert room.assessment == decided.assessment
    assert heard(room).says[0].startswith(says)


def test_an_item_that_is_not_done_after_all_is_open_again(decided: Room):
    decided.type("baseline is done")
    decided.type("untick the baseline, it broke")

    assert item(decided, "baseline").state is ItemState.OPEN
    assert heard(decided).says == ("Open again: Measure the best prompt, as a baseline.",)


def test_golden_tasks_that_are_told_to_be_done_and_are_not_written_down_are_asked_about(decided: Room):
    decided.type("golden set is built and the bar is agreed")
    assert item(decided).state is ItemState.OPEN
    assert "No golden task is written down here" in heard(decided).says[0]
    assert heard(decided).edits_tasks == "Add golden tasks"

    decided.type("golden tasks: fees 9 of 10, limits, desks")
    decided.type("the golden tasks are written, inputs and all")
    assert "3 of 3 lack a real input" in heard(decided).says[0]
    (offered,) = heard(decided).items
    decided.do(commands.MarkItem, item_id=offered.item_id, is_done=offered.ticks)
    assert item(decided).state is ItemState.DONE


def test_what_a_line_says_beside_its_news_is_heard(decided: Room):
    decided.type("baseline is done and we have 400 chats a day now")

    assert item(decided, "baseline").state is ItemState.DONE
    assert decided.assessment.facts().volume == "under_1k"


def test_how_answers_are_checked_is_offered_where_the_news_may_say_it(decided: Room):
    decided.do(commands.RecordChange, fact="evals", value="ad_hoc")
    decided.type("the offline suite runs in CI since monday")

    assert decided.assessment.facts().evals == "ad_hoc"
    assert [offer.fact for offer in heard(decided).offers] == ["evals"]


@each("text", ["ben owns the baseline", "baseline owner is ben"])
def test_an_owner_who_is_nobody_that_slack_could_tell_is_led_to_the_form(decided: Room, text: str):
    room = decided.copy()
    room.type(text)

    assert room.assessment == decided.assessment
    assert "Owner and due date of" in answer(room).says[0]


def test_whoever_takes_an_item_or_is_mentioned_owns_it(decided: Room):
    decided.type("I'll take the baseline", by="U4")
    said: dict[str, Any] = {"thread_ts": "1.1", "is_mention": True, "text": "@lea owns the offline suite"}
    decided.do(commands.TypedText, **said, people=("U7",))

    assert (item(decided, "baseline").owner, item(decided, "offline_suite").owner) == ("U4", "U7")
    assert "U7’s from now on" in answer(decided).says[0]
    assert answer(decided).people == ("U7",)
    decided.type("who owns the baseline?")
    assert "open, owner: U4" in answer(decided).says[0]


@pytest.mark.parametrize("text", ["how far are we with the roadmap", "what is ticked so far?", "roadmap status"])
def test_how_far_the_roadmap_is_names_what_is_done_and_what_comes_next(decided: Room, text: str):
    decided.type("baseline is done", by="U4")
    decided.type(text)

    says = answer(decided).says
    assert says[0].startswith("Roadmap: 1 of ")
    assert says[1].startswith("Done: Measure the best prompt, as a baseline, ticked by U4, ")
    assert says[2] == "Open: 3 to 5 golden tasks that stand for success."


@pytest.mark.parametrize("text", ["what's open on the roadmap", "what's left to do"])
def test_who_asks_for_what_is_open_hears_nothing_of_what_is_done(decided: Room, text: str):
    decided.type("baseline is done", by="U4")
    decided.type("taking the offline suite, due fri", by="U4")
    assert answer(decided).says[1] == "The day it is due is set at Edit, in its phase of the roadmap."
    decided.type(text)

    says = answer(decided).says
    assert says[0] == "Open on the roadmap: 10 of 11."
    assert says[1] == "3 to 5 golden tasks that stand for success."
    assert says[2] == "An offline suite that runs before every change, owner: U4."
    assert says[-1] == "And 3 more."
    for each_ in decided.assessment.checklist:
        decided.do(commands.MarkItem, assessment_id="a1", item_id=each_.id, is_done=True)
    decided.type(text)
    assert answer(decided).says[0] == "Nothing is open on the roadmap: all 11 are done."


@pytest.mark.parametrize(
    ("text", "first"),
    [("taking the training gate, due fri", "“3 to 5 golden"), ("I take the answer archive", "“Log every answer with")],
)
def test_whoever_takes_what_no_item_goes_by_hears_which_there_are_and_how_it_is_said(
    decided: Room, text: str, first: str
):
    before = decided.assessment
    decided.type(text)

    assert decided.assessment == before
    says = answer(decided).says
    assert says[0].endswith(", so nobody’s name was set.")
    assert says[1].startswith(f"Open there: {first}")
    assert says[2].startswith("Say “I take the” and what it is called;")


def test_who_does_what_comes_first_is_told_with_it(decided: Room):
    decided.type("what do we do first and who does it")

    assert answer(decided).says[0] == "3 to 5 golden tasks that stand for success: nobody’s yet."


def test_how_it_stands_with_one_item_is_told(decided: Room):
    decided.type("is the baseline done?")
    assert answer(decided).says[0].endswith("baseline: open, and nobody is set as its owner.")
    decided.type("baseline is done: 62 of 100", by="U4")
    decided.type("is the baseline done?")
    assert answer(decided).says[1] == "Note: 62 of 100"


def test_before_the_verdict_and_among_people_nothing_is_ticked(decided: Room, room: Room):
    decided.type("baseline is done btw", is_mention=False)
    room.type("baseline is done")

    assert item(decided, "baseline").state is ItemState.OPEN
    assert room.assessment.checklist == ()


@each("text", ["the golden tasks, ben and me, you know", "anyway, baseline"])
def test_a_line_that_names_an_item_and_is_understood_as_nothing_is_asked_about(decided: Room, text: str):
    room = decided.copy()
    turn = room.type(text)

    assert room.assessment == decided.assessment
    assert turn.says


def test_whether_something_is_ticked_is_told_from_the_roadmap_even_where_nothing_goes_by_that_name(decided: Room):
    decided.type("did we tick the offline suite?")
    assert answer(decided).says[0].startswith("An offline suite that runs before every change: open")

    decided.type("has Omar ticked off the offline suite yet")
    assert answer(decided).says[0].startswith("An offline suite that runs before every change: open")

    decided.type("did we tick the cook yet")
    assert answer(decided).says[0] == (
        "No item of the roadmap goes by “the cook”, so nothing is ticked under that name."
    )

    decided.type("I take the offline suite")
    decided.type("we check continuously, with a test suite that runs before every change")
    decided.type("did we tick the offline suite?")
    assert item(decided, "offline_suite").state is ItemState.OBSOLETE
    assert answer(decided).says == (
        "An offline suite that runs before every change: not on the roadmap any more, so it is not ticked there.",
    )


def test_what_is_ticked_or_asked_for_so_answers_no_question_that_stands_open(decided: Room):
    decided.open("evals")
    before = decided.assessment.answers
    decided.type("ticking: the offline suite runs in CI since friday")
    decided.type("did we tick the offline suite")

    assert decided.assessment.answers == before
    assert item(decided, "offline_suite").state is ItemState.DONE
    assert "done, ticked by U1" in answer(decided).says[0]
