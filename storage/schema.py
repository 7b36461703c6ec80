"""The tables' version: which one the database has, which one this release needs, and the way from one to the other.

A migration is one transaction on both engines, so a process that is killed in the middle leaves the old tables; two
processes that start at once wait for each other (SQLite's write lock, an advisory lock on PostgreSQL).
"""

from pathlib import Path
from typing import NamedTuple

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.errors import NewerSchema
from storage.tenancy import ACROSS_TENANTS


class Schema(NamedTuple):
    """The version of the tables that stands in the database (None: no tables), and the one this release needs."""

    current: str | None
    head: str

    @property
    def is_current(self) -> bool:
        """Whether the database has the tables that this release needs."""
        return self.current == self.head


def schema(connection: Connection) -> Schema:
    """Both versions. Raises NewerSchema where the database knows a step that this release does not."""
    script = ScriptDirectory.from_config(_config())
    current = MigrationContext.configure(connection).get_current_revision()
    known = {step.revision for step in script.walk_revisions()}
    if current is not None and current not in known:
        raise NewerSchema
    return Schema(current, script.get_current_head() or "")


def migrate(connection: Connection) -> None:
    """Bring the tables to this release's version, all steps or none; nothing to do is nothing done."""
    connection = connection.execution_options(**ACROSS_TENANTS)
    if schema(connection).is_current:
        return
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
