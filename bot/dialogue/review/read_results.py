"""The results that a typed line tells of golden tasks, as far as it is plain whose each is and what it is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.review import ended
from bot.dialogue.turn import Recalled
from rules.hearing.following.task_words import in_figures
from rules.review.marks import Mark, mark_of, read_runs, written_bar
from rules.review.naming import named
from rules.review.told_list import CLAUSE, task_of, told_list, told_results
from rules.review.told_plain import put_plainly
from rules.review.told_runs import COUNT, NO_RESULT, VERDICT, Told, Unclear
from rules.review.told_short import written_out
from storage.records import GoldenTask, ReviewState

_DOUBTS = re.compile(
    r"\b(?:not (?:sure|certain|true|so|yet)|maybe|perhaps|probably|i (?:think|guess)|let me|check(?:ing)?"
    r"|last (?:time|month)|before|wait|wrong|somebody|someone|says?)\b",
    re.IGNORECASE,
)
"""What leaves open whether the runs beside it are a result at all."""
_OF_ANSWERS = re.compile(r"\banswers?\b.*\bwrong\b|\bwrong answers?\b", re.IGNORECASE)
"""What tells how many answers are wrong in use, where it names no golden task."""


def read(text: str, tasks: Sequence[GoldenTask], recalled: Recalled) -> tuple[str, tuple[Told, ...]]:
    """The line as it is read, and the results that it tells, in the order of the line; none where it tells none.

    Where a name is none of theirs, what is asked in each golden task may hold it.
    """
    names = names_of(tasks)
    text = _written_out(put_plainly(in_figures(text)), names, tasks, recalled)
    results = tuple(_under_its_bar(one, tasks) for one in told_results(text, names))
    if _OF_ANSWERS.search(text) and all(one.task is None for one in results):
        return text, ()
    if is_plain(results, tasks):
        return text, results
    asked = [(*group, task.input) for group, task in zip(names, tasks, strict=True)]
    of_asked = tuple(_under_its_bar(one, tasks) for one in told_list(text, asked))
    return text, of_asked if is_plain(of_asked, tasks) else results


def apart(text: str, tasks: Sequence[GoldenTask]) -> tuple[str, str]:
    """The clauses of a line that are results, plain each by itself, and what it says beside them; "" where none is.

    "The new scans are in, late fee is at 9 of 10 now". Where runs stand in what is left, nobody knows whose they are.
    """
    if NO_RESULT.search(text.casefold()) or "?" in text:
        return "", ""
    told, left, end, names = list[str](), list[str](), 0, names_of(tasks)
    for cut in (*CLAUSE.finditer(text), None):
        clause, end = text[end : cut.start() if cut else len(text)].strip(), cut.end() if cut else len(text)
        found = told_list(put_plainly(in_figures(clause)), names) if clause else ()
        is_told = is_plain(tuple(_under_its_bar(one, tasks) for one in found), tasks)
        (told if is_told else left).append(clause)
    beside = ", ".join(filter(None, left))
    is_theirs = any(form.search(beside.casefold()) for form in (COUNT, VERDICT, _DOUBTS))
    is_theirs = is_theirs or any(_names_one(clause, names) for clause in left)
    return (", ".join(told), beside) if told and beside and not is_theirs else ("", "")


def _names_one(clause: str, names: Sequence[Sequence[str]]) -> bool:
    """Whether a clause names a golden task, so that the runs behind it may be of that one as well."""
    return bool(named(clause.casefold(), names)[1]) or task_of(clause, names) is not None


def is_plain(results: Sequence[Told], tasks: Sequence[GoldenTask]) -> bool:
    """Whether every result of a line is plain, so that nothing is asked back."""
    return bool(results) and all(one.unclear is None and is_known(one, tasks) for one in results)


def is_known(one: Told, tasks: Sequence[GoldenTask]) -> bool:
    """Whether it is plain whose result it is."""
    return one.task is not None or len(tasks) == 1


def names_of(tasks: Sequence[GoldenTask]) -> list[tuple[str, ...]]:
    """The names by which each golden task goes."""
    return [(task.name, *task.also_called) for task in tasks]


def _written_out(text: str, names: Sequence[Sequence[str]], tasks: Sequence[GoldenTask], recalled: Recalled) -> str:
    """The line with bare numbers as runs, where a review takes them or runs stand beside them."""
    newest = next(iter(recalled.reviews), None)
    is_of_review = newest is not None and (newest.state is ReviewState.OPEN or ended.can_reopen(newest, recalled))
    if not (is_of_review or COUNT.search(text)):
        return text
    runs = newest.runs if newest is not None else {}
    ran = {task.id: runs[task.id].of if task.id in runs else None for task in tasks}
    bars = {task.id: read_runs(task.bar) for task in tasks}
    return written_out(text, names, [ran[task.id] or (bar.ran if (bar := bars[task.id]) else None) for task in tasks])


def _under_its_bar(one: Told, tasks: Sequence[GoldenTask]) -> Told:
    """The result, unclear where it is said to pass or fail and its runs earn something else under the task's bar."""
    if one.verdict is None or one.runs is None or one.task is None:
        return one
    bar = written_bar(tasks[one.task].bar)
    earned = mark_of(one.runs, bar) if bar else None
    return one if earned is (Mark.PASSED if one.verdict else Mark.FAILED) else replace(one, unclear=Unclear.EITHER)
