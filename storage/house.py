"""Keeping house: what nobody needs any more goes, in small bites, so that nobody waits for it."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Delete, Table, and_, delete, or_, select, tuple_

from storage.database import Database
from storage.installations import STATE_LIFETIME
from storage.tables import (
    home_viewers,
    inbox,
    oauth_states,
    outbox,
    result_files,
    results_tokens,
    unheard,
)
from storage.tenancy import ACROSS_TENANTS

INBOX_KEPT = timedelta(days=7)
"""Slack repeats an event within hours, and a signed request is accepted for minutes."""
ENDED_KEPT = timedelta(days=30)
ONCE_KEPT = timedelta(days=400)
"""Rows that say that something was done once (a month's review), and rows that failed or are unknown."""
HOMES_KEPT = timedelta(days=1)
"""Who looked at their Home before that looks no more, and nobody asks how an older Home got there."""
UNHEARD_KEPT = timedelta(days=90)
"""Long enough to learn from what was not understood, and no longer."""
RESULTS_KEPT = timedelta(days=400)
"""Result files: reviews look back a year."""
REVOKED_KEPT = timedelta(days=90)
"""Tokens that were revoked."""
_BITE = 1000


async def keep_house(database: Database, now: datetime) -> int:
    """Delete old inbox keys, ended outbox rows and unused OAuth states. Says how many rows went."""
    gone = 0
    for bite in _old(now):
        while count := await database.write(_delete, bite):
            gone += count
    return gone


def _delete(connection: Connection, statement: Delete) -> int:
    return connection.execute(statement).rowcount


def _old(now: datetime) -> tuple[Delete, ...]:
    """What goes, kind by kind.

    The last are the rows by which Homes were made anew and published: there are many, and each says the same as the
    next. Only what ended since the last few times is looked through; what is older goes with the others.
    """
    ended = outbox.c.state.in_(["sent", "cancelled"])
    lately = outbox.c.done_at.between(now - 3 * HOMES_KEPT, now - HOMES_KEPT)
    is_home = or_(outbox.c.method == "publish", outbox.c.lane.startswith("due:home:"))
    return (
        _bite(inbox, and_(inbox.c.at < now - INBOX_KEPT, inbox.c.command.is_(None))),
        _bite(outbox, and_(outbox.c.done_at < now - ENDED_KEPT, ended, outbox.c.dedupe_key.is_(None))),
        _bite(outbox, outbox.c.done_at < now - ONCE_KEPT),
        _bite(oauth_states, oauth_states.c.issued_at < now - STATE_LIFETIME),
        _bite(home_viewers, home_viewers.c.opened_at < now - HOMES_KEPT),
        _bite(result_files, result_files.c.at < now - RESULTS_KEPT),
        _bite(results_tokens, results_tokens.c.revoked_at < now - REVOKED_KEPT),
        _bite(unheard, unheard.c.at < now - UNHEARD_KEPT),
        _bite(outbox, and_(lately, outbox.c.done_at < now - HOMES_KEPT, ended, is_home)),
    )


def _bite(table: Table, is_old: Any) -> Delete:
    """A delete of the first thousand such rows."""
    key = list(table.primary_key.columns)
    some = select(*key).where(is_old).limit(_BITE)
    return delete(table).where(tuple_(*key).in_(some)).execution_options(**ACROSS_TENANTS)
