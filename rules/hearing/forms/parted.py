"""One answer for a part and another one for the rest, or mostly one and once another: both are offered.

"some by script, the rest by the editors", "for the totals excel, for the wording a person has to look", "mostly a
shrug, though last year we had to pay". Questions with a value for such a mixture are answered by it, see `weighing`.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rules.facts import ALONE, Value
from rules.hearing.evidence.evidence import HERE, JOINTS, Evidence, evidence
from rules.hearing.evidence.leaning import leanings
from rules.hearing.evidence.weighed import MOST_OFFERS, PLAIN
from rules.hearing.evidence.weighing import BETWEEN, BOTH, SCALED
from rules.hearing.taking.doubting import leaves
from rules.hearing.values import Choice, Ear, Heard, Line
from rules.hearing.words.patterns import COURTESIES, LIGHT, NEGATIONS
from rules.hearing.words.phrases import phrases
from rules.hearing.words.pieces import BREAKS, stems_of

_MIXING = {*BOTH, *BETWEEN, *ALONE, *SCALED, "per_class", "model_size", "evals", "corpus"}
"""Questions with a value for several at once, and those whose numbers are told apart by what they count."""
_PART = stems_of("some part half partly bit most few several one")
_REST = stems_of("rest other others half some remainder remaining part partly another")
_RARE = frozenset({"stakes", "action"})
"""Questions for which it counts what happens once in a while: a wrong answer that cost money once may do so again."""
_FOR = frozenset({"for", "with", "in"})
_SOON = 2
_LIKELY = 0.65
"""From this share on the words of a part mean one value of the question."""
_LEAST = 2
"""Words that a part has to say by itself."""
_TICKS = {"check": {"no": "judged", "not": "judged", "hardly": "judged", "yes": "checkable"}}
"""Where a program can tell good from bad in one part, what is said of another by a yes or a no."""
_FEW = 4
_SMALL = frozenset({"of", "in", "for", "with", "to", "on", "by"})
_NOW_AND_THEN = ("now", "and", "then")
_CUTS = BREAKS | {"and", "but", "while", "wherea", "though", "although", "yet"}


def in_parts(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """The values that the parts of the line give to the open question, and what its other sentences say beside."""
    fact = typed.open_fact
    if fact is None or fact in _MIXING or "?" in stems or not typed.mention:
        return None
    for sentence in sentences(stems):
        parts = clauses(stems, sentence)
        named = [(part, value) for part in parts if (value := _value(fact, typed.pieces, stems, part))]
        ticked = [(part, value) for part in parts if (value := _ticked(fact, stems, part))] if len(parts) > 1 else []
        values = tuple(dict.fromkeys(value for _, value in (*named, *ticked)))
        is_ticked = any(value not in {said for _, said in named} for _, value in ticked)
        if len(values) > 1 and (is_ticked or _tells_apart(fact, stems, parts, [part for part, _ in named])):
            offers = tuple(Choice(fact, value) for value in values[:MOST_OFFERS])
            return Heard(saves=told_beside_it(typed, stems, sentence, ear), offers=offers)
    return None


def told_beside_it(typed: Line, stems: Sequence[str], sentence: range, ear: Ear) -> dict[str, Value]:
    """What the other sentences say of other questions."""
    rest = [at for at in range(len(stems)) if at not in sentence]
    pieces, words = tuple(typed.pieces[at] for at in rest), tuple(stems[at] for at in rest)
    if not any(word not in BREAKS for word in words):
        return {}
    heard = ear(replace(typed, pieces=pieces, text=" ".join(pieces)), words)
    return {fact: value for fact, value in heard.saves.items() if fact != typed.open_fact}


def sentences(stems: Sequence[str]) -> list[range]:
    """The sentences, and all of them as one where headings tell them apart."""
    ends = [0, *(at + 1 for at, word in enumerate(stems) if word in {".", ";"}), len(stems)]
    found = [range(start, end) for start, end in pairwise(ends) if start < end]
    return [range(len(stems))] if stems.count(":") > 1 else found


def clauses(stems: Sequence[str], sentence: range, parts: frozenset[str] = frozenset()) -> list[range]:
    """What stands between its marks and joints, or where another part begins: "this half is sloppy the rest solid"."""
    ends = [at + 1 for at in sentence if stems[at] in _CUTS and stems[at] != ":"]
    ends += [at for at in sentence if at and stems[at] == "the" and {*stems[at + 1 : at + 2]} & parts]
    ends = [at for at in sorted({*ends}) if stems[at - 1] not in _SMALL and stems[at - 2 : at + 1] != _NOW_AND_THEN]
    found = [range(start, end) for start, end in pairwise([sentence.start, *ends, sentence.stop])]
    return [each for each in found if any(stems[at] not in _CUTS for at in each)]


def _value(fact: str, pieces: Sequence[str], stems: Sequence[str], part: range) -> str:
    """The value that a part gives to the question by its phrases, or by all its words; "" where none."""
    words = stems[part.start : part.stop]
    if leaves(fact, words):
        return ""
    carrying = [word for word in words if word not in JOINTS | LIGHT | COURTESIES]
    marks = evidence(pieces[part.start : part.stop], {fact}, fact).get(fact, Evidence(fact)).marks
    plain = [mark for mark in marks if mark.grade >= HERE and not mark.is_denied and mark.weight >= PLAIN]
    best = max(plain, key=lambda mark: mark.weight, default=None)
    if best is not None:
        return best.values[0] if all(mark.values == best.values for mark in plain) or best.size > 1 else ""
    likeliest = leanings(fact, words)
    is_likely = bool(likeliest) and likeliest[0].share >= _LIKELY and len(carrying) >= _LEAST
    return likeliest[0].name if is_likely else ""


def _ticked(fact: str, stems: Sequence[str], part: range) -> str:
    """What a part says with its last word alone, behind what it is said of: "the wording not"; "" where nothing."""
    words = [stems[at] for at in part if stems[at] not in _CUTS]
    is_said_of = sum(word not in LIGHT | COURTESIES | NEGATIONS for word in words) in range(1, _FEW + 1)
    return _TICKS.get(fact, {}).get(words[-1], "") if is_said_of and len(words) > 1 else ""


def _tells_apart(fact: str, stems: Sequence[str], parts: Sequence[range], named: Sequence[range]) -> bool:
    """Whether the line says that each of its values is for a part, or that one is usual and another was once."""
    opening = [stems[part.start : part.stop] for part in parts]
    first = stems[: named[-1].start]
    last = stems[named[-1].start : named[-1].stop]
    is_mixed = bool(phrases("mixing").places(stems[: parts[0].stop]))
    is_shared = bool(_PART & {*first}) and bool(_REST & {*last})
    is_for_each = sum(bool(_FOR & {*words[:_SOON]}) for words in opening) > 1
    is_headed = stems.count(":") > 1
    is_once = (
        fact in _RARE and bool(phrases("mostly").places(first)) and bool(phrases("once").places([*first[-1:], *last]))
    )
    return is_mixed or is_shared or is_for_each or is_headed or is_once
