"""How a claimed row ended, and what people may ask and do about rows: the other half of the outbox."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import BindParameter, Connection, and_, bindparam, case, func, literal, or_, select, union, update
from sqlmodel import UTCDateTime

from storage import claims
from storage.prepared import Prepared
from storage.records import Claimed, Delivery, DeliveryMethod, DeliveryState, MessageRef, Tenant
from storage.statements import Upsert, keys, of, owned, read_all, read_one, written
from storage.tables import messages, outbox
from storage.tenancy import ACROSS_TENANTS

_MAKES_MESSAGE = {DeliveryMethod.POST, DeliveryMethod.UPLOAD}
_IS_PENDING = outbox.c.state == written(DeliveryState.PENDING)
_FREE = {"leased_by": None, "leased_until": None}

SAYS_NOTHING = literal({}, outbox.c.reply.type)
"""Stands in the place of what a row said that is over and belongs to no assessment.

Such a row may name one (the word that it is deleted, a list, a Home), and goes with none: nobody reads it any more.
"""
_FINISH = Prepared(
    update(outbox)
    .where(outbox.c.id == bindparam("of_id"), outbox.c.leased_by == bindparam("of_owner"), _IS_PENDING)
    .values(**_FREE, retry_at=None, reply=case((outbox.c.assessment_id.is_(None), SAYS_NOTHING), else_=outbox.c.reply))
    .returning(outbox.c.team, outbox.c.assessment_id, outbox.c.message_key, outbox.c.method)
    .execution_options(**ACROSS_TENANTS)
)
_NOTE_MESSAGE = Upsert(messages)
_RETRY = (
    update(outbox)
    .where(outbox.c.id == bindparam("of_id"), outbox.c.leased_by == bindparam("of_owner"), _IS_PENDING)
    .values(_FREE)
    .execution_options(**ACROSS_TENANTS)
)
_UNTRIED = {
    "attempts": outbox.c.attempts - 1,
    "first_tried_at": case((outbox.c.attempts > 1, outbox.c.first_tried_at)),
}
_RETRY_UNTRIED = _RETRY.values(_UNTRIED)
_RELEASE = (
    update(outbox)
    .where(outbox.c.leased_by == bindparam("of_owner"), _IS_PENDING)
    .values(_FREE | _UNTRIED)
    .execution_options(**ACROSS_TENANTS)
)


def finish(
    connection: Connection,
    delivery_id: str,
    owner: str,
    state: DeliveryState,
    *,
    at: datetime,
    ts: str | None = None,
    channel: str | None = None,
    error: str | None = None,
) -> bool:
    """End a row, and note where the message stands that it made. Says False where the owner lost it meanwhile."""
    values = {"state": state, "ts": ts, "error": error, "done_at": at}
    found = _FINISH.rows(connection, {"of_id": delivery_id, "of_owner": owner} | values)
    if not found:
        return False
    row = found[0]
    about, key = row["assessment_id"], row["message_key"]
    if about is not None and key is not None and row["method"] in _MAKES_MESSAGE and ts and channel:
        name = {"assessment_id": about, "key": key}
        _NOTE_MESSAGE(connection, keys(Tenant(team=row["team"])) | name | {"channel": channel, "ts": ts})
    return True


class NextClaim(NamedTuple):
    """What whoever ends a row takes up with it, as for `claims.claim`."""

    limit: int
    lease: timedelta
    private: bool = False


def finish_and_claim(
    connection: Connection,
    delivery_id: str,
    owner: str,
    state: DeliveryState,
    following: NextClaim,
    *,
    at: datetime,
    ts: str | None = None,
    channel: str | None = None,
    error: str | None = None,
) -> tuple[bool, list[Claimed]]:
    """End a row and take up what is due next, in one transaction: a lane goes on with half the commits."""
    is_ours = finish(connection, delivery_id, owner, state, at=at, ts=ts, channel=channel, error=error)
    return is_ours, claims.claim(connection, owner, at, following.limit, following.lease, private=following.private)


def retry(
    connection: Connection,
    delivery_id: str,
    owner: str,
    due_at: datetime,
    error: str | None,
    *,
    tried: bool = True,
    in_doubt: bool = False,
) -> bool:
    """Give a row back until then; it keeps its place in the lane. Says False where the owner lost it meanwhile.

    `tried` False: its turn had not come, so this counts as no attempt. `in_doubt` True: Slack may have it already.
    """
    named = {"of_id": delivery_id, "of_owner": owner, "retry_at": due_at, "error": error}
    if in_doubt:
        named["in_doubt"] = True
    return connection.execute(_RETRY if tried else _RETRY_UNTRIED, named).rowcount == 1


def release(connection: Connection, owner: str) -> int:
    """Give back all that this owner holds, as if it had never been claimed (before a stop). Says how many rows."""
    return connection.execute(_RELEASE, {"of_owner": owner}).rowcount


_GET = select(outbox).where(owned(outbox, "id"))
_IS_UNKNOWN = outbox.c.state == written(DeliveryState.UNKNOWN)
_UNKNOWN = select(outbox).where(owned(outbox), _IS_UNKNOWN).order_by(outbox.c.seq)
_UNKNOWN_BY_TENANT = (
    select(outbox.c.team, func.count(), func.min(outbox.c.due_at, type_=UTCDateTime()))
    .where(_IS_UNKNOWN)
    .group_by(outbox.c.team)
    .order_by(outbox.c.team)
    .execution_options(**ACROSS_TENANTS)
)
_RESEND = (
    update(outbox)
    .where(
        owned(outbox, "id"),
        or_(_IS_UNKNOWN, outbox.c.state == written(DeliveryState.FAILED)),
    )
    .values(
        state=str(DeliveryState.PENDING), attempts=0, in_doubt=False, first_tried_at=None, retry_at=None, error=None,
        done_at=None, expires_at=None, **_FREE,
    )
)  # fmt: skip


def get(connection: Connection, tenant: Tenant, id: str) -> Delivery | None:  # noqa: A002 - the word of the other repositories
    """The row with this id."""
    return read_one(connection, Delivery, _GET, of(tenant, id=id))


def unknown(connection: Connection, tenant: Tenant) -> tuple[Delivery, ...]:
    """The rows of which nobody knows whether Slack has them, oldest first."""
    return read_all(connection, Delivery, _UNKNOWN, of(tenant))


def unknown_by_tenant(connection: Connection) -> tuple[tuple[Tenant, int, datetime], ...]:
    """How many such rows each workspace has, and when its first one was due: for whoever runs the bot."""
    found = connection.execute(_UNKNOWN_BY_TENANT)
    return tuple((Tenant(team=row[0]), row[1], row[2]) for row in found)


def resend(connection: Connection, tenant: Tenant, delivery_id: str, at: datetime) -> None:
    """Make the row wait again from now on, as new, if it ended as unknown or failed."""
    connection.execute(_RESEND, of(tenant, id=delivery_id) | {"due_at": at})


_KEYS: BindParameter[str] = bindparam("keys", expanding=True)
_STANDING = union(
    select(messages.c.key).where(owned(messages, "assessment_id"), messages.c.key.in_(_KEYS)),
    select(outbox.c.message_key).where(
        owned(outbox, "assessment_id"),
        outbox.c.message_key.in_(_KEYS),
        outbox.c.method.in_([written(method) for method in sorted(_MAKES_MESSAGE)]),
        or_(outbox.c.leased_by.is_not(None), outbox.c.in_doubt),
        _IS_PENDING,
    ),
)


def standing(connection: Connection, tenant: Tenant, assessment_id: str, named: Sequence[str]) -> frozenset[str]:
    """Which of the messages with these keys were posted, or are being posted: now, or by a try that brought no answer.

    Slack shows a message before its answer is noted here, and somebody may press a button on it in between: an edit
    made then goes out behind the post, and finds the message noted.
    """
    found = connection.execute(_STANDING, of(tenant, assessment_id=assessment_id) | {"keys": list(named)})
    return frozenset(found.scalars())


_OWN = select(messages).where(owned(messages, "assessment_id"))
_IN_THREAD = (
    select(messages.c.team, messages.c.assessment_id, literal("").label("key"), messages.c.channel, outbox.c.ts)
    .join(
        messages,
        and_(*(messages.c[column] == outbox.c[column] for column in ("enterprise", "team", "assessment_id")))
        & (messages.c.key == outbox.c.under_key),
    )
    .where(
        owned(outbox, "assessment_id"),
        outbox.c.state == written(DeliveryState.SENT),
        outbox.c.method == written(DeliveryMethod.POST),
        outbox.c.ts.is_not(None),
    )
)
"""What was posted in the thread, answers as well, which have no name: known as long as their rows are kept."""


def own(connection: Connection, tenant: Tenant, assessment_id: str) -> tuple[MessageRef, ...]:
    """Where all messages of an assessment stand, in no order; of those that have no name (any more) the key is ""."""
    named = of(tenant, assessment_id=assessment_id)
    found = (read_all(connection, MessageRef, statement, named) for statement in (_IN_THREAD, _OWN))
    return tuple({(ref.channel, ref.ts): ref for refs in found for ref in refs}.values())


_OURS = select(messages.c.key).where(owned(messages, "channel", "ts")).limit(1)


def key_of(connection: Connection, tenant: Tenant, channel: str, ts: str) -> str | None:
    """By which name this message of ours is known; None where it is none of ours."""
    key: str | None = connection.execute(_OURS, of(tenant, channel=channel, ts=ts)).scalar()
    return key


def is_ours(connection: Connection, tenant: Tenant, channel: str, ts: str) -> bool:
    """Whether this message is one of ours."""
    return key_of(connection, tenant, channel, ts) is not None
