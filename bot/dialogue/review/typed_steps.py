"""A review that is worked by typing: "finish the review", "nothing has changed since", as its buttons would do it.

Only while a review stands open. Each clause of the line has to be such a step (`rules.hearing.following.steps`), or
stand beside what works the review in another way: "refund window 8 of 10, nothing changed". Else it is heard like any
other line.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.commands import CommandBase, FinishReview, SayChanged, SkipReview, SnoozeReview, TypedText
from bot.dialogue.ask import open_key
from bot.dialogue.review import read_results, typed_results, working
from bot.dialogue.review.counted import shifted
from bot.dialogue.review.standing import awake_review, coming
from bot.dialogue.turn import Recalled, Turn, privately
from bot.replies import HeardReply
from rules.calendar import name_of
from rules.hearing.following.steps import (
    Step,
    Unsure,
    Worked,
    before_done,
    may_work,
    read_beside,
    read_steps,
    read_unsure,
)
from rules.review.told_list import keeps_the_rest
from storage.records import Assessment, Review, ReviewState

_ASKED = {
    Step.FINISH: ("Is the review finished?", "Finish review", "done", "finish the review"),
    Step.SKIP: ("Is there no review this month?", "Skip this month", "skip", "skip the review"),
    Step.SNOOZE: ("Is it to come back in a week?", "Snooze a week", "later", "snooze the review"),
}
"""What is asked back, the button that does it, and what is typed for it in the review's thread and in the feature's.

Asked where the bot was not addressed, since colleagues tell each other that they are done, or no review was named.
"""
_ENDED = {
    Step.FINISH: (
        "The review is finished. Its outcome stands under it in the channel; within a day it can be reopened there."
    ),
    Step.SKIP: "The review is skipped this month. Within a day it can be reopened at its message in the channel.",
    Step.SNOOZE: "The review is snoozed for a week; its message in the channel says until when, and opens it sooner.",
}


def may_be(command: CommandBase) -> bool:
    """Whether the words may work a review: only then is it looked up whether one stands open."""
    return isinstance(command, TypedText) and bool(command.review or may_work(command.text))


def done(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """What the line does to the open review; None where it is no step of it, or tells a review that is none."""
    worked = _read(assessment, command, text)
    if worked is None:
        return _in_passing(assessment, command, text, recalled)
    review = awake_review(assessment, recalled)
    is_answer = worked.steps == (Step.SAME,) and worked.tells_change  # to what the review asks in its own thread
    is_meant_now = (command.is_mention or is_answer) and not (command.is_edited and worked.steps[-1] in _ASKED)
    if command.review and (review is None or review.month != command.review or not is_meant_now):
        return _not_worked(assessment, review, command, worked, recalled)
    is_asked = open_key(assessment) is not None
    is_of_question = is_asked and not (review and worked.tells_change)
    may_answer = worked.steps == (Step.SAME,) and (is_of_question or not (review or worked.tells_change))
    if may_answer or not is_meant_now:
        return None  # "the same as before" may answer the question; and an edit of an old line ends nothing
    if review is None:
        is_meant = worked.is_named or (not is_asked and worked.is_of_month)  # "skip this month" is not of the feature
        return _none_open(assessment, command, recalled) if is_meant else None
    if is_asked and not (command.review or worked.is_named):
        return None  # "skip it" is said of the question
    return _worked(assessment, review, command, worked, recalled)


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
    may_be_it = command.is_mention and may_be(command) and assessment.decision is not None
    if command.review and read_steps(text, is_here=True) is not None:
        return None
    worked = read_beside(text) if may_be_it else None
    if worked is None or (command.review and before_done(text)):
        return _done_behind(assessment, command, text, recalled, rest=rest)
    review = awake_review(assessment, recalled) if worked else None
    if review is None or not (worked.is_named or open_key(assessment) is None):
        return None
    other = rest(worked.beside)
    if not (other.reviews or other.failures or other.assessments):
        return None
    if command.is_edited:
        worked = replace(worked, steps=tuple(step for step in worked.steps if step not in _ASKED))
    if other.assessments:  # an answer has just changed; the outcome compares them
        worked = replace(worked, steps=tuple(step for step in worked.steps if step is not Step.SAME))
    after = other.assessments[-1] if other.assessments else assessment
    review = other.reviews[-1] if other.reviews else review
    if not worked.steps:
        return other
    return _both(other, _worked(after, review, command, worked, _recalled_after(other, review, recalled)))


def _done_behind(
    assessment: Assessment, command: TypedText, text: str, recalled: Recalled, *, rest: Callable[[str], Turn]
) -> Turn | None:
    """A review finished by "done" behind its results, once each task has one or the rest stays; else it is asked."""
    is_said_to_it = command.is_mention and not command.is_edited and open_key(assessment) is None
    told = before_done(text) if is_said_to_it and typed_results.may_tell(command) else ""
    if not told or "?" in text or awake_review(assessment, recalled) is None:
        return None
    other = rest(told)
    if not other.reviews:
        return None
    review = other.reviews[-1]
    is_whole = all(task.id in review.results for task in assessment.golden_tasks)
    is_meant = command.review == review.month or is_whole or keeps_the_rest(text)
    tasks, same = assessment.golden_tasks, read_beside(told)
    results = read_results.read(same.beside if same else told, tasks, recalled)[1]
    if is_meant and read_results.is_plain(results, tasks):
        worked = Worked((Step.FINISH,), is_named=False, is_of_month=False, tells_change=False, is_of_rest=False)
        return _both(other, _worked(assessment, review, command, worked, _recalled_after(other, review, recalled)))
    question, button, _, typed = _ASKED[Step.FINISH]
    says = f"{question} Press *{button}* at its message in the channel, or type @ftrag {typed}."
    return _both(other, _said(assessment, command, says))


def _recalled_after(turn: Turn, review: Review, recalled: Recalled) -> Recalled:
    """What was recalled, with the review as the turn leaves it and the failures that it logs."""
    if not turn.failures:
        return replace(recalled, reviews=(review, *recalled.reviews[1:]))
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


def _worked(assessment: Assessment, review: Review, command: TypedText, worked: Worked, recalled: Recalled) -> Turn:
    """The steps done: that nothing has changed first, and then the last of those that end it."""
    if worked.month and worked.month != int(review.month[-2:]):
        return _said(assessment, command, f"The review that stands open is that of {name_of(review.month)}.")
    turn, says = Turn(), list[str]()
    if Step.SAME in worked.steps:
        turn, review, said = _unchanged(assessment, review, command, recalled, is_rest=worked.is_of_rest)
        says = [said]
    if ends := [step for step in worked.steps if step is not Step.SAME]:
        turn = _ended(assessment, review, command, recalled, ends[-1])
        is_seen = bool(command.review) and ends[-1] is Step.FINISH  # the outcome is the next message of that thread
        says = [_ENDED[ends[-1]]] if turn.reviews and not is_seen else []
    if not says:
        return turn
    return turn.saying(privately(command, HeardReply(assessment_id=assessment.id, typed="", says=tuple(says))))


def _in_passing(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """What is heard by who says "done" in the feature's thread, where nothing is asked: a review may be meant."""
    is_said_to_it = command.is_mention and may_be(command) and open_key(assessment) is None
    if is_said_to_it and (unsure := _unsure(assessment, command, text, recalled)):
        return unsure
    is_said_to_it = is_said_to_it and not command.review
    said = read_steps(text, is_here=True) if is_said_to_it and assessment.decision is not None else None
    if said is None or said.steps[-1] not in _ASKED:
        return None
    if awake_review(assessment, recalled) is None:
        is_skip = said.steps[-1] is Step.SKIP  # which is said of a question
        return None if is_skip else _none_open(assessment, command, recalled)
    question, button, _, typed = _ASKED[said.steps[-1]]
    return _said(
        assessment, command, f"{question} Press *{button}* at its message in the channel, or type @ftrag {typed}."
    )


def _unsure(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """What is heard by who asks whether the open review may be ended, or says that it is not to be yet."""
    review = awake_review(assessment, recalled) if assessment.decision is not None else None
    is_here = review is not None and command.review == review.month
    unsure = read_unsure(text, is_here=is_here) if review is not None else None
    if unsure is None:
        return None
    step, how = unsure
    if how is Unsure.REFUSED:
        return _said(assessment, command, "Nothing was ended: the review stands open until somebody finishes it.")
    question, button, here, typed = _ASKED[step]
    where, words = ("above", here) if is_here else ("at its message in the channel", typed)
    return _said(assessment, command, f"{question} Press *{button}* {where}, or type @ftrag {words}.")


def _not_worked(
    assessment: Assessment, review: Review | None, command: TypedText, worked: Worked, recalled: Recalled
) -> Turn | None:
    """What is heard in a review's own thread where that review is over, or nobody addressed the bot, or by an edit."""
    is_open = review is not None and review.month == command.review
    if is_open or not command.is_mention:
        is_later = worked.steps[-1] is Step.SNOOZE and not worked.is_named
        is_talk = is_later and not command.is_mention  # colleagues say "later" of anything
        return _asked_back(assessment, command, worked.steps[-1]) if is_open and not is_talk else None
    if review is None:
        return _none_open(assessment, command, recalled)
    return _said(assessment, command, "This review is over. A newer one stands open in the channel.")


def _asked_back(assessment: Assessment, command: TypedText, step: Step) -> Turn | None:
    if step not in _ASKED:
        return None
    question, button, typed, _ = _ASKED[step]
    return _said(assessment, command, f"{question} Press *{button}* above, or type @ftrag {typed}.")


def _said(assessment: Assessment, command: TypedText, *says: str) -> Turn:
    return Turn(says=(privately(command, HeardReply(assessment_id=assessment.id, typed="", says=says)),))


def _none_open(assessment: Assessment, command: TypedText, recalled: Recalled) -> Turn:
    return _said(assessment, command, f"No review stands open: {coming(assessment, recalled)}.")


def _read(assessment: Assessment, command: TypedText, text: str) -> Worked | None:
    """The steps that the line is made of; None where nobody says them to the bot, nor in a review's own thread."""
    is_said_to_it = command.is_mention or command.review
    if not (is_said_to_it and may_be(command)) or assessment.decision is None:
        return None
    return read_steps(text, is_here=bool(command.review))


def _unchanged(
    assessment: Assessment, review: Review, command: TypedText, recalled: Recalled, *, is_rest: bool
) -> tuple[Turn, Review, str]:
    """The answer to the review's own question; that something changed stands where only the rest has not."""
    if is_rest and review.changed:
        return Turn(), review, "Noted before: something has changed. The review compares it when it is finished."
    saying = SayChanged(**_about(assessment, review, command), has_changed=False)
    turn = working.say_changed(assessment, review, saying, recalled)
    return turn, turn.reviews[0], "Noted in the review: nothing has changed. It stands open until somebody finishes it."


def _ended(assessment: Assessment, review: Review, command: TypedText, recalled: Recalled, step: Step) -> Turn:
    about = _about(assessment, review, command)
    if step is Step.SNOOZE:
        return working.snooze(assessment, review, SnoozeReview(**about), recalled)
    if step is Step.SKIP:
        return working.skip(assessment, review, SkipReview(**about), recalled)
    return working.finish(assessment, review, FinishReview(**about), recalled)


def _about(assessment: Assessment, review: Review, command: TypedText) -> dict[str, Any]:
    return command.about(assessment_id=assessment.id, month=review.month)
