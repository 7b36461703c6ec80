"""What a Home tells of each decision's past: its versions, this month's failures, the last finished review.

Each is one statement for all decisions of a page. Failures stay with the version under which they were logged, so they
are counted, and reviews found, over all versions.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, func, literal, or_, select

from rules.framework import Architecture
from rules.review.track import Ended, is_measured
from storage.records import Bucket, Review, ReviewState, Tenant
from storage.statements import of, owned, read_all, written
from storage.tables import assessments, failures, reviews

MOST_COUNTED = 10_000
"""So many failures are counted for one page."""
MOST_VERSIONS = 24
"""So many versions of a decision are followed."""

_before = assessments.alias("before")
_chain = (
    select(assessments.c.id.label("root"), assessments.c.id, assessments.c.supersedes, literal(1).label("depth"))
    .where(owned(assessments), assessments.c.id.in_(bindparam("ids", expanding=True)))
    .cte("chain", recursive=True)
)
_chain = _chain.union_all(
    select(_chain.c.root, _before.c.id, _before.c.supersedes, _chain.c.depth + 1)
    .join(_chain, _before.c.id == _chain.c.supersedes)
    .where(owned(_before), _chain.c.depth < MOST_VERSIONS)
)
_VERSIONS = select(_chain.c.root, _chain.c.id)


def versions_of(connection: Connection, tenant: Tenant, ids: Sequence[str]) -> dict[str, list[str]]:
    """By each version, those that stand for it on this page: usually just itself."""
    stands_for: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(_VERSIONS, of(tenant) | {"ids": list(ids)}):
        stands_for[row.id].append(row.root)
    return stands_for


def counted(
    connection: Connection, tenant: Tenant, versions: Mapping[str, list[str]], since: Mapping[str, datetime]
) -> tuple[dict[str, dict[Bucket, int]], bool]:
    """The failures that count, by assessment and bucket; whether there are more than could be counted."""
    starts: dict[datetime, list[str]] = defaultdict(list)
    for version, roots in versions.items():
        starts[min(since[root] for root in roots)].append(version)
    counts: dict[str, dict[Bucket, int]] = defaultdict(dict)
    if not starts:
        return counts, False
    recent = or_(*(and_(failures.c.assessment_id.in_(ids), failures.c.at >= at) for at, ids in starts.items()))
    some = (
        select(failures.c.assessment_id, failures.c.bucket)
        .where(owned(failures), failures.c.withdrawn_at.is_(None), recent)
        .limit(MOST_COUNTED)
        .subquery("some")
    )
    how_many = func.count().label("logged")
    total = 0
    for row in connection.execute(select(*some.c, how_many).group_by(*some.c), of(tenant)):
        total += row.logged
        for root in versions[row.assessment_id]:
            bucket = Bucket(row.bucket)
            counts[root][bucket] = counts[root].get(bucket, 0) + row.logged
    return counts, total >= MOST_COUNTED


_rank = func.row_number().over(partition_by=reviews.c.assessment_id, order_by=reviews.c.month.desc()).label("rank")
_finished = (
    select(reviews, _rank)
    .where(
        owned(reviews),
        reviews.c.assessment_id.in_(bindparam("ids", expanding=True)),
        reviews.c.state == written(ReviewState.FINISHED),
    )
    .subquery("finished")
)
_CONCLUDED = select(_finished).where(_finished.c.rank == 1)


_ENDED = (
    select(
        *(reviews.c.assessment_id, reviews.c.finished_at, reviews.c.verdict),
        reviews.c.outcome["bar_state"].as_string().label("bar_state"),
    )
    .where(
        owned(reviews),
        reviews.c.assessment_id.in_(bindparam("ids", expanding=True)),
        reviews.c.state == written(ReviewState.FINISHED),
        reviews.c.verdict.is_not(None),
    )
    .order_by(reviews.c.month)
)


def ended(
    connection: Connection, tenant: Tenant, versions: Mapping[str, list[str]], since: Mapping[str, datetime]
) -> dict[str, list[Ended]]:
    """What each finished review since then ended with, the oldest first, by assessment."""
    found: dict[str, list[Ended]] = defaultdict(list)
    for row in connection.execute(_ENDED, of(tenant) | {"ids": list(versions)}):
        for root in versions[row.assessment_id]:
            if root in since and row.finished_at is not None and row.finished_at >= since[root]:
                found[root].append(Ended(Architecture(row.verdict), is_measured(row.bar_state)))
    return found


_REVIEWS = select(reviews).where(owned(reviews), reviews.c.assessment_id.in_(bindparam("ids", expanding=True)))


def reviewed(connection: Connection, tenant: Tenant, ids: Sequence[str]) -> dict[str, tuple[Review, ...]]:
    """The reviews of these decisions over all their versions, the latest month first."""
    versions = versions_of(connection, tenant, ids)
    found: dict[str, dict[str, Review]] = {id_: {} for id_ in ids}
    for review in read_all(connection, Review, _REVIEWS, of(tenant) | {"ids": list(versions)}):
        for root in versions[review.assessment_id]:
            there = found[root].get(review.month)
            if there is None or there.opened_at <= review.opened_at:
                found[root][review.month] = review
    return {id_: tuple(months[month] for month in sorted(months, reverse=True)) for id_, months in found.items()}


def concluded(connection: Connection, tenant: Tenant, versions: Mapping[str, list[str]]) -> dict[str, Review]:
    """The latest finished review, by assessment."""
    latest: dict[str, Review] = {}
    for review in read_all(connection, Review, _CONCLUDED, of(tenant) | {"ids": list(versions)}):
        for root in versions[review.assessment_id]:
            if root not in latest or latest[root].month < review.month:
                latest[root] = review
    return latest
