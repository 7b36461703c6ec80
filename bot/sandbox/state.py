"""What has been entered into inputs: Slack's state values, and the client's own checks before a submit."""

from collections.abc import Iterator

from bot.sandbox.records import Json

_VALUE_FIELDS = {
    "plain_text_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "number_input": "value",
    "rich_text_input": "rich_text_value",
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "checkboxes": "selected_options",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "users_select": "selected_user",
    "multi_users_select": "selected_users",
    "conversations_select": "selected_conversation",
    "multi_conversations_select": "selected_conversations",
    "channels_select": "selected_channel",
    "multi_channels_select": "selected_channels",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "file_input": "files",
}
"""Where Slack's state keeps what was entered, by element type."""
_LISTS = frozenset({"selected_options", "selected_users", "selected_conversations", "selected_channels", "files"})
_INITIAL = {
    "value": "initial_value",
    "rich_text_value": "initial_value",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
    "selected_user": "initial_user",
    "selected_users": "initial_users",
    "selected_conversation": "initial_conversation",
    "selected_conversations": "initial_conversations",
    "selected_channel": "initial_channel",
    "selected_channels": "initial_channels",
    "selected_date": "initial_date",
    "selected_time": "initial_time",
    "selected_date_time": "initial_date_time",
}
REQUIRED = "Please complete this required field."


def value_field(element_type: str) -> str | None:
    """The field of the state that holds what was entered into such an element; None for a button."""
    return _VALUE_FIELDS.get(element_type)


def elements(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Every interactive element with the block it stands in."""
    for block in blocks:
        inside = [block.get("element"), block.get("accessory"), *block.get("elements", [])]
        for element in inside:
            if isinstance(element, dict) and "action_id" in element:
                yield block, element
        yield from elements([child for child in block.get("child_blocks", []) if isinstance(child, dict)])


def find_element(blocks: list[Json], block_id: str, action_id: str) -> Json | None:
    """The element of that name, where it is still there."""
    named = (block_id, action_id)
    return next((e for block, e in elements(blocks) if (block.get("block_id"), e["action_id"]) == named), None)


def initial_values(blocks: list[Json]) -> dict[str, Json]:
    """The state of untouched inputs."""
    values: dict[str, Json] = {}
    for block, element in elements(blocks):
        field = value_field(element["type"])
        if field is None:
            continue
        empty: list[Json] | None = [] if field in _LISTS else None
        entered = element.get(_INITIAL.get(field, ""), empty)
        values.setdefault(block["block_id"], {})[element["action_id"]] = {"type": element["type"], field: entered}
    return values


def kept_values(values: dict[str, Json], blocks: list[Json]) -> dict[str, Json]:
    """Those of the entered values whose fields are (still) among the blocks."""
    kept: dict[str, Json] = {}
    for block, element in elements(blocks):
        entered = values.get(block["block_id"], {}).get(element["action_id"])
        holds = value_field(element["type"]) is not None
        if holds and isinstance(entered, dict) and entered.get("type") == element["type"]:
            kept.setdefault(block["block_id"], {})[element["action_id"]] = entered
    return kept


def merged(before: dict[str, Json], entered: dict[str, Json], blocks: list[Json]) -> dict[str, Json]:
    """The state after the page sent what it has: unknown fields are dropped, unsent ones stay as they were."""
    values = {block: dict(actions) for block, actions in before.items()}
    for block_id, actions in kept_values(entered, blocks).items():
        values.setdefault(block_id, {}).update(actions)
    return values


def input_errors(blocks: list[Json], values: dict[str, Json]) -> dict[str, str]:
    """What the client itself says, before the app hears of a submit: required fields, lengths, by block id."""
    errors: dict[str, str] = {}
    for block in blocks:
        if block["type"] == "input":
            element = block["element"]
            entered = values.get(block["block_id"], {}).get(element["action_id"], {})
            error = _input_error(block, element, entered.get(value_field(element["type"]) or ""))
            if error:
                errors[block["block_id"]] = error
    return errors


def _input_error(block: Json, element: Json, entered: object) -> str | None:
    if entered in (None, "", []):
        return None if block.get("optional") else REQUIRED
    if element["type"] == "plain_text_input" and isinstance(entered, str):
        if len(entered) > element.get("max_length", 3000):
            return f"Please shorten this to {element.get('max_length', 3000)} characters or fewer."
        if len(entered) < element.get("min_length", 0):
            return f"Please write at least {element['min_length']} characters."
    return None
