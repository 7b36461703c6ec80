"""Answers in a heap: "weekly docs 4000 pages", "2 s / 5k a day / on prem", words that are all answers and no sentence.

Each stretch of words is a number with its unit, or what a question itself calls an option, and each question is
answered once; where a word is left over, or fits several questions, the line is no heap.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from rules.catalog.questions import QUESTIONS
from rules.facts import FACTS, Value
from rules.hearing.amounts.numbers import quantities
from rules.hearing.evidence.evidence import HERE, OWN, evidence
from rules.hearing.evidence.labeling import is_where_labels_are
from rules.hearing.forms.listing import as_held
from rules.hearing.values import Heard, Line
from rules.hearing.words.patterns import COURTESIES
from rules.hearing.words.pieces import BREAKS, pieces

_LONGEST, _WORDS, _UNIT = 14, 4, 3
_MANY, _FEW = 3, 2
"""So many questions make a heap by themselves; so few where marks part all the answers."""
_APART = (BREAKS | {"or", "+"}) - {"?"}
_PLAIN = ("source", "freshness", "hygiene", "hosting")
"""Questions of which a word or two name an option, wherever they stand."""
_RATES = frozenset({"volume", "freshness"})
"""Questions that so many a day answer, whatever stands open."""
_JOINING = _APART | {"a", "an", "the", "our", "in", "on", "with", "and", "per", "about", "~"}
Stretch = tuple[str, str, int, int]
"""A question, its value, and the pieces [start, end) that say it."""


@lru_cache(maxsize=1)
def _called() -> dict[tuple[str, tuple[str, ...]], str]:
    """What each question calls its options, with the value."""
    return {
        (question.fact, tuple(piece for piece in pieces(text) if piece not in BREAKS)): option.value
        for question in QUESTIONS
        for option in question.options
        for text in (option.value.replace("_", " "), option.label, option.said, *option.synonyms)
    }


def heaped(typed: Line, stems: Sequence[str]) -> Heard | None:
    """The answers of a heap; None where the line is none."""
    is_slashed = "or" not in stems or ("/" in typed.text and " or " not in typed.text.casefold())
    if typed.open_fact is None or not typed.mention or len(stems) > _LONGEST or not is_slashed:
        return None
    if not _may_be_one(typed.pieces):
        return None
    found = list(_stretches(typed, stems, typed.open_fact))
    facts = {fact for fact, _, _, _ in found}
    inside = {at for _, _, start, end in found for at in range(start, end)}
    is_all = all(at in inside or word in _JOINING for at, word in enumerate(stems))
    are_apart = all(_APART & {*stems[one[3] : other[2]]} for one, other in pairwise(found))
    of_labels = any(
        fact == "source" and is_where_labels_are(stems[max(0, start - 1) : end], typed.open_fact)
        for fact, _, start, end in found
    )
    if of_labels or not is_all or len(facts) < max(len(found), _FEW) or (len(facts) < _MANY and not are_apart):
        return None
    saves: dict[str, Value] = {fact: as_held(fact, value) for fact, value, _, _ in found}
    return Heard(saves=saves)


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """Every word that stands in the name of an option."""
    return frozenset(word for _, words in _called() for word in words)


def _may_be_one(words: Sequence[str]) -> bool:
    """Whether there is no word but names, numbers with what may be their units, and what joins them: seen at once."""
    near = {at for amount in quantities(words) for at in range(amount.start, amount.end + _UNIT)}
    return all(at in near or word in _JOINING or word in _words() for at, word in enumerate(words))


def _stretches(typed: Line, stems: Sequence[str], open_fact: str) -> Iterator[Stretch]:
    """What each stretch of words answers, from the first word on."""
    marks = [mark for each in evidence(typed.pieces, FACTS, open_fact).values() for mark in each.marks]
    counted = [mark for mark in marks if mark.is_number and len(mark.values) == 1 and not mark.is_denied]
    at = 0
    while at < len(stems):
        numbers = [m for m in counted if m.start == at and (m.grade == OWN or m.fact in {open_fact, *_RATES})]
        stretch = max(((m.fact, m.values[0], at, m.end) for m in numbers if m.grade >= HERE), default=None)
        stretch = stretch or _option(typed.pieces, at, open_fact)
        if stretch:
            yield stretch
        at = stretch[3] if stretch else at + 1


def _option(words: Sequence[str], at: int, open_fact: str) -> Stretch | None:
    """The option that is called by the most words from here on: one of the open question, or of a plain one."""
    for end in range(min(at + _WORDS, len(words)), at, -1):
        for fact in (open_fact, *_PLAIN):
            value = _called().get((fact, tuple(words[at:end])))
            is_courtesy = fact != open_fact and COURTESIES.issuperset(words[at:end])  # "300 ms ok"
            if value is not None and not is_courtesy:
                return fact, value, at, end
    return None
