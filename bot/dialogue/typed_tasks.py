"""Golden tasks written down by typing: named in a list, given a bar, a question and its answer, renamed, taken off.

What is plain is done as the form does it, and shown as it stands then. Where words may be of several tasks, or of a
result as well as of a bar, buttons ask; a press writes the words down there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.commands import CommandBase, TasksSaved, TaskTyped, TypedText, WriteTask
from bot.dialogue import tasks
from bot.dialogue.ask import open_key
from bot.dialogue.names import clean, clean_lines, is_visible
from bot.dialogue.review.standing import awake_review, is_planned
from bot.dialogue.turn import Recalled, Say, Turn, privately
from bot.dialogue.wording import listed
from bot.replies import HeardReply, OfferedTask, TasksTold, TaskWritten
from rules.hearing.following.tasks import (
    NamedTasks,
    TaskSaid,
    read_bars,
    read_task,
    read_tasks,
)
from rules.hearing.following.tasks_changed import read_removed, read_renamed, read_share_bar
from rules.review.marks import share_in_words, written_bar
from rules.review.naming import nearly
from storage.records import Assessment, Decision, GoldenTask

ALL, NAMED = "all", "named"
"""Of which golden task words are, where a press says it: of each, or of those that they name."""
_EDIT = "Edit golden tasks"
_HOW = "Type them, such as “golden tasks: refunds 9 of 10, escalation 8 of 10”."
_CARRIED = 200
"""Characters of a line that a button carries."""
_MOST_BUTTONS = 4


def done(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """What the line does to the golden tasks; None where it says nothing of them."""
    is_takeable = command.is_mention and not command.is_edited and open_key(assessment) is None
    if not is_takeable or assessment.decision is None:
        return None
    # Lines stand apart as they were typed; behind the name of a decision they are cleaned.
    listed_tasks = read_tasks(command.text.strip(), text)
    if listed_tasks is not None:
        return _listed(assessment, command, listed_tasks, recalled)
    said = _said(command.text.strip(), text, assessment)
    if said:
        return _told(assessment, command, text, said, recalled)
    return _changed(assessment, command, text, recalled) if "?" not in text else None


def write(assessment: Assessment, decision: Decision, command: WriteTask, recalled: Recalled) -> Turn:
    """The words are of the task that was pressed: its bar, or what is asked in it."""
    text = clean(command.typed)
    said = _said(text, text, assessment)
    if command.task == NAMED:
        wanted = [(one, task) for one in said if (task := _called(one.whose, assessment.golden_tasks))]
    else:
        all_tasks = assessment.golden_tasks
        of = all_tasks if command.task == ALL else tuple(task for task in all_tasks if task.id == command.task)
        wanted = [(one, task) for one in said[:1] for task in of]
    if not wanted:
        return _saying(assessment, command, "That golden task does not stand any more. Nothing was written down.")
    return _written(assessment, decision, command, wanted, recalled)


def _said(typed: str, text: str, assessment: Assessment) -> tuple[TaskSaid, ...]:
    """What a line, or each line of several, says of a golden task; nothing where a part of it is something else."""
    names = [name for task in assessment.golden_tasks for name in (task.name, *task.also_called)]
    lines = [line for line in typed.splitlines() if line.strip()]
    for parts in ([text], lines if len(lines) > 1 else []):
        read = [read_task(part, names) for part in parts]
        found = tuple(one for one in read if one is not None)
        if found and len(found) == len(read):
            return found
    return read_bars(text, names)


def _listed(assessment: Assessment, command: TypedText, named: NamedTasks, recalled: Recalled) -> Turn | None:
    """Golden tasks by their names, with what stands beside each; runs of known ones belong to an open review."""
    wanted = [one for one in named.tasks if is_visible(clean(one.whose))]
    known = [_exactly(one.whose, assessment.golden_tasks) for one in wanted]
    is_result = all(task and one.bar and not one.answer for one, task in zip(wanted, known, strict=True))
    if not wanted or (is_result and awake_review(assessment, recalled)) or assessment.decision is None:
        return None
    return _written(assessment, assessment.decision, command, list(zip(wanted, known, strict=True)), recalled)


def _told(
    assessment: Assessment, command: TypedText, text: str, said: Sequence[TaskSaid], recalled: Recalled
) -> Turn | None:
    """What is told of golden tasks: written down where it is plain of which, asked about where it is not."""
    stand, decision = assessment.golden_tasks, assessment.decision
    if decision is None:
        return None
    if not stand and all(one.bar and not one.answer and (one.is_plain or one.is_of_all) for one in said):
        return _saying(assessment, command, "No golden task is written down yet, so nothing has a bar.", _HOW)
    if any(not one.whose for one in said):
        return _of_none(assessment, command, text, said[0], recalled) if len(said) == 1 and stand else None
    wanted = [(one, _called(one.whose, stand)) for one in said]
    unknown = [one for one, task in wanted if task is None and not (one.asked and one.answer)]
    if unknown:
        can_choose = len(said) == 1 and said[0].is_plain and bool(said[0].bar)
        return _which(assessment, command, text, said, [task.id for task in stand]) if can_choose else None
    if any(not one.is_plain for one in said):
        may_be_bars = not awake_review(assessment, recalled) and not any(task and task.bar for _, task in wanted)
        may_be_bars = may_be_bars and all(written_bar(one.bar) for one in said)
        return _which(assessment, command, text, said, [NAMED]) if may_be_bars else None
    return _written(assessment, decision, command, wanted, recalled)


def _of_none(assessment: Assessment, command: TypedText, text: str, said: TaskSaid, recalled: Recalled) -> Turn | None:
    """What is told of no task by its name: of all, of the only one that lacks it, or of one that a press names."""
    stand, decision = assessment.golden_tasks, assessment.decision
    if not any(map(str.isdecimal, said.bar)) and not said.answer:
        return None
    is_rest = any(word in text.casefold() for word in ("other", "rest"))
    lacking = [task for task in stand if (not task.bar if said.bar and not said.answer else not task.must_contain)]
    if decision is None or (not said.is_plain and (awake_review(assessment, recalled) or not lacking)):
        return None
    if said.is_of_all:
        of = [(said, task) for task in stand if not is_rest or not task.bar]
        return _written(assessment, decision, command, of, recalled) if of else None
    if said.answer and not lacking:
        return None
    if len(lacking or stand) == 1:
        return _written(assessment, decision, command, [(said, (lacking or list(stand))[0])], recalled)
    ids = [task.id for task in lacking or stand]
    return _which(assessment, command, text, [said], [*([ALL] if not said.answer else []), *ids])


def _which(
    assessment: Assessment, command: CommandBase, text: str, said: Sequence[TaskSaid], of: Sequence[str]
) -> Turn:
    """Of which golden task the words are; or whether the runs that they name are a bar at all."""
    names = {task.id: task.name for task in assessment.golden_tasks}
    labels = {ALL: "Each of them", NAMED: "Its bar" if len(said) == 1 else "Their bars", **names}
    bars = listed([f"“{one.bar}” of {one.whose}" for one in said if one.whose])
    says = (
        f"Is {bars} how many runs have to pass? Results go into a review, and none is open."
        if of == [NAMED]
        else f"{_unknown(said)}Of which golden task is that? Nothing is written down until you choose, or name it."
    )
    can_carry = len(text) <= _CARRIED
    reply = HeardReply(
        assessment_id=assessment.id,
        typed="",
        says=(says,),
        tasks=tuple(OfferedTask(task=one, label=labels[one]) for one in of[:_MOST_BUTTONS]) if can_carry else (),
        line=text if can_carry else "",
        edits_tasks=_EDIT,
        can_plan=of == [NAMED] and not is_planned(assessment),
    )
    return Turn(says=(privately(command, reply),))


def _unknown(said: Sequence[TaskSaid]) -> str:
    """That no golden task has the name under which the line speaks of one."""
    whose = next((one.whose for one in said if one.whose), "")
    return f"No golden task is called “{whose}”. " if whose else ""


def _written(
    assessment: Assessment,
    decision: Decision,
    command: CommandBase,
    wanted: Sequence[tuple[TaskSaid, GoldenTask | None]],
    recalled: Recalled,
) -> Turn:
    """What is told saved as the form saves it, and shown as it stands then."""
    none = next(
        (one.bar for one, _ in wanted if any(map(str.isdecimal, one.bar)) and written_bar(one.bar) is None), None
    )
    if none is not None:
        says = f"“{none}” cannot be a bar: say how many of how many runs have to pass, such as 9 of 10."
        return _saying(assessment, command, says, "Nothing was written down.")
    rows = _rows(wanted)
    about = command.about(assessment_id=assessment.id)
    turn = tasks.save(assessment, decision, TasksSaved(**about, tasks=rows, bar=assessment.bar), recalled)
    if not turn.assessments:
        return turn
    after = {clean(task.name).casefold(): task for task in turn.assessments[-1].golden_tasks}
    shown = [after[key] for row in rows if (key := clean(row.name, tasks.NAME_LIMIT).casefold()) in after]
    written = tuple(
        TaskWritten(name=task.name, input=task.input, must_contain=task.must_contain, bar=task.bar)
        for task in shown
        if task.bar or task.input or task.must_contain
    )
    return replace(turn, says=tuple(_showing(say, written) for say in turn.says))


def _showing(say: Say, written: tuple[TaskWritten, ...]) -> Say:
    is_of_tasks = isinstance(say.reply, TasksTold)
    return replace(say, reply=say.reply.model_copy(update={"written": written})) if is_of_tasks else say


def _rows(wanted: Sequence[tuple[TaskSaid, GoldenTask | None]]) -> tuple[TaskTyped, ...]:
    """The rows of the form: what is told in the place of what stood, the rest as it stands. A name counts once."""
    rows: dict[str, TaskTyped] = {}
    for number, (one, task) in enumerate(wanted, 1):
        stands = task or GoldenTask(id=f"new{number}", name=one.whose)
        row = TaskTyped(
            id=stands.id,
            name=stands.name if one.asked or one.bar else one.whose or stands.name,
            input=one.asked or stands.input,
            must_contain=one.answer or stands.must_contain,
            bar=one.bar or stands.bar,
        )
        rows.setdefault(clean(row.name).casefold(), row)
    return tuple(rows.values())


def _changed(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """A golden task renamed or taken off, or how many of them have to pass."""
    share, stand = read_share_bar(text), assessment.golden_tasks
    if share is not None and stand:
        return _shared(assessment, command, share.bar, recalled)
    renamed, removed = read_renamed(text), read_removed(text)
    named = renamed or removed
    task = _called(named.whose, stand) if named else None
    if named is None or (task is None and renamed and not renamed.is_task):
        return None
    if task is None:
        return _no_such(assessment, command, named.whose)
    if renamed is not None:
        return _renamed(assessment, command, task, renamed.name, recalled)
    kept = tuple(each for each in stand if each is not task)
    held = ", ".join(part for part in _held(task) if part)
    says = (
        f"Taken off: “{task.name}”{f' ({held})' if held else ''}. {len(kept)} of {len(stand)} golden tasks stand.",
        f"To have it back, type “golden tasks: {task.name}”, and what was written of it.",
    )
    return _saved(assessment, command, TaskTyped(id=task.id), recalled, *says)


def _held(task: GoldenTask) -> Iterator[str]:
    yield f"asked: {task.input}" if task.input else ""
    yield f"must contain: {task.must_contain}" if task.must_contain else ""
    yield f"bar: {task.bar}" if task.bar else ""


def _renamed(assessment: Assessment, command: TypedText, task: GoldenTask, typed: str, recalled: Recalled) -> Turn:
    name = clean(typed, tasks.NAME_LIMIT)
    other = _exactly(name, assessment.golden_tasks)
    if not is_visible(name) or (other is not None and other is not task):
        says = f"Another golden task is called “{name}” already. Nothing was renamed."
        return _saying(assessment, command, says if other else "That is no name. Nothing was renamed.")
    row = TaskTyped(**{**task.model_dump(include=set(TaskTyped.model_fields)), "name": name})
    back = f"To undo it, type “rename {name} to {task.name}”."
    return _saved(assessment, command, row, recalled, f"“{task.name}” is called “{name}” now.", back)


def _shared(assessment: Assessment, command: TypedText, bar: str, recalled: Recalled) -> Turn:
    if written_bar(bar) is None:
        return _saying(assessment, command, f"“{bar}” cannot be a bar. Say how many of how many, such as 4 of 5.")
    says = f"{share_in_words(bar)} golden tasks have to pass from now on; it was {share_in_words(assessment.bar)}."
    return _saved(assessment, command, None, recalled, says, bar=clean_lines(bar, tasks.NAME_LIMIT))


def _saved(
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
    return replace(turn, says=kept).saying(*_saying(assessment, command, *says).says)


def _no_such(assessment: Assessment, command: TypedText, whose: str) -> Turn:
    names = listed([f"“{task.name}”" for task in assessment.golden_tasks])
    there = f"there are {names}" if names else "none is written down yet"
    return _saying(assessment, command, f"No golden task is called “{whose}”: {there}. Nothing was changed.")


def _saying(assessment: Assessment, command: CommandBase, *says: str) -> Turn:
    label = _EDIT if assessment.golden_tasks else "Add golden tasks"
    reply = HeardReply(assessment_id=assessment.id, typed="", says=says, edits_tasks=label)
    return Turn(says=(privately(command, reply),))


def _called(whose: str, stand: Sequence[GoldenTask]) -> GoldenTask | None:
    """The task that these words name, in full or by what tells it from the others."""
    exact = _exactly(whose, stand)
    near = nearly(whose, [(task.name, *task.also_called) for task in stand]) if exact is None else None
    return stand[near] if near is not None else exact


def _exactly(whose: str, stand: Sequence[GoldenTask]) -> GoldenTask | None:
    wanted = clean(whose).casefold()
    names = ((task, name) for task in stand for name in (task.name, *task.also_called))
    return next((task for task, name in names if name.casefold() == wanted), None)
