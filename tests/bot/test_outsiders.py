"""People of other companies, met in shared channels: whatever they press, submit, type or open tells them nothing."""

from collections.abc import Callable
from typing import Any

import pytest

from bot import commands, parse
from bot.ids import Act, Modal, Shortcut, action_id, value
from bot.rim.gate import examine
from bot.sandbox.person import ANA, SUPPORT
from bot.sandbox.records import User
from storage import Storage
from storage.records import Tenant
from tests.bot.counter import Counter
from tests.bot.payloads import BOT, click, event, message, submit
from tests.bot.served import Served
from tests.tables import each

PARTNER = {"id": "U9", "team_id": "T9"}
HERE = Tenant(team="T1")
INSTALLED = {"app_installed_team_id": "T1"}
Body = dict[str, Any]

WAYS: dict[str, Callable[[Body], Body]] = {
    "from our workspace's message": lambda body: body | {"user": PARTNER},
    "of an organization": lambda body: body | {"user": PARTNER | {"enterprise_id": "E9"}},
    "from a modal that stands at theirs": lambda body: (
        body | {"user": PARTNER, "team": {"id": "T9"}, "view": body.get("view", {"id": "V"}) | INSTALLED}
    ),
    "from such a modal, of an organization": lambda body: (
        body
        | {"user": PARTNER | {"enterprise_id": "E9"}, "team": {"id": "T9"}, "enterprise": {"id": "E9"}}
        | {"view": body.get("view", {"id": "V"}) | INSTALLED}
    ),
    "from such a modal, without saying whose they are": lambda body: (
        body | {"user": {"id": "U9"}, "team": {"id": "T9"}, "view": body.get("view", {"id": "V"}) | INSTALLED}
    ),
}


def shortcut(callback: str) -> Body:
    body = {"type": "message_action", "team": {"id": "T1"}, "callback_id": callback, "trigger_id": "9"}
    return body | {"channel": {"id": "C1"}, "message": {"ts": "5.1", "text": "wrong"}, "message_ts": "5.1"}


@pytest.mark.parametrize("way", WAYS)
def test_no_control_modal_or_shortcut_takes_anything_from_an_outsider(way: str):
    sent = [parse.action(WAYS[way](click(act, value("a1", "need", "facts")))) for act in Act]
    sent += [parse.submit(WAYS[way](submit(modal, {}, '{"assessment": "a1"}'))) for modal in Modal]
    sent += [parse.shortcut(WAYS[way](shortcut(callback))) for callback in Shortcut]

    assert {type(command) for command in sent} == {commands.FromOutside}
    assert {command.tenant for command in sent if command} == {HERE}, "and nothing is stored under a foreign name"


@each("home", [{"user_team": "T9"}, {"source_team": "T9"}, {"team": "T9"}, {"user_team": "E9"}])
@each("thread", [{}, {"thread_ts": None}])
def test_a_mention_by_an_outsider_is_refused_whichever_field_says_so(home: Body, thread: Body):
    assert isinstance(parse.event(message(f"<@{BOT}> status", **home, **thread)), commands.FromOutside)
    assert parse.event(message("weekly", **home, **thread)) is None


def test_within_an_organization_a_colleague_of_another_workspace_is_heard():
    told = message("weekly", team="T2")
    told["authorizations"][0]["enterprise_id"] = "E1"

    assert isinstance(parse.event(told), commands.TypedText)


def test_an_outsider_who_opens_the_apps_home_is_shown_nothing():
    opened = event("app_home_opened", user="U9", tab="home")

    assert parse.event(opened | {"team_id": "T9"}) is None
    assert parse.event(opened | {"team_id": "T9", "enterprise_id": "E9"}) is None
    assert isinstance(parse.event(opened), commands.AppHomeOpened)


def test_what_happens_in_a_shared_channel_belongs_to_the_installation_and_not_to_the_partner():
    told = message("weekly", team="T1") | {"team_id": "T9", "enterprise_id": "E9"}

    command = parse.event(told)

    assert command is not None
    assert command.tenant == HERE


async def test_a_channel_that_is_shared_later_takes_nothing_from_its_new_people(served: Served):
    sandbox, bot, _ = served
    await sandbox.say(ANA, SUPPORT, "/ftrag assess canary7")
    parent = await sandbox.message(SUPPORT, "canary7")
    question = await sandbox.message(SUPPORT, "Not sure", thread=parent.ts)
    dora = sandbox.add_person(User("U0DORA", "dora", "Dora Nagy", "Asia/Kathmandu", team="T0PARTNER"), SUPPORT)
    sandbox.share(SUPPORT)

    for control in ("Not sure", action_id(Act.STOP)):
        await sandbox.click(dora.id, question, control)
    await sandbox.say(dora.id, SUPPORT, "@ftrag status")
    await sandbox.say(dora.id, SUPPORT, "@ftrag not sure", thread=parent.ts)
    await sandbox.delivered()
    await sandbox.wait_for(lambda: len(sandbox.ephemerals(dora.id)) == 4, "four refusals")

    told = {sandbox.words(shown) for shown in sandbox.ephemerals(dora.id)}
    assert len(told) == 1
    assert "canary7" not in told.pop()
    (saved,) = await bot.engine.storage.assessments.in_channel(Tenant(team="T0SANDBOX"), SUPPORT)
    assert (saved.answers, saved.state) == ({}, "interviewing")


async def test_an_organization_wide_click_without_a_team_is_refused_with_a_sentence(
    served: Served,
):
    sandbox, bot, _ = served
    url = f"{sandbox.url}/response/{sandbox.service.responses.issue(SUPPORT, ANA)}"
    org = {"team": None, "enterprise": {"id": "E1"}, "is_enterprise_install": True, "response_url": url}
    pressed = click(Act.HELP, **org, user={"id": ANA, "team_id": "T0SANDBOX"})

    assert (await bot.dispatch(pressed)).status == 200
    assert "only for the whole organization" in sandbox.words(await sandbox.ephemeral(ANA))


async def test_an_organization_wide_command_without_a_team_is_refused_with_a_sentence(
    served: Served,
):
    sandbox, bot, _ = served
    url = f"{sandbox.url}/response/{sandbox.service.responses.issue(SUPPORT, ANA)}"
    form = {"command": "/ftrag", "text": "help", "user_id": ANA, "channel_id": SUPPORT, "trigger_id": "1.1"}
    org = {"team_id": "", "enterprise_id": "E1", "is_enterprise_install": "true", "response_url": url}

    response = await bot.dispatch(examine(form | org))

    assert response.status == 200
    assert "only for the whole organization" in response.body


def test_a_click_that_does_not_say_whose_person_it_is_is_not_taken_as_one_of_ours():
    pressed = parse.action(click(Act.HELP, user={"id": "U1"}))

    assert isinstance(pressed, commands.FromOutside)


async def test_two_workspaces_of_one_organization_are_two(sqlite_storage: Storage):
    counter = Counter(sqlite_storage)
    sister = {"team_id": "T2", "enterprise_id": "E1", "channel_id": "C1", "user_id": "U1"}
    for text in ("assess canary7", "status", "roadmap", "reassess", "export", "log"):
        form = {"command": "/ftrag", "text": text, "trigger_id": text, "team_id": "T1", "enterprise_id": "E1"}
        ours = parse.slash({**form, "channel_id": "C1", "user_id": "U1"})
        theirs = parse.slash({**form, **sister, "text": text.replace("assess canary7", "assess other")})
        assert ours is not None
        assert theirs is not None
        await counter.advisor.carry_out(ours)
        await counter.advisor.carry_out(theirs)

    said = [str(row.reply) for row in await counter.deliver() if row.tenant.team == "T2"]
    assert said
    assert not any("canary7" in reply for reply in said)
    mine = await counter.storage.assessments.in_channel(Tenant(team="T1"), "C1")
    hers = await counter.storage.assessments.in_channel(Tenant(team="T2"), "C1")
    assert [one.name for one in mine] == ["canary7"]
    assert [one.name for one in hers] == ["other"]
