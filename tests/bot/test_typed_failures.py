"""A failure typed while a review stands open is logged as by a press, counted at once, and taken back like one."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot import commands
from bot.dialogue import Recalled, Turn, advance
from bot.dialogue.failures import log
from bot.replies import AnsweredLine, FailureMessage, HeardReply, ReviewMessage
from bot.views import render
from rules import FRAMEWORK
from storage.records import AssessmentState, Bucket, LoggedFailure, ReviewState, TaskResult
from tests.bot.declared import declared
from tests.bot.reviewed import DUE, FEATURE, OPEN, T1
from tests.bot.typed_lines import heard, typed, undo
from tests.tables import each

CLOSED = OPEN.model_copy(update={"state": ReviewState.FINISHED})


def shown(turn: Turn, kind: type[Any]) -> Any:
    """The one reply of this kind."""
    (found,) = (say.reply for say in turn.says if isinstance(say.reply, kind))
    return found


def test_it_is_logged_in_its_bucket_for_all_to_see_and_counted_in_the_review_at_once():
    turn = typed("it quoted the old price list again")

    (failure,) = turn.failures
    assert (failure.bucket, failure.what, failure.by) == (
        Bucket.RETRIEVAL_MISS,
        "it quoted the old price list again",
        "U1",
    )
    assert (shown(turn, FailureMessage).is_typed, shown(turn, FailureMessage).asks) == (True, ())
    assert [(one.bucket, one.count) for one in shown(turn, ReviewMessage).counts] == [("retrieval_miss", 1)]
    assert turn.assessments == ()


def test_where_the_words_name_no_bucket_it_counts_as_unclassified_and_the_bucket_is_asked_for():
    turn = typed("two customers got the wrong plan")

    (failure,) = turn.failures
    assert failure.bucket is Bucket.UNCLASSIFIED
    assert {one.id for one in shown(turn, FailureMessage).asks} == set(Bucket)
    assert heard(turn).review == OPEN.month
    assert heard(turn).says == ("Counted as one failure. Where there were more, correct the count under Change.",)


@each(
    ("text", "told"),
    [
        (
            "failures: it invented a fee, it quoted the old price list, it refused to answer",
            ["it invented a fee", "it quoted the old price list", "it refused to answer"],
        ),
        (
            "two incidents this week: a guest was told the sauna is open; wrong fee for the pool",
            ["a guest was told the sauna is open", "wrong fee for the pool"],
        ),
        (
            "yesterday it gave the wrong date and on monday it leaked a name",
            ["yesterday it gave the wrong date", "on monday it leaked a name"],
        ),
        ("failures: sent an empty letter; wall of text; oil", ["sent an empty letter", "wall of text", "oil"]),
        ("log failures: brand in the tax field; answered in Thai", ["brand in the tax field", "answered in Thai"]),
        ("log: wall of text in the phone field", ["wall of text in the phone field"]),
        (
            "failure: brand in the tax field; dropped a street number; answered in capitals",
            ["brand in the tax field", "dropped a street number", "answered in capitals"],
        ),
        ("failure: it wrote too much; answered in capitals", ["it wrote too much, answered in capitals"]),
        ("failure: it quoted an old price and it leaked a name", ["it quoted an old price", "it leaked a name"]),
        ("incident: it made up a clause and quoted it", ["it made up a clause and quoted it"]),
        ("it gave the wrong date on Monday and it gave the wrong day", [
            "it gave the wrong date on Monday and it gave the wrong day"]),
    ],
)  # fmt: skip
def test_each_failure_of_a_line_counts_also_without_a_review(text, told):
    for review in (CLOSED, OPEN):
        assert [one.what for one in typed(text, FEATURE, review).failures] == told


def test_several_in_one_told_without_a_review_count_as_one_and_how_to_tell_each_is_said():
    turn = typed("failure: three guests got the wrong room", FEATURE, CLOSED)
    assert len(turn.failures) == 1
    assert heard(turn).says[0].startswith("Counted as one failure. Where there were more, type them one by one")


@each(
    "text",
    ["failures: invents fees, quotes old prices, refuses too much", "failures: invents fees; quotes old prices",
     "failures: invented facts; stale facts"],
)  # fmt: skip
def test_a_list_of_what_goes_wrong_as_a_rule_logs_nothing(text):
    assert typed(text, FEATURE, CLOSED).failures == ()


def test_a_list_that_answers_the_open_question_logs_nothing():
    asking = FEATURE.model_copy(
        update={"state": AssessmentState.INTERVIEWING, "asking": "failure", "asked": ("failure",)}
    )
    assert typed("failures: invented two fees; stale prices again", asking).failures == ()


def about(failure: LoggedFailure, command: type[commands.CommandBase], by: str = "U1", **said: Any) -> Turn:
    """What a press on its message leads to."""
    recalled = Recalled(
        now=DUE + timedelta(hours=2), framework=FRAMEWORK, new_id="n2", assessment=FEATURE, reviews=(OPEN,),
        failure=failure, counts={failure.bucket: 1}, logged={failure.bucket: 1},
    )  # fmt: skip
    told = {"tenant": T1, "channel": "C1", "actor": by, "assessment_id": "a1", "failure_id": failure.id, **said}
    pressed = command.model_validate(told)
    return advance(pressed, declared(pressed, recalled))


def test_a_press_puts_it_into_its_bucket_and_the_review_counts_it_there():
    (failure,) = typed("two customers got the wrong plan").failures

    turn = about(failure, commands.SortFailure, bucket="tool_error")

    assert [one.bucket for one in turn.failures] == [Bucket.TOOL_ERROR]
    assert (shown(turn, FailureMessage).asks, shown(turn, FailureMessage).is_typed) == ((), True)
    assert [(one.bucket, one.count) for one in shown(turn, ReviewMessage).counts] == [("tool_error", 1)]
    assert about(failure, commands.SortFailure, "U2", bucket="tool_error").failures == ()


def test_not_so_and_undo_withdraw_it():
    (failure,) = typed("it leaked a name").failures

    pressed = about(failure, commands.WithdrawFailure)
    undone = undo(failure)

    for turn in (pressed, undone):
        assert turn.failures[0].withdrawn_at is not None
        assert shown(turn, ReviewMessage).counts == ()
    assert heard(undone).says == ("Taken back: the failure “it leaked a name” is not counted any more.",)


def test_how_a_golden_task_failed_is_logged_with_that_task():
    turn = typed("Refund window failed: it quoted the old page")

    (failure,) = turn.failures
    assert (failure.golden_task, failure.bucket) == ("t1", Bucket.RETRIEVAL_MISS)
    assert turn.reviews[0].results == {"t1": TaskResult.FAIL}
    last = [say.reply for say in turn.says if isinstance(say.reply, ReviewMessage)][-1]
    assert [one.count for one in last.counts] == [1]


@each(
    ("text", "left"),
    [
        ("It leaked a name. A shame, really.", ()),
        ("it leaked a name, and prices change daily now", ("freshness",)),
        ("It leaked a name. Prices change daily now.", ("freshness",)),
    ],
)
def test_what_else_the_line_says_is_heard_as_ever(text, left):
    turn = typed(text)

    assert [one.what.rstrip(".") for one in turn.failures] == ["it leaked a name".replace("it", text[:2], 1)]
    answered = [say.reply.said.fact for say in turn.says if isinstance(say.reply, AnsweredLine)]
    assert answered == [*left]


def test_the_rest_of_the_line_may_finish_the_review_and_the_failure_counts_in_it():
    turn = typed("it leaked a name; finish the review")

    (review,) = turn.reviews
    assert (review.state, review.counts) == (ReviewState.FINISHED, {Bucket.SAFETY: 1})


def test_several_sentences_log_several_failures():
    turn = typed("It leaked a name. Two users got the wrong plan.")

    assert [one.bucket for one in turn.failures] == [Bucket.SAFETY, Bucket.UNCLASSIFIED]
    assert len({one.id for one in turn.failures}) == 2
    last = [say.reply for say in turn.says if isinstance(say.reply, ReviewMessage)][-1]
    assert sum(one.count for one in last.counts) == 2


def test_without_an_open_review_only_what_is_called_a_failure_is_logged():
    assert typed("it quoted the old price list again", FEATURE, CLOSED).failures == ()
    assert [one.what for one in typed("failure: wrong plan", FEATURE, CLOSED).failures] == ["wrong plan"]


@each(
    "line",
    ["we had an incident: it leaked a name", "Incident: it leaked a name", "We had an incident. it leaked a name"],
)
def test_an_incident_between_reviews_is_logged_and_answers_no_question(line):
    turn = typed(line, FEATURE, CLOSED)

    assert [(one.what, one.bucket) for one in turn.failures] == [("it leaked a name", Bucket.SAFETY)]
    assert turn.assessments == ()


@each("is_mention", [True, False])
def test_what_people_say_among_themselves_is_logged_by_nobody(is_mention):
    assert bool(typed("it leaked a name", is_mention=is_mention).failures) is is_mention


def test_an_answer_to_the_open_question_is_that_first_of_all():
    asking = FEATURE.model_copy(
        update={"state": AssessmentState.INTERVIEWING, "asking": "failure", "asked": ("failure",)}
    )

    turn = typed("it invented two discounts", asking)

    assert (turn.failures, turn.assessments[-1].answers["failure"].value) == ((), ("invented_facts",))


def test_an_edited_line_logs_nothing_twice():
    command = commands.TypedText(
        tenant=T1, channel="C1", actor="U1", thread_ts="1.1", text="it leaked a name", is_mention=True, is_edited=True
    )
    recalled = Recalled(now=DUE, framework=FRAMEWORK, new_id="n1", assessment=FEATURE, reviews=(OPEN,))

    turn = advance(command, declared(command, replace(recalled)))

    assert turn.failures == ()
    assert all(isinstance(say.reply, HeardReply) for say in turn.says)


@each(
    "line",
    [
        "it told a patient that the lab opens on Sundays but it doesn't",
        "it told a guest breakfast is free but it isnt",
        "it told a claimant the roof is covered but it isnt",
    ],
)
def test_without_an_open_review_what_sounds_like_a_failure_is_offered_and_not_logged(line: str):
    """It met silence, or "that is outside what I know"."""
    turn = typed(line, FEATURE, CLOSED)

    assert turn.failures == ()
    assert (heard(turn).can_log, heard(turn).says[0].startswith("That sounds like a failure")) == (True, True)


@each(
    ("line", "kind"),
    [
        (
            "yesterday Mira asked about the winter tariff and it gave her the page of a completely different tariff",
            True,
        ),
        ("on Friday it cited a rule that was withdrawn in 2011, is that noted anywhere?", True),
        ("last week Tom asked for the Lyon hours and got the hours of Lille, he nearly drove there", False),
    ],
)
def test_a_story_of_which_a_failure_is_only_inferred_is_never_logged_unasked(line: str, kind: bool):
    """One press opens the modal with it. Without a review and in one it is only offered."""
    for review in (CLOSED, OPEN):
        turn = typed(line, FEATURE, review)
        reply = heard(turn)
        blocks = [element for block in render(reply).blocks for element in block.get("elements", ())]
        (button,) = [one for one in blocks if one.get("text", {}).get("text") == "Log a failure"]

        assert turn.failures == ()
        assert ("of the kind “retrieval miss”" in reply.says[0]) is kind
        assert button["value"] == f"1|{FEATURE.id}|{line}"


def test_the_modal_of_a_told_failure_opens_with_its_words_and_its_kind():
    said = "it gave her the page of a completely different tariff"
    command = commands.LogFailure(
        tenant=FEATURE.tenant, actor="U1", channel="C1", assessment_id=FEATURE.id, text=said, thread_ts="17.1"
    )
    modal = log(command, Recalled(FRAMEWORK, T1, new_id="f9", assessment=FEATURE, others=(FEATURE,))).modal

    assert (modal.what, modal.bucket) == (said, "retrieval_miss")
