"""What is typed in a review's own thread: it is said there, since whoever typed looks there.

What the feature's thread holds for good stays in that one: its questions, the verdict, the roadmap, the plan.
"""

from dataclasses import replace

from bot.commands import CommandBase, TypedText
from bot.dialogue.review.standing import found_in, review_key
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, privately
from bot.replies import AnsweredLine, Confirmed, Done, FailureMessage, QuestionMessage
from storage.deliveries import IN_THREAD
from storage.records import DeliveryMethod, Review


def told_there(turn: Turn, command: CommandBase, recalled: Recalled) -> Turn:
    """The turn of words typed in a review's own thread, said in that thread; any other as it is."""
    review = found_in(recalled, command.review) if isinstance(command, TypedText) and command.review else None
    if review is None or not isinstance(command, TypedText):
        return turn
    says = tuple(_there(say, command, review) for say in turn.says)
    return turn if says == turn.says else replace(turn, says=says)


def with_way(turn: Turn, command: CommandBase, recalled: Recalled) -> Turn:
    """The same, with the way to what stands in the feature's thread, where it led to anything there, or a file will."""
    left = [say for say in turn.says if say.method is DeliveryMethod.POST and say.under_key == PARENT]
    is_told_there = bool(left) or turn.reads is not None
    if not (isinstance(command, TypedText) and command.review and is_told_there and recalled.assessment):
        return turn
    is_asked = any(isinstance(say.reply, QuestionMessage) for say in left)
    done = Done.CONTINUED if is_asked else Done.ASKED
    told = Confirmed(done=done, name=recalled.assessment.name, link=recalled.links.get(PARENT))
    return turn.saying(privately(command, told, in_thread=False, thread=command.thread_ts or ""))


def _there(say: Say, command: TypedText, review: Review) -> Say:
    if say.under_key != PARENT:
        return say
    here = f"{IN_THREAD}{command.thread_ts}"
    if say.is_private:
        return replace(say, under_key=here)
    if say.method is not DeliveryMethod.POST:
        return say
    if say.message_key is None:
        return replace(say, under_key=review_key(review.month), about=review.assessment_id)
    is_line = isinstance(say.reply, FailureMessage | AnsweredLine)
    return replace(say, under_key=here) if is_line else say
