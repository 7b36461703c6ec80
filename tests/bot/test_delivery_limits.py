"""What holds delivery up for a while: limits, scopes that one call lacks, dead tokens; and nothing else than that."""

import pytest

from bot.delivery import ENDS, End
from bot.sandbox.person import ANA, BEN, SEARCH, SUPPORT
from storage.records import DeliveryMethod
from tests.bot.desk import PENDING, SENT, TENANT, Desk


@pytest.mark.parametrize(
    ("header", "wait"),
    [("1", 1), ("30", 30), ("1.5", 1.5), (None, 30), ("soon", 30), ("-5", 30), ("1e9", 3600), ("0", 1)],
)
async def test_a_429_is_waited_out_and_no_call_comes_sooner(desk: Desk, header: str | None, wait: float):
    desk.sandbox.fail("chat.postMessage", "429", retry_after=header)
    row = await desk.do(desk.row())
    assert (row.state, row.attempts, row.in_doubt) == (PENDING, 0, False)

    assert (await desk.later(wait - 0.1)).state is PENDING
    assert desk.called().count("chat.postMessage") == 1
    assert (await desk.later(0.2)).state is SENT


@pytest.mark.parametrize("kind", ["429", "ratelimited", "rate_limited"])
async def test_a_limit_on_posting_holds_up_that_channel_and_nothing_else(desk: Desk, kind: str):
    await desk.do(desk.row(message_key="parent"))
    desk.sandbox.fail("chat.postMessage", kind, retry_after=None)
    await desk.do(desk.row(lane="posts"))
    edit = desk.row(DeliveryMethod.UPDATE, message_key="parent", lane="edits")
    await desk.do(desk.row(lane="more posts"), edit, desk.row(lane="elsewhere", channel=SEARCH))
    await desk.later(20)

    states = {name: (await desk.get(name)).state for name in ("d2", "d3", "d4", "d5")}
    assert states == {"d2": PENDING, "d3": SENT, "d4": PENDING, "d5": SENT}
    assert desk.called().count("chat.postMessage") == 3


async def test_a_limit_on_another_method_holds_it_up_in_the_whole_workspace(desk: Desk):
    await desk.do(desk.row(message_key="one"), desk.row(message_key="two", channel=SEARCH, lane="two"))
    desk.sandbox.fail("chat.update", "429", retry_after=60)
    edits = [desk.row(DeliveryMethod.UPDATE, message_key=key, lane=f"edit {key}") for key in ("one", "two")]
    await desk.do(edits[0])
    await desk.do(edits[1])
    await desk.later(50)

    assert desk.called().count("chat.update") == 1


@pytest.mark.parametrize("header", [None, 60])
async def test_a_limit_on_one_address_to_answer_at_holds_up_nobody_elses(desk: Desk, header: float | None):
    desk.sandbox.fail("response_url", "429", retry_after=header)
    for user, lane in ((ANA, "ana"), (BEN, "ben")):
        url = desk.sandbox.service.base_url + "/response/" + desk.sandbox.service.responses.issue(SUPPORT, user)
        await desk.do(desk.row(DeliveryMethod.RESPOND, user=user, response_url=url, lane=lane))

    assert [(await desk.get(name)).state for name in ("d1", "d2")] == [PENDING, SENT]
    assert (await desk.later(61)).state is SENT


async def test_a_scope_that_one_call_lacks_stops_no_other(desk: Desk):
    desk.sandbox.fail("chat.postMessage", "missing_scope")
    lacking = await desk.do(desk.row(lane="one"))
    await desk.do(desk.row(lane="two", channel=SEARCH))

    assert (lacking.state, lacking.error, lacking.attempts) == (PENDING, "missing_scope", 0)
    assert (await desk.get("d2")).state is SENT
    assert desk.paused == []
    assert [(told.delivery_id, told.error) for told in desk.failed] == [("d1", "missing_scope")], "told at once"
    desk.sandbox.fail("chat.postMessage", "missing_scope")
    await desk.later(3601)
    assert len(desk.failed) == 1, "and once"
    assert (await desk.later(3601)).state is SENT


@pytest.mark.parametrize("error", ["token_revoked", "missing_scope"])
async def test_a_mended_token_lifts_what_its_absence_put_off(desk: Desk, error: str):
    desk.sandbox.fail("chat.postMessage", error, times=2)
    await desk.do(desk.row(lane="one"), desk.row(lane="two"))
    await desk.later(5)
    put_off = {(await desk.get(name)).state for name in ("d1", "d2")}
    desk.sandbox.service.faults.clear()
    desk.renew_token()

    await desk.storage.installations.resume(TENANT)
    await desk.later(5)

    assert put_off == {PENDING}
    assert {(await desk.get(name)).state for name in ("d1", "d2")} == {SENT}


# --- dead tokens ---


@pytest.mark.parametrize("error", sorted(code for code, (end, _) in ENDS.items() if end is End.PAUSE))
async def test_a_dead_token_pauses_the_workspace_and_loses_nothing(desk: Desk, error: str):
    desk.sandbox.fail("chat.postMessage", error, times=2)
    await desk.do(*(desk.row(lane=f"lane {n}") for n in range(3)))
    for _ in range(11):
        await desk.later(300)
    assert len(desk.paused) >= 1
    assert desk.called().count("chat.postMessage") <= 3
    desk.sandbox.service.faults.clear()

    await desk.later(3600)
    await desk.later(3600)

    assert len(desk.posts()) == 3


async def test_a_workspace_that_stays_dead_is_tried_about_once_an_hour(desk: Desk):
    desk.sandbox.fail("*", "token_revoked", times=1_000)
    await desk.do(desk.row())
    for _ in range(48 * 4):
        await desk.later(900)

    assert 40 <= len(desk.called()) <= 49


async def test_an_app_that_is_not_installed_asks_slack_nothing(desk: Desk):
    desk.token = None
    row = await desk.do(desk.row())

    assert (row.state, desk.called()) == (PENDING, [])


async def test_an_install_ends_the_pause_at_once(desk: Desk):
    desk.sandbox.fail("chat.postMessage", "token_revoked")
    await desk.do(desk.row(lane="one"))
    desk.renew_token()

    row = await desk.do(desk.row(lane="two"))

    assert row.state is SENT
