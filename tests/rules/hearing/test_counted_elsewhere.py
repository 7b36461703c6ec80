"""What a number counts while another question stands open, and figures beside "if it is wrong"."""

from rules.hearing import Choice, hear, line
from rules.hearing.questions import told_figures
from rules.hearing.questions.figures import figures, supposes
from tests.tables import each


@each(
    ("open_fact", "text", "expected"),
    [
        ("latency", "we have 410.000 old bookings", ("examples", "tens_of_thousands")),
        (
            "latency",
            "9 years of bookings, 410.000, but since 2021 a colleague books",
            ("examples", "tens_of_thousands"),
        ),
        ("latency", "we keep 8,000 past orders", ("examples", "thousands")),
        ("freshness", "22.000 stored claims", ("examples", "tens_of_thousands")),
        ("latency", "we do 3.200 invoices in the month", ("volume", "under_1k")),
        ("access", "we write 1.750 letters a week", ("volume", "under_1k")),
    ],
)
def test_a_number_that_counts_something_else_offers_no_value_of_the_open_question(open_fact, text, expected):
    found = hear(line(text, open_fact, {}, mention=True))

    assert (found.saves, found.offers, found.trouble) == ({}, (Choice(*expected),), None)


@each(
    ("open_fact", "text"),
    [
        ("latency", "1.500"),
        ("latency", "1.500 ms"),
        ("latency", "14.000 members"),
        ("latency", "300 archived pdfs"),
        ("latency", "30 old bookings"),
        ("latency", "it went on for years, in 2019"),
        ("labels", "410.000 old bookings, two people booked"),
        ("latency", "60.000 seconds, 2 years"),
        ("latency", "is that 410.000 old bookings?"),
    ],
)
def test_a_bare_number_and_what_is_no_past_work_offer_no_examples(open_fact, text):
    offered = [each.fact for each in hear(line(text, open_fact, {}, mention=True)).offers if isinstance(each, Choice)]

    assert "examples" not in offered


def test_a_wage_is_no_number_of_requests():
    assert (
        "volume"
        not in hear(line("wrong answer = 20 min rework at €60 per hour + 5 € postage", None, {}, mention=True)).saves
    )


@each(
    ("text", "is_supposed"),
    [
        ("if one is wrong a nurse spends 12 minutes on it at 50 euros an hour", False),
        ("if it gets one wrong that costs 15 euros", False),
        ("if a wrong parcel goes out we pay 6 euros", False),
        ("what if it is wrong 12 times", True),
        ("if a wrong one costs 5 euros", True),
        ("suppose 900 a day", True),
    ],
)
def test_what_happens_now_and_then_is_not_supposed(text, is_supposed):
    assert supposes(text) == is_supposed


def test_what_a_wrong_answer_costs_when_there_is_one_is_told():
    text = "if one is wrong a nurse spends 12 minutes on it, she costs us 50 euros an hour, and we have 260 a day"

    assert told_figures(line(text, None, {}, mention=True)) == {"requests_a_day": 260, "cost_each": 10}


@each("text", ["Ben was wrong about the 20 dollars", "training took 3 hours at 4 dollars an hour"])
def test_a_price_of_something_else_is_not_told_of_a_wrong_answer(text):
    assert told_figures(line(text, None, {}, mention=True)) == {}
    assert "cost_each" in figures(text)


@each(
    ("text", "value"),
    [
        ("a surgeon will not wait 20 seconds. 2 tops", "under_3s"),
        ("drivers won't wait 8 seconds, 3 max", "under_3s"),
        ("nobody at the counter waits 15 seconds", None),
        ("customers are not going to wait 5 seconds", None),
        ("a cab driver won't wait a minute", None),
        ("nobody waits 3 minutes for a stamp", None),
        ("nobody waits longer than 10 seconds", "relaxed"),
        ("people don't mind waiting 10 seconds", "relaxed"),
        ("nobody minds a wait of 10 seconds", "relaxed"),
        ("the crew need not wait 20 seconds", "relaxed"),
        ("they do not have to wait, but 10 seconds are fine", "relaxed"),
        ("it need not be fast. 20 seconds max", "relaxed"),
        ("they wait 2 seconds. 3 max", "under_3s"),
    ],
)
def test_a_time_that_nobody_waits_is_no_limit_and_a_bare_maximum_behind_it_has_its_unit(text, value):
    found = hear(line(text, "latency", {}, mention=True))

    assert found.saves == ({"latency": value} if value else {})
    assert value or {"latency"} == {each.fact for each in found.offers if isinstance(each, Choice)}


@each(
    ("open_fact", "text", "value"),
    [
        ("volume", "4x now, after the merger", None),
        ("volume", "it's 3x since march", None),
        ("labels", "volume doubled to 3x", None),
        ("volume", "3x a day per clerk, 40 clerks", "under_1k"),
        ("volume", "2,000 x 3 a day", "under_100k"),
        ("volume", "300 times on a normal day", "under_1k"),
    ],
)
def test_how_many_times_as_much_it_is_counts_no_requests(open_fact, text, value):
    assert hear(line(text, open_fact, {}, mention=True)).saves.get("volume") == value
