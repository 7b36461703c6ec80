"""Scripted trouble: each kind meets the calls it was meant for, as often as it was meant to, and is in the log."""

import asyncio

import aiohttp
import pytest

from bot.sandbox.person import SUPPORT, Sandbox
from tests.sandbox.conftest import Api

POST = {"channel": SUPPORT, "text": "x"}
HEAD = {"Authorization": "Bearer xoxb-sandbox"}


async def raw(sandbox: Sandbox, http: aiohttp.ClientSession) -> tuple[int, str, str | None]:
    async with http.post(f"{sandbox.api_url}chat.postMessage", json=POST, headers=HEAD) as response:
        return response.status, await response.text(), response.headers.get("Retry-After")


@pytest.mark.parametrize(
    ("kind", "status", "start"),
    [
        ("429", 429, '{"ok": false, "error": "ratelimited"'),
        ("500", 500, "Internal"),
        ("503", 503, "Service"),
        ("html", 200, "<!doctype html>"),
        ("empty", 200, ""),
        ("no_error", 200, '{"ok": false}'),
        ("is_archived", 200, '{"ok": false, "error": "is_archived"'),
    ],
)
async def test_a_fault_is_met_once_and_nothing_is_done(sandbox: Sandbox, http, kind, status, start):
    sandbox.fail("chat.postMessage", kind)

    met = await raw(sandbox, http)
    then = await raw(sandbox, http)

    assert (met[0], met[1].startswith(start)) == (status, True)
    assert then[0] == 200
    assert len(sandbox.messages(SUPPORT)) == 1
    assert [(call.ok, call.fault) for call in sandbox.calls()] == [(False, kind), (True, None)]


@pytest.mark.parametrize(
    ("retry_after", "header"), [(30, "30"), ("1.5", "1.5"), (3600, "3600"), ("soon", "soon"), (None, None)]
)
async def test_too_many_requests_carry_any_retry_after(sandbox: Sandbox, http, retry_after, header):
    sandbox.fail("chat.postMessage", "429", retry_after=retry_after)

    assert (await raw(sandbox, http))[2] == header


async def test_a_cut_connection_is_cut_before_anything_is_done(sandbox: Sandbox, http):
    sandbox.fail("chat.postMessage", "cut")

    with pytest.raises(aiohttp.ClientError):
        await raw(sandbox, http)

    assert sandbox.messages(SUPPORT) == []


async def test_a_connection_cut_after_the_work_leaves_the_post_behind(sandbox: Sandbox, http):
    sandbox.fail("chat.postMessage", "cut_after")

    with pytest.raises(aiohttp.ClientError):
        await raw(sandbox, http)

    assert len(sandbox.messages(SUPPORT)) == 1
    assert (sandbox.calls()[0].ok, sandbox.calls()[0].error) == (False, "cut_after")


@pytest.mark.parametrize(("kind", "posts"), [("timeout", 0), ("timeout_after", 1)])
async def test_a_call_without_an_answer_ends_when_the_caller_gives_up(sandbox: Sandbox, kind, posts):
    sandbox.fail("chat.postMessage", kind)

    async with aiohttp.ClientSession() as caller:
        calling = asyncio.create_task(raw(sandbox, caller))
        await sandbox.wait_for(lambda: sandbox.calls("chat.postMessage"), "the call to arrive")
        was_answered = calling.done()
        calling.cancel()
        await asyncio.gather(calling, return_exceptions=True)

    assert not was_answered
    assert len(sandbox.messages(SUPPORT)) == posts


async def test_a_sandbox_that_ends_lets_a_waiting_call_go():
    async with aiohttp.ClientSession() as patient:
        async with Sandbox.open() as sandbox:
            sandbox.fail("chat.postMessage", "timeout")
            waiting = asyncio.create_task(raw(sandbox, patient))
            await sandbox.wait_for(lambda: sandbox.calls("chat.postMessage"))

        (ended,) = await asyncio.gather(waiting, return_exceptions=True)

    assert isinstance(ended, aiohttp.ClientError | tuple)


async def test_faults_keep_to_their_method_and_wait_in_turn(sandbox: Sandbox, api: Api):
    sandbox.fail("users.info", "user_not_visible")
    sandbox.fail("*", "fatal_error", times=2)

    errors = [
        (await api(name, user="U0ANA")).get("error") for name in ("auth.test", "users.info", "users.info", "auth.test")
    ]

    assert errors == ["fatal_error", "user_not_visible", "fatal_error", None]


async def test_the_log_masks_tokens_and_numbers_calls(sandbox: Sandbox, http):
    form = {"token": "xoxb-sandbox", "channel": SUPPORT, "text": "x"}
    for _ in range(2):
        async with http.post(f"{sandbox.api_url}chat.postMessage", data=form):
            pass

    first, second = sandbox.calls("chat.postMessage")

    assert first.args == {"token": "(masked)", "channel": SUPPORT, "text": "x"}
    assert (first.n, second.n) == (1, 2)
    assert "xoxb" not in repr(sandbox.calls())
