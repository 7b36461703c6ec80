"""A review that has ended, or sleeps -> the line in its place, its outcome, and the months that are drawn. Pure."""

from bot.dialogue import shown
from bot.dialogue.progress import is_contradiction, open_fact
from bot.dialogue.review import reviewed_cost
from bot.dialogue.review.reading import (
    CHANGED_BY,
    SNOOZED_BY,
    TOLD,
    decided,
    earlier,
    facts_at_start,
    history,
)
from bot.dialogue.schedule import REOPENABLE, next_at
from bot.dialogue.turn import PARENT, Recalled
from bot.dialogue.versions import known
from bot.replies import HistoryPicture, ReviewClosed, ReviewResult
from rules.review import BAR, Conclusion
from storage.records import Assessment, AssessmentState, Review, ReviewState

_RUNNING = {AssessmentState.INTERVIEWING, AssessmentState.STOPPED}


def result_message(assessment: Assessment, review: Review, recalled: Recalled) -> ReviewResult:
    """The outcome of a finished review."""
    conclusion = Conclusion.model_validate(review.outcome)
    then, drawn = facts_at_start(assessment, review), picture(assessment, review, recalled)
    return ReviewResult(
        assessment_id=assessment.id,
        name=assessment.name,
        month=review.month,
        by=review.finished_by or "",
        conclusion=conclusion,
        changes=shown.differences(then, known(assessment), recalled.framework),
        said_changed_by=(review.outcome.get(CHANGED_BY) or "") if review.changed else "",
        is_unasked=review.changed is None,
        zone=_zone(assessment),
        next_at=next_at(assessment, recalled.now),
        has_tasks=bool(assessment.golden_tasks),
        history=drawn.results,
        bar=drawn.bar,
        cost=reviewed_cost.told(assessment, decided(assessment), conclusion.before, review, recalled.framework),
        asks=(asks := _open_question(assessment, recalled)),
        thread=recalled.links.get(PARENT, "") if asks else "",
    )


def _open_question(assessment: Assessment, recalled: Recalled) -> str:
    """What stands open in the thread and may change the verdict; what only sharpens the roadmap does not."""
    if assessment.asking is None or assessment.wants_all or assessment.state not in _RUNNING:
        return ""
    asked = recalled.framework.by_fact.get(open_fact(assessment) or "")
    if asked is not None:
        return asked.topic
    return "two answers that do not fit together" if is_contradiction(assessment.asking) else ""


def can_reopen(review: Review, recalled: Recalled) -> bool:
    """Whether it was ended by hand within a day, and none came after it."""
    is_ended = review.state in {ReviewState.FINISHED, ReviewState.SKIPPED}
    if not is_ended or review.finished_at is None or _is_followed(review, recalled):
        return False
    return recalled.now < review.finished_at + REOPENABLE


def _is_followed(review: Review, recalled: Recalled) -> bool:
    return any(other.month > review.month for other in recalled.reviews)


def closed(assessment: Assessment, review: Review, recalled: Recalled) -> ReviewClosed:
    """What takes the place of the review's message once it is not open any more, or sleeps.

    When the next one comes is said by the newest alone.
    """
    is_finished = review.state is ReviewState.FINISHED
    schedule = assessment.schedule
    sleeps = schedule.snoozed_until if schedule and review.state is ReviewState.OPEN else None
    snoozed_by = review.outcome.get(SNOOZED_BY) if sleeps else None
    ended_at = review.finished_at if can_reopen(review, recalled) else None
    return ReviewClosed(
        assessment_id=assessment.id,
        name=assessment.name,
        month=review.month,
        state=review.state,
        by=snoozed_by or review.finished_by,
        conclusion=Conclusion.model_validate(review.outcome) if is_finished else None,
        zone=_zone(assessment),
        next_at=None if _is_followed(review, recalled) else next_at(assessment, recalled.now),
        snoozed_until=sleeps,
        reopen_until=ended_at + REOPENABLE if ended_at else None,
    )


def result_again(assessment: Assessment, review: Review, recalled: Recalled) -> ReviewResult | None:
    """The outcome as it was told, with the next date of now; None where it was not kept."""
    told = review.outcome.get(TOLD)
    if review.state is not ReviewState.FINISHED or not told:
        return None
    following = None if _is_followed(review, recalled) else next_at(assessment, recalled.now)
    return ReviewResult.model_validate(told).model_copy(update={"next_at": following, "zone": _zone(assessment)})


def picture(assessment: Assessment, review: Review, recalled: Recalled) -> HistoryPicture:
    """The months up to this finished review."""
    months = (*earlier(review, recalled), review)
    return HistoryPicture(
        assessment_id=assessment.id,
        name=assessment.name,
        month=review.month,
        results=history(assessment, months)[-12:],
        bar=float(review.outcome.get("bar", BAR)),
    )


def _zone(assessment: Assessment) -> str:
    return assessment.schedule.zone if assessment.schedule else "UTC"
