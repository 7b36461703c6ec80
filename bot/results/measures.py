"""Measures a question: the tables of ir-measures, trec_eval, pytrec_eval, ranx and PyTerrier.

A measure is no verdict; but one that is 0 only where no right document was found says whether one was.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from bot.results.records import Records
from bot.results.retrieval import number_in
from bot.results.scores import number_of
from bot.results.source import Source
from bot.results.values import Refused, Remarks, Run, Verdict, clean

_MEASURES = re.compile(r"\S+[ \t]+\S+[ \t]+(?:[-+0-9.eE]+|nan|NaN)\s*")
_MEASURE = re.compile(
    r"(?:n?dcg|rr|mrr|recip_rank|ap|map|p|r|recall|precision|success|hits?|hit_rate|rprec|rbp|err|bpref|infap|iprec|judged"
    r"|f|f1|set_\w+|num_\w+|num\w*|runid|gm_map|11pt_avg|iprec_at_recall|setap|setr|setp|setf|compat|alpha_\w+|st?rec)"
    r"(?:[@_(].*|-?\d*)$",
    re.IGNORECASE,
)
_RECALL = re.compile(r"(?:r|recall|success|hits?|hit_rate)[@_](\d+)", re.IGNORECASE)
_FOUND = re.compile(r"(?:n?dcg|m?rr|recip_rank|ap|map|p|precision|rprec|rbp|err)\b|(?:n?dcg|ap|map|p)_", re.IGNORECASE)
_CLEAR = re.compile(
    r"(?:m?rr|ap|map|n?dcg|recip_rank)(?:[@_(].*)?$|(?:p|r|recall|precision|success|hits?|hit_rate)[@_]\d+$",
    re.IGNORECASE,
)
"""Names that only retrieval uses; a bare precision or recall may be that of a classifier."""
_MEANS = re.compile(r"\S+[ \t]+[-+0-9.eE]+\s*")
_LABEL = ("retrieval_miss",)
_QUESTIONS = ("query_id", "qid", "q_id", "query", "topic")
_ALL = frozenset({"all", "amean", "mean", "average"})


def is_measures(lines: list[str]) -> bool:
    """Whether lines are measures a question: question and measure in either order, and a value."""
    kept = [line for line in lines if not line.startswith("runid")]
    return bool(kept) and all(_MEASURES.fullmatch(line) and _is_named(line.split()) for line in kept)


def is_means(lines: list[str]) -> bool:
    """Whether lines are means alone: a measure and a value."""
    return all(_MEANS.fullmatch(line) and _MEASURE.match(line.split()[0]) for line in lines)


def _is_named(words: list[str]) -> bool:
    return bool(_MEASURE.match(words[0]) or _MEASURE.match(words[1]))


def read_means(source: Source, remarks: Remarks) -> Iterator[Run]:
    """No runs: means over all questions, which are noted."""
    shown = [" ".join(line.split()) for line in source.lines() if line.strip()]
    remarks.note(f"These are means over all questions ({clean(', '.join(shown), 200)}), so nothing is counted.")
    yield from ()


def read_measures(source: Source, qrels: dict[str, dict[str, int]] | None, remarks: Remarks) -> Iterator[Run]:
    """The runs of a table a question: found where the measure that looks deepest is above 0."""
    table: dict[str, dict[str, float | None]] = {}
    for number, line in enumerate(source.lines(), start=1):
        words = line.split()
        if not words or words[0] == "runid":
            continue
        if len(words) != 3:
            raise Refused(f"The table is damaged at line {number}: each line is question, measure, value.")
        question, measure = words[:2] if not _MEASURE.match(words[0]) or _MEASURE.match(words[1]) else words[1::-1]
        if question.lower() not in {"all", "amean", "mean", "average"}:
            table.setdefault(question, {})[measure] = number_in(words[2])
    yield from by_measure(table, qrels, remarks)


def by_measure(
    table: dict[str, dict[str, float | None]], qrels: dict[str, dict[str, int]] | None, remarks: Remarks
) -> Iterator[Run]:
    """Judge each question by one measure, the one that looks deepest, and say which."""
    if not table:
        remarks.note("These are means over all questions and no single answers, so nothing is counted.")
        return
    chosen = _chosen({measure for row in table.values() for measure in row})
    if chosen is None:
        remarks.note("None of these measures says whether a right document was found, so nothing is counted.")
        return
    remarks.note(f"{clean(chosen, 40)} above 0 counts as found; the measures themselves are no verdicts.")
    if qrels is None:
        remarks.note(
            "A question without any right document looks like a miss here: read it on the server with the right "
            "answers (--qrels), and it is told apart."
        )
    for question in {**table, **(qrels or {})}:
        value = table.get(question, {}).get(chosen)
        is_empty = qrels is not None and not any(each > 0 for each in qrels.get(question, {}).values())
        is_lacking = question not in table
        verdict = Verdict.PASS if value else Verdict.FAIL
        if is_empty or (value is None and not is_lacking):
            verdict = Verdict.COULD_NOT_JUDGE
        yield Run(clean(question), verdict, labels=_LABEL)


def _chosen(measures: Iterable[str]) -> str | None:
    """A recall with the largest cutoff; else any measure that is 0 only where nothing was found."""
    recalls = sorted((int(match.group(1)[:6]), name) for name in measures if (match := _RECALL.match(name)))
    if recalls:
        return recalls[-1][1]
    return next(iter(sorted(name for name in measures if _FOUND.match(name))), None)


def is_nested(nested: dict[str, dict[str, float]]) -> bool:
    """Whether an object of objects of numbers holds measures, outside (ranx) or inside (pytrec_eval)."""
    inner = {name for row in nested.values() for name in row}
    return any(
        all(_MEASURE.match(name) for name in names) and any(_CLEAR.match(name) for name in names)
        for names in (set(nested), inner)
    )


def read_nested(
    nested: dict[str, dict[str, float]], qrels: dict[str, dict[str, int]] | None, remarks: Remarks
) -> Iterator[Run]:
    """The runs of measures as JSON."""
    table: dict[str, dict[str, float | None]] = {}
    is_outside = all(_MEASURE.match(name) for name in nested)
    if is_outside and all(_MEASURE.match(name) for row in nested.values() for name in row):
        nested = {}  # means of each measure by its cutoff, as BEIR writes them: "ndcg", and in it "NDCG@10"
    for outer, row in nested.items():
        for inner, value in row.items():
            question, measure = (inner, outer) if is_outside else (outer, inner)
            table.setdefault(question, {})[measure] = value
    yield from by_measure(table, qrels, remarks)


def is_table(records: Records) -> bool:
    """Whether a table has a question and measures, one a line or one a column."""
    names = [name.lower() for name in records.header]
    if not any(name in names for name in _QUESTIONS):
        return False
    return {"measure", "value"} <= set(names) or any(_CLEAR.match(name) for name in names)


def read_table(records: Records, remarks: Remarks) -> Iterator[Run]:
    """The runs of such a table."""
    spelled = {name.lower(): name for name in records.header}
    asked = next(spelled[name] for name in _QUESTIONS if name in spelled)
    table: dict[str, dict[str, float | None]] = {}
    for row in records.rows():
        question = clean(row.get(asked))
        if question.lower() in _ALL:
            continue
        if "measure" in spelled:
            table.setdefault(question, {})[clean(row.get(spelled["measure"]))] = _cell(row.get(spelled["value"]))
        else:
            measures = [name for name in records.header if name != asked and _MEASURE.match(name.lower())]
            table.setdefault(question, {}).update({name: _cell(row.get(name)) for name in measures})
    yield from by_measure(table, None, remarks)


def _cell(value: Any) -> float | None:
    return number_in(value) if isinstance(value, str) else number_of(value)
