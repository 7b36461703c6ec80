"""Clicks: what every control means, and what odd, old and foreign ones come to."""

from collections.abc import Callable
from typing import Any

import pytest

from bot import commands, parse
from bot.ids import Act, Field, Modal, action_id, block_id, value
from tests.bot.payloads import HOSTILE, TEAM, click, submit
from tests.tables import each


def test_an_option_is_an_answer_with_who_where_and_the_key_of_its_repeat():
    command = parse.action(click(Act.ANSWER, value("a1", "freshness", "weekly")))

    assert isinstance(command, commands.GiveAnswer)
    assert (command.assessment_id, command.fact, command.values) == ("a1", "freshness", ("weekly",))
    assert (command.tenant.team, command.actor, command.channel, command.typed) == (TEAM, "U1", "C1", None)
    assert command.inbox_key == "action:T1:U1:1700000000.1:ftrag:answer"
    assert command.response_url == "https://hooks.slack.com/x"


def test_an_option_that_was_offered_for_typed_words_carries_them_whatever_they_hold():
    command = parse.action(click(Act.ANSWER, value("a1", "freshness", "weekly", "every | two <weeks>")))

    assert isinstance(command, commands.GiveAnswer)
    assert command.typed == "every | two <weeks>"


def test_an_option_of_a_select_is_an_answer():
    chosen = {"selected_option": {"value": value("a1", "failure", "tone")}}

    command = parse.action(click(Act.PICK, action=chosen))

    assert isinstance(command, commands.GiveAnswer)
    assert command.values == ("tone",)


def test_save_takes_every_ticked_box_of_every_group():
    boxes = {
        "b1": {action_id(Act.CHOICES, "1"): {"selected_options": [{"value": "tone"}]}},
        "b2": {action_id(Act.CHOICES, "2"): {"selected_options": [{"value": "safety"}]}, "other": {"value": "x"}},
    }

    command = parse.action(click(Act.SAVE, value("a1", "failure"), state={"values": boxes}))

    assert isinstance(command, commands.GiveAnswer)
    assert command.values == ("tone", "safety")


def test_save_without_a_tick_is_an_answer_without_values():
    command = parse.action(click(Act.SAVE, value("a1", "failure"), state={"values": None}))

    assert isinstance(command, commands.GiveAnswer)
    assert command.values == ()


@pytest.mark.parametrize("act", [Act.CHOICES, Act.LINK])
def test_a_box_that_is_saved_later_and_a_link_need_nothing(act: Act):
    assert parse.action(click(act, "x")) is None


@pytest.mark.parametrize(("ticked", "is_done"), [([{"value": value("a1", "golden")}], True), ([], False)])
def test_a_tick_names_its_item_by_the_block_also_when_it_is_taken_away(ticked: list[Any], is_done: bool):
    action = {"type": "checkboxes", "block_id": block_id("tick", "a1", "golden", "7"), "selected_options": ticked}

    command = parse.action(click(Act.TICK, action=action))

    assert isinstance(command, commands.MarkItem)
    assert (command.item_id, command.is_done, command.is_copy) == ("golden", is_done, False)


def test_a_tick_in_a_private_copy_says_so():
    action = {"block_id": block_id("tick", "a1", "golden", "7"), "selected_options": []}
    container = {"channel_id": "C1", "is_ephemeral": True}

    command = parse.action(click(Act.TICK, action=action, container=container))

    assert isinstance(command, commands.MarkItem)
    assert command.is_copy


def test_a_control_of_the_home_points_at_its_channel():
    command = parse.action(click(Act.START, value("C9"), channel=None, container={"type": "view"}))

    assert isinstance(command, commands.AskForName)
    assert command.channel == "C9"


@each("text", ["2|a1|freshness|weekly", "a1", *HOSTILE])
def test_a_value_that_this_release_cannot_read_is_out_of_date(text: str):
    assert isinstance(parse.action(click(Act.ANSWER, text)), commands.OutOfDate)


@each("name", ["ftrag:gone", "ftrag", "approve", "ftrag:", *HOSTILE])
def test_a_control_that_this_release_does_not_know_is_out_of_date(name: str):
    assert isinstance(parse.action(click(name, value("a1"))), commands.OutOfDate)


@pytest.mark.parametrize("actions", [[], None, [5], "x", [{}], [{"action_id": 5}]])
def test_a_click_without_a_readable_control_is_out_of_date(actions: Any):
    assert isinstance(parse.action(click(Act.STOP, actions=actions)), commands.OutOfDate)


@pytest.mark.parametrize("user", [{"id": "U1", "team_id": "T2"}, {"id": "U1", "team_id": "T2", "enterprise_id": "E1"}])
def test_a_person_of_another_workspace_is_refused_whatever_they_press(user: dict[str, str]):
    for act in (Act.ANSWER, Act.DELETE, Act.SHOW_MORE):
        assert isinstance(parse.action(click(act, value("a1", "need", "facts"), user=user)), commands.FromOutside)


def test_a_person_of_another_workspace_of_the_same_organization_is_one_of_us():
    body = click(
        Act.STOP, value("a1"), enterprise={"id": "E1"}, user={"id": "U1", "team_id": "T2", "enterprise_id": "E1"}
    )

    assert isinstance(parse.action(body), commands.Stop)


def test_an_org_wide_installation_without_a_team_owns_nothing():
    body = click(Act.STOP, value("a1"), team=None, enterprise={"id": "E1"}, user={"id": "U1", "team_id": "E1"})

    assert parse.action(body) is None


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"user": None},
        click(Act.STOP, team=None, user={"id": "U1"}),
        click(Act.STOP, user={"id": 5}),
        click(Act.STOP, team={"id": "T 1"}),
    ],
)
def test_a_click_that_does_not_say_who_or_whose_is_ignored(body: dict[str, Any]):
    assert parse.action(body) is None


@each(
    "changed",
    [
        {"team": None},
        {"view": {"id": "V 1"}},
        {"container": {"is_ephemeral": "perhaps"}},
    ],
)
def test_a_click_that_cannot_be_read_and_says_who_pressed_is_answered_so(changed: dict[str, Any]):
    command = parse.action(click(Act.STOP, value("a1")) | changed)

    assert isinstance(command, commands.OutOfDate)
    assert command.is_unread
    assert (command.tenant.team, command.actor, command.response_url) == (TEAM, "U1", "https://hooks.slack.com/x")


@each("read", [parse.submit, parse.shortcut])
def test_a_modal_and_a_shortcut_without_a_workspace_are_answered_as_a_click_is(read: Callable[[Any], Any]):
    command = read(submit(Modal.NAME, {Field.NAME: "Support copilot"}, team=None))

    assert isinstance(command, commands.OutOfDate)
    assert command.is_unread


_WITH_NULLS = {
    "team": {"enterprise_id": None},
    "enterprise": {"id": None},
    "user": {"enterprise_id": None},
    "container": {"is_ephemeral": None, "thread_ts": None},
    "view": None,
    "state": None,
    "callback_id": None,
    "action_ts": None,
}


@each("field", ["block_id", "selected_option", "selected_options", "selected_user", "text", *_WITH_NULLS])
def test_a_field_that_is_null_means_what_a_missing_one_means(field: str):
    body = click(Act.ANSWER, value("a1", "freshness", "weekly"))
    is_of_action = field not in _WITH_NULLS
    place, nulls = (body["actions"][0], {field: None}) if is_of_action else (body, {field: _WITH_NULLS[field]})
    nested = nulls[field]
    place |= {field: place.get(field, {}) | nested} if isinstance(nested, dict) else nulls

    command = parse.action(body)

    assert isinstance(command, commands.GiveAnswer)
    assert command.values == ("weekly",)


def test_an_item_is_edited_from_the_copys_menu_too_and_the_copy_is_known():
    chosen = {"type": "static_select", "selected_option": {"value": value("a1", "golden")}}
    there = {"type": "message", "message_ts": "1.2", "channel_id": "C1", "is_ephemeral": True}

    command = parse.action(click(Act.EDIT_ITEM, action=chosen, container=there))

    assert isinstance(command, commands.EditItem)
    assert (command.assessment_id, command.item_id, command.is_copy) == ("a1", "golden", True)


@each(
    ("place", "is_in_channel"),
    [
        ({"message_ts": "17.1"}, True),
        ({"message_ts": "17.1", "thread_ts": "17.1"}, True),
        ({"message_ts": "17.1", "thread_ts": 5}, True),
        ({"message_ts": "18.1", "thread_ts": "17.1"}, False),
    ],
    ids=["no thread", "its own thread's first", "no timestamp", "a reply"],
)
def test_continue_knows_whether_its_message_stands_in_the_channel(place: dict[str, Any], is_in_channel: bool):
    command = parse.action(click(Act.CONTINUE, value("a1"), container={"type": "message", "channel_id": "C1"} | place))

    assert isinstance(command, commands.Continue)
    assert command.is_in_channel == is_in_channel
