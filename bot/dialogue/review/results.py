"""Results that an evaluation tool wrote: told in the thread once a file, and taken over into the open review.

Until somebody presses, the review keeps what was read under the file's digest; nothing is marked unasked.
"""

from collections.abc import Mapping
from typing import Any

from bot.commands import ReadResults, UseResults
from bot.dialogue.guard import ENDED
from bot.dialogue.review import reading
from bot.dialogue.review.reading import COUNTED_BY
from bot.dialogue.review.standing import is_asleep, of_review
from bot.dialogue.review.working import saved
from bot.dialogue.turn import Recalled, Turn, edit, post, problem
from bot.replies import ProviderRead, ResultsRead, TaskRuns, Trouble
from rules.review.evaluation import Evaluation, Golden, evaluate
from rules.review.marks import Mark
from rules.review.marks import TaskRuns as Runs
from storage.records import Assessment, Bucket, Review, ReviewState, TaskResult

READ = "read"
"""Where an open review keeps what was read for it: by digest, what each provider would mark and count."""
_MOST_KEPT = 3
_MARKS = {
    Mark.PASSED: TaskResult.PASS,
    Mark.FAILED: TaskResult.FAIL,
    Mark.COULD_NOT_JUDGE: TaskResult.COULD_NOT_JUDGE,
    Mark.NOT_RUN: TaskResult.NOT_RUN,
}


def results_key(digest: str) -> str:
    """The key of the message that tells of a file."""
    return f"results:{digest}"


def read(assessment: Assessment, command: ReadResults, recalled: Recalled) -> Turn:
    """Tell what the file says; the same file again is said once. An open review keeps it for whoever takes it over."""
    if assessment.decision is None or assessment.state in ENDED:
        return Turn()
    review = _open(assessment, recalled)
    evaluations = evaluate(_runs(command), _golden(assessment, recalled))
    shown = _shown(assessment, command, evaluations, review)
    says = post(shown, results_key(command.digest), dedupe_key=f"results:{assessment.id}:{command.digest}")
    if review is None:
        return Turn(says=(says,))
    kept = {**review.outcome.get(READ, {}), command.digest: _kept(command, evaluations, shown)}
    newest = dict(list(kept.items())[-_MOST_KEPT:])
    return Turn(says=(says,), reviews=(review.model_copy(update={"outcome": {**review.outcome, READ: newest}}),))


def use(assessment: Assessment, review: Review, command: UseResults, recalled: Recalled) -> Turn:
    """Mark the golden tasks as the file has them, and add its failures to those that were logged."""
    kept = review.outcome.get(READ, {}).get(command.digest, {})
    choices = kept.get("choices", [])
    if not 0 <= command.place < len(choices):
        return problem(command, Trouble.OUT_OF_DATE, in_thread=False)
    tasks = {task.id for task in assessment.golden_tasks}
    marked = {task: TaskResult(result) for task, result in choices[command.place].items() if task in tasks}
    before = reading.counts_of(review, recalled)
    counts = {bucket: before.get(bucket, 0) + kept.get("buckets", {}).get(bucket, 0) for bucket in Bucket}
    rest = {digest: one for digest, one in review.outcome[READ].items() if digest != command.digest}
    outcome = {**review.outcome, COUNTED_BY: command.actor, READ: rest}
    update = {"results": {**review.results, **marked}, "counts": counts, "outcome": outcome}
    turn = saved(assessment, review.model_copy(update=update), recalled)
    told = ResultsRead.model_validate({**kept["shown"], "used_by": command.actor})
    return turn.saying(*of_review(review, edit(told, results_key(command.digest))))


def _open(assessment: Assessment, recalled: Recalled) -> Review | None:
    """The review that stands open and awake."""
    latest = next(iter(recalled.reviews), None)
    is_open = latest is not None and latest.state is ReviewState.OPEN and not is_asleep(assessment, latest)
    return latest if is_open else None


def _runs(command: ReadResults) -> tuple[Runs, ...]:
    return tuple(
        Runs(one.name, one.passed, one.failed, one.could_not_judge, one.skipped, one.provider) for one in command.tasks
    )


def _golden(assessment: Assessment, recalled: Recalled) -> Mapping[str, Golden]:
    """The golden tasks, each with its result in the last finished review."""
    last = next((one for one in recalled.reviews if one.state is ReviewState.FINISHED), None)
    before = last.results if last else {}
    return {
        task.id: Golden(task.name, task.bar, str(before[task.id]) if task.id in before else "")
        for task in assessment.golden_tasks
    }


def _shown(
    assessment: Assessment, command: ReadResults, evaluations: tuple[Evaluation, ...], review: Review | None
) -> ResultsRead:
    counts = {bucket: command.buckets.get(bucket, 0) for bucket in Bucket}
    return ResultsRead(
        assessment_id=assessment.id,
        name=assessment.name,
        digest=command.digest,
        format=command.format,
        suite=command.suite,
        counts=command.counts,
        buckets=reading.bucket_counts(counts),
        providers=tuple(_provider(one, command.left_out) for one in evaluations),
        notes=command.notes,
        month=review.month if review else "",
        has_tasks=bool(assessment.golden_tasks),
    )


def _provider(evaluation: Evaluation, left_out: int) -> ProviderRead:
    return ProviderRead(
        provider=evaluation.provider,
        tasks=tuple(TaskRuns(**task.model_dump(exclude={"id"})) for task in evaluation.tasks),
        words=evaluation.words,
        drop=evaluation.drop_in_words,
        dropped=evaluation.dropped,
        others=evaluation.others + left_out,
        offers=evaluation.offers,
    )


def _kept(command: ReadResults, evaluations: tuple[Evaluation, ...], shown: ResultsRead) -> dict[str, Any]:
    """What the review keeps: marks by provider, failures by bucket, and the message, to be shown as used later."""
    return {
        "choices": [
            {task.id: str(_MARKS[task.mark]) for task in one.tasks if task.mark is not Mark.NOT_RUN}
            for one in evaluations
        ],
        "buckets": {bucket: number for bucket, number in command.buckets.items() if number > 0},
        "shown": shown.model_dump(mode="json"),
    }
