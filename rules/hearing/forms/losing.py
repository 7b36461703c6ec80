"""What there was and is no more: "we had 1000, lost them" leaves none, "lost half of them" fewer, a list the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rules.facts import ALONE, VALUES, Value
from rules.hearing.evidence.evidence import thoughts_of
from rules.hearing.evidence.weighed import MOST_OFFERS
from rules.hearing.values import Asked, Choice, Ear, Heard, Line
from rules.hearing.words.patterns import NEGATIONS
from rules.hearing.words.phrases import phrases
from rules.hearing.words.pieces import BREAKS, stems_of

_LOST_WORDS = (
    "lost lose deleted purged wiped erased destroyed scrapped trashed vanished disappeared overwritten shredded"
)
_LOST = stems_of(_LOST_WORDS)
_PARTLY_WORDS = """
half some most part parts many few bad old duplicate duplicates wrong stale rest percent % third quarter survived left
kept remain track count sight interest if when would may might can will could except but
"""
_PARTLY = stems_of(_PARTLY_WORDS) | NEGATIONS
"""With these not all is gone, or nothing is: "deleted the bad ones"."""
_HELD = frozenset({"examples", "per_class", "evals"})
_BEFORE_GONE = frozenset({"are", "is", "all", "now", "were", "was", "they", "it"})


def lost(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What is left of what a team had; None where nothing is told to be lost."""
    fact, thoughts = typed.open_fact or "", thoughts_of(stems)
    gone = [n for n, thought in enumerate(thoughts) if any(_is_lost(stems, at) for at in thought)]
    if fact not in _HELD or not gone:
        return None
    first, last = thoughts[gone[0]], thoughts[gone[-1]]
    if _told(typed, stems, range(last.stop, len(stems)), ear) is not None:
        return None  # "lost them, labeled 200 anew": the line goes on with what there is
    had = _told(typed, stems, range(first.start), ear) or _told(typed, stems, first, ear)
    nothing = VALUES[fact][0]
    if had is None or had == nothing:
        return None
    if not typed.mention:
        return Heard(silent=True)
    if _PARTLY & {word for n in gone for word in stems[thoughts[n].start : thoughts[n].stop]}:
        fewer: list[Value] = [*VALUES[fact][: VALUES[fact].index(str(had))]]
        return Heard(offers=tuple(Choice(fact, each) for each in [had, *fewer[::-1]][:MOST_OFFERS]))
    return (
        Heard(saves={fact: nothing}) if fact == "examples" else Heard(offers=(Choice(fact, nothing), Choice(fact, had)))
    )


def taken_off(
    typed: Line, stems: Sequence[str], saves: Mapping[str, Value], offers: Sequence[Choice | Asked], ear: Ear
) -> Heard | None:
    """What is left of a list where its change names only what stands on it: "the hallucinations have stopped"."""
    named = [*saves.items(), *((each.fact, each.value) for each in offers if isinstance(each, Choice))]
    stands = {fact: {*said} for fact in ALONE if isinstance(said := typed.said.get(fact), tuple)}
    if not named or any(not {*(value or ())} <= stands.get(fact, set()) for fact, value in named):
        return None
    heard = ear(typed, stems)
    left = {fact: {*value} for fact, value in heard.saves.items() if isinstance(value, tuple) and fact in stands}
    is_less = any(stands[fact] - values and values != {*(dict(named).get(fact) or ())} for fact, values in left.items())
    if is_less or phrases("removing").places(stems) or not phrases("over").places(stems):
        return heard if is_less else None
    rest = {fact: stands[fact] - {*(value or ())} for fact, value in named}
    saves = {fact: tuple(each for each in VALUES[fact] if each in left) for fact, left in rest.items()}
    return Heard(saves={fact: value or (ALONE[fact],) for fact, value in saves.items()}, is_correction=True)


def _is_lost(stems: Sequence[str], at: int) -> bool:
    """Whether a word says that something is no more; "gone through" says that somebody looked at it."""
    if stems[at] in _LOST:
        return True
    is_last = not stems[at + 1 : at + 2] or stems[at + 1] in BREAKS
    return stems[at] == "gone" and is_last and (at == 0 or stems[at - 1] in _BEFORE_GONE)


def _told(typed: Line, stems: Sequence[str], words: range, ear: Ear) -> Value:
    """The value that these words give to the open question."""
    said = typed.pieces[words.start : words.stop]
    if not said:
        return None
    heard = ear(replace(typed, pieces=said, text=" ".join(said), mention=True), stems[words.start : words.stop])
    return heard.saves.get(typed.open_fact or "")
