"""When reviews are to come and whose they are, as a line says it in any order: "first Monday, 10am, owner @ben".

A line is consumed piece by piece (`planned_words`). What is left then is about something else, or more than is known
here. Where its first clause is that, the pieces may begin behind it: "the 1st is a holiday, move it to the 4th".
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from rules.hearing.following.around import WISHES, opening
from rules.hearing.following.planned_words import (
    MONTH,
    MOVED,
    NOUN,
    ORDERED,
    PIECES,
    PIECES_ALONE,
    PLACE,
    REVIEW,
    TELLS,
    UNREAD,
    Owner,
    other_rhythm,
    values,
)


@dataclass(frozen=True, slots=True)
class Planned:
    """The reviews are to come on this day of the month, at this hour, or are to be this person's."""

    day: str | None = None
    """As the form of the plan names it: "day:15", "nth:2:0" for the second Monday, "work:-1" for the last working day.

    Numbers are as they were typed: there may be no such day. None where only the hour or the owner is named.
    """
    time: str | None = None
    """Hour and minute, "09:30", likewise."""
    owner: Owner | None = None
    name: str = ""
    """The name of an owner who is only named, as it was typed."""
    zone: str = ""
    """A time zone, as it was typed: "berlin"."""
    starts: int = 0
    """The month, 1 to 12, from which on they are to come; 0 where none is named."""


@dataclass(frozen=True, slots=True)
class Wished(Planned):
    """Reviews are to be planned or moved, and it is not all said, or only asked: the form is filled in with what is."""

    other_rhythm: str = ""
    """A rhythm in which reviews do not come, or a single date, as it was typed: "every Monday", "in two weeks"."""
    is_single: bool = False
    """Whether that is a date, or one of the reviews is meant."""
    unread: tuple[str, ...] = ()
    """What else the line names, as it was typed, and is no part of a plan that is known: "room 204"."""


@dataclass(frozen=True, slots=True)
class _Pieces:
    """What the pieces of a line come to."""

    values: Mapping[str, Any]
    marks: frozenset[str]
    """The groups that the pieces have."""
    end: int
    """Where they end in the line."""
    is_whole: bool
    """Whether that is its end."""
    is_named: bool
    """Whether they name the reviews."""
    unread: tuple[str, ...] = ()
    """Words between marks that are none of the pieces."""

    @property
    def may_be_else(self) -> bool:
        """Whether "it" is handed to a word that may be no name: "hand it to support when it is unsure"."""
        is_named = self.values.get("owner") is Owner.NAMED and not self.values.keys() - {"owner", "name"}
        return is_named and not self.is_whole and "alone" in self.marks

    @property
    def is_meant(self) -> bool:
        """Whether they are a plan, or the wish to have one."""
        is_some = bool(self.values) or bool(self.marks & MOVED)
        return self.is_named and (is_some or bool(self.marks & ORDERED and self.is_whole))


_POLITE = r"(?:can|could|will|would) you"
_TAKES_UP = "fine|good|great|perfect|alright|all right|sounds good|looks good|yes|cool|nice|super|excellent|and"
_SIGHS = "no|nope|nah|eh|ugh|hm+|ah|oh|oops|well|wait|actually|sorry|sry|rather|better"
_OPENING = re.compile(
    opening(
        WISHES, _TAKES_UP, _SIGHS, "lets",
        "i[’']?d like to", "we (?:should|need to)", "we[’']ll", r"(?:we|i)(?=\s+(?:need|want|meet)\b)",
        "from now on", "from next month on", "going forward", _POLITE, mark="[,:.!]*",
    ), re.IGNORECASE,
)  # fmt: skip
_OF_THE_TRUTH = re.compile(
    r"\b(?:chang\w*|updat\w*|docs?|documents?|data|content|prices?|facts?|truth|knowledge|corpus|pages?|answers?"
    r"|labels?|people|humans?|found|review(?:s|ed|ing)? (?:the|our|all|every|each))\b", re.IGNORECASE
)  # fmt: skip
_MARKS = " .!,;:?()"
_MOST_UNREAD = 4
"""Words that may be read as nothing between two marks."""
_AFTER_A_PART = re.compile(r"(?:[,;(]|\d(?:\s*(?:am|pm|h|o[’']?clock))?)\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;:.!?()–—-]*(?:(?:and|then|so|but)\s+)?", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:[,;.!?–—]|\s(?=(?:and|so)\s))\s*(?:(?:and|so|then|but)\s+)?", re.IGNORECASE)
_SUPPOSES = re.compile(r"(?:if|when|unless|once|as soon as|in case)\s+(?!is\b)", re.IGNORECASE)
_REASON = re.compile(
    r"(?!(?:but|or|if|unless|when|once|and|so|then|not|no|maybe|perhaps|after|before|from|move|plan|make|with)\b)"
    r"(?:the\s+\d{1,2}(?:st|nd|rd|th)\s+is\s+)?(?:[^\W\d_][\w’'-]*\s*){2,10}", re.IGNORECASE,
)  # fmt: skip
_OF_ONE = (
    re.compile(rf"\b(?P<month>{MONTH})(?:[’']?s)?\s+(?:monthly\s+)?review\b", re.IGNORECASE),
    re.compile(rf"\breview\s+(?:of|for|from)\s+(?P<month>{MONTH})\b", re.IGNORECASE),
)
"""One review by its month."""

IsZone = Callable[[str], bool]
"""Whether words name a time zone that is known, or a place that has one."""


def no_zone(_: str) -> bool:
    """Nothing is, where no zones are known."""
    return False


def read_planned(text: str, *, knows_it: bool = False, is_zone: IsZone = no_zone) -> Planned | None:
    """What a line wants to be planned; where that is only asked, or not all of it is known, it is wished.

    `knows_it`: whether "it" can be nothing else than the reviews.
    """
    said = " ".join(text.split())
    first = _read(said, 0, is_zone, knows_it=knows_it)
    if knows_it and first.is_meant and first.values and not first.is_whole and _is_reason(said, first.end):
        first = replace(first, is_whole=True, unread=())
    behind = None if first.is_meant and first.is_whole else _behind(said, first.end, is_zone, knows_it=knows_it)
    found = behind or (first if first.is_meant and (first.is_whole or first.marks & ORDERED) else None)
    if found is not None:
        return None if found.may_be_else else _as_plan(found)
    is_of_reviews = re.search(rf"\b{REVIEW}", said, re.IGNORECASE) and not _OF_THE_TRUTH.search(said)
    rhythm = other_rhythm(said) if is_of_reviews else ""
    return Wished(other_rhythm=rhythm) if rhythm else None


def _is_reason(said: str, at: int) -> bool:
    """Whether all that follows a plan says why: "make that 2pm, the team is out in the morning"."""
    left = said[at:].strip(" .!")
    is_apart = bool(re.search(r"[,;–—-]\s*$", said[:at]))
    return is_apart and "?" not in said and _REASON.fullmatch(left) is not None and not _OF_THE_TRUTH.search(left)


def month_named(said: str) -> int:
    """The month, 1 to 12, of the one review that a line names, "January's review"; 0 where it names none."""
    return next((values(found)["starts"] for form in _OF_ONE if (found := form.search(said))), 0)


def _as_plan(found: _Pieces) -> Planned:
    marks, named = found.marks, found.values
    is_single = "single" in marks or ("looks" in marks and "monthly" not in marks and "each" not in marks)
    is_open = not found.is_whole or bool(marks & {"open", "suits", "unsuited", "anybody"}) or is_single
    if is_open or "other_rhythm" in named or not named or found.unread:
        return Wished(**named, is_single="single" in marks, unread=found.unread)
    return Planned(**named)


def _behind(said: str, at: int, is_zone: IsZone, *, knows_it: bool) -> _Pieces | None:
    """What a later clause wants, where all that follows it is of it; what is only supposed before it orders nothing."""
    for clause in () if _SUPPOSES.match(said) else _CLAUSE.finditer(said):
        if clause.start() >= at:
            is_named = bool(re.search(rf"\b{NOUN}\b", said[: clause.start()], re.IGNORECASE))
            found = _read(said, clause.end(), is_zone, knows_it=knows_it or is_named, is_named=is_named)
            if found.is_meant and found.is_whole and found.values:
                return found
    return None


def _read(said: str, at: int, is_zone: IsZone, *, knows_it: bool, is_named: bool = False) -> _Pieces:
    """The pieces from there on, each value once; `is_named`: whether the line named the reviews before."""
    opened = _OPENING.match(said, at)
    at = opened.end() if opened else at
    is_polite = bool(opened and re.search(_POLITE, opened[0], re.IGNORECASE))
    known, marks = dict[str, Any](), {"open"} if "?" in said[at:] and not is_polite else set[str]()
    forms = PIECES if knows_it else PIECES_ALONE
    unread, end = list[str](), 0
    while at < len(said):
        between = _BETWEEN.match(said, at)
        at = between.end() if between else at
        found = next(filter(None, (_fitting(form, said, at, known, marks) for form in forms)), None)
        found = found or _placed(said, at, known, is_zone)
        if found is None:
            left = _left(said, at, known, forms)
            if left is None:
                break
            unread, end, at = [*unread, left[0].strip()], end or at, left.end()
            continue
        groups = {group for group, text in found.groupdict().items() if text}
        known = {} if "unsuited" in groups else {**known, **values(found)}
        marks, at = marks | groups, found.end()
    names = (
        {"thing", "looks"} | ({"alone", "suits", "unsuited"} if knows_it else set()) | ({"it"} if is_named else set())
    )
    is_whole = not said[at:].strip(_MARKS) and (not unread or _says_enough(unread, known, marks))
    is_said = bool(marks & names) or bool(knows_it and opened and _is_regretted(opened[0], said, known))
    return _Pieces(known, frozenset(marks), end or at, is_whole, is_said, tuple(unread))


def _left(said: str, at: int, known: Mapping[str, Any], forms: Iterable[re.Pattern[str]]) -> re.Match[str] | None:
    """Words that are read as nothing, behind a mark or an hour; none that name a part anew or tell something."""
    is_behind = bool(known.get("day") or known.get("time")) and bool(_AFTER_A_PART.search(said[:at]))
    left = UNREAD.match(said, at) if is_behind and not any(form.match(said, at) for form in forms) else None
    is_more = left and (TELLS.search(left[0]) or len(left[0].split()) > _MOST_UNREAD)
    return None if is_more else left


def _says_enough(unread: Sequence[str], known: Mapping[str, Any], marks: Set[str]) -> bool:
    """Whether it is a plan though some words are read as nothing: the reviews, their day, and an hour or owner."""
    is_planned = bool(known.get("day")) and bool(known.get("time") or known.get("owner"))
    return is_planned and "thing" in marks and not _OF_THE_TRUTH.search(" ".join(unread))


def _placed(said: str, at: int, known: Mapping[str, Any], is_zone: IsZone) -> re.Match[str] | None:
    """The zone that is named there, in as many words as it has."""
    found = PLACE.match(said, at) if (known.get("day") or known.get("time")) and not known.get("zone") else None
    while found is not None and not is_zone(found["zone"]):
        fewer = found.end() - len(found["zone"].split()[-1]) - 1
        found = PLACE.fullmatch(said, at, fewer) if " " in found["zone"] else None
    return found


def _is_regretted(opened: str, said: str, known: Mapping[str, Any]) -> bool:
    """Whether a sigh before a day or an hour takes back the one that stands: "no, second Monday", "rather 9am"."""
    is_day = str(known.get("day", "")).startswith(("nth:", "work:")) and "other_rhythm" not in known
    is_hour = "time" in known and re.search(r"\d\s*(?:am|pm)\b|\d:\d\d", said, re.IGNORECASE)
    return bool(re.search(rf"\b(?:{_SIGHS})\b", opened, re.IGNORECASE)) and (is_day or bool(is_hour))


def _fitting(
    form: re.Pattern[str], said: str, at: int, known: Mapping[str, Any], marks: Set[str]
) -> re.Match[str] | None:
    """The piece there, where nothing of it is named before, nor needs more to be known than is."""
    found = form.match(said, at)
    new = values(found) if found else {}
    is_of_none = not (known or marks) and bool(form.groupindex.keys() & {"suits", "unsuited"})
    is_lost = is_of_none or ("zone" in new and "time" not in known)
    return None if is_lost or any(known.get(name) for name in new if new[name]) else found
