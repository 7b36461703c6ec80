"""The tables of result files, and of the tokens with which they are posted."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index

from storage.tables.base import Owned, Part, json, of_assessment, words


class ResultFileRow(Part, table=True):
    """One result file, read. Kept for about as long as reviews look back."""

    __tablename__ = "result_files"
    __table_args__ = (of_assessment(), Index("ix_result_files_at", "enterprise", "team", "assessment_id", "at"))
    digest: str = words(primary_key=True)
    at: datetime
    version: int
    by: str = words()
    way: str = words()
    read: dict[str, Any] = json()
    offered: list[str] = json()
    place: int | None
    taken_by: str | None = words()
    used_in: str | None = words()


class ResultsTokenRow(Owned, table=True):
    """One token, hashed. A revoked one is kept for a while, so that its end can be told."""

    __tablename__ = "results_tokens"
    __table_args__ = (
        of_assessment(),
        Index("ix_results_tokens_assessment", "enterprise", "team", "assessment_id"),
    )
    id: str = words(primary_key=True)
    assessment_id: str = words()
    digest: str = words()
    made_by: str = words()
    made_at: datetime
    used_at: datetime | None
    revoked_by: str | None = words()
    revoked_at: datetime | None
