"""Lines that were not understood, as the operator asks for them."""

from sqlalchemy import Connection, bindparam, select

from storage.database import Repository, asks
from storage.records import Tenant, UnheardLine
from storage.statements import of, owned, read_all
from storage.tables import unheard

_NEWEST = (
    select(unheard).where(owned(unheard)).order_by(unheard.c.at.desc(), unheard.c.id.desc()).limit(bindparam("limit"))
)


def _newest(connection: Connection, tenant: Tenant, limit: int) -> tuple[UnheardLine, ...]:
    """The lines of a workspace, newest first; at most so many."""
    return read_all(connection, UnheardLine, _NEWEST, of(tenant) | {"limit": limit})


class Unheard(Repository):
    """The lines of all tenants; every question names one tenant."""

    newest = asks(_newest)
