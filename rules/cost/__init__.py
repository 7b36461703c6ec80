"""What wrong answers cost (F7): facts and figures -> the monthly cost by architecture, and how firm the ranking is.

Whatever nobody gave is an assumption with a published range and its source (`rules/catalog/assumptions.py`), so the
answer is a range, and the ranking says how often it holds. What a must rules out or a gate shuts is shown and never
ranked: the verdict is decided by the rows, and cost never overrules it.
"""

from rules.catalog import FRAMEWORK
from rules.cost.inputs import Span, ends, given_amounts, spans, told
from rules.cost.ranking import draws, pivot, ranking, typical
from rules.cost.sums import at_values, break_even
from rules.cost.values import Costs, Estimate, Figures, Given
from rules.cost.words import sentences
from rules.defence import missed_by
from rules.facts import Facts
from rules.framework import Architecture, Framework
from rules.judge import ORDER, judge, members

__all__ = ["Estimate", "Figures", "Given", "estimate", "passing"]


def estimate(given: Given, framework: Framework = FRAMEWORK) -> Estimate:
    """The cost by architecture at what is given and assumed, and the ranking of those that pass on these facts."""
    ranges, amounts = spans(given), given_amounts(given)
    shut = _ruled_out(given.facts, framework)
    candidates = tuple(each for each in ORDER if each not in shut)
    drawn = draws(ranges, amounts)
    costs = {each: _costs(each, ranges, amounts, drawn[each]) for each in ORDER}
    ranked = ranking(candidates, drawn)
    turn = pivot(candidates, ranges, amounts)
    return Estimate(
        by_architecture=costs,
        ranking=ranked,
        pivotal=turn,
        assumed=told(given),
        ruled_out=shut,
        currency=given.figures.currency,
        says=sentences(costs, ranked, turn, given.figures.currency),
    )


def passing(facts: Facts, framework: Framework = FRAMEWORK) -> tuple[Architecture, ...]:
    """Which architectures cost ranks on these facts, smallest first: those that nothing rules out."""
    shut = judge(facts, framework).ruled_out
    return tuple(each for place, each in enumerate(ORDER) if not shut >> place & 1)


def _ruled_out(facts: Facts, framework: Framework) -> dict[Architecture, tuple[str, ...]]:
    """Who does not pass on these facts: the musts that each misses, and the gates that are shut for it."""
    judgement = judge(facts, framework)
    return {
        each: (
            *(demand for demand in missed_by(each, judgement, framework) if demand in judgement.musts),
            *(gate.id for gate in judgement.shut if each in gate.architectures),
        )
        for each in members(judgement.ruled_out)
    }


def _costs(architecture: Architecture, ranges: dict[str, Span], amounts: tuple[str, ...], drawn: list[float]) -> Costs:
    low, high = (
        at_values(architecture, {name: ends(span)[end] for name, span in ranges.items()}, amounts) for end in (0, 1)
    )
    middle = {name: span.middle for name, span in ranges.items()}
    return Costs(
        monthly=(sum(low), sum(high)),
        typical=typical(drawn),
        wrong=(low.wrong, high.wrong),
        running=(low.running, high.running),
        building=(low.building, high.building),
        break_even=break_even(architecture, middle, amounts),
    )
