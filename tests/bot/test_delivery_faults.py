"""Delivery when Slack fails: every fault, at every outgoing call, ends as the table says; nothing is sent twice."""

from datetime import timedelta

import pytest

from bot.sandbox.person import ANA, SUPPORT, direct_with_app
from storage.records import DeliveryMethod
from tests.bot.desk import CALLS, DAY, FAILED, PENDING, SENT, TENANT, UNKNOWN, Desk, row_of

IN_DOUBT = ["500", "503", "cut", "timeout", "html", "empty", "no_error", "internal_error", "fatal_error"]
DONE_BUT_SILENT = ["cut_after", "500_after", "timeout_after"]


# --- in doubt ---


@pytest.mark.parametrize("fault", IN_DOUBT)
async def test_a_post_that_never_arrived_is_looked_up_and_then_sent_once(desk: Desk, fault: str):
    desk.sandbox.fail("chat.postMessage", fault)
    row = await desk.do(desk.row())
    assert (row.state, row.in_doubt, desk.posts()) == (PENDING, True, [])

    row = await desk.later(10)

    assert (row.state, len(desk.posts())) == (SENT, 1)
    assert desk.called() == ["chat.postMessage", "conversations.history", "chat.postMessage"]


@pytest.mark.parametrize("fault", DONE_BUT_SILENT)
async def test_a_post_whose_answer_was_lost_is_found_and_not_sent_again(desk: Desk, fault: str):
    desk.sandbox.fail("chat.postMessage", fault)
    await desk.do(desk.row(message_key="parent"))

    row = await desk.later(10)

    message = await desk.sandbox.message(SUPPORT)
    found = await desk.storage.outbox.message(TENANT, "a1", "parent")
    assert (row.state, row.ts, len(desk.posts())) == (SENT, message.ts, 1)
    assert found is not None
    assert found.ts == message.ts


@pytest.mark.parametrize("fault", DONE_BUT_SILENT)
async def test_a_reply_whose_answer_was_lost_is_found_in_its_thread(desk: Desk, fault: str):
    await desk.do(desk.row(message_key="parent"))
    desk.sandbox.fail("chat.postMessage", fault)
    await desk.do(desk.row(under_key="parent"))

    row = await desk.later(10, "d2")

    assert (row.state, len(desk.posts())) == (SENT, 2)
    assert desk.called()[-1] == "conversations.replies"


@pytest.mark.parametrize("fault", DONE_BUT_SILENT)
async def test_a_direct_message_whose_answer_was_lost_is_found(desk: Desk, fault: str):
    desk.sandbox.fail("chat.postMessage", fault)
    await desk.do(desk.row(channel=ANA))

    row = await desk.later(10)

    assert (row.state, len(desk.posts(direct_with_app(ANA)))) == (SENT, 1)


@pytest.mark.parametrize("fault", DONE_BUT_SILENT)
async def test_a_file_whose_answer_was_lost_is_found_by_its_name(desk: Desk, fault: str):
    row = await row_of(desk, DeliveryMethod.UPLOAD)
    desk.sandbox.fail("files.completeUploadExternal", fault)
    await desk.do(row)

    row = await desk.later(10, row.id)

    assert (row.state, len(desk.sandbox.files(SUPPORT))) == (SENT, 1)


@pytest.mark.parametrize("fault", IN_DOUBT + DONE_BUT_SILENT)
async def test_without_history_a_post_in_doubt_is_listed_as_unknown_and_never_sent_again(blind: Desk, fault: str):
    blind.sandbox.fail("chat.postMessage", fault)
    await blind.do(blind.row())
    before = len(blind.posts())

    row = await blind.later(10)
    await blind.later(DAY)

    assert row.state is UNKNOWN
    assert len(blind.posts()) == before
    assert [listed.id for listed in await blind.storage.outbox.unknown(TENANT)] == ["d1"]
    assert blind.called().count("chat.postMessage") == 1


async def test_a_post_in_doubt_holds_up_its_lane_until_it_is_settled(desk: Desk):
    desk.sandbox.fail("chat.postMessage", "cut")
    await desk.do(desk.row(says="first"), desk.row(says="second"))
    assert desk.posts() == []

    await desk.later(10)

    assert ["first" in desk.posts()[0], "second" in desk.posts()[1]] == [True, True]


async def test_a_history_that_is_limited_is_asked_again_no_sooner_than_slack_says(desk: Desk):
    desk.sandbox.fail("chat.postMessage", "cut_after")
    desk.sandbox.fail("conversations.history", "429", retry_after=60)
    await desk.do(desk.row())
    await desk.later(10)

    assert (await desk.later(58)).state is PENDING
    assert desk.called().count("conversations.history") == 1
    assert (await desk.later(5)).state is SENT
    assert len(desk.posts()) == 1


@pytest.mark.parametrize("fault", ["500", "cut", "timeout", "html"])
async def test_a_history_that_fails_is_asked_again(desk: Desk, fault: str):
    desk.sandbox.fail("chat.postMessage", "cut_after")
    desk.sandbox.fail("conversations.history", fault)
    await desk.do(desk.row())
    await desk.later(10)

    assert (await desk.later(30)).state is SENT
    assert len(desk.posts()) == 1


REFUSED = ["user_not_in_channel", "is_archived", "missing_scope", "http_404"]


@pytest.mark.parametrize("fault", IN_DOUBT + DONE_BUT_SILENT + REFUSED)
async def test_a_private_reply_that_fails_is_said_in_a_direct_message(desk: Desk, fault: str):
    """It may have been seen all the same: then it is read twice, which hurts nobody."""
    desk.sandbox.fail("chat.postEphemeral", fault)
    row = await desk.do(desk.row(DeliveryMethod.EPHEMERAL, user=ANA, says="only for Ana"))

    assert row.state is SENT
    assert "only for Ana" in desk.posts(direct_with_app(ANA))[0]


async def test_what_one_person_is_asked_under_a_name_of_its_own_is_told_nowhere_else(desk: Desk):
    desk.sandbox.fail("chat.postEphemeral", "user_not_in_channel")
    row = await desk.do(desk.row(DeliveryMethod.EPHEMERAL, user=ANA, message_key="blind:0"))

    assert (row.state, row.error) == (FAILED, "user_not_in_channel")
    assert desk.posts(direct_with_app(ANA)) == []


@pytest.mark.parametrize("fault", ["500", "503", "cut", "timeout", *DONE_BUT_SILENT, "expired_url", "used_url"])
async def test_an_answer_at_a_response_url_that_fails_is_said_in_the_channel_to_that_person_alone(
    desk: Desk, fault: str
):
    url = f"{desk.sandbox.url}/response/{desk.sandbox.service.responses.issue(SUPPORT, ANA)}"
    desk.sandbox.fail("response_url", fault)
    row = await desk.do(desk.row(DeliveryMethod.RESPOND, user=ANA, response_url=url, says="only for Ana"))

    assert row.state is SENT
    assert "only for Ana" in desk.sandbox.words(desk.sandbox.ephemerals(ANA)[-1])
    assert desk.posts() == []


async def test_where_no_way_leads_to_a_person_the_reply_ends_as_slack_said(desk: Desk):
    desk.sandbox.fail("*", "user_not_found", times=9)
    row = await desk.do(desk.row(DeliveryMethod.EPHEMERAL, user=ANA))
    nobody = await desk.do(desk.row(DeliveryMethod.RESPOND, user=None, response_url="https://x.invalid/", lane="other"))

    assert (row.state, row.error) == (FAILED, "user_not_found")
    assert (nobody.state, nobody.error) == (FAILED, "foreign_host")


async def test_a_private_reply_in_doubt_since_its_process_died_is_said_again(desk: Desk):
    await desk.save(desk.row(DeliveryMethod.EPHEMERAL, user=ANA))
    await desk.storage.outbox.claim("dead", desk.now, 1, timedelta(seconds=1))

    row = await desk.later(5)

    assert (row.state, row.in_doubt) == (SENT, True)


@pytest.mark.parametrize("method", [DeliveryMethod.UPDATE, DeliveryMethod.PUBLISH])
@pytest.mark.parametrize("fault", IN_DOUBT + DONE_BUT_SILENT)
async def test_what_may_be_done_twice_is_tried_again(desk: Desk, method: DeliveryMethod, fault: str):
    row = await row_of(desk, method)
    desk.sandbox.fail(CALLS[method], fault)
    await desk.do(row)

    row = await desk.later(10, row.id)

    assert (row.state, desk.called().count(CALLS[method])) == (SENT, 2)


@pytest.mark.parametrize("step", ["files.getUploadURLExternal"])
@pytest.mark.parametrize("fault", ["500", "cut", "timeout", "html"])
async def test_a_file_that_failed_before_it_was_posted_is_tried_again_without_a_look(desk: Desk, step: str, fault: str):
    row = await row_of(desk, DeliveryMethod.UPLOAD)
    desk.sandbox.fail(step, fault)
    await desk.do(row)

    row = await desk.later(10, row.id)

    assert (row.state, len(desk.sandbox.files(SUPPORT))) == (SENT, 1)
    assert "conversations.replies" not in desk.called()
