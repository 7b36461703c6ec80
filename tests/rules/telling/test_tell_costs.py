"""The answers about money: figures from arithmetic, and none where nothing is known."""

from rules.facts import Facts
from tests.rules.telling.asking import OPEN, TEAM, told
from tests.tables import each


def test_a_range_of_cost_that_helps_nobody_is_called_that_and_one_that_helps_is_told():
    unknown = told("cost", Facts(need="facts", source="documents"), of="wrong_answers")
    given = told("cost", of="wrong_answers", given={"requests_a_day": 2_000, "cost_each": 12})

    assert unknown.says[0].startswith("What wrong answers cost cannot be told yet: ")
    assert given.says[0].startswith("With retrieval (RAG), wrong answers cost ")
    assert unknown.says[-1].startswith("For a figure tell me "), "none was told that another could be closer than"
    assert given.says[-1].startswith("For a closer figure tell me ")


@each("of", ["wrong_answers", "break_even", "architecture"])
def test_a_cost_uses_what_is_known_and_asks_for_the_rest_in_one_line(of):
    answer = told("cost", of=of, architectures=("rag", "hybrid"))

    assert " figure tell me " in answer.says[-1]
    assert any(line.startswith("Assumed: ") for line in answer.more)


def test_a_cost_of_three_given_figures_shows_its_arithmetic():
    given = {"requests_a_day": 2_000_000.0, "error_rate": 0.01, "cost_each": 0.05}

    answer = told("cost", of="wrong_answers", given=given)

    assert answer.says == ("About $30,000 a month: 2 million requests x 1 of 100 wrong x $0.05 = $1,000 a day.",)


def test_figures_beyond_belief_are_left_out():
    answer = told("cost", of="wrong_answers", given={"requests_a_day": 1e15, "cost_each": 0.0, "error_rate": 3.0})

    assert answer.says


def test_a_break_even_is_a_whole_sentence_about_right_answers():
    given = {"requests_a_day": 1000.0, "cost_of_a_wrong_answer": 5.0, "error_rate": 0.1}

    assert " of 100 answers are right" in told("cost", of="break_even", given=given).says[0]


def test_a_break_even_that_never_comes_is_said():
    given = {"requests_a_day": 1.0, "cost_each": 1_000_000.0, "error_rate": 0.9}

    assert "pay" in told("cost", of="break_even", given=given).says[0]


def test_what_an_architecture_costs_stands_beside_the_one_chosen_and_is_no_figure_where_nothing_is_known():
    of_tuning = {"of": "architecture", "architectures": ("fine_tune",)}

    bare = told("cost", OPEN.replaced("source", "documents"), **of_tuning).says[0]
    known = told("cost", TEAM, given={"requests_a_day": 2000, "error_rate": 0.1, "cost_each": 12}, **of_tuning).says[0]

    assert bare.startswith("What it costs cannot be told yet: ")
    assert known.startswith("Running, building and wrong answers, each month: fine-tuning $")
    assert " and retrieval (RAG) $" in known
