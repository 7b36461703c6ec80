"""How verdicts held, over all workspaces of this installation: for whoever runs the bot, without a name or an id."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, and_, select

from rules.framework import Architecture
from rules.review.track import Ended, Track, is_measured
from storage.database import Repository, asks
from storage.home_history import MOST_VERSIONS
from storage.records import ReviewState
from storage.statements import written
from storage.tables import assessments, decisions, reviews
from storage.tenancy import ACROSS_TENANTS

_KEY = ("enterprise", "team")
_DECIDED = (
    select(
        *(assessments.c[name] for name in (*_KEY, "id", "superseded_by")),
        *(decisions.c.at, decisions.c.verdict),
    )
    .join(
        decisions,
        and_(
            assessments.c.enterprise == decisions.c.enterprise,
            assessments.c.team == decisions.c.team,
            assessments.c.id == decisions.c.assessment_id,
            assessments.c.decision == decisions.c.number,
        ),
    )
    .execution_options(**ACROSS_TENANTS)
)
_FINISHED = (
    select(
        *(reviews.c[name] for name in (*_KEY, "assessment_id", "finished_at", "verdict")),
        reviews.c.outcome["bar_state"].as_string().label("bar_state"),
    )
    .where(
        reviews.c.state == written(ReviewState.FINISHED),
        reviews.c.verdict.is_not(None),
        reviews.c.finished_at.is_not(None),
    )
    .order_by(reviews.c.finished_at)
    .execution_options(**ACROSS_TENANTS)
)


def _tracks(connection: Connection) -> tuple[Track, ...]:
    """Every verdict in force or superseded, with what the reviews since it ended with, those of later versions too."""
    by_id = {(row.enterprise, row.team, row.id): row for row in connection.execute(_DECIDED)}
    ended: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for row in connection.execute(_FINISHED):
        ended[row.enterprise, row.team, row.assessment_id].append(row)
    return tuple(_track(row, [one for key in _lineage(row, by_id) for one in ended[key]]) for row in by_id.values())


def _lineage(row: Any, by_id: dict[tuple[str, str, str], Any]) -> Iterator[tuple[str, str, str]]:
    """This version and those after it."""
    for _ in range(MOST_VERSIONS):
        yield row.enterprise, row.team, row.id
        row = by_id.get((row.enterprise, row.team, row.superseded_by or ""))
        if row is None:
            return


def _track(row: Any, finished: list[Any]) -> Track:
    since = sorted((one for one in finished if one.finished_at >= row.at), key=lambda one: one.finished_at)
    said = (str(reason.get("row", "")) for reason in row.verdict.get("reasons", ()))
    return Track(
        Architecture(row.verdict["verdict"]),
        tuple(dict.fromkeys(found for found in said if found)),
        tuple(Ended(Architecture(one.verdict), is_measured(one.bar_state)) for one in since),
    )


class Tracks(Repository):
    """How the verdicts of all tenants held."""

    all = asks(_tracks)
