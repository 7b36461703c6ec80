"""What is said back to typed words: what was taken besides, what is asked, what was meant by the question."""

from typing import Literal

from bot.replies.base import Frozen, Reply
from bot.replies.private import Confirmed
from bot.replies.words import Said


class OfferedAnswer(Frozen):
    """One value of one question, as a button under words that may have meant it."""

    fact: str
    value: str
    """As data; several of a list fact are joined with a comma."""
    label: str
    replaces: bool = False
    """Whether that question is answered already, so that pressing changes the answer."""


class OfferedQuestion(Frozen):
    """A question that words may have meant, as a button that answers it."""

    asked: str
    """As data."""
    label: str


class StandsThere(Frozen):
    """An answer of somebody else that typed words would change, [Keep it] [the new one], or only say again."""

    said: Said
    offered: OfferedAnswer | None = None
    """None: the words say the same."""


class OfferedItem(Frozen):
    """An item of the roadmap that typed words were about, to be ticked or opened again by a press."""

    item_id: str
    label: str
    ticks: bool


class OfferedTask(Frozen):
    """A golden task of which typed words may have told something, as a button that writes it down there."""

    task: str
    """Its id; "all" for each of them, "named" for those that the words name."""
    label: str


class HeardReply(Reply):
    """Under typed words: sentences, what was taken besides [Not so], what is offered.

    The question that stands open is asked again below it.
    """

    kind: Literal["heard"] = "heard"
    assessment_id: str
    typed: str
    says: tuple[str, ...] = ()
    taken: tuple[Said, ...] = ()
    """Answers to other questions that the words gave besides."""
    is_alone: bool = False
    """Whether the open question got no answer beside them."""
    verdict: Confirmed | None = None
    """That the verdict stands as it was, after what was taken."""
    stands: tuple[StandsThere, ...] = ()
    offers: tuple[OfferedAnswer, ...] = ()
    questions: tuple[OfferedQuestion, ...] = ()
    """Questions that the words may have meant: three at most, with the answers that are offered."""
    asks: str = ""
    """As data: the question for which a model took the words, [Yes, that]."""
    steers: str = ""
    """The control word for which a model took them, [Yes, that]."""
    is_restart: bool = False
    """Whether starting over is offered: [Start a new version]."""
    can_continue: bool = False
    """Whether it rests now: [Continue]."""
    fact: str = ""
    """The question that stands open, for the control word that is about it."""
    review: str = ""
    """The month of the review into which a typed result was taken, or may be: [Change]."""
    can_stop: bool = False
    """Whether the words would stop the reviews for good: [Stop reviews]."""
    can_log: bool = False
    """Whether the words told a failure that is not logged: [Log a failure]."""
    failure: str = ""
    """What they told of it, with which its modal opens."""
    items: tuple[OfferedItem, ...] = ()
    """Items of the roadmap that the words were about, [Not done] under one that they ticked."""
    tasks: tuple[OfferedTask, ...] = ()
    """Golden tasks of which the words may tell what stands in `line`."""
    line: str = ""
    edits_tasks: str = ""
    """What the button says under which the golden tasks are edited; "" for none."""
    shows_roadmap: bool = False
    """Whether what is spoken of stands on the roadmap: [Roadmap]."""
    can_plan: bool = False
    """Whether they tell what goes into a review while none is planned: [Plan the monthly review]."""
