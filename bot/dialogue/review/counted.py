"""A failure that is logged, corrected or withdrawn while a review is open -> the review's message counts it at once."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from bot.dialogue.guard import ENDED
from bot.dialogue.review import reading
from bot.dialogue.review.standing import is_asleep, of_review, review_key
from bot.dialogue.turn import Recalled, Say, edit
from storage.records import Assessment, Bucket, LoggedFailure, ReviewState


def shifted(counts: Mapping[Bucket, int], *, off: Bucket | None = None, on: Bucket | None = None) -> Counter[Bucket]:
    """The counts after one failure has left a bucket, or has come to one."""
    counted = Counter(counts)
    if off is not None:
        counted[off] -= 1
    if on is not None:
        counted[on] += 1
    return counted


def recounted(
    assessment: Assessment,
    failure: LoggedFailure,
    recalled: Recalled,
    *,
    off: Bucket | None = None,
    on: Bucket | None = None,
) -> tuple[Say, ...]:
    """The open review with the failure taken off one bucket and put into another; nothing where none is open."""
    latest = next(iter(recalled.reviews), None)
    is_open = latest is not None and latest.state is ReviewState.OPEN and assessment.state not in ENDED
    if latest is None or not is_open or assessment.decision is None or is_asleep(assessment, latest):
        return ()
    ends = (r.finished_at for r in recalled.reviews if r.state is ReviewState.FINISHED and r.finished_at)
    if failure.at < max(ends, default=failure.at):
        return ()  # it was counted by a review that is over
    logged = shifted(recalled.logged, off=off, on=on)
    shown = reading.message(assessment, latest, replace(recalled, logged=logged))
    return of_review(latest, edit(shown, review_key(latest.month)))
