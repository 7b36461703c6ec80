"""Slack's payloads as far as the bot reads them. Pydantic checks them at the door; what is odd is left out or refused.

Ids become parts of queries and keys, so they are held to the letters that Slack uses.
"""

import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

NAME = re.compile(r"^[A-Za-z0-9_.:-]{1,100}$")
"""What ids and other names of ours look like, when they come back in a value."""
SlackId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Stamp = Annotated[str, Field(pattern=r"^[0-9.]{1,32}$")]
"""A message's ts: Slack's name of a message within a channel."""


def _none_unless_text(value: object) -> object:
    return value if isinstance(value, str) and value else None


def _dict_or_none(value: object) -> object:
    return value if isinstance(value, dict) else None


def _text_or_empty(value: object) -> object:
    return value if isinstance(value, str) else ""


def _dict_or_empty(value: object) -> object:
    return value if isinstance(value, dict) else {}


def _list_or_empty(value: object) -> object:
    return value if isinstance(value, list) else []


Loose = Annotated[str | None, BeforeValidator(_none_unless_text)]
"""Text that may be missing, null or of another type: then it is None."""


class Shape(BaseModel):
    """Slack adds keys at any time; unknown ones are ignored. What is null is taken like what is missing."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _null_is_missing(cls, value: object) -> object:
        if not isinstance(value, dict) or None not in value.values():
            return value
        return {key: item for key, item in value.items() if item is not None}


class Team(Shape):
    """The workspace; null on an org-wide installation."""

    id: SlackId
    enterprise_id: Loose = None


class Enterprise(Shape):
    """The organization of an Enterprise Grid; outside of one it may be named without an id."""

    id: SlackId | None = None


class User(Shape):
    """The person who acted."""

    id: SlackId
    team_id: Loose = None
    enterprise_id: Loose = None


class Channel(Shape):
    """The channel of a message."""

    id: SlackId


class Container(Shape):
    """What the control stands in."""

    message_ts: Loose = None
    channel_id: Loose = None
    thread_ts: Loose = None
    is_ephemeral: bool = False


class View(Shape):
    """A modal, as it was submitted or as one of its controls was used."""

    id: SlackId
    type: str = ""
    """"modal", or "home" where a control of the Home was used."""
    hash: str = ""
    callback_id: str = ""
    private_metadata: str = ""
    app_installed_team_id: SlackId | None = None
    """Whose installation opened the modal, where the person who submits it may be of another workspace."""
    state: Annotated[dict[str, Any], BeforeValidator(_dict_or_empty)] = Field(default_factory=dict)


class Chosen(Shape):
    """The message on which a shortcut was used."""

    ts: Stamp
    text: Annotated[str, BeforeValidator(_text_or_empty)] = ""
    thread_ts: Loose = None
    files: Annotated[tuple[Any, ...], BeforeValidator(_list_or_empty)] = ()


class Interaction(Shape):
    """What clicks, submits and shortcuts have in common."""

    team: Annotated[Team | None, BeforeValidator(_dict_or_none)] = None
    enterprise: Annotated[Enterprise | None, BeforeValidator(_dict_or_none)] = None
    user: User
    channel: Annotated[Channel | None, BeforeValidator(_dict_or_none)] = None
    container: Annotated[Container | None, BeforeValidator(_dict_or_none)] = None
    view: Annotated[View | None, BeforeValidator(_dict_or_none)] = None
    state: Annotated[dict[str, Any], BeforeValidator(_dict_or_empty)] = Field(default_factory=dict)
    response_url: Loose = None
    trigger_id: Loose = None
    callback_id: Loose = None
    action_ts: Loose = None


class PickedOption(Shape):
    """One option of a select or of checkboxes."""

    value: str


class Action(Shape):
    """One use of a control."""

    action_id: str
    block_id: str = ""
    action_ts: str = ""
    value: str = ""
    selected_option: Annotated[PickedOption | None, BeforeValidator(_dict_or_none)] = None
    selected_options: tuple[PickedOption, ...] = ()
    selected_user: Loose = None


class Slash(Shape):
    """A slash command's form."""

    team_id: Loose = None
    enterprise_id: Loose = None
    channel_id: SlackId
    user_id: SlackId
    text: str = ""
    trigger_id: Loose = None
    response_url: Loose = None


class Authorization(Shape):
    """The installation that an event is delivered to."""

    enterprise_id: Loose = None
    team_id: Loose = None
    user_id: Loose = None
    is_bot: bool = False
    is_enterprise_install: bool | None = False


class TypedMessage(Shape):
    """A message that somebody typed, or a mention of the bot."""

    type: str
    channel: SlackId
    user: SlackId
    ts: Stamp
    text: str = ""
    subtype: Loose = None
    thread_ts: Stamp | None = None
    bot_id: Loose = None
    edited: Any = None
    hidden: bool = False
    files: tuple[Any, ...] = ()
    channel_type: Loose = None
    user_team: Loose = None
    source_team: Loose = None
    team: Loose = None


class EditedMessage(Shape):
    """A message whose words were changed, as it stands now and as it stood."""

    channel: SlackId
    channel_type: Loose = None
    message: dict[str, Any]
    previous_message: dict[str, Any]


class Event(Shape):
    """The envelope of an event."""

    team_id: Loose = None
    enterprise_id: Loose = None
    event_id: str = ""
    authorizations: tuple[Authorization, ...] = ()
    event: dict[str, Any]


class HomeOpened(Shape):
    """app_home_opened."""

    user: SlackId
    tab: str = "home"


class Revoked(Shape):
    """tokens_revoked: which tokens."""

    tokens: Annotated[dict[str, Any], BeforeValidator(_dict_or_empty)] = Field(default_factory=dict)
