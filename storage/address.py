"""From a database's address to the database. Only the engine in use is loaded."""

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from storage.database import Database
from storage.errors import BadAddress


def connect(address: str) -> Database:
    """The database under this address; nothing is opened yet. Raises BadAddress."""
    url = _parsed(address)
    match url.drivername.partition("+")[0]:
        case "sqlite":
            from storage.sqlite import SQLite  # noqa: PLC0415 - see the module's docstring

            return SQLite(url)
        case "postgresql" | "postgres":
            from storage.postgresql import PostgreSQL  # noqa: PLC0415 - see the module's docstring

            return PostgreSQL(url)
        case other:
            raise BadAddress(f"{other!r} is no database that ftrag knows: use sqlite:///… or postgresql://….")


def _parsed(address: str) -> URL:
    try:
        return make_url(address)
    except (ArgumentError, ValueError):
        raise BadAddress from None
