"""Answers that stand beside one to the open question, each in a thought of its own.

A thought is heard as if the question stood open that it names, or that all its words make likeliest. It is written down
where the words of the phrases give a value and all the words agree; where only its question is plain, it is offered.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from rules.facts import ALONE, Value
from rules.hearing.amounts import amounts
from rules.hearing.doubting import agrees, goes_on
from rules.hearing.evidence import JOINTS, thoughts_of
from rules.hearing.leaning import TALK, subjects
from rules.hearing.lexicon import topics
from rules.hearing.numbers import quantities
from rules.hearing.patterns import COURTESIES
from rules.hearing.steering import named_facts
from rules.hearing.values import Certainty, Choice, Heard, Line

_MOST = 0.5
"""From here on a question is likelier than all the others together."""
_NAME = 3
"""Words in which a thought may call its question by a name: "evals also none"."""
_NAMING = frozenset({":", "is", "are", "was", "were", "also", "wise", "exist", "run"})
"""Behind a name these say that it is one."""
_SAID_OF_ANYTHING = frozenset({"receipts", "definition", "evals", "need"})
"""Questions whose words stand in remarks of all kinds: a thought has to name their matter, or speak of nothing else."""
_NEARLY_ALL = 0.9
_LEAST = 2
Ear = Callable[[Line, Sequence[str]], Heard]
"""How a line is heard."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is written down beside an answer, and what is offered."""

    saves: dict[str, Value]
    offers: list[Choice]


@dataclass(frozen=True, slots=True)
class _Subject:
    """The question that a thought answers; where it is not named, how likely."""

    fact: str
    share: float
    is_named: bool = False


def told_beside(typed: Line, stems: Sequence[str], taken: Collection[str], read: Collection[int], ear: Ear) -> Beside:
    """What the thoughts say that nothing was taken from yet; `taken` are the facts that the line answers already."""
    found = Beside({}, [])
    for number, thought in _headed(stems):
        words = stems[thought.start : thought.stop]
        subject = None if number in read else _subject(words, typed.open_fact)
        if subject is None or subject.fact in {*taken, *found.saves}:
            continue
        fact = subject.fact
        if (fact in ALONE and fact in typed.said) or not _is_apart(typed, stems, thought, subject):
            continue
        pieces = typed.pieces[thought.start : thought.stop]
        heard = ear(replace(typed, pieces=pieces, open_fact=fact, text=" ".join(pieces), mention=True), words)
        value = heard.saves.get(fact)
        if value is not None and (subject.is_named or agrees(fact, value, words)):
            found.saves[fact] = value
        elif typed.mention and (heard.trouble is None or fact == typed.open_fact):
            offers = [each for each in heard.offers if isinstance(each, Choice) and each.fact == fact]
            found.offers.extend(offers if value is None else [Choice(fact, value)])
    return found


def _is_apart(typed: Line, stems: Sequence[str], thought: range, subject: _Subject) -> bool:
    """Whether a thought answers its question: by its name, or as nearly all its words do, and counts nothing."""
    words = stems[thought.start : thought.stop]
    if subject.is_named or subject.fact == typed.open_fact:
        return subject.share >= _MOST
    is_counting = any(each.high > 1 for each in quantities(words))
    if subject.fact in _SAID_OF_ANYTHING and not topics()[subject.fact] & set(words) and subject.share < _NEARLY_ALL:
        return False
    return goes_on(subject.fact, typed.open_fact or "", words, stems) and not is_counting


def _headed(stems: Sequence[str]) -> Iterator[tuple[int, range]]:
    """The thoughts by their numbers, each with the heading before it: "data quality: fair"."""
    thoughts = thoughts_of(stems)
    for number, thought in enumerate(thoughts):
        if number and stems[thought.start - 1] == ":":
            yield number, range(thoughts[number - 1].start, thought.stop)
        elif stems[thought.stop - 1] != ":":
            yield number, thought


def _size(words: Sequence[str]) -> int:
    return sum(word not in JOINTS | COURTESIES for word in words)


def _subject(words: Sequence[str], open_fact: str | None) -> _Subject | None:
    """The question that a thought answers: one that it names first, one that it counts for, or its words' likeliest."""
    if _size(words) < _LEAST:
        return None
    named = named_facts(words[:_NAME])
    if len(named) == 1 and _NAMING & set(words[1 : _NAME + 1]):
        return _Subject(named[0], 1.0, is_named=True)
    told = {reading.fact for reading in amounts(words, open_fact)}
    counted = {each.fact for each in amounts(words, None) if each.certainty >= Certainty.HERE and each.fact in told}
    if len(counted) == 1:
        return _Subject(counted.pop(), 1.0, is_named=True)
    ranked = subjects(words)
    return _Subject(ranked[0].name, ranked[0].share) if ranked and ranked[0].name != TALK else None
