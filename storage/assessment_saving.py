"""Saves one assessment whole: its version is checked, its new answers and its new decision are added to the history.

What changed is known by what was read: a caller hands that in, and nothing is read twice; else it is read here. The
version guards both: what stands under the same version is what was read.
"""

from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from storage.assessment_rows import Parts, assessments_from, changed_head, head_of, parts_of, write_parts
from storage.errors import Conflict, Missing
from storage.prepared import Prepared
from storage.records import Answer, Assessment, Decision
from storage.statements import keys, of, owned
from storage.tables import answers, assessments, decisions

_GONE = "This assessment is no longer stored. Nothing was saved."
_READ = select(assessments).where(owned(assessments, "id")).with_for_update()
_STANDS = select(assessments.c.version).where(owned(assessments, "id")).with_for_update()
_INSERT = Prepared(insert(assessments).inline())
_UPDATE = Prepared(update(assessments).where(owned(assessments, "id", "version")))
_ADD_ANSWERS = Prepared(insert(answers).inline())
_GIVE_REASON = Prepared(update(answers).where(owned(answers, "assessment_id", "fact", "by", "at")))
_ADD_DECISION = Prepared(insert(decisions).inline())
_LAST_DECISION = Prepared(select(func.max(decisions.c.number).label("number")).where(owned(decisions, "assessment_id")))


def save_assessment(connection: Connection, assessment: Assessment, read: Assessment | None = None) -> None:
    """Save it. Raises Conflict when another version was saved meanwhile, Missing when it was deleted.

    `read` is the assessment as it was read; it is not believed where its version is another one.
    """
    if assessment.version == 0:
        before, parts = None, Parts()
    else:
        before = read if read is not None and read.version == assessment.version else _read(connection, assessment)
        parts = parts_of(before)
    is_new_decision = assessment.decision not in (None, parts.decision)
    number = _next_number(connection, assessment) if is_new_decision else None
    if before is None:
        _INSERT.run(connection, keys(assessment.tenant) | head_of(assessment) | {"decision": number})
    else:
        _update(connection, assessment, before, {"decision": number} if is_new_decision else {})
    _add_answers(connection, assessment, before.answers if before else {})
    if is_new_decision and assessment.decision is not None:
        _add_decision(connection, assessment, assessment.decision, number)
    if parts_of(assessment) != parts:
        write_parts(connection, assessment, parts)


def check_version(connection: Connection, read: Assessment) -> None:
    """Raises Conflict where another version was saved since it was read, or it was deleted: what shows it is old."""
    if connection.execute(_STANDS, of(read.tenant, id=read.id)).scalar() != read.version:
        raise Conflict


def check_there(connection: Connection, read: Assessment) -> None:
    """Raises Conflict where it was deleted since it was read: nothing more is kept that is said of it."""
    if connection.execute(_STANDS, of(read.tenant, id=read.id)).scalar() is None:
        raise Conflict


def _read(connection: Connection, assessment: Assessment) -> Assessment:
    """As it stands, held so that nobody else saves it before we do (SQLite's writer is alone anyway)."""
    heads = connection.execute(_READ, of(assessment.tenant, id=assessment.id)).mappings().all()
    if not heads:
        raise Missing(_GONE)
    (stored,) = assessments_from(connection, assessment.tenant, heads)
    if stored.version != assessment.version:
        raise Conflict
    return stored


def _update(connection: Connection, assessment: Assessment, before: Assessment, decision: dict[str, Any]) -> None:
    """Write the columns that changed: most have indexes or hold a text that need not be written again."""
    changes = changed_head(before, assessment) | decision
    if assessment.decision is None and before.decision is not None:
        changes["decision"] = None
    named = of(assessment.tenant, id=assessment.id, version=assessment.version)
    if not _UPDATE.run(connection, named | changes):
        _read(connection, assessment)  # it says what became of it
        raise Conflict


def _own(assessment: Assessment) -> dict[str, Any]:
    return keys(assessment.tenant) | {"assessment_id": assessment.id}


def _add_answers(connection: Connection, assessment: Assessment, stored: dict[str, Answer]) -> None:
    """Add each new answer to the history; a reason is given to the one that stands there."""
    own = _own(assessment)
    new = []
    for fact, answer in assessment.answers.items():
        was = stored.get(fact)
        if was is answer or was == answer:
            continue
        if was is not None and was == answer.model_copy(update={"reason": was.reason}):
            named = of(assessment.tenant, assessment_id=assessment.id, fact=fact, by=answer.by, at=answer.at)
            _GIVE_REASON.run(connection, named | {"reason": answer.reason})
        else:
            new.append(own | vars(answer))
    if new:
        _ADD_ANSWERS.run_each(connection, new)


def _next_number(connection: Connection, assessment: Assessment) -> int:
    named = of(assessment.tenant, assessment_id=assessment.id)
    (last,) = _LAST_DECISION.rows(connection, named)
    return (last["number"] or 0) + 1


def _add_decision(connection: Connection, assessment: Assessment, decision: Decision, number: int | None) -> None:
    _ADD_DECISION.run(connection, _own(assessment) | vars(decision) | {"number": number})
