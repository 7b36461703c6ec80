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
        ("the last one was a tool error", {"f2": Bucket.TOOL_ERROR}),
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


LIST = [
    failure(f"f3-{at}" if at else "f3", Bucket.UNCLASSIFIED, what, at=NOW - timedelta(minutes=1))
    for at, what in enumerate(("Sent an empty letter", "The lift stood open", "Answered in capitals"))
]
"""What one line told."""
ASKED = {"state": AssessmentState.INTERVIEWING, "asking": "stakes", "asked": ("stakes",)}


@each(
    ("text", "sorted_"),
    [
        ("first and third are formatting", {"f3": Bucket.FORMATTING, "f3-2": Bucket.FORMATTING}),
        ("the last two are safety", {"f3-1": Bucket.SAFETY, "f3-2": Bucket.SAFETY}),
        ("the lift one is safety, the letter one formatting", {"f3-1": Bucket.SAFETY, "f3": Bucket.FORMATTING}),
        ("answered in capitals was formatting", {"f3-2": Bucket.FORMATTING}),
        ("both formatting", {"f3-1": Bucket.FORMATTING, "f3-2": Bucket.FORMATTING}),
        ("a shame, it counts as a tool error", {"f3-2": Bucket.TOOL_ERROR}),
        ("the fourth is safety", {}),
    ],
)
def test_each_of_a_line_just_told_gets_its_kind_by_its_place_or_words(text, sorted_):
    assert buckets(typed(text, *LIST, EARLIER)) == sorted_
    assert buckets(typed(text, *LIST, EARLIER, **ASKED)) == sorted_


@each("text", ["it's a safety one", "no wait, safety", "that counts as safety"])
def test_right_behind_a_failure_a_kind_is_of_it_also_while_a_question_stands_open(text):
    turn = typed(text, PRICE, **ASKED)

    assert (buckets(turn), turn.assessments) == ({"f2": Bucket.SAFETY}, ())


def test_an_answer_that_is_called_like_a_kind_and_what_comes_later_are_no_kind():
    answered = PRICE.model_copy(update={"at": NOW - timedelta(hours=2)})

    assert typed("it's a safety one", answered, **ASKED).failures == ()
    assert typed("formatting", PRICE, **{**ASKED, "asking": "failure", "asked": ("failure",)}).failures == ()
    assert typed("empty letter was formatting", answered).failures == ()
    assert typed("the second one is formatting", answered).failures == ()


def test_a_kind_that_it_was_not_takes_it_out_of_that_one_alone():
    read = PRICE.model_copy(update={"bucket": Bucket.RETRIEVAL_MISS})
    text = "it had the page, so not a retrieval miss"

    assert buckets(typed(text, read)) == {"f2": Bucket.UNCLASSIFIED}
    assert buckets(typed(text, PRICE.model_copy(update={"bucket": Bucket.SAFETY}))) == {}


@each(
    ("text", "gone"),
    [
        ("take the lift one back, the door was ours", ["f3-1"]),
        ("the capitals one was my typo, take it back", ["f3-2"]),
        ("take the last one back, it was ours", ["f3-2"]),
        ("remove the second one", ["f3-1"]),
        ("remove the fifth one", []),
    ],
)
def test_one_of_those_just_told_is_taken_back_by_its_words_or_place(text, gone):
    assert [one.id for one in typed(text, *LIST, EARLIER).failures if one.withdrawn_at] == gone


@each("text", ["take back the wrong gate one", "drop the elephant one"])
def test_where_no_failure_goes_by_the_words_that_is_said_and_no_answer_is_opened(text):
    for log in ((), (PRICE,)):
        turn = typed(text, *log)
        (say,) = turn.says
        assert (turn.failures, turn.assessments) == ((), ())
        assert "Nothing was taken back." in render(say.reply).text


def test_an_answer_that_is_taken_back_by_its_topic_is_no_failure():
    turn = typed("take back the speed one", PRICE)

    assert not any("failure goes by" in render(say.reply).text for say in turn.says)


def test_the_month_that_is_asked_for_is_told():
    assert "1 failure was logged in October 2026: safety." in answer("which failures in october", PRICE, EARLIER)
    assert "Since the decision there were 2." in answer("which failures in october", PRICE, EARLIER)
    none = answer("any failures last month", PRICE)
    assert "No failure was logged in November 2026." in none
    assert "Since the decision there was 1." in none


@each("text", ["who logged the old price thing", "who logged the last one"])
def test_who_logged_a_failure_is_told_by_its_words(text):
    assert "U1 logged it on December 1: “It told an old price”, unclassified." in answer(text, PRICE, EARLIER)


def test_of_a_failure_that_is_not_there_nobody_is_named():
    assert not any("logged it" in render(say.reply).text for say in typed("who logged the elephant", PRICE).says)


def test_a_failure_that_is_called_by_its_kind_is_taken_out_where_only_one_is_of_it():
    missed = PRICE.model_copy(update={"bucket": Bucket.RETRIEVAL_MISS})
    other = missed.model_copy(update={"id": "f7", "what": "It showed a sheet of 2009"})
    undo = "undo the wrong page failure, Mark had typed the wrong product himself"

    assert [one.id for one in typed(undo, missed, EARLIER).failures if one.withdrawn_at] == ["f2"]
    assert [one.id for one in typed("undo the safety failure", missed, EARLIER).failures] == ["f0"]
    turn = typed(undo, missed, other)
    assert turn.failures == ()
    assert "No failure goes by “wrong page”" in render(turn.says[0].reply).text


@each(("text", "bucket"), [("no wait, formatting", Bucket.FORMATTING), ("actually safety", Bucket.SAFETY)])
def test_a_bare_kind_with_a_sigh_corrects_the_kind_that_was_just_told_and_no_answer(text, bucket):
    told = PRICE.model_copy(update={"bucket": Bucket.TOOL_ERROR})
    turn = typed(text, told)
    assert [one.bucket for one in turn.failures] == [bucket]
    assert turn.assessments == ()


def test_a_bare_kind_without_one_leaves_a_failure_that_is_sorted():
    told = PRICE.model_copy(update={"bucket": Bucket.TOOL_ERROR})
    assert typed("safety", told).failures == ()


def test_a_place_that_is_none_any_more_is_counted_with_those_that_were_taken_back():
    first, second, third = LIST
    gone = third.model_copy(update={"withdrawn_at": NOW, "withdrawn_by": "U1"})

    assert buckets(typed("first and third are formatting", first, second, gone)) == {"f3": Bucket.FORMATTING}
    assert buckets(typed("the second one is formatting", first, second, gone)) == {"f3-1": Bucket.FORMATTING}
    assert typed("the fourth is formatting", first, second, gone).failures == ()
