"""Composition objects: texts, options, option groups, confirmations, filters, references to files."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.blockkit.checks import (
    Check,
    Report,
    Shape,
    anything,
    boolean,
    by_type,
    exactly_one,
    limited,
    list_of,
    one_of,
    string,
)
from bot.sandbox.limits import LIMITS

_ID = string(255)


def plain(limit: str) -> Check:
    """A plain_text object no longer than the limit of that name."""
    return by_type({"plain_text": Shape({"text": limited(limit)}, {"emoji": boolean})})


def text(limit: str) -> Check:
    """A plain_text or mrkdwn object no longer than the limit of that name."""
    return by_type(
        {
            "plain_text": Shape({"text": limited(limit)}, {"emoji": boolean}),
            "mrkdwn": Shape({"text": limited(limit)}, {"verbatim": boolean}),
        }
    )


def option(text_kind: Callable[[str], Check]) -> Shape:
    """One choice; only an overflow menu's may carry a URL."""
    words, more = text_kind("option.text"), text_kind("option.description")
    return Shape({"text": words, "value": limited("option.value")}, {"description": more}, has_type=False)


OPTION = option(plain)
MRKDWN_OPTION = option(text)
OVERFLOW_OPTION = Shape(
    {"text": plain("option.text"), "value": limited("option.value")},
    {"description": plain("option.description"), "url": limited("option.url")},
    has_type=False,
)
OPTION_GROUP = Shape(
    {"label": plain("option_group.label"), "options": list_of(OPTION, LIMITS["select.options"])}, has_type=False
)
CONFIRM = Shape(
    {"title": plain("confirm.title"), "text": text("confirm.text")},
    {"confirm": plain("confirm.confirm"), "deny": plain("confirm.deny"), "style": one_of("primary", "danger")},
    has_type=False,
)
DISPATCH = Shape({"trigger_actions_on": list_of(one_of("on_enter_pressed", "on_character_entered"), 2)}, has_type=False)
FILTER = Shape(
    optional={
        "include": list_of(one_of("im", "mpim", "private", "public"), 4),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
    has_type=False,
)
SLACK_FILE = Shape(optional={"id": _ID, "url": limited("image.url")}, also=exactly_one("id", "url"), has_type=False)
WORKFLOW = Shape({"trigger": anything}, has_type=False)
PICTURE = exactly_one("image_url", "slack_file")


def options_or_groups(value: Any, path: str, report: Report) -> None:
    """A select has options or groups of them, and starts with some of its own."""
    exactly_one("options", "option_groups")(value, path, report)
    offered = _offered(value)
    initial = value.get("initial_options") or ([value["initial_option"]] if value.get("initial_option") else [])
    for chosen in initial if isinstance(initial, list) else []:
        if chosen not in offered:
            name = "initial_options" if value.get("initial_options") else "initial_option"
            report.add("must exactly match one of the options", f"{path}/{name}")


def _offered(value: Any) -> list[Any]:
    grouped = value.get("option_groups")
    groups = grouped if isinstance(grouped, list) else []
    inner = [group.get("options", []) for group in groups if isinstance(group, dict)]
    own = value.get("options")
    return [
        *(own if isinstance(own, list) else []),
        *(o for options in inner if isinstance(options, list) for o in options),
    ]
