"""What is told of the time before, or of one to come, beside how things are: "weekly until May, since then daily".

What was is let go. What will be is let go where a question asks what a team has today, and asked about where it asks
what is needed.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from rules.facts import VALUES
from rules.hearing.beside import Ear
from rules.hearing.evidence import thoughts_of
from rules.hearing.values import Choice, Heard, Line
from rules.hearing.words import phrases

_HELD = frozenset({"ops", "evals", "examples", "labels", "hygiene", "per_class", "failure"})
"""Questions about what a team has, or sees, today: what it plans is no answer yet."""
_NOTHING = frozenset({"none", "neither", "none_yet"})
_BEEN = frozenset({"was", "were", "befor", "until", "till"})
"""These tell of the time before where the line goes on with what has become of it."""
_MOST = 12
"""Thoughts of a line at most: each is heard with and without others, which takes long for very many."""
_NO_HABIT = frozenset({"is", "are", "be", "get", "got"})


def at_present(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """The line heard without what is over, or not yet; None where it tells of one time only."""
    fact, thoughts = typed.open_fact, thoughts_of(stems)
    if fact is None or not 1 < len(thoughts) <= _MOST:
        return None
    over = _over(typed, stems, thoughts) | _been_before(stems, thoughts)
    needed = set() if fact in _HELD else _telling(stems, thoughts, "needed") - over
    over |= _telling(stems, thoughts, "today") - needed if needed else set()
    heard = _without(typed, stems, over, ear) if over else Heard()
    if fact in heard.saves or any(isinstance(each, Choice) and each.fact == fact for each in heard.offers):
        return heard
    return _not_yet(typed, stems, thoughts, ear)


def of_today(typed: Line, stems: Sequence[str], heard: Heard) -> Heard:
    """What was heard; asked about where a team is asked what it has, and tells only what it had or is to have."""
    fact, thoughts = typed.open_fact, thoughts_of(stems)
    value = heard.saves.get(fact) if fact in _HELD else None
    if fact is None or value is None or value in ({*_NOTHING} | {(each,) for each in _NOTHING}):
        return heard
    planned = (
        set() if fact == "failure" else _telling(stems, thoughts, "planned")
    )  # "it will make things up" plans none
    told = planned | _over(typed, stems, thoughts)
    if len(told) < len(thoughts):
        return heard
    values = [(each,) if isinstance(value, tuple) else each for each in VALUES[fact] if each in _NOTHING]
    saves = {each: said for each, said in heard.saves.items() if each != fact}
    return replace(heard, saves=saves, offers=tuple(Choice(fact, each) for each in (value, *values)))


def _been_before(stems: Sequence[str], thoughts: Sequence[range]) -> set[int]:
    """The thoughts that tell what was behind one that tells what is: "clean now, was a mess"."""
    first = min(_telling(stems, thoughts, "today"), default=len(thoughts))
    return {n for n in range(first + 1, len(thoughts)) if stems[thoughts[n].start] in {"was", "were"}}


def _over(typed: Line, stems: Sequence[str], thoughts: Sequence[range]) -> set[int]:
    """The thoughts about what was; one that only says "was" where a later one says what has become of it."""
    habits = {
        at
        for at, piece in enumerate(typed.pieces[:-1])
        if piece == "used" and stems[at + 1] == "to" and not (at and stems[at - 1] in _NO_HABIT)
    }
    become = max(_telling(stems, thoughts, "become"), default=0)
    been = {n for n, thought in enumerate(thoughts[:become]) if _BEEN & {*stems[thought.start : thought.stop]}}
    used = {n for n, thought in enumerate(thoughts) if not habits.isdisjoint(thought)}
    return _telling(stems, thoughts, "former") | been | used


def _not_yet(typed: Line, stems: Sequence[str], thoughts: Sequence[range], ear: Ear) -> Heard | None:
    """How things are, where something else is planned; of what is needed both are asked about."""
    fact, planned = typed.open_fact or "", _telling(stems, thoughts, "planned")
    if not planned or len(planned) == len(thoughts):
        return None
    now = _without(typed, stems, planned, ear)
    if fact not in now.saves or fact in _HELD:
        return now if fact in now.saves else None
    later = _without(typed, stems, {*range(len(thoughts))} - planned, ear)
    if later.saves.get(fact, now.saves[fact]) == now.saves[fact]:
        return None
    rest = {each: value for each, value in now.saves.items() if each != fact}
    return Heard(saves=rest, offers=(Choice(fact, now.saves[fact]), Choice(fact, later.saves[fact])))


def _telling(stems: Sequence[str], thoughts: Sequence[range], kind: str) -> set[int]:
    """The thoughts in which phrases of a kind begin."""
    starts = {start for start, _ in phrases(kind).places(stems)}
    return {n for n, thought in enumerate(thoughts) if not starts.isdisjoint(thought)}


def _without(typed: Line, stems: Sequence[str], gone: Collection[int], ear: Ear) -> Heard:
    """The line heard without some of its thoughts; nothing where none would be left."""
    kept = [at for n, thought in enumerate(thoughts_of(stems)) if n not in gone for at in thought]
    if not kept:
        return Heard()
    rest = tuple(typed.pieces[at] for at in kept)
    return ear(replace(typed, pieces=rest, text=" ".join(rest)), [stems[at] for at in kept])
