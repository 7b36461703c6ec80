"""What all ask or have together, where a line counts them and what each does: "200 agents, 30 chats a day each".

Each number alone would be far from it: 200 and 30 are under a thousand, 6,000 are not. So it is with "10 pages, times
400 clients", and with "20 intents, 50 a piece" where labeled examples are asked for.
"""

from collections.abc import Sequence
from itertools import pairwise, permutations

from rules.facts import VALUES
from rules.hearing.amounts.numbers import Quantity, quantities
from rules.hearing.amounts.scales import (
    CHANGES,
    CORPUS,
    EXAMPLES,
    NOT_EXACT,
    PER_DAY,
    PERCENT,
    REQUESTS,
    SECONDS,
    TOKENS,
    VOLUME,
    is_each_ones,
    is_rate,
    place,
)
from rules.hearing.values import Certainty, Reading
from rules.hearing.words.nouns import CLASSES, LABELERS
from rules.hearing.words.pieces import BREAKS, stem, stems_of

_ONES_WORDS = "each every everyone everybody apiece head x individually respectively"
_EACH_ONES = stems_of(_ONES_WORDS)
_NEAR = 6
"""Words behind a number in which its unit stands, and that it is each one's."""
_ENDS = frozenset({".", ";"})
_BEFORE = 3
"""Words before the first number in which it may say so: "each of the 900", "each agent does 30"."""
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_NO_ASKERS = frozenset({*PER_DAY, *SECONDS, *TOKENS, *REQUESTS, *_ORDINALS, *PERCENT, "time", "of", "out", "to"})
_THEM = frozenset({"them", "those", "these", "us"})
_ASKING = stems_of("asks asking queries uses sends")
_ONE = frozenset({"one", "a", "an", "1"})
_TIMES, _HOLDERS = frozenset({"time", "x"}), CLASSES | LABELERS
"""Before a number the first say that something is taken so many times; the second have examples each."""
_ROUGHLY = 0.1
"""How far a product of two numbers may be off: each of them was said for many."""


def multiplied(found: Sequence[str], open_fact: str | None) -> Reading | None:
    """What all ask in a day together, or have, as a reading of both numbers; None where nothing is counted for each."""
    stems = tuple(stem(piece) for piece in found)
    return (
        _asked_every(stems, quantities(found), open_fact)
        or _asked_together(found, stems, open_fact)
        or _had_together(found, stems, open_fact)
    )


def _asked_every(stems: Sequence[str], amounts: Sequence[Quantity], open_fact: str | None) -> Reading | None:
    """Requests a day, where the line says after how long the next one comes: "one every two seconds"."""
    for each in amounts if open_fact == "volume" else ():
        unit, before = stems[each.end : each.end + 1], stems[max(0, each.start - _BEFORE) : each.start]
        factor = PER_DAY.get(unit[0]) if unit and before[-1:] == ("everi",) else None
        if factor and each.low >= 1 and _ONE & {*before}:
            a_unit = Quantity(1 / each.high, 1 / each.low, 0, 0)
            return _read("volume", place(VOLUME, a_unit, factor, doubt=_ROUGHLY), each.start - 2, each.end + 1)
    return None


def _asked_together(found: Sequence[str], stems: Sequence[str], open_fact: str | None) -> Reading | None:
    """Requests a day; where another question stands open, a word for requests or for asking has to stand there, too."""
    if open_fact != "volume" and not (REQUESTS | _ASKING) & set(stems):
        return None
    for askers, each in permutations(quantities(found), 2):
        is_share = stems[each.end : each.end + 1] in {("%",), ("percent",)}  # "2 million users, 1% ask each day"
        rate = _rate(stems, each) or (None if is_share else _rate_of_a_day(stems, each, open_fact))
        if rate is None or not _counts_askers(stems, askers):
            continue
        if not is_share and not _is_each_ones(stems, askers, each):
            continue
        end, per_day = rate[0], rate[1] / (100 if is_share else 1)
        values = place(VOLUME, _product(askers, each), per_day, doubt=_ROUGHLY)
        return _read("volume", values, min(askers.start, each.start), max(askers.end + 1, end))
    return None


def _had_together(found: Sequence[str], stems: Sequence[str], open_fact: str | None) -> Reading | None:
    """The pages of all documents, or the examples of all classes or labelers, where that question stands open."""
    if open_fact not in {"corpus", "examples"}:
        return None
    for several, each in permutations(quantities(found), 2):
        unit = next((word for word in _behind(stems, each)[:2] if word in TOKENS), None)
        is_size = open_fact == "corpus"
        is_meant = unit is not None if is_size else unit is None and bool(_HOLDERS & {*_behind(stems, several)[:2]})
        if not is_meant or set(_behind(stems, several)[:1]) & {*TOKENS, "%"} or not _is_times(stems, several, each):
            continue
        scale, factor = (CORPUS, TOKENS.get(unit or "", 1.0)) if is_size else (EXAMPLES, 1.0)
        values = place(scale, _product(several, each), factor, doubt=NOT_EXACT if is_size else _ROUGHLY)
        return _read(open_fact, values, min(several.start, each.start), max(several.end, each.end) + 1)
    return None


def _is_times(stems: Sequence[str], several: Quantity, each: Quantity) -> bool:
    """Whether the one is what each of the other has: "3 labelers, 200 each", "200 files of 3 pages", "times 400"."""
    if stems[several.start - 1] in _TIMES and several.start > each.end:
        return True
    is_of_each = stems[each.start - 1] in {"of", "with"} and several.end < each.start <= several.end + _BEFORE
    behind = _behind(stems, each)
    is_ended = bool(_EACH_ONES & {*behind}) or ("a", "piec") in pairwise(behind)
    is_per_one = any(
        one in {"per", "a", "an", "everi", "for"} and other in stems[several.end : several.end + 2]
        for one, other in pairwise(behind)
    )
    return is_of_each or is_ended or is_per_one


def _product(several: Quantity, each: Quantity) -> Quantity:
    return Quantity(several.low * each.low, several.high * each.high, 0, 0, is_about=True)


def _read(fact: str, values: set[str], start: int, end: int) -> Reading:
    return Reading(fact, tuple(value for value in VALUES[fact] if value in values), Certainty.OWN, start, end)


def _behind(stems: Sequence[str], amount: Quantity) -> tuple[str, ...]:
    """The words behind an amount, up to a mark."""
    rest = stems[amount.end : amount.end + _NEAR]
    return tuple(rest[: next((at for at, word in enumerate(rest) if word in BREAKS), len(rest))])


def _rate(stems: Sequence[str], each: Quantity) -> tuple[int, float] | None:
    """Where a rate of requests ends, and how often a day it happens; None where nothing, or a change, has a rate."""
    behind = _behind(stems, each)
    if (CHANGES - {"time", "x"}) & {*behind, *stems[max(0, each.start - 2) : each.start]}:
        return None
    is_joined = "and" in behind  # "per head and day"
    rates = (at for at, word in enumerate(behind) if word in PER_DAY and (is_joined or is_rate(behind, at)))
    at = next(rates, None)
    return None if at is None else (each.end + at + 1, PER_DAY[behind[at]])


def _rate_of_a_day(stems: Sequence[str], each: Quantity, open_fact: str | None) -> tuple[int, float] | None:
    """The same where a day is asked for, and only each one's number is told: "200 per store, 300 stores"."""
    behind = _behind(stems, each)
    is_each = is_each_ones(behind) or (behind[-1:] in {("each",), ("apiec",)} and bool(REQUESTS & {*behind}))
    return (each.end + 2, 1.0) if open_fact == "volume" and is_each else None


def _counts_askers(stems: Sequence[str], askers: Quantity) -> bool:
    """Whether an amount counts several of something that can ask."""
    behind = stems[askers.end : askers.end + 2]
    are_them = behind[:1] == ("of",) and bool(_THEM & set(behind))
    return askers.low > 1 and (are_them or (bool(behind) and behind[0].isalpha() and behind[0] not in _NO_ASKERS))


def _is_each_ones(stems: Sequence[str], askers: Quantity, each: Quantity) -> bool:
    """Whether the rate is that of each one of those who are counted."""
    behind = _behind(stems, each)
    around: Sequence[str] = stems[max(0, min(askers.start, each.start) - _BEFORE) : max(askers.end, each.end)]
    counted = stems[askers.end : askers.end + 2]
    first, last = min(askers.end, each.end), max(askers.start, each.start)
    if _ENDS & {*stems[first:last]}:  # told in two sentences: the second one has to say that it is each one's
        around = ()
    is_per_one = any(behind[at] in {"per", "a", "an"} and behind[at + 1] in counted for at in range(len(behind) - 1))
    return is_per_one or bool(_EACH_ONES & {*around, *behind})
