"""What the Home is made of, as storage gives it, and who looks at one."""

from datetime import datetime, timedelta
from typing import Any

from storage.tenant import Record, Tenant


class Viewer(Record):
    """A person who looked at their Home lately. Its version counts what was published there."""

    tenant: Tenant
    user: str
    page: int = 0
    opened_at: datetime
    refreshed_at: datetime
    """When it was last made anew, by whoever."""
    shown: str = ""
    """A digest of what it shows, so that what did not change is not published again."""
    version: int = 1


class ForViewers(Record):
    """A delivery for each who looked at their Home since then, unless one of theirs waits already.

    Each is its viewer's own, with their id added to this id and lane, as the `user` and as the actor of the command.
    """

    since: datetime
    most: int
    """For so many at most, those who looked last."""
    apart: timedelta
    """Times the number of viewers: so long a viewer's Home stays as it is."""
    kept: timedelta
    """So long after a person looked, their delivery is worth doing."""
    id: str
    lane: str
    due_at: datetime
    reply: dict[str, Any]
    """The command as JSON."""


class WaitingReview(Record):
    """A review that waits for results, by the version in which its decision lives on."""

    assessment_id: str
    name: str
    opened_by: str
    """The version that opened it, under which its message stands."""
    month: str
    opened_at: datetime
    owner: str | None = None
    zone: str | None = None


class OwnedItem(Record):
    """An open roadmap item of one person."""

    assessment_id: str
    name: str
    phase: str
    title: str
    due: str | None = None
    zone: str | None = None


class WaitingQuestion(Record):
    """A question that stands open."""

    assessment_id: str
    name: str
    asking: str


class Feature(Record):
    """A decided feature of which a failure may be logged."""

    id: str
    name: str
    channel: str
    tasks: tuple[tuple[str, str], ...] = ()
    """Id and name of each golden task."""
