"""The schema of an earlier release: by its migrations as far as one of them, or made so again."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, MetaData, Table, create_engine

from storage import schema as schema_module
from storage.tables import METADATA


def upgrade(connection: Connection, to: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(schema_module.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def tables(connection: Connection) -> list[Table]:
    """The tables as they are there now, those first that others refer to."""
    metadata = MetaData()
    metadata.reflect(connection)
    return [table for table in metadata.sorted_tables if table.name != "alembic_version"]


def take_back(url: str, revision: str) -> None:
    """The schema of that revision again: without the tables and columns that came since."""
    scratch = create_engine("sqlite://")
    with scratch.begin() as connection:
        upgrade(connection, revision)
        there = tables(connection)
        then = {table.name: set(table.c.keys()) for table in there}
        indexes = {index.name for table in there for index in table.indexes}
    scratch.dispose()
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        for table in reversed(METADATA.sorted_tables):
            if table.name not in then:
                connection.exec_driver_sql(f"DROP TABLE {table.name}")
                continue
            for index in {index.name for index in table.indexes} - indexes:
                connection.exec_driver_sql(f"DROP INDEX {index}")
            for column in set(table.c.keys()) - then[table.name]:
                connection.exec_driver_sql(f'ALTER TABLE {table.name} DROP COLUMN "{column}"')
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{revision}'")
    engine.dispose()
