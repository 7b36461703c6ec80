"""The answers of a line that joins several: "weekly, around 4000 pages, and support agents read it".

Each statement is heard for its own question: what is said of others speaks not for the open one, and what was taken
from none of them is written down or offered.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.facts import Value
from rules.hearing.evidence.evidence import HERE, Evidence, Mark, evidence, thoughts_of
from rules.hearing.evidence.leaning import share_of
from rules.hearing.taking.belonging import answered, without_others
from rules.hearing.taking.beside import Beside, told_beside
from rules.hearing.taking.further import with_further, with_limit, with_no_prompt
from rules.hearing.taking.held import with_held
from rules.hearing.taking.unheard import unheard
from rules.hearing.values import Choice, Ear, Line
from rules.hearing.words.pieces import BREAKS

_SEVERAL, _FEW = 2, 4
_LIKELY, _NEARLY_ALL = 0.5, 0.8
"""From these shares on the words of a thought are about a question, and all those of a sentence answer one."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What is to be written down and what is to be offered."""

    saves: dict[str, Value]
    offers: list[Choice]


def joined(
    typed: Line, stems: Sequence[str], here: Sequence[Mark], found: tuple[Taken, Taken], ear: Ear
) -> tuple[Taken, Taken]:
    """What is taken for the open question, whose marks stand `here`, and for others, with what else the line says."""
    taken, others = found
    is_answered = taken.saves or (taken.offers and len(stems) <= _FEW)
    read = answered(typed.open_fact or "", here, stems) if is_answered else frozenset()
    told = {*taken.saves, *others.saves, *(each.fact for each in taken.offers if each.fact == typed.open_fact)}
    is_heard = bool(taken.saves or others.saves)
    beside = told_beside(typed, stems, told if is_heard else {*told, typed.open_fact or ""}, read, ear)
    saves = {**others.saves, **beside.saves}
    taken = _by_itself(typed, stems, taken, saves, ear)
    known = [*saves.items(), *taken.saves.items(), *((e.fact, e.value) for e in (*taken.offers, *others.offers))]
    told_values = {fact: [value for each, value in known if each == fact] for fact, _ in known}
    rest = unheard(typed, stems, told_values, ear) if taken.saves or saves else Beside({}, [])
    saves |= rest.saves
    taken = _by_itself(typed, stems, taken, saves, ear) if rest.saves else taken
    limited = with_limit(typed, stems, {**saves, **taken.saves}, ear)
    taken = Taken({fact: limited[fact] for fact in taken.saves}, taken.offers)
    held = with_held(typed, stems, limited, ear)
    saves |= {fact: value for fact, value in held.items() if fact != typed.open_fact}
    taken = taken if taken.saves else Taken({f: v for f, v in held.items() if f == typed.open_fact}, taken.offers)
    saves = dict(with_further(typed, stems, saves))
    all_told = with_no_prompt(typed, stems, {**saves, **taken.saves})
    saves |= {fact: value for fact, value in all_told.items() if fact not in taken.saves}
    taken = Taken(dict(with_further(typed, stems, taken.saves)), taken.offers)
    rhythms = _of_several_rhythms(typed, stems) if "freshness" in saves else []
    if rhythms:
        del saves["freshness"]
    offers = [
        *rhythms,
        *(offer for offer in others.offers if offer.fact not in {*saves, *(each.fact for each in rhythms)}),
    ]
    more = [] if offers or taken.offers else [*dict.fromkeys([*beside.offers, *rest.offers])]
    return taken, Taken(saves, [*offers, *(offer for offer in more if offer.fact not in saves)])


def _of_several_rhythms(typed: Line, stems: Sequence[str]) -> list[Choice]:
    """Each rhythm of a line that tells several by the way, of several things: "the menu weekly, the wines yearly"."""
    said, thoughts = evidence(typed.pieces, {"freshness"}, "freshness"), thoughts_of(stems)
    told = [
        mark
        for mark in said.get("freshness", Evidence("freshness")).marks
        if mark.is_number and mark.grade >= HERE and not mark.is_denied
        if share_of("freshness", stems[thoughts[mark.thought].start : thoughts[mark.thought].stop]) >= _LIKELY
    ]
    is_apart = any(
        not {*one.values} & {*other.values} for one in told for other in told if one.thought != other.thought
    )
    return [Choice("freshness", each) for each in dict.fromkeys(v for m in told for v in m.values)] if is_apart else []


def _by_itself(typed: Line, stems: Sequence[str], taken: Taken, told: dict[str, Value], ear: Ear) -> Taken:
    """What is taken for the open question; where the rest of the line answers others, what remains without that."""
    kept = without_others(typed, stems, told, ear)
    return taken if kept is None else Taken({typed.open_fact or "": kept}, [])


def of_one_sentence(stems: Sequence[str], others: Taken) -> Taken:
    """The other question that one sentence without marks surely answers; further ones only share its words."""
    told = [fact for fact in others.saves if share_of(fact, stems) >= _NEARLY_ALL]
    if len(others.saves) < _SEVERAL or len(told) != 1 or BREAKS & set(stems):
        return others
    return Taken({told[0]: others.saves[told[0]]}, others.offers)
