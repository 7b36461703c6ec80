"""The Home tab: what waits for the reader, then the decisions in their channels, a page at a time."""

from bot.ids import COMMAND, Act
from bot.replies.home import HomeLine, HomeScreen, WaitingLine, Waits
from bot.views.architecture import NAME
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    divider,
    header,
    link_button,
    message,
    section,
)
from bot.views.text import channel, due, moment, name, ours, typed
from storage.records import AssessmentState


def home(reply: HomeScreen) -> Message:
    """The whole tab. It keeps to the limits of a message, which are narrower than those of a view."""
    return message(
        header("What waits for you"),
        *([block for line in reply.waiting for block in _waiting(line)] or [section("Nothing, for now.")]),
        divider(),
        header("Decisions in your channels"),
        *([block for line in reply.lines for block in _decision(line)] or [_none(reply)]),
        _pages(reply),
        divider(),
        actions(
            button("Start a decision", Act.START, "", style="primary"), button("Log a failure", Act.LOG_FAILURE, "")
        ),
        None if reply.sees_channels else context(_SEES_LESS),
    )


_SEES_LESS = (
    "Shown are the channels in which you took part. With the optional scopes channels:read and groups:read, "
    "all of your channels are."
)


def _waiting(line: WaitingLine) -> list[Block]:
    match line.waits:
        case Waits.REVIEW:
            words = f"*{name(line.name)}:* the monthly review is open"
        case Waits.ITEM:
            until = f" · due {due(line.due)}" if line.due else ""
            words = f"*{name(line.name)}:* {ours(line.what)}{until}"
        case Waits.QUESTION:
            words = f"*{name(line.name)}:* a question is open: {ours(line.what)}"
    return [
        section(
            words,
            accessory=_go(line.link, f"{_TO[line.waits]} of {line.name}", f"wait-{line.waits}-{line.assessment_id}"),
        )
    ]


_TO = {Waits.REVIEW: "the review", Waits.ITEM: "the roadmap", Waits.QUESTION: "the question"}


def _go(link: str | None, to: str, tail: str) -> Block | None:
    return link_button("Open", link, tail[:200], says=f"Open {to}") if link else None


def _decision(line: HomeLine) -> list[Block]:
    small = [f"in {channel(line.channel)}"]
    if line.total:
        small.append(f"roadmap {line.done} of {line.total} done")
    if line.next_review_at is not None:
        small.append(f"next review {moment(line.next_review_at)}")
    if line.trend:
        small.append(f"last review: {typed(line.trend, 160)}")
    top = section(
        f"*{name(line.name)}:* {_stands(line)}", accessory=_go(line.link, line.name, f"line-{line.assessment_id}")
    )
    return [top, context(" · ".join(small))]


def _stands(line: HomeLine) -> str:
    if line.state is AssessmentState.DECIDED and line.architecture is not None:
        return (
            NAME[line.architecture] if line.passes else f"nothing passes yet, {NAME[line.architecture]} comes closest"
        )
    return {
        AssessmentState.INTERVIEWING: "interview under way",
        AssessmentState.STOPPED: "interview stopped, nothing lost",
        AssessmentState.CANCELLED: "cancelled",
        AssessmentState.SUPERSEDED: "replaced by a newer version",
        AssessmentState.DECIDED: "decided",
    }[line.state]


def _none(reply: HomeScreen) -> Block:
    if reply.page:
        return section("No more decisions.")
    return section(
        f"None yet. Type {COMMAND} assess and the name of a feature in a channel, or press Start a decision."
    )


def _pages(reply: HomeScreen) -> Block | None:
    earlier = button("Newer", Act.HOME_PAGE, str(reply.page - 1), tail="newer") if reply.page else None
    later = button("Older", Act.HOME_PAGE, str(reply.page + 1), tail="older") if reply.has_more else None
    return actions(earlier, later)


def record_file(_: object) -> Message:
    """A file says itself; this is what stands where files cannot be shown."""
    return Message(text="The decision record, as a file.", blocks=[])


def tables_file(_: object) -> Message:
    """Likewise."""
    return Message(text="An export, as a file.", blocks=[])
