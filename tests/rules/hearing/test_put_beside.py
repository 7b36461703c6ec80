"""The other one of two values that comes beside what was said is both; one that replaces it stands alone."""

from rules.hearing import Choice, hear, line
from tests.tables import each


@each(
    ("text", "said", "meant"),
    [
        ("some of it also comes from the billing system", {"source": "documents"}, ("source", "both")),
        ("half of it comes out of the booking system", {"source": "documents"}, ("source", "both")),
        ("it should also get the facts right", {"need": "behaviour"}, ("need", "both")),
        (
            "no, it comes from the billing system, not from documents too",
            {"source": "documents"},
            ("source", "systems"),
        ),
    ],
)
def test_what_comes_beside_what_was_said_is_both(text, said, meant):
    fact, value = meant
    heard = hear(line(text, "latency", said, mention=True))

    named = {fact: heard.saves[fact]} if fact in heard.saves else {each.fact: each.value for each in heard.offers}
    assert named == {fact: value}


def test_after_the_verdict_too_and_once():
    heard = hear(line("besides the stock system it reads the manuals now", None, {"source": "systems"}, mention=True))

    assert (heard.saves, heard.offers) == ({"source": "both"}, ())


@each(
    ("text", "said", "offer"),
    [
        ("the salary letters are only for each person's manager", {"access": "everyone"}, Choice("access", "per_user")),
        ("we threw out all old manuals, each page left has an owner", {"hygiene": "poor"}, Choice("hygiene", "clean")),
    ],
)  # fmt: skip
def test_a_statement_that_is_understood_as_nothing_else_is_offered_as_the_answer_that_it_would_be(text, said, offer):
    assert offer in hear(line(text, None, said, mention=True)).offers


def test_one_that_is_about_no_question_is_not():
    assert hear(line("the weather was lovely at the offsite", None, {"need": "facts"}, mention=True)).offers == ()
    asked = hear(
        line("what do the new case files change for the account owners", None, {"access": "everyone"}, mention=True)
    )
    assert not [each for each in asked.offers if isinstance(each, Choice)]
