"""The row types of the rulebook, and the Framework that binds all rows under one version and digest.

Rows are data: a product person can read, print and argue with every one of them. The rows themselves stand in
`rules/catalog/`; nothing here knows a particular row.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from json import dumps
from typing import Any

from rules.conditions import Condition


class Lens(StrEnum):
    """The four lenses of the framework, in the order in which reasons are told."""

    FRESHNESS = "freshness"
    RECEIPTS = "receipts"
    QUALITY = "quality"
    OPERATIONS = "operations"


class Architecture(StrEnum):
    """The five architectures, smallest first."""

    PROMPT = "prompt"
    TOOLS = "tools"
    RAG = "rag"
    FINE_TUNE = "fine_tune"
    HYBRID = "hybrid"


class Strength(StrEnum):
    """How strongly a demand is raised: a `must` rules out what does not deliver it, a `should` marks it."""

    MUST = "must"
    SHOULD = "should"


class Degree(StrEnum):
    """How far an architecture delivers a demand."""

    FULLY = "fully"
    PARTLY = "partly"
    NOT = "not"


class Effect(StrEnum):
    """What an unmet prerequisite does: rules the architecture out today, or comes first on the roadmap."""

    RULES_OUT = "rules_out"
    COMES_FIRST = "comes_first"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim comes from: a statement of the framework (F1-F14) or a publication, with its address if any."""

    id: str
    title: str
    url: str = ""
    says: str = ""
    """What a statement of the framework says, in our own sentence; empty for a publication."""


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer: its value, its label on a button, and the words by which people say it."""

    value: str
    label: str
    said: str
    """How the answer reads in a sentence after it was given: "weekly", "our own documents"."""
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """How one fact is asked: the question, why it is asked, its options, and its short name for a summary line."""

    fact: str
    lens: Lens
    text: str
    why: str
    topic: str
    """The short name in an answered line: "How often the truth changes"."""
    options: tuple[Option, ...]
    is_list: bool = False
    example: str = ""
    """Words that somebody could type as an answer: "about once a week"."""
    moot: Condition | None = None
    """Where the question does not apply, by other answers; None: it always applies (`rules/applying.py`)."""


@dataclass(frozen=True, slots=True)
class Demand:
    """Something a feature can ask of an architecture; `label` stands in tables and pictures."""

    id: str
    lens: Lens
    label: str
    meaning: str
    """What the demand means, in one plain sentence."""


@dataclass(frozen=True, slots=True)
class DemandRow:
    """A condition over facts that raises a demand, with its strength, a one-sentence claim and its sources."""

    id: str
    demand: str
    strength: Strength
    when: Condition
    claim: str
    sources: tuple[str, ...]
    """Ids of Source rows; at least one."""
    explains: bool = False
    """Whether the row is there for people: on complete facts other rows already decide the same, and it says why."""
    against: tuple[Architecture, ...] = ()
    """Those that deliver the demand and that the claim argues against all the same: it is no reason for these."""


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """How far one architecture delivers one demand, with a claim and its sources."""

    demand: str
    architecture: Architecture
    degree: Degree
    claim: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """What a dated row claims before a day, once the stage before it is over."""

    before: date | None
    """The first day on which this is no longer true; None where it is true from then on."""
    claim: str


@dataclass(frozen=True, slots=True)
class PrerequisiteRow:
    """What some architectures presuppose. It is unmet where `needs` is known not to hold: then it is a gate."""

    id: str
    architectures: tuple[Architecture, ...]
    needs: Condition
    effect: Effect
    claim: str
    sources: tuple[str, ...]
    lacking: str = ""
    """What is lacking while it is unmet, to follow "and": "there are too few trusted examples"."""
    to_run: bool = False
    """Whether it says what the team can run: unmet, its architectures are chosen only where nothing else passes."""
    stages: tuple[Stage, ...] = ()
    """For a row that the calendar changes: what is true before, at and after its dates, in their order.

    `claim` is what is true whatever the day, for those who do not say which one it is.
    """

    def claim_on(self, day: date | None) -> str:
        """What the row claims on this day."""
        if day is None:
            return self.claim
        return next((s.claim for s in self.stages if s.before is None or day < s.before), self.claim)

    def passed(self, day: date) -> tuple[Stage, ...]:
        """The stages that are over on this day."""
        return tuple(stage for stage in self.stages if stage.before is not None and stage.before <= day)


@dataclass(frozen=True, eq=False)
class Framework:
    """The whole rulebook under one version; `digest` identifies its exact content (sha256, first 12 hex digits).

    Two frameworks are the same one only by identity (what is precomputed from one is kept under it); compare digests.
    """

    version: str
    digest: str
    sources: tuple[Source, ...]
    questions: tuple[Question, ...]
    demands: tuple[Demand, ...]
    demand_rows: tuple[DemandRow, ...]
    delivery_rows: tuple[DeliveryRow, ...]
    prerequisite_rows: tuple[PrerequisiteRow, ...]
    by_fact: dict[str, Question] = field(init=False, repr=False, compare=False)
    moot: dict[str, Condition] = field(init=False, repr=False, compare=False)
    """For each question that may not apply, where it does not."""

    def __post_init__(self) -> None:
        """Index the questions once; rows are looked up on every click."""
        object.__setattr__(self, "by_fact", {question.fact: question for question in self.questions})
        object.__setattr__(self, "moot", {q.fact: q.moot for q in self.questions if q.moot is not None})


def lens_of(facts: Iterable[str], framework: Framework) -> Lens | None:
    """The lens of these facts; None where they are of several."""
    found = {framework.by_fact[fact].lens for fact in facts if fact in framework.by_fact}
    return found.pop() if len(found) == 1 else None


def bind(
    version: str,
    *,
    sources: tuple[Source, ...],
    questions: tuple[Question, ...],
    demands: tuple[Demand, ...],
    demand_rows: tuple[DemandRow, ...],
    delivery_rows: tuple[DeliveryRow, ...],
    prerequisite_rows: tuple[PrerequisiteRow, ...],
) -> Framework:
    """These rows as one rulebook, its digest taken over every word of them."""
    rows = (sources, questions, demands, demand_rows, delivery_rows, prerequisite_rows)
    digest = sha256(dumps([version, _canonical(rows)]).encode()).hexdigest()[:12]
    return Framework(version, digest, *rows)


def _canonical(value: object) -> Any:
    """The value as JSON, the same in every process: a condition by its words, an enum by its value."""
    if isinstance(value, tuple):
        return [_canonical(part) for part in value]
    if is_dataclass(value) and not isinstance(value, type):
        if hasattr(value, "describe"):
            return value.describe()
        return {part.name: _canonical(getattr(value, part.name)) for part in fields(value)}
    return str(value)
