"""An order puts one option where another stands, by the names and the words that are printed."""

import pytest

from rules.catalog.questions import QUESTIONS
from rules.hearing import Choice, Control, Word, hear, line
from tests.rules.hearing.after_verdict import heard
from tests.tables import each

ORDERS = [
    (question, option, form)
    for question in QUESTIONS
    for option in question.options
    for form in ("change {x} to {v} please", "{x} = {v}", "{x} should be {v}", "put {v} for {x}", "{x} is {v}, not {w}")
]


@each(("question", "option", "form"), ORDERS, ids=[f"{f} {q.fact} {o.value}" for q, o, f in ORDERS])
@pytest.mark.parametrize("is_open", [True, False])
def test_an_option_behind_the_title_of_its_question_is_written_down(question, option, form, is_open):
    other = next(each for each in question.options if each is not option)
    said = {question.fact: (other.value,) if question.is_list else other.value}
    fact = ("per_class" if question.fact != "per_class" else "access") if is_open else None

    found = hear(line(form.format(x=question.topic, v=option.said, w=other.said), fact, said, mention=True))

    assert found.saves == {question.fact: (option.value,) if question.is_list else option.value}


@each(
    ("fact", "said", "text", "saves"),
    [
        ("evals", {"stakes": "annoyance"}, "change cost to money", {"stakes": "money"}),
        ("ops", {"stakes": "money"}, "cost of a wrong answer: annoyance", {"stakes": "annoyance"}),
        (None, {"labels": "inconsistent"}, "replace inconsistent with mixed", {"labels": "mixed"}),
        ("corpus", {"stakes": "annoyance"}, "cross out annoyance and write rework", {"stakes": "rework"}),
        (None, {"freshness": "weekly"}, "put daily instead of weekly", {"freshness": "daily"}),
        (None, {"failure": ("format", "tone")}, "swap tone for safety", {"failure": ("format", "safety")}),
        (None, {"failure": ("format", "tone")}, "take tone off the failures", {"failure": ("format",)}),
        (None, {"failure": ("tone",)}, "remove tone from the failures", {"failure": ("none_yet",)}),
        ("ops", {"freshness": "yearly"}, "Put quarterly.", {"freshness": "quarterly"}),
        ("ops", {}, "you still have not put down daily for how often it changes", {"freshness": "daily"}),
        ("corpus", {"need": "facts"}, "Ana is right, change the first answer to behavior", {"need": "behaviour"}),
        ("corpus", {"need": "facts"}, "Ana is right. change speed to 2 seconds", {"latency": "under_3s"}),
        (None, {"latency": "relaxed"}, "change speed to 2 seconds", {"latency": "under_3s"}),
        (None, {"examples": "hundreds"}, "60 examples not hundreds", {"examples": "tens"}),
        ("lookup", {"stakes": "money"}, "not money, that is only a bit of rework", {"stakes": "rework"}),
        ("lookup", {"source": "systems"}, "source = general knowledge, nothing is fetched", {"source": "model"}),
        (None, {"access": "per_user"}, "access is not per user but everyone", {"access": "everyone"}),
        (None, {"labels": "inconsistent"}, "the labels are consistent again", {"labels": "consistent"}),
        (None, {"evals": "ad_hoc"}, "access: everyone, labels: consistent, evals: not at all",
         {"access": "everyone", "labels": "consistent", "evals": "none"}),
        (None, {}, "speed: no hurry, sources: required, volume: 300 a day",
         {"latency": "relaxed", "receipts": "required", "volume": "under_1k"}),
    ],
)  # fmt: skip
def test_what_is_ordered_in_everyday_words_is_written_down(fact, said, text, saves):
    assert hear(line(text, fact, said, mention=True)).saves == saves


@each(
    ("text", "fact"),
    [
        ("delete the answer 'telling right from wrong'", "check"),
        ("please remove 'state of the data', nobody answered that", "hygiene"),
    ],
)
def test_an_answer_that_is_struck_by_its_title_is_asked_for_again(text, fact):
    assert heard(text, check="judged", hygiene="poor").control == Control(Word.CHANGE, fact)


@each(
    ("given", "text", "other"),
    [
        ("documents", "Zendesk is a database, not documents. Fix that please.", "systems"),
        ("systems", "the rate card is a document, not a database", "documents"),
    ],
)
def test_a_thing_that_was_taken_for_another_kind_may_stand_beside_the_rest(given, text, other):
    found = hear(line(text, "labels", {"source": given}, mention=True))

    assert not found.saves
    assert found.offers == (Choice("source", "both"), Choice("source", other))


def test_an_option_of_several_questions_is_asked_about():
    found = hear(line("put mixed", "ops", {"hygiene": "poor", "labels": "consistent"}, mention=True))

    assert not found.saves
    assert {each.fact for each in found.offers if isinstance(each, Choice)} == {"hygiene", "labels"}


@each(
    "text",
    [
        "it is a question of cost, not of speed",
        "change management is not our problem",
        "the cost of a wrong answer is hard to say",
        "what if we set access to everyone",
        "should we change speed to instantly?",
        "agents change the address to the new one themselves",
        "put the docs in the drive instead of the wiki",
        "we replaced the search box with a chat box",
        "delete the mails, nobody reads them",
        "take the tests from the shelf",
        "tone: hard to say, labels: well",
        "what if it is rework, not money",
        "put the plant for freshness",
        "12 boxes not hundreds of boxes",
        "the team takes lunch off the truck",
    ],
)
def test_other_orders_and_other_things_change_no_answer(text):
    said = {"stakes": "money", "access": "per_user", "source": "documents", "ops": ("search",), "latency": "relaxed"}

    assert not heard(text, **said).saves


@each(
    ("fact", "said", "text", "saves"),
    [
        (None, {}, "ops: training, search", {"ops": ("search", "training")}),
        ("need", {"ops": ("neither",)}, "what the team can run: search, training", {"ops": ("search", "training")}),
        (None, {"failure": ("tone",)}, "failures: format, stale facts and safety",
         {"failure": ("format", "stale_facts", "safety")}),
        ("source", {}, "failures: too slow, too costly", {"failure": ("too_slow", "too_costly")}),
        (None, {"failure": ("tone",)}, "failure: format, tone is fine again", {"failure": ("format",)}),
        (None, {"ops": ("search", "training")}, "ops: search, nobody trains", {"ops": ("search",)}),
        (None, {"source": "documents"}, "source: documents, systems", {"source": "both"}),
        (None, {"source": "documents"}, "source: documents, the systems are only for the staff",
         {"source": "documents"}),
    ],
)  # fmt: skip
def test_all_of_a_list_behind_its_name_is_written_down(fact, said, text, saves):
    assert hear(line(text, fact, said, mention=True)).saves == saves


@each(
    ("said", "text", "saves"),
    [
        ({"source": "systems"}, "change source to docs and systems, the menus are in a pdf", {"source": "both"}),
        ({"source": "documents"}, "set where the truth lives to docs and the database", {"source": "both"}),
        ({"source": "systems"}, "where the truth lives is documents and systems now", {"source": "both"}),
        ({"source": "systems"}, "source is docs and systems", {"source": "both"}),
        ({"hosting": "any_api"}, "hosting is on premises as Rosa said", {"hosting": "on_premises"}),
        ({"hosting": "any_api"}, "hosting is on our own machines, like before", {"hosting": "on_premises"}),
        ({"access": "everyone"}, "who may see it is per role now", {"access": "per_user"}),
        ({"volume": "under_1k"}, "volume is 4000 a day", {"volume": "under_100k"}),
        ({"latency": "relaxed"}, "latency is bad today", {}),
        ({"labels": "mixed"}, "labels are what we argued about", {}),
        ({"freshness": "weekly"}, "freshness is not daily", {}),
        ({"ops": ("search",)}, "ops is in Lisbon this week", {}),
        ({"examples": "tens"}, "the examples are mine", {}),
        ({"evals": "none"}, "tests are green again", {}),
        ({"check": "judged"}, "the check is in the mail", {}),
    ],
)
def test_after_the_verdict_a_name_is_told_its_answer_in_any_words(said, text, saves):
    assert heard(text, **said).saves == saves
