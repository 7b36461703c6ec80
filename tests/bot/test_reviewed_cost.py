"""What a review says of the cost of wrong answers: by the share that was told, else by what it measured."""

from datetime import UTC, datetime

from bot import commands
from bot.dialogue.review import reviewed_cost
from rules import FRAMEWORK
from rules.framework import Architecture
from storage.records import Review, TaskResult, TaskRuns
from tests.bot.reviewed import OPEN
from tests.bot.room import TENANT, Room
from tests.bot.typed_lines import typed
from tests.tables import each

HARD = Review(
    id="r1",
    tenant=TENANT,
    assessment_id="A1",
    month="2026-12",
    opened_at=datetime(2026, 12, 1, tzinfo=UTC),
    version=1,
    results={"t1": TaskResult.FAIL, "t2": TaskResult.PASS},
    runs={"t1": TaskRuns(passed=8, of=10), "t2": TaskRuns(passed=10, of=10)},
)
"""One of two golden tasks failed, with 18 of 20 runs right."""


def reviewed(room: Room, in_force: Architecture = Architecture.RAG, review: Review = HARD) -> tuple[str, ...]:
    decision = room.assessment.decision
    assert decision is not None
    return reviewed_cost.told(room.assessment, decision, in_force, review, FRAMEWORK)


def test_a_review_counts_with_the_share_that_was_told(decided: Room):
    decided.do(commands.CostGiven, requests="1,000", wrong="$10", errors={"rag": "3%"})

    said = reviewed(decided)

    # 1,000 x 365 / 12 x 3 % x $10
    assert said[0] == "With 3% of the answers wrong, as it was told, they cost $9,100 a month."
    assert "Only retrieval (RAG) passes your bar" in said[1]
    assert len(said) == 3
    assert reviewed(decided, review=HARD.model_copy(update={"results": {}, "runs": {}})) == ()


def test_what_a_review_measured_takes_the_place_of_the_assumed_share(decided: Room):
    decided.do(commands.CostGiven, requests="1,000", wrong="$10")

    said = reviewed(decided)

    # Two of twenty failed: with 95 of 100 certainty between 2.8 and 30 of 100, of 1,000 x 365 / 12 answers at $10.
    assert said[0] == "2.8 to 30 of 100 answers are wrong, as measured: they cost $8,500 to $92,000 a month."
    assert said[1].startswith("Golden tasks are picked hard, so in use it may be less")
    tasks = reviewed(decided, review=HARD.model_copy(update={"runs": {}}))
    # One of two tasks failed, and no runs were counted: hardly anything is known.
    assert tasks[0].startswith("9.5 to 91 of 100 answers are wrong, as measured")


def test_a_share_told_after_a_review_counts_in_place_of_what_it_measured(decided: Room):
    decided.do(commands.CostGiven, requests="1,000", wrong="$10")
    decided.type("3 of 100 answers are wrong")

    assert reviewed(decided)[0].startswith("With 3% of the answers wrong, as it was told")
    bare = decided.assessment.model_copy(update={"cost": None})
    decision = decided.assessment.decision
    assert decision is not None
    assert reviewed_cost.told(bare, decision, Architecture.RAG, HARD, FRAMEWORK) == ()


def test_a_review_says_that_cost_overrules_no_verdict_where_another_architecture_is_cheaper(decided: Room):
    decided.do(commands.CostGiven, requests="1,000", wrong="$10", errors={"hybrid": "30%", "rag": "1%"})

    said = reviewed(decided, Architecture.HYBRID)

    assert "retrieval (RAG) passes your bar" in said[1]
    assert said[2] == "Cost ranks only what passes, and never overrules the verdict."


def test_what_nobody_told_the_price_of_is_not_told_as_a_range_from_thousands_to_billions(decided: Room):
    decided.do(commands.CostGiven, requests="", wrong="", errors={"rag": "10%"})

    (said,) = reviewed(decided)

    assert said.endswith("I count what they cost once somebody says what one costs.")


@each("text", ["3 of 100 answers are wrong", "about 2 of 50 answers are wrong in use"])
def test_a_share_of_wrong_answers_is_taken_while_a_review_is_open_and_is_no_result(text: str):
    turn = typed(text, review=OPEN.month)

    assert [after.cost is not None for after in turn.assessments] == [True]
    assert not turn.reviews
    assert typed("Refund window 3 of 10 answers wrong", review=OPEN.month).reviews
