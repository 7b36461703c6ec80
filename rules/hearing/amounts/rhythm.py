"""How often something happens, as people type it: "once a week", "every two weeks", "twice a year", "on Mondays".

For the fact `freshness`: a period in days is placed on the scale of its values, and lies between
two of them where it is far from both.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from rules.facts import VALUES
from rules.hearing.amounts.numbers import Quantity, quantities
from rules.hearing.amounts.scales import CHANGES
from rules.hearing.values import Certainty, Reading
from rules.hearing.words.pieces import BREAKS, stem

_YEAR = 365.0
_SCALE = ((1 / 24, "live"), (1.0, "daily"), (7.0, "weekly"), (30.4, "monthly"), (91.0, "quarterly"), (_YEAR, "yearly"))
_NAMES = (*(name for _, name in _SCALE), "static")
_DAYS_OF = (*(days for days, _ in _SCALE), 10 * _YEAR)
_WEEK = 7.0
_OFTEN, _RARELY = frozenset({"live", "daily", "weekly", "monthly"}), frozenset({"yearly", "static"})
_A_MINUTE = 1 / 1_000
_WITHIN = frozenset({"within", "under", "below", "in"})
_NEVER = 5 * _YEAR
_NEAR = 1.45
"""A period belongs to a value when the longer of the two is less than this many times the shorter."""
_NEAR_ROUGHLY = 1.2


_MONTH_NAMES = "january february march april may june july august september october november december"


def _periods(*rows: tuple[float, str]) -> dict[str, float]:
    return {name: days for days, names in rows for name in names.split()}


_UNITS = _periods(
    (1 / 86_400, "second sec"),
    (1 / 1_440, "minute min"),
    (1 / 24, "hour hr"),
    (1.0, "day night morning evening afternoon weekday"),
    (7.0, "week wk weekend monday tuesday wednesday thursday friday saturday sunday"),
    (14.0, "fortnight sprint"),
    (30.4, "month mo"),
    (91.0, "quarter season"),
    (182.0, "semester"),
    (_YEAR, "year yr annum spring summer autumn winter"),
    (_YEAR, _MONTH_NAMES),
    (10 * _YEAR, "decade"),
)
_ADVERBS = _periods(
    (1 / 24, "hourly"),
    (1.0, "daily nightly"),
    (7.0, "weekly mondays tuesdays wednesdays thursdays fridays saturdays sundays"),
    (14.0, "fortnightly"),
    (30.4, "monthly"),
    (91.0, "quarterly"),
    (182.0, "semiannually biannually"),
    (_YEAR, "yearly annually annual"),
)
_DOUBTFUL = {
    "biweekly": ("weekly", "monthly"),
    "semiweekly": ("daily", "weekly"),
    "bimonthly": ("monthly", "quarterly"),
    "semimonthly": ("weekly", "monthly"),
    "biyearly": ("quarterly", "yearly"),
    "biannual": ("quarterly", "yearly"),
    "semiannual": ("quarterly", "yearly"),
}
_PREFIXES = frozenset({"bi", "semi"})
_TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_BEFORE_UNIT = frozenset({"a", "an", "per", "each", "every", "/", "the"})
_EACH = frozenset({"every", "each"})
_CYCLES = frozenset({"cycle", "cycles", "rhythm", "cadence", "interval", "intervals", "rotation", "turnaround"})
"""Behind a period these say that it comes again and again: "a 28 day AIRAC cycle"."""
_NAMED = 4
MONTHS = frozenset(_MONTH_NAMES.split())
_LISTING = frozenset({",", "and", "/", "&"})
_MANY = frozenset({"many", "multiple", "lots", "dozens", "hundreds"})
_MANY_TIMES = 24.0
_OF_THEM = frozenset({"they", "it", "these", "those", "which", "that"})
_ONE = frozenset({"a", "an", "one"})
_AGES = frozenset({"old", "older"})
_MAY = frozenset({"may", "must", "can", "should", "shall", "allowed"})
_NO = frozenset({"no", "not", "none", "nothing", "never", "nobody"})
_LIMITED = 10
"""Pieces before an age in which it is said that nothing may be older."""
_COUNTED = 7
"""Pieces before a period in which it is said how many times: "twice, sometimes three times a year"."""


def rhythms(found: Sequence[str], denied: Collection[int]) -> Iterator[Reading]:
    """Every rhythm that the pieces name, on the scale, but for those under a negation."""
    amounts = quantities(found)
    for at, token in enumerate(found):
        oldest = _oldest(found, at, amounts)
        if oldest:
            yield _reading(_place(oldest, 0, is_rough=False), Certainty.OWN, at - 1, at + 1)
        if oldest or at in denied:
            continue
        first, months = _listed(found, at)
        if months > 1:
            yield _reading(_place(_YEAR / months, 0, is_rough=False), Certainty.HERE, first, at + 1)
            continue
        start, values = (
            at,
            set(_DOUBTFUL.get(found[at - 1] + token if at and found[at - 1] in _PREFIXES else token, ())),
        )
        period = None if values else _ADVERBS.get(token) or _period_at(found, at, amounts)
        if period:
            start = _start(found, at, amounts)
            count = _count_before(found, at, amounts)
            often = period / count
            values = (
                {"weekly"}
                if period == _WEEK and 1 < count <= 3
                else _place(often, _bound(found, at), is_rough=_is_rough(at, amounts))
            )
        if values:
            certainty = Certainty.HINT if period and _counts_things(found, at, amounts) else Certainty.HERE
            yield _reading(values, certainty, start, at + 1)


def _oldest(found: Sequence[str], at: int, amounts: list[Quantity]) -> float | None:
    """The age that ends at this unit, in days, where nothing may be older: "none of them may be older than a day".

    Longer ones than a year are of people: "nobody may be older than 65 years".
    """
    unit = _UNITS.get(found[at]) or _UNITS.get(found[at].removesuffix("s"))
    if unit is None or _AGES.isdisjoint(found[max(0, at - _LIMITED) : at + 2]):
        return None
    amount = _amount_before(found, at, amounts)
    is_one = found[at - 1] in _ONE
    start = amount.start if amount else at - is_one
    before = tuple(found[max(0, start - _LIMITED) : start])
    is_older = before[-2:] == ("older", "than") and bool(_MAY & {*before}) and bool(_NO & {*before})
    is_limit = is_older or ("old" in {*found[at + 1 : at + 2]} and _is_most(before))
    days = unit * (amount.high if amount else 1.0)
    return days if is_limit and (amount or is_one) and days <= _YEAR else None


def _is_most(before: Sequence[str]) -> bool:
    """Whether these words say that what follows is the most there may be: "at most", "no more than"."""
    is_bound = before[-2:] == ("more", "than") and before[-3:-2] in {("not",), ("no",)}
    return is_bound or before[-2:] == ("at", "most") or before[-1:] in {("max",), ("maximum",)}


def of_behavior(read: Iterable[Reading]) -> Iterator[Reading]:
    """How often "it" changes, where the question is whether the behavior holds: a change a year leaves it be."""
    for reading in read:
        often = {"changing" if value in _OFTEN else "stable" if value in _RARELY else "" for value in reading.values}
        if reading.fact != "freshness":
            yield reading
        elif "" not in often:
            yield replace(reading, fact="steadiness", values=tuple(sorted(often)))


def _reading(values: set[str], certainty: Certainty, start: int, end: int) -> Reading:
    ordered = tuple(value for value in VALUES["freshness"] if value in values)
    return Reading("freshness", ordered, certainty, start, end)


def _listed(found: Sequence[str], at: int) -> tuple[int, int]:
    """Where a list of months that ends here begins, and how many it names: "January, April, July and October"."""
    after = next((word for word in found[at + 1 :] if word not in _LISTING), "")
    if found[at] not in MONTHS or after in MONTHS:
        return at, 0
    start = at
    while start and found[start - 1] in MONTHS | _LISTING:
        start -= 1
    return start, len(MONTHS & {*found[start : at + 1]})


def _period_at(found: Sequence[str], at: int, amounts: list[Quantity]) -> float | None:
    """The period that ends at this unit: "every two weeks", "a day", "each Monday", "per month"."""
    unit = _UNITS.get(found[at]) or _UNITS.get(found[at].removesuffix("s"))
    if unit is None or at == 0:
        return None
    amount = _amount_before(found, at, amounts)
    if amount is not None:
        if unit < _A_MINUTE and found[amount.start - 1] in _WITHIN:
            return None  # "within 2 seconds" is how long somebody waits
        says_every = amount.start > 0 and found[amount.start - 1] in {"every", "each", "per", "about", "~"}
        says_every = says_every or bool(_CYCLES & set(found[at + 1 : at + _NAMED]))
        return unit * (amount.low + amount.high) / 2 if says_every or found[at].endswith("s") else None
    if found[at - 1] == "other" and at > 1:
        return unit * 2
    if found[at] in MONTHS and found[at - 1] == "of" and not _EACH.isdisjoint(found[max(0, at - _NAMED - 1) : at - 1]):
        return unit  # "every 1st of January"
    is_of_times = found[at - 1] == "in" and found[at - 2] in {"time", "times"}  # "one time in week"
    return unit if found[at - 1] in _BEFORE_UNIT or is_of_times else None


def _start(found: Sequence[str], at: int, amounts: list[Quantity]) -> int:
    """Where the words of the period begin: at the "every" before it."""
    amount = _amount_before(found, at, amounts)
    start = at if amount is None else amount.start
    start = max(0, start - (found[start - 1] in _BEFORE_UNIT))
    start = max(0, start - (start > 1 and found[start - 1] in {"x", "times", "time"}))
    return max(0, start - (found[start - 1] in _TIMES or found[start - 1][0].isdigit()))


def _amount_before(found: Sequence[str], at: int, amounts: list[Quantity]) -> Quantity | None:
    """The amount before the unit: "3 months", "every 3rd month", "every couple of weeks"."""
    end = at - (at > 0 and found[at - 1] in {"rd", "th", "nd"})
    is_short = at > 1 and _UNITS.get(found[at].removesuffix("s"), _YEAR) < _YEAR  # "every couple of years" is rarely
    end -= is_short and (found[at - 2], found[at - 1]) == ("couple", "of")
    return next((amount for amount in amounts if amount.end == end), None)


def _count_before(found: Sequence[str], at: int, amounts: list[Quantity]) -> float:
    """How many times within the period: "twice a week", "3 changes a day", "5 times per month"."""
    period = _amount_before(found, at, amounts)
    start = period.start if period else at
    before = range(max(0, start - _COUNTED), start)
    times = [_TIMES[found[place]] for place in before if found[place] in _TIMES]
    if times:
        return times[-1]
    counted = _counted(found, at, amounts)
    if counted and _counts_changes(found, counted[-1], start):
        return max(1.0, (counted[-1].low + counted[-1].high) / 2)
    return _MANY_TIMES if _MANY & {found[place] for place in before} else 1.0


def _counted(found: Sequence[str], at: int, amounts: list[Quantity]) -> list[Quantity]:
    """The amounts that are said of this period: in the same breath, and not the period's own."""
    period = _amount_before(found, at, amounts)
    start = period.start if period else at
    near = range(max(0, start - _COUNTED), start + 1)
    apart = BREAKS | _OF_THEM | _UNITS.keys()  # "200 pages and they change weekly" counts no changes, 300 a day neither
    return [a for a in amounts if a is not period and a.end in near and not apart & set(found[a.end : start])]


def _counts_things(found: Sequence[str], at: int, amounts: list[Quantity]) -> bool:
    """Whether so many of something come in a period: "70 enquiries each day" says how many, and not how often."""
    counted = _counted(found, at, amounts)
    return bool(counted) and counted[-1].high > 1 and not _counts_changes(found, counted[-1], at)


def _counts_changes(found: Sequence[str], amount: Quantity, start: int) -> bool:
    """Whether an amount counts how often, and not things: "3 times a week", "10 pages a month are revised"."""
    end = next((at for at in range(start, len(found)) if found[at] in BREAKS), len(found))
    is_alone = all(word in _BEFORE_UNIT for word in found[amount.end : start])
    return is_alone or bool(CHANGES & {stem(word) for word in found[amount.end : end]})


def _is_rough(at: int, amounts: list[Quantity]) -> bool:
    return any(amount.is_about and amount.low != amount.high and abs(at - amount.end) <= 3 for amount in amounts)


def _bound(found: Sequence[str], at: int) -> int:
    """-1 for "more often than" what is named, 1 for "less often than", 0 for it itself."""
    before = " ".join(found[max(0, at - 6) : at])
    if any(words in before for words in ("at least", "more than", "more often", "faster than")):
        return -1
    if any(words in before for words in ("less than", "less often", "at most", "not every", "rarer", "not even")):
        return 1
    return 0


def _place(period: float, bound: int, *, is_rough: bool) -> set[str]:
    """The values that a period allows: one when it is near, else the two it lies between."""
    if period <= _DAYS_OF[0] * 2:
        return {"live"}
    if period >= _NEVER:
        return {"static"}
    apart = [max(period / days, days / period) for days in _DAYS_OF]
    at = apart.index(min(apart))
    if apart[at] < (_NEAR_ROUGHLY if is_rough else _NEAR):
        return {_NAMES[at], _NAMES[max(0, at + bound)]}
    above = next(place for place, days in enumerate(_DAYS_OF) if days > period)
    return {_NAMES[above - 1], _NAMES[above]}
