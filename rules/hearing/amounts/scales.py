"""The units of numbers, the scales on which one becomes a fact's value, and what lies on an end of one.

Latency ends at what a label promises ("within a second" holds one second); counts end before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rules.facts import VALUES
from rules.hearing.amounts.numbers import Quantity, quantities
from rules.hearing.words.nouns import DOCUMENTS
from rules.hearing.words.pieces import BREAKS, stem, stems_of

_RANGE = 5
"""Words from "between" to the unit of the first end."""
Scale = tuple[tuple[float, str], ...]
"""Upper ends with their values, smallest first; the last end is infinite."""

_ENDLESS = float("inf")
_CHANGE_WORDS = """
change update edit revision revise time x release version refresh deploy correction correct patch fix push amendment
amend batch upload import sync delivery rewrite rewritten replace modify
"""
CHANGES = stems_of(_CHANGE_WORDS)
"""What is counted where it is said how often something changes: "3 updates a week"."""
TOTALS = stems_of("altogether overall total")
"""Beside one of these a number counts all that there is, and not each."""
AT_AN_END = 0.02
"""An amount said roughly that is this near to an end of the scale may belong to either side of it."""
NOT_EXACT = 0.15
"""Pages and bytes say tokens only so well."""

NO_COUNT = stems_of("of out year version gb card bit") | {"st", "nd", "rd", "th", ":", "%"}
"""Behind a number these say that it counts nothing that is asked for."""
NOT_DAILY = 0.03
"""A day is only about a thirtieth of a month."""

VOLUME: Scale = ((1e3, "under_1k"), (1e5, "under_100k"), (1e6, "under_1m"), (_ENDLESS, "over_1m"))
LATENCY: Scale = ((0.3, "under_300ms"), (1.0, "under_1s"), (3.0, "under_3s"), (_ENDLESS, "relaxed"))
EXAMPLES: Scale = ((1.0, "none"), (1e2, "tens"), (1e3, "hundreds"), (1e4, "thousands"), (_ENDLESS, "tens_of_thousands"))
CORPUS: Scale = ((1e5, "prompt_sized"), (_ENDLESS, "large"))
PER_CLASS: Scale = ((20.0, "under_20"), (_ENDLESS, "over_20"))
MODEL_SIZE: Scale = ((10.0, "small_only"), (_ENDLESS, "any"))
NUMBER_OF_CLASSES: Scale = ((20.0, "written"), (100.0, "both"), (_ENDLESS, "by_example"))
AGREEMENT: Scale = ((0.6, "inconsistent"), (0.88, "mixed"), (_ENDLESS, "consistent"))
"""The share of examples that two people label alike."""
KAPPA: Scale = ((0.4, "inconsistent"), (0.8, "mixed"), (_ENDLESS, "consistent"))
"""Cohen's kappa, in the bands of Landis and Koch (1977), fair and substantial taken together."""


def _units(*rows: tuple[float, str]) -> dict[str, float]:
    return {stem(unit): factor for factor, names in rows for unit in names.split()}


SECONDS = _units(
    (0.001, "ms msec msecs millisecond milliseconds millis"),
    (1.0, "s second seconds"), (60.0, "min minute minutes"), (3_600.0, "h hour hours"), (86_400.0, "day days night"),
    (604_800.0, "week"), (2.6e6, "month"), (3.15e7, "year"),
)  # fmt: skip
PER_DAY = _units(
    (86_400.0, "second seconds s"), (1_440.0, "min minute minutes"), (24.0, "hour hours h hourly"),
    (1.0, "day days d daily night nightly"), (1 / 7, "week weeks wk w weekly"), (1 / 30, "month months mo monthly"),
    (1 / 365, "year years yearly annually annum"),
)  # fmt: skip
RATES = _units((86_400.0, "qps rps tps"), (1_440.0, "rpm qpm"), (24.0, "rph"))
TOKENS = _units(
    (1.0, "token tokens tok"), (4 / 3, "word words"), (0.25, "character characters char chars"), (400.0, "page pages"),
    (25.0, "sentence sentences"), (130.0, "paragraph paragraphs"), (400.0, "slide slides"), (250.0, "kb kilobytes"),
    (250_000.0, "mb megabyte megabytes megs meg"), (250e6, "gb gigabyte gigabytes gigs gig"),
    (250e9, "tb terabyte terabytes"),
)  # fmt: skip


SIZES = TOKENS.keys() - stems_of("page sentence paragraph slide")
"""Units of texts, which never count requests."""
PERCENT = frozenset({"%", "percent"})
_BARE_WORDS = """
now after then before since today would will do is are was at if for or and but but soon ok okay fine max maximum tops
later already currently meanwhile again
"""
_BARE, MOST = stems_of(_BARE_WORDS), stems_of("max maximum tops")
"""Behind a number these say that its unit is the one of the number before: "was 8 seconds, must come down to 2"."""
_REQUEST_WORDS = """
request query call message question conversation chat hit lookup search prompt generation inference transaction
interaction ticket email job
"""
REQUESTS = stems_of(_REQUEST_WORDS)
PEAKS = stems_of("peak peaks burst bursts spike spikes busiest rush")
_HOURS = 24
_MEAN, _AT_TIMES = stems_of("average mean avg typical"), 0.1
"""A busy hour carries about ten times what a quiet one does."""
_GROWING_WORDS = "grow grows growing grew add adds adding added gain gains receive write writes publish publishes"
GROWING = stems_of(_GROWING_WORDS)
"""What is told with one of these comes on top of what there is: "we add 50 pages a month"."""
PER = frozenset({"per", "each", "everi", "a", "an", "/", "in"})
_ADVERBS = stems_of("hourly daily nightly weekly monthly yearly annually")


_NOT = frozenset({"not", "no", "nobodi", "never", "noon"})
_TOO_MUCH_WORDS = "too unacceptable impossible problem lose hang leave quit abandon kills annoying frozen broken"
_TOO_MUCH = stems_of(_TOO_MUCH_WORDS)
_ENOUGH_WORDS = "ok okay fine acceptable accept allowed tolerated tolerable possible option go waits permitted"
_ENOUGH = stems_of(_ENOUGH_WORDS)
"""What is said of a limit, and what of one that is not kept: "more than a second and they hang up"."""
_MUCH_LESS = 0.25
"""By how much less than a time that is too long may be meant."""
_AGREEING = frozenset({"agre", "agreement", "overlap", "ident", "same", "alik"})
_DISAGREEING = frozenset({"disagre", "disagr", "differ", "mismatch", "conflict"})
_EACH = frozenset({"each", "everi"})
_ALLOWING_WORDS = """
within under in max maximum most wait waiting fine ok okay enough budget must should need may can patient problem hurry
matter allowed acceptable limit tolerable live
"""
_ALLOWING = stems_of(_ALLOWING_WORDS)
_STEPS = stems_of("step stage call retry hop page tool")
TAKING, _GRANTING = frozenset({"take", "took"}), frozenset({"may", "can", "could", "should", "must"})
_SPREAD = frozenset({"over", "across", "in", "from", "among", "for", "at"})
STORES = stems_of("archive library corpus collection repository wiki folder")
"""Where documents lie: who counts them there counts all there are."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One amount among its neighbors: the stems before and after it, up to the next break."""

    amount: Quantity
    said: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    open_fact: str | None
    apposed: tuple[str, ...] = ()
    """The stems before the comma behind which it stands."""
    line: tuple[str, ...] = ()


def place(
    scale: Scale, amount: Quantity, factor: float, *, is_end_included: bool = False, doubt: float = AT_AN_END
) -> set[str]:
    """The values that the amount allows on the scale; a rough amount near an end belongs to both sides of it."""
    nudge = {"<": 1 - 1e-9, ">": 1 + 1e-9}.get(amount.bound, 1.0)
    low, high = amount.low * factor * nudge, amount.high * factor * nudge
    values = {_value(scale, low, is_end_included), _value(scale, high, is_end_included)}
    is_end = is_end_included and not amount.is_about and any(abs(high - end) < 1e-6 * end for end, _ in scale[:-1])
    if not amount.bound and not is_end and (amount.is_about or doubt > AT_AN_END):
        values |= {_value(scale, low * (1 - doubt), True), _value(scale, high * (1 + doubt), False)}
    return values


def _value(scale: Scale, amount: float, is_end_included: bool) -> str:
    return next(value for end, value in scale if amount < end or (is_end_included and amount <= end))


def with_neighbors(values: set[str]) -> set[str]:
    """The values of `volume` with those beside them, where what is counted only says so much of it."""
    at = [VALUES["volume"].index(value) for value in values]
    return {*VALUES["volume"][max(0, min(at) - 1) : max(at) + 2]}


def daily(counted: Counted, factor: float, doubt: float) -> set[str]:
    """The values of a rate by what it comes to in a day; one that is only reached at times may come to far less."""
    values = place(VOLUME, counted.amount, factor, doubt=doubt)
    is_peak = factor > 1 and PEAKS & {*counted.before, *counted.after} and not _MEAN & {*counted.before, *counted.after}
    return values | place(VOLUME, counted.amount, factor * _AT_TIMES, doubt=doubt) if is_peak else values


def is_of_a_time(counted: Counted) -> bool:
    """Whether a bare number is that of a busy time, or of the clock: "500 at peak", "we close at 6"."""
    is_clock = counted.before[-1:] in {("at",), ("until",), ("till",)} and counted.amount.high <= _HOURS
    return bool(PEAKS & {*counted.after[:3], *counted.before[-2:]}) or (is_clock and not counted.after)


def limit(amount: Quantity, after: Sequence[str]) -> Quantity:
    """The amount; "more than" it turned round where that is too much: "over 300 ms is not acceptable"."""
    is_denied, said = bool(_NOT & {*after}), {*after}
    if not (amount.bound or is_denied) and {("too", "long"), ("too", "slow")} & {*pairwise(after)}:
        return replace(amount, low=amount.low * _MUCH_LESS, bound="<")
    is_too_much = bool(_TOO_MUCH & said) if not is_denied else bool(_ENOUGH & said)
    return replace(amount, bound="<") if amount.bound == ">" and is_too_much else amount


def disagreeing(counted: Counted) -> int:
    """How many words before a number say that it counts what people label differently; 0 where they label it alike."""
    at = next((n for n, word in enumerate(counted.before[::-1], 1) if word in _AGREEING | _DISAGREEING), 0)
    is_denied = counted.before[-at - 1 : -at] == ("not",)
    return at if at and (counted.before[-at] in _DISAGREEING) != is_denied else 0


def agreement(counted: Counted, factor: float) -> set[str]:
    """The values of a share of examples that are labeled alike, told as it is, or as the share that is not."""
    amount = counted.amount
    first = next((word for word in counted.after if word in _AGREEING | _DISAGREEING), "")
    is_told = bool((_AGREEING | _DISAGREEING) & {*counted.before})
    is_denied = ("not", "agre") in pairwise(counted.after) or first in _DISAGREEING
    if disagreeing(counted) or (is_denied and not is_told):
        turned = {"<": ">", ">": "<"}.get(amount.bound, "")
        amount = replace(amount, low=1 / factor - amount.high, high=1 / factor - amount.low, bound=turned)
    return place(AGREEMENT, amount, factor)


def is_rate(after: Sequence[str], at: int) -> bool:
    """Whether this word behind a number makes it a rate: "a day", "in the month", "daily"."""
    joined = after[at - 1 : at] or ()
    is_joined = (joined and joined[0] in PER) or tuple(after[max(0, at - 2) : at]) in {("in", "the"), ("per", "the")}
    return after[at] in PER_DAY and (after[at] in _ADVERBS or bool(at > 0 and is_joined))


def carried(found: Sequence[str], stems: Sequence[str], open_fact: str | None) -> dict[int, tuple[str]]:
    """The units that bare numbers share with the number before, each by the last piece of its number."""
    units = {"latency": SECONDS.keys(), "labels": PERCENT}.get(open_fact or "")
    shared: dict[int, tuple[str]] = {}
    unit, before = "", 0
    for amount in quantities(found) if units else ():
        after = stems[amount.end] if amount.end < len(stems) else "."
        if {".", ";"} & {*found[before : amount.start]} and after not in MOST:
            unit = ""
        before = amount.end
        if units and after in units:
            unit = found[amount.end]
        elif unit and (after in _BARE or after in BREAKS):
            shared[amount.end - 1] = (unit,)
    return shared


def is_of_one(counted: Counted) -> bool:
    """Whether pages are those of one document among many: "3 to 10 pages the piece", "some of them 200 pages"."""
    is_each = bool({"piec", "apiec"} & set(counted.after[:4]) or {"each", "everi"} & {*counted.before})
    before = counted.before[-3:]
    are_many = (
        before[-1:] == ("of",) and before[0][0].isdigit() and bool(DOCUMENTS & {*before})
    )  # "900 deeds of 9 pages"
    return is_each or are_many or before[-2:] == ("of", "them")


def is_part(counted: Counted) -> bool:
    """Whether a number only says which part of another is meant: "one 20-page guide", "1 in 10 of", "half of 400"."""
    behind = counted.after
    if counted.said[:1] in {("one",), ("half",)} and behind and behind[0][0].isdigit():
        return True
    if counted.open_fact == "labels":
        return False
    is_first = behind[:1] in {("in",), ("out",)} and bool(quantities([word for word in behind[1:3] if word != "of"]))
    return is_first or (counted.before[-1:] in {("in",), ("of",)} and counted.before[-2:-1] in {("one",), ("1",)})


def is_of_a_step(counted: Counted) -> bool:
    """Whether a time is that of one step among several: "3 calls of 400 ms", "2 s per step"."""
    behind = counted.after[1:3]
    is_each = behind[:1] in {("each",), ("apiec",)} or (behind[:1] == ("per",) and bool(_STEPS & {*behind}))
    return is_each or (counted.before[-1:] in {("of",), ("at",)} and bool(_STEPS & {*counted.before}))


def is_allowed(counted: Counted) -> bool:
    """Whether a time is one that may pass, and not the one that passes: "half a minute is fine", "within the hour"."""
    turn = counted.before[::-1].index("but") if "but" in counted.before else len(counted.before)
    said = counted.before[len(counted.before) - turn :]  # what stands before a "but" is said of something else
    told = bool(TAKING & {*said} or said[-1:] == ("wait",)) and not _GRANTING & {*said}  # "a truck waits 3 hours"
    granted = _ALLOWING - ({"need"} if "but" in counted.before else set())
    return bool(counted.amount.bound) or (not told and bool(granted & {*said, *counted.after}))


def is_growth(counted: Counted) -> bool:
    """Whether an amount is what comes on top in a time: "grows by 100 docs a month"."""
    has_rate = any(is_rate(counted.after, at) for at in range(1, len(counted.after)))
    return has_rate and bool(GROWING & {*counted.before})


def is_each_ones(after: Sequence[str]) -> bool:
    """Whether a number is that of each of several that are not counted: "20 per shop"."""
    units = PER_DAY.keys() | SECONDS.keys() | RATES.keys() | REQUESTS
    each = (after[at + 1] for at in range(len(after) - 1) if after[at] == "per" or (after[at] in _EACH and at == 0))
    return any(word.isalpha() and word not in units for word in each)


def is_still_to_do(counted: Counted) -> bool:
    """Whether a number counts what somebody has yet to do: "two documents left to sign", "3 pages to go"."""
    near = counted.after[:3]
    is_left = bool({"left", "remain"} & set(near)) or ("to", "go") in pairwise(near)
    is_kept = "after" in counted.after or counted.open_fact in {"examples", "labels", "per_class"}  # left by a cleaning
    is_kept = is_kept or (counted.open_fact is None and near[:1] == ("exampl",) and "to" not in near)
    return is_left and not is_kept


def is_among(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a number counts those among whom something is spread: "over nine countries", "from 40 branches"."""
    is_unit = not after or after[0] in PER_DAY.keys() | REQUESTS or not after[0].isalpha()
    return bool(_SPREAD & set(before[-1:])) and not is_unit


def with_units_last(found: Sequence[str]) -> Sequence[str]:
    """The unit of a range behind both its ends: "between half a second and two" ends with seconds."""
    at = next((n for n, piece in enumerate(found) if piece == "between"), len(found))
    unit = next((n for n in range(at + 2, min(at + _RANGE, len(found) - 2)) if stem(found[n]) in SECONDS), None)
    if unit is None or found[unit + 1] not in {"and", "to"} or stem(found[-1]) in SECONDS:
        return found
    ends = [amount.end for amount in quantities(found) if amount.start == unit + 2]
    return (*found[:unit], *found[unit + 1 : ends[0]], found[unit], *found[ends[0] :]) if ends else found
