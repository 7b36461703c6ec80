"""Delivery's ends: limits, refusals, dead tokens, too much, giving up, a process that died; each as the table says."""

from datetime import timedelta

import pytest

from bot.commands import DeliveryFailed
from bot.delivery import ENDS, End, end_of
from bot.delivery.courier import GIVE_UP
from bot.sandbox.person import ANA, BEN, SEARCH, SUPPORT
from storage import Storage
from storage.errors import Unavailable
from storage.records import DeliveryMethod, DeliveryState
from tests.bot.desk import CALLS, DAY, TENANT, Desk, open_desk, row_of
from tests.tables import each

SENT, PENDING, UNKNOWN, FAILED = (
    DeliveryState.SENT,
    DeliveryState.PENDING,
    DeliveryState.UNKNOWN,
    DeliveryState.FAILED,
)


# --- limits ---


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


# --- refused for good ---


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda sandbox: sandbox.kick(SUPPORT), "not_in_channel"),
        (lambda sandbox: sandbox.archive(SUPPORT), "is_archived"),
    ],
)
async def test_a_channel_that_cannot_be_used_ends_the_row_after_one_try_and_is_told(desk: Desk, change, error: str):
    change(desk.sandbox)
    row = await desk.do(desk.row(message_key="parent", user=ANA))
    await desk.later(DAY)

    assert (row.state, row.error) == (FAILED, error)
    assert desk.called() == ["chat.postMessage"]
    told = desk.failed[0]
    assert (told.delivery_id, told.message_key, told.error, told.actor) == ("d1", "parent", error, ANA)
    assert len(desk.failed) == 1


async def test_an_edit_or_a_reply_without_its_message_is_told_and_asks_slack_nothing(desk: Desk):
    await desk.do(
        desk.row(DeliveryMethod.UPDATE, message_key="never", lane="one"), desk.row(under_key="never", lane="two")
    )

    assert sorted(failure.error for failure in desk.failed) == ["no_message", "no_parent"]
    assert desk.called() == []


async def test_a_missing_permission_for_files_fails_the_file_alone(sqlite_storage: Storage):
    async with open_desk(sqlite_storage, files=False) as desk:
        row = await desk.do(await row_of(desk, DeliveryMethod.UPLOAD), desk.row(says="goes on"))
        refused = await desk.get("d2")

        assert (refused.state, refused.error) == (FAILED, "missing_scope")
        assert row.state is SENT
        assert desk.paused == []


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


# --- too much ---


@pytest.mark.parametrize("error", ["invalid_blocks", "msg_too_long", "msg_blocks_too_long"])
@pytest.mark.parametrize("method", [DeliveryMethod.POST, DeliveryMethod.UPDATE, DeliveryMethod.EPHEMERAL])
async def test_blocks_that_slack_refuses_go_once_more_as_plain_text(desk: Desk, method: DeliveryMethod, error: str):
    row = await row_of(desk, method)
    desk.sandbox.fail(CALLS[method], error)
    row = await desk.do(row)

    last = desk.sandbox.calls(CALLS[method])[-1].args
    assert row.state is SENT
    assert last.get("blocks") in (None, "[]", [])
    assert last["text"]


async def test_a_home_that_slack_refuses_becomes_one_sentence(desk: Desk):
    desk.sandbox.fail("views.publish", "invalid_arguments")
    row = await desk.do(await row_of(desk, DeliveryMethod.PUBLISH))

    home = desk.sandbox.home(ANA)
    assert row.state is SENT
    assert home is not None
    assert "/ftrag status" in desk.sandbox.words(home)


async def test_plain_text_that_is_refused_too_ends_the_row_and_is_told(desk: Desk):
    desk.sandbox.fail("chat.postMessage", "invalid_blocks", times=2)
    row = await desk.do(desk.row())

    assert (row.state, row.error) == (FAILED, "invalid_blocks")
    assert len(desk.failed) == 1


# --- giving up ---


async def test_an_edit_that_fails_for_a_whole_day_is_given_up_with_longer_and_longer_waits(desk: Desk):
    row = await row_of(desk, DeliveryMethod.UPDATE)
    desk.sandbox.fail("chat.update", "503", times=10_000)
    await desk.do(row)
    for _ in range(int(GIVE_UP / timedelta(minutes=5)) + 2):
        await desk.later(300)

    found = await desk.get(row.id)
    assert (found.state, found.error) == (FAILED, "gave_up")
    assert desk.called().count("chat.update") < 200


async def test_a_post_in_doubt_for_a_whole_day_is_unknown(desk: Desk):
    desk.sandbox.fail("chat.postMessage", "cut_after")
    desk.sandbox.fail("conversations.history", "503", times=10_000)
    await desk.do(desk.row())
    for _ in range(int(GIVE_UP / timedelta(minutes=5)) + 2):
        await desk.later(300)

    assert (await desk.get("d1")).state is UNKNOWN
    assert len(desk.posts()) == 1


# --- a process that died ---


async def test_a_row_whose_process_died_before_the_call_is_looked_up_and_sent_once(desk: Desk):
    await desk.save(desk.row())
    await desk.storage.outbox.claim("dead", desk.now, 8, timedelta(seconds=60))

    assert (await desk.later(30)).state is PENDING
    assert (await desk.later(31)).state is SENT
    assert desk.called() == ["conversations.history", "chat.postMessage"]


async def test_a_row_whose_process_died_after_the_call_is_found_and_not_sent_again(desk: Desk):
    await desk.save(desk.row())
    (row,) = await desk.storage.outbox.claim("dead", desk.now, 8, timedelta(seconds=60))
    await desk.deliverer.deliver(row)

    assert (await desk.later(61)).state is SENT
    assert len(desk.posts()) == 1


async def test_a_restart_sends_at_once_what_was_saved_and_not_yet_claimed(blind: Desk):
    await blind.save(blind.row())
    again = Desk(blind.sandbox, blind.storage, blind.clock, owner="restarted")
    await again.scheduler.run_due()
    await again.wire.close()

    assert len(blind.posts()) == 1


# --- the table ---


METHODS = [method for method in DeliveryMethod if method is not DeliveryMethod.RUN]


@each("method", METHODS)
@each("code", [*ENDS, "http_302", "http_404", "http_500", "a_code_of_next_year"])
def test_every_code_has_an_end_for_every_method_and_nothing_unrepeatable_is_ever_repeated(
    code: str, method: DeliveryMethod
):
    end = end_of(code, method)

    unrepeatable = method in {
        DeliveryMethod.POST,
        DeliveryMethod.UPLOAD,
        DeliveryMethod.EPHEMERAL,
        DeliveryMethod.RESPOND,
    }
    in_doubt = (code in ENDS and ENDS[code][0] is End.DOUBT) or code in {"http_302", "http_500"}
    assert isinstance(end, End)
    if unrepeatable and in_doubt:
        assert end in {End.DOUBT, End.UNKNOWN}
    if code == "a_code_of_next_year":
        assert end is End.REFUSED


def test_no_code_stands_in_the_table_twice():
    assert sum(len(end.after.codes) for end in End) == len(ENDS)


@each("end", End)
def test_a_row_that_was_tried_in_vain_ends_some_day_and_nobody_is_told_before(end: End):
    after = end.after

    is_tried_in_vain = after.state is None and after.counts
    assert (after.given_up_as is not None) is is_tried_in_vain
    if after.given_up_as is not None:
        assert End[after.given_up_as].after.state is not None
    if after.state is None and end is not End.SCOPE:
        assert not after.told_of
    elif after.state is None:
        assert after.again_in is not None, "it waits for a person, who has to hear of it"
    else:
        assert after.again_in is None, "what has ended is not tried again"


@pytest.mark.parametrize("end", [end for end in End if end.after.codes])
async def test_two_days_of_an_end_leave_a_post_as_the_table_says(desk: Desk, end: End):
    desk.sandbox.fail("*", next(iter(end.after.codes)), times=10_000)
    row = await desk.do(desk.row(message_key="parent", user=ANA))
    for _ in range(48):
        row = await desk.later(3600)

    last = End[end.after.given_up_as] if end.after.given_up_as else end
    assert row.state is (last.after.state or PENDING)
    assert len(desk.failed) == (DeliveryMethod.POST in last.after.told_of)
    assert (row.attempts > 0) is end.after.counts


# --- a database that fails in between ---


async def test_a_failure_that_could_not_be_told_is_told_with_the_next_try(desk: Desk):
    untold = [Unavailable]

    async def tell(failure: DeliveryFailed) -> None:
        if untold:
            raise untold.pop()
        desk.failed.append(failure)

    desk.courier._tell_failed = tell
    desk.sandbox.kick(SUPPORT)
    row = await desk.do(desk.row())
    assert (row.state, desk.failed) == (PENDING, [])

    row = await desk.later(10)

    assert (row.state, len(desk.failed)) == (FAILED, 1)


async def test_a_due_command_that_could_not_be_saved_is_run_again(desk: Desk):
    unsaved = [Unavailable]

    async def run(command) -> None:
        if unsaved:
            raise unsaved.pop()
        desk.ran.append(command)

    desk.courier._run = run
    row = await desk.do(desk.row(DeliveryMethod.RUN, reply={"kind": "open_review"}))
    assert row.state is PENDING

    row = await desk.later(10)

    assert (row.state, desk.ran) == (SENT, [{"kind": "open_review"}])
