"""What is to be taken off: an answer ("the exact names thing: remove that"), or one thing on a list."""

from collections.abc import Sequence
from dataclasses import replace

from rules.facts import ALONE, FACTS, VALUES
from rules.hearing.acts.steering import named_facts
from rules.hearing.evidence.evidence import HERE, JOINTS, Mark, evidence, thoughts_of
from rules.hearing.values import Asked, Choice, Control, Ear, Heard, Line, Word, each_in
from rules.hearing.words.patterns import COURTESIES, LIGHT
from rules.hearing.words.phrases import names, phrases
from rules.hearing.words.pieces import BREAKS, stems_of

_THING_WORDS = "thing bit one part answer entry choice point item stuff"
_THING = stems_of(_THING_WORDS)
"""What people call an answer of theirs."""
_ONE_OF_TWO: dict[tuple[str, ...], list[str]] = {("freshness", "steadiness"): ["freshness"]}
"""How often is first an answer of how often the truth changes."""
_AROUND = BREAKS | LIGHT | COURTESIES | _THING | stems_of("about on of with by again off out back regarding wrong")

_OF_A_LIST = _AROUND | stems_of(
    "from off out away list the how it fails failures failing problems prompt today what which team can run answer"
    " answers no ok so well actually please pls now"
)
"""Words that name a list, and what may stand around what is taken off it."""
_LISTS = stems_of("failures failing fails list")
_WHO, _MOST = "who", 3
_NOT, _NO = "not", frozenset({"no", "nope"})
_OPENS = BREAKS | COURTESIES | stems_of("no nope ok okay so well actually sorry pls and it was")


def withdrawn(typed: Line, stems: Sequence[str]) -> Control | None:
    """The question whose answer is to be given again, as it is taken back; None where the line says anything else.

    What stands on a list is taken off it, see `listing`.
    """
    orders = phrases("withdrawing").places(stems)
    if not orders or not _THING & {*stems} or "?" in stems:
        return None
    marks = [mark for mark in _marks(typed) if not mark.is_within(orders)]
    best = max((mark.grade for mark in marks), default=HERE)
    marked = dict.fromkeys(mark.fact for mark in marks if mark.grade == best)
    facts = (
        named_facts(stems) or [fact for fact in marked if fact in typed.said] or _ONE_OF_TWO.get((*marked,), [*marked])
    )
    if len(facts) != 1 or len({mark.values for mark in marks if mark.fact == facts[0]}) > 1:  # "..., it is daily"
        return None
    places = [(mark.start, mark.end) for mark in marks if mark.fact == facts[0]]
    places += [*orders, *names()[facts[0]].places(stems)]
    rest = (at for at, word in enumerate(stems) if word not in _AROUND)
    is_all = all(any(start <= at < end for start, end in places) for at in rest)
    return Control(Word.CHANGE, facts[0]) if is_all else None


def disowned(typed: Line, stems: Sequence[str]) -> list[str]:
    """The question whose answer the one who types never gave, by what it says: "I never said weekly, delete that".

    Nothing where they deny nothing, or ask who gave it, or several answers may be meant.
    """
    places = phrases("disowning").places(stems)
    if "?" in stems or not places:
        return []
    thought = next(each for each in thoughts_of(stems) if places[0][0] in each)
    marks = [mark for mark in _marks(typed) if mark.start in thought and not mark.is_within(places)]
    facts = dict.fromkeys(mark.fact for mark in marks if {*mark.values} <= each_in(typed.said.get(mark.fact)))
    return [*facts] if len(facts) == 1 else []


def not_said(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """The question that is asked again, as who types denies its answer: "why required by law?? I did not say this".

    Beside an answer to the open question it is asked about by its other values: the denied one is offered no more.
    None where several answers may be meant, or where it is asked who gave one.
    """
    places = phrases("not_said").places(stems) if typed.mention and stems[0] != _WHO else []
    first, end = places[0] if places else (0, 0)
    if not places or (first and stems[first - 1] not in JOINTS | _OPENS):
        return None  # "it quotes things we never said"
    stop = next((at for at in range(end, len(stems)) if stems[at] in BREAKS), len(stems))
    start = max((at + 1 for at in range(first) if stems[at] == "."), default=0)
    words, rest = typed.pieces[start:stop], typed.pieces[:start]
    marks = [m for m in _marks(replace(typed, pieces=words)) if {*m.values} <= each_in(typed.said.get(m.fact))]
    most = max((mark.weight for mark in marks), default=0.0)
    facts = [*dict.fromkeys(mark.fact for mark in marks if mark.weight == most)]
    if len(facts) != 1:
        return None
    behind = replace(typed, pieces=typed.pieces[stop + 1 :])
    if any(
        mark.fact == facts[0] and not mark.is_denied for mark in _marks(behind)
    ):  # "never said weekly, it is monthly"
        instead = ear(replace(behind, text=" ".join(behind.pieces), open_fact=facts[0]), stems[stop + 1 :]).saves
        return Heard(saves=instead, is_correction=True) if instead.keys() == {facts[0]} else None
    told = ear(replace(typed, pieces=rest, text=" ".join(rest)), stems[:start]).saves if rest else {}
    if typed.open_fact is None or typed.open_fact not in told:
        return Heard(control=Control(Word.CHANGE, facts[0]))
    others = (Choice(facts[0], value) for value in VALUES[facts[0]] if value != typed.said[facts[0]])
    return Heard(saves={typed.open_fact: told[typed.open_fact]}, offers=tuple(others)[:_MOST], is_correction=True)


def _marks(typed: Line) -> list[Mark]:
    """What the line says of questions with one answer."""
    found = evidence(typed.pieces, {*FACTS} - {*ALONE}, None)
    return [mark for each in found.values() for mark in each.marks if mark.grade >= HERE]


def struck(typed: Line, stems: Sequence[str]) -> Heard | None:
    """What is left of a list of which a short line takes something: "take reasoning off the failures", "no, not tone".

    Where what it names does not stand there, what does is told. None where the line says anything else.
    """
    first = next((at for at, word in enumerate(stems) if word not in _OPENS), len(stems))
    orders = [place for place in phrases("removing").places(stems) if place[0] == first]
    denies = stems[first : first + 1] == (_NOT,) and not _NO.isdisjoint(stems[:first])
    if not typed.mention or typed.open_fact is not None or "?" in stems or not (orders or denies):
        return None
    end = next((at for at in range(first, len(stems)) if stems[at] in BREAKS), len(stems)) if denies else len(stems)
    found = evidence(typed.pieces[:end], {*ALONE}, None)
    marks = [mark for each in found.values() for mark in each.marks if mark.start >= first and mark.grade >= HERE]
    if len({mark.fact for mark in marks}) != 1:
        return None
    fact, values = marks[0].fact, {value for mark in marks for value in mark.values}
    places = [(first, first + 1), *orders, *((mark.start, mark.end) for mark in marks)]
    is_all = all(stems[at] in _OF_A_LIST or any(start <= at < stop for start, stop in places) for at in range(end))
    stands = typed.said.get(fact)
    there = tuple(stands) if isinstance(stands, tuple) else ()
    if not is_all or (denies and not values <= {*there}):
        return None
    if not values & {*there}:
        is_named = bool(_LISTS & {*stems} or names()[fact].places(stems))
        return Heard(questions=(Asked("status_of_answers", {"fact": fact}),)) if is_named else None
    left = tuple(value for value in there if value not in values)
    return Heard(saves={fact: left or (ALONE[fact],)}, is_correction=True)
