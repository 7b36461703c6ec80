"""A line that says several things is heard thought by thought: each for its own question, none passed over."""

import pytest

from rules.facts import FACTS, Value
from rules.hearing import Choice, hear, line
from tests.tables import each


@each(
    ("fact", "text", "saves"),
    [
        ("failure", "quotes old rates. we pay penalties for that", {"failure": ("stale_facts",), "stakes": "money"}),
        ("examples", "a few dozen. the rules can be put on one page", {"examples": "tens", "definition": "written"}),
        ("access", "all may see it all, and sources nobody needs to see", {"access": "everyone", "receipts": "none"}),
        ("failure", "wrong tone mostly. nobody has labelled anything yet", {"failure": ("tone",), "examples": "none"}),
        ("stakes", "only annoying. it drafts, a person sends", {"stakes": "annoyance", "action": "answers"}),
        ("source", "only what the model knows anyway. no links needed", {"source": "model", "receipts": "none"}),
        ("labels", "some good some sloppy, 900 labelled mails", {"labels": "mixed", "examples": "hundreds"}),
        ("corpus", "everything sits in the crm and in google docs", {"source": "both"}),
        ("need", "about 20k pages of rules, changes every friday", {"corpus": "large", "freshness": "weekly"}),
        ("source", "pdf contracts, roughly 9000 of them", {"source": "documents", "corpus": "large"}),
        ("failure", "wrong category, 60 samples each", {"failure": ("classification",), "per_class": "over_20"}),
    ],
)  # fmt: skip
def test_every_thought_is_heard_for_its_own_question(fact: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, fact, {}, mention=True)).saves == saves


@each("fact", FACTS)
@each(
    "text",
    ["weekly hten daily", "documents change whlie the format is wrong", "on premises hten it calls tools wrongly"],
)
def test_a_misspelt_joint_divides_no_thoughts_and_its_line_is_heard(fact: str, text: str):
    heard = hear(line(text, fact, {}, mention=True))

    assert heard.saves or heard.offers or heard.trouble


@each(
    ("fact", "text", "offered"),
    [
        ("source", "confluence plus the ticket system, pages are half outdated", ("hygiene", "mixed")),
        ("latency", "if the answer is wrong the clerk does the file again", ("stakes", "rework")),
    ],
)
def test_what_is_likely_and_not_certain_is_offered_and_never_written_down(
    fact: str, text: str, offered: tuple[str, Value]
):
    heard = hear(line(text, fact, {}, mention=True))

    assert offered[0] not in heard.saves
    assert offered in [(each.fact, each.value) for each in heard.offers if isinstance(each, Choice)]


@pytest.mark.parametrize("text", ["well kept, same since the 90s", "tidy. mostly from the 80s"])
def test_a_decade_is_no_time_that_anybody_waits(text: str):
    assert "latency" not in hear(line(text, "hygiene", {}, mention=True)).saves


def test_the_words_of_one_file_are_not_all_there_is():
    assert "corpus" not in hear(line("own racks. 400 word files nobody maintains", "hosting", {}, mention=True)).saves


def test_who_does_not_know_about_another_question_says_so_of_that_one():
    assert hear(line("we have no clue about examples", "need", {}, mention=True)).saves == {"examples": None}
    assert hear(line("not sure about the labels yet", "need", {}, mention=True)).saves == {"labels": None}


@each(
    ("text", "open_fact"),
    [
        (
            "instead of w/ undo >5 I meant volume : instead of labels > 5 @ -> ( stakes delete volume instead of 2GB @",
            "source",
        ),
        ("the model formula and the stakes we -> won't the all 2500, >=", None),
    ],
)  # fmt: skip
def test_a_heap_of_names_and_marks_is_read_to_its_end(text, open_fact):
    said = {"ops": ("neither",), "need": "both", "failure": ("tone",)}

    assert len(hear(line(text, open_fact, said, mention=True)).offers) <= 3
