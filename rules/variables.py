"""The variables of the decision diagram: what they stand for, their order, and conditions compiled over them.

A single-choice fact is one variable with a branch a value. A list fact is one yes/no variable a value; its value that
stands alone (`none_yet`, `neither`) is all of them at no, and so is the empty list: every subset is one answer. Where
unknown answers are to be read too, a fact has one branch more (a list fact one variable more): "unknown".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from rules.conditions import All, AnyOf, Condition, Is, Not, Unless
from rules.facts import ALONE, VALUES, Facts
from rules.framework import Framework
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

    def read(self, condition: Condition) -> tuple[int, int]:
        """Where the condition is known to hold, and where it is known not to; elsewhere it is unknown."""
        match condition:
            case Is(fact, values):
                return self._list(fact, values) if fact in ALONE else self._single(fact, values)
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
    """The variables, so that those read by the same conditions stand together: short spans make small diagrams.

    FORCE (Aloul, Markov and Sakallah 2003): each condition pulls its variables to their common centre, again and again;
    of all orders met the one with the shortest spans is kept. Deterministic, and a few milliseconds.
    """
    order: Sequence[Variable] = variables()
    conditions = [row.when for row in framework.demand_rows] + [row.needs for row in framework.prerequisite_rows]
    scopes = [scope for condition in conditions if len(scope := _scope(condition)) > 1]
    best, shortest = order, _spans(order, scopes)
    for _ in range(40):
        place = {variable: at for at, variable in enumerate(order)}
        pulls: dict[Variable, list[float]] = {variable: [] for variable in order}
        for scope in scopes:
            centre = sum(place[variable] for variable in scope) / len(scope)
            for variable in scope:
                pulls[variable].append(centre)
        pulled = {variable: sum(found) / len(found) if found else place[variable] for variable, found in pulls.items()}
        order = sorted(order, key=pulled.__getitem__)
        if (length := _spans(order, scopes)) < shortest:
            best, shortest = order, length
    return tuple(best)


def _spans(order: Sequence[Variable], scopes: Sequence[frozenset[Variable]]) -> int:
    place = {variable: at for at, variable in enumerate(order)}
    return sum(max(found) - min(found) for scope in scopes if (found := [place[variable] for variable in scope]))


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
