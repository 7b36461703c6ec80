"""Blind answers: who is named, and what each answers alone, in the thread or in a modal. Nobody else sees any of it."""

import json
from collections.abc import Sequence
from dataclasses import replace

from bot.commands import AnswerBlind, AskBlind, CommandBase, GiveBlindAnswer, PeopleNamed
from bot.dialogue import wording
from bot.dialogue.answers import chosen
from bot.dialogue.ask import changed
from bot.dialogue.differing import opened
from bot.dialogue.progress import can_ask_alone, is_blind, open_fact, parent_edit, place, question_key
from bot.dialogue.round import is_over, next_own, own, round_below, round_message, taking_part
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, edit, in_its_place, post, privately, problem
from bot.errors import BadInput, WrongPeople
from bot.ids import Field
from bot.replies import BlindDone, BlindModal, BlindQuestion, MovedLine, PeopleModal, Trouble
from rules.framework import Framework
from storage.answer_records import BLIND
from storage.records import Answer, Assessment, AssessmentState, BlindAnswers, DeliveryMethod

MOST = 10
"""People who answer alone."""


def fault(command: PeopleNamed) -> tuple[Field, BadInput] | None:
    """Too few people, or too many. Of those who were named before, all but one may be taken off."""
    least = 1 if command.is_change else 2
    return None if least <= len(command.people) <= MOST else (Field.PEOPLE, WrongPeople())


def ask_people(assessment: Assessment, command: AskBlind, recalled: Recalled) -> Turn:
    """The modal that names who answers alone."""
    refused = _refused(assessment, command)
    if refused is not None:
        return refused
    there = taking_part(recalled.blind)
    private = _place(command) | {"assessment": assessment.id, "is_change": bool(there)}
    people = tuple(one.person for one in there)
    return Turn(
        modal=PeopleModal(
            private=json.dumps(private), name=assessment.name, people=people, is_change=is_blind(assessment)
        )
    )


def _place(command: CommandBase) -> dict[str, object]:
    return {"channel": command.channel, "response_url": ""}


def _refused(assessment: Assessment, command: CommandBase) -> Turn | None:
    """Why nobody can be named: the starter alone may, and before anybody has answered for all to see."""
    if command.actor != assessment.started_by:
        return problem(command, Trouble.BLIND_STARTER, name=assessment.name, by=assessment.started_by)
    if not is_blind(assessment) and not can_ask_alone(assessment):
        return problem(command, Trouble.BLIND_TOO_LATE, name=assessment.name)
    return None


def named(assessment: Assessment, command: PeopleNamed, recalled: Recalled) -> Turn:
    """These people answer alone from now on, and nobody else."""
    refused = _refused(assessment, command)
    if refused is not None:
        return refused
    people = command.people[:MOST]
    return (_renamed if is_blind(assessment) else _begun)(assessment, people, command, recalled)


def _begun(assessment: Assessment, people: Sequence[str], _: CommandBase, recalled: Recalled) -> Turn:
    """The open question makes room; each is asked in the thread, for themselves."""
    fact = open_fact(assessment)
    blind = tuple(_new(assessment, place, person, recalled) for place, person in enumerate(people))
    begun = changed(
        assessment, recalled, asking=BLIND, asked=(*assessment.asked, BLIND), state=AssessmentState.INTERVIEWING,
        left=None,
    )  # fmt: skip
    topic = recalled.framework.by_fact[fact].topic if fact else ""
    line = (edit(MovedLine(topic=topic, stays=True), question_key(fact)),) if fact else ()
    shown = post(round_message(begun, blind, named=tuple(people), is_new=True), BLIND)
    asked = [_asked(begun, one, recalled) for one in blind]
    return Turn((begun,), (*line, shown, *asked, parent_edit(begun, recalled)), blind=blind)


def _new(assessment: Assessment, place: int, person: str, recalled: Recalled) -> BlindAnswers:
    return BlindAnswers(
        tenant=assessment.tenant, assessment_id=assessment.id, place=place, person=person, named_at=recalled.now
    )


def _renamed(assessment: Assessment, people: Sequence[str], command: CommandBase, recalled: Recalled) -> Turn:
    """Some were named besides, or taken off. Who has finished stays; who is named again finds their answers there."""
    there = {one.person for one in taking_part(recalled.blind)}
    known = tuple(_kept(one, one.person in people) for one in recalled.blind)
    unknown = [person for person in people if person not in {one.person for one in known}]
    room = range(len(known), len(known) + len(unknown))
    blind = (*known, *(_new(assessment, place, who, recalled) for place, who in zip(room, unknown, strict=True)))
    saved = tuple(one for one in blind if one not in recalled.blind)
    if not saved:
        return _finished_stay(assessment, people, command, recalled, Turn())
    called = tuple(one.person for one in taking_part(blind) if one.person not in there)
    after = changed(assessment, recalled)
    if is_over(blind):
        turn = opened(after, blind, recalled)
    else:
        now = replace(recalled, blind=blind)
        shown = round_below(after, now, called) if called else (edit(round_message(after, blind), BLIND),)
        asked = [_asked(after, one, recalled) for one in taking_part(blind) if one.person in called]
        turn = Turn((after,), (*shown, *asked), blind=saved)
    return _finished_stay(assessment, people, command, recalled, turn)


def _kept(one: BlindAnswers, is_named: bool) -> BlindAnswers:
    stays = is_named or (one.done_at is not None and not one.is_off)
    return one if one.is_off is not stays else one.model_copy(update={"is_off": not stays})


def _finished_stay(
    assessment: Assessment, people: Sequence[str], command: CommandBase, recalled: Recalled, turn: Turn
) -> Turn:
    """The turn; and where somebody was left out who had finished, that they stay."""
    left_out = [one for one in taking_part(recalled.blind) if one.done_at is not None and one.person not in people]
    if not left_out:
        return turn
    told = problem(command, Trouble.BLIND_FINISHED, name=assessment.name, by=left_out[0].person)
    return turn.saying(*told.says)


def _asked(assessment: Assessment, one: BlindAnswers, recalled: Recalled) -> Say:
    """What this person is asked next, in the thread for them alone; it has a name, so it is shown nowhere else."""
    fact = next_own(one, recalled.framework)
    reply = _question(assessment, one, fact, recalled.framework) if fact else _done(assessment, one)
    return Say(
        DeliveryMethod.EPHEMERAL,
        reply,
        message_key=f"{BLIND}:{one.place}",
        under_key=PARENT,
        channel=assessment.channel,
        user=one.person,
        is_private=True,
    )


def _question(assessment: Assessment, one: BlindAnswers, fact: str, framework: Framework) -> BlindQuestion:
    question, given = framework.by_fact[fact], one.answers.get(fact)
    others = {other: answer for other, answer in one.answers.items() if other != fact}
    number = list(one.answers).index(fact) + 1 if given else len(one.answers) + 1
    return BlindQuestion(
        assessment_id=assessment.id,
        name=assessment.name,
        fact=fact,
        text=question.text,
        why=question.why,
        options=wording.choices(question),
        is_list=question.is_list,
        progress=place(number, others, framework),
        selected=wording.plain(given.value) if given else (),
        turn=one.version,
    )


def _done(assessment: Assessment, one: BlindAnswers, *, is_opened: bool = False) -> BlindDone:
    return BlindDone(assessment_id=assessment.id, name=assessment.name, given=len(one.answers), is_opened=is_opened)


def _mine(assessment: Assessment, command: CommandBase, recalled: Recalled) -> BlindAnswers | Turn:
    """What the one who acts answers; or why they answer nothing alone here."""
    if not is_blind(assessment):
        return problem(command, Trouble.BLIND_OPENED, name=assessment.name)
    mine = own(recalled.blind, command.actor)
    return mine or problem(command, Trouble.NOT_NAMED, name=assessment.name, by=assessment.started_by)


def own_questions(assessment: Assessment, command: AnswerBlind, recalled: Recalled) -> Turn:
    """One's own questions in a modal, the next one or one that was answered before."""
    mine = _mine(assessment, command, recalled)
    if isinstance(mine, Turn):
        return mine
    return Turn(modal=_modal(assessment, mine, command, recalled, fact=command.fact))


def _modal(
    assessment: Assessment,
    mine: BlindAnswers,
    command: AnswerBlind | GiveBlindAnswer,
    recalled: Recalled,
    *,
    fact: str = "",
    is_opened: bool = False,
) -> BlindModal:
    asked = fact if fact in mine.answers else None if is_opened else next_own(mine, recalled.framework)
    return BlindModal(
        private=json.dumps(_place(command)),
        assessment_id=assessment.id,
        name=assessment.name,
        question=_question(assessment, mine, asked, recalled.framework) if asked else None,
        given=tuple(wording.said(recalled.framework, answer) for answer in mine.answers.values()),
        is_opened=is_opened,
        replaces=command.in_modal,
    )


def give(assessment: Assessment, command: GiveBlindAnswer, recalled: Recalled) -> Turn:
    """One answer, which nobody else sees; where it was the last one of all, everybody's answers are opened."""
    mine = _mine(assessment, command, recalled)
    if isinstance(mine, Turn):
        return mine
    is_known = command.fact in recalled.framework.by_fact
    value = None if command.is_unsure and is_known else chosen(command, command.values, recalled)
    if isinstance(value, Turn):
        return value
    given = Answer(fact=command.fact, value=value, by=command.actor, at=recalled.now)
    after = mine.model_copy(update={"answers": {**mine.answers, command.fact: given}})
    is_done = next_own(after, recalled.framework) is None
    after = after.model_copy(update={"done_at": (mine.done_at or recalled.now) if is_done else None})
    blind = tuple(after if one.place == mine.place else one for one in recalled.blind)
    if is_over(blind):
        return _told(opened(assessment, blind, recalled), assessment, after, command, recalled, is_opened=True)
    turn = Turn(blind=(after,))
    if is_done is (mine.done_at is None):  # whether they have finished is what others see
        moved = changed(assessment, recalled)
        turn = Turn((moved,), (edit(round_message(moved, blind), BLIND),), blind=(after,))
    return _told(turn, assessment, after, command, recalled)


def _told(
    turn: Turn,
    assessment: Assessment,
    mine: BlindAnswers,
    command: GiveBlindAnswer,
    recalled: Recalled,
    *,
    is_opened: bool = False,
) -> Turn:
    """The turn with what the one who answered sees next, where they answered: in their modal, or in the thread."""
    if command.in_modal:
        return replace(turn, modal=_modal(assessment, mine, command, recalled, is_opened=is_opened))
    fact = None if is_opened else next_own(mine, recalled.framework)
    reply = (
        _question(assessment, mine, fact, recalled.framework) if fact else _done(assessment, mine, is_opened=is_opened)
    )
    return turn.saying(in_its_place(command, reply) or privately(command, reply))
