"""Finding one's way: the channel's assessments, the help, and what is answered to words that mean nothing here."""

from typing import Any

from bot.commands import FromOutside, NotThereYet, OutOfDate, ShowHelp, ShowStatus, UnknownWord
from bot.commands.words import nearest
from bot.dialogue.guard import ENDED
from bot.dialogue.names import clean
from bot.dialogue.progress import open_fact, progress
from bot.dialogue.review.standing import address_key, is_asleep
from bot.dialogue.schedule import next_at, today
from bot.dialogue.standing import reviewed, standing
from bot.dialogue.turn import Recalled, Turn, privately, problem
from bot.replies import Help, Status, StatusLine, Trouble, UnknownPost
from storage.records import Assessment, AssessmentState, ItemState, ReviewState
from storage.review_records import endings

SHOWN = 10
"""How many assessments one list shows."""
_WORD_LIMIT = 60
_SENTENCE = 3
"""Words of what is said, and no greeting or mistyped command."""


def show_status(command: ShowStatus, recalled: Recalled) -> Turn:
    """The channel's assessments, newest first, with their state and a link to each."""
    lines = tuple(_line(assessment, command.actor, recalled) for assessment in recalled.others[:SHOWN])
    if not lines:
        return problem(command, Trouble.NONE_HERE_DIRECTLY if command.is_direct else Trouble.NONE_HERE, in_thread=False)
    reply = Status(channel=command.channel, lines=lines, more=recalled.more, unknown=_unknown(recalled))
    return Turn(says=(privately(command, reply, in_thread=False),))


def _line(assessment: Assessment, reader: str, recalled: Recalled) -> StatusLine:
    place = progress(assessment, recalled.framework) if open_fact(assessment) else None
    counted = [item for item in assessment.checklist if item.state is not ItemState.OBSOLETE]
    return StatusLine(
        assessment_id=assessment.id,
        name=assessment.name,
        number=place.number if place else 0,
        to_go=place.to_go if place else 0,
        at_most=place.at_most if place else None,
        done=sum(item.state is ItemState.DONE for item in counted),
        total=len(counted),
        started_by=assessment.started_by,
        changed_at=assessment.changed_at,
        next_review_at=next_at(assessment, recalled.now),
        link=recalled.links.get(assessment.id),
        is_own=assessment.started_by == reader,
        **standing(assessment),
        **_review(assessment, recalled),
    )


def _review(assessment: Assessment, recalled: Recalled) -> dict[str, Any]:
    """The review that stands open, with the way there, and what those before it came to."""
    decision = assessment.decision
    if decision is None or assessment.state is AssessmentState.SUPERSEDED:
        return {}
    reviews = recalled.reviewed.get(assessment.id, ())
    finished = next((one for one in reviews if one.state is ReviewState.FINISHED), None)
    told = reviewed(assessment, finished, endings(reviews, decision.at))
    newest, schedule = next(iter(reviews), None), assessment.schedule
    if newest is None or newest.state is not ReviewState.OPEN:
        return told
    if is_asleep(assessment, newest):
        return {**told, "snoozed_until": schedule.snoozed_until if schedule else None}
    zone = schedule.zone if schedule else None
    days = (today(zone, recalled.now) - today(zone, newest.opened_at)).days
    return {**told, "review_days": days, "review_link": recalled.links.get(address_key(newest, assessment.id))}


def _unknown(recalled: Recalled) -> tuple[UnknownPost, ...]:
    """The posts of these assessments of which nobody knows whether Slack has them."""
    names = {assessment.id: assessment.name for assessment in recalled.others}
    return tuple(
        UnknownPost(
            assessment_id=row.assessment_id,
            delivery_id=row.id,
            name=names[row.assessment_id],
            is_review=(row.message_key or "").startswith("review:"),
        )
        for row in recalled.unknown
        if row.assessment_id in names
    )


def show_help(command: ShowHelp, recalled: Recalled) -> Turn:
    """The help."""
    told = Help(uses_model=recalled.uses_model, is_whole=command.is_whole, is_answering=command.is_answering)
    return Turn(says=(privately(command, told, in_thread=False, thread=command.thread_ts),))


def unknown_word(command: UnknownWord, recalled: Recalled) -> Turn:
    """A word that is no subcommand: what it may have meant, and the help."""
    word, near = clean(command.text, _WORD_LIMIT), nearest(command.text)
    live = [assessment for assessment in recalled.others if assessment.state not in ENDED]
    if near is None and len(live) > 1 and len(word.split()) >= _SENTENCE:
        return problem(
            command, Trouble.WHICH_DECISION, in_thread=False, thread=command.thread_ts, name=live[0].name, detail=word
        )
    # Whoever greets the bot directly has mistyped nothing.
    is_greeting = command.is_direct and near in {None, "help"} and not command.response_url
    told = Help(unknown=None if is_greeting else word, nearest=near, uses_model=recalled.uses_model)
    return Turn(says=(privately(command, told, in_thread=False, thread=command.thread_ts),))


def not_there_yet(command: NotThereYet, _: Recalled) -> Turn:
    """A subcommand that this release does not have: said plainly."""
    return problem(command, Trouble.NOT_BUILT, in_thread=False, detail=command.word)


def from_outside(command: FromOutside, _: Recalled) -> Turn:
    """A person of another workspace: nothing is told and nothing changes."""
    return problem(command, Trouble.OTHER_WORKSPACE, in_thread=False)


def out_of_date(command: OutOfDate, _: Recalled) -> Turn:
    """A control that this release cannot read, or a payload."""
    trouble = Trouble.UNREADABLE if command.is_unread else Trouble.OUT_OF_DATE
    return problem(command, trouble, in_thread=False)
