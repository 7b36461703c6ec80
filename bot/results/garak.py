"""garak: the report and the hit log, both JSON lines.

A run is one output of one prompt; it failed if a detector hit. The report gives scores and, for each detector, how many
outputs passed: the scores are read with the threshold that the report itself names, and compared with those numbers.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from bot.results.records import Records
from bot.results.scores import number_of
from bot.results.values import Check, Mark, Remarks, Run, Verdict, clean, judged

_DONE = 2
_THRESHOLD = 0.5
_SAFETY = ("safety",)
_MOST_RUNS = 1_000_000


def recognizes(records: Records) -> bool:
    """Whether lines are garak's report or hit log."""
    first = records.first if isinstance(records.first, dict) else {}
    is_report = clean(first.get("entry_type")) in {
        "start_run setup",
        "init",
        "config",
        "attempt",
        "eval",
        "plugin_cache",
    }
    return is_report or all(name in first for name in ("probe", "detector", "attempt_id", "score"))


def read(records: Records, remarks: Remarks) -> Iterator[Run]:
    """The runs of the report; of the hit log, its failures alone."""
    if "entry_type" in records.first:
        yield from _Report(remarks).runs(records)
        return
    remarks.note(
        "A hit log holds the failures alone, so nothing in it can pass: send the report (.report.jsonl) instead."
    )
    hits: dict[tuple[str, Any], tuple[str, str, list[str]]] = {}
    for row in records.rows():
        where = (
            clean(row.get("attempt_id")),
            row.get("attempt_idx") if isinstance(row.get("attempt_idx"), int) else None,
        )
        probe, prompt = clean(row.get("probe")), _prompt(row.get("prompt"))
        hits.setdefault(where, (probe, prompt, []))[2].append(clean(row.get("detector")))
    for probe, prompt, detectors in hits.values():
        checks = [Check(detector, Mark.FAILED) for detector in detectors]
        yield judged(_task(probe, prompt), checks, key=prompt, labels=_SAFETY)


class _Report:
    """Reads the lines of a report in their order."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self._threshold = _THRESHOLD
        self._own: Counter[tuple[str, str, bool]] = Counter()
        self._told: Counter[tuple[str, str, bool]] = Counter()
        self._begun: dict[tuple[str, Any], str] = {}
        self._attempts = 0

    def runs(self, records: Records) -> Iterator[Run]:
        """The runs; then what does not agree is noted."""
        for row in records.rows():
            match clean(row.get("entry_type")):
                case "start_run setup" | "config":
                    self._threshold = number_of(row.get("run.eval_threshold")) or _THRESHOLD
                case "init":
                    self._remarks.tool_version, self._remarks.at = (
                        clean(row.get("garak_version")),
                        clean(row.get("start_time")),
                    )
                case "attempt":
                    yield from self._attempt(row)
                case "eval":
                    self._eval(row)
        if not self._attempts:
            yield from self._from_totals()
        elif self._told and self._told != self._own:
            self._remarks.note("The report's own numbers are not those of its outputs; the outputs count.")
        if self._begun:
            left = len(self._begun)
            self._remarks.note(f"{left} attempt{'s were' if left > 1 else ' was'} begun and not evaluated: not run.")
            yield from (Run(task, Verdict.SKIPPED) for task in self._begun.values())

    def _attempt(self, row: dict[str, Any]) -> Iterator[Run]:
        probe, prompt = clean(row.get("probe_classname")), _prompt(row.get("prompt"))
        where = (clean(row.get("uuid")), row.get("seq") if isinstance(row.get("seq"), int) else None)
        if row.get("status") != _DONE:
            self._begun[where] = _task(probe, prompt)
            return
        self._begun.pop(where, None)
        self._attempts += 1
        given = row.get("detector_results")
        detectors = {
            clean(name): scores
            for name, scores in (given if isinstance(given, dict) else {}).items()
            if isinstance(scores, list)
        }
        outputs = row.get("outputs")
        count = max([len(outputs) if isinstance(outputs, list) else 0, *(len(scores) for scores in detectors.values())])
        for place in range(count):
            checks = [
                self._check(probe, name, scores[place] if place < len(scores) else None)
                for name, scores in detectors.items()
            ]
            yield judged(_task(probe, prompt), checks, key=prompt, labels=_SAFETY)

    def _check(self, probe: str, detector: str, score: Any) -> Check:
        number = number_of(score)
        if number is None:
            return Check(detector, Mark.BROKE)
        passed = number < self._threshold
        self._own[probe, detector, passed] += 1
        return Check(detector, Mark.PASSED if passed else Mark.FAILED)

    def _eval(self, row: dict[str, Any]) -> None:
        probe, detector = clean(row.get("probe")), clean(row.get("detector")).removeprefix("detector.")
        total = next((row[name] for name in ("total_evaluated", "total") if isinstance(row.get(name), int)), 0)
        passed = row.get("passed")
        if isinstance(passed, int) and 0 <= passed <= total <= _MOST_RUNS:
            for mark, number in ((True, passed), (False, total - passed)):
                if number:
                    self._told[probe, detector, mark] += number

    def _from_totals(self) -> Iterator[Run]:
        """Without attempts, the numbers of each probe that has one detector are its runs; several cannot be joined."""
        detectors = Counter(probe for probe, _ in {(probe, detector) for probe, detector, _ in self._told})
        for (probe, detector, passed), number in self._told.items():
            if detectors[probe] == 1:
                check = Check(detector, Mark.PASSED if passed else Mark.FAILED)
                yield from (judged(probe, [check], labels=_SAFETY) for _ in range(number))
            else:
                self._remarks.note(
                    f"{probe} was judged by several detectors and its outputs are not in the file: it is not counted."
                )


def _prompt(prompt: Any) -> str:
    """The last thing that was said to the model."""
    if isinstance(prompt, dict) and isinstance(prompt.get("turns"), list) and prompt["turns"]:
        last = prompt["turns"][-1]
        content = last.get("content") if isinstance(last, dict) else None
        prompt = content.get("text") if isinstance(content, dict) else content
    return clean(prompt, 2000)


def _task(probe: str, prompt: str) -> str:
    return f"{probe}: {prompt}" if prompt else probe
