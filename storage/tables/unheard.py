"""The table of lines that were not understood."""

from datetime import datetime

from storage.tables.base import Part, of_assessment, words


class UnheardRow(Part, table=True):
    """One line that was not understood, where the operator keeps them. Kept for ninety days."""

    __tablename__ = "unheard"
    __table_args__ = (of_assessment(),)
    id: str = words(primary_key=True)
    at: datetime
    what: str = words()
    fact: str | None = words()
    text: str = words()
