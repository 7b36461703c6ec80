"""Readings turned by the words around them: what is denied, dropped, over, or said of a behavior.

"What if they weren't?", "without the training team", "the style changes every month".
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from rules.catalog.asking import opposites, small
from rules.facts import ALONE, Value
from rules.hearing.questions.kinds import LISTING, NOT
from rules.hearing.values import Reading
from rules.hearing.words.pieces import pieces, stem, stems_of

_DROPS = small("dropping")
_GOOD = (("clean",), ("consistent",))
_NONE = frozenset({"0", "zero", "nil"})
_BEHIND = 4
"""Words behind a team over which a zero counts it out: "ML headcount = 0"."""
_LEAVING = small("leaving")
_PAPERS = stems_of("record adr pdf verdict decision writeup summary copy printout")
_GONE = small("gone")
_LET_GO = stems_of("dropped lifted waived gone removed scrapped abolished")
"""Behind a requirement they let it go."""
_ENDS = stems_of("stop stops ceases")
"""Inside what is said these end it: "sources stop being required"."""
_SOMEBODY, _SLIP = frozenset({"i", "he", "she"}), 2
"""Who slips, and so many words before it: "I had miscounted"."""
_GETTING, _NO_GIFT = stems_of("got get gets had has have gained gains"), frozenset({"to", "no", "not"})
"""A device gets something with one of the first, but for one of the second behind it: "has to", "has no signal"."""
_NOBODY = ("no", "one")
_REACH = 5
"""Words over which a word that drops something reaches."""


_MENDED = re.compile(
    r"\b(?:clean|tidi|tid|fix|sort|mend|repair|straighten|relabel|re label|redo|overhaul|correct)\w*\b"
)
_WHOLE = re.compile(r"\b(?:all|every|everything|everybody|whole|entire|entirely|completely|fully)\b")
_PARTS = re.compile(r"\b(?:half|some|part|parts|partly|most|mostly|not|never|nearly|almost)\b")
_BEST = {"hygiene": "clean", "labels": "consistent"}
"""The state of what was put right as a whole."""
_TRAINING, _SEARCH = r"(?:train\w*|fine ?tun\w*)", r"(?:search|index\w*|retrieval|elastic\w*)"
_LEFT = {
    value: re.compile(
        rf"\b(?:(?:only|just|kept|keep)(?: [^\s,:;]+){{0,3}}? {skill}(?: \w+){{0,2}}? (?:left|remain\w*|stays?)"
        rf"|(?:down|left) (?:to|with)(?: only| just| the)* {skill}|left is(?: only| just| the)* {skill})\b(?! to\b)"
    )
    for value, skill in (("training", _TRAINING), ("search", _SEARCH))
}
"""What is there still, said so: "the trainers quit and we only have search left"."""


def mended(fact: str, text: str) -> Value:
    """What comes of putting it right as a whole: "supposing we cleaned it all up"; None where that is not said."""
    is_whole = _MENDED.search(text) and _WHOLE.search(text) and not _PARTS.search(text)
    return _BEST.get(fact) if is_whole else None


def left_over(text: str) -> tuple[str, ...]:
    """Which of search and training a team has left; nothing where that is not said of one of them alone."""
    found = tuple(value for value, phrase in _LEFT.items() if phrase.search(text))
    return found if len(found) == 1 else ()


def denied(changes: Mapping[str, Value]) -> dict[str, Value]:
    """The opposite of each answer; nothing where one of them has none."""
    table = opposites("denied")
    found = {fact: table.get(fact, {}).get(str(value), "") for fact, value in changes.items()}
    return {**found} if all(found.values()) else {}


def turned(one: Reading, stems: Sequence[str]) -> Reading:
    """The reading, or its opposite where a good state is said with "not" inside: "documents would be not so clean"."""
    inside = [word for word, after in pairwise((*stems[one.start : one.end], "")) if word != "no" or after == "longer"]
    is_good = one.values in _GOOD and bool(NOT & set(inside))  # "no duplicates" is as good as it gets
    return replace(one, values=(opposites("denied")[one.fact][one.values[0]],)) if is_good else one


def is_slip(one: Reading, stems: Sequence[str]) -> bool:
    """Whether it is a failure that somebody says of themselves: "I miscounted"."""
    return one.fact == "failure" and bool(_SOMEBODY & set(stems[max(0, one.start - _SLIP) : one.start]))


def is_addressee(one: Reading, stems: Sequence[str]) -> bool:
    """Whether it names for whom a document of the decision is: "the record for the auditors" tells of no duty."""
    names_whom = one.fact == "receipts" and "for" in stems[one.start - 1 : one.end - 1]
    return names_whom and bool(_PAPERS & {*stems[max(0, one.start - _SLIP) : one.start]})


def is_equipped(one: Reading, stems: Sequence[str]) -> bool:
    """Whether it is a device that only gets something, and runs nothing itself: "the tablet got 5G"."""
    is_device = one.values == ("on_device",) and one.end - one.start == 1
    return (
        is_device and bool(_GETTING & {*stems[one.end : one.end + 1]}) and _NO_GIFT.isdisjoint(stems[one.end + 1 :][:1])
    )


def is_gone(one: Reading, stems: Sequence[str]) -> bool:
    """Whether it is a failure, or where the truth was, that the words behind it say is over: "the old wiki is gone"."""
    return one.fact in {"failure", "source"} and bool(_GONE & set(stems[one.end : one.end + _REACH]))


def held_off(one: Reading, others: Sequence[Reading], stems: Sequence[str]) -> bool:
    """Whether a part of its words drops what it says: "legal drops the need for sources" asks for none."""
    inside = (other for other in others if one.start <= other.start and other.end <= one.end + 1)
    return one.fact not in ALONE and any(
        other.fact == one.fact and other.values != one.values and stems[other.start] in _DROPS for other in inside
    )


def drops(text: str) -> bool:
    """Whether something in the text goes."""
    return any(stem(piece) in _DROPS | _GONE for piece in pieces(text))


def dropped(one: Reading, text: str, said: Mapping[str, Value]) -> Reading:
    """The reading, or what is left where the words before it say that it goes."""
    stems = [stem(piece) for piece in pieces(text)]
    before = stems[max(0, one.start - _REACH) : one.start + 1]
    behind = set(stems[one.end : one.end + _BEHIND])
    dropping = before[_after_break(before) :]
    is_counted_out = one.fact == "ops" and (
        bool((_NONE | _LEAVING) & behind) or _NOBODY in pairwise([*dropping, *stems[one.start + 1 : one.start + 2]])
    )
    after = stems[one.end : one.end + _BEHIND]
    is_let_go = bool(_LET_GO & set(after[: _to_break(after)]))  # "the citation requirement was dropped"
    is_ended = one.fact not in ALONE and bool(_ENDS & set(stems[one.start : one.end]))
    moved_to = any(word in _DROPS and after == "to" for word, after in pairwise(dropping))  # "dropped to ad hoc"
    if not is_counted_out and (
        moved_to or not (_DROPS & set(dropping) or is_ended or (is_let_go and one.fact != "ops"))
    ):
        return one
    if one.fact == "ops":
        left = tuple(value for value in said.get("ops") or () if value not in {*one.values, "neither"})
        return replace(one, values=left if one.values != ("neither",) and len(left) == 1 else ("neither",))
    instead = opposites("denied" if is_ended else "dropped").get(one.fact, {}).get(one.values[0])
    return replace(one, values=(instead,)) if instead else one


def _to_break(after: list[str]) -> int:
    """Where the first part of these words ends."""
    return next((at for at, word in enumerate(after) if word in LISTING), len(after))


def _after_break(before: list[str]) -> int:
    """Where the last part of these words begins."""
    return max((at + 1 for at, word in enumerate(before) if word in LISTING), default=0)


_BEHAVING = small("behaving")
_CHANGING = ("changing",)


def of_behavior(own: Sequence[Reading], text: str) -> list[Reading]:
    """The readings without how often facts change, where it is the wanted behavior that does."""
    changes = any(one.fact == "steadiness" and one.values == _CHANGING for one in own)
    if not changes or not _BEHAVING & {stem(word) for word in text.split()}:
        return [*own]
    return [one for one in own if one.fact != "freshness"]
