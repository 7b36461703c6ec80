"""The tables' version: which one the database has, which one this release needs, and the way from one to the other.

A migration is one transaction on both engines, so a process that is killed in the middle leaves the old tables; two
processes that start at once wait for each other (SQLite's write lock, an advisory lock on PostgreSQL). On SQLite a
step may make a table anew, so references between rows are not watched on the way and checked before the commit.

A database without any of the tables gets them whole, as the code describes them: the steps would lead to the same, and
are for what already holds rows. Such a one, and one that is up to date, is left to its work without Alembic, whose
loading would be a good part of a start and a tenth of the memory.
"""

from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Column, Connection, MetaData, PrimaryKeyConstraint, String, Table, insert, inspect, select

from storage.errors import Damaged, NewerSchema
from storage.tables import METADATA
from storage.tenancy import ACROSS_TENANTS

_MIGRATIONS = Path(__file__).parent / "migrations"
_STEPS = tuple(sorted(file.stem.partition("_")[0] for file in (_MIGRATIONS / "versions").glob("[0-9]*_*.py")))
"""The versions that this release knows, the oldest first: each step's file begins with its own."""
_VERSION = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""As Alembic makes it."""


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
    found = schema(connection)
    if found.is_current:
        return
    if found.current is None and METADATA.tables.keys().isdisjoint(inspect(connection).get_table_names()):
        _make_whole(connection, found.head)
    else:
        _take_steps(connection)


def _make_whole(connection: Connection, head: str) -> None:
    METADATA.create_all(connection)
    _VERSION.create(connection)
    connection.execute(insert(_VERSION).values(version_num=head))


def _take_steps(connection: Connection) -> None:
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
