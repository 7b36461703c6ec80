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
from rules.hearing.words.nouns import CLASSES, LABELERS, PEOPLE
from rules.hearing.words.patterns import LIGHT
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
_TIMES, _HOLDERS = frozenset({"time", "x"}), CLASSES | LABELERS
"""Before a number the first say that something is taken so many times; the second have examples each."""
_SIGN = "x"
_AGAIN = frozenset({"everi", "each", "a", "an", "per"})
_ONE = Quantity(1.0, 1.0, 0, 0)
_OFTEN = {"onc": _ONE, "twice": Quantity(2.0, 2.0, 0, 0), "thrice": Quantity(3.0, 3.0, 0, 0)}
_ROUGHLY = 0.1
"""How far a product of two numbers may be off: each of them was said for many."""


def multiplied(found: Sequence[str], open_fact: str | None) -> Reading | None:
    """What all ask in a day together, or have, as a reading of both numbers; None where nothing is counted for each."""
    stems = tuple(stem(piece) for piece in found)
    apart = _asked_apart(found, stems) if open_fact == "volume" else None
    return apart or _asked_together(found, stems, open_fact) or _had_together(found, stems, open_fact)


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


def _asked_apart(found: Sequence[str], stems: Sequence[str]) -> Reading | None:
    """Requests a day by the time from one to the next: "one every two seconds", "every few minutes", "once an hour"."""
    counted = quantities(found)
    end = next((at for at in range(1, len(stems)) if stems[at] in PER_DAY and _AGAIN & {*stems[:at]}), 0)
    start = max((at for at in range(end) if stems[at] in _AGAIN), default=0)
    apart = next((each for each in counted if start < each.start < end), None)
    if apart is None and stems[start + 1 : end] == ("other",):
        apart = Quantity(2.0, 2.0, start + 1, end)
    is_plain = end - start == 1 or (apart is not None and stems[apart.end : end] in {(), ("of",)})
    once = next((at for at in range(start) if stems[at] in _OFTEN), None)
    often = None if once is not None else next((each for each in counted[::-1] if each.end <= start), None)
    askers = [each for each in counted if each not in (apart, often)]
    if not (end and is_plain) or (apart is None and once is None) or (CHANGES - {"time", "x"}) & {*stems}:
        return None
    is_counted = often is not None or bool(askers)
    if not (_are_askers(stems, askers, end) and (is_counted or _is_alone(stems, start if once is None else once))):
        return None
    starts = (each.start for each in (*askers, often) if each)
    first = min((start if once is None else once, *starts))
    each = often or (_ONE if once is None else _OFTEN[stems[once]])
    least, most = (apart.low, apart.high) if apart else (1.0, 1.0)
    rate = _product(Quantity(each.low / most, each.high / least, 0, 0), askers[0] if askers else _ONE)
    return _read("volume", place(VOLUME, rate, PER_DAY[stems[end]], doubt=_ROUGHLY), first, end + 1)


def _is_alone(stems: Sequence[str], at: int) -> bool:
    """Whether "once" or "every" counts requests, said of them or of nothing else: "we meet every 2 weeks" does not."""
    return bool((REQUESTS | _ASKING) & {*stems}) or LIGHT.issuperset(stems[:at])


def _are_askers(stems: Sequence[str], askers: Sequence[Quantity], end: int) -> bool:
    """Whether it is told of how many askers each has this rate; of none, where it is that of all."""
    is_each = bool(_EACH_ONES - {"everi", "x"} & {*stems}) or is_each_ones(stems[end + 1 :])
    if not askers:
        return not is_each and PEOPLE.isdisjoint(stems)
    return len(askers) == 1 and is_each and _counts_askers(stems, askers[0])


def _had_together(found: Sequence[str], stems: Sequence[str], open_fact: str | None) -> Reading | None:
    """The pages of all documents, or the examples of all classes or labelers, where that question stands open.

    Pages whose number is written out as a product are all there are, whatever is asked: "about 40 x 200 pages".
    """
    is_asked = open_fact in {"corpus", "examples"}
    if not (is_asked or _SIGN in stems):
        return None
    for several, each in permutations(quantities(found), 2):
        unit = next((word for word in _behind(stems, each)[:2] if word in TOKENS), None)
        is_size = open_fact != "examples"
        if not (is_asked or _is_product(stems, several, each)):
            continue
        is_meant = unit is not None if is_size else unit is None and bool(_HOLDERS & {*_behind(stems, several)[:2]})
        if not is_meant or set(_behind(stems, several)[:1]) & {*TOKENS, "%"} or not _is_times(stems, several, each):
            continue
        scale, factor = (CORPUS, TOKENS.get(unit or "", 1.0)) if is_size else (EXAMPLES, 1.0)
        values = place(scale, _product(several, each), factor, doubt=NOT_EXACT if is_size else _ROUGHLY)
        fact = "corpus" if is_size else "examples"
        return _read(fact, values, min(several.start, each.start), max(several.end, each.end) + 1)
    return None


def _is_times(stems: Sequence[str], several: Quantity, each: Quantity) -> bool:
    """Whether the one is what each of the other has: "3 labelers, 200 each", "200 files of 3 pages", "times 400"."""
    if (stems[several.start - 1] in _TIMES and several.start > each.end) or _is_product(stems, several, each):
        return True
    is_of_each = stems[each.start - 1] in {"of", "with"} and several.end < each.start <= several.end + _BEFORE
    behind = _behind(stems, each)
    is_ended = bool(_EACH_ONES & {*behind}) or ("a", "piec") in pairwise(behind)
    is_per_one = any(
        one in {"per", "a", "an", "everi", "for"} and other in stems[several.end : several.end + 2]
        for one, other in pairwise(behind)
    )
    return is_of_each or is_ended or is_per_one


def _is_product(stems: Sequence[str], several: Quantity, each: Quantity) -> bool:
    """Whether it is written out as a product: "60 x 150 pages", "12 binders x 400"."""
    between = stems[several.end : each.start]
    return between[-1:] == (_SIGN,) and len(between) <= _BEFORE and BREAKS.isdisjoint(between)


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
