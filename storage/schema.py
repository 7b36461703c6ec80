"""The tables' version: which one the database has, which one this release needs, and the way from one to the other.

A migration is one transaction on both engines, so a process that is killed in the middle leaves the old tables; two
processes that start at once wait for each other (SQLite's write lock, an advisory lock on PostgreSQL). On SQLite a
step may make a table anew, so references between rows are not watched on the way and checked before the commit. A
database that needs none is left to its work without Alembic, whose loading would be a good part of a start.
"""

from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Column, Connection, MetaData, Table, Text, inspect, select

from storage.errors import Damaged, NewerSchema
from storage.tenancy import ACROSS_TENANTS

_MIGRATIONS = Path(__file__).parent / "migrations"
_STEPS = tuple(sorted(file.stem.partition("_")[0] for file in (_MIGRATIONS / "versions").glob("[0-9]*_*.py")))
"""The versions that this release knows, the oldest first: each step's file begins with its own."""
_VERSION = Table("alembic_version", MetaData(), Column("version_num", Text))


class Schema(NamedTuple):
    """The version of the tables that stands in the database (None: no tables), and the one that this release needs."""

    current: str | None
    head: str

    @property
    def is_current(self) -> bool:
        """Whether the database has the tables that this release needs."""
        return self.current == self.head


def schema(connection: Connection) -> Schema:
    """Both versions. Raises NewerSchema where the database knows a step that this release does not."""
    current = None
    if inspect(connection).has_table(_VERSION.name):
        current = connection.execute(select(_VERSION.c.version_num)).scalar()
    if current is not None and current not in _STEPS:
        raise NewerSchema
    return Schema(current, _STEPS[-1])


def migrate(connection: Connection) -> None:
    """Bring the tables to this release's version, all steps or none; nothing to do is nothing done."""
    connection = connection.execution_options(**ACROSS_TENANTS)
    if schema(connection).is_current:
        return
    from alembic import command  # noqa: PLC0415 - see the module's docstring
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    _check_references(connection)


def _check_references(connection: Connection) -> None:
    """On SQLite a step runs unwatched: a row that it would leave belonging to nothing is refused before the commit."""
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise Damaged(f"A row of {broken[0]} would belong to nothing. Nothing was changed; restore a backup.")
