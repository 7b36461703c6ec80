"""The monthly review: results and history -> trend, bar, and one of hold, fix first, climb, step down, with its reason.

Pure; the second half of the framework (F9 to F12). The smallest architecture that passes is kept until evidence speaks.

    values   what goes in and comes out     advice   the decision and its reason     trend   beside the last month
    again    what today's rules give            drift    what reopens a decision beside the calendar
    track    whether verdicts held
"""

from collections.abc import Sequence

from rules.catalog import FRAMEWORK
from rules.decide import decide_plainly
from rules.facts import FACTS, Facts
from rules.framework import Framework
from rules.judge import judge
from rules.review.advice import Case, advise, dominating_bucket
from rules.review.again import Again, decide_again
from rules.review.trend import trend
from rules.review.values import (
    Advice,
    Conclusion,
    Direction,
    Dominating,
    MonthResult,
    Trend,
    clamped,
    read_count,
)
from rules.wilson import BAR, NO_TASKS, BarState, bar_in_words, bar_state, results_in_words, tasks_needed, wilson

__all__ = [
    "BAR",
    "Advice",
    "Again",
    "BarState",
    "Conclusion",
    "Direction",
    "Dominating",
    "MonthResult",
    "Trend",
    "clamped",
    "conclude",
    "decide_again",
    "read_count",
    "wilson",
]


def conclude(
    now: MonthResult,
    history: Sequence[MonthResult] = (),
    *,
    facts: Facts,
    facts_before: Facts | None = None,
    bar: float = BAR,
    framework: Framework = FRAMEWORK,
) -> Conclusion:
    """What this month's review concludes. `history` is the earlier months, oldest first; `facts_before` the decided."""
    result, earlier = clamped(now), [clamped(month) for month in history]
    changed, verdict = _changed(facts_before or facts, facts), decide_plainly(facts, framework)
    case = Case(
        now=result,
        earlier=earlier,
        decided=verdict.verdict,
        passes=verdict.passes,
        has_new_facts=bool(changed),
        judgement=judge(facts, framework),
        dominating=dominating_bucket(result.failures),
        bar=bar,
        framework=framework,
    )
    low, high = wilson(result.passed, result.ran)
    return Conclusion(
        **advise(case)._asdict(),
        before=result.architecture,
        changed=changed,
        decided=verdict.verdict,
        passes=verdict.passes,
        bar=bar,
        bar_state=bar_state(result.passed, result.ran, bar),
        results=results_in_words(result.passed, result.ran, result.not_run) if result.has_tasks else NO_TASKS,
        bar_words=bar_in_words(result.passed, result.ran, bar),
        low=low,
        high=high,
        tasks_needed=tasks_needed(result.passed, result.ran, bar),
        dominating=case.dominating,
        trend=trend(result, earlier),
    )


def _changed(before: Facts, after: Facts) -> tuple[str, ...]:
    """The facts that differ, in their order."""
    return tuple(fact for fact in FACTS if before.value(fact) != after.value(fact))
