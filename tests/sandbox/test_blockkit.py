"""The strictness table: what Slack refuses in blocks is refused here, at the same place and with its words."""

from typing import Any

from bot.sandbox.blockkit import faults, identify, text_size
from tests.sandbox.samples import RICH, actions, button, cells, field, mrkdwn, option, options, plain, section
from tests.tables import each

SELECT = {"type": "static_select", "action_id": "s"}
CONFIRM = {"title": plain("x"), "text": plain("x"), "confirm": plain("x"), "deny": plain("x")}
IMAGE = {"type": "image", "image_url": "https://a.invalid/x.png", "alt_text": "x"}


def table(rows: list[Any]) -> dict[str, Any]:
    return {"type": "table", "rows": rows}


def task(status: str = "complete") -> dict[str, Any]:
    return {"type": "task_card", "task_id": "1", "title": "x", "status": status}


def rich_list(**more: Any) -> dict[str, Any]:
    inner = [{"type": "rich_text_section", "elements": []}]
    return {"type": "rich_text", "elements": [{"type": "rich_text_list", "style": "bullet", "elements": inner, **more}]}


FITS: dict[str, list[dict[str, Any]]] = {
    "50 blocks": [{"type": "divider"}] * 50,
    "section text of 3,000": [section("x" * 3000)],
    "section with 10 fields of 2,000": [{"type": "section", "fields": [mrkdwn("x" * 2000)] * 10}],
    "header of 150": [{"type": "header", "text": plain("x" * 150)}],
    "context of 10": [{"type": "context", "elements": [mrkdwn(), IMAGE, *[mrkdwn()] * 8]}],
    "25 elements": [actions(*[button(action_id=f"b{i}") for i in range(25)])],
    "button text of 75, value of 2,000": [
        actions(button("x" * 75, value="x" * 2000, style="primary", confirm=CONFIRM))
    ],
    "select of 100": [actions({**SELECT, "options": options(100), "placeholder": plain("x" * 150)})],
    "select of groups": [actions({**SELECT, "option_groups": [{"label": plain("x" * 75), "options": options(2)}]})],
    "select with an initial option": [actions({**SELECT, "options": options(3), "initial_option": options(3)[2]})],
    "checkboxes of 10, with mrkdwn": [
        actions({"type": "checkboxes", "options": [{"text": mrkdwn(), "value": str(i)} for i in range(10)]})
    ],
    "radio buttons of 10": [actions({"type": "radio_buttons", "options": options(10)})],
    "overflow of 5": [section(accessory={"type": "overflow", "options": options(5)})],
    "input in a message": [field(label="x" * 2000, hint=plain("x" * 2000), optional=True, dispatch_action=True)],
    "date picker": [actions({"type": "datepicker", "initial_date": "2026-12-01"})],
    "rich text": [RICH, rich_list(indent=8, border=1)],
    "markdown of 12,000": [{"type": "markdown", "text": "x" * 12000}],
    "a table": [table(cells(100, 20))],
    "a plan": [{"type": "plan", "title": "x", "tasks": [task("pending")] * 50}],
    "a container": [{"type": "container", "child_blocks": [section()] * 10, "title": plain("x" * 150)}],
    "a carousel": [{"type": "carousel", "elements": [{"type": "card", "title": plain()}] * 10}],
    "an image with a title": [{**IMAGE, "title": plain("x" * 2000)}],
    "an uploaded image": [{"type": "image", "slack_file": {"id": "F1"}, "alt_text": "x"}],
}

REFUSED: dict[str, tuple[Any, str]] = {
    "no list": ("x", "must provide an array [json-pointer:/blocks]"),
    "51 blocks": ([{"type": "divider"}] * 51, "no more than 50 items allowed [json-pointer:/blocks]"),
    "a block that is text": (["x"], "must provide an object [json-pointer:/blocks/0]"),
    "an unknown block": ([{"type": "banner"}], "unsupported type: banner [json-pointer:/blocks/0/type]"),
    "an unknown field": (
        [{"type": "divider", "color": "red"}],
        "invalid additional property: color [json-pointer:/blocks/0]",
    ),
    "an alert in a message": ([{"type": "alert", "text": plain()}], "unsupported type: alert"),
    "a block id of 256": ([{"type": "divider", "block_id": "x" * 256}], "must be less than 256 characters"),
    "a block id twice": (
        [{"type": "divider", "block_id": "x"}] * 2,
        "already exists [json-pointer:/blocks/1/block_id]",
    ),
    "an action id of 256": ([actions(button(action_id="x" * 256))], "must be less than 256 characters"),
    "an action id twice": ([actions(button(), button())], "action_id must be unique within its block"),
    "section text of 3,001": (
        [section("x" * 3001)],
        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
    ),
    "section without text": ([{"type": "section"}], "must provide at least one of: text, fields"),
    "empty section text": ([section("")], "must be more than 0 characters"),
    "11 fields": ([{"type": "section", "fields": [mrkdwn()] * 11}], "no more than 10 items allowed"),
    "a field of 2,001": ([{"type": "section", "fields": [mrkdwn("x" * 2001)]}], "must be less than 2001 characters"),
    "header of 151": ([{"type": "header", "text": plain("x" * 151)}], "must be less than 151 characters"),
    "a mrkdwn header": ([{"type": "header", "text": mrkdwn()}], "unsupported type: mrkdwn"),
    "context of 11": ([{"type": "context", "elements": [mrkdwn()] * 11}], "no more than 10 items allowed"),
    "a button in a context": ([{"type": "context", "elements": [button()]}], "unsupported type: button"),
    "26 elements": (
        [actions(*[button(action_id=f"b{i}") for i in range(26)])],
        "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
    ),
    "no elements": ([{"type": "actions", "elements": []}], "no fewer than 1 items allowed"),
    "an input in actions": ([actions({"type": "plain_text_input"})], "unsupported type: plain_text_input"),
    "a button as an input": ([field(button())], "unsupported type: button"),
    "a file input in a message": ([field({"type": "file_input"})], "unsupported type: file_input"),
    "button text of 76": ([actions(button("x" * 76))], "must be less than 76 characters"),
    "button value of 2,001": ([actions(button(value="x" * 2001))], "must be less than 2001 characters"),
    "an empty button value": ([actions(button(value=""))], "must be more than 0 characters"),
    "button style blue": ([actions(button(style="blue"))], "must be one of: primary, danger"),
    "button label of 76": ([actions(button(accessibility_label="x" * 76))], "must be less than 76 characters"),
    "button url of 3,001": ([actions(button(url="x" * 3001))], "must be less than 3001 characters"),
    "confirm title of 101": (
        [actions(button(confirm={**CONFIRM, "title": plain("x" * 101)}))],
        "must be less than 101 characters",
    ),
    "confirm text of 301": (
        [actions(button(confirm={**CONFIRM, "text": plain("x" * 301)}))],
        "must be less than 301 characters",
    ),
    "confirm deny of 31": (
        [actions(button(confirm={**CONFIRM, "deny": plain("x" * 31)}))],
        "must be less than 31 characters",
    ),
    "101 options": ([actions({**SELECT, "options": options(101)})], "no more than 100 items allowed"),
    "101 groups": (
        [actions({**SELECT, "option_groups": [{"label": plain(), "options": options(1)}] * 101})],
        "no more than 100 items allowed",
    ),
    "options and groups": (
        [actions({**SELECT, "options": options(1), "option_groups": [{"label": plain(), "options": options(1)}]})],
        "must provide exactly one of: options, option_groups",
    ),
    "no options": ([actions(SELECT)], "must provide exactly one of: options, option_groups"),
    "an initial option that is not offered": (
        [actions({**SELECT, "options": options(1), "initial_option": option("Two", "2")})],
        "must exactly match one of the options",
    ),
    "option text of 76": ([actions({**SELECT, "options": [option("x" * 76)]})], "must be less than 76 characters"),
    "option value of 151": (
        [actions({**SELECT, "options": [option(value="x" * 151)]})],
        "must be less than 151 characters",
    ),
    "option description of 76": (
        [actions({**SELECT, "options": [option(description=plain("x" * 76))]})],
        "must be less than 76 characters",
    ),
    "a mrkdwn option in a select": (
        [actions({**SELECT, "options": [{"text": mrkdwn(), "value": "1"}]})],
        "unsupported type: mrkdwn",
    ),
    "group label of 76": (
        [actions({**SELECT, "option_groups": [{"label": plain("x" * 76), "options": options(1)}]})],
        "must be less than 76 characters",
    ),
    "placeholder of 151": (
        [actions({**SELECT, "options": options(1), "placeholder": plain("x" * 151)})],
        "must be less than 151 characters",
    ),
    "11 checkboxes": ([actions({"type": "checkboxes", "options": options(11)})], "no more than 10 items allowed"),
    "11 radio buttons": ([actions({"type": "radio_buttons", "options": options(11)})], "no more than 10 items allowed"),
    "overflow of 6": ([actions({"type": "overflow", "options": options(6)})], "no more than 5 items allowed"),
    "overflow of none": ([actions({"type": "overflow", "options": []})], "no fewer than 1 items allowed"),
    "label of 2,001": ([field(label="x" * 2001)], "must be less than 2001 characters"),
    "hint of 2,001": ([field(hint=plain("x" * 2001))], "must be less than 2001 characters"),
    "a mrkdwn label": (
        [{"type": "input", "label": mrkdwn(), "element": {"type": "plain_text_input"}}],
        "unsupported type: mrkdwn",
    ),
    "max_length of 3,001": ([field({"type": "plain_text_input", "max_length": 3001})], "must be between 1 and 3000"),
    "min above max": (
        [field({"type": "plain_text_input", "min_length": 9, "max_length": 8})],
        "min_length must not be more than max_length",
    ),
    "a date that is none": (
        [actions({"type": "datepicker", "initial_date": "2026-13-01"})],
        "must be a date in the format YYYY-MM-DD",
    ),
    "image without alt text": (
        [{"type": "image", "image_url": "https://a.invalid/x.png"}],
        "missing required field: alt_text [json-pointer:/blocks/0]",
    ),
    "alt text of 2,001": ([{**IMAGE, "alt_text": "x" * 2001}], "must be less than 2001 characters"),
    "image of nothing": (
        [{"type": "image", "alt_text": "x"}],
        "must provide exactly one of: image_url, slack_file",
    ),
    "image url of 3,001": ([{**IMAGE, "image_url": "x" * 3001}], "must be less than 3001 characters"),
    "indent of 9": ([rich_list(indent=9)], "must be between 0 and 8"),
    "a rich text piece that is none": (
        [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [mrkdwn()]}]}],
        "unsupported type: mrkdwn",
    ),
    "markdown of 12,001 in two": (
        [{"type": "markdown", "text": "x" * 6000}, {"type": "markdown", "text": "x" * 6001}],
        "no more than 12000 characters of markdown",
    ),
    "101 table rows": ([table(cells(101, 2))], "no more than 100 items allowed"),
    "21 table columns": ([table(cells(2, 21))], "no more than 20 items allowed"),
    "two tables": ([table(cells(1, 1)), table(cells(1, 1))], "only 1 of type table allowed"),
    "an empty cell": ([table(cells(1, 1, ""))], "must be more than 0 characters"),
    "10,001 characters of cells": ([table(cells(2, 1, "x" * 5001))], "no more than 10000 characters allowed"),
    "uneven rows": ([table([*cells(1, 2), *cells(1, 3)])], "all rows must have the same number of cells"),
    "51 tasks": ([{"type": "plan", "title": "x", "tasks": [task()] * 51}], "no more than 50 items allowed"),
    "a pending task card alone": ([task("pending")], "may not be pending"),
    "an empty card": ([{"type": "card"}], "must provide at least one of: hero_image, title, actions, body"),
    "card body of 201": ([{"type": "card", "body": plain("x" * 201)}], "must be less than 201 characters"),
    "11 cards": ([{"type": "carousel", "elements": [{"type": "card", "title": plain()}] * 11}], "no more than 10"),
    "11 children": ([{"type": "container", "child_blocks": [section()] * 11}], "no more than 10 items allowed"),
    "a container in a container": (
        [{"type": "container", "child_blocks": [{"type": "container", "child_blocks": [section()]}]}],
        "unsupported type: container",
    ),
    "six context actions": (
        [{"type": "context_actions", "elements": [{"type": "icon_button", "icon": "trash", "text": plain()}] * 6}],
        "no more than 5 items allowed",
    ),
    "focus twice": (
        [field({"type": "plain_text_input", "focus_on_load": True})] * 2,
        "only one element can have focus_on_load",
    ),
    "a number as text": ([{"type": "section", "text": {"type": "mrkdwn", "text": 5}}], "must provide a string"),
    "yes as a boolean": ([field(optional="yes")], "must provide a boolean"),
}


@each("name", FITS)
def test_what_slack_takes_has_no_faults(name: str):
    assert faults(FITS[name]) == []


@each("name", REFUSED)
def test_what_slack_refuses_is_named_with_a_pointer(name: str):
    blocks, expected = REFUSED[name]

    found = faults(blocks)

    assert any(expected in fault for fault in found), found
    assert all("[json-pointer:/blocks" in fault for fault in found)


def test_every_block_and_control_gets_an_id_and_what_has_one_keeps_it():
    blocks = [actions(button(), {"type": "overflow", "options": options(1)}, block_id="mine"), section()]

    named = identify(blocks)

    assert named[0]["block_id"] == "mine"
    assert named[0]["elements"][0]["action_id"] == "go"
    assert named[0]["elements"][1]["action_id"]
    assert named[1]["block_id"]
    assert "block_id" not in blocks[1]


def test_the_size_of_blocks_is_all_their_text():
    assert text_size([section("x" * 100), actions(button("y" * 10)), {"type": "divider"}]) == 110
