"""What a workspace's decisions come to, read at once: as many statements for two thousand features as for two.

A feature is one line of versions. Its verdict is that of the version in force; reviews and failures stay with the
version under which they came, so they are followed forward to the one in which it lives on.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, func, literal, select

from rules.framework import Architecture
from rules.portfolio import DecidedFeature, LastReview
from rules.verdict import leading, likely
from rules.vocabulary import Source
from rules.wilson import BAR, BarState
from storage.database import Repository, asks
from storage.home_history import MOST_COUNTED, MOST_VERSIONS
from storage.records import ReviewState, ScheduleState, Tenant
from storage.statements import of, owned, written
from storage.tables import assessments, decisions, failures, review_schedules, reviews


class PortfolioTotals(NamedTuple):
    """The little that a Home says of all decisions."""

    features: int
    overdue: int
    """Reviews that have been open since before the moment that was asked for."""
    failures: Mapping[str, int]
    """By bucket; the newest ten thousand at most."""


def _part_of(table: Any) -> ColumnElement[bool]:
    """The row of `table` that belongs to the assessment."""
    same = (table.c.enterprise == assessments.c.enterprise, table.c.team == assessments.c.team)
    return and_(*same, table.c.assessment_id == assessments.c.id)


_HOLDS = and_(assessments.c.state.in_(["interviewing", "stopped", "decided"]), assessments.c.decision.is_not(None))
_OPEN = written(ReviewState.OPEN)
_verdict = decisions.c.verdict
_FEATURES = (
    select(
        assessments.c.id,
        assessments.c.name,
        assessments.c.channel,
        decisions.c.at,
        _verdict["verdict"].as_string().label("architecture"),
        _verdict["passes"].as_boolean().label("passes"),
        _verdict["decided"].as_boolean().label("decided"),
        _verdict["confidence"].as_float().label("confidence"),
        _verdict["alternatives"].as_json().label("alternatives"),
        assessments.c.state,
        assessments.c.wants_all,
        review_schedules.c.zone,
        decisions.c.facts["source"].as_string().label("source"),
        review_schedules.c.state.label("plan"),
        review_schedules.c.snoozed_until,
    )
    .join(decisions, and_(_part_of(decisions), decisions.c.number == assessments.c.decision))
    .outerjoin(review_schedules, _part_of(review_schedules))
    .where(owned(assessments), _HOLDS)
)
_OLDER = select(assessments.c.id, assessments.c.superseded_by).where(
    owned(assessments), assessments.c.state == "superseded", assessments.c.superseded_by.is_not(None)
)
_WAITING = select(reviews.c.assessment_id, reviews.c.opened_at).where(owned(reviews), reviews.c.state == _OPEN)
_newest = (
    select(reviews.c.assessment_id, func.max(reviews.c.month).label("month"))
    .where(owned(reviews), reviews.c.state == written(ReviewState.FINISHED))
    .group_by(reviews.c.assessment_id)
    .subquery("newest")
)
_outcome = reviews.c.outcome
_LAST = (
    select(
        reviews.c.assessment_id,
        reviews.c.month,
        reviews.c.finished_at,
        reviews.c.opened_at,
        func.coalesce(reviews.c.verdict, _outcome["architecture"].as_string()).label("concluded"),
        _outcome["bar"].as_float().label("bar"),
        _outcome["bar_state"].as_string().label("bar_state"),
        _outcome[("result", "passed")].as_integer().label("passed"),
        _outcome[("result", "failed")].as_integer().label("failed"),
    )
    .join(_newest, and_(_newest.c.assessment_id == reviews.c.assessment_id, _newest.c.month == reviews.c.month))
    .where(owned(reviews))
)
_COUNTS = and_(owned(failures), failures.c.withdrawn_at.is_(None), failures.c.at >= bindparam("since"))
_FAILED = (
    select(failures.c.assessment_id, failures.c.bucket, func.count().label("logged"))
    .where(_COUNTS)
    .group_by(failures.c.assessment_id, failures.c.bucket)
)


def _features(connection: Connection, tenant: Tenant, since: datetime) -> tuple[DecidedFeature, ...]:
    """Every decided feature of the workspace, with its failures since then."""
    named = of(tenant)
    after = {row.id: row.superseded_by for row in connection.execute(_OLDER, named)}
    waiting: dict[str, datetime] = {}
    for row in connection.execute(_WAITING, named):
        lives_on = _lives_on(row.assessment_id, after)
        waiting[lives_on] = min(row.opened_at, waiting.get(lives_on, row.opened_at))
    last = _latest(connection.execute(_LAST, named), after)
    logged: dict[str, dict[str, int]] = defaultdict(dict)
    for row in connection.execute(_FAILED, named | {"since": since}):
        counts = logged[_lives_on(row.assessment_id, after)]
        counts[row.bucket] = counts.get(row.bucket, 0) + row.logged
    return tuple(
        DecidedFeature(
            id=row.id,
            name=row.name,
            team=row.channel,
            architecture=Architecture(row.architecture),
            passes=row.passes is None or bool(row.passes),
            **_sureness(row),
            source=Source(row.source) if row.source else None,
            decided_at=row.at,
            is_planned=row.plan == ScheduleState.ACTIVE,
            waits_since=None if row.snoozed_until else waiting.get(row.id),
            zone=row.zone or "",
            reviewed=last.get(row.id),
            failures=logged.get(row.id, {}),
        )
        for row in connection.execute(_FEATURES, named)
    )


def _sureness(row: Any) -> dict[str, bool]:
    """How firmly the verdict is told, and whether more is being answered."""
    confidence, is_decided = row.confidence, row.decided is None or bool(row.decided)
    others = [one["share"] for one in row.alternatives or ()]
    is_open = row.state != "decided"
    return {
        "is_settled": is_decided,
        "is_likely": likely(confidence, is_decided=is_decided),
        "is_leading": leading(confidence, others, is_decided=is_decided),
        "is_revising": is_open,
        "is_sharpening": is_open and bool(row.wants_all),
    }


def _lives_on(version: str, after: Mapping[str, str]) -> str:
    """The version in which this one lives on: itself, unless newer ones took its place."""
    for _ in range(MOST_VERSIONS):
        if version not in after:
            break
        version = after[version]
    return version


def _latest(rows: Iterable[Row[Any]], after: Mapping[str, str]) -> dict[str, LastReview]:
    """The last finished review over all versions, by the one in which they live on."""
    latest: dict[str, LastReview] = {}
    for row in rows:
        lives_on = _lives_on(row.assessment_id, after)
        if lives_on not in latest or latest[lives_on].month < row.month:
            latest[lives_on] = LastReview(
                month=row.month,
                finished_at=row.finished_at or row.opened_at,
                architecture=Architecture(row.concluded) if row.concluded else None,
                passed=row.passed or 0,
                ran=(row.passed or 0) + (row.failed or 0),
                bar=BAR if row.bar is None else row.bar,
                bar_state=BarState(row.bar_state) if row.bar_state else None,
            )
    return latest


_TOTAL = select(func.count()).select_from(assessments).where(owned(assessments), _HOLDS)
_after = assessments.alias("after")
_chain = (
    select(assessments.c.id, assessments.c.superseded_by, assessments.c.state, literal(1).label("depth"))
    .join(reviews, _part_of(reviews))
    .where(owned(assessments), owned(reviews), reviews.c.state == _OPEN, reviews.c.opened_at <= bindparam("before"))
    .cte("chain", recursive=True)
)
_chain = _chain.union_all(
    select(_after.c.id, _after.c.superseded_by, _after.c.state, _chain.c.depth + 1)
    .join(_chain, _after.c.id == _chain.c.superseded_by)
    .where(owned(_after), _chain.c.state == "superseded", _chain.c.depth < MOST_VERSIONS)
)
_OVERDUE = (
    select(func.count(assessments.c.id.distinct()))
    .join(_chain, _chain.c.id == assessments.c.id)
    .outerjoin(review_schedules, _part_of(review_schedules))
    .where(owned(assessments), _HOLDS, review_schedules.c.snoozed_until.is_(None))
)
_recent = select(failures.c.bucket).where(_COUNTS).order_by(failures.c.at.desc()).limit(MOST_COUNTED).subquery("recent")
_BUCKETS = select(_recent.c.bucket, func.count().label("logged")).group_by(_recent.c.bucket)


def _totals(connection: Connection, tenant: Tenant, before: datetime, since: datetime) -> PortfolioTotals:
    """How many features are decided, how many of their reviews were opened up to `before`, and failures `since`."""
    named = of(tenant)
    logged = connection.execute(_BUCKETS, named | {"since": since})
    return PortfolioTotals(
        features=connection.execute(_TOTAL, named).scalar_one(),
        overdue=connection.execute(_OVERDUE, named | {"before": before}).scalar_one(),
        failures={row.bucket: row.logged for row in logged},
    )


class Portfolios(Repository):
    """The portfolios of all tenants; every question names one tenant."""

    features = asks(_features)
    totals = asks(_totals)
