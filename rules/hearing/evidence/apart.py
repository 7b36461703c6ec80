"""What a line tells apart: two numbers for two cases, a place where another is ruled out, none of what it counts."""

from collections.abc import Sequence
from itertools import combinations

from rules.hearing.evidence.evidence import Evidence
from rules.hearing.evidence.matters import of_two_matters
from rules.hearing.evidence.weighed import MOST_OFFERS, NOTHING, PLAIN, Weighed
from rules.hearing.words.nouns import LABELED, TRUSTED
from rules.hearing.words.patterns import NEGATIONS
from rules.hearing.words.phrases import phrases
from rules.hearing.words.pieces import BREAKS

_CHECKED, _NEAR = LABELED | TRUSTED, 4
_MEASURED = frozenset({"latency", "volume", "per_class", "labels", "model_size"})
"""Questions to which two numbers give two answers."""


def told_apart(found: Evidence, stems: Sequence[str]) -> Weighed | None:
    """What such a line comes to; None where it tells nothing apart."""
    return (
        _none_of_them(found, stems)
        or _after_none(found, stems)
        or _two_numbers(found, stems)
        or _not_ruled_out(found, stems)
        or _may_not(found, stems)
        or _on_second_thought(found, stems)
        or of_two_matters(found, stems)
    )


def _two_numbers(found: Evidence, stems: Sequence[str]) -> Weighed | None:
    """Both of two values that numbers give for two cases: "2 s for chat, an hour for reports"."""
    if found.fact not in _MEASURED:
        return None
    counted = [mark for mark in found.marks if mark.is_number and mark.weight >= PLAIN and not mark.is_denied]
    for one, other in combinations(counted, 2):
        first, last = sorted((one, other), key=lambda mark: mark.start)
        is_one_sentence = not {".", ";"} & {*stems[first.end : last.start]}
        if is_one_sentence and one.thought != other.thought and not {*one.values} & {*other.values}:
            offers = tuple(dict.fromkeys([*one.values, *other.values]))
            return Weighed(offers=offers[:MOST_OFFERS], weight=one.weight, is_torn=True)
    return None


def _not_ruled_out(found: Evidence, stems: Sequence[str]) -> Weighed | None:
    """The place that is named where another one is ruled out: "no OpenAI, Azure yes" keeps nothing in the house."""
    plain = [mark for mark in found.marks if mark.weight >= PLAIN and not mark.is_denied]
    named = {mark.values for mark in plain if NEGATIONS.isdisjoint(stems[mark.start : mark.end])}
    ruled = {mark.values for mark in plain} - named
    if found.fact != "hosting" or ruled != {("on_premises",)} or len(named) != 1 or found.scores().keys() & {"any_api"}:
        return None
    return Weighed(named.pop()[0], weight=PLAIN)


def _may_not(found: Evidence, stems: Sequence[str]) -> Weighed | None:
    """Who may see what, where some are said not to: "contractors not" opens nothing to everyone."""
    if found.fact != "access" or not all(mark.is_denied and "per_user" in mark.values for mark in found.marks):
        return None
    first = min((mark.end for mark in found.marks), default=len(stems))
    is_behind = "not" in stems[first : first + _NEAR] and NEGATIONS.isdisjoint(stems[:first])
    return Weighed(offers=("per_user", "everyone"), weight=PLAIN, is_torn=True) if is_behind else None


def _on_second_thought(found: Evidence, stems: Sequence[str]) -> Weighed | None:
    """What stands behind a "well" between marks, where something else stood before it: "none, well, 20"."""
    turns = (n for n in range(1, len(stems) - 1) if stems[n] == "well" and {stems[n - 1], stems[n + 1]} <= BREAKS)
    at = next(turns, len(stems))
    plain = [mark for mark in found.marks if mark.weight >= PLAIN and not mark.is_denied and len(mark.values) == 1]
    before, after = ({mark.values[0] for mark in plain if (mark.start < at) == first} for first in (True, False))
    if at == len(stems) or len(before) != 1 or len(after) != 1 or before == after:
        return None
    if before <= NOTHING:
        return Weighed(after.pop(), weight=PLAIN)
    return Weighed(offers=(*after, *before), weight=PLAIN, is_torn=True)


def _none_of_them(found: Evidence, stems: Sequence[str]) -> Weighed | None:
    """None, where it is said behind a number of things that nobody labeled any: "900 tickets, none labeled"."""
    counted = max((mark.thought for mark in found.marks if mark.is_number), default=None)
    behind = [mark for mark in found.marks if "none" in mark.values and not mark.is_denied and mark.weight >= PLAIN]
    if found.fact != "examples" or counted is None or not any(mark.thought > counted for mark in behind):
        return None
    last = max(mark.start for mark in behind)
    return Weighed("none", weight=PLAIN) if _CHECKED & {*stems[last : last + _NEAR]} else None


def _after_none(found: Evidence, stems: Sequence[str]) -> Weighed | None:
    """What is done instead of what there is none of, told behind it: "no test set, just spot checks"."""
    scores = found.scores()
    if found.fact != "evals" or max(scores, key=lambda value: scores[value], default="") != "none":
        return None
    last = max(mark.thought for mark in found.marks if "none" in mark.values)
    excepted = min((start for start, _ in phrases("excepting").places(stems)), default=len(stems))
    told = [mark for mark in found.marks if mark.thought > last or mark.start > excepted]
    told = [mark for mark in told if mark.weight >= PLAIN and not mark.is_denied and "none" not in mark.values]
    values = tuple(dict.fromkeys(value for mark in told for value in mark.values))
    if values == ("ad_hoc",) or (len(values) == 1 and excepted < len(stems)):
        return Weighed(values[0], weight=scores[values[0]])
    return Weighed(offers=(*values[:2], "none"), weight=scores["none"], is_torn=True) if values else None
