"""The words of a plan of reviews: what each piece of it is called, and the value of the plan that it comes to.

Each piece is one pattern of `PIECES`; the groups that it has tell what it is. A group may name a value of the plan (the
day, the hour, whose they are), or mark how the pieces are meant: `ORDERED`, "open", "single".
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from rules.calendar import LAST


class Owner(StrEnum):
    """Who is to own the reviews, as far as a line tells it."""

    MENTIONED = "mentioned"  # the one person whom it mentions
    SELF = "self"  # whoever typed it
    ANYBODY = "anybody"  # somebody else, who is not named
    NAMED = "named"  # somebody by a name alone, which tells Slack nobody


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")  # fmt: skip
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": LAST}
_EDGES = {"start": "day:1", "beginning": "day:1", "middle": "day:15", "mid": "day:15", "end": "day:31"}
_EDGE = rf"(?:{'|'.join(_EDGES)})"
_WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS)}|{'|'.join(sorted(_SHORT, key=len, reverse=True))})"
MONTH = rf"(?:{'|'.join(_MONTHS)}|{'|'.join(month[:3] for month in _MONTHS)})"  # or the beginning of its name
NOUN = r"(?:reviews?|check-?ins?|checks?)(?:\s+(?:meetings?|dates?|day))?"
_OF_ONE = r"(?:the|our|these|those|all|any|this|my|a|that|regular|recurring)\s+"
REVIEW = rf"(?:(?:{_OF_ONE})*(?:monthly\s+)?{NOUN}\b)"
"""The reviews, in the words that a plan of them has."""

_OF_MONTH = r"(?P<monthly>\s+(?:of|in)\s+(?:(?:the|each|every|a)\s+)?month|\s+(?:each|every)\s+month)"
_PLACE = rf"(?P<place>{'|'.join(_PLACES)}|[1-5](?:st|nd|rd|th))"
_AT = r"(?:(?:on|to|for|over to|(?P<each>every|each|always)|from|at|in|be|is|:)\s+)*"
_DAY = (
    rf"{_AT}(?:the\s+)?(?P<day>{_PLACE}\s+(?P<kind>{_WEEKDAY}|(?:working|business|week)\s?days?|day)"
    r"|(?P<number>[0-3]?\d)(?:st|nd|rd|th)|day\s+(?P<plain>[0-3]?\d)|(?P<word>first)(?=\s+(?:of|each|every|in)\s+\w+)"
    rf"|(?P<edge>{_EDGE})(?:\s+of\s+(?:the|each|every)\s+|[- ]?(?:of[- ])?)month|month[- ]?(?P<turn>end))\b{_OF_MONTH}?"
)
_HALF = r"(?P<half>am\b|pm\b|a\.m\.|p\.m\.|in\s+the\s+(?:morning|afternoon|evening)\b|o[’']?clock\b|h\b)"
_HOUR = r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s*"
_TIMES = (
    rf"(?:at|@|to)\s*{_HOUR}{_HALF}?(?!\d|\w|\s*(?:of|%|/))",
    rf"(?:at\s+)?{_HOUR}{_HALF}",
    r"(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?P<half>)(?!\d)",
    r"at\s+(?P<noon>noon)\b",
    r"at\s+the\s+(?P<hour>\d{1,2})(?=\s*(?:[,;.]|$))",
)
_OTHER_RHYTHM = (
    rf"(?:(?:on|to|be|come|for)\s+)*(?P<rhythm>(?:(?:every|each)\s+(?:other\s+)?)?(?P<on>{_WEEKDAY})s?"
    r"|weekly|daily|quarterly|yearly|fortnightly|bi-?weekly|bi-?monthly"
    r"|(?:every|each|once an?|twice an?)\s+(?:(?:other|two|three|four|six|second|third|\d)\s+)?"
    r"(?:days?|weeks?|quarters?|months(?!\w)|years?)|(?:every\s+(?:other|second)|twice a)\s+month)\b"
)
"""Reviews come once a month, on a day that a weekday alone does not name."""
_ON = r"(?:(?:on|at|by|for|to)\s+)*"
_DATES = (
    rf"{_ON}(?:the\s+)?(?P<rhythm>(?P<single>(?P<date>\d\d?)(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH})\b)",
    rf"{_ON}(?P<rhythm>(?P<single>{MONTH}\s+(?:the\s+)?(?P<date>\d\d?)(?:st|nd|rd|th)?)\b)",
    rf"{_ON}(?P<rhythm>(?P<single>(?:this|next|the next|(?:this\s+|the\s+)?coming)\s+(?P<on>{_WEEKDAY}))\b)",
    rf"{_ON}(?P<rhythm>(?P<single>(?:this|next|the next)\s+(?:week|month|quarter|year|time|sprint))\b)",
    rf"(?P<rhythm>(?P<single>(?:in|at|by|of|for)\s+(?:the\s+)?(?:{_EDGE}(?:\s+of)?\s+)?{MONTH}|{_EDGE}\s+of\s+{MONTH})\b)",
    (
        r"(?P<rhythm>(?P<single>in\s+(?:an?|one|two|three|four|six|\d\d?|(?:a\s+)?few|a\s+couple\s+of)\s+"
        r"(?:days?|weeks?|months?|years?))\b)"
    ),
    (
        r"(?P<rhythm>(?P<single>(?:after|before)\s+(?:(?:the|our|this|next|new)\s+)*[\w-]+"
        r"(?:\s+(?:break|holidays?|is\s+\w+))?))"
    ),
    r"(?P<rhythm>(?P<single>tomorrow|today))\b",
    r"(?P<single>(?:only\s+|just\s+)?once|one\s+time)\b(?!\s+(?:an?|every|each)\b)",
)
_FROM = (
    rf"(?:from|(?:starting|beginning)(?:\s+(?:in|from|with))?|as\s+of|not\s+before)\s+(?P<month>{MONTH})\b"
    r"(?:\s+on(?:wards?)?\b)?"
)
_ZONE = (
    r"(?:in\s+)?(?:(?P<zone>(?!(?:at|what|which|the|this|that|same|any)\b)[^\W\d_]+(?:[ /_-][^\W\d_]+)?)\s+time"
    r"|(?P<utc>utc(?![+-])|gmt(?![+-])|[ce]e?s?t|bst|pst|pdt|edt|ist|jst))\b"
)

PLACE = re.compile(
    r"(?:in\s+|time\s?zone\s*:?\s*)?(?P<zone>[^\W\d][\w/+-]*(?:\s[^\W\d][\w-]*){0,2})(?=\s|[,;:.!?)]|$)", re.IGNORECASE
)
"""Up to three words that may be a city, a country or a zone, which only the zones that are known can tell."""
UNREAD = re.compile(r"[^,;.!?()]+(?:\.(?=\d)[^,;.!?()]+)*")
"""What stands up to the next mark."""
TELLS = re.compile(
    r"\b(?:is|are|was|were|went|goes|had|ha[sv]e|did|does|do|will|would|can|could|found|shows?|took|came|got|gets?|needs?"
    r"|must|should|may|might|not|never|nobody|no|if|when|than|what|who|how|why|we|they|he|she|it|i|\w+ed|\w+n[’']t)\b",
    re.IGNORECASE,
)
"""With one of these words it says something of its own, and names no part of a plan."""

_NOBODY = (
    r"it|we|they|the|this|that|these|those|you|who|whoever|nobody|noone|someone|somebody|everyone|everybody|anyone|all"
    r"|us|our|a|an|not|no|and|or|he|she|owner|me|review|reviews|monthly|to|is|as|then|next|end|default|now|hand"
    r"|one|two|three|half|what|which|bot|ftrag|them|anybody|his|her|their|its|my|your|can|could|should|shall|will|would|may"
    rf"|{_WEEKDAY}|{MONTH}"
)
_WHO = (
    rf"(?:(?P<mentioned>@(?:someone|(?!someone\b)[\w.’'-]+(?:\s(?!(?:not|never|cannot|\w+n[’']t|{NOUN}|at|on|for)\b)[\w.’'-]+)?))"
    r"|(?P<self>me|myself|i)|(?P<anybody>(?:some|any)(?:body|one)(?:\s+else)?)"
    rf"|(?P<named>(?!(?:{_NOBODY})\b)[^\W\d_][\w-]*(?:\s(?-i:[A-Z])[\w-]+)?))\b"
)
"""Slack names whoever is mentioned by an id, which reads "@someone": what follows is said of them."""
_DOES = (
    r"(?:owns?|runs?|leads?|does|do|hosts?|makes?|holds?|ha[sv]e?|gets?|handles?|chairs?|moderates?|prepares?|presents?"
    r"|organi[sz]es?|brings?|takes?(?:\s+(?:over|care\s+of))?)"
)
_THING = rf"(?P<thing>(?:(?:the\s+)?ownership\s+of\s+)?{REVIEW})"
_ITS = rf"(?:{_THING}|(?P<it>it|them|this|that|these|those|one)|the\s+(?:numbers|figures|data|slides|results))\b"
_IS = r"(?:(?:is|are|am|as|to\s+be|(?:will|shall|should|can|must)\s+be)(?:\s+now)?)"
_SHALL = r"(?:[’']ll|[’']m|\s+(?:will|shall|should|can|could|must|is\s+to|to|also|now))*"
_HANDS = r"(?:hand|pass|give|transfer|assign)"
_OVER = r"(?:\s+(?:over|on))?"
_OWNERS = (
    rf"(?P<alone>swap|change|switch|new)\s+(?:(?:the|its|review)\s+)*owner(?:\s*(?:is|:|=|to|-))*\s+{_WHO}",
    r"(?P<alone>keep|leave)\s+(?P<self>me)\s+(?:as|on\s+as)\s+(?:the\s+)?owner\b",
    r"(?P<self>i)(?:[’']ll|\s+(?:will|should|want\s+to|would\s+rather))?\s+(?P<alone>stay|remain)\s+(?:the\s+)?owner\b",
    rf"{_WHO}{_SHALL}\s+{_DOES}\s+(?P<alone>it|them)(?:\s+over)?\s+from\s+(?:now|next\s+month)\s+on\b",
    rf"(?:with\s+)?(?:the\s+|as\s+)?owner(?:ship)?\s*(?:(?:is|:|=|-|to\b|being|(?:should|will|shall)\s+be)\s*)*{_WHO}",
    (
        rf"(?:with\s+|make\s+)?{_WHO}\s+(?:{_IS}\s+)?(?:(?:the|an?|its)\s+)?(?:owner|responsible|in charge)\b"
        rf"(?:\s+(?:for|of)\s+{_ITS})?"
    ),
    rf"(?:make\s+|let\s+)?{_WHO}{_SHALL}\s+{_DOES}\s+{_ITS}(?:\s+over)?(?:\s+from\s+(?:me|us)\b)?",
    rf"(?:owned\s+by|run\s+by|led\s+by|done\s+by|hosted\s+by|by|assigned\s+to|assign\s+(?:it\s+)?to)\s+{_WHO}",
    rf"(?P<hands>{_HANDS}){_OVER}\s+{_THING}{_OVER}\s+to\s+{_WHO}",
    rf"(?P<hands>hand|pass){_OVER}\s+(?P<alone>it|this|that|them|(?:the\s+)?ownership){_OVER}\s+to\s+{_WHO}",
    rf"(?P<hands>move)\s+{_THING}{_OVER}\s+to\s+(?=@|me\b){_WHO}",
    rf"{_THING}\s+(?:{_IS}|belongs?|goes?)\s+(?:(?:owned|run)\s+by|to)\s+{_WHO}",
    rf"{_THING}\s+{_IS}\s+{_WHO}[’']s\b",
    rf"{_WHO}{_SHALL}\s+(?:presents?|hosts?|chairs?|moderates?)\b",
    r"(?<=[,;]\s)(?:(?P<mentioned>@someone)|(?P<self>me))\b(?=\s*(?:[,;.]|$))",
    rf"with\s+(?=@|me\b|(?-i:[A-Z])){_WHO}",
    (
        rf"i\s+(?:do\s+not|don[’']?t|cannot|can[’']?t|no\s+longer|won[’']?t)\s+(?:want\s+to\s+)?(?P<anybody>{_DOES})\s+{_THING}"
        r"(?:\s+any\s?more)?"
    ),
)

_PLANS = r"(?P<plans>plan|schedule|set\s?up|arrange|organi[sz]e|book|create|add|establish|need|want)"
"""With these somebody wants reviews to come that do not yet."""
_MOVES = r"(?P<moves>move|shift|reschedule|change|postpone)"
_PUTS = r"(?:do|run|hold|have|make|put|set|post|send|start|put in|let)"
_BE = (
    r"(?:\s+(?:should|can|must|shall|to|will|would))?"
    r"(?:\s+(?:be|come|comes|is|are|happen|run)(?:\s+(?:made|held|done))?)?"
)
_ONE = r"(?:(?:the|our)\s+)?(?P<single>next|coming|upcoming)"
_IT = r"(?:(?:the|our|this)\s+(?:decision|verdict)|it|this|that)\b"
_HEADS = (
    (
        r"(?P<looks>(?:review|revisit|re-?check|re-?examine|re-?assess|(?:have\s+a\s+)?look\s+(?:at|over))"
        rf"\s+{_IT}(?:\s+again\b)?|(?:meet|come\s+back)(?:\s+again)?\s+(?:about|on|over|to|for)\s+{_IT}"
        rf"|(?:check|meet)\s+(?:(?:it|this)\s+)?again\b(?:\s+to\s+look\s+at\s+{_IT})?)"
    ),
    rf"(?:for\s+)?(?:{_PLANS}\s+|{_MOVES}\s+|{_PUTS}\s+)?(?P<thing>{_ONE}\s+{NOUN}\b|{REVIEW})(?P<up>\s+up\b)?{_BE}",
    rf"(?:{_MOVES}\s+)?(?P<alone>{_ONE}\s+one|{_OF_ONE}(?:meeting|call|session|appointment))\b{_BE}",
    rf"{_MOVES}\s+(?P<alone>it|them|that|this)\b(?:\s+back\b)?",
    (
        r"(?:make|put|set)\s+(?P<alone>it|them|that|this)\b(?:\s+back\b)?"
        r"(?!\s+(?:(?:to|be|on|for)\s+)*(?:\w+ly|every|each|once|twice)\b)"
    ),
    (
        r"(?P<moves>undo|revert|take\s+back)\s+"
        r"(?P<alone>(?:the|that|this|my)\s+(?:move|shift|plan|new\s+(?:day|date|hour|time)))\b"
    ),
)
"""How the reviews are named, and what is to be done. To look at it again may be one of them, and may be meant once."""
_REGRETS = (
    r"(?P<alone>(?:i\s+)?(?:got\s+(?:it|that)\s+)?mixed\s+(?:(?:it|that|them)\s+)?up|(?:i\s+)?meant|i\s+mean"
    r"|wrong\s+(?:day|date|time|hour)|my\s+mistake)\b"
)
"""That what was just planned is to be another day or hour."""
_OF_US = r"(?:\s+(?:for\s+)?(?:us|me|all|everybody|everyone|the\s+team)\b)?"
_SUITS = (
    (
        rf"(?P<suits>(?:(?:is|are|was|would\s+be|works?|suits?|fits?){_OF_US}\s+)?(?:much\s+)?(?:better|best|easier)\b{_OF_US}"
        r"|(?:works?|suits?|fits?)\s+(?:for\s+)?(?:us|me)\b|(?:by\s+)?(?:an?|one|two|three|\d\d?|half\s+an)\s+"
        r"(?:hours?|days?|weeks?|minutes?)\b(?:\s+(?:later|earlier|sooner|back|forward))?|later|earlier"
        r"|(?:in\s+the\s+)?(?:mornings?|afternoons?|evenings?)\b)"
    ),
    (
        r"(?P<unsuited>(?:(?:do|does|will)(?:\s+not|n[’']?t)|won[’']?t|never)\s+(?:work|suit|fit)s?"
        rf"|(?:is|are)\s+(?:bad|difficult|impossible))\b{_OF_US}"
    ),
)
"""That another time is wanted, or that the one before is not."""
_MONTHLY = r"(?:(?:on|be|come|to)\s+)*(?P<monthly>monthly|(?:every|each|once an?)\s+month|a month)\b"
_TAKES = rf"(?:\s+(?:take|do|make\s+it)(?=\s+(?:the|on|{_WEEKDAY})))?"
_ASKS = (
    rf"(?P<open>(?:can|could|shall|should)\s+(?:we|i(?!\s+{_DOES}\s+{REVIEW}))\b{_TAKES})",
    r"(?P<open>(?:can|could|shall|should)(?!\s+you)|maybe|perhaps|(?:how|what)\s+about)\b",
)
_AROUND = (
    r"(?:again|instead|rather|from now on|then|now|from next month on|going forward|as of now|please|pls|plz|here|only"
    r"|just|for (?:a while|the moment|the time being|now|us|this|all of us)|thanks|thank you|in (?:this|the) channel"
    r"|with (?:the|our|all|everybody|everyone)\b(?: (?:whole )?(?:team|group|channel|of us))?"
    r"|(?:because|since|as)\s[^,;.!?]*|(?:i|we)(?:[’']?(?:m|re)|[’']ll be| am| are| will be)"
    r" (?:away|on|off|out|busy|leaving|gone|not here)\b[^,;.!?]*)\b"
)
_ALL = (
    *_OWNERS,
    _REGRETS,
    _FROM,
    *_DATES,
    *_TIMES,
    _DAY,
    _OTHER_RHYTHM,
    _ZONE,
    *_HEADS,
    *_SUITS,
    _MONTHLY,
    *_ASKS,
    _AROUND,
)
PIECES = tuple(re.compile(form, re.IGNORECASE) for form in _ALL)
"""What may stand in a line that plans reviews, in the order in which it is tried."""
PIECES_ALONE = tuple(form for form in PIECES if "alone" not in form.groupindex)
"""The same where "it" may be something else."""
ORDERED = frozenset({"hands", "plans", "moves", "up", "suits", "unsuited"})
"""Groups of a piece which says that something is to be done."""
MOVED = frozenset({"moves", "suits", "unsuited"})
"""Those among them that are of reviews which come already."""


def values(found: re.Match[str]) -> Mapping[str, Any]:
    """The values of the plan that a piece names."""
    said = {group: text for group, text in found.groupdict().items() if text}
    return next((read(said) for group, read in _READ.items() if group in said), {})


def other_rhythm(said: str) -> str:
    """The first rhythm in a line that is not the reviews'; "" where there is none but a weekday."""
    found = next((one for one in re.finditer(_OTHER_RHYTHM, said, re.IGNORECASE) if not one["on"]), None)
    return found["rhythm"] if found else ""


def _owner(said: Mapping[str, str]) -> Mapping[str, Any]:
    return {"owner": next(owner for owner in Owner if owner in said), "name": said.get("named", "")}


def _time(said: Mapping[str, str]) -> Mapping[str, Any]:
    hour, half = int(said["hour"]), said.get("half", "").casefold()
    is_late = half.startswith("p") or half.endswith(("afternoon", "evening"))
    hour += 12 if is_late and hour < 12 else -12 if half.startswith("a") and hour == 12 else 0
    return {"time": f"{hour:02}:{said.get('minute', '00')}"}


def _day(said: Mapping[str, str]) -> Mapping[str, Any]:
    """The day as the form of the plan names it."""
    if number := said.get("number") or said.get("plain") or ("1" if "word" in said else ""):
        return {"day": f"day:{int(number)}"}
    if "kind" not in said:
        return {"day": _EDGES[said.get("edge", "end").casefold()]}
    nth, kind = said["place"].casefold(), said["kind"].casefold()
    place = _PLACES.get(nth) or int(nth[0])
    if kind == "day":
        return {"day": "day:31" if place == LAST else f"day:{place}"}
    weekday = _weekday(kind)
    return {"day": f"work:{place}" if weekday is None else f"nth:{place}:{weekday}"}


def _rhythm(said: Mapping[str, str]) -> Mapping[str, Any]:
    """What reviews do not come in, with the day of a month that is nearest to it."""
    day = f"nth:1:{_weekday(said['on'].casefold())}" if "on" in said else ""
    day = f"day:{int(said['date'])}" if "date" in said else day
    return {"other_rhythm": said["rhythm"], **({"day": day} if day else {})}


def _month(said: Mapping[str, str]) -> Mapping[str, Any]:
    named = said["month"].casefold()
    return {"starts": next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(named))}


def _weekday(word: str) -> int | None:
    return _WEEKDAYS.index(word) if word in _WEEKDAYS else _SHORT.get(word)


_READ: Mapping[str, Callable[[Mapping[str, str]], Mapping[str, Any]]] = {
    **{str(owner): _owner for owner in Owner},
    "hour": _time,
    "noon": lambda _: {"time": "12:00"},
    "day": _day,
    "rhythm": _rhythm,
    "month": _month,
    "zone": lambda said: {"zone": said["zone"]},
    "utc": lambda said: {"zone": said["utc"]},
}
"""How each group that names a value is read."""
