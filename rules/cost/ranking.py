"""How often each ranking holds over the ranges, and the one input that would change the cheapest first.

The draws are seeded: 10,000 values of every input, taken from a hash of the input's name (SHAKE256), so the same
figures always give the same shares, and what is the same in two estimates is drawn the same. With 10,000 draws a share
is exact to about one in a hundred.
"""

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import shake_256
from itertools import combinations
from math import log
from operator import gt
from struct import unpack

from rules.catalog.assumptions import ASSUMPTIONS
from rules.cost.inputs import Span, span_of
from rules.cost.sums import at_values, inputs_of, totals
from rules.cost.values import Order, Pivot, Range
from rules.framework import Architecture
from rules.judge import ORDER

DRAWS = 10_000
"""How many values of every input are drawn."""

_FULL = 2.0**32


def draws(ranges: Mapping[str, Span], amounts: tuple[str, ...]) -> dict[Architecture, list[float]]:
    """What every architecture costs a month in each draw."""
    read = {name for each in ORDER for name in inputs_of(each)}
    return totals({name: _column(name, ranges[name]) for name in read}, amounts)


def ranking(candidates: tuple[Architecture, ...], costs: Mapping[Architecture, list[float]]) -> tuple[Order, ...]:
    """Every order in which the candidates stand by cost, with the share of the draws in which it holds.

    Of two that cost the same in a draw the earlier candidate stands first.
    """
    if len(candidates) < 2:
        return (Order(order=candidates, holds=1.0),) if candidates else ()
    pairs = tuple(combinations(candidates, 2))
    # Which of each pair is dearer says the whole order, and comparing columns is far cheaper than sorting rows.
    counts = Counter(zip(*(map(gt, costs[one], costs[other]) for one, other in pairs), strict=True))
    return tuple(
        Order(order=_order(candidates, pairs, is_dearer), holds=count / DRAWS)
        for is_dearer, count in counts.most_common()
    )


def _order(
    candidates: tuple[Architecture, ...],
    pairs: tuple[tuple[Architecture, Architecture], ...],
    is_dearer: tuple[bool, ...],
) -> tuple[Architecture, ...]:
    """The candidates, cheapest first, where `is_dearer` says of each pair whether the first of it is dearer."""
    before = Counter(one if dearer else other for (one, other), dearer in zip(pairs, is_dearer, strict=True))
    return tuple(sorted(candidates, key=before.__getitem__))


def typical(costs: list[float]) -> Range:
    """From what it costs in the cheapest tenth of the draws on, to what it costs up to the dearest tenth."""
    ordered = sorted(costs)
    return ordered[DRAWS // 10], ordered[-DRAWS // 10]


def _column(name: str, span: Span) -> Sequence[float]:
    """The values of one input in all draws."""
    if span.low == span.high:
        return [span.low] * DRAWS
    return drawn(name, span.low, span.high, span.is_even)


def draw_assumptions() -> None:
    """Draw every assumption beforehand, so that the first estimate costs no more than the next."""
    for row in ASSUMPTIONS:
        _column(row.name, span_of(row))


@lru_cache(maxsize=len(ASSUMPTIONS) + 32)
def drawn(name: str, low: float, high: float, is_even: bool) -> Sequence[float]:
    """The draws of one range, 40 kB; kept, as most inputs of most estimates are the same assumptions."""
    found = unpack(f"<{DRAWS}I", shake_256(name.encode()).digest(4 * DRAWS))
    if is_even:
        return array("f", [low + (high - low) * (each / _FULL) for each in found])
    ratio = high / low
    return array("f", [low * ratio ** (each / _FULL) for each in found])


def pivot(candidates: tuple[Architecture, ...], ranges: Mapping[str, Span], amounts: tuple[str, ...]) -> Pivot | None:
    """The input that has to go the shortest part of its range from the middle until another one is cheapest.

    Where none does within its range, the one that has to change by the smallest factor. None for fewer than two
    candidates; of two, one can always be made dear enough.
    """
    turns = [(_way(turn.value, ranges[turn.input]), turn) for turn in _turns(candidates, ranges, amounts)]
    return min(turns, key=lambda found: found[0])[1] if turns else None


def _way(value: float, span: Span) -> tuple[bool, float]:
    """How far away a value is: a part of the half range, and after all of these a factor."""
    end = span.high if value > span.middle else span.low
    inside = span.low <= value <= span.high
    if value == span.middle:
        return False, 0.0
    if not inside:
        return True, abs(log(value / span.middle)) if span.middle > 0 else log(1 + value)
    if span.is_even:
        return False, abs(value - span.middle) / abs(end - span.middle)
    return False, abs(log(value / span.middle) / log(end / span.middle))


def _turns(
    candidates: tuple[Architecture, ...], ranges: Mapping[str, Span], amounts: tuple[str, ...]
) -> Iterator[Pivot]:
    """Where each input, moved alone from the middle, first makes another architecture the cheapest."""
    if not candidates:
        return
    middle = {name: span.middle for name, span in ranges.items()}
    now = {each: sum(at_values(each, middle, amounts)) for each in candidates}
    cheapest = min(candidates, key=now.__getitem__)
    for name, span in ranges.items():
        most = 1.0 if span.is_share else float("inf")
        step = {
            each: sum(at_values(each, {**middle, name: middle[name] + 1}, amounts)) - now[each] for each in candidates
        }
        crossings = [
            (middle[name] + (now[each] - now[cheapest]) / (step[cheapest] - step[each]), each)
            for each in candidates
            if step[each] != step[cheapest]
        ]
        above = [found for found in crossings if middle[name] <= found[0] <= most and step[found[1]] < step[cheapest]]
        below = [found for found in crossings if 0 < found[0] <= middle[name] and step[found[1]] > step[cheapest]]
        if above:
            value, other = min(above)
            yield Pivot(input=name, value=value, is_above=True, cheapest=other)
        if below:
            value, other = max(below)
            yield Pivot(input=name, value=value, is_above=False, cheapest=other)
