"""Hash-consed decision-diagram nodes: equal functions are the same number, so equality is a comparison of two ints.

The workshop under `rules/diagram.py`: conditions become reduced ordered multi-valued diagrams with the leaves NO and
YES, joined by `apply` with a memo (Bryant 1986; more than two branches a node: Kam et al. 1998).
"""

from collections.abc import Iterable, Iterator, Sequence

LARGEST = 300_000
"""Nodes of a table: hundreds of times what the shipped rulebook needs, and still no burden on memory."""

NO, YES = 0, 1
"""The two leaves of every condition."""


class TooLarge(ValueError):  # noqa: N818 - it is named as it is told
    """The rows make too many different decisions to be compiled."""


class Nodes:
    """A growing table of nodes over variables 0, 1, 2 ...; the first `leaves` numbers are its leaves.

    A node is numbered after the nodes it leads to, so that ascending numbers are a pass from the leaves up.
    """

    def __init__(self, arities: Sequence[int], leaves: int = 2) -> None:
        self.arities = arities
        self.level = [len(arities)] * leaves
        self.kids: list[tuple[int, ...]] = [()] * leaves
        self._numbers: dict[tuple[int, tuple[int, ...]], int] = {}
        self._merged: dict[tuple[int, int, int], int] = {}
        self._under: dict[tuple[int, int, int], int] = {}
        self._negated = {NO: YES, YES: NO}

    def node(self, level: int, kids: tuple[int, ...]) -> int:
        """The one node that tests this variable and goes on to these; none is made where the test changes nothing.

        Raises TooLarge where there are too many nodes already.
        """
        first = kids[0]
        if kids.count(first) == len(kids):
            return first
        number = self._numbers.get((level, kids))
        if number is None:
            number = self._numbers[level, kids] = len(self.level)
            if number > LARGEST:
                raise TooLarge(f"more than {LARGEST:,} nodes")
            self.level.append(level)
            self.kids.append(kids)
        return number

    def cofactors(self, number: int, level: int) -> tuple[int, ...]:
        """What becomes of a function under each value of this variable."""
        return self.kids[number] if self.level[number] == level else (number,) * self.arities[level]

    def split(self, numbers: Sequence[int], level: int | None = None) -> tuple[int, Iterator[tuple[int, ...]]]:
        """The topmost variable that any of these tests (or the given one above), and what becomes of all under it."""
        found = min([self.level[number] for number in numbers])
        level = found if level is None else min(level, found)
        return level, zip(*[self.cofactors(number, level) for number in numbers], strict=True)

    def under(self, number: int, level: int, branch: int) -> int:
        """What becomes of a function once this variable, wherever it stands, takes this branch."""
        if self.level[number] >= level:
            return self.kids[number][branch] if self.level[number] == level else number
        found = self._under.get((number, level, branch))
        if found is None:
            kids = tuple([self.under(kid, level, branch) for kid in self.kids[number]])
            found = self._under[number, level, branch] = self.node(self.level[number], kids)
        return found

    def all_of(self, numbers: Iterable[int]) -> int:
        """The function that is YES where all of these are."""
        result = YES
        for number in numbers:
            result = self._merge(result, number, NO)
        return result

    def any_of(self, numbers: Iterable[int]) -> int:
        """The function that is YES where at least one of these is."""
        result = NO
        for number in numbers:
            result = self._merge(result, number, YES)
        return result

    def negation(self, number: int) -> int:
        """The function that is YES just where this one is NO."""
        found = self._negated.get(number)
        if found is None:
            found = self.node(self.level[number], tuple([self.negation(kid) for kid in self.kids[number]]))
            self._negated[number], self._negated[found] = found, number
        return found

    def same(self, a: int, b: int) -> int:
        """The function that is YES just where these two agree."""
        return self.any_of((self.all_of((a, b)), self.all_of((self.negation(a), self.negation(b)))))

    def _merge(self, a: int, b: int, absorbing: int) -> int:
        """`apply` for "and" (NO absorbs, YES is neutral) and for "or" (the other way round)."""
        if a in (b, absorbing):
            return a
        if b <= YES:
            return b if b == absorbing else a
        if a <= YES:
            return b
        key = (a, b, absorbing) if a < b else (b, a, absorbing)
        found = self._merged.get(key)
        if found is None:
            level = min(self.level[a], self.level[b])
            pairs = zip(self.cofactors(a, level), self.cofactors(b, level), strict=True)
            found = self._merged[key] = self.node(level, tuple([self._merge(x, y, absorbing) for x, y in pairs]))
        return found
