"""A failure as it stands in the thread for all to see: its message, which of its month it is, and that it counts."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.dialogue.review.counted import recounted, shifted
from bot.dialogue.turn import Recalled, Turn, edit, post
from bot.replies import BucketShown, FailureMessage
from rules.calendar import ScheduleError, month_of
from rules.catalog.buckets import BUCKETS
from rules.roadmap_plan import likeliest
from storage.records import Assessment, Bucket, LoggedFailure

WHAT_LIMIT = 2_000
_JUST_NOW = timedelta(minutes=15)
"""So long "delete it" means what was just logged."""
_LABELS = {row.id: row.label for row in BUCKETS}


def failure_key(failure: str) -> str:
    """The key of a failure's message."""
    return f"failure:{failure}"


def buckets(assessment: Assessment | None) -> tuple[BucketShown, ...]:
    """All of them, those first that are likeliest with this verdict, and what fits none of them last."""
    decision = assessment.decision if assessment else None
    ranked = [row.id for row in likeliest(decision.verdict.verdict, decision.facts)] if decision else []
    last = str(Bucket.UNCLASSIFIED)
    rows = sorted(BUCKETS, key=lambda row: (row.id == last, ranked.index(row.id) if row.id in ranked else len(ranked)))
    return tuple(BucketShown(id=row.id, label=row.label, test=row.detect) for row in rows)


def kept(assessment: Assessment, failure: LoggedFailure, recalled: Recalled, *, asks: bool | None = None) -> Turn:
    """A new failure, shown in the thread and counted; `asks`: of a typed one, whether its bucket is asked for."""
    shown = message(assessment, failure, shifted(recalled.counts, on=failure.bucket))
    if asks is not None:
        shown = shown.model_copy(update={"is_typed": True, "asks": buckets(assessment) if asks else ()})
    says = (
        post(shown, failure_key(failure.id)),
        *recounted(assessment, failure, recalled, on=failure.bucket),
    )
    return Turn(says=says, failures=(failure,))


def put_into(assessment: Assessment, failure: LoggedFailure, bucket: Bucket, recalled: Recalled) -> Turn:
    """A typed failure under its bucket, as it was asked for or put right; `recalled` counts the month up to it."""
    after = failure.model_copy(update={"bucket": bucket})
    shown = message(assessment, after, shifted(recalled.counts, off=failure.bucket, on=bucket))
    again = recounted(assessment, failure, recalled, off=failure.bucket, on=bucket)
    told = edit(shown.model_copy(update={"is_typed": True}), failure_key(after.id))
    return Turn(says=(told, *again), failures=(after,) if after != failure else ())


def is_just_logged(recalled: Recalled) -> bool:
    """Whether "delete it" means a failure: one alone, logged just now, and none taken back since."""
    newest = max((one.at for one in recalled.log), default=None)
    told = [one for one in recalled.log if one.at == newest]
    return len(told) == 1 and told[0].withdrawn_at is None and recalled.now - told[0].at <= _JUST_NOW


def withdrawn(assessment: Assessment, failure: LoggedFailure, recalled: Recalled) -> Turn:
    """The failure kept in the record and counted no more."""
    after = failure.model_copy(update={"withdrawn_at": recalled.now})
    counts = shifted(recalled.counts, off=failure.bucket)
    again = recounted(assessment, failure, recalled, off=failure.bucket)
    return Turn(says=(edit(message(assessment, after, counts), failure_key(after.id)), *again), failures=(after,))


def message(
    assessment: Assessment, failure: LoggedFailure, counts: Mapping[Bucket, int], *, is_corrected: bool = False
) -> FailureMessage:
    """What stands in the thread for it; `counts` are the failures of its month, with it."""
    names = {task.id: task.name for task in assessment.golden_tasks}
    return FailureMessage(
        assessment_id=assessment.id,
        failure_id=failure.id,
        by=failure.by,
        bucket=failure.bucket,
        label=_LABELS[failure.bucket],
        what=failure.what,
        golden_task=names.get(failure.golden_task or "", ""),
        link=failure.link,
        count=max(0, counts.get(failure.bucket, 0)),
        total=max(0, sum(counts.values())),
        month=_month(assessment, failure.at),
        is_corrected=is_corrected,
        is_withdrawn=failure.withdrawn_at is not None,
    )


def _month(assessment: Assessment, at: datetime) -> str:
    """The month of that moment where the team's reviews are held."""
    try:
        return month_of(at, assessment.schedule.zone if assessment.schedule else "UTC")
    except ScheduleError:
        return month_of(at, "UTC")
