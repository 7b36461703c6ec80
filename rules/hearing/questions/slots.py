"""Which question's answer a supposition or a change gives, by all of its words: held against what phrases find.

"If the feed came in at night" is of how often facts change, though no phrase says so.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from rules.catalog.asking import examples, small
from rules.catalog.phrases import told
from rules.facts import ALONE, VALUES, Value
from rules.hearing.questions.cutting import Sentence, sentence, stems_in
from rules.hearing.questions.matching import hits
from rules.hearing.questions.parts import listed, points_at_all
from rules.hearing.questions.values_said import answer_to
from rules.hearing.words.likelihood import Likelihood, Likely, Row
from rules.hearing.words.pieces import pieces, stem

_HARDLY = 0.03
"""Up to this share words are not about a question."""
_LIKELY = 0.5
_PLAINLY = 0.6
"""From this share on words give a value that no phrase names."""
_OVERHEARD = 0.6
"""From this share on a part of a supposition is of a question."""
_NEAR = 2
"""Words between a question's name and what says more or less of it."""
_ORDERED = ("volume", "examples", "corpus")
"""Facts whose values grow."""
_MORE, _LESS = small("growing"), small("shrinking")


@lru_cache(maxsize=64)
def _ranked(stems: tuple[str, ...]) -> tuple[Likely, ...]:
    """The questions that the words are of, the likeliest first."""
    return _facts().ranked(stems)


def learn() -> None:
    """Learn from all examples and answers, ahead of the first line."""
    _facts()
    _values()


def is_likely(changes: Mapping[str, Value], stems: Sequence[str], least: float = 0.0) -> bool:
    """Whether the words are of that one question more than of any other."""
    ranked = _ranked(tuple(stems))
    return len(changes) == 1 and bool(ranked) and ranked[0].name in changes and ranked[0].share >= least


def likeliest(text: str, stems: Sequence[str], said: Mapping[str, Value]) -> dict[str, Value]:
    """The answer that the words give to the question that they are of; nothing where no question is likely."""
    ranked = _ranked(tuple(stems))
    if not ranked or ranked[0].share < _LIKELY:
        return {}
    value = answer_to(ranked[0].name, text) or _learned(ranked[0].name, tuple(stems))
    return {} if value is None or value == said.get(ranked[0].name) else {ranked[0].name: value}


def _learned(fact: str, stems: tuple[str, ...]) -> Value:
    """The value that the words most plainly give by their likeness to examples of it; None where they give none."""
    of_it = [one for one in _values().ranked(stems) if one.name.startswith(f"{fact} ")]
    together = sum(one.share for one in of_it)
    if not together or of_it[0].share < _PLAINLY * together or "without" in stems:
        return None  # what is taken away is no likeness's to say
    value = of_it[0].name.partition(" ")[2]
    return (value,) if fact in ALONE else value


def likeliest_of(facts: Collection[str], stems: Sequence[str]) -> str:
    """Of these questions the one that the words are of; "" where they are plainly of none."""
    first = next((one for one in _ranked(tuple(stems)) if one.name in facts), None)
    return first.name if first is not None and first.share >= _LIKELY else ""


def overheard(known: Collection[str], text: str) -> dict[str, Value]:
    """What a part of the text is of, besides the known facts, with its value, None where it gives none."""
    found: dict[str, Value] = {}
    for part in listed(text):
        stems = stems_in(part)
        ranked = () if points_at_all(stems) else _ranked(stems)
        if ranked and ranked[0].share >= _OVERHEARD and ranked[0].name not in known:
            found[ranked[0].name] = answer_to(ranked[0].name, part)
    return found


def spoken_of(changes: Mapping[str, Value], stems: Sequence[str]) -> dict[str, Value]:
    """Of several values those whose question the words may be of at all."""
    likely = {one.name for one in _ranked(tuple(stems)) if one.share > _HARDLY}
    return {fact: value for fact, value in changes.items() if fact in likely}


def moved(of: Sentence, said: Mapping[str, Value]) -> tuple[dict[str, Value], ...]:
    """The answers that may hold where a sentence only says that there is more or less of something, nearest first.

    "Volume doubled" gives no number: whether the band still holds has to be asked.
    """
    if any(stem[0].isdigit() for stem in of.stems):
        return ()
    for hit in hits(of).of("fact"):
        around = {*of.stems[max(0, hit.start - _NEAR) : hit.start], *of.stems[hit.end : hit.end + _NEAR]}
        steps = bool(_MORE & around) - bool(_LESS & around)
        if steps and hit.name in _ORDERED:
            return _beyond(hit.name, steps, said)
    return ()


def _beyond(fact: str, steps: int, said: Mapping[str, Value]) -> tuple[dict[str, Value], ...]:
    """The next values upwards, or downwards, from the one that stands; from the end where none does."""
    values = VALUES[fact]
    now = said.get(fact)
    if now not in values:
        return tuple({fact: value} for value in values[::-steps][:3])
    at = values.index(str(now))
    rest = values[at + 1 :] if steps > 0 else values[:at][::-1]
    return tuple({fact: value} for value in rest[:2])


@lru_cache(maxsize=1)
def _facts() -> Likelihood:
    """What is learned of questions, once."""
    return Likelihood(tuple(VALUES), _rows())


@lru_cache(maxsize=1)
def _values() -> Likelihood:
    """What is learned of values, once."""
    rows = ((f"{fact} {value}", words) for fact, value, words in _taught() if value in VALUES[fact])
    return Likelihood(tuple(f"{fact} {value}" for fact, values in VALUES.items() for value in values), rows)


def _rows() -> Iterator[Row]:
    """The examples by their question."""
    return ((fact, words) for fact, _, words in _taught())


def _taught() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(fact, value, words) of what people suppose, state and answer."""
    for each in examples():
        if each.fact:
            yield each.fact, each.value, sentence(each.text).stems
    for answer in told():
        yield answer.fact, answer.value, tuple(stem(piece) for piece in pieces(answer.text) if piece[0].isalnum())
