"""Numbers that say the one that is asked for: "90% less than last year, which was 1 million", "half of 4000".

So does a time that nobody waits: the limit lies below it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from rules.hearing.amounts.numbers import Quantity
from rules.hearing.amounts.scales import LATENCY, MOST, Counted, limit, place
from rules.hearing.words.pieces import stems_of

_MORE, _LESS = "more|over|higher|up|above|increase", "less|fewer|lower|down|below|under|decrease"
_SHARE = re.compile(
    rf"(?P<share>\d+(?:\.\d+)?) (?:%|percent) (?:(?P<less>{_LESS})|(?P<more>{_MORE}))\b[^.;]* (?:than|of)\b"
)
_NUMBER = r"\d+(?:\.\d+)?|two|three|four|five|ten|twenty|fifty"
_TIMES = re.compile(rf"\b(?P<times>{_NUMBER}) (?:x|times|fold)\b[^.;]* (?:than|as|of|the|what|last)\b")
_WORDS = re.compile(r"\b(?P<word>twice|double|thrice|triple|half|quarter|third)\b[^.;]*? (?:as|of|the|what|last|our)\b")
_FACTORS = {
    "twice": 2.0, "double": 2.0, "thrice": 3.0, "triple": 3.0, "half": 0.5, "quarter": 0.25, "third": 1 / 3,
    "tenth": 0.1, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "ten": 10.0, "twenty": 20.0, "fifty": 50.0,
}  # fmt: skip
_NUMBERS = {**_FACTORS, "six": 6.0, "seven": 7.0, "eight": 8.0, "nine": 9.0, "hundred": 100.0}
_COMPARED = frozenset({"volume", "corpus", "examples"})
_COMPARING = frozenset({"than", "more", "less", "as", "the", "what"})
_DIGITS = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


_NTH = "two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred"
_ALL = r"of(?: (?:the|our|these|all|those|about|some))*$"
_PARTS = (
    re.compile(rf"(?P<share>\d+(?:\.\d+)?) (?:%|percent) {_ALL}"),
    re.compile(rf"\b(?P<word>half|third|quarter|tenth) {_ALL}"),
    re.compile(rf"\b(?:one|1) (?:in|out of) (?:every )?(?P<nth>\d+|{_NTH}) {_ALL}"),
)
_HOURS = re.compile(r"^[^.;]*\b(?:a|an|per) hour\b[^.;]*?\b(?P<hours>\d+) hours?\b")
_OPEN = re.compile(
    r"^[^.;]*(?:\b(?:a|an|per)|/) (?:hour|h|hr|hrs)\b[^.;]*?"
    r"(?:\b(?:office|opening|working|business|work|store|shop|school) hours?\b"
    r"|\b(?:while|when) .*\b(?:open|work|working)\b)"
)
"""An amount an hour that is told of the hours of work."""
_CLOCK = re.compile(
    r"(?:\b(?:a|an|per)|/) (?:hour|h|hr|hrs)\b[^.;\d]*?"
    r"\b(?P<opens>\d\d?)(?: am)? (?:to|-|until|till|and) (?P<closes>\d\d?)\b(?! (?:hour|day|agent|user|k|%))"
)
"""An amount an hour, told of the hours between two times of the clock: "4k an hour, 8 to 6"."""
_DAY, _HALF_DAY, _AT_WORK = 24, 12, 9
_NOBODY, _WAITS = frozenset({"not", "never", "nobodi", "noon", "none"}), stems_of("wait waits sit sits hold holds")
_MUCH_LESS = 0.25
"""By how much less than a time that nobody waits may be meant."""
_BETWEEN = stems_of("for here there around on even another about the up to it")
"""What may stand between the waiting and its time ..."""
_WILLING = stems_of("mind minds have need needs problem matter must care")
"""... and with what it is said that waiting is no trouble, or not to be done: "do not mind waiting 10 seconds"."""


def compared(amount: Quantity, found: Sequence[str], open_fact: str | None) -> Quantity:
    """The amount; where it is what the asked one is compared with, the asked one."""
    if open_fact not in _COMPARED:
        return amount
    before = " ".join(found[: amount.start])
    part = next((match for each in _PARTS if (match := each.search(before))), None)
    if part is not None:
        return _times(amount, _share(part))
    told = next((match for each in (_SHARE, _TIMES, _WORDS) if (match := each.search(before))), None)
    if told is None or _DIGITS.search(_YEAR.sub("", before[told.end() :])):
        return _in_hours(amount, found, open_fact)
    return _times(amount, _factor(told))


def multiplies(after: Sequence[str]) -> bool:
    """Whether a number says how many times as much it is: "10 times more than the pilot", "3x since May"."""
    return after[:1] == ("x",) or (after[:1] == ("time",) and bool(_COMPARING & {*after[1:3]}))


def _in_hours(amount: Quantity, found: Sequence[str], open_fact: str | None) -> Quantity:
    """An amount an hour, as what it is over a day of so many hours: "60 an hour, 8 hours".

    Where hours of work are told and not how many, they are taken for a working day with its break.
    """
    behind = " ".join(found[amount.end :]) if open_fact == "volume" else ""
    told, hours = _HOURS.search(behind), by_the_clock(behind)
    if told is None and (hours or _OPEN.search(behind)):
        return _times(amount, (hours or _AT_WORK) / _DAY)
    return amount if told is None else _times(amount, int(told["hours"]) / _DAY)


def by_the_clock(said: str) -> int:
    """The hours between two times of the clock that an hourly amount is told of, 0 where none: "9 to 5" are eight."""
    told = _CLOCK.search(said)
    opens, closes = (int(told["opens"]), int(told["closes"])) if told else (0, 0)
    if max(opens, closes) > _DAY or opens == closes:
        return 0
    return closes - opens if closes > opens else closes + _HALF_DAY - opens


def waited(counted: Counted, factor: float) -> set[str]:
    """The values of `latency` by a time of so many seconds each; of one that nobody waits those that it may be below.

    None where the line says itself how long it may be: "he does not wait 10 seconds. 3 max".
    """
    values = place(LATENCY, limit(counted.amount, counted.after), factor, is_end_included=True)
    if not _is_refused(counted):
        return values
    if not MOST.isdisjoint(counted.line):
        return set()
    shorter = replace(counted.amount, low=counted.amount.low * _MUCH_LESS, bound="<")
    return place(LATENCY, shorter, factor) | ({"under_3s"} if values == {"relaxed"} else set())


def _is_refused(counted: Counted) -> bool:
    """Whether the words before a time say that nobody waits it: "a guy on a ladder does not wait 10 seconds"."""
    before = () if counted.amount.bound else counted.before
    at = max((n for n, word in enumerate(before) if word in _WAITS), default=-1)
    is_denied = at > 0 and not _NOBODY.isdisjoint(before[:at])
    return is_denied and _BETWEEN.issuperset(before[at + 1 :]) and _WILLING.isdisjoint(before)


def _times(amount: Quantity, factor: float) -> Quantity:
    return replace(amount, low=amount.low * factor, high=amount.high * factor, is_about=True)


def _share(part: re.Match[str]) -> float:
    said = part.groupdict()
    if said.get("share"):
        return float(said["share"]) / 100
    if said.get("nth"):
        return 1 / (_NUMBERS.get(said["nth"]) or float(said["nth"]))
    return _FACTORS[said["word"]]


def _factor(told: re.Match[str]) -> float:
    said = told.groupdict()
    if said.get("share"):
        part = float(said["share"]) / 100
        return 1 + part if said["more"] else max(0.0, 1 - part)
    word = said.get("times") or said.get("word") or ""
    return _FACTORS.get(word) or float(word)
