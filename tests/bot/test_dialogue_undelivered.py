"""What Slack refused: the starter hears it once, and can do something about it."""

from typing import Any

import pytest

from bot import commands
from bot.replies import Done, Trouble
from storage.records import DeliveryMethod
from tests.bot.room import CHANNEL, Room


def refused(room: Room, key: str = "parent", error: str = "not_in_channel", **more: Any) -> None:
    fields = {"delivery_id": "d1", "method": DeliveryMethod.POST, "message_key": key, "error": error}
    room.do(commands.DeliveryFailed, by="", **fields, **more)


@pytest.fixture
def outside() -> Room:
    """A room which the bot is not in: nothing of its start stands there."""
    room = Room()
    room.start()
    room.messages.clear()
    room.thread.clear()
    return room


def test_the_starter_alone_hears_that_the_bot_is_not_in_the_channel(outside: Room):
    refused(outside, response_url="https://hooks.slack.com/x")

    assert outside.private[-1][0] == "U1"
    assert (outside.told().kind, outside.told().channel, outside.told().failed) == ("not_in_channel", CHANNEL, "d1")
    assert outside.turns[-1].says[0].method is DeliveryMethod.RESPOND


def test_start_posts_what_could_not_be_posted_and_pressing_twice_posts_once(outside: Room):
    asked = outside.assessment.asking
    outside.do(commands.TryAgain, failed="d1")
    assert [reply.kind for reply in outside.thread] == ["parent", "question"]

    outside.messages.clear()  # the posts wait still when it is pressed again
    again = outside.do(commands.TryAgain, failed="d1")
    assert all(say.replaces for say in again.says), "what waits is not sent"

    outside.do(commands.TryAgain, failed="d1")
    assert outside.told().done is Done.STARTED
    assert outside.assessment.asking == asked


def test_it_can_be_held_in_a_direct_message_by_the_starter(outside: Room):
    outside.do(commands.HoldInDirectMessage, by="U2", failed="d1")
    assert outside.told().trouble is Trouble.NOT_YOURS

    outside.do(commands.HoldInDirectMessage, by="U1", failed="d1")
    assert outside.assessment.channel == "U1"
    assert outside.told().done is Done.MOVED
    assert outside.message("parent").in_direct_message

    outside.do(
        commands.GiveAnswer, by="U1", channel="D1", is_direct=True, fact=outside.assessment.asking, values=("facts",)
    )
    assert outside.assessment.answers["need"].value == "facts"


@pytest.mark.parametrize(
    ("key", "error", "method"),
    [
        ("question:need", "no_parent", "post"),
        ("question:need", "cant_update_message", "update"),
        (None, "user_disabled", "ephemeral"),
    ],
)
def test_what_only_follows_or_was_for_one_person_is_let_go(outside: Room, key: str, error: str, method: str):
    turn = outside.do(commands.DeliveryFailed, by="", delivery_id="d", method=method, message_key=key, error=error)

    assert turn.says == ()


def test_another_refusal_is_told_to_the_starter_once_for_each_error(decided: Room):
    refused(decided, "verdict", "is_archived")
    refused(decided, "roadmap:build", "is_archived")

    assert [reply.trouble for _, reply in decided.private if reply.kind == "problem"] == [Trouble.CANNOT_POST]
    assert decided.turns[-1].says[0].channel == "U1"
