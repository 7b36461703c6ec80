"""Questions about a verdict, answered in the thread for everybody from rows, facts and the record."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot import commands
from bot.dialogue import Recalled, advance
from bot.dialogue.answering import _NAMED, MOST_TERMS
from bot.views import render, render_modal
from rules import FRAMEWORK
from rules.catalog.glossary import GLOSSARY
from rules.framework import Architecture
from tests.bot.declared import declared
from tests.bot.reviewed import FEATURE, T1
from tests.bot.room import CHANNEL, TENANT, Room
from tests.tables import each

pytestmark = pytest.mark.usefixtures("decided")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("what is a golden set?", "A golden set is a fixed collection"),
        ("what would make it fine-tuning?", ""),
        ("what do wrong answers cost us?", "What wrong answers cost cannot be told yet: "),
        ("what should we do first?", "First: "),
        ("how sure are you?", ""),
        ("when is the next review?", "No review is planned yet."),
        ("can I have the decision record?", "Press Decision record"),
        ("what can I ask you?", "Ask me about this decision"),
        ("delete this decision", "Whoever started it can delete it"),
        ("how long do you keep this?", "Whoever started it can delete it"),
        ("who answered how often it changes?", ""),
        ("what is still open?", ""),
    ],
)
def test_each_question_gets_one_answer_in_the_thread(decided: Room, typed, first):
    before = len(decided.thread)

    decided.type(typed)

    assert len(decided.thread) == before + 1
    answer = decided.thread[-1]
    assert answer.kind == "told_answer"
    assert answer.says[0].startswith(first)


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("add golden tasks", "Add golden tasks"),
        ("when is the next review?", "Plan the monthly review"),
        ("how do I log a failure?", "Log a failure"),
        ("can I have the decision record?", "Decision record"),
        ("what should we do first?", "Roadmap"),
    ],
)
def test_what_is_done_at_a_press_can_be_pressed_where_it_is_spoken_of(decided: Room, typed: str, label: str):
    decided.type(typed)

    assert f"Buttons: {label}" in render(decided.thread[-1]).text


def test_two_questions_in_one_message_get_an_answer_each(decided: Room):
    before = len(decided.thread)

    decided.type("what is drift, and what should we do first?")

    assert [reply.says[0].split(" ")[0] for reply in decided.thread[before:]] == ["Drift", "First:"]


def test_who_answered_names_the_person_and_the_day(decided: Room):
    decided.type("who answered the questions?")

    answer = decided.thread[-1]
    assert answer.people
    assert answer.people[0] in answer.says[0]


def test_who_gave_one_answer_is_told_with_the_button_that_changes_it(decided: Room):
    decided.type("who answered the speed question?")
    one = decided.thread[-1]
    decided.type("who answered the questions?")
    every = decided.thread[-1]

    assert (one.control, one.fills) == ("change", ("latency",))
    assert "Change this answer" in render(one).text or "Change this answer" in str(render(one).blocks)
    assert (every.control, every.fills) == (None, ())


def test_a_day_of_another_year_is_named_with_its_year(decided: Room):
    for days in (0, 200):
        decided.now += timedelta(days=days)
        decided.type("who answered the questions?")

    earlier, later = (reply.says[0] for reply in decided.thread if reply.kind == "told_answer")
    assert earlier.endswith("November 22.")
    assert later.endswith("November 22, 2026.")


@each(
    ("plan", "workspace", "day"),
    [
        ("Asia/Tokyo", "America/Los_Angeles", "November 23"),
        (None, "Asia/Tokyo", "November 23"),
        (None, "America/Los_Angeles", "November 22"),
        (None, None, "November 22"),
        (None, "Nowhere/Town", "November 22"),
    ],
)
def test_the_day_of_an_answer_is_the_one_where_the_plan_counts_else_the_workspace(plan, workspace, day):
    late = FEATURE.answers["freshness"].model_copy(update={"at": datetime(2026, 11, 22, 20, tzinfo=UTC)})
    schedule = FEATURE.schedule.model_copy(update={"zone": plan}) if FEATURE.schedule and plan else None
    feature = FEATURE.model_copy(update={"answers": {"freshness": late}, "schedule": schedule})
    asked = commands.TypedText(
        tenant=T1, channel="C1", actor="U1", thread_ts="1.1", text="who said weekly?", is_mention=True
    )
    recalled = Recalled(
        now=late.at, framework=FRAMEWORK, new_id="n1", assessment=feature, default_zone=workspace, gathered=None
    )

    turn = advance(asked, declared(asked, recalled))

    assert day in render(turn.says[0].reply).text


def test_the_whole_answer_opens_behind_the_short_one(decided: Room):
    decided.type("what is reranking?")

    decided.do(commands.ShowTold, asked=decided.thread[-1].asked)

    assert decided.modal.kind == "told_modal"
    assert any(line.startswith("For example: ") for line in decided.modal.more)


@pytest.mark.parametrize(
    "asked",
    [
        "", "[]", "{", '{"intent":"glossary","term":"zzz"}', '{"intent":"why_not","architecture":"x"}',
        '{"intent":"what_if","changes":{"freshness":"never"}}', '{"intent":"drop"}', '{"intent":"why","x":1}',
        '{"intent":"who_answered","fact":"x"}', '{"intent":"cost","of":"x"}',
        '{"intent":"compare","architectures":["x"]}',
    ],
)  # fmt: skip
def test_a_button_that_carries_no_question_opens_nothing(decided: Room, asked):
    decided.modal = None

    decided.do(commands.ShowTold, asked=asked)

    assert decided.modal is None


@pytest.mark.parametrize(
    "asked",
    [
        {"intent": "why_not", "architecture": "fine_tune"}, {"intent": "what_if", "changes": {"freshness": "daily"}},
        {"intent": "who_answered", "fact": ""}, {"intent": "cost", "of": "break_even"},
        {"intent": "compare", "architectures": ["rag", "prompt"]}, {"intent": "next"}, {"intent": "record"},
        {"intent": "review"},
    ],
)  # fmt: skip
def test_every_question_can_be_told_whole(decided: Room, asked):
    decided.do(commands.ShowTold, asked=json.dumps(asked))

    assert decided.modal.kind == "told_modal"


def test_under_what_it_costs_the_figures_can_be_given_at_a_press(decided: Room):
    decided.type("what does it cost?")

    told = decided.thread[-1]
    assert told.can_cost
    assert "Give figures" in render(told).text
    decided.do(commands.AskForCost)
    assert decided.modal.kind == "cost_modal"


def test_what_is_outside_is_said_with_the_three_nearest(decided: Room):
    decided.type("who won the game yesterday?")

    answer = decided.thread[-1]
    assert "outside what I know" in answer.says[0]
    assert answer.nearest_to is not None


def test_the_modal_answers_questions_changes_and_what_it_cannot_know(decided: Room):
    for typed, kind in [
        ("what is drift?", "told_answer"),
        ("we now have 5,000 labeled examples", "what_if"),
        ("who won the game yesterday?", "told_answer"),
        ("blue", "told_answer"),
    ]:
        decided.do(commands.QuestionAsked, text=typed)
        assert decided.thread[-1].kind == kind, typed


def test_the_terms_of_a_verdict_stand_in_the_ask_modal_as_presses_that_explain_them(decided: Room):
    decided.do(commands.AskQuestion)
    asking = decided.modal
    shown = json.dumps(render_modal(asking), ensure_ascii=False)

    assert asking.terms[0].term == "RAG"
    assert 1 < len(asking.terms) <= MOST_TERMS
    assert {word for word in _NAMED.values() if word in GLOSSARY} == set(_NAMED.values())
    assert set(_NAMED) == set(Architecture)
    for one in asking.terms:
        assert f'"What does “{one.term}” mean?"' in shown
        decided.do(commands.ShowTold, asked=one.asked)
        assert decided.modal.says == (GLOSSARY[one.term.lower()].says,)


def test_the_verdict_is_told_again_in_two_sentences_with_its_reasons_behind_a_button(decided: Room):
    decided.type("what's the verdict?")

    answer = decided.thread[-1]
    assert answer.kind == "told_answer"
    assert answer.says[0].startswith("Use retrieval (RAG): it is the smallest that gives you ")
    assert (len(answer.says), answer.can_why, answer.control) == (2, True, "record")


def test_a_question_about_the_bot_is_answered_while_a_question_stands_open_which_is_asked_again_below():
    room = Room()
    room.start()
    open_fact = room.assessment.asking
    room.type("do you use AI?")

    answer, question = room.thread[-2:]
    assert answer.says[0].startswith("I use no language model")
    assert (question.kind, question.fact) == ("question", open_fact)
    assert room.turns[-1].not_heard is None


def test_where_a_language_model_is_set_the_bot_says_so(decided: Room):
    command = commands.TypedText(
        tenant=TENANT, channel=CHANNEL, actor="U1", thread_ts="1.1", text="do you use AI?", is_mention=True
    )

    turn = advance(command, replace(decided._recall(command), uses_model=True))

    assert "One is asked only about a line" in turn.says[-1].reply.says[1]


def test_how_sure_it_is_is_told_in_full_once_and_shortly_then():
    room = Room()
    room.start()
    room.answer("facts")
    room.interview({})
    for text in ("how sure are you?", "how sure is it?", "how certain is that?"):
        room.type(text)
    first, *again = [reply for reply in room.thread if reply.kind == "told_answer"]

    here = re.search(r"(\d+) to prompting", first.says[0])
    assert here is not None
    assert " ways to answer the 17 “not sure” ones lead to " in first.says[0]
    assert [reply.says for reply in again] == [again[0].says] * 2
    assert again[0].says[0].startswith(f"As before: {here[1]} of 100 ways lead to prompting.")
    assert again[0].asked


def test_while_a_changed_answer_has_opened_questions_again_what_is_asked_is_told_from_the_answers_now():
    room = Room()
    room.start()
    room.interview(
        {"need": "behaviour", "source": "documents", "corpus": "large", "receipts": "none", "latency": "under_300ms"}
        | {"examples": "thousands", "labels": "consistent", "volume": "over_1m", "stakes": "money", "ops": ["neither"]}
    )
    room.type("what would make it fine-tuning?")
    room.type("correction: our team can run training now")

    for typed in ("and what would change it now?", "what would make it fine-tuning?"):
        room.type(typed)

    assert room.assessment.asking is not None
    before, *after = [" ".join(reply.says) for reply in room.thread if reply.kind == "told_answer"]
    assert "“training” instead of" in before
    assert len(after) == 2
    assert "“training” instead of" not in " ".join(after)
