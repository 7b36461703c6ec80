"""A workspace's decisions summed up: by architecture, what is overdue, what fails most, what teams share, what drifts.

Pure: whoever asks says what time it is. Each number can be counted by hand from the features that are listed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from rules.framework import Architecture
from rules.vocabulary import Source
from rules.wilson import BAR, BarState

OVERDUE_AFTER = timedelta(days=7)
"""So long a review may be open: its owner is reminded after three working days, and has the rest of the week."""
FAILURES_OF = timedelta(days=90)
"""So far back failures are counted: three monthly reviews."""
_FEWEST_TEAMS = 2


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True)


class Drift(StrEnum):
    """Why a verdict may not hold any more."""

    OTHER_VERDICT = "other_verdict"
    """The last finished review concluded another architecture."""
    BELOW_BAR = "below_bar"
    """In the last finished review fewer golden tasks passed than the bar asks for."""


class LastReview(_Value):
    """The last finished review of a feature."""

    month: str
    """Its key, "2026-11"."""
    finished_at: datetime
    architecture: Architecture | None = None
    """The one to run from then on; None where an earlier release did not keep it."""
    passed: int = 0
    ran: int = 0
    """Golden tasks that were run, `passed` of them with success."""
    bar: float = BAR
    """The share that has to pass."""
    bar_state: BarState | None = None

    @property
    def is_below(self) -> bool:
        """Whether fewer golden tasks passed than the bar asks for, however little so few can prove."""
        return self.bar_state is BarState.MISSED or self.passed < self.bar * self.ran


class DecidedFeature(_Value):
    """One feature with the verdict in force, over all versions of its decision."""

    id: str
    name: str
    team: str
    """The channel that decided it, or the person who did so in a direct message."""
    architecture: Architecture
    passes: bool = True
    """False: nothing passes, and this one comes closest."""
    is_settled: bool = True
    """Whether no open answer can change it."""
    is_likely: bool = True
    """Whether enough ways to answer what is open lead to it; else nothing is decided yet."""
    is_leading: bool = True
    """Whether no other outcome is likelier."""
    is_revising: bool = False
    """Whether an answer is being changed; until that is settled it holds."""
    is_sharpening: bool = False
    """Whether answers are being given that cannot change it."""
    source: Source | None = None
    """Where the truth behind its answers lives."""
    decided_at: datetime
    is_planned: bool = False
    """Whether monthly reviews are planned for it."""
    waits_since: datetime | None = None
    """When the review was opened that waits for results; None where none does, or where it is snoozed."""
    zone: str = ""
    """In which its reviews are held; empty where none are."""
    reviewed: LastReview | None = None
    failures: dict[str, int] = Field(default_factory=dict)
    """By bucket, in the time that counts (`FAILURES_OF`)."""

    @property
    def is_decided(self) -> bool:
        """Whether its verdict is likely, and no other outcome likelier."""
        return self.is_likely and self.is_leading

    @property
    def failure_count(self) -> int:
        """How many failures there were in all."""
        return sum(self.failures.values())

    @property
    def drift(self) -> Drift | None:
        """Why the verdict may not hold; None where no review since it was given speaks against it."""
        last = self.reviewed
        if last is None or last.finished_at < self.decided_at:
            return None
        if last.architecture not in {None, self.architecture}:
            return Drift.OTHER_VERDICT
        return Drift.BELOW_BAR if last.is_below else None

    def is_overdue(self, now: datetime) -> bool:
        """Whether its review has been open for longer than a review may be."""
        return self.waits_since is not None and self.waits_since <= now - OVERDUE_AFTER


class Commonest(NamedTuple):
    """The bucket with the most failures: how many of how many."""

    bucket: str
    """"" where several have as many."""
    failures: int
    total: int


class SharedNeed(NamedTuple):
    """What several teams need alike: the same architecture over the same kind of source."""

    architecture: Architecture
    source: Source
    teams: int
    features: int


class Portfolio(_Value):
    """All decided features of a workspace, summed up."""

    total: int
    by_architecture: dict[Architecture, int]
    """Features whose verdict passes, the most frequent architecture first."""
    none_passes: int
    """Features for which no architecture passes."""
    undecided: int
    """Features that were answered and are not decided yet; they count among neither."""
    overdue: int
    unplanned: int
    """Features without a plan of reviews."""
    drifting: int
    commonest: Commonest | None
    needs: tuple[SharedNeed, ...]
    """The most teams first."""
    features: tuple[DecidedFeature, ...]
    """What needs somebody first: overdue and drifting, then the most failures, then by name."""


def commonest(counts: Mapping[str, int]) -> Commonest | None:
    """The bucket with the most failures; none of equals is called so, and None stands where there were no failures."""
    total, most = sum(counts.values()), max(counts.values(), default=0)
    if not total:
        return None
    first = [bucket for bucket, failures in counts.items() if failures == most]
    return Commonest(first[0] if len(first) == 1 else "", most, total)


def shared_needs(features: Iterable[DecidedFeature]) -> tuple[SharedNeed, ...]:
    """What two or more teams need: by verdict and source. A person's direct message is no team.

    Left out are prompting on general knowledge, where there is nothing to share, and what does not pass or is not
    decided yet.
    """
    found: dict[tuple[Architecture, Source], Counter[str]] = {}
    for one in features:
        is_decided = one.passes and one.is_decided
        if one.source is not None and is_decided and _is_team(one.team) and not _is_alone(one):
            found.setdefault((one.architecture, one.source), Counter())[one.team] += 1
    needs = [
        SharedNeed(architecture, source, len(teams), teams.total())
        for (architecture, source), teams in found.items()
        if len(teams) >= _FEWEST_TEAMS
    ]
    return tuple(sorted(needs, key=lambda need: (-need.teams, -need.features, need.architecture, need.source)))


def _is_team(channel: str) -> bool:
    return not channel.startswith(("D", "U", "W"))


def _is_alone(feature: DecidedFeature) -> bool:
    return feature.architecture is Architecture.PROMPT and feature.source is Source.MODEL


def summarize(features: Iterable[DecidedFeature], now: datetime) -> Portfolio:
    """The sums, and the features in the order in which they need somebody."""
    listed = sorted(features, key=lambda one: _urgency(one, now))
    passing = Counter(one.architecture for one in listed if one.passes and one.is_decided)
    failures: Counter[str] = Counter()
    for one in listed:
        failures.update(one.failures)
    return Portfolio(
        total=len(listed),
        by_architecture=dict(sorted(passing.items(), key=lambda entry: (-entry[1], entry[0]))),
        none_passes=sum(one.is_decided and not one.passes for one in listed),
        undecided=sum(not one.is_decided for one in listed),
        overdue=sum(one.is_overdue(now) for one in listed),
        unplanned=sum(not one.is_planned for one in listed),
        drifting=sum(one.drift is not None for one in listed),
        commonest=commonest(failures),
        needs=shared_needs(listed),
        features=tuple(listed),
    )


def _urgency(feature: DecidedFeature, now: datetime) -> tuple[int, int, str, str]:
    needs = feature.is_overdue(now) + (feature.drift is not None)
    return (-needs, -feature.failure_count, feature.name.casefold(), feature.id)
