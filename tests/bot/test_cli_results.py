"""`ftrag results --feature`: a file on the server, handed to the bot; the thread is told by the bot that runs."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli import main
from bot.commands import ReadResults, read_command
from storage import Storage
from storage.records import Change, DeliveryMethod
from tests.bot.counter import Counter
from tests.bot.records import ACME, NOW, assessment
from tests.results.reading import FILES

FILE = str(FILES / "promptfoo-two-providers.json")
WHERE = ("--channel", "C1", "--team", ACME.team)


@pytest.fixture
async def feature(sqlite_storage: Storage, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Storage:
    given = assessment(name="Support copilot").model_copy(update={"channel": "C1"})
    undecided = given.model_copy(update={"id": "u1", "name": "Undecided", "decision": None})
    for one in (given, undecided):
        await sqlite_storage.remember(Change(tenant=one.tenant, at=NOW, assessments=(one,)))
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    return sqlite_storage


async def run(*words: str) -> int:
    return await asyncio.to_thread(main, ["results", *words])


async def due(storage: Storage) -> list[ReadResults]:
    later = NOW + timedelta(days=36_500)
    rows = await storage.outbox.claim("test", later, 10, timedelta(minutes=1))
    assert {row.method for row in rows} <= {DeliveryMethod.RUN}
    found = [read_command(row.reply) for row in rows]
    return [one for one in found if isinstance(one, ReadResults)]


async def test_a_file_is_handed_over_once_whatever_its_name(feature: Storage, tmp_path: Path, capfd):
    again = tmp_path / "renamed.txt"
    again.write_bytes(Path(FILE).read_bytes())

    assert await run(FILE, "--feature", "support COPILOT", *WHERE) == 0
    assert capfd.readouterr().out == (
        "Read for “Support copilot”: 3 of 4 runs passed. The thread is told by the bot that runs.\n"
    )
    assert await run(str(again), "--feature", "Support copilot", *WHERE) == 0
    assert "counts once" in capfd.readouterr().out

    (command,) = await due(feature)
    assert (command.summary.format, command.summary.counts["fail"], len(command.summary.tasks)) == ("promptfoo", 1, 8)
    assert {task.provider for task in command.summary.tasks} == {"small", "large"}


async def test_the_bot_that_runs_tells_the_thread_once(feature: Storage, capfd):
    await run(FILE, "--feature", "Support copilot", *WHERE)
    capfd.readouterr()
    (command,) = await due(feature)
    counter = Counter(feature)
    for _ in range(2):
        await counter.advisor.carry_out(command)

    later = NOW + timedelta(days=36_500)
    rows = await feature.outbox.claim("another", later, 10, timedelta(minutes=1))
    told = [row for row in rows if row.method is DeliveryMethod.POST]
    assert [(row.message_key, row.reply["kind"]) for row in told] == [
        (f"results:{command.summary.digest}", "results_read")
    ]


async def test_of_very_many_tasks_the_golden_ones_are_carried(feature: Storage, tmp_path: Path, capfd):
    given = await feature.assessments.find_by_name(ACME, "C1", "Support copilot")
    assert given is not None
    names = [task.name for task in given.golden_tasks]
    path = tmp_path / "many.csv"
    rows = [f"case {number},pass" for number in range(700)] + [f"{name},fail" for name in names]
    path.write_text("\n".join(["task,result", *rows]))

    assert await run(str(path), "--feature", "Support copilot", *WHERE) == 0
    capfd.readouterr()
    (command,) = await due(feature)
    assert [task.name for task in command.summary.tasks[: len(names)]] == names
    assert (len(command.summary.tasks), command.summary.left_out) == (500, 200 + len(names))


@pytest.mark.usefixtures("feature")
@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--feature", "Nobody", *WHERE), 1, "no live feature “Nobody” in C1"),
        (("--feature", "Support copilot", "--channel", "C2", "--team", ACME.team), 1, "no live feature"),
        (("--feature", "Support copilot", "--channel", "C1", "--team", "T0OTHER"), 1, "no live feature"),
        (("--feature", "Undecided", *WHERE), 1, "has no verdict yet"),
        (("--feature", "Support copilot"), 2, "name both"),
    ],
)
async def test_what_cannot_be_handed_over_is_said_in_a_sentence(words: tuple[str, ...], status: int, said: str, capfd):
    assert await run(FILE, *words) == status
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert said in err


@pytest.mark.usefixtures("feature")
async def test_a_file_that_cannot_be_read_is_handed_to_nobody(feature: Storage, tmp_path: Path, capfd):
    path = tmp_path / "results.json"
    path.write_text(json.dumps({"a": 1}))

    assert await run(str(path), "--feature", "Support copilot", *WHERE) == 2
    assert capfd.readouterr().err.startswith("No evaluation tool")
    assert await due(feature) == []
