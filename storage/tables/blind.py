"""The table of what people answer alone."""

from datetime import datetime
from typing import Any

from sqlmodel import Field

from storage.tables.base import Part, json, of_assessment, words


class BlindAnswersRow(Part, table=True):
    """What one person answers alone. It goes with its assessment."""

    __tablename__ = "blind_answers"
    __table_args__ = (of_assessment(),)
    place: int = Field(primary_key=True)
    person: str = words()
    named_at: datetime
    version: int
    answers: dict[str, Any] = json()
    done_at: datetime | None
    is_off: bool
    opened_at: datetime | None
