"""The words of messages: those of the trade are explained, and no control says the same as another one."""

import json
import re
from collections import Counter
from typing import Any

import pytest

from bot.replies import Choice, Clarify, GateShown, Help, HomeScreen, WhyNot
from bot.views import render, render_modal
from bot.views import verdict as told
from bot.views.blocks import message, section
from bot.views.explained import TERMS
from rules import FRAMEWORK
from rules.framework import Architecture
from tests.tables import each
from tests.views.controls import controls
from tests.views.examples import MODALS, REPLIES
from tests.views.examples.pieces import UNSURE, WEEKLY

SHOWN = {
    **{name: render(reply).blocks for name, reply in REPLIES.items()},
    **{f"modal {name}": render_modal(modal)["blocks"] for name, modal in MODALS.items()},
}
ONE_A_ROW = {
    "Answer",
    "Settle it",
    "Edit",
    "Open",
    "Post it now",
    "Mark done",
    "Reopen",
    "Delete",
    "Continue",
    "See why",
    "Change",
}
WORKSHOP = re.compile(r"\bweights?\b|\breceipts?\b|\(should\)|\bthe rows\b|\brows behind\b|\blens\b", re.IGNORECASE)
"""What stands in tables and code, and is said to nobody."""
ONE_A_ROW |= {"Remove", "Make it so", "Revoke"}
"""Controls that stand once beside each thing of a list, and are told apart by it."""


def said(block: dict[str, Any]) -> str:
    """What a block says, without its controls."""
    texts = [block.get("text"), block.get("label"), *block.get("elements", ())]
    return "\n".join(str(text.get("text", "")) for text in texts if isinstance(text, dict) and "text" in text)


BELOW = re.compile(r"item_|tasks_told|results|result_|failure|difference|problem_|roadmap")
"""Messages that stand beneath a verdict or a review."""


@each("name", [name for name in REPLIES if BELOW.match(name)])
def test_what_the_thread_has_explained_is_not_explained_again_under_each_message(name: str):
    assert "Golden task: a real question" not in render(REPLIES[name]).text


@each("name", [name for name in SHOWN if not BELOW.match(name)])
def test_a_word_of_the_trade_is_explained_where_it_is_first_used(name: str):
    spoken = [said(block) for block in SHOWN[name] if block["type"] in {"section", "header", "context", "input"}]
    everything = "\n".join(spoken)

    for term in TERMS:
        if term.used.search(everything):
            first = next(place for place, text in enumerate(spoken) if term.used.search(text))
            is_here = term.line in "\n".join(spoken[first : first + 2])
            assert is_here or term.is_explained.search(everything), term.line


@each("name", SHOWN)
def test_no_message_speaks_in_words_of_the_rulebook(name: str):
    assert WORKSHOP.findall("\n".join(map(said, SHOWN[name]))) == []


def test_a_reason_is_told_without_the_lens_that_it_was_seen_through():
    shown = render(REPLIES["why"]).text

    assert "Facts that change weekly have to be fetched when someone asks." in shown
    assert "Freshness" not in shown


def test_a_word_is_explained_once_and_not_where_the_message_does_it_itself():
    twice = message(section("A bucket."), section("Another bucket, and a rollback."))
    itself = message(section("A rollback is going back."))

    assert [json.dumps(twice.blocks).count(term.line) for term in TERMS if term.line in twice.text] == [1, 1]
    assert len(itself.blocks) == 1


def labels(body: Any) -> list[str]:
    """What the buttons and menus of a message are called, and the options of its menus."""
    found = []
    for control in controls(body):
        if control["type"] == "button":
            found.append(control["text"]["text"])
        if control["type"] == "overflow":
            found += [option["text"]["text"] for option in control["options"]]
    return found


@each("name", SHOWN)
def test_no_control_says_the_same_as_another_one(name: str):
    again = [label for label, times in Counter(labels(SHOWN[name])).items() if times > 1]

    assert set(again) <= ONE_A_ROW


@each("question", FRAMEWORK.questions, ids=lambda question: question.fact)
def test_what_is_offered_for_typed_words_is_not_called_like_the_way_out(question: Any):
    for option in question.options:
        offered = Clarify(
            assessment_id="a1",
            fact=question.fact,
            topic=question.topic,
            typed="x",
            nearest=(Choice(value=option.value, label=option.label),),
        )
        shown = labels(render(offered).blocks)
        assert len(set(shown)) == len(shown)


def test_where_the_answer_is_not_sure_one_control_leaves_it_so():
    for name in ("question_list_being_changed", "change_question"):
        asked = REPLIES[name]
        unsure = asked.model_copy(update={"current": UNSURE})
        known = asked.model_copy(update={"current": WEEKLY})
        assert ("Keep it" in labels(render(known).blocks), "Keep it" in labels(render(unsure).blocks)) == (True, False)


@pytest.mark.parametrize(
    ("nearest", "presses"),
    [
        ("status", ["Status", "Show help"]), ("assess", ["Start", "Show help"]),
        ("log", ["Log a failure", "Show help"]), ("roadmap", ["Show help"]),
        ("portfolio", ["Open portfolio", "Show help"]),
    ],
)  # fmt: skip
def test_a_mistyped_command_is_offered_as_a_press_where_it_needs_no_name(nearest: str, presses: list[str]):
    assert labels(render(Help(unknown="x", nearest=nearest)).blocks) == presses


def test_help_below_an_open_question_starts_no_other_interview_and_names_no_command_that_does_not_work_there():
    shown = render(Help(is_answering=True))

    assert labels(shown.blocks) == ["Status", "Show more"]
    assert "/ftrag" not in shown.text
    assert "Start" in labels(render(Help()).blocks)


@each("reply", [Help(), Help(is_whole=True), HomeScreen()], ids=["help", "whole help", "empty home"])
def test_whoever_has_never_seen_it_reads_what_it_does_in_plain_words(reply: Help | HomeScreen):
    said = render(reply).text

    for word in ("prompting", "live tools", "retrieval", "fine-tuning"):
        assert re.search(rf"[a-z ]+ \(({word})", said), word


def test_why_not_says_each_reason_once():
    because = "Nobody on your team runs training."
    found = WhyNot(architecture=Architecture.FINE_TUNE, because=because, gates=(because, "No labels are trusted yet."))
    answer = REPLIES["why_not"].model_copy(update={"why_not": found, "reasons": ()})
    whole = MODALS["rows_why_not"].model_copy(update={"why_not": found, "reasons": ()})

    assert render(answer).text.count(because) == 1
    assert json.dumps(render_modal(whole)).count(because) == 1
    assert "No labels" in render(answer).text


def test_what_comes_first_for_all_is_not_said_of_each():
    gate = GateShown(claim="Evaluation comes first.", blocks=tuple(Architecture), rules_out=False)

    assert told.gate(gate) == "Evaluation comes first. Comes first for: every architecture."
