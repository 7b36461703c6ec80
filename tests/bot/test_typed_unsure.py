"""What is only asked, mused or refused of a review does nothing to it, and is told what stands."""

from datetime import timedelta

from bot.replies import HeardReply, ReviewMessage, ToldAnswer
from storage.records import Answer, GoldenTask, ReviewState
from tests.bot.reviewed import DUE, FEATURE, OPEN, SCHEDULE
from tests.bot.typed_lines import heard, typed
from tests.tables import each


@each(
    ("text", "says"),
    [
        ("should we finish the review?", "Is the review finished? Press *Finish review* at its message in the channel"),
        ("don't finish the review yet", "Nothing was ended: the review stands open until somebody finishes it."),
        ("finish the March review", "The review that stands open is that of December 2026."),
    ],
)
def test_who_asks_or_refuses_or_names_another_month_ends_nothing_and_hears_what_stands(text, says):
    turn = typed(text)

    assert turn.reviews == ()
    assert heard(turn).says[0].startswith(says)


def test_a_step_beside_a_move_needs_no_failures_to_be_counted():
    assert typed("snooze a week and move it to the 5th").assessments[0].schedule.day == 5


FINISHED = OPEN.model_copy(update={"state": ReviewState.FINISHED, "finished_by": "U1", "finished_at": DUE})
LONG_AGO = FINISHED.model_copy(update={"finished_at": DUE - timedelta(days=3)})


@each("text", ["reopen it once more? no leave it", "should we reopen the review", "I finished too early"])
def test_who_only_muses_about_reopening_hears_that_the_review_stays_and_what_would_do_it(text):
    turn = typed(text, FEATURE, FINISHED)

    assert turn.reviews == ()
    assert heard(turn).says[0].startswith("The review of December 2026 stays finished.")
    assert heard(turn).says[0].endswith("it can be reopened: say “reopen the review”.")


@each("text", ["wait I miscounted, reopen it", "reopen", "oops, reopen the December review"])
def test_an_order_reopens_the_review_that_just_ended(text):
    assert [review.state for review in typed(text, FEATURE, FINISHED).reviews] == [ReviewState.OPEN]


def test_only_the_last_review_is_reopened():
    turn = typed("reopen the March review", FEATURE, FINISHED)

    assert turn.reviews == ()
    assert heard(turn).says == ("Only the last review can be reopened: that is the one of December 2026.",)


@each("text", ["reopen it", "we closed it by mistake"])
def test_after_its_day_it_is_no_review_any_more(text):
    says = [say.reply.says for say in typed(text, FEATURE, LONG_AGO).says if isinstance(say.reply, HeardReply)]

    assert not any("review" in said for told in says for said in told)


def test_a_result_that_comes_right_after_the_end_is_told_how_it_gets_in():
    told = heard(typed("the refund window failed twice, 3 of 5 passed", FEATURE, FINISHED)).says

    assert told[0] == (
        "That is a result of Refund window, and the review of December 2026 is finished: "
        "say “reopen the review”, and then the result again."
    )


@each("said", ["its both invented facts and stale facts", "that is wrong, I never said that, it is stale facts"])
def test_an_answer_that_was_corrected_is_no_failure_that_a_review_tells_of(said):
    answer = Answer(fact="failure", value=["stale_facts"], by="U2", at=DUE, said=said)
    turn = typed("nothing changed", FEATURE.model_copy(update={"answers": {**FEATURE.answers, "failure": answer}}))

    (shown,) = (say.reply for say in turn.says if isinstance(say.reply, ReviewMessage))
    assert (shown.reported, shown.bar) == (None, "2 of 2")


def test_who_asks_for_the_next_one_hears_first_of_a_review_that_is_snoozed():
    schedule = SCHEDULE.model_copy(update={"snoozed_until": DUE + timedelta(days=7)})
    turn = typed("when is the next one", FEATURE.model_copy(update={"schedule": schedule}))

    (told,) = (say.reply for say in turn.says if isinstance(say.reply, ToldAnswer))
    assert told.says[0] == "A review is snoozed until December 8; Open it now wakes it in the channel."
    assert told.says[1].startswith("The next review comes on Friday, January 1")


@each(
    ("bar", "says"),
    [
        ("always", "4 of 5 passed, so it fails its bar (every run)."),
        ("cites the leaflet", "4 of 5 passed, marked as failed: its bar names no number, so every run has to."),
        ("", "4 of 5 passed, marked as failed: without a bar of its own every run has to."),
    ],
)
def test_a_result_names_the_bar_that_stands_there(bar, says):
    tasks = (GoldenTask(id="t1", name="Refund window", bar=bar), GoldenTask(id="t2", name="Escalation"))
    turn = typed("refund window: 4 of 5", FEATURE.model_copy(update={"golden_tasks": tasks}))

    assert heard(turn).says == (f"Refund window: {says}",)
