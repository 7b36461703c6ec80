"""An answer beside another one that it may have been: "a few thousand a month, or was it a day" is asked about."""

from collections.abc import Sequence
from dataclasses import replace

from rules.hearing.acts.asking import is_question
from rules.hearing.amounts.numbers import quantities
from rules.hearing.amounts.scales import PER_DAY
from rules.hearing.evidence.weighed import MOST_OFFERS
from rules.hearing.values import Choice, Ear, Heard, Line
from rules.hearing.words.phrases import phrases, stemmed
from rules.hearing.words.pieces import BREAKS


def wavering(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """Both answers to the open question, to be asked about; None where the line does not waver between two."""
    places = phrases("or_was").places(stems)
    if len(places) != 1 or typed.open_fact is None or not typed.mention or is_question(typed, stems):
        return None
    start, end = places[0]
    stop = next((at for at in range(end, len(stems)) if stems[at] in BREAKS), len(stems))
    sides = [typed.pieces[:start], _other(typed.pieces[:start], typed.pieces[end:stop])]
    found = [_answers(replace(typed, pieces=side, text=" ".join(side)), ear) for side in sides if side]
    offers = dict.fromkeys(choice for each in found for choice in each)
    return Heard(offers=tuple(offers)[:MOST_OFFERS]) if all(found) else None


def _other(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """The second answer, with the number of the first one where it only says another unit: "... or was it a day"."""
    amounts = quantities(first)
    if not amounts or quantities(second) or not {*stemmed(second)} & PER_DAY.keys():
        return second
    return (*first[: amounts[-1].end], *second)


def _answers(side: Line, ear: Ear) -> list[Choice]:
    heard = ear(side, stemmed(side.pieces))
    told = [Choice(fact, value) for fact, value in heard.saves.items()]
    told += [each for each in heard.offers if isinstance(each, Choice)]
    return [each for each in told if each.fact == side.open_fact and each.value is not None]
