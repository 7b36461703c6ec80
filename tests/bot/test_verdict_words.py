"""What the verdict message claims is what the rules found, for the facts of every published case."""

from datetime import UTC, datetime

import pytest

from bot.dialogue.roadmap import merged
from bot.dialogue.verdict import verdict_message
from bot.views.verdict import verdict as view
from rules import FRAMEWORK, decide, plan
from rules.catalog.cases import Case, published_cases
from rules.facts import FACTS
from rules.judge import ORDER, judge, mask, members
from storage.records import Answer, Assessment, AssessmentState, Decision, Tenant

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def said(case: Case) -> str:
    """The verdict message for a team with the facts of this case, as it is read aloud."""
    found = decide(case.facts)
    answers = {
        fact: Answer(fact=fact, value=case.facts.value(fact), by="U0ANA", at=NOW)
        for fact in FACTS
        if case.facts.value(fact) is not None
    }
    assessment = Assessment(
        id="A1", tenant=Tenant(team="T1"), channel="C1", name="Support copilot", started_by="U0ANA", started_at=NOW,
        changed_at=NOW, state=AssessmentState.DECIDED, answers=answers,
        decision=Decision(at=NOW, facts=case.facts, verdict=found),
        checklist=merged((), plan(found, case.facts), is_first=True),
    )  # fmt: skip
    return view(verdict_message(assessment, FRAMEWORK)).text


@pytest.mark.parametrize("case", published_cases(), ids=lambda case: case.id)
def test_a_verdict_larger_than_the_bar_needs_says_what_it_gives_beyond_the_smaller_one(case: Case):
    judgement = judge(case.facts, FRAMEWORK)
    chosen = ORDER.index(decide(case.facts).verdict)
    passing = members(~judgement.ruled_out & (mask(ORDER[:chosen])))

    assert ("which a smaller architecture would not" in said(case)) == bool(passing)


@pytest.mark.parametrize("case", published_cases(), ids=lambda case: case.id)
def test_only_a_settled_verdict_is_said_without_for_now(case: Case):
    assert said(case).startswith("*Use") == decide(case.facts).decided


@pytest.mark.parametrize("case", published_cases(), ids=lambda case: case.id)
def test_the_message_is_one_that_a_phone_shows_in_about_one_screen(case: Case):
    assert len(said(case)) < 1_850
