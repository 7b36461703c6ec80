"""The facts of one LLM feature: what the interview asks and every rule reads.

A fact is one answer. `None` means unknown ("not sure"), which is an answer too; every field is unknown by default.
Names and values are the framework's own words and never change, so that stored answers stay valid.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Self, get_args

from pydantic import BaseModel, ConfigDict, field_validator

from rules.vocabulary import (
    Access,
    Action,
    Check,
    Corpus,
    Definition,
    Evals,
    Examples,
    Failure,
    Freshness,
    Hosting,
    Hygiene,
    Labels,
    Latency,
    Lookup,
    ModelSize,
    Need,
    Ops,
    PerClass,
    Receipts,
    Source,
    Stakes,
    Steadiness,
    Volume,
)

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
    lookup: Lookup | None = None
    action: Action | None = None
    check: Check | None = None
    definition: Definition | None = None
    per_class: PerClass | None = None
    steadiness: Steadiness | None = None
    model_size: ModelSize | None = None

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
        if fact not in VALUES:
            raise KeyError(fact)
        return _plain(getattr(self, fact))

    def known(self) -> dict[str, Value]:
        """Every known fact with its value, in the vocabulary's order."""
        held = vars(self)
        return {fact: _plain(found) for fact in FACTS if (found := held[fact]) is not None}

    def replaced(self, fact: str, value: str | Iterable[str] | None) -> Self:
        """These facts with one of them changed (None forgets it), validated like any other."""
        plain = value if isinstance(value, str) or value is None else tuple(value)
        return self.model_validate({**self.known(), fact: plain})


def _plain(found: Any) -> Value:
    if isinstance(found, tuple):
        return tuple(str(member) for member in found)
    return None if found is None else str(found)


def vocabulary_of(annotation: object) -> type[StrEnum]:
    """The vocabulary that a field's annotation names, "or None" and "several of" aside. Raises TypeError if none."""
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return annotation
    for part in get_args(annotation):
        if part not in {type(None), Ellipsis}:
            return vocabulary_of(part)
    raise TypeError(f"{annotation!r} holds no vocabulary")


FACTS: tuple[str, ...] = tuple(Facts.model_fields)
"""The names of all facts, in the order of the framework."""

VALUES: dict[str, tuple[str, ...]] = {
    fact: tuple(map(str, vocabulary_of(field.annotation))) for fact, field in Facts.model_fields.items()
}
"""Each fact's values, in order (an order of more or less where the fact has one)."""

ALONE: dict[str, str] = {"failure": str(Failure.NONE_YET), "ops": str(Ops.NEITHER)}
"""The list facts (several values at once), each with the value that means none of the others."""
