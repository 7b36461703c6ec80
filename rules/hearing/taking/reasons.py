"""Why an answer is what it is: "sources are a must, because contracts change daily" answers what was asked.

What a reason says of other questions is said by the way, of a case or of a part, and would be written down unseen.
"""

from collections.abc import Iterator, Mapping, Sequence

from rules.facts import Value
from rules.hearing.evidence.evidence import HERE, Evidence, evidence, sentences
from rules.hearing.values import Line, each_in
from rules.hearing.words.pieces import BREAKS, stem, stems_of

_BECAUSE = stems_of("because cause cos coz cuz bc")
_AS = frozenset({stem("since"), "as"})
"""These give a reason only before the one of whom it is told: "since they wait", not "since 2019"."""
_WHO = frozenset(
    {"it", "its", "they", "we", "you", "he", "she", "that", "there", "nobodi", "everybodi", "peopl", "user"}
)
_VERBS, _NEAR = frozenset({"is", "are", "can", "could", "would", "must", "will", "should"}), 4
_DUE = ("due", "to")


def without_reasons(typed: Line, stems: Sequence[str], saves: Mapping[str, Value]) -> dict[str, Value]:
    """The answers to other questions that are not only named in a reason for the open one's."""
    told = list(_reasons(stems))
    if not told:
        return {**saves}
    found = evidence(typed.pieces, saves.keys(), typed.open_fact)
    kept: dict[str, Value] = {}
    for fact, value in saves.items():
        marks = [m for m in found.get(fact, Evidence(fact)).marks if m.grade >= HERE and {*m.values} & each_in(value)]
        outside = [mark for mark in marks if not any(mark.start in said for said in told)]
        if outside or not marks:
            kept[fact] = value
    return kept


def before_reason(stems: Sequence[str]) -> int:
    """Where the reason begins that the last sentence gives for what stands before it; 0 where there is none."""
    told = list(_reasons(stems))
    return told[0].start if len(told) == 1 and told[0].stop == len(stems) else 0


def _reasons(stems: Sequence[str]) -> Iterator[range]:
    """The words of each reason, up to the next mark; one that opens the line is none of them."""
    for sentence in sentences(stems):
        for at in sentence:
            is_reason = stems[at] in _BECAUSE or tuple(stems[at : at + 2]) == _DUE
            is_reason = is_reason or (
                stems[at] in _AS and stems[at - 1] in BREAKS and _tells(stems[at + 1 : sentence.stop])
            )
            if at > sentence.start and is_reason:
                yield range(at, next((n for n in range(at + 1, sentence.stop) if stems[n] in BREAKS), sentence.stop))


def _tells(words: Sequence[str]) -> bool:
    """Whether words tell what somebody does, and no time: "since patients could read it"."""
    return bool(_WHO & {*words[:1]} or (words and words[0].isalpha() and _VERBS & {*words[:_NEAR]}))
