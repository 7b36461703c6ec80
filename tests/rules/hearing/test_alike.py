"""How alike labels are, told by two numbers of a line or by how often: the share counts, and neither number alone."""

from rules.hearing import hear, line
from tests.tables import each


@each(
    ("text", "value"),
    [
        ("two brokers rated the same 150, they differed on 3", "consistent"),
        ("two editors tagged 120 headlines, agreed on 115", "consistent"),
        ("we both did the same 50, 48 matched", "consistent"),
        ("300 double labelled, mismatch on 9", "consistent"),
        ("checked 200 twice, only 5 conflicts", "consistent"),
        ("every twentieth they see differently", "consistent"),
        ("they agreed on 96 of the 100", "consistent"),
        ("two editors tagged 120 headlines, agreed on 90", "mixed"),
        ("of the 60 we both graded 45 matched", "mixed"),
        ("ran 100 past two people, 24 came out different", "mixed"),
        ("64 of 80 the same", "mixed"),
        ("every fifth case is tagged differently by the two of them", "mixed"),
        ("they differ every fourth time", "mixed"),
        ("two editors tagged 120 headlines, agreed on 55", "inconsistent"),
        ("three of us marked the same 80 essays and differed on 45", "inconsistent"),
        ("same 40 claims, two adjusters, matched on 18", "inconsistent"),
        ("we did 60 twice, more than 40 did not match", "inconsistent"),
        ("two clerks sort the same letter differently half of the time", "inconsistent"),
        ("two nurses triage the same case differently every second time", "inconsistent"),
    ],
)
def test_the_share_that_is_labeled_alike_is_the_answer(text: str, value: str):
    assert hear(line(text, "labels", {}, mention=True)).saves == {"labels": value}


@each(
    "text",
    ["two people coded 200 cases last year", "800 cases, they disagree on 2 classes", "kappa .5 on 200, 4 differ"],
)
def test_numbers_that_make_no_share_tell_none(text: str):
    assert hear(line(text, "labels", {}, mention=True)).saves.get("labels") != "consistent"


@each(
    ("fact", "text"),
    [
        ("volume", "200 a day, 5 conflicts"),
        ("corpus", "400 pages, 12 differ"),
        ("evals", "of 80 test cases 60 match"),
    ],
)
def test_beside_other_questions_two_numbers_are_told_of_anything(fact: str, text: str):
    assert "labels" not in hear(line(text, fact, {}, mention=True)).saves


def test_beside_the_examples_the_share_is_told_of_their_labels():
    found = hear(line("400 cases, two people agreed on 390", "examples", {}, mention=True))
    assert found.saves["labels"] == "consistent"
