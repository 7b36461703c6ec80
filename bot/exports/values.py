"""The decision record as values: everything that its two templates show, already in words.

The form is MADR 4 (Markdown Any Decision Records): context, drivers, options, outcome, consequences, confirmation.
"""

from base64 import b64encode
from datetime import date

from pydantic import BaseModel, ConfigDict


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class RecordLink(_Frozen):
    """The record that this one supersedes, or by which it was superseded."""

    id: str
    name: str
    decided_on: date | None = None


class FactLine(_Frozen):
    """One answer, as it reads, and who gave it when."""

    topic: str
    said: str
    by: str
    on: date


class OptionLine(_Frozen):
    """One considered architecture: what it is, and why it was or was not chosen."""

    name: str
    meaning: str
    because: str
    is_chosen: bool


class DriverLine(_Frozen):
    """One decision driver: a demand that the facts raised."""

    lens: str
    claim: str
    is_must: bool
    source: str


class ReviewLine(_Frozen):
    """One monthly review in the log."""

    month: str
    state: str
    passed: int
    failed: int
    not_run: int
    outcome: str
    by: str


class FailureCount(_Frozen):
    """How often one bucket was logged; withdrawn failures are not counted."""

    bucket: str
    count: int


class PrecedentLine(_Frozen):
    """One published case, with what happened there."""

    title: str
    url: str
    happened: str
    contradicts: bool


class StepLine(_Frozen):
    """One roadmap item as it stands."""

    title: str
    state: str
    owner: str
    due: str


class TaskLine(_Frozen):
    """One golden task with its bar."""

    name: str
    must_contain: str
    bar: str


class Picture(_Frozen):
    """A picture for the page, with the words that say the same."""

    alt: str
    png: bytes

    @property
    def data_url(self) -> str:
        """The picture as an address that needs no network."""
        return "data:image/png;base64," + b64encode(self.png).decode("ascii")


class DecisionRecord(_Frozen):
    """One decision, ready to be written down."""

    id: str
    name: str
    context: str
    status: str
    decided_on: date | None
    started_by: str
    decided_by: tuple[str, ...]
    verdict: str
    verdict_meaning: str
    passes: bool
    sureness: str
    facts: tuple[FactLine, ...]
    not_sure: tuple[str, ...]
    drivers: tuple[DriverLine, ...]
    options: tuple[OptionLine, ...]
    gates: tuple[str, ...]
    flips: tuple[str, ...]
    precedents: tuple[PrecedentLine, ...]
    steps: tuple[StepLine, ...]
    tasks: tuple[TaskLine, ...]
    reviews: tuple[ReviewLine, ...]
    failures: tuple[FailureCount, ...]
    supersedes: RecordLink | None
    superseded_by: RecordLink | None
    rules_version: str
    rules_digest: str
    pictures: tuple[Picture, ...] = ()
