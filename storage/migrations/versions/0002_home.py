"""Who looks at their Home, and the ways to what a Home shows that do not lead through a whole workspace."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table and the indexes."""
    op.create_table(
        "home_viewers",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("enterprise", "team", "user")),
        sa.Column("page", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in ("opened_at", "refreshed_at")),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("enterprise", "team", "user", name="pk_home_viewers"),
    )
    _index("ix_home_viewers_opened", "home_viewers", "opened_at")
    _index("ix_assessments_starter", "assessments", "started_by")
    _index("ix_checklist_items_owner", "checklist_items", "owner", where="state = 'open' AND owner IS NOT NULL")
    _index("ix_reviews_open", "reviews", where="state = 'open'")
    _index("ix_failures_by", "failures", "by", "at")


def _index(name: str, table: str, *columns: str, where: str | None = None) -> None:
    condition = None if where is None else sa.text(where)
    of_tenant = ["enterprise", "team", *columns]
    op.create_index(name, table, of_tenant, sqlite_where=condition, postgresql_where=condition)
