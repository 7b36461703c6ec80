"""What is said in a roundabout way, put straight: "not only helpful, but required", "nothing is sent without a click".

Word by word such a line names what it does not mean, or denies what it asks for.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from rules.facts import ALONE, VALUES
from rules.hearing.beside import Ear
from rules.hearing.contrast import current
from rules.hearing.denying import not_all
from rules.hearing.pieces import BREAKS, pieces, stems_of
from rules.hearing.values import Heard, Line
from rules.hearing.words import phrases, stemmed

Pieces = tuple[str, ...]
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
    for form in (_tagged, _denied) if "?" in stems else _FORMS:
        rest = form(typed, stems)
        heard = ear(replace(typed, pieces=rest, text=" ".join(rest)), stemmed(rest)) if rest else Heard()
        if typed.open_fact in {*heard.saves, *(getattr(offer, "fact", None) for offer in heard.offers)}:
            return heard
    return None


def _tagged(typed: Line, stems: Sequence[str]) -> Pieces:
    """The statement of which somebody asks whether it is right: "weekly, isn't it?"."""
    before, does, denies, whom, end = stems[-_TAG:] if len(stems) > _TAG else ("",) * _TAG
    is_tag = end == "?" and before in BREAKS and does in _DOES and denies == "not" and whom in _WHOM
    return (*typed.pieces[:-_TAG], "?") if is_tag else ()


def _denied(typed: Line, stems: Sequence[str]) -> Pieces:
    """The same asked from the start: "isn't it weekly?"."""
    is_asked = stems[0] in _DOES and stems[1:2] == ("not",) and _WHOM & {*stems[2:3]} and stems[-1] == "?"
    return typed.pieces[2:] if is_asked else ()


def _refused(_: Line, stems: Sequence[str]) -> Pieces:
    """A plain "no" for an emphatic one: "of course not"."""
    is_all = any(end - start == len(stems) for start, end in phrases("refusing").places(stems))
    return ("no",) if is_all else ()


def _closed(typed: Line, stems: Sequence[str]) -> Pieces:
    """What stands before "no more than that"."""
    closing = min((start for start, end in phrases("closing").places(stems) if end == len(stems)), default=0)
    return typed.pieces[: closing - 1] if closing > 1 and stems[closing - 1] in BREAKS else ()


def _instead(typed: Line, stems: Sequence[str]) -> Pieces:
    """What is so instead of something else: "documents rather than systems"."""
    now = pieces(current(" ".join(typed.pieces))) if _INSTEAD & {*stems} else typed.pieces
    return now if len(now) < len(typed.pieces) else ()


def _rather(typed: Line, stems: Sequence[str]) -> Pieces:
    """The same the other way around: "rather documents than systems"."""
    rather = stems.index("rather") if "rather" in stems else len(stems)
    than = next((at for at in range(rather + 2, len(stems)) if stems[at] == "than"), 0)
    if not than or stems[rather + 1] in _DEGREES:
        return ()
    end = next((at for at in range(than, len(stems)) if stems[at] in BREAKS), len(stems))
    return (*typed.pieces[:rather], *typed.pieces[rather + 1 : than], *typed.pieces[end:])


def _more(typed: Line, stems: Sequence[str]) -> Pieces:
    """What is more than what is "not all"; with it where the question takes both: "not only search, but training"."""
    passed, fact = not_all(stems), typed.open_fact or ""
    more = next((at for at in range(passed.stop, len(stems)) if stems[at] not in BREAKS | {"but"}), len(stems))
    if more == len(stems):
        return ()
    is_both = fact in ALONE or "both" in VALUES[fact]
    kept = (*typed.pieces[passed.start : passed.stop], "and") if is_both else ()
    return (*typed.pieces[: passed.start - 2], *kept, *typed.pieces[more:])


def _conditioned(typed: Line, stems: Sequence[str]) -> Pieces:
    """What is always there where nothing happens without it: "no answer without a link"."""
    second = next((at for at, word in enumerate(stems) if word in _UNLESS), 0)
    start = next((at + 1 for at in range(second - 1, -1, -1) if stems[at] in BREAKS), 0)
    first = next((at for at in range(start, second) if stems[at] in _NOTHING), second)
    is_harmless = not _HARMLESS.isdisjoint(stems[first:second])
    if first == second or is_harmless or typed.open_fact not in _CONDITIONED:
        return ()
    return (*typed.pieces[:first], "always", "with", *typed.pieces[second + 1 :])


_FORMS: tuple[Callable[[Line, Sequence[str]], Pieces], ...] = (
    _refused, _closed, _instead, _rather, _more, _conditioned,
)  # fmt: skip
