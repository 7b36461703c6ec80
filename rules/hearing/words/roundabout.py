"""What is said in a roundabout way, put straight: "not only helpful, but required", "nothing is sent without a click".

Word by word such a line names what it does not mean, or denies what it asks for.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from rules.facts import ALONE, VALUES
from rules.hearing.values import Ear, Heard, Line
from rules.hearing.words.contrast import current
from rules.hearing.words.denying import not_all
from rules.hearing.words.phrases import phrases, stemmed
from rules.hearing.words.pieces import BREAKS, pieces, stems_of

Pieces = tuple[str, ...]
_CONDITIONED = frozenset({"access", "action", "evals", "receipts"})
"""Questions about what is asked for before something may happen: it is meant where nothing happens without it."""
_EVERY_FORM = "receipts"
"""A fact about which a line can be said in every form."""
_NOTHING = frozenset({"no", "not", "never", "noth", "nobodi", "none", "noon", "nowher"}) | stems_of("refuse reject")
_INSTEAD = stems_of("instead rather opposed lieu place")
_DEGREES = frozenset({"more", "less", "fewer", "better", "worse"})
_UNLESS = frozenset({"without", "unless", "until"})
_HARMLESS = stems_of("problem issue trouble worry bad deal complain mind care matter need notice fine ok")
"""With these between the two denials nothing is asked for: "no problem without sources"."""

_DOES = stems_of("is are do does did can could will would should have has was were")
_WHOM = stems_of("it we they you he she i that")
_DONE_WORDS = "test evaluate measure track monitor check have run train log cite show need care want use"
_DONE = frozenset(_DONE_WORDS.split())
_TAG = 5
"""Pieces of a tag: ", isn't it?"."""


def straightened(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What a roundabout line answers; None where the line is none, or leaves the open question without an answer.

    Where no question stands open, the line says itself what it is about.
    """
    if typed.open_fact is None and ("?" in stems or not straight(typed.pieces, stems, _EVERY_FORM)):
        return None
    for fact in ear(typed, stems).saves if typed.open_fact is None else (typed.open_fact,):
        assent = filter(None, (_tagged(typed.pieces, stems), _denied(typed.pieces, stems)))
        for rest in assent if "?" in stems else straight(typed.pieces, stems, fact):
            heard = ear(replace(typed, pieces=rest, text=" ".join(rest)), stemmed(rest))
            if fact in {*heard.saves, *(getattr(offer, "fact", None) for offer in heard.offers)}:
                return heard
    return None


def straight(found: Pieces, stems: Sequence[str], fact: str) -> list[Pieces]:
    """The pieces of a roundabout line about a fact in plain order, in each way in which they can be read."""
    return [rest for form in _FORMS if (rest := form(found, stems, fact))]


def _tagged(found: Pieces, stems: Sequence[str]) -> Pieces:
    """The statement of which somebody asks whether it is right: "weekly, isn't it?"."""
    before, does, denies, whom, end = stems[-_TAG:] if len(stems) > _TAG else ("",) * _TAG
    is_tag = end == "?" and before in BREAKS and does in _DOES and denies == "not" and whom in _WHOM
    return (*found[:-_TAG], "?") if is_tag else ()


def _denied(found: Pieces, stems: Sequence[str]) -> Pieces:
    """The same asked from the start: "isn't it weekly?"."""
    is_asked = stems[0] in _DOES and stems[1:2] == ("not",) and _WHOM & {*stems[2:3]} and stems[-1] == "?"
    return found[2:] if is_asked else ()


def _refused(_: Pieces, stems: Sequence[str], __: str) -> Pieces:
    """A plain "no" for an emphatic one: "of course not"."""
    is_all = any(end - start == len(stems) for start, end in phrases("refusing").places(stems))
    return ("no",) if is_all else ()


def _stressed(found: Pieces, stems: Sequence[str], _: str) -> Pieces:
    """The same without a "do" that only stresses it: "we do test it"; most that is said with one is "do not"."""
    for at in range(1, len(stems) - 1):
        if stems[at] == "do" and stems[at - 1] in _WHOM and found[at + 1] in _DONE:
            return (*found[:at], *found[at + 1 :])
    return ()


def _closed(found: Pieces, stems: Sequence[str], _: str) -> Pieces:
    """What stands before "no more than that"."""
    closing = min((start for start, end in phrases("closing").places(stems) if end == len(stems)), default=0)
    return found[: closing - 1] if closing > 1 and stems[closing - 1] in BREAKS else ()


def _instead(found: Pieces, stems: Sequence[str], _: str) -> Pieces:
    """What is so instead of something else: "documents rather than systems"."""
    now = pieces(current(" ".join(found))) if _INSTEAD & {*stems} else found
    return now if len(now) < len(found) else ()


def _rather(found: Pieces, stems: Sequence[str], _: str) -> Pieces:
    """The same the other way around: "rather documents than systems"."""
    rather = stems.index("rather") if "rather" in stems else len(stems)
    than = next((at for at in range(rather + 2, len(stems)) if stems[at] == "than"), 0)
    if not than or stems[rather + 1] in _DEGREES:
        return ()
    end = next((at for at in range(than, len(stems)) if stems[at] in BREAKS), len(stems))
    return (*found[:rather], *found[rather + 1 : than], *found[end:])


def _more(found: Pieces, stems: Sequence[str], fact: str) -> Pieces:
    """What is more than what is "not all"; with it where the question takes both: "not only search, but training"."""
    passed = not_all(stems)
    more = next((at for at in range(passed.stop, len(stems)) if stems[at] not in BREAKS | {"but"}), len(stems))
    if more == len(stems):
        return ()
    is_both = fact in ALONE or "both" in VALUES[fact]
    kept = (*found[passed.start : passed.stop], "and") if is_both else ()
    return (*found[: passed.start - 2], *kept, *found[more:])


def _conditioned(found: Pieces, stems: Sequence[str], fact: str) -> Pieces:
    """What is always there where nothing happens without it: "no answer without a link"."""
    second = next((at for at, word in enumerate(stems) if word in _UNLESS), 0)
    start = next((at + 1 for at in range(second - 1, -1, -1) if stems[at] in BREAKS), 0)
    first = next((at for at in range(start, second) if stems[at] in _NOTHING), second)
    is_harmless = not _HARMLESS.isdisjoint(stems[first:second])
    if first == second or is_harmless or fact not in _CONDITIONED:
        return ()
    return (*found[:first], "always", "with", *found[second + 1 :])


_FORMS: tuple[Callable[[Pieces, Sequence[str], str], Pieces], ...] = (
    _refused, _stressed, _closed, _instead, _rather, _more, _conditioned,
)  # fmt: skip
