"""A review that was finished or skipped by mistake is taken up again: for a day, and only while it is the newest.

What was marked is kept, its outcome is taken back where it stands, and it goes on as if it had not been ended. After
the day its line says no more that it could be.
"""

from collections import Counter
from dataclasses import replace

from bot.commands import ReopenReview, SettleReview, TypedText
from bot.dialogue.guard import ENDED
from bot.dialogue.progress import parent_edit
from bot.dialogue.review import dated, ended, reading
from bot.dialogue.review.planning import aside, line_edit
from bot.dialogue.review.standing import found_in, of_review, result_key, review_key
from bot.dialogue.review.working import KEPT
from bot.dialogue.schedule import nudge, settled_key
from bot.dialogue.turn import Recalled, Turn, edit, privately, problem
from bot.replies import Aside, HeardReply, ReviewReopened, Trouble
from rules.calendar import name_of
from rules.hearing.following.plan import Reopened
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


def by_words(
    assessment: Assessment, review: Review, command: TypedText, recalled: Recalled, told: Reopened
) -> Turn | None:
    """The same for whoever typed it; who only muses about it hears that it stays, and what would do it."""
    may_be_it, named = ended.can_reopen(review, recalled), name_of(review.month)
    if told.month and told.month != int(review.month[-2:]):
        return _said(assessment, command, f"Only the last review can be reopened: that is the one of {named}.")
    if not (may_be_it or (told.is_sure and (told.is_named or command.review))):
        return None
    if not told.is_sure:
        how = "Within a day of its end it can be reopened: say “reopen the review”."
        return _said(assessment, command, f"The review of {named} stays {review.state}. {how}")
    turn = reopen(assessment, ReopenReview(**command.about(assessment_id=assessment.id, month=review.month)), recalled)
    if not turn.reviews:
        return turn
    says = "The review stands open again, in the channel. What was marked is kept."
    return turn.saying(*_said(assessment, command, says, month=review.month).says)


def _said(assessment: Assessment, command: TypedText, says: str, month: str = "") -> Turn:
    reply = HeardReply(assessment_id=assessment.id, typed="", says=(says,), review=month)
    return Turn(says=(privately(command, reply),))


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
