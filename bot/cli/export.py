"""`ftrag export`: decision records and tables from the database to files, without Slack."""

import argparse
import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import Settings, SettingsError, read_settings
from storage.errors import StorageError

if TYPE_CHECKING:
    from bot.exports import Exported

_MOST = 10_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("folder", type=Path, help="where the files go; it is made where it is missing")
    parser.add_argument("--team", required=True, help="the workspace's id, T…")
    parser.add_argument("--enterprise", default="", help="the organization's id, E…, on Enterprise Grid")
    parser.add_argument("--channel", default=None, help="only the assessments of this channel, C…")


def run(arguments: argparse.Namespace) -> int:
    """Export; 1 with one sentence where that fails."""
    try:
        print(asyncio.run(_export(read_settings(), arguments)))
    except (SettingsError, StorageError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"{arguments.folder}: {error.strerror}. The export is not complete.\n")
        return 1
    return 0


async def _export(settings: Settings, arguments: argparse.Namespace) -> str:
    from bot.exports import Exported
    from storage import open_storage
    from storage.records import Tenant

    tenant = Tenant(enterprise=arguments.enterprise, team=arguments.team)
    async with open_storage(settings.database) as storage:
        found = await storage.assessments.in_channel(tenant, arguments.channel, limit=_MOST)
        reviews = [review for one in found for review in await storage.reviews.list(tenant, one.id, limit=120)]
        failures = [failure for one in found for failure in await storage.failures.list(tenant, one.id)]
    if not found:
        return "There is nothing to export: no assessment of that workspace is here."
    return _write(arguments.folder, Exported(assessments=found, reviews=tuple(reviews), failures=tuple(failures)))


def _write(folder: Path, exported: "Exported") -> str:
    from bot.exports import answers_csv, failures_csv, render_json, reviews_csv

    folder.mkdir(parents=True, exist_ok=True)
    tables = {
        "answers.csv": answers_csv,
        "reviews.csv": reviews_csv,
        "failures.csv": failures_csv,
        "ftrag.json": render_json,
    }
    for name, write in tables.items():
        (folder / name).write_text(write(exported), encoding="utf-8", newline="")
    return f"{folder}: decision records ({_records(folder, exported)}), and {', '.join(tables)}."


def _records(folder: Path, exported: "Exported") -> int:
    from bot.exports import RecordLink, build_record, render_html, render_markdown

    by_id = {one.id: one for one in exported.assessments}
    links = {
        one.id: RecordLink(id=one.id, name=one.name, decided_on=one.decision.at.date() if one.decision else None)
        for one in exported.assessments
    }
    decided = [one for one in by_id.values() if one.decision is not None]
    for one in decided:
        record = build_record(
            one,
            reviews=[review for review in exported.reviews if review.assessment_id == one.id],
            failures=[failure for failure in exported.failures if failure.assessment_id == one.id],
            supersedes=links.get(one.supersedes or ""),
            superseded_by=links.get(one.superseded_by or ""),
        )
        (folder / f"{one.id}.md").write_text(render_markdown(record), encoding="utf-8")
        (folder / f"{one.id}.html").write_text(render_html(record), encoding="utf-8")
    return len(decided)
