"""Slack payload -> command: the only reader of Slack's shapes. Pure, strict about ids, forgiving about all else.

Every function gives a command, or None where there is nothing to do or nobody to answer, and never raises: a payload
that is odd but says who sent it becomes OutOfDate, so that the person hears a sentence.
"""

from collections.abc import Mapping
from typing import Any, cast

from bot.commands import CommandBase
from bot.parse import actions, events, submits, who
from bot.parse.text import harmless

__all__ = ["action", "event", "sender", "shortcut", "slash", "submit"]


def _cleaned(body: Mapping[str, Any]) -> Mapping[str, Any]:
    try:
        return cast("Mapping[str, Any]", harmless(body)) if isinstance(body, dict) else {}
    except RecursionError:  # nested deeper than anything Slack sends
        return {}


def slash(form: Mapping[str, Any]) -> CommandBase | None:
    """`/ftrag ...`."""
    return submits.parse_slash(_cleaned(form))


def action(body: Mapping[str, Any]) -> CommandBase | None:
    """A click on a control."""
    return actions.parse_action(_cleaned(body))


def submit(body: Mapping[str, Any]) -> CommandBase | None:
    """A modal's submit."""
    return submits.parse_submit(_cleaned(body))


def shortcut(body: Mapping[str, Any]) -> CommandBase | None:
    """A shortcut."""
    return submits.parse_shortcut(_cleaned(body))


def sender(body: Mapping[str, Any]) -> CommandBase | None:
    """Whose payload it is, of one that is of no shape that is known; None where it does not say."""
    return who.sender(_cleaned(body))


def event(body: Mapping[str, Any]) -> CommandBase | None:
    """An event."""
    return events.parse_event(_cleaned(body))
