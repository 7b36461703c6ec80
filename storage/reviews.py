"""Monthly reviews and logged failures, as the bot asks for them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, func, select

from storage.database import Database
from storage.records import Bucket, LoggedFailure, Review, Tenant
from storage.statements import of, owned
from storage.tables import failures, reviews

_OF_MONTH = select(reviews).where(owned(reviews, "assessment_id", "month"))
_REVIEWS = (
    select(reviews).where(owned(reviews, "assessment_id")).order_by(reviews.c.month.desc()).limit(bindparam("limit"))
)
_FAILURE = select(failures).where(owned(failures, "id"))
_FAILURES = (
    select(failures).where(owned(failures, "assessment_id")).order_by(failures.c.at.desc(), failures.c.id.desc())
)
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_REVIEWS_AMONG = (
    select(reviews)
    .where(owned(reviews), reviews.c.assessment_id.in_(_IDS))
    .order_by(reviews.c.assessment_id, reviews.c.month)
)
_FAILURES_AMONG = (
    select(failures)
    .where(owned(failures), failures.c.assessment_id.in_(_IDS))
    .order_by(failures.c.assessment_id, failures.c.at, failures.c.id)
)
_COUNTS = (
    select(failures.c.bucket, func.count().label("logged"))
    .where(
        owned(failures, "assessment_id"),
        failures.c.withdrawn_at.is_(None),
        failures.c.at >= bindparam("since"),
        failures.c.at < bindparam("until"),
    )
    .group_by(failures.c.bucket)
)


_LAST_BY = select(failures).where(owned(failures, "by")).order_by(failures.c.at.desc(), failures.c.id.desc()).limit(1)


class Reviews:
    """The monthly reviews of all tenants; every question names one tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, tenant: Tenant, assessment_id: str, month: str) -> Review | None:
        """The review of this month, 'YYYY-MM'."""
        found = await self._database.read(_reviews, _OF_MONTH, of(tenant, assessment_id=assessment_id, month=month))
        return found[0] if found else None

    async def latest(self, tenant: Tenant, assessment_id: str) -> Review | None:
        """The review of the latest month."""
        found = await self.list(tenant, assessment_id, limit=1)
        return found[0] if found else None

    async def list(self, tenant: Tenant, assessment_id: str, *, limit: int = 24) -> tuple[Review, ...]:
        """The reviews of an assessment, the latest month first."""
        named = of(tenant, assessment_id=assessment_id) | {"limit": limit}
        return await self._database.read(_reviews, _REVIEWS, named)

    async def among(self, tenant: Tenant, assessment_ids: Sequence[str]) -> tuple[Review, ...]:
        """Every review of these assessments, each one's oldest first."""
        return await self._database.read(_reviews, _REVIEWS_AMONG, of(tenant) | {"ids": [*assessment_ids]})


class Failures:
    """The logged failures of all tenants; every question names one tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, tenant: Tenant, id: str) -> LoggedFailure | None:  # noqa: A002 - the word the contract uses
        """The failure with this id."""
        found = await self._database.read(_failures, _FAILURE, of(tenant, id=id))
        return found[0] if found else None

    async def list(
        self, tenant: Tenant, assessment_id: str, since: datetime | None = None, limit: int = 100
    ) -> tuple[LoggedFailure, ...]:
        """The failures of an assessment since then, withdrawn ones too, newest first."""
        wanted = _FAILURES.limit(limit)
        if since is not None:
            wanted = wanted.where(failures.c.at >= since)
        return await self._database.read(_failures, wanted, of(tenant, assessment_id=assessment_id))

    async def last_by(self, tenant: Tenant, user: str) -> LoggedFailure | None:
        """The failure that this person logged last."""
        found = await self._database.read(_failures, _LAST_BY, of(tenant, by=user))
        return found[0] if found else None

    async def counts(self, tenant: Tenant, assessment_id: str, since: datetime, until: datetime) -> dict[Bucket, int]:
        """How many failures each bucket got from `since` up to `until`; withdrawn ones do not count."""
        named = of(tenant, assessment_id=assessment_id) | {"since": since, "until": until}
        return await self._database.read(_counts, named)

    async def among(self, tenant: Tenant, assessment_ids: Sequence[str]) -> tuple[LoggedFailure, ...]:
        """Every failure of these assessments, withdrawn ones too, each one's oldest first."""
        return await self._database.read(_failures, _FAILURES_AMONG, of(tenant) | {"ids": [*assessment_ids]})


def _reviews(connection: Connection, statement: Select[Any], named: dict[str, Any]) -> tuple[Review, ...]:
    return tuple(Review.model_validate(_with_tenant(row)) for row in connection.execute(statement, named).mappings())


def _failures(connection: Connection, statement: Select[Any], named: dict[str, Any]) -> tuple[LoggedFailure, ...]:
    rows = connection.execute(statement, named).mappings()
    return tuple(LoggedFailure.model_validate(_with_tenant(row)) for row in rows)


def _counts(connection: Connection, named: dict[str, Any]) -> dict[Bucket, int]:
    counted = {row.bucket: row.logged for row in connection.execute(_COUNTS, named)}
    return {bucket: counted.get(str(bucket), 0) for bucket in Bucket}


def _with_tenant(row: Any) -> dict[str, Any]:
    return {**row, "tenant": {"enterprise": row["enterprise"], "team": row["team"]}}
