"""Answers, reviews and failures as JSON and CSV, for a channel or a workspace.

A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`; so words that begin like this get an apostrophe in
front (OWASP, CSV injection), while numbers stay numbers. JSON holds the words unchanged.
"""

import csv
import io
import json
from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict

from bot.exports.record import stamp
from storage.records import Assessment, Bucket, LoggedFailure, Review

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Exported(BaseModel):
    """Everything of one channel or workspace, as storage gave it."""

    model_config = ConfigDict(frozen=True)

    assessments: tuple[Assessment, ...] = ()
    reviews: tuple[Review, ...] = ()
    failures: tuple[LoggedFailure, ...] = ()


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.replace("\x00", "")
    return f"'{text}" if text.lstrip(" ").startswith(_STARTS_A_FORMULA) else text


def _csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def answers_csv(exported: Exported) -> str:
    """One row an answer: where, to what, which value, from which words, by whom, when."""
    return _csv(
        ("assessment", "name", "channel", "state", "fact", "value", "said", "by", "at"),
        (
            (
                a.id,
                a.name,
                a.channel,
                a.state.value,
                fact,
                _value(answer.value),
                answer.said or "",
                answer.by,
                stamp(answer.at),
            )
            for a in exported.assessments
            for fact, answer in a.answers.items()
        ),
    )


def _value(value: str | tuple[str, ...] | None) -> str:
    if value is None:
        return "unknown"
    return value if isinstance(value, str) else ";".join(value)


def reviews_csv(exported: Exported) -> str:
    """One row a review: its month and state, results counted, each bucket's count."""
    buckets = tuple(Bucket)
    return _csv(
        ("assessment", "month", "state", "pass", "fail", "not_run", *buckets, "finished_by", "finished_at"),
        (
            (
                review.assessment_id,
                review.month,
                review.state.value,
                *(
                    sum(1 for found in review.results.values() if found == result)
                    for result in ("pass", "fail", "not_run")
                ),
                *(review.counts.get(bucket, 0) for bucket in buckets),
                review.finished_by or "",
                stamp(review.finished_at),
            )
            for review in exported.reviews
        ),
    )


def failures_csv(exported: Exported) -> str:
    """One row a logged failure, withdrawn ones marked."""
    return _csv(
        ("failure", "assessment", "bucket", "golden_task", "what", "link", "by", "at", "withdrawn_at"),
        (
            (
                f.id,
                f.assessment_id,
                f.bucket.value,
                f.golden_task or "",
                f.what,
                f.link,
                f.by,
                stamp(f.at),
                stamp(f.withdrawn_at),
            )
            for f in exported.failures
        ),
    )


def render_json(exported: Exported) -> str:
    """Everything as one JSON document, indented; values as they are stored."""
    return json.dumps(exported.model_dump(mode="json"), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
