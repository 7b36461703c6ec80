"""Forty situations in which a verdict is given: teams that answered by chance, as the interview asked them.

Seeds 1 to 40. Of the first five a question was answered with "not sure" more often than not, and the verdict is open;
of the next five nothing passes; every fifth feature has a name of 75 letters.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

from bot.dialogue import wording
from bot.dialogue.roadmap import merged
from rules import FRAMEWORK, decide, next_question, plan
from rules.facts import Facts, Value
from rules.verdict import Verdict
from storage.records import Answer, Assessment, AssessmentState, Decision, Tenant

AT = datetime(2026, 11, 22, 10, tzinfo=UTC)
LONG = "Support copilot for contracts and renewals of customers in all our regions"
_WANTED: dict[range, tuple[float, Callable[[Verdict], bool]]] = {
    range(1, 6): (0.6, lambda verdict: not verdict.decided),
    range(6, 11): (0.0, lambda verdict: not verdict.passes),
    range(11, 41): (0.0, lambda _: True),
}


def situation(seed: int) -> Assessment:
    """The decided assessment of this seed."""
    chance = Random(seed)  # noqa: S311 - situations, not secrets
    unsure, is_wanted = next(wanted for seeds, wanted in _WANTED.items() if seed in seeds)
    while True:
        answers, facts = _interviewed(chance, unsure)
        verdict = decide(facts, FRAMEWORK, AT.date())
        if is_wanted(verdict):
            return _assessment(seed, answers, facts, verdict)


def _interviewed(chance: Random, unsure: float) -> tuple[dict[str, Answer], Facts]:
    facts, answers = Facts(), dict[str, Answer]()
    open_ones: set[str] = set()
    while (fact := next_question(facts, open_ones, FRAMEWORK)) is not None:
        value: Value = None
        if chance.random() < unsure:
            open_ones.add(fact)
        else:
            question = FRAMEWORK.by_fact[fact]
            value = wording.valid(question, (chance.choice(question.options).value,))
            facts = facts.replaced(fact, value)
        answers[fact] = Answer(fact=fact, value=value, by="U0ANA", at=AT)
    return answers, facts


def _assessment(seed: int, answers: dict[str, Answer], facts: Facts, verdict: Verdict) -> Assessment:
    name = f"{LONG} "[: 75 - len(str(seed))] + str(seed) if seed % 5 == 0 else f"Feature {seed}"
    return Assessment(
        id=f"a{seed}",
        tenant=Tenant(team="T1"),
        channel="C0SUPPORT",
        name=name,
        started_by="U0ANA",
        started_at=AT,
        changed_at=AT,
        state=AssessmentState.DECIDED,
        answers=answers,
        asked=tuple(answers),
        decision=Decision(at=AT, facts=facts, verdict=verdict),
        checklist=merged((), plan(verdict, facts), is_first=True),
    )
