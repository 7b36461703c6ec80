"""Submits of blind answers: who answers alone, and which answer counts."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from bot import commands
from bot.commands import CommandBase
from bot.ids import Field, Modal, field_id
from bot.parse.inputs import chosen, entered, kept, place
from bot.parse.shapes import NAME, View

_USER = re.compile(r"[UW][A-Z0-9]{2,20}")
_VALUE = re.compile(r"[a-z0-9_,]{1,150}")


def submit(modal: Modal, view: View, who: dict[str, Any]) -> CommandBase | None:
    """The submit of one of these modals; None where it is not ours or of another release."""
    read = _SUBMITS.get(modal)
    try:
        return read(view, {**who, **place(view)}) if read else None
    except (AttributeError, KeyError, TypeError, ValidationError):
        return None


def _named(view: View, who: dict[str, Any]) -> CommandBase:
    return commands.PeopleNamed(
        **who,
        assessment_id=_fitting(NAME, kept(view)["assessment"]),
        people=tuple(dict.fromkeys(_users(view))),
        is_change=kept(view).get("is_change") is True,
    )


def _users(view: View) -> list[str]:
    """The people chosen. Odd entries are left out."""
    block = view.state.get("values", {}).get(field_id(Field.PEOPLE), {})
    listed = block.get(field_id(Field.PEOPLE), {}).get("selected_users")
    found = listed if isinstance(listed, list) else []
    return [one for one in found if isinstance(one, str) and _USER.fullmatch(one)]


def _settled(view: View, who: dict[str, Any]) -> CommandBase:
    return commands.DifferenceSettled(
        **who,
        assessment_id=_fitting(NAME, kept(view)["assessment"]),
        fact=_fitting(NAME, kept(view)["fact"]),
        value=_fitting(_VALUE, chosen(view, Field.SETTLED)),
        reason=entered(view, Field.REASON),
    )


def _fitting(pattern: re.Pattern[str], found: object) -> str:
    if not isinstance(found, str) or not pattern.fullmatch(found):
        raise KeyError(found)
    return found


_SUBMITS: Mapping[Modal, Callable[[View, dict[str, Any]], CommandBase]] = {
    Modal.PEOPLE: _named,
    Modal.SETTLE: _settled,
}
