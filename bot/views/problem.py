"""Everything that can go wrong, in three parts each: what was wrong, what is kept, the one thing to do next."""

from bot.ids import Act
from bot.replies import Problem, Trouble
from bot.views.architecture import NAME
from bot.views.blocks import Block, Message, actions, button, message, section
from bot.views.text import name, ours, person, quoted, typed

_FIXED = {
    Trouble.NOT_SAVED: (
        "*That was not saved.* The database did not answer.",
        "Everything from before is kept. Press again in a minute.",
    ),
    Trouble.TOO_BUSY: (
        "*That was not saved.* Several people changed this at the same moment.",
        "Their answers are kept. Look at the thread, then press again.",
    ),
    Trouble.TOO_FAST: (
        "*That was a lot at once,* and I did not take the last of it.",
        "Everything from before is kept. Wait a few seconds, then press it again.",
    ),
    Trouble.NOT_FOUND: (
        "*I cannot find that here.* It may have been deleted, or it belongs to another channel.",
        "Nothing was changed. Type /ftrag status to see what is here.",
    ),
    Trouble.OUT_OF_DATE: (
        "*This message is out of date.* A newer one took its place.",
        "Nothing was changed. Type /ftrag status to see where everything stands.",
    ),
    Trouble.NO_SUCH_ANSWER: (
        "*This message is out of date:* that answer is not offered any more.",
        "Nothing was changed. Type /ftrag status and press Continue for a fresh question.",
    ),
    Trouble.OTHER_WORKSPACE: (
        "*Answers here are for the team that installed ftrag.* You are in this channel from another workspace.",
        "Nothing was saved. Someone from that team can press for you.",
    ),
    Trouble.NAME_EMPTY: (
        "*The name has no visible character.*",
        "Nothing was started. Type /ftrag assess and a name, such as “Support copilot”.",
    ),
    Trouble.NOTHING_CHOSEN: (
        "*No box was ticked.*",
        "Nothing was saved, and the question stays open. Tick at least one box, or press Not sure.",
    ),
    Trouble.NOTHING_TO_GO_BACK: (
        "*This is the first question.* There is none before it.",
        "Nothing was changed. Answer it, or press Not sure.",
    ),
    Trouble.NONE_HERE: (
        "*There is no decision here yet.*",
        "Type /ftrag assess and the name of a feature to start one.",
    ),
    Trouble.NOT_ADMIN: (
        "*Only an admin of this workspace may export all of it,* and Slack did not say that you are one.",
        "Nothing was exported. Type /ftrag export channel for this channel, or ask whoever runs ftrag: ftrag export.",
    ),
    Trouble.IN_DIRECT_ONLY: (
        "*A whole workspace is exported only into our direct message,* since everyone in a channel would see it.",
        "Nothing was exported. Open our direct message and type the command there.",
    ),
    Trouble.NO_FILES: (
        "*This workspace does not let me send files,* so what you asked for could not be posted.",
        "Nothing is lost. Whoever installed ftrag can grant files:write, or run ftrag export on the server.",
    ),
    Trouble.NONE_DECIDED: (
        "*No feature is decided here yet,* and this works only with a decision.",
        "Nothing was changed. Type /ftrag assess and the name of a feature to decide one.",
    ),
    Trouble.NONE_DECIDED_ANYWHERE: (
        "*There is nothing to log a failure of yet.* None of your channels has a feature with a verdict.",
        "Nothing was changed. Press Start a decision, or type /ftrag assess and the name of a feature in its channel.",
    ),
    Trouble.CHANNELS_UNKNOWN: (
        "*Slack could not tell which channels you are in,* so I do not know what to offer.",
        "Nothing was changed. Please press again in a minute.",
    ),
    Trouble.WITHDRAWN: (
        "*This failure is withdrawn.* It stays in the record as it was and is not counted.",
        "Nothing was changed. If it was one after all, log it again.",
    ),
    Trouble.MODAL_EXPIRED: (
        "*Slack gave me too little time to open the dialog.*",
        "Nothing was changed. Press the button again.",
    ),
}


def problem(reply: Problem) -> Message:
    """The sentences for one trouble, with a button where there is one thing to press."""
    return message(section(*(_FIXED.get(reply.trouble) or _told(reply))), _way_on(reply))


def sentences(trouble: Trouble) -> tuple[str, str]:
    """The sentences for a trouble that names nothing, to stand inside a modal."""
    return _FIXED.get(trouble) or _told(Problem(trouble=trouble))


def _told(reply: Problem) -> tuple[str, str]:
    """The sentences that name something."""
    title = name(reply.name)
    match reply.trouble:
        case Trouble.CANCELLED:
            return (
                f"*{title} was canceled.* It takes no more answers.",
                "Those given are kept. To begin again, type /ftrag assess.",
            )
        case Trouble.SUPERSEDED:
            return (
                f"*A newer version of {title} replaced this one.*",
                "This one stays as it was. Type /ftrag status to go to the newer one.",
            )
        case Trouble.ALREADY_DECIDED:
            verdict = f": {NAME[reply.architecture]}" if reply.architecture else ""
            return (
                f"*{title} is decided already{verdict}.*",
                "Nothing was changed. To take it up again, press Change on any answer in its thread.",
            )
        case Trouble.NOT_DECIDED:
            return (
                f"*{title} has no verdict yet.*",
                "The answers so far are kept. The verdict comes once the questions are answered: press Continue.",
            )
        case Trouble.NOT_YOURS:
            return (
                f"*Only {person(reply.by)}, who started {title}, may delete it.*",
                "Nothing was deleted. Ask them to.",
            )
        case _:
            return _after_the_verdict(reply) or _measured(reply)


def _after_the_verdict(reply: Problem) -> tuple[str, str] | None:
    """The sentences about failures, golden tasks and re-assessments."""
    title = name(reply.name)
    match reply.trouble:
        case Trouble.NO_SUCH_FEATURE:
            return (
                f"*There is no decision about {title} in this channel.*",
                "Nothing was changed. Type /ftrag status to see the names that are here.",
            )
        case Trouble.NOT_LOGGED:
            words = f" Your words: {quoted(reply.detail, 400)}" if reply.detail else ""
            return (
                "*That feature is not there any more, or you are not in its channel.*",
                f"Nothing was logged. Log it with another feature, if it belongs there.{words}",
            )
        case Trouble.NOT_YOUR_FAILURE:
            return (
                f"*{person(reply.by)} logged this failure, and only they can correct or withdraw it.*",
                "Nothing was changed. Ask them, or log what you saw as a failure of its own.",
            )
        case Trouble.TOO_MANY_TASKS:
            return (
                f"*That would make {reply.length:,} golden tasks, and {reply.limit} fit.* Others added some meanwhile.",
                "Nothing was saved. Open them again, and keep the three to five that stand for success.",
            )
        case Trouble.UNDER_REVISION:
            return (
                f"*An answer about {title} is being changed.* It cannot be taken up again at the same time.",
                "Nothing was started. Answer the question in its thread, then press Reassess.",
            )
        case _:
            return None


def _measured(reply: Problem) -> tuple[str, str]:
    """The sentences that quote a limit, an option, a word, an error or a reference."""
    match reply.trouble:
        case Trouble.NAME_TOO_LONG:
            return (
                f"*That name is too long:* {reply.length:,} characters, and {reply.limit:,} fit.",
                "Nothing was started. Choose a shorter name; the rest fits into the sentence of context.",
            )
        case Trouble.CHOSEN_ALONE:
            return (
                f"*{quoted(reply.detail, 80)} cannot be chosen together with another one.*",
                "Nothing was saved, and the question stays open. Untick it, or untick the others.",
            )
        case Trouble.NOT_BUILT:
            return (
                f"*/ftrag {typed(reply.detail, 40)} is not there in this release.*",
                "Nothing was changed. /ftrag help shows what there is.",
            )
        case Trouble.FILE_REFUSED:
            return (
                f"*Slack did not take the file that you asked for* ({ours(reply.detail) or 'no reason given'}).",
                "Nothing is lost. Type /ftrag export again, or ask whoever runs ftrag for its command line's export.",
            )
        case Trouble.CANNOT_POST:
            return (
                f"*Slack did not let me post into the channel* ({ours(reply.detail) or 'no reason given'}).",
                "The answers are saved. Once I am in the channel again, type /ftrag status and press Continue.",
            )
        case _:
            return (
                "*Something went wrong on my side.* What was saved before is kept.",
                f"Press again. If it happens twice, tell whoever runs ftrag this reference: {typed(reply.detail, 60)}.",
            )


def _way_on(reply: Problem) -> Block | None:
    if reply.trouble in {Trouble.OUT_OF_DATE, Trouble.NO_SUCH_ANSWER, Trouble.NOT_FOUND, Trouble.SUPERSEDED}:
        return actions(button("Show status", Act.STATUS, ""))
    if reply.trouble in {
        Trouble.NAME_EMPTY,
        Trouble.NAME_TOO_LONG,
        Trouble.NONE_HERE,
        Trouble.NONE_DECIDED,
        Trouble.CANCELLED,
    }:
        return actions(button("Start", Act.START, "", style="primary"))
    return actions(button("Show help", Act.HELP, "")) if reply.trouble is Trouble.NOT_BUILT else None
