"""Everything that can go wrong, a row each: what was wrong, what is kept, the one thing to do next, and a button."""

from collections.abc import Mapping
from typing import NamedTuple

from bot.ids import Act
from bot.replies import Trouble


class TroubleRow(NamedTuple):
    """What is said about one trouble. Words in braces are filled in by `_words`."""

    wrong: str
    kept: str
    press: Act | None = None


ROWS: Mapping[Trouble, TroubleRow] = {
    Trouble.NOT_SAVED: TroubleRow(
        "*That was not saved.* The database did not answer.",
        "Everything from before is kept. Press again in a minute.",
    ),
    Trouble.TOO_BUSY: TroubleRow(
        "*That was not saved.* Several people changed this at the same moment.",
        "Their answers are kept. Look at the thread, then press again.",
    ),
    Trouble.TOO_FAST: TroubleRow(
        "*That was a lot at once,* and I did not take the last of it.",
        "Everything from before is kept. Wait a few seconds, then press it again.",
    ),
    Trouble.NOT_FOUND: TroubleRow(
        "*I cannot find that here.* It may have been deleted, or it belongs to another channel.",
        "Nothing was changed. Type /ftrag status to see what is here.",
        Act.STATUS,
    ),
    Trouble.OUT_OF_DATE: TroubleRow(
        "*This message is out of date.* A newer one took its place.",
        "Nothing was changed. Type /ftrag status to see where everything stands.",
        Act.STATUS,
    ),
    Trouble.CANCELLED: TroubleRow(
        "*{title} was canceled.* It takes no more answers.",
        "Those given are kept. To begin again, type /ftrag assess.",
        Act.START,
    ),
    Trouble.SUPERSEDED: TroubleRow(
        "*A newer version of {title} replaced this one.*",
        "This one stays as it was. Type /ftrag status to go to the newer one.",
        Act.STATUS,
    ),
    Trouble.ALREADY_DECIDED: TroubleRow(
        "*{title} is decided already{verdict}.*",
        "Nothing was changed. To take it up again, press Change on any answer in its thread.",
    ),
    Trouble.NOT_DECIDED: TroubleRow(
        "*{title} has no verdict yet.*",
        "The answers so far are kept. The verdict comes once the questions in its thread are answered.",
    ),
    Trouble.OTHER_WORKSPACE: TroubleRow(
        "*Answers here are for the team that installed ftrag.* You are in this channel from another workspace.",
        "Nothing was saved. Someone from that team can press for you.",
    ),
    Trouble.NOT_YOURS: TroubleRow(
        "*Only {by}, who started {title}, may delete it.*",
        "Nothing was deleted. Ask them to.",
    ),
    Trouble.SENSITIVE_TYPED: TroubleRow(
        "*Delete that line: it looks like it holds a key or a password.* Others can read it; I kept nothing of it.",
        "If it holds none, type it again and begin with “not a secret”.",
    ),
    Trouble.SENSITIVE_ASKED: TroubleRow(
        "*That looks like a key or a password,* and what I start or look up may be posted.",
        "Nothing was done. Type it again without; if it is none, put “not a secret” in front.",
    ),
    Trouble.NOT_YOUR_ANSWER: TroubleRow(
        "*{by} changed that answer,* so {by} says why.",
        "Nothing was changed. Where you see it differently, write it into the thread.",
    ),
    Trouble.NAME_TOO_LONG: TroubleRow(
        "*That name is too long:* {length:,} characters, and {limit:,} fit.",
        "Nothing was started. Choose a shorter name; the rest fits into the sentence of context.",
        Act.START,
    ),
    Trouble.NAME_EMPTY: TroubleRow(
        "*The name has no visible character.*",
        "Nothing was started. Type /ftrag assess and a name, such as “Support copilot”.",
        Act.START,
    ),
    Trouble.NOTHING_CHOSEN: TroubleRow(
        "*No box was ticked.*",
        "Nothing was saved, and the question stays open. Tick at least one box, or press Not sure.",
    ),
    Trouble.CHOSEN_ALONE: TroubleRow(
        "*{option} cannot be chosen together with another one.*",
        "Nothing was saved, and the question stays open. Untick it, or untick the others.",
    ),
    Trouble.NO_SUCH_ANSWER: TroubleRow(
        "*This message is out of date:* that answer is not offered any more.",
        "Nothing was changed. Type /ftrag status and press Continue for a fresh question.",
        Act.STATUS,
    ),
    Trouble.NOTHING_TO_GO_BACK: TroubleRow(
        "*This is the first question.* There is none before it.",
        "Nothing was changed. Answer it, or press Not sure.",
    ),
    Trouble.NONE_HERE: TroubleRow(
        "*There is no decision here yet.*",
        "Type /ftrag assess and the name of a feature to start one.",
        Act.START,
    ),
    Trouble.NONE_HERE_DIRECTLY: TroubleRow(
        "*No decision is held in this conversation.*",
        "Those of your channels stand on my Home tab; in a channel, /ftrag status shows its own.",
        Act.START,
    ),
    Trouble.WHICH_DECISION: TroubleRow(
        "*Which decision do you mean?* There are several here.",
        "Nothing was done. Put the name in front, such as “{title}: {typed}”, or ask in its thread.",
        Act.STATUS,
    ),
    Trouble.NOT_BUILT: TroubleRow(
        "*/ftrag {typed} is not there in this release.*",
        "Nothing was changed. /ftrag help shows what there is.",
        Act.HELP,
    ),
    Trouble.CANNOT_POST: TroubleRow(
        "*Slack did not let me post into the channel* ({reason}).",
        "The answers are saved. Once I am in the channel again, type /ftrag status and press Continue.",
    ),
    Trouble.CANNOT_POST_YET: TroubleRow(
        "*Slack did not let me post into the channel* ({reason}).",
        "Nothing was answered so far. Once I am in the channel again, type /ftrag status and press Continue.",
    ),
    Trouble.MAY_STAND: TroubleRow(
        "*I do not know whether Slack has my message about {title},* so I did not post it again.",
        "Look for it in the channel. If it is missing, type /ftrag status and press Post it now.",
        Act.STATUS,
    ),
    Trouble.NOT_EDITED: TroubleRow(
        "*Slack did not let me change a message about {title}* ({reason}), so its old buttons still stand there.",
        "What you did is saved. Go on with the newest message in the thread, or type /ftrag status.",
    ),
    Trouble.NOT_EDITED_CLOSED: TroubleRow(
        "*Slack does not let me into the channel of {title}* ({reason}), so old buttons still stand there.",
        "What you did is saved. Once the channel is open to me again, type /ftrag status in it to go on.",
    ),
    Trouble.MODAL_REFUSED: TroubleRow(
        "*Slack did not take the dialog* ({reason}).",
        "Nothing was changed. Press the button again; if it stays so, tell whoever runs ftrag.",
    ),
    Trouble.MODAL_EXPIRED: TroubleRow(
        "*Slack gave me too little time to open the dialog.*",
        "Nothing was changed. Press the button again.",
    ),
    Trouble.MODAL_NEEDS_COMMAND: TroubleRow(
        "*That needs a form, and Slack opens none for typed words.*",
        "Nothing was changed. Type it as a command, in the channel and not in a thread: {typed}.",
    ),
    Trouble.NOT_ADMIN: TroubleRow(
        "*Only an admin of this workspace may see all of it,* and Slack did not say that you are one.",
        "Nothing was shown or exported. Type /ftrag status or /ftrag export channel for this channel, or ask whoever "
        "runs ftrag: ftrag export.",
    ),
    Trouble.IN_DIRECT_ONLY: TroubleRow(
        "*A whole workspace is exported only into our direct message,* since everyone in a channel would see it.",
        "Nothing was exported. Open our direct message and type the command there.",
    ),
    Trouble.LACKS_SCOPE: TroubleRow(
        "*Slack does not let me show this:* ftrag lacks a permission there ({reason}).",
        "It is kept and waits. Once whoever manages apps here has installed ftrag again, it goes on by itself.",
    ),
    Trouble.NO_FILES: TroubleRow(
        "*This workspace does not let me send files,* so what you asked for could not be posted.",
        "Nothing is lost. Whoever installed ftrag can grant files:write (and im:write for files to you alone), or run "
        "ftrag export on the server.",
    ),
    Trouble.FILE_REFUSED: TroubleRow(
        "*Slack did not take the file that you asked for* ({reason}).",
        "Nothing is lost. Type /ftrag export again, or ask whoever runs ftrag for its command line's export.",
    ),
    Trouble.NONE_DECIDED: TroubleRow(
        "*No feature is decided here yet,* and this works only with a decision.",
        "Nothing was changed. Type /ftrag assess and the name of a feature to decide one.",
        Act.START,
    ),
    Trouble.NONE_DECIDED_ANYWHERE: TroubleRow(
        "*There is nothing to log a failure of yet.* None of your channels has a feature with a verdict.",
        "Nothing was changed. Press Start a decision, or type /ftrag assess and the name of a feature in its channel.",
    ),
    Trouble.CHANNELS_UNKNOWN: TroubleRow(
        "*Slack could not tell which channels you are in,* so I do not know what to offer.",
        "Nothing was changed. Please press again in a minute.",
    ),
    Trouble.NO_SUCH_FEATURE: TroubleRow(
        "*There is no decision about {title} in this channel.*",
        "Nothing was changed. Type /ftrag status to see the names that are here.",
    ),
    Trouble.HELD_ELSEWHERE: TroubleRow(
        "*{title} belongs to another channel,* so I do not answer for it here.",
        "Nothing was said to anyone else. Ask in its thread there, or write to me directly.",
    ),
    Trouble.NOT_LOGGED: TroubleRow(
        "*That feature is not there any more, or you are not in its channel.*",
        "Nothing was logged. Log it with another feature, if it belongs there.{words}",
    ),
    Trouble.NOT_YOUR_FAILURE: TroubleRow(
        "*{by} logged this failure, and only they can correct or withdraw it.*",
        "Nothing was changed. Ask them, or log what you saw as a failure of its own.",
    ),
    Trouble.WITHDRAWN: TroubleRow(
        "*This failure is withdrawn.* It stays in the record as it was and is not counted.",
        "Nothing was changed. If it was one after all, log it again.",
    ),
    Trouble.TOO_MANY_TASKS: TroubleRow(
        "*That would make {length:,} golden tasks with those that stand already, and {limit:,} fit.*",
        "Nothing was saved. Keep to the three to five that stand for success.",
    ),
    Trouble.UNDER_REVISION: TroubleRow(
        "*An answer about {title} is being changed.* It cannot be taken up again at the same time.",
        "Nothing was started. Answer the question in its thread, then press Reassess.",
    ),
    Trouble.BLIND: TroubleRow(
        "*Each of the named people answers {title} alone just now,* so nothing was saved for everyone.",
        "Press Answer for yourself: that only you see. What is typed here, everyone reads.",
    ),
    Trouble.BLIND_STARTER: TroubleRow(
        "*Only {by}, who started {title}, says who answers alone, and opens the answers before all have finished.*",
        "Nothing was changed. Ask them to; a week after people were named, anyone of those can open them.",
    ),
    Trouble.BLIND_TOO_LATE: TroubleRow(
        "*{title} cannot be answered blind any more:* that is chosen in a channel, before anybody answers.",
        "Nothing was changed. Start a new version with /ftrag assess, and choose it there first.",
    ),
    Trouble.BLIND_OPENED: TroubleRow(
        "*The answers about {title} are open, and stay in the record as they were.*",
        "Nothing was changed. If you see something differently now, say so in the thread.",
    ),
    Trouble.BLIND_FINISHED: TroubleRow(
        "*{by} had finished, and so stays among those who answer {title}.*",
        "The others are as you chose. Whoever has not finished can be taken off.",
    ),
    Trouble.NOT_NAMED: TroubleRow(
        "*You are not among those who answer {title} alone.*",
        "Nothing was changed. {by} can add you: Change who is asked.",
    ),
    Trouble.NOT_REACHED: TroubleRow(
        "*I could not ask {by} about {title}:* they are not in the channel.",
        "What others answered is kept. Invite them, take them off with Change who is asked, or open the answers.",
    ),
    Trouble.KEPT_FOR_LATER: TroubleRow(
        "*My database does not answer just now.* What you said is kept.",
        "I go on with it as soon as it answers. There is nothing to press again.",
    ),
    Trouble.TOO_MUCH: TroubleRow(
        "*That is too much at once just now,* so I did not take it.",
        "Nothing was changed. Wait a few seconds, then press it again.",
    ),
    Trouble.UNREADABLE: TroubleRow(
        "*I could not read what Slack sent me for that.*",
        "Nothing was changed. Try once more; if it stays so, type /ftrag status for a fresh start.",
        Act.STATUS,
    ),
    Trouble.BROKEN: TroubleRow(
        "*Something went wrong on my side.* What was saved before is kept.",
        "Press again. If it happens twice, tell whoever runs ftrag this reference: {typed}.",
    ),
}
