"""What says nothing of the feature after the verdict: to skip where nothing is asked, and runs under a name."""

from tests.rules.hearing.after_verdict import heard
from tests.tables import each


@each("text", ["skip this month", "let's skip the month", "please skip it", "skip this one"])
def test_to_skip_where_nothing_is_asked_tells_of_no_failure(text):
    assert _told(text) == {}


@each(
    "text",
    [
        "parcel tracking 18/20",
        "price quote 5 of 8",
        "harm question 2 of 10",
        "invoice lookup: 7 out of 10",
        "hallucination probe: 2 of 6 failed",
    ],
)
def test_runs_under_a_name_answer_no_question_that_the_name_sounds_like(text):
    assert _told(text) == {}
    assert _told(text, stakes=None) == {}


@each(
    ("text", "fact"),
    [
        ("our labelers now agree on 9 of 10", "labels"),
        ("labels: 9 of 10 agree now", "labels"),
        ("it skips rules in long prompts now", "failure"),
        ("volume now 20/day", "volume"),
    ],
)
def test_what_is_told_of_skips_and_of_shares_still_is(text, fact):
    assert [*heard(text).saves] == [fact]


def _told(text, **said):
    found = heard(text, **said)
    assert not found.offers
    assert [each.intent for each in found.questions] == ["unknown"]
    return dict(found.saves)
