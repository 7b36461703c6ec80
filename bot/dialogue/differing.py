"""Blind answers opened: what all agree on is written down, what differs is laid side by side, and one answer counts."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from bot.commands import DifferenceSettled, OpenBlindAnswers, SettleDifference
from bot.dialogue import wording
from bot.dialogue.answers import is_too_late, record
from bot.dialogue.ask import answered_line, changed, proceed
from bot.dialogue.names import clean
from bot.dialogue.progress import has_line, is_blind, question_key
from bot.dialogue.round import COMPARED, facts_of, may_open, round_message, taking_part
from bot.dialogue.turn import Recalled, Turn, edit, post, privately, problem
from bot.replies import (
    AnsweredBefore,
    BlindCompared,
    DifferenceShown,
    RoundEnd,
    SettleModal,
    SideShown,
    Trouble,
    VerdictAlone,
)
from rules.differing import Compared, Difference, compare
from rules.facts import UNKNOWN
from rules.framework import Architecture, Framework
from rules.possibilities import standing
from storage.answer_records import BLIND
from storage.records import Answer, Assessment, BlindAnswers

_REASON = 300


def open_now(assessment: Assessment, command: OpenBlindAnswers, recalled: Recalled) -> Turn:
    """Open everybody's answers, finished or not."""
    if not is_blind(assessment):
        return problem(command, Trouble.BLIND_OPENED, name=assessment.name)
    if not may_open(assessment, recalled.blind, recalled, command.actor):
        return problem(command, Trouble.BLIND_STARTER, name=assessment.name, by=assessment.started_by)
    return opened(assessment, recalled.blind, recalled, by=command.actor)


def opened(assessment: Assessment, blind: Sequence[BlindAnswers], recalled: Recalled, by: str = "") -> Turn:
    """What all agree on counts at once; the interview goes on with what still matters. `by`: who did not wait for all.

    Every row is saved with it, so nobody changes an answer at the moment at which it is opened.
    """
    compared = _compared(blind, recalled.framework)
    agreed = {fact: _first(fact, blind) for fact in compared.agreed}
    after = changed(assessment, recalled, asking=None, answers=agreed)
    ended = round_message(after, blind, ended=RoundEnd.OPENED if by else RoundEnd.ALL, by=by)
    lines = [
        edit(answered_line(after, answer, recalled), question_key(fact))
        for fact, answer in agreed.items()
        if has_line(assessment, fact)
    ]
    shown = post(_message(after, blind, compared, recalled, by), COMPARED)
    turn = proceed(after, recalled, (edit(ended, BLIND), *lines, shown))
    return replace(turn, blind=tuple(_as_opened(one, recalled) for one in blind))


def _as_opened(one: BlindAnswers, recalled: Recalled) -> BlindAnswers:
    """From now on as it is; of somebody who was taken off nothing is kept."""
    return one.model_copy(update={"opened_at": recalled.now, "answers": {} if one.is_off else one.answers})


def _compared(blind: Sequence[BlindAnswers], framework: Framework) -> Compared:
    alone = {one.person: {fact: a.value for fact, a in one.answers.items()} for one in taking_part(blind)}
    return compare(alone, framework)


def _first(fact: str, blind: Sequence[BlindAnswers]) -> Answer:
    """The answer of whoever gave it first."""
    return min((one.answers[fact] for one in taking_part(blind) if fact in one.answers), key=lambda found: found.at)


def _message(
    assessment: Assessment, blind: Sequence[BlindAnswers], compared: Compared, recalled: Recalled, by: str
) -> BlindCompared:
    there, framework = taking_part(blind), recalled.framework
    answered = [one.person for one in there if one.answers]
    return BlindCompared(
        assessment_id=assessment.id,
        name=assessment.name,
        opened_by=by,
        asked=len(there),
        done=sum(one.done_at is not None for one in there),
        missing=tuple(one.person for one in there if one.done_at is None),
        only=answered[0] if len(answered) == 1 else "",
        at=recalled.now,
        agreed=tuple(wording.fact_in_words(framework, fact, value) for fact, value in compared.agreed.items()),
        differences=tuple(_shown(one, assessment, framework) for one in compared.differences),
        alone=_alone(there, framework) if compared.differences else (),
    )


def _alone(there: Sequence[BlindAnswers], framework: Framework) -> tuple[VerdictAlone, ...]:
    """To what the answers of each lead by themselves, of those who have finished."""
    led: dict[tuple[Architecture, bool], list[str]] = defaultdict(list)
    for one in there:
        if one.done_at is not None:
            led[standing(facts_of(one), framework)].append(one.person)
    return tuple(VerdictAlone(by=tuple(who), architecture=end[0], passes=end[1]) for end, who in led.items())


def _shown(one: Difference, assessment: Assessment, framework: Framework) -> DifferenceShown:
    question = framework.by_fact[one.fact]
    return DifferenceShown(
        fact=one.fact,
        topic=question.topic,
        sides=tuple(
            SideShown(
                value=",".join(wording.plain(side.value)) or UNKNOWN,
                words=wording.in_words(question, side.value),
                by=side.by,
                architecture=side.verdict,
                passes=side.passes,
            )
            for side in one.sides
        ),
        bearing=one.bearing,
        settles=one.knows or assessment.started_by,
        is_sure=one.knows is not None,
    )


def settle(assessment: Assessment, command: SettleDifference, recalled: Recalled) -> Turn:
    """The modal in which one of the answers is made to count."""
    if is_too_late(assessment, command.fact):
        return _stands(assessment, command, recalled)
    found = [one for one in _compared(recalled.blind, recalled.framework).differences if one.fact == command.fact]
    if not found:
        return problem(command, Trouble.OUT_OF_DATE)
    place = {"channel": command.channel, "response_url": "", "assessment": assessment.id, "fact": command.fact}
    return Turn(
        modal=SettleModal(
            private=json.dumps(place),
            text=recalled.framework.by_fact[command.fact].text,
            difference=_shown(found[0], assessment, recalled.framework),
        )
    )


def _stands(assessment: Assessment, command: SettleDifference | DifferenceSettled, recalled: Recalled) -> Turn:
    """The answer that counts already, to the one who would settle it again."""
    answer = assessment.answers[command.fact]
    said = wording.said(recalled.framework, answer)
    reply = AnsweredBefore(assessment_id=assessment.id, said=said, is_own=answer.by == command.actor)
    return Turn(says=(privately(command, reply),))


def settled(assessment: Assessment, command: DifferenceSettled, recalled: Recalled) -> Turn:
    """One answer counts, with the reason if one was given; it goes on as after any other answer."""
    if is_too_late(assessment, command.fact):
        return _stands(assessment, command, recalled)
    sides = {
        ",".join(wording.plain(side.value)) or UNKNOWN: side.value
        for one in _compared(recalled.blind, recalled.framework).differences
        if one.fact == command.fact
        for side in one.sides
    }
    if command.value not in sides:
        return problem(command, Trouble.NO_SUCH_ANSWER)
    reason = clean(command.reason, _REASON) or None
    value = sides[command.value]
    answer = Answer(fact=command.fact, value=value, by=command.actor, at=recalled.now, reason=reason)
    return record(assessment, answer, recalled)
