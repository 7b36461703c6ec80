"""Suppositions and changes: which facts a clause gives which values."""

from collections.abc import Mapping
from functools import lru_cache

from rules.catalog.asking import INVERTED
from rules.catalog.phrases import GROUPS, TOPICS
from rules.facts import ALONE, VALUES, Value
from rules.hearing.patterns import alternatives
from rules.hearing.pieces import stem
from rules.hearing.questions.scene import Clause, asked
from rules.hearing.reading import read_values
from rules.hearing.values import Asked, Certainty, Reading

_OPENS = frozenset("is are was can could will would which what who when where how do doe did ani has have whose ha".split())
"""Words that open a question of another kind."""
_ASIDES = {("i", "may"), ("you", "like"), ("you", "pleas"), ("i", "might"), ("you", "would"), ("you", "can"), ("you", "could")}
_PLAIN = ("what if", "suppose", "supposing", "assume/assuming", "imagine", "let us say")
"""Suppositions that are nothing else, even where it is not understood what is supposed."""
_FAILING = frozenset({"problem", "issu", "failur", "fail", "troubl", "complaint"})
_SMALL = frozenset("and but with without onli just no if in a an the our at on all for so then".split())
_NO_SUPPOSITION = frozenset({"wonder", "see", "know", "ask", "tell", "unsur", "check", "confirm", "say", "as", "even"})


def changes(text: str, said: Mapping[str, Value], *, least: Certainty = Certainty.HERE) -> dict[str, Value]:
    """Every fact that the words give one value to, several to a list fact; the surest readings where they compete."""
    read = [one for one in read_values(text) if one.certainty >= least and len(one.values) == 1]
    if _FAILING & {stem(word) for word in text.split()}:
        read = [one for one in read if one.fact == "failure"] or read
    own = [one for one in read if one.certainty is Certainty.OWN]
    read = _apart(own) or _likeliest([one for one in read if _is_on_topic(one.fact, text)] or read)
    found: dict[str, list[str]] = {}
    for one in read:
        found.setdefault(one.fact, []).append(one.values[0])
    return {fact: value for fact, values in found.items() if (value := _one(fact, values, said)) is not None}


def _apart(read: list[Reading]) -> list[Reading]:
    """Of readings of the same words by several facts, the surest, and the longest among equals."""
    kept: list[Reading] = []
    for one in sorted(read, key=lambda each: (-each.certainty, each.start - each.end)):
        if not any(one.fact != other.fact and one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda each: each.start)


def _is_on_topic(fact: str, text: str) -> bool:
    """Whether the text speaks of the question's own matter."""
    return bool(_topics()[fact] & {stem(word) for word in text.split()})


@lru_cache(maxsize=1)
def _topics() -> dict[str, frozenset[str]]:
    return {fact: frozenset(alternatives(TOPICS.get(fact, ""), GROUPS)) - {""} for fact in VALUES}


def _likeliest(read: list[Reading]) -> list[Reading]:
    """Of readings that name no matter of their own those of the one fact that takes up most words."""
    longest = max(read, key=lambda one: one.end - one.start, default=None)
    return [one for one in read if longest and one.fact == longest.fact]


def _one(fact: str, values: list[str], said: Mapping[str, Value]) -> Value:
    """The value, without the one that stands already where another is named; None where they still compete."""
    if fact in ALONE:
        named = set(values)
        return tuple(value for value in VALUES[fact] if value in (named - {ALONE[fact]} or named))
    new = [value for value in dict.fromkeys(values) if value != said.get(fact)] or values[:1]
    return new[-1] if new else None


def supposed(clause: Clause) -> dict[str, Value]:
    """What the clause supposes: the values in those of its parts that do not ask for the outcome."""
    text = _after_marker(clause)
    kept = [part for part in text.split(" , ") if part.strip() and not _asks(part)]
    said = clause.scene.said
    return changes(" , ".join(kept), said) or changes(text, said) or changes(clause.sentence.text, said)


def _after_marker(clause: Clause) -> str:
    """The text from the words that suppose on."""
    at = min((hit.start for hit in clause.hits.of("supposes") if not _is_indirect(clause, hit.start)), default=0)
    pieces = clause.sentence.text.split()
    places = [place for place, piece in enumerate(pieces) if piece[0].isalnum()]
    return " ".join(pieces[places[at] :]) if at < len(places) else clause.sentence.text


def _asks(part: str) -> bool:
    words = part.split()
    return bool(words) and (
        words[0] in {"would", "does", "do", "what", "which", "will", "is", "still", "same"} and words[:2] != ["what", "if"]
    )


def what_if(clause: Clause) -> tuple[Asked, ...]:
    """A supposition that says so."""
    markers = [hit for hit in clause.hits.of("supposes") if not _is_indirect(clause, hit.start)]
    inverted = clause.stems[:1] and clause.stems[0] in INVERTED and clause.stems[1:2] != ("not",)
    if not markers and not (inverted and (clause.is_marked or clause.hits.has("then"))):
        return ()
    found = supposed(clause)
    if found:
        return asked("what_if", changes=found)
    return asked("what_if", changes={}) if any(clause.has(words) for words in _PLAIN) else ()


def _is_indirect(clause: Clause, at: int) -> bool:
    if clause.stems[at] != "if":
        return False
    before, after = clause.stems[at - 1 : at], clause.stems[at + 1 : at + 3]
    return bool(set(before) & _NO_SUPPOSITION) or after[:1] in {("so",), ("possibl",), ("need",), ("ani",)} or after in _ASIDES


def fragment(clause: Clause) -> tuple[Asked, ...]:
    """A supposition that is only values: "weekly instead?", "with 5,000 pages?", "on-prem: same verdict?"."""
    is_short = len(clause.stems) <= 9
    asks_then = clause.hits.has("then")
    leans = clause.hits.has("leans") and (clause.is_marked or clause.is_alone)
    if not (asks_then or leans or (is_short and clause.is_marked)) or clause.hits.has("courtesy"):
        return ()
    if clause.is_part or (clause.stems[0] in _OPENS and not asks_then):
        return ()
    if not asks_then and (clause.architectures or not _is_covered(clause)):
        return ()
    found = supposed(clause)
    return asked("what_if", changes=found) if found else ()


def _is_covered(clause: Clause) -> bool:
    """Whether nearly all the words belong to the values and to how they are supposed."""
    read = read_values(clause.sentence.text)
    pieces_read = sum(one.end - one.start for one in _apart(list(read)))
    slack = 2 if any(one.certainty is Certainty.OWN for one in read) else 1
    return len(clause.stems) - pieces_read <= slack + len([stem for stem in clause.stems if stem in _SMALL])
