"""A failure that somebody types while a review stands open: logged as by a press, for all to see, and counted at once.

Its bucket is the one that the words say; else it counts as unclassified, and buttons ask for it. Who calls it a failure
("failure: ...", "we had an incident: ...") or says when it was ("yesterday it ...") logs it at any time. [Not so] and
"undo" withdraw it. What else a line says is heard as ever.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.commands import CommandBase, TypedText
from bot.dialogue.guard import ENDED
from bot.dialogue.meant import heard_in_thread
from bot.dialogue.names import clean, clean_lines
from bot.dialogue.review import reading, untyped
from bot.dialogue.review.counted import shifted
from bot.dialogue.review.logged import WHAT_LIMIT, kept, withdrawn
from bot.dialogue.review.standing import awake_review
from bot.dialogue.turn import Recalled, Turn, privately
from bot.dialogue.wording import listed
from bot.replies import HeardReply
from rules.casing import lower_first
from rules.catalog.buckets import BUCKETS
from rules.framework import Architecture
from rules.hearing import Asked, Choice, Heard
from rules.hearing.following.failures import Sentence, read_listed, read_sentences
from rules.review.told_failures import ToldFailure, may_tell_failure, says_how_often, told_failure
from storage.records import Assessment, Bucket, LoggedFailure

_RETRIEVES = {Architecture.RAG, Architecture.HYBRID}
_SHOWN = 120
_CALLED = re.compile(
    r"(?:(?:please|pls|ok|log|note|record|report|an?|another|new|this|one|as)\s+)*failure\s*:", re.IGNORECASE
)
_BESIDE = {"stakes"}
"""What such words seem to answer by whom they name: a patient who was told something wrong is no statement on harm."""
_SOUNDS = "That sounds like {kind}. It is not logged yet: press Log a failure, or begin the line with “failure:”."
_OFFERED = {*_BESIDE, "failure", "hygiene", "freshness"}
"""Facts that are offered of what a failure came from: "taken from the wrong page" alone says nothing of all pages."""
_LABELS = {row.id: row.label for row in BUCKETS}
_ORDERS = re.compile(
    r"^(?:please |pls |can you |could you )*(?:tell|explain|show|list|compare|give|remind|say)\b", re.IGNORECASE
)
_MOST_CARRIED = 600
"""Characters of a told failure that a button carries to its modal."""
_SEVERAL = "Where there were more, correct the count under Change."
_ONE_BY_ONE = "Where there were more, type them one by one: “failures: …; …; …”."


def may_tell(command: CommandBase) -> bool:
    """Whether the words may log a failure: only then is it looked up what there is of them, and which reviews."""
    return isinstance(command, TypedText) and (may_tell_failure(command.text) or read_listed(command.text) is not None)


def told(
    assessment: Assessment,
    command: TypedText,
    text: str,
    recalled: Recalled,
    *,
    heard: Heard,
    fact: str | None,
    rest: Callable[[str, Recalled], Turn],
) -> Turn | None:
    """The failures of the line logged, and the rest of it heard; None where it tells none.

    `heard` is what it is taken for otherwise: an answer to `fact`, the question that stands open, is that first of all.
    """
    may_log = command.is_mention and not command.is_edited and may_tell(command)
    if not may_log or assessment.decision is None or assessment.state in ENDED:
        return None
    is_answer = fact is not None and (fact == "failure" or fact in heard.saves)
    is_reviewed = awake_review(assessment, recalled) is not None and not is_answer
    parts = _listed(assessment, text, fact) or [
        clause
        for sentence in read_sentences(_called_once(text, lambda part: rest(part, recalled)))
        for clause in _clauses(assessment, command, sentence)
    ]
    parts = _with_counts(parts)
    read = [(part, _read(assessment, part, recalled, is_reviewed=is_reviewed)) for part in parts]
    found = [one for _, one in read if one is not None]
    if not found:
        return None
    turn, after = logged(assessment, command, [(one, None) for one in found], recalled)
    left = " ".join(part for part, one in read if one is None)
    other = rest(left, after) if left else Turn()
    if not (other.assessments or other.reviews) and all(isinstance(say.reply, HeardReply) for say in other.says):
        return turn  # "a shame, really" is no line to wonder about
    return replace(other, says=(*turn.says, *other.says), failures=(*turn.failures, *other.failures))


def offered(
    assessment: Assessment, command: TypedText, text: str, recalled: Recalled, *, heard: Heard, fact: str | None
) -> Turn | None:
    """That the words sound like a failure, where they are nothing else; a press logs it, as it was told.

    Without an open review that is any failure; with one, the story of which it is only inferred.
    """
    is_ours = command.is_mention and not command.is_edited and may_tell(command)
    if fact is not None or not is_ours or assessment.decision is None or assessment.state in ENDED:
        return None
    one = told_failure(text, assessment.name, retrieves=retrieves(assessment, recalled))
    if one is None or _is_else(heard, one, text):
        return None
    if awake_review(assessment, recalled) is not None and not one.is_likely:
        return None
    kind = f"a failure, of the kind “{lower_first(_LABELS[one.bucket])}”" if one.bucket else "a failure"
    says = (_SOUNDS.format(kind=kind),)
    told = clean_lines(one.what, _MOST_CARRIED)
    reply = HeardReply(assessment_id=assessment.id, typed="", says=says, can_log=True, failure=told)
    return Turn(says=(privately(command, reply),))


def _is_else(heard: Heard, one: ToldFailure, text: str) -> bool:
    """Whether the line is anything besides: an answer, an order, a question. What a story only resembles is nothing."""
    if {*heard.saves} - _BESIDE or heard.control:
        return True
    if one.is_likely or one.is_dated:
        return bool(_ORDERS.match(text))
    is_asked = any(asked.intent != "unknown" for asked in heard.questions)
    is_asked = is_asked or any(isinstance(offer, Asked) for offer in heard.offers)
    return is_asked or bool({offer.fact for offer in heard.offers if isinstance(offer, Choice)} - _OFFERED)


def _listed(assessment: Assessment, text: str, fact: str | None) -> list[str]:
    """Each failure of a list, called one; none where the list says what goes wrong as a rule."""
    listed = read_listed(text)
    if listed is None:
        return []
    happened = listed.is_counted or (listed.is_in_form and fact != "failure")
    if not happened and not all(told_failure(item, assessment.name) is not None for item in listed.items):
        return []
    return [f"failure: {item}" for item in listed.items]


def _with_counts(parts: Sequence[str]) -> list[str]:
    """The parts with one that only says how often something happened joined to what it is said of."""
    joined = list[str]()
    for part in parts:
        if joined and says_how_often(part):
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    return joined


def _called_once(text: str, rest: Callable[[str], Turn]) -> str:
    """The line where "failure: a; b; c" calls each of them one, as far as what follows says nothing of its own."""
    first, *others = re.split(r";\s+", text.strip().rstrip(";"))
    called = _CALLED.match(first)
    if called is None or not others or not all(len(part.split()) > 1 and _is_unheard(rest(part)) for part in others):
        return text
    return f"{first}, {others[0]}" if len(others) == 1 else "; ".join([first, *(f"failure: {part}" for part in others)])


def _is_unheard(turn: Turn) -> bool:
    """Whether words say nothing that is known: at most it was asked whether one of some questions was meant."""
    is_asked_back = all(isinstance(say.reply, HeardReply) and say.reply.questions for say in turn.says)
    return turn.not_heard is not None or (bool(turn.says) and is_asked_back and not turn.reviews)


def _clauses(assessment: Assessment, command: TypedText, sentence: Sentence) -> tuple[str, ...]:
    """The sentence, or its halves where the second tells another failure, or a change: "and prices move daily"."""
    if sentence.halves is None:
        return (sentence.said,)
    one, other = (told_failure(half, assessment.name) for half in sentence.halves)
    if one is not None and other is not None and _are_two(one, other):
        is_called = one.is_named or one.is_dated
        return (sentence.halves[0], f"failure: {sentence.halves[1]}" if is_called else sentence.halves[1])
    if other is not None:
        return (sentence.said,)
    tells_change = heard_in_thread(assessment, command, sentence.halves[1]).saves.keys() - {"failure"}
    return sentence.halves if tells_change else (sentence.said,)


def _are_two(one: ToldFailure, other: ToldFailure) -> bool:
    """Whether two halves tell two failures: of two kinds, or of two days; else the second goes on about the first."""
    is_of_two_kinds = None not in {one.bucket, other.bucket} and one.bucket != other.bucket
    return not other.is_named and (is_of_two_kinds or (one.is_dated and other.is_dated))


def _read(assessment: Assessment, text: str, recalled: Recalled, *, is_reviewed: bool) -> ToldFailure | None:
    """The failure of one sentence. Without an open review only one that is called so, or that says when it was."""
    one = told_failure(text, assessment.name, retrieves=retrieves(assessment, recalled))
    if one is None or one.is_likely:
        return None
    return one if is_reviewed or one.is_named or one.is_dated else None


def retrieves(assessment: Assessment, recalled: Recalled) -> bool:
    """Whether passages are fetched in what the team runs: only then is an old one a retrieval miss."""
    if assessment.decision is None:
        return False
    return reading.in_force(assessment, reading.earlier(None, recalled)) in _RETRIEVES


def logged(
    assessment: Assessment, command: TypedText, found: Sequence[tuple[ToldFailure, str | None]], recalled: Recalled
) -> tuple[Turn, Recalled]:
    """Each failure logged, with the golden task on which it came; and what was recalled, with them in it."""
    turn = Turn()
    for number, (one, task) in enumerate(found):
        failure = LoggedFailure(
            id=recalled.new_id if not number else f"{recalled.new_id}-{number}",
            tenant=command.tenant,
            assessment_id=assessment.id,
            bucket=Bucket(one.bucket) if one.bucket else Bucket.UNCLASSIFIED,
            golden_task=task,
            what=clean_lines(one.what, WHAT_LIMIT),
            by=command.actor,
            at=recalled.now,
        )
        step = kept(assessment, failure, recalled, asks=one.bucket is None)
        turn = replace(turn, says=(*turn.says, *step.says), failures=(*turn.failures, failure))
        counts, kinds = (shifted(of, on=failure.bucket) for of in (recalled.counts, recalled.logged))
        recalled = replace(recalled, counts=counts, logged=kinds)
    review = awake_review(assessment, recalled)
    if any(one.is_several for one, _ in found):
        counted = "Counted as one failure." if len(found) == 1 else "Each is counted as one failure."
        says = f"{counted} {_SEVERAL if review else _ONE_BY_ONE}"
        month = review.month if review else ""
        reply = HeardReply(assessment_id=assessment.id, typed="", says=(says,), review=month)
        turn = turn.saying(privately(command, reply))
    return turn, recalled


def undo(assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn | None:
    """All failures of the person's last such line withdrawn, with what it marked; None where they did something since.

    Those that one line told bear the same moment.
    """
    failure = recalled.failure
    if failure is None or failure.assessment_id != assessment.id or failure.withdrawn_at is not None:
        return None
    own = [answer.at for answer in assessment.answers.values() if answer.by == command.actor]
    marked = untyped.last_of(command.actor, recalled)
    if failure.at < max([*own, marked or failure.at]):
        return None
    of_line = [one for one in recalled.log if (one.by, one.at) == (failure.by, failure.at) and not one.withdrawn_at]
    gone = sorted(of_line or [failure], key=lambda one: (len(one.id), one.id))
    turn = Turn()
    for one in reversed(gone):
        step = withdrawn(assessment, one, recalled)
        turn = replace(turn, says=(*turn.says, *step.says), failures=(*turn.failures, *step.failures))
        counts, kinds = (shifted(of, off=one.bucket) for of in (recalled.counts, recalled.logged))
        recalled = replace(recalled, counts=counts, logged=kinds)
    reply = HeardReply(assessment_id=assessment.id, typed="", says=(_taken_back(gone),))
    turn = turn.saying(privately(command, reply))
    return turn if marked is None or marked < failure.at else _with_marks(turn, assessment, command, recalled)


def _taken_back(gone: Sequence[LoggedFailure]) -> str:
    """What is counted no more: each failure that one line logged."""
    named = [f"“{clean(one.what, _SHOWN)}”" for one in gone]
    if len(named) == 1:
        return f"Taken back: the failure {named[0]} is not counted any more."
    return f"Taken back: the {len(named)} failures that one line logged are not counted any more: {listed(named)}."


def _with_marks(turn: Turn, assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn:
    """And the results that the same line told."""
    unmarked = untyped.undo(assessment, command, recalled) or Turn()
    return replace(turn, says=(*turn.says, *unmarked.says), reviews=unmarked.reviews)
