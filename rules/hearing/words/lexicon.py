"""The phrases of every option as one index, and every place of a line where one of them stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rules.catalog import phrases as catalog
from rules.catalog.questions import QUESTIONS
from rules.facts import ALONE, FACTS
from rules.hearing.words.denying import SUBJECTS, denied
from rules.hearing.words.index import Index
from rules.hearing.words.patterns import NEGATIONS, Pattern, alternatives, compiled
from rules.hearing.words.pieces import BREAKS, pieces, stem, stems_of

GRADES = ("bare", "hint", "here", "own")
"""How surely a phrase means its value, least first."""
_SORTS = {("that",), ("this",), ("some",), ("ani",)}
_BEFORE = {("no",), ("neither",)}
"""Behind these "search and no training" is one of two things that a team lacks."""
_MODALS = frozenset({"must", "should", "shall", "may", "can", "need"})
"""A "not" right behind one of these denies it: "must not be shown"."""
_METHODS, _NEAR = stems_of("fine tune tuning training rag search retrieval elasticsearch opensearch vector lora"), 3
_ABROAD = stems_of("us usa american chinese china foreign overseas russian indian")
_DESKS = stems_of("zendesk intercom freshdesk servicenow hubspot salesforce helpscout")
_PROGRAMS = stems_of("software portal app apps interface till middleware")
_ARTICLES, _WITHIN = stems_of("article faq guide macro page doc document manual handbook"), 6
_RHYTHM = {("everi",), ("each",)}
_OTHERWISE = stems_of("differently otherwise else")
_HOURS, _WHENEVER = frozenset({"am", "pm"}), {("when",), ("whenev",)}
_ALSO = stems_of("else has have had really much is was")
"""What may stand between "nothing" and "changed"; without any of these "nothing changes" says how little it costs."""
_AFTER_A_CALL = SUBJECTS | BREAKS | {"no", "actual", "sorri", "not"}


Meaning = tuple[str, str, int]
"""The fact and the value that a phrase says, and its grade."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found at the pieces [start, end)."""

    fact: str
    value: str
    grade: int
    start: int
    end: int
    is_denied: bool
    size: int
    """How many words of the phrase stand there."""


@lru_cache(maxsize=1)
def topics() -> dict[str, frozenset[str]]:
    """The words that name each question's own matter."""
    known = catalog.topics()
    return {fact: alternatives(known[fact], catalog.groups()) if fact in known else frozenset() for fact in FACTS}


@lru_cache(maxsize=1)
def lexicon() -> Index[Meaning]:
    """The phrases of every option."""
    return Index(_phrases())


def _phrases() -> Iterator[tuple[Meaning, Pattern]]:
    for row in catalog.answers():
        for grade, name in enumerate(GRADES):
            for line in getattr(row, name).replace("|", "\n").splitlines():
                yield (row.fact, row.value, grade), compiled(line, catalog.groups())
    for question in QUESTIONS:
        for option in question.options:
            for text in (option.value.replace("_", " "), option.label, option.said, *option.synonyms):
                said = " ".join(piece for piece in pieces(text) if piece not in BREAKS)
                yield (question.fact, option.value, 2), compiled(f"< {said} >", {})


def hits(found: Sequence[str], fact: str | None = None) -> list[Hit]:
    """Every phrase in the pieces, of one fact or of all; within a fact a longer one hides those that it covers."""
    return [*_hits(tuple(found), fact)]


@lru_cache(maxsize=128)
def _hits(found: tuple[str, ...], fact: str | None) -> tuple[Hit, ...]:
    """The same, kept for as long as one line is heard: its parts are read for several questions in turn."""
    stems = tuple(stem(piece) for piece in found)
    under = denied(stems)
    seen: list[Hit] = []
    for (of, value, grade), start, end, size, is_negative in lexicon().standing(stems, fact):
        is_else = (of, value) == ("source", "systems") and _are_articles(stems, end)
        if is_else or _says_nothing(stems, start) or _says_something_else(of, stems, start, end):
            continue
        is_denied = not is_negative and (
            start in under
            or (end - 1 in under and bool(NEGATIONS & {*stems[start:end]}))
            or (stems[end - 1] in _MODALS and stems[end : end + 1] == ("not",))
        )
        is_denied = is_denied or (of == "ops" and is_negative and stems[max(0, start - 1) : start] in _BEFORE)
        seen.append(Hit(of, value, grade, start, end, is_denied, size))
    seen = [kept for hit in seen if (kept := _of_one_item(hit, seen, stems)) is not None]
    return tuple(hit for hit in seen if not any(_hides(other, hit) for other in seen))


def _of_one_item(hit: Hit, seen: Sequence[Hit], stems: Sequence[str]) -> Hit | None:
    """What a phrase says of a list where it reaches over an "and" behind another thing: "run training and search".

    None where all of it before the "and" is that other thing: "stale facts and wrong labels" says nothing of facts
    that are wrong.
    """
    if hit.fact not in ALONE or "and" not in stems[hit.start + 1 : hit.end - 1]:
        return hit
    at = hit.start + 1 + stems[hit.start + 1 : hit.end - 1].index("and")
    before = [other for other in seen if other.fact == hit.fact and other.end == at and other.value != hit.value]
    if not before:
        return hit
    is_whole = any(other.start <= hit.start for other in before)
    return None if is_whole else replace(hit, start=at + 1, size=1)


def _says_nothing(stems: Sequence[str], at: int) -> bool:
    """Whether no phrase begins here: "that sort of thing" sorts nothing, "wait, it is two million now" waits not."""
    if stems[at] == "sort":
        return stems[at + 1 : at + 2] == ("of",) or stems[max(0, at - 1) : at] in _SORTS
    before = tuple(stems[max(0, at - 2) : at])
    if stems[at] == "scope":
        return before == ("out", "of")
    if stems[at] == "like":  # "whenever they feel like it" is when nobody knows
        return stems[at + 1 : at + 2] == ("it",) and (before[-1:] == ("feel",) or before[:1] in _WHENEVER)
    return stems[at] == "wait" and at == 0 and bool(set(stems[1:2]) & _AFTER_A_CALL)


def _are_articles(stems: Sequence[str], end: int) -> bool:
    """Whether a help desk that is named last is where articles are: "our help articles in Zendesk" are documents.

    So is what is written about a program: "in the software manual".
    """
    if stems[end - 1] in _PROGRAMS and _ARTICLES & {*stems[end : end + 2]}:
        return True
    before = stems[max(0, end - _WITHIN) : end - 1]
    start = next((at + 1 for at in range(len(before) - 1, -1, -1) if before[at] in BREAKS), 0)
    return stems[end - 1] in _DESKS and bool(_ARTICLES & {*before[start:]}) and "ticket" not in before[start:]


def _says_something_else(fact: str, stems: Sequence[str], at: int, end: int) -> bool:
    """Whether words are but part of a method's name, or of a count, or tell what was tried: fine-tuning is not fine."""
    is_rhythm = stems[max(0, at - 1) : at] in _RHYTHM  # "every couple of seconds" is no time to wait
    if fact == "latency" and (is_rhythm or tuple(stems[at:end]) == ("at", "onc")):  # "40 users at once" says how many
        return is_rhythm or any(word[0].isdigit() for word in stems[max(0, at - _NEAR) : at])
    if fact == "definition" and _OTHERWISE & {*stems[end : end + 2]}:  # "the manual says it differently"
        return True
    if fact == "hosting" and stems[at] in NEGATIONS and _ABROAD & {*stems[at + 1 : end]}:  # "not US cloud"
        return True
    is_unchanged = _is_as_before(fact, stems, at)
    if end > at + 1 or is_unchanged:
        return is_unchanged
    if stems[at] in _HOURS and at and stems[at - 1][0].isdigit():  # "at 5 pm" names nobody
        return True
    is_name = (stems[at], *stems[end : end + 1]) == ("fine", "tune")
    is_try = fact == "evals" and stems[at] == "tri" and bool(_METHODS & {*stems[end : end + _NEAR]})
    return is_name or is_try


def _is_as_before(fact: str, stems: Sequence[str], at: int) -> bool:
    """Whether a "nothing" is what has changed, and is not there of the question's matter: "nothing else changed"."""
    if stems[at] != "noth" or fact in {"freshness", "steadiness"}:
        return False
    behind = [word for word in stems[at + 1 : at + _WITHIN] if word not in _ALSO][:1]
    is_changed = behind == ["chang"] and (fact != "stakes" or stems[at + 1] in _ALSO)
    return is_changed or behind in (["new"], ["differ"])


def _hides(longer: Hit, shorter: Hit) -> bool:
    if longer.fact != shorter.fact or longer.start > shorter.start or longer.end < shorter.end:
        return False
    return longer.size > shorter.size
