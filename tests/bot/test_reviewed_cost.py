"""What a review says of the cost of wrong answers: by the share that was told, never by golden tasks that failed."""

from datetime import UTC, datetime

from bot import commands
from bot.dialogue.review import reviewed_cost
from rules import FRAMEWORK
from rules.framework import Architecture
from storage.records import Review, TaskResult, TaskRuns
from tests.bot.room import TENANT, Room

HARD = Review(
    id="r1",
    tenant=TENANT,
    assessment_id="A1",
    month="2026-12",
    opened_at=datetime(2026, 12, 1, tzinfo=UTC),
    version=1,
    results={"t1": TaskResult.FAIL, "t2": TaskResult.PASS},
    runs={"t1": TaskRuns(passed=18, of=20), "t2": TaskRuns(passed=10, of=10)},
)
"""One of two golden tasks failed, with 28 of 30 runs right."""


def reviewed(room: Room, in_force: Architecture = Architecture.RAG, review: Review = HARD) -> tuple[str, ...]:
    decision = room.assessment.decision
    assert decision is not None
    return reviewed_cost.told(room.assessment, decision, in_force, review, FRAMEWORK)


def test_a_review_counts_with_the_share_that_was_told_and_takes_no_failed_task_for_wrong_answers(decided: Room):
    decided.do(commands.CostGiven, requests="1,000", wrong="$10", errors={"rag": "3%"})

    said = reviewed(decided)

    assert said[0] == "28 of 30 runs passed; golden tasks are picked hard, so that is no share of all answers."
    # 1,000 x 365 / 12 x 3 % x $10
    assert said[1] == "With 3% of the answers wrong, as it was told, they cost $9,100 a month."
    assert "Only retrieval (RAG) passes your bar" in said[2]
    assert len(said) == 4
    assert reviewed(decided, review=HARD.model_copy(update={"runs": {}})) == said[1:]
    assert reviewed(decided, review=HARD.model_copy(update={"results": {}})) == ()


def test_a_review_says_that_cost_overrules_no_verdict_where_another_architecture_is_cheaper(decided: Room):
    decided.do(commands.CostGiven, requests="1,000", wrong="$10", errors={"hybrid": "30%", "rag": "1%"})

    said = reviewed(decided, Architecture.HYBRID)

    assert "retrieval (RAG) passes your bar" in said[2]
    assert said[3] == "Cost ranks only what passes, and never overrules the verdict."


def test_where_nobody_told_a_share_a_review_asks_for_it_and_names_no_amount(decided: Room):
    decided.do(commands.CostGiven, requests="1,000", wrong="$10")

    _, asks = reviewed(decided)

    assert asks.startswith("Nobody has told how many answers are wrong in use.")
    assert "$" not in asks
    decided.type("3 of 100 answers are wrong")
    assert "With 3% of the answers wrong" in reviewed(decided)[1]
    bare = decided.assessment.model_copy(update={"cost": None})
    decision = decided.assessment.decision
    assert decision is not None
    assert reviewed_cost.told(bare, decision, Architecture.RAG, HARD, FRAMEWORK) == ()


def test_what_nobody_told_the_price_of_is_not_told_as_a_range_from_thousands_to_billions(decided: Room):
    decided.do(commands.CostGiven, requests="", wrong="", errors={"rag": "10%"})

    said = reviewed(decided)

    assert len(said) == 2
    assert said[1].endswith("I count what they cost once somebody says what one costs.")
