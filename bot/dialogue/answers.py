"""The interview: answers, "not sure", and what somebody hears who answered a moment too late."""

from bot.commands import AboutQuestion, GiveAnswer, RecordChange, ResolveContradiction, SayNotSure
from bot.dialogue import contradictions, wording
from bot.dialogue.ask import answered_line, ask, changed, close, open_key, proceed, reopen
from bot.dialogue.progress import has_line, next_fact, open_fact, parent_edit, question_key
from bot.dialogue.progress import told as told_fact
from bot.dialogue.turn import Recalled, Say, Turn, edit, in_its_place, post, privately, problem
from bot.replies import AnsweredBefore, ChangedLine, HeardReply, MovedLine, Trouble
from rules.facts import Value
from storage.records import Answer, Assessment, AssessmentState


def answer(assessment: Assessment, command: GiveAnswer, recalled: Recalled) -> Turn:
    """An option was pressed, chosen or saved."""
    value = chosen(command, command.values, recalled)
    if isinstance(value, Turn):
        return value
    if is_too_late(assessment, command.fact):
        return told(assessment, command, value, recalled)
    return record(assessment, _given(command, value, recalled, command.typed), recalled)


def chosen(command: AboutQuestion, values: tuple[str, ...], recalled: Recalled) -> Value | Turn:
    """The value that was pressed, chosen or saved; or what is wrong with it."""
    question = recalled.framework.by_fact.get(command.fact)
    if question is None:
        return problem(command, Trouble.NO_SUCH_ANSWER)
    if not values:
        return problem(command, Trouble.NOTHING_CHOSEN)
    alone = wording.clashing(question, values)
    if alone:
        return problem(command, Trouble.CHOSEN_ALONE, detail=alone)
    try:
        return wording.valid(question, values)
    except ValueError:
        return problem(command, Trouble.NO_SUCH_ANSWER)


def not_sure(assessment: Assessment, command: SayNotSure, recalled: Recalled) -> Turn:
    """Somebody pressed "Not sure": an answer, with its effect on how sure the verdict can be."""
    if command.fact not in recalled.framework.by_fact:
        return problem(command, Trouble.NO_SUCH_ANSWER)
    if is_too_late(assessment, command.fact) and not command.is_change:
        return told(assessment, command, None, recalled)
    turn = record(assessment, _given(command, None, recalled, None), recalled)
    return _closed(turn, assessment, command, recalled) if command.is_change else turn


def record_change(assessment: Assessment, command: RecordChange, recalled: Recalled) -> Turn:
    """A "what if" becomes the answer. Where another question stands open, who pressed is told of both."""
    question, values = recalled.framework.by_fact.get(command.fact), tuple(command.value.split(","))
    if not command.value and command.is_change:
        return problem(command, Trouble.NOTHING_CHOSEN)
    if question and (alone := wording.clashing(question, values)):
        return problem(command, Trouble.CHOSEN_ALONE, detail=alone)
    try:
        value = wording.valid(question, values) if question else None
    except ValueError:
        value = None
    if value is None:
        return problem(command, Trouble.NO_SUCH_ANSWER)
    turn = record(assessment, _given(command, value, recalled, None), recalled)
    if command.is_change:
        return _closed(turn, assessment, command, recalled)
    after = turn.assessments[-1]
    key = open_key(after)
    if key is None or any(say.message_key == key for say in turn.says):
        return turn
    taken = wording.said(recalled.framework, after.answers[command.fact])
    return turn.saying(privately(command, HeardReply(assessment_id=after.id, typed="", taken=(taken,), is_alone=True)))


def _closed(turn: Turn, before: Assessment, command: AboutQuestion, recalled: Recalled) -> Turn:
    """The turn with the question that one person was asked again closed to a line, where they see it."""
    was, now = before.answers.get(command.fact), turn.assessments[-1].answers[command.fact]
    line = ChangedLine(
        said=wording.said(recalled.framework, now), was=wording.said(recalled.framework, was) if was else None
    )
    closing = in_its_place(command, line)
    return turn.saying(closing) if closing else turn


def resolve(assessment: Assessment, command: ResolveContradiction, recalled: Recalled) -> Turn:
    """Which of two answers is to change, or that both hold."""
    contradiction = contradictions.named(assessment, command)
    if contradiction is None:
        return problem(command, Trouble.OUT_OF_DATE)
    topic = recalled.framework.by_fact[command.fact].topic if command.fact else None
    line = contradictions.line(assessment, contradiction, command.actor, recalled.framework, topic)
    settled = edit(line, contradictions.key_of(contradiction.id))
    if command.fact:
        return _first(settled, reopen(assessment, command.fact, recalled))
    if assessment.asking != contradictions.key_of(contradiction.id):
        return Turn((changed(assessment, recalled),), (settled,))
    return proceed(changed(assessment, recalled, asking=None), recalled, (settled,))


def _first(say: Say, turn: Turn) -> Turn:
    return Turn(turn.assessments, (say, *turn.says), turn.modal)


def _given(command: AboutQuestion, value: Value, recalled: Recalled, typed: str | None) -> Answer:
    return Answer(fact=command.fact, value=value, by=command.actor, at=recalled.now, said=typed)


def is_too_late(assessment: Assessment, fact: str) -> bool:
    """Whether somebody answered this question already, and nobody opened it again."""
    return assessment.asking != fact and fact in assessment.answers


def told(assessment: Assessment, command: AboutQuestion, value: Value, recalled: Recalled) -> Turn:
    """The answer that stands, to the one who answered after it. The same person's second press says nothing."""
    stands = assessment.answers[command.fact]
    is_own, is_same = stands.by == command.actor, stands.value == value
    if is_own and is_same:
        return Turn()
    reply = AnsweredBefore(
        assessment_id=assessment.id,
        said=wording.said(recalled.framework, stands),
        is_same=is_same,
        is_own=is_own,
    )
    return Turn(says=(privately(command, reply),))


def record(assessment: Assessment, given: Answer, recalled: Recalled, *, is_beside: bool = False) -> Turn:
    """Take this answer, show it, and go on where its question was the one that stood open.

    It is shown in place; one that was typed beside the open question below the words that gave it (`is_beside`).
    """
    before = assessment.answers.get(given.fact)
    stood_open = open_fact(assessment)
    goes_on = assessment.asking is None or stood_open == given.fact
    asked = assessment.asked if has_line(assessment, given.fact) else (*assessment.asked, told_fact(given.fact))
    answers, asking = {**assessment.answers, given.fact: given}, None if goes_on else assessment.asking
    after = changed(assessment, recalled, answers=answers, asked=asked, asking=asking)
    lines = (
        *(_show_below if is_beside else _show)(assessment, after, given, before, recalled),
        *contradictions.settled(assessment, after, given.by, recalled.framework),
    )
    if goes_on:
        return proceed(after, recalled, lines)
    if not _stays_open(after, recalled):
        return proceed(changed(after, recalled, asking=None), recalled, (*lines, *close(after, recalled)))
    if after.state is AssessmentState.STOPPED and stood_open is not None:
        after, again = ask(after, stood_open, recalled)
        lines = (*lines, *again)
    return Turn((after,), (*lines, parent_edit(after, recalled)))


def _show(
    assessment: Assessment, after: Assessment, given: Answer, before: Answer | None, recalled: Recalled
) -> tuple[Say, ...]:
    line = answered_line(after, given, recalled, before)
    key = question_key(given.fact)
    return (edit(line, key) if has_line(assessment, given.fact) else post(line, key),)


def _show_below(
    assessment: Assessment, after: Assessment, given: Answer, before: Answer | None, recalled: Recalled
) -> tuple[Say, ...]:
    """The line below what was typed, where everybody sees it arrive; one that stood further up makes room."""
    line = answered_line(after, given, recalled, before).model_copy(update={"is_beside": True})
    key = question_key(given.fact)
    if not has_line(assessment, given.fact):
        return (post(line, key),)
    return edit(MovedLine(topic=line.said.topic, is_answered=True), key), post(line, key, replaces=True)


def _stays_open(assessment: Assessment, recalled: Recalled) -> bool:
    """Whether what stands open is worth keeping open after an answer to another question."""
    if contradictions.next_contradiction(assessment, recalled.framework) is not None:
        return False
    fact = open_fact(assessment)
    if fact is None:
        return assessment.asking in {
            contradictions.key_of(contradiction.id) for contradiction in contradictions.standing(assessment)
        }
    return fact in assessment.answers or next_fact(assessment, recalled.framework) is not None
