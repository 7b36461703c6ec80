"""Monthly reviews and logged failures, as the bot asks for them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, func, select

from storage.database import Repository, asks
from storage.records import Bucket, LoggedFailure, Review, Tenant
from storage.statements import of, owned, read_all, read_one
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


def _review(connection: Connection, tenant: Tenant, assessment_id: str, month: str) -> Review | None:
    """The review of this month, 'YYYY-MM'."""
    return read_one(connection, Review, _OF_MONTH, of(tenant, assessment_id=assessment_id, month=month))


def _reviews(connection: Connection, tenant: Tenant, assessment_id: str, *, limit: int = 24) -> tuple[Review, ...]:
    """The reviews of an assessment, the latest month first."""
    return read_all(connection, Review, _REVIEWS, of(tenant, assessment_id=assessment_id) | {"limit": limit})


def _latest(connection: Connection, tenant: Tenant, assessment_id: str) -> Review | None:
    """The review of the latest month."""
    return next(iter(_reviews(connection, tenant, assessment_id, limit=1)), None)


def _reviews_among(connection: Connection, tenant: Tenant, assessment_ids: Sequence[str]) -> tuple[Review, ...]:
    """Every review of these assessments, each one's oldest first."""
    return read_all(connection, Review, _REVIEWS_AMONG, of(tenant) | {"ids": [*assessment_ids]})


class Reviews(Repository):
    """The monthly reviews of all tenants; every question names one tenant."""

    get = asks(_review)
    latest = asks(_latest)
    list = asks(_reviews)
    among = asks(_reviews_among)


def _failure(connection: Connection, tenant: Tenant, id: str) -> LoggedFailure | None:  # noqa: A002 - as it is called
    """The failure with this id."""
    return read_one(connection, LoggedFailure, _FAILURE, of(tenant, id=id))


def _failures(
    connection: Connection, tenant: Tenant, assessment_id: str, since: datetime | None = None, limit: int = 100
) -> tuple[LoggedFailure, ...]:
    """The failures of an assessment since then, withdrawn ones too, newest first."""
    wanted = _FAILURES.limit(limit)
    if since is not None:
        wanted = wanted.where(failures.c.at >= since)
    return read_all(connection, LoggedFailure, wanted, of(tenant, assessment_id=assessment_id))


def _last_by(connection: Connection, tenant: Tenant, user: str) -> LoggedFailure | None:
    """The failure that this person logged last."""
    return read_one(connection, LoggedFailure, _LAST_BY, of(tenant, by=user))


def _counts(
    connection: Connection, tenant: Tenant, assessment_id: str, since: datetime, until: datetime
) -> dict[Bucket, int]:
    """How many failures each bucket got from `since` up to `until`; withdrawn ones do not count."""
    named = of(tenant, assessment_id=assessment_id) | {"since": since, "until": until}
    counted = {row.bucket: row.logged for row in connection.execute(_COUNTS, named)}
    return {bucket: counted.get(str(bucket), 0) for bucket in Bucket}


def _failures_among(connection: Connection, tenant: Tenant, assessment_ids: Sequence[str]) -> tuple[LoggedFailure, ...]:
    """Every failure of these assessments, withdrawn ones too, each one's oldest first."""
    return read_all(connection, LoggedFailure, _FAILURES_AMONG, of(tenant) | {"ids": [*assessment_ids]})


class Failures(Repository):
    """The logged failures of all tenants; every question names one tenant."""

    get = asks(_failure)
    list = asks(_failures)
    last_by = asks(_last_by)
    counts = asks(_counts)
    among = asks(_failures_among)
