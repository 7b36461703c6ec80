"""Runs told in a sentence: "42 of 50 failed" are 8 that passed, "due on 11/30" is a date and none.

Read is what stands right beside the numbers. Where a verdict stands further away, or two that differ, it is not plain
whether passes or failures are told, and nobody guesses: that is for the one who typed to say.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from rules.review.marks import TaskRuns
from rules.review.naming import NAME, named
from rules.review.told_marks import Said, is_shared, said_of, with_short_names

COUNT = re.compile(r"(?<![\d/.:,-])\b(\d{1,4})\s*(of|out of|/)\s*(\d{1,4})\b(?![/:.-]?\d|\s*%)", re.IGNORECASE)
_DATED = re.compile(r"\b(?:on|by|until|till|since|before|after|from|through|due|dated|between)(?:\s+the)?\s*$")
_PLACE = r"page|step|part|phase|question|task|test|run|item|version|chapter|slide|line|week|day|sprint|number|no|#"
_ORDINAL = re.compile(rf"(?:\b|(?=#))(?:{_PLACE})\s*$")
_RIGHT = (
    r"pass(?:es|ed|ing)?|right(?!\s+now)|correct(?:ly)?|green|ok(?:ay)?|good|fine|succe(?:ed(?:s|ed)?|ss(?:es|ful(?:ly)?)?)"
    r"|work(?:s|ed)"
)
_FAIL_NOUN = r"failures?|errors?|misses"
_WRONG = rf"fail(?:s|ed|ing)?|{_FAIL_NOUN}|wrong(?:ly)?|incorrect(?:ly)?|red|bad|broken?|missed|errored"
VERDICT = re.compile(rf"\b(?:(?P<passed>{_RIGHT})|(?P<failed>{_WRONG}))\b")
_NOUN = (
    "runs?|tests?|tasks?|cases?|questions?|answers?|examples?|prompts?|calls?|checks?|samples?|times?|tries|attempts?"
)
_NOT = r"(?:(?:not|never|no|without|\w+n[’']?t)\s+(?:a\s+|any\s+|be\s+|been\s+)?)"
_LINK = (
    rf"(?:{_NOUN}|them|of|the|these|those|all|is|are|was|were|be|been|have|has|had|do|does|did"
    "|came|come|out|back|now|only|just)"
)
_AFTER = re.compile(rf"(?:\s+{_LINK})*\s*(?P<no>{_NOT})?(?:{VERDICT.pattern})")
_ITS_OWN = rf"(?:\s+(?:of|for|in)\s+(?:the\s+)?{NAME})?"
_BEFORE = re.compile(
    rf"(?P<no>{_NOT})?\b(?:(?P<passed>(?:{_RIGHT})(?:\s+rate)?{_ITS_OWN}(?:\s*[:=]|\s+(?:with|at|is|was))?)"
    rf"|(?P<failed>(?:(?:{_FAIL_NOUN})(?:\s*[:=])?|fail(?:ure)?\s+rate|error\s+rate|{_WRONG}){_ITS_OWN}(?:\s+(?:is|was))?))"
    r"(?:\s+(?:only|just|about|in|on|for|the|a|of))*\s*$"
)
LIGHT = re.compile(
    rf"\b(?:it[’']s|{_NOUN}|{_RIGHT}|{_WRONG}|{_NOT}|the|a|an|we|i|it|they|is|are|was|were|has|have|had"
    r"|got|get|gets|at|now|today|yesterday|last night|this|month|morning|week|our"
    r"|results?|scores?|scored|and|about|only|just|for|in|with|of|them|did|came|out|back|here|so|far|still|all|rate|my"
    r"|oops|ups|sorry|typo|mistake|its|went|actually|correction|no(?=,)|nope"
    r"|please|record|take|note|ran|right now)\b|\W",
)
NO_RESULT = re.compile(
    r"\b(?:should|must|shall|ought|need(?:s|ed)?|has to|have to|want(?:s|ed)?|would|could(?! not be judged)|might|may"
    r"|will|bar|target|goal|expect(?:s|ed)?|at least|at most|hope(?:s|d)?|if|unless|supposed|once|when)\b"
)
_ALL_OR_NONE = re.compile(r"\b(?:all|every(?:thing)?|each|none|nothing)\b")
LEAD = re.compile(
    rf"^(?!.*{VERDICT.pattern}[^:]*:\s)(?=[^:{NAME}]*\b(?:ran|runs?|results?|scores?|scored|tested|tests?|numbers|evals?)\b)"
    rf"[^:{NAME}\d]{{3,60}}[:,]\s+(?=\D)"
)
"""What says that results follow, "we ran them today: ...": it names no task."""
_DENIED = re.compile(rf"{_NOT}")


_NUMBER = {
    "both": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_NUMBER |= {str(number): number for number in range(2, 30)}
_EVERY = re.compile(
    r"(?:(?:ok|okay|so|yes|hey|good news|we ran (?:it|them|the tests)|ran the tests)[,:]?\s+)*"
    r"(?:(?P<many>both)|(?:all|every(?:thing)?|each)(?:\s+of\s+them)?(?:\s+(?:the|our))?(?:\s+(?P<number>\d{1,2}|two"
    r"|three|four|five|six|seven|eight|nine|ten))?)(?:\s+(?:of them|golden|tasks?|tests?|cases?|ones?))*"
    r"\s+(?:(?:has|have|were|was|is|are|now|again|just|came|out|back)\s+)*"
    r"(?:(?P<passed>pass(?:es|ed)?|green|ok(?:ay)?)|(?P<failed>fail(?:s|ed)?|red))"
    r"(?:\s+(?:now|again|today|this (?:time|month)|too))*"
    r"(?:[,\s]+(?:except(?:\s+for)?|but|apart from|other than|only not)\s+(?:for\s+)?(?:the\s+)?(?P<but>.{2,60}))?"
)
"""A verdict on every golden task: "all three passed"."""
_OTHERS = re.compile(
    r"[,;.]?\s+(?:and\s+)?(?:(?:all\s+)?the\s+|all\s+)?(?:others?|rest)(?:\s+(?:did|passed|failed))?"
    r"\s+(?:too|as well|also)[.!\s]*$"
)


class Unclear(StrEnum):
    """Why numbers are asked about and not taken."""

    MORE_THAN_RAN = "more_than_ran"
    NONE_RAN = "none_ran"
    EITHER = "either"
    """Whether they passed or failed is not plain."""
    SEVERAL = "several"
    """Several results of which it is not plain whose each is."""
    NOBODYS = "nobodys"
    """It stands under a name that no golden task has."""


@dataclass(frozen=True, slots=True)
class Told:
    """One result in a line: whose it is (a place among the names, None where none is named), and its runs."""

    numbers: str
    """As typed: "42 of 50"; empty where words alone tell it."""
    task: int | None = None
    runs: TaskRuns | None = None
    unclear: Unclear | None = None
    passed: bool | None = None
    """Whether it passed, where words alone tell it."""
    note: str = ""
    """How it failed, where words say so."""
    is_unjudged: bool = False
    """Whether nobody could judge it, where words say so."""
    is_unrun: bool = False
    """Whether a list says that it was not run."""
    verdict: bool | None = None
    """Whether it is said to pass apart from its runs, which are those that passed: "7 of 10, still fails"."""
    name: str = ""
    """How the line names it, where that is no golden task's name."""


def told_runs(text: str, names: Sequence[Sequence[str]] = ()) -> tuple[Told, ...]:
    """The results that a line tells, under the names by which each golden task goes; nothing where it tells none."""
    if of_all := _of_all(text.casefold(), names) or _of_others(text.casefold(), names):
        return of_all
    line, in_full = named(text.casefold(), names)
    line = LEAD.sub("", line)
    line, tasks = with_short_names(line, in_full, names)
    counts = [found for found in COUNT.finditer(line) if not is_elsewhere(line, found)]
    if not counts:
        return _of_words(line, tasks)
    if NO_RESULT.search(line):
        return ()
    if len(set(tasks)) < 2:
        return _of_one(line, counts, tasks[0] if tasks else None)
    return _of_several(line, counts, tasks)


def _of_all(line: str, names: Sequence[Sequence[str]]) -> tuple[Told, ...]:
    """One verdict on every golden task, but for those that are named as left out: "all passed except the rare case"."""
    found = _EVERY.fullmatch(line.strip(" .!"))
    if found is None or not names or _NUMBER.get(found["many"] or found["number"] or "", len(names)) != len(names):
        return ()
    passed = found["passed"] is not None
    marked, other = named(found["but"] or "", names)
    left = {*with_short_names(f"{marked} failed", other, names)[1]} if found["but"] else set[int]()
    if found["but"] and not left:
        return ()
    return tuple(Told("", at, passed=passed is (at not in left)) for at in range(len(names)))


def _of_others(line: str, names: Sequence[Sequence[str]]) -> tuple[Told, ...]:
    """The same verdict on all others behind those that are named: "the rare case passed, the others too"."""
    rest = _OTHERS.search(line)
    told = told_runs(line[: rest.start()], names) if rest else ()
    known, verdicts = {one.task for one in told}, {one.passed for one in told}
    if not known or None in known or len(verdicts) != 1 or verdicts == {None}:
        return ()
    passed = verdicts.pop()
    return (*told, *(Told("", at, passed=passed) for at in range(len(names)) if at not in known))


def _of_words(line: str, tasks: Sequence[int]) -> tuple[Told, ...]:
    """The verdicts that stand beside names, where nothing is counted."""
    if len(set(tasks)) < len(tasks) or re.search(r"\d\s*/\s*\d", line):
        return ()
    told, parts = list[Told](), line.split(NAME)
    shared = None
    for at in reversed(range(len(tasks))):
        before, after = parts[at] if not at else _behind(parts[at]), parts[at + 1]
        is_last = at + 1 == len(tasks)
        said = shared if not is_last and shared and is_shared(after) else said_of(before, after)
        shared = said
        if said is not None and not said.is_unrun:
            told.insert(0, _in_words(said, tasks[at]))
    return tuple(told)


def _in_words(said: Said, task: int) -> Told:
    unclear = Unclear.EITHER if said.passed is None and not said.is_unjudged else None
    return Told("", task, unclear=unclear, passed=said.passed, note=said.note, is_unjudged=said.is_unjudged)


def _behind(words: str) -> str:
    """The words between two names that belong to the second."""
    return re.split(r"[,;.]\s*|\s+(?:and|but|while)\s+", words)[-1]


def is_elsewhere(line: str, count: re.Match[str]) -> bool:
    """Whether the numbers are a date or the place of something, "on 11/30", "page 3 of 10"."""
    before = line[: count.start()]
    if count[2] == "/" and _DATED.search(before):
        return True
    return bool(_ORDINAL.search(before)) and not _AFTER.match(line[count.end() :])


def _of_one(line: str, counts: Sequence[re.Match[str]], task: int | None) -> tuple[Told, ...]:
    """The result of the one task that is named, or of none; "8 of 10 passed, 2 of 10 failed" tell the same runs."""
    ends = [0, *(count.end() for count in counts)]
    begins = [*(count.start() for count in counts[1:]), len(line)]
    told = [_read(line, count, ends[at], begins[at], task) for at, count in enumerate(counts)]
    read = [one for one in told if one is not None]
    if len(read) > 1 and len({one.runs for one in read}) > 1:
        return (Told(read[0].numbers, task, unclear=Unclear.SEVERAL),)
    return tuple(read[:1])


def _of_several(line: str, counts: Sequence[re.Match[str]], tasks: Sequence[int]) -> tuple[Told, ...]:
    """Each task's own result, where names and numbers take turns: "refund window 5 of 10, escalation 3 of 5"."""
    places = [at for at, sign in enumerate(line) if sign == NAME]
    numbers = [count.start() for count in counts]
    turns = [is_name for _, is_name in sorted([*((at, True) for at in places), *((at, False) for at in numbers)])]
    if len(set(tasks)) < len(tasks):
        return (Told(counts[0][0], unclear=Unclear.SEVERAL),)
    if len(places) != len(counts) or any(one is other for one, other in pairwise(turns)):
        return _of_parts(line, counts, tasks, places)
    starts = places if turns[0] else numbers
    ends = [*starts[1:], len(line)]
    read = (_read(line, *each) for each in zip(counts, starts, ends, tasks, strict=True))
    return tuple(one for one in read if one is not None)


def _of_parts(
    line: str, counts: Sequence[re.Match[str]], tasks: Sequence[int], places: Sequence[int]
) -> tuple[Told, ...]:
    """Each task's result behind its name, counted or in words: "refund window 8 of 10, escalation failed"."""
    told = list[Told]()
    for task, start, end in zip(tasks, places, [*places[1:], len(line)], strict=True):
        own = [count for count in counts if start < count.start() < end]
        said = None if own else said_of("", line[start + 1 : end])
        if len(own) > 1 or counts[0].start() < places[0] or not (own or said):
            return (Told(counts[0][0], unclear=Unclear.SEVERAL),)
        if said is not None and said.is_unrun:
            continue
        if said is not None:
            told.append(_in_words(said, task))
        elif (one := _read(line, own[0], start, end, task)) is not None:
            told.append(one)
    return tuple(told)


def _read(line: str, count: re.Match[str], start: int, end: int, task: int | None) -> Told | None:
    """What one pair of numbers tells within its part of the line; None where it is no result."""
    before, after = line[start : count.start()], line[count.end() : end]
    said, of = int(count[1]), int(count[3])
    passed = polarity(before, after)
    around = LIGHT.sub("", (before + after).replace(NAME, " "))
    if passed is None and around and not re.search(rf"\b(?:{_NOUN})\b|{VERDICT.pattern}", before + after):
        return None
    if said > of or not of:
        return Told(count[0], task, unclear=Unclear.MORE_THAN_RAN if said > of else Unclear.NONE_RAN)
    if passed is None and (around or _ORDINAL.search(before) or not _only_passes(before + after)):
        return Told(count[0], task, unclear=Unclear.EITHER)
    right = said if passed is not False else of - said
    return Told(count[0], task, TaskRuns("", right, of - right))


def polarity(before: str, after: str) -> bool | None:
    """Whether passes are told right beside the numbers (True) or failures (False); None where it is not plain."""
    said = set(_beside(before, after))
    return said.pop() if len(said) == 1 else None


def _beside(before: str, after: str) -> Iterator[bool]:
    is_place = _ORDINAL.search(before)
    found = _AFTER.match(after)
    if found and not is_place:
        yield (found["passed"] is not None) is (found["no"] is None)
    found = _BEFORE.search(before)
    if found and not (is_place or _ALL_OR_NONE.search(before)):
        yield (found["passed"] is not None) is (found["no"] is None)


def _only_passes(words: str) -> bool:
    """Whether the verdict words, wherever they stand, all say that it passed."""
    return (
        not _DENIED.search(words)
        and not _ALL_OR_NONE.search(words)
        and all(found["passed"] for found in VERDICT.finditer(words))
    )
