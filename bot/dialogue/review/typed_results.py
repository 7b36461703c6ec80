"""Results that somebody types while a review stands open: "refund window: 42 of 50", "we passed 8/10".

They are taken as the modal takes them, under the golden task that the words name, or the only one; [Change] opens it.
What is not plain is asked for, and nothing is written down meanwhile.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.commands import CommandBase, SaveCounts, TypedText
from bot.dialogue.review import untyped, working
from bot.dialogue.review.standing import awake_review
from bot.dialogue.turn import Recalled, Turn, privately
from bot.dialogue.wording import listed
from bot.replies import HeardReply
from rules.review.marks import Mark, TaskRuns, bar_of, mark_of
from rules.review.told_runs import Told, Unclear, told_runs
from storage.records import Assessment, AssessmentState, GoldenTask, Review

_RUNS = re.compile(r"\b\d{1,4}\s*(?:of|out of|/)\s*\d{1,4}\b", re.IGNORECASE)
_SHARE_ALONE = re.compile(
    r"\W*(?:(?:we|it)\s+)?(?:(?:are|is|were|was)\s+at\s+|passed\s+|got\s+|about\s+)*\d{1,3}(?:\.\d+)?\s*(?:%|percent)"
    r"(?:\s+(?:passed|pass|of (?:them|the tests|the tasks|the runs)|right|correct|green))*\W*",
    re.IGNORECASE,
)
_SOME = {
    Mark.PASSED: "so it passes its bar",
    Mark.FAILED: "so it fails its bar",
    Mark.COULD_NOT_JUDGE: "which leaves it open under its bar",
    Mark.NOT_RUN: "which leaves it open under its bar",
}
_ASKED = {
    Unclear.MORE_THAN_RAN: (
        "“{numbers}” cannot be: no more runs can pass or fail than there were. Say how many of how many passed."
    ),
    Unclear.NONE_RAN: "“{numbers}” is no result yet: nothing ran. Say it once there are runs, or leave it as not run.",
    Unclear.EITHER: (
        "I cannot tell whether “{numbers}” passed or failed. Nothing was written down; say “{numbers} passed” or "
        "“{numbers} failed”, with the task’s name before it."
    ),
    Unclear.SEVERAL: (
        "I cannot tell which result is whose. Nothing was written down; say one golden task at a time, "
        "its name first: “{name}: 8 of 10 passed”."
    ),
}


def may_tell(command: CommandBase) -> bool:
    """Whether the words may be results: only then is it looked up whether a review stands open."""
    if not isinstance(command, TypedText):
        return False
    return bool(_RUNS.search(command.text) or _SHARE_ALONE.fullmatch(command.text))


def told(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """The result taken over into the review, or asked for anew; None where the words are none or no review is open."""
    if not (command.is_mention and may_tell(command)) or "?" in text or assessment.state is not AssessmentState.DECIDED:
        return None
    review, tasks = awake_review(assessment, recalled), assessment.golden_tasks
    if review is None or not tasks:
        return None
    results = told_runs(text, [(task.name, *task.also_called) for task in tasks])
    if (asked := _asked(text, results, tasks)) is not None:
        return _asking(assessment, command, review, asked)
    if not results:
        return None
    runs = {tasks[one.task or 0]: one.runs for one in results if one.runs is not None}
    said = _asking(assessment, command, review, *_said_of(runs), *_others(text))
    return _taken(assessment, command, review, runs, recalled).saying(*said.says)


def _asked(text: str, results: Sequence[Told], tasks: Sequence[GoldenTask]) -> str | None:
    """What is asked for, where it is not plain what is told."""
    if _SHARE_ALONE.fullmatch(text):
        return "I count runs, not shares: say how many of how many passed."
    for one in results:
        if one.unclear is not None:
            return _ASKED[one.unclear].format(numbers=one.numbers, name=tasks[0].name)
    if any(one.task is None for one in results) and len(tasks) != 1:
        names = listed([f"“{task.name}”" for task in tasks])
        return f"Which golden task is that? Say its name before it: {names}."
    return None


def _taken(
    assessment: Assessment, command: TypedText, review: Review, runs: Mapping[GoldenTask, TaskRuns], recalled: Recalled
) -> Turn:
    """The review with the runs, as if they stood in the modal."""
    about = command.model_dump(include=set(CommandBase.model_fields))
    typed = {task.id: f"{one.passed} of {one.ran}" for task, one in runs.items()}
    saving = SaveCounts(**about, assessment_id=assessment.id, month=review.month, runs=typed)
    turn = working.save_counts(assessment, review, saving, recalled)
    noted = tuple(untyped.noted(review, after, command.actor, recalled.now) for after in turn.reviews)
    return replace(turn, reviews=noted)


def _said_of(runs: Mapping[GoldenTask, TaskRuns]) -> Iterator[str]:
    """What each result is under the bar of its task."""
    for task, one in runs.items():
        bar = bar_of(task.bar)
        yield f"{task.name}: {one.passed} of {one.ran} passed, {_SOME[mark_of(one, bar)]} ({bar.in_words})."


def _others(text: str) -> tuple[str, ...]:
    """That other numbers in the line are not counted: failures have their own places."""
    is_more = bool(re.search(r"\d", _RUNS.sub(" ", text)))
    return ("I took the runs alone; counts of failures are corrected under Change.",) if is_more else ()


def _asking(assessment: Assessment, command: TypedText, review: Review, *says: str) -> Turn:
    reply = HeardReply(assessment_id=assessment.id, typed="", says=says, review=review.month)
    return Turn(says=(privately(command, reply),))
