"""Words -> the values that they give to facts: the surest readings, apart from each other, new ones first.

Behind suppositions and changes. The readings are those of the answers' phrases (`rules.hearing.evidence.reading`), and
those that only a supposition or a change is worded in (supposed.toml).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from rules.catalog import asking, phrases
from rules.catalog.asking import small
from rules.facts import ALONE, VALUES, Value
from rules.hearing.evidence.evidence import HERE, evidence
from rules.hearing.evidence.reading import readings
from rules.hearing.questions.counting import numbers_first, numbers_in_front, one_number
from rules.hearing.questions.cutting import sentence
from rules.hearing.questions.kinds import BANDS, LATER, NOT
from rules.hearing.questions.matching import Hit, hits
from rules.hearing.questions.opposites import (
    dropped,
    drops,
    held_off,
    is_addressee,
    is_equipped,
    is_gone,
    is_slip,
    of_behavior,
    turned,
)
from rules.hearing.questions.parts import all_of, listed
from rules.hearing.questions.vying import apart
from rules.hearing.values import Certainty, Reading
from rules.hearing.words.contrast import current
from rules.hearing.words.denying import denied
from rules.hearing.words.index import Index
from rules.hearing.words.patterns import alternatives, compiled
from rules.hearing.words.phrases import stemmed
from rules.hearing.words.pieces import pieces, stem
from rules.hearing.words.roundabout import straight

_LOCATING = small("locating")
_NEAR = 2
_RUN = {"search", "training"}
_FAILING = small("failing")
_SAID_OF_ANYTHING = frozenset({"failure", "need", "stakes"})
"""Facts of which the words alone say nothing beside another one: "hang about, it is daily now"."""
_ADDS = frozenset({"also", "too", "only", "both", "well", "half", "partly", "some"})
"""Words by which documents stand beside systems, and not in their place: "in documents also, not only in systems"."""
_MILDER = {"evals": "ad_hoc", "receipts": "helpful"}
"""What is said to be there all the same: "not required, merely nice to have", "no golden set, only by hand"."""
_BESIDE = frozenset({"well", "half", "also", "partly"})
_DENYING = NOT - {"no"}
"""In what supposes, "no" is a part of the value: "no duplicates"."""
_HELD = frozenset({"data", "record", "document", "file", "inform"})
_LONG = 18
_JUDGED = frozenset({"labels", "hygiene", "stakes", "steadiness", "lookup", "action", "check"})
"""Facts that common words seem to speak of."""
_WORDY = 3
"""Words of a value that is meant although a word of it stands for many things."""


def changes(text: str, said: Mapping[str, Value], *, least: Certainty = Certainty.HERE) -> dict[str, Value]:
    """Every fact that the words give one value to, several to a list fact; the surest readings where they compete."""
    now = current(text)
    whole = _changes(text, said, least)
    whole |= _plainly(text, whole, said, least)
    if now == text:
        return whole
    found, renewed = _changes(now, said, least), _renewed(whole, now)
    return (found if renewed.keys() <= found.keys() else renewed) or whole


def supposed_in(text: str, said: Mapping[str, Value]) -> dict[str, Value]:
    """The same of a supposition, with its halves that are nothing but a value: "we had Postgres and it changed hourly".

    In a statement such a half may be said of anything: "they train, version and roll back".
    """
    found = changes(text, said)
    alone = _halves(current(text)) if found else []
    return {one.fact: _one(one.fact, [*one.values], said) for one in alone} | found


def _plainly(text: str, told: Mapping[str, Value], said: Mapping[str, Value], least: Certainty) -> dict[str, Value]:
    """The values that the words give in plain order, where they give them in a roundabout way."""
    found = pieces(text)
    plain: dict[str, Value] = {}
    for fact in told:
        for rest in straight(found, stemmed(found), fact):
            plain.setdefault(fact, _changes(" ".join(rest), said, least).get(fact))
    return {fact: value for fact, value in plain.items() if value is not None}


def _renewed(old: Mapping[str, Value], now: str) -> dict[str, Value]:
    """What stands in place of the values that are over, where the new ones do not name their question again."""
    answers = {fact: answer_to(fact, now) for fact in old}
    return {fact: value for fact, value in answers.items() if value is not None and value != old[fact]}


def _changes(text: str, said: Mapping[str, Value], least: Certainty) -> dict[str, Value]:
    """The values of a text as it stands."""
    read = [one for one in read_all(text) if one.certainty >= least and len(one.values) == 1]
    if _FAILING & {stem(word) for word in text.split()}:
        read = [one for one in read if one.fact == "failure"] or read
    whole = read_all(text)
    own = [one for one in read if one.certainty is Certainty.OWN]
    for part in (*listed(text), text):
        facts = {each.fact for each in own}
        own += [dropped(one, part, said) for one in named_in(part) if one.fact not in facts]
    lists = {each.fact for each in own} & {*ALONE} if "and" in text.split() else set()
    own += [one for one in read if one.fact in lists and one not in own]  # "we run search and training now"
    own = _numbered(text, own, said) + _meant(_without_later(of_behavior(own, text)), text)
    read = apart(own) or _likeliest([one for one in read if is_on_topic(one.fact, text)] or read)
    left = [dropped(one, text, said) if one in whole else one for one in read]
    gone = {one.values[0] for one, other in zip(read, left, strict=True) if one.fact == "ops" and one != other}
    read = [replace(one, values=("neither",)) if one.fact == "ops" and gone >= _RUN else one for one in left]
    found: dict[str, list[str]] = {}
    for one in sorted(read, key=lambda each: (each.end - each.start, each.start)):
        found.setdefault(one.fact, []).append(one.values[0])
    found |= {fact: [value] for fact, value in _MILDER.items() if {"none", value} <= set(found.get(fact, ()))}
    if {"documents", "systems"} <= set(found.get("source", ())) and _ADDS & set(text.split()):
        found["source"] = ["both"]
    named = {each.values[0] for each in whole if each.fact == "source" and each.certainty >= Certainty.HERE}
    if "source" in found and _BESIDE & set(text.split()) and {"documents", "systems"} <= named:
        found["source"] = ["both"]  # "half of it in the CRM as well as the docs"
    if len(found) > 1 and "source" in found and not _is_located(text):
        del found["source"]
    if len(found) > 1 and "failure" in found and not _FAILING & {stem(word) for word in text.split()}:
        del found["failure"]
    is_audited = any(one.values == ("regulated",) and one.certainty is Certainty.OWN for one in whole)
    if "required" in found.get("receipts", ()) and is_audited:
        found["receipts"] = ["regulated"]
    return {fact: value for fact, values in found.items() if (value := _one(fact, values, said)) is not None}


def _halves(text: str) -> list[Reading]:
    """What a part of a text says that is nothing but a value: "we had Postgres" beside "it changed hourly"."""
    alone = (one for part in listed(text) if not named_in(part) for one in all_of(part, _read_all(part)))
    return [one for one in alone if one.fact not in LATER | _SAID_OF_ANYTHING]


def _is_located(text: str) -> bool:
    """Whether it is said where the truth lives, and not only what its keeper is called: "if our docs changed daily"."""
    stems = [stem(piece) for piece in pieces(text)]
    return any(
        one.fact == "source" and _LOCATING & set(stems[max(0, one.start - _NEAR) : one.end + _NEAR])
        for one in read_all(text)
    )


def named_in(part: str) -> list[Reading]:
    """The readings of one part of a text that are its own matter, or whose question it calls by name."""
    read = [one for one in read_all(part) if len(one.values) == 1]
    own = [one for one in read if one.certainty is Certainty.OWN]
    if own:
        return own
    said = sentence(part)
    called = {hit.name: hit for hit in hits(said).of("fact")}
    return [
        replace(one, certainty=Certainty.OWN)
        for one in read
        if one.certainty is Certainty.HERE
        and one.fact in called
        and (drops(part) or not _covers(one, part, called[one.fact]))
    ]


def plain_facts(texts: Sequence[str]) -> set[str]:
    """The facts to which the texts plainly give a value."""
    several = [part for text in texts for part in (text, *listed(text))]
    read = [one for part in several for one in (*named_in(part), *_numbered(part, [], {}))]
    plain = {one.fact for one in read if one.fact not in LATER or one.end - one.start >= _WORDY}
    return plain | {one.fact for text in texts for one in _halves(text)} if plain else plain


def _covers(one: Reading, part: str, called: Hit) -> bool:
    """Whether the value is only the name of its question: "sources" alone says nothing about receipts."""
    words = [piece for piece in pieces(part)[one.start : one.end] if piece[0].isalnum()]
    return len(words) <= called.end - called.start and set(words) <= set(part.split()[called.start : called.end])


def _meant(own: list[Reading], text: str) -> list[Reading]:
    """Without what a word says only by the way, where another fact is spoken of outright.

    "Patient data may go to a private cloud" is about where data goes; in a long sentence a word that names no matter
    of its question is one of many.
    """
    facts = {one.fact for one in own}
    stems = [stem(piece) for piece in pieces(text)]
    if len(facts) > 1:
        own = [one for one in own if one.end - one.start > 1 or not set(stems[one.end : one.end + 1]) & _HELD]
    on_topic = {fact for fact in facts if is_on_topic(fact, text)}
    is_long = len(stems) > _LONG and on_topic and on_topic != facts
    return [one for one in own if one.fact in on_topic or one.fact not in _JUDGED] if is_long else own


def _numbered(text: str, own: list[Reading], said: Mapping[str, Value]) -> list[Reading]:
    """A bare number beside the name of a question that is answered in numbers: "volume is 2m now"."""
    numbers = [at for at, piece in enumerate(pieces(text)) if piece[0].isdigit()]
    if all(any(one.start <= at < one.end for one in own) for at in numbers):
        return []  # "2 seconds is a hard req" counts no requests
    counted = {*BANDS} - {one.fact for one in own}
    named = [hit for hit in hits(sentence(text)).of("fact") if hit.name in counted]
    values = {name: answer_to(name, text) for name in dict.fromkeys(hit.name for hit in named)}
    return [
        Reading(hit.name, (value,), Certainty.OWN, hit.start, hit.end)
        for hit in named
        if isinstance(value := values[hit.name], str) and value != said.get(hit.name)
    ]


def _without_later(own: list[Reading]) -> list[Reading]:
    """Without the facts that a word means only where no other is meant."""
    plain = [one for one in own if one.fact not in LATER]
    return plain or own


def read_all(text: str) -> list[Reading]:
    """Every mention of a value: those of the answers' phrases, and those that only a supposition or a change says."""
    return [*_read_all(text)]


_DROPPING = (is_gone, is_slip, is_addressee, is_equipped)


@lru_cache(maxsize=64)
def _read_all(text: str) -> tuple[Reading, ...]:
    """The same, kept for the readers that ask again."""
    found = numbers_in_front(pieces(text))
    stems = tuple(stem(piece) for piece in found)
    under = denied(stems)
    read = list(readings(found, VALUES.keys()))
    for (fact, value), start, end, _, is_negative in _supposed().standing(stems):
        passed_over = {*stems[start:end]} & _DENYING or "no" in stems[start + 1 : end - 1]  # "need no receipts"
        if is_negative or not (start in under or passed_over):
            read.append(Reading(fact, (value,), Certainty.OWN, start, end))
    read = [
        one
        for one in read
        if not any(drops_it(one, stems) for drops_it in (is_gone, is_slip, is_addressee, is_equipped))
    ]
    read = [one for one in read if not held_off(one, read, stems)]
    read = [turned(one, stems) for one in read]
    return tuple(numbers_first(read, found))


@lru_cache(maxsize=1)
def _supposed() -> Index[tuple[str, str]]:
    """The phrases of the supposed values (supposed.toml)."""
    known = {**phrases.groups(), **asking.groups()}
    return Index(((fact, value), compiled(line, known)) for fact, value, line in asking.supposed_values())


def is_on_topic(fact: str, text: str) -> bool:
    """Whether the text speaks of the question's own matter."""
    return bool(_topics()[fact] & {stem(word) for word in text.split()})


@lru_cache(maxsize=1)
def _topics() -> dict[str, frozenset[str]]:
    """The words of the matter of each question."""
    return {fact: frozenset(alternatives(phrases.topics().get(fact, ""), phrases.groups())) - {""} for fact in VALUES}


def _likeliest(read: list[Reading]) -> list[Reading]:
    """Of readings that name no matter of their own those of the one fact that takes up most words."""
    read = [one for one in read if one.fact not in LATER or one.end - one.start > 1]
    longest = max(read, key=lambda one: one.end - one.start, default=None)
    return [one for one in read if longest and one.fact == longest.fact]


def _one(fact: str, values: list[str], said: Mapping[str, Value]) -> Value:
    """The value, without the one that stands already where another is named; None where they still compete."""
    if fact in ALONE:
        named = set(values)
        return tuple(value for value in VALUES[fact] if value in (named - {ALONE[fact]} or named))
    if "both" in values:
        return "both"
    new = [value for value in values if value != said.get(fact)] or values[:1]
    return new[-1] if new else None


def answer_to(fact: str, text: str) -> Value:
    """The one value that the words give to this fact where its question is spoken of; None where they give none."""
    scores = evidence(numbers_in_front(pieces(text)), (fact,), fact)
    values = {
        value
        for each in scores.values()
        for mark in each.marks
        if not mark.is_denied and mark.grade >= HERE
        for value in mark.values
    }
    if fact in ALONE:
        kept = values - {ALONE[fact]} or values  # "no, two of us can train" leaves nobody with neither
        return tuple(value for value in VALUES[fact] if value in kept) or None
    if not values and fact in BANDS:  # the one number, if it counts nothing else in so many words: "400 of them"
        return answer_to(fact, number) if (number := one_number(text)) and text != number else None
    if values == {"required", "regulated"}:  # who obliges says more than that there must be proof
        return "regulated"
    return values.pop() if len(values) == 1 else None
