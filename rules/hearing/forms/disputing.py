"""Lines that set an answer beside what speaks against it: it is asked about, and not written down.

Two people who say two things, a claim that nobody believes, "no" for one reason and "yes" for another, an answer
with an "unless" behind it: whoever wrote it down would leave out what else the line says.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rules.facts import ALONE, VALUES, Value
from rules.hearing.amounts.scales import GROWING, PERCENT, TAKING, is_rate
from rules.hearing.evidence.evidence import HERE, HINT, OWN, Evidence, Mark, evidence, sentences, telling, thoughts_of
from rules.hearing.evidence.weighed import MOST_OFFERS
from rules.hearing.forms.irony import contrary, is_ironic
from rules.hearing.values import Choice, Heard, Line, each_in
from rules.hearing.words.denying import not_all
from rules.hearing.words.patterns import COURTESIES, NEGATIONS
from rules.hearing.words.phrases import phrases
from rules.hearing.words.pieces import BREAKS, stems_of

_WEAKEST = {
    "receipts": "none", "access": "everyone", "hosting": "any_api", "stakes": "annoyance", "freshness": "static",
    "steadiness": "stable", "model_size": "any", "action": "answers", "evals": "none",
}  # fmt: skip
"""The values that ask for least: what is excepted from one of them asks for more."""
_OUTDONE = {"stakes": "annoyance", "access": "per_user", "receipts": "none"}
"""Values that are not all where a second thought says another one: "slightly inconvenient, they would be dead"."""
_MOSTLY = stems_of("mostly largely mainly nearly almost partly generally")
"""With these it is said of a part: "mostly open" leaves out what is not."""
_YES, _NO = frozenset({"yes", "sure", "definit"}), frozenset({"no", "not", "never"})
_MAYBE = frozenset({"mayb", "perhap", "possibl"})
_SAYING = frozenset({"says", "thinks", "believes", "insists", "swears", "promised", "reckons", "said"})
_NO_SPEAKERS = stems_of("it that which law regulation who insurance is are was be")
_GRANTING = stems_of("may can could should must fine ok okay acceptable enough allowed good")
"""With these a time is one that may pass, and not the one that passes."""
_MEASURED = frozenset({"latency", "volume", "model_size"})
_BUT_FOR = stems_of("otherwise else apart")
"""Behind one of these nobody does it but for somebody."""
_POSSIBLE = _MAYBE | {"might", "may", "could"}
_SHORT = 5
"""Words of a thought of which the last one says all."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a line gives for the open question, with all that it says about it."""

    fact: str
    value: Value
    pieces: Sequence[str]
    stems: Sequence[str]
    thoughts: Sequence[range]
    marks: Sequence[Mark]

    @property
    def held(self) -> set[str]:
        """The value, or the values of a list."""
        return {str(each) for each in each_in(self.value)}

    def words(self, number: int) -> list[str]:
        """The words of a thought, without marks."""
        thought = self.thoughts[number]
        return [word for word in self.stems[thought.start : thought.stop] if word not in BREAKS | COURTESIES]

    def telling(self, kind: str) -> set[int]:
        """The thoughts in which phrases of a kind begin."""
        return telling(kind, self.stems, self.thoughts)

    def values_in(self, numbers: set[int], least: int = HERE) -> set[str]:
        """The values that these thoughts mean, as surely as this at least; one that they deny is none."""
        plain = [mark for mark in self.marks if mark.thought in numbers and mark.grade >= least and not mark.is_denied]
        return {value for mark in plain for value in mark.values}

    def denied_in(self, numbers: set[int]) -> set[str]:
        """The values that these thoughts deny."""
        return {value for mark in self.marks if mark.thought in numbers and mark.is_denied for value in mark.values}


def disputed(typed: Line, stems: Sequence[str], heard: Heard) -> Heard:
    """What was heard; asked about where the line gives the open question's answer and speaks against it as well."""
    fact = typed.open_fact
    value = heard.saves.get(fact or "")
    if fact is None or value is None:
        return heard
    marks = evidence(typed.pieces, {fact}, fact).get(fact, Evidence(fact)).marks
    said = _Said(fact, value, typed.pieces, stems, thoughts_of(stems), marks)
    is_unmeant = is_ironic(fact, value, typed.text, stems)
    if not (is_unmeant or any(look(said) for look in _LOOKS)):
        return heard
    offers = tuple(Choice(fact, each) for each in (contrary(fact, value) if is_unmeant else _fair(said)))
    rest = {each: told for each, told in heard.saves.items() if each != fact}
    return replace(heard, saves=rest, offers=offers[:MOST_OFFERS])


def _fair(said: _Said) -> list[Value]:
    """The value, the others that the line names, and the nearest besides."""
    values = VALUES[said.fact]
    held = [value for value in values if value in said.held]
    named = [value for mark in said.marks if mark.grade >= HERE for value in mark.values]
    at = values.index(held[0])
    nearest = sorted(values, key=lambda each: abs(values.index(each) - at))
    alone = [ALONE[said.fact]] if said.fact in ALONE else []
    ranked = list(dict.fromkeys([*held, *named, *alone, *nearest]))
    return [(each,) if said.fact in ALONE else each for each in ranked]


def _is_contested(said: _Said) -> bool:
    """Whether two who are named say two things, or what somebody claims is not believed."""
    claims, doubts = said.telling("claiming") | _claimed(said), said.telling("doubting")
    first = min(claims, default=len(said.thoughts))
    if claims and any(number > first for number in doubts) and not said.telling("in_truth"):
        return not said.held & said.values_in(doubts - claims)
    if len(claims) == 1 or said.fact in ALONE or said.telling("in_truth"):
        return False
    told = [(said.values_in({number}, HINT), said.denied_in({number})) for number in claims]
    return any(
        (one and other and not one & other) or denied & one
        for one, _ in told for other, denied in told
    )  # fmt: skip


def _claimed(said: _Said) -> set[int]:
    """The thoughts in which somebody "says" or "thinks"."""
    found: set[int] = set()
    for number, thought in enumerate(said.thoughts):
        verbs = (at for at in thought[1:-1] if said.pieces[at] in _SAYING and said.stems[at + 1] not in BREAKS)
        if any(said.stems[at - 1] not in _NO_SPEAKERS for at in verbs):
            found.add(number)
    return found


def _is_for_reasons(said: _Said) -> bool:
    """Whether it is "no" for one reason and "yes" for another, and no words but these give an answer."""
    last = [words[-1:] for number in range(len(said.thoughts)) if (words := said.words(number))]
    given = {*(word for words in last for word in words)}
    meant = [mark for mark in said.marks if said.value in mark.values and not mark.is_denied and mark.grade >= HERE]
    is_bare = all({*said.stems[mark.start : mark.end]} <= _YES | _NO for mark in meant)
    return said.fact not in ALONE and len(last) > 1 and bool(given & _YES) and bool(given & _NO) and is_bare


def _is_perhaps(said: _Said) -> bool:
    """Whether the value is only a "maybe" beside a "no" or a "yes": "training no, search maybe"."""
    ends = {number: words[-1] for number in range(len(said.thoughts)) if 1 < len(words := said.words(number)) <= _SHORT}
    mayb = {number for number, word in ends.items() if word in _MAYBE}
    is_beside = any(word in _YES | _NO for word in ends.values())
    return is_beside and bool(mayb) and bool(said.held & said.values_in(mayb))


def _is_conditional(said: _Said) -> bool:
    """Whether what asks for least is said with an exception or under a condition: "everyone, unless confidential"."""
    meant = [mark.start for mark in said.marks if said.value in mark.values]
    spoken = [part for part in sentences(said.stems) if any(start in part for start in meant)]
    mostly = {number for number in range(len(said.thoughts)) if _MOSTLY & {*said.words(number)}}
    is_part = _is_a_part(said.stems) or bool(said.values_in(mostly))
    if said.fact == "access" and said.value == "everyone" and is_part:
        return True
    starts = [start for start, _ in phrases("excepting").places(said.stems) if any(start in part for part in spoken)]
    starts = [start for start in starts if not NEGATIONS & {*said.stems[max(0, start - 1) : start]}]
    is_excepted = any(not said.pieces[start].endswith("ed") for start in starts)  # "excluded" excludes nothing
    return said.value == _WEAKEST.get(said.fact) and is_excepted  # "no exceptions" are none


def _is_all_but_one(said: _Said) -> bool:
    """Whether nobody does it but for who is named first: "the auditor looks at some, otherwise nobody checks"."""
    if said.fact != "evals" or said.value != "none":
        return False
    where = {mark.thought for mark in said.marks if "none" in mark.values and not mark.is_denied}
    first = min(where, default=0)
    is_rest = any(_BUT_FOR & {*said.stems[said.thoughts[n].start - 1 : said.thoughts[n].start + 1]} for n in where if n)
    return is_rest and bool(said.values_in({*range(first)}) - {"none"})


def _is_a_part(stems: Sequence[str]) -> bool:
    """Whether it is said of a share only: "90% of it is public"."""
    share = next((at for at, word in enumerate(stems[1:], 1) if word in PERCENT), 0)
    return share > 0 and stems[share - 1] != "100"


def _is_withheld(said: _Said) -> bool:
    """Whether it is nobody who may see it: "no one may", and not "nobody is excluded"."""
    if said.fact != "access" or said.value != "everyone":
        return False
    where = {mark.thought for mark in said.marks if "everyone" in mark.values} or {*range(len(said.thoughts))}
    words = [word for number in where for word in said.words(number)]
    is_nobody = bool({"nobodi", "noon", "none"} & {*words}) or ("no", "one") in pairwise(words)
    return is_nobody and not phrases("kept_out").places(said.stems)


def _is_not_only(said: _Said) -> bool:
    """Whether it is said of the value that it is not all: "not only admins"."""
    passed = not_all(said.stems)
    meant = [mark for mark in said.marks if said.value in mark.values and mark.grade >= HERE and not mark.is_denied]
    meant = [mark for mark in meant if "than" not in said.stems[mark.start : mark.end]]
    is_one = bool(passed and meant) and said.value != "both"
    return is_one and all(mark.start < passed.stop and passed.start < mark.end for mark in meant)


def _are_both(said: _Said) -> bool:
    """Whether "both" stands beside one of a list: "the first one, both"."""
    at = said.stems.index("both") if "both" in said.stems else len(said.stems)
    is_last = not said.stems[at + 1 : at + 2] or said.stems[at + 1] in BREAKS
    return said.fact == "ops" and at < len(said.stems) and is_last and len(said.held) == 1


def _is_outdone(said: _Said) -> bool:
    """Whether another thought says more than what asks for least, or that the few who are let in see it all."""
    if said.fact not in _OUTDONE or said.value != _OUTDONE[said.fact]:
        return False
    where = {mark.thought for mark in said.marks if said.value in mark.values}
    rest = {*range(len(said.thoughts))} - where
    is_few = said.fact != "access" or "onli" in said.stems
    plain = [mark for mark in said.marks if mark.thought in rest and mark.grade >= HERE]
    plain = [mark for mark in plain if mark.grade == OWN or mark.size > 1 or {"harm", "regulated"} & {*mark.values}]
    return is_few and any(said.value not in mark.values and not mark.is_denied for mark in plain)


def _is_wished(said: _Said) -> bool:
    """Whether it is only what would be best, beside what is good enough: "ideally under a second, 2 at most"."""
    if said.fact not in _MEASURED or len(said.thoughts) == 1:
        return False
    where = {mark.thought for mark in said.marks if said.value in mark.values}
    wished, granted = said.telling("ideally"), said.telling("at_most")
    return bool(where) and where <= wished and bool(granted - where)


def _is_too_slow(said: _Said) -> bool:
    """Whether a time is told as the one that it takes, or that is too long: "it takes 8 seconds", "8 s, too slow"."""
    if said.fact != "latency" or not any(mark.is_number for mark in said.marks):
        return False
    is_told = said.value == "relaxed" and bool(TAKING & {*said.stems}) and not _GRANTING & {*said.stems}
    return is_told or bool(phrases("too_slow").places(said.stems))


def _is_possible(said: _Said) -> bool:
    """Whether a change is one that only may come: "might change"."""
    if said.fact != "steadiness" or said.value != "changing":
        return False
    meant = [mark for mark in said.marks if "changing" in mark.values and not mark.is_denied]
    return bool(meant) and all(_POSSIBLE & {*said.stems[max(0, mark.start - 2) : mark.start]} for mark in meant)


def _is_growth(said: _Said) -> bool:
    """Whether all that is told of a size is by how much it grows: "grows by 100 docs a month"."""
    is_sized = any(mark.is_number for mark in said.marks)
    has_rate = any(is_rate(said.stems, at) for at in range(1, len(said.stems)))
    return said.fact == "corpus" and not is_sized and has_rate and bool(GROWING & {*said.stems})


_LOOKS: tuple[Callable[[_Said], bool], ...] = (
    _is_contested, _is_for_reasons, _is_perhaps, _is_conditional, _is_not_only, _is_outdone, _are_both, _is_too_slow,
    _is_withheld, _is_wished, _is_possible, _is_growth, _is_all_but_one,
)  # fmt: skip
