"""What a line changes about golden tasks that stand: one renamed or taken off, or how many of them have to pass."""

import re
from dataclasses import dataclass

from rules.hearing.following.around import REACTIONS, opening, tail
from rules.hearing.following.task_words import BAR, MOST, QUOTES, TASK


@dataclass(frozen=True, slots=True)
class Renamed:
    """A golden task gets another name."""

    whose: str
    name: str
    is_task: bool
    """Whether the line says that it is a golden task, and not another thing of that name."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A golden task is taken off."""

    whose: str


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
_OF = rf"(?:the\s+)?(?P<task>{TASK}\s+)?(?P<whose>.+?)"
_RENAMED = tuple(
    re.compile(opening(REACTIONS, mark=",?") + form, re.IGNORECASE)
    for form in (
        rf"re-?name\s+{_OF}{_TO_NAME}(?P<name>.+)",
        rf"change\s+the\s+name\s+of\s+{_OF}\s+to\s+(?P<name>.+)",
        (rf"{_OF}\s+(?:should be|is(?: now)?|must be|will be|be)\s+(?:called|named|renamed(?: to)?)\s+(?P<name>.+)"),
        rf"call\s+(?:the\s+)?(?P<task>{TASK}\s+)(?P<whose>.+?)\s*[,:]?\s+(?P<name>[\"“'].+)",
    )
)
_ONE = r"golden (?:task|question|case)"
_OFF = r"(?:remove|delete|drop|scrap|kill|cancel|get rid of|throw out|take (?:off|out|away)|take)"
_REMOVED = tuple(
    re.compile(opening(REACTIONS, mark=",?") + form + tail(), re.IGNORECASE)
    for form in (
        rf"{_OFF}\s+(?:the\s+|our\s+)?{_ONE}\s+(?P<whose>.+)",
        rf"{_OFF}\s+(?:the\s+)?(?P<whose>.+?)\s+(?:off|from|out of|of)\s+(?:the\s+|our\s+)?{TASK}",
        rf"{_OFF}\s+(?:the\s+)?(?P<whose>.+?)\s+{_ONE}",
        rf"we (?:do not|don[’']?t) need (?:the )?{_ONE}\s+(?P<whose>.+?)(?:\s+any ?more)?",
    )
)
_NAME_MOST = 150


def read_renamed(text: str) -> Renamed | None:
    """Which golden task gets which name; None where none does."""
    said = " ".join(text.split()).rstrip(" .!")
    found = next(filter(None, (form.fullmatch(said) for form in _RENAMED)), None) if len(said) <= MOST else None
    if found is None:
        return None
    return Renamed(found["whose"].strip(QUOTES), found["name"].strip(QUOTES)[:_NAME_MOST], is_task=bool(found["task"]))


def read_removed(text: str) -> Removed | None:
    """Which golden task is taken off; None where none is."""
    said = " ".join(text.split()).rstrip(" .!")
    found = next(filter(None, (form.fullmatch(said) for form in _REMOVED)), None) if len(said) <= MOST else None
    return Removed(found["whose"].strip(QUOTES)) if found else None


def read_share_bar(text: str) -> ShareBar | None:
    """How many of the golden tasks have to pass; None where that is not said."""
    found = _SHARE.fullmatch(" ".join(text.split()).rstrip(" .!")) if len(text) <= MOST else None
    return ShareBar(re.sub(r"\s+(?:the|our)\s+", " ", found["bar"])) if found else None
