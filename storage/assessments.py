"""Assessments as the bot asks for them: by id, by name, by message, by channel."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, select, union

from storage import deletion
from storage.assessment_rows import assessments_from
from storage.database import Database
from storage.names import name_key
from storage.prepared import Prepared
from storage.records import Answer, Assessment, Tenant
from storage.statements import of, owned
from storage.tables import answers, assessments, messages

_BY_ID = Prepared(select(assessments).where(owned(assessments, "id")))
_IS_LIVE = assessments.c.state.in_(["interviewing", "stopped", "decided"])
_BY_NAME = (
    select(assessments)
    .where(owned(assessments, "channel", "name_key"), _IS_LIVE)
    .order_by(assessments.c.started_at.desc(), assessments.c.id.desc())
    .limit(1)
)
_BY_MESSAGE = (
    select(assessments)
    .join(
        messages,
        and_(
            messages.c.enterprise == assessments.c.enterprise,
            messages.c.team == assessments.c.team,
            messages.c.assessment_id == assessments.c.id,
        ),
    )
    .where(owned(messages, "channel", "ts"))
)
_NEWEST_FIRST = (assessments.c.started_at.desc(), assessments.c.id.desc())
_IDS_NEWEST_FIRST = select(assessments.c.id).where(owned(assessments)).order_by(*_NEWEST_FIRST)
_AMONG = select(assessments).where(owned(assessments), assessments.c.id.in_(bindparam("ids", expanding=True)))
_HISTORY = select(answers).where(owned(answers, "assessment_id")).order_by(answers.c.seq)
_STARTED_IN = select(assessments.c.channel).where(
    owned(assessments), assessments.c.started_by == bindparam("of_person")
)
_ANSWERED_IN = (
    select(assessments.c.channel)
    .join(
        answers,
        and_(
            answers.c.enterprise == assessments.c.enterprise,
            answers.c.team == assessments.c.team,
            answers.c.assessment_id == assessments.c.id,
        ),
    )
    .where(owned(assessments), answers.c.by == bindparam("of_person"))
)
_TOOK_PART_IN = union(_STARTED_IN, _ANSWERED_IN)


class Assessments:
    """The assessments of all tenants; every question names one tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, tenant: Tenant, id: str) -> Assessment | None:  # noqa: A002 - the word the contract uses
        """The assessment with this id."""
        return await self._database.read(_get, tenant, id)

    async def find_by_name(self, tenant: Tenant, channel: str, name: str) -> Assessment | None:
        """The live assessment of this name in the channel, the newest if there are several; case does not count."""
        return await self._database.read(_one, _BY_NAME, tenant, {"channel": channel, "name_key": name_key(name)})

    async def find_by_message(self, tenant: Tenant, channel: str, ts: str) -> Assessment | None:
        """The assessment to which one of our messages belongs (the parent's ts is the ts of its thread)."""
        return await self._database.read(_one, _BY_MESSAGE, tenant, {"channel": channel, "ts": ts})

    async def in_channel(
        self, tenant: Tenant, channel: str | None, *, limit: int = 20, before: datetime | None = None
    ) -> tuple[Assessment, ...]:
        """The assessments of a channel (of the whole workspace for None) that started before, newest first."""
        wanted = select(assessments).where(owned(assessments)).order_by(*_NEWEST_FIRST).limit(limit)
        if channel is not None:
            wanted = wanted.where(assessments.c.channel == channel)
        if before is not None:
            wanted = wanted.where(assessments.c.started_at < before)
        return await self._database.read(_all, wanted, tenant, {})

    async def ids(self, tenant: Tenant, channel: str | None) -> tuple[str, ...]:
        """The ids of all assessments of a channel (of the whole workspace for None), newest first."""
        wanted = _IDS_NEWEST_FIRST if channel is None else _IDS_NEWEST_FIRST.where(assessments.c.channel == channel)
        return await self._database.read(_ids, wanted, tenant)

    async def among(self, tenant: Tenant, ids: Sequence[str]) -> tuple[Assessment, ...]:
        """Those of these ids that are there still, in the order of the ids."""
        found = await self._database.read(_all, _AMONG, tenant, {}, {"ids": list(ids)})
        by_id = {one.id: one for one in found}
        return tuple(by_id[id_] for id_ in ids if id_ in by_id)

    async def channels_of(self, tenant: Tenant, user: str) -> tuple[str, ...]:
        """The channels in which this person started or answered something."""
        return await self._database.read(_channels_of, tenant, user)

    async def history(self, tenant: Tenant, assessment_id: str) -> tuple[Answer, ...]:
        """Every answer ever given, in the order in which they were saved."""
        return await self._database.read(_history, tenant, assessment_id)

    async def delete_tenant(self, tenant: Tenant) -> int:
        """Forget everything of this workspace. Says how many rows that were."""
        gone = await self._database.write(deletion.delete_tenant, tenant)
        await self._database.scrub()
        return gone


def _get(connection: Connection, tenant: Tenant, id: str) -> Assessment | None:  # noqa: A002 - see `Assessments.get`
    heads = _BY_ID.rows(connection, of(tenant, id=id))
    return assessments_from(connection, tenant, heads)[0] if heads else None


def _one(connection: Connection, statement: Select[Any], tenant: Tenant, named: dict[str, Any]) -> Assessment | None:
    heads = connection.execute(statement, of(tenant, **named)).fetchall()
    return assessments_from(connection, tenant, heads)[0] if heads else None


def _all(
    connection: Connection,
    statement: Select[Any],
    tenant: Tenant,
    named: dict[str, Any],
    page: dict[str, Any] | None = None,
) -> tuple[Assessment, ...]:
    heads = connection.execute(statement, of(tenant, **named) | (page or {})).fetchall()
    return tuple(assessments_from(connection, tenant, heads))


def _ids(connection: Connection, statement: Select[Any], tenant: Tenant) -> tuple[str, ...]:
    return tuple(connection.execute(statement, of(tenant)).scalars())


def _channels_of(connection: Connection, tenant: Tenant, user: str) -> tuple[str, ...]:
    return tuple(connection.execute(_TOOK_PART_IN, of(tenant, person=user)).scalars())


def _history(connection: Connection, tenant: Tenant, assessment_id: str) -> tuple[Answer, ...]:
    rows = connection.execute(_HISTORY, of(tenant, assessment_id=assessment_id)).mappings()
    return tuple(Answer.model_validate(dict(row)) for row in rows)
