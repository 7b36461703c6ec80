"""Retrieval: a TREC run, or a run as JSON, judged by its qrels.

A question is found where a right document is among the first five; a question of the qrels that the run lacks is
missed, and one without any right document cannot be judged. Equal scores are ranked in different ways by different
tools, so a place that hangs on them is undecided; scores are equal where trec_eval and what is built on it, which read
them in single precision, cannot tell them apart.
"""

import re
from collections.abc import Iterable, Iterator
from ctypes import c_float
from typing import Any

from bot.results.json_walk import Part, walk
from bot.results.scores import number_of
from bot.results.source import Source
from bot.results.values import Refused, Remarks, Run, Verdict, clean

FIRST = 5
"""How many places are looked at: about as many passages as a prompt is given."""
_RUN = re.compile(r"\S+[ \t]+[Qq]?\d[ \t]+\S+[ \t]+\d+[ \t]+[-+0-9.eE]+[ \t]+\S+\s*")
_QRELS = re.compile(r"\S+[ \t]+\S+[ \t]+\S+[ \t]+-?\d+\s*")
_LABEL = ("retrieval_miss",)


def is_run(lines: list[str]) -> bool:
    """Whether lines are a TREC run: question, Q0, document, rank, score, name."""
    return all(_RUN.fullmatch(line) for line in lines)


def is_qrels(lines: list[str]) -> bool:
    """Whether lines are qrels: question, 0, document, relevance."""
    return all(_QRELS.fullmatch(line) for line in lines)


def read_qrels(source: Source) -> dict[str, dict[str, int]]:
    """By question the relevance of each judged document. Raises Refused where the file is none."""
    if source.head.startswith("{"):
        nested = nested_numbers(walk(source.chunks()))
        if not nested:
            raise Refused("The qrels are no qrels: as JSON they are an object with the documents of each question.")
        return {question: {name: int(value) for name, value in row.items()} for question, row in nested.items()}
    qrels: dict[str, dict[str, int]] = {}
    for number, line in enumerate(source.lines(), start=1):
        if line.strip():
            if not _QRELS.fullmatch(line):
                raise Refused(f"The qrels are damaged at line {number}: each line is question, 0, document, relevance.")
            question, _, document, relevance = line.split()
            qrels.setdefault(question, {})[document] = int(relevance[:9])
    return qrels


def read_run(source: Source, qrels: dict[str, dict[str, int]] | None, remarks: Remarks) -> Iterator[Run]:
    """The runs: one a question of the qrels."""
    ranked: dict[str, list[tuple[float, str]]] = {}
    for number, line in enumerate(source.lines(), start=1):
        if line.strip():
            if not _RUN.fullmatch(line):
                raise Refused(
                    f"The run is damaged at line {number}: each line is question, Q0, document, rank, score, name."
                )
            question, _, document, _, score, name = line.split()
            ranked.setdefault(question, []).append((_score(score, number), document))
            remarks.suite = remarks.suite or clean(name)
    if qrels is None:
        questions = "1 question" if len(ranked) == 1 else f"{len(ranked)} questions"
        remarks.note(
            f"A run of {questions} alone says nothing about right or wrong. Share what ranx or ir-measures make of it "
            "with the right answers (qrels), or read it on the server with --qrels."
        )
        return
    yield from compare(ranked, qrels, remarks)


def compare(
    ranked: dict[str, list[tuple[float, str]]], qrels: dict[str, dict[str, int]], remarks: Remarks
) -> Iterator[Run]:
    """Judge each question of the qrels by what the run found."""
    undecided = 0
    for question, judged in qrels.items():
        right = {document for document, relevance in judged.items() if relevance > 0}
        verdict = _found(ranked.get(question, []), right)
        undecided += bool(right) and verdict is Verdict.COULD_NOT_JUDGE
        yield Run(clean(question), verdict, labels=_LABEL)
    _say(ranked, qrels, undecided, remarks)


def _found(documents: list[tuple[float, str]], right: set[str]) -> Verdict:
    if not right:
        return Verdict.COULD_NOT_JUDGE
    documents = [(c_float(score).value, document) for score, document in documents]
    best = max((score for score, document in documents if document in right), default=None)
    if best is None:
        return Verdict.FAIL
    above = sum(score > best for score, _ in documents)
    beside = sum(score == best and document not in right for score, document in documents)
    if above >= FIRST:
        return Verdict.FAIL
    return Verdict.PASS if above + beside < FIRST else Verdict.COULD_NOT_JUDGE


def _say(ranked: dict[str, Any], qrels: dict[str, dict[str, int]], undecided: int, remarks: Remarks) -> None:
    remarks.note(f"A question counts as found where a right document is among the first {FIRST}.")
    lacking = [
        clean(name, 40) for name in qrels if name not in ranked and any(each > 0 for each in qrels[name].values())
    ]
    empty = [clean(name, 40) for name, judged in qrels.items() if not any(each > 0 for each in judged.values())]
    strange = [clean(name, 40) for name in ranked if name not in qrels]
    if lacking:
        remarks.note(f"Not in the run at all, and so missed: {_some(lacking)}.")
    if empty:
        remarks.note(f"Without any right document in the qrels, and so not judged: {_some(empty)}.")
    if strange:
        remarks.note(f"In the run and not in the qrels, and so not counted: {_some(strange)}.")
    if undecided:
        remarks.note(
            f"{undecided} undecided, since documents with equal scores share the last places; scores are compared in "
            "single precision, as trec_eval reads them."
        )


def _score(text: str, line: int) -> float:
    number = number_in(text)
    if number is None:
        raise Refused(f"The run is damaged at line {line}: its score is no number.")
    return number


def nested_numbers(parts: Iterable[Part]) -> dict[str, dict[str, float]] | None:
    """An object of objects of numbers, as ranx and pytrec_eval write runs, qrels and scores; None for all else."""
    nested: dict[str, dict[str, float]] = {}
    for part in parts:
        if part.is_opening and len(part.path) == 1 and part.value == {}:
            nested[part.path[0]] = {}
        elif not part.is_opening or part.path:
            number = number_of(part.value)
            if len(part.path) != 2 or part.is_row or number is None:
                return None
            nested[part.path[0]][part.path[1]] = number
    return nested or None


def read_nested(
    nested: dict[str, dict[str, float]], qrels: dict[str, dict[str, int]], remarks: Remarks
) -> Iterator[Run]:
    """The runs of a run as JSON: by question the score of each document."""
    ranked = {question: [(score, name) for name, score in row.items()] for question, row in nested.items()}
    yield from compare(ranked, qrels, remarks)


def number_in(text: str) -> float | None:
    """A finite number in words; None for all else."""
    try:
        return number_of(float(text))
    except ValueError:
        return None


def _some(names: list[str]) -> str:
    shown = ", ".join(names[:10])
    return f"{shown} and {len(names) - 10} more" if len(names) > 10 else shown
