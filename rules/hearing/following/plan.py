"""What a line says of the plan of the reviews: paused, resumed, stopped for good, handed over, given another day.

Only words that name all that this takes: "can we pause the reviews" is a question about them. Who names a part of a
plan has it filled in where the rest is chosen.
"""

import re
from dataclasses import dataclass

from rules.hearing.following.around import WISHES, opening, plain, tail
from rules.hearing.following.planned import Owner, other_rhythm, read_parts


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
    """The reviews are to come on this day of the month, at this hour, or are to be this person's."""

    day: str | None = None
    """As `Parts` has it; None where only the hour or the owner is named."""
    time: str | None = None
    owner: Owner | None = None
    name: str = ""
    """The name of an owner who is only named, as it was typed."""
    zone: str = ""
    """As `Parts` has it."""


@dataclass(frozen=True, slots=True)
class Wished(Planned):
    """Reviews are to be planned or moved, and it is not all said, or only asked: the form is filled in with what is."""

    other_rhythm: str = ""
    """A rhythm in which reviews do not come, as it was typed: "every Monday"."""


@dataclass(frozen=True, slots=True)
class OwnerAsked:
    """Whether this person may own the reviews, or that they are to: by a name alone, which tells Slack nobody."""

    name: str
    """As it was typed; "" for whoever is mentioned or types."""


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


Plan = Paused | Resumed | Stopped | HandedOver | Planned | OwnerAsked | Later | Reopened | Reminded
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
_LAST = r"(?:(?:the|our|this|that|last|latest|monthly)\s+)*review"
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
_NAME = r"(?P<who>(?!(?:me|the|our|this|somebody|someone|us|them|you|all|whoever|everybody)\b)[^\W\d_][\w-]*)"
_HAND_NAMED = tuple(
    re.compile(f"{_OPENING}{form}{_TAIL}")
    for form in (
        rf"(?:hand|pass|give|transfer|assign)\s+{_THEM}\s+(?:over\s+|on\s+)?to\s+{_NAME}",
        rf"(?:hand|pass)\s+(?:over|on)\s+{_THEM}\s+to\s+{_NAME}",
        rf"(?:make|let)\s+{_NAME}\s+(?:the\s+)?(?:owner of|own|run|do|lead|take over|take)\s+{_THEM}",
        rf"{_NAME}\s+(?:should|shall|will|can)\s+(?:own|run|lead|take over)\s+{_THEM}",
    )
)
_ASKED_OWNER = re.compile(
    r"\b(?:can|could|may|should|shall|will|would)\s+(?P<who>@[\w.’'-]+|[^\W\d_][\w-]*)\s+(?:also\s+)?"
    r"(?:own|run|do|lead|take|host|hold|handle|be (?:the\s+)?owner of)\s+"
    rf"(?:it|that|them|this|one|those|{_REVIEW})\b",
    re.IGNORECASE,
)
_NO_OWNER = frozenset({"you", "we", "it", "that", "this", "the", "they", "what", "which", "bot", "ftrag"})
_MAY_BE = re.compile(
    rf"{_NAMED.pattern}|@\S|\b(?:move|shift|reschedule|change|resume|re-?open|restart|start) (?:it|them)\b"
    r"|\b(?:to|make|let) me\b|\bi(?:[’']ll)? (?:own|run|take|am)\b|\b(?:remind|ping|nudge)",
    re.IGNORECASE,
)
_POLITE = re.compile(r"(?:(?:please|pls|hey|hi|ok|okay|so)[,\s]+)*(?:can|could|will|would)\s+you\b")
"""What asks in its form alone."""
_ASKS = re.compile(r"(?:(?:please|pls|hey|hi|ok|okay|so|and)[,\s]+)*(?:can|could|shall|should)\s+(?!you\b)")
_WHILE = r"(?:in|for|during|over|until|till|from|between|of|this|next)\s+\S.*"
_REST_LATER = re.compile(
    rf"{_OPENING}(?:(?:stop|pause|suspend|cancel|skip|leave out|halt)\s+{_REVIEW}|no\s+{_REVIEW})\s+{_WHILE}"
    rf"|{_OPENING}(?:skip|leave out|cancel)\s+(?:the\s+)?(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\s+review.*"
)
_GO_ON_LATER = re.compile(
    rf"{_OPENING}(?:resume|restart|unpause|continue(?: with)?|go on with|start)\s+(?:{_REVIEW}|them|it)(?:\s+again)?"
    r"\s+(?:from|in|on|after|next|once|when|at)\s+\S.*"
)
_REOPEN = re.compile(
    rf"{_OPENING}(?:re-?open\s+(?:{_LAST}|it)|open\s+{_LAST}\s+(?:again|once more|up again)"
    rf"|take\s+{_LAST}\s+up\s+again)(?:[,;.]?\s.*)?"
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
    """Whether the line, however long, begins as one that names a part of a plan, and no more."""
    return _planned(text[:_LONGEST]) is not None


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
    return (
        _rested(text, said)
        or _timed(said, knows_it=knows_it)
        or _handed(text, said)
        or _planned(text, knows_it=knows_it)
        or _owner_asked(text)
    )


def _rested(text: str, said: str) -> Paused | Resumed | Stopped | None:
    is_of_one = not _PLURAL.search(text)
    if _PAUSE.fullmatch(said):
        return Paused(is_of_one)
    if _RESUME.fullmatch(said):
        return Resumed()
    return Stopped(is_of_one) if _STOP.fullmatch(said) else None


def _timed(said: str, *, knows_it: bool) -> Later | Reopened | None:
    """What names a time that no plan holds, or takes up a review that is over."""
    if _REOPEN.fullmatch(said):
        return Reopened() if knows_it or _NAMED.search(said) else None
    if _GO_ON_LATER.fullmatch(said) and (knows_it or _NAMED.search(said)):
        return Later(goes_on=True)
    return Later(goes_on=False) if _REST_LATER.fullmatch(said) else None


def _handed(text: str, said: str) -> HandedOver | OwnerAsked | None:
    """To whoever is mentioned, or to whoever types; a name alone is nobody whom Slack could tell."""
    found = next(filter(None, (form.fullmatch(said) for form in _HAND)), None)
    if found is not None:
        return HandedOver(is_to_self=not found["who"].startswith("@"))
    named = next(filter(None, (form.fullmatch(said) for form in _HAND_NAMED)), None)
    return OwnerAsked(_as_typed(named["who"], text)) if named else None


def _planned(text: str, *, knows_it: bool = False) -> Planned | None:
    """What is to be planned; where that is only asked, or not all of it is known, it is wished."""
    said = plain(text)
    parts = read_parts(said.rstrip("?"), knows_it=knows_it)
    if parts is None:
        _, comma, order = said.partition(", ")  # "the 1st is a holiday, move it to the 4th"
        behind = read_parts(order, knows_it=knows_it) if comma and "?" not in said else None
        if behind is None or not (behind.is_whole and behind.is_ordered and behind.day) or behind.other_rhythm:
            rhythm = other_rhythm(said)
            return Wished(other_rhythm=rhythm) if rhythm else None
        parts = behind
    has_some = bool(parts.day or parts.time or parts.owner or parts.other_rhythm)
    is_meant = has_some or parts.is_moved or (parts.is_ordered and parts.is_whole)
    if not (parts.is_whole or parts.is_ordered) or not is_meant:
        rhythm = other_rhythm(said)
        return Wished(other_rhythm=rhythm) if rhythm else None
    is_told = parts.is_whole and not parts.other_rhythm and not _ASKS.match(said) and has_some
    name = _as_typed(parts.name, text)
    if is_told and ("?" not in said or _POLITE.match(said)):
        return Planned(parts.day, parts.time, parts.owner, name, parts.zone)
    return Wished(parts.day, parts.time, parts.owner, name, parts.zone, parts.other_rhythm)


def _owner_asked(text: str) -> OwnerAsked | None:
    found = _ASKED_OWNER.search(text) if _NAMED.search(text) else None
    who = found["who"] if found else ""
    if not who or who.casefold() in _NO_OWNER:
        return None
    return OwnerAsked("" if who.startswith("@") or who.casefold() in {"i", "someone", "somebody"} else who)


def _as_typed(name: str, text: str) -> str:
    """The name as it stands in the line; it was read folded."""
    found = re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) if name else None
    return found[0] if found else name
