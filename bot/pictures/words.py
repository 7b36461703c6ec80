"""A reply -> what its picture shows, and the same in words for those who cannot see it. Pure."""

from collections.abc import Iterable, Sequence

from bot.pictures.plans import MOST_MONTHS, MOST_ROWS, DegreeName, DemandBar, DemandsPlan, HistoryPlan, Month, Plan
from bot.replies import DemandShown
from bot.views.architecture import NAME, SHORT
from bot.views.text import count, cut, listing
from rules.casing import upper_first
from rules.catalog.buckets import BUCKETS
from rules.framework import Architecture, Degree, Strength
from rules.review import MonthResult, clamped, wilson

ALT_LIMIT = 1_000
_DEGREES: dict[Degree, DegreeName] = {Degree.FULLY: "fully", Degree.PARTLY: "partly", Degree.NOT: "not"}
_COLUMNS = tuple(Architecture)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def demands_plan(demands: Iterable[DemandShown], chosen: Architecture, *, passes: bool = True) -> DemandsPlan:
    """The demands that a team raised, by architecture; the first ones where there are more than a picture holds."""
    rows = [
        DemandBar(
            label=demand.label,
            is_must=demand.strength is Strength.MUST,
            degrees=tuple(_DEGREES[demand.degrees.get(column, Degree.NOT)] for column in _COLUMNS),
        )
        for demand in demands
    ]
    return DemandsPlan(
        columns=tuple(SHORT[column] for column in _COLUMNS),
        chosen=_COLUMNS.index(chosen),
        rows=tuple(rows[:MOST_ROWS]),
        passes=passes,
    )


def history_plan(results: Sequence[MonthResult], bar: float, most: int = MOST_MONTHS) -> HistoryPlan:
    """The last months of a history, oldest first; a verdict is named where it is new, and in the first month shown."""
    shown = [clamped(result) for result in results[-most:]]
    before = (None, *(result.architecture for result in shown))
    return HistoryPlan(
        months=tuple(_of(result, earlier) for result, earlier in zip(shown, before, strict=False)),
        buckets=tuple(row.label for row in BUCKETS),
        bar=min(1.0, max(0.0, bar)),
    )


def _of(result: MonthResult, earlier: Architecture | None) -> Month:
    low, high = wilson(result.passed, result.ran)
    year, _, number = result.month.partition("-")
    return Month(
        label=f"{_MONTHS[int(number) - 1]} {year}",
        passed=result.passed,
        ran=result.ran,
        low=low,
        high=high,
        failures=tuple(result.failures.get(row.id, 0) for row in BUCKETS),
        was_reviewed=not result.was_missed,
        verdict=upper_first(NAME[result.architecture]) if result.architecture is not earlier else "",
    )


def alt_text(plan: Plan) -> str:
    """The picture in words, as long as Slack takes them."""
    return cut(in_words(plan), ALT_LIMIT)


def in_words(plan: Plan) -> str:
    """The picture in words, all of them."""
    return " ".join(_demands(plan) if isinstance(plan, DemandsPlan) else _history(plan))


def _demands(plan: DemandsPlan) -> list[str]:
    """Column by column: the verdict first, then the others."""
    chosen = _COLUMNS[plan.chosen]
    others = [column for column in _COLUMNS if column is not chosen]
    title = f"How far each architecture delivers the {count(len(plan.rows), 'demand')} of this team."
    return [title, *(_column(plan, column, is_chosen=column is chosen) for column in (chosen, *others))]


def _column(plan: DemandsPlan, column: Architecture, *, is_chosen: bool) -> str:
    at = _COLUMNS.index(column)
    parts = []
    for degree, words in (("fully", "delivers fully"), ("partly", "delivers in part"), ("not", "does not deliver")):
        labels = [
            f"{row.label.lower()}{'' if row.is_must else ' (wish)'}" for row in plan.rows if row.degrees[at] == degree
        ]
        if labels:
            parts.append(f"{words}: {listing(labels)}")
    verdict = (", the verdict," if plan.passes else ", the closest as nothing passes,") if is_chosen else ""
    return f"{upper_first(NAME[column])}{verdict} {'; '.join(parts) or 'was asked for nothing'}."


def _history(plan: HistoryPlan) -> list[str]:
    """Month by month, the newest first: what was cut off is the oldest."""
    over = count(len(plan.months), "month")
    title = f"Golden tasks passed and failures by bucket, over {over}; the bar is {plan.bar:.0%}."
    first = plan.months[0] if plan.months else None
    return [title, *(_month(plan, month, is_first=month is first) for month in reversed(plan.months))]


def _month(plan: HistoryPlan, month: Month, *, is_first: bool) -> str:
    if not month.was_reviewed:
        tasks = "the review was missed"
    elif not month.ran:
        tasks = "no task was run"
    else:
        tasks = f"{month.passed} of {month.ran} passed (between {month.low:.0%} and {month.high:.0%})"
    named = [
        f"{bucket.lower()} {number:,}" for bucket, number in zip(plan.buckets, month.failures, strict=False) if number
    ]
    failures = f"{count(sum(month.failures), 'failure')} ({', '.join(named)})" if named else "no failure"
    verdict = f", {'verdict' if is_first else 'new verdict'} {month.verdict.lower()}" if month.verdict else ""
    return f"{month.label}{verdict}: {tasks}; {failures}."
