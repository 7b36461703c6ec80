"""Shares of what an answer is made of: "70% documents, 30% database", "half is looking it up, half the wording"."""

from collections.abc import Sequence
from dataclasses import replace

from rules.hearing.amounts.numbers import quantities
from rules.hearing.amounts.scales import PERCENT
from rules.hearing.evidence.evidence import HERE, Evidence, evidence
from rules.hearing.evidence.leaning import leanings
from rules.hearing.evidence.weighing import BOTH
from rules.hearing.values import Choice, Ear, Heard, Line
from rules.hearing.words.phrases import stemmed
from rules.hearing.words.pieces import BREAKS, stems_of

_MUCH = 20
"""From this share on the smaller part counts as well; less of it is asked about."""

_HALVES = frozenset({"half", "halv"})
_OPENING = frozenset(
    {"one", "a", "about", "rough", "the", "well", "i", "would", "say", "mayb", "like", "roughli", "some", "it", "is"}
)
"""What may stand before the half with which a line begins."""
_MOSTLY = stems_of("mostly mainly primarily chiefly predominantly")
_LIKELY = 0.7
"""From this share on the words of a half mean one of its values."""


def by_halves(typed: Line, stems: Sequence[str]) -> Heard | None:
    """The open question's answer where a line tells what one half of it is and what the other one is."""
    fact = typed.open_fact or ""
    at = [n for n, word in enumerate(stems) if word in _HALVES]
    if fact not in BOTH or len(at) != 2 or not _OPENING.issuperset(stems[: at[0]]) or "?" in stems:
        return None
    halves = [range(at[0] + 1, at[1]), range(at[1] + 1, len(stems))]
    if any(mark in stems[halves[1].start : -1] for mark in (".", ";")):
        return None  # what else a line says is heard by itself
    said = [_part(fact, typed.pieces[half.start : half.stop]) for half in halves]
    if not any(said):
        return None
    told = said[0] or said[1]
    said = [
        value or _leaning(fact, typed.pieces[half.start : half.stop]) for value, half in zip(said, halves, strict=True)
    ]
    if not all(said):
        return Heard(offers=(Choice(fact, told), Choice(fact, "both")))
    return Heard(saves={fact: told if said[0] == said[1] else "both"})


def _leaning(fact: str, words: Sequence[str]) -> str:
    """The one value that all these words are likely to mean; "" where they may mean several."""
    likeliest = next(iter(leanings(fact, stemmed(words))), None)
    return likeliest.name if likeliest and likeliest.name in BOTH[fact] and likeliest.share >= _LIKELY else ""


def by_shares(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What the open question's answer is made of, where the line gives the share of each part, and what follows it.

    One that begins with what it mostly is, is that: "mostly the voice, 80% voice, 20% getting it right".
    """
    fact = typed.open_fact or ""
    shares = [each for each in quantities(typed.pieces) if PERCENT & {*stems[each.end : each.end + 1]}]
    if fact not in BOTH or len(shares) != len(BOTH[fact]):
        return None
    is_mostly = bool(_MOSTLY & {*stems[: shares[0].start]})
    if not (is_mostly or _OPENING.issuperset(stems[: shares[0].start])):
        return None
    last = next((at for at in range(shares[-1].end, len(stems)) if stems[at] in BREAKS), len(stems))
    said = _divided(fact, typed.pieces, [(share.end + 1, share.high) for share in shares], shares[-1].start, last)
    if not said:
        return None
    rest = typed.pieces[last + 1 :]
    beside = ear(replace(typed, pieces=rest, text=" ".join(rest)), stems[last + 1 :]).saves if rest else {}
    others = {each: value for each, value in beside.items() if each != fact}
    most = max(said, key=lambda value: said[value])
    if is_mostly and _part(fact, typed.pieces[: shares[0].start]) in {most, ""}:
        return Heard(saves={**others, fact: most})
    if min(said.values()) >= _MUCH:
        return Heard(saves={**others, fact: "both"})
    return Heard(saves=others, offers=(Choice(fact, most), Choice(fact, "both")))


def _divided(
    fact: str, found: Sequence[str], shares: Sequence[tuple[int, float]], second: int, last: int
) -> dict[str, float]:
    """The share of each of the two values; of a part that names none the other one's. Nothing where neither does."""
    (first, much), (behind, rest) = shares
    parts = [found[first:second], found[behind:last]]
    one, other = [_part(fact, words) or _leaning(fact, words) for words in parts]
    one, other = one or _other(fact, other), other or _other(fact, one)
    return {one: much, other: rest} if one and other and one != other else {}


def _other(fact: str, value: str) -> str:
    """The other one of the two values; "" where there is none yet."""
    return next((each for each in BOTH[fact] if value and each != value), "")


def _part(fact: str, words: Sequence[str]) -> str:
    """The one value that these words name; "" where they name none, or several."""
    marks = evidence(words, {fact}, fact).get(fact, Evidence(fact)).marks
    values = {value for mark in marks if mark.grade >= HERE and not mark.is_denied for value in mark.values}
    return values.pop() if len(values) == 1 else ""
