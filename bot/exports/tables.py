"""Answers, reviews and failures as JSON and CSV, for a channel or a workspace, piece by piece.

A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`, and makes dates and numbers of words such as 3.11.7,
1.10, 00123 and 2026-12; so such words get an apostrophe in front (OWASP, CSV injection), whoever wrote them. Counts
stay numbers, days and times stand in columns of their own. A mark at the beginning tells spreadsheets that the file is
UTF-8. JSON holds the words unchanged.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from bot.runtime.secrets import all_covered
from bot.views.text import month_name
from storage.records import Answer, Assessment, BlindAnswers, Bucket, LoggedFailure, Review, TaskResult

P = TypeVar("P")
_UNSEEN = r"\s\ufeff\u200b-\u200f\u2060"
_SIGNS = r"=+\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b"
_FORMULA = re.compile(rf"[{_UNSEEN}]*[{_SIGNS}]|[\t\r\n]")
"""How a formula begins, full-width, small and minus signs included: some spreadsheets read them like the plain ones."""
_FIGURE = re.compile(r"[\d\s.,:/%'’–-]*\d[\d\s.,:/%'’–-]*([eE][+-]?\d+)?[a-zA-Z]?")
"""Nothing but a number, a version, a time, a share or a date in figures, or an id that reads as 1E5."""
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = re.compile(rf"(\d{{1,4}}[\s.-]*)?({_MONTHS})[a-z]*[\s.,-]*\d{{1,4}}([\s,-]+\d{{1,4}})?|"
                   rf"\d{{1,4}}[\s.-]*({_MONTHS})[a-z]*\.?", re.IGNORECASE)  # fmt: skip
_LONGEST = 40
"""No number or date is longer."""
_MARK = "\ufeff"


class GivenAnswer(BaseModel):
    """One answer as it was given, with the assessment that it belongs to."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    assessment_id: str
    answer: Answer


class Exported(BaseModel):
    """Assessments of one channel or workspace with what belongs to them, as storage gave it."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    assessments: tuple[Assessment, ...] = ()
    history: tuple[GivenAnswer, ...] = ()
    """Every answer ever given, also those that were changed later."""
    reviews: tuple[Review, ...] = ()
    failures: tuple[LoggedFailure, ...] = ()
    blind: tuple[BlindAnswers, ...] = ()
    """What people answered alone, once it was opened."""


class TableKind(StrEnum):
    """The files of an export."""

    ANSWERS = "answers"
    REVIEWS = "reviews"
    FAILURES = "failures"
    EVERYTHING = "everything"


FORMS: dict[str, str] = {kind: "json" if kind is TableKind.EVERYTHING else "csv" for kind in TableKind}


NEEDS = {
    TableKind.ANSWERS: frozenset({"assessments", "history"}),
    TableKind.REVIEWS: frozenset({"reviews"}),
    TableKind.FAILURES: frozenset({"failures"}),
    TableKind.EVERYTHING: frozenset(Exported.model_fields),
}
"""What a piece has to hold for each."""


class CsvTable(Generic[P]):
    """One row a record; a piece is whatever `rows` reads, with what people are called."""

    def __init__(
        self,
        head: Sequence[str],
        rows: Callable[[P, Mapping[str, str]], Iterable[Sequence[object]]],
        names: Mapping[str, str],
        *,
        covers: bool = False,
    ) -> None:
        self._out = io.BytesIO()
        self._names, self._covers = names, covers
        self._text = io.TextIOWrapper(self._out, encoding="utf-8", newline="", write_through=True)
        self._rows = rows
        self._writer = csv.writer(self._text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        self._text.write(_MARK)
        self._writer.writerow(head)

    def add(self, piece: P) -> None:
        """Write what this piece has of it."""
        rows = (all_covered(row) if self._covers else row for row in self._rows(piece, self._names))
        self._writer.writerows([_cell(value) for value in row] for row in rows)

    def content(self) -> bytes:
        """The file."""
        return self._out.getvalue()


class JsonTable:
    """One record a line, in a list for each kind; values as they are stored, and what people are called beside them."""

    def __init__(self, names: Mapping[str, str], *, covers: bool = False) -> None:
        self._names, self._covers = names, covers
        self._lists = {name: io.BytesIO() for name in Exported.model_fields}

    def add(self, piece: Exported) -> None:
        """Write what this piece has of each."""
        for name, out in self._lists.items():
            records: Iterable[BaseModel] = getattr(piece, name)
            for one in records:
                out.write(b",\n" if out.tell() else b"\n")
                out.write(self._written(one).encode())

    def _written(self, one: BaseModel) -> str:
        if not self._covers:
            return one.model_dump_json()
        return json.dumps(all_covered(one.model_dump(mode="json")), ensure_ascii=False)

    def content(self) -> bytes:
        """The file."""
        parts: list[bytes | memoryview] = []
        for name, out in self._lists.items():
            parts += [b",\n" if parts else b"{\n", b'"%s": [' % name.encode(), out.getbuffer(), b"\n]"]
        names = json.dumps(dict(self._names), ensure_ascii=False)
        return b"".join([*parts, b',\n"names": ', names.encode(), b"\n}\n"])


def _cell(value: object) -> object:
    if isinstance(value, Plain) or not isinstance(value, str):
        return value
    text = value.replace("\x00", "")
    return f"'{text}" if _FORMULA.match(text) or _is_read_as_figure(text) else text


def _is_read_as_figure(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_FIGURE.fullmatch(text) or _DATE.fullmatch(text))


class Plain(str):
    """A day or a time, which a spreadsheet is meant to read as that."""

    __slots__ = ()


def day_and_time(at: datetime | None) -> tuple[Plain, Plain]:
    """Day and time in UTC, each in its column."""
    return (Plain(""), Plain("")) if at is None else (Plain(f"{at:%Y-%m-%d}"), Plain(f"{at:%H:%M:%S}"))


def _who(user: str | None, names: Mapping[str, str]) -> tuple[str, str]:
    """An id, and the name beside it where it is known."""
    return user or "", names.get(user or "", "")


_ANSWERS = (
    "assessment", "name", "channel", "state", "supersedes", "superseded_by", "verdict",
    "fact", "value", "said", "by", "by_name", "date", "time_utc", "in_force", "before", "before_by", "before_by_name",
    "reason",
)  # fmt: skip
_REVIEWS = ("assessment", "month", "state", *TaskResult, *Bucket,
            "finished_by", "finished_by_name", "finished_date", "finished_time_utc")  # fmt: skip
_FAILURES = ("failure", "assessment", "bucket", "golden_task", "what", "link", "by", "by_name", "date", "time_utc",
             "withdrawn_date", "withdrawn_time_utc")  # fmt: skip


def _answers(piece: Exported, names: Mapping[str, str]) -> Iterable[Sequence[object]]:
    """One row an answer as it was given: to what, which value, from which words, by whom, and who said what before."""
    for one in piece.assessments:
        verdict = one.decision.verdict.verdict.value if one.decision else ""
        head = (one.id, one.name, one.channel, one.state.value, one.supersedes or "", one.superseded_by or "", verdict)
        before: dict[str, Answer] = {}
        for answer in _given(one, piece):
            was = before.get(answer.fact)
            yield (
                *(*head, answer.fact, _value(answer), answer.said or ""),
                *(*_who(answer.by, names), *day_and_time(answer.at)),
                "yes" if one.answers.get(answer.fact) == answer else "no",
                *(_value(was) if was else "", *_who(was.by if was else None, names)),
                answer.reason or "",
            )
            before[answer.fact] = answer


def _given(one: Assessment, piece: Exported) -> Iterable[Answer]:
    """The answers in the order in which they were given; those in force at least."""
    history = [given.answer for given in piece.history if given.assessment_id == one.id]
    return (*history, *(answer for answer in one.answers.values() if answer not in history))


def _value(answer: Answer) -> str:
    if answer.value is None:
        return "unknown"
    return answer.value if isinstance(answer.value, str) else ";".join(answer.value)


def _reviews(piece: Exported, names: Mapping[str, str]) -> Iterable[Sequence[object]]:
    """One row a review: its month and state, results counted, each bucket's count."""
    for one in piece.reviews:
        results, counts = list(one.results.values()), _counts(one)
        yield (
            one.assessment_id,
            _month(one.month),
            one.state.value,
            *(results.count(result) for result in TaskResult),
            *(counts.get(bucket, 0) for bucket in Bucket),
            *_who(one.finished_by, names),
            *day_and_time(one.finished_at),
        )


def _month(month: str) -> str:
    """A month that no spreadsheet takes for a day, and that sorts: "2026-12 (December)"."""
    return f"{month} ({month_name(month).partition(' ')[0]})"


def _counts(review: Review) -> dict[Any, int]:
    """The failures as the review counted them in the end."""
    result = review.outcome.get("result")
    return dict(result.get("failures") or review.counts) if isinstance(result, dict) else dict(review.counts)


def _failures(piece: Exported, names: Mapping[str, str]) -> Iterable[Sequence[object]]:
    """One row a logged failure, withdrawn ones marked."""
    for one in piece.failures:
        yield (
            *(one.id, one.assessment_id, one.bucket.value, one.golden_task or "", one.what, one.link),
            *(*_who(one.by, names), *day_and_time(one.at), *day_and_time(one.withdrawn_at)),
        )


_ROWS = {
    TableKind.ANSWERS: (_ANSWERS, _answers),
    TableKind.REVIEWS: (_REVIEWS, _reviews),
    TableKind.FAILURES: (_FAILURES, _failures),
}


def new_table(
    kind: TableKind, names: Mapping[str, str] | None = None, *, covers: bool = False
) -> CsvTable[Exported] | JsonTable:
    """An empty file of this kind, which is written piece by piece.

    `names` are what people are called, by id; `covers`, whether what looks like a secret is covered.
    """
    called = names or {}
    return CsvTable(*_ROWS[kind], called, covers=covers) if kind in _ROWS else JsonTable(called, covers=covers)


def people_in(piece: Exported) -> Iterable[str]:
    """Everybody whom the tables name, by id."""
    yield from (one.started_by for one in piece.assessments)
    yield from (given.answer.by for given in piece.history)
    yield from (answer.by for one in piece.assessments for answer in one.answers.values())
    yield from (review.finished_by for review in piece.reviews if review.finished_by)
    yield from (failure.by for failure in piece.failures)
    yield from (one.person for one in piece.blind)
