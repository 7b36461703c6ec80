"""All the words of a clause against one phrase in it; what is quoted, run together or misspelt, or beside a change."""

import pytest

from rules.hearing import hear, line
from rules.hearing.questions.cutting import cut, sentence
from rules.hearing.questions.overruling import overruled
from rules.hearing.questions.parting import parted
from rules.hearing.questions.scene import Scene, clause_of
from rules.hearing.questions.values_said import answer_to
from rules.hearing.values import Asked
from tests.rules.hearing.asked import SAID, key, read
from tests.tables import each


def heard(text: str) -> list[tuple]:
    return [key(asked) for asked in read(text).questions]


@each(
    ("text", "expected"),
    [
        ("How sure are you, and who else runs something like it?", [("how_sure",), ("precedents",)]),
        ("Where would you have us begin first, and when's the review?", [("next",), ("review",)]),
        ("By whom and on what date will the verdict be reviewed?", [("review",)]),
        ("and dont say it depends, how sure are you", [("how_sure",)]),
        ("why not only a prompt, & what do we do first?", [("why_not", "prompt"), ("next",)]),
        ("> failure: refusals\nwhat did we answer?", [("status_of_answers", "failure")]),
        ("> source: systems\nno, please put both there", [("change_answer", (("source", "both"),))]),
        ("> Not fine-tuning: too few examples\nwhat would change that", [("what_would_make", "fine_tune")]),
        ("> Retrieval (RAG)\nwhat would it cost us to run", [("cost", "architecture")]),
        ("> Wrong answers: money\nand if it were harm?", [("what_if", (("stakes", "harm"),))]),
        ("retrieval tho?", [("why_not", "rag")]),
        ("whynot retrieval", [("why_not", "rag")]),
        ("why not hibryd", [("why_not", "hybrid")]),
        ("whats few shoot", [("glossary", "few-shot prompting")]),
        ("what does promptinjecton mean", [("glossary", "prompt injection")]),
        ("could you order sandwiches for the team", [("unknown",)]),
    ],
)
def test_what_is_asked_is_what_all_of_its_words_say(text, expected):
    assert heard(text) == expected


def test_one_phrase_is_overruled_only_by_words_that_are_surely_of_something_else():
    clause = clause_of(sentence("when is the next review due", is_marked=True), Scene(), is_alone=True)
    other = (Asked("who_answered", {"fact": ""}),)

    assert overruled(other, clause) == (Asked("review"),)
    assert overruled((Asked("review"),), clause) == (Asked("review"),)
    assert overruled((), clause) == ()


def test_a_change_before_a_question_is_written_down_beside_the_answer():
    found = hear(line("we have 5k labeled examples now, and when is the next review?", None, SAID, mention=True))

    assert found.saves == {"examples": "thousands"}
    assert [asked.intent for asked in found.questions] == ["review"]


@pytest.mark.parametrize("text", ["why rag, and when is the review?", "what if we had 5k labels now, and what is RAG?"])
def test_what_asks_or_supposes_is_no_change(text):
    assert len(parted(cut(text)).sentences) == 1


def test_where_no_question_is_likely_it_says_so_beside_what_it_offers():
    found = hear(line("Would the trade union oblige us to ask it first?", None, SAID, mention=True))

    assert [asked.intent for asked in found.questions] == ["unknown"]


@pytest.mark.parametrize("text", ["Thank you so much. Have a splendid weekend!", "Cheers all. Enjoy the holiday."])
def test_a_wish_is_let_be(text):
    assert hear(line(text, None, SAID, mention=True)).silent


@each(
    ("text", "expected"),
    [
        ("What is drift? And chunking?", [("glossary", "chunking"), ("glossary", "drift")]),
        ("Why not fine-tuning? Or tools?", [("why_not", "fine_tune"), ("why_not", "tools")]),
        ("who answered latency? and hosting?", [("who_answered", "hosting"), ("who_answered", "latency")]),
        ("What is drift? And who reviews this?", [("glossary", "drift"), ("review",)]),
        ("what if evals dropped to ad_hoc", [("what_if", (("evals", "ad_hoc"),))]),
        ("break-even for 20k requests a day, 5% wrong?", [("cost", "break_even")]),
        (
            "The consultants left last year, and it would calm the board if you told us which other companies did this",
            [("precedents",)],
        ),
    ],
)
def test_what_leans_on_what_stands_before_is_read_with_it(text, expected):
    assert sorted(heard(text)) == expected


@each(
    ("text", "saves"),
    [
        ("I was on the phone to our carrier and heard that the tables are updated daily now", {"freshness": "daily"}),
        ("> stakes: money\nthat is wrong, a wrong answer may harm people. please fix", {"stakes": "harm"}),
        (
            "That one is wrong: the failure is refusals. Could you put that right?",
            {"failure": ("refusals",)},
        ),
    ],
)
def test_what_has_changed_is_what_is_said_of_the_question_itself(text, saves):
    found = hear(line(text, None, {**SAID, "failure": ("format",)}, mention=True))

    assert found.saves == saves


@each(
    ("text", "expected"),
    [
        ("By whom and when will this verdict be revisited?", [("review",)]),
        ("Why not tools, and what would get us there?", [("what_would_make", "tools"), ("why_not", "tools")]),
        ("Righto, what's first on the list then?", [("next",)]),
        ("when did we say on prem", [("who_answered", "hosting")]),
        ("Would you tell me what we still need to answer?", [("status_of_answers", "")]),
        ("How is RAG different from an agent that calls our API?", [("compare", ("rag", "tools"))]),
        (
            "> Why not fine-tuning: only a few dozen examples.\nand with 5,000?",
            [("what_if", (("examples", "thousands"),))],
        ),
        ("does it rain in Oslo tomorrow? And how sure are you?", [("how_sure",), ("unknown",)]),
    ],
)
def test_what_stands_beside_or_behind_is_read_too(text, expected):
    assert sorted(heard(text)) == expected


def test_assent_that_is_denied_is_no_assent():
    found = hear(line("> access: everyone\nnot true, each person sees only their own", None, SAID, mention=True))

    assert found.saves == {"access": "per_user"}


def test_nobody_is_left_with_neither_who_can_do_one():
    assert answer_to("ops", "no , two of us can run training now") == ("training",)
