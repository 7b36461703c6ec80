"""The golden tasks: suggested from the facts, edited by the team in one modal, shown on the roadmap's first message.

Two people may have the modal open at once: a save touches the tasks that its modal held and leaves the others alone.
"""

import json
from collections.abc import Iterable, Sequence

from bot.commands import AddTask, CommandBase, EditTasks, TasksSaved, TaskTyped
from bot.dialogue.names import clean, clean_lines, is_visible
from bot.dialogue.roadmap import edits, ticked
from bot.dialogue.turn import Recalled, Turn, privately, problem
from bot.errors import BadInput, NoShare, NoTask, SameName, TooManyTasks
from bot.ids import Field, fault_at
from bot.replies import Confirmed, Done, TaskRow, TasksModal, TasksTold, Trouble
from rules.catalog.golden_tasks import GOLDEN_TASKS
from rules.review.marks import share_of
from rules.roadmap import Phase
from rules.roadmap_plan import FEWEST_TASKS, TASKS_ITEM, golden_tasks
from storage.records import Assessment, Decision, GoldenTask, TasksBefore

MOST = 20
NAME_LIMIT = 150
TEXT_LIMIT = 1_000
_NEW = "new"
_SUGGESTED = frozenset(text for row in GOLDEN_TASKS for text in (row.input, row.must_contain))
_SUGGESTED_BARS = frozenset(row.bar for row in GOLDEN_TASKS)


def edit_tasks(assessment: Assessment, decision: Decision, command: EditTasks, _: Recalled) -> Turn:
    """Open the modal with the team's tasks, or with suggestions in gray where it has none yet: they are nobody's."""
    shown = set(TaskRow.model_fields)
    own = tuple(TaskRow.model_validate(task.model_dump(include=shown)) for task in assessment.golden_tasks)
    suggested = tuple(TaskRow(id=f"{_NEW}{at}", bar=row.bar) for at, row in enumerate(golden_tasks(decision.facts), 1))
    return Turn(modal=_modal(assessment, command, own or suggested, is_suggested=not own, bar=assessment.bar))


def _modal(
    assessment: Assessment,
    command: CommandBase,
    rows: tuple[TaskRow, ...],
    *,
    is_suggested: bool = False,
    replaces: bool = False,
    bar: str = "",
) -> TasksModal:
    place = {"assessment": assessment.id, "channel": command.channel or assessment.channel}
    return TasksModal(
        private=json.dumps(place),
        assessment_id=assessment.id,
        name=assessment.name,
        rows=_with_hints(assessment, rows[:MOST]),
        bar=bar,
        is_suggested=is_suggested,
        can_add=len(rows) < MOST,
        replaces=replaces,
    )


def _with_hints(assessment: Assessment, rows: tuple[TaskRow, ...]) -> tuple[TaskRow, ...]:
    """The rows with what may stand in them, where the team has no tasks of its own yet."""
    if assessment.golden_tasks or assessment.decision is None:
        return rows
    suggested = {f"{_NEW}{at}": row for at, row in enumerate(golden_tasks(assessment.decision.facts), 1)}
    return tuple(
        row.model_copy(update={"name_hint": one.name, "input_hint": one.input, "content_hint": one.must_contain})
        if (one := suggested.get(row.id))
        else row
        for row in rows
    )


def add_task(assessment: Assessment, command: AddTask, _: Recalled) -> Turn:
    """The same modal with one more row; what was typed stays."""
    rows = tuple(TaskRow.model_validate(task.model_dump()) for task in _ordered(assessment, command.tasks))
    if len(rows) < MOST:
        rows = (*rows, TaskRow(id=_next_id(rows)))
    return Turn(modal=_modal(assessment, command, rows, replaces=True, bar=command.bar))


def _next_id(rows: Sequence[TaskRow]) -> str:
    numbers = [_number(row.id) for row in rows]
    return f"{_NEW}{max(numbers, default=0) + 1}"


def _number(task: str) -> int:
    found = task.removeprefix(_NEW)
    return int(found) if task.startswith(_NEW) and found.isdecimal() else 0


def _ordered(assessment: Assessment | None, typed: Sequence[TaskTyped]) -> list[TaskTyped]:
    """The rows as they stood: saved ones in their order, then new ones by number (Slack sends them in any order)."""
    places = {task.id: at for at, task in enumerate(assessment.golden_tasks)} if assessment else {}
    return sorted(typed, key=lambda row: (places.get(row.id, MOST + _number(row.id)), row.id))


def save(assessment: Assessment, _: Decision, command: TasksSaved, recalled: Recalled) -> Turn:
    """Keep what the modal holds, show it on the roadmap, and tick its item once three stand, each with its bar."""
    tasks = _merged(assessment, command, recalled)
    if len(tasks) > MOST:
        return problem(command, Trouble.TOO_MANY_TASKS, length=len(tasks), limit=MOST)
    bar = clean(command.bar, NAME_LIMIT)
    if tasks and tasks == assessment.golden_tasks and bar == assessment.bar:
        return Turn(says=(privately(command, Confirmed(done=Done.NOTHING_CHANGED, name=assessment.name)),))
    stood = TasksBefore(by=command.actor, at=recalled.now, tasks=assessment.golden_tasks, bar=assessment.bar)
    after = assessment.model_copy(
        update={"golden_tasks": tasks, "bar": bar, "tasks_before": stood, "changed_at": recalled.now}
    )
    bare = sum(not task.bar for task in tasks)
    before = {task.id for task in assessment.golden_tasks}
    empty = tuple(task.name for task in tasks if not (task.input and task.must_contain))
    if len(tasks) >= FEWEST_TASKS and not bare and not empty:
        after = ticked(after, TASKS_ITEM, command.actor, recalled.now)
    told = TasksTold(
        name=assessment.name,
        count=len(tasks),
        without_bar=bare,
        assessment_id=assessment.id,
        without_content=empty,
        without_question=tuple(task.name for task in tasks if task.must_contain and not task.input),
        without_answer=tuple(task.name for task in tasks if task.input and not task.must_contain),
        is_blank=not tasks and not assessment.golden_tasks,
        added=len({task.id for task in tasks} - before) if before else 0,
    )
    return Turn((after,), (*edits(after, Phase.EVALUATION, recalled), privately(command, told)))


def _merged(assessment: Assessment, command: TasksSaved, recalled: Recalled) -> tuple[GoldenTask, ...]:
    """The tasks after this save: by id, and a new one under the name of an old one takes its place.

    A pasted line is a name and no more: what stands under it already keeps all else that was written.
    """
    tasks = {task.id: task for task in assessment.golden_tasks}
    for at, row in enumerate((*_ordered(assessment, command.tasks), *_pasted(command.pasted))):
        name = clean(row.name, NAME_LIMIT)
        if not is_visible(name):
            tasks.pop(row.id, None)
            continue
        known = row.id if row.id in tasks else _called(tasks.values(), name)
        key = known or f"{recalled.new_id}-{at}"
        typed = {"name": name} if at >= len(command.tasks) else _parts(row, name)
        tasks[key] = tasks.get(key, GoldenTask(id=key, name=name)).model_copy(update=typed)
    return tuple(tasks.values())


def _called(tasks: Iterable[GoldenTask], name: str) -> str:
    """The id of the task of this name, as they are called by now; "" where there is none."""
    return next((task.id for task in tasks if task.name.casefold() == name.casefold()), "")


def _parts(row: TaskTyped, name: str) -> dict[str, str]:
    """What one row of the form holds."""
    return {
        "name": name,
        "input": _own(clean_lines(row.input, TEXT_LIMIT)),
        "must_contain": _own(clean_lines(row.must_contain, TEXT_LIMIT)),
        "bar": clean(row.bar, NAME_LIMIT),
    }


def _own(text: str) -> str:
    """What somebody wrote; a suggestion's own words stand for it and are nobody's task."""
    return "" if text in _SUGGESTED else text


def _typed(row: TaskTyped) -> tuple[str, ...]:
    """What somebody wrote beside a task's name; a bar as it was suggested is nobody's word."""
    return (row.input, row.must_contain, "" if clean(row.bar, NAME_LIMIT) in _SUGGESTED_BARS else row.bar)


def _pasted(text: str) -> list[TaskTyped]:
    """One task a line."""
    lines = [clean(line, NAME_LIMIT) for line in text.splitlines()]
    return [TaskTyped(id=f"pasted{at}", name=line) for at, line in enumerate(lines) if is_visible(line)]


def fault(command: TasksSaved) -> tuple[str, BadInput] | None:
    """What is wrong with what the modal holds, as the sentence under its field."""
    if is_visible(command.bar) and share_of(command.bar) is None:
        return Field.TASKS_BAR, NoShare()
    rows = _ordered(None, command.tasks)
    pasted = _pasted(command.pasted)
    named: set[str] = set()
    for row in rows:
        name = clean(row.name, NAME_LIMIT).casefold()
        if not is_visible(name):
            is_left = row.id.startswith(_NEW) and any(map(is_visible, _typed(row)))
            if is_left:
                return fault_at(Field.TASK_NAME, row.id), NoTask()
        elif name in named:
            return fault_at(Field.TASK_NAME, row.id), SameName()
        named.add(name)
    total = len([row for row in rows if is_visible(row.name)]) + len(pasted)
    if total > MOST:
        return Field.TASKS_PASTED, TooManyTasks(
            f"That would make {total:,} golden tasks, and {MOST} fit. Nothing is saved yet. "
            "Keep the three to five that stand for success."
        )
    return None
