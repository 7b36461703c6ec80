"""The table of formats: for each what it is called, how it is told by its content, and its reader.

Detection never looks at a file's name. `read_results` is the door of this room.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO

from bot.results import (
    deepeval,
    evidently,
    garak,
    inspect_log,
    javascript,
    junit,
    lm_eval,
    measures,
    mlflow,
    others,
    phoenix,
    plain,
    promptfoo,
    pydantic_evals,
    pytest_report,
    ranx,
    retrieval,
    tables,
)  # fmt: skip
from bot.results.counting import Tally
from bot.results.detection import Seen, looked_at
from bot.results.json_tables import SMALL, json_records
from bot.results.json_walk import Part, walk
from bot.results.known import Known, known_document, known_rows, known_text, known_xml
from bot.results.packed import Archive
from bot.results.records import Records, csv_records, line_records
from bot.results.source import Source
from bot.results.values import Refused, Remarks, Results, Run

Runs = Iterator[Run]
Opened = tuple[str, Runs]
Qrels = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Document:
    """A format that is one JSON document."""

    name: str
    fits: Callable[[Seen], bool]
    read: Callable[[Iterator[Part], Remarks], Runs]


@dataclass(frozen=True, slots=True)
class Rows:
    """A format that is rows: CSV, JSON lines, or a list of JSON objects."""

    name: str
    fits: Callable[[Records], bool]
    read: Callable[[Records, Remarks], Runs]


DOCUMENTS = (
    Document("promptfoo", promptfoo.recognizes, promptfoo.read),
    Document("deepeval", deepeval.recognizes, deepeval.read),
    Document("inspect-ai", inspect_log.recognizes, inspect_log.read),
    Document("pydantic-evals", pydantic_evals.recognizes, pydantic_evals.read),
    Document("mlflow", mlflow.recognizes, mlflow.read),
    Document("lm-eval", lm_eval.recognizes, lm_eval.read),
    Document("evidently", evidently.recognizes, evidently.read),
    Document("ranx", ranx.recognizes, ranx.read),
    Document("giskard", others.is_giskard, others.read_giskard),
    Document("azure-ai-evaluation", others.is_azure, others.read_azure),
    Document("pytest-json-report", pytest_report.recognizes, pytest_report.read),
    Document("jest", javascript.is_jest, javascript.read_jest),
    Document("ctrf", javascript.is_ctrf, javascript.read_ctrf),
    Document("playwright", javascript.is_playwright, javascript.read_playwright),
    Document("mocha", javascript.is_mocha, javascript.read_mocha),
)
ROWS = (
    Rows("promptfoo", promptfoo.recognizes_records, promptfoo.read_records),
    Rows("lm-eval", lm_eval.recognizes_records, lm_eval.read_records),
    Rows("garak", garak.recognizes, garak.read),
    Rows("pytest-reportlog", pytest_report.recognizes_records, pytest_report.read_records),
    Rows("mlflow", mlflow.recognizes_records, mlflow.read_records),
    Rows("phoenix", phoenix.is_phoenix, phoenix.read_phoenix),
    Rows("langsmith", tables.is_langsmith, tables.read_langsmith),
    Rows("ragas", tables.is_ragas, tables.read_ragas),
    Rows("mlflow", tables.is_mlflow, tables.read_mlflow),
    Rows("evidently", evidently.recognizes_records, evidently.read_records),
    Rows("measures", measures.is_table, measures.read_table),
    Rows("plain", plain.recognizes, plain.read),
    Rows("table", others.is_worded, others.read_worded),
)
OTHERS = ("junit", "trec")
NAMES = tuple(dict.fromkeys([*(each.name for each in (*DOCUMENTS, *ROWS)), *OTHERS]))
"""What may be asked for by name."""
_UNKNOWN = (
    "No evaluation tool that ftrag reads writes a file like this: export it from one of the tools in README, or write "
    "a CSV with the columns task and result."
)


def read_results(stream: BinaryIO, *, wanted: str | None = None, qrels: BinaryIO | None = None) -> Results:
    """A result file as counts, tasks, buckets and notes.

    `stream` and `qrels` are seekable binary streams; `wanted` names the one format that is to be tried. Raises Refused
    with one plain sentence for what is unknown, damaged or over the limits. Contract: framework, section 8.
    """
    try:
        return read_unguarded(stream, wanted=wanted, qrels=qrels)
    except (TypeError, AttributeError, LookupError, ValueError, ArithmeticError, RecursionError):
        # A type that lies in a way that nobody thought of: whoever sent the file needs a sentence all the same.
        raise Refused("The file is not written as its tool writes it, so it is not read. Export it again.") from None


def read_unguarded(stream: BinaryIO, *, wanted: str | None = None, qrels: BinaryIO | None = None) -> Results:
    """What `read_results` does, without its last net; what the proofs call, so that the net hides nothing."""
    source = Source(stream)
    judged = retrieval.read_qrels(Source(qrels)) if qrels else None
    remarks = Remarks()
    name, runs = _opened(source, wanted, judged, remarks)
    tally = Tally()
    for run in runs:
        tally.add(run)
    if not any(tally.counts.values()) and not remarks.notes:
        remarks.note("The file holds no runs: nothing was evaluated.")
    return tally.results(name, remarks)


def _opened(source: Source, wanted: str | None, qrels: Qrels | None, remarks: Remarks) -> Opened:
    """The format, and its runs."""
    head = source.head
    if source.is_zip:
        return _checked("inspect-ai", wanted), inspect_log.read_archive(Archive(source.binary()), remarks)
    if head.startswith("<"):
        return _xml(source, wanted, remarks)
    if head.startswith(("{", "[")):
        return _json(source, wanted, qrels, remarks)
    return _text(source, wanted, qrels, remarks)


def _checked(name: str, wanted: str | None) -> str:
    if wanted not in {None, name}:
        raise Refused(f"The file is not of the format {wanted}: it looks like {name}.")
    return name


def _refused(known: Known | None) -> Refused:
    return Refused(f"This is {known.title}, which ftrag does not read: {known.instead}." if known else _UNKNOWN)


def _xml(source: Source, wanted: str | None, remarks: Remarks) -> Opened:
    if not junit.ROOT.match(source.head):
        known = known_xml(source.head)
        if known is None and "<!doctype" in source.head.lower():
            raise Refused(
                "The file has a document type or entities of its own, which are never followed: export plain JUnit XML."
            )
        raise _refused(known)
    return _checked("junit", wanted), junit.read(source, remarks)


def _json(source: Source, wanted: str | None, qrels: Qrels | None, remarks: Remarks) -> Opened:
    if _is_lines(source):
        return _rows(line_records(source), wanted, remarks)
    parts = walk(source.chunks())
    held: list[Part] = []
    seen = Seen()
    for _ in looked_at(parts, seen, held):
        for each in DOCUMENTS:
            if wanted in {None, each.name} and each.fits(seen):
                return each.name, each.read(chain(held, parts), remarks)
    nested = retrieval.nested_numbers(chain(held, parts)) if source.size <= SMALL else None
    if nested:
        if measures.is_nested(nested):
            return _checked("measures", wanted), measures.read_nested(nested, qrels, remarks)
        if qrels is not None:
            return _checked("trec", wanted), retrieval.read_nested(nested, qrels, remarks)
    known = known_document(seen)
    if known is not None and not wanted:
        raise _refused(known)
    return _rows(json_records(source, seen), wanted, remarks)


def _is_lines(source: Source) -> bool:
    """Whether the first line ends as an object does, and another begins after it."""
    return source.head.startswith("{") and source.around_first_break() == ("}", "{")


def _rows(records: Records, wanted: str | None, remarks: Remarks) -> Opened:
    for each in ROWS:
        if wanted in {None, each.name} and each.fits(records):
            return each.name, each.read(records, remarks)
    if wanted:
        raise Refused(f"The file is not of the format {wanted}: send it without --as, or export it again.")
    raise _refused(known_rows(records))


def _text(source: Source, wanted: str | None, qrels: Qrels | None, remarks: Remarks) -> Opened:
    lines = [line for line in source.head.split("\n")[:20] if line.strip()]
    lines = lines[:-1] if len(lines) > 1 and source.size > len(source.raw_head) else lines
    if not lines:
        raise _refused(None)
    if retrieval.is_run(lines):
        return _checked("trec", wanted), retrieval.read_run(source, qrels, remarks)
    if retrieval.is_qrels(lines):
        raise Refused(
            "These are the right answers alone (qrels), and no results. Share what ranx or ir-measures make of the run "
            "with them, or read the run on the server with --qrels."
        )
    if measures.is_measures(lines):
        return _checked("measures", wanted), measures.read_measures(source, qrels, remarks)
    if measures.is_means(lines):
        return _checked("measures", wanted), measures.read_means(source, remarks)
    if known := known_text(source.head):
        raise _refused(known)
    records = csv_records(source)
    if records is None:
        raise _refused(None)
    return _rows(records, wanted, remarks)
