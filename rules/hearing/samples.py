"""Answers that are given by what users ask: "who scored, which map, what time, such things"."""

from collections.abc import Sequence

from rules.hearing.pieces import BREAKS

_SAMPLED = frozenset({"need", "lookup"})
"""Questions that people answer so."""
_ASKING = frozenset({"what", "who", "which", "how", "when", "where"})
_COUNTING = frozenset({"per", "group", "total", "sum", "averag", "most", "least", "top", "highest", "lowest"})
"""With these a question is one for numbers, as users ask them."""
_AND_SUCH = (("such", "thing"), ("such", "stuff"), ("that", "sort"), ("that", "kind"), ("like", "that"), ("so", "on"))
"""With these somebody ends who has named but one."""


def gives_samples(open_fact: str | None, stems: Sequence[str]) -> bool:
    """Whether a line in the words of questions asks nothing itself, and answers by what users ask."""
    if open_fact not in _SAMPLED or not stems or "?" in stems or "you" in stems:
        return False
    starts = [stems[0], *(stems[at + 1] for at, word in enumerate(stems[:-1]) if word in BREAKS)]
    asked = sum(word in _ASKING for word in starts)
    is_ended = any(tuple(stems[at : at + 2]) in _AND_SUCH for at in range(len(stems) - 1))
    is_counting = open_fact == "lookup" and starts[0] in _ASKING and bool(_COUNTING & set(stems))
    return asked > 1 or (asked == 1 and (is_ended or is_counting))
