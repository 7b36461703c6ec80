"""Answers to questions that need no view of their own: the sentences that tell them, and what stands behind."""

from enum import StrEnum
from typing import Literal

from bot.replies.base import AnyModal, Reply
from bot.replies.private import Confirmed
from bot.replies.words import Changed
from rules.framework import Architecture


class ToldControl(StrEnum):
    """What is done at a press, and spoken of in an answer."""

    ADD_TASKS = "add_tasks"
    EDIT_TASKS = "edit_tasks"
    PLAN = "plan"
    MOVE = "move"
    LOG = "log"
    ROADMAP = "roadmap"
    RECORD = "record"
    CHANGE = "change"
    """The answer that is told of, given again; the form's one part is its question."""


class ToldAnswer(Reply):
    """One question answered: short first, [Show more] behind it, [Make it so] where something was supposed."""

    kind: Literal["told_answer"] = "told_answer"
    assessment_id: str
    asked_by: str
    says: tuple[str, ...]
    asked: str = ""
    """The question as data, where there is more to show; "" where there is not."""
    changes: tuple[Changed, ...] = ()
    """What was supposed, to be recorded by a press each."""
    people: tuple[str, ...] = ()
    """Ids of people that stand in the sentences, to be shown by name."""
    can_why: bool = False
    """Whether it is the verdict, of which all reasons can be read. [Why]"""
    can_cost: bool = False
    """Whether figures of the team's own would tell more. [Give figures]"""
    control: ToldControl | None = None
    """What the sentences say is done at a press, to be pressed beside them."""
    fills: tuple[str, ...] = ()
    """With what the form behind the control is filled in, in the order of its value's parts."""
    nearest_to: Architecture | None = None
    """The verdict, where the question could not be answered: the three nearest questions are offered."""
    name: str = ""
    """The feature, where it was asked about outside its thread: nothing can be pressed there."""
    link: str | None = None
    """Its thread, where what changes it is to be said."""
    takes_back: bool = False
    """Whether it tells that something was taken back."""
    verdict: Confirmed | None = None
    """That the verdict stands as it was, after what was taken back."""


class ToldModal(AnyModal):
    """The whole answer."""

    kind: Literal["told_modal"] = "told_modal"
    title: str
    says: tuple[str, ...]
    more: tuple[str, ...]
    people: tuple[str, ...] = ()
