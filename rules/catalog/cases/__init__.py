"""The published cases: what was measured or shipped, and what did best there. One file a verdict, for experts to read.

They calibrate the rows (`rules/score.py`) and stand beside a verdict as precedents (`rules/precedents.py`). They are
read from the package once, on first use; a decision without precedents needs none of them.
"""

from functools import lru_cache
from importlib.resources import files
from tomllib import loads

from pydantic import BaseModel, ConfigDict

from rules.facts import Facts
from rules.framework import Architecture


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Outcome(_Row):
    """What did best there, what did well enough, and what the source measured or reported as worse."""

    best: tuple[Architecture, ...]
    acceptable: tuple[Architecture, ...] = ()
    wrong: tuple[Architecture, ...] = ()


class Publication(_Row):
    """Where the case was published."""

    title: str
    authors_or_org: str
    year: int
    url: str


class Case(_Row):
    """One published case: its facts as far as the source states them, and how it came out."""

    id: str
    title: str
    summary: str
    facts: Facts
    outcome: Outcome
    evidence: str
    """What was found, with the figure."""
    source: Publication
    confidence: str
    from_memory: bool = False
    was_set_aside: bool = False
    """Whether nobody who wrote the rows had seen it: it was scored once before it came in, and taught none of them."""


@lru_cache(maxsize=1)
def published_cases() -> tuple[Case, ...]:
    """Every published case, ordered by id."""
    tables = (loads((files(__name__) / f"{verdict}.toml").read_text("utf-8")) for verdict in Architecture)
    found = (Case.model_validate(entry) for table in tables for entry in table["case"])
    return tuple(sorted(found, key=lambda case: case.id))
