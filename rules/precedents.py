"""Verdict -> the two or three published cases nearest to these facts: what happened there, and what is different here.

Nearness is counted over the facts that the case states: what is alike speaks for it, what differs against it, and what
this team has not said yet a little against it. A case is shown for its nearness, never for its outcome: one whose
outcome contradicts the verdict is told as such.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from heapq import nlargest

from rules.catalog.cases import Case, published_cases
from rules.facts import ALONE, FACTS, VALUES, Facts, Value
from rules.framework import Architecture, Framework
from rules.priors import Prior, learned
from rules.verdict import Precedent

WEIGHTS: dict[str, float] = {"need": 3, "source": 3, "failure": 2, "corpus": 2, "freshness": 2, "examples": 2}
"""What decides most weighs most; every other fact weighs 1."""

UNSAID = 0.25
"""How much of a fact's weight speaks against a case while this team has not given that fact."""

MOST = 3
NEAR_ENOUGH = 3.0
"""Below this nearness a case shows nothing: less is alike than the need and one more fact."""

UNORDERED = frozenset({"need", "source", "access", "corpus"})


@cache
def prior_of_cases() -> Prior:
    """Open answers as likely as the published cases gave them, smoothed."""
    return learned("cases", (case.facts for case in published_cases()))


def precedents(facts: Facts, verdict: Architecture, framework: Framework) -> tuple[Precedent, ...]:
    """The nearest published cases, nearest first; none where nothing resembles these facts."""
    known = facts.known()
    columns = [_speaking(fact, known.get(fact)) for fact in FACTS]
    scores = list(map(sum, zip(*columns, strict=True)))
    found = nlargest(MOST, [(score, place) for place, score in enumerate(scores) if score >= NEAR_ENOUGH])
    return tuple(_told(*_stated()[place], known, verdict, framework) for _, place in found)


@lru_cache(maxsize=1024)
def _speaking(fact: str, ours: Value) -> tuple[float, ...]:
    """For each case, how much this value of ours speaks for it: nothing where it does not state the fact."""
    weight = WEIGHTS.get(fact, 1)

    def spoken(theirs: Value) -> float:
        if theirs is None:
            return 0.0
        return -UNSAID * weight if ours is None else weight * (2 * likeness(fact, ours, theirs) - 1)

    return tuple(spoken(stated.get(fact)) for _, stated in _stated())


def likeness(fact: str, one: Value, other: Value) -> float:
    """How alike two known values of a fact are, from 0 to 1: by overlap of lists, by distance on a scale."""
    if one == other:
        return 1.0
    if fact in ALONE:
        ours, theirs = set(one or ()), set(other or ())
        return len(ours & theirs) / len(ours | theirs)
    if fact in UNORDERED:
        return 0.5 if "both" in (one, other) else 0.0
    scale = VALUES[fact]
    return 1 - abs(scale.index(str(one)) - scale.index(str(other))) / (len(scale) - 1)


@lru_cache(maxsize=1)
def _stated() -> tuple[tuple[Case, dict[str, Value]], ...]:
    """Every case with the facts that it states, read once."""
    return tuple((case, case.facts.known()) for case in published_cases())


def _told(
    case: Case, stated: dict[str, Value], known: dict[str, Value], verdict: Architecture, framework: Framework
) -> Precedent:
    outcome = case.outcome
    return Precedent.model_construct(
        id=case.id,
        title=case.title,
        verdict=verdict if verdict in outcome.best else outcome.best[0],
        url=case.source.url,
        happened=case.evidence,
        same=tuple(_same(known, stated, framework)),
        different=tuple(_different(known, stated, framework)),
        contradicts=verdict not in outcome.best + outcome.acceptable,
    )


def _same(known: dict[str, Value], stated: dict[str, Value], framework: Framework) -> Iterator[str]:
    for fact, value in stated.items():
        if known.get(fact) == value:
            yield f"{_topic(fact, framework)} ({in_words(fact, value, framework)})"


def _different(known: dict[str, Value], stated: dict[str, Value], framework: Framework) -> Iterator[str]:
    for fact, value in stated.items():
        ours = known.get(fact)
        if ours is not None and ours != value:
            there, here = in_words(fact, value, framework), in_words(fact, ours, framework)
            yield f"{_topic(fact, framework)} ({there} there, {here} here)"


def _topic(fact: str, framework: Framework) -> str:
    topic = framework.by_fact[fact].topic
    return topic[0].lower() + topic[1:]


def in_words(fact: str, value: Value, framework: Framework) -> str:
    """A value as it reads in a sentence: "your own documents", "invented facts and wrong tone"."""
    values = (value,) if isinstance(value, str) else value or ()
    said = [option.said for option in framework.by_fact[fact].options if option.value in values]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
