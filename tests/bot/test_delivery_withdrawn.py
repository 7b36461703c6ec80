"""What stands anew further down is taken away where it stood; a workspace that keeps all messages gets a line there."""

import pytest

from bot.replies import MovedLine, write_reply
from bot.sandbox.person import SUPPORT
from storage.records import Delivery, DeliveryMethod, DeliveryState
from tests.bot.desk import TENANT, Desk

MOVED = write_reply(MovedLine(topic="How often the truth changes"))
LINE = "Asked again below."


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
