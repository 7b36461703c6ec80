"""What a line orders of one item of the roadmap, by words of its title: it is ticked, or has a day or an owner."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rules.hearing.following.around import REACTIONS, opening, plain
from rules.hearing.following.marking import MARK, Named, marked
from rules.hearing.following.planned_words import MONTH


@dataclass(frozen=True, slots=True)
class Ticked:
    """An item of the roadmap is done."""

    item: int
    """Its place among the titles."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """An item of the roadmap is due some day, or somebody's; which day and whose is not read."""

    item: int
    """Its place among the titles."""


@dataclass(frozen=True, slots=True)
class Owned:
    """An item of the roadmap has an owner: whoever types, or somebody whom the line names."""

    items: tuple[int, ...]
    """The places of the items that go by its name."""
    is_self: bool
    has_day: bool = False
    """Whether it says by when, too; which day is not read."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """Somebody takes what no item goes by."""

    what: str
    """What it is called, as folded: "training gate"."""
    alike: tuple[int, ...]
    """The places of the items in whose titles one of its words stands."""


_LONGEST = 200
"""Characters of a line that works one item and tells nothing else."""
_OPENING = opening(REACTIONS, "we are", "we[’']?re", "i am", "i[’']?m", "all")
_DONE = tuple(
    re.compile(f"{_OPENING}{form}")
    for form in (
        r"(?:mark|set|tick)\s+(?!that\b)(?P<item>.+?)\s+(?:as\s+|is\s+)?(?:done|finished|complete|completed|off)",
        r"check\s+(?P<item>.+?)\s+(?:as\s+(?:done|finished|complete|completed)|off)",
        r"(?:tick|check)\s+off\s+(?P<item>.+)",
        r"tick\s+(?P<item>.+)",
        r"(?:done|finished|through)\s+with\s+(?P<item>.+)",
    )
)
_WHO = r"@?[^\W\d_][\w.’'-]*(?:\s@?[^\W\d_][\w.’'-]*)?"
_BY = r"(?:until|till|by|before)\s+.+"
_SOON = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|tomorrow|next\s|end\s"
_ASSIGNED = tuple(
    re.compile(f"{_OPENING}{form}")
    for form in (
        rf"(?:assign|give|hand)\s+(?P<item>.+?)\s+to\s+{_WHO}(?:\s+{_BY})?",
        r"(?:set\s+)?(?:it\s+is\s+)?due\s+.+?\s+for\s+(?P<item>.+)",
        r"(?P<item>.+?)\s+(?:is|are)\s+due\s+.+",
        (
            r"(?:set\s+|change\s+|move\s+)?(?:the\s+)?(?:due\s+(?:date|day)|deadline)\s+(?:of|for)\s+(?P<item>.+?)\s*"
            rf"(?:is|to|:|=|,)?\s+(?:(?:on|by|the)\s+)*(?:{MONTH}\s+\d|\d|{_SOON}).*"
        ),
        rf"{_WHO}\s+(?:does|takes|will do|will take|makes|builds|owns)\s+(?P<item>.+?)\s+{_BY}",
    )
)
_SELF = r"i|i'll|i will|i can|i am|i'm|let me|me"
_NAME = r"@?[^\W\d_][\w.'-]*"
_TAKES = (
    r"owns?|takes?(?: over| care of| on)?|will take|will do|will own|does|do|is doing|is responsible for"
    r"|am responsible for|is in charge of|am in charge of|leads?|handles?|make|build"
)
_DAY = r"(?P<day>,?\s+(?:due|until|till|by|before|for)\s+(?!us\b|me\b|now\b)[^,;]{1,30})?"
_BECAUSE = (
    rf"(?:\s*[,;]\s*(?!(?:and|then|but|also|please|due|by)\b)[^?{MARK}]{{3,}}"
    rf"|\s+(?:because|since|as)\s[^?{MARK}]{{3,}})?"
)
_OWNED = tuple(
    re.compile(rf"{_OPENING}{form}(?:\s+(?:please|then|now|from now on|for us|too))*{_DAY}{_BECAUSE}")
    for form in (
        rf"(?:(?P<who>{_SELF})\s+)?(?:taking(?: over| on| care of)?|doing|owning|on)\s+{MARK}",
        rf"(?P<who>{_SELF}|{_NAME})\s+(?:{_TAKES})\s+{MARK}",
        rf"(?:assign|give|hand(?: over)?)\s+{MARK}\s+(?:over\s+)?to\s+(?P<who>{_NAME})",
        rf"(?:the\s+)?owner\s+(?:of|for)\s+{MARK}\s+(?:is|should be|will be|:)\s*(?P<who>{_NAME})",
        rf"{MARK}\s+owner\s*(?:is|:|=|should be)\s*(?P<who>{_NAME})",
        rf"{MARK}\s+(?:goes to|belongs to|is owned by|is done by)\s+(?P<who>{_NAME})",
    )
)
_CLAIMED = re.compile(
    rf"{_OPENING}(?:(?:{_SELF})\s+)?(?:taking|takes?|will take|own|owning)(?:\s+(?:over|on|care of))?\s+(?:the|our)\s+"
    rf"(?P<what>[\w-]+(?:\s[\w-]+){{0,3}}?){_DAY}{_BECAUSE}"
)
_NOBODY = frozenset({"we", "they", "who", "nobody", "somebody", "someone", "everybody", "it", "that", "this", "you"})
_NUMBERED = re.compile(
    rf"{_OPENING}(?:(?:tick|check|mark|cross)(?:\s+off)?\s+"
    r"(?:(?:the|roadmap|items?|steps?|points?|numbers?|no\.?|#)\s*)*"
    r"(?:\d{1,2}|all|everything|all of (?:it|them)|the (?:first|second|third|last)(?: one| item| step)?)"
    r"(?:\s+(?:off|(?:as\s+)?done))*"
    r"|(?:the\s+)?(?:roadmap\s+)?(?:item|step|point|number|#)\s*\d{1,2}\s+(?:is\s+)?(?:done|finished|complete|ready)"
    r"|(?:everything|all)(?: of it)?(?: on the roadmap)? is (?:done|finished|ticked))"
)
_FILLING = frozenset(
    {"the", "a", "an", "our", "this", "that", "of", "for", "on", "in", "with", "and", "to", "it"}
    | {"item", "step", "point", "task", "roadmap"}
)
_CHOICES = frozenset({"retrieval", "rag", "prompt", "prompting", "tool", "fine", "tuning", "training", "hybrid"})
"""Words that name what is chosen between: whoever is "done with retrieval" may have dropped it."""
_WORD = re.compile(r"[^\W_]+")


def read_item(text: str, titles: Sequence[str]) -> Ticked | Assigned | None:
    """What is said of one item of the roadmap, which has these titles; None where the line names none, or several."""
    if len(text) > _LONGEST:
        return None
    said = plain(text)
    for forms, spoken in ((_DONE, Ticked), (_ASSIGNED, Assigned)):
        for found in filter(None, (form.fullmatch(said) for form in forms)):
            item = _named(found["item"], titles)
            if item is not None:
                return spoken(item)
    return None


def read_owner(text: str, items: Sequence[Named]) -> Owned | None:
    """Whose an item is from now on; None where the line says nothing of that."""
    found = marked(text, items) if len(text) <= _LONGEST else None
    if found is None or len(found.items) != 1:
        return None
    said = next(filter(None, (form.fullmatch(plain(found.text)) for form in _OWNED)), None)
    if said is None or said["who"] in _NOBODY:
        return None
    is_self = said["who"] is None or bool(re.fullmatch(_SELF, said["who"]))
    return Owned(found.items[0], is_self=is_self, has_day=bool(said["day"]))


def read_claim(text: str, items: Sequence[Named]) -> Claimed | None:
    """What somebody takes that no item goes by: "taking the training gate"; None where the line takes nothing."""
    said = plain(text).replace("’", "'") if len(text) <= _LONGEST else ""
    found = _CLAIMED.fullmatch(said)
    if found is None or marked(text, items).items:
        return None
    words = {word for word in _words(found["what"]) if not word.isdecimal()}
    alike = tuple(at for at, item in enumerate(items) if words & _words(item.title))
    is_work = bool(alike) or found["day"] is not None
    return Claimed(found["what"], alike) if is_work else None


def names_by_number(text: str) -> bool:
    """Whether an item is ticked by a number that none has, or all of them at once."""
    return len(text) <= _LONGEST and bool(_NUMBERED.fullmatch(plain(text)))


def _named(words: str, titles: Sequence[str]) -> int | None:
    """The one item whose title holds all these words, of which one at least is no number and no architecture."""
    wanted = _words(words)
    if all(word.isdecimal() for word in wanted - _CHOICES):
        return None
    found = [number for number, title in enumerate(titles) if wanted <= _words(title)]
    return found[0] if len(found) == 1 else None


def _words(text: str) -> set[str]:
    words = (word.casefold().removesuffix("s") for word in _WORD.findall(text))
    return {word for word in words if word not in _FILLING}
