"""The row types of the cost of wrong answers (F7): what is assumed where nobody gave a figure, and the currencies.

The rows themselves stand in `rules/catalog/assumptions.py` and `rules/catalog/currencies.py`.
"""

from dataclasses import dataclass

from rules.conditions import Condition
from rules.framework import Architecture


@dataclass(frozen=True, slots=True)
class Assumption:
    """What one input is taken to be, from `low` to `high`, until somebody gives a figure of their own.

    Of several rows for one input the first counts whose condition is known to hold; the last one always does.
    """

    input: str
    architecture: Architecture | None
    """Whose input it is; None where all architectures share it."""
    when: Condition
    low: float
    high: float
    unit: str
    """What is counted: "requests", "dollars", "of all answers", "tokens"."""
    claim: str
    """Where the two ends come from, in one sentence."""
    sources: tuple[str, ...]

    @property
    def name(self) -> str:
        """The input as it is called outside: "requests_a_day", "error_rate.rag"."""
        return f"{self.input}.{self.architecture}" if self.architecture else self.input


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency in which figures may be given, and what of it one US dollar was worth, from `low` to `high`."""

    code: str
    name: str
    sign: str
    """How an amount begins: "$", "€"; the code itself where a sign would be ambiguous."""
    low: float
    high: float
