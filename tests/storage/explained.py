"""The plans by which SQLite runs statements."""

from typing import Any

from sqlalchemy import Connection, event

from storage.tenancy import ACROSS_TENANTS


def explained(connection: Connection) -> list[str]:
    """The plan of each statement that this connection runs from now on, as it runs it."""
    plans: list[str] = []

    def explain(connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if not statement.startswith("EXPLAIN"):
            asked = connection.exec_driver_sql(
                f"EXPLAIN QUERY PLAN {statement}", parameters, execution_options=ACROSS_TENANTS
            )
            plans.append("\n".join(" ".join(map(str, row)) for row in asked))

    event.listen(connection, "before_cursor_execute", explain)
    return plans
