"""What is asked of Slack at once: addresses, zones, a sentence; never a wait that a person would feel."""

from collections.abc import AsyncIterator

import pytest

from bot.commands import ShowHelp
from bot.delivery import Wire
from bot.replies import Problem, Trouble
from bot.sandbox.person import ANA, SUPPORT, Sandbox
from bot.slack.telling import Permalinks, Teller, TimeZones
from bot.views import render
from storage.errors import Unavailable
from storage.records import Tenant
from tests.bot.desk import ImpatientWire

TENANT = Tenant(team="T0SANDBOX")
SAID = Problem(trouble=Trouble.NOT_SAVED)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox.open() as opened:
        yield opened


@pytest.fixture
async def wire(sandbox: Sandbox) -> AsyncIterator[Wire]:
    opened = ImpatientWire(sandbox)
    yield opened
    await opened.close()


async def token(_tenant: Tenant) -> str | None:
    return "xoxb-sandbox"


async def no_token(_tenant: Tenant) -> str | None:
    return None


async def no_database(_tenant: Tenant) -> str | None:
    raise Unavailable


async def test_an_address_is_asked_for_once(sandbox: Sandbox, wire: Wire):
    posted = await wire.call("chat.postMessage", "xoxb-sandbox", {"channel": SUPPORT, "text": "here"})
    links = Permalinks(wire, token)
    first = await links(TENANT, SUPPORT, posted.text("ts") or "")
    second = await links(TENANT, SUPPORT, posted.text("ts") or "")

    assert first == second
    assert first is not None
    assert len(sandbox.calls("chat.getPermalink")) == 1


@pytest.mark.parametrize("fault", ["503", "timeout", "message_not_found"])
async def test_an_address_that_slack_does_not_give_is_left_out(sandbox: Sandbox, wire: Wire, fault: str):
    sandbox.fail("chat.getPermalink", fault)

    assert await Permalinks(wire, token)(TENANT, SUPPORT, "1.1") is None
    assert await Permalinks(wire, no_token)(TENANT, SUPPORT, "1.1") is None


async def test_a_persons_zone_is_given_where_it_may_be_read(sandbox: Sandbox, wire: Wire):
    zones = TimeZones(wire, token)
    allowed = await zones(TENANT, ANA)
    sandbox.app.scopes -= {"users:read"}

    assert allowed == "Europe/Berlin"
    assert await zones(TENANT, ANA) is None
    assert await TimeZones(wire, no_token)(TENANT, ANA) is None


@pytest.mark.parametrize("find_token", [no_token, no_database])
async def test_without_a_token_nothing_is_said_and_nothing_is_raised(sandbox: Sandbox, wire: Wire, find_token):
    await Teller(wire, find_token, render)(ShowHelp(tenant=TENANT, actor=ANA, channel=SUPPORT), SAID)

    assert sandbox.calls() == []


async def test_a_view_that_fails_is_logged_and_nothing_is_raised(sandbox: Sandbox, wire: Wire):
    def broken(_reply):
        raise RuntimeError

    await Teller(wire, token, broken)(ShowHelp(tenant=TENANT, actor=ANA, channel=SUPPORT), SAID)

    assert sandbox.calls() == []


async def test_who_cannot_be_reached_at_all_is_logged(sandbox: Sandbox, wire: Wire):
    sandbox.fail("*", "account_inactive", times=5)
    await Teller(wire, token, render)(ShowHelp(tenant=TENANT, actor=ANA, channel=SUPPORT), SAID)

    assert [call.method for call in sandbox.calls()] == ["chat.postEphemeral", "chat.postMessage"]
