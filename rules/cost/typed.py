"""Figures as people type them into a form: "$1,500", "20 EUR", "2k", "1.5 million", "10-15%", "12 of 100".

Strict: what is not wholly a figure is none, so that "free" or "about a lot" is asked again and never guessed.
"""

import re
from typing import NamedTuple

from rules.assumptions import Currency
from rules.catalog.currencies import CURRENCIES, currency_named
from rules.cost.values import Range

_SCALES = {"": 1, "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_NUMBER = r"-?\d(?:[\d.,' ]*\d)?"
_SIGNS = "|".join(sorted((re.escape(each.sign) for each in CURRENCIES.values()), key=len, reverse=True))
_MARK = rf"{_SIGNS}|[a-z]{{3}}"
_AMOUNT = re.compile(
    rf"(?P<before>{_MARK})?\s*(?P<number>{_NUMBER})\s*(?P<scale>k|thousand|mn|million|m|bn|billion)?\s*(?P<after>{_MARK})?",
    re.IGNORECASE,
)
_RATES = re.compile(
    rf"(?P<low>{_NUMBER})\s*%?(?:\s*(?:-|–|to|and)\s*(?P<high>{_NUMBER}))?\s*(?P<unit>%|percent|(?:of|in)\s+100)?",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?")
_LONGEST = 40


class Amount(NamedTuple):
    """A number, and the currency that was typed beside it."""

    value: float
    currency: Currency | None = None


def read_amount(text: str) -> Amount | None:
    """The amount that this text is; None where it is none, or names a currency that is not known."""
    found = _AMOUNT.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    number = _number(found["number"]) if found else None
    if found is None or number is None:
        return None
    marks = [mark for mark in (found["before"], found["after"]) if mark]
    currencies = {currency_named(mark) for mark in marks}
    if None in currencies or len(currencies) > 1:
        return None
    return Amount(number * _SCALES[(found["scale"] or "").lower()], currencies.pop() if currencies else None)


def read_rates(text: str) -> Range | None:
    """The range of shares that this text is, from 0 to 1 where it is right; None where it is none."""
    found = _RATES.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        return None
    low, high = _number(found["low"]), _number(found["high"] or found["low"])
    if low is None or high is None:
        return None
    by = 100 if found["unit"] or "%" in text else 1
    return low / by, high / by


def _number(text: str) -> float | None:
    """The number: commas, blanks and apostrophes between groups of three; a comma elsewhere is a decimal point."""
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    plain = re.sub(r"[,' ]", "", digits) if _THOUSANDS.fullmatch(digits) else digits.replace(",", ".")
    try:
        return sign * float(plain)
    except ValueError:
        return None
