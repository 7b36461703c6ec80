"""Which kind a failure was, told in words: "that was a safety failure", "the parcel one was a tool error too" (F11).

It answers the question under a failure that was typed, or corrects the kind that was read there.
"""

import re
from dataclasses import dataclass, replace

from rules.numerals import ORDINALS


@dataclass(frozen=True, slots=True)
class ToldKind:
    """The kind of a failure, or of several."""

    bucket: str
    which: str = ""
    """What tells the failure from the others, as typed: "parcel"; "" for the last one."""
    is_others: bool = False
    """Whether all others of those told together are meant: "the first is a miss, the others too"."""
    is_own: bool = False
    """Whether the speaker's own last one is meant: "mine was a miss"."""
    is_all: bool = False
    """Whether all that are not sorted are meant: "these were tool errors"."""
    at_most: int = 0
    """How many of these, the newest: 2 of "both"; 0 for all there are."""
    is_bare: bool = False
    """Whether the kind is all that is said; such words may answer another question."""
    places: tuple[int, ...] = ()
    """Which of those told together are meant, from 1: "first and third are formatting"; -1 is the last."""
    is_loose: bool = False
    """Whether it tells a kind only where a failure has just been logged: "wall of text was a context overload"."""
    is_corrected: bool = False
    """Whether a bare kind corrects what was said just before: "no wait, formatting"."""
    denied: frozenset[str] = frozenset()
    """The kinds that it was not, where no other is told."""


_NOUN = r"(?:failures?|errors?|problems?|issues?|mistakes?|ones?|things?|kind|bucket|case|call)"
_NAMES = {
    "retrieval_miss": rf"(?:retrieval|search)(?:[ -]miss(?:es)?)?(?: {_NOUN})?|miss(?:es)?",
    "context_overload": rf"(?:context(?:[ -]overloads?)?|overload|too much context)(?: {_NOUN})?",
    "formatting": rf"(?:wrong |bad )?format(?:ting)?(?: {_NOUN})?",
    "safety": rf"(?:safety|unsafe)(?: {_NOUN})?|(?:data )?leak|(?:needless )?refusal",
    "tool_error": rf"(?:wrong )?(?:tools?|api)(?: calls?)?(?: {_NOUN})?"
    r"|the (?:tool|api)(?: call)? (?:was wrong|failed)",
    "unclassified": r"none(?: of (?:these|them|those))?|unclassified|something else|another kind"
    r"|not known(?: yet)?|(?:we |i )?(?:do not|don[’']?t) know(?: yet)?|nobody knows(?: yet)?",
}
_ANY = re.compile("|".join(_NAMES.values()))
_KIND = "|".join(f"(?P<{bucket}>{names})" for bucket, names in _NAMES.items())
_OPENING = (
    r"(?:(?:ok|okay|well|so|no|nope|nah|yes|yeah|hm+|wait|hold on|oh|uh|i think|i guess|i[’']?d say|we think|actually"
    r"|rather|sorry|but|and|right|correct|exactly|that[’']?s (?:right|true|correct))[,:;.]?\s+)*"
)
_CORRECTS = re.compile(r"(?:ok |okay |oh |hm+ )*(?:no|nope|nah|wait|hold on|actually|rather|sorry)\b")
_PLACE = rf"(?:{'|'.join(ORDINALS)}|1st|2nd|3rd|[4-6]th|(?:#|number |no\. ?)?[1-6]|last(?= (?:two|three|\d)))"
_PLACES = rf"(?:the |numbers? )?{_PLACE}(?:(?:,? (?:and|&)|,) (?:the )?{_PLACE})*(?: ones?| two| three)?"
_ALL = r"both|all|all (?:two|three|four|five|\d)|(?:both|all|all \w+) of (?:them|these|those)"
_ONE = r"(?:one|failure|incident|case|thing)"
_NAMED = r"(?!last |latest |first |second |third |whole |kind |bucket |\d(?:st|nd|rd|th) )[\w’' -]{2,60}?"
_NOT_THAT = (
    rf"(?:(?:it|that|(?:the )?(?P<other>{_NAMED}) {_ONE}|(?P<others>{_PLACES})) )?"
    r"(?:(?:was|is) not|(?:was|is)n[’']?t|not) (?:an? |the )?(?!an? |the )[\w-]+(?: (?!its|it|but|rather|that)[\w-]+)?"
    r"(?:[,;.] | (?=its\b|it[’']s |it is |but |rather ))(?:but |rather )?"
)
_SUBJECT = (
    rf"(?:(?P<all>{_ALL}|they|these|those)|(?P<places>{_PLACES})"
    rf"|(?:the|that) (?P<which>{_NAMED}) {_ONE}|(?P<own>mine|ours|my (?:own|{_ONE}))"
    rf"|it|that|this|(?:that|this) one|(?:the )?(?:last|latest) {_ONE}"
    r"|the (?:failure|incident|kind|bucket))"
)
_VERB = (
    r"(?:was|were|is|are|looks like|looked like|counts? as|belongs? (?:to|in)|goes (?:in|under|into)|should be"
    r"|would be|:)"
)
_IT_IS = r"(?:it|that|this)[’']?s,?"
_PUT = (
    r"(?:(?:please |pls )?(?:call|mark|put|sort|file|count|log|make) "
    rf"(?:it|that|this|them|the (?:last )?{_ONE}|(?P<put_all>{_ALL})|(?P<put_places>{_PLACES})"
    rf"|the (?P<put>{_NAMED}) {_ONE})"
    r"(?: (?:as|in|into|under|to))?|(?:it )?(?:counts?|goes|belongs) (?:as|under|into?|to)"
    r"|kind(?: was| is)?:?|bucket:?)"
)
_HOW = (
    r"(?:(?:an?|the|another|clearly|probably|also|just|only|more|of|rather|really|maybe|mostly|again|too|both|all"
    r"|hm+,|uh,) )*"
)
_BEHIND = (
    r"(?: (?:too|also|again|as well|i think|i guess|i[’']?d say|please|pls|really|then))*"
    rf"(?:,? (?:for )?(?P<all_behind>{_ALL}))?(?: (?:too|then|please|pls))*"
    r"(?:,? (?:i|we) (?:just )?(?:checked|looked|verified)(?: (?:it|that|them|again))*)?"
)
_OTHERS_TOO = re.compile(
    r"(?:and )?(?:so (?:was|is|were|are) )?(?:all )?(?:the )?(?:others?|rest)(?: (?:ones?|was|were|is|are))*"
    r"(?: (?:too|as well|also|likewise|the same))?"
)
"""Behind the kind of one, that the others are of it too."""
_SAID = rf"(?P<said>{_SUBJECT} {_VERB} |{_IT_IS} |{_PUT} |(?P<short>{_PLACES}|the (?P<short_which>{_NAMED}) {_ONE}) )"
_TOLD = re.compile(
    rf"(?![1-6] (?:are|were) ){_OPENING}(?P<not>{_NOT_THAT})?(?P<each>(?:both|all) )?(?:{_HOW}{_SAID})?"
    rf"{_HOW}(?:{_KIND}){_BEHIND}"
    r"(?P<rest>(?:[,;:(–—-]|\.\s| because | since | as the ).*)?",
    re.DOTALL,
)
_LOOSE = re.compile(
    rf"{_OPENING}(?:the |that )?(?P<loose>{_NAMED}) (?:was|were|is|counts? as|belongs? to|goes (?:in|under)|=) "
    rf"{_HOW}(?:{_KIND}){_BEHIND}"
)
_ALIKE = "|".join(
    ["stale facts?", "invented facts?", "outdated facts?", "hallucinations?", "old facts?", *_NAMES.values()]
)
_DENIED = re.compile(
    rf"{_OPENING}(?:(?:it|that|this|(?:the )?(?P<which>{_NAMED}) {_ONE}|(?P<places>{_PLACES})) )?"
    rf"(?:(?:was|is) not|(?:was|is)n[’']?t|(?:(?:it|that|this)[’']?s )?not) (?:an? |the )?"
    rf"(?P<kinds>(?:{_ALIKE})(?:(?: ?/ ?| or (?:an? )?|, )(?:{_ALIKE}))*)"
    r"(?:[,;.:–—-].*)?",
    re.DOTALL,
)
_SORTED = r"(?:classified|sorted|bucketed|tagged|triaged|labell?ed|categori[sz]ed)"
_FAILURES = (
    r"(?:(?:the|our|my|these|those|all|last|new|open|\d{1,2}|month[’']?s) )*(?:failures?|incidents?|failure log|log)"
)
_SORTS = re.compile(
    rf"{_OPENING}(?:{_FAILURES}(?: (?:are|is|were|was|now|all|have been|have|got))* {_SORTED}"
    rf"|(?:(?:we|i)(?:[’']ve| have)? )?(?:now |all )?{_SORTED} {_FAILURES}|(?:the |failure )*(?:buckets|kinds))"
    r"(?: (?:now|again|by kind|as follows|so far))*\s*[:–-]\s*(?P<list>\S.*)",
    re.DOTALL,
)
_OF_LIST = re.compile(
    rf"(?:the )?(?P<which>{_NAMED})(?: {_ONE})?(?:\s*(?:=|:|->|→|–)\s*|\s+(?:(?:is|was|are|were|as|to|goes in)\s+)?)"
    rf"{_HOW}(?:{_KIND})"
)
"""One of a list behind "failures classified:", the words of the failure before its kind."""
_ORDERED = r"(?:^|[,;.:]\s*|\b(?:please|pls|can you|could you|let[’']?s|we|i|just|now|and|then)\s+)"
_OF_LOG = re.compile(
    rf"{_ORDERED}log(?:ged)?\s(?=.*\b(?:failures?|incidents?|errors?|as)\b)"
    r"|\b(?:in|into|to|of) (?:the|our) (?:failure )?log\b|\bfailure log\b"
    r"|\b(?:in|into) (?:the |a |which )?\w* ?buckets?\b"
    rf"|^(?:{_FAILURES})(?: (?:are|were|now|all|have been))* {_SORTED}\b|\b{_SORTED} {_FAILURES}\b|^(?:the )?buckets\b"
)
_OF_PROMPT = re.compile(r"\bprompts?\b")
_BETWEEN = re.compile(r"(\s*[,;]\s*(?:and\s+)?|\s+(?:and|but)\s+)")
_CLAUSES = re.compile(r"[.;,]\s+")
_LONGEST = 240


def told_kind(text: str) -> ToldKind | None:
    """The one kind that a line tells of a failure; None where it tells none, or asks."""
    line = _plain(text)
    found = _TOLD.fullmatch(line) if len(line) <= _LONGEST and "?" not in line else None
    return _read(found) if found else None


def told_kinds(text: str) -> tuple[ToldKind, ...]:
    """Each kind that a line tells of a failure, in its order; none where it tells none, or asks.

    Beside told kinds these are words that only count where a failure has just been logged: the kind in a clause of its
    own behind what happened, and kinds that it was not.
    """
    line = _plain(text)
    if len(line) > _LONGEST or "?" in line:
        return ()
    several = _several(line)
    if several:
        return several
    clauses = _CLAUSES.split(line)
    last = told_kind(clauses[-1]) if len(clauses) > 1 else None
    last = replace(last, is_loose=True) if last and not last.is_bare else None
    found = told_kind(line) or _denied(line) or last or _loose(line) or (_denied(clauses[-1]) if clauses else None)
    return (found,) if found else ()


def listed_kinds(text: str) -> tuple[ToldKind, ...]:
    """The kind of each failure of a list: "failures classified: parcel safety, price retrieval miss"; else none."""
    line = _plain(text)
    found = _SORTS.fullmatch(line) if len(line) <= _LONGEST else None
    each = (
        [_OF_LIST.fullmatch(part.strip()) for part in re.split(r"[,;]\s*(?:and )?|\s+and\s+", found["list"])]
        if found
        else []
    )
    read = [ToldKind(next(name for name in _NAMES if one[name]), one["which"].strip()) for one in each if one]
    return tuple(read) if len(read) == len(each) else ()


def speaks_of_log(text: str) -> bool:
    """Whether the words are of the failure log, and not of what goes wrong with the prompt."""
    line = _plain(text)
    return bool(_OF_LOG.search(line)) and not _OF_PROMPT.search(line)


def may_tell_kind(text: str) -> bool:
    """Whether the words may name a kind: sooner seen than whether they do."""
    return len(text) <= _LONGEST and bool(_ANY.search(text.casefold()))


_SMALL = frozenset({"the", "a", "an", "of", "with", "that", "about", "from", "on", "in", "to", "one", "thing"})


def same_words(which: str, what: str) -> bool:
    """Whether all words that tell a failure from the others stand in what happened."""
    named = _words(which) - _SMALL
    return bool(named) and named <= _words(what)


def _words(text: str) -> set[str]:
    """The words of it, one and many of a thing being the same."""
    return {word.removesuffix("s") for word in re.findall(r"\w+", text.casefold())}


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" .!")


def _read(found: re.Match[str]) -> ToldKind:
    bucket = next(bucket for bucket in _NAMES if found[bucket])
    which = found["which"] or found["other"] or found["put"] or found["short_which"] or ""
    places = found["places"] or found["others"] or found["put_places"] or (found["short"] if not which else "") or ""
    behind = re.fullmatch(rf",? (?:for )?({_ALL})", found["rest"] or "")
    is_said = bool(found["said"] or found["not"])
    whole = found["all"] or found["put_all"] or found["all_behind"] or (behind[1] if behind else "")
    return ToldKind(
        bucket,
        which.strip(),
        is_own=bool(found["own"]),
        is_all=bool(whole or found["each"]),
        at_most=_at_most(whole or found["each"] or ""),
        is_bare=not (is_said or whole),
        places=_places(places),
        is_corrected=not is_said and bool(_CORRECTS.match(found.string)),
    )


def _at_most(words: str) -> int:
    """How many "both" and "all three" are; 0 where they say no number."""
    numbers = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
    digit = re.search(r"\d", words)
    return int(digit[0]) if digit else next((many for word, many in numbers.items() if word in words), 0)


def _loose(line: str) -> ToldKind | None:
    found = _LOOSE.fullmatch(line)
    if found is None:
        return None
    return ToldKind(next(bucket for bucket in _NAMES if found[bucket]), found["loose"], is_loose=True)


def _denied(line: str) -> ToldKind | None:
    found = _DENIED.fullmatch(line)
    if found is None:
        return None
    denied = frozenset(bucket for bucket, names in _NAMES.items() if re.search(names, found["kinds"]))
    which, places = (found["which"] or "").strip(), _places(found["places"] or "")
    return ToldKind("unclassified", which, places=places, is_loose=True, denied=denied)


def _several(line: str) -> tuple[ToldKind, ...]:
    """The kinds of several failures: "the parcel one is formatting and the smoker one safety"."""
    kinds: list[ToldKind] = []
    held = ""
    for part in _BETWEEN.split(line):
        one = _of_its_own((held + part).strip()) if not _BETWEEN.fullmatch(part) else None
        if one is None and kinds and not held.strip(" ,;") and _OTHERS_TOO.fullmatch(part):
            one = ToldKind(kinds[-1].bucket, is_others=True)
        held = "" if one else held + part if held or not _BETWEEN.fullmatch(part) else ""
        kinds += [one] if one else []
    return tuple(kinds) if len(kinds) > 1 and not held.strip() else ()


def _of_its_own(clause: str) -> ToldKind | None:
    """The kind in a clause that says of which failure it is."""
    found = _TOLD.fullmatch(clause)
    kind = _read(found) if found and not found["rest"] else _loose(clause)
    return kind if kind and (kind.which or kind.places or kind.is_loose or kind.is_own) else None


def _places(words: str) -> tuple[int, ...]:
    """The numbers of "first and third"; the last two of a "last two" are told from the end."""
    if words.replace("the ", "").startswith("last"):
        return (-2, -1)
    if (first := re.fullmatch(r"(?:the )?first (two|three)", words)) is not None:
        return (1, 2) if first[1] == "two" else (1, 2, 3)
    found = re.findall(rf"{'|'.join(ORDINALS)}|[1-6]", words)
    return tuple(ORDINALS.index(one) + 1 if one in ORDINALS else int(one) for one in found)
