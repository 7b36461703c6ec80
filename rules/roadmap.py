"""The roadmap as a value: what to do after the verdict, in the order of F9 to F12."""

from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from rules.casing import lower_first
from rules.conditions import ALWAYS, Condition
from rules.framework import Architecture


class Phase(StrEnum):
    """The four phases, in the order in which they are worked."""

    EVALUATION = "evaluation"
    FAILURES = "failures"
    BUILD = "build"
    WATCH = "watch"


def in_a_sentence(title: str, phase: Phase) -> str:
    """A title as it goes on in a sentence: "watch for “formatting” (the content is right, the shape is not)"."""
    head, colon, rest = title.partition(": ")
    said = f"watch for “{lower_first(head)}”" if phase is Phase.FAILURES else lower_first(head)
    return f"{said} ({lower_first(rest.rstrip('.'))})" if colon else said


class RoadmapItem(BaseModel):
    """One thing to do. `id` is stable over rule versions, so that a re-assessment can keep what is still valid."""

    model_config = ConfigDict(frozen=True)

    id: str
    phase: Phase
    title: str
    detail: str
    """How to do it, or for a failure bucket how to detect it; one sentence."""
    done_when: str = ""
    """The gate that ends it, for the components to build."""
    why: str = ""
    """Which facts or gates put it here, in one short sentence."""


class Roadmap(BaseModel):
    """All items, grouped by phase and in order."""

    model_config = ConfigDict(frozen=True)

    items: tuple[RoadmapItem, ...]
    golden_tasks: tuple[str, ...] = ()
    """Suggested names of golden tasks, drawn from the facts; the team edits them."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """One possible roadmap item: for which architectures and facts it is meant, and what it says."""

    id: str
    phase: Phase
    title: str
    detail: str
    sources: tuple[str, ...]
    done_when: str = ""
    why: str = ""
    architectures: tuple[Architecture, ...] = tuple(Architecture)
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class BucketRow:
    """One failure bucket: how to tell that a failure belongs there, what usually helps, and where it is likely."""

    id: str
    label: str
    means: str
    detect: str
    """One line: how to tell."""
    remedies: tuple[str, ...]
    """What usually helps, the usual first."""
    base: tuple[int, ...]
    """How likely it is with each architecture, smallest first; 0 where it cannot happen."""
    likelier: tuple[tuple[Condition, str], ...] = ()
    """What makes it likelier: a condition, and why in words."""


@dataclass(frozen=True, slots=True)
class GoldenTaskRow:
    """A suggested golden task, for the facts that call for it; the team puts its own words in."""

    name: str
    input: str
    must_contain: str
    bar: str
    when: Condition = ALWAYS
