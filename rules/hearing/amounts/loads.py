"""Requests a day as they are told: "380 a day", "3,200 a month", "each week we answer 700", "30 a day each, 12 shops".

The days of the calendar count, as in the estimate that they are for: a month has 365/12 of them, a year 365.
"""

from dataclasses import dataclass

from rules.hearing.amounts.passages import Figure, Passage
from rules.hearing.amounts.scales import CHANGES, PER, RATES, REQUESTS, SECONDS, TOKENS, is_each_ones
from rules.hearing.amounts.shares import is_percent
from rules.hearing.words.nouns import MONEY, PEOPLE
from rules.hearing.words.pieces import stem, stems_of


def _periods(*rows: tuple[str, float, str]) -> dict[str, tuple[str, float]]:
    return {stem(word): (name, days) for name, days, words in rows for word in words.split()}


PERIODS = _periods(
    ("day", 1, "d day days daily"), ("week", 7, "w wk week weeks weekly"),
    ("month", 365 / 12, "mo mth month months monthly"), ("quarter", 365 / 4, "quarter quarters quarterly"),
    ("year", 365, "y yr year years yearly annual annually annum"), ("working day", 7 / 5, "workday weekday"),
    ("hour", 1 / 24, "h hr hour hours hourly"), ("minute", 1 / 1_440, "min minute"),
    ("second", 1 / 86_400, "s sec second"),
)  # fmt: skip
"""Each word for a time, with its name and its days."""
_ADVERBS = stems_of("daily weekly monthly quarterly yearly annual annually hourly")
_SHORT = frozenset({"hour", "minute", "second"})
"""Times in which only what is called a request is one: "45 an hour" may be a wage."""
_WORKING = frozenset({"work", "busi", "offic"})
_JOINS = PER | {"the", "in", "on", "this", "one"}
_ON_TOP = stems_of("grow grows growing grew add adds adding added gain gains publish publishes")
"""What is told with one of these comes on top of what there is, and asks nothing."""
_PAID = stems_of("budget salary spend spends pay pays paid license licence subscription earn earns revenue fee rent")
"""With these a bare number is money: "our budget is 4000 a month"."""
_HAPPENS = stems_of("happens happen happened occurs occur occurred once twice thrice")
"""What stands with one of these comes so often, no number before it: "a day is 40k and it happens twice a year"."""
_NO_REQUESTS = (
    CHANGES | PEOPLE | MONEY | SECONDS.keys() | TOKENS.keys()
    | stems_of("time times hour day week meeting release document visitor degree percent % th of")
) - stems_of("batch correct second")  # fmt: skip
"""Behind a number these say that it counts no requests."""
_BETWEEN = REQUESTS | stems_of(
    "we i they it you there have had get gets got is are was be see sees handle handles answer answers process "
    "processes send sends receive receives do does write writes come comes in volume load number count figure of about "
    "around roughly some approx approximately ~ our the a now up to at : team that this makes make us and"
)
"""Words between a time and its number: "each week we answer 700", "monthly volume is 45k"."""
_MANY = 2
"""So many, at least, are several."""


@dataclass(frozen=True, slots=True)
class Load:
    """Requests a day, and how they were worked out in words: "3,200 a month is about 105 a day"; "" if told so."""

    a_day: float
    worked: str = ""


def requests(told: Passage) -> Load | None:
    """The requests a day that a passage tells; None where it tells none."""
    found = [(each, period) for each in told.figures if (period := _period(told, each)) is not None]
    holding = told.holding([each for each, _ in found])
    return next((_load(told, each, *period) for each, period in found if each in holding), None)


def _load(told: Passage, figure: Figure, name: str, days: float) -> Load | None:
    """So many in this time, times those of whom each has so many."""
    number, said = figure.middle, f"{figure.middle:,.12g}"
    if _is_each_ones(told, figure):
        others = [each for each in told.figures if each is not figure and _counts_several(told, each)]
        if len(others) != 1:
            return None
        number, said = number * others[0].middle, f"{others[0].middle:,.12g} x {said}"
    if days == 1:
        return Load(number, f"{said} a day is {number:,.12g} a day" if "x" in said else "")
    a_day = number / days
    a_day = round(a_day) if a_day >= 100 else float(f"{a_day:.3g}")
    about = "" if abs(a_day * days - number) < 1e-6 * number else "about "
    return Load(a_day, f"{said} {'an' if name == 'hour' else 'a'} {name} is {about}{a_day:,.12g} a day")


def _period(told: Passage, figure: Figure) -> tuple[str, float] | None:
    """The time in which a number of requests comes; None where it counts nothing of the kind."""
    behind, ahead = told.behind(figure), told.ahead(figure)
    if is_percent(told, figure) or MONEY & {*ahead[-1:]} or _ON_TOP & {*ahead}:
        return None
    at = next((at for at in range(len(behind)) if _is_rate(behind, at)), None)
    if at is not None and told.are_apart(figure, figure.end + at):
        return None
    nouns = behind if at is None else behind[:at]
    is_paid = bool(_PAID & {*ahead}) and _JOINS.issuperset(nouns)
    if is_paid or _HAPPENS & {*nouns} or _NO_REQUESTS & {*nouns[:3]} - RATES.keys():
        return None
    rated = next((RATES[word] for word in behind[:2] if word in RATES), None)
    if rated is not None:
        return ("second" if rated > 1_440 else "minute" if rated > 24 else "hour"), 1 / rated
    found = _named(behind, at) if at is not None else _led(ahead)
    if found is None or (found[0] in _SHORT and REQUESTS.isdisjoint(nouns)):
        return None
    return found


def _is_rate(stems: tuple[str, ...], at: int) -> bool:
    """Whether this word makes what it stands with a rate: "a month", "in the month", "monthly", "per working day"."""
    if stems[at] not in PERIODS:
        return False
    return stems[at] in _ADVERBS or (at > 0 and _led_by(stems, at) in _JOINS)


def _named(stems: tuple[str, ...], at: int) -> tuple[str, float]:
    is_working = at > 0 and stems[at - 1] in _WORKING
    return ("working day", 7 / 5) if is_working else PERIODS[stems[at]]


def _led(ahead: tuple[str, ...]) -> tuple[str, float] | None:
    """The time that stands before a number: "daily we have 380", "per month 6,000", "each week we answer 700"."""
    for at in range(len(ahead) - 1, -1, -1):
        if ahead[at] in PERIODS:
            is_led = ahead[at] in _ADVERBS or (at > 0 and _led_by(ahead, at) in _JOINS)
            return _named(ahead, at) if is_led else None
        if ahead[at] not in _BETWEEN:
            return None
    return None


def _led_by(stems: tuple[str, ...], at: int) -> str:
    """The word before a time: before "working day" it is the one before "working"."""
    return stems[max(0, at - 1 - (stems[at - 1] in _WORKING))]


def _is_each_ones(told: Passage, figure: Figure) -> bool:
    """Whether a number is that of each of several: "30 chats a day each", "20 per shop a day"."""
    behind = told.behind(figure)
    at = next((at for at in range(len(behind)) if _is_rate(behind, at)), len(behind))
    start = at - 1 - (at > 0 and behind[at - 1] in _WORKING)
    others = (
        (*behind[: max(0, start)], *behind[at + 1 :]) if at < len(behind) and behind[at] not in _ADVERBS else behind
    )
    others = others[: others.index("and")] if "and" in others else others
    return is_each_ones(others) or bool({"each", "apiec"} & {*behind[at + 1 : at + 2]})


def _counts_several(told: Passage, figure: Figure) -> bool:
    """Whether a number counts several of something."""
    behind = told.behind(figure, 2)
    is_said = behind[:1] and behind[0].isalpha() and behind[0] not in _NO_REQUESTS - PEOPLE
    return bool(is_said) and figure.low >= _MANY and not is_percent(told, figure) and _period(told, figure) is None
