"""Where the phrases of the asking tables stand in a sentence: "why not" asks, "what if" supposes, "RAG" is a name."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rules.catalog.asking import architecture_names, fact_names, groups, intents, moods, phrases_in, small
from rules.catalog.glossary import GLOSSARY
from rules.hearing.questions.cutting import Sentence, sentence
from rules.hearing.questions.kinds import NOT
from rules.hearing.words.index import Index
from rules.hearing.words.patterns import Pattern, compiled, end_of
from rules.hearing.words.pieces import stems_of

SURE, LIKELY = "sure", "likely"
_AUXILIARY = frozenset({"must", "should"})
_ARTICLES = frozenset({"a", "the", "an", "word", "is", "by"})
_PARTING = frozenset({"versus", "vs", "or", "against"})
"""Between two names they part them: "RAG versus RAG plus fine-tuning" begins with no sum."""
_BESIDE = frozenset({"next", "besid", "alongsid"})
"""The same between what is put and what it is put beside: "put tools next to prompting"."""
_SUM = "hybrid"
_SUMMING = frozenset({"and", "plus", "with", "togeth", "alongsid"})
DOING_WITHOUT = small("dropping") | {"leav", "avoid", "save", "bypass", "spare"}
_LEAVING_OUT = DOING_WITHOUT | {"no", "not", "keep"}
"""Between two names these leave one of them out: "fine-tune and ditch RAG" is no sum."""
_WISHING = frozenset({"we", "you", "i", "they", "to", "do", "still", "not", "would", "will", "user", "peopl", "also"})
"""Before "need" they make it a verb, and no name of a question."""
_ONLY_WORDS = frozenset({"grounds", "recorded", "recording"})
"""Forms of words of the glossary in which they name nothing."""
_SUPPOSED = frozenset({"assumed", "supposed", "presumed", "imagined", "pretended", "says"})
"""What somebody else does or did supposes nothing: "Ada assumed that it was weekly", "Bruno says it is a mess"."""
_TELLERS = stems_of("they he she people guys folks colleagues somebody someone keeps")
"""Before "say" they make it what somebody tells: "they say it is weekly"."""
_FEW = 3
_KINDS_OF = {(word,) for word in ("approach", "architectur", "solut", "setup", "model", "option", "strategi", "one")}
_KINDS = ("supposes", "leans", "then", "changed", "courtesy", "outside")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of one kind ("why sure", "architecture rag") at the words [start, end)."""

    kind: str
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hits:
    """Everything that a sentence's words are known for."""

    found: tuple[Hit, ...]
    covered: tuple[Hit, ...] = ()
    """Names inside longer ones: "retrieval" and "fine-tuning" in "retrieval and fine-tuning", which is the hybrid."""

    def of(self, kind: str, name: str | None = None) -> tuple[Hit, ...]:
        """The hits of one kind, of one name or of all, in the order of the words; the longest at each place."""
        return tuple(hit for hit in self.found if hit.kind == kind and name in {None, hit.name})

    def has(self, kind: str, name: str | None = None) -> bool:
        """Whether there is one."""
        return any(hit.kind == kind and name in {None, hit.name} for hit in self.found)

    def opens(self, kind: str, last: int = 1) -> bool:
        """Whether one begins with the first words, up to the place `last`."""
        return any(hit.start <= last for hit in self.of(kind))

    def has_any(self, kinds: Collection[str]) -> bool:
        """Whether there is one of any of these kinds."""
        return any(hit.kind in kinds for hit in self.found)


Meaning = tuple[str, str]
"""The kind of a phrase, and of which intent, architecture, term or question it is."""
_Row = tuple[Meaning, Pattern]


@lru_cache(maxsize=1)
def _phrases() -> Index[Meaning]:
    """What asks, supposes, states and so on; and how questions are called."""
    return Index(_phrase_rows())


@lru_cache(maxsize=1)
def _names() -> Index[Meaning]:
    """How architectures and the words of the glossary are called."""
    return Index(_name_rows())


def _phrase_rows() -> Iterator[_Row]:
    """The patterns of what asks, supposes, states, and of how questions are called."""
    for row in intents():
        yield from _lines(SURE, row.intent, row.sure)
        yield from _lines(LIKELY, row.intent, row.likely)
    for kind in _KINDS:
        yield from _lines(kind, "", moods()[kind])
    for called in fact_names():
        yield from _lines("fact", called.name, called.phrases)


def _name_rows() -> Iterator[_Row]:
    """The patterns of architectures and of words of the glossary."""
    for called in architecture_names():
        yield from _lines("architecture", called.name, called.phrases)
    for each in GLOSSARY.values():
        for word in (each.term, *each.aliases):
            yield from _lines("term", each.term, " ".join(sentence(word).words))


def _lines(kind: str, name: str, text: str) -> Iterator[_Row]:
    """The patterns of one row of a table."""
    for line in phrases_in(text):
        yield (kind, name), compiled(line, groups())


@lru_cache(maxsize=128)
def hits(of: Sentence) -> Hits:
    """Every phrase in the sentence; of things with names, the longer hides the shorter that it covers."""
    return _kept([*_found(_phrases(), of), *_found(_names(), of)], of)


def names_in(of: Sentence) -> Hits:
    """The architectures and the words of the glossary that the sentence names, and nothing else."""
    return _kept(_found(_names(), of), of)


def _found(index: Index[Meaning], of: Sentence) -> Iterator[Hit]:
    """Where the phrases of an index stand in it."""
    return (Hit(kind, name, start, end) for (kind, name), start, end, *_ in index.standing(of.stems))


def _kept(found: Iterable[Hit], of: Sentence) -> Hits:
    """Those that are meant: no word that is no name here, no name inside a longer one."""
    seen = dict.fromkeys(found)
    for hit in [hit for hit in seen if _is_no_name(hit, of)]:
        del seen[hit]
    for hit in [hit for hit in seen if hit.name == _SUM and any(_sums_later(other, hit, seen, of) for other in seen)]:
        del seen[hit]
    hidden = [hit for hit in seen if any(_hides(other, hit) for other in seen)]
    kept = sorted((hit for hit in seen if hit not in hidden), key=lambda hit: (hit.start, -hit.end))
    return Hits(tuple(kept), tuple(hidden))


def _is_no_name(hit: Hit, of: Sentence) -> bool:
    """Whether a word that means something elsewhere is only a word here: "must" beside other words, "mixed" labels."""
    before = of.stems[max(0, hit.start - 1) : hit.start]
    if hit.kind == "supposes":
        is_told = of.stems[hit.start] == "say" and bool(_TELLERS & set(before))
        return is_told or of.words[hit.start] in _SUPPOSED
    if hit.end - hit.start > 1:
        inside = set(of.stems[hit.start + 1 : hit.end - 1])
        parting = _PARTING | _LEAVING_OUT if hit.name == _SUM else _PARTING | _BESIDE
        return hit.kind == "architecture" and bool(parting & inside)
    if hit.kind == "fact" and of.stems[hit.start] == "need":
        return of.words[hit.start] == "needed" or bool(_WISHING & set(of.stems[max(0, hit.start - 1) : hit.start]))
    if hit.kind == "term" and of.words[hit.start] in _ONLY_WORDS:
        return True
    if hit.kind == "term" and of.stems[hit.start] in _AUXILIARY:
        return len(of.stems) > _FEW and not (
            set(before) & _ARTICLES or _AUXILIARY.issubset(of.stems) or "mean" in of.stems
        )
    return (
        hit.kind == "architecture"
        and of.words[hit.start] == "mixed"
        and of.stems[hit.end : hit.end + 1] not in _KINDS_OF
    )


def _sums_later(shorter: Hit, longer: Hit, seen: Iterable[Hit], of: Sentence) -> bool:
    """Whether a sum of two begins only with a later name: "RAG, RAG plus fine-tuning" names one, and then a sum."""
    if shorter.name != _SUM or shorter.end != longer.end or shorter.start <= longer.start:
        return False
    is_named = any(hit.kind == longer.kind and longer.start <= hit.start and hit.end <= shorter.start for hit in seen)
    return is_named and not _SUMMING & set(of.stems[longer.start : shorter.start])


def _hides(longer: Hit, shorter: Hit) -> bool:
    """Whether the longer name covers the shorter of its kind."""
    if longer.kind != shorter.kind or longer.kind not in {"architecture", "fact", "term"} or longer == shorter:
        return False
    covers = longer.start <= shorter.start and shorter.end <= longer.end
    return covers and (longer.end - longer.start > shorter.end - shorter.start)


def is_courtesy(sentence: Sentence) -> bool:
    """Whether the sentence begins with thanks, assent or a reaction."""
    return any(hit.start <= 1 and not NOT & set(sentence.stems[: hit.start]) for hit in hits(sentence).of("courtesy"))


def stands(phrases: str | Iterable[str], stems: Sequence[str]) -> bool:
    """Whether this phrase, or one of several, stands anywhere in the stems."""
    said = {*stems}
    patterns = map(_pattern, (phrases,) if isinstance(phrases, str) else phrases)
    return any(each.may_stand(said) and _begins(each, stems) for each in patterns)


def _begins(pattern: Pattern, stems: Sequence[str]) -> bool:
    """Whether the pattern stands at some place."""
    return any(end_of(pattern, stems, at) is not None for at in range(len(stems)))


@lru_cache(maxsize=500)
def _pattern(words: str) -> Pattern:
    """A phrase compiled, kept for the next sentence."""
    return compiled(words, groups())
