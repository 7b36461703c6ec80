"""Who owns a record: the base of all values that storage gives and takes, and the tenant."""

from pydantic import BaseModel, ConfigDict, Field


class Record(BaseModel):
    """A frozen value."""

    model_config = ConfigDict(frozen=True)


class Tenant(Record):
    """One Slack workspace: `enterprise` is "" outside Enterprise Grid; `team` is never empty."""

    enterprise: str = ""
    team: str = Field(min_length=1)
