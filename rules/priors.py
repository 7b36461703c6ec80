"""How likely each answer is that a team has not given: all alike, or as often as published cases gave it.

A prior weighs what is open, so it moves the confidence and the shares of the other verdicts; it never moves a verdict,
nor whether one is decided, nor a flip. EVEN is used unless another one is asked for: it is explained in one sentence
and checked by counting. The answers of published cases are those that papers found worth telling, so they are no
sample of teams; smoothed, they still foretell the cases of a source that was left out better than the even ones do.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rules.facts import VALUES, Facts
from rules.variables import Variable, variables

SMOOTHING = 3
"""How many more times each answer counts than it was given: of 1, 3 and 10 the one that foretold best on the whole."""


class Prior(NamedTuple):
    """How likely the branches of each variable are; a variable that is left out has all of its branches alike."""

    name: str
    weights: Mapping[Variable, tuple[float, ...]]

    def of(self, variable: Variable) -> tuple[float, ...]:
        """The shares of a variable's branches, together 1."""
        return self.weights.get(variable) or (1 / variable.arity,) * variable.arity


EVEN = Prior("even", {})
"""Every answer alike, of a list every set of its values."""


def learned(name: str, teams: Iterable[Facts], smoothing: float = SMOOTHING) -> Prior:
    """As often as these teams answered, each answer counted some more times than it was given; unknown counts none."""
    counts = {variable: [float(smoothing)] * variable.arity for variable in variables()}
    for facts in teams:
        for variable, count in counts.items():
            value = facts.value(variable.fact)
            if value is not None:
                is_listed = bool(variable.value)
                count[int(variable.value in value) if is_listed else VALUES[variable.fact].index(str(value))] += 1
    return Prior(name, {variable: tuple(each / sum(count) for each in count) for variable, count in counts.items()})
