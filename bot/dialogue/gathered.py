"""What a step looks at beyond its own assessment: a Home, what failures may be logged of, files, a portfolio."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.exports import Kept
from bot.slack.membership import Told
from rules.hearing import Asked, Choice, Control
from rules.portfolio import DecidedFeature
from storage.homes import HomeRows
from storage.portfolios import PortfolioTotals
from storage.records import Answer, Decision, Feature, Viewer

ANY_SITE = "https://slack.com"
"""Leads to the workspace in which a reader is signed in, where the workspace's own address is not known."""


@dataclass(frozen=True)
class LookedAt:
    """One person's Home."""

    viewer: Viewer
    rows: HomeRows
    told: Told = Told.ALL
    """What Slack said of their channels."""
    site: str = ANY_SITE
    """The address under which the workspace's messages stand."""
    totals: PortfolioTotals | None = None
    """What all decisions of the workspace come to; None unless they certainly administer it."""
    archived: frozenset[str] = frozenset()
    """Their channels that are archived."""


@dataclass(frozen=True)
class Offered:
    """What a person may log a failure of."""

    features: tuple[Feature, ...] = ()
    """Changed last first."""
    channels: Mapping[str, str] = field(default_factory=dict)
    """Names of channels, by id."""
    last: str = ""
    """The assessment of which they logged the last one."""
    told: Told = Told.ALL


@dataclass(frozen=True)
class Gathered:
    """What the Home and the exports look at: more than one assessment."""

    looked: LookedAt | None = None
    """For the Home."""
    offered: Offered | None = None
    """For a failure that is logged from there."""
    kept: Kept | None = None
    """For a record: what belongs to the decision beside itself."""
    names: Mapping[str, str] = field(default_factory=dict)
    """For a record: what people are called, by id."""
    can_send_files: bool = True
    """Whether the workspace lets the bot send files, as far as that is known."""
    is_allowed: bool = True
    """For the tables of a workspace and its portfolio: whether an admin asks."""
    is_empty: bool = False
    """For tables: whether there is nothing to put into them."""
    secrets: int = 0
    """For tables: how many typed texts look like secrets."""
    features: tuple[DecidedFeature, ...] = ()
    """For the portfolio."""
    history: tuple[Answer, ...] = ()
    """Every answer that was ever given, in the order in which they were."""
    verdicts: tuple[Decision, ...] = ()
    """Every verdict that was given, over all versions, the first one first; only where it is asked for."""
    meant: Choice | Asked | Control | None = None
    """For a typed line that was not understood: what a language model takes it for."""
