"""A review that is worked by typing: "finish the review", "nothing has changed since", as its buttons would do it.

Only while a review stands open; each clause of the line has to be such a step, or it is heard like any other line.
"""

import re
from typing import Any

from bot.commands import CommandBase, FinishReview, SayChanged, SkipReview, TypedText
from bot.dialogue.ask import open_key
from bot.dialogue.review import working
from bot.dialogue.review.standing import awake_review, coming
from bot.dialogue.turn import Recalled, Turn, privately
from bot.replies import HeardReply
from storage.records import Assessment, Review

_LEAD = (
    r"(?:(?:please|ok|okay|so|then|now|let[’']?s|let us|i want to|i would like to|we can|you can|can you|could you"
    r"|i think|we want to|just|yes|no|also|great|thanks)\s+)*"
)
_REVIEW = r"(?:(?:the|this|our|that|my|monthly|month[’']?s|\w+[’']s)\s+)*review"
_TAIL = r"(?:\s+(?:now|please|for (?:now|today|this month|the month)|off|up|then|thanks))*"
_ENDS = r"(?:finish|close|end|complete|conclude|wrap up|sign off|submit)(?:\s+(?:up|off|out))?"
_FINISH = re.compile(
    rf"{_LEAD}(?:{_ENDS}\s+{_REVIEW}"
    rf"|(?:(?:we|i)[’']?\s*(?:are|am|re|m)\s+)?(?:all\s+)?(?:done|finished|through|ready)\s+with\s+{_REVIEW}"
    rf"|(?:mark\s+)?{_REVIEW}\s*(?:is|as|[’']s)?\s*(?:now\s+)?(?:done|finished|complete|completed|over|closed)"
    rf"|that[’']?s\s+(?:it|all)\s+for\s+{_REVIEW}){_TAIL}"
)
_BEFORE_IT = re.compile(
    r"(?:(?:ok|okay|right|great|so|and|yes)\s+)*(?:(?:we|i)[’']?(?:\s*(?:are|am|re|m))?\s+)?(?:all\s+)?"
    r"(?:done|finished|through|ready|set|that[’']?s (?:it|all)|that is (?:it|all)|ok|okay|great|thanks|thank you)"
    r"(?:\s+(?:here|now|then|from us|from me|for (?:now|today)))*"
)
"""What people say before they ask for a step, or after it, and which is none: "done, close the review"."""
_SKIP = re.compile(rf"{_LEAD}skip\s+(?:{_REVIEW}(?:\s+(?:of|for)\s+this month)?|this month[’']?s review){_TAIL}")
_SINCE = (
    r"(?:\s+(?:at all|here|this month|for us|on our side|so far|either|yet|with us|now|really|as before"
    r"|as last (?:time|month)|in the last month))*(?:\s+since\b.*)?"
)
"""What may follow; "since" takes the rest, once: words that it could share out among its repetitions took minutes."""
_SAME = re.compile(
    rf"{_LEAD}(?:(?:nothing|none of (?:it|that|this|the facts|the answers))\s+(?:else\s+)?(?:has\s+|have\s+|is\s+)?"
    rf"(?:really\s+)?(?:changed|different|new|moved)|no (?:other\s+)?changes?"
    rf"|(?:(?:all|everything|it|the facts|the answers)(?:\s+(?:is|are|of (?:it|that)|all))*[’']?s?\s+)?"
    rf"(?:still (?:so|the same|true|holds?)|(?:the same|unchanged|as before))){_SINCE}"
)
_CLAUSE = re.compile(r"\s*(?:[,;.!]+|\band\b(?!\s+the\b))\s*(?:then\s+)?")
_MAY_BE = re.compile(
    r"\breview\b|\bchange[sd]?\b|\bstill\b|\bsame\b|\bas before\b|\bdifferent\b|\bnew\b|\bmoved\b", re.IGNORECASE
)
_CHANGED = re.compile(r"\bchange[sd]?\b|\bdifferent\b|\bmoved\b", re.IGNORECASE)

_ENDED = {
    False: "The review is finished. Its outcome stands under it in the channel; within a day it can be reopened there.",
    True: "The review is skipped this month. Within a day it can be reopened at its message in the channel.",
}


def may_be(command: CommandBase) -> bool:
    """Whether the words may work a review: only then is it looked up whether one stands open."""
    return isinstance(command, TypedText) and bool(_MAY_BE.search(command.text))


def done(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """What the line does to the open review; None where it is no step of it, or tells a review that is none."""
    if not (command.is_mention and may_be(command)) or "?" in text or assessment.decision is None:
        return None
    steps = _steps(text)
    review = awake_review(assessment, recalled) if steps else None
    if steps == [_SAME] and (review is None or (open_key(assessment) is not None and not _CHANGED.search(text))):
        return None  # "the same as before" may answer the question; that nothing has changed answers none
    if review is None:
        return _none_open(assessment, command, recalled) if steps else None
    turn, says = Turn(), list[str]()
    if _SAME in steps:
        turn, review, said = _unchanged(assessment, review, command, recalled, is_rest="else" in text.casefold())
        says = [said]
    if ends := [step for step in steps if step is not _SAME]:
        ended = _ended(assessment, review, command, recalled, is_skipped=ends[-1] is _SKIP)
        turn, says = ended, [_ENDED[ends[-1] is _SKIP]]
    reply = HeardReply(assessment_id=assessment.id, typed="", says=tuple(says))
    return turn.saying(privately(command, reply))


def _none_open(assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn:
    says = f"No review stands open: {coming(assessment, recalled)}."
    return Turn(says=(privately(command, HeardReply(assessment_id=assessment.id, typed="", says=(says,))),))


def _steps(text: str) -> list[re.Pattern[str]]:
    """The steps that the line is made of; none where any part of it is something else."""
    line = " ".join(text.casefold().split())
    parts = [part for part in _CLAUSE.split(line) if part.strip() and not _BEFORE_IT.fullmatch(part.strip())]
    found = [next((step for step in (_FINISH, _SKIP, _SAME) if step.fullmatch(part.strip())), None) for part in parts]
    known = [step for step in found if step is not None]
    return known if len(known) == len(found) else []


def _unchanged(
    assessment: Assessment, review: Review, command: TypedText, recalled: Recalled, *, is_rest: bool
) -> tuple[Turn, Review, str]:
    """The answer to the review's own question; that something changed stands where only the rest has not."""
    if is_rest and review.changed:
        return Turn(), review, "Noted before: something has changed. The review compares it when it is finished."
    saying = SayChanged(**_about(assessment, review, command), has_changed=False)
    turn = working.say_changed(assessment, review, saying, recalled)
    return turn, turn.reviews[0], "Noted in the review: nothing has changed. It stands open until somebody finishes it."


def _ended(assessment: Assessment, review: Review, command: TypedText, recalled: Recalled, *, is_skipped: bool) -> Turn:
    about = _about(assessment, review, command)
    if is_skipped:
        return working.skip(assessment, review, SkipReview(**about), recalled)
    return working.finish(assessment, review, FinishReview(**about), recalled)


def _about(assessment: Assessment, review: Review, command: TypedText) -> dict[str, Any]:
    about = command.model_dump(include=set(CommandBase.model_fields))
    return {**about, "assessment_id": assessment.id, "month": review.month}
