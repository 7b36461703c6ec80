"""A review that is worked by typing: "finish the review", "nothing has changed since", as its buttons would do it.

Only while a review stands open. Each clause of the line has to be such a step, or stand beside what works the review
in another way: "refund window 8 of 10, nothing changed". Else it is heard like any other line.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.commands import CommandBase, FinishReview, SayChanged, SkipReview, SnoozeReview, TypedText
from bot.dialogue.ask import open_key
from bot.dialogue.review import working
from bot.dialogue.review.counted import shifted
from bot.dialogue.review.standing import awake_review, coming
from bot.dialogue.turn import Recalled, Turn, privately
from bot.replies import HeardReply
from storage.records import Assessment, Review, ReviewState

_LEAD = (
    r"(?:(?:please|ok|okay|so|then|now|let[’']?s|let us|i want to|i would like to|we can|you can|can you|could you"
    r"|i think|we want to|just|yes|no|also|great|thanks)\s+)*"
)
_REVIEW = r"(?:(?:the|this|our|that|my|monthly|month[’']?s|\w+[’']s)\s+)*review"
_IT = rf"(?:{_REVIEW}|(?:it|this|this one))"
"""The review that stands open, named or not."""
_TAIL = r"(?:\s+(?:now|please|for (?:now|today|this month|the month)|off|up|then|thanks))*"
_ENDS = r"(?:finish|close|end|complete|conclude|wrap up|sign off|submit)(?:\s+(?:up|off|out))?"
_FINISH = re.compile(
    rf"{_LEAD}(?:(?:{_ENDS}\s+{_IT}|wrap\s+{_IT}\s+up)"
    rf"|(?:(?:we|i)[’']?\s*(?:are|am|re|m)\s+)?(?:all\s+)?(?:done|finished|through|ready)\s+w(?:ith|/)?\s+{_REVIEW}"
    rf"|(?:mark\s+)?{_REVIEW}\s*(?:is|as|[’']s)?\s*(?:now\s+)?(?:done|finished|complete|completed|over|closed)"
    rf"|that[’']?s\s+(?:it|all)\s+for\s+{_REVIEW}){_TAIL}"
)
_BEFORE_IT = re.compile(
    r"(?:(?:ok|okay|right|great|so|and|yes)\s+)*(?:(?:we|i)[’']?(?:\s*(?:are|am|re|m))?\s+)?(?:all\s+)?"
    r"(?:done|finished|through|ready|set|that[’']?s (?:it|all)|that is (?:it|all)|ok|okay|great|thanks|thank you)"
    r"(?:\s+(?:here|now|then|from us|from me|for (?:now|today)))*"
)
"""What people say before they ask for a step, or after it, and which is none: "done, close the review"."""
_MONTH = r"(?:this|the) (?:month|quarter)"
_SKIP = re.compile(
    rf"{_LEAD}(?:skip|leave out|sit out)\s+"
    rf"(?:{_IT}(?:\s+(?:(?:of|for|in)\s+)?{_MONTH})?|{_MONTH}(?:[’']?s review)?){_TAIL}"
)
_SNOOZE = re.compile(
    rf"{_LEAD}(?:snooze(?:\s+{_IT})?|(?:postpone|delay|put off)\s+{_IT}|put\s+{_IT}\s+off)"
    rf"(?:\s+(?:for|by|until|till|to)?\s*(?:a|one|1|next|another)\s+week)?{_TAIL}"
)
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
_CLAUSE = re.compile(r"\s*(?:[,;.!]+|\band\b(?!\s+the\b))\s*(?:then\s+)?", re.IGNORECASE)
_MAY_BE = re.compile(
    rf"\breview\b|\bchange[sd]?\b|\bstill\b|\bsame\b|\bas before\b|\bdifferent\b|\bnew\b|\bmoved\b"
    rf"|\b(?:{_ENDS}|wrap|skip|snooze|postpone|delay|put off)\s+(?:it|this)\b|\bsnooze\b|\b{_MONTH}\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\breview\b|\bchange[sd]?\b", re.IGNORECASE)
"""What a step is said of, in words that mean nothing else; "finish it" may mean what stands open above it."""
_CHANGED = re.compile(r"\bchange[sd]?\b|\bdifferent\b|\bmoved\b", re.IGNORECASE)

_STEPS = (_FINISH, _SKIP, _SNOOZE, _SAME)
_HERE = {
    _FINISH: re.compile(
        rf"{_LEAD}(?:(?:we|i)[’']?\s*(?:are|am|re|m|have|ve)?\s*)?(?:all\s+)?"
        r"(?:done|finished|finish|completed?|close|wrap up|that[’']?s (?:it|all|everything)|that is (?:it|all))"
        r"(?:\s+(?:here|now|then|please|thanks|(?:from|for) (?:us|me)|with (?:it|this|that)"
        r"|for (?:now|today|this month|the month)))*"
    ),
    _SKIP: re.compile(
        rf"{_LEAD}(?:skip|skip (?:it|this|this one)|not {_MONTH}|no (?:review|time|time for (?:it|this))){_TAIL}"
        rf"(?:\s+{_MONTH})?"
    ),
    _SNOOZE: re.compile(
        rf"{_LEAD}(?:later|not (?:now|today|this week|yet)|next week|in a week|(?:ask|remind) (?:us|me)(?: again)?"
        rf"(?: later| next week| in a week)){_TAIL}"
    ),
    _SAME: re.compile(rf"{_LEAD}(?:same(?: (?:here|as ever|as last (?:time|month)))?|unchanged|no news){_TAIL}"),
}
"""What means the same in the review's own thread, where nothing else can be meant."""
_ASKED = {
    _FINISH: "Is the review finished? Press *Finish review* above, or type @ftrag done.",
    _SKIP: "Is there no review this month? Press *Skip this month* above, or type @ftrag skip.",
    _SNOOZE: "Is it to come back in a week? Press *Snooze a week* above, or type @ftrag later.",
}
"""What is asked back where the bot was not addressed: colleagues tell each other that they are done."""
_ENDED = {
    _FINISH: (
        "The review is finished. Its outcome stands under it in the channel; within a day it can be reopened there."
    ),
    _SKIP: "The review is skipped this month. Within a day it can be reopened at its message in the channel.",
    _SNOOZE: "The review is snoozed for a week; its message in the channel says until when, and opens it sooner.",
}


def may_be(command: CommandBase) -> bool:
    """Whether the words may work a review: only then is it looked up whether one stands open."""
    return isinstance(command, TypedText) and bool(command.review or _MAY_BE.search(command.text))


def done(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """What the line does to the open review; None where it is no step of it, or tells a review that is none."""
    steps = _steps(assessment, command, text)
    review = awake_review(assessment, recalled) if steps else None
    if steps and command.review and (review is None or review.month != command.review or not command.is_mention):
        return _not_worked(assessment, review, command, steps, recalled)
    if not steps or (steps == [_SAME] and (review is None or _may_answer(assessment, text))):
        return None  # "the same as before" may answer the question; that nothing has changed answers none
    if review is None:
        is_of_month = open_key(assessment) is None and re.search(_MONTH, text, re.IGNORECASE)
        is_meant = _NAMED.search(text) or is_of_month  # "skip this month" says nothing of the feature
        return _none_open(assessment, command, recalled) if is_meant else None
    if open_key(assessment) is not None and not (command.review or _NAMED.search(text)):
        return None  # "skip it" is said of the question
    return _worked(assessment, review, command, steps, recalled)


def beside(
    assessment: Assessment,
    command: TypedText,
    text: str,
    recalled: Recalled,
    *,
    rest: Callable[[str], Turn],
) -> Turn | None:
    """What the line does to the open review, once the rest of it is heard; None where that tells it nothing.

    "Refund window 8 of 10, nothing changed" is a result and a step. Words that write nothing down are no such rest: the
    line is heard whole.
    """
    may_work = command.is_mention and may_be(command) and "?" not in text and assessment.decision is not None
    left, steps = _apart(text, is_plain=True) if may_work else ("", [])
    review = awake_review(assessment, recalled) if left and steps else None
    if review is None or not (_NAMED.search(text) or open_key(assessment) is None):
        return None
    other = rest(left)
    if not (other.reviews or other.failures or other.assessments):
        return None
    if other.assessments:
        steps = [step for step in steps if step is not _SAME]  # an answer has just changed; the outcome compares them
    after = other.assessments[-1] if other.assessments else assessment
    review = other.reviews[-1] if other.reviews else review
    worked = _worked(after, review, command, steps, _recalled_after(other, review, recalled)) if steps else Turn()
    return _both(other, worked)


def _may_answer(assessment: Assessment, text: str) -> bool:
    return open_key(assessment) is not None and not _CHANGED.search(text)


def _recalled_after(turn: Turn, review: Review, recalled: Recalled) -> Recalled:
    """What was recalled, with the review as the turn leaves it and the failures that it logs."""
    counts, kinds = recalled.counts, recalled.logged
    for failure in turn.failures:
        counts, kinds = shifted(counts, on=failure.bucket), shifted(kinds, on=failure.bucket)
    return replace(recalled, reviews=(review, *recalled.reviews[1:]), counts=counts, logged=kinds)


def _both(first: Turn, then: Turn) -> Turn:
    """Both as one turn, the second made on what the first leaves; what one person hears of it is one message."""
    heard = [say for say in first.says if isinstance(say.reply, HeardReply)]
    last = [say for say in then.says if isinstance(say.reply, HeardReply)]
    says = (*first.says, *then.says)
    if heard and last and isinstance(heard[-1].reply, HeardReply) and isinstance(last[-1].reply, HeardReply):
        told, ended = heard[-1].reply, last[-1].reply
        is_over = bool(then.reviews) and then.reviews[-1].state is not ReviewState.OPEN
        said = told.model_copy(update={"says": (*told.says, *ended.says), "review": "" if is_over else told.review})
        others = [say for say in says if say is not heard[-1] and say is not last[-1]]
        says = (*others, replace(last[-1], reply=said))
    return replace(
        first,
        says=says,
        assessments=then.assessments or first.assessments,
        reviews=then.reviews or first.reviews,
        runs=(*first.runs, *then.runs),
        cancels=(*first.cancels, *then.cancels),
    )


def _worked(
    assessment: Assessment, review: Review, command: TypedText, steps: list[re.Pattern[str]], recalled: Recalled
) -> Turn:
    """The steps done: that nothing has changed first, and then the last of those that end it."""
    turn, says = Turn(), list[str]()
    if _SAME in steps:
        is_rest = "else" in command.text.casefold()
        turn, review, said = _unchanged(assessment, review, command, recalled, is_rest=is_rest)
        says = [said]
    if ends := [step for step in steps if step is not _SAME]:
        turn = _ended(assessment, review, command, recalled, ends[-1])
        is_seen = bool(command.review) and ends[-1] is _FINISH  # the outcome comes as the next message of that thread
        says = [_ENDED[ends[-1]]] if turn.reviews and not is_seen else []
    if not says:
        return turn
    return turn.saying(privately(command, HeardReply(assessment_id=assessment.id, typed="", says=tuple(says))))


def _not_worked(
    assessment: Assessment, review: Review | None, command: TypedText, steps: list[re.Pattern[str]], recalled: Recalled
) -> Turn | None:
    """What is heard in a review's own thread where that review is over, or nobody addressed the bot."""
    if not command.is_mention:
        asked = _ASKED.get(steps[-1]) if review is not None and review.month == command.review else None
        return _said(assessment, command, asked) if asked else None
    if review is None:
        return _none_open(assessment, command, recalled)
    return _said(assessment, command, "This review is over. A newer one stands open in the channel.")


def _said(assessment: Assessment, command: TypedText, *says: str) -> Turn:
    return Turn(says=(privately(command, HeardReply(assessment_id=assessment.id, typed="", says=says)),))


def _none_open(assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn:
    return _said(assessment, command, f"No review stands open: {coming(assessment, recalled)}.")


def _steps(assessment: Assessment, command: TypedText, text: str) -> list[re.Pattern[str]]:
    """The steps that the line is made of; none where any part of it is something else."""
    is_said_to_it = command.is_mention or command.review
    if not (is_said_to_it and may_be(command)) or "?" in text or assessment.decision is None:
        return []
    here = _here(text) if command.review else None
    if here is not None:
        return [here]
    left, steps = _apart(text)
    return [] if left else steps


def _here(text: str) -> re.Pattern[str] | None:
    """The step that a whole line of the review's own thread is."""
    said = " ".join(re.sub(r"[,;.!]+", " ", text.casefold()).split())
    return next((step for step, forms in _HERE.items() if forms.fullmatch(said)), None)


def _apart(text: str, *, is_plain: bool = False) -> tuple[str, list[re.Pattern[str]]]:
    """What the line says beside the steps, as it was typed, and the steps in their order.

    `is_plain`: behind a result "the same as before" may be said of that, and only "nothing changed" is said of all.
    """
    left, joint, end, steps = "", "", 0, list[re.Pattern[str]]()
    for between in [*_CLAUSE.finditer(text), None]:
        part = text[end : between.start() if between else len(text)]
        said = " ".join(part.casefold().split())
        step = next((one for one in _STEPS if one.fullmatch(said)), None)
        if step is not None and not (is_plain and step is _SAME and not _CHANGED.search(said)):
            steps.append(step)
        elif said and not _BEFORE_IT.fullmatch(said):
            left += f"{joint}{part}" if left else part
        joint, end = (between[0], between.end()) if between else ("", end)
    return left.strip(), steps


def _unchanged(
    assessment: Assessment, review: Review, command: TypedText, recalled: Recalled, *, is_rest: bool
) -> tuple[Turn, Review, str]:
    """The answer to the review's own question; that something changed stands where only the rest has not."""
    if is_rest and review.changed:
        return Turn(), review, "Noted before: something has changed. The review compares it when it is finished."
    saying = SayChanged(**_about(assessment, review, command), has_changed=False)
    turn = working.say_changed(assessment, review, saying, recalled)
    return turn, turn.reviews[0], "Noted in the review: nothing has changed. It stands open until somebody finishes it."


def _ended(
    assessment: Assessment, review: Review, command: TypedText, recalled: Recalled, step: re.Pattern[str]
) -> Turn:
    about = _about(assessment, review, command)
    if step is _SNOOZE:
        return working.snooze(assessment, review, SnoozeReview(**about), recalled)
    if step is _SKIP:
        return working.skip(assessment, review, SkipReview(**about), recalled)
    return working.finish(assessment, review, FinishReview(**about), recalled)


def _about(assessment: Assessment, review: Review, command: TypedText) -> dict[str, Any]:
    return command.about(assessment_id=assessment.id, month=review.month)
