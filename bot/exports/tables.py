"""Answers, reviews and failures as JSON and CSV, for a channel or a workspace, piece by piece.

A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`; so words that begin like this get an apostrophe in
front (OWASP, CSV injection), while numbers stay numbers. JSON holds the words unchanged.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from bot.exports.record import stamp
from storage.records import Answer, Assessment, Bucket, LoggedFailure, Review, TaskResult

P = TypeVar("P")
_UNSEEN = r"\s\ufeff\u200b-\u200f\u2060"
_SIGNS = r"=+\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b"
_FORMULA = re.compile(rf"[{_UNSEEN}]*[{_SIGNS}]|[\t\r\n]")
"""How a formula begins, full-width, small and minus signs included: some spreadsheets read them like the plain ones."""
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


class Exported(BaseModel):
    """Assessments of one channel or workspace with what belongs to them, as storage gave it."""

    model_config = ConfigDict(frozen=True)

    assessments: tuple[Assessment, ...] = ()
    reviews: tuple[Review, ...] = ()
    failures: tuple[LoggedFailure, ...] = ()


class TableKind(StrEnum):
    """The files of an export."""

    ANSWERS = "answers"
    REVIEWS = "reviews"
    FAILURES = "failures"
    EVERYTHING = "everything"


FORMS: dict[str, str] = {kind: "json" if kind is TableKind.EVERYTHING else "csv" for kind in TableKind}


NEEDS = {
    TableKind.ANSWERS: frozenset({"assessments"}),
    TableKind.REVIEWS: frozenset({"reviews"}),
    TableKind.FAILURES: frozenset({"failures"}),
    TableKind.EVERYTHING: frozenset(Exported.model_fields),
}
"""What a piece has to hold for each."""


class CsvTable(Generic[P]):
    """One row a record; a piece is whatever `rows` reads."""

    def __init__(self, head: Sequence[str], rows: Callable[[P], Iterable[Sequence[object]]]) -> None:
        self._out = io.BytesIO()
        self._text = io.TextIOWrapper(self._out, encoding="utf-8", newline="", write_through=True)
        self._rows = rows
        self._writer = csv.writer(self._text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        self._writer.writerow(head)

    def add(self, piece: P) -> None:
        """Write what this piece has of it."""
        self._writer.writerows([_cell(value) for value in row] for row in self._rows(piece))

    def content(self) -> bytes:
        """The file."""
        return self._out.getvalue()


class JsonTable:
    """One record a line, in three lists; values as they are stored."""

    def __init__(self) -> None:
        self._lists = {name: io.BytesIO() for name in Exported.model_fields}

    def add(self, piece: Exported) -> None:
        """Write what this piece has of each."""
        for name, out in self._lists.items():
            records: Iterable[BaseModel] = getattr(piece, name)
            for one in records:
                out.write(b",\n" if out.tell() else b"\n")
                out.write(one.model_dump_json().encode())

    def content(self) -> bytes:
        """The file."""
        parts: list[bytes | memoryview] = []
        for name, out in self._lists.items():
            parts += [b",\n" if parts else b"{\n", b'"%s": [' % name.encode(), out.getbuffer(), b"\n]"]
        return b"".join([*parts, b"\n}\n"])


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.replace("\x00", "")
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


_ANSWERS = (
    "assessment", "name", "channel", "state", "supersedes", "superseded_by", "verdict",
    "fact", "value", "said", "by", "at",
)  # fmt: skip
_REVIEWS = ("assessment", "month", "state", *TaskResult, *Bucket, "finished_by", "finished_at")
_FAILURES = ("failure", "assessment", "bucket", "golden_task", "what", "link", "by", "at", "withdrawn_at")


def _answers(piece: Exported) -> Iterable[Sequence[object]]:
    """One row an answer: where, to what, which value, from which words, by whom, when."""
    for one in piece.assessments:
        verdict = one.decision.verdict.verdict.value if one.decision else ""
        head = (one.id, one.name, one.channel, one.state.value, one.supersedes or "", one.superseded_by or "", verdict)
        for answer in one.answers.values():
            yield *head, answer.fact, _value(answer), answer.said or "", answer.by, stamp(answer.at)


def _value(answer: Answer) -> str:
    if answer.value is None:
        return "unknown"
    return answer.value if isinstance(answer.value, str) else ";".join(answer.value)


def _reviews(piece: Exported) -> Iterable[Sequence[object]]:
    """One row a review: its month and state, results counted, each bucket's count."""
    for one in piece.reviews:
        results, counts = list(one.results.values()), _counts(one)
        yield (
            one.assessment_id,
            one.month,
            one.state.value,
            *(results.count(result) for result in TaskResult),
            *(counts.get(bucket, 0) for bucket in Bucket),
            one.finished_by or "",
            stamp(one.finished_at),
        )


def _counts(review: Review) -> dict[Any, int]:
    """The failures as the review counted them in the end."""
    result = review.outcome.get("result")
    return dict(result.get("failures") or review.counts) if isinstance(result, dict) else dict(review.counts)


def _failures(piece: Exported) -> Iterable[Sequence[object]]:
    """One row a logged failure, withdrawn ones marked."""
    for one in piece.failures:
        yield (
            one.id,
            one.assessment_id,
            one.bucket.value,
            one.golden_task or "",
            one.what,
            one.link,
            one.by,
            stamp(one.at),
            stamp(one.withdrawn_at),
        )


_ROWS = {
    TableKind.ANSWERS: (_ANSWERS, _answers),
    TableKind.REVIEWS: (_REVIEWS, _reviews),
    TableKind.FAILURES: (_FAILURES, _failures),
}


def new_table(kind: TableKind) -> CsvTable[Exported] | JsonTable:
    """An empty file of this kind, which is written piece by piece."""
    return CsvTable(*_ROWS[kind]) if kind in _ROWS else JsonTable()
