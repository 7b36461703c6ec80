"""The elements of a JUnit XML file: suites, their testcases, and what stands in those."""

from dataclasses import dataclass, field

from bot.results.source import Source
from bot.results.xml_walk import parse_xml

FAULTS = frozenset({"failure", "error"})
_TEXTS = FAULTS | {"system-out"}
_LONGEST_TEXT = 20_000
_LONGEST_SAID = 200


@dataclass(slots=True)
class Case:
    """One testcase element, while it is open and after."""

    suite: "Suite"
    attributes: dict[str, str]
    faults: list[tuple[str, str, str, str]] = field(default_factory=list)
    """Element, type, message, text."""
    skipped: tuple[str, str] | None = None
    """Type and message of the skip."""
    properties: dict[str, str] = field(default_factory=dict)
    said: str = ""
    """The end of what it printed, where it failed without a word."""
    is_flaky: bool = False
    """Whether it passed after attempts that failed, which Surefire and nextest write into the same element."""


@dataclass(slots=True)
class Suite:
    """One testsuite element: its attributes, and how many testcases stand directly in it."""

    attributes: dict[str, str]
    cases: list[Case] = field(default_factory=list)
    outer: "Suite | None" = None


class _Reader:
    """Takes the elements of the file, and hands out the suites."""

    def __init__(self) -> None:
        self.root: dict[str, str] = {}
        self.suites: list[Suite] = []
        self._open: list[Suite] = []
        self._case: Case | None = None
        self._element = ""
        self._text: list[str] = []
        self._length = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == "testsuites" and not self.suites:
            self.root = attributes
        elif name == "testsuite":
            self._open.append(Suite(attributes, outer=self._open[-1] if self._open else None))
            self.suites.append(self._open[-1])
        elif name == "testcase":
            if not self._open:
                self._open.append(Suite({}))
                self.suites.append(self._open[-1])
            self._case = Case(self._open[-1], attributes)
        elif self._case is not None:
            self._child(self._case, name, attributes)

    def _child(self, case: Case, name: str, attributes: dict[str, str]) -> None:
        if name in FAULTS:
            case.faults.append((name, attributes.get("type", ""), attributes.get("message", ""), ""))
        elif name == "skipped":
            case.skipped = (attributes.get("type", ""), attributes.get("message", ""))
        elif name.startswith("flaky"):
            case.is_flaky = True
        elif name == "property":
            case.properties[attributes.get("name", "")] = attributes.get("value", "")
        self._element, self._text, self._length = name, [], 0

    def text(self, piece: str) -> None:
        """Text stands in the open element."""
        if self._element in _TEXTS and self._length < _LONGEST_TEXT:
            self._text.append(piece)
            self._length += len(piece)

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "testcase" and self._case is not None:
            self._case.suite.cases.append(self._case)
            self._case = None
        elif name == "testsuite" and self._open:
            self._open.pop()
        elif name in FAULTS and self._case is not None and self._case.faults:
            element, kind, message, _ = self._case.faults[-1]
            self._case.faults[-1] = (element, kind, message, "".join(self._text)[:_LONGEST_TEXT])
            self._element = ""
        elif name == "system-out" and self._case is not None and self._case.faults:
            self._case.said = "".join(self._text)[-_LONGEST_SAID:]
            self._element = ""


def read_suites(source: Source) -> tuple[dict[str, str], list[Suite]]:
    """The attributes of the root, and every suite in the order of the file. Raises Refused for what is no XML."""
    reader = _Reader()
    for _ in parse_xml(source.binary(), reader.start, reader.end, reader.text):
        pass
    return reader.root, reader.suites
