"""The composition root: Bolt's faults are still there, and each is worked around; errors become sentences, not 500s."""

import time
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult

from bot.commands import ShowHelp
from bot.sandbox.person import ANA, SUPPORT, Sandbox
from storage.errors import Unavailable
from tests.bot.served import Served


def slash(sandbox: Sandbox, text: str = "help") -> dict[str, Any]:
    url = f"{sandbox.url}/response/{sandbox.service.responses.issue(SUPPORT, ANA)}"
    return {
        "command": "/ftrag",
        "text": text,
        "team_id": "T0SANDBOX",
        "user_id": ANA,
        "channel_id": SUPPORT,
        "trigger_id": "1.2.3",
        "response_url": url,
    }


async def plain_bolt(**options: Any) -> AsyncApp:
    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id="T1", bot_user_id="U1", bot_id="B1", bot_token="xoxb-1")

    return AsyncApp(name="guarded", signing_secret="s", authorize=authorize, **options)


def command_request() -> AsyncBoltRequest:
    return AsyncBoltRequest(
        mode="socket_mode", body={"command": "/x", "team_id": "T1", "user_id": "U1", "channel_id": "C1"}
    )


async def test_bolt_alone_still_answers_500_where_a_listener_raises():
    app = await plain_bolt(process_before_response=True)

    @app.command("/x")
    async def broken(ack):
        await ack()
        raise RuntimeError

    assert (await app.async_dispatch(command_request())).status == 500


async def test_bolt_alone_still_answers_404_where_nobody_listens():
    app = await plain_bolt(process_before_response=True)

    assert (await app.async_dispatch(command_request())).status == 404


async def test_bolts_default_way_still_takes_ten_milliseconds_for_an_ack():
    app = await plain_bolt()

    @app.command("/x")
    async def quick(ack):
        await ack()

    started = time.perf_counter()
    await app.async_dispatch(command_request())

    assert time.perf_counter() - started >= 0.009


async def test_an_error_of_ours_is_told_with_a_reference_and_slack_gets_its_200(
    served: Served, monkeypatch: pytest.MonkeyPatch
):
    sandbox, bot, _ = served

    async def broken(*_args: Any) -> None:
        raise RuntimeError("canary: what somebody typed")

    monkeypatch.setattr(bot.engine.advisor, "carry_out", broken)
    response = await bot.dispatch(slash(sandbox))
    told = sandbox.words(await sandbox.ephemeral(ANA))

    assert response.status == 200
    assert "canary" not in told


async def test_a_database_that_does_not_answer_is_told_and_slack_gets_its_200(
    served: Served, monkeypatch: pytest.MonkeyPatch
):
    sandbox, bot, _ = served

    async def unavailable(*_args: Any) -> None:
        raise Unavailable

    monkeypatch.setattr(bot.engine.workspaces, "authorize", unavailable)
    response = await bot.dispatch(slash(sandbox))

    assert response.status == 200
    assert "nothing was saved" in response.body


async def test_another_command_than_ours_gets_its_200(served: Served):
    sandbox, bot, _ = served

    assert (await bot.dispatch({**slash(sandbox), "command": "/somebody-elses"})).status == 200


async def test_another_team_than_the_tokens_is_not_served(served: Served):
    sandbox, bot, _ = served
    response = await bot.dispatch({**slash(sandbox, "assess Other"), "team_id": "T0OTHER"})

    assert "not installed" in response.body


async def test_what_cannot_be_told_through_the_response_url_is_told_in_the_channel_or_directly(served: Served):
    sandbox, bot, _ = served
    from bot.troubles import Trouble
    from storage.records import Tenant

    command = ShowHelp(
        tenant=Tenant(team="T0SANDBOX"), actor=ANA, channel=SUPPORT, response_url=f"{sandbox.url}/response/gone"
    )
    await bot.engine.advisor.tell(command, Trouble.NOT_SAVED)
    assert sandbox.ephemerals(ANA)[0].channel == SUPPORT

    sandbox.fail("chat.postEphemeral", "user_not_in_channel")
    await bot.engine.advisor.tell(command, Trouble.NOT_SAVED)

    assert len(sandbox.messages("D0ANA")) == 1
