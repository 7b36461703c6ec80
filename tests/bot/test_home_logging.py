"""Logging a failure from the Home, where there is no channel: what is offered, where it lands, what is refused."""

import json
from typing import Any

import pytest

from bot import commands
from bot.replies import Trouble
from bot.slack.membership import Told
from storage.records import Bucket, Change, LoggedFailure
from tests.bot.house import NOW, OTHER, SECOND, TENANT, House, decided, item


async def logging(house: House, by: str = "U1") -> Any:
    return await house.do(commands.LogFailure, by)


async def submit(house: House, assessment: str, by: str = "U1", **fields: Any) -> None:
    said = {"assessment_id": assessment, "failure_id": "f1", "bucket": "safety", "what": "It swore."}
    await house.do(commands.FailureLogged, by, **{**said, **fields})
    await house.later(0)


async def test_every_decision_of_my_channels_is_offered_with_its_channel_and_none_is_guessed(house: House):
    house.channels["U1"] = {"C1": "support-ai", "C2": "search"}
    await house.save(decided(), decided("a2", "C2", "Search"), decided("a3", "C3", "Secret"))

    modal = await logging(house)

    assert {one.name for one in modal.features} == {"Support copilot (#support-ai)", "Search (#search)"}
    assert modal.chosen == ""


async def test_in_a_direct_message_the_same_is_offered_and_told_where_it_was_asked_for(house: House):
    house.channels["U1"] = {"C1": "support-ai", "C2": "search"}
    await house.save(decided(), decided("a2", "C2", "Search"), decided("a3", "C3", "Secret"))
    at_home = await logging(house)

    url = "https://hooks.slack.com/x"
    opened = await house.do(commands.LogFailure, channel="D1", is_direct=True, response_url=url)

    assert [one.name for one in opened.features] == [one.name for one in at_home.features]
    assert json.loads(opened.private) | {"failure": ""} == {
        "failure": "", "channel": "", "response_url": url, "message_ts": "",
    }  # fmt: skip
    by_name = await house.do(commands.LogFailure, channel="C1", name="Support copilot")
    assert [one.id for one in by_name.features] == ["a1"]


async def test_the_only_one_is_chosen_and_of_several_the_one_of_last_time(house: House):
    await house.save(decided())
    assert (await logging(house)).chosen == "a1"

    await house.save(decided("a2", name="Search", changed_at=NOW))
    assert (await logging(house)).chosen == ""
    await submit(house, "a1")

    assert (await logging(house)).chosen == "a1"
    assert (await logging(house, "U2")).chosen == ""


async def test_what_was_logged_last_of_an_earlier_version_leads_to_the_newer_one(house: House):
    await house.save(decided(), decided("other", name="Search"))
    await submit(house, "a1")
    before = await house.storage.assessments.get(TENANT, "a1")
    assert before is not None
    over = before.model_copy(update={"state": "superseded", "superseded_by": "a2"})
    await house.save(over, decided("a2", supersedes="a1"))

    assert (await logging(house)).chosen == "a2"


async def test_with_hundreds_of_decisions_the_menu_takes_what_it_can(house: House):
    for number in range(120):
        await house.save(decided(f"a{number}", name=f"Feature {number}"))

    modal = await logging(house)

    assert len(modal.features) == 100
    assert sum(len(one.tasks) for one in modal.features) <= 100


async def test_where_nothing_is_decided_a_window_says_what_to_do(house: House):
    assert (await logging(house)).trouble is Trouble.NONE_DECIDED_ANYWHERE

    house.told = Told.NOT_NOW
    assert (await logging(house)).trouble is Trouble.CHANNELS_UNKNOWN


async def test_it_is_logged_in_the_thread_of_its_feature_and_the_person_is_told_beside_the_home(house: House):
    await house.save(decided())

    await submit(house, "a1")

    counts = await house.storage.failures.counts(TENANT, "a1", NOW - SECOND, NOW + SECOND)
    assert counts[Bucket.SAFETY] == 1
    assert {(where, reply.kind) for where, reply in house.said} == {("C1", "failure"), ("U1", "confirmed")}


@pytest.mark.parametrize("forged", ["elsewhere", "theirs", "nowhere"])
async def test_a_forged_feature_is_refused_as_not_there_and_the_words_are_given_back(house: House, forged: str):
    await house.save(decided("elsewhere", "C9"))
    theirs = decided("theirs").model_copy(update={"tenant": OTHER})
    await house.storage.remember(Change(tenant=OTHER, at=NOW, assessments=[theirs]))

    await submit(house, forged)

    ((where, reply),) = house.said
    assert (where, getattr(reply, "trouble", None), getattr(reply, "detail", "")) == (
        "U1",
        Trouble.NOT_LOGGED,
        "It swore.",
    )
    for tenant in (TENANT, OTHER):
        assert await house.storage.failures.list(tenant, forged) == ()


async def test_nothing_can_be_done_from_nowhere_to_what_is_in_a_channel_one_is_not_in(house: House):
    await house.save(decided("elsewhere", "C9", checklist=(item("Log", None),)))

    done = {"assessment_id": "elsewhere", "item_id": "Log", "is_done": True}
    await house.do(commands.MarkItem, "U1", **done)
    await house.later(0)
    assert [getattr(reply, "trouble", None) for _, reply in house.said] == [Trouble.NOT_FOUND]

    house.channels["U1"]["C9"] = "now-a-member"
    await house.do(commands.MarkItem, "U1", **done)
    marked = await house.storage.assessments.get(TENANT, "elsewhere")
    assert marked is not None
    assert marked.checklist[0].state == "done"


async def test_a_failure_logged_by_somebody_else_is_no_memory_of_mine(house: House):
    await house.save(decided(), decided("a2", name="Search"))
    other = LoggedFailure(id="f9", tenant=TENANT, assessment_id="a2", bucket=Bucket.SAFETY, by="U9", at=NOW)
    await house.storage.remember(Change(tenant=TENANT, at=NOW, failures=[other]))

    assert (await logging(house)).chosen == ""
