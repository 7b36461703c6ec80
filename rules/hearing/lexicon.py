"""The phrases of every option as one index, and every place of a line where one of them stands."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rules.catalog import phrases as catalog
from rules.catalog.questions import QUESTIONS
from rules.facts import FACTS
from rules.hearing.denying import SUBJECTS, denied
from rules.hearing.patterns import NEGATIONS, Pattern, alternatives, compiled, end_of
from rules.hearing.pieces import BREAKS, pieces, stem

GRADES = ("bare", "hint", "here", "own")
"""How surely a phrase means its value, least first."""
_SORTS = {("that",), ("this",), ("some",), ("ani",)}
_MODALS = frozenset({"must", "should", "shall", "may", "can", "need"})
"""A "not" right behind one of these denies it: "must not be shown"."""
_AFTER_A_CALL = SUBJECTS | BREAKS | {"no", "actual", "sorri", "not"}


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
    size: int
    """How many words of the phrase stand there."""


@lru_cache(maxsize=1)
def topics() -> dict[str, frozenset[str]]:
    """The words that name each question's own matter."""
    known = catalog.topics()
    return {fact: alternatives(known[fact], catalog.groups()) if fact in known else frozenset() for fact in FACTS}


@lru_cache(maxsize=1)
def lexicon() -> dict[str, list[Phrase]]:
    """Phrases by the stem that they begin with ("#" for a number)."""
    by_stem: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in _phrases():
        first = phrase.pattern.parts[0]
        for word in first.stems or {"#"}:
            by_stem[word].append(phrase)
    return by_stem


def _phrases() -> Iterator[Phrase]:
    for row in catalog.answers():
        for grade, name in enumerate(GRADES):
            for line in getattr(row, name).replace("|", "\n").splitlines():
                yield Phrase(row.fact, row.value, grade, compiled(line, catalog.groups()))
    for question in QUESTIONS:
        for option in question.options:
            for text in (option.value.replace("_", " "), option.label, option.said, *option.synonyms):
                said = " ".join(piece for piece in pieces(text) if piece not in BREAKS)
                yield Phrase(question.fact, option.value, 2, compiled(f"< {said} >", {}))


def hits(found: Sequence[str], fact: str | None = None) -> list[Hit]:
    """Every phrase in the pieces, of one fact or of all; within a fact a longer one hides those that it covers."""
    return [*_hits(tuple(found), fact)]


@lru_cache(maxsize=32)
def _hits(found: tuple[str, ...], fact: str | None) -> tuple[Hit, ...]:
    """The same, kept for as long as one line is heard: its parts are read for several questions in turn."""
    by_stem = lexicon()
    stems = tuple(stem(piece) for piece in found)
    under = denied(stems)
    seen: list[Hit] = []
    said = {*stems}
    for at, word in enumerate(stems):
        if word == "sort" and (stems[at + 1 : at + 2] == ("of",) or stems[max(0, at - 1) : at] in _SORTS):
            continue  # "that sort of thing" sorts nothing
        if word == "wait" and at == 0 and set(stems[1:2]) & _AFTER_A_CALL:
            continue  # "wait, it is two million now" makes nobody wait
        for phrase in (*by_stem.get(word, ()), *(by_stem.get("#", ()) if word[0].isdigit() else ())):
            if fact not in {None, phrase.fact} or not phrase.pattern.may_stand(said):
                continue
            if (end := end_of(phrase.pattern, stems, at)) is not None:
                is_denied = not phrase.pattern.is_negative and (
                    at in under
                    or (end - 1 in under and bool(NEGATIONS & {*stems[at:end]}))
                    or (stems[end - 1] in _MODALS and stems[end : end + 1] == ("not",))
                )
                seen.append(Hit(phrase.fact, phrase.value, phrase.grade, at, end, is_denied, phrase.pattern.size))
    return tuple(hit for hit in seen if not any(_hides(other, hit) for other in seen))


def _hides(longer: Hit, shorter: Hit) -> bool:
    if longer.fact != shorter.fact or longer.start > shorter.start or longer.end < shorter.end:
        return False
    return longer.size > shorter.size
