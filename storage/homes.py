"""What one person's Home shows, read at once: as many statements for five hundred assessments as for five.

A person sees what is in the channels they are in, and what they started in a direct message. Every statement says so
itself, so nothing else is ever read. Failures are counted and reviews found over all versions of a decision.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, bindparam, func, literal, or_, select, union_all

from rules.review.track import Ended
from storage import viewers
from storage.answer_records import BLIND
from storage.assessment_rows import assessments_from
from storage.database import Repository, asks, tells
from storage.home_history import MOST_VERSIONS, concluded, counted, ended, reviewed, versions_of
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
from storage.statements import of, owned, read_all, written
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
    ended: Mapping[str, Sequence[Ended]] = field(default_factory=dict)
    """What each review since the decision ended with, the oldest first, by assessment."""
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
        """The values for the places of `_REACH` and `_IN_REACH`."""
        return of(self.tenant, member=self.user) | {"channels": [*self.channels, self.user]}


_CHANNELS: Any = bindparam("channels", expanding=True)
_ENDED = "superseded"
_LIVE = ("interviewing", "stopped", "decided")
_IS_LIVE = assessments.c.state.in_(_LIVE)
_IS_NEAR = assessments.c.channel.in_(_CHANNELS)
_IS_OWN = and_(assessments.c.started_by == bindparam("of_member"), assessments.c.channel.startswith("D"))
_IS_MINE = or_(_IS_NEAR, _IS_OWN)
_IN_REACH = and_(owned(assessments), _IS_LIVE, _IS_MINE)
"""Whether an assessment is theirs, where something else leads to it: alone it would read the whole workspace."""


def _in_reach(*columns: Any, only: Any = None) -> Any:
    """All that is theirs, each once: two looks into an index each, and every row is read once."""
    each = select(*columns).where(owned(assessments), _IS_LIVE, *(() if only is None else (only,)))
    return union_all(each.where(_IS_NEAR), each.where(_IS_OWN, ~_IS_NEAR)).subquery("reach")


_REACH = _in_reach(assessments.c.id, assessments.c.changed_at)
_PAGE = (
    select(_REACH.c.id, func.count().over().label("total"))
    .order_by(_REACH.c.changed_at.desc(), _REACH.c.id.desc())
    .limit(bindparam("size"))
    .offset(bindparam("start"))
)
_HEADS = select(assessments).where(owned(assessments), assessments.c.id.in_(bindparam("ids", expanding=True)))
_NAMED = (assessments.c.id.label("assessment_id"), assessments.c.name)


def _same(table: Any, one: Any = assessments) -> Any:
    return and_(table.c.enterprise == one.c.enterprise, table.c.team == one.c.team, table.c.assessment_id == one.c.id)


_ZONE = review_schedules.c.zone
_OPEN = written("open")
_next = assessments.alias("next")
_unfinished = (  # one pass over the open reviews, which are found by an index of their own
    select(
        *(reviews.c.month, reviews.c.opened_at, assessments.c.id, assessments.c.name),
        *(assessments.c.state, assessments.c.superseded_by, _IS_MINE.label("is_mine")),
    )
    .join(assessments, _same(reviews))
    .where(owned(reviews), reviews.c.state == _OPEN)
    .cte("unfinished")
)
_left = (  # those of versions that ended, each with the version that follows
    select(
        *_unfinished.c["id", "month", "opened_at"], _unfinished.c.superseded_by.label("root"), literal(1).label("depth")
    )
    .where(_unfinished.c.state == _ENDED)
    .cte("left", recursive=True)
)
_left = _left.union_all(  # only over versions that ended: one that is taken up again holds its reviews itself
    select(_left.c.id, _left.c.month, _left.c.opened_at, _next.c.superseded_by, _left.c.depth + 1)
    .join(_left, _next.c.id == _left.c.root)
    .where(owned(_next), _next.c.state == _ENDED, _left.c.depth < MOST_VERSIONS)
)
_held = select(
    *(_unfinished.c.id.label("assessment_id"), _unfinished.c.name, _unfinished.c.id.label("opened_by")),
    *_unfinished.c["month", "opened_at"],
).where(_unfinished.c.state.in_(_LIVE), _unfinished.c.is_mine)
_inherited = (
    select(*_NAMED, _left.c.id.label("opened_by"), _left.c.month, _left.c.opened_at)
    .select_from(assessments)
    .join(_left, _left.c.root == assessments.c.id)
    .where(_IN_REACH, assessments.c.id.in_(select(_left.c.root)))  # so that a planner begins with the few
)
_open = union_all(_held, _inherited).subquery("open")
_REVIEWS = select(_open).order_by(_open.c.opened_at, _open.c.opened_by).limit(MOST_WAITING).offset(bindparam("start"))
_PLANS = select(
    review_schedules.c.assessment_id, review_schedules.c.owner, _ZONE, review_schedules.c.snoozed_until
).where(owned(review_schedules), review_schedules.c.assessment_id.in_(bindparam("ids", expanding=True)))


def _reviews(connection: Connection, asked: HomeAsked) -> tuple[WaitingReview, ...]:
    """Open reviews, the oldest first. Plans are read for those alone that may be shown; few of them sleep."""
    awake: list[WaitingReview] = []
    start, is_more = 0, True
    while is_more and len(awake) < MOST_WAITING:
        found = connection.execute(_REVIEWS, asked.reach | {"start": start}).mappings().fetchall()
        start, is_more = start + MOST_WAITING, len(found) == MOST_WAITING
        ids = [one["assessment_id"] for one in found]
        plans = {row.assessment_id: row for row in connection.execute(_PLANS, of(asked.tenant) | {"ids": ids})}
        for one in found:
            plan = plans.get(one["assessment_id"])
            if plan is None or plan.snoozed_until is None:
                told = {"owner": plan.owner, "zone": plan.zone} if plan else {"owner": None, "zone": None}
                awake.append(WaitingReview.model_validate({**one, **told}))
    return tuple(awake[:MOST_WAITING])


_ITEMS = (
    select(*_NAMED, checklist_items.c.phase, checklist_items.c.title, checklist_items.c.due, _ZONE)
    .join(checklist_items, _same(checklist_items))
    .outerjoin(review_schedules, _same(review_schedules))
    .where(_IN_REACH, owned(checklist_items, "owner"), checklist_items.c.state == _OPEN)
    .order_by(checklist_items.c.due.is_(None), checklist_items.c.due, assessments.c.name, checklist_items.c.position)
    .limit(MOST_WAITING)
)
_asked = _in_reach(
    *(*_NAMED, assessments.c.asking, assessments.c.changed_at),
    only=and_(assessments.c.state == "interviewing", assessments.c.asking.is_not(None)),
)
_alone = and_(
    *(owned(blind_answers, "person"), blind_answers.c.assessment_id == _asked.c.assessment_id),
    *(blind_answers.c.done_at.is_(None), blind_answers.c.is_off.is_(False)),
)
_QUESTIONS = (  # while people answer alone, only those who were named and have not finished are waited for
    select(_asked.c.assessment_id, _asked.c.name, _asked.c.asking)
    .outerjoin(blind_answers, _alone)
    .where(or_(_asked.c.asking != BLIND, blind_answers.c.person.is_not(None)))
    .order_by(_asked.c.changed_at.desc(), _asked.c.assessment_id.desc())
    .limit(MOST_WAITING)
)


def _shown(connection: Connection, asked: HomeAsked) -> tuple[int, int, tuple[Assessment, ...]]:
    """How many there are, the page that was found, and what is on it."""
    page = max(0, asked.page)
    rows = connection.execute(_PAGE, asked.reach | {"size": asked.size, "start": page * asked.size}).fetchall()
    if not rows and page:
        first = connection.execute(_PAGE, asked.reach | {"size": 1, "start": 0}).fetchone()
        last = max(0, ((first.total if first else 0) - 1) // asked.size)
        return _shown(connection, asked._replace(page=last)) if last < page else (0, 0, ())
    ids = [row.id for row in rows]
    heads = {head["id"]: head for head in connection.execute(_HEADS, of(asked.tenant) | {"ids": ids}).mappings()}
    shown = assessments_from(connection, asked.tenant, [heads[id_] for id_ in ids])
    return (rows[0].total if rows else 0), page, tuple(shown)


def _look(connection: Connection, asked: HomeAsked, since: Since, keys: Keys) -> HomeRows:
    """What this person's Home shows, as of one moment."""
    total, page, shown = _shown(connection, asked)
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
        reviews=_reviews(connection, asked),
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


_decided = _in_reach(
    *(assessments.c.id, assessments.c.name, assessments.c.channel, assessments.c.changed_at),
    only=assessments.c.decision.is_not(None),
)
_DECIDED = select(_decided).order_by(_decided.c.changed_at.desc(), _decided.c.id.desc()).limit(bindparam("size"))
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
    reviewed = asks(reviewed)
