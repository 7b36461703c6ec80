"""What stands anew further down is taken away where it stood; a workspace that keeps all messages gets a line there."""

from datetime import timedelta

import pytest

from bot.delivery import End
from bot.replies import MovedLine, write_reply
from bot.sandbox.person import SUPPORT
from storage.records import Delivery, DeliveryMethod, DeliveryState
from tests.bot.desk import TENANT, Desk

MOVED = write_reply(MovedLine(topic="How often the truth changes"))
LINE = "Asked again below."
FOR_A_PERSON = {End.PAUSE, End.WAIT}
"""Ends after which Slack has to be waited for, whatever is to be done."""


def asked_again(desk: Desk) -> tuple[Delivery, ...]:
    """A question that stands in the thread, taken away there and posted anew."""
    return (
        desk.row(message_key="parent", says="Parent"),
        desk.row(message_key="question", under_key="parent", says="Question"),
        desk.row(DeliveryMethod.UPDATE, message_key="question", reply=MOVED),
        desk.row(message_key="question", under_key="parent", says="Question", replaces=True),
    )


async def test_a_question_that_is_asked_again_stands_once(desk: Desk):
    await desk.do(*asked_again(desk))

    assert desk.called().count("chat.delete") == 1
    assert len(desk.posts()) == 2
    assert LINE not in str(desk.posts())
    found = await desk.storage.outbox.message(TENANT, "a1", "question")
    assert found is not None
    assert found.ts == desk.sandbox.workspace.messages[SUPPORT][-1].ts


@pytest.mark.parametrize("code", ["cant_delete_message", "compliance_exports_prevent_deletion", "missing_scope"])
async def test_where_no_message_may_go_a_line_says_where_it_stands_now(desk: Desk, code: str):
    desk.sandbox.fail("chat.delete", code)

    row = await desk.do(*asked_again(desk))

    assert row.state is DeliveryState.SENT
    assert [LINE in said for said in desk.posts()] == [False, True, False]
    assert desk.failed == []


async def test_one_that_somebody_took_away_already_is_missed_by_nobody(desk: Desk):
    *before, gone, anew = asked_again(desk)
    await desk.do(*before)
    desk.sandbox.fail("chat.delete", "message_not_found")

    await desk.do(gone, anew)

    assert (await desk.get(gone.id)).state is DeliveryState.SENT
    assert "chat.update" not in desk.called()
    assert desk.failed == []


@pytest.mark.parametrize("kind", ["429", "500", "500_after", "cut_after"])
async def test_a_deletion_that_fails_is_tried_again_and_done_once(desk: Desk, kind: str):
    *before, gone, anew = asked_again(desk)
    await desk.do(*before)
    desk.sandbox.fail("chat.delete", kind)

    await desk.do(gone, anew)
    await desk.later(60, gone.id)
    await desk.later(60, anew.id)

    assert (await desk.get(gone.id)).state is DeliveryState.SENT
    assert len(desk.posts()) == 2
    assert LINE not in str(desk.posts())


FIRST = [next(iter(end.after.codes)) for end in End if end.after.codes and end not in FOR_A_PERSON]
SILENT = ["500", "cut", "html", "empty", "500_after", "cut_after", "timeout_after"]


@pytest.mark.parametrize("code", [*FIRST, *SILENT, "unknown_method", "a_code_of_next_year"])
async def test_a_deletion_that_never_works_holds_no_question_up(desk: Desk, code: str):
    *before, gone, anew = asked_again(desk)
    await desk.do(*before)
    desk.sandbox.fail("chat.delete", code, times=1_000)

    await desk.do(gone, anew)
    for _ in range(3):
        await desk.later(30)

    assert (await desk.get(gone.id)).state is DeliveryState.SENT
    assert (await desk.get(anew.id)).state is DeliveryState.SENT
    assert sum("Question" in said for said in desk.posts()) == 1
    assert desk.failed == []


async def test_a_limit_on_deleting_holds_up_no_edit(desk: Desk):
    *before, gone, anew = asked_again(desk)
    await desk.do(*before)
    desk.sandbox.fail("chat.delete", "429", retry_after=60)
    await desk.do(gone, anew)

    edit = await desk.do(desk.row(DeliveryMethod.UPDATE, message_key="parent", lane="edits"))
    await desk.later(50)

    assert edit.state is DeliveryState.SENT
    assert desk.called().count("chat.delete") == 1
    assert (await desk.later(15, anew.id)).state is DeliveryState.SENT


async def test_a_process_that_died_between_the_deletion_and_the_question_leaves_the_question_once(desk: Desk):
    *before, gone, anew = asked_again(desk)
    await desk.do(*before)
    await desk.save(gone, anew)
    (row,) = await desk.storage.outbox.claim("dead", desk.now, 8, timedelta(seconds=60))
    await desk.deliverer.deliver(row)
    assert len(desk.posts()) == 1

    assert (await desk.later(61, anew.id)).state is DeliveryState.SENT
    assert sum("Question" in said for said in desk.posts()) == 1
    assert desk.failed == []
