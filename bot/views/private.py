"""What one person sees: where everything stands, what ftrag can do, and what was done for them."""

from bot.ids import COMMAND, MENTION, Act
from bot.replies import Confirmed, Done, Help, Progress, Status, StatusLine, UnknownPost
from bot.views.blocks import Block, Message, actions, button, confirm, context, link_button, message, section
from bot.views.question import progress
from bot.views.review_outcome import reviewed, since
from bot.views.standing import standing
from bot.views.text import (
    NAME_LIMIT,
    USES_MODEL,
    WHAT_IT_DOES,
    channel,
    count,
    link,
    moment,
    name,
    person,
    quoted,
    typed,
)
from bot.views.verdict import chosen
from rules.casing import lower_first, upper_first
from storage.records import AssessmentState

_MOST_LINES = 10
_HELP = "help"

COMMANDS = (
    ("assess Support copilot", "start a decision interview here"),
    ("status", "where this channel's decisions stand"),
    ("roadmap Support copilot", "the checklist, to read and tick"),
    ("log", "log an AI failure"),
    ("reassess Support copilot", "go through the earlier answers again"),
    ("results Support copilot", "let a pipeline post evaluation results"),
    ("export Support copilot", "the decision record as two files in its thread"),
    ("export channel", "all answers, reviews and failures of this channel, as CSV and JSON"),
    ("export workspace", "the same of the whole workspace: for its admins, in our direct message"),
    ("portfolio", "what all decisions of this workspace come to: for its admins, shown to you alone"),
    ("help", "this page"),
)


_FIRST, _BESIDE_WHAT_IT_DOES = 4, 2
"""So many of them everybody needs; so many fit on one screen of a phone beside what it does. The whole help has all."""
_PRESSED = {
    "assess": ("Start", Act.START, ""), "status": ("Status", Act.STATUS, ""),
    "log": ("Log a failure", Act.LOG_FAILURE, ""), "portfolio": ("Open portfolio", Act.PORTFOLIO, "0"),
}  # fmt: skip
"""Commands that a press does as well, with the value of that press."""


def status(reply: Status) -> Message:
    """This channel's assessments, newest first."""
    if not reply.lines:
        return message(
            section(
                "*No decision has been asked for in this channel yet.*", f"Start one: {COMMAND} assess, then a name."
            ),
            actions(button("Start", Act.START, reply.channel, style="primary")),
        )
    shown = reply.lines[:_MOST_LINES]
    left = reply.more + len(reply.lines) - len(shown)
    return message(
        section(f"*Decisions in {channel(reply.channel)}*"),
        *[
            block
            for line in shown
            for block in (section(*_line(line)), actions(_onward(line), _to_review(line), _delete(line)))
        ],
        context(f"{count(left, 'older one')} not shown.") if left else None,
        *[_lost(post) for post in reply.unknown[:5]],
        actions(button("Start another", Act.START, reply.channel)),
    )


def _lost(post: UnknownPost) -> Block:
    """One post of which nobody knows; only a person sends it again."""
    what = "the review" if post.is_review else "one message"
    says = f"Post it now ({post.delivery_id[:8]}): {post.name}"
    press = button("Post it now", Act.POST_NOW, post.assessment_id, post.delivery_id, tail=post.delivery_id, says=says)
    told = f"I do not know whether Slack has {what} of *{name(post.name)}*. If it is missing there, press Post it now."
    return section(told, accessory=press)


def _line(line: StatusLine) -> tuple[str, ...]:
    title = link(line.link, line.name, NAME_LIMIT) if line.link else name(line.name)
    started = f"Started by {person(line.started_by)} · last change {moment(line.changed_at)}"
    return f"*{title}:* {_stand(line)}", *_open_review(line), *reviewed(line), started


def _open_review(line: StatusLine) -> list[str]:
    if line.review_days is not None:
        return [f"*The monthly review {since(line.review_days)}.*"]
    return [f"The monthly review is snoozed until {moment(line.snoozed_until)}."] if line.snoozed_until else []


def _to_review(line: StatusLine) -> Block | None:
    if line.review_days is None or not line.review_link:
        return None
    return link_button(
        "Open review", line.review_link, f"review-{line.assessment_id}", says=f"Open review: {line.name}"
    )


def _stand(line: StatusLine) -> str:
    number = max(1, line.number)
    place = lower_first(progress(Progress(number=number, to_go=line.to_go, at_most=line.at_most)))
    if line.state is AssessmentState.STOPPED:
        place = f"question {number}"
    done = f" · roadmap {line.done} of {line.total} done" if line.total else ""
    review = f" · next review {moment(line.next_review_at)}" if line.next_review_at else ""
    return f"{standing(line, place)}{done}{review}"


_STAYS = "What people wrote, exported files, and my answers from more than 30 days ago stay in Slack."
"""No deletion finds these: of an answer to a question only its row of the outbox is known, which is kept so long."""


def _delete(line: StatusLine) -> Block | None:
    if not line.is_own:
        return None
    sure = confirm(
        "Delete this decision?",
        f"Its answers, verdict, roadmap and log are gone, and my messages that show them will say so. {_STAYS}",
        "Delete it",
        "Keep it",
    )
    in_red = {**sure, "style": "danger"}
    return button("Delete", Act.DELETE, line.assessment_id, says=f"Delete {line.name}", confirm=in_red)


def _onward(line: StatusLine) -> Block | None:
    key = line.assessment_id
    if line.state in {AssessmentState.INTERVIEWING, AssessmentState.STOPPED}:
        return button("Continue", Act.CONTINUE, key, says=f"Continue {line.name}")
    if line.state is AssessmentState.DECIDED:
        return button("See why", Act.SHOW_MORE, key, says=f"See why for {line.name}")
    return None


def helping(reply: Help) -> Message:
    """What is needed first, on one screen; all of it at a press; to a slip of the finger the command that was meant."""
    if reply.unknown is not None and reply.nearest and reply.nearest != _HELP:
        return message(section(_unknown(reply)), actions(_meant(reply.nearest), button("Show help", Act.HELP, "")))
    return message(
        section(_unknown(reply)) if reply.unknown is not None else None,
        *(_whole(reply) if reply.is_whole else _first_screen(reply)),
        _pressed(reply),
        context(f"Inside a thread, slash commands do not work: use the buttons, or mention {MENTION}."),
    )


def _pressed(reply: Help) -> Block | None:
    """What can be done at once; the whole help stands below the first screen, which has its buttons already."""
    if reply.is_whole:
        return None
    start = button("Start", Act.START, "", style="primary", says="Start a decision interview")
    return actions(
        None if reply.is_answering else start,
        button("Status", Act.STATUS, ""),
        button("Show more", Act.HELP_MORE, "", says="Show more: the whole help"),
    )


def _meant(nearest: str) -> Block | None:
    """Does at a press what the command does; None for one that needs a name."""
    does = _PRESSED.get(nearest)
    return button(*does, style="primary") if does else None


def _first_screen(reply: Help) -> list[Block]:
    most = _FIRST if reply.unknown is not None else _BESIDE_WHAT_IT_DOES
    commands = section(*[f"`{COMMAND} {example}`: {does}" for example, does in COMMANDS[:most]])
    asking = "*Asking:* in a feature's thread, or with its name: “about Support copilot: why not fine-tuning?”."
    if reply.is_answering:  # whoever asks below a question wants to know how to answer it
        here = (
            "*Here:* press an option, or answer in your own words. You can also type back, skip, stop, or a question."
        )
        first = [section(here, "*Not sure* is an answer, too: the verdict says later what it cost.")]
    else:
        first = [*([section(WHAT_IT_DOES)] if reply.unknown is None else []), commands]
    return [
        *first,
        section(
            "" if reply.is_answering else asking,
            "*Who sees it:* the thread is for the whole channel; help and hints are for you alone.",
            f"*Stored:* answers with names{'' if reply.uses_model else '; no language model is used'}. "
            "Whoever started a decision can delete it.",
            "*Help from people:* whoever installed ftrag here.",
            f"*Language model:* {USES_MODEL}" if reply.uses_model else "",
        ),
    ]


def _whole(reply: Help) -> list[Block]:
    return [
        section(WHAT_IT_DOES, "Then it keeps that choice honest, month by month."),
        section(*[f"`{COMMAND} {example}`: {does}" for example, does in COMMANDS]),
        section(
            "*Who sees what:* questions, answers and the verdict stand in the thread, for everyone in the channel. "
            "Help, status and hints are for you alone.",
            "*Asking:* in the thread of a feature, or anywhere with its name in front: “about Support copilot: why not "
            "fine-tuning?”. Asked directly, I answer there about what you took part in.",
            "*Each of us alone:* before anybody answers, the starter can name up to ten people. Nobody sees the "
            "others' answers until all have finished or the starter opens them.",
            "*What is stored:* answers with the names of those who gave them, verdicts, roadmaps, reviews and logged "
            f"failures. Nothing else is read{'.' if reply.uses_model else ', and no language model is used.'}",
            "Lines said to me that I do not understand are counted; their words are kept only where whoever runs ftrag "
            "here has switched that on (FTRAG_KEEP_UNHEARD).",
            f"*Language model:* {USES_MODEL}" if reply.uses_model else "",
            "*Deleting:* whoever started an assessment can delete it; removing the app deletes everything.",
            "*How sure:* I count every way to answer the open questions, and say how many lead to the same verdict.",
            "*Help from people:* ask whoever installed ftrag here; they can see its health and its rules.",
        ),
    ]


def _unknown(reply: Help) -> str:
    asked = f"I do not know {quoted(reply.unknown or '', 60)}."
    return (
        f"{asked} Did you mean `{COMMAND} {typed(reply.nearest, 20)}`? Nothing was done."
        if reply.nearest and reply.nearest != _HELP
        else f"{asked} This is what I can do:"
    )


def _chosen(reply: Confirmed) -> str:
    return chosen(reply.architecture, passes=reply.passes) if reply.architecture else "the same"


_COMMAS = (
    "Where a spreadsheet puts a whole row into one column, import the file there and choose the comma as separator."
)


def confirmed(reply: Confirmed) -> Message:
    """What was done, where the thread does not show it by itself."""
    title = f"*{name(reply.name)}*"
    sentences = {
        Done.DELETED: f"{title} is deleted: its answers, verdict, roadmap and log are gone. {_STAYS}",
        Done.CONTINUED: f"The question about {title} stands open in the thread.",
        Done.MOVED: f"The interview about {title} goes on in our direct message.",
        Done.STARTED: f"The interview about {title} is in the channel already.",
        Done.NOTHING_CHANGED: "It was so already. Nothing changed.",
        Done.VERDICT_STANDS: f"Saved. The verdict for {title} is still *{_chosen(reply)}*.",
        Done.NO_PRECEDENTS: f"No published case is near enough to {title} to be of use.",
        Done.ASKED: f"I answered in the thread of {title}.",
        Done.WRITTEN_DOWN: f"Written down in the thread of {title}.",
        Done.LOGGED: f"Logged for {title}. It is in the feature’s thread, where you can correct or withdraw it.",
        Done.EXPORTED: f"The decision record of {title} stands in its thread: a Markdown file and a page.",
        Done.EXPORTED_TABLES: f"The files stand in this conversation. {_COMMAS}",
        Done.EXPORTED_TO_YOU: f"The files are on their way into our direct message. {_COMMAS}",
        Done.CALENDAR: f"The next reviews of {title} are on their way into its thread, as a calendar file.",
        Done.REASON_KEPT: f"Kept. Your reason stands beside the answer in the decision record of {title}.",
        Done.NO_REASON: f"No reason stands beside that answer of {title}.",
        Done.REASSESSING: f"{title} is taken up again below. Until that is settled, all stays as it is.",
    }
    to = f" {link(reply.link, 'Go there')}." if reply.link else ""
    return message(section(f"{upper_first(sentences[reply.done])}{to}"))
