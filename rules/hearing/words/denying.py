"""Which pieces of a line are denied: those behind a "not", and those of which is said that they are ruled out."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rules.hearing.words.patterns import NEGATIONS
from rules.hearing.words.phrases import phrases
from rules.hearing.words.pieces import BREAKS, stem, stems_of

_REACH = 4
_BEFORE_THAN = 6
_SUBJECT_WORDS = "you we it they i he she the there this that just only"
SUBJECTS = stems_of(_SUBJECT_WORDS)
"""After these a "no" is an answer, and denies nothing that follows."""
_HARDLY = frozenset({"hardly", "barely", "rarely", "scarcely", "seldom"})
_COUNTING = frozenset({"a", "the", "last", "next", "first", "past", "quit", "everi", "onli"})
"""Before "few" these count; "few are up to date" denies."""
_BOUNDING = {("more", "than"), ("longer", "than"), ("over",), ("later", "than")}
_OFTEN = frozenset({"often", "frequent", "regular"})
_ANYTHING = frozenset({"anyth", "everyth", "all", "anywher", "everywher", "ani"})
"""Before a "but" or "except" these say that all is meant save what follows."""
_NO_DENIAL = frozenset({"idea", "clue", "doubt", "question", "worri"})
_ONLY = ("onli", "just", "mere", "sole", "simpli")
_NOT_ALL = frozenset((turn, word) for turn in ("not", "than") for word in _ONLY)
_STOPS = frozenset((mark,) for mark in BREAKS)
_TURNS = stems_of("but however though although instead because")
_ENDS_NEGATION = BREAKS | _TURNS | {"just", "onli", "except", "unless", "apart"}
_TELLING = frozenset({"is", "are", "was", "were", "can", "will", "has", "have"})
"""With one of these before it an "and" begins a statement of its own: "search is fine and training is banned"."""
_UNSAID_WORDS = "except besides other others leaving across if whether unless"
_UNSAID = NEGATIONS | {stem(word) for word in _UNSAID_WORDS.split()}
"""What is ruled out with one of these is not what the words beside it name: "everything except our cloud"."""
_PAST, _OURS = frozenset({"outsid", "beyond"}), frozenset({"our", "the", "of", "my", "this", "its", "their", "your"})
"""Nor is it with one of the first before one of the second: "anything outside our network"; "an outside API" is it."""
_WHEN = stems_of("yet either now today currently anymore anyway still here really at all")
"""What may stand behind the last word of a statement: "gpus we have none either"."""
_RELATIVE = frozenset({"what", "which", "who", "where", "when", "if", "whether", "noth"})
_POINTING = frozenset(
    {"is", "are", "that", "this", "it", "these", "those", "they", "simpli", "strict", "absolut", "complet", "total"}
)


def denied(stems: Sequence[str]) -> frozenset[int]:
    """The pieces under a negation: after "not", "no", "without" up to the next break; both sides of "nor".

    So are those that are "forbidden", "off limits", "not an option", and what somebody "prohibits".
    """
    under: set[int] = set()
    for at, word in enumerate(stems):
        is_last = stems[at + 1 : at + 2] in {(), *_STOPS} or (
            stems[at + 1 : at + 2] == ("yet",) and stems[at + 2 : at + 3] in {(), *_STOPS}
        )
        if word in {"no", "not", "neither"} and at and is_last:
            if stems[at - 1] == "or":
                continue
            last = at - 1 - (stems[at - 1] == ":" or _is_tallied(stems, at))  # "retrieval: no", "an index, no"
            under |= _reached(stems, range(last, max(-1, last - _REACH), -1))
        elif _denies(stems, at):
            reach = _REACH + 2 * (tuple(stems[at : at + 2]) == ("none", "of"))  # "none of it is in files"
            under |= _reached(stems, range(at + 1, min(at + 1 + reach, len(stems))))
        if word in {"instead", "rather"} and stems[at + 1 : at + 2] in {("of",), ("than",)}:
            under |= _reached(stems, range(at + 2, min(at + 2 + _REACH, len(stems))))
        if word == "nor":
            under |= _reached(stems, range(at - 1, max(-1, at - 1 - _REACH), -1))
    return frozenset(under.union(_ruled_out(stems)))


def _is_tallied(stems: Sequence[str], at: int) -> bool:
    """Whether a "no" behind a comma says so of what stands before it, as another thing of the line gets its own word.

    "a registry yes. an index, no".
    """
    ends = [n for n in range(len(stems)) if n != at and stems[n + 1 : n + 2] in {(), *_STOPS}]
    return stems[at - 1] == "," and any(stems[n] in {"yes", "no"} and n > 0 for n in ends)


def not_all(stems: Sequence[str]) -> range:
    """The pieces of what is said not to be all: "not only helpful, but required", "more than just rework"."""
    start = next((at + 2 for at, turn in enumerate(pairwise(stems)) if turn in _NOT_ALL), len(stems))
    return range(start, next((at for at in range(start + 1, len(stems)) if stems[at] in BREAKS | {"but"}), len(stems)))


def _denies(stems: Sequence[str], at: int) -> bool:
    """Whether a word denies what follows: "not", "hardly", "few", and "than" behind "more about how it talks"."""
    word = stems[at]
    if word == "few":
        return not _COUNTING & {*stems[max(0, at - 1) : at]}
    if word == "than":
        return stems[at - 1] not in _OFTEN and "more" in stems[max(0, at - _BEFORE_THAN) : max(0, at - 1)]
    if word in {"but", "except"}:
        return bool(at) and stems[at - 1] in _ANYTHING
    if word == "less":
        return "more" in stems[at + 2 :] and stems[at + 1] not in {"than", "or"}
    if tuple(stems[at + 1 : at + 3]) in _BOUNDING and stems[at + 3 : at + 4] == ("a",):  # "not more than a second"
        return False
    is_answer = word == "no" and bool(set(stems[at + 1 : at + 2]) & (SUBJECTS | _NO_DENIAL))
    return word in _HARDLY or (word in NEGATIONS and not is_answer)


def _reached(stems: Sequence[str], places: range) -> set[int]:
    reached: set[int] = set()
    for place in places:
        if stems[place] in _ENDS_NEGATION:
            break
        reached.add(place)
    return reached


def _ruled_out(stems: Sequence[str]) -> Iterator[int]:
    """The pieces of what is said to be impossible or not allowed, before such words or behind them."""
    reached = [_subject(stems, start) for start, _ in phrases("ruled_out").places(stems)]
    reached += [_object(stems, end) for _, end in phrases("ruling_out").places(stems)]
    reached += [range(_beginning(stems, start), start + 1) for start, _ in phrases("powerless").places(stems)]
    reached += [_subject(stems, start) for start, end in phrases("not_had").places(stems) if _is_its_end(stems, end)]
    for said in reached:
        words = stems[said.start : said.stop]
        is_past = any(one in _PAST and after in _OURS for one, after in pairwise(words))
        if not (is_past or _UNSAID & {*words}):
            yield from said


def _is_its_end(stems: Sequence[str], end: int) -> bool:
    """Whether a statement ends here, but for words that only say when: "a search team we do not have yet"."""
    rest = next((at for at in range(end, len(stems)) if stems[at] not in _WHEN), len(stems))
    return rest == len(stems) or stems[rest] in _ENDS_NEGATION


def _object(stems: Sequence[str], start: int) -> range:
    """What somebody forbids: the words up to where the statement ends."""
    return range(start, next((at for at in range(start, len(stems)) if stems[at] in _ENDS_NEGATION), len(stems)))


def _subject(stems: Sequence[str], end: int) -> range:
    """What a predicate is said of: the words of its statement before it; those before the mark if it only points."""
    if stems[max(0, end - 1) : end] and stems[end - 1] in _RELATIVE:
        return range(end, end)  # "look for what is missing"
    start = _beginning(stems, end)
    if start > 1 and set(stems[start:end]) <= _POINTING and stems[start - 1] in BREAKS:
        return range(_beginning(stems, start - 1), start - 1)  # "the cloud: forbidden"
    return range(start, end)


def _beginning(stems: Sequence[str], end: int) -> int:
    start = end
    while start and stems[start - 1] not in BREAKS | _TURNS:
        if stems[start - 1] == "and" and _TELLING & {*stems[_last_break(stems, start) : start - 1]}:
            break
        start -= 1
    return start


def _last_break(stems: Sequence[str], end: int) -> int:
    """Where the last mark before this piece stands; 0 where there is none."""
    return next((at for at in range(end - 1, 0, -1) if stems[at] in BREAKS), 0)
