"""What one turn saves, in ONE transaction: the key of the event, the state, and what Slack is to be told."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, and_, bindparam, exists, insert, literal_column, select, update
from sqlmodel import UTCDateTime

from storage import deletion, outcomes, viewers
from storage.assessment_saving import check_there, check_version, save_assessment
from storage.blind import save_blind
from storage.errors import Conflict, StorageError
from storage.prepared import Prepared
from storage.records import Change, Delivery, DeliveryMethod, DeliveryState, LoggedFailure, Review
from storage.result_files import save_results
from storage.statements import InsertNew, PerEngine, keys, of, owned, written
from storage.tables import failures, inbox, outbox, reviews, unheard

_CLOSE_EVENT = PerEngine(
    inbox,
    lambda new: (
        new.on_conflict_do_update(
            index_elements=inbox.primary_key,
            set_={"command": None, "held_by": None},
            where=inbox.c.command.is_not(None),
        )
        .inline()
        .execution_options(preserve_rowcount=True)
    ),
)
"""An event is noted, or closed where it was received: once. Where it was closed before, nothing is touched."""
_UPDATE_REVIEW = Prepared(update(reviews).where(owned(reviews, "assessment_id", "month", "version")))
_UPDATE_FAILURE = Prepared(update(failures).where(owned(failures, "id")))
_COURSE = {"state", "attempts", "in_doubt", "retry_at", "first_tried_at", "leased_by", "leased_until", "ts", "error"}
_SAID = [field for field in Delivery.model_fields if field not in _COURSE | {"tenant", "seq", "done_at"}]
"""What a row says; the rest of its columns tell what becomes of it."""
_FRESH = {"state": str(DeliveryState.PENDING), "attempts": 0, "in_doubt": False}
_ADD_DELIVERIES = InsertNew(outbox, ["enterprise", "team", *_SAID, *_FRESH])
_WAITS = and_(
    outbox.c.state == written(DeliveryState.PENDING), outbox.c.leased_by.is_(None), outbox.c.in_doubt.is_(False)
)
"""Rows that were certainly not sent: a leased one may be on its way to Slack this moment, one in doubt may be there."""
_CANCEL = (
    update(outbox)
    .where(owned(outbox), outbox.c.dedupe_key.in_(bindparam("keys", expanding=True)), _WAITS)
    .values(state=str(DeliveryState.CANCELLED), done_at=bindparam("at"))
)


_NEWER = outbox.alias("newer")
_OF_ANOTHER = exists().where(
    *(_NEWER.c[column] == outbox.c[column] for column in ("enterprise", "team", "assessment_id", "message_key")),
    _NEWER.c.method == str(DeliveryMethod.POST),
    _NEWER.c.state == written(DeliveryState.PENDING),
    _NEWER.c.seq > outbox.c.seq,
    outbox.c.method == str(DeliveryMethod.UPDATE),
)
"""Of edits those of a message whose name a post that still waits will take over: the newer edit is of that one."""


def _replaced(of_assessment: Any, **over: Any) -> Any:
    same = (outbox.c[column].is_not_distinct_from(bindparam(f"of_{column}")) for column in ("message_key", "user"))
    return Prepared(
        update(outbox)
        .where(owned(outbox, "method"), of_assessment, *same, _WAITS, ~_OF_ANOTHER)
        .values(state=str(DeliveryState.CANCELLED), done_at=bindparam("at", type_=UTCDateTime()), **over)
    )


_SOME_WAIT = Prepared(select(outbox.c.seq).where(owned(outbox, "assessment_id"), _WAITS).limit(literal_column("1")))
"""Whether rows of an assessment wait at all: as a rule none does, and then there is none to look for."""
_REPLACE = _replaced(outbox.c.assessment_id == bindparam("of_assessment_id"))
_REPLACE_OF_NONE = _replaced(outbox.c.assessment_id.is_(None), reply=outcomes.SAYS_NOTHING)


def remember(connection: Connection, change: Change) -> bool:
    """Save it all and say True; or, where this event was handled before, save nothing and say False.

    Raises Conflict when an assessment or review was saved by somebody else since it was read.
    """
    _check_tenant(change)
    if change.inbox_key is not None:
        event = keys(change.tenant) | {"key": change.inbox_key, "at": change.at}
        if not _CLOSE_EVENT(connection).run(connection, event):
            return False
    if change.deletes is not None:
        deletion.delete_assessment(connection, change.tenant, change.deletes)
    for delivery in change.resends:
        outcomes.resend(connection, change.tenant, delivery, change.at)
    _save_assessments(connection, change)
    for review in change.reviews:
        _save_review(connection, review)
    for failure in change.failures:
        _save_failure(connection, failure)
    save_blind(connection, change)
    _save_unheard(connection, change)
    save_results(connection, change)
    if change.cancels:
        connection.execute(_CANCEL, of(change.tenant) | {"keys": list(change.cancels), "at": change.at})
    if change.viewer is not None:
        viewers.save(connection, change.viewer)
    # Those who look are asked for last: whoever opens their Home after this reads what is saved here.
    _save_deliveries(connection, change, (*change.deliveries, *viewers.deliveries_for(connection, change)))
    return True


def _check_tenant(change: Change) -> None:
    assessments = (*change.assessments, *change.read)
    owned_records: tuple[Any, ...] = (*assessments, *change.reviews, *change.failures, *change.deliveries)
    owned_records += (*change.blind, *change.unheard, *change.result_files, *change.tokens)
    owned_records += tuple(one for one in (change.viewer, change.drawn) if one)
    ours = change.tenant
    if any(record.tenant is not ours and record.tenant != ours for record in owned_records):
        raise StorageError("One change belongs to one workspace. Nothing was saved.")


def _save_assessments(connection: Connection, change: Change) -> None:
    """Each with a check of its version; what is only shown is checked as well, for its deliveries were made of it.

    What is only told of has to be there still.
    """
    if change.drawn is not None:
        check_version(connection, change.drawn)
    read = {before.id: before for before in change.read}
    checked = {one.id for one in (*change.assessments, change.drawn) if one}
    for about in read.keys() & {delivery.assessment_id for delivery in change.deliveries} - checked:
        check_there(connection, read[about])
    for assessment in sorted(change.assessments, key=lambda a: a.version == 0):
        save_assessment(connection, assessment, read.get(assessment.id))  # the superseded first: its name gets free


def _save_review(connection: Connection, review: Review) -> None:
    row = review.model_dump(exclude={"tenant"}) | {"version": review.version + 1}
    if review.version == 0:
        connection.execute(insert(reviews), keys(review.tenant) | row)
        return
    was = of(review.tenant, assessment_id=review.assessment_id, month=review.month, version=review.version)
    if not _UPDATE_REVIEW.run(connection, was | row):
        raise Conflict


def _save_failure(connection: Connection, failure: LoggedFailure) -> None:
    row = failure.model_dump(exclude={"tenant"})
    if not _UPDATE_FAILURE.run(connection, of(failure.tenant, id=failure.id) | row):
        connection.execute(insert(failures), keys(failure.tenant) | row)


def _save_unheard(connection: Connection, change: Change) -> None:
    for line in change.unheard:
        connection.execute(insert(unheard), keys(line.tenant) | line.model_dump(exclude={"tenant"}))


def _save_deliveries(connection: Connection, change: Change, deliveries: Sequence[Delivery]) -> None:
    newer: dict[str | None, list[Delivery]] = {}
    for delivery in deliveries:
        if delivery.replaces:
            newer.setdefault(delivery.assessment_id, []).append(delivery)
    for about, latest in newer.items():
        if about is None or _SOME_WAIT.rows(connection, of(change.tenant, assessment_id=about)):
            replace = _REPLACE_OF_NONE if about is None else _REPLACE
            replace.run_each(connection, [_replaced_by(delivery, change) for delivery in latest])
    if deliveries:
        _ADD_DELIVERIES.each(connection, [_row(delivery) for delivery in deliveries])


def _replaced_by(delivery: Delivery, change: Change) -> dict[str, Any]:
    """A newer edit of the same message, or a newer Home of the same person, makes the waiting ones pointless."""
    said = {"method": delivery.method, "message_key": delivery.message_key, "user": delivery.user}
    about = {} if delivery.assessment_id is None else {"assessment_id": delivery.assessment_id}
    return of(change.tenant, **said, **about) | {"at": change.at}


def _row(delivery: Delivery) -> dict[str, Any]:
    return {**vars(delivery), **keys(delivery.tenant), **_FRESH}
