"""All decisions of a workspace: the sums in sentences, then a page of features as a table of Slack's own."""

from bot.ids import COMMAND, Act, Modal
from bot.replies import NeedShown, PortfolioAtHome, PortfolioLine, PortfolioMessage, PortfolioModal
from bot.views.architecture import USE
from bot.views.blocks import Block, Message, Native, actions, bullets, button, context, message, modal, section
from bot.views.data import Cell, Figure, InChannel, data_table
from bot.views.failures import called, counted
from bot.views.standing import standing
from bot.views.text import channel, count, cut, is_channel, listing, month_name, name
from rules.casing import upper_first
from rules.framework import Architecture
from rules.portfolio import Drift
from rules.vocabulary import Source
from storage.records import Bucket

_IN_CELL = 40
"""Characters of a name beside which a phone still shows something of the row."""
_HEAD = ("Feature", "Where", "Verdict", "Review", "Does it hold?", "Failures")
_OVER = {
    Architecture.PROMPT: "prompting with",
    Architecture.TOOLS: "live tools on",
    Architecture.RAG: "retrieval over",
    Architecture.FINE_TUNE: "fine-tuning on",
    Architecture.HYBRID: "a hybrid over",
}
_SOURCE = {
    Source.MODEL: "general knowledge alone",
    Source.DOCUMENTS: "documents",
    Source.SYSTEMS: "databases and other systems",
    Source.BOTH: "documents and systems",
}


def portfolio(reply: PortfolioMessage) -> Message:
    """What it comes to, what several teams need, and a page of features."""
    if not reply.total:
        return message(
            section(
                "*Nothing is decided in this workspace yet.*",
                f"Type {COMMAND} assess and the name of a feature in its channel. What is decided shows here.",
            )
        )
    return message(*_top(reply), _table(reply), _range(reply), _pages(reply))


def opened(reply: PortfolioModal) -> Block:
    """The same as a modal, which takes no table of Slack's own."""
    shown = reply.shown
    blocks = [*_top(shown), *_table(shown).instead, _range(shown), _pages(shown)]
    return modal("Portfolio", blocks if shown.total else portfolio(shown).blocks, kind=Modal.READ)


def _top(reply: PortfolioMessage) -> list[Block | None]:
    return [section(f"*{_decided(reply)}*", *_standing(reply)), _shared(reply)]


def at_home(shown: PortfolioAtHome) -> Block:
    """The one line of it in an admin's Home."""
    late = f"{count(shown.overdue, 'review')} overdue" if shown.overdue else "no review overdue"
    most = f" · most failures: {called(shown.bucket, shown.bucket)}" if shown.bucket else ""
    press = button("Open portfolio", Act.PORTFOLIO, "0")
    return section(f"*Portfolio:* {count(shown.features, 'feature')} · {late}{most}", accessory=press)


def _decided(reply: PortfolioMessage) -> str:
    """The headline: how many, and for what."""
    is_one = reply.total - reply.undecided == 1
    each = listing(USE[one] if is_one else f"{USE[one]} for {n:,}" for one, n in reply.by_architecture.items())
    none = f"nothing passes yet{'' if is_one else f' for {reply.none_passes:,}'}" if reply.none_passes else ""
    outcomes = "; ".join(said for said in (each, none) if said)
    open_ones = f"{count(reply.undecided, 'feature is', 'features are')} not decided yet." if reply.undecided else ""
    decided = reply.total - reply.undecided
    told = f"{count(decided, 'feature is', 'features are')} decided: {outcomes}." if decided else ""
    return " ".join(said for said in (told, open_ones) if said)


def _standing(reply: PortfolioMessage) -> tuple[str, ...]:
    """What needs somebody, a line each; first what is late."""
    late = (
        f"{count(reply.overdue, 'review has', 'reviews have')} been open for a week or longer."
        if reply.overdue
        else "No review is overdue."
    )
    drifting = f"{count(reply.drifting, 'verdict may', 'verdicts may')} not hold: see *Does it hold?* below."
    unplanned = f"{count(reply.unplanned, 'feature has', 'features have')} no monthly review planned."
    return (
        late,
        drifting if reply.drifting else "No review speaks against a verdict.",
        unplanned if reply.unplanned else "",
        _failing(reply),
    )


def _failing(reply: PortfolioMessage) -> str:
    if not reply.failures:
        return f"No failure was logged in the last {reply.days} days."
    if not reply.bucket:
        return f"{reply.failures:,} failures in the last {reply.days} days, and no kind is the most common."
    if reply.bucket_count == reply.failures:
        return f"{counted(Bucket(reply.bucket), reply.failures)} in the last {reply.days} days, and no other failure."
    of = f"{reply.bucket_count:,} of the {reply.failures:,} failures in the last {reply.days} days"
    return f"Most common are {_kind(reply.bucket)}: {of}."


def _kind(bucket: str) -> str:
    return called(bucket, bucket)


def _shared(reply: PortfolioMessage) -> Block | None:
    lines = [_need(need) for need in reply.needs]
    if reply.more_needs:
        lines.append(f"{reply.more_needs:,} more like these")
    return bullets("*Needed by several teams, so it could be built once:*", lines)


def _need(need: NeedShown) -> str:
    over = f"{_OVER[need.architecture]} {_SOURCE[need.source]}"
    more = f", for {need.features:,} features" if need.features > need.teams else ""
    return f"{need.teams:,} teams need {over}{more}"


def _table(reply: PortfolioMessage) -> Native:
    rows = [_row(line) for line in reply.lines]
    caption = "The portfolio: what needs somebody comes first"
    plainly = tuple(_plainly(line, row) for line, row in zip(reply.lines, rows, strict=True))
    return Native((data_table(caption, _HEAD, rows),), plainly)


def _row(line: PortfolioLine) -> list[Cell]:
    where = InChannel(line.channel) if _has_channel(line) else "direct message"
    return [cut(line.name, _IN_CELL), where, _verdict(line), _review(line), _holds(line), _failures(line)]


def _has_channel(line: PortfolioLine) -> bool:
    return is_channel(line.channel) and not line.channel.startswith("D")


def _plainly(line: PortfolioLine, row: list[Cell]) -> Block:
    where = channel(line.channel) if _has_channel(line) else "direct message"
    failures = _failures(line).words
    told = f"Review: {row[3]} · Does it hold? {row[4]} · Failures: {failures}"
    return section(f"*{name(line.name)}* ({where}): {row[2]}", told)


def _verdict(line: PortfolioLine) -> str:
    return upper_first(standing(line))


def _review(line: PortfolioLine) -> str:
    if line.open_days is not None:
        since = "opened today" if not line.open_days else f"open for {count(line.open_days, 'day')}"
        return f"{since}, overdue" if line.is_overdue else since
    last = f"last in {month_name(line.reviewed)}" if line.reviewed else ""
    none = "none planned" if not line.is_planned else "" if last else "planned"
    return ", ".join(said for said in (last, none) if said)


def _holds(line: PortfolioLine) -> str:
    if line.drift is Drift.OTHER_VERDICT and line.concluded is not None:
        return f"No, the review concluded {USE[line.concluded]}"
    if line.drift is not None:
        tasks = f", {line.passed:,} of {count(line.ran, 'golden task')} passed" if line.ran else ""
        return f"In doubt, below its bar{tasks}"
    if line.is_confirmed:
        of = count(line.ran, "golden task")
        return f"Yes, {line.passed:,} of {of} passed" if line.ran else "Not known, no golden task was run"
    return "Not reviewed since" if line.reviewed else "Not reviewed yet"


def _failures(line: PortfolioLine) -> Figure:
    if not line.failures:
        return Figure(0, "none")
    if not line.bucket:
        return Figure(line.failures, f"{line.failures:,}, of several kinds")
    if line.bucket_count == line.failures:
        return Figure(line.failures, counted(Bucket(line.bucket), line.failures))
    return Figure(line.failures, f"{line.failures:,}, {line.bucket_count:,} of them {_kind(line.bucket)}")


def _range(reply: PortfolioMessage) -> Block:
    last = reply.first + len(reply.lines) - 1
    shown = f"{reply.first:,} to {last:,} of {reply.total:,}. " if len(reply.lines) < reply.total else ""
    return context(f"{shown}What needs somebody comes first. Each channel counts as a team. Only you see this.")


def _pages(reply: PortfolioMessage) -> Block | None:
    has_more = reply.first - 1 + len(reply.lines) < reply.total
    back = button("Back", Act.PORTFOLIO, str(reply.page - 1), tail="back", says="Back in the portfolio")
    following = button("Next", Act.PORTFOLIO, str(reply.page + 1), tail="next", says="Next page of the portfolio")
    return actions(back if reply.page else None, following if has_more else None)
