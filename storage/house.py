"""Keeping house: what nobody needs any more goes, in small bites, so that nobody waits for it."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Delete, Table, and_, delete, select, tuple_

from storage.database import Database
from storage.installations import STATE_LIFETIME
from storage.tables import inbox, oauth_states, outbox
from storage.tenancy import ACROSS_TENANTS

INBOX_KEPT = timedelta(days=7)
"""Slack repeats an event within hours, and a signed request is accepted for minutes."""
ENDED_KEPT = timedelta(days=30)
ONCE_KEPT = timedelta(days=400)
"""Rows that say that something was done once (a month's review), and rows that failed or are unknown."""
_BITE = 1000


async def keep_house(database: Database, now: datetime) -> int:
    """Delete old inbox keys, ended outbox rows and unused OAuth states. Says how many rows went."""
    gone = 0
    for bite in (_old_events(now), _old_deliveries(now), _very_old_deliveries(now), _old_states(now)):
        while count := await database.write(_delete, bite):
            gone += count
    return gone


def _delete(connection: Connection, statement: Delete) -> int:
    return connection.execute(statement).rowcount


def _old_events(now: datetime) -> Delete:
    return _bite(inbox, inbox.c.at < now - INBOX_KEPT)


def _old_deliveries(now: datetime) -> Delete:
    ended = outbox.c.state.in_(["sent", "cancelled"])
    return _bite(outbox, and_(outbox.c.done_at < now - ENDED_KEPT, ended, outbox.c.dedupe_key.is_(None)))


def _very_old_deliveries(now: datetime) -> Delete:
    return _bite(outbox, outbox.c.done_at < now - ONCE_KEPT)


def _old_states(now: datetime) -> Delete:
    return _bite(oauth_states, oauth_states.c.issued_at < now - STATE_LIFETIME)


def _bite(table: Table, is_old: Any) -> Delete:
    """A delete of the first thousand such rows."""
    key = list(table.primary_key.columns)
    some = select(*key).where(is_old).limit(_BITE)
    return delete(table).where(tuple_(*key).in_(some)).execution_options(**ACROSS_TENANTS)
