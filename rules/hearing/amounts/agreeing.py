"""How alike labels are, told by two numbers of a line, or by how often: "the same 200, they differed on 4".

The share that is not labeled alike counts as the other share does. Each number alone would count examples.
"""

from collections.abc import Sequence
from dataclasses import replace

from rules.facts import VALUES
from rules.hearing.amounts.numbers import Quantity, quantities
from rules.hearing.amounts.scales import AGREEMENT, PER_DAY, PERCENT, place
from rules.hearing.values import Certainty, Reading
from rules.hearing.words.nouns import CLASSES, CODERS, LABELERS
from rules.hearing.words.patterns import LIGHT
from rules.hearing.words.pieces import BREAKS, stems_of

_ASKED = frozenset({"labels", "examples"})
"""Questions beside which such numbers are told of labels."""
_ALIKE = stems_of("agree agreed agreement match matched identical alike same coincide")
_UNLIKE = stems_of("differ different differently disagree mismatch mismatched conflict diverge deviate dispute")
_FEWEST = 10
"""Cases from which on a share says something; fewer before them are the people who label."""
_NEAR = 3
"""Words that carry something from a number to what it is said of."""
_OTHER_UNITS = PERCENT | CLASSES | CODERS | PER_DAY.keys()
_MEASURED = frozenset({"kappa", "alpha"})
_EVERY = frozenset({"everi", "each"})
_NTH = {
    "second": 2, "other": 2, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twelfth": 12, "fifteenth": 15, "twentieth": 20, "thirtieth": 30, "fiftieth": 50, "hundredth": 100,
}  # fmt: skip
"""Every so-manyth; a third of them lies too near to an end to be told from it."""
_NTH_STEMS = {stem: n for word, n in _NTH.items() for stem in stems_of(word)}


_PARTS = {
    stem: share for word, share in (("half", 1 / 2), ("third", 1 / 3), ("quarter", 1 / 4)) for stem in stems_of(word)
}
_TIMES = {"two": 2, "2": 2, "three": 3, "3": 3}
_OF_LABELS = LABELERS | stems_of("label labels labeler annotation annotator rater reviewer coder")
"""Whose agreement is told of labels, whatever is asked."""


def agreeing(found: Sequence[str], stems: Sequence[str], open_fact: str | None) -> tuple[Reading, range] | None:
    """The reading of a share of cases that people label alike, and the pieces whose numbers count nothing else.

    None where no such share is told. Beside other questions than those about labels two numbers are told of anything.
    """
    told = None if open_fact not in _ASKED or not _MEASURED.isdisjoint(stems) else _of_so_many(found, stems)
    if told is None:
        is_of_labels = open_fact in _ASKED or not _OF_LABELS.isdisjoint(stems)
        told = _every_so_often(stems) if open_fact in _ASKED else None
        told = told or (_of_a_part(stems) if is_of_labels else None)
    if told is None or open_fact == "labels":
        return told
    return told[0], range(told[0].start, told[0].end)  # how many cases there are is asked


def _of_so_many(found: Sequence[str], stems: Sequence[str]) -> tuple[Reading, range] | None:
    """The share by a number of cases and how many of them: "of the 60 we both graded 45 matched"."""
    counted = [each for each in quantities(found) if not _OTHER_UNITS & {*stems[each.end : each.end + 1]}]
    whole = max(counted, key=lambda each: each.low, default=None)
    if whole is None or whole.low < _FEWEST or whole.low != whole.high:
        return None
    parts = [each for each in counted if each is not whole and each.high <= whole.low and float(each.low).is_integer()]
    told = [(each, at) for each in parts if (at := _said_of(each, whole, stems)) is not None]
    if len(told) != 1 or any(each.low >= _FEWEST for each in parts if each is not told[0][0]):
        return None
    part, at = told[0]
    is_denied = stems[at - 1] == "not"
    is_unlike = (stems[at] in _UNLIKE) != is_denied
    share = _turned(part, whole.low) if is_unlike else part
    values = place(AGREEMENT, share, 1 / whole.low)
    start, end = min(part.start, at - is_denied), max(part.end, at + 1)
    return _read(values, start, end), range(min(start, whole.start), max(end, whole.end))


def _turned(part: Quantity, whole: float) -> Quantity:
    """How many are alike, where so many are not."""
    bound = {"<": ">", ">": "<"}.get(part.bound, "")
    return replace(part, low=whole - part.high, high=whole - part.low, bound=bound)


def _said_of(part: Quantity, whole: Quantity, stems: Sequence[str]) -> int | None:
    """Where it is said of a number whether so many are alike: before it, or behind it and what it is a number of."""
    ahead = _next(stems, range(part.start - 1, -1, -1), whole)
    return ahead if ahead is not None else _next(stems, range(part.end, len(stems)), whole)


def _next(stems: Sequence[str], places: range, whole: Quantity) -> int | None:
    carried = 0
    for at in places:
        word = stems[at]
        if whole.start <= at < whole.end:
            continue
        if word in BREAKS or word[0].isdigit() or carried >= _NEAR:
            return None
        if word in _ALIKE | _UNLIKE:
            is_of_people = not CODERS.isdisjoint(stems[at + 1 : at + 2])  # "from two different people"
            is_counting = is_of_people or (
                word == "same" and bool(quantities(stems[at + 1 : at + 2]))
            )  # "the same 200"
            return None if is_counting else at
        carried += word not in LIGHT
    return None


def _every_so_often(stems: Sequence[str]) -> tuple[Reading, range] | None:
    """The share by how often people label otherwise: "every fifth case is tagged differently"."""
    unlike = next((at for at, word in enumerate(stems) if word in _UNLIKE), None)
    if unlike is None or "not" in stems:
        return None
    for at in range(len(stems)):
        n = _NTH_STEMS.get(stems[at], 0) if _EVERY & {*stems[max(0, at - 1) : at]} else 0
        n = 2 if stems[at] == "half" and "time" in stems[at + 1 : at + 4] else n
        if n:
            values = place(AGREEMENT, Quantity(1 - 1 / n, 1 - 1 / n, 0, 0), 1.0)
            return _read(values, max(0, min(at - 1, unlike)), max(at + 1, unlike + 1)), range(max(0, at - 1), at + 1)
    return None


def _of_a_part(stems: Sequence[str]) -> tuple[Reading, range] | None:
    """The share told as a part: "only half of them agree", "they disagree on a third"."""
    at = next((at for at, word in enumerate(stems) if word in _PARTS and not _EVERY & {*stems[:at][-1:]}), None)
    if at is None or "befor" in stems:  # "before the guide they differed on half"
        return None
    times = _TIMES.get(stems[at - 1], 1) if at else 1
    start = at - (times > 1)
    bound = (
        {"less": "<", "more": ">"}.get(stems[start - 2], "") if stems[max(0, start - 1) : start] == ("than",) else ""
    )
    part = Quantity(times * _PARTS[stems[at]], times * _PARTS[stems[at]], start, at + 1, bound=bound)
    whole = Quantity(1.0, 1.0, at, at)
    place_of = _said_of(part, whole, stems)
    if place_of is None or part.low >= 1 or {"that", "to"} & {*stems[place_of + 1 : place_of + 2]}:
        return None  # "half of the reviewers agree that it is good"
    is_unlike = (stems[place_of] in _UNLIKE) != (stems[place_of - 1] == "not")
    values = place(AGREEMENT, _turned(part, 1.0) if is_unlike else part, 1.0)
    return _read(values, min(start, place_of), max(at, place_of) + 1), range(start, at + 2)


def _read(values: set[str], start: int, end: int) -> Reading:
    return Reading("labels", tuple(each for each in VALUES["labels"] if each in values), Certainty.OWN, start, end)
