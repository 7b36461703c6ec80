"""`ftrag export`: everything of one workspace as files, and nothing of another."""

import asyncio
import csv
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli import main
from storage import Storage
from storage.records import Change, Tenant
from tests.bot.records import ACME, NOW, assessment, failure, finished, versions
from tests.disks import make_read_only, small_disk

OTHER = Tenant(team="T0OTHER")


@pytest.fixture
async def kept(sqlite_storage: Storage, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = assessment(name="canary").model_copy(update={"id": "b1", "tenant": OTHER})
    mine = assessment(name="=Live prices", id="a9")
    for one in (*versions(), mine, theirs):
        await sqlite_storage.remember(Change(tenant=one.tenant, at=NOW, assessments=(one,)))
    first, second, _ = versions()
    followed = {"reviews": (finished(second, "2026-02", 2, 3, safety=1),), "failures": (failure(first.id, what="=1"),)}
    await sqlite_storage.remember(Change(tenant=ACME, at=NOW, **followed))
    monkeypatch.setenv("DATABASE_URL", sqlite_url)


def run(*words: str) -> int:
    return main(["export", *words])


def record(version: int, form: str) -> str:
    return f"support-copilot-2026-03-22-a{version}.{form}"


@pytest.mark.usefixtures("kept")
async def test_records_and_tables_of_one_workspace_are_written(tmp_path: Path):
    folder = tmp_path / "out"

    status = await asyncio.to_thread(run, str(folder), "--team", ACME.team, "--no-pictures")

    assert status == 0
    assert {path.name for path in folder.iterdir()} == {
        *(record(version, form) for version in (1, 2, 3) for form in ("md", "html")),
        "live-prices-2026-03-22-a9.md", "live-prices-2026-03-22-a9.html",
        "answers.csv", "reviews.csv", "failures.csv", "everything.json", "portfolio.csv",
    }  # fmt: skip
    rows = list(csv.DictReader((folder / "answers.csv").read_text().splitlines()))
    assert {row["name"] for row in rows} == {"Support copilot", "'=Live prices"}
    everything = json.loads((folder / "everything.json").read_text())
    assert {one["id"] for one in everything["assessments"]} == {"a1", "a2", "a3", "a9"}
    assert [(one["assessment_id"], one["what"]) for one in everything["failures"]] == [("a1", "=1")]
    assert not any("canary" in path.read_text() for path in folder.iterdir())


@pytest.mark.usefixtures("kept")
async def test_the_files_of_three_versions_lead_to_each_other(tmp_path: Path):
    await asyncio.to_thread(run, str(tmp_path), "--team", ACME.team, "--no-pictures")

    for version in (1, 2, 3):
        for form, link in (("md", "]({})"), ("html", 'href="{}"')):
            text = (tmp_path / record(version, form)).read_text()
            led_to = {other for other in (1, 2, 3) if link.format(record(other, form)) in text}
            assert led_to == {version - 1, version + 1} & {1, 2, 3}


@pytest.mark.usefixtures("kept")
async def test_pages_have_the_pictures_and_those_without_reviews_no_history(tmp_path: Path):
    await asyncio.to_thread(run, str(tmp_path), "--team", ACME.team)

    pages = {version: (tmp_path / record(version, "html")).read_text() for version in (1, 2, 3)}
    assert {version: page.count('<img src="data:image/png') for version, page in pages.items()} == {1: 1, 2: 2, 3: 2}
    assert "2 of 5 passed (between 12% and 77%)" in pages[3]


@pytest.mark.usefixtures("kept")
async def test_one_channel_alone_can_be_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    status = await asyncio.to_thread(run, str(tmp_path / "out"), "--team", ACME.team, "--channel", "C2")

    assert status == 0
    assert "nothing to export" in capsys.readouterr().out


@pytest.mark.usefixtures("kept")
async def test_a_workspace_without_assessments_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    status = await asyncio.to_thread(run, str(tmp_path / "out"), "--team", "T0NOBODY")

    assert status == 0
    assert "nothing to export" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("kept")
async def test_a_folder_that_cannot_be_written_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "file").write_text("")

    status = await asyncio.to_thread(run, str(tmp_path / "file"), "--team", ACME.team)

    assert status == 1
    assert "The export is not complete" in capsys.readouterr().err


@pytest.mark.usefixtures("kept")
async def test_what_is_exported_is_for_its_owner_alone(tmp_path: Path):
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "answers.csv").write_text("old")
    (folder / "answers.csv").chmod(0o644)

    assert await asyncio.to_thread(run, str(folder), "--team", ACME.team, "--no-pictures") == 0

    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


@pytest.mark.usefixtures("kept")
async def test_a_disk_that_takes_no_writes_is_exported_and_backed_up_from(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """With what stands in the write-ahead log alone, as after a crash."""
    database = Path(sqlite_url.removeprefix("sqlite:///"))
    with small_disk(tmp_path / "disk") as disk:
        for part in ("", "-wal"):
            shutil.copyfile(f"{database}{part}", disk / f"{database.name}{part}")
        assert (disk / f"{database.name}-wal").stat().st_size > 0
        make_read_only(disk)
        monkeypatch.setenv("DATABASE_URL", f"sqlite:///{disk / database.name}")
        exported = await asyncio.to_thread(run, str(tmp_path / "out"), "--team", ACME.team, "--no-pictures")
        backed_up = await asyncio.to_thread(main, ["backup", str(tmp_path / "copy.db")])

    assert (exported, backed_up) == (0, 0)
    assert len(list((tmp_path / "out").glob("*.md"))) == 4
    assert backup_rows(tmp_path / "copy.db") == 5
    assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o600


def backup_rows(path: Path) -> int:
    """How many assessments a backup holds."""
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM assessments").fetchone()[0])
