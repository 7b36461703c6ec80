"""Readings of numbers, where one with its unit says a matter more plainly than the words around it: "400 a day"."""

from collections.abc import Sequence
from dataclasses import replace

from rules.catalog.asking import small
from rules.hearing.amounts.numbers import quantities
from rules.hearing.questions.kinds import NUMBERED
from rules.hearing.values import Certainty, Reading
from rules.hearing.words.nouns import DOCUMENTS, LABELED
from rules.hearing.words.pieces import BREAKS, pieces, stem, stems_of

_SCALES = frozenset({"k", "m", "mio", "thousand", "million", "hundred"})
_CHANGING = small("changing")
_RATES = frozenset({"day", "daily", "hour", "minute", "second"})
_FINE = small("fine")
_NOUNS = DOCUMENTS | LABELED | {"page", "token", "tok"}
_COUNTING = stems_of(
    "be been is are was were would will could come came to total number reach amount count only just now of the our"
    " full whole entire corpus"
) | {":"}
"""Words between what is counted and its number: "the documents would come to ten thousand"."""
_BEHIND = BREAKS | {"and", "but", "instead", "now", "then", "or", "would", "what"}
"""What may follow a number that counts what stands before it, besides nothing: "were 20 minutes long" counts none."""


def numbers_first(read: list[Reading], found: Sequence[str]) -> list[Reading]:
    """Without the words' readings where a number with its unit says the same matter, or another, more plainly."""
    amounts = [(amount.start, amount.end) for amount in quantities(found)]
    counted = [
        one
        for one in read
        if one.fact in NUMBERED and any(one.start <= start and end <= one.end for start, end in amounts)
    ]
    if set(found) & _RATES and not set(found) & _CHANGING:
        read = [
            replace(one, certainty=Certainty.OWN) if one in counted and one.fact == "volume" else one for one in read
        ]
        counted = [one for one in read if one.fact in NUMBERED and any(_holds(one, amount) for amount in amounts)]
    if any(one.fact == "freshness" and one.certainty is Certainty.OWN for one in read):
        counted = [one for one in counted if one.fact != "volume" or one.certainty is Certainty.OWN]
    kept = [
        one
        for one in read
        if one in counted
        or not any(
            (_overlap(one, other) and (one.fact == other.fact or one.certainty < Certainty.OWN))
            or one.fact == other.fact == "latency"
            for other in counted
        )
    ]
    facts = {one.fact for one in kept}
    if any(one.fact == "examples" for one in counted):
        kept = [one for one in kept if one.fact != "definition"]
    if "latency" in facts:
        kept = [one for one in kept if one.values != ("too_slow",)]
    if {"volume", "freshness"} <= facts and not set(found) & _CHANGING:
        ends = [one.end for one in kept if one.fact == "volume"]
        kept = [
            one
            for one in kept
            if one.fact != "freshness" or (one not in counted and not any(0 <= one.start - end <= 2 for end in ends))
        ]
    if {"latency", "freshness"} <= facts and set(found) & _FINE:
        kept = [one for one in kept if one.fact != "freshness"]
    return kept


def numbers_in_front(found: Sequence[str]) -> tuple[str, ...]:
    """As many pieces, with each number before what it counts: "ten thousand documents would be"."""
    said = tuple(found)
    for amount in quantities(said):
        start = next((at for at in range(amount.start, 0, -1) if stem(said[at - 1]) not in _COUNTING), 0)
        counted = start - 1 - (stem(said[start - 2]) in LABELED if start > 1 else 0)
        is_counted = 0 < start < amount.start and stem(said[start - 1]) in _NOUNS
        if is_counted and (amount.end == len(said) or said[amount.end] in _BEHIND):
            ahead, between = said[amount.start : amount.end], said[start : amount.start]
            said = (*said[:counted], *ahead, *said[counted:start], *between, *said[amount.end :])
    return said


def _holds(one: Reading, amount: tuple[int, int]) -> bool:
    """Whether the reading holds this amount."""
    return one.start <= amount[0] and amount[1] <= one.end


def _overlap(one: Reading, other: Reading) -> bool:
    """Whether two readings share a piece."""
    return one.start < other.end and other.start < one.end


def one_number(text: str) -> str:
    """The one number in the text with its scale, "400 k"; "" where there is none, or several."""
    said = pieces(text)
    places = [at for at, piece in enumerate(said) if piece[0].isdigit()]
    if len(places) != 1:
        return ""
    at = places[0]
    return f"{said[at]} {said[at + 1]}" if _SCALES & set(said[at + 1 : at + 2]) else said[at]
