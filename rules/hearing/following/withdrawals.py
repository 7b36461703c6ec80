"""Which failure is wanted out of the log: "delete the last failure", "take the parcel one back, it was ours"."""

import re
from dataclasses import dataclass

from rules.numerals import ORDINALS

_MOST_ASKED = 160
"""Characters of such a line."""
_NO_FAILURE = (
    r"(?:(?:only|just|merely|really)\s+)*(?:(?:an?|the|my|our|me|from a)\s+)?(?:\w+\s+)?(?:tests?|testing|demo|mistake"
    r"|joke|duplicate|typo|trial|drill|accident|misclick|mix-?up|wrong button)"
    r"(?:\s+(?:runs?|entry|only|of mine|case|data))?"
)
_LEAD = (
    r"(?:(?:please|pls|ok|okay|sorry|oops|ups|nope|no|wrong|hey|actually|(?:that|this|it)(?: one)?(?:[’']?s| is| was)"
    rf" (?:wrong|not right|our(?:s|selves)|mine|us|me|{_NO_FAILURE})|wait|hold on|stop"
    r"|can you|could you|you can|we can|and|so)[,.!;:\s]+)*"
)
_OFF = (
    r"(?:undo|delete|remove|withdraw|take back|cancel|scrap|drop|forget|scratch|strike|discard|ignore|erase|take"
    r"|(?:do not|don[’']?t) count|leave out)"
)
_ONE = r"(?:failure|incident|complaint)"
_THE = (
    r"(?:the|that|my|this|our)\s+(?:(?:last|latest)\s+)?(?:logged\s+)?"
    rf"(?:(?P<which>(?!was\b|is\b)[^,;.:]{{2,50}}?)\s+)?{_ONE}"
)
_DAY = r"(?:today|yesterday|this|last|mine|ours|\w+day)\b"
_FROM = (
    rf"(?:\s+(?:from|of (?={_DAY})|on)\s*[^,;.:]{{2,30}}?"
    rf"|\s+(?:about|with|of(?! {_DAY}))\s+(?:the\s+|a\s+)?(?P<about>[^,;.:]{{2,40}}?))?"
)
_AWAY = r"(?:\s+(?:again|please|pls|out|off|back|away|now|(?:from|of|out of) (?:the|our) log|from the count))*"
_WHY = (
    r"(?:[\s,;.–-]+(?:(?:because|since|as|cause)\s+)?(?:(?:it|that|this)\s*)?(?:was|were|is|[’']?s)?"
    rf"\s*{_NO_FAILURE})?"
)
_REASON = (
    r"(?:[\s,;.–-]+(?:because|since|as|cause)\b[^?]*"
    r"|(?:[,;.–]|\s-)(?!\s*(?:and|then|but|please|pls|also|log|add|what|why|how)\b)(?!.*\binstead\b)[^?]{3,})?"
)
"""Why it was none, in any words: "undo the wrong page failure, Mark had typed the wrong bell himself"."""
_WITHDRAWS = tuple(
    re.compile(_LEAD + form + r"[\s.!]*", re.IGNORECASE)
    for form in (
        rf"{_OFF}\s+{_THE}{_FROM}{_AWAY}(?:{_WHY}|{_REASON})",
        (
            rf"{_THE}{_FROM}\s*(?:(?:was|is)n[’']?t\s+an?\s+{_ONE}|(?:was|is|were|[’']s)\s+"
            rf"(?:(?:no|not an?|never an?|not really an?)\s+{_ONE}|{_NO_FAILURE}|not real"
            r"|logged by (?:mistake|accident)))"
            rf"(?:[\s,;.–-]+(?:(?:so|please|and|pls)\s+)*{_OFF}\s+(?:it|that|this){_AWAY})?"
        ),
        rf"{_THE}{_FROM}\s+(?:should(?: not|n[’']?t)|must not|does(?: not|n[’']?t)) (?:be )?count(?:ed)?{_WHY}",
        rf"(?:that|the|this)\s+(?:last\s+)?(?:one\s+)?(?:was\s+(?:no|not an?|never an?)|wasn[’']?t\s+an?)\s+{_ONE}",
    )
)
_WHICH_ONE = r"(?:the|that)\s+(?P<which>(?!was\b|is\b|whole\b|other\b)[^,;.:]{2,50}?)\s+(?:one|thing)"
_BY_ITS_WORDS = (
    r"(?:the|that)\s+(?:one|thing)\s+(?:with|about|of|on|from|where|that\s+(?:had|has|said|told|got))\s+"
    r"(?:(?:the|an?|our|my)\s+)?(?P<which>(?!.*\b(?:and|but|instead|then)\b)[^,;.:?]{2,50}?)"
)
_LOOSELY = tuple(
    re.compile(_LEAD + form + r"[\s.!]*", re.IGNORECASE)
    for form in (
        rf"(?:{_OFF}|take)(?:\s+(?:back|out|off))?\s+{_WHICH_ONE}{_AWAY}{_REASON}",
        rf"(?:{_OFF}|take)(?:\s+(?:back|out|off))?\s+{_BY_ITS_WORDS}{_AWAY}{_REASON}",
        (
            rf"{_WHICH_ONE}\s+(?:was|is|were|[’']s)\s+[^?;:]{{2,60}}?[,;.–-]+\s*(?:(?:so|please|and|pls)\s+)*{_OFF}\s+"
            rf"(?:it|that|this){_AWAY}"
        ),
        rf"{_BY_ITS_WORDS}\s+(?:(?:was|is)\s+(?:no|not an?|never an?)|(?:was|is)n[’']?t an?)\s+{_ONE}",
        rf"{_WHICH_ONE}\s+(?:(?:was|is)\s+(?:no|not an?|never an?|not really an?)|(?:was|is)n[’']?t an?)\s+{_ONE}",
    )
)
"""Forms in which it is called "one": only a failure of these words, or what was just logged, is meant then."""
_IT = re.compile(
    _LEAD + r"(?:delete|remove|withdraw|scrap|erase|drop|(?:do not|don[’']?t) count)\s+(?:it|that|this)(?:\s+one)?"
    rf"{_AWAY}{_REASON}[\s.!]*",
    re.IGNORECASE,
)
"""And in which it is called nothing at all, right behind what was logged."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A failure is to be counted no more."""

    which: str = ""
    """What tells it from the others, as typed: "battery"; "" for the last one."""
    is_loose: bool = False
    """Whether it is called no failure: "take the battery one back" may be said of something else."""
    is_it: bool = False
    """Whether it is called nothing at all: "no, delete it"."""
    place: int = 0
    """Which of those told together it is, from 1; 0 where none is counted."""


def read_withdrawal(text: str) -> Withdrawal | None:
    """Which failure is wanted out of the log: "delete the last failure", "that was no failure"; None where none is."""
    said = " ".join(text.split())
    if len(said) > _MOST_ASKED:
        return None
    found = _withdrawing(said)
    if found is not None:
        words = found.groupdict()
        return Withdrawal((words.get("which") or words.get("about") or "").strip())
    loose = next(filter(None, (form.fullmatch(said) for form in _LOOSELY)), None)
    if loose is None:
        return Withdrawal(is_loose=True, is_it=True) if _IT.fullmatch(said) else None
    return _counted(loose["which"].strip().casefold())


def withdraws(text: str) -> bool:
    """Whether the line wants a failure out of the log, and calls it one."""
    return len(text) <= _MOST_ASKED and _withdrawing(" ".join(text.split())) is not None


def _withdrawing(said: str) -> re.Match[str] | None:
    return next(filter(None, (form.fullmatch(said) for form in _WITHDRAWS)), None)


def _counted(which: str) -> Withdrawal:
    """What a loose form names: by its place, by its words, or the last."""
    place = ORDINALS.index(which) + 1 if which in ORDINALS else 0
    is_named = not place and which not in {"last", "latest", "newest"}
    return Withdrawal(which if is_named else "", is_loose=True, place=place)
