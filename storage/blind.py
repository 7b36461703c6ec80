"""What people answer alone, as the bot asks for it; and how a turn saves it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, insert, select, update

from storage.database import Repository, asks
from storage.errors import Conflict
from storage.prepared import Prepared
from storage.records import BlindAnswers, Change, Tenant
from storage.statements import keys, of, owned, read_all
from storage.tables import blind_answers

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_IN_ORDER = (blind_answers.c.assessment_id, blind_answers.c.place)
_OF = select(blind_answers).where(owned(blind_answers, "assessment_id")).order_by(*_IN_ORDER)
_OPENED = (
    select(blind_answers)
    .where(
        owned(blind_answers),
        blind_answers.c.assessment_id.in_(_IDS),
        blind_answers.c.opened_at.is_not(None),
        blind_answers.c.is_off.is_(False),
    )
    .order_by(*_IN_ORDER)
)
_UPDATE = Prepared(update(blind_answers).where(owned(blind_answers, "assessment_id", "place", "version")))


def _of(connection: Connection, tenant: Tenant, assessment_id: str) -> tuple[BlindAnswers, ...]:
    """Those of one assessment, in the order in which the people were named, opened or not."""
    return read_all(connection, BlindAnswers, _OF, of(tenant, assessment_id=assessment_id))


def _opened(connection: Connection, tenant: Tenant, assessment_ids: Sequence[str]) -> tuple[BlindAnswers, ...]:
    """Those of these assessments that were opened: nothing else ever leaves in a record or an export."""
    return read_all(connection, BlindAnswers, _OPENED, of(tenant) | {"ids": [*assessment_ids]})


class Blind(Repository):
    """What people answer alone, of all tenants; every question names one tenant."""

    of = asks(_of)
    opened = asks(_opened)


def save_blind(connection: Connection, change: Change) -> None:
    """Save what people answer alone. Raises Conflict where it was saved by somebody else since it was read."""
    for answers in change.blind:
        _save(connection, answers)


def _save(connection: Connection, answers: BlindAnswers) -> None:
    row = answers.model_dump(exclude={"tenant"}) | {"version": answers.version + 1}
    row |= {"answers": {fact: answer.model_dump(mode="json") for fact, answer in answers.answers.items()}}
    if answers.version == 0:
        connection.execute(insert(blind_answers), keys(answers.tenant) | row)
        return
    was = of(answers.tenant, assessment_id=answers.assessment_id, place=answers.place, version=answers.version)
    if not _UPDATE.run(connection, was | row):
        raise Conflict
