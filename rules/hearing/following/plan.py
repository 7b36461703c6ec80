"""What a line says of the plan of the reviews: paused, resumed, stopped for good, handed over, given another day.

Only words that name all that this takes: "can we pause the reviews" is a question about them. Who names a part of a
plan has it filled in where the rest is chosen.
"""

import re
from dataclasses import dataclass

from rules.hearing.following.around import WISHES, opening, plain, tail
from rules.hearing.following.planned import IsZone, Planned, month_named, no_zone, read_planned
from rules.hearing.following.planned_words import MONTH, REVIEW


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
class Reminded:
    """Somebody is to be reminded of it all, or at a time that no plan holds."""


@dataclass(frozen=True, slots=True)
class Later:
    """The reviews are to rest, or to go on, at a time to come, which no plan holds: "no reviews in summer"."""

    goes_on: bool
    """Whether they are to go on then; else they are to rest."""


@dataclass(frozen=True, slots=True)
class Reopened:
    """The review that was over is to stand open again."""

    is_sure: bool = True
    """Whether that is ordered; else it is only asked or mused, or was taken back in the same breath."""
    is_named: bool = True
    """Whether the line names it; "it" may be another thing that was closed."""
    month: int = 0
    """The month, 1 to 12, whose review it names; 0 where it names none."""


Plan = Paused | Resumed | Stopped | Planned | Later | Reopened | Reminded
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
_LAST = rf"(?:(?:the|our|this|that|last|latest|monthly|{MONTH}(?:[’']?s)?)\s+)*review(?:\s+(?:of|for|from)\s+{MONTH})?"
_PLURAL = re.compile(r"\b(?:reviews|checks|check-?ins|monthly)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"\breviews?\b|\b(?:monthly|plan|schedule|set up) (?:(?:a|the|our) )?checks?\b|\bcheck-?ins?\b|\brevisit\b"
    r"|\b(?:look|meet|check) (?:\w+ ){0,3}again\b|\b(?:look at|meet (?:about|on|over)) (?:it|this|that)\b",
    re.IGNORECASE,
)
"""What the plan is of; "it" may be that as well, once reviews are planned and nothing is asked."""
_PAUSE = re.compile(
    rf"{_OPENING}(?:(?:pause|suspend|halt|interrupt)\s+{REVIEW}|put\s+{REVIEW}\s+on (?:hold|pause|ice))"
    rf"{_TAIL}"
)
_RESUME = re.compile(
    rf"{_OPENING}(?:(?:resume|unpause|restart|reactivate|continue(?: with)?|go on with|bring back|take up)\s+{REVIEW}"
    rf"|(?:start|begin|send|switch on|turn on)\s+{REVIEW}\s+again|(?:switch|turn)\s+{REVIEW}\s+(?:back\s+)?on"
    rf"|{REVIEW}\s+(?:can|should|may)\s+(?:go on|continue|come)(?:\s+again)?){_TAIL}"
)
_STOP = re.compile(
    rf"{_OPENING}(?:(?:stop|cancel|end|drop|abolish|switch off|turn off)\s+(?:doing\s+|with\s+)?{REVIEW}"
    rf"|(?:switch|turn)\s+{REVIEW}\s+off|no (?:more|further)\s+{REVIEW}"
    rf"|we (?:do not|don[’']?t) (?:need|want)\s+{REVIEW}(?:\s+any\s?more)?){_TAIL}"
)
_MAY_BE = re.compile(
    rf"{_NAMED.pattern}|@\S|\b(?:move|shift|reschedule|change|resume|re-?open|restart|start) (?:it|them)\b"
    r"|\b(?:(?:next|coming|upcoming) one|meeting|call|session|appointment|works?|suits?|fits?|better|skip|leave out)\b"
    r"|\bre-?open\b|\bopen (?:it|that|this) |\b(?:finished|closed|ended|undo|un-?finish|take it up)\b"
    r"|\b(?:hand|pass|give|make|set|put) (?:it|that|this|them)\b|\bowner\b|\bfrom (?:now|next month) on\b|\bmixed\b"
    r"|\b(?:i|sorry) mean|\b(?:resume|unpause|continue|go on)\b"
    r"|\b\d{1,2}(?::\d\d)?\s?(?:am|pm)\b"
    r"|\b(?:first|second|third|fourth|last) (?:mon|tue|wed|thu|fri|sat|sun|work)"
    r"|\bwrong (?:day|date|time|hour)\b|\bmy mistake\b|\b(?:undo|revert|take back) \w+ \w+"
    r"|\b(?:to|make|let) me\b|\bi(?:[’']ll)? (?:own|run|take|am)\b|\b(?:remind|ping|nudge)",
    re.IGNORECASE,
)
_NAMES_PLAN = re.compile(
    r"\bas (?:the )?owner\b|\bowner\b.{0,12}\breviews?\b"
    r"|\b(?:undo|revert|take back) (?:the|that|this|my) (?:move|shift|plan)\b"
    r"|\b(?:takes?|took|taking) over (?:the |our )?reviews?\b"
    r"|\b(?:first|second|third|fourth|last) (?:mon|tues?|wed|thu|fri|sat|sun)[a-z]*\b"
    r".{0,12}\b\d{1,2}(?::\d\d|\s?[ap]m)",
    re.IGNORECASE,
)
_WHILE = r"(?:in|for|during|over|until|till|from|between|of|this|next)\s+\S.*"
_REST = rf"{_OPENING}(?:(?:can|could|shall|should)\s+)?(?:we\s+)?"
_REST_LATER = re.compile(
    rf"{_REST}(?:(?:stop|pause|suspend|cancel|skip|leave out|halt|no|(?:do not|don[’']?t) (?:need|want)(?: an?)?)"
    rf"\s+{REVIEW}\s+{_WHILE}|(?:skip|leave out|cancel)\s+(?:the\s+|our\s+)?"
    rf"(?:(?:next|coming|upcoming)\s+(?:review|one|month)|{MONTH}(?:[’']?s)?(?:\s+(?:review|one))?)\b.*)"
)
_GO_ON_LATER = re.compile(
    rf"{_OPENING}(?:resume|restart|unpause|continue(?: with)?|go on with|start)\s+(?:{REVIEW}|them|it)(?:\s+again)?"
    r"\s+(?:from|in|on|after|next|once|when|at)\s+\S.*"
)
_GO_ON = re.compile(
    rf"(?:[^?]{{0,80}}[,;.!–—]\s*)?{_OPENING}(?:(?:resume|unpause|continue|restart|go on)(?:\s+(?:it|them|that|these))?"
    r"|(?:start|turn|switch) (?:it|them) (?:on )?again)(?:\s+(?:again|then|please|pls|now|with (?:it|them)))*"
)
_SIGHS = r"no|nope|nah|hm+|ah|oh|eh|ugh|argh|oops|ups|well|wait|hold on|actually|sorry|sry|right|yes|yeah|damn"
_REOPENING = opening(
    WISHES,
    _SIGHS,
    "i[’']?d like to",
    "we (?:should|need to|have to|must)",
    "(?:can|could|would|will) you",
    mark="[,:]?",
)
_AGAIN = r"(?:again|once more|one more time|up again)"
_REOPEN = re.compile(
    rf"{_REOPENING}(?:(?:re-?open|un-?finish|un-?close)(?:\s+(?:{_LAST}|it|that|this|that one|this one))?"
    rf"|open\s+(?:{_LAST}|it|that|this)\s+{_AGAIN}|take\s+(?:{_LAST}|it)\s+up\s+again"
    r"|(?:undo|take back)\s+(?:the\s+)?(?:finish(?:ing)?|closing|end(?:ing)?)(?:\s+of\s+the\s+review)?)"
    rf"(?:\s+(?:{_AGAIN}|please|pls|plz|now|then|thanks|for me|for (?:a|one) (?:minute|moment|day|correction)))*"
    r"(?:(?P<later>\s+(?:if|when|once|tomorrow|later|next|after|as soon as)\b.*)"
    r"|\s+(?:because|since|as|so|to|and|for)\s.*)?"
)
"""To take up a review that is over, in one clause; what follows in it says what for."""
_BY_MISTAKE = re.compile(
    rf"{_REOPENING}(?:we|i|somebody|someone)\s+(?:finished|closed|ended)(?:\s+(?:it|this|that|{_LAST}))?"
    r"\s+(?:too\s+(?:early|soon|fast)|by\s+(?:mistake|accident)|accidentally)"
)
_MUSED = re.compile(
    r"(?:(?:should|shall|can|could|may|must|do|would)\s+(?:we|i)|(?:maybe|perhaps|possibly|why not)"
    r"|(?:i|we)\s+(?:might|may|could)|(?:please\s+)?(?:do not|don[’']?t|never|let[’']?s not))\b"
    r"(?:\s+(?:also|maybe|just|have to))*\s+"
)
_LEFT = re.compile(
    r"(?:(?:no|nope|nah|well|actually|ok|okay|wait|hm+|ah|but|or|rather|better|maybe|then|please|just)\s+)*"
    r"(?:(?:leave|keep|let)\s+(?:it|that|this)\b.*|never ?mind|forget (?:it|that)|(?:better|rather|maybe|or)?\s*not"
    r"(?:\s+(?:now|yet|sure|needed|necessary|today|really))*|(?:don[’']?t|do not)(?:\s+(?:re-?open|do|bother).*)?"
    r"|no|nope|nah|it (?:stays|is fine|can stay|should stay)\b.*|stays? (?:closed|as).*)"
)
"""That it is better not done."""
_LATER = re.compile(r"(?:if|when|once|tomorrow|later|next|on|after|as soon as|unless|in)\b")
_PARTS = re.compile(r"\s*(?:[,;.!?–—]+|\s-\s|\bso\b(?=\s+re-?open\b)|\band\b(?=\s+re-?open\b))\s*")
_OTHER_THING = re.compile(r"\b(?:tickets?|issues?|cases?|pr|question|bug|account|order|file|store|shop|door)\b")
"""What else may be open again, where "it" names what was said before."""
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


def names_plan(text: str) -> bool:
    """Whether words are of the plan alone, whatever is asked: its owner, "undo the move", a day with its hour."""
    return bool(_NAMES_PLAN.search(text))


def may_name_day(text: str) -> bool:
    """Whether the line, however long, begins as one that names a part of a plan, and no more."""
    return read_planned(text[:_LONGEST]) is not None


def read_plan(text: str, *, knows_it: bool, is_zone: IsZone = no_zone) -> Plan | None:
    """What the line says of the plan; None where it does not name all that this takes, or is about something else.

    `is_zone` tells whether words name a time zone.
    `knows_it`: whether "it" may be the reviews, which is so once they are planned and while nothing is asked.
    """
    if len(text) > _LONGEST:
        return None
    said = plain(text)
    if _REMIND.fullmatch(said.rstrip("?")):
        return Reminded()
    if not (knows_it or _NAMED.search(text)):
        return None
    return (
        _rested(text, said) or _timed(said, knows_it=knows_it) or read_planned(text, knows_it=knows_it, is_zone=is_zone)
    )


def goes_on(text: str) -> bool:
    """Whether the line says that what rests goes on, without a word of what that is: "no wait, resume"."""
    return bool(_GO_ON.fullmatch(plain(text)))


def _rested(text: str, said: str) -> Paused | Resumed | Stopped | None:
    is_of_one = not _PLURAL.search(text)
    if _PAUSE.fullmatch(said):
        return Paused(is_of_one)
    if _RESUME.fullmatch(said):
        return Resumed()
    return Stopped(is_of_one) if _STOP.fullmatch(said) else None


def _timed(said: str, *, knows_it: bool) -> Later | Reopened | None:
    """What names a time that no plan holds, or takes up a review that is over."""
    reopened = _reopened(said, knows_it=knows_it)
    if reopened is not None:
        return reopened
    if _GO_ON_LATER.fullmatch(said) and (knows_it or _NAMED.search(said)):
        return Later(goes_on=True)
    return Later(goes_on=False) if _REST_LATER.fullmatch(said) else None


def _reopened(said: str, *, knows_it: bool) -> Reopened | None:
    """What a line says of a review that is over, clause by clause; None where none of them takes it up again."""
    parts = [part for part in _PARTS.split(said) if part]
    mused = [_MUSED.match(part) for part in parts]
    orders = [part[hedge.end() :] if hedge else part for part, hedge in zip(parts, mused, strict=True)]
    found = [_REOPEN.fullmatch(part) for part in orders]
    at = next((at for at, order in enumerate(found) if order), None)
    if at is None:
        is_mistake = knows_it and any(map(_BY_MISTAKE.fullmatch, parts))
        return Reopened(is_sure=False, is_named=False) if is_mistake else None
    is_named = bool(_NAMED.search(said))
    if not (is_named or (knows_it and not any(map(_OTHER_THING.search, parts[:at])))):
        return None
    behind = parts[at + 1 :]
    is_asked = "?" in said and not re.search(r"\b(?:can|could|would|will) you\b", said)
    is_left = bool((order := found[at]) and order["later"]) or any(
        _LEFT.fullmatch(part) or _LATER.match(part) for part in behind
    )
    return Reopened(not (mused[at] or is_asked or is_left), is_named, month_named(said))
