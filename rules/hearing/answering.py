"""The answers in a line: to the open question first, then to those whose own matter it names; corrections of either."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rules.facts import ALONE, FACTS, VALUES, Value
from rules.hearing.chatter import covers, is_all_said, is_plainly_said, talk
from rules.hearing.evidence import HERE, OWN, Evidence, Mark, evidence, thoughts_of
from rules.hearing.options import borrowed, chosen
from rules.hearing.steering import named_facts
from rules.hearing.values import Choice, Heard, Line, Trouble
from rules.hearing.weighing import MOST_OFFERS, Weighed, weigh
from rules.hearing.words import phrases

_MUCH_MORE = 1.2
"""By so much the words of another question have to outweigh those of the open one in the same thought."""
_ALONE = 3.0
"""From this weight on another question's words count as its answer in a thought of their own."""
_BESIDE = 3.3
"""... and beside words of the open question."""
_UNADDRESSED = 3.6
"""... and in a line that is not addressed to the bot."""
_SOFT = frozenset({"need", "lookup", "check", "action", "definition", "steadiness"})
"""Questions whose words are said about other matters, too: theirs have to weigh more."""
_MORE = 0.6
_MATTERS = ({"source", "corpus", "hygiene", "freshness"}, {"examples", "labels", "per_class"})
"""Questions about one matter: words that fit several questions are meant for the one beside the open one."""
_KIN = {
    "examples": {"evals", "check"}, "labels": {"evals", "check"}, "hygiene": {"evals", "check"}, "check": {"evals"},
    "per_class": {"evals", "labels"}, "evals": {"check"}, "definition": {"corpus"},
}  # fmt: skip
"""Questions whose words are mostly said about the open one: "checked by hand" of examples is no evaluation."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The marks of the open question and those of the others, each thought given to one of them."""

    here: list[Mark]
    elsewhere: list[Mark]


def answer(typed: Line, stems: Sequence[str]) -> Heard:
    """What the line answers."""
    asks = "?" in typed.pieces
    if asks and not typed.mention:
        return Heard(silent=True)
    option = chosen(typed, stems)
    if option is not None:
        return option
    others_label = borrowed(typed, stems)
    if others_label and (len(stems) > 1 or typed.mention):
        heard = _borrowed(typed, stems, others_label)
        if heard is not None:
            return heard
    corrects = bool(phrases("correcting").places(stems))
    sides = _sides(typed, stems, corrects=corrects)
    taken = _here(typed, stems, sides)
    others = _others(typed, stems, sides, taken, corrects=corrects)
    if typed.open_fact is not None and typed.open_fact not in taken.saves and not taken.offers and not others.saves:
        taken = _not_sure(typed, stems) or taken
    saves = {**others.saves, **taken.saves}
    offers = [*taken.offers, *others.offers]
    if asks and saves:
        offers, saves = [Choice(fact, value) for fact, value in saves.items()], {}
    if not saves and not offers and typed.mention:
        nearest = tuple(_nearest(typed))
        return Heard(offers=nearest, is_correction=corrects, trouble=Trouble.UNCLEAR if nearest else None)
    saves = {fact: _listed(typed, stems, fact, value) for fact, value in saves.items()}
    silent = not typed.mention and not saves and not offers
    return Heard(saves=saves, offers=tuple(offers[:MOST_OFFERS]), silent=silent, is_correction=corrects)


def _borrowed(typed: Line, stems: Sequence[str], facts: Mapping[str, str | None]) -> Heard | None:
    """The line is what stands on another question's button: written down there, or asked about where it fits both."""
    found: list[Choice] = []
    for fact, value in facts.items():
        if value is None:
            found += [Choice(f, v) for f, v in answer(replace(typed, open_fact=fact), stems).saves.items() if f == fact]
        else:
            found.append(Choice(fact, _value(fact, value)))
    marks = evidence(typed.pieces, FACTS, typed.open_fact).get(typed.open_fact or "", Evidence("")).marks
    weighed = weigh(Evidence(typed.open_fact or "", [mark for mark in marks if mark.grade >= HERE]), stems)
    own = [Choice(typed.open_fact or "", _value(typed.open_fact or "", value)) for value in weighed.candidates]
    if len(stems) == 1 and not own:
        return None
    if len(found) == 1 and not own:
        return Heard(saves={found[0].fact: found[0].value})
    return Heard(offers=tuple([*own[:2], *found][:MOST_OFFERS]))


@dataclass(frozen=True, slots=True)
class Taken:
    """What is to be written down and what is to be offered."""

    saves: dict[str, Value]
    offers: list[Choice]


def _here(typed: Line, stems: Sequence[str], sides: Sides) -> Taken:
    """The answer to the open question; offered only where the person doubts it."""
    fact = typed.open_fact
    if fact is None:
        return Taken({}, [])
    here = _untrusted(typed, stems, weigh(Evidence(fact, sides.here), stems))
    long = [mark for mark in sides.here if mark.size > 1]
    doubts = any(
        not any(mark.start <= start and end <= mark.end for mark in long)
        for start, end in phrases("not_sure").places(stems)
    )
    if doubts and all(mark.grade < HERE or mark.is_denied for mark in sides.here):
        return Taken({}, [])
    if here.is_plain and not doubts:
        return Taken({fact: here.value}, [])
    return Taken({}, [Choice(fact, _value(fact, value)) for value in here.candidates])


def _others(typed: Line, stems: Sequence[str], sides: Sides, taken: Taken, *, corrects: bool) -> Taken:
    """Answers to questions that are not open: written down where the words are distinctly theirs, else offered."""
    distinct = {mark.fact for mark in sides.elsewhere if corrects or typed.open_fact is None or _is_distinct(mark)}
    saves: dict[str, Value] = {}
    offers: list[Choice] = []
    for fact in dict.fromkeys(mark.fact for mark in sides.elsewhere):
        weighed = weigh(Evidence(fact, [mark for mark in sides.elsewhere if mark.fact == fact]), stems)
        if weighed.is_plain and fact in distinct:
            saves[fact] = weighed.value
        else:
            offers += [Choice(fact, _value(fact, value)) for value in weighed.candidates]
    if saves or taken.saves:
        offers = [offer for offer in offers if offer.fact in distinct]
    return Taken(saves, offers)


def _not_sure(typed: Line, stems: Sequence[str]) -> Taken | None:
    """The person does not know, which is an answer to the open question."""
    places = phrases("not_sure").places(stems)
    if typed.open_fact is None or not places or not (typed.mention or is_all_said(stems, places)):
        return None
    return Taken({typed.open_fact: None}, [])


def _sides(typed: Line, stems: Sequence[str], *, corrects: bool) -> Sides:
    """The marks that count, for the open question and for others."""
    found = evidence(typed.pieces, FACTS, typed.open_fact)
    named = named_facts(stems) if corrects or ":" in stems else []
    named += _shortened(typed, stems, found)
    mine = found.get(typed.open_fact or "", Evidence("")).marks
    others = [
        mark
        for fact, other in found.items()
        if fact != typed.open_fact and fact not in _KIN.get(typed.open_fact or "", ())
        for mark in other.marks
        if not (typed.open_fact == "latency" and mark.values == ("too_slow",))
        if mark.grade == OWN or mark.is_topical or (mark.grade == HERE and fact in named)
    ]
    if corrects and named and typed.open_fact not in named:
        mine = [mark for mark in mine if mark.grade == OWN]
        others = [mark for mark in others if mark.fact in named or _is_distinct(mark, _BESIDE)]
    mine = [mark for mark in mine if not any(_takes(other, mark) for other in others)]
    thoughts = {mark.thought for mark in (*mine, *others)}
    here: list[Mark] = []
    elsewhere: list[Mark] = []
    for thought in thoughts:
        m, o = _shared([x for x in mine if x.thought == thought], [x for x in others if x.thought == thought])
        here += m
        elsewhere += o
    if not typed.mention:
        return _unaddressed(stems, here, elsewhere, corrects=corrects)
    return Sides(here, elsewhere + _whole_thoughts(typed, stems, found, here + elsewhere) if here else elsewhere)


def _whole_thoughts(
    typed: Line, stems: Sequence[str], found: Mapping[str, Evidence], read: Sequence[Mark]
) -> list[Mark]:
    """Plain answers that are a whole thought beside one to the open question: "Notion, 40 pages, pretty clean"."""
    more: list[Mark] = []
    for number, thought in enumerate(thoughts_of(stems)):
        if any(mark.start < thought.stop and thought.start < mark.end for mark in read):
            continue
        marks = [
            m for e in found.values() for m in e.marks if m.thought == number and m.grade >= HERE and not m.is_denied
        ]
        near = [mark for mark in marks if any({mark.fact, typed.open_fact} <= matter for matter in _MATTERS)] or marks
        whole = [mark for mark in near if covers(stems, thought, [mark]) and mark.fact != typed.open_fact]
        if len({mark.fact for mark in near}) == 1 and whole:
            more += [replace(mark, grade=OWN) for mark in whole]
    return more


def _shortened(typed: Line, stems: Sequence[str], found: Mapping[str, Evidence]) -> list[str]:
    """The lists that something is taken off: "remove format", where format was said."""
    if not phrases("removing").places(stems):
        return []
    return [
        fact
        for fact in ALONE
        if any(set(mark.values) & set(typed.said.get(fact) or ()) for mark in found.get(fact, Evidence(fact)).marks)
    ]


def _is_distinct(mark: Mark, least: float = _ALONE) -> bool:
    """Whether its words mean its value although another question stands open."""
    return (mark.is_number and (mark.grade == OWN or mark.is_topical)) or mark.weight >= least + _MORE * (
        mark.fact in _SOFT
    )


def _takes(rival: Mark, mark: Mark) -> bool:
    """Whether words that plainly mean another question's matter hold this mark in them."""
    inside = rival.start <= mark.start and mark.end <= rival.end
    return inside and not rival.is_denied and mark.grade < OWN and rival.end - rival.start > mark.end - mark.start


def _shared(mine: list[Mark], others: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """One thought's marks: it belongs to the open question, unless another one's words weigh much more."""
    best_here = max((mark.weight for mark in mine), default=0.0)
    if best_here >= 2.0:
        others = [mark for mark in others if _is_distinct(mark, _BESIDE)]
    best_other = max((mark.weight for mark in others), default=0.0)
    if best_other >= best_here + _MUCH_MORE:
        mine = []
    elif best_here >= 2.0:
        others = [
            mark
            for mark in others
            if (mark.is_number or mark.weight >= best_here) and not any(mark.overlaps(own) for own in mine)
        ]
    distinct = [mark for mark in others if _is_distinct(mark)]
    others = distinct or others
    if not others:
        return mine, others
    leader = max(others, key=lambda mark: mark.weight)
    leading = [mark for mark in others if mark.fact == leader.fact]
    beside = [
        mark
        for mark in others
        if mark.fact != leader.fact
        and (mark.is_number or (mark.weight >= 3.6 and not any(mark.overlaps(other) for other in leading)))
    ]
    return mine, leading + beside


def _unaddressed(stems: Sequence[str], here: list[Mark], elsewhere: list[Mark], *, corrects: bool) -> Sides:
    """What counts in a line that is not addressed to the bot: only what it plainly says."""
    if not is_plainly_said(stems, here, talk(stems)):
        here = []
    plain = [mark for mark in elsewhere if corrects or _is_distinct(mark, _UNADDRESSED)]
    if not (corrects or here or is_plainly_said(stems, plain, talk(stems))) or talk(stems) > 1:
        plain = []
    return Sides(here, plain)


def _untrusted(typed: Line, stems: Sequence[str], here: Weighed) -> Weighed:
    """Examples that nobody checked are none that are trusted, or those many: it is asked."""
    is_some = isinstance(here.value, str) and here.value != "none"
    if typed.open_fact != "examples" or not is_some or not phrases("untrusted").places(stems):
        return here
    return Weighed(offers=("none", *here.candidates), weight=here.weight)


def _value(fact: str, value: str) -> Value:
    return (value,) if fact in ALONE else value


def _listed(typed: Line, stems: Sequence[str], fact: str, value: Value) -> Value:
    """A list fact's new value: added to what was said, or taken from it."""
    before = typed.said.get(fact)
    if fact not in ALONE or not isinstance(before, tuple) or not isinstance(value, tuple):
        return value
    if phrases("removing").places(stems):
        left = tuple(one for one in before if one not in value)
        return left or (ALONE[fact],)
    if ALONE[fact] in value or ALONE[fact] in before:
        return value
    return tuple(one for one in VALUES[fact] if one in {*before, *value})


def _nearest(typed: Line) -> list[Choice]:
    """Nothing was understood: the open question's options, where they are few."""
    fact = typed.open_fact
    if fact is None or len(VALUES[fact]) > MOST_OFFERS + 1:
        return []
    likely = VALUES[fact][-MOST_OFFERS:]
    return [Choice(fact, _value(fact, value)) for value in likely]
