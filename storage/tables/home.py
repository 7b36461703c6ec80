"""The table of the Home: who looked at theirs lately."""

from datetime import datetime

from sqlalchemy import Index

from storage.tables.base import Owned, words


class HomeViewerRow(Owned, table=True):
    """One person who looked at their Home: which page, when, and a digest of what it shows. Kept for a day."""

    __tablename__ = "home_viewers"
    __table_args__ = (Index("ix_home_viewers_opened", "enterprise", "team", "opened_at"),)
    user: str = words(primary_key=True)
    page: int
    opened_at: datetime
    refreshed_at: datetime
    shown: str = words()
    version: int
