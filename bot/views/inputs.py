"""The inputs of modals, every one within Slack's limits by construction. Block id and action id are always the same."""

import re
from collections.abc import Sequence

from bot.views.blocks import INPUT_MOST, Block, plain_text
from bot.views.text import clean, cut

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_USER = re.compile(r"[UW][A-Z0-9]{2,20}")
_OPTIONS = 100
_RADIOS = 10


def labeled(block: str, label: str, element: Block, *, optional: bool = False, hint: str = "") -> Block:
    """An element with its label, and a line of help under it."""
    found: Block = {
        "type": "input",
        "block_id": block,
        "label": plain_text(label, 2_000),
        "element": element,
        "optional": optional,
    }
    return {**found, "hint": plain_text(hint, 2_000)} if hint else found


def text_input(
    block: str,
    label: str,
    *,
    most: int,
    hint: str = "",
    initial: str = "",
    lines: bool = False,
    optional: bool = False,
    help_line: str = "",
) -> Block:
    """A line, or several, to type into. `hint` stands in it while it is empty, `help_line` below it."""
    element: Block = {
        "type": "plain_text_input",
        "action_id": block,
        "multiline": lines,
        "max_length": min(most, INPUT_MOST),
    }
    shown = "\n".join(clean(line) for line in initial.splitlines()).strip() if lines else clean(initial)
    if shown:
        element["initial_value"] = cut(shown, element["max_length"])
    if hint:
        element["placeholder"] = plain_text(hint, 150)
    return labeled(block, label, element, optional=optional, hint=help_line)


def chooser(
    block: str, label: str, options: Sequence[Block], chosen: str = "", *, optional: bool = False, hint: str = ""
) -> Block:
    """A menu of which one option is chosen; options may stand in groups."""
    grouped = bool(options) and "options" in options[0]
    flat = [one for group in options for one in group["options"]] if grouped else options
    element: Block = {
        "type": "static_select",
        "action_id": block,
        "option_groups" if grouped else "options": list(options[:_OPTIONS]),
    }
    if hint:
        element["placeholder"] = plain_text(hint, 150)
    initial = [one for one in flat if one["value"] == chosen]
    if initial:
        element["initial_option"] = initial[0]
    return labeled(block, label, element, optional=optional)


def radios(block: str, label: str, options: Sequence[Block], chosen: str = "", *, hint: str = "") -> Block:
    """Up to ten options, all in sight, of which one is chosen."""
    element: Block = {"type": "radio_buttons", "action_id": block, "options": list(options[:_RADIOS])}
    initial = [one for one in element["options"] if one["value"] == chosen]
    if initial:
        element["initial_option"] = initial[0]
    return labeled(block, label, element, hint=hint)


def person_input(block: str, label: str, chosen: str | None) -> Block:
    """One person of the workspace, or nobody."""
    element: Block = {"type": "users_select", "action_id": block, "placeholder": plain_text("Choose a person", 150)}
    if chosen and _USER.fullmatch(chosen):
        element["initial_user"] = chosen
    return labeled(block, label, element, optional=True)


def people_input(block: str, label: str, chosen: Sequence[str], *, most: int, hint: str) -> Block:
    """Several people of the workspace."""
    element: Block = {
        "type": "multi_users_select",
        "action_id": block,
        "placeholder": plain_text("Choose people", 150),
        "max_selected_items": most,
    }
    if initial := [one for one in chosen if _USER.fullmatch(one)]:
        element["initial_users"] = initial
    return labeled(block, label, element, hint=hint)


def date_input(block: str, label: str, chosen: str | None) -> Block:
    """One day, or none."""
    element: Block = {"type": "datepicker", "action_id": block, "placeholder": plain_text("Choose a day", 150)}
    if chosen and _DATE.fullmatch(chosen):
        element["initial_date"] = chosen
    return labeled(block, label, element, optional=True)
