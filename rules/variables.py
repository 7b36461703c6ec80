"""The variables of the decision diagram: what they stand for, their order, and conditions compiled over them.

A single-choice fact is one variable with a branch a value. A list fact is one yes/no variable a value; its value that
stands alone (`none_yet`, `neither`) is all of them at no, and so is the empty list: every subset is one answer. Where
unknown answers are to be read too, a fact has one branch more (a list fact one variable more): "unknown".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from rules.conditions import All, AnyOf, Condition, Is, Not, Unless
from rules.facts import ALONE, VALUES, Facts
from rules.framework import Effect, Framework, Strength
from rules.nodes import NO, YES, Nodes

KNOWN = "known"
"""Stands for the variable that says whether a list fact is known at all."""


class Variable(NamedTuple):
    """One thing the diagram tests."""

    fact: str
    value: str
    """For a list fact, the value whose presence it asks, or KNOWN; empty for a single-choice fact."""
    arity: int


@cache
def variables() -> tuple[Variable, ...]:
    """The variables of complete facts, in the framework's order."""
    found: list[Variable] = []
    for fact, values in VALUES.items():
        if fact in ALONE:
            found += [Variable(fact, value, 2) for value in values if value != ALONE[fact]]
        else:
            found.append(Variable(fact, "", len(values)))
    return tuple(found)


def with_unknown(order: Sequence[Variable]) -> tuple[Variable, ...]:
    """The same order where answers may be unknown: one branch more, or the question KNOWN before a list's values."""
    found: list[Variable] = []
    for variable in order:
        known = Variable(variable.fact, KNOWN, 2)
        if not variable.value:
            found.append(variable._replace(arity=variable.arity + 1))
        else:
            found += [variable] if known in found else [known, variable]
    return tuple(found)


def choices(facts: Facts, order: Sequence[Variable]) -> list[int | None]:
    """For each variable the branch that these facts take; None where they leave it open."""
    known = facts.known()
    taken: list[int | None] = []
    for fact, value, arity in order:
        found = known.get(fact)
        if value == KNOWN:
            taken.append(NO if found is None else YES)
        elif found is None:
            taken.append(arity - 1 if not value and arity > len(VALUES[fact]) else None)
        elif value:
            taken.append(YES if value in found else NO)
        else:
            taken.append(VALUES[fact].index(str(found)))
    return taken


def facts_of(taken: Sequence[int], order: Sequence[Variable]) -> Facts:
    """The facts that take these branches: `choices` the other way round."""
    answers: dict[str, str | list[str] | None] = {}
    unknown = {fact for (fact, value, _), branch in zip(order, taken, strict=True) if value == KNOWN and not branch}
    for (fact, value, _), branch in zip(order, taken, strict=True):
        if not value:
            answers[fact] = VALUES[fact][branch] if branch < len(VALUES[fact]) else None
        elif fact not in unknown:
            listed = answers.setdefault(fact, [])
            if branch and value != KNOWN and isinstance(listed, list):
                listed.append(value)
    return Facts.model_validate({fact: [ALONE[fact]] if found == [] else found for fact, found in answers.items()})


@dataclass(frozen=True)
class Reader:
    """Compiles conditions over variables in this order, as pairs of diagrams: known to hold, known not to hold."""

    order: tuple[Variable, ...]
    nodes: Nodes
    moot: Mapping[str, Condition] = field(default_factory=dict)
    """Where a fact's question does not apply: there every test of it is unknown."""

    def read(self, condition: Condition) -> tuple[int, int]:
        """Where the condition is known to hold, and where it is known not to; elsewhere it is unknown."""
        match condition:
            case Is(fact, values):
                pair = self._list(fact, values) if fact in ALONE else self._single(fact, values)
                return self._where_it_applies(fact, *pair)
            case Not(part):
                yes, no = self.read(part)
                return no, yes
            case Unless(part):
                yes, _ = self.read(part)
                return self.nodes.negation(yes), yes
            case All(parts):
                pairs = [self.read(part) for part in parts]
                return self.nodes.all_of(yes for yes, _ in pairs), self.nodes.any_of(no for _, no in pairs)
            case AnyOf(parts):
                pairs = [self.read(part) for part in parts]
                return self.nodes.any_of(yes for yes, _ in pairs), self.nodes.all_of(no for _, no in pairs)
        raise TypeError(f"{condition!r} cannot be compiled")

    def _where_it_applies(self, fact: str, yes: int, no: int) -> tuple[int, int]:
        if fact not in self.moot:
            return yes, no
        applies = self.nodes.negation(self.read(self.moot[fact])[0])
        return self.nodes.all_of((yes, applies)), self.nodes.all_of((no, applies))

    def _single(self, fact: str, values: frozenset[str]) -> tuple[int, int]:
        level = next(at for at, variable in enumerate(self.order) if variable.fact == fact)
        unknown = (NO,) * (self.order[level].arity - len(VALUES[fact]))
        held = [value in values for value in VALUES[fact]]
        yes = self.nodes.node(level, (*map(int, held), *unknown))
        return yes, self.nodes.node(level, (*(int(not each) for each in held), *unknown))

    def _list(self, fact: str, values: frozenset[str]) -> tuple[int, int]:
        tested = [(at, variable.value) for at, variable in enumerate(self.order) if variable.fact == fact]
        known = self.nodes.all_of(self.nodes.node(at, (NO, YES)) for at, value in tested if value == KNOWN)
        present = {value: self.nodes.node(at, (NO, YES)) for at, value in tested if value != KNOWN}
        held = self.nodes.any_of(node for value, node in present.items() if value in values)
        if ALONE[fact] in values:
            held = self.nodes.any_of((held, self.nodes.negation(self.nodes.any_of(present.values()))))
        return self.nodes.all_of((known, held)), self.nodes.all_of((known, self.nodes.negation(held)))


def ordered(framework: Framework) -> tuple[Variable, ...]:
    """The variables in the order in which they end most: what rules out, then what a must reads, then all the rest.

    An architecture that is ruled out is out of the race, and nothing that is wished of it has to be remembered: of the
    orders tried (by span as in FORCE, Aloul, Markov and Sakallah 2003; by how often a variable is read) this one makes
    the smallest diagrams. Within each part the framework's own order stands.
    """
    shutting = [row.needs for row in framework.prerequisite_rows if row.effect is Effect.RULES_OUT]
    asking = [row.when for row in framework.demand_rows if row.strength is Strength.MUST]
    first, second = (frozenset[Variable]().union(*map(_scope, part)) for part in (shutting, asking))
    return tuple(sorted(variables(), key=lambda variable: (variable not in first, variable not in second)))


def _scope(condition: Condition) -> frozenset[Variable]:
    match condition:
        case Is(fact, values):
            wanted = VALUES[fact] if ALONE.get(fact) in values else values
            return frozenset(each for each in variables() if each.fact == fact and (each.value or "") in {"", *wanted})
        case Not(part) | Unless(part):
            return _scope(part)
        case All(parts) | AnyOf(parts):
            return frozenset[Variable]().union(*(_scope(part) for part in parts))
    raise TypeError(f"{condition!r} cannot be compiled")
