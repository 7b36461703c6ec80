"""Replies of the re-assessment: an earlier answer held up for a look, and what the new version changed."""

from typing import Literal

from bot.replies.base import Reply
from bot.replies.words import Changed, Progress, ReasonShown, Said
from rules.framework import Architecture


class StillSoMessage(Reply):
    """An earlier answer: "Still weekly?" [Still so] [Something else]. Key "question:<fact>", like the question."""

    kind: Literal["still_so"] = "still_so"
    assessment_id: str
    fact: str
    earlier: Said
    progress: Progress
    can_go_back: bool = False
    left: int = 1
    """How many earlier answers nobody has looked at yet, this one among them."""
    turn: int = 0


class KeptLine(Reply):
    """Takes the place of the question at which somebody kept all that was left. Key "question:<fact>"."""

    kind: Literal["kept_line"] = "kept_line"
    assessment_id: str
    by: str
    kept: tuple[Said, ...]


class DifferenceMessage(Reply):
    """What the new version changed, and by which rows. Key "difference"."""

    kind: Literal["difference"] = "difference"
    assessment_id: str
    earlier_id: str
    name: str
    before: Architecture
    before_passes: bool = True
    after: Architecture
    after_passes: bool = True
    changes: tuple[Changed, ...] = ()
    rows_off: tuple[ReasonShown, ...] = ()
    """Reasons of the earlier verdict that no longer speak."""
    rows_on: tuple[ReasonShown, ...] = ()
    rules_before: str = ""
    """The rules' version where it is another one now, else ""."""
    rules_after: str = ""
    kept: int = 0
    """Roadmap items that went over with their state, owner, due date and note."""
    added: tuple[str, ...] = ()
    """Titles."""
    dropped: tuple[str, ...] = ()
    golden_tasks: int = 0
    has_schedule: bool = False


class AlreadyReassessing(Reply):
    """To the one who pressed second: "Ana is taking Support copilot up again already." [Continue it]."""

    kind: Literal["already_reassessing"] = "already_reassessing"
    assessment_id: str
    """The new version's."""
    name: str
    by: str
    number: int = 0
    link: str | None = None
