"""What a few golden tasks can tell: Wilson's 95 % interval, the bar judged by it, and both in words.

Few tasks tell little: five of five passed still leaves room for a true share of 57 of 100. So a bar counts as met or
missed only where the whole interval lies on one side of it, and otherwise how many tasks would do is said.
"""

from enum import StrEnum
from math import sqrt

BAR = 0.8
"""The share of golden tasks that has to pass, where a team set no other."""
MOST_TASKS_TRIED = 400
MOST_ADVISED = 60
"""More golden tasks than these nobody runs every month, so a larger number is not advised."""
_Z = 1.959963984540054
"""The 97.5 % point of the normal distribution: 95 % lie between minus and plus this."""


class BarState(StrEnum):
    """Whether the bar is met, as far as the tasks can tell."""

    MET = "met"
    MISSED = "missed"
    TOO_FEW = "too_few"
    """The interval reaches over the bar: so few tasks cannot tell."""
    NOT_RUN = "not_run"


def wilson(passed: int, ran: int) -> tuple[float, float]:
    """The interval in which the true share lies with 95 % confidence. Raises ValueError for counts that cannot be."""
    if not 0 <= passed <= ran:
        raise ValueError(f"{passed} of {ran} is no result")
    if ran == 0:
        return 0.0, 1.0
    share = passed / ran
    middle = (share + _Z**2 / (2 * ran)) / (1 + _Z**2 / ran)
    half = _Z * sqrt(share * (1 - share) / ran + _Z**2 / (4 * ran**2)) / (1 + _Z**2 / ran)
    low = 0.0 if passed == 0 else max(0.0, middle - half)
    high = 1.0 if passed == ran else min(1.0, middle + half)
    return low, high


def bar_state(passed: int, ran: int, bar: float = BAR) -> BarState:
    """Whether the bar is met."""
    if ran == 0:
        return BarState.NOT_RUN
    low, high = wilson(passed, ran)
    if low >= bar:
        return BarState.MET
    return BarState.MISSED if high < bar else BarState.TOO_FEW


def tasks_needed(passed: int, ran: int, bar: float = BAR) -> int | None:
    """How many tasks would do, if as large a share of them passed; None where that share is too near to the bar."""
    if ran == 0:
        return None
    share = passed / ran
    return next(
        (
            number
            for number in range(ran, MOST_TASKS_TRIED + 1)
            if bar_state(round(share * number), number, bar) in {BarState.MET, BarState.MISSED}
        ),
        None,
    )


SO_FEW = "so few show what breaks, not how often"
"""What three to five golden tasks are good for, in the same words wherever that is said (F10)."""
_FEW = 30
NO_TASKS = "There are no golden tasks yet, so nobody can tell whether it works."
"""In the place of the result, where a team has named none."""


def results_in_words(passed: int, ran: int, without: int = 0) -> str:
    """The result with its uncertainty, as a sentence; `without`: how many golden tasks have none."""
    if ran == 0:
        return "No golden task was run, so nobody can tell whether the bar is met."
    low, high = (round(100 * end) for end in wilson(passed, ran))
    of = f"{passed} of {ran} golden tasks passed" if ran > 1 else _of_one(passed, without)
    if without:
        of = f"{of}, {without} more {'has' if without == 1 else 'have'} no result"
    if ran < _FEW:
        return f"{of}; {SO_FEW}: that may be anything between {low} and {high} of 100."
    return f"{of}; that is between {low} and {high} of 100."


def _of_one(passed: int, without: int) -> str:
    """A single result: of the only golden task, or of the only one that has any."""
    return f"The one golden task {'that has a result ' if without else ''}{'passed' if passed else 'failed'}"


def bar_in_words(passed: int, ran: int, bar: float = BAR) -> str:
    """Whether the bar is met, as a sentence; empty where nothing was run."""
    aim = f"{round(100 * bar)} of 100"
    match bar_state(passed, ran, bar):
        case BarState.NOT_RUN:
            return ""
        case BarState.MET:
            return f"The bar, {aim}, is met."
        case BarState.MISSED:
            return f"The bar, {aim}, is missed."
        case _:
            needed = tasks_needed(passed, ran, bar)
            is_within_reach = needed is not None and needed <= MOST_ADVISED
            more = f"; to know it as a rate takes about {needed} tasks" if is_within_reach else ""
            side = "right at" if passed == bar * ran else "above" if passed > bar * ran else "below"
            return f"So far the share is {side} the bar, {aim}{more}."
