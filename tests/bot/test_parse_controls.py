"""The table of controls: every control has its line, every line fills its command, and views write what it reads."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot import commands, parse
from bot.commands import CommandBase
from bot.ids import Act, block_id, read_action, value
from bot.parse.controls import CONTROLS, IGNORED, PARTS
from bot.views import render, render_modal
from storage.records import Tenant
from tests.bot.payloads import click
from tests.tables import each
from tests.views.examples import MODALS, REPLIES

TOLD: dict[str, tuple[str, Any]] = {
    "month": ("2026-12", "2026-12"),
    "page": ("2", 2),
    "place": ("1", 1),
    "is_done": ("done", True),
    "facts": ("corpus,evals", ("corpus", "evals")),
    "values": ("weekly", ("weekly",)),
    "value": ("tone,safety", "tone,safety"),
    "typed": ("every | two <weeks>", "every | two <weeks>"),
    "result": ("fail", "fail"),
    "channel": ("C9", "C9"),
    "secrets": ("keep", "keep"),
    "to": ("me", "me"),
    "is_workspace": ("workspace", True),
    "at": ("2026-11-22T10:00:20+00:00", datetime(2026, 11, 22, 10, 0, 20, tzinfo=UTC)),
    "asked": ('{"intent":"why"}', '{"intent":"why"}'),
}
"""What a part may hold, and what becomes of it; any other part is a name that stays as it is."""
BY_VALUE = {act: control for act, control in CONTROLS.items() if not control.block and act is not Act.ADD_TASK}


def told(part: str) -> tuple[str, Any]:
    return TOLD.get(part.rstrip("?"), ("a1", "a1"))


def test_every_control_has_its_line_or_is_left_alone_on_purpose():
    assert set(CONTROLS) | IGNORED | {Act.MENU} == set(Act)
    assert set(CONTROLS) & IGNORED == set()


def chosen_from_menu(text: str) -> CommandBase | None:
    picked = {"type": "overflow", "selected_option": {"text": {}, "value": text}}
    return parse.action(click(Act.MENU, action=picked))


def test_an_option_of_a_menu_is_the_control_that_it_stands_for():
    command = chosen_from_menu("1|suggested|a1|flips|rag")

    assert isinstance(command, commands.Suggested)
    assert (command.assessment_id, command.topic, command.architecture) == ("a1", "flips", "rag")


@pytest.mark.parametrize("chosen", ["", "1", "1|tick|a1", "1|menu|a1", "1|nothing|a1", "2|precedents|a1", "1|link|a1"])
def test_an_option_that_stands_for_nothing_is_out_of_date(chosen: str):
    assert isinstance(chosen_from_menu(chosen), commands.OutOfDate)


def test_every_special_part_is_used():
    assert set(PARTS) <= {part.rstrip("?") for control in CONTROLS.values() for part in control.parts.split()}


@each("act", CONTROLS)
def test_the_parts_of_a_control_are_fields_of_its_command(act: Act):
    control = CONTROLS[act]
    parts = {part.rstrip("?") for part in control.parts.split()}
    kept = {name for name, info in control.asks.model_fields.items() if info.is_required()} - {"tenant"}

    assert parts | set(control.says) <= set(control.asks.model_fields)
    assert kept - parts - set(control.says) <= {"values", "value", "is_done", "to"}, (
        "which its state, its tick and its menu say"
    )


@each("act", BY_VALUE)
def test_a_control_asks_for_its_command_with_every_part_in_its_field(act: Act):
    control = CONTROLS[act]
    parts = control.parts.split()

    command = parse.action(click(act, value(*(told(part)[0] for part in parts))))

    assert type(command) is control.asks
    given = {part.rstrip("?"): told(part)[1] for part in parts} | control.says
    assert {name: getattr(command, name) for name in given} == given


@each("act", [act for act, control in BY_VALUE.items() if "?" in control.parts])
def test_a_part_that_may_be_missing_leaves_its_field_as_it_is(act: Act):
    control = CONTROLS[act]
    needed = [part for part in control.parts.split() if not part.endswith("?")]

    command = parse.action(click(act, value(*(told(part)[0] for part in needed or [""]))))

    assert type(command) is control.asks


@each(("act", "part"), [(act, part) for act, c in BY_VALUE.items() for part in c.parts.split()])
@each("odd", ["two words", "<!here>", "x" * 101, "a1\n"])
def test_a_part_that_cannot_be_what_it_says_is_out_of_date(act: Act, part: str, odd: str):
    parts = CONTROLS[act].parts.split()
    texts = [odd if other == part else told(other)[0] for other in parts]

    command = parse.action(click(act, value(*texts)))

    is_text = part.rstrip("?") in {"value", "typed", "called", "text"}
    assert isinstance(command, CONTROLS[act].asks if is_text else commands.OutOfDate)


def pressed(body: object) -> list[dict[str, Any]]:
    """Every control in blocks, each as Slack would send a use of it."""
    if isinstance(body, list):
        return [action for item in body for action in pressed(item)]
    if not isinstance(body, dict):
        return []
    inner = [action for item in body.values() for action in pressed(item)]
    if read_action(str(body.get("action_id"))) is None:
        return [{**action, "block_id": action.get("block_id") or body.get("block_id", "")} for action in inner]
    options = body.get("options") or [o for group in body.get("option_groups", ()) for o in group["options"]]
    uses: list[dict[str, Any]] = [{"selected_option": option} for option in options] or [
        {"value": body.get("value", "")}
    ]
    uses = [{"selected_options": options}] if body["type"] == "checkboxes" else uses
    uses = [{"selected_user": "U0ANA"}] if body["type"] == "users_select" else uses
    return [{"action_id": body["action_id"], **use} for use in uses]


SHOWN = {name: render(reply).blocks for name, reply in REPLIES.items()}
SHOWN |= {f"{name}, a modal": render_modal(modal)["blocks"] for name, modal in MODALS.items()}


@each("name", SHOWN)
def test_whatever_can_be_pressed_is_read(name: str):
    for action in pressed(SHOWN[name]):
        command = parse.action(click(action["action_id"], action=action, view={"id": "V1"}))

        assert isinstance(command, CommandBase) or read_action(action["action_id"]) in IGNORED
        assert not isinstance(command, commands.OutOfDate), action


def test_a_block_names_what_its_control_belongs_to_and_a_version_that_is_no_part():
    command = parse.action(
        click(Act.REVIEW_OWNER, action={"block_id": block_id("owner", "a1", "7"), "selected_user": "U0BEN"})
    )

    assert command == commands.HandOver(
        tenant=Tenant(team="T1"), actor="U1", channel="C1", assessment_id="a1", to="U0BEN",
        inbox_key="action:T1:U1:1700000000.1:ftrag:review_owner", response_url="https://hooks.slack.com/x",
    )  # fmt: skip
