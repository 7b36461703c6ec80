"""A line that somebody types in a reviewed feature's thread, an hour after its review was opened."""

from collections import Counter
from datetime import timedelta
from typing import Any

from bot import commands
from bot.dialogue import Recalled, Turn, advance
from bot.replies import HeardReply
from rules import FRAMEWORK
from storage.records import Assessment, LoggedFailure, Review
from tests.bot.declared import declared
from tests.bot.reviewed import DUE, FEATURE, OPEN, T1


def typed(
    text: str,
    feature: Assessment = FEATURE,
    *reviews: Review,
    is_mention: bool = True,
    people: tuple[str, ...] = (),
    review: str = "",
) -> Turn:
    """What the line leads to; `review` is the month of the review in whose thread it is typed."""
    recalled = Recalled(
        now=DUE + timedelta(hours=1), framework=FRAMEWORK, new_id="n1", assessment=feature, reviews=reviews or (OPEN,)
    )
    said: dict[str, Any] = {"tenant": T1, "channel": "C1", "actor": "U1", "thread_ts": "1.1"}
    command = commands.TypedText(**said, text=text, is_mention=is_mention, people=people, review=review)
    return advance(command, declared(command, recalled))


def heard(turn: Turn) -> HeardReply:
    """The one reply to typed words."""
    (reply,) = (say.reply for say in turn.says if isinstance(say.reply, HeardReply))
    return reply


def undo(failure: LoggedFailure, *reviews: Review, log: tuple[LoggedFailure, ...] = (), **changed: Any) -> Turn:
    """What "undo" leads to after it."""
    command = commands.TypedText(
        tenant=T1, channel="C1", actor="U1", thread_ts="1.1", text="undo", is_mention=True
    )  # fmt: skip
    recalled = Recalled(
        now=DUE + timedelta(hours=2), framework=FRAMEWORK, new_id="n2", reviews=reviews or (OPEN,),
        assessment=FEATURE.model_copy(update=changed), failure=failure, log=log,
        logged=Counter(one.bucket for one in log or (failure,)),
    )  # fmt: skip
    return advance(command, declared(command, recalled))
