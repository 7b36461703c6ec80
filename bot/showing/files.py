"""Every file that delivery can put into a thread, by kind of reply: pictures, decision records, tables.

Tables are read from storage when they are sent, piece by piece, and written in a thread: a large workspace blocks
nobody, no copy of it lies in the outbox, and what was deleted meanwhile is in none of them.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from bot.delivery.content import File, MakeFile
from bot.exports import (
    NEEDS,
    Coming,
    DecisionRecord,
    Picture,
    TableKind,
    calendar_file,
    file_stem,
    new_table,
    portfolio_table,
    render_html,
    render_markdown,
)
from bot.pictures.drawing import Drawer, PictureError
from bot.pictures.files import picture_files
from bot.pictures.plans import MOST_ON_PAGE, Plan
from bot.pictures.words import demands_plan, history_plan, in_words
from bot.recall.archive import Archive
from bot.replies.home import RecordFile, TablesFile
from bot.replies.review import CalendarFile
from bot.runtime.turns import computed
from rules.calendar import Rhythm
from rules.portfolio import FAILURES_OF
from storage import Storage


def all_files(storage: Storage, drawer: Drawer | None = None) -> Mapping[str, MakeFile]:
    """How the file of each kind of reply is made; the composition roots hand this to the screens."""
    drawing, archive = drawer or Drawer(), Archive(storage)

    async def record_file(reply: Mapping[str, Any]) -> File:
        shown = RecordFile.model_validate(dict(reply))
        record = DecisionRecord.model_validate(shown.record)
        if shown.form == "html":
            record = record.model_copy(update=await _pictures(drawing, shown))
        render = render_html if shown.form == "html" else render_markdown
        return File(
            name=f"{record.stem}.{shown.form}",
            title=f"Decision record ({'page' if shown.form == 'html' else 'Markdown'})",
            content=(await computed(render, record)).encode(),
        )

    async def tables_file(reply: Mapping[str, Any]) -> File:
        shown = TablesFile.model_validate(dict(reply))
        if shown.asked_at is not None:
            features = await storage.portfolios.features(shown.tenant, shown.asked_at - FAILURES_OF)
            content = await computed(portfolio_table, features, shown.asked_at)
            return File(name=shown.file_name, title=shown.title, content=content)
        kind = TableKind(shown.table)
        table = new_table(kind, shown.names, covers=shown.covers)
        async for piece in archive.pieces(shown.tenant, shown.channels, NEEDS[kind]):
            await computed(table.add, piece)
        return File(name=shown.file_name, title=shown.title, content=await computed(table.content))

    async def coming_reviews(reply: Mapping[str, Any]) -> File:
        shown = CalendarFile.model_validate(dict(reply))
        rhythm = TypeAdapter(Rhythm).validate_python(shown.rhythm)
        coming = Coming(shown.assessment_id, shown.name, rhythm, shown.moments, shown.now, shown.link)
        return File(
            name=f"{file_stem(shown.name, shown.now.date(), shown.assessment_id)}.ics",
            title="Coming reviews, for your calendar",
            content=calendar_file(coming),
        )

    files = {"record_file": record_file, "tables_file": tables_file, "calendar_file": coming_reviews}
    return {**picture_files(drawing), **files}


async def _pictures(drawer: Drawer, shown: RecordFile) -> dict[str, Picture | None]:
    """The page's pictures; a page without one says the same in its tables."""
    picture = shown.picture
    verdict = demands_plan(picture.demands, picture.architecture, passes=picture.passes) if picture else None
    months = history_plan(shown.history.results, shown.history.bar, MOST_ON_PAGE) if shown.history else None
    return {
        "verdict_picture": await _drawn(drawer, verdict),
        "history_picture": await _drawn(drawer, months),
    }


async def _drawn(drawer: Drawer, plan: Plan | None) -> Picture | None:
    if plan is None:
        return None
    try:
        return Picture(alt=in_words(plan), png=await drawer.draw(plan))
    except PictureError:
        return None
