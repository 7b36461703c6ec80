"""Answers, reviews and failures as tables: complete, and nothing in them that a spreadsheet would run."""

import csv
import io
import json

import pytest

from bot.exports import Exported, TableKind, new_table
from tests.bot.records import assessment, failure, finished, versions

FORMULAS = [
    "=HYPERLINK(1)", "+1+2", "-2+3", "@SUM(1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "\u200b=1", "\ufeff=1",
    "＝1+2", "＋1", "－1+1", "＠SUM", "−2+3", "﹦1", "﹢1",
]  # fmt: skip


def made(kind: TableKind, *pieces: Exported) -> str:
    table = new_table(kind)
    for piece in pieces:
        table.add(piece)
    return table.content().decode()


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("words", FORMULAS)
def test_a_spreadsheet_runs_no_cell(words: str):
    piece = Exported(assessments=(assessment(name=words, said=words),), failures=(failure(what=words),))

    answers, failures = rows(made(TableKind.ANSWERS, piece)), rows(made(TableKind.FAILURES, piece))

    assert {row["name"] for row in answers} == {f"'{words}"}
    assert answers[0]["said"] == f"'{words}"
    assert failures[0]["what"] == f"'{words}"


@pytest.mark.parametrize("words", ["-5", "-0.25", "7", "a=b", "e-mail", "'quoted'", 'a "word", and more', "日本"])
def test_numbers_and_plain_words_are_read_back_as_they_were(words: str):
    assert rows(made(TableKind.FAILURES, Exported(failures=(failure(what=words),))))[0]["what"] == words


def test_words_over_several_lines_stay_in_their_cell():
    table = made(TableKind.FAILURES, Exported(failures=(failure(what='one\ntwo, "three"'), failure(id="f2"))))

    assert [row["failure"] for row in rows(table)] == ["f1", "f2"]
    assert rows(table)[0]["what"] == 'one\ntwo, "three"'


def test_an_answer_names_its_decision_and_the_versions_around_it():
    found = rows(made(TableKind.ANSWERS, Exported(assessments=versions())))

    links = {(row["assessment"], row["supersedes"], row["superseded_by"], row["verdict"]) for row in found}
    assert links == {("a1", "", "a2", "prompt"), ("a2", "a1", "a3", "rag"), ("a3", "a2", "", "rag")}
    assert {row["value"] for row in found if row["fact"] == "evals"} == {"unknown"}


def test_reviews_are_counted_by_result_and_bucket():
    review = finished(assessment(), "2026-12", 1, 1, retrieval_miss=9)

    found = rows(made(TableKind.REVIEWS, Exported(reviews=(review,))))[0]

    assert (found["pass"], found["fail"], found["not_run"], found["retrieval_miss"]) == ("1", "1", "0", "9")


def test_json_reads_back_as_what_was_stored_piece_by_piece():
    first, second, third = versions()
    one = Exported(assessments=(first, second), reviews=(finished(first, "2026-01", 1, 0),))
    two = Exported(assessments=(third,), failures=(failure(what='=1 "{{ x }}"\n<b>'),))

    read = Exported.model_validate(json.loads(made(TableKind.EVERYTHING, one, two)))

    assert read == Exported(assessments=(first, second, third), reviews=one.reviews, failures=two.failures)


@pytest.mark.parametrize("kind", TableKind)
def test_a_table_of_nothing_is_a_table(kind: TableKind):
    text = made(kind)

    assert json.loads(text) == {"assessments": [], "reviews": [], "failures": []} if text[0] == "{" else not rows(text)
