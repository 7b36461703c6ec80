"""`ftrag export`: everything of one workspace as files, and nothing of another."""

import asyncio
import csv
import json
from pathlib import Path

import pytest

from bot.cli import main
from storage import Storage
from storage.records import Change, Tenant
from tests.bot.test_exports import ACME, NOW, assessment

OTHER = Tenant(team="T0OTHER")


@pytest.fixture
async def kept(sqlite_storage: Storage, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = assessment(name="=Support copilot")
    theirs = assessment(name="canary").model_copy(update={"id": "b1", "tenant": OTHER})
    for one in (mine, theirs):
        await sqlite_storage.remember(Change(tenant=one.tenant, at=NOW, assessments=(one,)))
    monkeypatch.setenv("DATABASE_URL", sqlite_url)


def run(*words: str) -> int:
    return main(["export", *words])


@pytest.mark.usefixtures("kept")
async def test_records_and_tables_of_one_workspace_are_written(tmp_path: Path):
    folder = tmp_path / "out"

    status = await asyncio.to_thread(run, str(folder), "--team", ACME.team)

    assert status == 0
    assert {path.name for path in folder.iterdir()} == {
        "a1.md", "a1.html", "answers.csv", "reviews.csv", "failures.csv", "ftrag.json",
    }  # fmt: skip
    rows = list(csv.DictReader((folder / "answers.csv").read_text().splitlines()))
    assert {row["name"] for row in rows} == {"'=Support copilot"}
    assert json.loads((folder / "ftrag.json").read_text())["assessments"][0]["id"] == "a1"
    assert not any("canary" in path.read_text() for path in folder.iterdir())


@pytest.mark.usefixtures("kept")
async def test_a_workspace_without_assessments_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    status = await asyncio.to_thread(run, str(tmp_path / "out"), "--team", "T0NOBODY")

    assert status == 0
    assert "nothing to export" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()
