"""What a line says of the plan of the reviews: paused, resumed, stopped for good, handed over, given another day.

Only words that name all that this takes: "can we pause the reviews" is a question about them.
"""

import re
from dataclasses import dataclass

from rules.calendar import LAST
from rules.hearing.following.around import WISHES, opening, plain, tail


@dataclass(frozen=True, slots=True)
class Paused:
    """The reviews are to rest until somebody resumes them."""

    is_of_one: bool = False
    """Whether the words may mean one review that stands open: "pause the review"."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """The reviews are to go on."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """There are to be no reviews any more."""

    is_of_one: bool = False
    """As for `Paused`."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Somebody is to own the reviews from now on."""

    is_to_self: bool
    """Whether that is whoever typed the line; else it is the person whom it mentions."""


@dataclass(frozen=True, slots=True)
class Planned:
    """The reviews are to come on this day of the month."""

    day: str
    """As the form of the plan names it: "day:15", "nth:2:0" for the second Monday, "work:-1" for the last working day.

    Numbers are as they were typed: there may be no such day.
    """
    time: str | None = None
    """Hour and minute, "09:30", likewise; None where the line names none."""


@dataclass(frozen=True, slots=True)
class Reminded:
    """Somebody is to be reminded of it all, or at a time that no plan holds."""


Plan = Paused | Resumed | Stopped | HandedOver | Planned | Reminded
"""What a line says of the plan."""

_LONGEST = 200
"""Characters of a line that changes the plan and tells nothing else."""
_OPENING = opening(
    WISHES, "i[’']?d like to", "we should", "from now on", "from next month on", "going forward", mark="[,:]?"
)
_TAIL = tail(
    r"again|for (?:a while|the moment|the time being)|until further notice",
    "from now on|from next month on|going forward|as of now",
    mark="[,]?",
)
_REVIEW = r"(?:(?:the|our|these|those|all|any|this|my)\s+)*(?:monthly\s+)?(?:reviews?|checks?|check-?ins?)"
_PLURAL = re.compile(r"\b(?:reviews|checks|check-?ins|monthly)\b", re.IGNORECASE)
_NAMED = re.compile(r"\breviews?\b|\bmonthly (?:checks?|check-?ins?)\b|\bcheck-?ins?\b", re.IGNORECASE)
"""What the plan is of; "it" may be that as well, once reviews are planned and nothing is asked."""
_PAUSE = re.compile(
    rf"{_OPENING}(?:(?:pause|suspend|halt|interrupt)\s+{_REVIEW}|put\s+{_REVIEW}\s+on (?:hold|pause|ice))"
    rf"{_TAIL}"
)
_RESUME = re.compile(
    rf"{_OPENING}(?:(?:resume|unpause|restart|reactivate|continue(?: with)?|go on with|bring back|take up)\s+{_REVIEW}"
    rf"|(?:start|begin|send|switch on|turn on)\s+{_REVIEW}\s+again|(?:switch|turn)\s+{_REVIEW}\s+(?:back\s+)?on"
    rf"|{_REVIEW}\s+(?:can|should|may)\s+(?:go on|continue|come)(?:\s+again)?){_TAIL}"
)
_STOP = re.compile(
    rf"{_OPENING}(?:(?:stop|cancel|end|drop|abolish|switch off|turn off)\s+(?:doing\s+|with\s+)?{_REVIEW}"
    rf"|(?:switch|turn)\s+{_REVIEW}\s+off|no (?:more|further)\s+{_REVIEW}"
    rf"|we (?:do not|don[’']?t) (?:need|want)\s+{_REVIEW}(?:\s+any\s?more)?){_TAIL}"
)
_THEM = rf"(?:{_REVIEW}|(?:the\s+)?ownership\s+of\s+{_REVIEW})"
_IT = rf"(?:{_THEM}|it|this|(?:the\s+)?ownership)"
"""What is handed over; whoever "does it" or gets "it" may have been given anything."""
_SOMEONE = r"@(?:someone|(?!someone\b)[\w.’'-]+(?:\s(?!(?:not|never|cannot|\w+n[’']t)\b)[\w.’'-]+)?)"
"""Slack names whoever is mentioned by an id, which reads "someone"; a name of two words stands in older messages alone.

So what follows "someone" is said of them: "@someone won't run the reviews".
"""
_ONE = rf"(?P<who>{_SOMEONE}|me|i|i[’']ll)"
_HAND = tuple(
    re.compile(f"{_OPENING}{form}{_TAIL}")
    for form in (
        rf"(?:hand|pass)\s+{_IT}\s+(?:over\s+|on\s+)?to\s+{_ONE}",
        rf"(?:give|transfer|assign|move)\s+{_THEM}\s+(?:over\s+)?to\s+{_ONE}",
        rf"(?:hand|pass)\s+(?:over|on)\s+{_IT}\s+to\s+{_ONE}",
        rf"(?:make|let)\s+{_ONE}\s+(?:the\s+)?(?:owner of|own|run|do|lead|take over|take)\s+{_THEM}",
        rf"{_ONE}\s+(?:(?:will|shall|should)\s+)?(?:owns?|runs?|does|do|leads?|takes?(?:\s+over)?)\s+{_THEM}(?:\s+over)?",
        rf"{_ONE}\s+(?:is|am|will be)\s+(?:now\s+)?(?:the\s+)?(?:owner of|responsible for|in charge of)\s+{_THEM}",
        rf"{_THEM}\s+(?:is|are|belongs?|goes?)\s+(?:owned by|run by|to)\s+{_ONE}",
    )
)
_MONTH = r"(?:\s+(?:of|in)\s+(?:the|each|every|a)\s+month|\s+(?:each|every)\s+month)"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": LAST}
_PLACE = rf"(?P<place>{'|'.join(_PLACES)}|[1-5](?:st|nd|rd|th))"
_DAY = (
    rf"(?:the\s+)?(?:(?P<number>[0-3]?\d)(?:st|nd|rd|th)|day\s+(?P<plain>[0-3]?\d)"
    rf"|{_PLACE}\s+(?P<kind>{'|'.join(_WEEKDAYS)}|(?:working|business|week)\s?days?|day)|(?P<word>first){_MONTH}){_MONTH}?"
)
_TIME = r"(?:,?\s+at\s+(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s*(?P<half>am|pm|a\.m\.|p\.m\.|o[’']?clock|h)?)?"
_PLAN = re.compile(
    rf"{_OPENING}(?:(?:do|run|hold|have|make|move|put|set|shift|schedule|plan|post|send|start)\s+)?{_REVIEW}"
    rf"(?:\s+(?:should|can|must|shall|to|will))?(?:\s+(?:be|come|comes|is|are|happen|run))?"
    rf"\s+(?:(?:on|to|for|over to|every)\s+)?{_DAY}{_TIME}{_TAIL}"
)
_MAY_BE = re.compile(
    rf"{_NAMED.pattern}|@\S|\b(?:to|make|let) me\b|\bi(?:[’']ll)? (?:own|run|take|am)\b|\b(?:remind|ping|nudge)",
    re.IGNORECASE,
)
_US = r"(?:me|us|everyone|everybody|the team|the channel)"
_WHEN = r"(?:in|on|at|next|after|before|by|for|every|each|this|tomorrow|later|once|when)"
_REMIND = re.compile(
    rf"{_OPENING}(?:(?:can|could|will|would) you\s+(?:please\s+)?)?"
    rf"(?:(?:remind|ping|nudge)\s+{_US}(?:\s+(?:again|(?:of|about)\s+(?:this|it|that|the decision)))?"
    rf"|(?:set|make|add)\s+(?:{_US}\s+)?a reminder(?:\s+for\s+{_US})?)(?:\s+(?:again\s+)?{_WHEN}\b.{{0,60}})?"
)
"""What is kept here is one date alone."""


def may_say(text: str) -> bool:
    """Whether the line may say something of the plan: a quick look, before it is looked up which reviews there are."""
    return bool(_MAY_BE.search(text))


def may_name_day(text: str) -> bool:
    """Whether the line, however long, begins as one that names the day of a plan, and no more."""
    return bool(_PLAN.fullmatch(plain(text[:_LONGEST])))


def read_plan(text: str, *, knows_it: bool) -> Plan | None:
    """What the line says of the plan; None where it does not name all that this takes, or is about something else.

    `knows_it`: whether "it" may be the reviews, which is so once they are planned and while nothing is asked.
    """
    if len(text) > _LONGEST:
        return None
    said = plain(text)
    if _REMIND.fullmatch(said.rstrip("?")):
        return Reminded()
    if not (knows_it or _NAMED.search(text)):
        return None
    return _rested(text, said) or _handed(said) or _planned(said)


def _rested(text: str, said: str) -> Paused | Resumed | Stopped | None:
    is_of_one = not _PLURAL.search(text)
    if _PAUSE.fullmatch(said):
        return Paused(is_of_one)
    if _RESUME.fullmatch(said):
        return Resumed()
    return Stopped(is_of_one) if _STOP.fullmatch(said) else None


def _handed(said: str) -> HandedOver | None:
    """To whoever is mentioned, or to whoever types; a name alone is nobody whom Slack could tell."""
    found = next(filter(None, (form.fullmatch(said) for form in _HAND)), None)
    return HandedOver(is_to_self=not found["who"].startswith("@")) if found else None


def _planned(said: str) -> Planned | None:
    found = _PLAN.fullmatch(said)
    return Planned(_day(found), _time(found)) if found else None


def _day(found: re.Match[str]) -> str:
    """The day as the form of the plan names it."""
    number = found["number"] or found["plain"] or (found["word"] and "1")
    if number:
        return f"day:{int(number)}"
    place = _PLACES.get(found["place"]) or int(found["place"][0])
    if found["kind"] in _WEEKDAYS:
        return f"nth:{place}:{_WEEKDAYS.index(found['kind'])}"
    if found["kind"] == "day":
        return "day:31" if place == LAST else f"day:{place}"
    return f"work:{place}"


def _time(found: re.Match[str]) -> str | None:
    if not found["hour"]:
        return None
    hour, half = int(found["hour"]), (found["half"] or "")[:1]
    hour += 12 if half == "p" and hour < 12 else -12 if half == "a" and hour == 12 else 0
    return f"{hour:02}:{found['minute'] or '00'}"
