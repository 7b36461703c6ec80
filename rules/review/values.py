"""What a review takes and gives: months of results, and the conclusion; counts read and held inside what can be."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from rules.catalog.buckets import BUCKETS
from rules.framework import Architecture
from rules.wilson import BarState

MOST_FAILURES = 100_000
"""How many failures of one kind a month can have; more is a slip of the keyboard."""
MOST_TASKS = 1_000
_LONGEST_NUMBER = 20


class Advice(StrEnum):
    """What a review ends with."""

    HOLD = "hold"
    FIX_FIRST = "fix_first"
    CLIMB = "climb"
    STEP_DOWN = "step_down"


class Direction(StrEnum):
    """How a month compares with the last one that was reviewed."""

    FIRST = "first"
    BETTER = "better"
    WORSE = "worse"
    STEADY = "steady"


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True)


class MonthResult(_Value):
    """One month: results of the golden tasks, failures by bucket, and the architecture in force."""

    month: str
    """Its key, "2026-11"."""
    passed: int = 0
    failed: int = 0
    not_run: int = 0
    failures: dict[str, int] = Field(default_factory=dict)
    architecture: Architecture
    was_missed: bool = False
    """Whether nobody did the review of this month."""

    @property
    def ran(self) -> int:
        """How many tasks were run."""
        return self.passed + self.failed

    @property
    def has_tasks(self) -> bool:
        """Whether there were golden tasks, run or not."""
        return self.ran + self.not_run > 0

    @property
    def failure_count(self) -> int:
        """How many failures there were in all."""
        return sum(self.failures.values())

    def is_below(self, bar: float) -> bool:
        """Whether tasks were run and fewer passed than the bar asks for."""
        return self.ran > 0 and self.passed < bar * self.ran


class Dominating(_Value):
    """The bucket that holds most of the failures, and what usually helps."""

    bucket: str
    label: str
    count: int
    total: int
    remedies: tuple[str, ...]


class Trend(_Value):
    """This month beside the last one that was reviewed."""

    direction: Direction
    words: str
    missed: tuple[str, ...] = ()
    """The months between, which nobody reviewed."""


class Conclusion(_Value):
    """What a review concludes; kept with it as JSON."""

    advice: Advice
    because: str
    """One to three sentences."""
    architecture: Architecture
    """The one to run from now on: another one only after climb or step down."""
    before: Architecture
    """The one in force until now."""
    delivers: tuple[str, ...] = ()
    """Labels of the demands that a climb would deliver."""
    changed: tuple[str, ...] = ()
    """The facts that differ from those of the last decision."""
    decided: Architecture
    """What the rules decide on the facts as they are now."""
    passes: bool = True
    """Whether that one passes; else it is only the closest."""
    bar: float
    bar_state: BarState
    results: str
    """The results with their uncertainty, in words."""
    bar_words: str
    low: float
    high: float
    tasks_needed: int | None = None
    dominating: Dominating | None = None
    trend: Trend


def read_count(said: str) -> int:
    """A count as it was typed. Raises ValueError with a sentence for one that cannot be."""
    text = said.strip().replace(",", "").replace(" ", "")
    sign, digits = (text[0], text[1:]) if text[:1] in {"-", "+", "−"} else ("", text)
    if not (digits.isascii() and digits.isdigit()) or len(digits) > _LONGEST_NUMBER:
        raise ValueError("Type a whole number, such as 4. Type 0 where there was none.")
    if sign in {"-", "−"} and int(digits):
        raise ValueError("A count cannot be below zero. Type 0 where there was none.")
    if int(digits) > MOST_FAILURES:
        raise ValueError(f"More than {MOST_FAILURES:,} in a month is taken for a slip. Type a smaller number.")
    return int(digits)


def clamped(result: MonthResult) -> MonthResult:
    """The same with every count between zero and what a month can have: what was stored is not trusted to be sane."""
    tasks = {name: min(MOST_TASKS, max(0, getattr(result, name))) for name in ("passed", "failed", "not_run")}
    counts = {row.id: min(MOST_FAILURES, max(0, result.failures.get(row.id, 0))) for row in BUCKETS}
    return result.model_copy(update={**tasks, "failures": {bucket: count for bucket, count in counts.items() if count}})
