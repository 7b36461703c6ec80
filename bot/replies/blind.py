"""Replies of blind answers: who answers alone, one's own questions, and what all of them said once it is opened."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from bot.replies.base import AnyModal, Frozen, Reply
from bot.replies.words import Choice, Progress, Said
from rules.differing import Bearing
from rules.framework import Architecture


class RoundEnd(StrEnum):
    """How blind answers ended."""

    ALL = "all"
    """Everybody had finished."""
    OPENED = "opened"
    """Somebody opened them before."""
    CLOSED = "closed"
    """The interview ended before, and nobody ever sees them."""


class BlindRound(Reply):
    """In the thread, while each answers alone: how far they are, and nothing of what they say. Key "blind".

    [Answer for yourself] [Open the answers] [Change who is asked]; no buttons where it `ended`.
    """

    kind: Literal["blind_round"] = "blind_round"
    assessment_id: str
    started_by: str
    asked: int
    done: int = 0
    named: tuple[str, ...] = ()
    """Whom this face names: those who are asked for the first time. A name in a new message calls its person."""
    waiting: tuple[str, ...] = ()
    """Who has not finished; empty in a face that is posted again, so that nobody is called twice."""
    ended: RoundEnd | None = None
    by: str = ""
    """Who opened them."""


class BlindQuestion(Reply):
    """One question to one person alone, in the thread or in their modal."""

    kind: Literal["blind_question"] = "blind_question"
    assessment_id: str
    name: str
    fact: str
    text: str
    why: str
    options: tuple[Choice, ...]
    is_list: bool = False
    progress: Progress
    selected: tuple[str, ...] = ()
    turn: int = 0
    """Differs each time it is shown, for block ids."""


class BlindDone(Reply):
    """To one person: nothing is left to ask them. [See or change my answers], unless all are open now."""

    kind: Literal["blind_done"] = "blind_done"
    assessment_id: str
    name: str
    given: int
    is_opened: bool = False


class SideShown(Frozen):
    """One answer that people gave to a question on which they differ."""

    value: str
    """As data; "unknown" is "not sure"."""
    words: str | None
    by: tuple[str, ...]
    architecture: Architecture
    passes: bool = True
    """The verdict if it counts."""


class DifferenceShown(Frozen):
    """One question on which people differ, with whether that changes the verdict."""

    fact: str
    topic: str
    sides: tuple[SideShown, ...]
    bearing: Bearing
    settles: str
    """Who should settle it."""
    is_sure: bool = False
    """Whether they alone were sure."""


class VerdictAlone(Frozen):
    """To what the answers of these people lead by themselves."""

    by: tuple[str, ...]
    architecture: Architecture
    passes: bool = True


class BlindCompared(Reply):
    """Everybody's answers once they are open: what all agree on, and where they differ. Key "blind_compared".

    [Settle it] beside each difference.
    """

    kind: Literal["blind_compared"] = "blind_compared"
    assessment_id: str
    name: str
    opened_by: str = ""
    """Who opened them; "" where all had finished."""
    asked: int
    done: int
    missing: tuple[str, ...] = ()
    """Who had not finished."""
    only: str = ""
    """Who alone had answered anything; "" where several had, or nobody: one agrees with nobody."""
    at: datetime
    agreed: tuple[Said, ...] = ()
    differences: tuple[DifferenceShown, ...] = ()
    """The weightiest first."""
    alone: tuple[VerdictAlone, ...] = ()


class PeopleModal(AnyModal):
    """Names who answers alone (Field.PEOPLE)."""

    kind: Literal["people_modal"] = "people_modal"
    private: str
    name: str
    people: tuple[str, ...] = ()
    is_change: bool = False


class BlindModal(AnyModal):
    """One person's own questions, one after the other, and what they said so far."""

    kind: Literal["blind_modal"] = "blind_modal"
    private: str
    assessment_id: str
    name: str
    question: BlindQuestion | None = None
    given: tuple[Said, ...] = ()
    is_opened: bool = False
    """Whether everybody's answers are open now."""
    replaces: bool = False


class SettleModal(AnyModal):
    """Which of the answers counts (Field.SETTLED), and why (Field.REASON)."""

    kind: Literal["settle_modal"] = "settle_modal"
    private: str
    text: str
    difference: DifferenceShown
