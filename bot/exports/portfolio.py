"""The portfolio of a workspace as CSV: one row a decided feature, what needs somebody first."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from bot.exports.tables import CsvTable, day_and_time
from rules.portfolio import DecidedFeature, summarize
from storage.records import Bucket

PORTFOLIO = "portfolio"
"""Its name among the tables of an export."""
PORTFOLIO_FORM = "csv"
"""How its file name ends."""
_HEAD = (
    "assessment", "name", "channel", "verdict", "passes", "source", "decided_date", "decided_time_utc",
    "reviews_planned", "review_open_since_date", "review_open_since_time_utc", "review_overdue", "last_review",
    "last_review_concluded", "golden_tasks_passed", "golden_tasks_run", "bar", "drift",
    *(f"recent_{bucket}" for bucket in Bucket),
)  # fmt: skip


def portfolio_table(features: Iterable[DecidedFeature], now: datetime) -> bytes:
    """The file as of this moment; failures are those of the last 90 days."""

    def rows(listed: Iterable[DecidedFeature], _names: Mapping[str, str]) -> Iterable[Sequence[object]]:
        return (_row(one, now) for one in listed)

    table = CsvTable(_HEAD, rows, {})
    table.add(summarize(features, now).features)
    return table.content()


def _row(one: DecidedFeature, now: datetime) -> Sequence[object]:
    last = one.reviewed
    reviewed = (last.month, last.architecture or "", last.passed, last.ran, last.bar) if last else ("", "", 0, 0, "")
    return (
        one.id,
        one.name,
        one.team,
        one.architecture.value,
        _yes(is_so=one.passes),
        one.source or "",
        *day_and_time(one.decided_at),
        _yes(is_so=one.is_planned),
        *day_and_time(one.waits_since),
        _yes(is_so=one.is_overdue(now)),
        *reviewed,
        one.drift or "",
        *(one.failures.get(bucket, 0) for bucket in Bucket),
    )


def _yes(*, is_so: bool) -> str:
    return "yes" if is_so else "no"
