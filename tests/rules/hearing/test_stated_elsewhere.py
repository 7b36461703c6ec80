"""What somebody states about another question while one is open, nobody addressed, beside what colleagues say."""

from rules.facts import Value
from rules.hearing import hear, line
from rules.hearing.values import Control, Word
from tests.tables import each


@each(
    ("open_fact", "text", "saves"),
    [
        ("hygiene", "patient records mustn't leave the hospital network", {"hosting": "on_premises"}),
        ("ops", "each clinic only gets to see its own patients", {"access": "per_user"}),
        ("access", "a wrong answer costs us about 5000 euro each time", {"stakes": "money"}),
        ("latency", "the annotators disagree on every third case", {"labels": "inconsistent"}),
        ("check", "it only drafts the reply, a clerk sends it", {"action": "answers"}),
        ("need", "our team runs elasticsearch in production", {"ops": ("search",)}),
        ("receipts", "the archive is badly scanned, half the pages are unreadable", {"hygiene": "poor"}),
        ("need", "we have 900 rated answers from the past year", {"examples": "hundreds"}),
        ("examples", "4000 scored mails but raters never agree", {"examples": "thousands", "labels": "inconsistent"}),
    ],
)  # fmt: skip
def test_what_is_plainly_stated_about_another_question_is_written_down(
    open_fact: str, text: str, saves: dict[str, Value]
):
    assert hear(line(text, open_fact, {}, mention=False)).saves == saves


@each(
    ("open_fact", "text"),
    [
        ("hosting", "anna says the wiki is full of duplicates but she always says that"),
        ("volume", "Tom only sees his own tickets since this morning, permissions are broken"),
        ("freshness", "my desk is a mess, everyone does his own thing"),
        ("evals", "counted the invoices from the offsite, there are 14"),
        ("receipts", "i wonder if the clerks label the same way"),
        ("corpus", "remember when a wrong answer cost us 20k, never again"),
        ("source", "if only the labels agreed with each other"),
        ("check", "i hope we never need a source under every answer"),
        ("steadiness", "you said the traffic is 40k a day right"),
        ("model_size", "wasn't it 740 labelled tickets"),
        ("access", "weren't there 300 rated replies"),
        ("hosting", "the staff meeting is only for our branch"),
        ("stakes", "i think the labels on the printer rolls are wrong"),
        ("freshness", "the example in the slides is wrong, its 2300 not 2200"),
        ("lookup", "the customer from yesterday was angry about the wrong invoice"),
    ],
)
def test_what_colleagues_say_to_each_other_in_such_words_is_left_alone(open_fact: str, text: str):
    assert hear(line(text, open_fact, {}, mention=False)).silent


@each(
    ("open_fact", "text", "saves"),
    [
        ("evals", "counted the examples again, it's 2600", {"examples": "thousands"}),
        ("evals", "looked at the traffic again, it's 150k a day", {"volume": "under_1m"}),
        ("evals", "correction: the examples, its 2600", {"examples": "thousands"}),
        ("labels", "the request count, more like 20k a day", {"volume": "under_100k"}),
    ],
)
def test_a_number_is_said_of_the_question_that_is_named_before_it(open_fact: str, text: str, saves: dict[str, Value]):
    said: dict[str, Value] = {"examples": "hundreds", "volume": "under_1k"}
    for mention in (True, False):
        heard = hear(line(text, open_fact, said, mention=mention))

        assert (heard.saves, heard.control) == (saves, None)


@each(
    ("open_fact", "text"),
    [
        ("labels", "our labeled examples, about which nobody knows much"),
        ("evals", "the examples, i counted 12 chairs and 3 tables"),
        ("hosting", "the traffic on the motorway, 20 km of it"),
    ],
)
def test_a_number_of_something_else_is_none_of_it(open_fact: str, text: str):
    assert not hear(line(text, open_fact, {}, mention=False)).saves


def test_an_answer_that_is_called_wrong_is_opened_again_though_nobody_is_addressed():
    heard = hear(line("the labels are wrong", "stakes", {"labels": "mixed"}, mention=False))

    assert heard.control == Control(Word.CHANGE, "labels")
