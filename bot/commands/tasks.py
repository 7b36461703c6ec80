"""Commands of the golden tasks."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from bot.commands.base import AboutAssessment


class TaskTyped(BaseModel):
    """One golden task as the modal holds it. `id` is the task's, or "new..." for one that is not saved yet."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str = ""
    """Empty: the task is to be removed."""
    input: str = ""
    must_contain: str = ""
    bar: str = ""


class EditTasks(AboutAssessment):
    """Opens the modal."""

    kind: Literal["edit_tasks"] = "edit_tasks"


class AddTask(AboutAssessment):
    """One more row in the open modal."""

    kind: Literal["add_task"] = "add_task"
    tasks: tuple[TaskTyped, ...] = ()
    bar: str = ""


class WriteTask(AboutAssessment):
    """Typed words are of this golden task: its bar, or what is asked in it and must be answered."""

    kind: Literal["write_task"] = "write_task"
    task: str
    """Its id; "all" for each of them, "named" for those that the words name."""
    typed: str
    """The words, as they were typed."""


class TasksSaved(AboutAssessment):
    """The modal's submit."""

    kind: Literal["tasks_saved"] = "tasks_saved"
    tasks: tuple[TaskTyped, ...] = ()
    pasted: str = ""
    """More names, one a line."""
    bar: str = ""
    """How many of the tasks have to pass; empty for the usual share."""
