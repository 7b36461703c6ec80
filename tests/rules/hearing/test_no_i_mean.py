"""A "no" that only puts right what was said before, and is no answer to the open question."""

from rules.hearing import Choice, Trouble, hear, line
from tests.tables import each

SAID = {"source": "both", "freshness": "weekly", "access": "everyone"}


@each(
    ("fact", "text", "saves"),
    [
        ("receipts", "no I mean it's documents only, the shop system is just an export", {"source": "documents"}),
        ("receipts", "no, I meant the manuals only", {"source": "documents"}),
        ("action", "no I mean daily", {"freshness": "daily"}),
        ("receipts", "no I mean nobody asks for it", {"receipts": "none"}),
        ("receipts", "no, it's internal only", {"receipts": "none"}),
        ("receipts", "no", {"receipts": "none"}),
    ],
)
def test_a_no_that_only_puts_right_what_was_said_is_no_answer(fact, text, saves):
    assert hear(line(text, fact, SAID, mention=True)).saves == saves


def test_a_no_that_puts_right_nothing_that_is_known_is_asked_about():
    found = hear(line("no I mean the blue folders by the door", "receipts", {}, mention=True))

    assert (found.saves, found.trouble) == ({}, Trouble.UNCLEAR)


def test_where_it_may_put_right_several_answers_they_are_offered():
    found = hear(line("no I mean both", "receipts", {"need": "facts", "source": "documents"}, mention=True))

    assert (found.saves, found.offers) == ({}, (Choice("need", "both"), Choice("source", "both")))


def test_a_no_with_nothing_behind_it_is_asked_about():
    assert hear(line("no I mean", "receipts", SAID, mention=True)).saves.keys() <= {"receipts"}
