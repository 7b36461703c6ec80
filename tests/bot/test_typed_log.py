"""The failure log in words: a kind is put right, and what was logged is told by kind."""

from datetime import datetime, timedelta

from bot import commands
from bot.dialogue import Recalled, Turn, advance
from bot.replies import FailureMessage, HeardReply, Problem, ToldAnswer
from bot.views import render
from rules import FRAMEWORK
from storage.records import AssessmentState, Bucket, LoggedFailure
from tests.bot.declared import declared
from tests.bot.reviewed import DUE, FEATURE, T1
from tests.tables import each

NOW = DUE + timedelta(hours=1)
"""In December 2026."""


def failure(id_: str, bucket: Bucket, what: str, by: str = "U1", at: datetime = NOW) -> LoggedFailure:
    return LoggedFailure(id=id_, tenant=T1, assessment_id="a1", bucket=bucket, what=what, by=by, at=at)


PARCEL = failure("f1", Bucket.UNCLASSIFIED, "A parcel was shown as lost", at=NOW - timedelta(minutes=9))
PRICE = failure("f2", Bucket.UNCLASSIFIED, "It told an old price", at=NOW - timedelta(minutes=3))
EARLIER = failure("f0", Bucket.SAFETY, "It leaked a name", at=NOW - timedelta(days=40))


def typed(text: str, *log: LoggedFailure, by: str = "U1", **changed: object) -> Turn:
    """What the line leads to, where this was logged, the newest first."""
    command = commands.TypedText(tenant=T1, channel="C1", actor=by, thread_ts="1.1", text=text, is_mention=True)
    recalled = Recalled(
        now=NOW, framework=FRAMEWORK, new_id="n1", assessment=FEATURE.model_copy(update=changed), log=log
    )
    return advance(command, declared(command, recalled))


def buckets(turn: Turn) -> dict[str, Bucket]:
    return {one.id: one.bucket for one in turn.failures}


@each(
    ("text", "sorted_"),
    [
        ("safety", {"f2": Bucket.SAFETY}),
        ("that was a safety failure", {"f2": Bucket.SAFETY}),
        ("the parcel one was a tool error too", {"f1": Bucket.TOOL_ERROR}),
        ("both were formatting", {"f1": Bucket.FORMATTING, "f2": Bucket.FORMATTING}),
    ],
)
def test_a_kind_answers_what_was_asked_under_the_failure(text, sorted_):
    turn = typed(text, PRICE, PARCEL)

    assert buckets(turn) == sorted_
    assert [say.reply.asks for say in turn.says if isinstance(say.reply, FailureMessage)] == [()] * len(sorted_)
    heard = next(say.reply for say in turn.says if isinstance(say.reply, HeardReply))
    assert heard.says[1] == "Correct, at its message in the thread, changes it."


def test_what_was_read_wrongly_is_put_right_at_once_by_who_logged_it():
    read = PRICE.model_copy(update={"bucket": Bucket.RETRIEVAL_MISS})

    assert buckets(typed("no, not retrieval, only the tool call was wrong", read)) == {"f2": Bucket.TOOL_ERROR}
    assert buckets(typed("tool error", read)) == {}


def test_a_failure_of_somebody_else_stays_and_whose_it_is_is_said():
    turn = typed("safety", PRICE, by="U2")

    assert turn.failures == ()
    (say,) = turn.says
    assert isinstance(say.reply, Problem)
    assert "U1 logged this failure" in render(say.reply).text


def test_where_nothing_is_to_be_sorted_a_kind_is_heard_as_any_words():
    asked = {"state": AssessmentState.INTERVIEWING, "asking": "ops", "asked": ("ops",)}

    assert typed("safety").failures == typed("safety", EARLIER).failures == ()
    assert typed("search", PRICE, **asked).failures == ()


def answer(text: str, *log: LoggedFailure) -> str:
    (say,) = typed(text, *log).says
    assert isinstance(say.reply, ToldAnswer)
    return render(say.reply).text


@each("text", ["how many failures did we have and which kinds", "what went wrong so far?", "show me the failure log"])
def test_what_was_logged_this_month_is_told_by_kind(text):
    told = answer(text, PRICE, PARCEL, EARLIER)

    assert "2 failures were logged in December 2026: unclassified." in told
    assert "The last one: “It told an old price”." in told
    assert "Since the decision there were 3." in told
    assert "Log a failure" in told


def test_where_this_month_has_none_the_last_month_that_has_is_told():
    assert "No failure was logged in December 2026." in answer("any failures so far?")
    assert "1 failure was logged in October 2026: safety." in answer("any failures so far?", EARLIER)


def test_the_kinds_are_listed_with_the_one_that_comes_most():
    sorted_ = PARCEL.model_copy(update={"bucket": Bucket.TOOL_ERROR})
    told = answer("what are the buckets again and which of ours is the worst", PRICE, sorted_)

    assert "Failures go into 5 kinds: retrieval miss, context overload, formatting, safety, tool errors." in told
    assert "None stands out: tool errors and unclassified lead alike." in told


def test_a_withdrawn_failure_is_in_no_count():
    gone = PRICE.model_copy(update={"withdrawn_at": NOW})

    assert "1 failure was logged in December 2026" in answer("how many failures this month?", gone, PARCEL)
    assert buckets(typed("safety", gone, PARCEL)) == {"f1": Bucket.SAFETY}


@each("text", ["what would happen if failures grew so far", "how do we avoid failures", "how does it fail today?"])
def test_what_else_is_asked_of_failures_is_no_question_about_the_log(text):
    assert not any("logged in" in render(say.reply).text for say in typed(text, PRICE).says)


def test_the_last_failure_is_taken_out_by_who_logged_it():
    turn = typed("delete the last failure", PRICE, PARCEL)

    assert [one.id for one in turn.failures if one.withdrawn_at] == ["f2"]
    assert typed("delete the last failure", PRICE, by="U2").failures == ()
    assert typed("that was no failure").failures == ()


def test_a_failure_is_taken_out_by_its_words_and_one_that_is_not_there_is_told_so():
    turn = typed("take the old price failure out, was a test", PRICE, PARCEL, by=PARCEL.by)
    assert [one.what for one in turn.failures if one.withdrawn_at] == ["It told an old price"]

    for text, log in (("take the elephant failure out", (PRICE, PARCEL)), ("take the failure out, was a test", ())):
        turn = typed(text, *log)
        assert (turn.failures, turn.assessments) == ((), ())
        (say,) = turn.says
        assert "Nothing was taken back." in render(say.reply).text
