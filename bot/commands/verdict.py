"""Commands about the verdict: more of it, and questions."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from pydantic import Field

from bot.commands.base import AboutAssessment, AboutQuestion


class ShowMore(AboutAssessment):
    """The whole verdict in a modal."""

    kind: Literal["show_more"] = "show_more"


class Compare(AboutAssessment):
    """The architectures side by side; with `fact` and `value`: also as it would be after that change."""

    kind: Literal["compare"] = "compare"
    fact: str = ""
    value: str = ""


class CompareInFull(AboutAssessment):
    """The same in a modal, with why each architecture delivers as far as it does."""

    kind: Literal["compare_in_full"] = "compare_in_full"
    fact: str = ""
    value: str = ""


class ShowPrecedents(AboutAssessment):
    """Who else did this."""

    kind: Literal["show_precedents"] = "show_precedents"


class ShowRows(AboutAssessment):
    """The rows behind the verdict, or behind one "why not"."""

    kind: Literal["show_rows"] = "show_rows"
    architecture: str = ""


class ShowTold(AboutAssessment):
    """The whole of an answer that was told shortly."""

    kind: Literal["show_told"] = "show_told"
    asked: str
    """The question as data."""


class AskQuestion(AboutAssessment):
    """Opens the modal for a typed question."""

    kind: Literal["ask_question"] = "ask_question"


class QuestionAsked(AboutAssessment):
    """The typed question of that modal."""

    kind: Literal["question_asked"] = "question_asked"
    text: str


class Suggested(AboutAssessment):
    """A question offered as a button: "why", "flips", "compare", or "why_not" with an architecture."""

    kind: Literal["suggested"] = "suggested"
    topic: str
    architecture: str = ""


class SayWhy(AboutAssessment):
    """Opens the modal for why answers were changed."""

    kind: Literal["say_why"] = "say_why"
    facts: tuple[str, ...]


class ReasonGiven(AboutAssessment):
    """The reason of that modal; an empty one takes back what was said."""

    kind: Literal["reason_given"] = "reason_given"
    reason: str = ""
    given: Mapping[str, str] = Field(default_factory=dict)
    """When the answers were given that it is about, by fact."""


class RecordChange(AboutQuestion):
    """Makes a "what if" the answer."""

    kind: Literal["record_change"] = "record_change"
    value: str
    """Several values of a list fact are joined with a comma; "" where none was chosen."""
    is_change: bool = False
    """Whether whoever pressed Change was asked for it alone; else it was a "what if" or an offer."""


class TakeBack(AboutQuestion):
    """Not so: typed words were taken for an answer that was not meant. What stood there before stands again."""

    kind: Literal["take_back"] = "take_back"
    at: datetime
    """When the answer was given that is taken back: a later one is somebody's own."""
    is_copy: bool = False
    """Whether it was pressed where one person alone sees it."""


class AskForCost(AboutAssessment):
    """Opens the modal of what wrong answers cost."""

    kind: Literal["ask_for_cost"] = "ask_for_cost"


class CostGiven(AboutAssessment):
    """The figures of that modal, as they were typed; an empty one is not known."""

    kind: Literal["cost_given"] = "cost_given"
    volume: str = ""
    """The answer on requests a day that stood when the modal was opened; "" for none."""
    requests: str = ""
    wrong: str = ""
    saved: str = ""
    errors: Mapping[str, str] = Field(default_factory=dict)
    """By architecture."""
