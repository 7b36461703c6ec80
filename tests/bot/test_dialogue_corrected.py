"""What is typed once an answer stands: changes, corrections, repeats, and where the question goes on."""

import pytest

from bot import commands
from bot.replies import Done
from bot.views import render
from rules.framework import Architecture
from tests.bot.room import Room, asks_last


def test_a_change_stated_as_a_fact_is_recorded_with_a_way_to_take_it_back(decided: Room):
    decided.type("by now it changes live")

    assert decided.assessment.answers["freshness"].value == "live"
    line = decided.message("question:freshness")
    assert (line.said.words, line.is_beside) == ("all the time", True)
    assert "Buttons: Not so, Change." in render(line).text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("it also makes up facts now", {"invented_facts", "format", "tone"}),
        ("the tone problem is solved", {"format"}),
        ("it makes up facts", {"invented_facts"}),
    ],
)
def test_of_a_list_what_is_added_joins_what_stands_and_what_is_gone_leaves_it(decided: Room, text: str, kept: set[str]):
    decided.type("by now it breaks our format and the tone is wrong")

    decided.type(text)

    assert {*decided.assessment.answers["failure"].value} == kept


def test_that_the_verdict_stands_is_told_together_with_what_was_taken(decided: Room):
    told = len(decided.private)

    decided.type("we now have 5k labeled tickets")

    line = decided.message("question:examples")
    assert decided.private[told:] == []
    assert (line.said.words, line.verdict.done, line.verdict.architecture) == (
        "thousands", Done.VERDICT_STANDS, Architecture.RAG,
    )  # fmt: skip
    assert "The verdict is still *retrieval*." in render(line).text


def test_who_says_to_the_bot_what_somebody_said_before_hears_that_it_stands(asking: Room):
    asking.type("we are regulated and auditors ask for sources", by="U1")
    asking.type("we are regulated and auditors ask for sources", by="U2")

    (stands,) = asking.told().stands
    assert (stands.said.fact, stands.said.by, stands.offered) == ("receipts", "U1", None)
    assert "That stands there already, from" in render(asking.told()).text
    assert asks_last(asking) == "freshness"


def test_who_says_the_same_again_hears_that_it_stands_and_the_record_tells_of_no_change(asking: Room):
    asking.type("we are regulated and auditors ask for sources", by="U1")
    first = asking.assessment.answers["receipts"]

    turn = asking.type("we are regulated and auditors ask for sources", by="U1")

    assert asking.assessment.answers["receipts"] == first
    assert not any(say.reply.kind == "answered" for say in turn.says)
    assert "That stands there already, from" in render(asking.told()).text


@pytest.mark.parametrize(
    "text", ["actually it is only about 100 pages", "by now it changes live", "we now have 5k labeled tickets"]
)
def test_an_answer_that_is_corrected_in_words_stands_once_below_them_for_everybody(decided: Room, text: str):
    before, told, lines = dict(decided.assessment.answers), len(decided.private), len(decided.thread)

    turn = decided.type(text)

    (fact,) = (one for one, given in decided.assessment.answers.items() if given != before.get(one))
    line = next(reply for reply in decided.thread[lines:] if reply.kind == "answered")
    assert line.said.fact == fact
    assert [reply.kind for _, reply in decided.private[told:] if reply.kind == "heard"] == []
    if fact in before:
        (moved,) = (say.reply for say in turn.says if say.reply.kind == "moved")
        assert render(moved).withdraws


def test_a_question_that_was_set_aside_is_asked_again_below_the_typed_answer(asking: Room):
    asking.type("weekly")
    assert asks_last(asking) == "need"
    asking.answer("facts")
    stood_open = asking.assessment.asking
    asking.type("go back")
    assert asks_last(asking) == "freshness"
    told = len(asking.private)

    asking.type("daily")

    assert asking.assessment.asking == stood_open
    assert asking.private[told:] == []
    assert asks_last(asking) == stood_open


def test_what_else_was_taken_is_told_before_the_next_question_is_posted(asking: Room):
    turn = asking.type("weekly, and auditors want to see the sources")

    *said, last = (say.reply for say in turn.says)
    assert [reply.said.fact for reply in said if reply.kind == "answered"] == ["receipts", "freshness"]
    assert (last.kind, last.fact) == ("question", asking.assessment.asking)


def test_a_change_recorded_while_a_question_stands_open_is_told_with_that_question(asking: Room):
    asking.do(commands.RecordChange, fact="source", value="documents")

    assert [said.fact for said in asking.told().taken] == ["source"]
    assert asks_last(asking) == "freshness"
