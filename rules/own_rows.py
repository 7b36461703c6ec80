"""An organization's own rows, from a TOML file, laid over the shipped rulebook: a Framework of their own.

The file may add or change sources, demands, demand rows, deliveries and prerequisites, and the wording of questions and
options. A row with the id of a shipped one changes it, key by key; one with a new id is added; one that supersedes
others takes their place. Everything that is wrong is named at once, each with file, line and remedy, and then nothing
is taken: nobody decides on half a rulebook. The caller reads the file; nothing here touches a disk.

    version = "acme-3"

    [[source]]
    id = "acme-legal"
    title = "Acme: guidance on assistants, 2026"

    [[row]]
    id = "acme-contracts"
    demand = "receipts"
    strength = "must"
    when = { source = "documents", stakes = ["money", "harm"] }
    claim = "Contract answers quote the clause, says our counsel."
    sources = "acme-legal"

`when` and `needs` are conditions: a table of facts (all of them hold, each fact with one value or several), a list of
such tables (any of them holds), and inside a table `not` or `unless` with a condition.
"""

import re
import tomllib

from rules.audit import Fault, faults
from rules.audit_tables import Kind
from rules.catalog import FRAMEWORK
from rules.framework import Framework
from rules.nodes import TooLarge
from rules.own_book import Book
from rules.own_tables import Lines, Problem, Table

LARGEST = 1_000_000
"""Bytes of a rules file: ten times the shipped rulebook."""
MOST_TABLES = 2_000
"""Tables of a rules file: more than ten times those of the shipped rulebook."""

_MOST_TOLD = 50
"""Problems of one file that are told one by one."""
_KEY = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_ENDLESS_KEY = re.compile(rf"(?<![\w-]){_KEY}(?:[ \t]*+\.[ \t]*+{_KEY}){{20}}")
"""A dotted key of more parts than any table has: reading one takes the parser the square of its length."""

_OPENS_TABLE = re.compile(r"(?m)^[ \t]*\[\[")

_TABLES = ("source", "demand", "row", "delivery", "prerequisite", "question")

_REMEDIES = {
    Kind.DUPLICATE: "give one of them another id",
    Kind.NO_SOURCE: "name a shipped source, or add it as [[source]]",
    Kind.TOO_LONG: "shorten it",
    Kind.NO_DELIVERY: "add a [[delivery]] for each architecture",
    Kind.UNDELIVERED: "let a [[delivery]] say partly or fully, or drop the demand",
    Kind.UNRAISED: "add a [[row]] that raises it, or drop the demand",
    Kind.UNREACHABLE: "change its condition, or drop it",
    Kind.NEVER_WINS: "weaken a must or a prerequisite that rules it out",
    Kind.NEVER_MATTERS: "let a row read it",
    Kind.UNREAD: "let a row read it",
    Kind.DENIED: "say only what its condition makes sure, or narrow the condition",
    Kind.DATES: "leave the shipped claim as it is",
    Kind.PROPERTY: "weaken or drop the row of yours that allows it",
}


class OwnRowsError(ValueError):
    """The rules file cannot be used; each problem says where and what to do."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        shown = [str(problem) for problem in problems[:_MOST_TOLD]]
        more = len(problems) - len(shown)
        super().__init__("\n".join([*shown, f"and {more} more like these"] if more else shown))


def own_framework(content: bytes, file: str, framework: Framework = FRAMEWORK) -> Framework:
    """The shipped rulebook with this file's rows laid over it. Raises OwnRowsError, which names all that is wrong."""
    data, lines = _parsed(content, file)
    problems: list[Problem] = []
    book = Book(framework)
    top = Table(file, "", 0, data, lines, problems)
    version = _version(top)
    for name in _TABLES:
        for table in top.tables(name):
            book.lay(table)
    top.done()
    book.supersede()
    _refuse(problems)
    own = book.framework(f"{framework.version}+{version}")
    try:
        _refuse([_located(fault, book, file) for fault in faults(own, thorough=False)])
    except TooLarge:
        says = "these rows make too many different decisions to be counted"
        raise _error(file, 1, says, "drop rows, or let them read fewer facts") from None
    return own


def _parsed(content: bytes, file: str) -> tuple[dict[str, object], Lines]:
    if len(content) > LARGEST:
        most = f"{LARGEST / 1_000_000:.0f} MB"
        raise _error(file, 1, f"the file has more than {most}", f"keep it under {most}")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _error(file, line, "the file is not UTF-8 text", "save it with the encoding UTF-8") from None
    endless = _ENDLESS_KEY.search(text)
    if endless is not None:
        line = text.count("\n", 0, endless.start()) + 1
        raise _error(file, line, "its values nest too deep", "write conditions as plain tables")
    if len(_OPENS_TABLE.findall(text)) > MOST_TABLES:
        raise _error(file, 1, f"the file has more than {MOST_TABLES:,} tables", "keep to the rows that are your own")
    try:
        return tomllib.loads(text), Lines(text)
    except tomllib.TOMLDecodeError as error:
        line, says = _where_toml_fails(str(error), text)
        raise _error(file, line, f"this is not TOML ({says})", "check quotes, brackets and commas there") from None
    except ValueError:
        raise _error(file, 1, "a number in it is too long", "write no number of more than a few digits") from None
    except RecursionError:
        raise _error(file, 1, "its values nest too deep", "write conditions as plain tables") from None


def _where_toml_fails(error: str, text: str) -> tuple[int, str]:
    """The line and the sentence of a TOMLDecodeError, which says "... (at line 3, column 5)" or "... document)"."""
    says, _, place = error.rpartition(" (at ")
    digits = place.partition("line ")[2].partition(",")[0]
    return (int(digits) if digits.isdigit() else text.count("\n") + 1), (says or error).lower()


def _version(top: Table) -> str:
    version = top.text("version")
    if version and not (
        len(version) <= 40 and version.isascii() and version.replace("-", "").replace(".", "").isalnum()
    ):
        top.problem(f"the version “{version[:40]}” is not plain", "write letters, digits, dots and hyphens", "version")
    return version


def _located(fault: Fault, book: Book, file: str) -> Problem:
    says = f"{fault.kind}: {fault.where}: {fault.says}"
    return Problem(file, book.line_of(fault.where, fault.through), says, _REMEDIES.get(fault.kind, "put that right"))


def _error(file: str, line: int, says: str, remedy: str) -> OwnRowsError:
    return OwnRowsError((Problem(file, line, says, remedy),))


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise OwnRowsError(tuple(sorted(set(problems), key=lambda problem: (problem.line, problem.says))))
