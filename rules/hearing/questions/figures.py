"""Figures that a question about money brings along: requests a day, the share of wrong answers, what one costs."""

import re

_NUMBER = r"(\d+(?:,\d{3})*(?:\.\d+)?)\s*(?:(k|m|mio|million|thousand)(?![a-z]))?"
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mio": 1e6, "million": 1e6}
_EACH_DAY = r"(?:(?:in |on )?(?:a|one) |per |each |every |/\s*)d(?:ay)?\b|in day\b|daily\b"
_A_DAY = re.compile(rf"{_NUMBER}\s*(?:[a-z]+(?: |(?=/)))?(?:{_EACH_DAY})")
_RATE = re.compile(
    rf"{_NUMBER}\s*(?:requests?|queries|calls|questions|messages|hits) (?:a|per|each|every|/)\s*"
    r"(s|sec|second|min|minute|h|hr|hour)\b"
)
_IN_A_DAY = {"s": 86_400, "m": 1_440, "h": 24}
"""How often each is in a day, by its first letter."""
_SHARE = re.compile(r"(\d+(?:\.\d+)?)\s*(?:%|percent)")
_ONE_IN = re.compile(r"\b(\d+) (?:in|out of) (?:every )?(\d+)\b")
_MONEY = re.compile(
    rf"(?:[$€£]\s*{_NUMBER})|(?:{_NUMBER}\s*(cents?|dollars?|euros?|eur|usd|pounds?|quid|bucks?|[$€£])(?![\d]))"
)
_SUPPOSED = re.compile(r"\b(?:if|suppose|supposing|assume|assuming|imagine)\b[^,.;:?!]*\d", re.IGNORECASE)
_RIGHT = re.compile(r"\b(?:accura\w+|right|correct\w*|precise\w*)\b(?! now)")
"""What is said of the share of right answers."""
_CENT = 0.01


def figures(text: str) -> dict[str, float]:
    """What the text gives of requests_a_day, error_rate (a share) and cost_each, in the words of the question."""
    found: dict[str, float] = {}
    plain = text.replace(" , ", "  ")
    if a_day := _A_DAY.search(plain):
        found["requests_a_day"] = _amount(a_day[1], a_day[2])
    elif rate := _RATE.search(plain):
        found["requests_a_day"] = _amount(rate[1], rate[2]) * _IN_A_DAY[rate[3][0]]
    if (wrong := _share(plain)) is not None:
        found["error_rate"] = wrong if wrong > 1 or not _RIGHT.search(plain) else round(1 - wrong, 6)
    if money := _MONEY.search(plain):
        amount = _amount(money[1], money[2]) if money[1] else _amount(money[3], money[4])
        found["cost_each"] = amount * (_CENT if (money[5] or "").startswith("cent") else 1)
    return found


def _share(text: str) -> float | None:
    """The share in a text, in percent or as one in so many."""
    if share := _SHARE.search(text):
        return float(share[1]) / 100
    one = _ONE_IN.search(text)
    return int(one[1]) / int(one[2]) if one and 0 < int(one[1]) < int(one[2]) else None


def _amount(number: str, scale: str | None) -> float:
    """A number with its scale: "2,000", "k"."""
    return float(number.replace(",", "")) * _SCALES.get(scale or "", 1.0)


_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "dollar": "USD", "buck": "USD", "euro": "EUR", "pound": "GBP"}
_CURRENCIES |= {"quid": "GBP", "usd": "USD", "eur": "EUR", "gbp": "GBP"}


def currency(text: str) -> str:
    """The code of the currency that the text names; "" where it names none."""
    plain = text.casefold()
    return next((code for word, code in _CURRENCIES.items() if word in plain), "")


def supposes(text: str) -> bool:
    """Whether its figures are only supposed: "if we had 900 a day", not "what if it is wrong, we have 900 a day"."""
    return bool(_SUPPOSED.search(text))
