"""What people were asked back, kept until their next line: "did you mean harm?" is answered by "yes, harm".

The answer is the same as the press of the button beside it; whoever answers in words is not asked a second time.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from bot.commands import TypedText
from bot.dialogue.meant import is_proposed, open_here
from bot.dialogue.turn import Recalled, Turn
from bot.dialogue.wording import valid
from bot.replies import Changed, HeardReply, OfferedAnswer, Reply, ToldAnswer, WhatIfAnswer
from rules.framework import Framework
from rules.hearing import Choice, Heard, answering, line, recording
from storage.records import AskedBack, Assessment

_FRESH = timedelta(minutes=15)
"""So long a line is still an answer to what was asked back."""


def heard_back(assessment: Assessment, command: TypedText, text: str, found: Heard, recalled: Recalled) -> Heard:
    """What the line was taken for, or the answer that it gives to what the same person was asked back."""
    asked = _asked(assessment, command, recalled)
    if asked is None or command.is_edited:
        return found
    typed = line(text, open_here(assessment), assessment.facts().known(), mention=command.is_mention)
    offered = [*_choices(asked, recalled.framework)]
    return (recording if asked.is_supposed else answering)(typed, found, offered)


def _asked(assessment: Assessment, command: TypedText, recalled: Recalled) -> AskedBack | None:
    """What this person was asked back of late; else what anybody supposed last, which all have read in the thread."""
    fresh = {who: one for who, one in assessment.asked_back.items() if recalled.now - one.at <= _FRESH}
    supposed = [one for one in fresh.values() if one.is_supposed]
    return fresh.get(command.actor) or max(supposed, key=lambda one: one.at, default=None)


def _choices(asked: AskedBack, framework: Framework) -> Iterator[Choice]:
    """What was offered, without what the rules of today no longer have."""
    for fact, value in asked.offered:
        with suppress(KeyError, ValueError):
            yield Choice(fact, valid(framework.by_fact[fact], tuple(value.split(","))))


def remembering(turn: Turn, assessment: Assessment, command: TypedText, now: datetime) -> Turn:
    """The turn with what it asks back of the person kept in the place of what was asked before."""
    offers = [*_offers(say.reply for say in turn.says if say.is_private)]
    supposed = [*_supposed(say.reply for say in turn.says)]
    before = assessment.asked_back
    if command.is_edited or not (offers or supposed or (turn.says and command.actor in before)):
        return turn
    waits = {who: asked for who, asked in before.items() if who != command.actor and now - asked.at <= _FRESH}
    if offers or supposed:
        offered = tuple((each.fact, each.value) for each in offers or supposed)
        waits[command.actor] = AskedBack(at=now, offered=offered, is_supposed=not offers)
    after = turn.assessments[-1] if turn.assessments else assessment
    return replace(turn, assessments=(*turn.assessments[:-1], after.model_copy(update={"asked_back": waits})))


def _offers(replies: Iterable[Reply]) -> Iterator[OfferedAnswer]:
    """The answers that are offered to the person, as buttons; what a model proposes takes the press itself."""
    for reply in replies:
        if isinstance(reply, HeardReply) and not is_proposed(reply):
            yield from reply.offers
            yield from (stands.offered for stands in reply.stands if stands.offered)


def _supposed(replies: Iterable[Reply]) -> Iterator[Changed]:
    """The changes that a supposition was told of, which one button records."""
    for reply in replies:
        if isinstance(reply, ToldAnswer | WhatIfAnswer):
            yield from reply.changes
