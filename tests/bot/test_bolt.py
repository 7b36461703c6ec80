"""Bolt as it is put together here: a request gets from it just what Bolt's own way gives it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.response import BoltResponse

from bot.bolt import build_bolt
from bot.setup.settings import Connection, Mode

CONNECTION = Connection(mode=Mode.HTTP, api_url="http://127.0.0.1:9/api/", signing_secret="s")


async def authorize(context: AsyncBoltContext) -> AuthorizeResult:
    return AuthorizeResult(
        enterprise_id=None, team_id=context.team_id, bot_user_id="UBOT", bot_token=f"xoxb-{context.team_id}"
    )


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


def heard_by(app: AsyncApp) -> list[AsyncBoltContext]:
    """The contexts of the requests that come to the end of its chain."""
    heard: list[AsyncBoltContext] = []

    @app.use
    async def hear(context: AsyncBoltContext) -> BoltResponse:
        heard.append(context)
        return BoltResponse(status=200)

    return heard


def click(team: str) -> AsyncBoltRequest:
    body = {"type": "block_actions", "user": {"id": "U1"}, "team": {"id": team}, "actions": [{"action_id": "a"}]}
    return AsyncBoltRequest(mode="socket_mode", body=body)


def told(context: AsyncBoltContext) -> dict[str, Any]:
    """What a request is told, without what is this request's alone; a client by all that it holds."""
    return {key: vars(value) if key == "client" else value for key, value in context.items() if key not in ONE_OFF}


ONE_OFF = frozenset({"ack", "say", "respond", "authorize_result", "listener_runner", "complete", "fail"})


async def test_a_request_is_told_what_bolts_own_way_tells_it(session: ClientSession):
    ours = build_bolt(CONNECTION, session, authorize)
    own = AsyncApp(
        name="slack_bolt.listeners", logger=ours.logger, signing_secret="s", client=ours.client, authorize=authorize
    )
    heard = [heard_by(app) for app in (ours, own)]

    for app in (ours, own):
        await app.async_dispatch(click("T1"))

    by_us, by_bolt = heard[0][0], heard[1][0]
    assert by_us.keys() == by_bolt.keys()
    assert told(by_us) == told(by_bolt)


async def test_each_request_has_a_client_with_the_token_of_its_own_workspace(session: ClientSession):
    app = build_bolt(CONNECTION, session, authorize)
    heard = heard_by(app)

    for team in ("T1", "T2"):
        await app.async_dispatch(click(team))

    assert [context.client.token for context in heard] == ["xoxb-T1", "xoxb-T2"]
    assert [context.client.default_params for context in heard] == [{"team_id": "T1"}, {"team_id": "T2"}]
    assert app.client.token is None
