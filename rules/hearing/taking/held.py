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
from rules.hearing.words.pieces import stem, stems_of

_OF_THE_TRUTH = frozenset({"source", "corpus", "hygiene", "freshness"})
"""Questions about what answers rest on: beside another one such words may be said of anything."""
_COUNTED = DOCUMENTS | {stem("page")}
_NEAR = 3
_FACTS, _FROM = stems_of("facts info information answers numbers figures data"), frozenset({"from", "out"})


def with_held(typed: Line, stems: Sequence[str], saves: Mapping[str, Value], ear: Ear) -> Mapping[str, Value]:
    """What is written down, with how much a thought counts and where it says that this is, or facts come from."""
    if typed.open_fact == "need" and "source" not in saves:
        return _with_origin(typed, stems, saves)
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
    """The same with where the facts come from that the line opens with: "facts from the price database"."""
    first = thoughts_of(stems)[0]
    at = next((at for at in first[1:_NEAR] if stems[at] in _FROM), 0)
    if not at or stems[0] not in _FACTS or "need" not in saves:
        return saves
    found = evidence(typed.pieces[: first.stop], {"source"}, "source").get("source", Evidence("source"))
    told = {mark.values for mark in found.marks if mark.start > at and mark.grade >= HERE and not mark.is_denied}
    return {"source": told.pop()[0], **saves} if len(told) == 1 else saves


def _counts(words: Sequence[str]) -> bool:
    """Whether pages or documents are counted, that are no labeled examples."""
    counted = any(_COUNTED & {*words[each.end : each.end + _NEAR]} for each in quantities(words))
    return counted and LABELED.isdisjoint(words)


def _heard(fact: str, typed: Line, stems: Sequence[str], words: range, ear: Ear) -> Value:
    """What these words answer to that question."""
    pieces = typed.pieces[words.start : words.stop]
    said = replace(typed, pieces=pieces, text=" ".join(pieces), open_fact=fact, mention=True)
    return ear(said, stems[words.start : words.stop]).saves.get(fact)
