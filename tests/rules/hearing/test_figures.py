"""Figures as people tell them: requests in any time, shares in words, costs as work, parts and corrections."""

import pytest

from rules.hearing import hear, line
from rules.hearing.questions import told_figures
from rules.hearing.questions.figures import currency, figures, told
from tests.tables import each


@each(
    ("text", "a_day"),
    [
        ("we get 9,300 tickets a month", 306),
        ("each week we answer 700 letters", 100),
        ("1.2 million lookups per quarter", 13_151),
        ("around 36,500 claims a year", 100),
        ("daily we have 240 orders", 240),
        ("we have 12.500 inquiries in the month", 411),
        ("volume 600 a week", 85.7),
        ("per month 6000 calls", 197),
        ("monthly volume is 45k", 1_479),
        ("300 invoices per working day", 214),
        ("each business day we answer 70 letters", 50),
        ("300 a workday", 214),
        ("3'650 visits a year", 10),
        ("20 requests/h", 480),
        ("2 rps", 172_800),
        ("30 rpm", 43_200),
        ("5 rph", 120),
        ("200 clinics, 30 chats a day each", 6_000),
        ("12 shops and 70 orders per shop a week", 120),
        ("450 a day, not 380", 450),
        ("per year we see about 10,950 cases and per wrong case a letter", 30),
        ("it was 380 a day, now it is 450 a day", 450),
        ("from 300 molds we cast 24 a day", 24),
    ],
)
def test_requests_are_counted_for_the_day_whatever_the_time_in_which_they_are_told(text, a_day):
    assert figures(text) == {"requests_a_day": a_day}


@each(
    "text",
    [
        "a crane day is 40k and it happens twice a year",
        "the index is rebuilt 2 times a day",
        "we add 300 documents a month",
        "Anna works 4 days a week",
        "our budget is 4000 a month",
        "we meet 30 people a day",
        "45 an hour",
        "30 chats a day each",
        "30 chats a day each for 3 shops and 4 hotels",
        "a week has 7",
        "daily, and then 380",
        "we spend the week on 3 of them",
        "answers in 3 seconds",
        "we have 12 people and 3 offices",
        "20% a day",
        "£30 a day",
    ],
)
def test_what_counts_no_requests_or_leaves_them_open_gives_none(text):
    assert "requests_a_day" not in figures(text)


@each(
    ("text", "share"),
    [
        ("5 out of 200 are wrong", 0.025),
        ("of 500 replies 15 were wrong", 0.03),
        ("from 200 mails are 9 wrong", 0.045),
        ("in every 50, 2 are wrong", None),
        ("10 mails out of 250 go wrong", 0.04),
        ("of 100 replies 94 are right", 0.06),
        ("1 in 40", 0.025),
        ("we handle 2,000 chats a week, of those 50 are wrong", 0.025),
        ("we sent 400 and 20 of them were wrong", 0.05),
        ("2 of 5 are wrong", 0.4),
        ("two of the five vendors were wrong for us", None),
        ("one wrong in twenty", 0.05),
        ("a lens breaks once in 250", 0.004),
        ("it happens one time in 80", 0.0125),
        ("it occurs in 3 of 1000 orders", 0.003),
        ("7 of 140 fail", 0.05),
        ("97 of 100 right", 0.03),
        ("we meet once in 14 days", None),
        ("3 of 10 test runs fail", None),
        ("every twentieth answer is wrong", 0.05),
        ("every 25th reply is wrong", 0.04),
        ("every second answer is a mistake", 0.5),
        ("half of them are wrong", 0.5),
        ("a quarter of the answers is wrong", 0.25),
        ("a third party was wrong", None),
        ("two per cent wrong", 0.02),
        ("2,5 % are wrong", 0.025),
        ("it's 6% wrong now, not 4%", 0.06),
        ("errors went from 9% to 4%", 0.04),
        ("accuracy is 97%", 0.03),
        ("4% wrong, 96% right", 0.04),
        ("200% right", 2.0),
        ("20% of them", 0.2),
        ("4% of the users complain", None),
        ("9 of 10 tasks passed", None),
        ("3 of 20 minutes are lost by mistake", None),
        ("it is 30 a mistake instead of 80", None),
        ("we put 8 of 10 right", None),
    ],
)
def test_the_share_of_wrong_answers_is_heard_in_percent_and_in_words(text, share):
    assert figures(text).get("error_rate") == (share if share is None else pytest.approx(share))


@each(
    ("text", "cost"),
    [
        ("each costs us 4k", 4_000),
        ("one wrong claim costs £80", 80),
        ("wrong ones cost 2.50 €", 2.5),
        ("5 cents each", 0.05),
        ("a nurse at $60/h needs 10 minutes to put a wrong one right", 10),
        ("fixing a mistake takes half an hour and our clerk costs 50 euros an hour", 25),
        ("45 €/h, 20 min each", 15),
        ("a mistake eats 15 minutes of a lawyer at 200 an hour", 50),
        ("an hour costs us 60 dollars and a fix takes 2 hours", 120),
        ("the hourly rate is 90 euros, a wrong one takes 40 minutes", 60),
        ("30 € hourly, half an hour each", 15),
        ("a mistake takes us an hour, at 70 dollars per hour", 70),
        ("we reply within 5 minutes, a fix takes 30 minutes at 40 euros an hour", 20),
        ("a fix takes 20 minutes, a third of an hour, at 30 euros an hour", 10),
        ("20 min rework at €60 per hour + 5 € postage", 25),
        ("a wrong quote costs us a 25 dollar credit plus 10 dollars of shipping", 35),
        ("8 euro postage and a refund of 12 for every wrong parcel", 20),
        ("8 euros of postage, plus 12 euros each time", 20),
        ("a mistake is 3 euros and 2 euros and 1 euro", 6),
        ("make that 9 euros per wrong answer, not 12", 9),
        ("it is 30 pounds a mistake instead of the 80", 30),
        ("it is 15 euro one wrong, not 45", 15),
        ("last year we paid 5 fines of about $2k each", 2_000),
        ("a wrong letter is a breach, the last one ran to £61,500", 61_500),
        ("a wrong one costs 10 to 20 dollars", 15),
        ("a wrong one costs 12, 900 a day", 12),
        ("a mistake costs 1.200 euros", 1_200),
        ("the tool is 300 euros a month, a mistake costs 9 euros", 9),
        ("what does an error cost? a scrapped mold is about 8k", 8_000),
        ("cost of a mistake: 12 min rework, 36/h, 9%", 7.2),
        ("2 h rework, wage 55", 110),
        ("half an hour of rework, 40 an hour", 20),
        ("a mistake: 9 euros for shipping", 9),
        ("we pay 30 euros for the rework", 30),
        ("9 euros for shipping", None),
        ("it costs 50 euros to renew the certificate", None),
        ("the ticket was 89 euros", None),
        ("8 min on the phone, wage 50", None),
        ("it takes 20 minutes", None),
        ("an accountant costs 45 euros an hour", None),
        ("20 minutes here, 30 minutes there, 45 euros an hour", None),
        ("we pay 45 an hour, it was fixed 2 hours ago", None),
        ("our budget is 4000 euros", None),
        ("the license costs 30 euros a seat", None),
        ("it costs 5 dollars per million tokens", None),
        ("30 euros monthly", None),
        ("a right answer saves us 5 euros", None),
        ("a wrong mail costs 12 euros and a wrong call 30", None),
        ("the cost is 3 people", None),
        ("a mistake costs 2 days", None),
    ],
)
def test_what_a_wrong_answer_costs_is_worked_out_of_what_is_told(text, cost):
    assert figures(text).get("cost_each") == (cost if cost is None else pytest.approx(cost))


@each(
    ("text", "worked"),
    [
        ("3,200 a month", ("3,200 a month is about 105 a day",)),
        ("140 letters a week", ("140 a week is 20 a day",)),
        ("20 requests an hour", ("20 an hour is 480 a day",)),
        ("30 chats a day each, 12 shops", ("12 x 30 a day is 360 a day",)),
        ("20 min at €45 an hour", ("20 min at €45 an hour is €15",)),
        ("2 h at CHF 45 an hour", ("2 h at CHF 45 an hour is CHF 90",)),
        ("a mistake costs 12 and 30 euros", ("€12 and €30 is €42",)),
        ("a mistake costs 12 euros and 30 euros", ("€12 and €30 is €42",)),
        ("a mistake costs 10 to 20 euros", ("€10 to €20 is counted as €15",)),
        ("380 a day, 6% wrong, $4 each", ()),
        ("every tenth answer is wrong", ()),
    ],
)
def test_the_arithmetic_is_told_where_something_else_is_counted_than_was_said(text, worked):
    assert told(text).worked == worked


def test_a_story_is_read_to_its_end():
    text = f"{'It was a long winter and nobody looked. ' * 20} A wrong one costs us 12 dollars."

    assert figures(text) == {"cost_each": 12}


@each(("text", "code"), [("45 CHF", "CHF"), ("a trip to Europe", ""), ("the compound", "")])
def test_a_currency_is_a_word_of_its_own(text, code):
    assert currency(text) == code


@each(
    ("text", "named"),
    [
        ("It is 15 euros for a wrong one, not 45. 20 minutes is a third of an hour", {"cost_each"}),
        ("150 a day, and when it is wrong that costs 45 euros an hour for 20 min", {"requests_a_day", "cost_each"}),
        ("We get 900 a day. About 3% are wrong.", {"requests_a_day", "error_rate"}),
        ("We looked at all of it. About 3% are wrong.", set()),
        ("We paid 30 euros. It was sunny.", set()),
        ("97 of 100 right", {"error_rate"}),
        ("about 30 dollars", {"cost_each"}),
        ("9 euros shipping", set()),
        ("1 in 40", set()),
        ("hello", set()),
    ],
)
def test_figures_of_a_story_are_told_where_they_are_of_wrong_answers(text, named):
    assert told_figures(line(text, None, {}, mention=True)).keys() == named


def test_a_story_before_a_question_leaves_the_question_to_be_answered():
    text = (
        "A wrong one costs us 4 euros, we are told. What they want to know is how often it has to be right to pay off"
    )

    assert [each.slots["of"] for each in hear(line(text, None, {}, mention=True)).questions] == ["break_even"]


@each(
    ("text", "saves"),
    [
        ("a wrong answer costs us 20 min of a clerk at 45 €/h", {}),
        ("a mistake costs us 12 euros of rework", {}),
        ("a mistake costs us 12 euros", {"stakes": "money"}),
    ],
)
def test_work_that_has_a_price_is_no_money_that_is_lost(text, saves):
    assert hear(line(text, None, {"stakes": "rework"}, mention=True)).saves == saves


@each(
    ("text", "open_fact", "value"),
    [
        ("what wrong answers cost us is rework only", None, "rework"),
        ("what wrong answers cost us is rework only", "latency", "rework"),
        ("and what a wrong answer costs is just an annoyed customer", None, "annoyance"),
        ("all an error costs is ten minutes of redoing it", None, "rework"),
        ("what wrong answers cost us is people's health", "stakes", "harm"),
    ],
)
def test_what_wrong_answers_cost_is_told_behind_the_question_as_a_clause(text, open_fact, value):
    assert hear(line(text, open_fact, {}, mention=True)).saves == {"stakes": value}


@each(
    "text",
    [
        "what wrong answers cost us is the question",
        "what do wrong answers cost us",
        "what do wrong answers cost us, is it rework?",
        "what wrong answers cost us is beyond Bob",
    ],
)
def test_who_asks_what_wrong_answers_cost_tells_nothing(text):
    assert "stakes" not in hear(line(text, None, {}, mention=True)).saves


@each(
    ("text", "cost"),
    [
        ("a wrong berth costs us a refund, last year 9000 euros", None),
        ("wrong labels cost us 5000 euros in the whole quarter", None),
        ("all mistakes together cost 7000 euros", None),
        ("a mistake costs $20 in total", 20),
        ("a wrong dose cost us $400 last month", 400),
        ("no 9000 was all of last year together, a single one is maybe 40 euro rework", 40),
        ("a single one is 40 euros", 40),
        ("a single seat is 40 euros", None),
    ],
)
def test_what_all_of_them_cost_in_a_year_is_no_cost_of_one(text, cost):
    assert told_figures(line(text, None, {"stakes": "money"}, mention=True)).get("cost_each") == cost
