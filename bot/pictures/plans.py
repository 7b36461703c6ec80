"""What a picture is to show, as plain words and numbers: made here, carried as JSON to the process that draws it.

A plan knows no color and no library; whoever draws knows no reply.
"""

from dataclasses import dataclass
from typing import Literal

DegreeName = Literal["fully", "partly", "not"]


@dataclass(frozen=True, slots=True)
class DemandBar:
    """One demand, and how far each architecture delivers it, in the order of the columns."""

    label: str
    is_must: bool
    degrees: tuple[DegreeName, ...]


@dataclass(frozen=True, slots=True)
class DemandsPlan:
    """Demands by architectures; `chosen` is the number of the highlighted column."""

    columns: tuple[str, ...]
    chosen: int
    rows: tuple[DemandBar, ...]
    passes: bool = True
    """False: nothing passes, and the highlighted one comes closest."""
    kind: Literal["demands"] = "demands"


@dataclass(frozen=True, slots=True)
class Month:
    """One month of the history. Without a review (`was_reviewed` False) nothing was run; failures still count."""

    label: str
    """"Nov 2026"."""
    passed: int = 0
    ran: int = 0
    low: float = 0.0
    """The interval in which the true share lies, from 0 to 1."""
    high: float = 1.0
    failures: tuple[int, ...] = ()
    """By bucket, in the order of the plan's buckets."""
    was_reviewed: bool = True
    verdict: str = ""
    """The new verdict, where it changed in this month."""


@dataclass(frozen=True, slots=True)
class HistoryPlan:
    """Golden tasks passed and failures by bucket, over the months."""

    months: tuple[Month, ...]
    buckets: tuple[str, ...]
    bar: float
    """The share of golden tasks that has to pass."""
    kind: Literal["history"] = "history"


Plan = DemandsPlan | HistoryPlan
MOST_ROWS = 15
MOST_MONTHS = 12
MOST_ON_PAGE = 24
"""A page has room for two years, and no limit on the words that say the same."""
