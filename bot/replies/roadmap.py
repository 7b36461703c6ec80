"""Replies of the roadmap: a checklist, one message a phase."""

from datetime import datetime
from typing import Literal

from bot.replies.base import Frozen, Reply
from bot.replies.tasks import TaskShown
from rules.framework import Architecture
from rules.roadmap import Phase
from storage.records import ItemState


class ItemShown(Frozen):
    """One item of the checklist."""

    id: str
    title: str
    detail: str
    done_when: str = ""
    why: str = ""
    state: ItemState
    owner: str | None = None
    due: str | None = None
    """An ISO date."""
    note: str = ""
    done_by: str | None = None
    done_at: datetime | None = None
    is_new: bool = False
    obsolete_because: str = ""


class RoadmapMessage(Reply):
    """One phase with its items: a part of a copy. As a message of its own (key "roadmap:<phase>") 0.1.0 posted it.

    Those that stand are kept current; the first one carries the headline and the count over all phases.
    """

    kind: Literal["roadmap"] = "roadmap"
    assessment_id: str
    name: str
    architecture: Architecture
    passes: bool = True
    is_likely: bool = True
    """Whether one way in ten to answer what is open leads to that verdict; else nothing is decided yet."""
    phase: Phase
    number: int
    """1 to 4; phases without items are left out, and the rest are counted on."""
    is_first: bool
    is_last: bool
    done: int
    """Over all phases, obsolete items left out."""
    total: int
    items: tuple[ItemShown, ...]
    golden_tasks: tuple[str, ...] = ()
    """Suggested names, or the team's own once it has them; in the evaluation phase only."""
    tasks: tuple[TaskShown, ...] = ()
    bar: str = ""
    """How many of them have to pass, in words."""
    """The team's own, with their bars; empty while there are suggestions only."""
    review: str = ""
    """When reviews come, in words; "" where none is planned."""
    review_zone: str = ""
    review_owner: str = ""
    version: int = 0
    """Of the assessment; part of the block ids, so that ticks show their new state."""


class PhaseCount(Frozen):
    """One phase, and how much of it is done."""

    phase: Phase
    number: int
    done: int
    total: int


class RoadmapOverview(Reply):
    """The roadmap in the thread, in one short message. Key "roadmap"; each phase is opened by a press."""

    kind: Literal["roadmap_overview"] = "roadmap_overview"
    assessment_id: str
    name: str
    architecture: Architecture
    passes: bool = True
    is_likely: bool = True
    """Whether one way in ten to answer what is open leads to that verdict; else nothing is decided yet."""
    phases: tuple[PhaseCount, ...]
    next_item: str = ""
    """The title of the first item that is still open; "" where all is done."""
    has_tasks: bool = False
    """Whether the team wrote down golden tasks of its own."""
    review: str = ""
    """When reviews come, in words; "" where none is planned."""
    review_zone: str = ""
    review_owner: str = ""


class RoadmapCopy(Reply):
    """The roadmap to one person: its phases, or one of them opened. Ticking works there too, and redraws it."""

    kind: Literal["roadmap_copy"] = "roadmap_copy"
    assessment_id: str
    name: str
    phases: tuple[RoadmapMessage, ...]
    opened: Phase | None = None
    link: str | None = None


class ItemTold(Reply):
    """To the one who ticked in a copy, or ticked what somebody else had ticked already."""

    kind: Literal["item_told"] = "item_told"
    title: str
    state: ItemState
    by: str | None = None
    at: datetime | None = None
    is_saved: bool = False
    """Whether it was edited, and not only ticked."""
