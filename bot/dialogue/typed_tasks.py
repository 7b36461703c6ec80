"""Golden tasks written down by typing: named in a list or one after the other, given a bar, a question and its answer.

What is plain is done as the form does it, and shown as it stands then. Where words may be of several tasks, or of a
result as well as of a bar, buttons ask; a press writes the words down there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.commands import CommandBase, TypedText, WriteTask
from bot.dialogue import tasks_changed
from bot.dialogue.ask import open_key
from bot.dialogue.meant import answers_open
from bot.dialogue.names import clean, is_visible
from bot.dialogue.review.standing import awake_review, is_planned
from bot.dialogue.tasks_written import EDIT, called, exactly, saying, written
from bot.dialogue.turn import Recalled, Turn, privately
from bot.dialogue.wording import listed
from bot.replies import HeardReply, OfferedTask
from rules.hearing import Heard
from rules.hearing.following.task_bars import may_be_result
from rules.hearing.following.task_contents import TaskSaid
from rules.hearing.following.task_lines import of_others
from rules.hearing.following.task_words import in_figures, names_tasks
from rules.hearing.following.tasks import NamedTasks, read_amended, read_bars, read_new, read_task, read_tasks
from rules.hearing.following.tasks_changed import read_renamed
from rules.review.marks import written_bar
from storage.records import Assessment, Decision, GoldenTask

ALL, NAMED = "all", "named"
"""Of which golden task words are, where a press says it: of each, or of those that they name."""
_HOW = "Type them, such as “golden tasks: refunds 9 of 10, escalation 8 of 10”."
_CARRIED = 200
"""Characters of a line that a button carries."""
_MOST_BUTTONS = 4


def done(assessment: Assessment, command: TypedText, text: str, recalled: Recalled, *, heard: Heard) -> Turn | None:
    """What the line does to the golden tasks; None where it says nothing of them.

    While a question stands open it calls one by its name, or says that it speaks of them, and is no answer; `heard` is
    what it is taken for otherwise.
    """
    if not command.is_mention or command.is_edited or assessment.decision is None:
        return None
    if open_key(assessment) is not None and not _speaks_of_them(assessment, text, heard):
        return None
    # Lines stand apart as they were typed; behind the name of a decision they are cleaned.
    typed, text = in_figures(command.text.strip()), in_figures(text)
    if may_be_result(text) and awake_review(assessment, recalled):
        return None
    listed_tasks = read_tasks(typed, text)
    if listed_tasks is not None:
        return _listed(assessment, command, listed_tasks, recalled)
    renamed = read_renamed(text)
    said = _said(typed, text, assessment) if renamed is None or not renamed.bar else ()
    if said:
        return _told(assessment, command, text, said, recalled)
    return tasks_changed.done(assessment, command, text, recalled) if "?" not in text else None


def _speaks_of_them(assessment: Assessment, text: str, heard: Heard) -> bool:
    """Whether the words are plainly of golden tasks, and no answer to the open question."""
    said = text.casefold()
    names = (name for task in assessment.golden_tasks for name in (task.name, *task.also_called))
    is_named = any(name.casefold() in said for name in names)
    return names_tasks(text) or (is_named and not answers_open(assessment, heard))


def write(assessment: Assessment, decision: Decision, command: WriteTask, recalled: Recalled) -> Turn:
    """The words are of the task that was pressed: its bar, or what is asked in it."""
    text = in_figures(clean(command.typed))
    said = _said(text, text, assessment)
    if command.task == NAMED:
        wanted = [(one, task) for one in said if (task := called(one.whose, assessment.golden_tasks))]
    else:
        all_tasks = assessment.golden_tasks
        of = all_tasks if command.task == ALL else tuple(task for task in all_tasks if task.id == command.task)
        wanted = [(one, task) for one in said[:1] for task in of]
    if not wanted:
        return saying(assessment, command, "That golden task does not stand any more. Nothing was written down.")
    return written(assessment, decision, command, wanted, recalled)


def _said(typed: str, text: str, assessment: Assessment) -> tuple[TaskSaid, ...]:
    """What a line, or each line of several, says of a golden task; nothing where a part of it is something else."""
    names = [name for task in assessment.golden_tasks for name in (task.name, *task.also_called)]
    amended = read_amended(text, names)
    if amended is not None and called(amended.whose, assessment.golden_tasks):
        return (amended,)
    new = read_new(typed, names) or read_new(text, names)
    if new:
        return new
    lines = [line for line in typed.splitlines() if line.strip()]
    several = of_others(text, lambda whose: task.name if (task := called(whose, assessment.golden_tasks)) else "")
    for parts in ([*several], lines if len(lines) > 1 else []):
        read = [read_task(part, names) for part in parts]
        found = tuple(one for one in read if one is not None)
        if found and len(found) == len(read):
            return found
    return read_bars(text, names)


def _listed(assessment: Assessment, command: TypedText, named: NamedTasks, recalled: Recalled) -> Turn | None:
    """Golden tasks by their names, with what stands beside each; runs of known ones belong to an open review."""
    wanted = [one for one in named.tasks if is_visible(clean(one.whose))]
    known = [exactly(one.whose, assessment.golden_tasks) for one in wanted]
    is_result = all(task and one.bar and not one.answer for one, task in zip(wanted, known, strict=True))
    if not wanted or (is_result and awake_review(assessment, recalled)) or assessment.decision is None:
        return None
    return written(assessment, assessment.decision, command, list(zip(wanted, known, strict=True)), recalled)


def _told(
    assessment: Assessment, command: TypedText, text: str, said: Sequence[TaskSaid], recalled: Recalled
) -> Turn | None:
    """What is told of golden tasks: written down where it is plain of which, asked about where it is not."""
    stand = assessment.golden_tasks
    if not stand and all(one.bar and not one.answer and (one.is_plain or one.is_of_all) for one in said):
        return saying(assessment, command, "No golden task is written down yet, so nothing has a bar.", _HOW)
    if len(said) == 1 and not said[0].whose:
        return _of_none(assessment, command, text, said[0], recalled) if stand else None
    said = tuple(_of_the_one(said, stand))
    return _told_by_name(assessment, command, text, said, recalled) if all(one.whose for one in said) else None


def _told_by_name(
    assessment: Assessment, command: TypedText, text: str, said: Sequence[TaskSaid], recalled: Recalled
) -> Turn | None:
    """The same where each is told by a name, of a task that stands or of a new one."""
    stand, decision = assessment.golden_tasks, assessment.decision
    wanted = [(one, (exactly if one.is_new else called)(one.whose, stand)) for one in said]
    unknown = [one for one, task in wanted if task is None and not (one.is_new or (one.asked and one.answer))]
    if decision is None:
        return None
    if unknown:
        can_choose = len(said) == 1 and said[0].is_plain and bool(said[0].bar)
        return _which(assessment, command, text, said, [task.id for task in stand]) if can_choose else None
    if any(not one.is_plain for one in said):
        may_be_bars = not awake_review(assessment, recalled) and not any(task and task.bar for _, task in wanted)
        may_be_bars = may_be_bars and all(written_bar(one.bar) for one in said)
        return _which(assessment, command, text, said, [NAMED]) if may_be_bars else None
    return written(assessment, decision, command, wanted, recalled)


def _of_the_one(said: Sequence[TaskSaid], stand: Sequence[GoldenTask]) -> Iterator[TaskSaid]:
    """What is told beside others of none by its name: of the only one that lacks a bar."""
    lacking = [task.name for task in stand if not task.bar]
    for one in said:
        is_of_it = not (one.whose or one.answer) and len(lacking) == 1
        yield replace(one, whose=lacking[0]) if is_of_it else one


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
        return written(assessment, decision, command, of, recalled) if of else None
    if said.answer and not lacking:
        return None
    if len(lacking or stand) == 1:
        return written(assessment, decision, command, [(said, (lacking or list(stand))[0])], recalled)
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
        edits_tasks=EDIT,
        can_plan=of == [NAMED] and not is_planned(assessment),
    )
    return Turn(says=(privately(command, reply),))


def _unknown(said: Sequence[TaskSaid]) -> str:
    """That no golden task has the name under which the line speaks of one."""
    whose = next((one.whose for one in said if one.whose), "")
    return f"No golden task is called “{whose}”. " if whose else ""
