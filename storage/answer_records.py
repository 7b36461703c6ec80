"""What people answer: for everybody to see, or each of them alone until the answers are opened."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from pydantic import Field

from rules.facts import Value
from storage.tenant import Record, Tenant

BLIND = "blind"
"""What stands open, in the place of a fact, while each of the named people answers alone."""
UNDONE = "undone:"
"""How an entry of `asked` begins that says who took which answer back, and when."""


class Answer(Record):
    """One answer to one question. `value` None is "not sure". `said` keeps typed words they were understood from."""

    fact: str
    value: Value
    by: str
    at: datetime
    said: str | None = None
    reason: str | None = None
    """Why it was changed, where that changed the verdict, or why it counts where people differed."""


class TakenBack(NamedTuple):
    """That an answer was taken back: which, by whom and when. It stands among what was asked, as one more event."""

    fact: str
    at: str
    """When the answer had been given."""
    by: str
    when: datetime

    @property
    def as_asked(self) -> str:
        """As it stands there."""
        return f"{UNDONE}{self.fact}|{self.at}|{self.by}|{self.when.isoformat()}"


def taken_back(asked: Iterable[str]) -> Iterator[TakenBack]:
    """What was taken back, in that order."""
    for each in asked:
        parts = each.removeprefix(UNDONE).split("|")
        if each.startswith(UNDONE) and len(parts) == len(TakenBack._fields):
            fact, at, by, when = parts
            yield TakenBack(fact, at, by, datetime.fromisoformat(when))


class BlindAnswers(Record):
    """What one person answers alone; nobody else sees it before it is opened. (assessment, place) is unique."""

    tenant: Tenant
    assessment_id: str
    place: int
    """Among the people who were named, from 0. The key, since a person may be forgotten."""
    person: str
    named_at: datetime
    version: int = 0
    answers: dict[str, Answer] = Field(default_factory=dict)
    """By fact."""
    done_at: datetime | None = None
    """When nothing was left to ask them; None again where an answer that they changed asks for more."""
    is_off: bool = False
    """Whether the starter took them off: their answers wait, should they be named again, and are never opened."""
    opened_at: datetime | None = None
    """When everybody's answers were opened; from then on they are never changed."""
