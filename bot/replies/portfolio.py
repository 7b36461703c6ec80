"""Replies about all decisions of a workspace."""

from typing import Literal

from pydantic import Field

from bot.replies.base import AnyModal, Frozen, Reply
from bot.replies.standing import Standing
from rules.framework import Architecture
from rules.portfolio import Drift
from rules.vocabulary import Source
from storage.records import AssessmentState


class NeedShown(Frozen):
    """What several teams need alike."""

    architecture: Architecture
    source: Source
    teams: int
    features: int


class PortfolioLine(Standing):
    """One decided feature."""

    name: str
    channel: str
    """Where it was decided; the person's id where that was in a direct message."""
    state: AssessmentState = AssessmentState.DECIDED
    is_planned: bool = False
    """Whether monthly reviews are planned."""
    open_days: int | None = None
    """For how many days its review has been open; None where none is."""
    is_overdue: bool = False
    reviewed: str = ""
    """The month of the last finished review, "2026-11"."""
    is_confirmed: bool = False
    """Whether a review that came after the verdict leaves it as it is; where no golden task ran, nobody knows."""
    drift: Drift | None = None
    concluded: Architecture | None = None
    """What that review concluded."""
    passed: int = 0
    ran: int = 0
    """Golden tasks that were run, `passed` of them with success."""
    bucket: str = ""
    """The one with the most failures; empty where several have as many."""
    bucket_count: int = 0
    failures: int = 0


class PortfolioMessage(Reply):
    """What all decisions of a workspace come to, and a page of them: for one admin."""

    kind: Literal["portfolio"] = "portfolio"
    total: int
    by_architecture: dict[Architecture, int] = Field(default_factory=dict)
    """Those whose verdict passes, the most first."""
    none_passes: int = 0
    undecided: int = 0
    """Those that were answered and are not decided yet."""
    overdue: int = 0
    unplanned: int = 0
    drifting: int = 0
    bucket: str = ""
    bucket_count: int = 0
    failures: int = 0
    days: int = 0
    """Over so many days failures are counted."""
    needs: tuple[NeedShown, ...] = ()
    """The most teams first."""
    more_needs: int = 0
    lines: tuple[PortfolioLine, ...] = ()
    page: int = 0
    first: int = 1
    """The number of the first line on this page."""


class PortfolioModal(AnyModal):
    """The same, opened where it was pressed on Home; a page that is turned takes the place of the one before it."""

    kind: Literal["portfolio_modal"] = "portfolio_modal"
    shown: PortfolioMessage
    replaces: bool = True


class PortfolioAtHome(Frozen):
    """The one line of it in an admin's Home."""

    features: int
    overdue: int = 0
    bucket: str = ""
    """The one with the most failures; empty where none was logged."""
