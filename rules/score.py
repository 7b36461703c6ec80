"""How good the advice is: verdicts against published cases, beside simple deciders and under cross-validation.

Behind `ftrag score`. Cross-validation leaves out all cases of one source at a time, removes every row that only these
cases support (`rules/support.py`), and decides them with what remains. The interval is a bootstrap over sources: cases
of one source are alike, so whole sources are drawn, again and again, by a fixed sequence of numbers.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from rules.catalog import FRAMEWORK
from rules.catalog.cases import Case
from rules.facts import Facts
from rules.framework import Architecture, Framework
from rules.judge import chosen, judge
from rules.possibilities import standing
from rules.support import untaught

Decider = Callable[[Facts], Architecture]

DRAWS = 2_000
"""How often sources are drawn anew for an interval."""


@dataclass(frozen=True, slots=True)
class Graded:
    """One case, the verdict it was given, and how that compares with what the source found."""

    case: Case
    verdict: Architecture

    @property
    def is_best(self) -> bool:
        """Whether it did best there."""
        return self.verdict in self.case.outcome.best

    @property
    def is_acceptable(self) -> bool:
        """Whether it did best, or well enough."""
        return self.is_best or self.verdict in self.case.outcome.acceptable

    @property
    def is_wrong(self) -> bool:
        """Whether it was measured or reported as worse."""
        return self.verdict in self.case.outcome.wrong


@dataclass(frozen=True, slots=True)
class Score:
    """All cases, graded."""

    graded: tuple[Graded, ...]

    @property
    def best(self) -> int:
        """How many verdicts did best there."""
        return sum(one.is_best for one in self.graded)

    @property
    def acceptable(self) -> int:
        """How many did best, or well enough."""
        return sum(one.is_acceptable for one in self.graded)

    @property
    def wrong(self) -> int:
        """How many were measured or reported as worse."""
        return sum(one.is_wrong for one in self.graded)

    @property
    def misses(self) -> tuple[Graded, ...]:
        """Every case whose verdict did not do best there."""
        return tuple(one for one in self.graded if not one.is_best)


def score(cases: Iterable[Case], decider: Decider) -> Score:
    """Let the decider judge each case, and grade it."""
    return Score(tuple(Graded(case, decider(case.facts)) for case in cases))


def by_rules(framework: Framework = FRAMEWORK) -> Decider:
    """The verdict of the rules, as `ftrag decide` gives it."""
    return lambda facts: standing(facts, framework)[0]


def by_rows(framework: Framework) -> Decider:
    """The verdict that the rows give one by one; no diagram, so that many rulebooks can be tried."""
    return lambda facts: chosen(judge(facts, framework), framework)


def by_source(cases: Iterable[Case]) -> tuple[tuple[Case, ...], ...]:
    """The cases of each source together, in the order of the first of each."""
    found: dict[str, list[Case]] = {}
    for case in cases:
        found.setdefault(case.source.url, []).append(case)
    return tuple(tuple(together) for together in found.values())


def cross_validated(cases: Sequence[Case], framework: Framework = FRAMEWORK) -> Score:
    """Each source's cases judged without the rows that they alone support."""
    graded: list[Graded] = []
    for left_out in by_source(cases):
        graded += score(left_out, by_rows(untaught(framework, tuple(cases), left_out))).graded
    return Score(tuple(graded))


def interval(found: Score, counts: Callable[[Graded], bool]) -> tuple[float, float]:
    """The share of cases that count, from the 2.5th to the 97.5th of 100 draws, whole sources drawn with repeats."""
    graded = {one.case.id: one for one in found.graded}
    sources = [
        (sum(counts(graded[case.id]) for case in together), len(together))
        for together in by_source(one.case for one in found.graded)
    ]
    shares = []
    for draw in range(DRAWS):
        drawn = [sources[at] for at in _numbers(draw, len(sources))]
        shares.append(sum(good for good, _ in drawn) / sum(size for _, size in drawn))
    shares.sort()
    return shares[DRAWS * 25 // 1000], shares[DRAWS * 975 // 1000]


def _numbers(draw: int, below: int) -> list[int]:
    """As many numbers below this one as there are sources: evenly spread, and the same in every run."""
    found: list[int] = []
    block = 0
    while len(found) < below:
        digest = sha256(f"{draw} {block}".encode()).digest()
        found += [int.from_bytes(digest[at : at + 4], "big") % below for at in range(0, 32, 4)]
        block += 1
    return found[:below]


def always_rag(_: Facts) -> Architecture:
    """The fashion of the day."""
    return Architecture.RAG


def by_need(facts: Facts) -> Architecture:
    """Facts by retrieval, behavior by tuning, both by a hybrid: what one large vendor publishes as its rule."""
    by_value = {"behaviour": Architecture.FINE_TUNE, "both": Architecture.HYBRID}
    return by_value.get(str(facts.value("need")), Architecture.RAG)


def by_tree(facts: Facts) -> Architecture:
    """A ten-line tree on need, source, corpus and examples."""
    has_many = facts.value("examples") in {"thousands", "tens_of_thousands"}
    if facts.value("need") == "behaviour":
        return Architecture.FINE_TUNE if has_many or facts.value("examples") is None else Architecture.PROMPT
    if facts.value("source") == "systems":
        return Architecture.TOOLS
    if facts.value("source") == "model" or facts.value("corpus") == "prompt_sized":
        return Architecture.PROMPT
    return Architecture.HYBRID if facts.value("need") == "both" else Architecture.RAG
