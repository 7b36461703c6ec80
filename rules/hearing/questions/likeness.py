"""What a sentence is like, by all of its words: how likely it wants each of the things that people type for.

It learns from whole examples (`rules.catalog.asking.examples`), in which architectures, terms and numbers count as what
they are. It holds against the phrases what they hear, ranks what is offered, and decides where it is far ahead.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from rules.catalog.asking import examples
from rules.hearing.questions.cutting import Sentence, sentence
from rules.hearing.questions.matching import Hits, hits, names_in
from rules.hearing.words.likelihood import Likelihood, Likely, Row

CHANGE, NOTHING, OUTSIDE = "change_answer", "none", "unknown"
_BEGINS, _ENDS = "<<", ">>"
_INSIDE, _HARDLY = 0.5, 0.1
"""From this share on a question is one that is known; up to this one it is not of the outside world."""
_MASKED = ("term", "architecture")


@lru_cache(maxsize=64)
def likings(of: Sentence) -> tuple[Likely, ...]:
    """What the sentence may want ("why", "cost break_even"), the likeliest first; nothing where no word is known."""
    return _wants().ranked(_words(of, hits(of)))


def nearest(of: Sentence) -> Likely:
    """What it most likely wants; "" with no share where no word is known."""
    return next(iter(likings(of)), Likely("", 0.0))


def shares(of: Sentence) -> Mapping[str, float]:
    """The share of each thing that it may want, 0 of what it may not."""
    return defaultdict(float, {one.name: one.share for one in likings(of)})


def learn() -> None:
    """Learn from all examples, ahead of the first line."""
    _wants()


def is_inside(of: Sentence) -> bool:
    """Whether it is plainly like a question that is known here, whatever of the outside world it speaks of as well."""
    first = nearest(of)
    return first.name not in {OUTSIDE, NOTHING} and first.share >= _INSIDE and shares(of)[OUTSIDE] <= _HARDLY


def _words(of: Sentence, found: Hits) -> tuple[str, ...]:
    """The words with names masked, between marks for both ends."""
    kinds: dict[int, str] = {}
    for kind in _MASKED:
        for hit in found.of(kind):
            kinds.update(dict.fromkeys(range(hit.start, hit.end), f"<{kind}>"))
    said: list[str] = [_BEGINS]
    for at, stem in enumerate(of.stems):
        word = kinds.get(at, stem)
        if word is stem or said[-1] != word:
            said.append(word)
    return (*said, _ENDS)


@lru_cache(maxsize=1)
def _wants() -> Likelihood:
    """All examples, learned once."""
    return Likelihood(tuple(dict.fromkeys(example.intent for example in examples())), _rows())


def _rows() -> Iterator[Row]:
    """The examples with their words."""
    for example in examples():
        one = sentence(example.text, is_marked=example.text.endswith("?"))
        yield example.intent, _words(one, names_in(one))
