"""Typed words saved as the form of the golden tasks saves them, and what the one who typed is told.

Shared by what is told of tasks and by what changes those that stand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.commands import CommandBase, TasksSaved, TaskTyped, TypedText
from bot.dialogue import tasks
from bot.dialogue.names import clean
from bot.dialogue.turn import Recalled, Say, Turn, privately
from bot.replies import HeardReply, TasksTold, TaskWritten
from rules.hearing.following.task_contents import TaskSaid
from rules.hearing.following.task_words import SAME_BAR
from rules.review.marks import written_bar
from rules.review.naming import nearly
from rules.review.told_list import task_of
from storage.records import Assessment, Decision, GoldenTask, TasksBefore

EDIT = "Edit golden tasks"


def written(
    assessment: Assessment,
    decision: Decision,
    command: CommandBase,
    wanted: Sequence[tuple[TaskSaid, GoldenTask | None]],
    recalled: Recalled,
) -> Turn:
    """What is told saved as the form saves it, and shown as it stands then."""
    wanted = tuple(_with_bars(wanted, assessment))
    none = next(
        (one.bar for one, _ in wanted if any(map(str.isdecimal, one.bar)) and written_bar(one.bar) is None), None
    )
    if none is not None:
        says = f"“{none}” cannot be a bar: say how many of how many runs have to pass, such as 9 of 10."
        return saying(assessment, command, says, "Nothing was written down.")
    rows = _rows(wanted)
    about = command.about(assessment_id=assessment.id)
    turn = tasks.save(assessment, decision, TasksSaved(**about, tasks=rows, bar=assessment.bar), recalled)
    if not turn.assessments:
        return turn
    after = {clean(task.name).casefold(): task for task in turn.assessments[-1].golden_tasks}
    shown = [after[key] for row in rows if (key := clean(row.name, tasks.NAME_LIMIT).casefold()) in after]
    stands = tuple(
        TaskWritten(name=task.name, input=task.input, must_contain=task.must_contain, bar=task.bar)
        for task in shown
        if task.bar or task.input or task.must_contain
    )
    return replace(turn, says=tuple(_showing(say, stands) for say in turn.says))


def _with_bars(
    wanted: Sequence[tuple[TaskSaid, GoldenTask | None]], assessment: Assessment
) -> Iterator[tuple[TaskSaid, GoldenTask | None]]:
    """What is told, with the bar of the task before it where it says that its own is the same."""
    stand = assessment.golden_tasks
    last = newest(stand, assessment.tasks_before).bar if stand else ""
    last = last or next((task.bar for task in reversed(stand) if task.bar), "")
    for one, task in wanted:
        last = last if one.bar == SAME_BAR else one.bar or last
        yield (replace(one, bar=last) if one.bar == SAME_BAR else one), task


def newest(stand: Sequence[GoldenTask], before: TasksBefore | None) -> GoldenTask:
    """The task that the last save wrote down or changed; the last of all where that is none of these. One stands."""
    stood = before.tasks if before is not None else ()
    return next((task for task in reversed(stand) if task not in stood), stand[-1])


def _showing(say: Say, written: tuple[TaskWritten, ...]) -> Say:
    is_of_tasks = isinstance(say.reply, TasksTold)
    return replace(say, reply=say.reply.model_copy(update={"written": written})) if is_of_tasks else say


def _rows(wanted: Sequence[tuple[TaskSaid, GoldenTask | None]]) -> tuple[TaskTyped, ...]:
    """The rows of the form: what is told in the place of what stood, the rest as it stands. A name counts once."""
    rows: dict[str, TaskTyped] = {}
    for number, (one, task) in enumerate(wanted, 1):
        stands = task or GoldenTask(id=f"new{number}", name=one.whose)
        adds = one.is_more and bool(stands.must_contain)
        row = TaskTyped(
            id=stands.id,
            name=_name(one, stands),
            input=one.asked or stands.input,
            must_contain=f"{stands.must_contain}, {one.answer}" if adds else one.answer or stands.must_contain,
            bar=one.bar or stands.bar,
        )
        rows.setdefault(clean(row.name).casefold(), row)
    return tuple(rows.values())


def _name(one: TaskSaid, stands: GoldenTask) -> str:
    """Its name as it stands or was typed; a task that is another one now, and was called as it asked, is so again."""
    if one.is_anew and one.asked and stands.name.casefold() == stands.input.casefold():
        return one.asked
    return stands.name if one.asked or one.bar or one.is_more or one.answer else one.whose or stands.name


def saved(
    assessment: Assessment, command: TypedText, row: TaskTyped | None, recalled: Recalled, *says: str, bar: str = ""
) -> Turn:
    """One change saved as the form saves it, told in these sentences."""
    if assessment.decision is None:
        return Turn()
    about = command.about(assessment_id=assessment.id)
    rows = (row,) if row else ()
    saving = TasksSaved(**about, tasks=rows, bar=bar or assessment.bar)
    turn = tasks.save(assessment, assessment.decision, saving, recalled)
    kept = tuple(say for say in turn.says if not isinstance(say.reply, TasksTold))
    return replace(turn, says=kept).saying(*saying(assessment, command, *says).says)


def saying(assessment: Assessment, command: CommandBase, *says: str) -> Turn:
    """These sentences to the one who typed, with the form beneath."""
    label = EDIT if assessment.golden_tasks else "Add golden tasks"
    reply = HeardReply(assessment_id=assessment.id, typed="", says=says, edits_tasks=label)
    return Turn(says=(privately(command, reply),))


def called(whose: str, stand: Sequence[GoldenTask], *, by_place: bool = True) -> GoldenTask | None:
    """The task that these words name, in full, by what tells it from the others, or by its place."""
    find = task_of if by_place else nearly
    exact = exactly(whose, stand)
    near = find(whose, [(task.name, *task.also_called) for task in stand]) if exact is None else None
    return stand[near] if near is not None else exact


def exactly(whose: str, stand: Sequence[GoldenTask]) -> GoldenTask | None:
    """The task that has this name, or goes by it in result files."""
    wanted = clean(whose).casefold()
    names = ((task, name) for task in stand for name in (task.name, *task.also_called))
    return next((task for task, name in names if name.casefold() == wanted), None)
