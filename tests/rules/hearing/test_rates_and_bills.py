"""Rates that are told by what passes between two requests, hours in which a rate holds, and who pays for a mistake."""

from rules.facts import Value
from rules.hearing import hear, line
from tests.tables import each


@each(
    ("fact", "text", "value"),
    [
        ("volume", "one every three seconds, round the clock", "under_100k"),
        ("volume", "a request every 10 seconds day and night", "under_100k"),
        ("volume", "one every ten minutes in the daytime", "under_1k"),
        ("volume", "3k an hour, 9 to 5", "under_100k"),
        ("volume", "9 to 5", "under_1k"),
        ("freshness", "every couple of seconds, they are bus positions", "live"),
        ("latency", "a couple of seconds", "under_3s"),
        ("stakes", "client gets invoiced for the delay, up to 8k", "money"),
        ("stakes", "wrong berth and we get the bill for the tug", "money"),
        ("stakes", "somebody corrects the bill by hand", "rework"),
        ("ops", "both actually", ("search", "training")),
    ],
)
def test_a_rate_a_bill_and_both_are_written_down(fact: str, text: str, value: Value):
    assert hear(line(text, fact, {}, mention=True)).saves == {fact: value}


def test_a_time_between_two_of_something_else_is_no_rate():
    assert hear(line("we meet every 2 weeks", "volume", {}, mention=True)).saves == {}


@each("text", ["is that counted per day or per month?", "do you mean a day or a week?", "per hour or per day?"])
def test_who_asks_for_the_unit_asks_nothing_about_money(text: str):
    found = hear(line(text, "volume", {}, mention=True))

    assert ([each.intent for each in found.questions], found.saves) == (["glossary"], {})
