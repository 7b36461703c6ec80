"""Suppositions and changes: which facts a clause gives which values."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from rules.catalog.asking import GROUPS, INVERTED, supposed_values
from rules.catalog.phrases import groups, topics
from rules.catalog.questions import QUESTIONS
from rules.facts import ALONE, VALUES, Value
from rules.hearing.evidence import HERE, evidence
from rules.hearing.lexicon import denied
from rules.hearing.numbers import quantities
from rules.hearing.patterns import Pattern, alternatives, compiled, end_of
from rules.hearing.pieces import pieces, stem
from rules.hearing.questions.cutting import sentence
from rules.hearing.questions.matching import is_courtesy
from rules.hearing.questions.scene import Clause, asked
from rules.hearing.reading import readings
from rules.hearing.values import Asked, Certainty, Reading

_OPENS = frozenset(
    "is are was can could will would which what who when where how do doe did ani has have whose ha".split()
)
"""Words that open a question of another kind."""
_ASIDES = {
    ("i", "may"),
    ("you", "like"),
    ("you", "pleas"),
    ("i", "might"),
    ("you", "would"),
    ("you", "can"),
    ("you", "could"),
}
_PLAIN = ("< say", "what if", "suppose", "supposing", "assume/assuming", "imagine", "let us say")
"""Suppositions that are nothing else, even where it is not understood what is supposed."""
_FAILING = frozenset({"problem", "issu", "failur", "fail", "troubl", "complaint"})
_ARCHITECTURAL = {"ops", "source", "lookup", "action", "need"}
"""Facts that the names of architectures seem to speak of."""
_LATER = frozenset({"lookup", "action", "check", "definition", "per_class", "steadiness", "model_size"})
"""Facts that a word means only where no other is meant."""
_COUNTED = frozenset({"examples", "volume", "latency", "corpus", "per_class", "labels", "model_size", "freshness"})
_CHANGING = frozenset("change changes changed update updates updated updating revised refresh refreshed".split())
_FINE = frozenset("fine ok okay wait waits acceptable enough alright answer answers respond reply fast".split())
_LONG = 7
"""In a longer supposition words that name no question's own matter are only offered."""
_SHORTEST = 3
"""A supposition of fewer words has to name a question's own matter."""
_ECHOES = frozenset("still a an no not the same so yes it is that then verdict but and".split())
_SMALL = frozenset("and but with without onli just no if in a an the our at on all for so then".split())
_NO_SUPPOSITION = frozenset(
    {
        "wonder",
        "see",
        "know",
        "ask",
        "tell",
        "unsur",
        "check",
        "confirm",
        "say",
        "as",
        "even",
        "idea",
        "clue",
        "sure",
        "doubt",
    }
)


def changes(text: str, said: Mapping[str, Value], *, least: Certainty = Certainty.HERE) -> dict[str, Value]:
    """Every fact that the words give one value to, several to a list fact; the surest readings where they compete."""
    read = [one for one in _readings(text) if one.certainty >= least and len(one.values) == 1]
    if _FAILING & {stem(word) for word in text.split()}:
        read = [one for one in read if one.fact == "failure"] or read
    own = [one for one in read if one.certainty is Certainty.OWN]
    own += [
        one
        for part in _parts(text)
        for one in _readings(part)
        if one.certainty is Certainty.OWN and len(one.values) == 1 and one.fact not in {each.fact for each in own}
    ]
    read = _apart(own) or _likeliest([one for one in read if _is_on_topic(one.fact, text)] or read)
    found: dict[str, list[str]] = {}
    for one in sorted(read, key=lambda each: (each.end - each.start, each.start)):
        found.setdefault(one.fact, []).append(one.values[0])
    return {fact: value for fact, values in found.items() if (value := _one(fact, values, said)) is not None}


def _apart(read: list[Reading]) -> list[Reading]:
    """Of readings of the same words by several facts, the surest, and the longest among equals."""
    kept: list[Reading] = []
    for one in sorted(read, key=lambda each: (-each.certainty, each.start - each.end + 2 * (each.fact in _LATER))):
        if not any(one.fact != other.fact and one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    if any(one.fact not in _LATER for one in kept):
        kept = [one for one in kept if one.fact not in _LATER or one.end - one.start > 1]
    return sorted(kept, key=lambda each: each.start)


def _readings(text: str) -> list[Reading]:
    """Every mention of a value: those of the answers' phrases, and those that only a supposition or a change says."""
    found = pieces(text)
    stems = tuple(stem(piece) for piece in found)
    under = denied(stems)
    read = list(readings(found, VALUES.keys()))
    for at, word in enumerate(stems):
        for fact, value, pattern in (
            *_supposed().get(word, ()),
            *(_supposed().get("#", ()) if word[0].isdigit() else ()),
        ):
            end = end_of(pattern, stems, at)
            if end is not None and (at not in under or pattern.is_negative):
                read.append(Reading(fact, (value,), Certainty.OWN, at, end))
    return _numbers_first(read, found)


def _numbers_first(read: list[Reading], found: Sequence[str]) -> list[Reading]:
    """Without the words' readings where a number with its unit says the same matter, or another, more plainly."""
    amounts = [(amount.start, amount.end) for amount in quantities(found)]
    counted = [
        one
        for one in read
        if one.fact in _COUNTED and any(one.start <= start and end <= one.end for start, end in amounts)
    ]
    kept = [
        one
        for one in read
        if one in counted
        or not any(
            _overlap(one, other) and (one.fact == other.fact or one.certainty < Certainty.OWN) for other in counted
        )
    ]
    facts = {one.fact for one in kept}
    if any(one.fact == "examples" for one in counted):
        kept = [one for one in kept if one.fact != "definition"]
    if "latency" in facts:
        kept = [one for one in kept if one.values != ("too_slow",)]
    if {"volume", "freshness"} <= facts and not set(found) & _CHANGING:
        kept = [one for one in kept if one.fact != "freshness" or one not in counted]
    if {"latency", "freshness"} <= facts and set(found) & _FINE:
        kept = [one for one in kept if one.fact != "freshness"]
    return kept


def _overlap(one: Reading, other: Reading) -> bool:
    return one.start < other.end and other.start < one.end


@lru_cache(maxsize=1)
def _supposed() -> dict[str, list[tuple[str, str, Pattern]]]:
    index: dict[str, list[tuple[str, str, Pattern]]] = {}
    for fact, value, line in supposed_values():
        pattern = compiled(line, {**groups(), **GROUPS})
        for word in pattern.parts[0].stems or {"#"}:
            index.setdefault(word, []).append((fact, value, pattern))
    return index


def _parts(text: str) -> list[str]:
    """The text cut where people list things: what counts one thing says nothing of the next."""
    parts: list[list[str]] = [[]]
    for piece in text.split():
        if piece in {",", "and", "plus", "but", ";"}:
            parts.append([])
        else:
            parts[-1].append(piece)
    return [" ".join(part) for part in parts if part] if len(parts) > 1 else []


def _is_on_topic(fact: str, text: str) -> bool:
    """Whether the text speaks of the question's own matter."""
    return bool(_topics()[fact] & {stem(word) for word in text.split()})


@lru_cache(maxsize=1)
def _topics() -> dict[str, frozenset[str]]:
    return {fact: frozenset(alternatives(topics().get(fact, ""), groups())) - {""} for fact in VALUES}


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
    if clause.scene.quoted and (about := fact_quoted(clause.scene.quoted)):
        value = answer_to(about, text)
        if value is not None:
            return {about: value}
    return changes(" , ".join(kept), said) or changes(text, said) or changes(clause.sentence.text, said)


def fact_quoted(quoted: str) -> str:
    """The question whose answered line is quoted: "Trusted examples: none"."""
    return next((fact for fact, topic in _by_topic() if quoted.startswith(topic)), "")


@lru_cache(maxsize=1)
def _by_topic() -> tuple[tuple[str, str], ...]:
    return tuple((question.fact, sentence(question.topic, is_marked=False).text) for question in QUESTIONS)


def answer_to(fact: str, text: str) -> Value:
    """The one value that the words give to this fact where its question is spoken of; None where they give none."""
    scores = evidence(pieces(text), (fact,), fact)
    values = {
        value
        for each in scores.values()
        for mark in each.marks
        if not mark.is_denied and mark.grade >= HERE
        for value in mark.values
    }
    if fact in ALONE:
        return tuple(value for value in VALUES[fact] if value in values) or None
    return values.pop() if len(values) == 1 else None


def _after_marker(clause: Clause) -> str:
    """The text from the words that suppose on."""
    at = min((hit.start for hit in clause.hits.of("supposes") if not _is_indirect(clause, hit.start)), default=0)
    pieces = clause.sentence.text.split()
    places = [place for place, piece in enumerate(pieces) if piece[0].isalnum()]
    return " ".join(pieces[places[at] :]) if at < len(places) else clause.sentence.text


def _asks(part: str) -> bool:
    words = part.split()
    return bool(words) and (
        words[:2] in (["it", "stays"], ["it", "changes"], ["anything", "changes"]) or words[0] in {"would", "does", "do", "what", "which", "will", "is", "still", "same"}
        and words[:2] != ["what", "if"]
    )


def what_if(clause: Clause) -> tuple[Asked, ...]:
    """A supposition that says so."""
    markers = [hit for hit in clause.hits.of("supposes") if not _is_indirect(clause, hit.start)]
    inverted = clause.stems[:1] and clause.stems[0] in INVERTED and clause.stems[1:2] != ("not",)
    if not markers and not (inverted and (clause.is_marked or clause.hits.has("then"))):
        return ()
    own, is_plain = is_own(clause), any(clause.has(words) for words in _PLAIN)
    found = supposed(clause)
    if not own and clause.scene.sentences and clause.has("that/this/it/so/right/they"):
        before = (changes(text, clause.scene.said, least=Certainty.OWN) for text in reversed(clause.scene.sentences))
        found = next((one for one in before if one), found)
    elif not own and not is_plain and not (clause.is_marked or clause.hits.has("then")):
        return ()
    elif not own and len(clause.stems) > _LONG and not fact_quoted(clause.scene.quoted):
        return asked("what_if", changes={})
    if found:
        return asked("what_if", changes=found)
    return asked("what_if", changes={}) if is_plain else ()


def _is_indirect(clause: Clause, at: int) -> bool:
    if clause.stems[at] != "if":
        return False
    before, after = clause.stems[at - 1 : at], clause.stems[at + 1 : at + 3]
    return (
        bool(set(before) & _NO_SUPPOSITION)
        or after[:1] in {("so",), ("possibl",), ("need",), ("ani",)}
        or after in _ASIDES
    )


def fragment(clause: Clause) -> tuple[Asked, ...]:
    """A supposition that is only values: "weekly instead?", "with 5,000 pages?", "on-prem: same verdict?"."""
    is_short = len(clause.stems) <= 9
    asks_then = clause.hits.has("then")
    leans = clause.hits.has("leans") and (clause.is_marked or (clause.is_alone and clause.stems[0] != "no"))
    if not (asks_then or leans or (is_short and clause.is_marked)) or is_courtesy(clause.sentence):
        return ()
    if clause.is_part or (clause.stems[0] in _OPENS and not asks_then and not leans):
        return ()
    if not clause.is_marked and clause.hits.has("changed"):
        return ()
    own = is_own(clause)
    if not asks_then and ((clause.architectures and not (leans and own)) or not (own and leans or _is_covered(clause))):
        return ()
    if not own and len(clause.stems) < _SHORTEST:
        return ()
    named = {at for hit in clause.architectures for at in range(hit.start, hit.end)}
    if clause.has("still") and {stem for at, stem in enumerate(clause.stems) if at not in named} <= _ECHOES:
        return ()
    if asks_then and not own and clause.scene.before and clause.has("that/this/it"):
        found = changes(clause.scene.before, clause.scene.said)
        return asked("what_if", changes=found) if found else ()
    if asks_then and not own and not _is_covered(clause):
        return ()
    found = supposed(clause)
    if not asks_then and not leans and _competes(clause.sentence.text):
        return ()
    return asked("what_if", changes=found) if found else ()


def is_own(clause: Clause) -> bool:
    """Whether it names a question's own matter with a value."""
    read = {one.fact for one in _readings(clause.sentence.text) if one.certainty is Certainty.OWN}
    return bool(read - (_ARCHITECTURAL if clause.architectures else set()))


def supposes(clause: Clause) -> bool:
    """Whether it supposes in words: "if" in "if I may" does not."""
    return any(not _is_indirect(clause, hit.start) for hit in clause.hits.of("supposes"))


def _competes(text: str) -> bool:
    """Whether a fact of one value gets two."""
    values: dict[str, set[str]] = {}
    for one in _readings(text):
        if one.certainty >= Certainty.HERE and one.fact not in ALONE:
            values.setdefault(one.fact, set()).update(one.values)
    return any(len(each) > 1 for each in values.values())


def _is_covered(clause: Clause) -> bool:
    """Whether nearly all the words belong to the values and to how they are supposed."""
    read = _readings(clause.sentence.text)
    pieces_read = sum(one.end - one.start for one in _apart(list(read)))
    own = any(one.certainty is Certainty.OWN for one in read)
    if not own and not clause.hits.has("leans") and len({one.fact for one in _apart(list(read))}) > 1:
        return False
    slack = 2 if any(one.certainty is Certainty.OWN for one in read) else 1
    return len(clause.stems) - pieces_read <= slack + len([stem for stem in clause.stems if stem in _SMALL])
