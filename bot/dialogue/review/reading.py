"""A stored review -> what its message shows, what it concludes, and the history that the picture draws. Pure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.dialogue import shown, wording
from bot.dialogue.turn import Recalled
from bot.dialogue.versions import known
from bot.replies import (
    BucketCount,
    ResultsUsed,
    ResultsWaiting,
    ReviewMessage,
    Said,
    TaskMark,
)
from bot.results.summary import Summary
from rules.catalog.buckets import BUCKETS
from rules.facts import Facts
from rules.framework import Architecture, Strength
from rules.review import BAR, Conclusion, MonthResult, clamped, conclude, decide_again
from rules.review.marks import share_of, tasks_in_words, written_bar
from rules.review.told_failures import told_failure
from storage.records import Assessment, Bucket, Decision, ResultFile, Review, ReviewState, TaskResult, TaskRuns

BEGAN = "began"
"""Where a review keeps the facts and the architecture of the day on which it was opened."""
END = "end"
"""Where a finished review keeps the facts of the moment at which it was finished: its outcome has compared them."""
RESULT, COUNTED_BY, CHANGED_BY, LATE, MISSED = "result", "counted_by", "changed_by", "is_late", "missed"
SNOOZED_BY = "snoozed_by"
TOLD = "told"
"""Where a finished review keeps its outcome as it was told, to be drawn again with another date."""
ADDED, SOURCES = "added", "sources"
"""Where an open review keeps the failures of the result files that it uses, and which those are."""
TYPED = "typed"
"""Where a review keeps which results were typed, by whom and in place of what: so that they can be taken back."""
_MOST_FACTS = 6
_MOST_WAITING = 2
"""So many files are offered in a review, the newest; the others stand in the thread with their own buttons."""


def decided(assessment: Assessment) -> Decision:
    """The decision. A plan needs one, so it is there."""
    if assessment.decision is None:
        raise ValueError("a review needs a verdict")
    return assessment.decision


def version_of(assessment: Assessment, review: Review, recalled: Recalled) -> Assessment:
    """The version under which the review was opened: this one, or one before it."""
    return next((one for one in recalled.versions if one.id == review.assessment_id), assessment)


def earlier(review: Review | None, recalled: Recalled) -> tuple[Review, ...]:
    """The reviews of the months before this one, oldest first; all of them where there is none yet."""
    return tuple(r for r in reversed(recalled.reviews) if review is None or r.month < review.month)


def in_force(assessment: Assessment, before: tuple[Review, ...]) -> Architecture:
    """The architecture that is run: the verdict's, or what a later review advised."""
    decision = decided(assessment)
    last = next((r for r in reversed(before) if r.state is ReviewState.FINISHED), None)
    if last is None or last.finished_at is None or last.finished_at < decision.at:
        return decision.verdict.verdict
    return Architecture(last.outcome.get("architecture", decision.verdict.verdict))


def ending(assessment: Assessment) -> dict[str, Any]:
    """What the next review is compared with: an answer that changed while this one was open is no news then."""
    return {"facts": known(assessment).model_dump(mode="json", exclude_none=True)}


def beginning(assessment: Assessment, before: tuple[Review, ...]) -> dict[str, Any]:
    """What a review is compared with when it is finished: the facts and the architecture of its first day."""
    at = decided(assessment).at.isoformat()
    return {**ending(assessment), "architecture": str(in_force(assessment, before)), "decided_at": at}


def facts_at_start(assessment: Assessment, review: Review) -> Facts:
    """The facts of the day on which the review was opened."""
    kept = review.outcome.get(BEGAN, {}).get("facts")
    return known(assessment) if kept is None else Facts.model_validate(kept)


def facts_at_end(assessment: Assessment, review: Review) -> Facts:
    """The facts of the moment at which the review was finished; of its first day where it kept no others."""
    kept = review.outcome.get(END, {}).get("facts")
    return facts_at_start(assessment, review) if kept is None else Facts.model_validate(kept)


def counts_of(review: Review, recalled: Recalled) -> Mapping[Bucket, int]:
    """The failures: as somebody corrected them, else as they were logged; with those of the files that it uses."""
    counts = review.counts if review.outcome.get(COUNTED_BY) else recalled.logged
    added = review.outcome.get(ADDED, {})
    if review.state is ReviewState.FINISHED:
        return review.counts
    return {bucket: number for bucket in Bucket if (number := counts.get(bucket, 0) + added.get(str(bucket), 0))}


def last_finished(recalled: Recalled) -> Review | None:
    """The last review that somebody finished."""
    return next((review for review in recalled.reviews if review.state is ReviewState.FINISHED), None)


def unused_files(recalled: Recalled) -> tuple[ResultFile, ...]:
    """The result files since the last finished review that no review uses, the newest first."""
    last = last_finished(recalled)
    since = last.finished_at if last else None
    return tuple(file for file in recalled.result_files if not file.used_in and (since is None or file.at >= since))


def _waiting(recalled: Recalled) -> tuple[ResultsWaiting, ...]:
    """The newest files that a review could use; one in which nothing passed or failed tells it nothing."""
    return tuple(one for one in map(_offered, unused_files(recalled)) if one.ran)[:_MOST_WAITING]


def _offered(file: ResultFile) -> ResultsWaiting:
    said = Summary.model_validate(file.read)
    passed = said.counts.get("pass", 0)
    return ResultsWaiting(
        digest=file.digest,
        format=said.format,
        at=file.at,
        passed=passed,
        ran=passed + said.counts.get("fail", 0),
        providers=tuple(dict.fromkeys(task.provider for task in said.tasks)),
    )


def bar_of(assessment: Assessment) -> float:
    """The share of golden tasks that has to pass: the team's own, else the usual one."""
    return share_of(assessment.bar) or BAR


def bucket_counts(counts: Mapping[Bucket, int], *, with_empty: bool = False) -> tuple[BucketCount, ...]:
    """The counts with their labels, the most first; in the order of the buckets where the empty ones are wanted too."""
    rows = [BucketCount(bucket=row.id, label=row.label, count=counts.get(Bucket(row.id), 0)) for row in BUCKETS]
    if with_empty:
        return tuple(rows)
    return tuple(sorted((row for row in rows if row.count), key=lambda row: -row.count))


def marks(assessment: Assessment, review: Review) -> tuple[TaskMark, ...]:
    """Every golden task with its result so far."""
    return tuple(
        TaskMark(
            id=task.id,
            name=task.name,
            result=review.results.get(task.id, TaskResult.NOT_RUN),
            runs=_runs(review.runs.get(task.id)),
            bar=task.bar,
            counts_runs=written_bar(task.bar) is not None,
        )
        for task in assessment.golden_tasks
    )


def _runs(runs: TaskRuns | None) -> str:
    return f"{runs.passed} of {runs.of} runs" if runs else ""


def message(assessment: Assessment, review: Review, recalled: Recalled) -> ReviewMessage:
    """The review's message while it is open."""
    before, schedule = earlier(review, recalled), assessment.schedule
    finished = [r for r in before if r.state is ReviewState.FINISHED]
    opened_by = version_of(assessment, review, recalled)
    has_moved = opened_by.id != assessment.id or decided(assessment).at > review.opened_at
    then = facts_at_start(assessment, review) if has_moved else None
    then = facts_at_end(assessment, finished[-1]) if finished and then is None else then
    since = (finished[-1].finished_at if finished else None) or _decided_then(opened_by, review)
    return ReviewMessage(
        assessment_id=assessment.id,
        name=assessment.name,
        month=review.month,
        owner=schedule.owner if schedule else assessment.started_by,
        architecture=_began_with(opened_by, review) if has_moved else in_force(assessment, before),
        since=since,
        is_first=not finished,
        counts=bucket_counts(counts_of(review, recalled)),
        counted_by=review.outcome.get(COUNTED_BY),
        reported=_reported(assessment, since, recalled),
        changes=shown.differences(then, known(assessment), recalled.framework) if then else (),
        decided_anew=decided(assessment).verdict.verdict if has_moved else None,
        ruled_anew=_ruled_anew(decided(assessment), recalled),
        missed=tuple(review.outcome.get(MISSED, ())),
        is_late=bool(review.outcome.get(LATE)),
        sources=tuple(ResultsUsed(format=used[0], by=used[1]) for used in review.outcome.get(SOURCES, ())),
        waiting=_waiting(recalled),
        bar=tasks_in_words(assessment.bar, len(assessment.golden_tasks)),
        tasks=marks(assessment, review),
        facts=carrying(assessment, recalled),
        has_changed=review.changed,
        has_changed_by=review.outcome.get(CHANGED_BY),
        version=review.version,
    )


def _reported(assessment: Assessment, since: datetime, recalled: Recalled) -> Said | None:
    """A failure that somebody told in words since then, and that is none of the log's; an answer alone is no report."""
    answer = assessment.answers.get("failure")
    if answer is None or not (answer.said and answer.value) or answer.at <= since:
        return None
    is_report = told_failure(answer.said, assessment.name, retrieves=True) is not None
    return wording.said(recalled.framework, answer) if is_report else None


def _ruled_anew(decision: Decision, recalled: Recalled) -> str:
    again = decide_again(decision.verdict, decision.facts, recalled.framework)
    return again.says if again else ""


def carrying(assessment: Assessment, recalled: Recalled) -> tuple[Said, ...]:
    """The answers that carried the verdict, musts first."""
    reasons = decided(assessment).verdict.reasons
    ordered = sorted(reasons, key=lambda reason: reason.strength is not Strength.MUST)
    facts = [fact for fact in dict.fromkeys(reason.fact for reason in ordered) if fact in assessment.answers]
    return tuple(wording.said(recalled.framework, assessment.answers[fact]) for fact in facts[:_MOST_FACTS])


def answered(assessment: Assessment, recalled: Recalled) -> tuple[Said, ...]:
    """Every answer, those that carried the verdict first."""
    first = carrying(assessment, recalled)
    known = {said.fact for said in first}
    rest = [answer for fact, answer in assessment.answers.items() if fact not in known]
    return (*first, *(wording.said(recalled.framework, answer) for answer in rest))


def result_of(assessment: Assessment, review: Review, recalled: Recalled) -> MonthResult:
    """The month in numbers, as it stands."""
    done = [mark.result for mark in marks(assessment, review)]
    return clamped(
        MonthResult(
            month=review.month,
            passed=done.count(TaskResult.PASS),
            failed=done.count(TaskResult.FAIL),
            not_run=done.count(TaskResult.NOT_RUN) + done.count(TaskResult.COULD_NOT_JUDGE),
            failures={str(bucket): count for bucket, count in counts_of(review, recalled).items()},
            architecture=_began_with(assessment, review),
        )
    )


def _began_with(assessment: Assessment, review: Review) -> Architecture:
    kept = review.outcome.get(BEGAN, {}).get("architecture")
    return Architecture(kept) if kept else decided(assessment).verdict.verdict


def _decided_then(assessment: Assessment, review: Review) -> datetime:
    """When the decision was made that this review looks at: an answer given while it is open makes another one."""
    kept, last = review.outcome.get(BEGAN, {}).get("decided_at"), decided(assessment).at
    return datetime.fromisoformat(kept) if kept else min(last, review.opened_at)


def history(assessment: Assessment, reviews: tuple[Review, ...]) -> tuple[MonthResult, ...]:
    """The months so far, oldest first. Those that were skipped on purpose are left out."""
    results = []
    for review in reviews:
        kept = review.outcome.get(RESULT)
        if review.state is ReviewState.FINISHED and kept:
            results.append(MonthResult.model_validate(kept))
        elif review.state is ReviewState.MISSED:
            results.append(
                MonthResult(month=review.month, architecture=_began_with(assessment, review), was_missed=True)
            )
    return tuple(results)


def conclusion(assessment: Assessment, review: Review, recalled: Recalled) -> Conclusion:
    """What the review concludes on the facts as they are now."""
    return conclude(
        result_of(assessment, review, recalled),
        history(assessment, earlier(review, recalled)),
        facts=known(assessment),
        facts_before=facts_at_start(assessment, review),
        bar=bar_of(assessment),
        framework=recalled.framework,
    )
