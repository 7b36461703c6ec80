"""Tables and charts on their way out: taken as they are, or told in plain blocks at once where they are refused."""

from datetime import timedelta
from typing import Any

import pytest

from bot.commands import DeliveryFailed, ShownWithoutCharts
from bot.replies import CompareAnswer, write_reply
from bot.sandbox.person import ANA, SUPPORT
from rules.framework import Architecture
from storage.records import Delivery, DeliveryMethod, DeliveryState, Tenant
from tests.bot.desk import Desk
from tests.views.examples import DEMANDS

TABLE = write_reply(CompareAnswer(assessment_id="a1", name="Copilot", chosen=Architecture.RAG, demands=DEMANDS))


def comparison(desk: Desk, method: DeliveryMethod = DeliveryMethod.POST, **fields: Any) -> Delivery:
    return desk.row(method, reply=TABLE, **fields)


def kinds(desk: Desk) -> list[list[str]]:
    """The kinds of blocks of each post that stands in the channel."""
    return [[block["type"] for block in m.blocks or []] for m in desk.sandbox.workspace.messages[SUPPORT]]


async def test_a_workspace_that_takes_tables_gets_them_with_the_whole_text_beside(desk: Desk):
    row = await desk.do(comparison(desk))

    assert row.state is DeliveryState.SENT
    assert kinds(desk) == [["section", "data_table", "actions"]]
    text = desk.sandbox.workspace.messages[SUPPORT][0].text
    assert "Prompting: partly" in text
    assert desk.failed == []


async def test_what_a_workspace_refuses_is_told_in_plain_blocks_at_once_and_nothing_is_lost(desk: Desk):
    desk.sandbox.workspace.takes_data_blocks = False
    row = await desk.do(comparison(desk))

    posted = desk.sandbox.workspace.messages[SUPPORT][0]
    assert row.state is DeliveryState.SENT
    assert "data_table" not in kinds(desk)[0]
    said = str(posted.blocks)
    assert all(demand.label in said for demand in DEMANDS)
    assert "Live tools: partly" in said
    assert desk.called() == ["chat.postMessage", "chat.postMessage"]


async def test_one_refusal_is_remembered_for_a_day_and_then_slack_is_asked_again(desk: Desk):
    desk.sandbox.workspace.takes_data_blocks = False
    await desk.do(comparison(desk))
    calls = len(desk.called())
    await desk.do(comparison(desk))
    assert len(desk.called()) == calls + 1, "no second refusal"

    desk.sandbox.workspace.takes_data_blocks = True
    desk.clock.advance(timedelta(hours=23))
    await desk.do(comparison(desk))
    assert "data_table" not in kinds(desk)[-1]

    desk.clock.advance(timedelta(hours=2))
    await desk.do(comparison(desk))
    assert "data_table" in kinds(desk)[-1]


async def test_a_refusal_in_one_workspace_says_nothing_of_another(desk: Desk):
    desk.sandbox.workspace.takes_data_blocks = False
    await desk.do(comparison(desk))
    desk.sandbox.workspace.takes_data_blocks = True
    await desk.save(comparison(desk, tenant=Tenant(team="T0ELSEWHERE")))
    await desk.scheduler.run_due()

    assert "data_table" in kinds(desk)[-1]


async def test_a_refusal_of_the_plain_blocks_too_is_no_word_on_tables(desk: Desk):
    desk.sandbox.service.faults.script("chat.postMessage", "invalid_blocks", times=2)
    row = await desk.do(comparison(desk))
    assert row.state is DeliveryState.SENT
    assert kinds(desk) == [[]], "as text alone"
    await desk.do(comparison(desk))

    assert "data_table" in kinds(desk)[-1]


async def test_what_is_refused_in_every_form_fails_with_slacks_word(desk: Desk):
    desk.sandbox.service.faults.script("chat.postMessage", "invalid_blocks", times=3)
    row = await desk.do(comparison(desk))

    assert (row.state, row.error) == (DeliveryState.FAILED, "invalid_blocks")
    assert [type(one) for one in desk.failed] == [DeliveryFailed]


@pytest.mark.parametrize("method", [DeliveryMethod.EPHEMERAL, DeliveryMethod.RESPOND])
async def test_a_private_table_is_told_in_plain_blocks_too(desk: Desk, method: DeliveryMethod):
    desk.sandbox.workspace.takes_data_blocks = False
    url = desk.sandbox.service.base_url + "/response/" + desk.sandbox.service.responses.issue(SUPPORT, ANA)
    row = await desk.do(comparison(desk, method, user=ANA, response_url=url, message_key=None))

    seen = desk.sandbox.ephemerals(ANA)
    assert row.state is DeliveryState.SENT
    assert len(seen) == 1
    assert "Live tools: partly" in str(seen[0].blocks)


async def test_an_edit_keeps_its_place_and_loses_only_the_table(desk: Desk):
    await desk.do(desk.row(message_key="verdict"))
    desk.sandbox.workspace.takes_data_blocks = False
    row = await desk.do(comparison(desk, DeliveryMethod.UPDATE, message_key="verdict"))

    assert row.state is DeliveryState.SENT
    assert len(desk.sandbox.workspace.messages[SUPPORT]) == 1
    assert "Live tools: partly" in str(desk.sandbox.workspace.messages[SUPPORT][0].blocks)
    assert desk.failed == [], "only a post leads to a picture"


async def test_the_advisor_hears_of_a_post_that_was_shown_without_its_charts(desk: Desk):
    desk.sandbox.workspace.takes_data_blocks = False
    await desk.do(comparison(desk, message_key="review_result:2026-12"))
    told = desk.failed[-1]

    assert isinstance(told, ShownWithoutCharts)
    assert (told.assessment_id, told.message_key) == ("a1", "review_result:2026-12")


async def test_a_message_without_tables_is_sent_as_text_after_one_refusal(desk: Desk):
    desk.sandbox.service.faults.script("chat.postMessage", "invalid_blocks", times=1)
    row = await desk.do(desk.row(says="Hello"))

    assert row.state is DeliveryState.SENT
    assert desk.called() == ["chat.postMessage", "chat.postMessage"]
    assert kinds(desk) == [[]]
