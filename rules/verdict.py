"""The verdict as a value: what was decided and everything that defends it."""

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from rules.facts import Value
from rules.framework import Architecture, Effect, Lens, Strength

LIKELY = 0.1
"""From this share of the ways to answer what is open on, a verdict leads; below it, it would mislead."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Reason(_Frozen):
    """One demand row that this team's facts raised; a row over several facts gives one Reason a fact."""

    fact: str
    value: Value
    lens: Lens
    demand: str
    strength: Strength
    claim: str
    source: str
    """The source in words, with its address where it has one."""
    row: str
    """The id of the demand row."""


class Rejection(_Frozen):
    """Why one other architecture was not chosen."""

    verdict: Architecture
    because: str
    """One sentence: the demand it misses, the gate it fails, or that it is bigger than needed."""
    missed: tuple[str, ...] = ()
    """Ids of the demands it does not deliver, musts first."""
    gates: tuple[str, ...] = ()
    """Ids of the ruling-out prerequisites it fails."""


class Gate(_Frozen):
    """An unmet prerequisite: what it blocks, and whether it rules out or comes first."""

    id: str
    claim: str
    blocks: tuple[Architecture, ...]
    effect: Effect


class Share(_Frozen):
    """How many of all completions of the open answers lead to a verdict, as a share between 0 and 1."""

    verdict: Architecture | None
    """None where nothing passes then."""
    share: float


class Flip(_Frozen):
    """A smallest set of changed answers that gives another verdict, or where nothing passes one that does."""

    change: dict[str, Value]
    verdict: Architecture
    passes: bool = True
    """False: with this change nothing passes, and that one comes closest."""


class Precedent(_Frozen):
    """A published case that resembles these facts."""

    id: str
    title: str
    verdict: Architecture
    """What worked best there."""
    url: str
    happened: str = ""
    """What was done and found there, in one or two sentences, with the figure."""
    same: tuple[str, ...] = ()
    different: tuple[str, ...] = ()
    contradicts: bool = False
    """Whether the verdict given to this team was measured as worse there, or is none of those that worked."""


class Verdict(_Frozen):
    """A decision and its defense. `passes` is False where no architecture passes the bar: this is the closest one."""

    verdict: Architecture
    passes: bool = True
    decided: bool
    """Whether no answer still open can change the verdict, or whether it passes."""
    confidence: float | None
    """The share of all completions of the open answers that give this verdict and the same `passes`, from 0 to 1."""
    alternatives: tuple[Share, ...] = ()
    """What the other completions give; together with the confidence 1."""
    reasons: tuple[Reason, ...] = ()
    """What speaks for this verdict."""
    besides: tuple[Reason, ...] = ()
    """What was asked for as well and speaks for another one: what this one misses, or what argues against it."""
    rejected: tuple[Rejection, ...] = ()
    gates: tuple[Gate, ...] = ()
    gaps: tuple[str, ...] = ()
    """Where nothing passes: ids of the musts that the closest one does not deliver, and of the gates it fails."""
    flips: tuple[Flip, ...] = ()
    precedents: tuple[Precedent, ...] = ()
    next_question: str | None = None
    """The fact whose answer is most likely to settle the verdict; None when it is decided."""
    rules_version: str
    rules_digest: str

    @property
    def musts(self) -> frozenset[str]:
        """Ids of the demands that are required: raised as a must, whatever wishes ask for the same."""
        return frozenset(one.demand for one in (*self.reasons, *self.besides) if one.strength is Strength.MUST)

    @property
    def is_likely(self) -> bool:
        """Whether one way in ten to answer what is open leads here; else it is told as undecided."""
        return likely(self.confidence, is_decided=self.decided)

    @property
    def is_leading(self) -> bool:
        """Whether no other outcome is likelier: else it only fits the answers so far, and is told as that."""
        return leading(self.confidence, [one.share for one in self.alternatives], is_decided=self.decided)


def likely(confidence: float | None, *, is_decided: bool) -> bool:
    """Whether a verdict of this confidence is told as one."""
    return is_decided or confidence is None or confidence >= LIKELY


def leading(confidence: float | None, others: Iterable[float], *, is_decided: bool) -> bool:
    """Whether no other outcome has a larger share."""
    return is_decided or confidence is None or confidence >= max(others, default=0)
