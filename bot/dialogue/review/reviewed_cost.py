"""What wrong answers cost, told anew when a review ends: by the share that was told, else as it measured. Pure."""

from rules.cost import Given, estimate
from rules.cost.words import firsts, is_too_wide, money_range, number, percents
from rules.framework import Architecture, Framework
from rules.wilson import wilson
from storage.records import Assessment, Decision, Review, TaskResult

_UNPRICED = "I count what they cost once somebody says what one costs"
_PICKED = (
    "Golden tasks are picked hard, so in use it may be less: type what you see, such as “3 of 100 answers are wrong”."
)


def told(
    assessment: Assessment, decision: Decision, in_force: Architecture, review: Review, framework: Framework
) -> tuple[str, ...]:
    """What wrong answers cost, told anew when a review has run something, in sentences.

    The share that somebody told counts; where nobody did, what failed in the review takes the place of the assumed one.
    Nothing where nobody gave figures or nothing was run.
    """
    passed, ran = _runs(review)
    if assessment.cost is None or not ran:
        return ()
    figures = assessment.cost.figures
    rate = figures.error_rate.get(in_force)
    low, high = wilson(passed, ran)
    if rate is None:
        figures = figures.model_copy(update={"error_rate": {**figures.error_rate, in_force: (1 - high, 1 - low)}})
    found = estimate(Given(facts=decision.facts, figures=figures), framework)
    wrong = found.by_architecture[in_force].wrong
    measured = f"{number((1 - high) * 100)} to {number((1 - low) * 100)} of 100 answers are wrong, as measured"
    share = f"With {percents(rate)} of the answers wrong, as it was told" if rate is not None else measured
    picked = () if rate is not None else (_PICKED,)
    if is_too_wide(wrong):
        return (f"{share}: {_UNPRICED}.", *picked)
    counted = f"{share}{',' if rate is not None else ':'} they cost {money_range(wrong, found.currency)} a month."
    shares = firsts(found.ranking)
    first = max(shares, key=shares.__getitem__, default=in_force)
    stays = () if first is in_force else ("Cost ranks only what passes, and never overrules the verdict.",)
    return (counted, *picked, found.says[0], *stays, found.says[2])


def _runs(review: Review) -> tuple[int, int]:
    """How many runs passed, and of how many; of golden tasks where no runs were counted."""
    if ran := sum(runs.of for runs in review.runs.values()):
        return sum(runs.passed for runs in review.runs.values()), ran
    results = [*review.results.values()]
    passed = results.count(TaskResult.PASS)
    return passed, passed + results.count(TaskResult.FAIL)
