"""A line that is all about another question answers that one, whatever words of the open one stand in it."""

from rules.facts import Value
from rules.hearing import Choice, hear, line
from tests.tables import each


@each(
    ("open_fact", "text", "saves"),
    [
        ("ops", "no, a curator sees only the works of her own hall", {"access": "per_user"}),
        ("evals", "no, a curator sees only the works of her own hall", {"access": "per_user"}),
        ("evals", "nobody asks for a source, and nobody will", {"receipts": "none"}),
        ("examples", "half of the archive is tidy, the other half was never touched", {"hygiene": "mixed"}),
        ("lookup", "a source would be nice, nobody insists on it", {"receipts": "helpful"}),
    ],
)
def test_a_line_about_another_question_answers_only_that_one(open_fact: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, open_fact, {}, mention=True)).saves == saves
    assert hear(line(text, open_fact, {}, mention=False)).saves == saves


@each(
    ("open_fact", "text", "offers"),
    [
        (
            "labels",
            "the ferry schedule has been the same since 1998",
            (Choice("steadiness", "stable"), Choice("labels", "consistent")),
        ),
        (
            "failure",
            "300 ms at most, it completes what they type",
            (Choice("latency", "under_300ms"), Choice("failure", ("too_slow",))),
        ),
    ],
)
def test_where_it_names_no_question_it_is_asked_which_was_meant(open_fact: str, text: str, offers: tuple[Choice, ...]):
    heard = hear(line(text, open_fact, {}, mention=True))

    assert (heard.saves, heard.offers) == ({}, offers)


def test_said_to_nobody_it_is_let_be():
    assert hear(line("three leaflets, four pages each", "volume", {}, mention=False)).silent


@each(
    ("open_fact", "text", "saves"),
    [
        ("source", "PDFs, a new edition each spring", {"source": "documents", "freshness": "yearly"}),
        (
            "ops",
            "neither, and the data can't leave our own server room",
            {"ops": ("neither",), "hosting": "on_premises"},
        ),
        ("examples", "700 checked ones, both vets agreed on 96%", {"examples": "hundreds", "labels": "consistent"}),
        ("corpus", "6000 field reports, a mess", {"corpus": "large", "hygiene": "poor"}),
        ("latency", "overnight, who cares", {"latency": "relaxed"}),
    ],
)
def test_an_answer_stays_one_beside_more_words_about_another_question(
    open_fact: str, text: str, saves: dict[str, Value]
):
    assert hear(line(text, open_fact, {}, mention=True)).saves == saves


def test_where_something_comes_from_replaces_no_answer_that_was_given():
    readings = line(
        "sensor readings from the combine, second by second", "freshness", {"source": "systems"}, mention=True
    )
    moved = line("it moved from weekly to daily", "access", {"freshness": "weekly"}, mention=True)

    assert (hear(readings).saves, hear(moved).saves) == ({"freshness": "live"}, {"freshness": "daily"})
