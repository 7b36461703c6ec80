"""Replies of the interview: the parent message in the channel and what stands in its thread until the verdict."""

from datetime import datetime
from typing import Literal

from bot.replies.base import Reply
from bot.replies.private import Confirmed
from bot.replies.standing import Standing
from bot.replies.words import Choice, Progress, Said


class ParentMessage(Standing, Reply):
    """The one message in the channel, kept current by editing. Key "parent".

    interviewing: [Continue] [Stop]; stopped: [Continue] [Cancel]; decided: [See why] [Roadmap] [Reassess];
    cancelled and superseded: no buttons but, where superseded, one sentence that a newer one stands below.
    """

    kind: Literal["parent"] = "parent"
    assessment_id: str
    name: str
    context: str = ""
    started_by: str
    in_direct_message: bool = False
    """Whether it is held with one person: then nobody else can answer, and it says so."""
    expected: int
    """About how many questions the whole interview takes."""
    progress: Progress | None = None
    """None while no question stands open."""
    last_by: str | None = None
    last_at: datetime | None = None
    decided_at: datetime | None = None
    decided_by: tuple[str, ...] = ()
    """Whose answers it rests on, in the order of their first answer."""
    since_by: tuple[str, ...] = ()
    """Who answered only after that; the verdict stands all the same."""
    next_review_at: datetime | None = None
    cancelled_by: str | None = None
    can_ask_alone: bool = False
    """Whether each may still be asked alone: nobody has answered yet. [Each of us alone]"""
    has_earlier: bool = False
    """Whether answers of that decision are offered again, to be confirmed."""
    is_reassessed: bool = False
    """Decided, and a newer version is being asked for below: this one holds until that one is settled."""
    earlier_id: str | None = None
    """The version before this one."""
    newer_id: str | None = None
    """The version that replaced this one."""


class QuestionMessage(Reply):
    """One question in the thread. Key "question:<fact>".

    Up to seven options are buttons, more are a select, a list question has checkboxes and [Save]; below stand
    [Not sure] [Back, where can_go_back] [Stop for now], and [Keep it, where `current` has an answer].
    """

    kind: Literal["question"] = "question"
    assessment_id: str
    fact: str
    text: str
    why: str
    options: tuple[Choice, ...]
    is_list: bool = False
    alone: str | None = None
    """For a list question: the value that cannot be given with another one."""
    progress: Progress
    can_go_back: bool = False
    current: Said | None = None
    """The answer it has already, while that is being changed."""
    selected: tuple[str, ...] = ()
    """The values of that answer, to be shown as chosen."""
    is_extra: bool = False
    """Whether it can no longer change the verdict and is asked because the team wanted it."""
    example: str = ""
    """Words somebody could type: "or reply: @ftrag <example>"."""
    is_again: bool = False
    """Whether it only moved below what was typed: whoever reads it has just read why it is asked."""
    turn: int = 0
    """Differs each time the message is shown as a question again, for block ids."""


class AnsweredLine(Reply):
    """The same message once answered: "✓ *How often the truth changes:* weekly · Ana" [Change], or [Answer now]."""

    kind: Literal["answered"] = "answered"
    assessment_id: str
    said: Said
    was: Said | None = None
    """The answer before this one, where it was changed: the thread keeps both."""
    can_change: bool = True
    is_beside: bool = False
    """Whether it was taken from words to another question, or to none: then one press takes it back. [Not so]"""
    verdict: Confirmed | None = None
    """That the verdict stands as it was, where it was given after one."""


class SetAsideLine(Reply):
    """A question that was open when another one was taken up first, or that matters no more. No buttons."""

    kind: Literal["set_aside"] = "set_aside"
    topic: str
    matters: bool
    """True: it will be asked again after the other one. False: it cannot change the verdict any more."""


class MovedLine(Reply):
    """For a message that stands anew at the bottom of the thread, and so is taken away. No buttons.

    Where a workspace keeps all messages this line takes its place.
    """

    kind: Literal["moved"] = "moved"
    topic: str
    said: Said | None = None
    """The answer that holds meanwhile, where there is one."""
    is_answered: bool = False
    """Whether it is a new answer that stands below, and no question."""
    is_taken_back: bool = False
    """Whether its answer was taken back, and nothing stands below."""
    stays: bool = False
    """Whether it is not taken away, since what stands below has another name: its answer may come here yet."""


class ChangeQuestion(Reply):
    """One question again, to the one who pressed Change while another one stands open for everybody.

    Its controls replace the answer; [Not sure] [Keep it].
    """

    kind: Literal["change_question"] = "change_question"
    assessment_id: str
    fact: str
    text: str
    options: tuple[Choice, ...]
    is_list: bool = False
    current: Said | None = None
    selected: tuple[str, ...] = ()
    turn: int = 0
    """Differs each time it is shown, for block ids."""


class ChangedLine(Reply):
    """Takes the place of that question: what the answer is now."""

    kind: Literal["changed_line"] = "changed_line"
    said: Said
    was: Said | None = None
    """The answer before; None where nothing was changed."""


class StoppedMessage(Reply):
    """Takes the place of the open question: "Stopped at question 4 …" [Continue] [Cancel the interview]."""

    kind: Literal["stopped"] = "stopped"
    assessment_id: str
    by: str
    number: int
    topic: str
    """The topic of the question at which it was stopped."""
    can_cancel: bool = True
    """Not where there is a verdict already: it stays, and so there is nothing to cancel."""


class CancelledLine(Reply):
    """Takes the place of the open question of a cancelled interview. No buttons."""

    kind: Literal["cancelled"] = "cancelled"
    by: str
    name: str


class DeletedLine(Reply):
    """Takes the place of every message about a decision that was deleted. No buttons."""

    kind: Literal["deleted"] = "deleted"
    by: str
    name: str
    is_in_channel: bool = False
    """Whether it stands in the channel, where it says what is gone; in the thread below it is one short line."""


class ContradictionMessage(Reply):
    """Two answers that do not fit together, asked once. Key "contradiction:<id>".

    [It changes] [Stale facts were a guess] [Both hold]: one button a side (Act.RESOLVE with its fact), one for both.
    """

    kind: Literal["contradiction"] = "contradiction"
    assessment_id: str
    contradiction: str
    first: Said
    second: Said
    claim: str
    """Why the two do not fit, from the rules; one sentence."""
    first_fix: str
    """The label of the button that changes the first answer."""
    second_fix: str


class ContradictionLine(Reply):
    """The same message once settled. `changing` is the topic that is asked again; None: both hold."""

    kind: Literal["contradiction_settled"] = "contradiction_settled"
    by: str
    first: Said
    second: Said
    changing: str | None = None


class Clarify(Reply):
    """Typed words that were not clear, to the one who typed: "Closer to weekly or to monthly?", and [Neither].

    The options' values carry `typed` along (Act.ANSWER takes it as its fourth part).
    """

    kind: Literal["clarify"] = "clarify"
    assessment_id: str
    fact: str
    topic: str
    typed: str
    nearest: tuple[Choice, ...]
    """Two as a rule; one or none where nothing is near."""


class StillOpen(Reply):
    """After Neither, to one person: the question above still stands; its options, Not sure, or other words."""

    kind: Literal["still_open"] = "still_open"
    topic: str


class AnsweredBefore(Reply):
    """To the one who answered a moment too late: "Ana answered this a moment before you: weekly. …" [Change]."""

    kind: Literal["told"] = "told"
    assessment_id: str
    said: Said
    """The answer that stands; `said.by` may be the reader themself."""
    is_same: bool = False
    """Whether the reader gave the same value."""
    is_own: bool = False
    """Whether the reader gave the answer that stands."""


class NotInChannel(Reply):
    """To the starter: I am not in #support yet; invite me with /invite @ftrag and press Start.

    [Start] [Hold it in a direct message]
    """

    kind: Literal["not_in_channel"] = "not_in_channel"
    assessment_id: str
    name: str
    channel: str
    failed: str
    """The id of the delivery that failed: part of the values of both buttons."""


class AlreadyThere(Standing, Reply):
    """To the starter: there is already one here: interview under way, question 3.

    [Continue it] [Start a new version].

    Decided: it names the architecture, and the first button is [See why].
    """

    kind: Literal["already_there"] = "already_there"
    assessment_id: str
    name: str
    number: int = 0
    link: str | None = None
