"""The properties that hold for every set of facts, proven over all of them on the diagram, none sampled.

A property says that some answer sets do not exist: "fine-tuning alone, for facts that change monthly". Where the
verdict is this one and where that condition holds are both diagrams over the same variables; the property stands just
if their "and" is the leaf NO; otherwise any way through it to YES is a set of facts that breaks it (Bryant 1986). So a
proof covers every answer set, complete or partial, in a second or two.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rules.answer_space import AnswerSpace
from rules.compiler import LEAVES
from rules.conditions import at_least, at_most
from rules.diagram import reading_of
from rules.facts import ALONE, VALUES, Facts
from rules.flip_search import UNORDERED
from rules.framework import Architecture, Framework
from rules.judge import NOT_RUN, ORDER
from rules.least import SIZE
from rules.nodes import NO, YES
from rules.variables import KNOWN

_PASSING = range(SIZE)
_TUNED = (Architecture.FINE_TUNE, Architecture.HYBRID)


@dataclass(frozen=True)
class Proof:
    """One property: what it says, and a set of facts that breaks it where it does not hold."""

    name: str
    says: str
    breach: Facts | None

    @property
    def holds(self) -> bool:
        """Whether no answer set breaks it."""
        return self.breach is None


def proofs(framework: Framework, *, thorough: bool = True) -> tuple[Proof, ...]:
    """Every property, proven or refuted over all answer sets, complete and partial.

    Not thorough leaves out those that compare answer sets one step apart, which take seconds.
    """
    return _proofs(framework, thorough)


@lru_cache(maxsize=8)
def _proofs(framework: Framework, thorough: bool) -> tuple[Proof, ...]:
    space = AnswerSpace(framework, reading_of(framework))
    names = [name for name, _, breaches in PROPERTIES if thorough or breaches not in {_skilled, _monotone}]
    return tuple(proof_of(name, space) for name in names)


def proof_of(name: str, space: AnswerSpace) -> Proof:
    """The property of this name, proven or refuted over these answer sets. Raises KeyError for one that is none."""
    says, breaches = {each: (said, found) for each, said, found in PROPERTIES}[name]
    return Proof(name, says, next((space.example(node) for node in breaches(space) if node), None))


def covered(framework: Framework) -> int:
    """How many answer sets each proof covers, the partial ones among them."""
    return reading_of(framework).answer_sets


def _total(space: AnswerSpace) -> Iterator[int]:
    yield space.nodes.negation(space.where(range(LEAVES)))


def _sound(space: AnswerSpace) -> Iterator[int]:
    for place in _PASSING:
        yield space.both(space.where((place,)), space.ruled_out[place])
        yield space.both(space.where(range(SIZE, LEAVES)), space.passing[place])


def _minimal(space: AnswerSpace) -> Iterator[int]:
    """A smaller one that passes may be passed over only for missing more of the wishes."""
    for place in _PASSING:
        chosen = space.where((place,))
        for smaller in range(place):
            as_good = space.nodes.negation(space.misses_more(smaller, place))
            yield space.both(chosen, space.passing[smaller], as_good, _can_be_run(space, smaller))


def _most_wishes(space: AnswerSpace) -> Iterator[int]:
    """A larger one that passes, and that the team can run, delivers no more of the wishes."""
    for place in _PASSING:
        chosen = space.where((place,))
        for larger in range(place + 1, SIZE):
            better = space.misses_more(place, larger)
            yield space.both(chosen, space.passing[larger], better, _can_be_run(space, larger))


def _can_be_run(space: AnswerSpace, place: int) -> int:
    stopped = (bite.holds for bite in space.bites if bite.wished[place] >= NOT_RUN)
    return space.nodes.negation(space.nodes.any_of(stopped))


def _skilled(space: AnswerSpace) -> Iterator[int]:
    """A skill or an example more leads to no architecture that delivers fewer of the wishes there are then."""
    for step in _steps(space):
        if step.fact in {"ops", "examples"} and step.is_up:
            for one, other in space.pairs(step.branches):
                if one < SIZE <= other:
                    yield space.changed(YES, step.branches, {(one, other)})
                elif one < SIZE and one != other:
                    _, fewer = step.of(space.misses_more(other, one))
                    yield space.changed(fewer, step.branches, {(one, other)})


@dataclass(frozen=True)
class _Step:
    """One changed answer: another value of a single-choice fact, or one value put into a list or taken out."""

    space: AnswerSpace
    fact: str
    less: str
    more: str
    """The value after; for a list fact the value that is put in."""

    @property
    def is_up(self) -> bool:
        """Whether it goes one step along the order of the values, or puts a value into a list."""
        order = VALUES[self.fact]
        return self.fact in ALONE or order.index(self.more) == order.index(self.less) + 1

    def of(self, node: int) -> tuple[int, int]:
        """What becomes of a set before the step, and after it."""
        if self.fact in ALONE:
            without, within = (self.space.listed(node, self.fact, self.more, is_in=is_in) for is_in in (False, True))
            return without, within
        return self.space.given(node, self.fact, self.less), self.space.given(node, self.fact, self.more)

    @property
    def branches(self) -> dict[int, tuple[int, int]]:
        """For each variable that the step changes, the branch before and after."""
        order = enumerate(self.space.diagram.order)
        if self.fact in ALONE:
            asked = {level: variable.value for level, variable in order if variable.fact == self.fact}
            return {
                level: (YES, YES) if value == KNOWN else (NO, YES)
                for level, value in asked.items()
                if value in {KNOWN, self.more}
            }
        level = next(level for level, variable in order if variable.fact == self.fact)
        return {level: (VALUES[self.fact].index(self.less), VALUES[self.fact].index(self.more))}

    def touches(self, node: int) -> bool:
        """Whether the step can matter to a set."""
        before, after = self.of(node)
        return before != after


def _steps(space: AnswerSpace) -> Iterator[_Step]:
    """One step more of something: along the order of a fact whose end raises a demand, or a value put into a list."""
    for fact, values in VALUES.items():
        if fact in ALONE:
            yield from (_Step(space, fact, "", value) for value in values if value != ALONE[fact])
        elif fact not in UNORDERED:
            yield from (_Step(space, fact, less, more) for less, more in (*pairwise(values), *pairwise(values[::-1])))


def _monotone(space: AnswerSpace) -> Iterator[int]:
    """One changed answer that raises a demand, and nothing else, leads to nothing that delivers it less.

    That is so for a must and for a wish alike; where what was chosen no longer passes, there is nothing to compare.
    """
    for step in _steps(space):
        pairs = space.pairs(step.branches)
        changed = [(at, *step.of(bite.holds)) for at, bite in enumerate(space.bites) if step.touches(bite.holds)]
        for at, before, after in changed:
            worse = {pair for pair in pairs if _delivers_less(space, at, *pair)}
            others = [space.nodes.same(*pair) for other, *pair in changed if other != at]
            raised = space.both(space.nodes.negation(before), after, *others) if worse else NO
            if raised != NO:
                yield space.changed(raised, step.branches, worse)


def _delivers_less(space: AnswerSpace, at: int, before: int, after: int) -> bool:
    """Whether one leaf passes and still would with this demand raised, and the other fails or misses more of it."""
    missed = space.missed_of(at)
    still_passes = before < SIZE and not space.bites[at].rules_out >> before & 1
    return still_passes and (after >= SIZE or missed[after] > missed[before])


def _fresh(space: AnswerSpace) -> Iterator[int]:
    yield space.both(space.verdict(Architecture.FINE_TUNE), space.holds(at_least("freshness", "monthly")))


def _shown(space: AnswerSpace) -> Iterator[int]:
    yield space.both(space.verdict(Architecture.FINE_TUNE), space.holds(at_least("receipts", "required")))


def _evaluated(space: AnswerSpace) -> Iterator[int]:
    tuned = space.where(ORDER.index(architecture) for architecture in _TUNED)
    yield space.both(tuned, space.holds(at_most("evals", "ad_hoc")))


PROPERTIES: tuple[tuple[str, str, Callable[[AnswerSpace], Iterator[int]]], ...] = (
    ("total", "Every set of answers has a verdict.", _total),
    ("sound", "What passes delivers every must and has no shut gate; where none is named, none does.", _sound),
    ("minimal", "No smaller architecture passes the same bar and delivers as many of the wishes.", _minimal),
    ("most-wishes", "No larger one that the team can run passes and delivers more of the wishes.", _most_wishes),
    ("skilled", "A skill or an example more never leads to one that delivers fewer of the wishes.", _skilled),
    ("monotone", "More of a demand, must or wish, never yields less of what delivers it.", _monotone),
    ("fresh", "No fine-tuning alone for facts that change monthly or faster.", _fresh),
    ("shown", "No fine-tuning alone where receipts are required.", _shown),
    ("evaluated", "Nothing tuned passes while evaluation is missing or ad hoc.", _evaluated),
)
