"""What an answer is made from, and what it is: sentences from rows, facts, records and shown arithmetic, no others."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from rules.catalog import FRAMEWORK
from rules.cost import Figures
from rules.decide import decide
from rules.facts import Facts, Value
from rules.framework import Architecture, Framework
from rules.hearing import Asked
from rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Given:
    """Who gave an answer and when, as both read in a sentence."""

    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Moved:
    """One answer that changed: what it was, what it is, and who gave it, as that reads in a sentence; "" if nobody."""

    fact: str
    before: Value
    after: Value
    by: str = ""


@dataclass(frozen=True, slots=True)
class Past:
    """One verdict as it once was given: from when on it held, and the answers that put it in place of the one before.

    `moved` of the first one: the answers that changed since, as long as it is the only one.
    """

    architecture: Architecture
    passes: bool
    at: str
    moved: tuple[Moved, ...] = ()


@dataclass(frozen=True)
class Background:
    """What is known while a question is answered: the answers, and what the thread's record holds beside them.

    Outside a thread (the command line) there is no record, and what only it could tell is said to be kept there.
    """

    facts: Facts
    framework: Framework = FRAMEWORK
    decided: Verdict | None = None
    """The verdict as it was given; without one it is decided here."""
    is_undecided: bool = False
    """Whether the interview still goes on, so that no verdict was given, though no single question may stand open."""
    givers: Mapping[str, Given] = field(default_factory=dict)
    """Who gave each answer, by fact."""
    earlier: Mapping[str, tuple[tuple[Value, Given], ...]] = field(default_factory=dict)
    """What stood there before, the newest first, by fact; only where it is asked for."""
    in_version_before: Mapping[str, str] = field(default_factory=dict)
    """What the version before says of facts that this one was not asked about again, by fact, in words."""
    review: tuple[str, ...] | None = None
    """When the next review is and whose, and what the last said; empty where there is none, None without a record."""
    first: tuple[tuple[str, str], ...] = ()
    """What is still to do, as it goes on in a sentence, and its detail; without a record the rulebook's own plan."""
    stands: tuple[str, ...] = ()
    """What has come of the verdict since: how much of the roadmap is done, the review, in sentences."""
    unsure: tuple[str, ...] = ()
    """After the verdict: the questions nobody was sure of; no other one can still matter then."""
    has_record: bool = False
    """Whether there is a thread with a record at all."""
    is_afar: bool = False
    """Whether it is answered where no button stands beneath: then it is said where the button is."""
    open_fact: str | None = None
    """The question that stands open, while the interview runs."""
    to_go: int | None = None
    """About how many questions follow it; None outside of an interview."""
    figures: Figures = field(default_factory=Figures)
    """What was told of the team's own cost."""
    worked: tuple[str, ...] = ()
    """How figures of this line were worked out, as that goes on in a sentence: "3,200 a month is about 105 a day"."""
    told_before: frozenset[str] = frozenset()
    """The intents that were answered in full already while this verdict stood, and are told shortly now."""
    past: tuple[Past, ...] = ()
    """Every verdict that was another one than that before it, the first one first; only where it was asked for."""
    pending: tuple[Moved, ...] = ()
    """The answers that changed since the last of them, while a question stands open again."""
    uses_model: bool = False
    """Whether a language model proposes what lines mean that were not understood."""

    @cached_property
    def verdict(self) -> Verdict:
        """The verdict on these facts."""
        return self.decided or decide(self.facts, self.framework)


@dataclass(frozen=True, slots=True)
class Told:
    """One question with its answer: the short one first, and what stands behind [Show more]."""

    asked: Asked
    says: tuple[str, ...]
    more: tuple[str, ...] = ()
    changes: Mapping[str, Value] = field(default_factory=dict)
    """What was supposed, where [Make it so] would record it."""
    nearest: tuple[Asked, ...] = ()
    """What can be answered instead, where this cannot."""
