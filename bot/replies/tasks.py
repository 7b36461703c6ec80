"""Replies of the golden tasks and of editing one roadmap item."""

from typing import Literal

from bot.replies.base import AnyModal, Frozen, Reply
from storage.records import ItemState


class TaskRow(Frozen):
    """One golden task as the modal shows it. `id` is "new..." for one that is not saved yet."""

    id: str
    name: str = ""
    input: str = ""
    must_contain: str = ""
    bar: str = ""
    name_hint: str = ""
    """What it may be called, in gray until somebody types; never saved."""
    input_hint: str = ""
    """The same: what may be asked."""
    content_hint: str = ""


class TaskShown(Frozen):
    """One of the team's golden tasks in the roadmap message."""

    name: str
    bar: str = ""


class TaskWritten(Frozen):
    """What stands under one golden task."""

    name: str
    input: str = ""
    must_contain: str = ""
    bar: str = ""


class TasksModal(AnyModal):
    """The golden tasks: suggestions or the team's own, each with its input, content and bar; [Add another]."""

    kind: Literal["tasks_modal"] = "tasks_modal"
    private: str
    assessment_id: str
    name: str
    rows: tuple[TaskRow, ...]
    bar: str = ""
    """How many of the tasks have to pass, as somebody wrote it."""
    is_suggested: bool = False
    can_add: bool = True
    replaces: bool = False
    """Whether it takes the place of the one that is open."""


class TasksTold(Reply):
    """To the one who saved: how many stand, and why three to five."""

    kind: Literal["tasks_told"] = "tasks_told"
    name: str
    count: int
    without_bar: int = 0
    assessment_id: str = ""
    without_content: tuple[str, ...] = ()
    """Names of those that do not say yet what is asked, or what a good answer must contain. [Write them down]"""
    without_question: tuple[str, ...] = ()
    """Those of them that say what a good answer must contain, and lack only what is asked."""
    without_answer: tuple[str, ...] = ()
    """Those that lack only what a good answer must contain."""
    is_blank: bool = False
    """Whether nothing of one's own stood in the form, and no task stood before."""
    added: int = 0
    """How many of them are new beside those that stood already; 0 where none stood, or none is."""
    written: tuple[TaskWritten, ...] = ()
    """The tasks of which typed words told something, as they stand now. [Edit golden tasks]"""


class ItemModal(AnyModal):
    """One roadmap item: state, owner, due date, note."""

    kind: Literal["item_modal"] = "item_modal"
    private: str
    title: str
    detail: str
    done_when: str = ""
    why: str = ""
    state: ItemState
    owner: str | None = None
    due: str | None = None
    note: str = ""


class DueTold(Reply):
    """To the one who gave an item a due date that has passed: it is saved all the same."""

    kind: Literal["due_told"] = "due_told"
    title: str
    due: str
