"""What wrong answers cost, told anew when a review is finished, beside what it ran. Pure."""

from collections.abc import Iterator

from rules.cost import Given, estimate
from rules.cost.words import firsts, is_too_wide, money_range, percents
from rules.framework import Architecture, Framework
from storage.records import Assessment, Decision, Review, TaskResult

_UNPRICED = "I count what they cost once somebody says what one costs"
_UNTOLD = (
    "Nobody has told how many answers are wrong in use. Type it in the thread, such as “3 of 100 answers are wrong”, "
    "and I count what they cost."
)


def told(
    assessment: Assessment, decision: Decision, in_force: Architecture, review: Review, framework: Framework
) -> tuple[str, ...]:
    """What wrong answers cost, told anew beside what a review ran, in sentences.

    Golden tasks are picked because they are hard, and few: how many of them fail is no share of wrong answers. That is
    counted as somebody told it, and asked for where nobody did. Nothing where nobody gave figures or nothing was run.
    """
    has_run = {*review.results.values()} & {TaskResult.PASS, TaskResult.FAIL}
    if assessment.cost is None or not has_run:
        return ()
    figures = assessment.cost.figures
    rate = figures.error_rate.get(in_force)
    if rate is None:
        return (*_runs(review), _UNTOLD)
    found = estimate(Given(facts=decision.facts, figures=figures), framework)
    wrong = found.by_architecture[in_force].wrong
    share = f"With {percents(rate)} of the answers wrong, as it was told"
    if is_too_wide(wrong):
        return (*_runs(review), f"{share}: {_UNPRICED}.")
    counted = f"{share}, they cost {money_range(wrong, found.currency)} a month."
    shares = firsts(found.ranking)
    first = max(shares, key=shares.__getitem__, default=in_force)
    stays = () if first is in_force else ("Cost ranks only what passes, and never overrules the verdict.",)
    return (*_runs(review), counted, found.says[0], *stays, found.says[2])


def _runs(review: Review) -> Iterator[str]:
    """How many runs passed, where they were counted."""
    ran = sum(runs.of for runs in review.runs.values())
    if ran:
        passed = sum(runs.passed for runs in review.runs.values())
        yield f"{passed:,} of {ran:,} runs passed; golden tasks are picked hard, so that is no share of all answers."
