"""Answers that are given by what users ask: "who scored, which map, what time, such things"."""

from collections.abc import Sequence

from rules.hearing.words.pieces import BREAKS, stems_of

_SAMPLED = frozenset({"need", "lookup"})
"""Questions that people answer so."""
_ASKING = frozenset({"what", "who", "which", "how", "when", "where"})
_SOON, _KNOW = 8, ("to", "know")
_COUNTING = frozenset({"per", "group", "total", "sum", "averag", "most", "least", "top", "highest", "lowest"})
"""With these a question is one for numbers, as users ask them."""
_AND_SUCH = (
    ("such", "thing"),
    ("such", "stuff"),
    ("that", "sort"),
    ("that", "kind"),
    ("like", "that"),
    ("so", "on"),
    ("such", "question"),
    ("question", "like"),
    ("thing", "like"),
    ("stuff", "like"),
    ("this", "sort"),
    ("this", "kind"),
    ("that", "type"),
    ("like", "this"),
    ("for", "instanc"),
    ("for", "exampl"),
    ("e", "g"),
    (",", "typic"),
)
"""With these somebody ends who has named but one."""


_FIRST = frozenset({"i", "we", "let", "me", "us", "will", "must", "should", "have"})
"""With these before it the person asks, and no user."""


_BEHAVING = stems_of(
    "both also together category class label tag tone voice style format write rewrite phrase word draft summarize"
)
"""With these users ask for what behavior gives: "agents ask which category a ticket belongs to"."""


def _tells_what_is_asked(stems: Sequence[str]) -> bool:
    """Whether users "ask what", or "want to know how", in a line that names them first."""
    asks = [at for at in range(1, min(len(stems) - 1, _SOON)) if stems[at] == "ask" or stems[at - 1 : at + 1] == _KNOW]
    if _BEHAVING & {*stems}:
        return False
    return bool(asks) and stems[asks[0] + 1] in _ASKING and _FIRST.isdisjoint(stems[: asks[0]])


def gives_samples(open_fact: str | None, stems: Sequence[str]) -> bool:
    """Whether a line in the words of questions asks nothing itself, and answers by what users ask."""
    if open_fact not in _SAMPLED or not stems or "?" in stems or "you" in stems:
        return False
    if open_fact == "need" and _tells_what_is_asked(stems):
        return True
    starts = [stems[0], *(stems[at + 1] for at, word in enumerate(stems[:-1]) if word in BREAKS)]
    asked = sum(word in _ASKING for word in starts)
    is_ended = any(tuple(stems[at : at + 2]) in _AND_SUCH for at in range(len(stems) - 1))
    is_counting = open_fact == "lookup" and starts[0] in _ASKING and bool(_COUNTING & set(stems))
    return asked > 1 or (asked == 1 and (is_ended or is_counting))
