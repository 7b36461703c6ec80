"""What followed a decision, in the words of its record: the roadmap, the golden tasks, the reviews and the failures."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bot.exports.values import FailureCount, ReviewLine, StepLine, TaskLine
from bot.views.architecture import NAME, PHASE
from bot.views.review_outcome import headline
from rules.calendar import name_of
from rules.catalog.buckets import BUCKETS
from rules.framework import Architecture
from rules.review import Conclusion
from rules.review.track import held_in_words
from storage.records import Assessment, Bucket, Decision, LoggedFailure, Review, ReviewState, TaskResult
from storage.review_records import endings


def steps(assessment: Assessment, names: Mapping[str, str]) -> tuple[StepLine, ...]:
    """The roadmap as it stands."""
    return tuple(
        StepLine(
            phase=PHASE[item.phase],
            title=item.title,
            state=item.state.value,
            owner=names.get(item.owner or "", item.owner or ""),
            due=item.due or "",
            done_by=names.get(item.done_by or "", item.done_by or ""),
            done_on=item.done_at.date() if item.done_at else None,
            because=item.obsolete_because,
        )
        for item in assessment.checklist
    )


def tasks(assessment: Assessment) -> tuple[TaskLine, ...]:
    """The golden tasks."""
    return tuple(TaskLine(name=t.name, must_contain=t.must_contain, bar=t.bar) for t in assessment.golden_tasks)


def review_lines(reviews: Sequence[Review], names: Mapping[str, str]) -> tuple[ReviewLine, ...]:
    """The log of the reviews, the oldest month first."""
    return tuple(_line(review, names) for review in sorted(reviews, key=lambda one: one.month))


def held(decision: Decision, reviews: Sequence[Review]) -> str:
    """Whether the verdict held in the reviews since, in one sentence; empty before the third."""
    return held_in_words(decision.verdict.verdict, endings(reviews, decision.at))


def _line(review: Review, names: Mapping[str, str]) -> ReviewLine:
    counted, by = Counter(review.results.values()), review.finished_by or ""
    is_finished = review.state is ReviewState.FINISHED
    return ReviewLine(
        month=review.month,
        called=name_of(review.month),
        state=review.state.value,
        architecture=_in_force(review),
        passed=counted[TaskResult.PASS],
        failed=counted[TaskResult.FAIL],
        not_run=counted[TaskResult.NOT_RUN] + counted[TaskResult.COULD_NOT_JUDGE],
        failures=_failures(review) if is_finished else 0,
        outcome=_outcome(review) if is_finished else "",
        by=names.get(by, by),
        on=review.finished_at.date() if review.finished_at else None,
    )


def _in_force(review: Review) -> str:
    """What was run in that month; what the verdict was, in a review that did not note it."""
    began = review.outcome.get("began")
    noted = began.get("architecture") if isinstance(began, dict) else review.verdict
    return NAME[Architecture(noted)] if noted in set(Architecture) else ""


def _failures(review: Review) -> int:
    """As the review counted them."""
    result = review.outcome.get("result")
    noted = result.get("failures") if isinstance(result, dict) else None
    counts = noted if isinstance(noted, dict) else review.counts
    return sum(counts.values())


def _outcome(review: Review) -> str:
    try:
        return f"{headline(Conclusion.model_validate(review.outcome))}."
    except ValueError:  # kept by an earlier release in another form
        return ""


def failure_counts(failures: Iterable[LoggedFailure]) -> tuple[FailureCount, ...]:
    """How many of each bucket, the most first."""
    counted = Counter(failure.bucket for failure in failures if failure.withdrawn_at is None)
    found = [FailureCount(bucket=row.label, count=counted[Bucket(row.id)]) for row in BUCKETS]
    return tuple(sorted((one for one in found if one.count), key=lambda one: -one.count))
