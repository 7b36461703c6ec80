"""What stands around an answer: what a line opens with, what heads a number, what is not decided yet."""

import pytest

from rules.facts import Value
from rules.hearing import Choice, hear, line


@pytest.mark.parametrize(
    ("fact", "text", "saves"),
    [
        ("freshness", "sorry for the wait: monthly", {"freshness": "monthly"}),
        ("latency", "sorry for being slow, just out of a meeting", {}),
        ("hygiene", "good morning from the ward office", {}),
        ("latency", "thanks, you are really quick", {}),
        ("volume", "haha this thing is nicer than you @pete", {}),
    ],
)
def test_what_a_line_opens_with_is_no_part_of_its_answer(fact: str, text: str, saves: dict[str, Value]):
    heard = hear(line(text, fact, {}, mention=True))

    assert heard.saves == saves
    assert heard.silent is not bool(saves)
    assert not heard.offers


@pytest.mark.parametrize(
    ("fact", "text", "intent"),
    [
        ("volume", "should i enter that per week or per day?", "help"),
        ("source", "does sharepoint fall under documents or systems?", "glossary"),
        ("source", "is notion documents or a system?", "glossary"),
        ("volume", "per hour or per day?", "glossary"),
        ("corpus", "pages or tokens?", "glossary"),
        ("stakes", "for what do you ask this?", "why"),
        ("stakes", "for which purpose do you ask", "why"),
        ("stakes", "for what do you need to know that", "why"),
        ("ops", "is it going to rain?", "unknown"),
    ],
)
def test_how_to_answer_and_what_falls_under_which_option_is_asked_while_a_question_stands_open(fact, text, intent):
    assert [each.intent for each in hear(line(text, fact, {}, mention=True)).questions] == [intent]


@pytest.mark.parametrize(
    ("fact", "text", "offered"),
    [
        ("hygiene", "not great, not awful", {"mixed", "poor"}),
        ("receipts", "would be nice, compliance is still deciding whether it is required", {"helpful", "required"}),
    ],
)
def test_what_is_half_said_or_not_yet_decided_is_asked_and_not_written_down(fact: str, text: str, offered: set[str]):
    heard = hear(line(text, fact, {}, mention=True))

    assert not heard.saves
    assert offered <= {each.value for each in heard.offers if isinstance(each, Choice)}


@pytest.mark.parametrize(
    ("fact", "text", "saves"),
    [
        ("volume", "labeled examples: 450", {"examples": "hundreds"}),
        ("ops", "Search: yes. Training: no.", {"ops": ("search",)}),
    ],
)
def test_a_heading_says_what_the_number_or_the_no_behind_it_is_of(fact: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, fact, {}, mention=True)).saves == saves


def test_who_does_not_know_is_heard_with_a_filling_word_though_nobody_is_addressed():
    assert hear(line("not sure to be honest", "corpus", {}, mention=False)).saves == {"corpus": None}


@pytest.mark.parametrize(
    "text", ["sources needn't be shown", "neednt cite anything", "it need not say where it is from"]
)
def test_what_need_not_be_is_not_needed(text: str):
    assert hear(line(text, "receipts", {}, mention=True)).saves == {"receipts": "none"}


def test_what_is_needed_not_only_but_also_is_needed():
    heard = hear(line("we need not only facts but also our tone", "need", {}, mention=True))

    assert heard.saves == {"need": "both"}


def test_a_supposition_of_what_need_not_be_supposes_that_it_is_not_needed():
    (asked,) = hear(
        line("and supposing it needn't cite anything?", None, {"receipts": "required"}, mention=True)
    ).questions

    assert asked.slots["changes"] == {"receipts": "none"}


def test_a_question_about_the_decision_is_heard_beside_another_one_while_a_question_stands_open():
    found = hear(line("Why not fine-tuning? And what is LoRA?", "corpus", {}, mention=True))

    assert [each.intent for each in found.questions] == ["why_not", "glossary"]


@pytest.mark.parametrize(
    "text",
    [
        "facts, obviously. they ask where's my refund",
        "answers mostly. people ask what the notice period is",
        "information, customers ask where my parcel is",
        "facts; users ask what's the wifi password",
    ],
)
def test_what_users_ask_is_told_of_and_not_asked_of_the_bot(text: str):
    heard = hear(line(text, "need", {}, mention=True))

    assert (heard.saves, heard.questions) == ({"need": "facts"}, ())
