"""POST /results: a pipeline's file, taken with its token and told once in the thread; all else is one sentence."""

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, NamedTuple

import aiohttp
import pytest

from bot.handing.tokens import digest_of, named, new_secret, written
from bot.results.summary import digest_of as content_of
from bot.rim import results as rim
from bot.sandbox.person import ANA, SUPPORT, Sandbox
from bot.setup.settings import Mode
from storage.records import Assessment, AssessmentState, Change, ResultsToken, Tenant
from tests.bot.records import NOW, assessment
from tests.bot.served import open_bot
from tests.results.reading import FILES
from tests.storage.samples import FULL_FILE

OURS = Tenant(team="T0SANDBOX")
CSV = b"task,result\nRefund window,pass\nEscalation,fail\n"
SENTENCE = "The token is missing, wrong or revoked: make one in Slack with /ftrag results.\n"


class Served(NamedTuple):
    """A bot that is served, a decided feature in it, and a token for that."""

    sandbox: Sandbox
    bot: Any
    url: str
    http: aiohttp.ClientSession
    token: str

    async def post(self, body: Any = CSV, *, token: str | None = None, **more: Any) -> tuple[int, Any]:
        """The status, and the answer."""
        headers = {"Authorization": f"Bearer {self.token if token is None else token}", **more.pop("headers", {})}
        async with self.http.post(f"{self.url}/results", data=body, headers=headers, **more) as response:
            is_json = response.content_type == "application/json"
            return response.status, await (response.json() if is_json else response.text())

    @property
    def storage(self) -> Any:
        return self.bot.engine.storage

    async def told(self) -> list[str]:
        """What stands in the feature's thread of results."""
        await asyncio.sleep(0)
        rows = await self.storage.results.newest(OURS, [feature().id])
        return [row.digest for row in rows]


def feature(**more: Any) -> Assessment:
    made = assessment(name="Support copilot")
    update = {"tenant": OURS, "channel": SUPPORT, "started_by": ANA, "superseded_by": None, "supersedes": None}
    return made.model_copy(update={**update, **more})


async def token_for(storage: Any, tenant: Tenant = OURS, id_: str = "k1") -> str:
    token = written(tenant, id_, new_secret())
    kept = ResultsToken(
        id=id_, tenant=tenant, assessment_id=feature().id, digest=digest_of(token), made_by=ANA, made_at=NOW
    )
    await storage.remember(Change(tenant=tenant, at=NOW, tokens=(kept,)))
    return token


@pytest.fixture(params=[Mode.SOCKET, Mode.HTTP])
async def served(request: pytest.FixtureRequest, sqlite_url: str, tmp_path: Path) -> AsyncIterator[Served]:
    async with (
        open_bot(request.param, sqlite_url, tmp_path) as (sandbox, bot, url),
        aiohttp.ClientSession() as http,
    ):
        await bot.engine.storage.remember(Change(tenant=OURS, at=NOW, assessments=(feature(),)))
        yield Served(sandbox, bot, url, http, await token_for(bot.engine.storage))


async def test_a_file_is_answered_with_its_counts_and_told_once_in_every_mode_with_a_port(served: Served):
    status, said = await served.post()
    again, known = await served.post()

    assert (status, said["counted"], said["feature"], said["format"]) == (201, True, "Support copilot", "plain")
    assert said["counts"] == {"pass": 1, "fail": 1, "could_not_judge": 0, "skipped": 0}
    assert (again, known["counted"], known["counts"]) == (200, False, said["counts"])
    assert "counts once" in known["note"]
    assert (await served.storage.results.token(OURS, "k1")).used_at is not None


async def test_what_an_earlier_version_was_given_is_known_to_the_next_one(served: Served):
    digest = content_of(io.BytesIO(CSV))
    kept = FULL_FILE.model_copy(update={"tenant": OURS, "assessment_id": feature().id, "digest": digest, "version": 0})
    await served.storage.remember(Change(tenant=OURS, at=NOW, result_files=(kept,)))
    last = await served.storage.assessments.get(OURS, feature().id)
    again = last.model_copy(update={"id": "next", "supersedes": last.id, "version": 0})
    over = last.model_copy(update={"state": AssessmentState.SUPERSEDED, "superseded_by": "next"})
    await served.storage.remember(Change(tenant=OURS, at=NOW, assessments=(over, again)))

    status, said = await served.post()

    assert (status, said["counted"]) == (200, False)


async def test_two_at_once_of_one_content_count_once_and_of_two_contents_each(served: Served):
    other = (FILES / "promptfoo.json").read_bytes()
    answers = await asyncio.gather(*(served.post(body) for body in (CSV, CSV, other)))

    assert sorted(status for status, _ in answers) == [200, 201, 201]


@pytest.mark.parametrize("mode", [Mode.SOCKET])
async def test_a_wrong_foreign_revoked_or_missing_token_are_all_alike(mode: Mode, sqlite_url: str, tmp_path: Path):
    async with open_bot(mode, sqlite_url, tmp_path) as (sandbox, bot, url), aiohttp.ClientSession() as http:
        storage = bot.engine.storage
        theirs = Tenant(team="T0OTHER")
        for owner in (OURS, theirs):
            await storage.remember(Change(tenant=owner, at=NOW, assessments=(feature(tenant=owner),)))
        token, foreign = await token_for(storage), await token_for(storage, theirs, "k2")
        served = Served(sandbox, bot, url, http, token)
        secret = foreign.rpartition(".")[2]
        revoked = (await storage.results.token(OURS, "k1")).model_copy(update={"revoked_at": NOW, "revoked_by": ANA})
        wrong = ["", "x", "xoxb-1", f"{token}x", written(OURS, "k2", secret), written(theirs, "k1", token[-43:])]
        wrong += ["ftrag..", "ftrag.%%%.x", "ftrag.YQ.x", f"ftrag.{'a' * 4000}.x"]
        answers = [await served.post(token=one) for one in wrong]
        async with http.post(f"{url}/results", data=CSV, headers={"Authorization": f"Basic {token}"}) as basic:
            answers.append((basic.status, await basic.text()))
        await storage.remember(Change(tenant=OURS, at=NOW, tokens=(revoked,)))
        answers.append(await served.post())

        assert set(answers) == {(401, SENTENCE)}
        assert await storage.results.newest(OURS, [feature().id]) == ()
        assert (await served.post(token=foreign))[0] == 201


@pytest.mark.parametrize(
    ("body", "more", "status", "said"),
    [
        (b"", {}, 422, "The file is empty"),
        (b"{}", {}, 422, "No evaluation tool"),
        (b"\x1f\x8b\x08", {}, 422, "packed with gzip"),
        (CSV, {"headers": {"Content-Encoding": "gzip"}}, 415, "not packed"),
        (CSV, {"headers": {"Content-Type": "multipart/form-data; boundary=x"}}, 415, "no form"),
        (CSV, {"headers": {"Expect": "a-miracle"}}, 417, "100-continue"),
    ],
    ids=["empty", "unknown", "gzip", "encoded", "form", "expectation"],
)
async def test_what_cannot_be_read_is_one_sentence_and_nothing_is_stored(
    served: Served, body: bytes, more: dict[str, Any], status: int, said: str
):
    answer = await served.post(body, **more)

    assert answer[0] == status
    assert said in answer[1]
    assert answer[1].count("\n") == 1
    assert await served.told() == []


async def test_a_body_over_the_limit_is_refused_by_its_head_and_else_where_the_limit_is(
    served: Served, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(rim, "LARGEST", 1000)
    sent = []

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(10_000):
            sent.append(1)
            yield b"x" * 100_000

    told = await served.post(b"x" * 1001)
    asked_first = await served.post(b"x" * 1001, expect100=True)
    assert told == asked_first == (413, "The file is larger than 64 MB: export fewer tasks, or leave the traces out.\n")
    try:
        assert (await served.post(endless()))[0] == 413
    except aiohttp.ClientError:
        """The connection ended while the rest was being sent, which says the same."""
    assert len(sent) < 10_000
    assert await served.told() == []


async def test_a_client_that_asks_first_is_answered_before_it_sends(served: Served):
    assert (await served.post(expect100=True))[0] == 201
    assert await served.post(token="x", expect100=True) == (401, SENTENCE)


async def test_a_slow_body_and_one_too_many_are_sent_away(served: Served, monkeypatch: pytest.MonkeyPatch):
    slow = rim.Results(served.bot.engine, pause=0.05)
    started, ends = asyncio.Event(), asyncio.Event()

    async def dripping() -> AsyncIterator[bytes]:
        yield CSV
        started.set()
        await ends.wait()

    async with _serving(slow) as url:
        here = served._replace(url=url)
        assert await here.post(dripping()) == (
            408, "The file did not arrive in time, so nothing was read: send it once more.\n",
        )  # fmt: skip
    monkeypatch.setattr(rim, "MOST_AT_ONCE", 1)
    started.clear()
    first = asyncio.create_task(served.post(dripping()))
    await started.wait()
    await served.sandbox.wait_for(lambda: True, "the first to arrive")
    while (answer := await served.post(CSV))[0] == 201:
        """The first has not taken its place yet."""
    assert answer == (503, "Several files are being read just now: send it once more in ten seconds.\n")
    ends.set()
    assert (await first)[0] in {200, 201}


def _serving(way_in: rim.Results) -> Any:
    from contextlib import asynccontextmanager

    from aiohttp import web

    @asynccontextmanager
    async def serve() -> AsyncIterator[str]:
        app = web.Application()
        app.add_routes([way_in.route()])
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        try:
            yield f"http://127.0.0.1:{runner.addresses[0][1]}"
        finally:
            await runner.cleanup()

    return serve()


async def test_a_feature_that_was_canceled_takes_nothing_and_a_newer_version_takes_it_over(served: Served):
    now = await served.storage.assessments.get(OURS, feature().id)
    over = now.model_copy(update={"state": AssessmentState.CANCELLED})
    await served.storage.remember(Change(tenant=OURS, at=NOW, assessments=(over,)))
    assert (await served.post())[0] == 409

    newer = feature(id="newer", supersedes=feature().id)
    old = over.model_copy(
        update={"state": AssessmentState.SUPERSEDED, "superseded_by": "newer", "version": over.version + 1}
    )
    await served.storage.remember(Change(tenant=OURS, at=NOW, assessments=(old, newer)))
    assert (await served.post())[0] == 201


def test_a_token_says_where_it_belongs_and_only_its_hash_is_stored():
    tenant = Tenant(enterprise="E1", team="T1")
    token = written(tenant, "k1", new_secret())

    assert named(token) == (tenant, "k1")
    assert len(token.rpartition(".")[2]) == 43
    assert len(digest_of(token)) == 64
    assert token.rpartition(".")[2] not in digest_of(token)
