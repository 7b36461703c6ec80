"""The monthly review as people work it: marks one by one, by anyone, over days; finished once, snoozed or skipped.

A review that is open while its decision is taken up again goes on with the newer version: what was marked is kept, and
its outcome compares the facts it began with and those of now. Its messages stay those of the version that opened it.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.commands import (
    AboutReview,
    AskForCounts,
    FinishReview,
    HandOver,
    MarkTask,
    SaveCounts,
    SayChanged,
    SkipReview,
    SnoozeReview,
)
from bot.dialogue.guard import Guarded, on_live
from bot.dialogue.progress import parent_edit
from bot.dialogue.review import ended, kept, planning, reading
from bot.dialogue.review.planning import aside, with_schedule
from bot.dialogue.review.reading import (
    ADDED,
    BEGAN,
    CHANGED_BY,
    COUNTED_BY,
    END,
    LATE,
    MISSED,
    RESULT,
    SNOOZED_BY,
    SOURCES,
    TOLD,
    TYPED,
)
from bot.dialogue.review.standing import found_in, is_asleep, of_review, result_key, review_key
from bot.dialogue.schedule import alarms, days_off, look_for_drift, next_at, nudge, nudge_key, rhythm_of, settling, wake
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, edit, post, privately, problem
from bot.errors import BadInput, NoCount, NoRuns
from bot.ids import Field, fault_at
from bot.replies import Aside, CountsModal, FactsToChange, Trouble
from rules.calendar import snoozed
from rules.review import read_count
from rules.review.marks import read_runs
from storage.records import Assessment, Bucket, Review, ReviewState, TaskResult

KEPT = (BEGAN, COUNTED_BY, CHANGED_BY, LATE, MISSED, SOURCES, TYPED)
"""What was noted of a review before its end, and outlives it."""
_ENDED = {
    ReviewState.FINISHED: Aside.FINISHED,
    ReviewState.SKIPPED: Aside.SKIPPED,
    ReviewState.MISSED: Aside.MISSED,
}


def on_open(step: Callable[[Assessment, Review, Any, Recalled], Turn]) -> Guarded:
    """A step that needs a review which takes something still; it is given that review beside the assessment.

    A new version that was begun while it stood open has no verdict to look at yet: until it has, only ends are taken.
    """

    def only_open(assessment: Assessment, command: AboutReview, recalled: Recalled) -> Turn:
        review = found_in(recalled, command.month)
        if review is None:
            return problem(command, Trouble.OUT_OF_DATE, in_thread=False)
        if review.state is not ReviewState.OPEN:
            refusal = aside(assessment, command, _ENDED[review.state], recalled, review.finished_by)
            return Turn(says=(refusal,))
        if assessment.decision is None and not isinstance(command, SkipReview | SnoozeReview):
            return problem(command, Trouble.NOT_DECIDED, in_thread=False, name=assessment.name)
        return step(assessment, review, command, recalled)

    return on_live(only_open)


def saved(assessment: Assessment, review: Review, recalled: Recalled) -> Turn:
    """The review saved, and its message brought up to date."""
    shown = reading.message(assessment, review.model_copy(update={"version": review.version + 1}), recalled)
    return Turn(says=of_review(review, edit(shown, review_key(review.month))), reviews=(review,))


def mark(assessment: Assessment, review: Review, command: MarkTask, recalled: Recalled) -> Turn:
    """The result of one golden task."""
    if all(task.id != command.task for task in assessment.golden_tasks):
        return problem(command, Trouble.OUT_OF_DATE, in_thread=False)
    results = {**review.results, command.task: command.result}
    runs = {task: one for task, one in review.runs.items() if task != command.task}
    return saved(assessment, review.model_copy(update={"results": results, "runs": runs}), recalled)


def say_changed(assessment: Assessment, review: Review, command: SayChanged, recalled: Recalled) -> Turn:
    """Whether any fact has changed; if so, every answer is offered to the one who said it, to be asked again."""
    outcome = {**review.outcome, CHANGED_BY: command.actor}
    turn = saved(assessment, review.model_copy(update={"changed": command.has_changed, "outcome": outcome}), recalled)
    if not command.has_changed:
        return turn
    facts = FactsToChange(
        assessment_id=assessment.id,
        name=assessment.name,
        facts=reading.answered(assessment, recalled),
        link=recalled.links.get(PARENT),
    )
    return turn.saying(privately(command, facts, in_thread=False))


def ask_for_counts(assessment: Assessment, review: Review, command: AskForCounts, recalled: Recalled) -> Turn:
    """The modal of counts and results, as they stand."""
    private = {"assessment": assessment.id, "month": review.month, "channel": command.channel or assessment.channel}
    modal = CountsModal(
        private=json.dumps({**private, "response_url": command.response_url or ""}),
        name=assessment.name,
        counts=reading.bucket_counts(reading.counts_of(review, recalled), with_empty=True),
        tasks=reading.marks(assessment, review),
    )
    return Turn(modal=modal)


def fault(command: SaveCounts) -> tuple[str, BadInput] | None:
    """The first count that cannot be, as the sentence under it."""
    for bucket, typed in command.counts.items():
        try:
            read_count(typed)
        except ValueError as found:
            return fault_at(Field.REVIEW_COUNT, bucket), NoCount(str(found))
    odd = (task for task, typed in command.runs.items() if typed.strip() and read_runs(typed) is None)
    task = next(odd, None)
    return (fault_at(Field.REVIEW_RUNS, task), NoRuns()) if task is not None else None


def save_counts(assessment: Assessment, review: Review, command: SaveCounts, recalled: Recalled) -> Turn:
    """The counts as they were corrected, and the results that were marked in the modal."""
    tasks = {task.id for task in assessment.golden_tasks}
    before = reading.counts_of(review, recalled)
    counts = {b: read_count(command.counts[b]) if b in command.counts else before.get(b, 0) for b in Bucket}
    known = {str(result): result for result in TaskResult}
    marked = {task: known[said] for task, said in command.results.items() if task in tasks and said in known}
    counted = kept.by_hand(assessment, review, command.runs)
    marked |= {task: result for task, (result, _) in counted.items()}
    runs = {task: one for task, one in review.runs.items() if marked.get(task) in {None, review.results.get(task)}}
    runs |= {task: one for task, (_, one) in counted.items()}
    is_corrected = any(counts[bucket] != before.get(bucket, 0) for bucket in Bucket)
    by = {COUNTED_BY: command.actor} if is_corrected else {}
    outcome = {**review.outcome, **by}
    update: dict[str, object] = {"results": {**review.results, **marked}, "runs": runs, "outcome": outcome}
    if is_corrected:
        update["counts"] = counts
        update["outcome"] = {name: part for name, part in outcome.items() if name != ADDED}
    return saved(assessment, review.model_copy(update=update), recalled)


def finish(assessment: Assessment, review: Review, command: FinishReview, recalled: Recalled) -> Turn:
    """Conclude: the outcome stands under the message, which becomes one line, with the months as charts."""
    conclusion = reading.conclusion(assessment, review, recalled)
    result = reading.result_of(assessment, review, recalled).model_dump(mode="json")
    stays = {key: review.outcome[key] for key in KEPT if key in review.outcome}
    done = review.model_copy(
        update={
            "state": ReviewState.FINISHED,
            "counts": dict(reading.counts_of(review, recalled)),
            "verdict": conclusion.architecture,
            "outcome": {**conclusion.model_dump(mode="json"), **stays, RESULT: result, END: reading.ending(assessment)},
            "finished_by": command.actor,
            "finished_at": recalled.now,
        }
    )
    key, told = review_key(review.month), ended.result_message(assessment, done, recalled)
    done = done.model_copy(update={"outcome": {**done.outcome, TOLD: told.model_dump(mode="json")}})
    says = of_review(
        review,
        edit(ended.closed(assessment, done, recalled), key),
        post(told, result_key(review.month), under_key=key),
    )
    turn = _ended(assessment, done, recalled, says)
    return replace(turn, runs=(*turn.runs, look_for_drift(assessment, review.month, recalled.now)))


def _ended(assessment: Assessment, review: Review, recalled: Recalled, says: tuple[Say, ...]) -> Turn:
    """A review that is over: nobody is nudged, a snooze is off, and the next one's alarm is set."""
    awake, extra = assessment, tuple[Assessment, ...]()
    if is_asleep(assessment, review.model_copy(update={"state": ReviewState.OPEN})):
        awake = with_schedule(assessment, recalled, snoozed_until=None)
        extra = (awake,)
    runs, off = (*alarms(awake, recalled.now), settling(awake, review)), nudges(assessment, review)
    shown = (*says, *planning.line_edit(awake, recalled), parent_edit(awake, recalled))
    return Turn(extra, shown, reviews=(review,), runs=runs, cancels=off)


def nudges(assessment: Assessment, review: Review) -> tuple[str, ...]:
    """The keys under which its nudge may wait: set when it was opened, or when it was snoozed by a newer version."""
    return tuple(sorted({nudge_key(assessment.id, review.month), nudge_key(review.assessment_id, review.month)}))


def snooze(assessment: Assessment, review: Review, command: SnoozeReview, recalled: Recalled) -> Turn:
    """Put it off by a week, and the nudge with it; not beyond the next review."""
    schedule = assessment.schedule
    if schedule is None:
        return Turn(says=(aside(assessment, command, Aside.NO_PLAN, recalled),))
    if is_asleep(assessment, review):
        return Turn(says=(aside(assessment, command, Aside.SNOOZED, recalled),))
    at = snoozed(rhythm_of(schedule), recalled.now, holidays=days_off(schedule))
    following = next_at(assessment, recalled.now)
    if following is not None and at >= following:
        return Turn(says=(aside(assessment, command, Aside.NOT_SNOOZED, recalled),))
    after = with_schedule(assessment, recalled, snoozed_until=at)
    review = review.model_copy(update={"outcome": {**review.outcome, SNOOZED_BY: command.actor}})
    says = of_review(review, edit(ended.closed(after, review, recalled), review_key(review.month)))
    runs = (wake(after, review.month, at), *(nudge(after, review.month, at) if review.nudged_at is None else ()))
    # Saved with its version, so that whoever finishes at the same moment wins or is told.
    return Turn((after,), says, reviews=(review,), runs=runs, cancels=nudges(after, review))


def skip(assessment: Assessment, review: Review, command: SkipReview, recalled: Recalled) -> Turn:
    """No review this month."""
    update = {"state": ReviewState.SKIPPED, "finished_by": command.actor, "finished_at": recalled.now}
    over = review.model_copy(update=update)
    line = edit(ended.closed(assessment, over, recalled), review_key(review.month))
    turn = _ended(assessment, over, recalled, of_review(review, line))
    if not command.is_direct:
        return turn
    return turn.saying(aside(assessment, command, Aside.SKIPPED, recalled, command.actor))


def hand_over(assessment: Assessment, command: HandOver, recalled: Recalled) -> Turn:
    """Somebody else owns the review from now on; an open one names the new owner."""
    turn = planning.hand_over(assessment, command, recalled)
    latest = next(iter(recalled.reviews), None)
    if not turn.assessments or latest is None:
        return turn
    after = turn.assessments[-1]
    if latest.state is not ReviewState.OPEN or is_asleep(after, latest):
        return turn
    shown = reading.message(after, latest, recalled)
    return turn.saying(*of_review(latest, edit(shown, review_key(latest.month))))
