"""What the open answers can still yield: whether the verdict is decided, and otherwise how likely each one is.

Exact: every completion of the open answers is counted, on the diagram, none is sampled. The prior is even: each open
fact has each of its values equally often, an open list fact each of its subsets (why: `rules/completions.py`).
"""

from dataclasses import dataclass
from functools import lru_cache

from rules.catalog import FRAMEWORK
from rules.compiler import LEAVES
from rules.completions import Completions
from rules.diagram import diagram_of, passes, reading_of, verdict_of
from rules.facts import Facts
from rules.framework import Architecture, Framework
from rules.judge import ORDER
from rules.verdict import Share


@dataclass(frozen=True)
class Possibilities:
    """Every verdict that some completion of the open answers yields, with the share of completions that do."""

    shares: tuple[Share, ...]
    """Largest first, the smaller architecture first among equals; together 1."""
    passing: float
    """The share of completions in which some architecture passes the bar; elsewhere the verdict is the closest one."""
    completions: int
    """How many completions were counted."""

    @property
    def decided(self) -> bool:
        """Whether no answer still open can change the verdict."""
        return len(self.shares) == 1

    @property
    def sole(self) -> Architecture | None:
        """The one verdict that is left; None while several are possible."""
        return self.shares[0].verdict if self.decided else None

    def confidence_of(self, verdict: Architecture) -> float:
        """The share of completions that yield this verdict, between 0 and 1."""
        return next((share.share for share in self.shares if share.verdict is verdict), 0.0)


def possibilities(facts: Facts, framework: Framework = FRAMEWORK) -> Possibilities:
    """Count all completions of these facts by the verdict that each yields."""
    completions = completions_of(framework, facts)
    total = completions.total
    counted = dict.fromkeys(ORDER, 0)
    for leaf, count in enumerate(completions.counts):
        counted[verdict_of(leaf)] += count
    likeliest = sorted((verdict for verdict in ORDER if counted[verdict]), key=lambda verdict: -counted[verdict])
    passing = sum(count for leaf, count in enumerate(completions.counts) if passes(leaf))
    shares = tuple(Share(verdict=verdict, share=counted[verdict] / total) for verdict in likeliest)
    return Possibilities(shares, passing / total, total)


@lru_cache(maxsize=32)
def completions_of(framework: Framework, facts: Facts) -> Completions:
    """The completions of these facts; a few are kept, because one click asks about the same facts several times."""
    return Completions(diagram_of(framework), facts)


def is_decided(facts: Facts, framework: Framework) -> bool:
    """Whether no answer still open can change the verdict; without counting."""
    return len({verdict_of(leaf) for leaf in completions_of(framework, facts).possible}) == 1


def standing(facts: Facts, framework: Framework) -> tuple[Architecture, bool]:
    """The verdict as it stands on facts that may be partial, and whether it passes the bar.

    It is what the rows say one by one, unknown facts raising nothing, as long as some completion of the open answers
    yields that; else the likeliest that one does. So it is the only one possible wherever the verdict is decided.
    """
    completions = completions_of(framework, facts)
    said = reading_of(framework).leaf(facts)
    if said not in completions.possible:
        same = [leaf for leaf in completions.possible if verdict_of(leaf) is verdict_of(said)]
        said = max(same or range(LEAVES), key=completions.counts.__getitem__)
    return verdict_of(said), passes(said)
