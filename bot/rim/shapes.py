"""What Bolt relies on in each payload, though nobody promised it: the gate checks this before Bolt reads a body.

Bolt asks `body["user"]["id"]` without looking, and answers 500 where it is not there. What the bot itself reads is
checked once more, and more closely, in `bot.parse`; fields that Bolt does not read are not named here, so Slack may add
and change them at will.
"""

from functools import cache
from typing import Annotated, Any, Literal, NotRequired

from annotated_types import MinLen
from pydantic import StringConstraints, TypeAdapter
from typing_extensions import TypedDict

_Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{1,80}$")]
_Name = Annotated[str, MinLen(1)]


class _Named(TypedDict):
    """A person, team or channel as interactive payloads name them."""

    id: _Id
    team_id: NotRequired[_Id | None]
    enterprise_id: NotRequired[_Id | None]


class _Ref(TypedDict):
    """An organization; its id is missing or null outside Enterprise Grid."""

    id: NotRequired[_Id | None]


class _View(TypedDict):
    id: _Id
    callback_id: NotRequired[str]
    team_id: NotRequired[_Id | None]
    app_installed_team_id: NotRequired[_Id | None]


class _Message(TypedDict):
    thread_ts: NotRequired[str | None]
    user: NotRequired[_Id | None]


class _Action(TypedDict):
    type: str
    action_id: _Name
    block_id: NotRequired[str | None]


class _ResponseUrl(TypedDict):
    response_url: str


class _Interactive(TypedDict):
    """What every click, submit and shortcut says."""

    type: str
    user: _Named
    team: NotRequired[_Named | None]
    enterprise: NotRequired[_Ref | None]
    channel: NotRequired[_Named | None]
    message: NotRequired[_Message | None]
    response_url: NotRequired[str]
    response_urls: NotRequired[list[_ResponseUrl]]
    is_enterprise_install: NotRequired[bool | None]


class _Click(_Interactive):
    actions: Annotated[list[_Action], MinLen(1)]
    view: NotRequired[_View | None]


class _Submit(_Interactive):
    view: _View


class _Shortcut(_Interactive):
    callback_id: _Name


class _Authorization(TypedDict):
    team_id: NotRequired[_Id | None]
    enterprise_id: NotRequired[_Id | None]
    is_enterprise_install: NotRequired[bool | None]


class _Event(TypedDict):
    type: _Name
    user: NotRequired[_Id | _Named | None]
    channel: NotRequired[_Id | _Named | None]
    bot_id: NotRequired[str | None]
    subtype: NotRequired[str | None]
    thread_ts: NotRequired[str | None]
    enterprise: NotRequired[_Id | _Ref | None]
    team: NotRequired[_Id | _Ref | None]
    team_id: NotRequired[_Id | None]
    item: NotRequired[dict[str, Any] | str | None]
    message: NotRequired[_Message | None]
    previous_message: NotRequired[_Message | None]
    assistant_thread: NotRequired[dict[str, Any] | None]


class _EventCallback(TypedDict):
    type: str
    event: _Event
    event_id: _Name
    team_id: NotRequired[_Id | None]
    enterprise_id: NotRequired[_Id | None]
    authorizations: NotRequired[list[_Authorization] | None]
    is_ext_shared_channel: NotRequired[bool | None]


class _UrlVerification(TypedDict):
    type: str
    challenge: str


class _Command(TypedDict):
    """A slash command's form: every value is text, and outside Enterprise Grid some are empty."""

    command: _Name
    text: NotRequired[str]
    team_id: NotRequired[_Id | Literal[""]]
    user_id: _Id
    channel_id: _Id
    response_url: NotRequired[str]


COMMAND = _Command

SHAPES: dict[str, type] = {
    "block_actions": _Click,
    "block_suggestion": _Interactive,
    "view_submission": _Submit,
    "view_closed": _Submit,
    "shortcut": _Shortcut,
    "message_action": _Shortcut,
    "event_callback": _EventCallback,
    "url_verification": _UrlVerification,
}
"""By the payload's `type`. A type that is not here is acknowledged and otherwise ignored."""


@cache
def checked(shape: type) -> TypeAdapter[Any]:
    """What checks this shape: made when the first payload of it comes, since most kinds come long after a start."""
    return TypeAdapter(shape)
