"""The phrases of every option as one index, and every place of a line where one of them stands."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rules.catalog.phrases import GROUPS, PHRASES, TOPICS
from rules.catalog.questions import QUESTIONS
from rules.facts import VALUES
from rules.hearing.patterns import NEGATIONS, Pattern, alternatives, compiled, end_of
from rules.hearing.pieces import BREAKS, pieces, stem

GRADES = ("bare", "hint", "here", "own")
"""How surely a phrase means its value, least first."""
_REACH = 4
_ENDS_NEGATION = BREAKS | {"but", "however", "though", "although", "instead", "because", "just", "onli"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern with the option that it says and its grade."""

    fact: str
    value: str
    grade: int
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found at the pieces [start, end)."""

    fact: str
    value: str
    grade: int
    start: int
    end: int
    is_denied: bool


@lru_cache(maxsize=1)
def lexicon() -> tuple[dict[str, list[Phrase]], dict[str, frozenset[str]]]:
    """Phrases by the stem that they begin with ("#" for a number), and each fact's topic words."""
    by_stem: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in _phrases():
        first = phrase.pattern.parts[0]
        for word in first.stems or {"#"}:
            by_stem[word].append(phrase)
    return by_stem, {fact: frozenset(alternatives(words, GROUPS)) for fact, words in TOPICS.items()}


def _phrases() -> Iterator[Phrase]:
    for row in PHRASES:
        if row.value not in VALUES.get(row.fact, ()):
            continue
        for grade, name in enumerate(GRADES):
            for line in getattr(row, name).replace("|", "\n").splitlines():
                if line.strip():
                    yield Phrase(row.fact, row.value, grade, compiled(line, GROUPS))
    for question in QUESTIONS:
        for option in question.options:
            for text in (option.value.replace("_", " "), option.label, option.said, *option.synonyms):
                said = " ".join(piece for piece in pieces(text) if piece not in BREAKS)
                yield Phrase(question.fact, option.value, 2, compiled(f"< {said} >", {}))


def hits(found: Sequence[str], fact: str | None = None) -> list[Hit]:
    """Every phrase in the pieces, of one fact or of all; within a fact a longer one hides those that it covers."""
    by_stem, _ = lexicon()
    stems = tuple(stem(piece) for piece in found)
    under = denied(stems)
    seen: list[Hit] = []
    for at, word in enumerate(stems):
        for phrase in (*by_stem.get(word, ()), *(by_stem.get("#", ()) if word[0].isdigit() else ())):
            if fact in {None, phrase.fact} and (end := end_of(phrase.pattern, stems, at)) is not None:
                is_denied = at in under and not phrase.pattern.is_negative
                seen.append(Hit(phrase.fact, phrase.value, phrase.grade, at, end, is_denied))
    return [hit for hit in seen if not any(_hides(other, hit) for other in seen)]


def _hides(longer: Hit, shorter: Hit) -> bool:
    if longer.fact != shorter.fact or longer.start > shorter.start or longer.end < shorter.end:
        return False
    return longer.end - longer.start > shorter.end - shorter.start


def denied(stems: Sequence[str]) -> frozenset[int]:
    """The pieces under a negation: after "not", "no", "without" up to the next break; both sides of "nor"."""
    under: set[int] = set()
    for at, word in enumerate(stems):
        if word in NEGATIONS:
            under |= _reached(stems, range(at + 1, min(at + 1 + _REACH, len(stems))))
        if word == "nor":
            under |= _reached(stems, range(at - 1, max(-1, at - 1 - _REACH), -1))
    return frozenset(under)


def _reached(stems: Sequence[str], places: range) -> set[int]:
    reached: set[int] = set()
    for place in places:
        if stems[place] in _ENDS_NEGATION:
            break
        reached.add(place)
    return reached
