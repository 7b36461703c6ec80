"""Submits of what follows a verdict: golden tasks, roadmap items, the failure log, re-assessment."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from bot import commands
from bot.commands import CommandBase, TaskTyped
from bot.ids import Field, Modal, read_value
from bot.parse.inputs import belongings, chosen, entered, kept, place
from bot.parse.shapes import NAME, Action, Chosen, Interaction, View
from bot.parse.shared import shared_files
from bot.parse.text import readable

_DATE = re.compile(r"^\d{4}-\d\d-\d\d$")
_TEXT_LIMIT = 3_000


def log_of_message(body: Mapping[str, Any], who: dict[str, Any]) -> CommandBase:
    """The message shortcut: what the message says, and where it stands."""
    try:
        message = Chosen.model_validate(body.get("message"))
    except ValidationError:
        return commands.OutOfDate(**who)
    return commands.LogFailure(
        **who,
        text=readable(message.text)[:_TEXT_LIMIT],
        message_ts=message.ts,
        thread_ts=message.thread_ts or message.ts,
    )


def files_of_message(body: Mapping[str, Any], who: dict[str, Any]) -> CommandBase:
    """The message shortcut that reads results: the files of the message, and in which thread it stands."""
    try:
        message = Chosen.model_validate(body.get("message"))
    except ValidationError:
        return commands.OutOfDate(**who)
    return commands.ReadFiles(**who, thread_ts=message.thread_ts or message.ts, files=shared_files(message.files))


def typed_tasks(_: Action, payload: Interaction) -> Mapping[str, Any] | None:
    """The golden tasks as the open modal holds them, and where it was opened; None outside of a modal."""
    view = payload.view
    return {**place(view), "tasks": _tasks(view), "bar": entered(view, Field.TASKS_BAR)} if view else None


def submit(modal: Modal, view: View, who: dict[str, Any]) -> CommandBase | None:
    """The submit of one of these modals; None where it is not ours or of another release."""
    read = _SUBMITS.get(modal)
    try:
        return read(view, {**who, **place(view)}) if read else None
    except (KeyError, TypeError, ValidationError):
        return None


def _id(found: object) -> str:
    if not isinstance(found, str) or not NAME.match(found):
        raise KeyError(found)
    return found


def _failure(view: View, who: dict[str, Any]) -> CommandBase:
    task_of, task = _task(view)
    return commands.FailureLogged(
        **who,
        **_what_failed(view, _id(chosen(view, Field.FEATURE)), task),
        task_of=task_of,
        message_ts=kept(view).get("message_ts", ""),
    )


def _corrected(view: View, who: dict[str, Any]) -> CommandBase:
    return commands.FailureCorrected(**who, **_what_failed(view, _id(kept(view)["assessment"]), _task(view)[1]))


def _what_failed(view: View, assessment_id: str, task: str) -> dict[str, Any]:
    return {
        "assessment_id": assessment_id,
        "failure_id": _id(kept(view)["failure"]),
        "bucket": chosen(view, Field.BUCKET),
        "golden_task": task,
        "what": entered(view, Field.WHAT),
        "link": entered(view, Field.ADDRESS),
    }


def _task(view: View) -> tuple[str, str]:
    """The chosen golden task: whose it is, and which."""
    found = read_value(chosen(view, Field.GOLDEN_TASK), 2)
    return (found[0], found[1]) if found else ("", "")


def _tasks(view: View) -> tuple[TaskTyped, ...]:
    return tuple(
        TaskTyped(
            id=task,
            name=entered(view, Field.TASK_NAME, of=task),
            input=entered(view, Field.TASK_INPUT, of=task),
            must_contain=entered(view, Field.TASK_CONTENT, of=task),
            bar=entered(view, Field.TASK_BAR, of=task),
        )
        for task in belongings(view, Field.TASK_NAME)
        if NAME.match(task)
    )


def _tasks_saved(view: View, who: dict[str, Any]) -> CommandBase:
    return commands.TasksSaved(
        **who,
        assessment_id=_id(kept(view)["assessment"]),
        tasks=_tasks(view),
        pasted=entered(view, Field.TASKS_PASTED),
        bar=entered(view, Field.TASKS_BAR),
    )


def _item(view: View, who: dict[str, Any]) -> CommandBase:
    private = kept(view)
    due = entered(view, Field.ITEM_DUE, "selected_date")
    return commands.ItemEdited(
        **who,
        assessment_id=_id(private["assessment"]),
        item_id=_id(private["item"]),
        state=chosen(view, Field.ITEM_STATE),
        owner=entered(view, Field.ITEM_OWNER, "selected_user"),
        due=due if _DATE.match(due) else "",
        note=entered(view, Field.ITEM_NOTE),
        shown=tuple(private["shown"]),
        is_copy=private.get("copy") is True,
    )


_SUBMITS: Mapping[Modal, Callable[[View, dict[str, Any]], CommandBase]] = {
    Modal.FAILURE: _failure,
    Modal.FAILURE_AGAIN: _corrected,
    Modal.TASKS: _tasks_saved,
    Modal.ITEM: _item,
}
