"""What people answer: for everybody to see, or each of them alone until the answers are opened."""

from datetime import datetime

from pydantic import Field

from rules.facts import Value
from storage.tenant import Record, Tenant

BLIND = "blind"
"""What stands open, in the place of a fact, while each of the named people answers alone."""


class Answer(Record):
    """One answer to one question. `value` None is "not sure". `said` keeps typed words they were understood from."""

    fact: str
    value: Value
    by: str
    at: datetime
    said: str | None = None
    reason: str | None = None
    """Why it was changed, where that changed the verdict, or why it counts where people differed."""


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
