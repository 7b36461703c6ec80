"""Assessments as the bot asks for them: by id, by name, by message, by channel."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, bindparam, select, union

from storage import deletion
from storage.assessment_rows import assessments_from
from storage.database import Repository, asks
from storage.names import name_key
from storage.prepared import Prepared
from storage.records import Answer, Assessment, Decision, Tenant
from storage.statements import of, owned, read_all
from storage.tables import answers, assessments, blind_answers, decisions, messages

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
_AMONG = select(assessments).where(owned(assessments), assessments.c.id.in_(bindparam("of_ids", expanding=True)))
_HISTORY = select(answers).where(owned(answers, "assessment_id")).order_by(answers.c.seq)
_VERDICTS = select(decisions).where(owned(decisions, "assessment_id")).order_by(decisions.c.number)
_STARTED_IN = select(assessments.c.channel).where(
    owned(assessments), assessments.c.started_by == bindparam("of_person")
)


def _in_channels_where(table: Table, is_theirs: ColumnElement[bool]) -> Select[Any]:
    """The channels of the assessments to which somebody's rows in this table belong."""
    same = and_(
        table.c.enterprise == assessments.c.enterprise,
        table.c.team == assessments.c.team,
        table.c.assessment_id == assessments.c.id,
    )
    return select(assessments.c.channel).join(table, same).where(owned(assessments), is_theirs)


_ANSWERED_IN = _in_channels_where(answers, answers.c.by == bindparam("of_person"))
_NAMED_IN = _in_channels_where(blind_answers, blind_answers.c.person == bindparam("of_person"))
_TOOK_PART_IN = union(_STARTED_IN, _ANSWERED_IN, _NAMED_IN)


def _heads(connection: Connection, statement: Select[Any], tenant: Tenant, **named: Any) -> tuple[Assessment, ...]:
    heads = connection.execute(statement, of(tenant, **named)).mappings().all()
    return tuple(assessments_from(connection, tenant, heads))


def get(connection: Connection, tenant: Tenant, id: str) -> Assessment | None:  # noqa: A002 - the word callers use
    """The assessment with this id."""
    heads = _BY_ID.rows(connection, of(tenant, id=id))
    return next(iter(assessments_from(connection, tenant, heads)), None)


def get_by_one_statement(connection: Connection, tenant: Tenant, id: str) -> Assessment | None:  # noqa: A002 - the same
    """The same, unless it has parts, which other statements read."""
    heads = [head for head in _BY_ID.rows(connection, of(tenant, id=id)) if not head["is_worked"]]
    return next(iter(assessments_from(connection, tenant, heads)), None)


def _find_by_name(connection: Connection, tenant: Tenant, channel: str, name: str) -> Assessment | None:
    """The live assessment of this name in the channel, the newest if there are several; case does not count."""
    return next(iter(_heads(connection, _BY_NAME, tenant, channel=channel, name_key=name_key(name))), None)


def _find_by_message(connection: Connection, tenant: Tenant, channel: str, ts: str) -> Assessment | None:
    """The assessment to which one of our messages belongs (the parent's ts is the ts of its thread)."""
    return next(iter(_heads(connection, _BY_MESSAGE, tenant, channel=channel, ts=ts)), None)


def _in_channel(
    connection: Connection, tenant: Tenant, channel: str | None, *, limit: int = 20, before: datetime | None = None
) -> tuple[Assessment, ...]:
    """The assessments of a channel (of the whole workspace for None) that started before, newest first."""
    wanted = select(assessments).where(owned(assessments)).order_by(*_NEWEST_FIRST).limit(limit)
    if channel is not None:
        wanted = wanted.where(assessments.c.channel == channel)
    if before is not None:
        wanted = wanted.where(assessments.c.started_at < before)
    return _heads(connection, wanted, tenant)


def _ids(connection: Connection, tenant: Tenant, channel: str | None) -> tuple[str, ...]:
    """The ids of all assessments of a channel (of the whole workspace for None), newest first."""
    wanted = _IDS_NEWEST_FIRST if channel is None else _IDS_NEWEST_FIRST.where(assessments.c.channel == channel)
    return tuple(connection.execute(wanted, of(tenant)).scalars())


def _among(connection: Connection, tenant: Tenant, ids: Sequence[str]) -> tuple[Assessment, ...]:
    """Those of these ids that are there still, in the order of the ids."""
    by_id = {one.id: one for one in _heads(connection, _AMONG, tenant, ids=list(ids))}
    return tuple(by_id[id_] for id_ in ids if id_ in by_id)


def _channels_of(connection: Connection, tenant: Tenant, user: str) -> tuple[str, ...]:
    """The channels in which this person started or answered something, or was named to answer."""
    return tuple(connection.execute(_TOOK_PART_IN, of(tenant, person=user)).scalars())


def _history(connection: Connection, tenant: Tenant, assessment_id: str) -> tuple[Answer, ...]:
    """Every answer ever given, in the order in which they were saved."""
    return read_all(connection, Answer, _HISTORY, of(tenant, assessment_id=assessment_id))


def _verdicts(connection: Connection, tenant: Tenant, assessment_id: str) -> tuple[Decision, ...]:
    """Every verdict as it was given, in the order in which they were saved."""
    rows = connection.execute(_VERDICTS, of(tenant, assessment_id=assessment_id)).mappings()
    return tuple(map(Decision.model_validate, rows))


class Assessments(Repository):
    """The assessments of all tenants; every question names one tenant."""

    get = asks(get)
    find_by_name = asks(_find_by_name)
    find_by_message = asks(_find_by_message)
    in_channel = asks(_in_channel)
    ids = asks(_ids)
    among = asks(_among)
    channels_of = asks(_channels_of)
    history = asks(_history)
    verdicts = asks(_verdicts)

    async def delete_tenant(self, tenant: Tenant) -> int:
        """Forget everything of this workspace. Says how many rows that were."""
        gone = await self._database.write(deletion.delete_tenant, tenant)
        await self._database.scrub()
        return gone
