"""What is kept of result files that evaluation tools wrote, and of the tokens with which CI hands them in."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from storage.tenant import Record, Tenant


class Way(StrEnum):
    """How a result file came in."""

    FILE = "file"
    """Shared in Slack."""
    SERVER = "server"
    """Handed in on the server, by `ftrag results`."""
    HTTP = "http"
    """Posted, with a token."""


class ResultFile(Record):
    """One result file as it was read for one feature; (assessment, digest) is unique: the same content counts once."""

    tenant: Tenant
    assessment_id: str
    digest: str
    """Of the content, as hex digits."""
    at: datetime
    version: int = 0
    by: str = ""
    """Who shared it, as a Slack id; empty where nobody in Slack did."""
    way: Way = Way.FILE
    read: dict[str, Any]
    """What it says, as JSON: format, suite, tasks, counts, buckets, notes."""
    offered: tuple[str, ...] = ()
    """What its message offered: names that are close to a golden task's, and changes of facts. Each is offered once."""
    place: int | None = None
    """Which of its providers the team took; None while nobody did."""
    taken_by: str | None = None
    used_in: str | None = None
    """The month of the review that uses it, 'YYYY-MM'; None while it waits for one, or for nobody."""


class ResultsToken(Record):
    """A token with which results of one feature may be posted. Only its hash is stored."""

    id: str
    tenant: Tenant
    assessment_id: str
    digest: str
    """SHA-256 of the whole token, as hex digits."""
    made_by: str
    made_at: datetime
    used_at: datetime | None = None
    revoked_by: str | None = None
    revoked_at: datetime | None = None
