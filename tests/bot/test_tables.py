"""Answers, reviews and failures as tables: complete, and nothing in them that a spreadsheet would run."""

import csv
import io
import json
import re

import pytest

from bot.exports import Exported, GivenAnswer, TableKind, new_table, people_in
from storage.records import Answer
from tests.bot.records import NOW, assessment, failure, finished, versions
from tests.tables import each

FORMULAS = [
    "=HYPERLINK(1)", "+1+2", "-2+3", "@SUM(1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "\u200b=1", "\ufeff=1",
    "＝1+2", "＋1", "－1+1", "＠SUM", "−2+3", "﹦1", "﹢1",
]  # fmt: skip


def made(kind: TableKind, *pieces: Exported) -> str:
    table = new_table(kind)
    for piece in pieces:
        table.add(piece)
    return table.content().decode("utf-8-sig")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("words", FORMULAS)
def test_a_spreadsheet_runs_no_cell(words: str):
    piece = Exported(assessments=(assessment(name=words, said=words),), failures=(failure(what=words),))

    answers, failures = rows(made(TableKind.ANSWERS, piece)), rows(made(TableKind.FAILURES, piece))

    assert {row["name"] for row in answers} == {f"'{words}"}
    assert answers[0]["said"] == f"'{words}"
    assert failures[0]["what"] == f"'{words}"


@each(
    "words",
    ["-5", "-0.25", "7", "3.11.7", "1.10", "00123", "1E5", "12e4", "10:00", "2026-12", "2026-12-05", "10%", "1,000",
     "3/4", "5 Mar", "March 5", "Dec 2026", "dec-26", "5. December 2026", "12 345"],
)  # fmt: skip
def test_what_a_spreadsheet_would_make_a_number_or_a_day_of_stays_words(words: str):
    found = rows(made(TableKind.FAILURES, Exported(failures=(failure(what=words),))))[0]["what"]

    assert found == f"'{words}"


@pytest.mark.parametrize("kind", [TableKind.ANSWERS, TableKind.REVIEWS, TableKind.FAILURES])
def test_a_table_begins_with_the_mark_by_which_spreadsheets_know_utf_8(kind: TableKind):
    assert new_table(kind).content().startswith(b'\xef\xbb\xbf"')


def test_counts_are_numbers_and_days_and_times_stand_in_columns_that_a_spreadsheet_reads():
    table = made(TableKind.FAILURES, Exported(failures=(failure(),)))
    found = rows(table)[0]

    assert re.fullmatch(r"\d{4}-\d\d-\d\d", found["date"])
    assert re.fullmatch(r"\d\d:\d\d:\d\d", found["time_utc"])
    assert (found["withdrawn_date"], found["withdrawn_time_utc"]) == ("", "")
    reviews = made(TableKind.REVIEWS, Exported(reviews=(finished(assessment(), "2026-01", 1, 2),)))
    assert ',"finished",1,2,' in reviews
    assert rows(reviews)[0]["month"] == "2026-01 (January)"


def test_every_answer_stands_there_with_who_said_what_before():
    found, at = assessment(), NOW
    first = Answer(fact="freshness", value="daily", by="U2", at=at)
    now = found.answers["freshness"]
    given = tuple(GivenAnswer(assessment_id=found.id, answer=one) for one in (first, now))
    piece = Exported(assessments=(found,), history=given)
    table = new_table(TableKind.ANSWERS, {"U2": "Ben Ortiz"})
    table.add(piece)
    lines = [row for row in rows(table.content().decode("utf-8-sig")) if row["fact"] == "freshness"]

    assert [(row["value"], row["in_force"], row["before"], row["before_by"]) for row in lines] == [
        ("daily", "no", "", ""),
        (now.value, "yes", "daily", "U2"),
    ]
    assert [row["by_name"] for row in lines] == ["Ben Ortiz", ""]
    assert lines[1]["before_by_name"] == "Ben Ortiz"
    assert {"U2", now.by} <= set(people_in(piece))


@pytest.mark.parametrize("words", ["=1+1", "Because **it** moved", "2026-12"])
def test_why_an_answer_was_changed_stands_beside_it_and_no_spreadsheet_runs_it(words: str):
    found = assessment()
    now = found.answers["freshness"].model_copy(update={"reason": words})
    piece = Exported(
        assessments=(found.model_copy(update={"answers": {**found.answers, "freshness": now}}),),
        history=(GivenAnswer(assessment_id=found.id, answer=now),),
    )
    by_fact = {row["fact"]: row for row in rows(made(TableKind.ANSWERS, piece))}
    stored = json.loads(made(TableKind.EVERYTHING, piece))

    assert by_fact["freshness"]["reason"].removeprefix("'") == words
    assert by_fact["freshness"]["reason"][0] not in "=2"
    assert by_fact["freshness"]["in_force"] == "yes"
    assert by_fact["evals"]["reason"] == ""
    assert stored["history"][0]["answer"]["reason"] == words


def test_the_json_has_the_history_and_the_names():
    found = assessment()
    given = GivenAnswer(assessment_id=found.id, answer=found.answers["freshness"])
    table = new_table(TableKind.EVERYTHING, {"U1": "Ana 日本"})
    table.add(Exported(assessments=(found,), history=(given,)))
    read = json.loads(table.content())

    assert read["names"] == {"U1": "Ana 日本"}
    assert read["history"][0]["answer"]["fact"] == "freshness"


@pytest.mark.parametrize("words", ["a=b", "e-mail", "'quoted'", 'a "word", and more', "日本"])
def test_plain_words_are_read_back_as_they_were(words: str):
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

    empty = {"assessments": [], "history": [], "reviews": [], "failures": [], "blind": [], "names": {}}
    assert json.loads(text) == empty if text[0] == "{" else not rows(text)
