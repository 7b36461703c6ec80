"""Every file that delivery can put into a thread, by kind of reply: pictures, decision records, tables."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.delivery import File
from bot.exports import DecisionRecord, Picture, render_html, render_markdown
from bot.pictures.drawing import Drawer, PictureError
from bot.pictures.files import picture_files
from bot.pictures.words import alt_text, demands_plan
from bot.replies.home import RecordFile, TablesFile

MakeFile = Callable[[Mapping[str, Any]], Awaitable[File]]
_STEM = 60


def all_files() -> Mapping[str, MakeFile]:
    """How the file of each kind of reply is made; the composition roots hand this to the screens."""
    drawer = Drawer()

    async def record_file(reply: Mapping[str, Any]) -> File:
        shown = RecordFile.model_validate(dict(reply))
        record = DecisionRecord.model_validate(shown.record)
        if shown.form == "md":
            return _file(record, "md", render_markdown(record))
        pictures = await _pictures(drawer, shown)
        return _file(record, "html", render_html(record.model_copy(update={"pictures": pictures})))

    async def tables_file(reply: Mapping[str, Any]) -> File:
        shown = TablesFile.model_validate(dict(reply))
        return File(name=f"ftrag-{shown.file_name}", title=shown.title, content=shown.content.encode())

    return {**picture_files(drawer), "record_file": record_file, "tables_file": tables_file}


async def _pictures(drawer: Drawer, shown: RecordFile) -> tuple[Picture, ...]:
    """The verdict's picture; a page without one says the same in words."""
    if shown.picture is None:
        return ()
    plan = demands_plan(shown.picture.demands, shown.picture.architecture)
    try:
        return (Picture(alt=alt_text(plan), png=await drawer.draw(plan)),)
    except PictureError:
        return ()


def _file(record: DecisionRecord, form: str, content: str) -> File:
    """Named by the feature and the record, so that several versions lie side by side in a folder."""
    letters = "".join(c if c.isascii() and c.isalnum() else "-" for c in record.name.lower())
    stem = "-".join(part for part in letters.split("-") if part)[:_STEM] or "decision"
    return File(
        name=f"{stem}-{record.decided_on}-{record.id[:8]}.{form}",
        title=f"Decision record ({'Markdown' if form == 'md' else 'page'})",
        content=content.encode(),
    )
