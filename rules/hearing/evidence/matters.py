"""Two answers for two matters: "the wiki is a mess, the API is fine", "prices change daily but policies yearly".

What follows a "but" counts more where it is said of the same thing; of another thing it takes nothing back.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from rules.catalog import phrases as catalog
from rules.facts import VALUES
from rules.hearing.amounts.scales import CHANGES
from rules.hearing.evidence.evidence import HERE, Evidence, Mark, thoughts_of
from rules.hearing.evidence.weighed import MOST_OFFERS, PLAIN, Weighed
from rules.hearing.words.lexicon import topics
from rules.hearing.words.nouns import DOCUMENTS
from rules.hearing.words.patterns import alternatives
from rules.hearing.words.pieces import stems_of

_OTHERS_WORDS = """
some most rest other others few half majority old new older newer vendor ours theirs legacy rate term stock product
customer order form term news event offer menu schedule address contact api apis ticket code log table record
"""
_OTHERS = stems_of(_OTHERS_WORDS)
"""Parts of what an answer may be said of, and things that no other table names."""
_MIXED = {"hygiene": ("clean", "poor", "mixed")}
"""A question with a value for what is the one here and the other there."""


@lru_cache(maxsize=1)
def _matters() -> frozenset[str]:
    """The things of which it is said how good they are, or how often they change."""
    named = alternatives("$SYSTEM/$DOCSTORE", catalog.groups())
    return (named | DOCUMENTS | topics()["hygiene"] | topics()["freshness"] | _OTHERS) - CHANGES


def names_a_matter(words: Sequence[str]) -> bool:
    """Whether the words name something of which it is said how good it is, or how often it changes."""
    return not _matters().isdisjoint(words)


def of_two_matters(found: Evidence, stems: Sequence[str]) -> Weighed | None:
    """What such a line comes to: both values, or the one between them; None where it speaks of one matter."""
    if found.fact not in {"freshness", *_MIXED}:
        return None
    pairs = list(_pairs(found, stems))
    first, second, mixed = _MIXED.get(found.fact, ("", "", ""))
    if any({*one.values, *other.values} == {first, second} for one, other in pairs):
        return Weighed(mixed, weight=PLAIN)
    if found.fact in _MIXED or not pairs:
        return None
    offers = tuple(dict.fromkeys(value for pair in pairs for mark in pair for value in mark.values))
    return Weighed(offers=offers[:MOST_OFFERS], weight=PLAIN, is_torn=True)


def _pairs(found: Evidence, stems: Sequence[str]) -> Iterator[tuple[Mark, Mark]]:
    """Two plain marks of different values, each in a thought that names something of its own."""
    thoughts = thoughts_of(stems)
    named = {n: {*stems[each.start : each.stop]} & _matters() for n, each in enumerate(thoughts)}
    plain = [mark for mark in found.marks if mark.grade >= HERE and not mark.is_denied and named[mark.thought]]
    plain = [mark for mark in plain if {*mark.values} < {*VALUES[found.fact]}]
    for one, other in combinations(sorted(plain, key=lambda mark: mark.start), 2):
        if not {*one.values} & {*other.values} and named[one.thought].isdisjoint(named[other.thought]):
            yield one, other
