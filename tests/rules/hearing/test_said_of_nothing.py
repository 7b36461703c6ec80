"""What says nothing of the feature after the verdict: to skip where nothing is asked, and runs under a name."""

from rules.hearing import Asked, Heard, hear, line
from tests.rules.hearing.after_verdict import heard
from tests.rules.hearing.asked import SAID
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


@each(
    "text",
    [
        "ben runs the check every night",
        "the team meets monthly",
        "backups run every night",
        "we do a standup each morning",
        "chen looks at the dashboards daily",
        "we ship the app weekly",
        "the cron job runs hourly",
        "we have a retro every Friday",
        "legal meets us each quarter",
        "I check in with support every Friday",
        "the demo is weekly now",
    ],
)
def test_how_often_people_do_their_work_is_talk_among_them(text):
    assert hear(line(text, None, SAID, mention=False)) == Heard(silent=True)


@each("text", ["the team meets monthly", "backups run every night", "we have a retro every Friday"])
def test_said_to_the_bot_it_is_nothing_that_it_knows(text):
    assert _told(text) == {}


def test_who_tells_the_bot_of_a_check_is_asked_whether_answers_are_meant():
    offered = heard("ben runs the check every night").offers

    assert {"changes": {"evals": "continuous"}} in [each.slots for each in offered if isinstance(each, Asked)]


@each(
    ("text", "fact"),
    [
        ("our prices change daily now", "freshness"),
        ("the truth moves daily", "freshness"),
        ("they rewrite the manual every month", "freshness"),
        ("our golden set runs nightly in CI", "evals"),
        ("volume: it runs 300 times a day now", "volume"),
    ],
)
def test_how_often_the_truth_changes_and_answers_are_checked_still_is_told(text, fact):
    assert [*hear(line(text, None, SAID, mention=True)).saves] == [fact]


def _told(text, **said):
    found = heard(text, **said)
    assert not found.offers
    assert [each.intent for each in found.questions] == ["unknown"]
    return dict(found.saves)


@each(
    ("open_fact", "text", "value"),
    [
        ("evals", "nothing else changed", None),
        ("evals", "nothing is different from before", None),
        ("source", "nothing else changed", None),
        ("stakes", "nothing really changed", None),
        ("stakes", "nothing new here", None),
        ("ops", "nothing has changed since last week", None),
        ("evals", "nothing", "none"),
        ("evals", "there's nothing, we changed the vendor", "none"),
        ("evals", "nothing that would notice when it changed", "none"),
        ("stakes", "nothing changes for them", "annoyance"),
        ("freshness", "nothing ever changes there", "static"),
        ("steadiness", "nothing changed in years", "stable"),
    ],
)
def test_that_nothing_changed_answers_by_its_nothing_only_how_often_things_change(open_fact, text, value):
    assert hear(line(text, open_fact, {}, mention=True)).saves == ({open_fact: value} if value else {})
