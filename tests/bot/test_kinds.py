"""What is kept under a kind: it enters itself by being written, and is read back as strictly as it was written."""

import inspect
from typing import Literal

import pytest
from pydantic import BaseModel

from bot import commands, dialogue, replies, views
from bot.commands.base import BY_KIND as COMMANDS
from bot.replies.base import BY_KIND as REPLIES
from bot.replies.base import MODALS
from bot.runtime.kinds import Kinds, UnreadableError
from storage.records import Tenant

STOP = commands.Stop(tenant=Tenant(team="T1"), actor="U1", assessment_id="a1")
ENDINGS = {commands.BotUninstalled, commands.TokensRevoked}
"""What Slack tells of an installation: no conversation, so no step."""


def test_every_command_has_a_step_and_no_step_is_left_without_its_command():
    assert set(dialogue.STEPS) == set(COMMANDS.values()) - ENDINGS


def test_every_reply_and_every_modal_has_a_view():
    assert set(views._VIEWS) == set(REPLIES.values())
    assert set(views._MODALS) == set(MODALS.values())


@pytest.mark.parametrize("room", [commands, replies])
def test_whatever_has_a_kind_is_found_in_its_room_by_name(room: object):
    entered = {*COMMANDS.values()} if room is commands else {*REPLIES.values(), *MODALS.values()}
    named = {found for _, found in inspect.getmembers(room, inspect.isclass) if issubclass(found, BaseModel)}

    assert {found for found in named if "kind" in found.model_fields} == entered


def test_a_command_and_a_reply_come_back_as_what_they_were():
    told = replies.Problem(trouble=replies.Trouble.NOT_FOUND)

    assert commands.read_command(STOP.model_dump(mode="json")) == STOP
    assert replies.read_reply(replies.write_reply(told)) == told


@pytest.mark.parametrize("kind", ["from_tomorrow", "", 7, None, ["stop"]])
def test_a_kind_that_nobody_knows_is_refused_with_a_sentence(kind: object):
    with pytest.raises(UnreadableError) as refused:
        commands.read_command({**STOP.model_dump(mode="json"), "kind": kind})

    assert str(refused.value) == f"This release knows no command of the kind {str(kind)!r}."


def test_a_row_without_a_kind_is_refused_likewise():
    with pytest.raises(UnreadableError, match="knows no reply of the kind 'None'"):
        replies.read_reply({})


@pytest.mark.parametrize(
    ("odd", "sentence"),
    [
        ({"assessment_id": None}, "assessment_id: Input should be a valid string."),
        ({"tenant": {"team": []}}, "tenant.team: Input should be a valid string."),
        ({"secret": "what somebody typed"}, "secret: Extra inputs are not permitted."),
    ],
)
def test_odd_fields_are_refused_with_a_sentence_that_names_them_and_repeats_nothing(odd: dict, sentence: str):
    with pytest.raises(UnreadableError) as refused:
        commands.read_command({**STOP.model_dump(mode="json"), **odd})

    assert str(refused.value) == f"The stored command 'stop' cannot be read: {sentence}"


def test_two_classes_never_share_a_kind():
    kinds: Kinds[BaseModel] = Kinds("thing")

    class First(BaseModel):
        kind: Literal["one"] = "one"

    class Second(BaseModel):
        kind: Literal["one"] = "one"

    kinds.enter(First)
    with pytest.raises(TypeError, match="First and Second are both a thing of the kind 'one'"):
        kinds.enter(Second)
    assert kinds == {"one": First}
