"""Replies of the verdict and of what people ask about it."""

from typing import Literal

from bot.replies.base import Frozen, Reply
from bot.replies.words import (
    Changed,
    DemandShown,
    FirstStep,
    FlipShown,
    GateShown,
    PrecedentShown,
    ReasonShown,
    Said,
    ShareShown,
    WhyNot,
)
from rules.framework import Architecture


class VerdictMessage(Reply):
    """The verdict in the thread. Key "verdict"."""

    kind: Literal["verdict"] = "verdict"
    assessment_id: str
    name: str
    architecture: Architecture
    passes: bool
    """False: no architecture passes the bar, this one comes closest, and `gaps` says what is missing."""
    delivers: tuple[str, ...]
    """Labels of the musts that it delivers fully, for the headline sentence."""
    partly: tuple[str, ...] = ()
    """Labels of the musts that it delivers in part, which is enough to pass and is said as that."""
    gaps: tuple[str, ...] = ()
    demands: tuple[DemandShown, ...] = ()
    reasons: tuple[ReasonShown, ...]
    """By lens, in the order of the lenses; musts first."""
    why_not: tuple[WhyNot, ...]
    gates: tuple[GateShown, ...]
    first: FirstStep | None
    flips: tuple[FlipShown, ...]
    is_settled: bool
    is_likely: bool = True
    """Whether one way in ten to answer what is open leads to it; else nothing is decided yet."""
    is_leading: bool = True
    """Whether no other outcome is likelier; else it only fits the answers so far."""
    confidence: float | None
    """A share between 0 and 1; views say it in words, as so many of 100 ways."""
    others: tuple[ShareShown, ...] = ()
    open_count: int = 0
    """How many questions have no answer ("not sure" included)."""
    rest_count: int = 0
    """How many of them were never answered: the number in [Answer the other 4]."""
    kept_count: int = 0
    """How many of an earlier version's answers hold without having been asked again."""
    matters_most: Said | None = None
    """Where it is not settled: the open question whose answer matters most [Answer it]."""
    not_sure: tuple[Said, ...] = ()
    """What was answered with "not sure" and could still change the verdict: what that cost."""
    changed_from: Architecture | None = None
    """The verdict before this one, where an answer was changed."""
    changed_by: tuple[Changed, ...] = ()
    """The answers whose change made the difference."""
    asks_why: tuple[str, ...] = ()
    """Their facts, where somebody may say why: [Note why it changed]."""
    rules_version: str = ""
    rules_changed: bool = False
    """Whether the rules are newer than those with which the interview began."""
    can_answer_rest: bool = False
    precedent_count: int = 0


class EarlierVerdict(Reply):
    """Takes the place of a verdict message that a newer one, below, replaced. No buttons."""

    kind: Literal["earlier_verdict"] = "earlier_verdict"
    name: str
    architecture: Architecture
    passes: bool = True
    now: Architecture
    now_passes: bool = True


class VerdictPicture(Reply):
    """The picture: the demands raised, and how far each architecture delivers them. Key "picture"; sent by UPLOAD."""

    kind: Literal["verdict_picture"] = "verdict_picture"
    assessment_id: str
    name: str
    architecture: Architecture
    passes: bool = True
    demands: tuple[DemandShown, ...]


class WhyAnswer(Reply):
    """To "why retrieval?": the reasons again, in the thread. Key "asked:<n>"; [Show more]."""

    kind: Literal["why"] = "why"
    assessment_id: str
    architecture: Architecture
    passes: bool = True
    asked_by: str
    reasons: tuple[ReasonShown, ...]


class WhyNotAnswer(Reply):
    """To "why not fine-tuning?": what it misses and fails, and what it would take. [Show more]."""

    kind: Literal["why_not"] = "why_not"
    assessment_id: str
    asked_by: str
    chosen: Architecture
    why_not: WhyNot
    reasons: tuple[ReasonShown, ...] = ()
    """The reasons that raised the demands which it misses."""
    would_take: FlipShown | None = None
    """The smallest change that would give it, where one is known."""


class FlipsAnswer(Reply):
    """To "what would change it?"."""

    kind: Literal["flips"] = "flips"
    assessment_id: str
    asked_by: str
    chosen: Architecture
    passes: bool = True
    flips: tuple[FlipShown, ...]


class WhatIfAnswer(Reply):
    """To "what if we only had 200 pages?": "Then prompting … Now: retrieval." [Record that change] [Compare both]."""

    kind: Literal["what_if"] = "what_if"
    assessment_id: str
    asked_by: str
    changes: tuple[Changed, ...]
    standing: tuple[Said, ...] = ()
    """What was supposed and is the answer already: it changes nothing, which is said."""
    now: Architecture
    now_passes: bool = True
    then: Architecture
    then_passes: bool = True
    reasons: tuple[ReasonShown, ...] = ()
    """What speaks then and does not speak now."""
    dropped: tuple[ReasonShown, ...] = ()
    """What speaks now and would not speak then."""
    kept: tuple[ReasonShown, ...] = ()
    """What speaks now and would speak then: where reasons go and the verdict stays, it rests on these."""


class CanAnswer(Reply):
    """A question that was not understood: "I can answer these:" [Why retrieval?] [What would change it?] [Compare …].

    Before there is a verdict it says so, and names the question that stands open.
    """

    kind: Literal["can_answer"] = "can_answer"
    assessment_id: str
    architecture: Architecture | None = None
    open_topic: str | None = None


class PrecedentsAnswer(Reply):
    """The published cases nearest to the facts, to one person where no modal can be opened."""

    kind: Literal["precedents"] = "precedents"
    assessment_id: str
    name: str
    architecture: Architecture
    precedents: tuple[PrecedentShown, ...]


class CompareAnswer(Reply):
    """The architectures side by side: to the one who pressed Compare, or in the thread where it was asked for."""

    kind: Literal["compare"] = "compare"
    assessment_id: str
    name: str
    chosen: Architecture
    passes: bool = True
    demands: tuple[DemandShown, ...]
    columns: tuple[Architecture, ...] = ()
    """The architectures that were asked for; empty for all five."""
    why_not: tuple[WhyNot, ...] = ()
    """Why each other one was not chosen: a table alone lets one look better that is ruled out today."""
    asked_by: str = ""
    then: Architecture | None = None
    """Where an answer was supposed: the other verdict, and the demands under it."""
    then_passes: bool = True
    then_demands: tuple[DemandShown, ...] = ()
    what_if: str = ""
    """The supposed answer in words, and as data in `fact` and `value`."""
    fact: str = ""
    value: str = ""


class CostLine(Frozen):
    """What one architecture costs a month, in words: "$1,200 to $5,600"."""

    architecture: Architecture
    monthly: str
    is_ruled_out: bool = False
    ends: tuple[float, float] | None = None
    """The same as numbers, to be drawn."""


class CostMessage(Reply):
    """What wrong answers cost, in the thread. Key "cost"."""

    kind: Literal["cost"] = "cost"
    assessment_id: str
    name: str
    by: str
    says: tuple[str, ...]
    """Three sentences."""
    lines: tuple[CostLine, ...]
    given: tuple[str, ...] = ()
    """The figures that were given, in words."""
    assumed: tuple[str, ...] = ()
    """What stood in for the others, with its source."""
    currency: str = ""
    """Its code, where the costs are to be drawn."""
    verdict: Architecture
    passes: bool = True
