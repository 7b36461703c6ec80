"""A pipeline's token, made and revoked in Slack, and the file that it posts: told in the thread, used in the review."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.sandbox.person import ANA, BEN, SUPPORT
from tests.e2e.office import Office, open_office
from tests.e2e.reviews import CSV, add_tasks, decided


@pytest.fixture
async def served(database_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    async with open_office(database_url, tmp_path, "http") as opened:
        yield opened


async def posted(office: Office, token: str) -> int:
    url = str(office.sandbox.request_url).removesuffix("/slack/events")
    head = {"Authorization": f"Bearer {token}"}
    async with aiohttp.ClientSession() as http, http.post(f"{url}/results", data=CSV, headers=head) as response:
        return response.status


def shown(view) -> str:
    texts = [block["text"]["text"] for block in view.blocks if block["type"] == "section"]
    return next(text.split("```")[1] for text in texts if "Your new token" in text)


async def test_a_token_is_made_shown_once_used_and_revoked(served: Office):
    parent = await decided(served)
    await add_tasks(served, "Refund window", "Contract lookup", "Escalation")
    await served.sandbox.say(ANA, SUPPORT, "/ftrag results Support copilot")
    await served.sandbox.click(ANA, await served.sandbox.modal(ANA, "Make a token"), "Make a token")
    token = shown(await served.sandbox.modal(ANA, "Your new token"))
    await served.sandbox.message(SUPPORT, "made a token", thread=parent.ts)

    assert await posted(served, token) == 201
    await served.sandbox.message(SUPPORT, "3 of 4 runs passed", thread=parent.ts)
    assert await posted(served, token) == 200

    await served.sandbox.say(BEN, SUPPORT, "/ftrag results")
    view = await served.sandbox.modal(BEN, "Revoke")
    assert token not in str(view.blocks)
    await served.sandbox.click(BEN, view, "Revoke")
    await served.sandbox.message(SUPPORT, "revoked the token", thread=parent.ts)
    assert await posted(served, token) == 401


async def test_neither_a_row_nor_a_message_holds_the_token(served: Office):
    from tests.storage.samples import everything

    await decided(served)
    await served.sandbox.say(ANA, SUPPORT, "/ftrag results")
    await served.sandbox.click(ANA, await served.sandbox.modal(ANA, "Make a token"), "Make a token")
    token = shown(await served.sandbox.modal(ANA, "Your new token"))
    assert served.bot is not None

    assert token.rpartition(".")[2] not in await served.bot.engine.storage._database.read(everything)


async def test_as_many_tokens_as_fit_and_no_more(served: Office):
    await decided(served)
    await served.sandbox.say(ANA, SUPPORT, "/ftrag results")
    for made in range(5):
        await served.sandbox.wait_for(lambda made=made: _revocable(served) == made, "one more token in the list")
        await served.sandbox.click(ANA, await served.sandbox.modal(ANA, "Make a token"), "Make a token")

    full = await served.sandbox.modal(ANA, "That is as many as fit")
    assert "Make a token" not in str([block for block in full.blocks if block["type"] == "actions"])


def _revocable(office: Office) -> int:
    stack = office.sandbox.workspace.modals.get(ANA) or []
    return str(stack[-1].blocks).count("token_revoke") if stack else -1
