"""The facts of one LLM feature: what the interview asks and every rule reads.

A fact is one answer. `None` means unknown ("not sure"), which is an answer too; every field is unknown by default.
Names and values are the framework's own words and never change, so that stored answers stay valid.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, field_validator


class Need(StrEnum):
    """What users mostly need from the feature."""

    FACTS = "facts"
    BEHAVIOUR = "behaviour"
    BOTH = "both"


class Freshness(StrEnum):
    """How often the truth behind the answers changes, slowest first."""

    STATIC = "static"
    YEARLY = "yearly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    WEEKLY = "weekly"
    DAILY = "daily"
    LIVE = "live"


class Source(StrEnum):
    """Where the truth lives: general knowledge, own documents, live systems, or documents and systems."""

    MODEL = "model"
    DOCUMENTS = "documents"
    SYSTEMS = "systems"
    BOTH = "both"


class Corpus(StrEnum):
    """How much of it there is; `prompt_sized` fits one prompt, about 100,000 tokens or less."""

    PROMPT_SIZED = "prompt_sized"
    LARGE = "large"


class Hygiene(StrEnum):
    """The state of that data."""

    CLEAN = "clean"
    MIXED = "mixed"
    POOR = "poor"


class Receipts(StrEnum):
    """Whether an answer must show where it came from, weakest first."""

    NONE = "none"
    HELPFUL = "helpful"
    REQUIRED = "required"
    REGULATED = "regulated"


class Access(StrEnum):
    """Whether every user may see all of it."""

    EVERYONE = "everyone"
    PER_USER = "per_user"


class Failure(StrEnum):
    """How today's best prompt fails; `none_yet` stands alone."""

    FORMAT = "format"
    INVENTED_FACTS = "invented_facts"
    STALE_FACTS = "stale_facts"
    TONE = "tone"
    CLASSIFICATION = "classification"
    REFUSALS = "refusals"
    REASONING = "reasoning"
    TOOL_ERRORS = "tool_errors"
    SAFETY = "safety"
    CONTEXT_OVERLOAD = "context_overload"
    NONE_YET = "none_yet"


class Examples(StrEnum):
    """Labelled, trusted examples of good output, fewest first."""

    NONE = "none"
    TENS = "tens"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"
    TENS_OF_THOUSANDS = "tens_of_thousands"


class Labels(StrEnum):
    """The quality of those labels."""

    CONSISTENT = "consistent"
    MIXED = "mixed"
    INCONSISTENT = "inconsistent"


class Evals(StrEnum):
    """How answers are evaluated today, least first."""

    NONE = "none"
    AD_HOC = "ad_hoc"
    GOLDEN_SET = "golden_set"
    CONTINUOUS = "continuous"


class Latency(StrEnum):
    """How fast an answer must be, strictest first."""

    UNDER_300MS = "under_300ms"
    UNDER_1S = "under_1s"
    UNDER_3S = "under_3s"
    RELAXED = "relaxed"


class Volume(StrEnum):
    """Requests a day, fewest first."""

    UNDER_1K = "under_1k"
    UNDER_100K = "under_100k"
    UNDER_1M = "under_1m"
    OVER_1M = "over_1m"


class Ops(StrEnum):
    """What the team can run today; `neither` stands alone."""

    SEARCH = "search"
    TRAINING = "training"
    NEITHER = "neither"


class Stakes(StrEnum):
    """What a wrong answer costs, least first."""

    ANNOYANCE = "annoyance"
    REWORK = "rework"
    MONEY = "money"
    HARM = "harm"


class Hosting(StrEnum):
    """Where the data may go, freest first."""

    ANY_API = "any_api"
    PRIVATE_CLOUD = "private_cloud"
    ON_PREMISES = "on_premises"
    ON_DEVICE = "on_device"


UNKNOWN = "unknown"
"""How an unknown fact is written outside: in JSON, on the command line."""

Value = str | tuple[str, ...] | None
"""One fact's value as plain data: a word, several words for a list fact, or None for unknown."""


class Facts(BaseModel):
    """All facts of one feature, immutable; every one unknown (None) until somebody answers.

    List facts are kept without repeats in the vocabulary's order, so that equal answers are equal values. An empty list
    says nothing and is unknown. Raises pydantic's ValidationError for an unknown fact, value or type.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    need: Need | None = None
    freshness: Freshness | None = None
    source: Source | None = None
    corpus: Corpus | None = None
    hygiene: Hygiene | None = None
    receipts: Receipts | None = None
    access: Access | None = None
    failure: tuple[Failure, ...] | None = None
    examples: Examples | None = None
    labels: Labels | None = None
    evals: Evals | None = None
    latency: Latency | None = None
    volume: Volume | None = None
    ops: tuple[Ops, ...] | None = None
    stakes: Stakes | None = None
    hosting: Hosting | None = None

    @field_validator("*", mode="before")
    @classmethod
    def _read_unknown(cls, value: object) -> object:
        says_nothing = value == UNKNOWN or (isinstance(value, list | tuple) and not value)
        return None if says_nothing else value

    @field_validator("failure", "ops", mode="after")
    @classmethod
    def _in_order(cls, values: tuple[StrEnum, ...] | None) -> tuple[StrEnum, ...] | None:
        if values is None:
            return None
        distinct = set(values)
        alone = distinct & {Failure.NONE_YET, Ops.NEITHER}
        if alone and len(distinct) > 1:
            raise ValueError(f"{alone.pop().value} stands alone: it cannot be given with another value")
        return tuple(member for member in type(values[0]) if member in distinct)

    def value(self, fact: str) -> Value:
        """This fact as plain data; None when it is unknown. Raises KeyError for a name that is no fact."""
        if fact not in type(self).model_fields:
            raise KeyError(fact)
        found: Any = getattr(self, fact)
        if isinstance(found, tuple):
            return tuple(str(member) for member in found)
        return None if found is None else str(found)

    def known(self) -> dict[str, Value]:
        """Every known fact with its value, in the vocabulary's order."""
        return {fact: value for fact in FACTS if (value := self.value(fact)) is not None}

    def replaced(self, fact: str, value: str | Iterable[str] | None) -> Self:
        """These facts with one of them changed (None forgets it), validated like any other."""
        plain = value if isinstance(value, str) or value is None else tuple(value)
        return self.model_validate({**self.known(), fact: plain})


FACTS: tuple[str, ...] = tuple(Facts.model_fields)
"""The names of all facts, in the order of the framework."""

VALUES: dict[str, tuple[str, ...]] = {
    fact: tuple(str(member) for member in enum)
    for fact, enum in {
        "need": Need,
        "freshness": Freshness,
        "source": Source,
        "corpus": Corpus,
        "hygiene": Hygiene,
        "receipts": Receipts,
        "access": Access,
        "failure": Failure,
        "examples": Examples,
        "labels": Labels,
        "evals": Evals,
        "latency": Latency,
        "volume": Volume,
        "ops": Ops,
        "stakes": Stakes,
        "hosting": Hosting,
    }.items()
}
"""Each fact's values, in order (an order of more or less where the fact has one)."""

ALONE: dict[str, str] = {"failure": str(Failure.NONE_YET), "ops": str(Ops.NEITHER)}
"""The list facts (several values at once), each with the value that means none of the others."""
