"""Typed words -> the values they mean, "not sure", or the nearest options to offer. Never a confident wrong guess.

`understand(question, text)` tries what is surest first: a whole answer, an amount on the fact's scale, phrases inside
the text (with what stands under a "not" taken away), then close misspellings. Where two readings compete it says so.
"""

from collections.abc import Iterable, Sequence

from rules.facts import ALONE, VALUES
from rules.framework import Question
from rules.understand.amounts import READERS
from rules.understand.meaning import NotSure, Unclear, Understanding, Understood, between, in_order, unclear
from rules.understand.numbers import quantities
from rules.understand.phrases import Hit, contained, nearly, whole, worth_offering
from rules.understand.rhythm import freshness
from rules.understand.words import FILLERS, content, tokens

__all__ = ["NotSure", "Unclear", "Understanding", "Understood", "understand"]

_READERS = {**READERS, "freshness": freshness}
_WORDS_FOR_NOT_SURE = (
    "not sure|unsure|do not know|not know|no idea|no clue|unknown|idk|not certain|uncertain|can not say|can not tell|"
    "hard to say|hard to tell|tbd|to be determined|not decided|undecided|nobody knows|no one knows|we will see|"
    "ask later|skip|pass|no opinion|not known|to be decided|n / a"
)
_BOTH = {"need": frozenset({"facts", "behaviour"}), "source": frozenset({"documents", "systems"})}
"""Facts with a value for two others at once, and which two: somebody who names both means it."""
_AND = frozenset({"and", "plus", "+"})
_JOINS = FILLERS | _AND | {",", "also", "both"}
"""What may stand between the two where they are listed side by side."""
_NOT_SURE = tuple(tuple(phrase.split()) for phrase in _WORDS_FOR_NOT_SURE.split("|"))


def understand(question: Question, text: str) -> Understanding:
    """What typed words mean as an answer to this question."""
    found = tokens(text)
    if not any(token[0].isalnum() for token in found):
        return NotSure() if "?" in found else Unclear()
    exact = whole(question, found)
    if exact:
        return between(question.fact, exact)
    if _says_not_sure(found):
        return _in_doubt(question, found)
    meant = _several(question, found) if question.is_list else _one(question, found)
    if isinstance(meant, Unclear) and not meant.nearest:
        return unclear(question.fact, worth_offering(question, found))
    return meant


def _says_not_sure(found: Sequence[str]) -> bool:
    return any(
        tuple(found[at : at + len(phrase)]) == phrase and (len(phrase) > 1 or len(found) <= 4)
        for phrase in _NOT_SURE
        for at in range(len(found))
    )


def _in_doubt(question: Question, found: Sequence[str]) -> Understanding:
    """Offers what was named beside the doubt ("not sure, maybe weekly"); else it is simply not sure."""
    named = {hit.value for hit in contained(question, found, corrects=False) if not hit.is_negated}
    return unclear(question.fact, named) if named else NotSure()


def _one(question: Question, found: Sequence[str]) -> Understanding:
    """The value of a fact that has one."""
    reader = _READERS.get(question.fact)
    allowed = reader(found) if reader else None
    hits = contained(question, found, corrects=False)
    if allowed is not None:
        spans = [range(amount.start, amount.end) for amount in quantities(found)]
        named = {hit.value for hit in hits if not hit.is_negated and not any(hit.start in span for span in spans)}
        return between(question.fact, allowed | named)
    if _are_both(question, hits, found):
        return Understood(("both",))
    meant = _from_hits(question, hits)
    near = nearly(question, found)
    if near is None:
        return meant or _from_hits(question, contained(question, found, corrects=True)) or Unclear()
    return (
        between(question.fact, {near, *meant.values}) if isinstance(meant, Understood) else meant or Understood((near,))
    )


def _are_both(question: Question, hits: Iterable[Hit], found: Sequence[str]) -> bool:
    """Whether the two values that "both" stands for are listed side by side: "our wiki and Jira", never "or"."""
    listed = sorted((hit for hit in hits if hit.value != "both"), key=lambda hit: hit.start)
    wanted = _BOTH.get(question.fact, frozenset())
    if not wanted or frozenset(hit.value for hit in listed) != wanted or any(hit.is_negated for hit in listed):
        return False
    between_them = found[listed[0].end : listed[-1].start]
    inside = {token for hit in listed for token in found[hit.start : hit.end]}
    return bool(_AND & set(between_them)) and set(between_them) <= _JOINS | inside


def _from_hits(question: Question, hits: Iterable[Hit]) -> Understanding | None:
    """One value that is named and not denied; two are unclear; only denied ones leave their neighbours."""
    named = {hit.value for hit in hits if not hit.is_negated}
    denied = {hit.value for hit in hits if hit.is_negated}
    if named - denied:
        return between(question.fact, named - denied)
    if named:
        return unclear(question.fact, named)
    return _besides(question.fact, denied) if denied else None


def _besides(fact: str, denied: set[str]) -> Understanding:
    """What is left when values are denied: understood where one is left, else the nearest two on the scale."""
    left = [value for value in VALUES[fact] if value not in denied]
    if len(left) == 1:
        return Understood((left[0],))
    order = VALUES[fact].index
    nearest = sorted(left, key=lambda value: min(abs(order(value) - order(other)) for other in denied))
    return unclear(fact, nearest[:2])


def _several(question: Question, found: Sequence[str]) -> Understanding:
    """The values of a list fact: every one that is named, part by part, and none that is denied."""
    values: set[str] = set()
    denied: set[str] = set()
    unread = False
    for part in _parts(found):
        exact = whole(question, part)
        hits = [] if exact else contained(question, part, corrects=False) or contained(question, part, corrects=True)
        near = None if exact or hits else nearly(question, part)
        values |= exact | {hit.value for hit in hits if not hit.is_negated} | ({near} if near else set())
        denied |= {hit.value for hit in hits if hit.is_negated}
        unread = unread or not (exact or hits or near or len(content(part)) > 3 or not _says_something(part))
    values -= denied
    if not values and denied:
        return _without(question.fact, denied)
    listed = in_order(question.fact, values)
    is_clash = ALONE[question.fact] in values and len(values) > 1
    if listed and not unread and not is_clash:
        return Understood(listed)
    return unclear(question.fact, listed)


def _without(fact: str, denied: set[str]) -> Understanding:
    """What is left where all else is denied: "neither search nor training" leaves what stands for none of them."""
    left = [value for value in VALUES[fact] if value not in denied]
    return Understood((ALONE[fact],)) if left == [ALONE[fact]] else Unclear(tuple(left) if len(left) <= 2 else ())


def _parts(found: Sequence[str]) -> list[tuple[str, ...]]:
    """The text cut where people list things; "nor" goes on with the negation before it."""
    parts: list[list[str]] = [[]]
    for token in found:
        if token in {",", ";", "and", "also", "plus", "+", "/", "but", "or"}:
            parts.append([])
        else:
            parts[-1].append(token)
    return [tuple(part) for part in parts if part]


def _says_something(part: Sequence[str]) -> bool:
    return any(len(word) > 2 and word not in {"etc", "sometimes", "often", "too", "well"} for word in content(part))
