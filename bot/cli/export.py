"""`ftrag export`: decision records and tables from the database to files, without Slack."""

import argparse
import asyncio
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.setup.settings import Settings, SettingsError, read_settings
from storage.errors import StorageError

if TYPE_CHECKING:
    from bot.dialogue.exporting import Written
    from bot.exports import DecisionRecord, Picture, RecordLink
    from bot.pictures.plans import Plan
    from bot.recall.archive import Archive
    from rules.framework import Framework
    from storage.records import Assessment

Draw = Callable[["Plan"], "Picture | None"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("folder", type=Path, help="where the files go; it is made where it is missing")
    parser.add_argument("--team", required=True, help="the workspace's id, T…")
    parser.add_argument("--enterprise", metavar="E…", default="", help="not needed: the workspace's id is enough")
    parser.add_argument("--channel", default=None, help="only the assessments of this channel, C…")
    parser.add_argument("--no-pictures", action="store_true", help="pages without pictures, which are made much faster")


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
    """Piece by piece, so that a large workspace needs no more memory than its largest table."""
    from bot.exports import FORMS, PORTFOLIO, PORTFOLIO_FORM, TableKind, new_table, portfolio_table
    from bot.recall.archive import Archive
    from bot.runtime.clock import SystemClock
    from bot.setup.rulebook import read_rulebook
    from rules.portfolio import FAILURES_OF
    from storage import open_storage, readable_address
    from storage.records import Tenant

    tenant = Tenant(team=arguments.team)
    channels = (arguments.channel,) if arguments.channel else None
    folder, draw = arguments.folder, _no_picture if arguments.no_pictures else _drawn
    with readable_address(settings.database) as address:
        async with open_storage(address) as storage:
            archive, framework = Archive(storage), read_rulebook(settings.ftrag_rules)
            if await archive.is_empty(tenant, channels):
                return "There is nothing to export: no assessment of that workspace is here."
            folder.mkdir(parents=True, exist_ok=True)
            tables, records = {kind: new_table(kind) for kind in TableKind}, 0
            async for piece in archive.pieces(tenant, channels):
                for table in tables.values():
                    table.add(piece)
                for found in piece.assessments:
                    records += await _record(folder, found, archive, framework, draw)
            if channels is None:
                now = SystemClock().now()
                features = await storage.portfolios.features(tenant, now - FAILURES_OF)
                _write(folder / f"{PORTFOLIO}.{PORTFOLIO_FORM}", portfolio_table(features, now))
    for kind, table in tables.items():
        _write(folder / f"{kind}.{FORMS[kind]}", table.content())
    files = FORMS if channels else {**FORMS, PORTFOLIO: PORTFOLIO_FORM}
    names = ", ".join(f"{kind}.{form}" for kind, form in files.items())
    return f"{folder}: decision records ({records}), each as Markdown and as a page, and {names}."


async def _record(
    folder: Path, assessment: "Assessment", archive: "Archive", framework: "Framework", draw: Draw
) -> bool:
    """Write the record of a decision, if it is one."""
    from bot.dialogue.exporting import written
    from bot.exports import render_html, render_markdown

    if assessment.decision is None:
        return False
    made = written(assessment, assessment.decision, await archive.kept(assessment), framework)
    record = _with_files(made.record)
    page = record.model_copy(update=_pictures(made, draw))
    _write(folder / f"{record.stem}.md", render_markdown(record).encode())
    _write(folder / f"{record.stem}.html", render_html(page).encode())
    return True


def _write(path: Path, content: bytes) -> None:
    """For the eyes of whoever exports: what is decided in private channels is in these files, too."""
    path.unlink(missing_ok=True)  # a file that was there keeps the mode it had
    path.touch(mode=0o600, exist_ok=False)
    path.write_bytes(content)


def _with_files(record: "DecisionRecord") -> "DecisionRecord":
    """Its links to other versions lead to their files, which lie in the same folder."""
    return record.model_copy(
        update={"supersedes": _to_file(record.supersedes), "superseded_by": _to_file(record.superseded_by)}
    )


def _to_file(link: "RecordLink | None") -> "RecordLink | None":
    from bot.exports import file_stem

    if link is None or link.decided_on is None:
        return link
    return link.model_copy(update={"url": file_stem(link.name, link.decided_on, link.id)})


def _pictures(made: "Written", draw: Draw) -> dict[str, "Picture | None"]:
    from bot.pictures.plans import MOST_ON_PAGE
    from bot.pictures.words import demands_plan, history_plan

    verdict, history = made.picture, made.history
    return {
        "verdict_picture": draw(demands_plan(verdict.demands, verdict.architecture, passes=verdict.passes))
        if verdict
        else None,
        "history_picture": draw(history_plan(history.results, history.bar, MOST_ON_PAGE)) if history else None,
    }


@lru_cache(maxsize=64)
def _drawn(plan: "Plan") -> "Picture | None":
    """Drawn right here: nobody waits for this process but the one who started it. None where it cannot be drawn."""
    from bot.exports import Picture
    from bot.pictures.drawing import PictureError, draw_here
    from bot.pictures.words import in_words

    try:
        return Picture(alt=in_words(plan), png=draw_here(plan))
    except PictureError:
        return None


def _no_picture(_plan: "Plan") -> None:
    """Where none is wanted."""
