"""When reviews are to come and whose they are, as a line says it in any order: "first Monday, 10am, owner @ben".

A line is consumed piece by piece: what names the review, a day, an hour, a rhythm, an owner, and what may stand around
them. What is left then is about something else, or more than is known here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from rules.calendar import LAST
from rules.hearing.following.around import WISHES, opening


class Owner(StrEnum):
    """Who is to own the reviews, as far as a line tells it."""

    MENTIONED = "mentioned"
    """The one person whom it mentions."""
    SELF = "self"
    """Whoever typed it."""
    NAMED = "named"
    """Somebody by a name alone, which tells Slack nobody."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a line names of a plan of reviews."""

    day: str | None = None
    """As the form of the plan names it: "day:15", "nth:2:0" for the second Monday, "work:-1" for the last working day.

    Numbers are as they were typed: there may be no such day.
    """
    time: str | None = None
    """Hour and minute, "09:30", likewise; None where the line names none."""
    owner: Owner | None = None
    name: str = ""
    """The name of an owner who is only named, folded."""
    zone: str = ""
    """A time zone, as it was typed: "berlin"."""
    other_rhythm: str = ""
    """A rhythm in which reviews do not come: "every Monday", "quarterly"."""
    is_ordered: bool = False
    """Whether it says in a verb that reviews are to be planned or moved: "schedule", "set up"."""
    is_moved: bool = False
    """Whether that verb is of moving: "move", "change"."""
    is_whole: bool = False
    """Whether the line says nothing else."""


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": LAST}
_SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}|{'|'.join(sorted(_SHORT, key=len, reverse=True))})"
_MONTH = r"(?:\s+(?:of|in)\s+(?:the|each|every|a)\s+month|\s+(?:each|every)\s+month)"
_EDGES = {"start": "day:1", "beginning": "day:1", "middle": "day:15", "mid": "day:15", "end": "day:31"}
_PLACE = rf"(?P<place>{'|'.join(_PLACES)}|[1-5](?:st|nd|rd|th))"
_AT = r"(?:(?:on|to|for|over to|every|each|always|from|at|in|be|is|:)\s+)*"
_DAY = re.compile(
    rf"{_AT}(?:the\s+)?(?:{_PLACE}\s+(?P<kind>{_WEEKDAY}|(?:working|business|week)\s?days?|day)"
    rf"|(?P<number>[0-3]?\d)(?:st|nd|rd|th)|day\s+(?P<plain>[0-3]?\d)|(?P<word>first){_MONTH}"
    r"|(?P<edge>start|beginning|middle|mid|end)(?:\s+of\s+(?:the|each|every)\s+|[- ]?(?:of[- ])?)month"
    rf"|month[- ]?(?P<turn>end))\b{_MONTH}?"
)
_BARE_TIME = r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s*(?P<half>am\b|pm\b|a\.m\.|p\.m\.|o[’']?clock\b|h\b)?"
_TIME = tuple(
    re.compile(form)
    for form in (
        rf"(?:at|@|to)\s*{_BARE_TIME}(?!\d|\w|\s*(?:of|%|/))",
        r"(?:at\s+)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s*(?P<half>am\b|pm\b|a\.m\.|p\.m\.|o[’']?clock\b|h\b)",
        r"(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?P<half>)(?!\d)",
        r"at\s+(?P<noon>noon)\b",
    )
)
_OTHER = re.compile(
    rf"(?:(?:on|to|be|come|for)\s+)*(?P<rhythm>(?:(?:every|each|next|the next)\s+(?:other\s+)?)?(?P<on>{_WEEKDAY})s?"
    r"|weekly|daily|quarterly|yearly|fortnightly|bi-?weekly|bi-?monthly"
    r"|(?:every|each|once an?|twice an?)\s+(?:(?:other|two|three|four|six|second|third|\d)\s+)?"
    r"(?:days?|weeks?|quarters?|months(?!\w)|years?)|(?:every\s+(?:other|second)|twice a)\s+month)\b"
)
"""Rhythms in which reviews do not come: they come once a month, on a day that a weekday alone does not name."""
_ZONE = re.compile(
    r"(?:in\s+)?(?:(?P<place>(?!(?:at|what|which|the|this|that|same|any)\b)[^\W\d_]+(?:[ /_-][^\W\d_]+)?)\s+time"
    r"|(?P<short>utc|gmt|[ce]e?s?t|bst|pst|pdt|edt|ist|jst))\b"
)
_MONTHLY = re.compile(r"(?:(?:on|be|come|to)\s+)*(?:monthly|(?:every|each|once an?)\s+month|a month)\b")
_NOBODY = (
    r"it|we|they|the|this|that|these|those|you|who|whoever|nobody|noone|someone|somebody|everyone|everybody|anyone|all"
    r"|us|our|a|an|not|no|and|or|he|she|owner|me|review|reviews|monthly|to|is|as|then|next|end|default|now|hand"
    rf"|{_WEEKDAY}|january|february|march|april|may|june|july|august|september|october|november|december"
)
_WHO = rf"(?:(?P<mention>@(?:someone|[\w.’'-]+))|(?P<self>me|myself|i)|(?P<name>(?!(?:{_NOBODY})\b)[^\W\d_][\w-]*))\b"
_OWNS = r"(?:owns?|runs?|leads?|does|do|hosts?|takes?(?:\s+(?:over|care\s+of))?)\s+(?:it|them|this|that|these)"
_IS = r"(?:is|as|am|to\s+be|(?:will|shall|should|can|must)\s+be)"
_OF_IT = r"(?:owner|responsible|in charge)\b(?:\s+(?:for|of)\s+(?:it|them|that))?"
_OWNER = tuple(
    re.compile(form)
    for form in (
        rf"(?:with\s+)?(?:the\s+|as\s+)?owner(?:ship)?\s*(?:(?:is|:|=|-|to|being|(?:should|will|shall)\s+be)\s*)*{_WHO}",
        rf"(?:with\s+|make\s+)?{_WHO}\s+(?:{_IS}\s+)?(?:(?:the|an?|its)\s+)?{_OF_IT}",
        rf"{_WHO}(?:[’']ll|[’']m|\s+will|\s+shall|\s+should|\s+can|\s+to)?\s+{_OWNS}(?:\s+over)?\b",
        rf"(?:owned\s+by|run\s+by|led\s+by|done\s+by|hosted\s+by|by|assigned\s+to|assign\s+(?:it\s+)?to)\s+{_WHO}",
    )
)
_NOUN = r"(?:reviews?|checks?|check-?ins?)(?:\s+(?:meetings?|dates?|day))?"
_OF_ONE = r"(?:the|our|these|those|all|any|this|my|a|that|regular|recurring)\s+"
_REVIEW = rf"(?:{_OF_ONE})*(?:monthly\s+)?{_NOUN}\b"
_PLANS = r"(?:plan|schedule|set\s?up|arrange|organi[sz]e|book|create|add|establish|need|want)"
"""With these somebody wants reviews to come that do not yet."""
_MOVES = r"(?:move|shift|reschedule|change)"
_DOES = r"(?:do|run|hold|have|make|put|set|post|send|start|put in|let)"
_ASKS = r"(?:can|could|would|will)\s+you|(?:can|could|shall|should)(?:\s+(?:we|i)\b)?"
_OPENING = opening(
    WISHES, "i[’']?d like to", "we should", "we need to", r"(?:we|i)(?=\s+(?:need|want)\b)", "from now on",
    "from next month on", "going forward", _ASKS, mark="[,:]?",
)  # fmt: skip
_HEAD = re.compile(
    rf"(?:(?P<plans>{_PLANS})\s+|(?P<moves>{_MOVES})\s+|{_DOES}\s+)?{_REVIEW}(?P<up>\s+up\b)?"
    r"(?:\s+(?:should|can|must|shall|to|will))?(?:\s+(?:be|come|comes|is|are|happen|run))?"
)
_IT = re.compile(rf"(?P<plans>(?!))?(?P<moves>{_MOVES})\s+it\b(?P<up>(?!))?")
_TAIL = re.compile(
    r"(?:again|instead|for (?:a while|the moment|the time being|now|us|this|all of us)|from now on|from next month on"
    r"|going forward|as of now|please|pls|plz|thanks|thank you|then|now|here|only|just|maybe|in (?:this|the) channel)\b"
)
_OF_THE_TRUTH = re.compile(
    r"\b(?:chang\w*|updat\w*|docs?|documents?|data|content|prices?|facts?|truth|knowledge|corpus|pages?|answers?|labels?"
    r"|people|humans?|found|review(?:s|ed|ing)? (?:the|our|all|every|each))\b"
)
_BETWEEN = re.compile(r"[\s,;:.!–—-]*(?:(?:and|with|then|so|but)\s+)?")


def read_parts(said: str, *, knows_it: bool = False) -> Parts | None:
    """What a folded line names of a plan of reviews; None where it names no review.

    `knows_it`: whether "move it" can mean nothing else.
    """
    parts, at, has_head = Parts(), _end(re.match(_OPENING, said)), False
    while at < len(said):
        at = _end(_BETWEEN.match(said, at), at)
        head = None if has_head else _HEAD.match(said, at) or (_IT.match(said, at) if knows_it else None)
        if head is not None:
            has_head, at = True, head.end()
            is_ordered = bool(head["plans"] or head["moves"] or head["up"])
            parts = replace(parts, is_ordered=is_ordered, is_moved=bool(head["moves"]))
            continue
        found = next(_pieces(said, at, parts), None)
        if found is None:
            break
        parts, at = found
    if not has_head:
        return None
    return replace(parts, is_whole=not said[at:].strip(" .!,;:"))


def other_rhythm(said: str) -> str:
    """The rhythm in which a folded line wants reviews; "" where it wants none, or names what else may change in it."""
    if not re.search(rf"\b{_REVIEW}", said) or _OF_THE_TRUTH.search(said):
        return ""
    found = next((one for one in _OTHER.finditer(said) if not one["on"]), None)
    return found["rhythm"] if found else ""


def _end(found: re.Match[str] | None, default: int = 0) -> int:
    return found.end() if found else default


def _pieces(said: str, at: int, parts: Parts) -> Iterator[tuple[Parts, int]]:
    """What may stand here, each once: what the plan is then, and where the rest begins."""
    if parts.owner is None:
        for owner in filter(None, (form.match(said, at) for form in _OWNER)):
            yield replace(parts, owner=_owner(owner), name=owner["name"] or ""), owner.end()
    if parts.time is None:
        for time in filter(None, (form.match(said, at) for form in _TIME)):
            yield replace(parts, time=_clock(time.groupdict())), time.end()
    if parts.day is None and (day := _DAY.match(said, at)):
        yield replace(parts, day=_day(day)), day.end()
    if not parts.other_rhythm and parts.day is None and (other := _OTHER.match(said, at)):
        yield replace(parts, other_rhythm=other["rhythm"], day=_nearest(other)), other.end()
    if not parts.zone and parts.time and (zone := _ZONE.match(said, at)):
        yield replace(parts, zone=zone["place"] or zone["short"]), zone.end()
    for around in filter(None, (form.match(said, at) for form in (_MONTHLY, _TAIL))):
        yield parts, around.end()


def _owner(found: re.Match[str]) -> Owner:
    if found["name"]:
        return Owner.NAMED
    return Owner.MENTIONED if found["mention"] else Owner.SELF


def _weekday(word: str) -> int | None:
    return WEEKDAYS.index(word) if word in WEEKDAYS else _SHORT.get(word)


def _nearest(found: re.Match[str]) -> str | None:
    """The day of a month that comes nearest to another rhythm: the first of the weekdays that it names."""
    return f"nth:1:{_weekday(found['on'])}" if found["on"] else None


def _day(found: re.Match[str]) -> str:
    """The day as the form of the plan names it."""
    if found["edge"] or found["turn"]:
        return _EDGES[found["edge"] or "end"]
    number = found["number"] or found["plain"] or (found["word"] and "1")
    if number:
        return f"day:{int(number)}"
    place = _PLACES.get(found["place"]) or int(found["place"][0])
    weekday = _weekday(found["kind"])
    if weekday is not None:
        return f"nth:{place}:{weekday}"
    if found["kind"] == "day":
        return "day:31" if place == LAST else f"day:{place}"
    return f"work:{place}"


def _clock(found: Mapping[str, str | None]) -> str:
    if found.get("noon"):
        return "12:00"
    hour, half = int(found["hour"] or 0), (found["half"] or "")[:1]
    hour += 12 if half == "p" and hour < 12 else -12 if half == "a" and hour == 12 else 0
    return f"{hour:02}:{found['minute'] or '00'}"
