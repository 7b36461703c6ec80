"""How likely a line means each value of a question, and which question it answers at all, by all of its words.

It learns from what stands in the tables and from nothing else: every option's own words, its phrases, and the answers
in `told_*.toml`. It ranks what is offered and doubts what the phrases hear; what it does with it stands in `doubting`.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from rules.catalog import phrases as catalog
from rules.catalog.questions import QUESTIONS
from rules.facts import VALUES
from rules.hearing.words.likelihood import NUMBER, Likelihood, Likely, Row
from rules.hearing.words.patterns import alternatives
from rules.hearing.words.pieces import BREAKS, NAME, pieces, stem

_MOST_VARIANTS = 5
_BETWEEN = "|"
_LEFT_OPEN = 0.75
"""From this share on a line leaves open what it means."""
TALK = "talk"
"""The subject of what is no answer at all."""


def leanings(fact: str, stems: Sequence[str]) -> tuple[Likely, ...]:
    """Every value of the fact, the likeliest first; nothing where the line shares no word with any of them."""
    ranked = [each for each in _values(fact).ranked(_words(stems)) if _BETWEEN not in each.name]
    whole = sum(each.share for each in ranked)
    return tuple(Likely(each.name, each.share / whole) for each in ranked) if whole else ()


def left_open(fact: str, stems: Sequence[str]) -> tuple[str, ...]:
    """The values that the words leave open, where the line is most like those that fit several; else nothing."""
    ranked = _values(fact).ranked(_words(stems))
    is_open = bool(ranked) and _BETWEEN in ranked[0].name and ranked[0].share >= _LEFT_OPEN
    return tuple(ranked[0].name.split(_BETWEEN)) if is_open else ()


def subjects(stems: Sequence[str]) -> tuple[Likely, ...]:
    """Which question the words answer, the likeliest first; TALK among them, for what people say to each other."""
    return _subjects().ranked(_words(stems))


def share_of(fact: str, stems: Sequence[str]) -> float:
    """How likely the words answer this question, from 0 to 1."""
    return next((each.share for each in subjects(stems) if each.name == fact), 0.0)


def _words(stems: Sequence[str]) -> tuple[str, ...]:
    """Words and numbers without marks and names."""
    return tuple(word for word in stems if word not in BREAKS and word != NAME)


@cache
def _values(fact: str) -> Likelihood:
    """The values of a fact, and beside them what leaves several open."""
    between = [(_BETWEEN.join(row.values), _stems(row.text)) for row in catalog.unclear() if row.fact == fact]
    names = dict.fromkeys(name for name, _ in between)
    return Likelihood((*VALUES[fact], *names), [*_rows(fact), *between])


@cache
def _subjects() -> Likelihood:
    return Likelihood((*VALUES, TALK), _all_rows())


def _all_rows() -> Iterator[Row]:
    for fact in VALUES:
        yield from ((fact, words) for _, words in _rows(fact))
    yield from ((TALK, _stems(text)) for text in catalog.talk())


def _rows(fact: str) -> Iterator[Row]:
    """Every row that says a value of this fact, as stems."""
    for told in catalog.told():
        if told.fact == fact:
            yield told.value, _stems(told.text)
    for option in next(question for question in QUESTIONS if question.fact == fact).options:
        for text in (option.label, option.said, *option.synonyms):
            yield option.value, _stems(text)
    for row in catalog.answers():
        if row.fact == fact:
            for line in f"{row.own}|{row.here}|{row.hint}".replace("|", "\n").splitlines():
                yield from ((row.value, words) for words in variants(line.split()))


def _stems(text: str) -> tuple[str, ...]:
    return _words([stem(piece) for piece in pieces(text)])


def variants(phrase: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """Some of the ways to read a phrase with alternatives in it: as many as its widest place has, but few."""
    places = [_alternatives(part.removesuffix("?")) for part in phrase if part.strip(".<>?")]
    size = min(_MOST_VARIANTS, max((len(place) for place in places), default=0))
    return (tuple(place[at % len(place)] for place in places) for at in range(size))


@lru_cache(maxsize=20_000)
def _alternatives(part: str) -> tuple[str, ...]:
    return (NUMBER,) if part == NUMBER else tuple(sorted(alternatives(part, catalog.groups())))


def learn() -> None:
    """Learn all there is ahead of the first line, and let go of the texts of the rows: nothing reads them again."""
    _subjects()
    for fact in VALUES:
        _values(fact)
    _alternatives.cache_clear()
    for read in (catalog.told, catalog.unclear, catalog.talk):
        read.cache_clear()
