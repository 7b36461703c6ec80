"""Golden tasks that stand changed by typing: renamed, taken off, how many have to pass; and the last change undone.

What somebody saved last is theirs to take back, however it was saved, until anybody saves again.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from bot.commands import CommandBase, TaskTyped, TypedText
from bot.dialogue import tasks
from bot.dialogue.names import clean, clean_lines, is_visible
from bot.dialogue.review import untyped
from bot.dialogue.roadmap import edits, find, marked, with_item
from bot.dialogue.tasks_written import called, exactly, newest, saved, saying
from bot.dialogue.turn import Recalled, Turn
from bot.dialogue.wording import listed
from rules.hearing.following.tasks_changed import (
    Removed,
    Renamed,
    is_part,
    parts_one,
    read_dropped,
    read_removed,
    read_renamed,
    read_share_bar,
    takes_back,
)
from rules.review.marks import share_in_words, written_bar
from rules.roadmap import Phase
from rules.roadmap_plan import TASKS_ITEM
from storage.records import Assessment, GoldenTask, ItemState, TasksBefore

_FRESH = timedelta(minutes=15)
"""So long "delete that" means what was saved last."""
_BETWEEN = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+")
"""What parts what a good answer must contain."""
_NEWEST = frozenset({"last", "latest", "newest", "last one", "latest one", "newest one"})


def done(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """A golden task renamed or taken off, how many of them have to pass, or what was saved just now taken back."""
    if (undone := _taken_back(assessment, command, text, recalled)) is not None:
        return undone
    share, stand = read_share_bar(text), assessment.golden_tasks
    if share is not None and stand:
        return _shared(assessment, command, share.bar, recalled)
    renamed, removed = read_renamed(text), read_removed(text)
    named = renamed or removed
    task = _meant(assessment, command, named, recalled) if named else None
    if named is None or task is None:
        partly = _partly(assessment, command, text, renamed, recalled)
        return partly or (_no_such(assessment, command, named.whose) if named and named.is_task else None)
    if renamed is not None:
        return _renamed(assessment, command, task, renamed, recalled)
    kept = tuple(each for each in stand if each is not task)
    held = ", ".join(part for part in _held(task) if part)
    says = (
        f"Taken off: “{task.name}”{f' ({held})' if held else ''}. {len(kept)} of {len(stand)} golden tasks stand.",
        "To have it back, type “undo”, as long as nobody has changed the golden tasks since.",
    )
    return saved(assessment, command, TaskTyped(id=task.id), recalled, *says)


def _meant(
    assessment: Assessment, command: TypedText, named: Renamed | Removed, recalled: Recalled
) -> GoldenTask | None:
    """The task that is to be changed, by its name or as the last one; None where none is meant."""
    stand = assessment.golden_tasks
    is_in_full = isinstance(named, Removed) and named.is_in_full
    by_place = isinstance(named, Renamed) or named.is_task  # "the second one" alone may be anything
    find_it = exactly if is_in_full else partial(called, by_place=by_place)
    task = find_it(named.whose, stand)
    if task is None and isinstance(named, Removed) and named.short:
        task = find_it(named.short, stand)
    if task is not None or not stand:
        return task
    if isinstance(named, Removed):
        return stand[-1] if named.is_task and named.whose.casefold() in _NEWEST else None
    fresh = _fresh(assessment, command, recalled) if named.is_last else None
    return newest(stand, fresh) if fresh else None


def _held(task: GoldenTask) -> Iterator[str]:
    yield f"asked: {task.input}" if task.input else ""
    yield f"must contain: {task.must_contain}" if task.must_contain else ""
    yield f"bar: {task.bar}" if task.bar else ""


def _partly(
    assessment: Assessment, command: TypedText, text: str, renamed: Renamed | None, recalled: Recalled
) -> Turn | None:
    """A part of one task's answer dropped, or that a task is called so already; None where it says neither."""
    stand, dropped = assessment.golden_tasks, read_dropped(text)
    if renamed is not None and (so := exactly(renamed.name, stand)):
        says = f"“{so.name}” is called so already, and no golden task is called “{clean(renamed.whose)}”."
        return saying(assessment, command, says, "Nothing was renamed.")
    whose = called(dropped.whose, stand) if dropped and dropped.whose else None
    if dropped is None or (dropped.whose and whose is None):
        return None
    found = [
        (task, part)
        for task in ([whose] if whose else stand)
        for part in _BETWEEN.split(task.must_contain)
        if is_part(dropped.what, part)
    ]
    if len(found) != 1:
        return None
    task, part = found[0]
    rest = [other for other in _BETWEEN.split(task.must_contain) if other != part]
    if not rest:
        says = f"“{part}” is all that “{task.name}” must contain. Nothing was changed."
        return saying(assessment, command, says, f"To take the task off, type “remove golden task {task.name}”.")
    left = ", ".join(rest)
    row = TaskTyped(**{**task.model_dump(include=set(TaskTyped.model_fields)), "must_contain": left})
    says = f"“{task.name}” must contain: {left}. Dropped: {part}."
    return saved(assessment, command, row, recalled, says, "To have it back, type “undo”.")


def _renamed(assessment: Assessment, command: TypedText, task: GoldenTask, said: Renamed, recalled: Recalled) -> Turn:
    name = clean(said.name, tasks.NAME_LIMIT)
    other = exactly(name, assessment.golden_tasks)
    if not is_visible(name) or (other is not None and other is not task):
        says = f"Another golden task is called “{name}” already. Nothing was renamed."
        return saying(assessment, command, says if other else "That is no name. Nothing was renamed.")
    is_bar = bool(said.bar) and written_bar(said.bar) is not None
    held = task.model_dump(include=set(TaskTyped.model_fields))
    row = TaskTyped(**{**held, "name": name, **({"bar": said.bar} if is_bar else {})})
    back = "To undo it, type “undo”." if is_bar else f"To undo it, type “rename {name} to {task.name}”."
    bar = f", and its bar is {said.bar}" if is_bar else ""
    return saved(assessment, command, row, recalled, f"“{task.name}” is called “{name}” now{bar}.", back)


def _shared(assessment: Assessment, command: TypedText, bar: str, recalled: Recalled) -> Turn:
    if written_bar(bar) is None:
        return saying(assessment, command, f"“{bar}” cannot be a bar. Say how many of how many, such as 4 of 5.")
    says = f"{share_in_words(bar)} golden tasks have to pass from now on; it was {share_in_words(assessment.bar)}."
    return saved(assessment, command, None, recalled, says, bar=clean_lines(bar, tasks.NAME_LIMIT))


def _no_such(assessment: Assessment, command: TypedText, whose: str) -> Turn:
    names = listed([f"“{task.name}”" for task in assessment.golden_tasks])
    there = f"there are {names}" if names else "none is written down yet"
    return saying(assessment, command, f"No golden task is called “{whose}”: {there}. Nothing was changed.")


def may_take_back(command: CommandBase) -> bool:
    """Whether the words may take back what was saved: only then is it looked up what the person did since."""
    return isinstance(command, TypedText) and (
        takes_back(command.text) or parts_one(command.text) or _renames_last(command.text)
    )


def _renames_last(text: str) -> bool:
    renamed = read_renamed(text)
    return renamed is not None and renamed.is_last


def _fresh(assessment: Assessment, command: TypedText, recalled: Recalled) -> TasksBefore | None:
    """How the golden tasks stood before this person's last save, where that was just now and the last that they did."""
    before = _own(assessment, command, recalled)
    return before if before is not None and recalled.now - before.at <= _FRESH else None


def _taken_back(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """What the person saved just now taken back by "delete that", or how one task is parted into two."""
    if not (takes_back(text) or parts_one(text)) or _fresh(assessment, command, recalled) is None:
        return None
    if takes_back(text):
        return undo(assessment, command, recalled)
    says = "To have two, type “delete that”, and then each in a line of its own."
    return saying(assessment, command, says, "Such as “golden task: refunds, must contain 30 days, 9 of 10”.")


def undo(assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn | None:
    """The golden tasks as they stood before the person's last save; None where they did something since."""
    before = _own(assessment, command, recalled)
    if before is None:
        return None
    after = assessment.model_copy(
        update={
            "golden_tasks": before.tasks,
            "bar": before.bar,
            "tasks_before": None,
            "changed_at": recalled.now,
        }
    )
    item = find(after, TASKS_ITEM)
    if item is not None and item.done_at == before.at:
        after = with_item(after, item.model_copy(update=marked(ItemState.OPEN, command.actor, recalled.now)))
    says = f"Taken back: {listed([*_undone(assessment, before)])}."
    turn = Turn((after,), edits(after, Phase.EVALUATION, recalled))
    return turn.saying(*saying(after, command, says, _stand(after)).says)


def _own(assessment: Assessment, command: TypedText, recalled: Recalled) -> TasksBefore | None:
    """How the golden tasks stood before this person's last save, where that is the last that they did."""
    before = assessment.tasks_before
    if assessment.decision is None or before is None or before.by != command.actor:
        return None
    answered = [answer.at for answer in assessment.answers.values() if answer.by == command.actor]
    ticked = [item.done_at for item in assessment.checklist if item.done_at and item.done_by == command.actor]
    failure = recalled.failure
    logged = [failure.at] if failure and failure.by == command.actor and failure.withdrawn_at is None else []
    typed = untyped.last_of(command.actor, recalled)
    is_last = before.at >= max([*answered, *ticked, *logged, *([typed] if typed else [])], default=before.at)
    return before if is_last else None


def _undone(assessment: Assessment, before: TasksBefore) -> Iterator[str]:
    """What is undone of each task, and of the share that has to pass."""
    stood = {task.id: task for task in before.tasks}
    stand = {task.id: task for task in assessment.golden_tasks}
    for task in assessment.golden_tasks:
        was = stood.get(task.id)
        if was is None:
            yield f"“{task.name}” is no golden task any more"
        elif was.name != task.name:
            yield f"“{task.name}” is called “{was.name}” again"
        elif was != task:
            held = ", ".join(part for part in _held(was) if part)
            yield f"“{was.name}” stands as before ({held or 'its name alone'})"
    yield from (f"“{task.name}” is a golden task again" for key, task in stood.items() if key not in stand)
    if before.bar != assessment.bar:
        yield f"{share_in_words(before.bar)} have to pass again"


def _stand(after: Assessment) -> str:
    count = len(after.golden_tasks)
    return f"{count} golden {'task stands' if count == 1 else 'tasks stand'} now." if count else "None stands now."
