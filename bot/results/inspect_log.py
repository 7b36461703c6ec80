"""Inspect: a log as JSON, and as `.eval`, a zip whose members are packed with Zstandard.

Judged by samples, never by `status` or accuracy: a log is a success where tools broke and scorers were silent. A sample
that was cancelled did not run; one with another error could not be judged.
"""

import re
from collections.abc import Iterator
from typing import Any

from bot.results.detection import Seen
from bot.results.json_walk import Part, parse
from bot.results.packed import Archive
from bot.results.scores import BROKE, Scored, is_missing, labels_in, settle
from bot.results.values import Mark, Refused, Remarks, Run, Verdict, as_object, as_objects, clean

_CANCELLED = re.compile(r"cancel+ed", re.IGNORECASE)
_LETTERS = {"C": Mark.PASSED, "I": Mark.FAILED, "N": Mark.FAILED}
_MOST_NAMED = 100_000
_SUMMARIES = "summaries.json"
_SAMPLE = re.compile(r"samples/[^/]+\.json")


def recognizes(seen: Seen) -> bool:
    """Whether a document is an Inspect log."""
    return ("eval", "task") in seen.values and seen.has("status") and ("eval", "model") in seen.values


def read(parts: Iterator[Part], remarks: Remarks) -> Iterator[Run]:
    """The runs of the JSON log: one a sample and epoch."""
    log = _Log()
    for part in parts:
        if part.path == ("samples",) and part.is_row:
            log.sample(part.value)
        elif part.path == ("results", "scores") and part.is_row:
            log.score(part.value)
        elif part.path[:1] in {("eval",), ("results",)} and len(part.path) == 2 and not part.is_row:
            log.header(part.path[0], part.path[1], part.value)
        elif part.path == ("status",):
            log.status = clean(part.value)
    yield from log.runs(remarks)


def read_archive(archive: Archive, remarks: Remarks) -> Iterator[Run]:
    """The runs of an .eval log."""
    log = _Log()
    names = archive.names
    header = next((name for name in ("header.json", "_journal/start.json") if name in names), None)
    if header is None:
        raise Refused("The zip file is no Inspect log: unpack it, and send the result file in it.")
    whole = parse(archive.read(header).decode("utf-8", "replace"), header)
    whole = as_object(whole)
    log.status = clean(whole.get("status") or "started")
    for place in ("eval", "results"):
        for name, value in as_object(whole.get(place)).items():
            log.header(place, name, value)
    for score in as_objects(as_object(whole.get("results")).get("scores")):
        log.score(score)
    samples = [name for name in names if _SAMPLE.fullmatch(name)]
    if archive.fits(samples):
        for name in samples:
            log.sample(parse(archive.read(name).decode("utf-8", "replace"), name))
    else:
        _read_summaries(archive, log, remarks)
    yield from log.runs(remarks)


def _read_summaries(archive: Archive, log: "_Log", remarks: Remarks) -> None:
    """Where the samples hold too much (long traces), the log's own summaries of them say the same of their scores."""
    if _SUMMARIES not in archive.names:
        raise Refused("The samples of the log hold more than 256 MB, and it has no summaries: send fewer samples.")
    for sample in as_objects(parse(archive.read(_SUMMARIES).decode("utf-8", "replace"), _SUMMARIES)):
        log.sample(sample)
    remarks.note("The samples hold very long traces, so the log's summaries of them were read instead.")


class _Log:
    """Gathers the samples of a log, the values of their scores alone."""

    def __init__(self) -> None:
        self.status = ""
        self._eval: dict[str, Any] = {}
        self._results: dict[str, Any] = {}
        self._rows: list[Scored] = []
        self._reducers: set[str] = set()
        self._seen: set[tuple[str, int]] = set()

    def header(self, place: str, name: str, value: Any) -> None:
        """Keep a field of the header."""
        (self._eval if place == "eval" else self._results)[name] = value

    def score(self, score: Any) -> None:
        """Keep one of the totals: which reducer it was made by."""
        self._reducers.add(clean(as_object(score).get("reducer")))

    def sample(self, sample: Any) -> None:
        """Take one sample in."""
        if not isinstance(sample, dict):
            return
        name = clean(sample.get("id"))
        epoch = sample.get("epoch")
        self._seen.add((name, epoch if isinstance(epoch, int) else 1))
        given = sample.get("scores")
        scores = given if isinstance(given, dict) else {}
        error = sample.get("error")
        verdict = None
        if error:
            message = error.get("message") if isinstance(error, dict) else error
            verdict = Verdict.SKIPPED if _CANCELLED.search(str(message)) else Verdict.COULD_NOT_JUDGE
        elif not scores:
            verdict = Verdict.COULD_NOT_JUDGE
        self._rows.append(Scored(name, _values(scores), labels=labels_in(sample.get("metadata")), verdict=verdict))

    def runs(self, remarks: Remarks) -> Iterator[Run]:
        """The runs, and what the log says of itself."""
        self._say(remarks)
        model = clean(self._eval.get("model"))
        for run in settle(lambda: self._rows, remarks, binary=True):
            yield Run(run.task, run.verdict, model, run.key, run.labels, run.failed)
        if self.status != "success" and self._rows:
            for name in self._never_started():
                yield Run(name, Verdict.SKIPPED, model)

    def _never_started(self) -> Iterator[str]:
        dataset, config = self._eval.get("dataset"), self._eval.get("config")
        ids = dataset.get("sample_ids") if isinstance(dataset, dict) else None
        epochs = config.get("epochs") if isinstance(config, dict) else 1
        epochs = epochs if isinstance(epochs, int) and 0 < epochs < 1000 else 1
        limit = config.get("limit") if isinstance(config, dict) else None
        named = [clean(each) for each in ids[:_MOST_NAMED]] if isinstance(ids, list) else []
        named = named[:limit] if isinstance(limit, int) else named
        for name in named:
            for epoch in range(1, epochs + 1):
                if (name, epoch) not in self._seen:
                    yield name

    def _say(self, remarks: Remarks) -> None:
        packages = self._eval.get("packages")
        remarks.tool_version = clean(packages.get("inspect_ai") if isinstance(packages, dict) else "")
        remarks.suite = clean(self._eval.get("task_display_name") or self._eval.get("task"))
        remarks.at = clean(self._eval.get("created"))
        if self.status != "success":
            remarks.note(f"The run did not end well: its status is “{self.status or 'unknown'}”.")
        if not self._rows:
            remarks.note(
                "The log holds no samples, so nothing can be counted: write it with samples (without --no-log-samples)."
            )
        total = self._results.get("total_samples")
        if isinstance(total, int) and total > len(self._rows) and self.status == "success" and self._rows:
            remarks.note(
                f"The log counts {total} samples and holds {len(self._rows)}; those that it holds are counted."
            )
        named = ", ".join(sorted(self._reducers - {""}))
        if "," in named:
            remarks.note(f"The totals stand there once for each reducer ({named}); the samples count.")


def _values(scores: dict[str, Any]) -> dict[str, Any]:
    """The value of each scorer; one that gives several gives each under its own name."""
    values: dict[str, Any] = {}
    for name, score in scores.items():
        value = score.get("value") if isinstance(score, dict) else score
        if isinstance(value, dict):
            values.update({f"{clean(name)}/{clean(inner)}": _value(each) for inner, each in value.items()})
        else:
            values[clean(name)] = _value(value)
    return values


def _value(value: Any) -> Any:
    """C, I and N are Inspect's letters for right, wrong and no answer; P, partly right, is no verdict."""
    if is_missing(value):
        return BROKE
    if isinstance(value, str):
        if value in _LETTERS:
            return _LETTERS[value] is Mark.PASSED
        try:
            return float(value)
        except ValueError:
            return value
    return value
