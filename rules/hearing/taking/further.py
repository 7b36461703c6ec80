"""Further failures of a line, each in a statement of its own: "files refunds under complaints, plus its logic is off".

One that a phrase names does not silence the others, which people tell in words of every kind: a statement that is about
how it fails, and nearly sure to mean one failure, adds it to the list.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from rules.facts import ALONE, VALUES, Value
from rules.hearing.amounts.scales import TAKING
from rules.hearing.evidence.evidence import HERE, OWN, Evidence, evidence
from rules.hearing.evidence.leaning import leanings, share_of, subjects
from rules.hearing.evidence.statements import size_of, statements
from rules.hearing.evidence.weighing import INCLUDES
from rules.hearing.taking.unheard import unread
from rules.hearing.values import Ear, Line, each_in
from rules.hearing.words.denying import denied
from rules.hearing.words.patterns import NEGATIONS
from rules.hearing.words.pieces import stem, stems_of

_FAILURE = "failure"
_ABOUT, _MEANT = 0.4, 0.7
"""From these shares on a statement is about how it fails, and means one failure: of thirty such all did."""
_BY_THE_WAY, _SURELY = frozenset({"too_slow", "too_costly"}), 0.95
"""Failures whose words are said of other things, too: "mixes up bills"."""
_A_LITTLE, _HALF, _CLEARLY = 0.2, 0.5, 0.9
"""The same where the words hardly mean another failure; and where they seem to deny it."""
_LEAST = 3
_PROMPT, _TRIED = stem("prompt"), stems_of("tried try wrote written built run exists yet")
"""Of a prompt that there is none these say that nothing fails yet."""
_LIMITING = stems_of("must should within max under below limit")
"""With these a statement says how long an answer may take, and not how long it takes."""


def with_further(typed: Line, stems: Sequence[str], saves: Mapping[str, Value]) -> Mapping[str, Value]:
    """What is written down, with the failures of the statements that nothing was taken from."""
    saves = _with_included(typed, saves)
    told = saves.get(_FAILURE)
    if not isinstance(told, tuple) or told == (ALONE[_FAILURE],):
        return saves
    more = {_meant(stems[said.start : said.stop]) for said in unread(typed, stems, {f: [v] for f, v in saves.items()})}
    more |= (
        {_unable(stems[said.start : said.stop]) for said in _denied(typed, stems)}
        if typed.open_fact == _FAILURE
        else set()
    )
    return {**saves, _FAILURE: tuple(value for value in VALUES[_FAILURE] if value in {*told, *more})}


def with_limit(typed: Line, stems: Sequence[str], saves: Mapping[str, Value], ear: Ear) -> Mapping[str, Value]:
    """What is written down, with the limit of time in a statement beside failures: "too slow, must be under 2 s"."""
    if typed.open_fact != _FAILURE or _FAILURE not in saves or "latency" in saves:
        return saves
    for said in statements(stems)[1:]:
        words, pieces = stems[said.start : said.stop], typed.pieces[said.start : said.stop]
        is_limit = bool(_LIMITING & {*words}) or ("to", "be") in pairwise(words)
        if is_limit and TAKING.isdisjoint(words) and share_of("latency", words) >= _CLEARLY:
            heard = ear(replace(typed, pieces=pieces, text=" ".join(pieces), open_fact="latency"), words)
            told = {fact: value for fact, value in heard.saves.items() if fact == "latency"}
            return {**told, **(_without_limit(typed, said, saves) if told else saves)}
    return saves


def _without_limit(typed: Line, said: range, saves: Mapping[str, Value]) -> Mapping[str, Value]:
    """The same without "too slow" where only the limit told of it."""
    marks = evidence(typed.pieces, {_FAILURE}, _FAILURE).get(_FAILURE, Evidence(_FAILURE)).marks
    is_slow = any("too_slow" in mark.values and mark.start not in said for mark in marks)
    left = tuple(value for value in each_in(saves[_FAILURE]) if value != "too_slow" or is_slow)
    return {**saves, _FAILURE: tuple(value for value in VALUES[_FAILURE] if value in left) or saves[_FAILURE]}


def with_no_prompt(typed: Line, stems: Sequence[str], saves: Mapping[str, Value]) -> Mapping[str, Value]:
    """What is written down, with a statement that nothing was tried yet: "no tests, and no prompt was ever written"."""
    if _FAILURE in {typed.open_fact, *typed.said, *saves} or not saves or _PROMPT not in stems:
        return saves
    told = ({*stems[said.start : said.stop]} for said in statements(stems)[1:])
    is_told = any(_PROMPT in words and NEGATIONS & words and _TRIED & words for words in told)
    return {**saves, _FAILURE: (ALONE[_FAILURE],)} if is_told else saves


def _with_included(typed: Line, saves: Mapping[str, Value]) -> Mapping[str, Value]:
    """The same with the value that includes one that is told, where a phrase says it plainly in another thought."""
    fact = "evals"
    more, less = INCLUDES[fact]
    if saves.get(fact) != less:
        return saves
    marks = evidence(typed.pieces, {fact}, typed.open_fact).get(fact, Evidence(fact)).marks
    is_more = any(m.values == (more,) and m.grade == OWN and m.size > 1 and not m.is_denied for m in marks)
    return {**saves, fact: more} if is_more else saves


def _denied(typed: Line, stems: Sequence[str]) -> Iterator[range]:
    """The statements that name failures only where something else seems denied of them: "it can't chain two rules"."""
    marks = evidence(typed.pieces, {_FAILURE}, _FAILURE).get(_FAILURE, Evidence(_FAILURE)).marks
    under = denied(stems)  # "the json is valid" denies a fault otherwise
    for said in statements(stems):
        inside = [mark for mark in marks if mark.start < said.stop and said.start < mark.end and mark.grade >= HERE]
        if inside and all(mark.is_denied and mark.start in under for mark in inside):
            yield said


def _unable(words: Sequence[str]) -> str:
    """The failure of a statement that denies none, or what it cannot do; "" where it says that something is fine."""
    at = next((at for at, word in enumerate(words) if word in NEGATIONS), len(words))
    is_unable = at == len(words) or (words[at] == "not" and words[at - 1 : at] == ("can",))
    likeliest = leanings(_FAILURE, words)
    is_sure = is_unable and bool(likeliest) and likeliest[0].share >= _CLEARLY
    return likeliest[0].name if is_sure and share_of(_FAILURE, words) >= _HALF else ""


def _meant(words: Sequence[str]) -> str:
    """The failure that a statement tells; "" where it tells of something else, or might mean several."""
    about, likeliest = subjects(words), leanings(_FAILURE, words)
    if size_of(words) < _LEAST or not (about and likeliest):
        return ""
    is_told = about[0].name == _FAILURE and about[0].share >= _ABOUT
    is_told = is_told and likeliest[0].share >= (_SURELY if likeliest[0].name in _BY_THE_WAY else _MEANT)
    is_likely = _FAILURE in {each.name for each in about[:2]} and share_of(_FAILURE, words) >= _A_LITTLE
    is_told = is_told or (is_likely and likeliest[0].share >= _CLEARLY and likeliest[0].name not in _BY_THE_WAY)
    return likeliest[0].name if is_told and likeliest[0].name != ALONE[_FAILURE] else ""
