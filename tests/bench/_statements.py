"""What a database runs, counted as it runs it."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import psycopg
from sqlalchemy import event

from storage import Storage
from storage.sqlite_file import raw_of


class Statements:
    """Counts what a database runs; what begins and ends a transaction is no statement here."""

    def __init__(self, storage: Storage) -> None:
        self.counts: Counter[str] = Counter()
        self._database: Any = storage._database
        if storage.engine == "sqlite":
            self._tell_of_sqlite(self._count)
        else:
            event.listen(self._database._engine, "checkout", self._have_counted)

    def stop(self) -> None:
        """Count no more: being told of each statement costs more than many a statement does."""
        if self._database.name == "sqlite":
            self._tell_of_sqlite(None)
        else:
            event.remove(self._database._engine, "checkout", self._have_counted)
            self._database._sessions.close()

    def _tell_of_sqlite(self, told: Callable[[str], None] | None) -> None:
        def watch() -> None:
            self._database._let_go()
            with self._database._engine.connect() as connection:
                raw_of(connection).set_trace_callback(told)

        self._database._thread.run(watch)  # before all that is asked after this

    def _have_counted(self, connection: Any, _record: Any, _proxy: Any) -> None:
        count, run = self._count, connection.execute_ready

        class Counting(psycopg.Cursor[Any]):
            def execute(self, query: Any, *given: Any, **how: Any) -> Any:
                count(str(query))
                return super().execute(query, *given, **how)

        def run_counted(query: str, values: Any) -> Any:
            count(query)
            return run(query, values)

        connection.cursor_factory, connection.execute_ready = Counting, run_counted

    def _count(self, statement: str) -> None:
        word = statement.split(maxsplit=1)[0]
        if word not in {"BEGIN", "COMMIT", "ROLLBACK"}:
            self.counts[word] += 1

    def take(self) -> Counter[str]:
        taken, self.counts = self.counts, Counter()
        return taken
