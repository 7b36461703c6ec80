"""Commands of the roadmap."""

from typing import Literal

from bot.commands.base import AboutAssessment, CommandBase


class ShowRoadmap(CommandBase):
    """`/ftrag roadmap [name]` (neither for the channel's newest decided assessment), or the button of one."""

    kind: Literal["show_roadmap"] = "show_roadmap"
    assessment_id: str = ""
    name: str = ""


class ShowRoadmapHere(AboutAssessment):
    """The roadmap in the thread, for everyone."""

    kind: Literal["show_roadmap_here"] = "show_roadmap_here"


class OpenPhase(AboutAssessment):
    """One phase of the roadmap, to one person; all of them where none is named."""

    kind: Literal["open_phase"] = "open_phase"
    phase: str = ""
    is_copy: bool = False
    """Whether it was pressed in a copy that only this person sees, which is redrawn."""


class MarkItem(AboutAssessment):
    """One roadmap item is done, or open again."""

    kind: Literal["mark_item"] = "mark_item"
    item_id: str
    is_done: bool
    is_copy: bool = False
    """Whether it was ticked in a copy that only this person sees (`/ftrag roadmap`), which is redrawn."""


class EditItem(AboutAssessment):
    """Opens the modal for one roadmap item."""

    kind: Literal["edit_item"] = "edit_item"
    item_id: str
    is_copy: bool = False


class ItemEdited(AboutAssessment):
    """The modal's submit. `shown` is what it showed when it was opened: only what differs from that was changed."""

    kind: Literal["item_edited"] = "item_edited"
    item_id: str
    state: str
    owner: str = ""
    due: str = ""
    note: str = ""
    shown: tuple[str, str, str, str] = ("", "", "", "")
    """State, owner, due date, and the note's digest."""
    is_copy: bool = False
    """Whether it was opened from a copy of the roadmap."""
