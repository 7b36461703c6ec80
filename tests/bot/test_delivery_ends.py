"""Delivery's ends: refusals, too much, giving up; each as the table says."""

from datetime import timedelta

import pytest

from bot.delivery import ENDS, End, end_of
from bot.delivery.courier import GIVE_UP
from bot.sandbox.person import ANA, SUPPORT
from storage import Storage
from storage.records import DeliveryMethod
from tests.bot.desk import CALLS, DAY, FAILED, PENDING, SENT, UNKNOWN, Desk, open_desk, row_of
from tests.tables import each


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
