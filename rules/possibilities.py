"""What the open answers can still yield: whether the verdict is decided, and otherwise how likely each one is.

"Nothing passes" is an outcome of its own beside the architectures; which one comes closest then is told apart.

Exact: every completion of the open answers is counted, on the diagram, none is sampled. The prior is even unless
another one is given: each open fact has each of its values equally often, an open list fact each of its subsets.
"""

from dataclasses import dataclass
from functools import lru_cache

from rules.catalog import FRAMEWORK
from rules.compiler import LEAVES
from rules.completions import Completions
from rules.diagram import diagram_of, leads_to, passes, reading_of, verdict_of
from rules.facts import Facts
from rules.framework import Architecture, Framework
from rules.least import SIZE
from rules.priors import EVEN, Prior
from rules.verdict import Share


@dataclass(frozen=True)
class Possibilities:
    """Every outcome that some completion of the open answers yields, with the share of completions that do."""

    shares: tuple[Share, ...]
    """What passes, and None for "nothing does"; largest first, the smaller one first; together 1."""
    closest: dict[Architecture, float]
    """Where nothing passes, the share of completions in which each comes closest; none that never does."""
    completions: int
    """How many completions were counted."""

    @property
    def decided(self) -> bool:
        """Whether no answer still open can change the verdict, or whether it passes."""
        return len(self.shares) == 1 and len(self.closest) <= 1

    @property
    def sole(self) -> Architecture | None:
        """The one verdict that is left; None while several are possible."""
        return (self.shares[0].verdict or next(iter(self.closest))) if self.decided else None

    @property
    def passing(self) -> float:
        """The share of completions in which some architecture passes the bar; elsewhere the verdict is the closest."""
        return sum(share.share for share in self.shares if share.verdict is not None)

    def confidence_of(self, verdict: Architecture, *, passes: bool) -> float:
        """The share of completions that yield this verdict, passing or as the closest one, between 0 and 1."""
        if not passes:
            return self.closest.get(verdict, 0.0)
        return next((share.share for share in self.shares if share.verdict is verdict), 0.0)

    def besides(self, verdict: Architecture, *, passes: bool) -> tuple[Share, ...]:
        """What the completions yield that do not yield this: None for those in which nothing passes."""
        if passes:
            return tuple(share for share in self.shares if share.verdict is not verdict)
        nothing = sum(share for other, share in self.closest.items() if other is not verdict)
        others = [share for share in self.shares if share.verdict is not None]
        others += [Share(verdict=None, share=nothing)] if nothing else []
        return tuple(sorted(others, key=lambda share: -share.share))


def possibilities(facts: Facts, framework: Framework = FRAMEWORK, prior: Prior = EVEN) -> Possibilities:
    """Count all completions of these facts by the outcome that each yields, weighed by a prior other than the even."""
    completions = completions_of(framework, facts)
    total, counts = completions.total, completions.counts
    shares = [count / total for count in counts] if prior is EVEN else completions.shares(prior)
    found = [Share(verdict=verdict_of(leaf), share=shares[leaf]) for leaf in range(SIZE) if counts[leaf]]
    nothing = sum(counts[SIZE:])
    if nothing:
        found.append(Share(verdict=None, share=nothing / total if prior is EVEN else sum(shares[SIZE:])))
    closest = {verdict_of(leaf): shares[leaf] for leaf in range(SIZE, LEAVES) if counts[leaf]}
    return Possibilities(tuple(sorted(found, key=lambda share: -share.share)), closest, total)


@lru_cache(maxsize=4)
def completions_of(framework: Framework, facts: Facts) -> Completions:
    """The completions of these facts; a few are kept, because one click asks about the same facts several times.

    More would hardly be met again, and each is a fifth of a megabyte.
    """
    return Completions(diagram_of(framework), facts)


def is_decided(facts: Facts, framework: Framework) -> bool:
    """Whether no answer still open can change the verdict; without counting."""
    return len({verdict_of(leaf) for leaf in completions_of(framework, facts).possible}) == 1


def standing(facts: Facts, framework: Framework) -> tuple[Architecture, bool]:
    """The verdict as it stands on facts that may be partial, and whether it passes the bar.

    It is what the rows say one by one, unknown facts raising nothing, as long as some completion of the open answers
    yields that; else the likeliest that one does. So it is the only one possible wherever the verdict is decided.
    """
    said = reading_of(framework).leaf(facts)
    if not leads_to(diagram_of(framework), facts, said):
        completions = completions_of(framework, facts)
        same = [leaf for leaf in completions.possible if verdict_of(leaf) is verdict_of(said)]
        said = max(same or range(LEAVES), key=completions.counts.__getitem__)
    return verdict_of(said), passes(said)
