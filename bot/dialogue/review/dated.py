"""Lines that name a date, drawn again when the date is another one or has passed: none is left that promises wrongly.

The line of the plan and the parent message are drawn by whoever changes the plan. Here are those that stand under the
reviews: the newest says when the next one comes, or until when it sleeps, and an older one says neither.
"""

from dataclasses import replace

from bot.dialogue.review import ended, reading
from bot.dialogue.review.standing import is_asleep, of_review, result_key, review_key
from bot.dialogue.turn import Recalled, Say, edit
from storage.records import Assessment, Review, ReviewState

_ENDED = frozenset({ReviewState.FINISHED, ReviewState.SKIPPED})


def newest_again(assessment: Assessment, recalled: Recalled) -> tuple[Say, ...]:
    """The newest review's own messages, with the dates of the plan as it is now; an open one names none."""
    newest = next(iter(recalled.reviews), None)
    if newest is None:
        return ()
    if is_asleep(assessment, newest):
        return of_review(newest, edit(ended.closed(assessment, newest, recalled), review_key(newest.month)))
    return ended_again(assessment, newest, recalled)


def before_again(assessment: Assessment, opened: Review, recalled: Recalled) -> tuple[Say, ...]:
    """The last review that somebody ended, now that another one is open: its date has come."""
    ended = next((review for review in recalled.reviews if review.state in _ENDED), None)
    followed = replace(recalled, reviews=(opened, *recalled.reviews))
    return ended_again(assessment, ended, followed) if ended else ()


def ended_again(assessment: Assessment, review: Review, recalled: Recalled) -> tuple[Say, ...]:
    """What stands of a review that is over: its line in the channel, and its outcome under that."""
    if review.state not in _ENDED:
        return ()
    line = edit(ended.closed(assessment, review, recalled), review_key(review.month))
    outcome = ended.result_again(assessment, review, recalled)
    told = (edit(outcome, result_key(review.month)),) if outcome else ()
    return of_review(review, line, *told)


def open_again(before: Assessment, review: Review, recalled: Recalled, after: Assessment) -> tuple[Say, ...]:
    """The open review, where a change of the plan woke it or gave it another owner, whom it names."""
    if review.state is not ReviewState.OPEN or is_asleep(after, review):
        return ()
    owners = {plan.owner for plan in (before.schedule, after.schedule) if plan}
    if not is_asleep(before, review) and len(owners) == 1:
        return ()
    return of_review(review, edit(reading.message(after, review, recalled), review_key(review.month)))
