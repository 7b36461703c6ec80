"""Who looks at their Home: noted when they open it, and found again by whatever changes what it shows.

A Home is made from what was read before it is saved. Its viewer's version is read first of all and checked when it is
saved, so of two that are made at once the later one is made again, and nothing older ever takes the place of a newer.
"""

from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from storage.errors import Conflict
from storage.prepared import Prepared
from storage.records import Change, Delivery, DeliveryMethod, DeliveryState, Tenant, Viewer
from storage.statements import InsertNew, keys, of, owned, read_one, written
from storage.tables import home_viewers, outbox

_GET = select(home_viewers).where(owned(home_viewers, "user"))
_LOOKS = update(home_viewers).where(owned(home_viewers, "user")).returning(home_viewers)
_FIRST = InsertNew(home_viewers)
_SAVE = update(home_viewers).where(owned(home_viewers, "user", "version"))
_FORGET = home_viewers.delete().where(owned(home_viewers, "user"))
_RECENT = Prepared(
    select(home_viewers.c.user, home_viewers.c.opened_at, home_viewers.c.refreshed_at)
    .where(owned(home_viewers), home_viewers.c.opened_at >= bindparam("since"))
    .order_by(home_viewers.c.opened_at.desc())
    .limit(bindparam("most"))
)
_WAITING = (
    select(outbox.c.lane)
    .where(
        owned(outbox),
        outbox.c.lane.in_(bindparam("lanes", expanding=True)),
        outbox.c.state == written(DeliveryState.PENDING),
        outbox.c.leased_by.is_(None),
        outbox.c.in_doubt.is_(False),
    )
    .with_for_update()
)
"""Which viewers' Homes wait to be made anew. A row is held until this change is saved, so that nobody begins it now."""


def get(connection: Connection, tenant: Tenant, user: str) -> Viewer | None:
    """This viewer, if they looked lately."""
    return read_one(connection, Viewer, _GET, of(tenant, user=user))


def opened(connection: Connection, tenant: Tenant, user: str, page: int, at: datetime) -> Viewer:
    """Note that this person looks at this page now."""
    known = read_one(connection, Viewer, _LOOKS, of(tenant, user=user) | {"page": page, "opened_at": at})
    if known is not None:
        return known
    first = Viewer(tenant=tenant, user=user, page=page, opened_at=at, refreshed_at=at)
    _FIRST(connection, keys(tenant) | first.model_dump(exclude={"tenant"}))
    return first


def forget(connection: Connection, tenant: Tenant, user: str) -> bool:
    """This person looks no more. Says whether they did."""
    return connection.execute(_FORGET, of(tenant, user=user)).rowcount == 1


def save(connection: Connection, viewer: Viewer) -> None:
    """Note what was made for this viewer; when they looked stays as it is. Raises Conflict where another was faster."""
    was = of(viewer.tenant, user=viewer.user, version=viewer.version)
    values = viewer.model_dump(include={"page", "refreshed_at", "shown"}) | {"version": viewer.version + 1}
    if not connection.execute(_SAVE, was | values).rowcount:
        raise Conflict


def deliveries_for(connection: Connection, change: Change) -> tuple[Delivery, ...]:
    """What this change means for those who look at their Home: a row each, but for those for whom one waits."""
    wanted = change.for_viewers
    if wanted is None:
        return ()
    asked = of(change.tenant) | {"since": wanted.since, "most": wanted.most}
    viewers = _RECENT.rows(connection, asked)
    if not viewers:
        return ()
    lanes = {f"{wanted.lane}:{viewer['user']}": viewer for viewer in viewers}
    waiting = set(connection.execute(_WAITING, of(change.tenant) | {"lanes": list(lanes)}).scalars())
    apart = wanted.apart * len(viewers)
    return tuple(
        Delivery(
            id=f"{wanted.id}:{viewer['user']}",
            tenant=change.tenant,
            method=DeliveryMethod.RUN,
            lane=lane,
            user=viewer["user"],
            reply={**wanted.reply, "actor": viewer["user"]},
            due_at=max(wanted.due_at, viewer["refreshed_at"] + apart),
            expires_at=viewer["opened_at"] + wanted.kept,
        )
        for lane, viewer in lanes.items()
        if lane not in waiting
    )
