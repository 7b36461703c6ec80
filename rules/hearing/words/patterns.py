"""Phrases -> patterns, and where a pattern stands in a line's pieces, in the notation of `rules.catalog.phrases`."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass

from rules.catalog.phrases.spellings import SPELLINGS
from rules.hearing.words.pieces import BREAKS, NAME, stem, stems_of

_NEGATIONS = "not no never without neither nor non lack zero none nobodi noth"
NEGATIONS = frozenset(_NEGATIONS.split())
_LIGHT = """
a an the our my your their its his her this that these those it is are was be been really pretty just very quite
so like kind of sort rather some about only all do does did get got have has had will would to
we i they you there then now still also already even usually
"""
LIGHT = stems_of(_LIGHT)
"""Words that may stand between the words of a phrase and change nothing."""
_MOST_LIGHT = 2
_WHOLE = frozenset({"24/7"})
_GAPS = {"..": 3, "...": 7}
_COURTESIES = "please thanks thank you hi hello hey ok okay well so oh um hm hmm er uh yeah haha lol sorry right"
COURTESIES = stems_of(_COURTESIES)
_NONE = frozenset[str]()
_FEW = 6
"""Up to so many stems a tuple is looked through about as fast as a set, and takes an eighth of the room."""


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a pattern: any of these stems (empty: a number), or a gap of up to `gap` pieces."""

    stems: Collection[str] = _NONE
    is_optional: bool = False
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Pattern:
    """A phrase made ready: its parts, and whether it stands at the beginning or the end of the line only."""

    parts: tuple[Part, ...]
    begins: bool
    ends: bool
    is_negative: bool
    """Whether it holds a negation of its own, so that one before it does not turn it around."""
    size: int = 1
    """How many words it asks for."""
    needs: Collection[str] = ()
    """The words of the place that has to be filled with one of the fewest; nothing where only numbers are needed."""

    def may_stand(self, said: Set[str]) -> bool:
        """Whether what it needs is among these stems at all: seen sooner than whether and where it stands."""
        return not self.needs or not said.isdisjoint(self.needs)


def compiled(phrase: str, groups: Mapping[str, str]) -> Pattern:
    """The phrase as a pattern. Raises KeyError for a group that is not there."""
    words = phrase.split()
    begins, ends = words[0] == "<", words[-1] == ">"
    parts = tuple(_part(word, groups) for word in words[begins : len(words) - ends])
    said = {stem_ for part in parts for stem_ in part.stems if not part.is_optional}
    size = sum(not part.gap and not part.is_optional for part in parts)
    first, *rest = [part.stems for part in parts if part.stems and not part.is_optional] or [_NONE]
    needs = min(rest, key=len, default=first)  # phrases are looked up by the first: it is there
    return Pattern(parts, begins, ends, bool(said & NEGATIONS), size, needs)


def _part(word: str, groups: Mapping[str, str]) -> Part:
    if word in _GAPS:
        return _shared(_NONE, False, _GAPS[word])
    is_optional, word = word.endswith("?"), word.removesuffix("?")
    stems = _NONE if word == "#" else alternatives(word, groups)
    return _shared(tuple(sorted(stems)) if len(stems) <= _FEW else stems, is_optional, 0)


_PARTS: defaultdict[tuple[bool, int], dict[Collection[str], Part]] = defaultdict(dict)
"""The parts made so far, by their stems. A cache has two objects of its own for each, as large as a part and made
beside it: once it is cleared, they are holes between the parts, more than a MiB that little else fits in.
"""


def _shared(stems: Collection[str], is_optional: bool, gap: int) -> Part:
    """One part for all the phrases that have it: there are seven times as many places as parts."""
    alike = _PARTS[is_optional, gap]
    return alike.get(stems) or alike.setdefault(stems, Part(stems, is_optional, gap))


def alternatives(word: str, groups: Mapping[str, str]) -> frozenset[str]:
    """The stems of "a/b/$GROUP"."""
    if "$" not in word or word == "$":
        return frozenset(_stems(word))
    found: set[str] = set()
    for one in word.split("/"):
        found.update(alternatives(groups[one[1:]], groups) if one[:1] == "$" and one != "$" else _stems(one))
    return frozenset(found)


def _stems(word: str) -> tuple[str, ...]:
    parts = [word] if word in _WHOLE else word.split("/")
    return tuple([stem(SPELLINGS.get(one, one)) for one in parts])


def forget() -> None:
    """Let go of what only making many patterns needs: the patterns have the parts that they are made of."""
    _PARTS.clear()


def end_of(pattern: Pattern, stems: Sequence[str], at: int) -> int | None:
    """Where the pattern ends that begins at this piece; None where it does not stand there."""
    return end_of_parts(pattern.parts, stems, at, begins=pattern.begins, ends=pattern.ends)


def end_of_parts(parts: Sequence[Part], stems: Sequence[str], at: int, *, begins: bool, ends: bool) -> int | None:
    """The same for a pattern of these parts, which stands at the beginning or the end of the line only or anywhere."""
    if begins and not _is_bare(stems[:at]):
        return None
    end = _end(parts, 0, stems, at)
    return end if end is not None and not (ends and not _is_bare(stems[end:])) else None


def _is_bare(stems: Sequence[str]) -> bool:
    return all(word in COURTESIES or word in BREAKS or word == NAME for word in stems)


def _end(parts: Sequence[Part], place: int, stems: Sequence[str], at: int) -> int | None:
    if place == len(parts):
        return at
    part = parts[place]
    if part.gap:
        return _after_gap(parts, place, stems, at)
    for here, word in enumerate(stems[at : at + _MOST_LIGHT + 1], at):
        if word in part.stems or (not part.stems and word[0].isdigit()):
            end = _end(parts, place + 1, stems, here + 1)
            if end is not None:
                return end
        if place == 0 or word not in LIGHT:
            break
    return _end(parts, place + 1, stems, at) if part.is_optional else None


def _after_gap(parts: Sequence[Part], place: int, stems: Sequence[str], at: int) -> int | None:
    for start in range(at, min(at + parts[place].gap, len(stems)) + 1):
        if start > at and (stems[start - 1] in BREAKS or stems[start - 1] == "but"):
            return None
        end = _end(parts, place + 1, stems, start)
        if end is not None:
            return end
    return None
