"""The modals: what a listener opens within the three seconds of a trigger. They never go through the outbox."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from bot.replies.base import AnyModal, Frozen
from bot.replies.private import Trouble
from bot.replies.verdict import VerdictMessage
from bot.replies.words import DemandShown, PrecedentShown, ReasonShown, Said, WhyNot
from rules.framework import Architecture


class NameModal(AnyModal):
    """Asks for the feature's name (Field.NAME, up to 300 characters) and one sentence of context (Field.CONTEXT, 500).

    `private` goes into private_metadata as it stands. Without `channel` it has a conversation select (Field.CHANNEL).
    """

    kind: Literal["name_modal"] = "name_modal"
    private: str
    channel: str | None
    name: str = ""
    context: str = ""
    trouble: Trouble | None = None
    """What was wrong with the name that was given, to be said on top (NAME_EMPTY)."""


class NoticeModal(AnyModal):
    """One thing that cannot be done, to somebody who is in no channel where that could be said."""

    kind: Literal["notice_modal"] = "notice_modal"
    title: str
    trouble: Trouble


class TermOffered(Frozen):
    """A word of the verdict that can be explained."""

    term: str
    asked: str
    """The question what it means, as data."""


class AskModal(AnyModal):
    """One typed question (Field.QUESTION) about the verdict; the answer comes in the thread."""

    kind: Literal["ask_modal"] = "ask_modal"
    private: str
    name: str
    architecture: Architecture
    passes: bool = True
    assessment_id: str = ""
    terms: tuple[TermOffered, ...] = ()
    """Words that the verdict uses, explained by a press."""


class MoreModal(AnyModal):
    """The whole verdict: reasons with sources, why-nots, gates, flips, how sure, all answers, the rules."""

    kind: Literal["more_modal"] = "more_modal"
    verdict: VerdictMessage
    answers: tuple[Said, ...]
    unanswered: tuple[str, ...] = ()
    """Topics."""
    rules_digest: str = ""


class CompareModal(AnyModal):
    """The architectures side by side on the demands that this team raised (or would raise, for `what_if`)."""

    kind: Literal["compare_modal"] = "compare_modal"
    name: str
    chosen: Architecture
    passes: bool = True
    demands: tuple[DemandShown, ...]
    then: Architecture | None = None
    then_passes: bool = True
    """For "what if": the other verdict, and the demands under it."""
    then_demands: tuple[DemandShown, ...] = ()
    what_if: str = ""
    """The changed answers in words."""


class PrecedentsModal(AnyModal):
    """Who else did this: two or three published cases, contradicting ones marked as such."""

    kind: Literal["precedents_modal"] = "precedents_modal"
    name: str
    architecture: Architecture
    passes: bool = True
    precedents: tuple[PrecedentShown, ...]


class RowsModal(AnyModal):
    """The rows of the rulebook behind a verdict, or behind one "why not"."""

    kind: Literal["rows_modal"] = "rows_modal"
    name: str
    architecture: Architecture
    why_not: WhyNot | None = None
    reasons: tuple[ReasonShown, ...]
    demands: tuple[DemandShown, ...]
    rules_version: str
    rules_digest: str


class CostModal(AnyModal):
    """Asks what the team knows of its own cost (Field.COST_*); what stays empty is assumed."""

    kind: Literal["cost_modal"] = "cost_modal"
    private: str
    name: str
    requests: str = ""
    """What was given before, to be changed."""
    wrong: str = ""
    saved: str = ""
    errors: dict[Architecture, str] = Field(default_factory=dict)
    asks: tuple[Architecture, ...] = tuple(Architecture)
    """Of which it is asked how often they answer wrongly: what the musts rule out is none of them."""


class ZoneFrom(StrEnum):
    """Where the zone that the plan's dialog proposes is from."""

    PLAN = "plan"
    """The plan that stands."""
    PROFILE = "profile"
    """The Slack profile of the one who plans."""
    SETTING = "setting"
    """Slack did not tell; it is the one that is set for ftrag here."""
    NOWHERE = "nowhere"
    """Slack did not tell, and none is set: UTC."""


class PlanModal(AnyModal):
    """Day, hour, zone, owner, working days, holidays: Field.REVIEW_*. `private` is JSON."""

    kind: Literal["plan_modal"] = "plan_modal"
    private: str
    name: str
    day: str = "day:1"
    first: str = ""
    """The day from which on; "" where a review was opened already, and it is not asked for."""
    waits: bool = False
    """Whether that is four weeks after the decision."""
    time: str = "10:00"
    zone: str = "UTC"
    zone_from: ZoneFrom = ZoneFrom.PLAN
    owner: str = ""
    working_days_only: bool = True
    moves_back: bool = False
    holidays: str = ""
    is_move: bool = False


class ReasonModal(AnyModal):
    """Asks why answers were changed that changed the verdict (Field.REASON); it may stay empty. `private` is JSON."""

    kind: Literal["reason_modal"] = "reason_modal"
    private: str
    name: str
    changes: tuple[Said, ...]
    """The answers as they are now."""
    reason: str = ""
    """What was said before."""
