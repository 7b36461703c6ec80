"""Which row may go out now, and who has it: the due-work engine's half of the outbox, for all tenants at once.

Within a lane rows go one at a time, in the order of (due_at, seq) among those that are due: a reminder of next month
holds nothing up, a row that waits for its next try does. Claiming is one transaction; on PostgreSQL claimers also take
turns by an advisory lock, because two of them could otherwise see different heads of one lane. A lease runs in the
clock of the database on PostgreSQL, and in the caller's on SQLite, where all callers are on one machine.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Interval,
    Select,
    Update,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    not_,
    or_,
    select,
    text,
    update,
)  # fmt: skip
from sqlmodel import UTCDateTime

from storage.prepared import Prepared
from storage.records import Claimed, DeliveryMethod, DeliveryState, MessageRef, Tenant
from storage.statements import of, owned, written
from storage.tables import messages, outbox, pauses
from storage.tenancy import ACROSS_TENANTS

_CLAIM_LOCK = 0x66747262
"""Any number, the same in every process."""
_TIME = UTCDateTime()
_NOW: ColumnElement[Any] = bindparam("now", type_=_TIME)
_PENDING = written(DeliveryState.PENDING)


def _is_due(rows: Any) -> ColumnElement[bool]:
    return and_(rows.c.state == _PENDING, rows.c.due_at <= _NOW)


def _in_lane(rows: Any) -> ColumnElement[bool]:
    return and_(*(rows.c[column] == outbox.c[column] for column in ("enterprise", "team", "lane")))


_others = outbox.alias("others")
_IS_PAUSED = exists().where(pauses.c.enterprise == outbox.c.enterprise, pauses.c.team == outbox.c.team)
# Two questions about the row's lane. Each is a scalar subquery, looked up in an index for each due row: as a join,
# PostgreSQL would now and then read the whole table, when it has not counted its rows yet.
_HEAD = (
    select(_others.c.seq)
    .where(_in_lane(_others), _is_due(_others))
    .order_by(_others.c.due_at, _others.c.seq)
    .limit(literal_column("1"))
    .scalar_subquery()
)


def _in_flight(clock: ColumnElement[Any]) -> ColumnElement[Any]:
    """Any row of the lane that somebody has in hand; there is one at most."""
    leased = and_(_others.c.state == _PENDING, _others.c.leased_by.is_not(None), _others.c.leased_until > clock)
    return select(_others.c.seq).where(_in_lane(_others), leased).limit(literal_column("1")).scalar_subquery()


_PRIVATE = outbox.c.method.in_((written(DeliveryMethod.EPHEMERAL), written(DeliveryMethod.RESPOND)))
"""What one person alone sees."""


def _claimable(clock: ColumnElement[Any], *only: ColumnElement[bool]) -> Select[Any]:
    """The due rows that may be taken, first due first. `clock` is the one in which leases run."""
    return (
        select(outbox.c.seq)
        .where(
            *only,
            _is_due(outbox),
            or_(outbox.c.retry_at.is_(None), outbox.c.retry_at <= _NOW),
            outbox.c.seq == _HEAD,
            _in_flight(clock).is_(None),
            not_(_IS_PAUSED),
        )
        .order_by(outbox.c.due_at, outbox.c.seq)
        .limit(bindparam("limit"))
        .execution_options(**ACROSS_TENANTS)
    )


_CLOCKS: dict[str, ColumnElement[Any]] = {"sqlite": _NOW, "postgresql": func.clock_timestamp(type_=_TIME)}
_LEASE_ENDS: dict[str, ColumnElement[Any]] = {
    "sqlite": bindparam("lease", type_=_TIME),
    "postgresql": _CLOCKS["postgresql"] + bindparam("lease", type_=Interval()),
}
_CLAIMABLE = {engine: _claimable(clock) for engine, clock in _CLOCKS.items()}


def _take(claimable: Select[Any], lease_ends: ColumnElement[Any]) -> Update:
    """Finding the rows and taking them in one statement. A part that locks rows is worked out once, and first."""
    found = claimable.with_for_update(skip_locked=True, of=outbox).cte("found")
    return (
        update(outbox)
        .where(outbox.c.seq.in_(select(found.c.seq)))
        .values(
            leased_by=bindparam("owner"),
            leased_until=lease_ends,
            attempts=outbox.c.attempts + 1,
            in_doubt=or_(outbox.c.in_doubt, outbox.c.leased_by.is_not(None)),
            first_tried_at=func.coalesce(outbox.c.first_tried_at, _NOW, type_=_TIME),
        )
        .returning(outbox)
        .execution_options(**ACROSS_TENANTS)
    )


_TAKE = {engine: Prepared(_take(rows, _LEASE_ENDS[engine])) for engine, rows in _CLAIMABLE.items()}
_TAKE_PRIVATE = {
    engine: Prepared(_take(_claimable(clock, _PRIVATE), _LEASE_ENDS[engine])) for engine, clock in _CLOCKS.items()
}
_MESSAGE = Prepared(select(messages).where(owned(messages, "assessment_id", "key")))
_TAKE_TURNS = Prepared(text("SELECT pg_advisory_xact_lock(:key)"))


def claim(
    connection: Connection, owner: str, now: datetime, limit: int, lease: timedelta, *, private: bool = False
) -> list[Claimed]:
    """Take up to `limit` rows; `private`: of those that one person alone sees.

    One whose former owner went away comes back as in doubt.
    """
    engine = connection.dialect.name
    if engine == "postgresql":
        _TAKE_TURNS.run(connection, {"key": _CLAIM_LOCK})
    named = {"limit": limit, "owner": owner, "now": now, "lease": now + lease if engine == "sqlite" else lease}
    take = (_TAKE_PRIVATE if private else _TAKE)[engine]
    rows = sorted(take.rows(connection, named), key=lambda row: (row["due_at"], row["seq"]))
    return [_claimed(connection, row, Tenant(team=row["team"])) for row in rows]


def _claimed(connection: Connection, row: dict[str, Any], tenant: Tenant) -> Claimed:
    return Claimed.model_validate({**row, "tenant": tenant, "places": _places(connection, row, tenant)})


def _places(connection: Connection, row: dict[str, Any], tenant: Tenant) -> dict[str, MessageRef]:
    """The messages that the row names, as far as they stand."""
    about = row["assessment_id"]
    if about is None:
        return {}
    named = {row["under_key"], row["message_key"] if row["method"] == DeliveryMethod.UPDATE else None}
    found = (message(connection, tenant, about, key) for key in named if key is not None)
    return {ref.key: ref for ref in found if ref is not None}


def message(connection: Connection, tenant: Tenant, assessment_id: str, key: str) -> MessageRef | None:
    """Where the message with this key stands."""
    found = _MESSAGE.rows(connection, of(tenant, assessment_id=assessment_id, key=key))
    return MessageRef.model_validate({**found[0], "tenant": tenant}) if found else None


_OWNERS = {
    engine: select(outbox.c.leased_by)
    .where(outbox.c.state == _PENDING, outbox.c.leased_by.is_not(None), outbox.c.leased_until > clock)
    .distinct()
    .execution_options(**ACROSS_TENANTS)
    for engine, clock in _CLOCKS.items()
}
_END_LEASES = (
    update(outbox)
    .where(outbox.c.state == _PENDING, outbox.c.leased_by.in_(bindparam("gone", expanding=True)))
    .values(leased_until=bindparam("past", type_=_TIME))
    .execution_options(**ACROSS_TENANTS)
)
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
"""An end of a lease that has passed in the clock of any database."""


def owners(connection: Connection, now: datetime) -> tuple[str, ...]:
    """Who holds rows just now."""
    return tuple(connection.execute(_OWNERS[connection.dialect.name], {"now": now}).scalars())


def take_back(
    connection: Connection,
    is_alone: bool,
    *,
    owner: str,
    now: datetime,
    is_gone: Callable[[str], bool],
) -> int:
    """End the leases of owners that are gone: of all others where this one is alone. Says how many rows."""
    gone = [other for other in owners(connection, now) if other != owner and (is_alone or is_gone(other))]
    return connection.execute(_END_LEASES, {"gone": gone, "past": _LONG_AGO}).rowcount if gone else 0


_FUTURE = (
    select(outbox.c.due_at)
    .where(outbox.c.state == _PENDING, outbox.c.due_at > _NOW, not_(_IS_PAUSED))
    .order_by(outbox.c.due_at)
    .limit(1)
    .execution_options(**ACROSS_TENANTS)
)
_WAITING = {
    engine: select(
        func.min(case((outbox.c.retry_at > _NOW, outbox.c.retry_at)), type_=_TIME),
        func.min(case((outbox.c.leased_until > clock, outbox.c.leased_until)), type_=_TIME),
        clock,
    )
    .where(_is_due(outbox), not_(_IS_PAUSED))
    .execution_options(**ACROSS_TENANTS)
    for engine, clock in _CLOCKS.items()
}
"""Among the due rows that nobody can take now: the next try, the end of the next lease, and the time it is there."""


def next_due(connection: Connection, now: datetime) -> datetime | None:
    """`now` if something can be taken; else when the next row falls due, is tried again, or is left by its owner."""
    engine = connection.dialect.name
    if connection.execute(_CLAIMABLE[engine], {"now": now, "limit": 1}).first() is not None:
        return now
    future = connection.execute(_FUTURE, {"now": now}).scalar()
    retried, left, there = connection.execute(_WAITING[engine], {"now": now}).one()
    times = [future, retried, None if left is None else now + (left - there)]
    return min((time for time in times if time is not None), default=None)


_OLDEST = (
    select(outbox.c.due_at)
    .where(_is_due(outbox), not_(_IS_PAUSED))
    .order_by(outbox.c.due_at)
    .limit(1)
    .execution_options(**ACROSS_TENANTS)
)
_COUNT = select(func.count()).select_from(outbox).where(outbox.c.state == _PENDING).execution_options(**ACROSS_TENANTS)


def oldest_due(connection: Connection, now: datetime) -> datetime | None:
    """When the row fell due that has waited longest."""
    return connection.execute(_OLDEST, {"now": now}).scalar()


def pending_count(connection: Connection) -> int:
    """How many rows wait, due or not."""
    return connection.execute(_COUNT).scalar_one()
