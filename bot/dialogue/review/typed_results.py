"""Results that somebody types while a review stands open: "refund window: 42 of 50", "we passed 8/10".

They are taken as the modal takes them, under the golden task that the words name, or the only one; [Change] opens it.
"""

import re
from collections.abc import Sequence

from bot.commands import CommandBase, SaveCounts, TypedText
from bot.dialogue.review import working
from bot.dialogue.review.standing import awake_review
from bot.dialogue.turn import Recalled, Turn, privately
from bot.dialogue.wording import listed
from bot.replies import HeardReply
from rules.review.marks import bar_of, read_runs
from storage.records import Assessment, AssessmentState, GoldenTask, Review, TaskResult

_RUNS = re.compile(r"\b\d{1,4}\s*(?:of|out of|/)\s*\d{1,4}\b", re.IGNORECASE)
_SHARE_ALONE = re.compile(
    r"\W*(?:(?:we|it)\s+)?(?:(?:are|is|were|was)\s+at\s+|passed\s+|got\s+|about\s+)*\d{1,3}(?:\.\d+)?\s*(?:%|percent)"
    r"(?:\s+(?:passed|pass|of (?:them|the tests|the tasks|the runs)|right|correct|green))*\W*",
    re.IGNORECASE,
)
_PASSING = re.compile(r"\b(?:pass(?:ed|es)?|right|correct|green|ok|succeeded|fail(?:ed|s)?)\b", re.IGNORECASE)
_FEW = 3
"""A line of no more words is nothing but the result."""
_SOME = ("so it passes its bar", "so it fails its bar", "which leaves it open under its bar")


def may_tell(command: CommandBase) -> bool:
    """Whether the words may be results: only then is it looked up whether a review stands open."""
    if not isinstance(command, TypedText):
        return False
    return bool(_RUNS.search(command.text) or _SHARE_ALONE.fullmatch(command.text))


def told(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """The result taken over into the review, or asked for anew; None where the words are none or no review is open."""
    if not (command.is_mention and may_tell(command)) or "?" in text or assessment.state is not AssessmentState.DECIDED:
        return None
    review = awake_review(assessment, recalled)
    if review is None or not assessment.golden_tasks:
        return None
    found = _RUNS.search(text)
    runs = read_runs(found[0]) if found else None
    said = _named(text, assessment.golden_tasks)
    if found and not (said or _PASSING.search(text) or len(text.split()) <= _FEW):
        return None
    if runs is None or found is None:
        return _asking(assessment, command, review, "I count runs, not shares: say how many of how many passed.")
    named = said or assessment.golden_tasks
    if len(named) != 1:
        names = listed([f"“{task.name}”" for task in assessment.golden_tasks])
        return _asking(assessment, command, review, f"Which golden task is that? Say its name before it: {names}.")
    about = command.model_dump(include=set(CommandBase.model_fields))
    saving = SaveCounts(**about, assessment_id=assessment.id, month=review.month, runs={named[0].id: found[0]})
    turn = working.save_counts(assessment, review, saving, recalled)
    result = next(iter(turn.reviews)).results.get(named[0].id)
    place = [TaskResult.PASS, TaskResult.FAIL].index(result) if result in {TaskResult.PASS, TaskResult.FAIL} else 2
    words = f"{named[0].name}: {runs.passed} of {runs.ran} passed, {_SOME[place]} ({bar_of(named[0].bar).in_words})."
    return turn.saying(*_asking(assessment, command, review, words, *_others(text)).says)


def _named(text: str, tasks: Sequence[GoldenTask]) -> list[GoldenTask]:
    """The golden tasks that the words name."""
    said = text.casefold()
    return [task for task in tasks if any(name.casefold() in said for name in (task.name, *task.also_called))]


def _others(text: str) -> tuple[str, ...]:
    """That other numbers in the line are not counted: failures have their own places."""
    is_more = bool(re.search(r"\d", _RUNS.sub(" ", text)))
    return ("I took the runs alone; counts of failures are corrected under Change.",) if is_more else ()


def _asking(assessment: Assessment, command: TypedText, review: Review, *says: str) -> Turn:
    reply = HeardReply(assessment_id=assessment.id, typed="", says=says, review=review.month)
    return Turn(says=(privately(command, reply),))
