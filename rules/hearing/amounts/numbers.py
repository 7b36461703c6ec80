"""Numbers as people type them: "2,500", "about 200k", "half a million", "a few hundred", "between 5 and 10"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache

from rules.hearing.words.pieces import BREAKS

_ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBER_WORDS = {word: float(value) for value, word in enumerate(_ONES.split())} | {
    word: float(20 + 10 * step) for step, word in enumerate(_TENS.split())
}
_MAGNITUDES = {
    "k": 1e3, "thousand": 1e3, "grand": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "mio": 1e6, "mil": 1e6, "million": 1e6,
    "b": 1e9, "bn": 1e9, "billion": 1e9, "hundred": 1e2, "dozen": 12.0, "lakh": 1e5, "lac": 1e5, "crore": 1e7,
    "trillion": 1e12, "gross": 144.0, "tsd": 1e3, "mln": 1e6, "mrd": 1e9, "mld": 1e9,
}  # fmt: skip
_PARTS = {
    "half": 1 / 2, "halves": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4,
    "fourth": 1 / 4, "fourths": 1 / 4, "fifth": 1 / 5, "fifths": 1 / 5, "tenth": 1 / 10, "tenths": 1 / 10,
    "hundredth": 1 / 100, "hundredths": 1 / 100,
}  # fmt: skip
"""Parts of one, where what they are parts of is named right behind them."""
_TIMES = frozenset({"second", "seconds", "minute", "minutes", "min", "hour", "hours"})
_VAGUE = {"couple": (2.0, 2.0), "few": (3.0, 5.0), "handful": (3.0, 6.0), "several": (3.0, 7.0), "single": (1.0, 1.0)}
_NO_FEW = frozenset({"fair", "quite", "good"})
_PLURALS = {
    "tens": (1e1, 99.0), "dozens": (24.0, 99.0), "hundreds": (1e2, 999.0), "thousands": (1e3, 9_999.0),
    "millions": (1e6, 99e6), "billions": (1e9, 99e9),
}  # fmt: skip
_APPROXIMATELY = "about around round somewhere roughly approximately approx circa ca nearly almost ~ ≈"
_ABOUT = frozenset(_APPROXIMATELY.split())
_ABOUT_AFTER = frozenset({"approx", "approximately", "roughly", "ish", "circa", "thereabouts"})
_REACH = 5
"""Pieces behind a number in which "1,000 a day, roughly" says that it is one."""
_BEHIND = 4
"""Pieces behind a number in which it is said that it is an end: "1000 a day at most"."""
_BOUNDS_BEHIND = {
    ("max",): "<", ("maximum",): "<", ("tops",): "<", ("at", "most"): "<", ("or", "less"): "<", ("or", "fewer"): "<",
    ("or", "below"): "<", ("or", "under"): "<", ("minimum",): ">", ("at", "least"): ">", ("or", "more"): ">",
    ("and", "up"): ">", ("or", "above"): ">", ("or", "over"): ">",
}  # fmt: skip
_LESS = frozenset({"under", "below", "within", "max", "maximum", "<", "≤", "shy", "short"})
_UP_TO = frozenset({("less", "than"), ("fewer", "than"), ("at", "most"), ("up", "to")})
_MORE = frozenset({"over", "above", "exceeding", "beyond", ">", "min", "minimum"})
_OR_EVEN = frozenset({",", "sometimes", "maybe", "occasionally", "perhaps", "even", "possibly"})
"""Between two numbers these make a range: "two, sometimes three"."""
_LONGEST_DIGITS = 15
_DIGITS = frozenset({"digit", "digits", "figure", "figures"})
_AS_DIGITS = {"single": 1, "double": 2, "triple": 3}
_MOST_DIGITS = 10
_AND_A_HALF = {("and", "a", "half"), ("n", "a", "half"), ("an", "a", "half")}
_SCALES = {"hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "thou": 1e3}
_FRACTION = re.compile(r"[1-9]/[2-9]")
_NO_SCALES = frozenset({"milli", "millis"})
_ALIKE = 0.82
"""From here on a word looks like a scale that was misspelt: "thousandz", "tousends", "zillions"."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount between `low` and `high` (equal for one number), and the tokens [start, end) that say it."""

    low: float
    high: float
    start: int
    end: int
    is_about: bool = False
    """Said as "about", "roughly", or in vague words: an amount at a boundary then belongs to neither side."""
    bound: str = ""
    """"<" for "under", ">" for "more than", "" for the amount itself."""


def quantities(found: Sequence[str]) -> list[Quantity]:
    """Every amount in the tokens, in order; two joined by "to", "-" or "between ... and" are one range."""
    return [*_quantities(tuple(found))]


@lru_cache(maxsize=128)
def _quantities(found: tuple[str, ...]) -> tuple[Quantity, ...]:
    """The same, kept for as long as one line is heard: its parts are read for several questions in turn."""
    amounts: list[Quantity] = []
    at = 0
    while at < len(found):
        amount = _read(found, at)
        if amount is None:
            at += 1
        elif found[amount.end : amount.end + 1] == ("^",):  # "10^12" is no amount that anybody means
            at = amount.end + 2
        else:
            amounts.append(_doubted(found, amount))
            at = amounts[-1].end
    return tuple(_in_context(found, amount) for amount in _join_ranges(found, amounts))


def _read(found: Sequence[str], at: int) -> Quantity | None:
    """The amount that begins at this token, if any."""
    special = _digits(found, at) or _vague(found, at) or _part(found, at) or _half(found, at)
    if special is not None:
        return special
    total, current, end = 0.0, None, at
    if found[at] in {"a", "an", "the"} and _scale_at(found, at + 1):
        current, end = 1.0, at + 1
    while end < len(found):
        value, factor = _number(found[end]), _factor(found, end, current)
        if value is not None and (current is None or _continues(current, value, found[end])):
            current = value if current is None else current + value
        elif factor is not None and current is not None:
            total, current = (total + current * factor, 0.0) if factor >= 1e3 else (total, current * factor)
        elif current is not None and tuple(found[end : end + 3]) in _AND_A_HALF:
            current, end = current + 0.5, end + 2
        elif not _joins_two_numbers(found, end):
            break
        end += 1
    return None if current is None else Quantity(total + current, total + current, at, end)


def _factor(found: Sequence[str], at: int, current: float | None) -> float | None:
    """The scale that a number is counted in: "2 million", and as some write it "2 millions"."""
    is_word = current is not None and len(found[at]) > len("mns")
    return _scale(found[at]) if is_word else _MAGNITUDES.get(found[at])


def _doubted(found: Sequence[str], amount: Quantity) -> Quantity:
    """The amount, as wide as a misspelt scale after it leaves it: "tens of thousandz" may be tens, or thousands."""
    end = amount.end + (found[amount.end : amount.end + 1] == ("of",))
    alike = () if end >= len(found) or found[end] in _NO_SCALES else get_close_matches(found[end], _SCALES, 1, _ALIKE)
    if not alike:
        return amount
    return replace(amount, high=amount.high * _SCALES[alike[0]], end=end + 1)


def _scale_at(found: Sequence[str], at: int) -> bool:
    return at < len(found) and len(found[at]) > 2 and found[at] in _MAGNITUDES


def _joins_two_numbers(found: Sequence[str], at: int) -> bool:
    """Whether this is the "and" of "two hundred and fifty"."""
    return (
        found[at] == "and" and found[at - 1] == "hundred" and at + 1 < len(found) and _number(found[at + 1]) is not None
    )


def _digits(found: Sequence[str], at: int) -> Quantity | None:
    """An amount by how many digits it has: "five figures", "a six-digit number", "double digits"."""
    end = at + 1 + (found[at + 1 : at + 2] == ("-",))
    if not _DIGITS & {*found[end : end + 1]}:
        return None
    digits = int(_AS_DIGITS.get(found[at]) or _number(found[at]) or 0)
    is_amount = 0 < digits <= _MOST_DIGITS
    return Quantity(10.0 ** (digits - 1), 10.0**digits - 1, at, end + 1) if is_amount else None


def _vague(found: Sequence[str], at: int) -> Quantity | None:
    """A vague amount: "a few hundred", "several thousand", "tens of thousands", "millions"."""
    start, token = at, found[at]
    if found[at] == "few" and _NO_FEW & set(found[max(0, at - 2) : at]):
        return None  # "a fair few", "quite a few" may be any number
    if token in {"a", "an"} and at + 1 < len(found) and found[at + 1] in _VAGUE:
        at, token = at + 1, found[at + 1]
    ends = _VAGUE.get(token) or _PLURALS.get(token)
    if ends is None:
        return None
    end = at + 1 + (at + 1 < len(found) and found[at + 1] == "of")
    factor = _scale(found[end]) if end < len(found) else None
    is_about = token in _VAGUE  # "hundreds" is wide already: it ends where the next word would be said
    if factor is not None:
        more = _scale(found[end + 1]) if factor == 100 and end + 1 < len(found) else None  # "a few hundred thousand"
        factor, end = factor * (more or 1.0), end + (more is not None)
        return Quantity(ends[0] * factor, ends[1] * factor, start, end + 1, is_about)
    return Quantity(ends[0], ends[1], start, at + 1, is_about)


def _part(found: Sequence[str], at: int) -> Quantity | None:
    """Parts of a time or of a scale: "quarter second", "a third of a second", "two tenths of a second"."""
    if _FRACTION.fullmatch("".join(found[at : at + 3])) and found[at + 3 : at + 4]:
        part, scale = float(found[at]) / float(found[at + 2]), _scale(found[at + 3])  # "1/2 second", "1/4 million"
        if part < 1 and scale:
            return Quantity(part * scale, part * scale, at, at + 4)
        if found[at + 3] in _TIMES:
            return Quantity(part, part, at, at + 3)
    times = 1.0 if found[at] in {"a", "an", "one"} else _number(found[at])
    name = at + (times is not None)
    said = _PARTS.get(found[name]) if name < len(found) else None
    if said is None:
        return None
    end = name + 1
    while end < len(found) and found[end] in {"a", "an", "of"}:
        end += 1
    if end == len(found):
        return None
    factor = _scale(found[end]) if _scale_at(found, end) else None
    if factor is None and found[end] not in _TIMES:
        return None
    amount = (times or 1.0) * said * (factor or 1.0)
    return Quantity(amount, amount, at, end + (factor is not None))


def _half(found: Sequence[str], at: int) -> Quantity | None:
    """A fraction, times a magnitude that follows: "half a second", "a quarter of a million"."""
    value = {"half": 0.5, "quarter": 0.25}.get(found[at])
    end = at + 1
    while end < len(found) and found[end] in {"a", "an", "of"}:
        end += 1
    if value is None or end == len(found) or (end == at + 1 and found[at] == "quarter"):
        return None
    factor = _scale(found[end]) if len(found[end]) > 1 else None
    return Quantity(value * (factor or 1.0), value * (factor or 1.0), at, end + (factor is not None))


def _scale(token: str) -> float | None:
    return _MAGNITUDES.get(token) or _MAGNITUDES.get(token.removesuffix("s"))


def _number(token: str) -> float | None:
    if token in _NUMBER_WORDS:
        return _NUMBER_WORDS[token]
    if not token.replace(",", "").replace(".", "").isdigit() or not token.isascii() or len(token) > _LONGEST_DIGITS:
        return None
    whole, *groups = token.replace(",", ".").split(".")
    if groups and all(len(group) == 3 for group in groups) and ("," in token or len(groups) > 1):
        return float(whole + "".join(groups))
    return float(f"{whole}.{groups[0]}") if len(groups) == 1 else (None if groups else float(whole))


def _continues(current: float, value: float, token: str) -> bool:
    """Whether a number word goes on with the number before it: "twenty five", "two hundred fifty"."""
    return (
        token in _NUMBER_WORDS
        and value < 100
        and current > 0
        and (current % 100 == 0 or (value < 10 and current % 10 == 0))
    )


def _join_ranges(found: Sequence[str], amounts: list[Quantity]) -> list[Quantity]:
    joined: list[Quantity] = []
    for amount in amounts:
        before = joined[-1] if joined else None
        if before is not None and _is_range(found, before, amount):
            low = before.low
            if low < 1_000 <= amount.high and low * 10 <= amount.low:  # "5 to 10 thousand", "200-300k"
                low = low * _magnitude_said(found, amount)
            joined[-1] = Quantity(min(low, amount.low), max(before.high, amount.high), before.start, amount.end)
        else:
            joined.append(amount)
    return joined


def _is_range(found: Sequence[str], first: Quantity, second: Quantity) -> bool:
    between = [word for word in found[first.end : second.start] if word not in _OR_EVEN]
    if not between and second.start > first.end:  # "400, 500", but not "60, two doctors label them"
        return second.high >= first.low or found[first.end : second.start] != (",",)
    is_between = first.start > 0 and found[first.start - 1] == "between"
    return between in (["-"], ["to"], ["or"]) or (is_between and between == ["and"])


def _magnitude_said(found: Sequence[str], amount: Quantity) -> float:
    factor = 1.0
    for token in found[amount.start : amount.end]:
        factor *= _MAGNITUDES.get(token, 1.0)
    return factor


def _in_context(found: Sequence[str], amount: Quantity) -> Quantity:
    """The amount with what is said before and after it: about, under, more than, at least, up to, or so."""
    start = max(0, amount.start - 4)
    before = tuple(token for token in found[start : amount.start] if token not in {"a", "an", "the", "of"})
    after = tuple(found[amount.end : amount.end + _BEHIND])
    is_about = amount.is_about or bool(_ABOUT & set(before[-2:])) or after[:2] == ("or", "so")
    is_about = is_about or bool(_ABOUT_AFTER & set(found[amount.end : amount.end + _REACH]))
    return replace(amount, is_about=is_about, bound=_bound(before, after))


def _bound(before: tuple[str, ...], after: tuple[str, ...]) -> str:
    if before[-3:] in {("no", "more", "than"), ("not", "more", "than")} or before[-2:] == ("not", "even"):
        return "<"
    if _LESS & set(before[-1:]) or before[-2:] in _UP_TO:
        return "<"
    if _MORE & set(before[-1:]) or before[-2:] in {("more", "than"), ("at", "least")} or after[:1] == ("+",):
        return ">"
    return _bound_behind(after)


def _bound_behind(after: tuple[str, ...]) -> str:
    """The end that words behind a number say it is; "500, at most 600" says so of another one."""
    for at in range(len(after)):
        size = next((size for size in (1, 2) if after[at : at + size] in _BOUNDS_BEHIND), 0)
        if size and not any(word[0].isdigit() for word in after[at + size : at + size + 1]):
            return _BOUNDS_BEHIND[after[at : at + size]]
        if after[at] in BREAKS:
            break
    return ""
