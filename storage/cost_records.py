"""What is kept of what wrong answers cost."""

from datetime import datetime

from pydantic import Field

from rules.cost.values import Figures, Range
from rules.framework import Architecture
from storage.tenant import Record


class KnownCost(Record):
    """What the team said of its own cost, and what that came to: kept whole, so that an old record never changes."""

    figures: Figures
    by: str
    at: datetime
    says: tuple[str, ...] = ()
    """The estimate in three sentences."""
    monthly: dict[Architecture, Range] = Field(default_factory=dict)
    """What each architecture costs a month in the eight middle tenths of the draws, in the currency of the figures."""
    ruled_out: tuple[Architecture, ...] = ()
    """Those that did not pass, which were not ranked."""
    assumed: tuple[str, ...] = ()
    """What stood in for figures that nobody gave, with its source; one sentence each."""
    is_posted: bool = True
    """Whether the thread has a message of its own with the whole estimate; figures told in passing make none."""
