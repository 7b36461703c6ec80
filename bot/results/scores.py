"""Values of metrics as marks: which words and numbers are a verdict, and what to say of those that are none.

A word such as pass, yes or correct is a verdict, and so is a boolean. A number is one only where the tool means it so
and every value of that metric in the file is 0 or 1: a bar is never made up here.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.results.values import Check, Mark, Remarks, Run, Verdict, clean, judged

_PASSED = frozenset({"pass", "passed", "yes", "true", "correct", "success", "succeeded", "ok"})
_FAILED = frozenset({"fail", "failed", "no", "false", "incorrect", "failure", "wrong"})
BROKE = object()
"""Stands for a value that is not there because the metric did not work."""
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Scored:
    """One run with the values of its metrics, before it is known which of them are verdicts."""

    task: str
    values: Mapping[str, Any]
    """By metric: a boolean, a word, a number, None where it says nothing, or BROKE."""
    provider: str = ""
    key: str = ""
    labels: tuple[str, ...] = ()
    verdict: Verdict | None = None
    """Where the run was not judged at all, whatever its metrics say."""


@dataclass(slots=True)
class Meaning:
    """What the values of one metric are, over the whole file."""

    is_number: bool = False
    is_word: bool = False
    is_between: bool = False
    """Whether some number is neither 0 nor 1."""
    count: int = 0
    total: float = 0.0
    ones: int = 0
    zeros: int = 0
    missing: int = 0
    others: set[str] = field(default_factory=set)
    """Words that are no verdict."""

    def see(self, value: Any) -> None:
        """Take one value into account."""
        number, word = number_of(value), mark_of(value)
        if value is BROKE:
            self.missing += 1
        elif word is not None:
            self.is_word = True
        elif number is not None:
            self.is_number = True
            self.count, self.total = self.count + 1, self.total + number
            self.ones, self.zeros = self.ones + (number == 1), self.zeros + (number == 0)
            self.is_between |= number not in {0, 1}
        elif isinstance(value, str) and len(self.others) < 5:
            self.others.add(clean(value, 30))

    def is_verdict(self, binary: bool) -> bool:
        """Whether this metric says pass or fail."""
        return self.is_word or (binary and self.is_number and not self.is_between)


def number_of(value: Any) -> float | None:
    """A finite number; None for all else, NaN and numbers too large for a float among it."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def mark_of(value: Any) -> Mark | None:
    """The verdict that a boolean or a word is; None where it is none."""
    if isinstance(value, bool):
        return Mark.PASSED if value else Mark.FAILED
    if not isinstance(value, str) or len(value) > 12:
        return None
    word = value.strip().lower()
    return Mark.PASSED if word in _PASSED else Mark.FAILED if word in _FAILED else None


def is_missing(value: Any) -> bool:
    """Whether a cell holds nothing: empty, null, NaN."""
    return value is None or value == "" or (isinstance(value, float) and not math.isfinite(value))


def settle(rows: Callable[[], Iterable[Scored]], remarks: Remarks, *, binary: bool) -> Iterator[Run]:
    """The runs of all rows, which are gone through twice: what a metric is shows only in all of its values.

    `binary` says whether the tool means 1 and 0 as right and wrong. A metric without a verdict counts nowhere and is
    named in the remarks; where no metric has one, only runs whose metrics broke are counted.
    """
    meanings: dict[str, Meaning] = {}
    number = 0
    for row in rows():
        number += 1
        for name, value in row.values.items():
            meanings.setdefault(name, Meaning()).see(value)
    judging = {name for name, meaning in meanings.items() if meaning.is_verdict(binary)}
    _say(meanings, judging, remarks)
    if meanings and not judging and number:
        remarks.note(
            "No metric in this file says pass or fail, so nothing is counted as passed or failed: "
            "set a bar for a metric where the scores are made, and export again."
        )
    for row in rows():
        if run := _run(row, judging, bool(meanings)):
            yield run


def _run(row: Scored, judging: set[str], has_metrics: bool) -> Run | None:
    if row.verdict is not None:
        return Run(row.task, row.verdict, row.provider, row.key, row.labels)
    counted = {name: row.values[name] for name in row.values if name in judging}
    if has_metrics and not judging:
        is_broken = any(value is BROKE for value in row.values.values())
        return Run(row.task, Verdict.COULD_NOT_JUDGE, row.provider, row.key) if is_broken else None
    checks = [Check(name, _mark(value)) for name, value in counted.items()]
    return judged(row.task, checks, provider=row.provider, key=row.key, labels=row.labels)


def _mark(value: Any) -> Mark:
    if value is BROKE:
        return Mark.BROKE
    if (word := mark_of(value)) is not None:
        return word
    number = number_of(value)
    return Mark.SILENT if number is None or number not in {0, 1} else Mark.PASSED if number else Mark.FAILED


def _say(meanings: Mapping[str, Meaning], judging: set[str], remarks: Remarks) -> None:
    silent = [(name, meaning) for name, meaning in meanings.items() if name not in judging]
    for name, meaning in silent[:_MOST_NAMED]:
        remarks.note(f"{clean(name, 60)} has no verdict of its own and counts nowhere: {_described(meaning)}.")
    if len(silent) > _MOST_NAMED:
        remarks.note(f"{len(silent) - _MOST_NAMED} more metrics without a verdict of their own count nowhere.")


def _described(meaning: Meaning) -> str:
    parts: list[str] = []
    if meaning.count:
        parts.append(f"mean {meaning.total / meaning.count:.4g} over {meaning.count}")
        if not meaning.is_between:
            parts.append(f"1 in {meaning.ones} and 0 in {meaning.zeros} of them")
    if meaning.others:
        parts.append(f"words such as {', '.join(sorted(meaning.others))}")
    if meaning.missing:
        parts.append(f"missing in {meaning.missing}")
    return "; ".join(parts) or "it holds no value"


def inputs_named(inputs: Any, longest: int = 200) -> str:
    """The inputs of a case as its name: the one value, or each with its own name."""
    if isinstance(inputs, dict) and len(inputs) == 1:
        inputs = next(iter(inputs.values()))
    return clean(inputs, longest)


def labels_in(*places: Any) -> tuple[str, ...]:
    """The words that may name a bucket: under `bucket`, `failure_bucket` or in tags, in any of these objects."""
    found: list[str] = []
    for place in places:
        if isinstance(place, dict):
            for name in (
                "bucket",
                "failure_bucket",
                "failureBucket",
                "ftrag_bucket",
                "ftrag.bucket",
                "tags",
                "tag",
                "labels",
            ):
                found += _texts(place.get(name))
        elif isinstance(place, list):
            found += _texts(place)
    return tuple(found[:20])


def _texts(value: Any) -> Sequence[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for name in ("bucket", "failure_bucket") for text in _texts(value.get(name))]
    return [text for text in value[:20] if isinstance(text, str)] if isinstance(value, list) else []
