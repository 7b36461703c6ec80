"""A correction that names the earlier answer beside the new one: "I said weekly before, it is daily"."""

from collections.abc import Sequence
from dataclasses import replace

from rules.hearing.beside import Ear
from rules.hearing.contrast import current, earlier
from rules.hearing.evidence import HERE, evidence
from rules.hearing.pieces import pieces
from rules.hearing.values import Choice, Heard, Line
from rules.hearing.words import stemmed


def replaced(typed: Line, ear: Ear) -> Heard | None:
    """What stands instead of an answer that the line says was given before; None where it names none that was."""
    text = " ".join(typed.pieces)
    old, now = pieces(earlier(text)), pieces(current(text))
    if not old or len(now) >= len(typed.pieces):  # nothing stands instead; heard as a line of its own, it comes again
        return None
    facts = [fact for fact in typed.said if fact != typed.open_fact and _names(typed, fact, old)]
    if len(facts) != 1:
        return None
    fact = facts[0]
    heard = ear(replace(typed, pieces=now, open_fact=fact, text=" ".join(now), mention=True), stemmed(now))
    saves = {each: value for each, value in heard.saves.items() if each == fact and value != typed.said[fact]}
    offers = tuple(each for each in heard.offers if isinstance(each, Choice) and each.fact == fact)
    return Heard(saves=saves, offers=() if saves else offers, is_correction=True) if saves or offers else None


def _names(typed: Line, fact: str, old: Sequence[str]) -> bool:
    """Whether the words name the answer that was given to this question."""
    said = typed.said[fact]
    values = set(said) if isinstance(said, tuple) else {said}
    found = evidence(old, {fact}, fact).get(fact)
    return found is not None and any(mark.grade >= HERE and values & set(mark.values) for mark in found.marks)
