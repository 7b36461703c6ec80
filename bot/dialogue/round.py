"""Where blind answers stand: who was named, who has finished, and the message that says that and no answer of theirs.

A person's answers are a row of their own, so people who answer at the same moment do not meet. Whoever finishes, opens
or names saves the assessment, too: of two who are last at once, the second sees that the first has finished.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from bot.dialogue.turn import Recalled, Say, edit, post
from bot.replies import BlindRound, MovedLine, RoundEnd
from rules import Facts, next_question
from rules.framework import Framework
from rules.hearing import Asked, Heard
from rules.hearing.following.rounds import asks_who_is_left, says_done
from storage.answer_records import BLIND
from storage.records import Assessment, BlindAnswers

COMPARED = "blind_compared"
"""The key of the message that lays all answers side by side."""
TOPIC = "Each answers alone"
FREE = timedelta(days=7)
"""So long after they were named anybody of them may open the answers: the starter may have left."""
_HOW_FAR = {"status_of_answers", "who_answered", "how_sure", "verdict"}
"""What is asked of answers that nobody sees yet: how far people are is all that can be said of them."""


def asks_how_far(found: Heard, text: str, *, is_mention: bool) -> bool:
    """Whether words typed meanwhile ask how far people are, or say that somebody has finished; no answer does."""
    if any(asked.intent in _HOW_FAR for asked in found.questions):
        return True
    is_supposed = any("changes" in asked.slots for asked in found.questions)
    if found.saves or is_supposed or not is_mention:
        return False
    likely = any(isinstance(offer, Asked) and offer.intent in _HOW_FAR for offer in found.offers)
    return likely or asks_who_is_left(text) or says_done(text)


def taking_part(blind: Iterable[BlindAnswers]) -> tuple[BlindAnswers, ...]:
    """Those of people who were not taken off."""
    return tuple(one for one in blind if not one.is_off)


def own(blind: Iterable[BlindAnswers], person: str) -> BlindAnswers | None:
    """What this person answers; None where they are not among those who do."""
    return next((one for one in taking_part(blind) if one.person == person), None)


def facts_of(one: BlindAnswers) -> Facts:
    """What this person knows."""
    return Facts.model_validate({fact: a.value for fact, a in one.answers.items() if a.value is not None})


def unsure_of(one: BlindAnswers) -> frozenset[str]:
    """What this person is not sure of."""
    return frozenset(fact for fact, answer in one.answers.items() if answer.value is None)


def next_own(one: BlindAnswers, framework: Framework) -> str | None:
    """The fact to ask this person next, by their own answers alone."""
    return next_question(facts_of(one), unsure_of(one), framework)


def is_over(blind: Iterable[BlindAnswers]) -> bool:
    """Whether all who take part have finished."""
    return all(one.done_at is not None for one in taking_part(blind))


def may_open(assessment: Assessment, blind: Sequence[BlindAnswers], recalled: Recalled, person: str) -> bool:
    """Whether this person may open the answers now."""
    mine = own(blind, person)
    is_free = mine is not None and recalled.now - min(one.named_at for one in blind) >= FREE
    return person == assessment.started_by or is_free


def round_message(
    assessment: Assessment,
    blind: Sequence[BlindAnswers],
    *,
    named: tuple[str, ...] = (),
    is_new: bool = False,
    is_asked: bool = False,
    ended: RoundEnd | None = None,
    by: str = "",
) -> BlindRound:
    """How far they are. A new message names only those who are to be called, or whom it was asked for."""
    there = taking_part(blind)
    waiting = tuple(one.person for one in there if one.done_at is None)
    return BlindRound(
        assessment_id=assessment.id,
        started_by=assessment.started_by,
        asked=len(there),
        done=len(there) - len(waiting),
        named=named,
        waiting=() if (is_new and not is_asked) or ended else waiting,
        ended=ended,
        by=by,
    )


def round_below(
    assessment: Assessment, recalled: Recalled, named: tuple[str, ...] = (), *, is_asked: bool = False
) -> tuple[Say, ...]:
    """The message at the bottom of the thread; the one further up becomes a line. `is_asked`: who is missing."""
    again = round_message(assessment, recalled.blind, named=named, is_new=True, is_asked=is_asked)
    return edit(MovedLine(topic=TOPIC), BLIND), post(again, BLIND, replaces=True)


def round_closed(assessment: Assessment, recalled: Recalled) -> tuple[Say, ...]:
    """The message once the interview ended before the answers were opened."""
    return (edit(round_message(assessment, recalled.blind, ended=RoundEnd.CLOSED), BLIND),)
