"""The pieces that several replies are made of: frozen, plain, self-contained. Nothing here is a reply of its own.

A user id is given as Slack names it ("U0ANA"); views show it as that person's name. Text typed by people stands here as
they typed it (cleaned of control and direction characters, never escaped): views escape it once.
"""

from datetime import datetime

from pydantic import Field

from bot.replies.base import Frozen
from rules.framework import Architecture, Degree, Lens, Strength


class Choice(Frozen):
    """One option of a question: its value and the label on its button."""

    value: str
    label: str


class Progress(Frozen):
    """Where an interview stands: "Question 4, about 5 to go"."""

    number: int
    """The number of the question that stands open, from 1."""
    to_go: int
    """About how many more after it until the verdict is decided."""
    at_most: int | None = None
    """How many it can be at most, where that is known: it falls with each answer."""


class Said(Frozen):
    """One answer in words: "How often the truth changes: weekly"."""

    fact: str
    topic: str
    words: str | None
    """The answer as it reads in a sentence; None is "not sure yet"."""
    by: str | None = None
    at: datetime | None = None
    typed: str | None = None
    """The typed words it was understood from."""
    reason: str | None = None
    """Why this one counts, where people differed."""


class Changed(Frozen):
    """One changed answer, for flips and "what if": from weekly to yearly."""

    fact: str
    topic: str
    before: str | None
    """None where it was not known."""
    after: str
    value: str
    """The new value as data; several of a list fact are joined with a comma."""


class DemandShown(Frozen):
    """One demand that the facts raised, and how far each architecture delivers it: a row of the picture or table."""

    id: str
    label: str
    meaning: str
    lens: Lens
    strength: Strength
    degrees: dict[Architecture, Degree]
    claims: dict[Architecture, str] = Field(default_factory=dict)
    """Why, by architecture; filled for the comparison only."""


class ReasonShown(Frozen):
    """One reason that carried the verdict. `answers` are the facts that raised it."""

    lens: Lens | None
    """The lens of the answers it rests on; None where they are of several."""
    claim: str
    source: str
    strength: Strength
    """That of the demand: a must where any row requires it."""
    demand: str
    """The demand's label."""
    answers: tuple[Said, ...]
    row: str


class WhyNot(Frozen):
    """Why one other architecture was not chosen."""

    architecture: Architecture
    because: str
    missed: tuple[str, ...] = ()
    """Labels of the demands it misses."""
    gates: tuple[str, ...] = ()
    """Claims of the prerequisites it fails."""


class GateShown(Frozen):
    """An unmet prerequisite: it rules architectures out today, or comes first on the roadmap."""

    claim: str
    blocks: tuple[Architecture, ...]
    rules_out: bool


class ShareShown(Frozen):
    """How many of 100 ways to answer what is open lead to this architecture, or with None to nothing that passes."""

    architecture: Architecture | None
    share: float


class FlipShown(Frozen):
    """Changed answers that would give another verdict, nearest first."""

    changes: tuple[Changed, ...]
    architecture: Architecture
    passes: bool = True
    """False: nothing would pass then, and this one would come closest."""


class PrecedentShown(Frozen):
    """A published case that resembles the team's facts. `same` and `different` are words ("documents, weekly")."""

    title: str
    architecture: Architecture
    url: str
    happened: str = ""
    same: tuple[str, ...] = ()
    different: tuple[str, ...] = ()
    contradicts: bool = False


class FirstStep(Frozen):
    """The first thing to do, from the roadmap."""

    title: str
    detail: str
    why: str = ""


class ResultsUsed(Frozen):
    """A result file whose marks and failures a review uses."""

    format: str
    by: str = ""


class ResultsWaiting(Frozen):
    """A result file that an open review could use: one button for each provider."""

    digest: str
    format: str
    at: datetime
    passed: int
    ran: int
    providers: tuple[str, ...] = ("",)
