"""Buttons and windows that outlive what they are about: pressed after the end, they change nothing and say why."""

from typing import Any

import pytest

from bot import parse
from bot.ids import Act
from bot.replies import Problem, Trouble, read_reply
from bot.views import render
from storage import Storage
from storage.records import Assessment, AssessmentState
from tests.bot.counter import Counter
from tests.bot.payloads import click
from tests.bot.recorded import HERE, RECORDED, Recorded, decided, furnish, running

ABOUT = [one for one in RECORDED if one.said.get("assessment_id") and one.reader in {"action", "submit"}]
ENDED = {
    "cancelled": [one(state=AssessmentState.CANCELLED) for one in (decided, running)],
    "superseded": [one(state=AssessmentState.SUPERSEDED, superseded_by="gone") for one in (decided, running)],
}
FOR_ENDED = {"delete", "withdraw failure", "failure again modal"}
"""What an ended assessment is for still: to be deleted, and its own failures to be put right."""


async def pressed(counter: Counter, one: Recorded) -> tuple[list[Any], Any]:
    """What the person is told, rendered as Slack would show it, and the window that opens."""
    command = one.read()
    assert command is not None
    modal = await counter.advisor.carry_out(command.model_copy(update={"inbox_key": one.name}))
    replies = [read_reply(row.reply) for row in await counter.deliver() if row.method != "run"]
    assert all(render(reply).text for reply in replies)
    return replies, modal


async def stored(storage: Storage) -> list[Assessment | None]:
    return [await storage.assessments.get(HERE, named) for named in ("decided", "running")]


@pytest.mark.parametrize("end", ENDED)
async def test_after_the_end_everything_is_answered_and_nothing_changes(end: str, sqlite_storage: Storage):
    await furnish(sqlite_storage, *ENDED[end])
    counter = Counter(sqlite_storage)
    await counter.deliver()
    before = await stored(sqlite_storage)
    silent: list[str] = []
    for one in ABOUT:
        if one.name in FOR_ENDED:
            continue
        replies, modal = await pressed(counter, one)
        silent += [one.name] if not replies and modal is None else []
        assert await stored(sqlite_storage) == before, one.name

    assert silent == []


async def test_of_what_was_deleted_every_button_says_so(sqlite_storage: Storage):
    counter = Counter(sqlite_storage)
    for one in ABOUT:
        replies, modal = await pressed(counter, one)

        assert modal is None, one.name
        assert len(replies) == 1, one.name
        assert isinstance(replies[0], Problem), one.name
        assert replies[0].trouble in {Trouble.NOT_FOUND, Trouble.NOT_LOGGED}, one.name
    assert await sqlite_storage.assessments.ids(HERE, None) == ()


@pytest.mark.parametrize("text", ["2|decided|need", "decided", "", "1", "1|", "1|decided|need|facts|more|and more"])
def test_a_value_of_a_release_before_or_after_this_one_is_answered(text: str):
    for act in set(Act) - {Act.CHOICES, Act.LINK}:
        assert parse.action(click(act, text, action={"selected_option": {"value": text}})) is not None, act
