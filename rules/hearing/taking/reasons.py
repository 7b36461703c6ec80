"""What is said by the way: a reason ("sources are a must, because contracts change daily"), an aside, what is asked.

What a reason says of other questions is said of a case or of a part, as is what comes "otherwise"; what an aside says
is of somebody or something else ("unlike the old bot that ran on prem"), or of the answer before it ("everyone agrees
on that"); and what answers are about is what users get to know ("it must say which permits are needed"). It would be
written down unseen.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from rules.facts import VALUES, Value
from rules.hearing.evidence.evidence import HERE, JOINTS, Evidence, evidence, sentences
from rules.hearing.evidence.statements import statements
from rules.hearing.values import Choice, Line, each_in
from rules.hearing.words.phrases import phrases
from rules.hearing.words.pieces import BREAKS, stem, stems_of

_BECAUSE = stems_of("because cause cos coz cuz bc")
_AS = frozenset({stem("since"), "as"})
"""These give a reason only before the one of whom it is told: "since they wait", not "since 2019"."""
_WHO = frozenset(
    {"it", "its", "they", "we", "you", "he", "she", "that", "there", "nobodi", "everybodi", "peopl", "user"}
)
_VERBS, _NEAR = frozenset({"is", "are", "can", "could", "would", "must", "will", "should"}), 4
_DUE = ("due", "to")
_TELLING = stems_of(
    "say says tell tells explain explains answer answers ask asks know knows name names list lists find out"
)
_ASKED = frozenset({"which", "what", "whether", "if", "how", "when", "who", "where"})
_WHOM, _US = 3, stems_of("we us i nobody noone none you not depends test tests suite script checker compiler")
"""Words between who tells and what is told; who says with one of the others what they know themselves."""
_PROVING = stems_of(
    "source origin citation evidence proof document doc page article paragraph clause section passage come came "
    "arrived calculated computed derived"
)
_SEEING = stems_of("see sees read access view open visible")
"""What shows where an answer is from, or who may see what, is no subject of answers alone."""
_OTHERWISE, _BEFORE_IT = stems_of("otherwise else"), BREAKS | {"or"}


def without_reasons(typed: Line, told: Sequence[range], saves: Mapping[str, Value]) -> dict[str, Value]:
    """The answers to other questions of which more is said than what is told by the way."""
    return {fact: value for fact, value in saves.items() if not _is_only_inside(typed, told, fact, each_in(value))}


def offered_outside(typed: Line, told: Sequence[range], offers: Sequence[Choice]) -> list[Choice]:
    """What is offered, without the questions of which only is spoken by the way."""
    facts = dict.fromkeys(each.fact for each in offers)
    inside = {fact for fact in facts if _is_only_inside(typed, told, fact, {*VALUES[fact]})}
    return [each for each in offers if each.fact not in inside]


def _is_only_inside(typed: Line, told: Sequence[range], fact: str, values: Collection[Value]) -> bool:
    """Whether all that is said of these values is said by the way."""
    found = evidence(typed.pieces, {fact}, typed.open_fact).get(fact, Evidence(fact)) if told else Evidence(fact)
    marks = [mark for mark in found.marks if mark.grade >= HERE and {*mark.values} & {*values}]
    return bool(marks) and all(any(mark.start in said for said in told) for mark in marks)


def before_reason(stems: Sequence[str]) -> int:
    """Where the reason begins that the last sentence gives for what stands before it; 0 where there is none."""
    told = list(_reasons(stems))
    return told[0].start if len(told) == 1 and told[0].stop == len(stems) else 0


def by_the_way(stems: Sequence[str]) -> list[range]:
    """The words of each reason, of what would come of another answer, of each aside, and of what answers are about."""
    return [*_reasons(stems), *_otherwise(stems), *asides(stems), *contents(stems)]


def contents(stems: Sequence[str]) -> list[range]:
    """The words that say what users ask or are told, up to the next mark: "it must say which permits are needed"."""
    found: list[range] = []
    for at in (at for at, word in enumerate(stems) if at and word in _ASKED):
        start = max((n + 1 for n in range(at) if stems[n] in JOINTS), default=0)
        end = next((n for n in range(at, len(stems)) if stems[n] in BREAKS), len(stems))
        told = next((n for n in range(at - 1, max(start, at - 1 - _WHOM) - 1, -1) if stems[n] in _TELLING), 0)
        is_own = bool(_US & {*stems[start:told]} or (_PROVING | _SEEING) & {*stems[at:end]})
        if told > start and not is_own:
            found.append(range(start, end))
    return found


def _otherwise(stems: Sequence[str]) -> Iterator[range]:
    """What a sentence ends with that would come of another answer: "a second, otherwise nobody uses it"."""
    for sentence in sentences(stems):
        at = next((at for at in sentence[1:] if stems[at] in _OTHERWISE and stems[at - 1] in _BEFORE_IT), None)
        if at is not None:
            yield range(at, sentence.stop)


def asides(stems: Sequence[str]) -> list[range]:
    """The statements behind others that are said of something else, or of what stands before them."""
    return [said for said in statements(stems) if said.start and _is_aside(stems, said)]


def _is_aside(stems: Sequence[str], said: range) -> bool:
    """Whether one of the phrases for it stands in a statement."""
    kept = said.stop
    while kept > said.start and stems[kept - 1] in JOINTS - {"so"}:  # "legal says so"
        kept -= 1
    return bool(phrases("aside").places(stems[said.start : kept]))


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
