"""What all tables share: the tenant that owns a row, the column kinds, the one registry."""

from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKeyConstraint, MetaData, text
from sqlmodel import Field, SQLModel

from storage.columns import Kept, Words


def words(**options: Any) -> Any:
    """A column of text."""
    return Field(sa_type=Words, **options)


def json() -> Any:
    """A column of JSON, never NULL."""
    return Field(sa_type=JSON)


def kept_json() -> Any:
    """The same, of what is read again soon."""
    return Field(sa_type=Kept)


def where(condition: Any) -> dict[str, Any]:
    """The condition of a partial index; `holds_on` gives it to another engine than SQLite."""
    return {"sqlite_where": text(condition) if isinstance(condition, str) else condition}


class Row(SQLModel):
    """A row of any table; constraints have names, so that later steps can name them."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(referred_table_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        }
    )


class Owned(Row):
    """A row of one tenant."""

    enterprise: str = words(primary_key=True)
    team: str = words(primary_key=True)


class Part(Owned):
    """A row of one assessment; it goes when the assessment goes."""

    assessment_id: str = words(primary_key=True)


def of_assessment() -> ForeignKeyConstraint:
    """A part refers to its assessment and goes with it."""
    own = ["enterprise", "team", "assessment_id"]
    return ForeignKeyConstraint(own, [f"assessments.{c}" for c in ("enterprise", "team", "id")], ondelete="CASCADE")


METADATA = Row.metadata


def holds_on(engine: str) -> None:
    """Give the partial indexes their conditions on this engine: named where they are made, each start would load it."""
    for table in METADATA.tables.values():
        for index in table.indexes:
            index.dialect_options[engine]["where"] = index.dialect_options["sqlite"]["where"]
