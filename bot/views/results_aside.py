"""What one person hears of a result file: that it takes a moment, why it is not read, that a score fell."""

from collections.abc import Mapping
from typing import NamedTuple

from bot.errors import NotRead
from bot.replies import BelowBar, ResultsAside, ResultsReading
from bot.views.beneath import beneath
from bot.views.blocks import Message, section
from bot.views.text import channel, day, listing, moment, name, ours, quoted, typed


class AsideRow(NamedTuple):
    """What was wrong, and the one thing to do next. Words in braces are filled in by `aside`."""

    wrong: str
    then: str


ROWS: Mapping[NotRead, AsideRow] = {
    NotRead.NO_THREAD: AsideRow(
        "*That message is in no feature's thread,* so I do not know whose results it holds.",
        "Nothing was read. Share the file in the thread of the feature, and use it there.",
    ),
    NotRead.NO_FILE: AsideRow(
        "*I see no result file on that message.*",
        "Nothing was read. If there is one, I may not be allowed to see files: whoever installed ftrag can grant "
        "files:read. Results can also be posted from CI, or read on the server with ftrag results.",
    ),
    NotRead.NO_SCOPE: AsideRow(
        "*I may not read files in this workspace,* so {file} was not read.",
        "Whoever installed ftrag can grant files:read and install it anew. Until then, post the results from CI, or "
        "read them on the server with ftrag results.",
    ),
    NotRead.GONE: AsideRow(
        "*{file} is not there any more,* or I may not see it.",
        "Nothing was read. Share it in the thread once more.",
    ),
    NotRead.ELSEWHERE: AsideRow(
        "*{file} does not lie in Slack itself,* and I fetch files from nowhere else.",
        "Nothing was read. Download it and share the file itself.",
    ),
    NotRead.TOO_LARGE: AsideRow(
        "*{file} is larger than 64 MB.*",
        "Nothing was read. Export fewer tasks, or leave the traces out.",
    ),
    NotRead.NOT_FETCHED: AsideRow(
        "*Slack did not hand {file} over* ({detail}).",
        "Nothing was read. Share it once more in a minute.",
    ),
    NotRead.REFUSED: AsideRow(
        "*{file} was not read.* {said}",
        "Nothing was changed for {feature}.",
    ),
    NotRead.KNOWN: AsideRow(
        "*{file} was read for {feature} before,* {at}: the same content, and it counts once.",
        "Nothing was changed. Its message is further up in the thread.",
    ),
}


def aside(reply: ResultsAside) -> Message:
    """Why a file was not read, or does not count."""
    row = ROWS[reply.why]
    words = {
        "file": quoted(reply.file, 60) if reply.file else "The file" if row.wrong.startswith("*{file}") else "the file",
        "feature": name(reply.feature),
        "detail": ours(reply.detail) or "no reason given",
        "said": typed(reply.detail, 400),
        "at": f"on {day(reply.at)}" if reply.at else "already",
    }
    return beneath(section(row.wrong.format_map(words), row.then.format_map(words)))


def reading(reply: ResultsReading) -> Message:
    """The line in the thread while a file is read."""
    file = quoted(reply.name, 60) if reply.name else "The file"
    if reply.is_done:
        return beneath(section(f"{file} is read."))
    return beneath(section(f"{file} is large, so reading it takes a moment. What it says follows here."))


def below(reply: BelowBar) -> Message:
    """To the owner: the results fell below the bar between two reviews."""
    failed = listing(name(task) for task in reply.failed[:5])
    more = f" and {len(reply.failed) - 5} more" if len(reply.failed) > 5 else ""
    when = f"The next review is due {moment(reply.next_at)}" if reply.next_at else "No review is planned"
    return beneath(
        section(
            f"*{name(reply.name)} fell below its bar.* {ours(reply.words)}",
            f"What fails: {failed}{more}. The results stand in its thread in {channel(reply.channel)}.",
            f"{when}. I say this once until then.",
        )
    )
