"""A line that denies what was just noted, and what it says instead: "not so: weekly", "wrong, we have no search here".

Only answers that were given are denied; another one is given behind "I mean" as well, where it is named. Where nothing
stands instead, the denied answer is asked for again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rules.facts import ALONE, FACTS, VALUES, Value
from rules.hearing.acts.chatter import covers
from rules.hearing.acts.steering import named_facts
from rules.hearing.amounts.numbers import quantities
from rules.hearing.evidence.evidence import HERE, Evidence, evidence, thoughts_of
from rules.hearing.evidence.leaning import share_of
from rules.hearing.forms.listing import relisted
from rules.hearing.questions import read_questions, values_supposed
from rules.hearing.values import Choice, Control, Ear, Heard, Line, Word, each_in
from rules.hearing.words.patterns import NEGATIONS
from rules.hearing.words.phrases import phrases, stemmed
from rules.hearing.words.pieces import BREAKS, pieces, stems_of

_ASKING = stems_of("if what why who how when which is are was can could will would should does did do suppose say")
_GOES_ON = stems_of("it its the that this they we i our not there nobody no nothing labels examples")
"""Behind a bare "no" these go on to say what is so."""
_MEANT = (("i", "mean"), ("i", "meant"), ("we", "meant"), ("i", "onli", "meant"), ("we", "onli", "meant"))
_USELESS = stems_of("useless pointless worthless nonsense rubbish garbage wrong")
"""What is said of a value with one of these is not that it holds: "not so: exact names are useless"."""
_LONGEST = 22
_PARTS = 12
"""Words of a part that says one thing."""
_FEW = 3
"""Words of a part that only denies what stands on a list: "not tone"."""
_LEADS, _TRAILS = BREAKS | stems_of("no wait oh and so but well nope sorry"), BREAKS | stems_of("though then either")
"""Words around such a one."""
_ABOUT = 0.5
"""From this share on words are about an answer that was given."""
_WANTS = stems_of("want wants need needs prefer should must")
_WISHED = 4
"""Words of a way that is wanted: more of them say what for."""


def wants_another(typed: Line, stems: Sequence[str]) -> Heard | None:
    """Why not the way that somebody wants who disagrees with the verdict: "this is wrong, we want RAG, it knows us".

    The reason that follows is an argument, and changes no answer. None where the line is none of it.
    """
    end = max((end for start, end in phrases("disagreeing").places(stems) if start == 0), default=0)
    if not (end and typed.mention) or typed.open_fact is not None or "?" in stems:
        return None
    for part in (part for part in thoughts_of(stems) if part.stop > end):
        at = next((at for at in part[:_FEW] if at >= end and stems[at] in _WANTS), 0)
        wanted = typed.pieces[at + 1 : part.stop - (stems[part.stop - 1] in BREAKS)] if at else ()
        if 0 < len(wanted) <= _WISHED:
            text = f"why not {' '.join(wanted).removeprefix('be ')}?"
            asked = read_questions(replace(typed, text=text, pieces=pieces(text))).questions
            if [each.intent for each in asked] == ["why_not"] and asked[0].slots.get("architecture"):
                return Heard(questions=asked)
    return None


def not_so(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """What is right instead of what was just noted, or the answer to be given again; None where the line is no denial.

    While a question stands open, "no" may be its answer: then only an answer that is denied word for word is meant.
    """
    start = _behind_denial(stems)
    rest = typed.pieces[start:]
    if not (start and rest and typed.mention) or "?" in stems or stems[start] in _ASKING or len(stems) > _LONGEST:
        return None
    said = replace(typed, pieces=rest, text=" ".join(rest))
    if typed.open_fact is not None:
        return None if typed.open_fact in ear(said, stems[start:]).saves else _asked_again(said, stems[start:])
    meant = next((len(each) for each in _MEANT if stems[start : start + len(each)] == each), 0)
    words = typed.pieces[start + meant :]
    anew = replace(typed, pieces=words, text=" ".join(words))
    saves = _instead(anew, ear, is_meant=bool(meant)) or _only_value(anew)
    return Heard(saves=saves, is_correction=True) if saves else _asked_again(said, stems[start:])


def left_out(typed: Line, stems: Sequence[str]) -> Heard | None:
    """What is left of a list where another question stands open, and all that is said is what is not on it: "not tone".

    Where that leaves nothing, it is offered. None where the line says anything else, or is an answer.
    """
    start = next((at for at, word in enumerate(stems) if word not in _LEADS), 0)
    end = len(stems) - next((at for at, word in enumerate(reversed(stems)) if word not in _TRAILS), 0)
    part = replace(typed, pieces=typed.pieces[start:end])
    if not (typed.open_fact and typed.mention) or NEGATIONS.isdisjoint(stems[start:end]) or end - start > _FEW:
        return None
    lists = ("failure", "ops") if start else ("failure",)  # "not training" may be said of a way
    facts = [fact for fact in lists if fact in typed.said and fact != typed.open_fact and _left(part, fact) is not None]
    if len(facts) != 1 or "?" in stems or any(_weighed(part, typed.open_fact)):
        return None
    left = _left(part, facts[0])
    if left == (ALONE[facts[0]],):
        return Heard(offers=(Choice(facts[0], left),), is_correction=True)
    return Heard(saves={facts[0]: left}, is_correction=True)


def _behind_denial(stems: Sequence[str]) -> int:
    """Where the words begin that stand behind a denial; 0 where the line begins with none."""
    at = 0
    while True:
        ends = [end for start, end in phrases("not_so").places(stems) if start == at]
        end = next((end for end in sorted(ends, reverse=True) if _ends_denial(stems, at, end)), 0)
        if not end:
            return at
        at = end
        while at < len(stems) and stems[at] in BREAKS:
            at += 1


def _ends_denial(stems: Sequence[str], start: int, end: int) -> bool:
    after = {*stems[end : end + 1]}
    is_bare = stems[start:end] in {("no",), ("nope",), ("nah",)} and bool(after & (_GOES_ON | {"no"}))
    return bool(after & BREAKS) or is_bare


def _only_value(typed: Line) -> dict[str, Value]:
    """The one answer that the words give and nothing more."""
    told = [(fact, value) for fact, value in values_supposed(typed.text, typed.said).items() if fact in typed.said]
    if len(told) != 1 or told[0][1] == typed.said[told[0][0]] or _is_denied(typed, told[0][0]):
        return {}
    marks = evidence(typed.pieces, {told[0][0]}, told[0][0]).get(told[0][0], Evidence(told[0][0])).marks
    return dict(told) if covers(stemmed(typed.pieces), range(len(typed.pieces)), marks) else {}


def _instead(typed: Line, ear: Ear, *, is_meant: bool) -> dict[str, Value]:
    """What the parts of the line say instead of answers that were given."""
    stems = stemmed(typed.pieces)
    lists = ((fact, relisted(typed, stems, fact)[0]) for fact in ALONE)
    if instead := {fact: named for fact, named in lists if named is not None}:
        return {**instead}
    again = _asked_again(typed, stems)
    denied = again.control.fact if again and again.control else None
    saves: dict[str, Value] = {}
    over = set[str]()  # "no golden set, only spot checks": the first says less than what follows
    for said in _parts(typed, stems, 1 if denied else 0):
        told = _told(said, stemmed(said.pieces), ear, denied, is_meant=is_meant)
        saves |= {fact: value for fact, value in told.items() if fact not in saves or fact in over}
        saves |= {fact: _all_of(typed, stems, fact, saves[fact], ear) for fact in told if fact in ALONE}
        over |= {fact for fact in told if _weighed(said, fact)[0] & each_in(typed.said.get(fact))}
    saves = {fact: value for fact, value in saves.items() if value != typed.said.get(fact)} or saves
    whole = ear(typed, stems) if not (saves or denied) else Heard()
    return saves or (dict(whole.saves) if whole.is_correction and whole.saves.keys() <= typed.said.keys() else {})


def _all_of(typed: Line, stems: Sequence[str], fact: str, value: Value, ear: Ear) -> Value:
    """The list that the whole line names where one part of it names some: "no, we run training and search"."""
    whole = ear(replace(typed, open_fact=fact, said={}), stems).saves.get(fact) if "and" in stems else None
    return whole if isinstance(whole, tuple) and each_in(value) < {*whole} else value


def _parts(typed: Line, stems: Sequence[str], first: int) -> Iterator[Line]:
    """The thoughts of the line from this one on, each as a line of its own."""
    for part in thoughts_of(stems)[first:]:
        pieces = typed.pieces[part.start : part.stop - (stems[part.stop - 1] in BREAKS | {"and", "but"})]
        if 0 < len(pieces) <= _PARTS:
            yield replace(typed, pieces=pieces, text=" ".join(pieces))


def _told(said: Line, words: Sequence[str], ear: Ear, denied: str | None, *, is_meant: bool) -> dict[str, Value]:
    """What a part says of the question that it is about: one that was answered, or that it names behind "I mean"."""
    named = [fact for fact in named_facts(words) if is_meant or fact in said.said]
    about = [fact for fact in FACTS if fact in said.said and _is_about(fact, words)]
    listed = [fact for fact in said.said if fact in ALONE and len(words) <= _FEW and _weighed(said, fact)[0]]
    facts = [denied] if denied else named or about or [fact for fact in listed if _left(said, fact) is not None]
    found: dict[str, Value] = {}
    for fact in facts:
        value = _left(said, fact) if fact in ALONE else None
        if value is None and not _is_denied(said, fact) and _USELESS.isdisjoint(words):
            value = ear(replace(said, open_fact=fact, said={}), words).saves.get(fact)
            value = None if value == said.said.get(fact) else value
        if value is not None:
            found[fact] = value
    return found if len(found) == 1 else {}


def _asked_again(typed: Line, stems: Sequence[str]) -> Heard | None:
    """The given answer that the first part of a line denies, without another one: "it doesn't keep changing".

    Or of which it says whose the number is: "the 4 pages are the style guide".
    """
    first = thoughts_of(stems)[0]
    part = replace(typed, pieces=typed.pieces[first.start : first.stop])
    facts = [
        fact for fact in typed.said if fact not in ALONE and (_is_denied(part, fact) or _is_of_another(part, fact))
    ]
    return Heard(control=Control(Word.CHANGE, facts[0])) if len(facts) == 1 else None


def _is_about(fact: str, words: Sequence[str]) -> bool:
    """Whether the words are about this question more than about all the others."""
    return share_of(fact, words) >= _ABOUT


def _is_denied(part: Line, fact: str) -> bool:
    """Whether the part denies the answer that was given to this question, and gives no other."""
    denied, plain = _weighed(part, fact)
    return bool(denied & each_in(part.said.get(fact))) and not plain


def _left(part: Line, fact: str) -> Value:
    """What is left of a list of which the part denies something; None where it denies nothing that stands on it."""
    given = each_in(part.said.get(fact))
    denied, plain = _weighed(part, fact)
    is_of_it = bool(denied and given & (denied | {ALONE[fact]}))  # what is not there stands there as none already
    if not is_of_it or not plain <= {ALONE[fact]}:
        return None
    return tuple(value for value in VALUES[fact] if value in given - denied) or (ALONE[fact],)


def _weighed(part: Line, fact: str) -> tuple[set[str], set[str]]:
    """The values of a question that a part denies, and those that it means."""
    marks = [mark for mark in evidence(part.pieces, {fact}, fact).get(fact, Evidence(fact)).marks if mark.grade >= HERE]
    against = [mark for mark in marks if mark.is_denied]
    plain = [mark for mark in marks if not (mark.is_denied or any(mark.overlaps(other) for other in against))]
    return {v for mark in against for v in mark.values}, {v for mark in plain for v in mark.values}


def _is_of_another(part: Line, fact: str) -> bool:
    """Whether the part says what the number is of that was taken for this answer: "the 4 pages is the style guide"."""
    stems = stemmed(part.pieces)
    at = next((at for at, word in enumerate(stems) if word in {"is", "are", "was", "were"}), 0)
    numbers = quantities(stems[:at])
    if (
        len(numbers) != 1
        or stems[0] not in {"the", "those", "that", "these"}
        or numbers[0].start > 1
        or not stems[at + 1 :]
    ):
        return False
    marks = evidence(part.pieces, {fact}, fact).get(fact, Evidence(fact)).marks
    given = each_in(part.said[fact])
    return any(mark.is_number and mark.end <= at and given & {*mark.values} for mark in marks)
