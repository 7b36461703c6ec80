"""Saves one assessment whole: its version is checked, its new answers and its new decision are added to the history."""

from typing import Any, NamedTuple

from pydantic import TypeAdapter
from sqlalchemy import Connection, func, insert, select, update

from storage.assessment_rows import Parts, head_of, parts_from, parts_of, write_parts
from storage.errors import Conflict, Missing
from storage.records import Answer, Assessment, Decision
from storage.statements import keys, of, owned
from storage.tables import answers, assessments, decisions

_ANSWERS = TypeAdapter(dict[str, Answer])

_INDEXED = ("channel", "name", "name_key", "state", "started_by", "started_at", "supersedes")
"""Columns that seldom change: leaving them out of an update spares their indexes."""
_STORED = (
    select(*(assessments.c[column] for column in ("version", "answers", "decision", "is_worked", *_INDEXED)))
    .where(owned(assessments, "id"))
    .with_for_update()
)
_INSERT = insert(assessments).inline()
_UPDATE = update(assessments).where(owned(assessments, "id"))
_ADD_ANSWERS = insert(answers).inline()
_ADD_DECISION = insert(decisions).inline()
_LAST_DECISION = select(func.max(decisions.c.number)).where(owned(decisions, "assessment_id"))


class _Stored(NamedTuple):
    """What stands in the database, as far as saving needs it."""

    head: dict[str, Any]
    answers: dict[str, Answer]
    decision: int | None
    parts: Parts


def save_assessment(connection: Connection, assessment: Assessment) -> None:
    """Save it. Raises Conflict when another version was saved meanwhile, Missing when it was deleted."""
    stored = _lock(connection, assessment)
    is_new_decision = assessment.decision not in (None, stored.parts.decision)
    number = _next_number(connection, assessment) if is_new_decision else stored.decision
    head = head_of(assessment, None if assessment.decision is None else number)
    if assessment.version == 0:
        connection.execute(_INSERT, keys(assessment.tenant) | head)
    else:
        same = all(stored.head[column] == head[column] for column in _INDEXED)
        left = {"id", *_INDEXED} if same else {"id"}
        changes = {column: value for column, value in head.items() if column not in left}
        connection.execute(_UPDATE, of(assessment.tenant, id=assessment.id) | changes)
    _add_answers(connection, assessment, stored.answers)
    if is_new_decision and assessment.decision is not None:
        _add_decision(connection, assessment, assessment.decision, number)
    if parts_of(assessment) != stored.parts:
        write_parts(connection, assessment, stored.parts)


def _lock(connection: Connection, assessment: Assessment) -> _Stored:
    """Hold the row so that nobody else saves it before we do (SQLite's writer is alone anyway)."""
    if assessment.version == 0:
        return _Stored({}, {}, None, Parts())
    tenant, id_ = assessment.tenant, assessment.id
    row = connection.execute(_STORED, of(tenant, id=id_)).one_or_none()
    if row is None:
        raise Missing("This assessment is no longer stored. Nothing was saved.")
    if row.version != assessment.version:
        raise Conflict
    parts = parts_from(connection, tenant, [id_])[id_] if row.is_worked else Parts()
    head = {column: getattr(row, column) for column in _INDEXED}
    return _Stored(head, _ANSWERS.validate_python(row.answers), row.decision, parts)


def _own(assessment: Assessment) -> dict[str, Any]:
    return keys(assessment.tenant) | {"assessment_id": assessment.id}


def _add_answers(connection: Connection, assessment: Assessment, stored: dict[str, Answer]) -> None:
    own = _own(assessment)
    new = [own | dict(answer) for fact, answer in assessment.answers.items() if stored.get(fact) != answer]
    if new:
        connection.execute(_ADD_ANSWERS, new)


def _next_number(connection: Connection, assessment: Assessment) -> int:
    named = of(assessment.tenant, assessment_id=assessment.id)
    return (connection.execute(_LAST_DECISION, named).scalar_one() or 0) + 1


def _add_decision(connection: Connection, assessment: Assessment, decision: Decision, number: int | None) -> None:
    connection.execute(_ADD_DECISION, _own(assessment) | dict(decision) | {"number": number})
