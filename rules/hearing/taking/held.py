"""What is held somewhere, counted: "600 manuals in SharePoint" tells how much there is, and where it is, in one breath.

The question that stands open is answered by its own half alone, and the other half would be passed over.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rules.facts import Value
from rules.hearing.amounts.numbers import quantities
from rules.hearing.evidence.evidence import HERE, Evidence, evidence, thoughts_of
from rules.hearing.values import Ear, Line
from rules.hearing.words.nouns import DOCUMENTS, LABELED, held_at
from rules.hearing.words.pieces import BREAKS, stem, stems_of

_OF_THE_TRUTH = frozenset({"source", "corpus", "hygiene", "freshness"})
"""Questions about what answers rest on: beside another one such words may be said of anything."""
_COUNTED = DOCUMENTS | {stem("page")}
_DRAWN = frozenset({"need", "freshness", "corpus", "hygiene"})
"""Questions whose answer people give together with where it is drawn from."""
_PLACES = frozenset({"documents", "systems"})
_LATE, _NEAR = 5, 3
_FACTS, _FROM = stems_of("facts info information answers numbers figures data"), frozenset({"from", "out"})
_STRAIGHT = stems_of("all of it them straight right directly")
_ENDING = BREAKS | {"that", "which", "and"}


def with_held(typed: Line, stems: Sequence[str], saves: Mapping[str, Value], ear: Ear) -> Mapping[str, Value]:
    """What is written down, with how much a thought counts and where it says that this is, or facts come from."""
    if typed.open_fact in _DRAWN and typed.open_fact in saves and "source" not in {*saves, *typed.said}:
        saves = _with_origin(typed, stems, saves)
    if typed.open_fact not in _OF_THE_TRUTH:
        return saves
    for thought in thoughts_of(stems):
        at = held_at(stems, thought)
        if at and _counts(stems[thought.start : at]):
            much, there = range(thought.start, at), range(at, thought.stop)
            found = {"corpus": _heard("corpus", typed, stems, much, ear)}
            found |= {"source": _heard("source", typed, stems, there, ear)}
            if found["source"] is not None:
                return {**{fact: value for fact, value in found.items() if value is not None}, **saves}
    return saves


def _with_origin(typed: Line, stems: Sequence[str], saves: Mapping[str, Value]) -> Mapping[str, Value]:
    """The same with where it comes from, in the breath of the answer or behind it: "daily, out of the fleet database".

    Only a place that the words end with is one: "from the database team" tells of people.
    """
    told: set[str] = set()
    for thought in thoughts_of(stems):
        at = next((at for at in thought[:_LATE] if stems[at] in _FROM), None)
        if at is None or not _leads(typed, stems, range(thought.start, at)):
            continue
        end = next((n for n in range(at, thought.stop) if stems[n] in _ENDING), thought.stop)
        found = evidence(typed.pieces[:end], {"source"}, "source").get("source", Evidence("source"))
        marks = [mark for mark in found.marks if mark.grade >= HERE and not mark.is_denied]
        told |= {mark.values[0] for mark in marks if mark.start >= at and mark.end == end}
    return {"source": told.pop(), **saves} if len(told) == 1 and told < _PLACES else saves


def _leads(typed: Line, stems: Sequence[str], before: range) -> bool:
    """Whether words before a place say nothing by themselves, or are the answer: "facts from", "once a day from"."""
    words = {stems[at] for at in before} - _STRAIGHT
    if typed.open_fact == "need":
        return words <= _FACTS
    found = evidence(typed.pieces, {typed.open_fact or ""}, typed.open_fact).get(typed.open_fact or "", Evidence(""))
    said = {at for mark in found.marks if mark.grade >= HERE for at in range(mark.start, mark.end)}
    return all(at in said or stems[at] in _STRAIGHT for at in before)


def _counts(words: Sequence[str]) -> bool:
    """Whether pages or documents are counted, that are no labeled examples."""
    counted = any(_COUNTED & {*words[each.end : each.end + _NEAR]} for each in quantities(words))
    return counted and LABELED.isdisjoint(words)


def _heard(fact: str, typed: Line, stems: Sequence[str], words: range, ear: Ear) -> Value:
    """What these words answer to that question."""
    pieces = typed.pieces[words.start : words.stop]
    said = replace(typed, pieces=pieces, text=" ".join(pieces), open_fact=fact, mention=True)
    return ear(said, stems[words.start : words.stop]).saves.get(fact)
