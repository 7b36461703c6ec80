"""Suppositions of several halves, and of one answer that goes over into another: nothing of them is dropped."""

from rules.facts import Value
from rules.hearing import Asked, hear, line
from tests.tables import each

SAID: dict[str, Value] = {
    "need": "facts", "freshness": "weekly", "source": "documents", "access": "per_user", "stakes": "money",
    "latency": "under_3s", "receipts": "required", "volume": "under_100k", "examples": "hundreds",
}  # fmt: skip


@each(
    ("text", "changes"),
    [
        ("what if we had Postgres and it changed hourly?", {"source": "systems", "freshness": "live"}),
        ("what if it changed hourly and we had Postgres?", {"source": "systems", "freshness": "live"}),
        ("what if we had Salesforce plus per user access?", {"source": "systems", "access": "per_user"}),
        ("suppose we used Confluence, and it changed daily", {"source": "documents", "freshness": "daily"}),
        ("what if weekly -> never", {"freshness": "static"}),
        ("what if weekly → never?", {"freshness": "static"}),
        ("what if it went from weekly to never", {"freshness": "static"}),
        ("what if it went from weekly to never, and we had Postgres?", {"freshness": "static", "source": "systems"}),
        ("what if receipts go from required to none", {"receipts": "none"}),
        ("what if per user -> everyone", {"access": "everyone"}),
        ("what if everything moved from Confluence to Postgres?", {"source": "systems"}),
        ("what if it dropped from 50k a day to 500 a day?", {"volume": "under_1k"}),
    ],
)
def test_every_half_is_supposed_and_what_it_goes_over_to_stands(text, changes):
    assert hear(line(text, None, SAID, mention=True)).questions == (Asked("what_if", {"changes": changes}),)


@each(
    ("text", "saves"),
    [
        ("hang about, it is 1.4 million requests a day now", {"volume": "over_1m"}),
        ("weekly -> never", {"freshness": "static"}),
        ("we hired people now who train, version and roll back our models", {"ops": ("training",)}),
        ("we need it within 700 ms now, and please log", {"latency": "under_1s"}),
    ],
)
def test_a_word_beside_a_stated_change_is_no_second_one(text, saves):
    assert hear(line(text, None, SAID, mention=True)).saves == saves


SHOWN: dict[str, Value] = {"need": "facts", "receipts": "helpful", "action": "acts", "source": "systems"}


@each(
    ("text", "saves"),
    [
        ("sources are not only helpful but required now", {"receipts": "required"}),
        ("from now on no answer goes out without a source", {"receipts": "required"}),
        ("no answer leaves without an agent's approval from now on", {"action": "answers"}),
        ("it's not only systems any more, also our documents", {"source": "both"}),
    ],
)
def test_a_change_said_in_a_roundabout_way_is_put_straight(text, saves):
    assert hear(line(text, None, SHOWN, mention=True)).saves == saves


@each(
    ("text", "changes"),
    [
        ("what if sources were not just helpful but required?", {"receipts": "required"}),
        ("what if the truth was in documents rather than systems?", {"source": "documents"}),
        ("what if no answer may go out without a source?", {"receipts": "required"}),
    ],
)
def test_so_is_a_supposition(text, changes):
    assert hear(line(text, None, SHOWN, mention=True)).questions == (Asked("what_if", {"changes": changes}),)


@each(
    ("text", "changes"),
    [
        ("with 8k consistent labels would it still be RAG", {"examples": "thousands", "labels": "consistent"}),
        ("with 40 inconsistent labels, still fine tuning?", {"examples": "tens", "labels": "inconsistent"}),
        ("what if we had 3k tickets labelled consistently", {"examples": "thousands", "labels": "consistent"}),
    ],
)
def test_how_many_and_how_good_are_supposed_of_the_same_things(text, changes):
    (asked,) = hear(line(text, None, SAID, mention=True)).questions

    assert (asked.intent, asked.changes) == ("what_if", changes)
