"""Block elements: buttons, menus, pickers, inputs, images; and which of them may stand in which block."""

from typing import Any

from bot.sandbox.blockkit.checks import (
    Check,
    Report,
    Shape,
    anything,
    boolean,
    by_type,
    every,
    integer,
    limited,
    list_of,
    matching,
    one_of,
    string,
)
from bot.sandbox.blockkit.objects import (
    CONFIRM,
    DISPATCH,
    FILTER,
    MRKDWN_OPTION,
    OPTION,
    OPTION_GROUP,
    OVERFLOW_OPTION,
    PICTURE,
    SLACK_FILE,
    WORKFLOW,
    options_or_groups,
    plain,
)
from bot.sandbox.limits import LIMITS

_STYLE = one_of("primary", "danger")
_DATE = matching(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", "a date in the format YYYY-MM-DD")
_TIME = matching(r"([01]\d|2[0-3]):[0-5]\d", "a time in the format HH:mm")
_IDS = list_of(string(255), 1_000)
_USERS = list_of(string(255), 1_000)


def _focus(value: Any, path: str, report: Report) -> None:
    boolean(value, path, report)
    report.count["focus_on_load"] += value is True
    if value is True and report.count["focus_on_load"] > 1:
        report.add("only one element can have focus_on_load", path)


def _action_id(value: Any, path: str, report: Report) -> None:
    limited("action_id")(value, path, report)
    if isinstance(value, str) and value in report.action_ids:
        report.add("action_id must be unique within its block", path)
    report.action_ids.add(str(value))


_ACTS: dict[str, Check] = {"action_id": _action_id}
_ASKS: dict[str, Check] = {**_ACTS, "confirm": CONFIRM, "focus_on_load": _focus, "placeholder": plain("placeholder")}
_TYPED: dict[str, Check] = {
    **_ACTS,
    "focus_on_load": _focus,
    "placeholder": plain("placeholder"),
    "dispatch_action_config": DISPATCH,
}
_MANY: dict[str, Check] = {**_ASKS, "max_selected_items": integer(1, 1_000)}
_CHOICE: dict[str, Check] = {
    "options": list_of(OPTION, LIMITS["select.options"]),
    "option_groups": list_of(OPTION_GROUP, LIMITS["select.option_groups"]),
}
_RESPONDS: dict[str, Check] = {"response_url_enabled": boolean}
_HERE: dict[str, Check] = {"default_to_current_conversation": boolean, "filter": FILTER}
_LENGTH = LIMITS["plain_text_input.length"]


def _ticks(limit: str, initial: str) -> Shape:
    options = list_of(MRKDWN_OPTION, LIMITS[limit])
    chosen = list_of(MRKDWN_OPTION, LIMITS[limit]) if initial == "initial_options" else MRKDWN_OPTION
    allowed: dict[str, Check] = {**_ACTS, "confirm": CONFIRM, "focus_on_load": _focus, initial: chosen}
    return Shape({"options": options}, allowed, also=options_or_groups)


def _lengths(value: Any, path: str, report: Report) -> None:
    least, most = value.get("min_length") or 0, value.get("max_length") or _LENGTH
    if isinstance(least, int) and isinstance(most, int) and least > most:
        report.add("min_length must not be more than max_length", path)


ELEMENTS: dict[str, Check] = {
    "button": Shape(
        {"text": plain("button.text")},
        {
            **_ACTS,
            "url": limited("button.url"),
            "value": limited("button.value"),
            "style": _STYLE,
            "confirm": CONFIRM,
            "accessibility_label": limited("button.accessibility_label"),
            "agent_prompt": limited("button.agent_prompt"),
            "agent_prompt_display": anything,
            "visible_to_user_ids": _IDS,
        },
    ),
    "workflow_button": Shape(
        {"text": plain("button.text"), "workflow": WORKFLOW},
        {**_ACTS, "style": _STYLE, "accessibility_label": limited("button.accessibility_label")},
    ),
    "image": Shape(
        {"alt_text": limited("image.alt_text")}, {"image_url": limited("image.url"), "slack_file": SLACK_FILE}, PICTURE
    ),
    "overflow": Shape({"options": list_of(OVERFLOW_OPTION, LIMITS["overflow.options"])}, {**_ACTS, "confirm": CONFIRM}),
    "checkboxes": _ticks("checkboxes.options", "initial_options"),
    "radio_buttons": _ticks("radio_buttons.options", "initial_option"),
    "static_select": Shape(optional={**_ASKS, **_CHOICE, "initial_option": OPTION}, also=options_or_groups),
    "multi_static_select": Shape(
        optional={**_MANY, **_CHOICE, "initial_options": list_of(OPTION, LIMITS["select.options"])},
        also=options_or_groups,
    ),
    "external_select": Shape(optional={**_ASKS, "initial_option": OPTION, "min_query_length": integer(0, 1_000)}),
    "multi_external_select": Shape(
        optional={**_MANY, "initial_options": list_of(OPTION, 100), "min_query_length": integer(0, 1_000)}
    ),
    "users_select": Shape(optional={**_ASKS, "initial_user": string(255)}),
    "multi_users_select": Shape(optional={**_MANY, "initial_users": _USERS}),
    "conversations_select": Shape(optional={**_ASKS, **_RESPONDS, **_HERE, "initial_conversation": string(255)}),
    "multi_conversations_select": Shape(optional={**_MANY, **_HERE, "initial_conversations": _IDS}),
    "channels_select": Shape(optional={**_ASKS, **_RESPONDS, "initial_channel": string(255)}),
    "multi_channels_select": Shape(optional={**_MANY, "initial_channels": _IDS}),
    "datepicker": Shape(optional={**_ASKS, "initial_date": _DATE}),
    "timepicker": Shape(optional={**_ASKS, "initial_time": _TIME, "timezone": string(255)}),
    "datetimepicker": Shape(
        optional={**_ACTS, "confirm": CONFIRM, "focus_on_load": _focus, "initial_date_time": integer(10**9, 10**10 - 1)}
    ),
    "plain_text_input": Shape(
        optional={
            **_TYPED,
            "initial_value": string(_LENGTH, 0),
            "multiline": boolean,
            "min_length": integer(0, _LENGTH),
            "max_length": integer(1, _LENGTH),
        },
        also=_lengths,
    ),
    "email_text_input": Shape(optional={**_TYPED, "initial_value": string(_LENGTH)}),
    "url_text_input": Shape(optional={**_TYPED, "initial_value": string(_LENGTH)}),
    "number_input": Shape(
        {"is_decimal_allowed": boolean},
        {**_TYPED, "initial_value": string(255), "min_value": string(255), "max_value": string(255)},
    ),
    "rich_text_input": Shape(
        optional={**_TYPED, "initial_value": anything, "min_lines": integer(1, 100), "max_lines": integer(1, 100)}
    ),
    "file_input": Shape(
        optional={**_ACTS, "filetypes": list_of(string(20), 100), "max_files": integer(1, LIMITS["file_input.files"])}
    ),
    "feedback_buttons": Shape({"positive_button": anything, "negative_button": anything}, _ACTS),
    "icon_button": Shape(
        {"icon": one_of("trash"), "text": plain("button.text")},
        {
            **_ACTS,
            "accessibility_label": limited("button.accessibility_label"),
            "value": limited("button.value"),
            "visible_to_user_ids": _IDS,
            "confirm": CONFIRM,
        },
    ),
}

_MENUS = frozenset(type_ for type_ in ELEMENTS if type_.endswith("_select"))
_PICKERS = frozenset({"datepicker", "timepicker", "checkboxes", "radio_buttons"})
IN_ACTIONS = _MENUS | _PICKERS | {"button", "workflow_button", "overflow", "datetimepicker"}
IN_SECTION = (IN_ACTIONS | {"image"}) - {"datetimepicker"}
_FIELDS = frozenset(type_ for type_ in ELEMENTS if type_.endswith("_input"))
IN_INPUT = _MENUS | _PICKERS | _FIELDS | {"datetimepicker"}
IN_CONTEXT_ACTIONS = frozenset({"feedback_buttons", "icon_button"})


def element(allowed: frozenset[str]) -> Check:
    """One of the elements that may stand in a certain block."""
    return by_type(ELEMENTS, allowed)


def is_interactive(type_: Any) -> bool:
    """Whether an element of that type is used by people, and so has an action id."""
    return isinstance(type_, str) and type_ in ELEMENTS and type_ != "image"


def not_in_messages(*types: str) -> Check:
    """Elements that Slack shows in modals only."""

    def check(value: Any, path: str, report: Report) -> None:
        if report.surface != "modal" and isinstance(value, dict) and value.get("type") in types:
            report.add(f"unsupported type: {value.get('type')}", f"{path}/type")

    return check


INPUT_ELEMENT = every(element(IN_INPUT), not_in_messages("file_input"))
