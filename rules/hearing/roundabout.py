"""What is said in a roundabout way, put straight: "not only helpful, but required", "nothing is sent without a click".

Word by word such a line names what it does not mean, or denies what it asks for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rules.facts import ALONE, VALUES
from rules.hearing.beside import Ear
from rules.hearing.contrast import current
from rules.hearing.denying import not_all
from rules.hearing.pieces import BREAKS, pieces, stems_of
from rules.hearing.values import Heard, Line
from rules.hearing.words import phrases, stemmed

_CONDITIONED = frozenset({"access", "action", "evals", "receipts"})
"""Questions about what is asked for before something may happen: it is meant where nothing happens without it."""
_NOTHING = frozenset({"no", "not", "never", "noth", "nobodi", "none", "noon", "nowher"})
_INSTEAD = stems_of("instead rather opposed lieu place")
_DEGREES = frozenset({"more", "less", "fewer", "better", "worse"})
_UNLESS = frozenset({"without", "unless", "until"})
_HARMLESS = stems_of("problem issue trouble worry bad deal complain mind care matter need notice fine ok")
"""With these between the two denials nothing is asked for: "no problem without sources"."""

_DOES = stems_of("is are do does did can could will would should have has was were")
_WHOM = stems_of("it we they you he she i that")
_TAG = 5
"""Pieces of a tag: ", isn't it?"."""


def straightened(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What a roundabout line answers; None where the line is none, or leaves the open question without an answer."""
    if typed.open_fact is None:
        return None
    for rest in _asked_for_assent(typed, stems) if "?" in stems else _straight(typed, stems):
        heard = ear(replace(typed, pieces=rest, text=" ".join(rest)), stemmed(rest))
        if typed.open_fact in {*heard.saves, *(getattr(offer, "fact", None) for offer in heard.offers)}:
            return heard
    return None


def _asked_for_assent(typed: Line, stems: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The statement of which somebody asks whether it is right: "weekly, isn't it?", "isn't it weekly?"."""
    before, does, denies, whom, end = stems[-_TAG:] if len(stems) > _TAG else ("",) * _TAG
    if end == "?" and before in BREAKS and does in _DOES and denies == "not" and whom in _WHOM:
        yield (*typed.pieces[:-_TAG], "?")
    if stems[0] in _DOES and stems[1:2] == ("not",) and _WHOM & {*stems[2:3]} and stems[-1] == "?":
        yield typed.pieces[2:]


def _straight(typed: Line, stems: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The line's pieces in plain order, in each way that can be read in it."""
    if any(end - start == len(stems) for start, end in phrases("refusing").places(stems)):
        yield ("no",)
    closing = min((start for start, end in phrases("closing").places(stems) if end == len(stems)), default=0)
    if stems[closing - 1 : closing] and stems[closing - 1] in BREAKS:
        yield typed.pieces[: closing - 1]
    now = pieces(current(" ".join(typed.pieces))) if _INSTEAD & {*stems} else typed.pieces
    if len(now) < len(typed.pieces):
        yield now
    rather = stems.index("rather") if "rather" in stems else len(stems)
    than = next((at for at in range(rather + 2, len(stems)) if stems[at] == "than"), 0)
    if than and stems[rather + 1] not in _DEGREES:  # "rather documents than systems"
        end = next((at for at in range(than, len(stems)) if stems[at] in BREAKS), len(stems))
        yield (*typed.pieces[:rather], *typed.pieces[rather + 1 : than], *typed.pieces[end:])
    passed = not_all(stems)
    more = next((at for at in range(passed.stop, len(stems)) if stems[at] not in BREAKS | {"but"}), len(stems))
    if more < len(stems):
        is_both = typed.open_fact in ALONE or "both" in VALUES[typed.open_fact or ""]
        kept = (*typed.pieces[passed.start : passed.stop], "and") if is_both else ()  # a list holds both
        yield (*typed.pieces[: passed.start - 2], *kept, *typed.pieces[more:])
    if typed.open_fact in _CONDITIONED and (unless := _conditioned(stems)):
        yield (*typed.pieces[: unless.start], "always", "with", *typed.pieces[unless.stop :])


def _conditioned(stems: Sequence[str]) -> range:
    """From the first denial to the second one in one thought: the "no answer without" of "no answer without a link"."""
    second = next((at for at, word in enumerate(stems) if word in _UNLESS), 0)
    start = next((at + 1 for at in range(second - 1, -1, -1) if stems[at] in BREAKS), 0)
    first = next((at for at in range(start, second) if stems[at] in _NOTHING), second)
    is_harmless = not _HARMLESS.isdisjoint(stems[first:second])
    return range(0) if is_harmless or first == second else range(first, second + 1)
