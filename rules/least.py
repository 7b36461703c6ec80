"""The least of a few sums while their parts are still open: what `rules/compiler.py` expands, one variable at a time.

Each architecture has a sum of what counts against it, and the least sum wins, the smaller architecture among equals. A
part that is open may or may not come to count. Most often the winner is sure long before all is known: an architecture
is out of the race once another one cannot end behind it, whatever the open parts become.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rules.judge import ORDER
from rules.nodes import NO, YES

SIZE = len(ORDER)
"""How many architectures there are."""

BAR = 100_000
"""What keeps from passing the bar counts so much, more than twice all that can be wished together."""

_PLACES = range(SIZE)


class Race(NamedTuple):
    """How the sums stand, whatever conditions the open parts have."""

    running: tuple[int, ...]
    """The architectures that may still win."""
    cost: tuple[int, ...]
    """What is counted against each of those, above the least."""
    passes: bool
    """Whether one of them may still pass the bar."""
    parts: tuple[int, ...]
    """The parts that are open and matter."""


class Open(NamedTuple):
    """A race, and the node of the condition of each open part."""

    race: Race
    nodes: tuple[int, ...]


class Least:
    """The least sum over parts with these costs for each architecture."""

    def __init__(self, costs: Sequence[tuple[int, ...]]) -> None:
        self.costs = costs
        self._behind = [[[max(0, part[a] - part[b]) for part in costs] for b in _PLACES] for a in _PLACES]
        self._run: dict[Race, Race] = {}

    def start(self, nodes: Sequence[int]) -> Open:
        """The race before anything is known."""
        return self.settled(Race(tuple(_PLACES), (0,) * SIZE, True, tuple(range(len(self.costs)))), nodes)

    def settled(self, race: Race, nodes: Sequence[int]) -> Open:
        """Count the parts that hold by now, and forget the parts and architectures that can no longer matter."""
        running, cost, passes, parts = race
        if YES in nodes or NO in nodes:
            for part, node in zip(parts, nodes, strict=True):
                if node == YES:
                    counted = self.costs[part]
                    cost = tuple([each + counted[place] for each, place in zip(cost, running, strict=True)])
            parts = tuple([part for part, node in zip(parts, nodes, strict=True) if node > YES])
            nodes = [node for node in nodes if node > YES]
            race = Race(running, cost, passes, parts)
        settled = self._run.get(race)
        if settled is None:
            settled = self._run[race] = self._settle(race)
        if settled.parts is parts:
            return Open(settled, tuple(nodes))
        kept = settled.parts
        return Open(settled, tuple([node for part, node in zip(parts, nodes, strict=True) if part in kept]))

    def _settle(self, race: Race) -> Race:
        cost = dict(zip(race.running, race.cost, strict=True))
        running = [
            place
            for place in race.running
            if not any(self._is_never_behind(other, place, race.parts, cost) for other in race.running)
        ]
        least = min([cost[place] for place in running])
        passes = race.passes and least < BAR // 2
        parts = [part for part in race.parts if self._matters(part, running, passes=passes)]
        kept = race.parts if len(parts) == len(race.parts) else tuple(parts)
        return Race(tuple(running), tuple([cost[place] - least for place in running]), passes, kept)

    def _matters(self, part: int, running: Sequence[int], *, passes: bool) -> bool:
        """Whether it can still change who wins, or whether the winner passes."""
        found = {self.costs[part][place] for place in running}
        return len(found) > 1 or (passes and min(found) >= BAR)

    def _is_never_behind(self, one: int, other: int, parts: Sequence[int], cost: dict[int, int]) -> bool:
        """Whether the one ends before the other, whatever the open parts become."""
        behind = self._behind[one][other]
        most = cost[one] - cost[other] + sum([behind[part] for part in parts])
        return most < 0 or (most == 0 and one < other)
