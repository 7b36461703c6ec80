"""What the reviews showed month by month, as charts of Slack's own; where those cannot be shown, as lines of words.

Slack's charts know no gap: a month in which nothing was run stands under the first chart in words, not on its line.
"""

from collections.abc import Sequence

from bot.views.architecture import NAME
from bot.views.blocks import Block, Native, bullets, context, section
from bot.views.data import POINTS, ChartKind, chart
from bot.views.text import count, month_name
from rules.catalog.buckets import BUCKETS
from rules.review import MonthResult, clamped, wilson

MOST = 12
"""Months that are told."""


def history(results: Sequence[MonthResult], bar: float) -> Block | Native:
    """The months as charts, golden tasks passed and failures by bucket, each with the words that say the same."""
    shown = [clamped(one) for one in results[-min(MOST, POINTS) :]]
    drawn = (_tasks(shown, bar), _failures(shown))
    if not any(drawn):
        return months(results, bar)
    return Native((*drawn, _left_out(shown)), (months(results, bar),))


def months(results: Sequence[MonthResult], bar: float) -> Block:
    """The months in words, the newest first."""
    has_run = any(one.passed + one.failed > 0 for one in results)
    title = f"*Month by month*{f', the bar is {bar:.0%}' if has_run else ''}"
    return bullets(title, [_row(one) for one in reversed(results[-MOST:])], most=MOST) or section("*Month by month*")


def _row(one: MonthResult) -> str:
    if one.was_missed:
        return f"{month_name(one.month)}: missed"
    passed, ran = max(0, one.passed), max(0, one.passed) + max(0, one.failed)
    low, high = wilson(passed, ran)
    tasks = f"{passed} of {ran} passed (between {low:.0%} and {high:.0%})" if ran else "no task was run"
    return f"{month_name(one.month)}: {tasks}; {_kinds(one)}; {NAME[one.architecture]}"


def _kinds(one: MonthResult) -> str:
    """The failures of a month by bucket: "9 failures (retrieval miss 7, formatting 2)"."""
    named = [f"{row.label.lower()} {one.failures[row.id]:,}" for row in BUCKETS if one.failures.get(row.id, 0) > 0]
    kinds = f" ({', '.join(named)})" if named else ""
    return f"{count(one.failure_count, 'failure')}{kinds}"


def _tasks(shown: Sequence[MonthResult], bar: float) -> Block | None:
    """Of 100 golden tasks that were run, how many passed, beside the bar; one month alone is no line."""
    ran = [one for one in shown if one.ran]
    if not ran:
        return None
    series = {"Passed": [round(one.passed / one.ran * 100) for one in ran], "Bar": [round(bar * 100)] * len(ran)}
    kind: ChartKind = "line" if len(ran) > 1 else "bar"
    return chart(kind, "Golden tasks passed", [_label(one) for one in ran], series, y_label="Of 100 that were run")


def _failures(shown: Sequence[MonthResult]) -> Block | None:
    """The failures of each month by bucket, those buckets alone in which there were any."""
    series = {row.label: [one.failures.get(row.id, 0) for one in shown] for row in BUCKETS}
    found = {label: counts for label, counts in series.items() if any(counts)}
    if not found:
        return None
    return chart("bar", "Failures logged, by bucket", [_label(one) for one in shown], found, y_label="Failures")


def _left_out(shown: Sequence[MonthResult]) -> Block | None:
    """The months that are no point of the line: without a review, or without a run."""
    rows = [_row(one) for one in shown if one.was_missed or not one.ran]
    return context(*rows) if rows else None


def _label(one: MonthResult) -> str:
    name, _, year = month_name(one.month).partition(" ")
    return f"{name[:3]} {year}"
