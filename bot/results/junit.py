"""JUnit XML of any runner. It has no standard: what differs between runners is written beside each rule.

A run is a testcase element. A testcase without a child passed; several failures in one are one failed run.
"""

import re
from collections import Counter
from collections.abc import Iterator

from bot.results.junit_elements import Case, Suite, read_suites
from bot.results.junit_faults import Fault, fault_of
from bot.results.scores import labels_in
from bot.results.source import Source
from bot.results.values import Remarks, Run, Verdict, clean

ROOT = re.compile(r"(?:\s*<\?[^>]*\?>|\s*<!--.*?-->)*\s*<(?:\w+:)?(testsuites?)\b", re.DOTALL)
_STATES = frozenset(
    {"notrun", "skipped", "disabled", "ignored", "suppressed", "untested", "pending", "not_run", "inconclusive"}
)
_UNDONE_STEP = re.compile(r"\.(?:undefined|pending|ambiguous)\b")
_PROMPTFOO = re.compile(r"test \d+: ")
_GISKARD = re.compile(r"Test (.+?) \(metric=")
_XFAIL = re.compile(r"xfail|todo|mayfail", re.IGNORECASE)
_FORESEEN = re.compile(r"xfail|expected (?:test )?failure", re.IGNORECASE)
_UNFORESEEN = re.compile(r"(?:test )?passes unexpectedly|unexpected success", re.IGNORECASE)
"""How unittest's runners say in a skip that an expected failure came (nose2), or that it did not."""
_LISTED = re.compile(r"^- (\S+)$", re.MULTILINE)
_EXPECTED = "expected"
"""A failure that was expected and came: counted nowhere."""


def read(source: Source, remarks: Remarks) -> Iterator[Run]:
    """The runs, suite by suite."""
    root, suites = read_suites(source)
    filled = [suite for suite in suites if suite.cases]
    remarks.suite = clean(root.get("name") or next((suite.attributes.get("name") for suite in suites), ""))
    remarks.at = clean(
        next((suite.attributes["timestamp"] for suite in suites if suite.attributes.get("timestamp")), "")
    )
    names = {case.attributes.get("name") for suite in filled for case in suite.cases}
    is_one_name = len(names) == 1 and len(filled) > 1
    for suite in filled:
        yield from _Suite(suite, root, is_one_name, remarks).runs()
    _compare(root, suites, remarks)


class _Suite:
    """Reads the testcases of one suite together: some only show beside each other what they are."""

    def __init__(self, suite: Suite, root: dict[str, str], is_one_name: bool, remarks: Remarks) -> None:
        self._suite = suite
        self._name = clean(suite.attributes.get("name"))
        self._is_promptfoo = root.get("name") == "promptfoo"
        self._is_pytest = root.get("name") == "pytest tests" or self._name == "pytest"
        self._is_one_name = is_one_name
        self._remarks = remarks
        self._blocks = self._broken_blocks()
        self._undone = self._todos()

    def runs(self) -> Iterator[Run]:
        """One run a testcase, after attempts of one test are joined."""
        for cases in self._joined():
            case = cases[-1]
            name = case.attributes.get("name", "")
            if name in self._blocks:
                continue
            verdict = self._verdict(cases)
            if verdict != _EXPECTED:
                yield Run(
                    self._task(case),
                    Verdict(verdict),
                    provider=_provider(self._name) if self._is_promptfoo else "",
                    key="" if self._is_promptfoo else self._key(case),
                    labels=labels_in(case.properties),
                    failed=self._failed(case),
                    detail="" if self._is_promptfoo else case.attributes.get("classname") or self._name,
                )

    def _task(self, case: Case) -> str:
        """The testcase's name. Giskard calls each “Metric”, and the test's name stands in the suite's."""
        name = case.attributes.get("name", "")
        if match := _GISKARD.match(self._name):
            return match.group(1)
        if self._is_one_name:
            return self._name
        return _PROMPTFOO.sub("", name, count=1) if self._is_promptfoo else name

    def _key(self, case: Case) -> str:
        where = case.attributes.get("classname") or case.attributes.get("class") or case.attributes.get("file", "")
        return f"{where}\0{self._name}"

    def _failed(self, case: Case) -> tuple[str, ...]:
        """The assertions that a promptfoo failure lists; elsewhere no metric is named."""
        return tuple(_LISTED.findall(case.faults[0][3])) if self._is_promptfoo and case.faults else ()

    def _joined(self) -> Iterator[list[Case]]:
        """Attempts of one test: in pytest, elements of one name; elsewhere where the suite counts only one of them."""
        groups: dict[tuple[str, str], list[Case]] = {}
        for case in self._suite.cases:
            groups.setdefault((self._key(case), case.attributes.get("name", "")), []).append(case)
        doubled = sum(len(cases) - 1 for cases in groups.values())
        told = _number(self._suite.attributes.get("tests"))
        is_rerun = doubled and (self._is_pytest or told == len(self._suite.cases) - doubled)
        if is_rerun:
            self._remarks.note("A test that was run again counts once: its last attempt decides.")
        for cases in groups.values():
            is_torn = len(cases) == 2 and _faults(cases[1]) == [Fault.TEARDOWN]
            if is_rerun or is_torn:
                yield cases
            else:
                yield from ([case] for case in cases)

    def _verdict(self, cases: list[Case]) -> str:
        """What one test says; where its last element tells of cleaning up alone, the one before speaks."""
        case = cases[-1]
        faults = _faults(case)
        if faults == [Fault.TEARDOWN] and len(cases) > 1 and _faults(cases[-2]):
            case, faults = cases[-2], _faults(cases[-2])
        name = clean(case.attributes.get("name"), 100)
        if _is_foreseen(case):
            self._remarks.note(f"{name} was expected to fail and did: counted neither as passed nor as failed.")
            return _EXPECTED
        if Fault.WRONG in faults or (case.skipped is not None and _UNFORESEEN.match(case.skipped[1])):
            return Verdict.FAIL
        if Fault.BROKE in faults:
            self._remarks.note(
                "A testcase that ended with an exception or a broken harness, and not with an assertion, is not judged."
            )
            return Verdict.COULD_NOT_JUDGE
        if self._is_skipped(case):
            is_in_block = any(case.attributes.get("name", "").startswith(f"{block} > ") for block in self._blocks)
            return Verdict.COULD_NOT_JUDGE if is_in_block else Verdict.SKIPPED
        if case.attributes.get("assertions") == "0" and not faults:
            self._remarks.note("A testcase without any assertion counts as not judged.")
            return Verdict.COULD_NOT_JUDGE
        return Verdict.PASS

    def _is_skipped(self, case: Case) -> bool:
        """By a child, or by an attribute (GoogleTest, CTest, behave)."""
        states = {case.attributes.get(name, "").lower() for name in ("status", "result")}
        return case.skipped is not None or bool(states & _STATES) or case in self._undone

    def _broken_blocks(self) -> set[str]:
        """Names of blocks whose preparation threw: vitest writes such a block as one more failing testcase."""
        names = [case.attributes.get("name", "") for case in self._suite.cases]
        blocks = {
            case.attributes.get("name", "")
            for case in self._suite.cases
            if case.faults and any(name.startswith(f"{case.attributes.get('name', '')} > ") for name in names)
        }
        if blocks:
            self._remarks.note(
                f"The preparation of {clean(', '.join(sorted(blocks)), 100)} broke, so its tests are not judged."
            )
        return blocks

    def _todos(self) -> list[Case]:
        """Testcases that only look like passes: jest-junit writes a todo bare and leaves it out of the count."""
        told = _number(self._suite.attributes.get("tests"))
        hooks = sum('" hook' in case.attributes.get("name", "") for case in self._suite.cases)
        more = len(self._suite.cases) - hooks - told if told is not None else 0
        bare = [
            case
            for case in self._suite.cases
            if not (case.faults or case.skipped or case.is_flaky)
            and case.attributes.get("time") in {"0", "0.0", "0.000"}
        ]
        names = Counter(case.attributes.get("name") for case in self._suite.cases)
        if not (0 < more <= len(bare) and all(names[case.attributes.get("name")] == 1 for case in bare)):
            return []
        said = f"{more} testcase{'s are' if more > 1 else ' is'} not in the suite's own count: a todo, not run."
        if more < len(bare):
            named = clean(", ".join(case.attributes.get("name", "") for case in bare), 200)
            said = f"{said} The file does not say which of these it is, the last is taken: {named}."
        self._remarks.note(said)
        return bare[-more:]


def _is_foreseen(case: Case) -> bool:
    """Whether a failure came as expected: by the skip's type alone, or by its type or message beside the failure."""
    if case.skipped is None:
        return False
    kind, message = case.skipped
    beside = f"{kind} {message}" if case.faults else ""
    return bool(_FORESEEN.search(kind) or _FORESEEN.match(message) or _XFAIL.search(beside))


def _provider(suite: str) -> str:
    """The provider in the name of a promptfoo suite: "[small] prompt 1"; a second prompt stays in the name."""
    provider, _, prompt = suite.removeprefix("[").partition("] prompt ")
    return provider if prompt in {"", "1"} else f"{provider} [prompt {prompt}]"


def _faults(case: Case) -> list[Fault]:
    """What each failure means. Cucumber fails a step that nobody wrote without a word, but for its list of steps.

    Minitest's reporters give a test's name as the type of its failure, which then says nothing.
    """
    if case.faults == [("failure", "", "", "")] and _UNDONE_STEP.search(case.said):
        return [Fault.BROKE]
    name = case.attributes.get("name")
    return [fault_of(element, "" if kind == name else kind, *said) for element, kind, *said in case.faults]


def _compare(root: dict[str, str], suites: list[Suite], remarks: Remarks) -> None:
    """Say where the file's own totals know of more than stands in it."""
    elements = sum(len(suite.cases) for suite in suites)
    tops = [suite.attributes for suite in suites if suite.outer is None]
    told = _number(root.get("tests"))
    told = told if told is not None else _total(tops, "tests")
    if told is not None and told > elements:
        remarks.note(
            f"The file counts {told} tests and holds {elements} testcases, which count; parts of a test (subtests) or "
            "lost ones have no element of their own."
        )
    if not elements:
        remarks.note("The file holds no testcase: nothing ran.")
    broken = sum(_number(root.get(name)) or _total(tops, name) or 0 for name in ("errors", "failures"))
    if broken > sum(1 for suite in suites for case in suite.cases if case.faults) and broken > sum(
        len(case.faults) for suite in suites for case in suite.cases
    ):
        remarks.note(
            "The file counts more errors than its testcases show: something did not even start, such as a package."
        )


def _total(tops: list[dict[str, str]], name: str) -> int | None:
    numbers = [number for number in (_number(each.get(name)) for each in tops) if number is not None]
    return sum(numbers) if numbers else None


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else None
