"""Result files read in a process of their own, and fetched from Slack's hosts alone."""

import asyncio
import json
import sys
from pathlib import Path

import pytest
from aiohttp import web

from bot.delivery.wire import Wire
from bot.handing import Reader
from bot.results.summary import GoldenNames
from bot.results.values import Refused
from tests.bot.served import answering
from tests.results.reading import FILES

NAMES = GoldenNames(tasks={"t1": "Refund window"}, known={"money back": "t1"})


async def test_a_file_is_read_elsewhere_and_the_golden_tasks_come_first(tmp_path: Path):
    path = tmp_path / "many.csv"
    rows = [f"case {number},pass" for number in range(700)] + ["money back,fail", "refund window,pass"]
    path.write_text("\n".join(["task,result", *rows]))

    summary = await Reader()(path, NAMES)

    assert [task.name for task in summary.tasks[:2]] == ["money back", "refund window"]
    assert (len(summary.tasks), summary.left_out, summary.counts["pass"]) == (500, 202, 701)
    assert len(summary.digest) == 32


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "The file is empty"), (b"\x1f\x8b\x08", "packed with gzip"), (b"<html><body>", "a web page")],
)
async def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, content: bytes, said: str):
    path = tmp_path / "results"
    path.write_bytes(content)

    with pytest.raises(Refused, match=said):
        await Reader()(path, NAMES)


async def test_who_reads_too_long_or_breaks_is_ended_and_a_sentence_is_left(tmp_path: Path):
    with pytest.raises(Refused, match="took longer"):
        await Reader(longest=0)(FILES / "promptfoo.json", NAMES)
    with pytest.raises(Refused, match="could not be read on my side"):
        await Reader()(tmp_path / "there is no such file", NAMES)


async def test_the_loop_goes_on_while_a_large_file_is_read(tmp_path: Path):
    path = tmp_path / "large.jsonl"
    path.write_text("\n".join(json.dumps({"task": f"t{number}", "result": "pass"}) for number in range(50_000)))
    reading = asyncio.create_task(Reader()(path, NAMES))
    turns = 0
    while not reading.done():
        await asyncio.sleep(0)
        turns += 1

    assert (await reading).counts["pass"] == 50_000
    assert turns > 100


def test_the_process_that_reads_knows_neither_slack_nor_a_database():
    import subprocess

    told = "import bot.results.apart, sys; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout

    assert not {"sqlalchemy", "slack_bolt", "slack_sdk", "aiohttp", "matplotlib"} & set(loaded.split())


async def fetch(handler, *, url: str = "", most: int = 1000) -> tuple[str, bytes]:
    kept = bytearray()

    async def write(piece: bytes) -> None:
        kept.extend(piece)

    async with answering(handler) as (wire, own):
        answer = await wire.download(url or f"{own}file", "xoxb-1", write, most=most)
        return answer.error, bytes(kept)


async def test_a_file_is_fetched_with_the_token_and_no_further_than_its_limit():
    async def content(request: web.Request) -> web.StreamResponse:
        assert request.headers["Authorization"] == "Bearer xoxb-1"
        return web.Response(body=b"x" * 1000)

    assert await fetch(content) == ("", b"x" * 1000)
    assert await fetch(content, most=999) == ("too_large", b"")


@pytest.mark.parametrize(
    ("response", "error"),
    [
        (lambda: web.Response(text="<html>sign in", content_type="text/html"), "sign_in"),
        (lambda: web.Response(status=302, headers={"Location": "https://evil.invalid/"}), "sign_in"),
        (lambda: web.Response(status=404), "http_404"),
        (lambda: web.Response(status=429, headers={"Retry-After": "3"}), "ratelimited"),
    ],
    ids=["page", "redirect", "gone", "limited"],
)
async def test_what_is_no_file_is_told_apart(response, error: str):
    async def handler(_request: web.Request) -> web.StreamResponse:
        return response()

    assert await fetch(handler) == (error, b"")


@pytest.mark.parametrize(
    "url",
    [
        "https://files.evil.invalid/x",
        "http://127.0.0.1:1@files.evil.invalid/x",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/x",
        "file:///etc/passwd",
        "http://[bad",
        "",
    ],
)
async def test_a_foreign_host_is_asked_for_nothing(url: str):
    asked = []

    async def handler(request: web.Request) -> web.StreamResponse:
        asked.append(request.path)
        return web.Response()

    async def write(piece: bytes) -> None:
        asked.append(piece)

    async with answering(handler) as (wire, _):
        answer = await wire.download(url, "xoxb-1", write, most=9)

    assert (answer.error, asked) == ("foreign_host", [])


@pytest.mark.parametrize(
    ("api", "host"),
    [("https://slack.com/api/", "files.slack.com"), ("https://slack-gov.com/api/", "files.slack-gov.com")],
)
async def test_the_hosts_of_files_follow_the_domain_of_the_api(api: str, host: str):
    wire = Wire(api)

    assert wire._is_slack(f"https://{host}/files-pri/T1-F1/x.json")
    assert not wire._is_slack(f"http://{host}/files-pri/T1-F1/x.json")


async def test_a_server_that_is_not_there_or_ends_in_the_middle_is_no_file():
    async def cut(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b"x")
        assert request.transport is not None
        request.transport.close()
        return response

    async def nothing(_piece: bytes) -> None:
        """Kept nowhere."""

    async with answering(cut) as (wire, own):
        assert (await wire.download(f"{own}x", "t", nothing, most=9_999)).error == "cut"
    gone = Wire(own)
    assert (await gone.download(f"{own}x", "t", nothing, most=9)).error == "unreachable"
    await gone.close()
