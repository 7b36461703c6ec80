"""[Not so] under typed words that were taken for an answer, and "undo that": what stood there before stands again.

It comes back whole: its value, who gave it and when, from the history; and the verdict is decided again. An answer that
was given since is somebody's own, and stands. What one message wrote down is taken back together.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.commands import CommandBase, TakeBack, TypedText
from bot.dialogue import contradictions, wording
from bot.dialogue.answers import record
from bot.dialogue.ask import answered_line, changed, proceed, reopen
from bot.dialogue.progress import asked_facts, has_line, open_fact, parent_edit, question_key, taken
from bot.dialogue.progress import told as told_fact
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, edit, in_its_place, privately, problem
from bot.replies import HeardReply, MovedLine, SetAsideLine, ToldAnswer, Trouble
from rules.casing import lower_first
from rules.hearing import line
from rules.hearing.acts import steering
from storage.answer_records import TakenBack, taken_back
from storage.records import Answer, Assessment, DeliveryMethod

_FRESH = timedelta(minutes=15)
"""So long "that" is what was supposed of late."""
_THAT = re.compile(r"\b(?:that|this|it|those|them)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:my|last|previous|answers?|entry|message|what i)\b", re.IGNORECASE)
"""With these it is said to be an answer of one's own that is to go."""


def take_back(assessment: Assessment, command: TakeBack, recalled: Recalled) -> Turn:
    """Take back the answer that was given then. Where none stood before it, its question is asked again."""
    history = recalled.gathered.history if recalled.gathered else ()
    given = [answer for answer in history if answer.fact == command.fact]
    stands = assessment.answers.get(command.fact)
    if stands is None or command.at not in {answer.at for answer in given}:
        return problem(command, Trouble.OUT_OF_DATE)
    before = _before(given, command.at)
    if stands.at != command.at:
        return _nothing(assessment, command, stands, before, recalled)
    if before is None:
        return _noted(reopen(assessment, command.fact, recalled), stands, command, recalled)
    shown = wording.said(recalled.framework, before)
    turn = _noted(record(assessment, before, recalled), stands, command, recalled)
    if not command.is_copy:
        return turn  # the line that was pressed shows it
    return _saying(turn, assessment, command, f"{shown.topic}: {shown.words or 'not sure'} stands again, as before.")


def _noted(turn: Turn, gone: Answer, command: CommandBase, recalled: Recalled) -> Turn:
    """With who took which answer back, and when, for the record."""
    *others, after = turn.assessments
    noted = after.model_copy(update={"asked": (*after.asked, _undone(gone, command, recalled))})
    return replace(turn, assessments=(*others, noted))


def _undone(gone: Answer, command: CommandBase, recalled: Recalled) -> str:
    return TakenBack(gone.fact, gone.at.isoformat(), command.actor, recalled.now).as_asked


def _before(given: Sequence[Answer], at: datetime) -> Answer | None:
    """What stood there when the answer was given. What is restored stands in the history once more, as it stood.

    So the history is walked like steps: what was restored goes back down to where it was given, and what stood above it
    was taken back and is no more.
    """
    stood: list[Answer] = []
    for answer in given:
        place = next((place for place, below in enumerate(stood) if below.at == answer.at), None)
        if place is not None:
            del stood[place + 1 :]
        elif answer.at == at:
            return stood[-1] if stood else None
        else:
            stood.append(answer)
    return None


def _nothing(
    assessment: Assessment, command: TakeBack, stands: Answer, before: Answer | None, recalled: Recalled
) -> Turn:
    """It is taken back already, or there is a later answer: that one stands."""
    shown = wording.said(recalled.framework, stands)
    words = shown.words or "not sure"
    if before is not None and stands.at == before.at:
        return _saying(Turn(), assessment, command, f"{shown.topic}: {words} stands again already.")
    later = f"{shown.topic} was answered again since: {words}. That stands, and nothing was changed."
    return _saying(Turn(), assessment, command, later)


def _saying(turn: Turn, assessment: Assessment, command: TakeBack, words: str) -> Turn:
    reply = HeardReply(assessment_id=assessment.id, typed="", says=(words,))
    return turn.saying((in_its_place(command, reply) if command.is_copy else None) or privately(command, reply))


def may_undo(command: CommandBase) -> bool:
    """Whether the words may ask for what was written down last to be taken back."""
    return isinstance(command, TypedText) and steering.may_undo(line(command.text, None, {}, mention=True))


def undo(assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn | None:
    """All that the person's last message wrote down is taken back, and named; None where nothing of theirs stands.

    Where none stood before the question that it answered, that one is asked again; what it told beside is open again.
    """
    own = [answer for answer in assessment.answers.values() if answer.by == command.actor]
    last = [answer for answer in own if answer.at == max(each.at for each in own)]
    if not last:
        return None
    before = {answer.fact: _stood(assessment, answer, recalled) for answer in last}
    kept = {fact: before.get(fact, answer) for fact, answer in assessment.answers.items()}
    gone = {answer.fact: answer for answer in last if before[answer.fact] is None}
    after = changed(
        assessment,
        recalled,
        answers={fact: answer for fact, answer in kept.items() if answer is not None},
        asked=(
            *(asked for asked in assessment.asked if asked not in map(told_fact, gone)),
            *(taken(answer) for answer in gone.values()),
            *(_undone(answer, command, recalled) for answer in last),
        ),
    )
    told = ToldAnswer(
        assessment_id=after.id, asked_by=command.actor, says=(_taken_back(before, recalled),), takes_back=True
    )
    turn = _going_on(after, gone, recalled)
    lines = (*_lines(assessment, after, before, recalled), *_settled(assessment, after, command, recalled))
    return replace(turn, says=(Say(DeliveryMethod.POST, told, under_key=PARENT), *lines, *turn.says))


def is_of_something_else(assessment: Assessment) -> bool:
    """Whether what was changed last, after the verdict, is no answer: an old one is not what "undo" means then."""
    if assessment.decision is None or open_fact(assessment) is not None:
        return False
    answered = (answer.at for answer in assessment.answers.values())
    undone = (one.when for one in taken_back(assessment.asked))
    return assessment.changed_at > max((assessment.decision.at, *answered, *undone))


def only_supposed(assessment: Assessment, command: TypedText, recalled: Recalled) -> HeardReply | None:
    """What is said to "take that back" where the last thing that was told was only supposed; None where none was."""
    supposed = [one.at for one in assessment.asked_back.values() if one.is_supposed and recalled.now - one.at <= _FRESH]
    own = [answer.at for answer in assessment.answers.values() if answer.by == command.actor]
    is_of_it = bool(supposed) and max(supposed) > max((*own, assessment.started_at))
    if not is_of_it or not _THAT.search(command.text) or _OWN.search(command.text):
        return None
    says = "That was only supposed: nothing of it was written down, and nothing was taken back."
    how = ("To take back what you answered last, type “undo”.",) if own else ()
    return HeardReply(assessment_id=assessment.id, typed="", says=(says, *how))


def not_undone(assessment: Assessment) -> HeardReply:
    """What is said where something else was changed since the last answer."""
    says = (
        "Nothing was taken back: what was changed last is no answer.",
        "Golden tasks and the roadmap are changed back below, the plan of the reviews and an answer where they stand.",
    )
    edits = "Edit golden tasks" if assessment.golden_tasks else ""
    return HeardReply(assessment_id=assessment.id, typed="", says=says, edits_tasks=edits, shows_roadmap=True)


def nothing_to_undo(assessment: Assessment) -> HeardReply:
    """What is said to somebody of whom no answer stands."""
    says = "Nothing that you wrote down stands here. Press Change beside an answer to change it."
    return HeardReply(assessment_id=assessment.id, typed="", says=(says,))


def _stood(assessment: Assessment, answer: Answer, recalled: Recalled) -> Answer | None:
    """What stood there before this answer; None where nothing did, or what did was taken back itself."""
    history = recalled.gathered.history if recalled.gathered else ()
    before = _before([each for each in history if each.fact == answer.fact], answer.at)
    return None if before is None or taken(before) in assessment.asked else before


def _taken_back(before: Mapping[str, Answer | None], recalled: Recalled) -> str:
    """What was taken back, and what stands there now: "how often the truth changes (“weekly” again)"."""
    shown = []
    for fact, answer in before.items():
        words = wording.said(recalled.framework, answer).words if answer else None
        stands = f"“{words or 'not sure'}” again" if answer else "open again"
        shown.append(f"{lower_first(recalled.framework.by_fact[fact].topic)} ({stands})")
    return f"Taken back: {wording.listed(shown)}."


def _going_on(after: Assessment, gone: Mapping[str, Answer], recalled: Recalled) -> Turn:
    """What is asked then: the question that has no answer any more, else what stood open, else what follows."""
    again = [fact for fact in asked_facts(after) if fact in gone]
    if again:
        return reopen(after, again[-1], recalled)
    is_over = open_fact(after) is None and contradictions.contradiction_again(after, recalled.framework) is None
    if is_over:
        return proceed(changed(after, recalled, asking=None), recalled)
    return Turn((after,), (parent_edit(after, recalled),))


def _lines(
    assessment: Assessment, after: Assessment, before: Mapping[str, Answer | None], recalled: Recalled
) -> Iterator[Say]:
    """The line of each question that was answered, as it stands now."""
    for fact, answer in before.items():
        topic = recalled.framework.by_fact[fact].topic
        if not has_line(assessment, fact):
            continue
        if answer is not None:
            yield edit(answered_line(after, answer, recalled), question_key(fact))
        elif has_line(after, fact):
            yield edit(SetAsideLine(topic=topic, matters=True), question_key(fact))
        else:
            yield edit(MovedLine(topic=topic, is_taken_back=True), question_key(fact))


def _settled(assessment: Assessment, after: Assessment, command: TypedText, recalled: Recalled) -> tuple[Say, ...]:
    return contradictions.settled(assessment, after, command.actor, recalled.framework)
