"""A failure's kind told by a word of it or by whose it is, "the others too", and one that was just logged deleted."""

from datetime import datetime, timedelta

from bot import commands
from bot.dialogue import Recalled, Turn, advance
from rules import FRAMEWORK
from storage.records import Bucket, LoggedFailure
from tests.bot.declared import declared
from tests.bot.reviewed import DUE, FEATURE, T1
from tests.tables import each

NOW = DUE + timedelta(hours=1)
FORMATTING, TOOL_ERROR = Bucket.FORMATTING, Bucket.TOOL_ERROR


def failure(id_: str, bucket: Bucket, what: str, by: str = "U1", at: datetime = NOW) -> LoggedFailure:
    return LoggedFailure(id=id_, tenant=T1, assessment_id="a1", bucket=bucket, what=what, by=by, at=at)


def typed(text: str, *log: LoggedFailure) -> Turn:
    """What the line leads to, where this was logged, the newest first."""
    command = commands.TypedText(tenant=T1, channel="C1", actor="U1", thread_ts="1.1", text=text, is_mention=True)
    recalled = Recalled(now=NOW, framework=FRAMEWORK, new_id="n1", assessment=FEATURE, log=log)
    return advance(command, declared(command, recalled))


def buckets(turn: Turn) -> dict[str, Bucket]:
    return {one.id: one.bucket for one in turn.failures}


RUBBER = failure("f1", Bucket.UNCLASSIFIED, "The rubber seal got the code of a hose", at=NOW - timedelta(minutes=9))
CABLE = failure("f2", Bucket.UNCLASSIFIED, "The brake cable got the code of a rope", at=NOW - timedelta(minutes=3))
THEIRS = failure("f3", Bucket.UNCLASSIFIED, "It timed out", by="U2", at=NOW - timedelta(minutes=1))
OLD = failure("f0", Bucket.UNCLASSIFIED, "A parcel was shown as lost", at=NOW - timedelta(days=2))
LIST = [
    failure(id_, Bucket.UNCLASSIFIED, what)
    for id_, what in (("f3", "the fee of last year"), ("f3-1", "digits without a dot"), ("f3-2", "a tram for a bus"))
]
"""Told in one line."""
MISS = Bucket.RETRIEVAL_MISS


@each(
    ("text", "sorted_"),
    [
        ("no wait the rubber one was a retrieval miss i checked", {"f1": MISS}),
        ("the rubber one was a miss", {"f1": MISS}),
        ("yes that's right, rubber seal = retrieval miss", {"f1": MISS}),
        ("mine was a miss", {"f2": MISS}),
        ("my one was a tool error", {"f2": Bucket.TOOL_ERROR}),
    ],
)
def test_a_kind_is_told_by_a_word_of_the_failure_or_by_whose_it_is(text, sorted_):
    assert buckets(typed(text, *([THEIRS] if text.startswith("my") else []), CABLE, RUBBER)) == sorted_


@each("text", ["we miss the deadline", "hit or miss really", "the rubber is missing", "mine was late", "miss you"])
def test_what_else_is_missed_is_no_kind(text):
    assert buckets(typed(text, CABLE, RUBBER)) == {}


@each(
    ("text", "sorted_"),
    [
        ("first one is a retrieval miss, other too", {LIST[0].id: MISS, LIST[1].id: MISS, LIST[2].id: MISS}),
        ("the first was formatting, the others as well", dict.fromkeys((one.id for one in LIST), Bucket.FORMATTING)),
    ],
)
def test_the_others_of_a_line_are_of_the_same_kind_and_what_was_logged_before_is_not(text, sorted_):
    assert buckets(typed(text, *LIST, OLD)) == sorted_


@each("text", ["no, delete it", "no hold on that was ours, delete it", "don't count that one, it was a demo"])
def test_what_was_just_logged_is_deleted(text):
    assert [one.id for one in typed(text, CABLE, RUBBER).failures if one.withdrawn_at] == ["f2"]


@each(
    ("text", "log"),
    [
        ("no, delete it", [failure("f4", MISS, "It was slow", at=NOW - timedelta(minutes=40))]),
        ("no, delete it", [CABLE.model_copy(update={"withdrawn_at": NOW}), RUBBER]),
        ("no, delete it", [*LIST]),
        ("no, delete it", []),
        ("delete it once they leave", [CABLE]),
        ("should we delete it?", [CABLE]),
        ("delete the logging", [CABLE]),
    ],
)
def test_what_may_be_something_else_is_not_deleted(text, log):
    assert typed(text, *log).failures == ()


def test_what_somebody_else_logged_is_not_deleted_by_it():
    assert typed("delete it", THEIRS, CABLE).failures == ()


@each(
    ("text", "sorted_"),
    [
        ("failures classified: rubber seal formatting, brake cable tool errors", {"f1": FORMATTING, "f2": TOOL_ERROR}),
        ("sorted the failures: the seal = formatting; the rope one: tool error", {"f1": FORMATTING, "f2": TOOL_ERROR}),
        (
            "our failures are classified now: hose formatting and cable tool errors",
            {"f1": FORMATTING, "f2": TOOL_ERROR},
        ),
        ("buckets: seal formatting, rope tool error", {"f1": FORMATTING, "f2": TOOL_ERROR}),
    ],
)
def test_a_list_of_kinds_sorts_the_failures_that_it_names(text, sorted_):
    turn = typed(text, CABLE, RUBBER)
    assert (buckets(turn), turn.assessments) == (sorted_, ())


@each(
    "text",
    [
        "failures classified: seal formatting, the lamp tool errors",
        "sorted the failures: lamp wrong format, switch tool error",
        "log them as 3 failures, formatting",
        "please log those as formatting failures",
        "add three formatting errors to the failure log",
        "that goes into the log as wrong classification",
    ],
)
def test_words_of_the_log_that_name_no_failure_in_it_change_no_answer_and_are_asked_back(text):
    for log in ((CABLE, RUBBER), ()):
        turn = typed(text, *log)
        assert (turn.failures, turn.assessments) == ((), ())
        says = turn.says[0].reply.says
        assert says[0].endswith("Nothing was written down.")
        assert [said.startswith("The last ones: “The brake cable") for said in says[1:-1]] == [True] * bool(log)


@each(
    ("text", "value"),
    [
        ("our failures changed: it is the tone now", ("tone",)),
        ("today's prompt fails by wrong format", ("format",)),
        ("the prompt now fails in classification, not tone", ("classification",)),
        ("the failures of our prompt are tool errors now", ("tool_errors",)),
    ],
)
def test_how_the_prompt_fails_is_said_in_its_own_words(text, value):
    turn = typed(text, CABLE, RUBBER)
    assert turn.assessments[-1].answers["failure"].value == value


def test_who_takes_back_by_its_words_what_somebody_else_logged_hears_whose_it_is():
    theirs = failure("f9", Bucket.UNCLASSIFIED, "It read the page number as a load", by="U2")
    text = "remove the one with the page number, it was my fault"

    assert typed(text, theirs, CABLE).failures == ()
    assert (typed(text, theirs, CABLE).says[0].reply.kind, typed(text, theirs).says[0].reply.by) == ("problem", "U2")
    own = theirs.model_copy(update={"by": "U1"})
    assert [one.id for one in typed(text, CABLE, own).failures if one.withdrawn_at] == ["f9"]
