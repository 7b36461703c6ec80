"""The wire: one request, once, and a plain account of what came of it; and the small parts around it."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
from aiohttp import web

from bot.delivery import End, SlackAnswer, Wire
from bot.delivery.content import PLAIN_LIMIT, shortened
from bot.delivery.pacing import _MOST_LINES, Pace
from bot.sandbox.clock import StillClock
from storage import Storage
from storage.records import DeliveryMethod, Tenant
from tests.bot.desk import TENANT, open_desk
from tests.bot.served import answering
from tests.ports import free_port
from tests.tables import each


async def ask(response: Callable[[], web.StreamResponse]) -> SlackAnswer:
    async def handler(_request: web.Request) -> web.StreamResponse:
        return response()

    async with answering(handler) as (wire, _):
        return await wire.call("chat.postMessage", "xoxb-1", {"channel": "C1", "text": "x"})


ODD = {
    "an error of the server": (lambda: web.Response(status=500, text="oops"), "http_500"),
    "a redirect": (lambda: web.Response(status=302, headers={"Location": "https://evil.example/"}), "http_302"),
    "a page": (lambda: web.Response(text="<html>", content_type="text/html"), "not_json"),
    "plain text": (lambda: web.Response(text="plain"), "not_json"),
    "a list": (lambda: web.Response(text="[]"), "not_json"),
    "deep nesting": (lambda: web.Response(text="[" * 100_000), "not_json"),
    "no UTF-8": (lambda: web.Response(body=b"\xff\xfe"), "not_json"),
    "nothing": (web.Response, "not_json"),
    "five megabytes": (lambda: web.Response(body=b" " * (5 * 1024 * 1024)), "not_json"),
    "no without a reason": (lambda: web.Response(text='{"ok": false}'), "no_error_given"),
    "a reason that is no word": (lambda: web.Response(text='{"ok": false, "error": 5}'), "no_error_given"),
    "a yes that is no yes": (lambda: web.Response(text='{"ok": "yes"}'), "no_error_given"),
}


@pytest.mark.parametrize("odd", ODD)
async def test_whatever_comes_back_is_an_answer_with_a_word(odd: str):
    response, error = ODD[odd]

    assert (await ask(response)).error == error


async def test_where_nobody_listens_nothing_was_sent():
    wire = Wire(f"http://127.0.0.1:{free_port()}/")
    answer = await wire.call("auth.test", "xoxb-1", {})
    await wire.close()

    assert answer.error == "unreachable"


async def test_a_cut_connection_is_one_request_and_not_two():
    seen = []

    async def cut(request: web.Request) -> web.StreamResponse:
        seen.append(request.path)
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    async with answering(cut) as (wire, _):
        answer = await wire.call("chat.postMessage", "xoxb-1", {})

    assert (answer.error, seen) == ("cut", ["/chat.postMessage"])


async def test_an_answer_that_does_not_come_is_not_waited_for_without_end():
    async def silent(_request: web.Request) -> web.StreamResponse:
        await asyncio.Event().wait()
        return web.Response()

    async with answering(silent, patience=0.3) as (wire, _):
        answer = await wire.call("chat.postMessage", "xoxb-1", {})

    assert answer.error == "timeout"


async def test_the_token_goes_to_the_api_and_never_to_a_response_url():
    seen = []

    async def note(request: web.Request) -> web.StreamResponse:
        seen.append(request.headers.get("Authorization"))
        return web.json_response({"ok": True})

    async with answering(note) as (wire, url):
        await wire.call("auth.test", "xoxb-1", {})
        await wire.call("api.test", None, {})
        await wire.respond(f"{url}response/x", {"text": "x"})
        await wire.upload(f"{url}upload/x", b"x")

    assert seen == ["Bearer xoxb-1", None, None, None]


@pytest.mark.parametrize(
    ("status", "text", "error"),
    [
        (404, "used_url", "used_url"),
        (404, '{"ok":false,"error":"expired_url"}', "expired_url"),
        (404, "<html>Not here</html>", "http_404"),
        (500, "used_url", "http_500"),
        (429, "", "ratelimited"),
    ],
)
async def test_a_response_url_that_says_no_says_why(status: int, text: str, error: str):
    async def handler(_request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, text=text)

    async with answering(handler) as (wire, url):
        answer = await wire.respond(f"{url}response/x", {"text": "x"})

    assert answer.error == error


@each("size", [0, PLAIN_LIMIT, PLAIN_LIMIT + 1, 50_000])
@each("piece", ["word ", "&amp;", "x", "<https://example.com|a link> ", "\n"])
def test_a_shortened_text_is_short_and_tears_nothing_apart(piece: str, size: int):
    text = (piece * (size // len(piece) + 1))[:size] if size else ""
    short = shortened(text)

    assert len(short) <= PLAIN_LIMIT + 2
    assert short.count("<") == short.count(">") or short == text
    assert not short.removesuffix(" …").endswith(("&", "&a", "&am", "&amp")) or short == text


def test_the_lines_of_those_who_left_are_forgotten():
    clock, pace = StillClock(), Pace()
    for number in range(_MOST_LINES + 10):
        pace.place(f"d{number}", Tenant(team=f"T{number}"), DeliveryMethod.POST, "C1", clock.now())
    clock.advance(timedelta(days=2))
    pace.place("one more", TENANT, DeliveryMethod.POST, "C1", clock.now())

    assert len(pace._next_free) < 10


async def test_a_try_that_does_not_end_is_ended_before_its_lease(
    sqlite_storage: Storage, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("bot.delivery.courier._LONGEST_TRY", 0.05)
    async with open_desk(sqlite_storage) as desk:

        async def forever(_row) -> None:
            await asyncio.Event().wait()

        desk.deliverer.deliver = forever  # type: ignore[method-assign,assignment]
        await desk.do(desk.row())

        assert [(attempt.end, attempt.error) for attempt in desk.attempts] == [(End.DOUBT, "timeout")]


async def test_a_due_command_that_came_too_late_is_not_run(sqlite_storage: Storage):
    async with open_desk(sqlite_storage) as desk:
        await desk.save(desk.row(DeliveryMethod.RUN, expires_at=desk.now + timedelta(minutes=1)))
        await desk.later(61)

        assert desk.ran == []


async def test_a_due_command_that_this_release_does_not_know_is_not_run_again(sqlite_storage: Storage):
    async with open_desk(sqlite_storage) as desk:

        async def unknown(_command) -> None:
            raise ValueError

        desk.courier._run = unknown
        row = await desk.do(desk.row(DeliveryMethod.RUN, reply={"kind": "from the future"}))

        assert (row.state.value, row.error) == ("failed", "unreadable")


@pytest.mark.parametrize(
    ("api", "url", "is_slacks"),
    [
        ("https://slack-gov.com/api/", "https://hooks.slack-gov.com/x", True),
        ("https://slack-gov.com/api/", "https://files.slack-gov.com/x", True),
        ("https://slack-gov.com/api/", "https://hooks.slack.com/x", False),
        ("https://www.slack.com/api/", "https://hooks.slack.com/x", True),
        ("https://slack.com/api/", "http://hooks.slack.com/x", False),
        ("https://slack.com/api/", "https://hooks.slack-gov.com/x", False),
        ("http://127.0.0.1:1/api/", "https://hooks.slack.com/x", False),
    ],
)
def test_answers_and_files_go_to_the_domain_of_the_api_alone(api: str, url: str, is_slacks: bool):
    assert Wire(api)._is_slack(url) is is_slacks
