"""Results that somebody types while a review stands open: "refund window: 42 of 50", "the HR case failed twice".

They are taken as the modal takes them, under the golden task that the words name, or the only one; [Change] opens it.
What is plain is taken, and what is not is asked for. A golden task's result is that first of all, and no answer to
any question: where no review is open it is said when one is.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.commands import CommandBase, SaveCounts, TypedText
from bot.dialogue.ask import open_key
from bot.dialogue.names import clean
from bot.dialogue.review import ended, read_results, typed_failures, untyped, working
from bot.dialogue.review.standing import awake_review, coming, is_planned
from bot.dialogue.turn import Recalled, Turn, privately
from bot.dialogue.wording import listed
from bot.replies import HeardReply
from rules.calendar import name_of
from rules.hearing.afterwards import is_runs_alone
from rules.hearing.following.results import read_numbers
from rules.review.marks import Mark, bar_of, mark_of, written_bar
from rules.review.naming import named
from rules.review.told_failures import ToldFailure, told_failure
from rules.review.told_list import holds_runs, holds_unrun, keeps_the_rest, told_list, unplaced
from rules.review.told_marks import holds_a_verdict, says_plainly
from rules.review.told_plain import holds_both
from rules.review.told_runs import Told, Unclear
from rules.review.told_short import holds_bare
from storage.records import Assessment, AssessmentState, GoldenTask, Review, TaskResult

_LIVE = {AssessmentState.DECIDED, AssessmentState.INTERVIEWING, AssessmentState.STOPPED}
_NOTE_LIMIT = 200
_SEVERAL = 2
_ALWAYS = re.compile(r"\b(?:always|every|all|each)\b", re.IGNORECASE)
"""A bar that asks for every run in words."""
_CAME = re.compile(
    r"\b(?:got|gets|scored|went|did|was|were|reached|had|came (?:out|back|in)|ran|run|results?|tested)\b", re.IGNORECASE
)
"""What says of runs that they were made, where a task is named in short."""
_SOME = {
    Mark.PASSED: "so it passes its bar",
    Mark.FAILED: "so it fails its bar",
    Mark.COULD_NOT_JUDGE: "which leaves it open under its bar",
    Mark.NOT_RUN: "which leaves it open under its bar",
}
_MARKED = {
    Mark.PASSED: "marked as passed",
    Mark.FAILED: "marked as failed",
    Mark.COULD_NOT_JUDGE: "left open",
    Mark.NOT_RUN: "left open",
}
"""What runs earn where a golden task has no bar that a person wrote."""
_ASKED = {
    Unclear.MORE_THAN_RAN: (
        "“{numbers}” cannot be: no more runs can pass or fail than there were. Say how many of how many passed."
    ),
    Unclear.NONE_RAN: "“{numbers}” is no result yet: nothing ran. Say it once there are runs, or leave it as not run.",
    Unclear.EITHER: (
        "I cannot tell whether “{numbers}” passed or failed. {Kept}; say “{numbers} passed” or "
        "“{numbers} failed”, with the task’s name before it."
    ),
    Unclear.SEVERAL: (
        "I cannot tell which result is whose. {Kept}; say one golden task at a time, "
        "its name first: “{name}: 8 of 10 passed”."
    ),
}
_EITHER_IN_WORDS = "{name}: I read both that it passed and that it failed. {Kept}; say “{name}: 2 of 3 passed”."


def may_tell(command: CommandBase) -> bool:
    """Whether the words may be results: only then is it looked up whether a review stands open."""
    if not isinstance(command, TypedText):
        return False
    numbers = read_numbers(command.text)
    is_counted = numbers.has_runs or numbers.is_share or holds_bare(command.text) or holds_unrun(command.text)
    return is_counted or holds_a_verdict(command.text) or holds_runs(command.text) or holds_both(command.text)


def beside(
    assessment: Assessment, command: TypedText, text: str, recalled: Recalled, *, rest: Callable[[str], Turn]
) -> Turn | None:
    """The results of an open review in a line that says something else beside them, and that heard; else None."""
    is_ready = command.is_mention and may_tell(command) and awake_review(assessment, recalled) is not None
    tasks = assessment.golden_tasks
    if not (is_ready and tasks) or read_results.is_plain(read_results.read(text, tasks, recalled)[1], tasks):
        return None
    results, left = read_results.apart(text, tasks)
    turn = told(assessment, command, results, recalled) if results else None
    if turn is None or not turn.reviews:
        return None
    other = rest(left)
    if other.reviews or all(isinstance(say.reply, HeardReply) for say in other.says):
        return turn
    return replace(turn, assessments=other.assessments, says=(*other.says, *turn.says), failures=other.failures)


def told(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """The result taken over into the review, or asked for anew; None where the words are none of a golden task."""
    is_ready = assessment.decision is not None and assessment.state in _LIVE and may_tell(command)
    is_ready = is_ready and (command.is_mention or _is_list_there(assessment, command, text, recalled))
    if not is_ready or "?" in text:
        return None
    if not assessment.golden_tasks:
        return _of_no_task(assessment, command) if is_runs_alone(text) and open_key(assessment) is None else None
    review, tasks = awake_review(assessment, recalled), assessment.golden_tasks
    text, results = read_results.read(text, tasks, recalled)
    if review is None:
        return _unopened(assessment, command, text, results, recalled)
    plain = {tasks[one.task or 0]: one for one in results if one.unclear is None and read_results.is_known(one, tasks)}
    asked = tuple(_asked(text, results, tasks, kept=bool(plain)))
    if not plain:
        return _asking(assessment, command, review, *asked) if asked else None
    failed = {task: _failure(assessment, one, text, recalled) for task, one in plain.items() if one.note}
    kept = [(failure, task.id) for task, failure in failed.items() if failure is not None]
    logs, recalled = typed_failures.logged(assessment, command, kept, recalled)
    open_notes = [plain[task].note for task, failure in failed.items() if failure is None]
    rest = _rest(review, plain, tasks) if keeps_the_rest(text) else ()
    said = (*_said_of(plain), *rest, *_not_logged(open_notes, text), *asked, *_others(text, results))
    reply = HeardReply(
        assessment_id=assessment.id, typed="", says=said, review=review.month, can_log=bool(open_notes)
    )  # fmt: skip
    turn = _taken(assessment, command, review, plain, recalled).saying(privately(command, reply))
    return replace(turn, says=(*logs.says, *turn.says), failures=logs.failures)


def _unopened(
    assessment: Assessment, command: TypedText, text: str, results: Sequence[Told], recalled: Recalled
) -> Turn | None:
    """What is heard of a result where no review is open; None where it may be none."""
    names = read_results.names_of(assessment.golden_tasks)
    is_named = _is_of_thread(command, text, recalled) or bool(results and named(text.casefold(), names)[1])
    told_of = {one.task for one in results} - {None}
    is_told = len(told_of) > 1 or bool(_CAME.search(text))
    is_named = is_named or len(told_of) == len(names) or (is_told and bool(told_of) and len(told_of) == len(results))
    is_named = is_named or (open_key(assessment) is None and bool(told_list(text, names)))
    is_named = is_named or _are_bare(assessment, results, text)
    is_plain = says_plainly(text) or any(one.is_unjudged for one in results)
    if is_named and (is_plain or read_numbers(text).has_runs or holds_runs(text)):
        return _without_review(assessment, command, assessment.golden_tasks, results, recalled)
    return _of_no_task(assessment, command) if is_runs_alone(text) and open_key(assessment) is None else None


def _is_list_there(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> bool:
    """Whether it is a list of plain results in the thread of the open review, which asks for them: no talk then."""
    review = awake_review(assessment, recalled) if command.review and not command.is_edited else None
    tasks = assessment.golden_tasks
    if review is None or command.review != review.month:
        return False
    text, results = read_results.read(text, tasks, recalled)
    asked = [(*names, task.input) for names, task in zip(read_results.names_of(tasks), tasks, strict=True)]
    return read_results.is_plain(results, tasks) and bool(told_list(text, asked))


def _is_of_thread(command: TypedText, text: str, recalled: Recalled) -> bool:
    """Whether runs are told in the thread of the newest review, where they can be of nothing else."""
    newest = next(iter(recalled.reviews), None)
    is_here = newest is not None and newest.month == command.review and ended.can_reopen(newest, recalled)
    return is_here and read_numbers(text).has_runs


def _failure(assessment: Assessment, one: Told, text: str, recalled: Recalled) -> ToldFailure | None:
    """How it failed, where the words behind a result tell of a failure themselves."""
    note = _as_typed(one.note, text)
    return told_failure(note, assessment.name, retrieves=typed_failures.retrieves(assessment, recalled))


def _are_bare(assessment: Assessment, results: Sequence[Told], text: str) -> bool:
    """Whether several results are told of a run, and none of them by a name: "we ran all four: 9/10, 8/10"."""
    is_several = any(one.unclear is Unclear.SEVERAL for one in results)
    return is_several and open_key(assessment) is None and bool(_CAME.search(text))


def _rest(review: Review, told_of: Mapping[GoldenTask, Told], tasks: Sequence[GoldenTask]) -> Iterator[str]:
    """What stands of the others, where the line says that they stay."""
    others = [task for task in tasks if task not in told_of]
    stand = listed([f"{task.name} ({untyped.stands(review, task.id)})" for task in others if task.id in review.results])
    without = listed([task.name for task in others if task.id not in review.results])
    if stand:
        yield f"The rest stands as it is: {stand}."
    if without:
        yield f"No result stands in this review yet for {without}."


def _asked(text: str, results: Sequence[Told], tasks: Sequence[GoldenTask], *, kept: bool) -> Iterator[str]:
    """What is asked for, where it is not plain what is told; `kept`: whether the line told something else plainly."""
    if read_numbers(text).is_share:
        yield "I count runs, not shares: say how many of how many passed."
        return
    kept_words = "The rest is written down" if kept else "Nothing was written down"
    for one in results:
        if one.unclear is Unclear.NOBODYS:
            names = listed([f"“{task.name}”" for task in tasks])
            whose = f"Which golden task is “{one.name}”{f', {one.numbers}' if one.numbers else ''}?"
            yield f"{whose} {kept_words}; say its name before it: {names}."
        elif one.unclear is not None:
            sentence = _ASKED[one.unclear] if one.numbers else _EITHER_IN_WORDS
            yield sentence.format(numbers=one.numbers, name=tasks[one.task or 0].name, Kept=kept_words)
        elif not read_results.is_known(one, tasks):
            names = listed([f"“{task.name}”" for task in tasks])
            yield f"Which golden task is that? Say its name before it: {names}."


def _without_review(
    assessment: Assessment, command: TypedText, tasks: Sequence[GoldenTask], results: Sequence[Told], recalled: Recalled
) -> Turn:
    """That a result has no place where no review is open, and when there will be one."""
    named_ = [tasks[task].name for task in dict.fromkeys(one.task for one in results) if task is not None]
    whose = f"That is a result of {listed(named_)}" if named_ else "That reads like a result"
    has_plan = is_planned(assessment)
    says = (
        f"{whose}, and results go into a review: {coming(assessment, recalled)}.",
        "Nothing was written down." if has_plan else "Nothing was written down. Plan the review, and it asks for them.",
        "A single wrong answer goes into the failure log now.",
    )
    if (newest := next(iter(recalled.reviews), None)) and ended.can_reopen(newest, recalled):
        how = "say “reopen the review”, and then the result again"
        says = (
            f"{whose}, and the review of {name_of(newest.month)} is {newest.state}: {how}.",
            *says[1:],
        )
    reply = HeardReply(assessment_id=assessment.id, typed="", says=says, can_log=True, can_plan=not has_plan)
    return Turn(says=(privately(command, reply),))


def _of_no_task(assessment: Assessment, command: TypedText) -> Turn:
    """That runs stand under a name that no golden task has, and where else they go."""
    names = listed([f"“{task.name}”" for task in assessment.golden_tasks])
    known = f"no golden task has that name: there are {names}" if names else "no golden task is written down yet"
    says = (
        f"That reads like a result, and {known}. Nothing was written down.",
        "Golden tasks are written down under the roadmap. A single wrong answer goes into the failure log now.",
    )
    reply = HeardReply(assessment_id=assessment.id, typed="", says=says, can_log=True)
    return Turn(says=(privately(command, reply),))


def _taken(
    assessment: Assessment, command: TypedText, review: Review, told_of: Mapping[GoldenTask, Told], recalled: Recalled
) -> Turn:
    """The review with the results, as if they stood in the modal."""
    about = command.about()
    runs = {task.id: f"{one.runs.passed} of {one.runs.ran}" for task, one in told_of.items() if one.runs}
    marks = {
        task.id: str(TaskResult.PASS if one.passed else TaskResult.FAIL)
        for task, one in told_of.items()
        if one.passed is not None
    }
    marks |= {task.id: str(TaskResult.COULD_NOT_JUDGE) for task, one in told_of.items() if one.is_unjudged}
    marks |= {task.id: str(TaskResult.NOT_RUN) for task, one in told_of.items() if one.is_unrun}
    saving = SaveCounts(**about, assessment_id=assessment.id, month=review.month, runs=runs, results=marks)
    turn = working.save_counts(assessment, review, saving, recalled)
    noted = tuple(untyped.noted(review, after, command.actor, recalled.now) for after in turn.reviews)
    return replace(turn, reviews=noted)


def _said_of(told_of: Mapping[GoldenTask, Told]) -> Iterator[str]:
    """What each result is under the bar of its task."""
    for task, one in told_of.items():
        bar, runs = bar_of(task.bar), one.runs
        if one.is_unjudged:
            yield f"{task.name}: could not be judged."
        elif one.is_unrun:
            yield f"{task.name}: not run."
        elif runs is not None and written_bar(task.bar) is None and not _ALWAYS.search(task.bar):
            why = "its bar names no number, so" if task.bar.strip() else "without a bar of its own"
            mark = _MARKED[mark_of(runs, bar)]
            yield f"{task.name}: {runs.passed} of {runs.ran} passed, {mark}: {why} every run has to."
        elif runs is not None:
            yield f"{task.name}: {runs.passed} of {runs.ran} passed, {_SOME[mark_of(runs, bar)]} ({bar.in_words})."
        else:
            yield f"{task.name}: {'passed' if one.passed else 'failed'}."


def _not_logged(notes: Sequence[str], text: str) -> Iterator[str]:
    """That what was said beside a result, and is no plain failure, has a place of its own."""
    if notes:
        quoted = listed([f"“{clean(_as_typed(note, text), _NOTE_LIMIT)}”" for note in notes])
        yield f"How it failed, {quoted}, is not counted yet: log it as a failure, and choose its bucket."


def _as_typed(note: str, text: str) -> str:
    """The note as it was typed; it was read folded."""
    at = text.casefold().rfind(note)
    return text[at : at + len(note)] if at >= 0 and len(text) == len(text.casefold()) else note


def _others(text: str, results: Sequence[Told]) -> tuple[str, ...]:
    """That other numbers in the line are not counted: failures have their own places. Those of a name are none."""
    left = unplaced(text, results)
    if left and all(one.unclear is None for one in results):
        return (f"Whose result {listed([f'“{one}”' for one in left])} is, I could not tell; say its name before it.",)
    is_more = read_numbers(text).has_others and len(results) < _SEVERAL
    return ("I took the runs alone; counts of failures are corrected under Change.",) if is_more else ()


def _asking(assessment: Assessment, command: TypedText, review: Review, *says: str) -> Turn:
    reply = HeardReply(assessment_id=assessment.id, typed="", says=says, review=review.month)
    return Turn(says=(privately(command, reply),))
