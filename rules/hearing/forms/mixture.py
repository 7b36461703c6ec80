"""Good here and bad there, said of two parts: "contracts are in order but the annexes are not".

Each clause has a subject of its own and one of two poles: what is clean or consistent, and what is not. The words for
either are those of both questions about quality; a clause that only denies takes the other pole.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rules.hearing.acts.chatter import talk
from rules.hearing.evidence.evidence import HERE, JOINTS, OWN, Evidence, evidence
from rules.hearing.evidence.leaning import share_of
from rules.hearing.evidence.weighing import BETWEEN
from rules.hearing.forms.parted import clauses, sentences, told_beside_it
from rules.hearing.taking.doubting import leaves
from rules.hearing.values import Ear, Heard, Line
from rules.hearing.words.lexicon import topics
from rules.hearing.words.patterns import COURTESIES, LIGHT, NEGATIONS
from rules.hearing.words.pieces import BREAKS, stems_of

_DENYING = NEGATIONS | stems_of("hardly barely less scarcely")
_NO_SUBJECT_WORDS = """
not very much more less too mostly partly well all really now today before after here once sometimes maybe perhaps
he she people nobody someone somebody everyone everybody anyone anybody what which who where when how if or than
"""
_NO_SUBJECT = LIGHT | COURTESIES | JOINTS | NEGATIONS | stems_of(_NO_SUBJECT_WORDS)
"""Words that name no part of anything."""
_AT_ITS_END = LIGHT | JOINTS | stems_of("at all so much really yet anymore")
"""What may follow a denial that ends a clause: "the other one not at all"."""
_THEN = stems_of("before after since now then until today formerly once")
"""With these the poles are those of two times, of which the later holds."""
_OLDER = stems_of("before since until")
_MENDING = stems_of(
    "relabeled relabelled redid redone fixed cleaned corrected repaired mended threw dropped deleted now"
)
_FAIR = stems_of("ok okay okayish fine decent alright usable passable")
"""What is called so is good only beside something that is called bad."""
_ABOUT = 0.3
"""From this share on an unaddressed line is about quality at all."""
_PARTS_WORDS = "half rest other others one ones side part old new older newer first second third"
_PARTS = stems_of(_PARTS_WORDS)
_SHORT = 4
"""Words up to which a clause may say with a word of the other question how good something is."""
_IS = frozenset({"is", "are", "was", "were", "look", "seem"})


def mixture(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """The value between the two poles, where the line says each of a part; None where it says one of all."""
    fact = typed.open_fact
    if fact not in BETWEEN or {"?", "or", *(_THEN - _OLDER if _is_of_the_older(fact, stems) else _THEN)} & {*stems}:
        return None
    if (fact == "hygiene" and topics()["labels"] & {*stems}) or _is_in_one_breath(fact, typed, stems):
        return None
    is_of_it = share_of("hygiene", stems) + share_of("labels", stems) >= _ABOUT
    if not typed.mention and (talk(stems) or not is_of_it):
        return None
    typed, stems = _with_denials(typed, stems)
    for sentence in sentences(stems):
        poles: list[_Pole] = []
        for clause in clauses(stems, sentence, _PARTS):
            if leaves(fact, stems[clause.start : clause.stop]):
                continue  # "two seconds is fine" says so of no data
            pole = _pole(fact, typed, stems, clause, poles)
            poles += [pole] if pole.pole and pole.subject else []
        is_of_all = fact == "labels" and any(pole.subject <= topics()[fact] for pole in poles)
        if not is_of_all and any(
            one.pole != other.pole and one.subject != other.subject for one in poles for other in poles
        ):
            return Heard(saves={**told_beside_it(typed, stems, sentence, ear), fact: BETWEEN[fact][2]})
    return None


def _with_denials(typed: Line, stems: Sequence[str]) -> tuple[Line, Sequence[str]]:
    """The line without the dots or the comma before a last denial: "the north has it tidy, the south.. not really"."""
    said = [at for at, word in enumerate(stems) if word not in BREAKS]
    first = next((at for at in said if stems[at] in _DENYING and _AT_ITS_END.issuperset(stems[at + 1 :])), 0)
    marks = [at for at in range(first) if stems[at] in BREAKS and not any(at < word < first for word in said)]
    if not marks:
        return typed, stems
    kept = [at for at in range(len(stems)) if at not in marks]
    pieces = tuple(typed.pieces[at] for at in kept)
    return replace(typed, pieces=pieces, text=" ".join(pieces)), tuple(stems[at] for at in kept)


def _is_of_the_older(fact: str, stems: Sequence[str]) -> bool:
    """Whether what was before is there still: labels of two times lie beside each other until somebody mends them."""
    return fact == "labels" and bool(_OLDER & {*stems}) and _MENDING.isdisjoint(stems)


def _is_in_one_breath(fact: str, typed: Line, stems: Sequence[str]) -> bool:
    """Whether one phrase holds both of its clauses, or a number tells of both: "same mail, two queues"."""
    marks = [mark for mark in evidence(typed.pieces, {fact}, fact).get(fact, Evidence(fact)).marks if mark.grade == OWN]
    return any(mark.is_number or not BREAKS.isdisjoint(stems[mark.start : mark.end]) for mark in marks)


@dataclass(frozen=True, slots=True)
class _Pole:
    """What a clause says of something: 1 for good, -1 for bad, 0 for neither; and the words for that something."""

    pole: int
    subject: frozenset[str]


def _pole(fact: str, typed: Line, stems: Sequence[str], clause: range, before: Sequence[_Pole]) -> _Pole:
    """What this clause says; one that only denies says the opposite of the one before."""
    words = stems[clause.start : clause.stop]
    verb = next((n for n, word in enumerate(words[:-1]) if word in _IS), -1)
    is_short = sum(word not in _NO_SUBJECT for word in words[verb + 1 :]) <= _SHORT
    found = evidence(typed.pieces[clause.start : clause.stop], BETWEEN.keys() if is_short else {fact}, fact)
    marks = [mark for each in found.values() for mark in each.marks if mark.grade >= HERE and mark.end > verb + 1]
    good = [mark for mark in marks if mark.values == BETWEEN[mark.fact][:1]]
    bad = [mark for mark in marks if mark.values == BETWEEN[mark.fact][1:2] and not mark.is_denied]
    said = {-1 if mark.is_denied else 1 for mark in good} | ({-1} if bad else set[int]())
    is_fair = bool(_FAIR & {*words[verb + 1 :]}) and {*NEGATIONS, "with"}.isdisjoint(words)  # "we are fine with it"
    said = said or ({1} if is_fair else set[int]())
    taken = {n for mark in (*good, *bad) for n in range(max(mark.start, verb + 1), mark.end)}
    subject = frozenset(word for n, word in enumerate(words) if n not in taken) - (_NO_SUBJECT | _FAIR) | _OLDER & {
        *words
    }
    denied = next((n for n, word in enumerate(words) if word in _DENYING), len(words))
    is_denied = denied < len(words) and _AT_ITS_END.issuperset(words[denied + 1 :])
    if is_denied and not said and before and before[-1].pole > 0:
        return _Pole(-1, subject)
    return _Pole(said.pop() if len(said) == 1 else 0, subject)
