"""Where the bot is installed, which tenants are paused, and the states of installations under way."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, insert, select, update

from storage.database import Database, Repository, asks, tells
from storage.records import DeliveryState, Installation, Tenant
from storage.statements import InsertNew, keys, of, owned, written
from storage.tables import installations, oauth_states, outbox, pauses
from storage.tenancy import ACROSS_TENANTS
from storage.tokens import Seal

STATE_LIFETIME = timedelta(seconds=600)

_IS_PAUSED = (
    exists()
    .where(pauses.c.enterprise == installations.c.enterprise, pauses.c.team == installations.c.team)
    .label("is_paused")
)
_EVERY = select(installations, _IS_PAUSED).execution_options(**ACROSS_TENANTS)
_GET = select(installations, _IS_PAUSED).where(owned(installations))
_FIND = (
    _EVERY.where(installations.c.team == bindparam("of_team")).order_by(installations.c.installed_at.desc()).limit(1)
)
_UPDATE = update(installations).where(owned(installations))
_PAUSE = InsertNew(pauses)
_PAUSED = select(pauses.c.team).where(owned(pauses))
_RESUME = delete(pauses).where(owned(pauses))
_TRY_NOW = (
    update(outbox)
    .where(owned(outbox), outbox.c.state == written(DeliveryState.PENDING), outbox.c.retry_at.is_not(None))
    .values(retry_at=None)
)


def _first(connection: Connection, statement: Any, named: dict[str, Any]) -> dict[str, Any] | None:
    row = connection.execute(statement, named).mappings().first()
    return None if row is None else dict(row)


def _save(connection: Connection, installation: Installation, sealed: str) -> None:
    tenant = installation.tenant
    row = installation.model_dump(exclude={"tenant", "bot_token", "is_paused"}) | {"sealed_token": sealed}
    row["scopes"] = list(installation.scopes)
    if not connection.execute(_UPDATE, of(tenant) | row).rowcount:
        connection.execute(insert(installations), keys(tenant) | row)
    if installation.is_paused:
        _pause(connection, tenant)
    else:
        _resume(connection, tenant)


def _pause(connection: Connection, tenant: Tenant) -> None:
    """Let the deliveries of this tenant wait: Slack calls its token dead. No installation needs to be stored."""
    _PAUSE(connection, keys(tenant))


def _resume(connection: Connection, tenant: Tenant) -> None:
    """Let them go on: no more pause, and what was tried meanwhile and put off is due again at once."""
    connection.execute(_RESUME, of(tenant))
    connection.execute(_TRY_NOW, of(tenant))


def _is_paused(connection: Connection, tenant: Tenant) -> bool:
    """Whether the deliveries of this tenant wait."""
    return connection.execute(_PAUSED, of(tenant)).first() is not None


def _delete(connection: Connection, tenant: Tenant) -> bool:
    """Forget the installation and its token. Says whether there was one."""
    return connection.execute(delete(installations).where(owned(installations)), of(tenant)).rowcount == 1


def _reseal(connection: Connection, seal: Seal) -> int:
    rows = connection.execute(_EVERY).mappings().all()
    for row in rows:
        tenant = Tenant(team=row["team"])
        token = seal.open(tenant, row["sealed_token"])
        connection.execute(_UPDATE, of(tenant) | {"sealed_token": seal.close(tenant, token)})
    return len(rows)


class Installations(Repository):
    """The bot's presence in each workspace. Tokens leave the database sealed and are opened here."""

    pause = tells(_pause)
    resume = tells(_resume)
    is_paused = asks(_is_paused)
    delete = tells(_delete)

    def __init__(self, database: Database, seal: Seal) -> None:
        super().__init__(database)
        self._seal = seal

    async def get(self, tenant: Tenant) -> Installation | None:
        """The installation of this tenant. Raises BadKey where its token cannot be opened."""
        return self._opened(await self._database.read(_first, _GET, of(tenant)))

    async def find(self, team: str) -> Installation | None:
        """The installation in this workspace."""
        return self._opened(await self._database.read(_first, _FIND, {"of_team": team}))

    async def save(self, installation: Installation) -> None:
        """Save it, its token sealed; deliveries that waited for it go on. Raises BadKey without a key."""
        sealed = self._seal.close(installation.tenant, installation.bot_token)
        await self._database.write(_save, installation, sealed)

    async def reseal(self) -> int:
        """Seal every token with the first key; after that the older keys can go. Says how many there were."""
        return await self._database.write(_reseal, self._seal)

    def _opened(self, row: dict[str, Any] | None) -> Installation | None:
        if row is None:
            return None
        tenant = Tenant(team=row["team"])
        token = self._seal.open(tenant, row["sealed_token"])
        return Installation.model_validate({**row, "tenant": tenant, "bot_token": token})


def _issue(connection: Connection, now: datetime) -> str:
    """A fresh state."""
    state = secrets.token_urlsafe(32)
    connection.execute(insert(oauth_states), {"digest": _digest(state), "issued_at": now})
    return state


def _consume(connection: Connection, state: str, now: datetime) -> bool:
    """Whether this state was issued within the last ten minutes; it is used up by asking.

    One conditional DELETE, so that of two who bring the same state one is refused.
    """
    good = (oauth_states.c.digest == _digest(state), oauth_states.c.issued_at > now - STATE_LIFETIME)
    return connection.execute(delete(oauth_states).where(*good)).rowcount == 1


def _digest(state: str) -> str:
    return hashlib.sha256(state.encode(errors="replace")).hexdigest()


class OAuthStates(Repository):
    """The states that Slack's install page must bring back: each good once, for ten minutes, kept only hashed."""

    issue = tells(_issue)
    consume = tells(_consume)
