"""This month beside the last one that was reviewed, in words that do not claim more than few tasks can show."""

from collections.abc import Sequence

from rules.review.values import Direction, MonthResult, Trend
from rules.wilson import wilson


def trend(now: MonthResult, earlier: Sequence[MonthResult]) -> Trend:
    """How the month compares; months that nobody reviewed are named."""
    reviewed = [at for at, month in enumerate(earlier) if not month.was_missed]
    missed = tuple(month.month for month in earlier[reviewed[-1] + 1 if reviewed else 0 :] if month.was_missed)
    if not reviewed:
        return Trend(direction=Direction.FIRST, words="This is the first review.", missed=missed)
    before = earlier[reviewed[-1]]
    return Trend(
        direction=_direction(before, now), words=f"{_tasks(before, now)} {_failures(before, now)}", missed=missed
    )


def _direction(before: MonthResult, now: MonthResult) -> Direction:
    """By the tasks where both months ran some, else by the failures."""
    if before.ran and now.ran:
        gain = now.passed * before.ran - before.passed * now.ran
    else:
        gain = before.failure_count - now.failure_count
    return Direction.BETTER if gain > 0 else Direction.WORSE if gain < 0 else Direction.STEADY


def _tasks(before: MonthResult, now: MonthResult) -> str:
    if not (before.ran and now.ran):
        return "The golden tasks cannot be compared: one of the two months ran none."
    beside = f"{now.passed} of {now.ran} golden tasks passed, {before.passed} of {before.ran} before"
    (low, high), (low_before, high_before) = wilson(now.passed, now.ran), wilson(before.passed, before.ran)
    if low > high_before or high < low_before:
        return f"{beside}: a real change."
    return f"{beside}: as many tasks as these cannot show a difference."


def _failures(before: MonthResult, now: MonthResult) -> str:
    told = {0: "No failure was", 1: "One failure was"}.get(now.failure_count, f"{now.failure_count:,} failures were")
    return f"{told} logged, {f'{before.failure_count:,}' if before.failure_count else 'none'} before."
