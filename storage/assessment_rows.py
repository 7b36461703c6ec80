"""Assessments as rows: one for the head, which is all that a click in an interview needs, and those of its parts."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, Select, Table, and_, bindparam, insert, select

from storage.names import name_key
from storage.prepared import Prepared
from storage.records import Assessment, ChecklistItem, Decision, GoldenTask, ReviewSchedule, Tenant
from storage.statements import keys, of, owned
from storage.tables import assessments, checklist_items, decisions, golden_tasks, review_schedules
from storage.tenant import Record

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)


class Parts(NamedTuple):
    """What an assessment has beyond its head once a verdict was given."""

    decision: Decision | None = None
    checklist: tuple[ChecklistItem, ...] = ()
    golden_tasks: tuple[GoldenTask, ...] = ()
    schedule: ReviewSchedule | None = None


def parts_of(assessment: Assessment) -> Parts:
    """The parts of this assessment."""
    return Parts(assessment.decision, assessment.checklist, assessment.golden_tasks, assessment.schedule)


_HEAD = [field for field in Assessment.model_fields if field not in {"tenant", *Parts._fields}]
"""The columns that a head has in common with the record, as they are."""


def head_of(assessment: Assessment) -> dict[str, Any]:
    """The columns of the head, without the tenant and the number of the decision in force."""
    return _saved(assessment, _HEAD) | {"is_worked": _is_worked(assessment)}


def changed_head(before: Assessment, assessment: Assessment) -> dict[str, Any]:
    """Those of its columns that were another before, and the version."""
    was, now = vars(before), vars(assessment)
    changed = [column for column in _HEAD if now[column] is not was[column] and now[column] != was[column]]
    is_worked = _is_worked(assessment)
    return _saved(assessment, changed) | ({} if is_worked is _is_worked(before) else {"is_worked": is_worked})


def _saved(assessment: Assessment, columns: list[str]) -> dict[str, Any]:
    now = vars(assessment)
    saved = {column: now[column] for column in columns} | {"version": assessment.version + 1}
    return saved | {"name_key": name_key(assessment.name)} if "name" in saved else saved


def _is_worked(assessment: Assessment) -> bool:
    return any(parts_of(assessment))


def assessments_from(connection: Connection, tenant: Tenant, heads: Sequence[Any]) -> list[Assessment]:
    """The records of these heads (each by the names of its columns), in their order."""
    worked = [head["id"] for head in heads if head["is_worked"]]
    parts = parts_from(connection, tenant, worked) if worked else {}
    return [_record(tenant, head, parts.get(head["id"], Parts())) for head in heads]


def _record(tenant: Tenant, head: Any, parts: Parts) -> Assessment:
    return Assessment.model_validate({**head, "tenant": tenant, **parts._asdict()})


_EXCHANGES = {
    table.name: (Prepared(table.delete().where(owned(table, "assessment_id"))), Prepared(insert(table).inline()))
    for table in (checklist_items, golden_tasks, review_schedules)
}
"""How all rows that one assessment has in a table are taken out of it, and new ones put in."""


class _Selects(NamedTuple):
    """How the rows of a table are read: of one assessment, as each click asks, and of several."""

    one: Prepared
    several: Select[Any]


def _selects(table: Table, rows: Select[Any]) -> _Selects:
    several = rows.where(owned(table), table.c.assessment_id.in_(_IDS))
    return _Selects(Prepared(rows.where(owned(table, "assessment_id"))), several)


_DECISIONS = _selects(
    decisions,
    select(decisions).join(
        assessments,
        and_(
            assessments.c.enterprise == decisions.c.enterprise,
            assessments.c.team == decisions.c.team,
            assessments.c.id == decisions.c.assessment_id,
            assessments.c.decision == decisions.c.number,
        ),
    ),
)
_CHECKLIST = _selects(checklist_items, select(checklist_items).order_by(checklist_items.c.position))
_GOLDEN_TASKS = _selects(golden_tasks, select(golden_tasks).order_by(golden_tasks.c.position))
_SCHEDULES = _selects(review_schedules, select(review_schedules))


def parts_from(connection: Connection, tenant: Tenant, ids: Sequence[str]) -> dict[str, Parts]:
    """The parts of several assessments at once, by assessment."""

    def found(statements: _Selects) -> dict[str, list[dict[str, Any]]]:
        if len(ids) == 1:
            read = statements.one.rows(connection, of(tenant, assessment_id=ids[0]))
        else:
            several = connection.execute(statements.several, of(tenant) | {"ids": ids})
            read = [dict(row) for row in several.mappings()]
        rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in read:
            rows[row["assessment_id"]].append(row)
        return rows

    verdicts, items, tasks, schedules = map(found, (_DECISIONS, _CHECKLIST, _GOLDEN_TASKS, _SCHEDULES))
    return {
        id_: Parts(
            next((Decision.model_validate(row) for row in verdicts[id_]), None),
            tuple(ChecklistItem.model_validate(row) for row in items[id_]),
            tuple(GoldenTask.model_validate(row) for row in tasks[id_]),
            next((ReviewSchedule.model_validate(row) for row in schedules[id_]), None),
        )
        for id_ in ids
    }


def write_parts(connection: Connection, assessment: Assessment, stored: Parts) -> None:
    """Make the rows of the parts, the decision apart, what the record says; what did not change is left alone."""
    schedule = () if assessment.schedule is None else (assessment.schedule,)
    before = () if stored.schedule is None else (stored.schedule,)
    for table, wanted, there in (
        (checklist_items, assessment.checklist, stored.checklist),
        (golden_tasks, assessment.golden_tasks, stored.golden_tasks),
        (review_schedules, schedule, before),
    ):
        if wanted != there:
            _rewrite(connection, table, assessment, wanted, is_empty=not there)


def _rewrite(
    connection: Connection, table: Table, assessment: Assessment, records: Sequence[Record], *, is_empty: bool
) -> None:
    """Exchange all rows that one assessment has in a table."""
    delete, add = _EXCHANGES[table.name]
    if not is_empty:
        delete.run(connection, of(assessment.tenant, assessment_id=assessment.id))
    own = keys(assessment.tenant) | {"assessment_id": assessment.id}
    rows = [own | vars(record) for record in records]
    if "position" in table.c:
        rows = [row | {"position": place} for place, row in enumerate(rows)]
    if rows:
        add.run_each(connection, rows)
