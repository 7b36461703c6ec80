"""What falls due by itself: a month's review, a snoozed one's return, the one nudge to its owner.

An alarm only wakes us. Which month is due is looked up in the schedule as it is now, and (assessment, month) is opened
once, whatever the clocks, restarts and doubled alarms do. After a downtime the latest month alone is opened, by day.
"""

from datetime import datetime, timedelta

from bot.commands import NudgeOwner, OpenReview, WakeReview
from bot.dialogue.guard import ENDED, on_live
from bot.dialogue.progress import parent_edit
from bot.dialogue.review import dated, ended, reading, results
from bot.dialogue.review.planning import aside, line_edit, with_schedule
from bot.dialogue.review.reading import BEGAN, LATE, MISSED
from bot.dialogue.review.standing import found_in, is_asleep, of_review, review_key
from bot.dialogue.schedule import alarms, days_off, left_out, nudge, rhythm_of, run_key
from bot.dialogue.turn import Recalled, Run, Say, Turn, directly, edit, post
from bot.replies import Aside, ReviewBack, ReviewNudge
from rules.calendar import Rhythm, ScheduleError, catch_up, due, due_months, following, in_daytime
from storage.records import Assessment, Review, ReviewSchedule, ReviewState, ScheduleState

PROMPT = timedelta(hours=1)
"""A review that comes so late at most is on time; after that it waits for the day and for its turn."""
_MOST_MISSED = 12


def _live(recalled: Recalled) -> tuple[Assessment, ReviewSchedule] | None:
    """The assessment and its plan, if reviews are wanted still."""
    assessment = recalled.assessment
    if assessment is None or assessment.state in ENDED or assessment.decision is None or assessment.schedule is None:
        return None
    return (assessment, assessment.schedule) if assessment.schedule.state is ScheduleState.ACTIVE else None


def open_review(command: OpenReview, recalled: Recalled) -> Turn:
    """Open the latest review that has fallen due and was not opened yet, and set the next alarm."""
    live = _live(recalled)
    if live is None:
        return Turn()
    assessment, schedule = live
    try:
        rhythm = rhythm_of(schedule)
        overdue = _overdue(command, rhythm, schedule, recalled)
    except ScheduleError:
        return Turn()
    if not overdue:
        return Turn(runs=alarms(assessment, recalled.now))
    at = _put_off(command, assessment, rhythm, overdue[-1], recalled)
    if at is not None:
        again = command.model_copy(update={"month": overdue[-1], "is_catch_up": True})
        return Turn(runs=(Run(again, run_key(assessment.id, overdue[-1], at), at),))
    is_late = recalled.now - due(rhythm, overdue[-1], days_off(schedule)) > PROMPT
    return _opened(assessment, overdue, recalled, is_late=is_late)


def _overdue(command: OpenReview, rhythm: Rhythm, schedule: ReviewSchedule, recalled: Recalled) -> list[str]:
    """The months from the promised one on that are due and not opened yet, oldest first."""
    there = {review.month for review in recalled.reviews}
    last_done = following(command.month, -1)
    months = due_months(rhythm, last_done, recalled.now, skipped=left_out(schedule), holidays=days_off(schedule))
    return [month for month in months if month not in there]


def _put_off(
    command: OpenReview, assessment: Assessment, rhythm: Rhythm, month: str, recalled: Recalled
) -> datetime | None:
    """Where a review comes late: the moment that suits, spread out and by day; None where that is now."""
    schedule = assessment.schedule
    holidays = days_off(schedule) if schedule else ()
    if recalled.now - due(rhythm, month, holidays) <= PROMPT:
        return None
    if command.is_catch_up and command.month == month and in_daytime(recalled.now, rhythm, holidays) == recalled.now:
        return None
    again = catch_up(rhythm, following(month, -1), recalled.now, key=assessment.id, holidays=holidays)
    return again.at if again else None


def _opened(assessment: Assessment, overdue: list[str], recalled: Recalled, *, is_late: bool) -> Turn:
    """The review's message in the channel; months that nobody looked at are noted as missed."""
    month = overdue[-1]
    before = reading.earlier(None, recalled)
    began = reading.beginning(assessment, before)
    unfinished = [review for review in before if review.state is ReviewState.OPEN]
    missed = [review.model_copy(update={"state": ReviewState.MISSED}) for review in unfinished]
    missed += [
        _new(assessment, gone, f"{recalled.new_id}-{gone}", recalled, {BEGAN: began}).model_copy(
            update={"state": ReviewState.MISSED}
        )
        for gone in overdue[:-1][-_MOST_MISSED:]
    ]
    outcome = {BEGAN: began, MISSED: [review.month for review in missed], LATE: is_late}
    review = _new(assessment, month, recalled.new_id, recalled, outcome)
    awake = with_schedule(assessment, recalled, snoozed_until=None, opened=month)
    filled = results.prefilled(awake, review, recalled)
    (review,) = filled.reviews
    shown = reading.message(awake, review.model_copy(update={"version": 1}), filled.recalled_after(recalled))
    says = (
        *_closed(awake, missed, recalled),
        post(shown, review_key(month), under_key=None, dedupe_key=f"review:{awake.id}:{month}"),
        *filled.says,
        *dated.before_again(awake, review, recalled),
        *line_edit(awake, recalled),
        parent_edit(awake, recalled),
    )
    runs = (*alarms(awake, recalled.now), *nudge(awake, month, recalled.now))
    return Turn((awake,), says, reviews=(*missed, review), runs=runs, result_files=filled.result_files)


def _new(assessment: Assessment, month: str, review_id: str, recalled: Recalled, outcome: dict[str, object]) -> Review:
    return Review(
        id=review_id,
        tenant=assessment.tenant,
        assessment_id=assessment.id,
        month=month,
        opened_at=recalled.now,
        outcome=outcome,
    )


def _closed(assessment: Assessment, missed: list[Review], recalled: Recalled) -> tuple[Say, ...]:
    """The messages of reviews that nobody finished say so, where there are any."""
    there = {review.id for review in recalled.reviews}
    return tuple(
        say
        for review in missed
        if review.id in there
        for say in of_review(review, edit(ended.closed(assessment, review, recalled), review_key(review.month)))
    )


def wake(command: WakeReview, recalled: Recalled) -> Turn:
    """A snoozed review is open again; its owner hears of it where that was not by their own hand."""
    live, review = _live(recalled), found_in(recalled, command.month)
    if live is None or review is None or not is_asleep(live[0], review):
        return Turn()
    assessment, schedule = live
    if not command.actor and schedule.snoozed_until and schedule.snoozed_until > recalled.now:
        return Turn()
    awake = with_schedule(assessment, recalled, snoozed_until=None)
    key = review_key(review.month)
    shown = reading.message(awake, review, recalled)
    turn = Turn((awake,), of_review(review, edit(shown, key)))
    if command.actor:
        return turn
    back = ReviewBack(name=assessment.name, owner=schedule.owner)
    return turn.saying(*of_review(review, post(back, f"back:{review.month}", under_key=key, replaces=True)))


def _wake_by_hand(assessment: Assessment, command: WakeReview, recalled: Recalled) -> Turn:
    """Open a snoozed review before its day."""
    turn = wake(command, recalled)
    return turn if turn.says else Turn(says=(aside(assessment, command, Aside.GOES_ON, recalled),))


def wake_up(command: WakeReview, recalled: Recalled) -> Turn:
    """Its day has come, or somebody pressed: who presses has to be of the place."""
    return on_live(_wake_by_hand)(command, recalled) if command.actor else wake(command, recalled)


def nudge_owner(command: NudgeOwner, recalled: Recalled) -> Turn:
    """Remind the owner, once; then quiet."""
    live, review = _live(recalled), found_in(recalled, command.month)
    if live is None or review is None or review.state is not ReviewState.OPEN or review.nudged_at is not None:
        return Turn()
    assessment, schedule = live
    if is_asleep(assessment, review):
        return Turn()
    told = ReviewNudge(
        assessment_id=assessment.id,
        name=assessment.name,
        month=review.month,
        owner=schedule.owner,
        link=recalled.links.get(review_key(review.month)),
    )
    say = directly(schedule.owner, told, f"nudge:{review.month}", f"nudged:{assessment.id}:{review.month}")
    return Turn(says=(say,), reviews=(review.model_copy(update={"nudged_at": recalled.now}),))
