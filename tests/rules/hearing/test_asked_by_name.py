"""What a short line asks of the decision, or of how to answer, while a question stands open."""

from rules.hearing import Heard, hear, line
from tests.tables import each


def heard(text: str, fact: str, *, mention: bool = True) -> Heard:
    return hear(line(text, fact, {}, mention=mention))


@each(
    ("text", "intent"),
    [
        ("next step?", "next"), ("what next?", "next"), ("and what is the next step", "next"),
        ("price?", "cost"), ("costs?", "cost"), ("running costs of fine tuning", "cost"), ("break even?", "cost"),
        ("prompt vs rag", "compare"), ("rag or fine-tuning, differences pls", "compare"),
        ("whens the reveiw", "review"), ("who dose the review", "review"), ("review - who does it", "review"),
        ("reveiw date?", "review"), ("meaning of embeding", "glossary"), ("defintion of LoRA", "glossary"),
        ("any others that did this?", "precedents"), ("has anyone else done such a thing?", "precedents"),
        ("precedents?", "precedents"), ("confidence?", "how_sure"), ("adr?", "record"), ("record pls", "record"),
        ("wat wil the verdict be", "how_sure"), ("hows the recommendation looking so far", "how_sure"),
        ("Could I ask what can be asked here?", "help"), ("What can I ask you?", "help"),
    ],
)  # fmt: skip
def test_a_short_line_that_names_what_it_asks_of_the_decision_is_answered_while_a_question_stands_open(text, intent):
    for fact in ("volume", "hygiene", "hosting"):
        found = heard(text, fact)
        assert ([asked.intent for asked in found.questions], found.saves, found.offers) == ([intent], {}, ()), fact


@each(
    ("fact", "text", "saves"),
    [
        ("ops", "training", {"ops": ("training",)}),
        ("volume", "2 million per month", {"volume": "under_100k"}),
        ("stakes", "money mostly", {"stakes": "money"}),
        ("stakes", "cost of a refund", {"stakes": "money"}),
        ("stakes", "cost, they ask for a refund", {"stakes": "money"}),
        ("evals", "review by two people now and then", {"evals": "ad_hoc"}),
        ("evals", "reviews, when somebody has time", {"evals": "ad_hoc"}),
        ("freshness", "when the reviews are through, every quarter", {"freshness": "quarterly"}),
        ("lookup", "precedents by their number", {"lookup": "by_name"}),
        ("lookup", "compare whole files", {"lookup": "whole"}),
        ("action", "only proposes the next step", {"action": "answers"}),
    ],
)
def test_an_answer_in_words_that_also_ask_for_something_is_an_answer(fact, text, saves):
    found = heard(text, fact)
    assert (found.saves, found.questions) == (saves, ())


@each(
    ("fact", "text"),
    [
        ("ops", "search vs training: search"),
        ("failure", "costs?"),
        ("stakes", "money?"),
        ("evals", "a monthly review?"),
        ("check", "compare with the ledger"),
        ("need", "the meaning of each clause"),
        ("failure", "confidence without facts"),
    ],
)
def test_what_may_be_the_answer_asks_nothing_although_it_names_something(fact, text):
    assert heard(text, fact).questions == ()


@each("text", ["next steps?", "rag vs ft", "who does the review?", "anyone coming to lunch?", "price?"])
def test_colleagues_who_name_such_things_are_let_be(text):
    assert heard(text, "failure", mention=False) == Heard(silent=True)


@each(
    ("fact", "text", "saves"),
    [
        ("freshness", "weekly. does fixing a spelling mistake count as an update?", {"freshness": "weekly"}),
        ("freshness", "daily. what counts as a change?", {"freshness": "daily"}),
        ("evals", "golden set. would 12 tasks qualify as one?", {"evals": "golden_set"}),
        ("volume", "900 a day. do tests count?", {"volume": "under_1k"}),
        ("latency", "how fast is fast?", {}),
        ("hygiene", "and how tidy is tidy?", {}),
        ("evals", "how good is good enough?", {}),
    ],
)
def test_whether_something_counts_and_from_where_on_a_word_holds_are_asked_beside_the_answer(fact, text, saves):
    found = heard(text, fact)
    assert ([asked.intent for asked in found.questions], found.saves) == (["glossary"], saves)


@each("text", ["can I tick several?", "may one choose several?", "are several allowed?", "is it ok to pick two?"])
def test_whether_a_list_takes_several_is_answered_to_whoever_asks_it(text):
    for mention in (True, False):
        assert [asked.intent for asked in heard(text, "failure", mention=mention).questions] == ["help"], mention


@each(
    ("fact", "text"),
    [
        ("failure", "can we pick a room for the retro?"),
        ("failure", "can somebody pick more than one shift?"),
        ("failure", "@Ben can we pick more than one?"),
        ("ops", "is two ok? i mean two coffees"),
        ("freshness", "are two allowed?"),
    ],
)
def test_colleagues_who_ask_each_other_for_several_of_something_are_let_be(fact, text):
    assert heard(text, fact, mention=False) == Heard(silent=True)


def test_whether_that_changes_the_verdict_is_asked_of_the_answer_before_it():
    (asked,) = heard("monthly. does that change the verdict?", "freshness").questions
    assert (asked.intent, asked.changes) == ("what_if", {"freshness": "monthly"})
