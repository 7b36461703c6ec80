"""The Home tab: what waits for the reader, then the decisions in their channels, a page at a time."""

from bot.ids import COMMAND, MENTION, Act
from bot.replies import HomeLine, HomeScreen, SeesChannels, WaitingLine, Waits
from bot.views import portfolio
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    divider,
    header,
    link_button,
    screen,
    section,
)
from bot.views.failures import counted
from bot.views.review_outcome import reviewed, since
from bot.views.standing import standing
from bot.views.text import USES_MODEL, WHAT_IT_DOES, channel, count, due, listing, moment, name, ours
from rules.casing import upper_first
from storage.records import Bucket


def home(reply: HomeScreen) -> Message:
    """The whole tab."""
    return screen(
        header("What waits for you"),
        *([_waiting(line) for line in reply.waiting] or [section("Nothing, for now.")]),
        _more(reply),
        actions(
            button("Start a decision", Act.START, "", style="primary"), button("Log a failure", Act.LOG_FAILURE, "")
        ),
        divider(),
        portfolio.at_home(reply.portfolio) if reply.portfolio else None,
        header("Decisions in your channels"),
        *([block for line in reply.lines for block in _decision(line)] or [_none(reply)]),
        _pages(reply),
        _range(reply),
        context(_SEES_LESS[reply.sees_channels]) if reply.sees_channels in _SEES_LESS else None,
        context(USES_MODEL) if reply.uses_model else None,
    )


_SEES_LESS = {
    SeesChannels.TOOK_PART: (
        "You see the channels in which you took part. To see all of yours, whoever manages apps here can grant "
        "ftrag the permissions channels:read and groups:read."
    ),
    SeesChannels.NOT_NOW: "Slack could not tell which channels you are in. Open this tab again in a minute.",
}


def _waiting(line: WaitingLine) -> Block:
    match line.waits:
        case Waits.REVIEW:
            words = f"the monthly review {since(line.days)}{' · you own it' if line.is_own else ''}"
        case Waits.ITEM:
            words = f"{ours(line.what)}{_until(line)}"
        case Waits.QUESTION:
            words = f"a question is open: {ours(line.what)}" if line.what else "two answers do not fit together"
        case Waits.ALONE:
            words = "your own answers, which nobody else sees yet"
            press = button("Answer", Act.BLIND_OWN, line.assessment_id, "", says=f"Answer for yourself: {line.name}")
            return section(f"*{name(line.name)}:* {words}", accessory=press)
    beside = _go(line.link, f"{_TO[line.waits]} of {line.name}", f"wait-{line.waits}-{line.assessment_id}-{line.what}")
    return section(f"*{name(line.name)}:* {words}", accessory=beside)


_TO = {Waits.REVIEW: "the review", Waits.ITEM: "the roadmap", Waits.QUESTION: "the question"}


def _until(line: WaitingLine) -> str:
    """When it is due, said so that nobody has to count."""
    if not line.due:
        return ""
    match line.days:
        case None:
            return f" · due {due(line.due)}"
        case 0:
            return " · due today"
        case 1:
            return " · due tomorrow"
        case days if days < 0:
            return f" · *overdue by {count(-days, 'day')}*"
        case _:
            return f" · due {due(line.due)}"


def _more(reply: HomeScreen) -> Block | None:
    if not reply.more_waiting:
        return None
    number = f"{'at least ' if reply.is_more_waiting else ''}{reply.more_waiting:,}"
    return context(f"And {number} more, less urgent.")


def _go(link: str | None, to: str, tail: str) -> Block | None:
    return link_button("Open", link, tail[:200], says=f"Open {to}") if link else None


def _decision(line: HomeLine) -> list[Block]:
    beside = _go(line.link, line.name, f"line-{line.assessment_id}")
    stands = standing(line) if line.has_begun else "interview not begun"
    top = section(f"*{name(line.name)}:* {stands}", accessory=beside)
    small = (_work(line), _failures(line), *reviewed(line))
    return [top, *(context(upper_first(said)) for said in small if said)]


def _work(line: HomeLine) -> str:
    done = f" · roadmap {line.done} of {line.total} done" if line.total else ""
    following = f" · next review {moment(line.next_review_at)}" if line.next_review_at else ""
    where = "between you and me" if line.channel.startswith(("D", "U", "W")) else f"in {channel(line.channel)}"
    if not line.has_begun:
        return f"{where}, where it has not begun: type /invite {MENTION} there, then /ftrag status, and press Continue"
    rests = (
        ", which is archived: until it is unarchived I post nothing there, no review either" if line.is_archived else ""
    )
    return f"{where}{rests}{done}{following}"


def _failures(line: HomeLine) -> str:
    """This month's failures by kind, the most first."""
    if not line.failures:
        return ""
    kinds = [counted(Bucket(one.bucket), one.count) for one in line.failures]
    at_least = "at least " if line.is_more else ""
    if len(kinds) == 1:
        return f"{at_least}{kinds[0]} this month"
    total = sum(one.count for one in line.failures)
    return f"{at_least}{count(total, 'failure')} this month: {listing(kinds)}"


def _none(reply: HomeScreen) -> Block:
    if reply.sees_channels is SeesChannels.NOT_NOW:
        return section("I cannot show them just now. Nothing is lost.")
    return section(
        WHAT_IT_DOES,
        f"None yet. Type {COMMAND} assess and the name of a feature in a channel, or press Start a decision.",
    )


def _pages(reply: HomeScreen) -> Block | None:
    has_more = reply.first - 1 + len(reply.lines) < reply.total
    newer = button("Newer", Act.HOME_PAGE, str(reply.page - 1), tail="newer") if reply.page else None
    older = button("Older", Act.HOME_PAGE, str(reply.page + 1), tail="older") if has_more else None
    return actions(newer, older)


def _range(reply: HomeScreen) -> Block | None:
    if not reply.lines or len(reply.lines) == reply.total:
        return None
    last = reply.first + len(reply.lines) - 1
    return context(f"{reply.first:,} to {last:,} of {reply.total:,}, changed last first")


def record_file(_: object) -> Message:
    """A file says itself; this is what stands where files cannot be shown."""
    return Message(text="The decision record, as a file.", blocks=[])


def tables_file(_: object) -> Message:
    """Likewise."""
    return Message(text="An export, as a file.", blocks=[])
