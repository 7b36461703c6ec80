"""A value as its question holds it: by itself, or in a list with what was said before."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from rules.facts import ALONE, VALUES, Value
from rules.hearing.acts.steering import named_facts
from rules.hearing.evidence.evidence import HERE, Evidence, Mark, evidence, telling, thoughts_of
from rules.hearing.evidence.weighing import BOTH
from rules.hearing.forms.heading import is_named
from rules.hearing.forms.incidents import incidents
from rules.hearing.values import Asked, Choice, Heard, Line
from rules.hearing.words.patterns import COURTESIES
from rules.hearing.words.phrases import phrases, stemmed
from rules.hearing.words.pieces import BREAKS, stems_of

_TICKS = {"yes": True, "yep": True, "no": False, "nope": False}
_ITEM = 4
"""Words that a thing on a list may take where yes or no stands behind it."""
_ONLY = frozenset({"onli", "just"})
"""With these a line names all that is on a list: "failures: only format"."""
_ORDER_WORDS, _SHORT = "remove drop delete scratch scrap strike take cross kick axe ditch", 6
_ORDERS = frozenset(_ORDER_WORDS.split())
"""A line of so few words that begins with one of these asks for something to be taken off."""
_INSTEAD = _ONLY | stems_of("instead rather replace swap switch neither nor")
"""With these it names what stands in place of what was said."""
_LEFT = _ONLY | {"rest", "remain", "still"}
"""Behind these it names what is left of one."""


def ticked(typed: Line, stems: Sequence[str]) -> Heard | None:
    """The values behind which yes stands, where no stands behind the others: "gpu yes vector db no"."""
    fact, words = typed.open_fact, [at for at, word in enumerate(stems) if word not in BREAKS]
    ticks = [at for at in words if stems[at] in _TICKS]
    if fact not in ALONE or not ticks or len({_TICKS[stems[at]] for at in ticks}) == 1 or ticks[-1] != words[-1]:
        return None
    kept: list[str] = []
    for start, at in pairwise([-1, *ticks]):
        item = tuple(typed.pieces[n] for n in words if start < n < at)
        marks = evidence(item, {fact}, fact).get(fact, Evidence(fact)).marks if len(item) <= _ITEM else []
        values = {value for mark in marks if not mark.is_denied for value in mark.values}
        if len(values) != 1:
            return None
        kept += values if _TICKS[stems[at]] else []
    return Heard(saves={fact: tuple(value for value in VALUES[fact] if value in kept)})


def as_held(fact: str, value: str) -> Value:
    """The value, in a list where the question takes several."""
    return (value,) if fact in ALONE else value


def listed(typed: Line, stems: Sequence[str], fact: str, value: Value) -> Value:
    """A list fact's new value: added to what was said, taken from it, or all of it: "only format"."""
    before = typed.said.get(fact)
    if not (isinstance(before, tuple) and isinstance(value, tuple)):
        return value
    if phrases("removing").places(stems):
        left = tuple(one for one in before if one not in value or one in _remaining(typed, stems, fact))
        return left or (ALONE[fact],)
    named, full = relisted(typed, stems, fact)
    return full if named == value else value if _ONLY & {*stems} else _added(typed, fact, value)


def relisted(typed: Line, stems: Sequence[str], fact: str) -> tuple[Value, Value]:
    """What stands on a list instead of what the line denies, and that list in full: "stale facts and tone, not format".

    What the line says nothing of stays, unless only that is said to be there. Twice None where it is none of it.
    """
    before = typed.said.get(fact)
    if fact not in ALONE or not isinstance(before, tuple):
        return None, None
    marks = [
        mark for mark in evidence(typed.pieces, {fact}, fact).get(fact, Evidence(fact)).marks if mark.grade >= HERE
    ]
    against = [mark for mark in marks if mark.is_denied or _is_left_out(mark, stems)]
    plain = [mark for mark in marks if not (mark.is_denied or any(mark.overlaps(other) for other in against))]
    plain = [mark for mark in plain if not any(mark.overlaps(other) and other.weight > mark.weight for other in plain)]
    named = {value for mark in plain for value in mark.values} - {ALONE[fact]}
    gone = {value for mark in against for value in mark.values} - named
    is_known = bool(gone & {*before}) or (not named.isdisjoint(before) and named > {*before})
    if not (named and gone and is_known) or phrases("over").places(stems):
        return None, None
    stays = named if _ONLY & {*stems} else {*before} - gone - {ALONE[fact]} | named
    return tuple(one for one in VALUES[fact] if one in named), tuple(one for one in VALUES[fact] if one in stays)


def _is_left_out(mark: Mark, stems: Sequence[str]) -> bool:
    """Whether a phrase that denies something ends the line as what it is not: "..., not the json"."""
    return stems[mark.start] == "not" and mark.end == len(stems) and stems[mark.start - 1] in {",", "but"}


def put_beside(typed: Line, stems: Sequence[str], heard: Heard) -> Heard:
    """What was heard; the other one of two that comes beside what was said is both: "it also reads the CRM"."""
    facts = [fact for fact in BOTH if fact != typed.open_fact and _comes_beside(typed, stems, fact)]
    if not facts:
        return heard
    saves = {fact: "both" if fact in facts and value in BOTH[fact] else value for fact, value in heard.saves.items()}
    offers = [
        replace(each, value="both") if isinstance(each, Choice) and each.fact in facts else each
        for each in heard.offers
    ]
    return replace(heard, saves=saves, offers=tuple(each for n, each in enumerate(offers) if each not in offers[:n]))


def _comes_beside(typed: Line, stems: Sequence[str], fact: str) -> bool:
    """Whether the line puts the other one of two values beside the one that was said, without calling it wrong."""
    before, thoughts = typed.said.get(fact), thoughts_of(stems)
    more = telling("besides", stems, thoughts) | telling("in_part", stems, thoughts)
    if before not in BOTH[fact] or not more or fact in named_facts(stems):
        return False
    marks = evidence(typed.pieces, {fact}, fact).get(fact, Evidence(fact)).marks
    is_wrong = any(mark.is_denied and before in mark.values for mark in marks)
    return not is_wrong and any(mark.thought in more and mark.grade >= HERE for mark in marks)


def _remaining(typed: Line, stems: Sequence[str], fact: str) -> set[str]:
    """The values that the line says are left: "training is gone, only search remains"."""
    start = next((at for at, word in enumerate(stems) if word in _LEFT), len(stems))
    marks = evidence(typed.pieces[start:], {fact}, fact).get(fact, Evidence(fact)).marks
    return {value for mark in marks if not mark.is_denied for value in mark.values}


def shortened(typed: Line, stems: Sequence[str], offers: list[Choice]) -> list[Choice]:
    """What is offered; where something is taken off a list, what is left of it, once; nothing if none is on it."""
    if not phrases("removing").places(stems):
        return offers
    left = [replace(each, value=listed(typed, stems, each.fact, each.value)) for each in offers]
    is_none = len(left) > len({*left}) and all(each.value == typed.said.get(each.fact) for each in left)
    return [] if is_none else list(dict.fromkeys(left))


def as_listed(
    typed: Line, stems: Sequence[str], saves: Mapping[str, Value], offers: Sequence[Choice]
) -> tuple[dict[str, Value], list[Choice]]:
    """What is written down and what is offered, lists as they then stand; nothing is put on one by taking it off."""
    unlisted = _not_on_it(typed, stems, saves)
    asked = [
        Choice(fact, value) for fact in unlisted if fact == typed.open_fact for value in (saves[fact], (ALONE[fact],))
    ]
    kept = {fact: listed(typed, stems, fact, value) for fact, value in saves.items() if fact not in unlisted}
    return kept, shortened(typed, stems, [*offers, *asked])


def _not_on_it(typed: Line, stems: Sequence[str], saves: Mapping[str, Value]) -> set[str]:
    """The lists of which somebody wants something taken off while nothing stands there: "remove tone"."""
    said = next((word for word in typed.pieces if word not in COURTESIES), "")
    is_order = said in _ORDERS and len(stems) <= _SHORT and bool(phrases("removing").places(stems))
    return {fact for fact in saves if is_order and fact in ALONE and not typed.said.get(fact)}


def in_full(typed: Line, heard: Heard) -> Heard:
    """What was heard with no question open, as it is kept: what is added to a list, with what stands there.

    `hear` names of a list what the person names: "it makes up facts as well".
    """
    stems = stemmed(typed.pieces)
    heard = _with_skills(typed, stems, heard)
    if typed.open_fact is not None:
        return heard
    instead = {fact: relisted(typed, stems, fact) for fact in heard.saves}
    swapped = {fact: full for fact, (named, full) in instead.items() if named == heard.saves[fact]}
    comes = bool(phrases("returned").places(stems)) or ("failure" in heard.saves and bool(incidents(stems)))
    comes = comes and not (_ONLY & {*stems} or is_named(stems))  # "what the team can run: only search again"
    comes = comes or bool(phrases("besides").places(stems))
    if not comes or phrases("over").places(stems):
        return replace(heard, saves={**heard.saves, **swapped})
    saves = {fact: _added(typed, fact, value) for fact, value in heard.saves.items()}
    offers = (
        replace(each, value=_added(typed, each.fact, each.value)) if isinstance(each, Choice) else each
        for each in heard.offers
    )
    distinct = [*offers]
    return replace(
        heard,
        saves={**saves, **swapped},
        offers=tuple(each for n, each in enumerate(distinct) if each not in distinct[:n]),
    )


def _with_skills(typed: Line, stems: Sequence[str], heard: Heard) -> Heard:
    """The same with what a team can run come beside what it could: training costs nobody the search that stands.

    It stands instead where the line says so, names what stands, or gives the list anew under its name.
    """
    before = typed.said.get("ops")
    if typed.open_fact == "ops" or not isinstance(before, tuple) or _INSTEAD & {*stems} or named_facts(stems):
        return heard
    marks = evidence(typed.pieces, {"ops"}, "ops").get("ops", Evidence("ops")).marks
    if any(mark.grade >= HERE and (mark.is_denied or {*before} & {*mark.values}) for mark in marks):
        return heard

    def more(changes: Mapping[str, Value]) -> dict[str, Value]:
        return {fact: _added(typed, fact, value) if fact == "ops" else value for fact, value in changes.items()}

    def asked(each: Asked) -> Asked:
        return replace(each, slots={**each.slots, "changes": more(each.changes)}) if "ops" in each.changes else each

    return replace(
        heard,
        saves=more(heard.saves),
        questions=tuple(map(asked, heard.questions)),
        offers=tuple(Choice("ops", _added(typed, "ops", each.value)) if isinstance(each, Choice) and each.fact == "ops"
                     else asked(each) if isinstance(each, Asked) else each for each in heard.offers),
    )  # fmt: skip


def _added(typed: Line, fact: str, value: Value) -> Value:
    before = typed.said.get(fact)
    if not (isinstance(before, tuple) and isinstance(value, tuple)) or ALONE[fact] in {*value, *before}:
        return value
    return tuple(one for one in VALUES[fact] if one in {*before, *value})
