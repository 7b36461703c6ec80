"""What a line changes about golden tasks that stand: one renamed or taken off, or how many of them have to pass."""

import re
from dataclasses import dataclass, replace

from rules.hearing.following.around import REACTIONS, opening, tail
from rules.hearing.following.task_words import BAR, MOST, QUOTES, RUNS, TASK
from rules.numerals import ORDINALS


@dataclass(frozen=True, slots=True)
class Renamed:
    """A golden task gets another name."""

    whose: str
    name: str
    is_task: bool
    """Whether the line says that it is a golden task, and not another thing of that name."""
    is_last: bool = False
    """Whether it speaks of what was written down just now: "rename that to late fee"."""
    bar: str = ""
    """The bar that it gets with its name, as it was typed."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A golden task is taken off."""

    whose: str
    is_task: bool = True
    """Whether the line says that it is a task, and not another thing of that name."""
    is_in_full: bool = False
    """Whether only a task of this very name can be meant."""
    short: str = ""
    """Its name without what may be the reason behind it: "boats, nobody rents them"."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A part of what a golden task's answer must contain goes: "drop the leaflet part"."""

    what: str
    whose: str
    """Of which task, as it was typed; "" where that is not said."""


@dataclass(frozen=True, slots=True)
class ShareBar:
    """How many of the golden tasks have to pass."""

    bar: str


_SHARE = re.compile(
    rf"{opening(REACTIONS)}(?:at least\s+)?(?P<bar>{BAR}|\d{{1,2}}\s+of\s+(?:the|our)\s+\d{{1,2}})\s+(?:of\s+)?"
    r"(?:(?:the|our)\s+)*(?:golden\s+)?(?:tasks|questions|cases)\s+(?:(?:have|has|need|needs|ought) to|must|should)\s+"
    r"(?:pass|succeed|work)",
    re.IGNORECASE,
)
_TO_NAME = r"(?:\s+(?:to|into|as)\s+|\s*(?:->|→|=>)\s*)"
_OF = rf"(?:(?:the|our|(?:that|this)(?= (?:{'|'.join(ORDINALS)}|last|golden)\b))\s+)?(?P<task>{TASK}\s+)?(?P<whose>.+?)"
_RENAMED = tuple(
    re.compile(opening(REACTIONS, mark=",?") + form, re.IGNORECASE)
    for form in (
        rf"re-?name\s+(?:the\s+)?(?P<task>{TASK}\s+)?[\"'“‘](?P<whose>.+?)[\"'”’]{_TO_NAME}(?P<name>.+)",
        rf"re-?name\s+{_OF}{_TO_NAME}(?P<name>.+)",
        rf"change\s+the\s+name\s+of\s+{_OF}\s+to\s+(?P<name>.+)",
        (
            rf"{_OF}\s+(?:should(?: (?:just|rather|better|now))* be|is(?: now)?|must be|will be|be)\s+"
            r"(?:called|named|renamed(?: to)?)\s+(?!(?:back|again|off|out|in|up|by|when|if|at|on)\b)(?P<name>.+)"
        ),
        rf"call\s+(?:the\s+)?(?P<task>{TASK}\s+)(?P<whose>.+?)\s*[,:]?\s+(?P<name>[\"“'].+)",
        (
            r"(?:call|name)\s+(?P<whose>(?:that|this) (?:one|task)|that|it|this)\s+"
            r"(?!(?:a|an|the|off|done|quits|out|in|up|on|back|me|us|them|and|by|when|if)\b)(?P<name>.+)"
        ),
    )
)
_LAST = re.compile(
    r"(?:that|it|this|(?:that|this|the last|the new) (?:one|task|golden task)|the last)(?:[’']?s name)?", re.IGNORECASE
)
"""How what was written down just now is spoken of."""
_ONE = r"golden (?:task|question|case)"
_OFF = r"(?:remove|delete|drop|scrap|kill|cancel|get rid of|throw out|take (?:off|out|away)|take)"
_THE = r"(?:(?:the|our|my|that|this)\s+)?"
_SHORT = r"(?P<whose>[^,;:]{1,60}?)"
_ANY_MORE = r"(?:\s+(?:any ?more|again|off|out|away))*"
_REMOVED = tuple(
    re.compile(opening(REACTIONS, "no", "actually", mark=",?") + form + tail(), re.IGNORECASE)
    for form in (
        rf"{_OFF}\s+(?:the\s+|our\s+)?(?P<task>{_ONE})\s+(?P<whose>.+)",
        rf"{_OFF}\s+(?:the\s+)?(?P<whose>.+?)\s+(?:off|from|out of|of)\s+(?:the\s+|our\s+)?(?P<task>{TASK})",
        rf"{_OFF}\s+(?:the\s+)?(?P<whose>.+?)\s+(?P<task>{_ONE})",
        rf"we (?:do not|don[’']?t) need (?:the )?(?P<task>{_ONE})\s+(?P<whose>.+?)(?:\s+any ?more)?",
        rf"{_OFF}\s+{_THE}{_SHORT}\s+(?:off|from|out of)\s+(?:the|our|my)\s+(?P<task>tasks)",
        rf"{_OFF}\s+{_THE}{_SHORT}\s+(?P<task>task){_ANY_MORE}",
        rf"{_OFF}\s+{_THE}(?P<task>task)\s+{_SHORT}{_ANY_MORE}",
        (
            rf"{_THE}{_SHORT}\s+(?P<task>task)\s+(?:can|should|must|may|has to)\s+"
            r"(?:go|be (?:removed|deleted|dropped))"
        ),
        (
            rf"{_THE}{_SHORT}\s+(?P<task>task)\s+(?:is|was)\s+[^,;:]{{2,40}}[,;:]\s*{_OFF}\s+(?:it|that)"
            r"(?:\s+(?:off|out|again))?"
        ),
        rf"we (?:do not|don[’']?t|no longer) need {_THE}{_SHORT}\s+(?P<task>task){_ANY_MORE}",
        rf"{_THE}{_SHORT}\s+(?P<one>one)\s+(?:can|should|must|may|has to)\s+(?:go|be (?:removed|deleted|dropped))",
        rf"{_OFF}\s+{_THE}{_SHORT}\s+(?P<one>one|thing){_ANY_MORE}",
        rf"{_OFF}\s+{_THE}(?P<one>one|question)\s+(?:about|on|for|with)\s+{_SHORT}{_ANY_MORE}",
        rf"{_OFF}\s+{_THE}{_SHORT}{_ANY_MORE}",
    )
)
_THAT = (
    r"(?:(?:that|this|it|those|these|them|both|what (?:you|i) just (?:wrote(?: down)?|saved|typed|said))"
    r"(?: (?:one|two))?"
    r"|the (?:last|new|latest) (?:ones?|two|three|tasks)|the (?:last|new) (?:two|three) tasks"
    r"|(?:that|this|those|these) tasks?)"
)
_TWO = r"(?:two|three|four|several|2|3|4)"
_NOT_ONE = (
    r"(?:(?:that|it|this|those|these|they)(?:[’']s|\s+(?:is|are|was|were))?\s+|i (?:meant|said|gave you)\s+)?"
    rf"{_TWO}\s+(?:golden\s+)?tasks?,?\s*(?:and\s+)?not (?:just )?one"
)
_CALLED_WRONG = (
    r"(?:no+|wrong|nope|oops|ups|sorry|hm+"
    r"|(?:that|this|it)(?:[’']s|s|\s+(?:is|was))\s+(?:wrong|not right|not what i (?:meant|said)|a mistake)"
    r"|(?:that|the) task (?:is|was) (?:wrong|a mistake|a test|not right))"
)
_TAKES_BACK = re.compile(
    rf"(?:(?:{_CALLED_WRONG}|{_NOT_ONE}|please|pls|ok|so|and|then)[\s,.!;:–-]*)*"
    rf"(?:{_OFF}|undo|forget|erase|scratch|strike|take back)\s+{_THAT}"
    r"(?:\s+(?:again|please|pls|off|out|away|back))*[\s.!]*",
    re.IGNORECASE,
)
_PARTS = re.compile(rf"(?:(?:{_CALLED_WRONG})[\s,.!;:–-]*)*{_NOT_ONE}[\s.!]*", re.IGNORECASE)
_NAME_MOST = 150
_AND_BAR = re.compile(
    rf"\s*(?:,|\band\b|\bwith\b|\bbut\b)+\s*(?:(?:and|with|but|its|the|a)\s+)*bars?\s*"
    rf"(?:is|to|of|at|[:=]|becomes|should be|must be)?\s*(?P<bar>{BAR}){RUNS}",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"(?:\s*[,;–-]\s*|\s+(?=because\b|since\b))(?:because|since|as|it|it[’']?s|they|we|he|she|nobody|no ?one"
    r"|people|the|our|that|this|not|never)\s[^?]{2,90}$",
    re.IGNORECASE,
)
"""Why a task goes, behind its name."""
_DROPPED = re.compile(
    opening(REACTIONS, "no", "actually", "and", mark=",?")
    + rf"{_OFF}\s+(?:the|that)\s+(?:(?:part|bit|piece)\s+(?:about|on|with)\s+(?P<about>[^,;:?]{{2,40}}?)"
    + r"|(?P<what>[^,;:?]{2,40}?)\s+(?:part|bit|piece))(?:\s+(?:from|of|in)\s+(?P<whose>[^,;:?]{2,60}))?"
    + tail(),
    re.IGNORECASE,
)


def read_renamed(text: str) -> Renamed | None:
    """Which golden task gets which name; None where none does."""
    said = " ".join(text.split()).rstrip(" .!")
    found = next(filter(None, (form.fullmatch(said) for form in _RENAMED)), None) if len(said) <= MOST else None
    if found is None:
        return None
    whose, is_task = found["whose"].strip(QUOTES), bool(found.groupdict().get("task"))
    bar = _AND_BAR.search(found["name"])
    is_behind = bar is not None and not found["name"][bar.end() :].strip(" .!")
    name = (found["name"][: bar.start()] if bar and is_behind else found["name"]).strip(QUOTES)[:_NAME_MOST]
    said_bar = bar["bar"] if bar and is_behind else ""
    return Renamed(whose, name, is_task=is_task, is_last=bool(_LAST.fullmatch(whose)), bar=said_bar)


def read_removed(text: str) -> Removed | None:
    """Which golden task is taken off; None where none is."""
    said = " ".join(text.split()).rstrip(" .!")
    whole, short = _removed(said), _removed(_WHY.sub("", said))
    if whole is None or short is None or whole.is_task != short.is_task:
        return short if short and (whole is None or short.is_task) else whole
    return replace(whole, short=short.whose) if short != whole else whole


def _removed(said: str) -> Removed | None:
    found = next(filter(None, (form.fullmatch(said) for form in _REMOVED)), None) if len(said) <= MOST else None
    if found is None:
        return None
    words = found.groupdict()
    is_task = bool(words.get("task"))
    return Removed(found["whose"].strip(QUOTES), is_task=is_task, is_in_full=not (is_task or words.get("one")))


def read_dropped(text: str) -> Dropped | None:
    """Which part of an answer goes; None where none does."""
    said = " ".join(text.split()).rstrip(" .!")
    found = _DROPPED.fullmatch(said) if len(said) <= MOST else None
    return (
        Dropped((found["what"] or found["about"]).strip(QUOTES), (found["whose"] or "").strip(QUOTES))
        if found
        else None
    )


def is_part(what: str, part: str) -> bool:
    """Whether words name a part of what a good answer must contain: "the leaflet" of "cite the leaflet"."""
    return bool(what) and {*re.findall(r"\w+", what.casefold())} <= {*re.findall(r"\w+", part.casefold())}


def takes_back(text: str) -> bool:
    """Whether it wants what was written down just now taken back: "no, delete that", "two tasks, not one, drop it"."""
    return len(text) <= MOST and bool(_TAKES_BACK.fullmatch(" ".join(text.split())))


def parts_one(text: str) -> bool:
    """Whether it says that what was written down as one are several: "that's two tasks, not one"."""
    return len(text) <= MOST and bool(_PARTS.fullmatch(" ".join(text.split())))


def read_share_bar(text: str) -> ShareBar | None:
    """How many of the golden tasks have to pass; None where that is not said."""
    found = _SHARE.fullmatch(" ".join(text.split()).rstrip(" .!")) if len(text) <= MOST else None
    return ShareBar(re.sub(r"\s+(?:the|our)\s+", " ", found["bar"])) if found else None
