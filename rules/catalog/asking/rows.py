"""The row types of the asking tables: what words ask for what, and how things are called when they are asked about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asking:
    """The phrases by which people ask for one intent, one a line or between bars.

    `sure` ones ask for it wherever they stand in a question; `likely` ones do where nothing surer is asked.
    """

    intent: str
    sure: str
    likely: str = ""


@dataclass(frozen=True, slots=True)
class Called:
    """What people call one thing (an architecture, a fact): phrases, one a line or between bars."""

    name: str
    phrases: str


@dataclass(frozen=True, slots=True)
class Example:
    """One line as people type it after the verdict, and what it wants; `fact` and `value` where it gives an answer."""

    intent: str
    text: str
    fact: str = ""
    value: str = ""
