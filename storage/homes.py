"""What one person's Home shows, read at once: as many statements for five hundred assessments as for five.

A person sees what is in the channels they are in, and what they started in a direct message. Every statement says so
itself, so nothing else is ever read. Failures are counted and reviews found over all versions of a decision.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, literal, literal_column, or_, select, union_all

from rules.framework import Architecture
from storage import viewers
from storage.answer_records import BLIND
from storage.assessment_rows import assessments_from
from storage.database import Repository, asks, tells
from storage.home_history import MOST_VERSIONS, concluded, counted, ended, versions_of
from storage.records import (
    Assessment,
    Bucket,
    Feature,
    MessageRef,
    OwnedItem,
    Review,
    Tenant,
    WaitingQuestion,
    WaitingReview,
)
from storage.statements import of, owned, read_all
from storage.tables import (
    assessments,
    blind_answers,
    checklist_items,
    golden_tasks,
    messages,
    review_schedules,
    reviews,
)

MOST_WAITING = 50
"""So many of each kind of what waits are looked for."""

Since = Callable[[Assessment], datetime]
"""From when an assessment's failures count."""
Keys = Callable[["HomeRows"], Collection[str]]
"""The keys of the messages whose places are wanted."""


@dataclass(frozen=True)
class HomeRows:
    """One page of a Home, and what waits."""

    total: int = 0
    page: int = 0
    """The page that was found: the last one where the one asked for is beyond the end."""
    shown: tuple[Assessment, ...] = ()
    concluded: Mapping[str, Review] = field(default_factory=dict)
    """The latest finished review, by assessment."""
    ended: Mapping[str, Sequence[Architecture]] = field(default_factory=dict)
    """With which architecture each review since the decision ended, the oldest first, by assessment."""
    failures: Mapping[str, Mapping[Bucket, int]] = field(default_factory=dict)
    """Those that count, by assessment."""
    is_more: bool = False
    """Whether there are more failures than were counted."""
    reviews: tuple[WaitingReview, ...] = ()
    items: tuple[OwnedItem, ...] = ()
    questions: tuple[WaitingQuestion, ...] = ()
    places: Mapping[tuple[str, str], MessageRef] = field(default_factory=dict)
    """Where our messages stand, by assessment and key."""


class HomeAsked(NamedTuple):
    """Whose Home, and which page of it."""

    tenant: Tenant
    user: str
    channels: Collection[str]
    page: int
    size: int

    @property
    def reach(self) -> dict[str, Any]:
        """The values for the places of `_in_reach`."""
        return of(self.tenant, member=self.user) | {"channels": [*self.channels, self.user]}


_IS_LIVE = assessments.c.state.in_(["interviewing", "stopped", "decided"])
_near, _own = assessments.alias("near"), assessments.alias("own")
_IN_REACH = and_(
    owned(assessments),
    _IS_LIVE,
    assessments.c.id.in_(
        union_all(  # two looks into an index each; one condition with OR would read the whole workspace
            select(_near.c.id).where(owned(_near), _near.c.channel.in_(bindparam("channels", expanding=True))),
            select(_own.c.id).where(
                owned(_own), _own.c.started_by == bindparam("of_member"), _own.c.channel.startswith("D")
            ),
        )
    ),
)
_NEWEST = (assessments.c.changed_at.desc(), assessments.c.id.desc())
_COUNT = select(func.count()).select_from(assessments).where(_IN_REACH)
_PAGE = select(assessments).where(_IN_REACH).order_by(*_NEWEST).limit(bindparam("size")).offset(bindparam("start"))
_NAMED = (assessments.c.id.label("assessment_id"), assessments.c.name)


def _same(table: Any, one: Any = assessments) -> Any:
    return and_(table.c.enterprise == one.c.enterprise, table.c.team == one.c.team, table.c.assessment_id == one.c.id)


_ZONE = review_schedules.c.zone
_OPEN: ColumnElement[str] = literal_column("'open'")  # written out, for the partial indexes
_before = assessments.alias("before")
_held = (
    select(assessments.c.id.label("root"), assessments.c.id, assessments.c.supersedes, literal(1).label("depth"))
    .where(_IN_REACH)
    .cte("held", recursive=True)
)
_held = _held.union_all(  # only over versions that ended: one that is taken up again holds its reviews itself
    select(_held.c.root, _before.c.id, _before.c.supersedes, _held.c.depth + 1)
    .join(_held, _before.c.id == _held.c.supersedes)
    .where(owned(_before), _before.c.state == "superseded", _held.c.depth < MOST_VERSIONS)
)
_REVIEWS = (
    select(
        *(*_NAMED, reviews.c.assessment_id.label("opened_by"), reviews.c.month, reviews.c.opened_at),
        *(review_schedules.c.owner, _ZONE),
    )
    .select_from(_held)
    .join(assessments, and_(owned(assessments), assessments.c.id == _held.c.root))
    .join(reviews, and_(owned(reviews), reviews.c.assessment_id == _held.c.id, reviews.c.state == _OPEN))
    .outerjoin(review_schedules, _same(review_schedules))
    .where(review_schedules.c.snoozed_until.is_(None))
    .order_by(reviews.c.opened_at, reviews.c.assessment_id)
    .limit(MOST_WAITING)
)
_ITEMS = (
    select(*_NAMED, checklist_items.c.phase, checklist_items.c.title, checklist_items.c.due, _ZONE)
    .join(checklist_items, _same(checklist_items))
    .outerjoin(review_schedules, _same(review_schedules))
    .where(_IN_REACH, owned(checklist_items, "owner"), checklist_items.c.state == _OPEN)
    .order_by(checklist_items.c.due.is_(None), checklist_items.c.due, assessments.c.name, checklist_items.c.position)
    .limit(MOST_WAITING)
)
_alone = and_(
    *(_same(blind_answers), owned(blind_answers, "person")),
    *(blind_answers.c.done_at.is_(None), blind_answers.c.is_off.is_(False)),
)
_QUESTIONS = (  # while people answer alone, only those who were named and have not finished are waited for
    select(*_NAMED, assessments.c.asking)
    .outerjoin(blind_answers, _alone)
    .where(
        *(_IN_REACH, assessments.c.state == "interviewing", assessments.c.asking.is_not(None)),
        or_(assessments.c.asking != BLIND, blind_answers.c.person.is_not(None)),
    )
    .order_by(*_NEWEST)
    .limit(MOST_WAITING)
)


def _look(connection: Connection, asked: HomeAsked, since: Since, keys: Keys) -> HomeRows:
    """What this person's Home shows, as of one moment."""
    total = connection.execute(_COUNT, asked.reach).scalar_one()
    page = max(0, min(asked.page, (total - 1) // asked.size))
    heads = connection.execute(_PAGE, asked.reach | {"size": asked.size, "start": page * asked.size}).fetchall()
    shown = tuple(assessments_from(connection, asked.tenant, heads))
    versions = versions_of(connection, asked.tenant, [one.id for one in shown])
    logged, is_more = counted(connection, asked.tenant, versions, {one.id: since(one) for one in shown})
    latest = concluded(connection, asked.tenant, versions)
    decided_at = {one.id: one.decision.at for one in shown if one.decision and one.id in latest}
    waiting = asked.reach | of(asked.tenant, owner=asked.user, person=asked.user)
    rows = HomeRows(
        total=total,
        page=page,
        shown=shown,
        concluded=latest,
        ended=ended(connection, asked.tenant, versions, decided_at) if decided_at else {},
        failures=logged,
        is_more=is_more,
        reviews=read_all(connection, WaitingReview, _REVIEWS, waiting),
        items=read_all(connection, OwnedItem, _ITEMS, waiting),
        questions=read_all(connection, WaitingQuestion, _QUESTIONS, waiting),
    )
    return _with_places(connection, asked.tenant, rows, keys)


_PLACES = select(messages).where(
    owned(messages),
    messages.c.assessment_id.in_(bindparam("ids", expanding=True)),
    messages.c.key.in_(bindparam("keys", expanding=True)),
)


def _with_places(connection: Connection, tenant: Tenant, rows: HomeRows, keys: Keys) -> HomeRows:
    waiting = (rows.reviews, rows.items, rows.questions)
    ids = {one.id for one in rows.shown} | {one.assessment_id for of_kind in waiting for one in of_kind}
    ids |= {review.opened_by for review in rows.reviews}
    places = read_all(connection, MessageRef, _PLACES, of(tenant) | {"ids": list(ids), "keys": list(keys(rows))})
    return HomeRows(**{**vars(rows), "places": {(place.assessment_id, place.key): place for place in places}})


_DECIDED = (
    select(assessments.c.id, assessments.c.name, assessments.c.channel)
    .where(_IN_REACH, assessments.c.decision.is_not(None))
    .order_by(*_NEWEST)
    .limit(bindparam("size"))
)
_TASKS = (
    select(golden_tasks.c.assessment_id, golden_tasks.c.id, golden_tasks.c.name)
    .where(owned(golden_tasks), golden_tasks.c.assessment_id.in_(bindparam("ids", expanding=True)))
    .order_by(golden_tasks.c.position)
)


def _features(
    connection: Connection, tenant: Tenant, user: str, channels: Collection[str], *, limit: int = 100
) -> tuple[Feature, ...]:
    """The decided features of which this person may log a failure, changed last first."""
    asked = HomeAsked(tenant, user, channels, 0, limit)
    heads = connection.execute(_DECIDED, asked.reach | {"size": asked.size}).fetchall()
    tasks: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in connection.execute(_TASKS, of(asked.tenant) | {"ids": [head.id for head in heads]}):
        tasks[row.assessment_id].append((row.id, row.name))
    return tuple(
        Feature(id=head.id, name=head.name, channel=head.channel, tasks=tuple(tasks[head.id])) for head in heads
    )


class Homes(Repository):
    """The Homes of all tenants; every question names one tenant and one person."""

    opened = tells(viewers.opened)
    viewer = asks(viewers.get)
    forget = tells(viewers.forget)
    look = asks(_look)
    features = asks(_features)
