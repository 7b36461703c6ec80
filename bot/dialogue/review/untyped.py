"""A typed result that is taken back by "undo": step by step, and what was marked before stands again.

An open review keeps who typed which result, and in place of what. What somebody marked since is their own, and stands;
so does what stands in a review that is over.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.commands import TypedText
from bot.dialogue.review import reading, working
from bot.dialogue.review.standing import awake_review
from bot.dialogue.turn import Recalled, Turn, privately
from bot.dialogue.wording import listed
from bot.replies import HeardReply
from storage.records import Assessment, Review, TaskResult, TaskRuns

_JUST = timedelta(minutes=15)
"""So long a result is what was typed last."""
_IN_WORDS = {
    TaskResult.PASS: "passed",
    TaskResult.FAIL: "failed",
    TaskResult.COULD_NOT_JUDGE: "could not be judged",
}


def noted(before: Review, after: Review, actor: str, now: datetime) -> Review:
    """The review with a note of what a typed line changed in it, to be taken back by the one who typed it."""
    tasks = {
        task: {"was": was, "set": became}
        for task in after.results
        if (was := _mark(before, task)) != (became := _mark(after, task))
    }
    if not tasks:
        return after
    note = {"by": actor, "at": now.isoformat(), "tasks": tasks}
    notes = [*before.outcome.get(reading.TYPED, ()), note]
    return after.model_copy(update={"outcome": {**after.outcome, reading.TYPED: notes}})


def last_of(actor: str, recalled: Recalled) -> datetime | None:
    """When this person last typed a result into the newest review; None where they typed none."""
    newest = next(iter(recalled.reviews), None)
    notes = newest.outcome.get(reading.TYPED, ()) if newest else ()
    return max((datetime.fromisoformat(note["at"]) for note in notes if note["by"] == actor), default=None)


def undo(assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn | None:
    """What the person's last line marked is marked as before; None where that line told an answer, or nothing."""
    newest = next(iter(recalled.reviews), None)
    notes = list(newest.outcome.get(reading.TYPED, ())) if newest else []
    own = [note for note in notes if note["by"] == command.actor]
    answered = (answer.at for answer in assessment.answers.values() if answer.by == command.actor)
    last_answer = max(answered, default=None)
    if newest is None or not own or (last_answer is not None and datetime.fromisoformat(own[-1]["at"]) < last_answer):
        return None
    review, names = awake_review(assessment, recalled), {task.id: task.name for task in assessment.golden_tasks}
    if review is None:
        typed = listed([names.get(task, "a golden task") for task in own[-1]["tasks"]])
        says = _stands_there(assessment, command, typed, datetime.fromisoformat(own[-1]["at"]), recalled)
        if not says:
            return None
        return Turn(says=(privately(command, HeardReply(assessment_id=assessment.id, typed="", says=(says,))),))
    notes.remove(own[-1])
    marks = {task: one["was"] for task, one in own[-1]["tasks"].items() if _mark(review, task) == one["set"]}
    turn = working.saved(assessment, _marked(review, marks, notes), recalled)
    told = tuple(_told(own[-1]["tasks"], marks, names))
    reply = HeardReply(assessment_id=assessment.id, typed="", says=told, review=review.month)
    return turn.saying(privately(command, reply))


def _stands_there(assessment: Assessment, command: TypedText, typed: str, at: datetime, recalled: Recalled) -> str:
    """What is said of a result in a review that is over; "" where the person ticked something since.

    Whoever typed it long before has written something since that wrote nothing down.
    """
    if any(item.done_by == command.actor and item.done_at and item.done_at > at for item in assessment.checklist):
        return ""
    if recalled.now - at <= _JUST:
        return f"Your last line was the result of {typed}, in a review that is over or rests. It stands as it is."
    before = f"What you wrote before, the result of {typed}, is of a review that is over or rests, and stands."
    return f"Your last line wrote nothing down, so nothing is undone. {before}"


def _mark(review: Review, task: str) -> list[Any]:
    """The result of one golden task and its runs, as they are noted: None for what there is not."""
    result, runs = review.results.get(task), review.runs.get(task)
    return [str(result) if result else None, [runs.passed, runs.of] if runs else None]


def _marked(review: Review, marks: Mapping[str, list[Any]], notes: list[Any]) -> Review:
    """The review with these marks in place of what stands there."""
    results = {task: result for task, result in review.results.items() if task not in marks}
    runs = {task: one for task, one in review.runs.items() if task not in marks}
    results |= {task: TaskResult(result) for task, (result, _) in marks.items() if result}
    runs |= {task: TaskRuns(passed=ran[0], of=ran[1]) for task, (_, ran) in marks.items() if ran}
    outcome = {**review.outcome, reading.TYPED: notes}
    return review.model_copy(update={"results": results, "runs": runs, "outcome": outcome})


def _told(typed: Mapping[str, Any], marks: Mapping[str, list[Any]], names: Mapping[str, str]) -> Iterator[str]:
    """What was taken back, and what stands there now: "Refund window (not run again)"."""
    back = [f"{names.get(task, 'a golden task')} ({_in_words(*mark)} again)" for task, mark in marks.items()]
    if back:
        yield f"Taken back: {listed(back)}."
    for task in typed.keys() - marks.keys():
        yield f"{names.get(task, 'A golden task')} was marked anew since; that stands."


def stands(review: Review, task: str) -> str:
    """What stands in the review of this golden task, in words: "8 of 10 passed"."""
    return _in_words(*_mark(review, task))


def _in_words(result: str | None, runs: list[int] | None) -> str:
    if runs:
        return f"{runs[0]} of {runs[1]} passed"
    return _IN_WORDS.get(TaskResult(result), "not run") if result else "not run"
