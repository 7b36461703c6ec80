"""Numbers with their units -> readings: "200k a day", "half a second", "2,500 labeled examples", "7B", "kappa .8".

The unit says which question a number answers. A bare number answers the open question, where that one counts. Nothing
is rounded away: an amount between two values is a reading of both, and 1.000 is never guessed.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rules.facts import VALUES
from rules.hearing.amounts import scales
from rules.hearing.amounts.agreeing import agreeing
from rules.hearing.amounts.classes import definition, divided, is_kept_talk, per_class
from rules.hearing.amounts.comparing import by_the_clock, compared, multiplies, waited
from rules.hearing.amounts.corpus import apposed, corpus
from rules.hearing.amounts.multiplying import multiplied
from rules.hearing.amounts.numbers import Quantity, quantities
from rules.hearing.amounts.qualities import QUALITIES, hygiene, is_measured
from rules.hearing.amounts.scales import AT_AN_END, CHANGES, PER_DAY, RATES, SECONDS, TOKENS, Counted, is_rate, place
from rules.hearing.values import Certainty, Reading
from rules.hearing.words.nouns import (
    BY_PEOPLE,
    CLASSES,
    DOCUMENTS,
    FAULTS,
    KEPT,
    LABELED,
    MONEY,
    PEOPLE,
    PLACES,
    TALKS,
    UNLABELED,
    WAITING,
    counts_the_public,
    is_done,
)
from rules.hearing.words.patterns import NEGATIONS
from rules.hearing.words.pieces import BREAKS, stem, stems_of

_WITHIN = frozenset({"within", "under", "insid", "below", "in"})
_SIZES = frozenset({"b", "bn", "billion"})
_MANY_ASK = 50.0
"""So many, at least, ask where a number is that of each of them."""
_MANY_A_DAY = 50
"""Fewer than these a day may be anything but requests."""
_CROWD = 10  # fewer before "labelers" are people who label
_NO_ONE = stems_of(
    "every each any no which that this the another last next good right wrong smallest biggest largest shortest "
    "rarest poorest thinnest fullest"
)
_ROUND, _YEARS = 2000, frozenset({"in", "sinc", "from", "until", "befor", "after", "of", "the", "by"})
"""The one year that is as often a number of things, and before what it is a year."""
_YEAR = range(1900, 2041)
DOUBTFUL = re.compile(r"[1-9]\d{0,2}\.\d{3}|[1-9]\d*,\d{1,2}")
"""A number that one half of the world writes for another one than the other half."""
_TENS = 10
_PILES = LABELED | DOCUMENTS | TALKS | KEPT | scales.REQUESTS
"""What there is so much of that 12.000 are no twelve."""
Reader = Callable[[Counted], "tuple[str, set[str], Certainty] | None"]


def amounts(found: Sequence[str], open_fact: str | None) -> Iterator[Reading]:
    """A reading for each amount that answers a question by its unit, or the open one by itself."""
    found = scales.with_units_last(found)
    stems = tuple(stem(piece) for piece in found)
    joined = multiplied(found, open_fact)
    shares = () if joined else divided(stems, quantities(found), open_fact)
    yield from (joined,) if joined else shares
    alike = None if joined or shares else agreeing(found, stems, open_fact)
    yield from alike[:1] if alike else ()
    units = scales.carried(found, stems, open_fact)
    is_by_the_clock = open_fact == "volume" and by_the_clock(" ".join(found)) > 0
    for amount in quantities(found):
        is_read = joined is not None and joined.start <= amount.start < joined.end
        if shares or is_read or (alike and amount.start in alike[1]):
            continue
        if is_by_the_clock and by_the_clock(" ".join(found[: amount.end])):
            continue  # a time of the clock, or what is told behind it
        counted = Counted(
            compared(_doubted(amount, found), found, open_fact), tuple(found[amount.start : amount.end]),
            _side(stems[: amount.start][::-1], 7)[::-1], _side(stems[amount.end :], 7), open_fact,
            apposed(stems, amount.start), stems,
        )  # fmt: skip
        unit = units.get(amount.end - 1, ())
        counted = replace(counted, after=(*map(stem, unit), *counted.after))
        read = None if _counts_nothing(counted) else next((r for reader in _READERS if (r := reader(counted))), None)
        if read is not None and read[1]:
            fact, values, certainty = read
            is_one = len(counted.said) == 1 and not (
                "." in counted.said[0] and counted.amount.low == counted.amount.high
            )
            is_doubtful = is_one and DOUBTFUL.fullmatch(counted.said[0])  # "1,2 million" is none
            ordered = tuple(value for value in VALUES[fact] if value in values)
            start = amount.start - (scales.disagreeing(counted) or bool(amount.bound and counted.before))
            certainty = Certainty.HINT if is_doubtful else certainty
            yield Reading(fact, ordered, certainty, start, amount.end + _unit_size(counted) - len(unit))


def _unit_size(counted: Counted) -> int:
    """How many of the words after the number belong to it: "requests per day"."""
    units = scales.REQUESTS | LABELED | CLASSES | DOCUMENTS | set(SECONDS) | set(PER_DAY) | set(TOKENS) | scales.PER
    units |= QUALITIES if counted.open_fact == "hygiene" else set()
    return next((n for n, word in enumerate(counted.after) if word not in units), len(counted.after)) or 1


def _side(stems: Sequence[str], size: int) -> tuple[str, ...]:
    kept: list[str] = []
    for word in stems[:size]:
        if word in BREAKS:
            break
        kept.append(word)
    return tuple(kept)


def _doubted(amount: Quantity, found: Sequence[str]) -> Quantity:
    """1.000 is one, or a thousand; 38.500 before a thing that is counted is no half of one."""
    piece, unit = found[amount.start], stem(found[amount.end]) if amount.end < len(found) else ""
    if amount.end - amount.start > 1 or not re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", piece):
        return amount
    high = float(piece.replace(".", ""))
    is_count = unit in LABELED | DOCUMENTS | scales.REQUESTS
    is_count = (is_count and not float(piece).is_integer()) or (float(piece) >= _TENS and unit in _PILES)
    return replace(amount, low=high if is_count else float(piece), high=high)


def _counts_nothing(counted: Counted) -> bool:
    """A year, money, an ordinal, a time of the clock, the whole of "19 of 20": numbers that answer no question."""
    amount, after = counted.amount, counted.after
    is_of_so_many = counted.before[-1:] == ("of",) and any(each.low > 1 for each in quantities(counted.before[-2:-1]))
    is_of_so_many = is_of_so_many or counted.before[-4:] == ("for", "each", "of", "the")  # "90 for each of the nine"
    is_denied = counted.before[-1:] == ("not",) and not amount.bound
    if is_of_so_many or is_denied or counted.before[-1:] == ("by",) or scales.is_still_to_do(counted):  # "by one agent"
        return True
    is_no_one = bool(set(counted.before[-1:]) & _NO_ONE) or after[:1] == ("anoth",)
    is_no_one = is_no_one or bool(NEGATIONS & {*counted.before[:-1]})  # "nobody labeled a single case"
    if (counted.said in {("one",), ("single",), ("a", "single")} and is_no_one) or scales.is_part(counted):
        return True
    if MONEY & {*counted.before[-1:], *after[:1]} or after[:1] in {("st",), ("nd",), ("rd",), ("th",)}:
        return True
    is_plain = len(counted.said) == 1 and len(counted.said[0]) == 4
    is_decade = counted.before[-1:] == ("the",) and amount.low in range(10, 100, 10)
    if ((is_plain and amount.low in _YEAR) or is_decade) and after[:1] == ("s",):  # "the 1950s", "the 90s"
        return True
    is_counted = any(is_rate(after, n) for n in range(len(after)))
    is_counted = is_counted or (amount.low == _ROUND and not _YEARS & {*counted.before[-1:]})
    is_counted = is_counted or (
        bool(after[:1]) and (after[0] in LABELED | scales.REQUESTS | DOCUMENTS or after[0] in TOKENS | PER_DAY)
    )
    return is_plain and amount.low == amount.high and amount.low in _YEAR and not is_counted


def _model_size(counted: Counted) -> "tuple[str, set[str], Certainty] | None":
    size, after = counted.amount, set(counted.after[:2])
    names_model = bool(after & {"param", "paramet", "model", "llm"}) or counted.open_fact == "model_size"
    said = set(counted.said) & _SIZES
    is_none = bool(set(counted.before[-2:]) & PLACES or after & scales.REQUESTS)
    if is_none or not said or not (names_model or said == {"b"}):
        return None
    return (
        "model_size",
        place(scales.MODEL_SIZE, scales.limit(size, counted.after), 1e-9, is_end_included=True),
        Certainty.OWN,
    )


def _agreement(counted: Counted) -> "tuple[str, set[str], Certainty] | None":
    amount, about = counted.amount, {*counted.before, *counted.after}
    if "kappa" in about or "alpha" in about:
        return "labels", place(scales.KAPPA, amount, 1.0), Certainty.OWN
    is_share = bool(scales.PERCENT & {*counted.after[:1]})
    is_own = bool(about & {"agre", "agreement", "agree", "overlap", "identical", "same"})
    if is_share and (counted.open_fact == "labels" or is_own):
        return "labels", scales.agreement(counted, 0.01), Certainty.OWN if is_own else Certainty.HERE
    after = counted.after[1:] if counted.after[:1] == ("out",) else counted.after
    out_of = quantities(after[1:2]) if after[:1] in {("of",), ("in",)} else []
    is_of_faults = bool(FAULTS & {*counted.after})  # "5 of 10 hallucinated" counts no labels
    if out_of and counted.open_fact == "labels" and not is_of_faults and out_of[0].high >= amount.high > 0:
        return "labels", scales.agreement(counted, 1 / out_of[0].high), Certainty.HERE
    if counted.open_fact == "labels" and amount.high <= 1 and "." in counted.said[0]:
        return "labels", place(scales.KAPPA, amount, 1.0), Certainty.HERE
    return None


def _volume(counted: Counted) -> "tuple[str, set[str], Certainty] | None":
    if set(counted.after[:2]) & scales.SIZES:  # "1 million tokens a day"
        return None
    return _rate(counted)


def _rate(counted: Counted) -> "tuple[str, set[str], Certainty] | None":
    after, about = counted.after, {*counted.before, *counted.after}
    factor = next((RATES[word] for word in after[:2] if word in RATES), None)
    if factor is not None:
        return "volume", scales.daily(counted, factor, AT_AN_END), Certainty.OWN
    at = next((n for n, word in enumerate(after) if is_rate(after, n)), None)
    if at is None or set(after[:at]) & (CHANGES | LABELED | MONEY) or {"chang", "updat"} & about:
        return _volume_alone(counted)
    if set(after[:at]) & PEOPLE or after[0] in scales.PERCENT:
        return None
    is_own = bool(about & (scales.REQUESTS | scales.PEAKS))
    is_elsewhere = not is_own and counted.open_fact not in {"volume", None}
    if is_elsewhere and (counted.open_fact == "freshness" or counted.amount.high * PER_DAY[after[at]] < _MANY_A_DAY):
        return None
    doubt = AT_AN_END if PER_DAY[after[at]] >= 1 else scales.NOT_DAILY
    values = scales.daily(counted, PER_DAY[after[at]], doubt)
    if {"each", "everi"} & set(counted.before) or scales.is_each_ones(after):  # a rate of each of many
        return "volume", values | place(scales.VOLUME, counted.amount, _MANY_ASK * PER_DAY[after[at]]), Certainty.HINT
    return "volume", values, Certainty.OWN if is_own else Certainty.HERE


def _volume_alone(counted: Counted) -> "tuple[str, set[str], Certainty] | None":
    """A number where requests a day are asked for: a day's, unless something else is counted."""
    is_none = counted.amount.high < 1 or scales.is_of_a_time(counted)
    if is_none or {"each", "everi"} & set(counted.before):
        return None
    if counted.open_fact != "volume" or set(counted.after[:1]) & (
        scales.NO_COUNT | set(SECONDS) | LABELED | set(TOKENS)
    ):
        return None
    if multiplies(counted.after):
        return None
    return _of_people(counted) or (
        None
        if scales.is_among(counted.before, counted.after)
        else ("volume", place(scales.VOLUME, counted.amount, 1.0), Certainty.HERE)
    )


def _of_people(counted: Counted) -> "tuple[str, set[str], Certainty] | None":
    """What the number of those who may ask leaves open; None where it counts none."""
    values = place(scales.VOLUME, counted.amount, 1.0)
    if counts_the_public(counted.after):
        return "volume", scales.with_neighbors(values), Certainty.HINT
    if set(counted.after[:3]) & PEOPLE or scales.is_each_ones(counted.after):
        return "volume", values | place(scales.VOLUME, counted.amount, _MANY_ASK), Certainty.HINT
    return None


def _latency(counted: Counted) -> "tuple[str, set[str], Certainty] | None":
    is_rhythm = bool({"everi", "each", "last", "time", "past"} & set(counted.before[-2:]))
    if is_rhythm or not counted.after or counted.after[0] not in SECONDS:
        return None
    factor = SECONDS[counted.after[0]]
    tells = bool(WAITING & {*counted.before, *counted.after})
    is_own = factor <= 1 or (tells and factor < 604_800)
    waits = tells and bool(counted.amount.bound or _WITHIN & {*counted.before})
    if counted.open_fact != "latency" and (not is_own or (counted.open_fact == "freshness" and not waits)):
        return None
    is_kept = counted.after[0] == "year" and not tells  # nobody waits for years
    if is_kept or set(counted.after[1:2]) & {"old", "ago"} or (factor > 86_400 and counted.open_fact != "latency"):
        return None
    if counted.open_fact == "failure":
        return "failure", {"too_slow"}, Certainty.HERE
    values = waited(counted, factor)
    if counted.open_fact not in {"latency", None} and values == {"relaxed"} and not scales.is_allowed(counted):
        return "failure", {"too_slow"}, Certainty.HINT  # "9 seconds a reply" tells how it is, and of no limit
    if counted.open_fact == "latency" and scales.is_of_a_step(counted):
        values, is_own = values | {"relaxed"}, False
    is_seen = counted.open_fact not in {"latency", None} and is_measured(counted)
    return "latency", values, Certainty.HINT if is_seen else Certainty.OWN if is_own else Certainty.HERE


def _examples(counted: Counted) -> "tuple[str, set[str], Certainty] | None":
    after, open_fact = counted.after, counted.open_fact
    if after[:1] == ("of",) and after[1:2] != ("them",):
        return None
    if open_fact != "examples" and counted.amount.high < _CROWD and set(after[:2]) & (LABELED | PEOPLE):
        return None  # "two labelers" are people
    is_own = bool(set(after[:4]) & LABELED or is_kept_talk(counted)) and not set(after) & {"test", "golden", "eval"}
    is_own = is_own or is_done(after)
    is_own = is_own and not (open_fact == "evals" and "gold" in after)  # "150 gold cases" test
    is_own = is_own or (
        open_fact == "labels"
        and counted.amount.low >= 20
        and not UNLABELED & {*after[:3]}
        and not scales.PERCENT & {*after[:1]}
        and not set(after[:4]) & (scales.REQUESTS | set(SECONDS) | set(PER_DAY) | set(TOKENS))
    )
    if not is_own and (
        open_fact != "examples"
        or set(after[:1]) & ((scales.NO_COUNT - {"of"}) | set(TOKENS) | (CLASSES - {"tag"} if after[1:] else CLASSES))
        or (set(after[:2]) & set(SECONDS) and after[0] not in {"last", "this", "past"})
    ):
        return None
    if set(after[:2]) & {"per", "each"} or (set(after[:2]) & PEOPLE and not set(after[1:3]) & BY_PEOPLE):
        return None
    if not is_own and after[:1] and after[0] in scales.REQUESTS and any(is_rate(after, n) for n in range(len(after))):
        return None
    values = place(scales.EXAMPLES, counted.amount, 1.0)
    if 0 < counted.amount.low < 10 and not counted.amount.is_about:
        values |= {"none", "tens"}
    return "examples", values, Certainty.OWN if is_own else Certainty.HERE


_READERS: tuple[Reader, ...] = (
    hygiene, definition, _model_size, _agreement, per_class, _latency, corpus, _examples, _volume,
)  # fmt: skip
