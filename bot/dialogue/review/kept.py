"""A result file that is kept -> what it says of the golden tasks and the facts today, and what a review takes of it.

Everything is worked out anew from what was read, so names and bars that the team changed meanwhile count. Pure.
"""

from collections.abc import Mapping
from typing import NamedTuple

from bot.dialogue import shown
from bot.dialogue.review import reading
from bot.dialogue.review.reading import ADDED, SOURCES
from bot.dialogue.schedule import next_at
from bot.dialogue.turn import Recalled
from bot.replies import CloseName, FactOffer, ProviderRead, ResultsRead, TaskRuns
from bot.results.summary import Summary
from rules.review.evaluation import Evaluation, Golden, evaluate
from rules.review.learned import Learned, learned
from rules.review.marks import Mark, bar_of, mark_of, read_runs
from rules.review.marks import TaskRuns as Runs
from storage.records import Assessment, Bucket, ResultFile, Review, TaskResult
from storage.records import TaskRuns as RunsKept

_MARKS = {
    Mark.PASSED: TaskResult.PASS,
    Mark.FAILED: TaskResult.FAIL,
    Mark.COULD_NOT_JUDGE: TaskResult.COULD_NOT_JUDGE,
}
"""What a review takes over; a task that was not run keeps the mark that people gave it."""


class Reading(NamedTuple):
    """What a file says today."""

    said: Summary
    evaluations: tuple[Evaluation, ...]
    """One for each provider."""
    learned: tuple[Learned, ...]


def reading_of(assessment: Assessment, file: ResultFile, recalled: Recalled) -> Reading:
    """What the file says of the golden tasks, beside the file before it or the last review, and of the facts."""
    said = Summary.model_validate(file.read)
    earlier = _before(file, recalled)
    golden = _golden(assessment, recalled)
    evaluations = evaluate(
        _runs(said), golden, earlier=_runs(earlier) if earlier else (), bar=reading.bar_of(assessment)
    )
    counts = said.counts
    changes = learned(
        assessment.facts(),
        judged_tasks=max((one.ran for one in evaluations), default=0),
        judged_runs=counts.get("pass", 0) + counts.get("fail", 0),
        buckets=said.buckets,
        framework=recalled.framework,
    )
    return Reading(said, evaluations, changes)


def _before(file: ResultFile, recalled: Recalled) -> Summary | None:
    """The newest file before this one, where no review was finished since; a review's results are newer then."""
    last = reading.last_finished(recalled)
    since = last.finished_at if last else None
    older = [one for one in recalled.result_files if one.at < file.at and (since is None or one.at >= since)]
    return Summary.model_validate(older[0].read) if older else None


def _runs(said: Summary) -> tuple[Runs, ...]:
    return tuple(
        Runs(one.name, one.passed, one.failed, one.could_not_judge, one.skipped, one.provider) for one in said.tasks
    )


def _golden(assessment: Assessment, recalled: Recalled) -> dict[str, Golden]:
    """The golden tasks, each with its result in the last finished review."""
    last = reading.last_finished(recalled)
    before = last.results if last else {}
    return {
        task.id: Golden(
            task.name, task.bar, str(before.get(task.id, "")), also_called=task.also_called, not_called=task.not_called
        )
        for task in assessment.golden_tasks
    }


def new_offers(said: Reading, recalled: Recalled) -> tuple[str, ...]:
    """What this file offers that none before it did."""
    before = {one for file in recalled.result_files for one in file.offered}
    names = (f"name:{name}" for one in said.evaluations for name in one.offers)
    facts = (f"fact:{change.key}" for change in said.learned)
    return tuple(offer for offer in dict.fromkeys((*names, *facts)) if offer not in before)


def shown_of(
    assessment: Assessment, file: ResultFile, said: Reading, recalled: Recalled, review: Review | None
) -> ResultsRead:
    """The message that tells of the file."""
    counts = {bucket: said.said.buckets.get(bucket, 0) for bucket in Bucket}
    taken = file.place is not None and file.place < len(said.evaluations)
    return ResultsRead(
        assessment_id=assessment.id,
        name=assessment.name,
        digest=file.digest,
        format=said.said.format,
        suite=said.said.suite,
        by=file.by,
        counts=said.said.counts,
        buckets=reading.bucket_counts(counts),
        providers=tuple(_provider(assessment, one, file, said.said.left_out) for one in said.evaluations),
        notes=said.said.notes,
        facts=tuple(_offer(assessment, one, recalled) for one in said.learned if f"fact:{one.key}" in file.offered),
        month=review.month if review else "",
        next_at=next_at(assessment, recalled.now),
        has_tasks=bool(assessment.golden_tasks),
        used_by=file.taken_by,
        used_in=file.used_in or "",
        used=said.evaluations[file.place].provider if taken and file.place is not None else "",
    )


def _provider(assessment: Assessment, one: Evaluation, file: ResultFile, left_out: int) -> ProviderRead:
    ids = {task.name: task.id for task in assessment.golden_tasks}
    return ProviderRead(
        provider=one.provider,
        tasks=tuple(TaskRuns(**task.model_dump(exclude={"id"})) for task in one.tasks),
        words=one.words,
        drop=one.drop_in_words,
        dropped=one.dropped,
        mended=one.mended,
        others=one.others + left_out,
        close=tuple(
            CloseName(name=name, task=ids[golden], golden=golden)
            for name, golden in one.offers.items()
            if f"name:{name}" in file.offered
        ),
    )


def _offer(assessment: Assessment, one: Learned, recalled: Recalled) -> FactOffer:
    facts = assessment.facts()
    after = facts.replaced(one.fact, one.value if one.fact == "failure" else one.value[0])
    (change,) = shown.differences(facts, after, recalled.framework)
    return FactOffer(change=change, because=one.because, before=one.before, after=one.after, passes=one.passes)


def marked(review: Review, evaluation: Evaluation) -> Review:
    """The review with the marks of this evaluation, and of tasks that ran more than once how often they passed."""
    judged = [task for task in evaluation.tasks if task.mark in _MARKS]
    results = {task.id: _MARKS[task.mark] for task in judged}
    runs = {task.id: RunsKept(passed=task.passed, of=task.ran) for task in judged if task.ran > 1}
    kept = {task: one for task, one in review.runs.items() if task not in results}
    return review.model_copy(update={"results": {**review.results, **results}, "runs": {**kept, **runs}})


def taken_over(review: Review, file: ResultFile, evaluation: Evaluation) -> Review:
    """The review with the marks of this evaluation and the failures of its file."""
    said = Summary.model_validate(file.read)
    added = dict(review.outcome.get(ADDED, {}))
    for bucket, number in said.buckets.items():
        added[bucket] = added.get(bucket, 0) + max(0, number)
    sources = [*review.outcome.get(SOURCES, []), [said.format, file.taken_by or ""]]
    after = marked(review, evaluation)
    return after.model_copy(update={"outcome": {**after.outcome, ADDED: added, SOURCES: sources}})


def by_hand(assessment: Assessment, review: Review, typed: Mapping[str, str]) -> dict[str, tuple[TaskResult, RunsKept]]:
    """The marks of tasks whose runs somebody typed anew ("8 of 10"), under each one's own bar."""
    counted: dict[str, tuple[TaskResult, RunsKept]] = {}
    for task in assessment.golden_tasks:
        runs = read_runs(typed.get(task.id, ""))
        if runs is None or review.runs.get(task.id) == (one := RunsKept(passed=runs.passed, of=runs.ran)):
            continue
        counted[task.id] = (_MARKS[mark_of(runs, bar_of(task.bar))], one)
    return counted
