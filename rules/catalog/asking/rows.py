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


@dataclass(frozen=True, slots=True)
class AboutBot:
    """What people ask of the bot itself: the phrases, one a line or between bars, and the sentences that are so."""

    topic: str
    asked: str
    says: tuple[str, ...]
    with_model: tuple[str, ...]
    """The same where a language model proposes what unread lines mean."""
    unless: frozenset[str] = frozenset()
    """The open questions under which the same words ask for something else."""
