"""A review that was finished or skipped by mistake is taken up again: for a day, and only while it is the newest.

What was marked is kept, its outcome is taken back where it stands, and it goes on as if it had not been ended. After
the day its line says no more that it could be.
"""

from collections import Counter
from dataclasses import replace

from bot.commands import ReopenReview, SettleReview
from bot.dialogue.guard import ENDED
from bot.dialogue.progress import parent_edit
from bot.dialogue.review import dated, ended, reading
from bot.dialogue.review.planning import aside, line_edit
from bot.dialogue.review.standing import found_in, of_review, result_key, review_key
from bot.dialogue.review.working import KEPT
from bot.dialogue.schedule import nudge, settled_key
from bot.dialogue.turn import Recalled, Turn, edit, problem
from bot.replies import Aside, ReviewReopened, Trouble
from storage.records import Assessment, Review, ReviewState, ScheduleState


def reopen(assessment: Assessment, command: ReopenReview, recalled: Recalled) -> Turn:
    """The review open again; whoever is too late hears so."""
    review = found_in(recalled, command.month)
    if review is None:
        return problem(command, Trouble.OUT_OF_DATE, in_thread=False)
    if review.state is ReviewState.OPEN:
        return Turn(says=(aside(assessment, command, Aside.STAYS_OPEN, recalled),))
    if not ended.can_reopen(review, recalled):
        return Turn(says=(aside(assessment, command, Aside.STAYS_CLOSED, recalled),))
    if assessment.decision is None:  # a new version was begun since
        return problem(command, Trouble.NOT_DECIDED, in_thread=False, name=assessment.name)
    again = _open_again(review)
    shown = reading.message(
        assessment, again.model_copy(update={"version": review.version + 1}), _counting(review, recalled)
    )
    says = of_review(review, edit(shown, review_key(review.month)))
    if review.state is ReviewState.FINISHED:
        gone = ReviewReopened(name=assessment.name, month=review.month, by=command.actor)
        says += of_review(review, edit(gone, result_key(review.month)))
    schedule = assessment.schedule
    is_nudged = review.nudged_at is not None or schedule is None or schedule.state is not ScheduleState.ACTIVE
    return Turn(
        says=(*says, *line_edit(assessment, recalled), parent_edit(assessment, recalled)),
        reviews=(again,),
        runs=() if is_nudged else nudge(assessment, review.month, recalled.now),
        cancels=(settled_key(review),),
    )


def _open_again(review: Review) -> Review:
    is_corrected = bool(review.outcome.get(reading.COUNTED_BY))
    return review.model_copy(
        update={
            "state": ReviewState.OPEN,
            "verdict": None,
            "counts": review.counts if is_corrected else {},
            "outcome": {key: review.outcome[key] for key in KEPT if key in review.outcome},
            "finished_by": None,
            "finished_at": None,
        }
    )


def _counting(review: Review, recalled: Recalled) -> Recalled:
    """With the failures that its end had counted, beside those that were logged since."""
    if review.state is not ReviewState.FINISHED or review.outcome.get(reading.COUNTED_BY):
        return recalled
    return replace(recalled, logged=Counter(review.counts) + Counter(recalled.logged))


def settle(command: SettleReview, recalled: Recalled) -> Turn:
    """Its line without the way back. One that was taken up again and ended later has a moment of its own."""
    assessment, review = recalled.assessment, found_in(recalled, command.month)
    if assessment is None or review is None or assessment.state in ENDED or assessment.decision is None:
        return Turn()
    if ended.can_reopen(review, recalled):
        return Turn()
    return Turn(says=dated.ended_again(assessment, review, recalled))
