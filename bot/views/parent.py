"""The one message in the channel, kept current by editing; and what its starter hears where it cannot be posted."""

from bot.ids import MENTION, Act
from bot.replies import AlreadyThere, DeletedLine, NotInChannel, ParentMessage
from bot.views.blocks import Block, Message, actions, button, context, link_button, message, section
from bot.views.question import CANCEL, progress
from bot.views.standing import in_force, outcome, standing
from bot.views.text import channel, count, day, moment, name, people, person, quoted
from storage.records import AssessmentState

_MINUTES_EACH = 0.6
"""How long a question takes, as far as interviews have shown."""
_ALONE = "Each of us alone: everyone answers unseen first, then you see where you differ."
_WHO_SEES = "Answers stay here; workspace admins see the verdict and can export all of it."


def parent(reply: ParentMessage) -> Message:
    """The message for the state that the assessment is in."""
    match reply.state:
        case AssessmentState.DECIDED:
            return _decided(reply)
        case AssessmentState.CANCELLED:
            by = f" by {person(reply.cancelled_by)}" if reply.cancelled_by else ""
            return message(
                section(
                    f"*{name(reply.name)}: interview canceled*{by}.",
                    "The answers are kept. To begin again, type /ftrag assess.",
                )
            )
        case AssessmentState.SUPERSEDED:
            newer = button("See the newer one", Act.SHOW_MORE, reply.newer_id, tail="newer") if reply.newer_id else None
            return message(
                section(f"*{name(reply.name)}: {outcome(reply)}.*", "A newer version of this decision stands below."),
                actions(newer),
            )
        case AssessmentState.INTERVIEWING | AssessmentState.STOPPED:
            return _open(reply)


def _open(reply: ParentMessage) -> Message:
    key = reply.assessment_id
    is_stopped = reply.state is AssessmentState.STOPPED
    leaving: Block | None = button("Stop", Act.STOP, key)
    if is_stopped:  # a verdict stays: there is nothing to cancel
        leaving = None if reply.is_revising else button("Cancel the interview", Act.CANCEL, key, confirm=CANCEL)
    where = _where(reply)
    goes_on = (
        button("Answer for yourself", Act.BLIND_OWN, key, "", style="primary")
        if reply.is_blind and not is_stopped
        else button("Continue", Act.CONTINUE, key, style="primary")
    )
    return message(
        section(f"*{name(reply.name)}: {_headline(reply)}*", _purpose(reply), _invitation(reply)),
        context(where) if where else None,
        actions(
            goes_on,
            leaving,
            button("Each of us alone", Act.BLIND, key, says="Each of us alone: own answers first")
            if reply.can_ask_alone
            else None,
        ),
        context(_ALONE) if reply.can_ask_alone else None,
    )


def _headline(reply: ParentMessage) -> str:
    if reply.is_revising and reply.architecture is not None:
        return in_force(reply)
    return "which architecture does it need now?" if reply.is_again else "which architecture does it need?"


def _purpose(reply: ParentMessage) -> str:
    return quoted(reply.context, 200) if reply.context else ""


def _invitation(reply: ParentMessage) -> str:
    if reply.is_sharpening:
        return "More answers are being given in the thread, to sharpen the roadmap. The verdict holds meanwhile."
    if reply.is_revising:
        return "The verdict holds until the question in the thread is answered."
    takes = _takes(reply)
    if reply.in_direct_message:
        return f"A decision interview with you alone{takes}. {_WHO_SEES}"
    if reply.is_blind:
        return (
            f"{person(reply.started_by)} wants everyone's own answers first: in the thread each of the named people "
            f"answers alone. {_WHO_SEES}"
        )
    began = "took the decision up again" if reply.is_again else "started a decision interview"
    offered = "Earlier answers are offered one by one; only what changed needs a thought. " if reply.has_earlier else ""
    return f"{person(reply.started_by)} {began}. Anyone here can answer in the thread{takes}. {offered}{_WHO_SEES}"


def _takes(reply: ParentMessage) -> str:
    """How much the whole interview takes, to whoever has yet to begin; from then on its place says what is left."""
    if reply.last_by is not None:
        return ""
    minutes = max(1, round(reply.expected * _MINUTES_EACH))
    return f": about {count(reply.expected, 'question')}, {count(minutes, 'minute')}"


def _where(reply: ParentMessage) -> str:
    if reply.state is AssessmentState.STOPPED:
        at = f" at question {reply.progress.number}" if reply.progress else ""
        place = f"Stopped{at}; nothing is lost"
    else:
        place = _place(reply)
    if reply.last_by and reply.last_at:
        return f"{f'{place} · l' if place else 'L'}ast answer by {person(reply.last_by)}, {moment(reply.last_at)}"
    return place


def _place(reply: ParentMessage) -> str:
    if reply.is_revising:
        return "More answers, as far as you like" if reply.is_sharpening else ""  # the line above says what goes on
    if reply.is_blind:
        return "Each answers alone"
    return progress(reply.progress) if reply.progress else "Working on the next question"


def _decided(reply: ParentMessage) -> Message:
    key = reply.assessment_id
    done = "Decided" if reply.is_likely and reply.is_leading else "Answered"
    when = f" on {day(reply.decided_at)}" if reply.decided_at else ""
    by = f" by {people(reply.decided_by)}" if reply.decided_by else ""
    since = f"; {people(reply.since_by)} answered since, and it stands" if reply.since_by else ""
    review = f" Next review: {moment(reply.next_review_at)}." if reply.next_review_at else ""
    again = f"It is being taken up again below. Until that is settled, {_holds(reply)}." if reply.is_reassessed else ""
    earlier = reply.earlier_id or ""
    return message(
        section(f"*{name(reply.name)}: {outcome(reply)}.*", f"{done}{when}{by}{since}.{review}", again),
        actions(
            button("See why", Act.SHOW_MORE, key, says=f"See why for {reply.name}"),
            button("Roadmap", Act.ROADMAP, key, says=f"Roadmap of {reply.name}"),
            button("Reassess", Act.REASSESS, key, says=f"Reassess {reply.name}"),
            button("Earlier version", Act.SHOW_MORE, earlier, tail="earlier", says=f"Earlier version of {reply.name}")
            if earlier
            else None,
        ),
    )


def _holds(reply: ParentMessage) -> str:
    return "this decision holds" if reply.is_likely else "all stays as it is"


def deleted(reply: DeletedLine) -> Message:
    """In the place of every message about it, since what their buttons led to is gone."""
    if not reply.is_in_channel:
        return message(section(f"Deleted with *{name(reply.name)}* by {person(reply.by)}."))
    return message(
        section(
            f"*{name(reply.name)}: deleted* by {person(reply.by)}.",
            "Its answers, verdict, roadmap and log are gone. To begin again, type /ftrag assess.",
        )
    )


def not_in_channel(reply: NotInChannel) -> Message:
    """To the starter alone: how to let the bot in, or to go on without the channel."""
    key = (reply.assessment_id, reply.failed)
    if reply.channel.startswith("D"):  # with the bot itself every post arrives, so this one is between two people
        return message(
            section(
                f"This is a direct message between two people, which no app can join. So *{name(reply.name)}* has not "
                "begun here.",
                "Start it in a channel, where everyone can answer. Or hold the interview with me alone.",
            ),
            actions(button("Hold it with me alone", Act.TO_DIRECT, *key, style="primary")),
        )
    return message(
        section(
            f"I am not in {channel(reply.channel)} yet, so *{name(reply.name)}* has not begun there.",
            f"Invite me with /invite {MENTION} and press Start. Or hold the interview with me alone.",
        ),
        actions(
            button("Start", Act.TRY_AGAIN, *key, style="primary"),
            button("Hold it in a direct message", Act.TO_DIRECT, *key),
        ),
    )


def already_there(reply: AlreadyThere) -> Message:
    """To the starter alone: the name is taken in this channel."""
    key = reply.assessment_id
    is_decided = reply.state is AssessmentState.DECIDED
    place = f"question {max(1, reply.number)}"
    first: Block = (
        button("See why", Act.SHOW_MORE, key)
        if is_decided
        else button("Continue it", Act.CONTINUE, key, style="primary")
    )
    return message(
        section(
            f"There is already one for *{name(reply.name)}* here: {standing(reply, place)}.",
            "A new version keeps the old one as it is and starts with fresh questions.",
        ),
        actions(
            first,
            button("Start a new version", Act.NEW_VERSION, key),
            link_button("Go to it", reply.link, "parent") if reply.link else None,
        ),
    )
