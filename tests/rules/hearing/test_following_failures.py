"""How a line that tells of a failure is cut, so that what stands beside the failure is heard by itself."""

from hypothesis import given
from hypothesis import strategies as st

from rules.hearing.following.failures import Sentence, read_listed, read_sentences
from rules.hearing.following.log_asked import asks_kinds, asks_log, asks_who_logged, asks_worst, month_asked
from rules.hearing.following.plan import read_plan
from rules.hearing.following.results import read_numbers
from rules.hearing.following.roadmap import read_item
from rules.hearing.following.steps import read_steps
from rules.hearing.following.tasks import read_tasks
from rules.hearing.following.withdrawals import Withdrawal, read_withdrawal, withdraws
from tests.examples import examples
from tests.rules.hearing.follows import FAILURES, TITLES
from tests.tables import each


def cut(text: str) -> list[str]:
    return [sentence.said for sentence in read_sentences(text)]


@each(
    ("text", "sentences"),
    [
        ("It invented a fee. Prices move daily!", ["It invented a fee.", "Prices move daily!"]),
        ("it invented a fee; prices move daily;", ["it invented a fee", "prices move daily"]),
        ("it invented a fee\n\nprices move daily", ["it invented a fee", "prices move daily"]),
        ("v1.2 invented a fee of 3.50", ["v1.2 invented a fee of 3.50"]),
        ("it invented a fee? yes", ["it invented a fee? yes"]),
    ],
)
def test_a_line_is_cut_between_its_sentences(text, sentences):
    assert cut(text) == sentences


@each("text", ["We had an incident. It invented a fee", "There was a complaint! It named a wrong office"])
def test_what_announces_a_failure_stays_with_it(text):
    assert cut(text) == [text]


@each(
    ("text", "halves"),
    [
        ("it invented a fee, and prices move daily", ("it invented a fee", "prices move daily")),
        ("it invented a fee but only Lea saw it", ("it invented a fee", "only Lea saw it")),
        ("it mixed up A and B", None),
        ("it was wrong and rude", None),
        ("it invented a fee", None),
    ],
)
def test_a_sentence_has_halves_where_the_second_can_say_something_of_its_own(text, halves):
    assert read_sentences(text) == (Sentence(text, halves),)


@each("text", ["", "  ", "\n\n", ";", " ; "])
def test_where_nothing_is_said_there_is_no_sentence(text):
    assert read_sentences(text) == ()


@given(st.lists(st.sampled_from(FAILURES), min_size=1, max_size=5), st.sampled_from(["; ", "\n", ";\n"]))
@examples(30)
def test_every_sentence_is_kept_in_its_order(said, between):
    assert cut(between.join(said)) == said


@each("text", FAILURES)
def test_what_tells_of_a_failure_says_nothing_of_what_else_follows(text):
    assert read_plan(text, knows_it=True) is None
    assert read_steps(text, is_here=True) is None
    assert read_item(text, TITLES) is read_tasks(text) is None
    assert not read_numbers(text).has_runs


@each(
    "text",
    ["how many failures did we have and which kinds", "what went wrong so far?", "any incidents this month",
     "show us the failures", "no failures this month that i know of", "what is in the failure log?"],
)  # fmt: skip
def test_what_was_logged_is_asked(text):
    assert asks_log(text)


@each(
    "text",
    ["whats the commonest failure", "which kind dominates?", "what was the last failure", "latest incident?",
     "which bucket comes up most so far", "which failures in march", "what's our biggest failure type this month"],
)  # fmt: skip
def test_what_the_log_holds_is_asked_in_short(text):
    assert asks_log(text)


@each(
    ("text", "which"),
    [
        ("who logged the lift thing", "lift"),
        ("do you know who reported the wrong gate?", "wrong gate"),
        ("who wrote down that empty table failure", "empty table"),
        ("who said prices move daily", ""),
        ("who logs failures", ""),
        (f"who logged the {'very ' * 60}one", ""),
    ],
)
def test_who_logged_a_failure_is_asked_by_its_words(text, which):
    assert asks_who_logged(text) == which


@each(
    ("text", "month"),
    [("which failures in march", 3), ("failures of dec?", 12), ("any failures last month", 0), ("last failure", None)],
)
def test_the_month_that_is_asked_for_is_read(text, month):
    assert month_asked(text) == month


@each("text", ["which kinds of failures are there", "what are the buckets again", "list the failure types"])
def test_which_kinds_there_are_is_asked(text):
    assert asks_kinds(text)
    assert not asks_worst(text)


@each(
    "text",
    ["how do we avoid failures", "what if failures grew this month", "log a failure", "no failures are acceptable",
     "which failures should we watch", "how does it fail today?", "failure: it had a typo", "what is a bucket"],
)  # fmt: skip
def test_what_else_is_said_of_failures_asks_for_no_log(text):
    assert not asks_log(text)
    assert not asks_kinds(text)


@each(
    "text",
    ["undo the last failure", "that was no failure", "pls delete that failure", "the last one was not a failure"],
)
def test_a_failure_is_wanted_out_of_the_log(text):
    assert withdraws(text)


@each("text", ["that was no failure of ours, but the API", "remove tone from the failures", "undo that", "it failed"])
def test_what_withdraws_nothing_of_the_log(text):
    assert not withdraws(text)


@each(
    ("text", "which"),
    [
        ("thats wrong, take the failure out, was a test", ""),
        ("scratch that failure, it was only a demo", ""),
        ("that one was just a demo, take the failure out", ""),
        ("please take the wrong price failure out again", "wrong price"),
        ("don't count the battery failure, was our test", "battery"),
        ("drop the incident about the lift, it was a drill", "lift"),
        ("that incident was just me testing", ""),
        ("no, that complaint was a duplicate, remove it", ""),
        ("the failure from yesterday should not count, it was a demo", ""),
        ("can you remove that failure", ""),
        ("undo the wrong page failure, Mark had typed the wrong bell himself", "wrong page"),
        ("remove the tariff failure because the sheet itself was wrong", "tariff"),
        ("drop the failure about the pool. The guest had read it wrong", "pool"),
        ("don't count the failure of the printer, nobody used it", "printer"),
        ("delete the failure of yesterday, it was us", ""),
    ],
)
def test_a_failure_is_taken_back_in_any_words_and_by_what_tells_it_from_the_others(text, which):
    assert read_withdrawal(text) == Withdrawal(which)


@each(
    ("text", "withdrawal"),
    [
        ("take the lift one back, the cable was ours", Withdrawal("lift", is_loose=True)),
        ("drop the empty table one", Withdrawal("empty table", is_loose=True)),
        ("the lift one was my own typo, take it back", Withdrawal("lift", is_loose=True)),
        ("the lift one wasn't a failure", Withdrawal("lift", is_loose=True)),
        ("delete the one with the lift number, that was me", Withdrawal("lift number", is_loose=True)),
        ("scratch that one about the empty table please", Withdrawal("empty table", is_loose=True)),
        ("take back the one where it named a guest", Withdrawal("it named a guest", is_loose=True)),
        ("the one from the old menu was not a failure", Withdrawal("old menu", is_loose=True)),
        ("take the last one back, we had no index yet", Withdrawal(is_loose=True)),
        ("remove the second one", Withdrawal(is_loose=True, place=2)),
        ("take the lift failure back because nobody rode it", Withdrawal("lift")),
        ("that wasn't a failure", Withdrawal()),
    ],
)
def test_one_is_taken_back_by_its_words_or_its_place(text, withdrawal):
    assert read_withdrawal(text) == withdrawal
    assert withdraws(text) is not withdrawal.is_loose


@each(
    "text",
    [
        "drop the first one and add another",
        "take the lift one instead",
        "use the one with the lift number",
        "drop the one with the long text and use tools",
        "remove the lift number from the answers",
        "remove the failure bucket tone",
        "the failure was a wrong date",
        "undo the last failure, and log another one",
        "drop the failure, why was it logged?",
        "leave out the failure handling, it is not needed",
        "the last failure was a tool error",
        "failure: take the test out was a mistake",
        "take the failure seriously",
        "ignore the failures",
        "that failure was in the test environment",
        f"drop the {'very ' * 60}failure",
    ],
)
def test_what_is_said_of_a_failure_else_takes_none_back(text):
    assert read_withdrawal(text) is None


@each(
    ("text", "items", "is_counted"),
    [
        (
            "three failures today: 1) wrong fee for the pool 2) it refused a question 3) the chat hung again",
            ("wrong fee for the pool", "it refused a question", "the chat hung again"),
            True,
        ),
        (
            "we had two complaints this week: a guest was told a lie; the bot swore at a child",
            ("a guest was told a lie", "the bot swore at a child"),
            True,
        ),
        (
            "failures: it invented a fee, it quoted the old list and it refused to answer",
            ("it invented a fee", "it quoted the old list", "it refused to answer"),
            False,
        ),
        ("log failures: tax id in the wrong box", ("tax id in the wrong box",), True),
        ("log these: wrong gate; answered in capitals", ("wrong gate", "answered in capitals"), True),
        ("log: wall of text, again", ("wall of text, again",), True),
        (
            "record those as failures: lost the annex; signed with a wrong name",
            ("lost the annex", "signed with a wrong name"),
            True,
        ),
        ("failures: sent an empty letter; old link", ("sent an empty letter", "old link"), False),
    ],
)
def test_failures_of_a_list_are_told_apart(text, items, is_counted):
    listed = read_listed(text)
    assert listed is not None
    assert (listed.items, listed.is_counted) == (items, is_counted)


@each(
    ("text", "is_in_form"),
    [
        ("failures: sent an empty letter; old link", True),
        ("failures: invents fees; quotes old prices", False),
        ("failures: invented facts; stale facts", False),
        ("failures: it invented a fee, it quoted the old list", False),
    ],
)
def test_a_list_in_the_form_that_is_asked_for_tells_what_happened_and_no_rule(text, is_in_form):
    listed = read_listed(text)
    assert listed is not None
    assert (listed.is_in_form, listed.is_counted) == (is_in_form, False)


@each(
    "text",
    [
        "log files stay here",
        "failures: …; …",
        "log: …",
        "failures: tone, old facts",
        "failure: it broke",
        "no failures so far",
        f"failures: {'it broke, ' * 200}",
    ],
)
def test_what_is_no_list_of_failures(text):
    assert read_listed(text) is None
