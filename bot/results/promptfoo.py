"""promptfoo: the JSON (versions 1 to 3 of its results), the JSON lines and both kinds of CSV that `eval -o` writes.

The verdict is `success` with `failureReason`, never a score: a row may pass with 0.3, 5 or 0. A test without an
assertion is a pass to the tool and unscored here; a grader that threw is a failure to the tool and not judged here.
"""

import re
from collections.abc import Iterator
from typing import Any

from bot.results.detection import Seen
from bot.results.json_walk import Part
from bot.results.records import Records
from bot.results.scores import inputs_named, labels_in, number_of
from bot.results.values import Check, Mark, Remarks, Run, Verdict, as_object, as_objects, clean, judged

_ERROR = 2
_DEEPEST_SET = 4
_MOST_EXCUSED = 200
_GRADER_BROKE = re.compile(
    r"custom function threw|code execution failed|could not (?:extract json|parse)|failed to (?:parse|get|load|extract)"
    r"|(?:api|provider|grader|grading) (?:call )?error|no output$|llm-rubric produced malformed|returned no output"
    r"|error (?:in|during|while) (?:grading|assertion|evaluat)|script (?:failed|threw|error)|invalid grader|rate limit"
    r"|custom function must return|must return a (?:boolean|number)|econnrefused|etimedout|\b(?:429|50[0234])\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\s*\[(PASS|FAIL|ERROR)\]")
_REASON = re.compile(r".*\n\s*(?:Pass|Fail) Reason: ", re.DOTALL)
_PROVIDER = re.compile(r"\[([^\]]*)\]\s*(.*)", re.DOTALL)


def recognizes(seen: Seen) -> bool:
    """Whether a document is promptfoo's: its rows, or its numbers where there are no rows."""
    return any(is_row(seen.row(path)) for path in (("results", "results"), ("results",))) or (
        ("results", "stats") in seen.values and "successes" in (seen.value("results", "stats") or {})
    )


def is_row(row: Any) -> bool:
    """Whether an object is one result: a line of the JSON lines, or a row of the JSON."""
    return isinstance(row, dict) and "success" in row and "vars" in row and ("prompt" in row or "provider" in row)


def recognizes_records(records: Records) -> bool:
    """Whether rows are promptfoo's JSON lines, or a table its CSV of today or of before."""
    if not records.is_text:
        return is_row(records.first)
    first = records.first or {}
    has_status = records.has("Status", "Score") and clean(first.get("Status")) in {"PASS", "FAIL", "ERROR", ""}
    return has_status or any(_MARKED.match(str(value)) for value in first.values())


def read(parts: Iterator[Part], remarks: Remarks) -> Iterator[Run]:
    """The runs of the JSON. Its own totals are compared with its rows, which win."""
    rows = _Rows()
    stats: Any = None
    for part in parts:
        match part.path:
            case ("results", "results") | ("results",) if part.is_row:
                yield rows.run(part.value, remarks)
            case ("results", "stats"):
                stats = part.value
            case ("results", "timestamp") | ("timestamp",) | ("createdAt",):
                remarks.at = remarks.at or clean(part.value)
            case ("metadata", "promptfooVersion"):
                remarks.tool_version = clean(part.value)
            case ("config", "description"):
                remarks.suite = clean(part.value)
    rows.compare(stats, remarks)


def read_records(records: Records, remarks: Remarks) -> Iterator[Run]:
    """The runs of the JSON lines, or of a CSV."""
    if records.cells is not None:
        yield from _read_table(records, remarks)
        return
    rows = _Rows()
    for row in records.rows():
        yield rows.run(row, remarks)
    rows.compare(None, remarks)


class _Rows:
    """Reads rows one by one, and counts what the tool itself calls them."""

    def __init__(self) -> None:
        self._prompts: dict[str, dict[str, str]] = {}
        self._own = {"successes": 0, "failures": 0, "errors": 0}
        self._unscored = self._broken = 0

    def run(self, row: Any, remarks: Remarks) -> Run:
        """One row as a run."""
        row = as_object(row)
        test, variables = as_object(row.get("testCase")), as_object(row.get("vars"))
        checks, is_error = _checks(row, test)
        own = "errors" if is_error else "successes" if row.get("success") is True else "failures"
        self._own[own] += 1
        described = clean(row.get("description") or test.get("description"))
        run = judged(
            described or inputs_named(variables) or f"test {clean(row.get('testIdx'))}",
            checks,
            provider=self._provider(row),
            key=_plain_key(variables),
            labels=labels_in(test.get("metadata"), row.get("metadata"), test.get("tags")),
            detail=inputs_named(variables, 80) if described else "",
        )
        if row.get("success") is True and run.verdict is Verdict.COULD_NOT_JUDGE:
            self._unscored += 1
        if not is_error and row.get("success") is False and run.verdict is Verdict.COULD_NOT_JUDGE:
            self._broken += 1
        if not isinstance(row.get("success"), bool):
            remarks.note("A row has no true or false under “success”: it counts as could not judge.")
        return run

    def compare(self, stats: Any, remarks: Remarks) -> None:
        """Say what the tool counts in another way."""
        if self._unscored:
            remarks.note(f"{_rows(self._unscored)} passed to promptfoo without any assertion: unscored here.")
        if self._broken:
            remarks.note(f"{_rows(self._broken)} failed to promptfoo only because a grader broke: not judged here.")
        if not isinstance(stats, dict):
            return
        told = {name: stats.get(name, 0) for name in self._own}
        if told != self._own and all(isinstance(number, int) for number in told.values()):
            missing = sum(told.values()) - sum(self._own.values())
            lost = f" {_rows(missing)} of them cannot be seen in the file." if missing > 0 else ""
            remarks.note(
                f"The file's own totals ({_totals(told)}) are not those of its rows ({_totals(self._own)}); the rows "
                f"count.{lost}"
            )

    def _provider(self, row: dict[str, Any]) -> str:
        """The provider's label or id; a second prompt for the same provider is a provider of its own."""
        given = row.get("provider")
        name = clean((given.get("label") or given.get("id")) if isinstance(given, dict) else given)
        prompt = as_object(row.get("prompt"))
        identity = clean(prompt.get("label") or prompt.get("display") or row.get("promptId"))
        known = self._prompts.setdefault(name, {})
        if identity not in known and len(known) < 1000:
            label = clean(prompt.get("label") or prompt.get("display") or f"prompt {len(known) + 1}", 60)
            known[identity] = f"{name} [{label}]" if known else name
        return known.get(identity, name)


def _checks(row: dict[str, Any], test: dict[str, Any]) -> tuple[list[Check], bool]:
    """What each assertion said; and whether the tool itself calls the row an error."""
    grading = as_object(row.get("gradingResult")) or None
    reason = row.get("failureReason")
    if reason == _ERROR or (reason is None and row.get("error") and not grading):
        return [Check("provider", Mark.BROKE)], True
    leaves = _leaves(grading.get("componentResults")) if grading else []
    if row.get("success") is True:
        # The grading may be stripped from the file on purpose; then the assertions of the test still stand there.
        asserted = bool(leaves) or (grading is None and bool(test.get("assert")))
        return [Check("success", Mark.PASSED)] if asserted else [], False
    if row.get("success") is not False:
        return [], False
    failed = [leaf for leaf in leaves if leaf.get("pass") is False]
    if not failed:
        whole = str((grading or {}).get("reason") or row.get("error") or "")
        return [Check("success", Mark.BROKE if _GRADER_BROKE.search(whole) else Mark.FAILED)], False
    return [_check(leaf) for leaf in failed], False


def _leaves(components: Any, depth: int = 0) -> list[dict[str, Any]]:
    """The assertions themselves. A set of assertions stands beside its members and holds them once more."""
    plain: list[dict[str, Any]] = []
    kept: list[dict[str, Any]] = []
    excused: list[dict[str, Any]] = []
    for each in as_objects(components):
        members = _leaves(each.get("componentResults"), depth + 1) if depth < _DEEPEST_SET else []
        if not members:
            plain.append(each)
            continue
        kept.append({**each, "componentResults": None})
        # A member may fail in a set that passed: then the set's own word counts.
        if each.get("pass") is True:
            excused += members[:_MOST_EXCUSED]
        else:
            kept += members
    return [leaf for leaf in plain if leaf not in excused] + kept


def _check(leaf: dict[str, Any]) -> Check:
    assertion, metadata = as_object(leaf.get("assertion")), as_object(leaf.get("metadata"))
    is_nothing = "score" in leaf and number_of(leaf["score"]) is None
    broke = is_nothing or metadata.get("graderError") is True or _GRADER_BROKE.search(str(leaf.get("reason") or ""))
    metric = clean(assertion.get("metric"))
    name = f"{clean(assertion.get('type'))} {metric}".strip() or "assertion"
    return Check(name, Mark.BROKE if broke else Mark.FAILED, (metric, *labels_in(assertion, assertion.get("config"))))


def _read_table(records: Records, remarks: Remarks) -> Iterator[Run]:
    """A CSV, by position: each output is followed by columns of its own, whose names come once for each provider."""
    lines = records.cells() if records.cells else iter(())
    header = next(lines, [])
    outputs = _outputs(header, records)
    first = min((place for place, _ in outputs), default=len(header))
    unscored = 0
    for line in lines:
        cells = line + [""] * (len(header) - len(line))
        inputs = {name: cell for name, cell in zip(header[:first], cells[:first], strict=True) if name != "Description"}
        described = cells[header.index("Description")] if "Description" in header[:first] else ""
        for place, provider in outputs:
            status, reason = _status(header, cells, place)
            run = judged(
                described or inputs_named(inputs),
                _table_checks(status, reason),
                provider=provider,
                key=_plain_key(inputs),
                detail=inputs_named(inputs, 80) if described else "",
            )
            unscored += status == "PASS" and run.verdict is Verdict.COULD_NOT_JUDGE
            yield run
    if unscored:
        remarks.note(f"{_rows(unscored)} passed to promptfoo without any assertion: unscored here.")


def _outputs(header: list[str], records: Records) -> list[tuple[int, str]]:
    """Where each output stands, and whose it is."""
    if "Status" in header:
        places = [place - 1 for place, name in enumerate(header) if name == "Status" and place]
    else:
        row = next(iter(records.rows()), {})
        places = [place for place, name in enumerate(header) if _MARKED.match(str(row.get(name.strip(), "")))]
    found = [(place, _PROVIDER.match(header[place])) for place in places]
    names = [clean(match.group(1) if match else header[place]) for place, match in found]
    prompts = [clean(match.group(2), 60) if match else "" for _, match in found]
    return [
        (place, f"{name} [{prompt}]" if name in names[:number] else name)
        for number, (place, name, prompt) in enumerate(zip(places, names, prompts, strict=True))
    ]


def _status(header: list[str], cells: list[str], place: int) -> tuple[str, str]:
    """The verdict of one output, and what the grader said."""
    if place + 1 < len(header) and header[place + 1] == "Status":
        after = (
            header[place + 1 :].index("Grader Reason") + place + 1 if "Grader Reason" in header[place + 1 :] else None
        )
        return cells[place + 1].strip(), cells[after] if after is not None else ""
    marked = _MARKED.match(cells[place])
    if not marked:
        return "", ""
    # Of a cell with the answer before the reason only the reason speaks; before that, the reason stood above a line.
    said = cells[place][marked.end() :]
    reason = _REASON.match(said)
    return marked.group(1), said[reason.end() :] if reason else said.split("\n---\n")[0]


def _table_checks(status: str, reason: str) -> list[Check]:
    if status == "PASS":
        return [] if reason.strip() == "No assertions" else [Check("status", Mark.PASSED)]
    if status == "FAIL":
        return [Check("status", Mark.BROKE if _GRADER_BROKE.search(reason) else Mark.FAILED)]
    return [Check("status", Mark.BROKE)]


def _plain_key(variables: dict[str, Any]) -> str:
    return "\0".join(f"{name}={value}" for name, value in sorted(variables.items(), key=lambda each: str(each[0])))


def _rows(number: int) -> str:
    return "1 row" if number == 1 else f"{number} rows"


def _totals(counts: dict[str, Any]) -> str:
    return f"{counts['successes']} passed, {counts['failures']} failed, {counts['errors']} errors"
