"""Clicks and submits of the monthly review and its plan."""

import json
from typing import Any

import pytest

from bot import commands, parse
from bot.ids import Act, Field, Modal, block_id, callback_id, field_id, value
from storage.records import TaskResult
from tests.bot.payloads import HOSTILE, click
from tests.tables import each


@pytest.mark.parametrize(("act", "has_changed"), [(Act.REVIEW_SAME, False), (Act.REVIEW_CHANGED, True)])
def test_whether_anything_changed_is_one_of_two(act: Act, *, has_changed: bool):
    command = parse.action(click(act, value("a1", "2026-12")))

    assert isinstance(command, commands.SayChanged)
    assert command.has_changed is has_changed


def test_what_is_to_be_posted_names_the_delivery():
    again = parse.action(click(Act.REVIEW_POST, value("a1", "2026-12", "d7")))
    now = parse.action(click(Act.POST_NOW, value("a1", "d7")))

    assert isinstance(again, commands.PostReviewAgain)
    assert again.failed == "d7"
    assert isinstance(now, commands.PostNow)
    assert now.delivery_id == "d7"


def test_a_result_is_read_from_the_option_that_was_chosen():
    chosen = {"selected_option": {"value": value("a1", "2026-12", "t1", "fail")}}

    command = parse.action(click(Act.REVIEW_MARK, action=chosen))

    assert isinstance(command, commands.MarkTask)
    assert (command.month, command.task, command.result) == ("2026-12", "t1", TaskResult.FAIL)


def test_a_new_owner_is_read_from_the_menu_and_its_block():
    chosen = {"type": "users_select", "block_id": block_id("owner", "a1", "plan"), "selected_user": "U0BEN"}

    command = parse.action(click(Act.REVIEW_OWNER, action=chosen))

    assert isinstance(command, commands.HandOver)
    assert (command.assessment_id, command.to) == ("a1", "U0BEN")


@each("odd", [*HOSTILE, value("a1", "2026-13"), value("a1", "26-12"), value("a b", "2026-12")])
@each("act", [Act.REVIEW_FINISH, Act.REVIEW_MARK, Act.REVIEW_OWNER, Act.REVIEW_POST, Act.POST_NOW])
def test_a_control_that_cannot_be_read_is_out_of_date(act: Act, odd: str):
    action = {
        "selected_option": {"value": f"{odd}|t1|fail"},
        "selected_user": f"{odd}!",
        "block_id": f"ftrag:owner|{odd}",
    }

    if act is Act.POST_NOW and odd.startswith("1|a1|"):
        return  # a month is a name like any other there
    assert isinstance(parse.action(click(act, odd, action=action)), commands.OutOfDate)


def submit(modal: Modal, values: dict[str, Any], **private: Any) -> commands.CommandBase | None:
    kept = {"assessment": "a1", "month": "2026-12", "channel": "C1", "response_url": ""} | private
    view = {"id": "V1", "hash": "h", "callback_id": callback_id(modal), "private_metadata": json.dumps(kept)}
    view["state"] = {"values": {block: {block: found} for block, found in values.items()}}
    body = {"type": "view_submission", "team": {"id": "T1"}, "user": {"id": "U1", "team_id": "T1"}, "view": view}
    return parse.submit(body)


def test_a_plan_is_read_as_it_was_filled_in():
    command = submit(
        Modal.PLAN,
        {
            field_id(Field.REVIEW_DAY): {"selected_option": {"value": "nth:1:1"}},
            field_id(Field.REVIEW_TIME): {"selected_time": "09:30"},
            field_id(Field.REVIEW_ZONE): {"value": "Asia/Kathmandu"},
            field_id(Field.REVIEW_OWNER): {"selected_user": "U0BEN"},
            field_id(Field.REVIEW_WORKDAYS): {"selected_options": [{"value": "working_days"}]},
            field_id(Field.REVIEW_HOLIDAYS): {"selected_option": None},
            field_id(Field.REVIEW_FIRST): {"selected_date": "2026-12-26"},
        },
        today="2026-11-28",
    )

    assert isinstance(command, commands.PlanReview)
    assert (command.day, command.time, command.zone) == ("nth:1:1", "09:30", "Asia/Kathmandu")
    assert (command.owner, command.working_days_only, command.holidays) == ("U0BEN", True, "")
    assert (command.first, command.today) == ("2026-12-26", "2026-11-28")
    assert (command.assessment_id, command.channel) == ("a1", "C1")


@pytest.mark.parametrize(
    ("chosen", "working_days_only"), [("next", True), ("before", True), ("stays", False), ("something else", False)]
)
def test_what_becomes_of_a_review_on_a_free_day_is_read_as_it_was_chosen(chosen: str, working_days_only: bool):
    command = submit(Modal.PLAN, {field_id(Field.REVIEW_WORKDAYS): {"selected_option": {"value": chosen}}})

    assert isinstance(command, commands.PlanReview)
    assert (command.working_days_only, command.moves) == (working_days_only, chosen)


def test_counts_and_results_are_read_by_what_they_belong_to():
    command = submit(
        Modal.COUNTS,
        {
            field_id(Field.REVIEW_COUNT, "retrieval_miss"): {"value": "9"},
            field_id(Field.REVIEW_COUNT, "safety"): {"value": "many"},
            field_id(Field.REVIEW_TASK, "t1"): {"selected_option": {"value": "pass"}},
            field_id(Field.REVIEW_TASK, "t2"): {"selected_option": None},
        },
    )

    assert isinstance(command, commands.SaveCounts)
    assert command.counts == {"retrieval_miss": "9", "safety": "many"}
    assert command.results == {"t1": "pass"}
    assert command.month == "2026-12"


@pytest.mark.parametrize("private", [{"assessment": "<a>"}, {"assessment": 7}, {"channel": ""}, {"month": "soon"}])
def test_a_modal_that_does_not_say_what_it_is_about_is_out_of_date(private: dict[str, Any]):
    assert isinstance(submit(Modal.COUNTS, {}, **private), commands.OutOfDate)
