"""Who owns a record: the base of all values that storage gives and takes, and the tenant."""

from pydantic import BaseModel, ConfigDict, Field


class Record(BaseModel):
    """A frozen value."""

    model_config = ConfigDict(frozen=True, defer_build=True)


class Tenant(Record):
    """One Slack workspace, by its own id and nothing else.

    A workspace may join an Enterprise organization or leave it: its id stays, and so does all that it owns. The
    `enterprise` that older values name beside it is read over, and stands empty in every row.
    """

    team: str = Field(min_length=1)

    # A click compares it a dozen times; pydantic asks for types, private and extra fields first.
    def __eq__(self, other: object) -> bool:
        """Whether it is the same workspace."""
        return isinstance(other, Tenant) and self.team == other.team

    def __hash__(self) -> int:
        """By the workspace's id."""
        return hash(self.team)
