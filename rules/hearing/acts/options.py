"""An option by its place: "2", "option b", "the first one", "the former"."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from rules.catalog.questions import QUESTIONS
from rules.facts import ALONE, VALUES
from rules.hearing.values import Asked, Choice, Heard, Line
from rules.hearing.words.patterns import COURTESIES, LIGHT, NEGATIONS
from rules.hearing.words.pieces import BREAKS, pieces, stem, stems_of

_COUNTED = frozenset({"volume", "examples", "per_class", "latency", "model_size", "corpus"})
"""Where a bare number may be the answer itself."""
_ORDINALS = {
    "first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "seventh": 6,
    "1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "6": 5,
    "7": 6,
    "one": 0, "two": 1, "three": 2, "four": 3, "former": 0, "latter": -1, "last": -1, "top": 0, "bottom": -1,
}  # fmt: skip
_NUMBERS = frozenset("1234567") | {"one", "two", "three", "four"}
_FIRSTS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "last"})
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
"""Behind a number these make it a place: "1st"."""
_NAMING = frozenset({"option", "number", "choic", "former", "latter", "answer"})
_REFUSING = stems_of("way chance yes yeah only can sadly either")
_SEVERAL = 2
_ALL, _NONE = frozenset({"all"}), frozenset({"none"})
_OF_THEM = stems_of("of the them these those that above options")
_BOTH = stems_of("both of them yes actually really honestly we have do")
_IN_TWO = frozenset({"need", "source"})
"""The questions of which "both" is an option."""
_HEDGES = stems_of(
    "well honestly really actually yes yeah hm hmm uh um so oh i would say it is think guess they we need"
)
_TURNING = stems_of("but however though although no not wait except actually rather only mostly mainly or if")
"""With one of these behind it an answer may be taken back, or parted."""
Words = tuple[str, ...]
_LETTERS = {letter: number for number, letter in enumerate("abcdefg")}
_AROUND = """
option number no answer one choice the choose pick take go with for i we would say is st nd rd th think guess sure
definitely probably believe reckon certainly suppose tick select
"""
_WORDS = stems_of(_AROUND)


@lru_cache(maxsize=1)
def _printed() -> dict[Words, dict[str, str | None]]:
    """What stands on buttons and beside them: the questions that it belongs to with its value, None for examples."""
    labels: dict[Words, dict[str, str | None]] = {}
    for question in QUESTIONS:
        labels.setdefault(_bare(question.example), {}).setdefault(question.fact, None)
        for option in question.options:
            labels.setdefault(_bare(option.label), {})[question.fact] = option.value
    return labels


@cache
def _own(fact: str) -> dict[Words, str | None]:
    """All the words of one question's options: those that stand on one with its value, None for other words."""
    question = next(question for question in QUESTIONS if question.fact == fact)
    own: dict[Words, str | None] = {_bare(question.example): None}
    for option in question.options:
        for text in option.synonyms:
            own.setdefault(_bare(text), None)
        for text in (option.value.replace("_", " "), option.label, option.said):
            own[_bare(text)] = option.value
    return own


def _bare(text: str) -> Words:
    return tuple(stem(piece) for piece in pieces(text) if piece not in BREAKS)


def borrowed(typed: Line, stems: Sequence[str]) -> dict[str, str | None]:
    """The other questions of which the line is an option's label or the example, word for word, with the value."""
    words = tuple(word for word in stems if word not in BREAKS)
    if typed.open_fact is None or words in _own(typed.open_fact):
        return {}
    return _printed().get(words, {})


def exact(typed: Line, stems: Sequence[str]) -> Heard | None:
    """The option of the open question that the line is, word for word."""
    if typed.open_fact is None or "?" in stems:
        return None
    value = _own(typed.open_fact).get(tuple(word for word in stems if word not in BREAKS))
    if value is None:
        return None
    return Heard(saves={typed.open_fact: (value,) if typed.open_fact in ALONE else value})


_LIKENING = frozenset({"like", "as", "same"})
"""With these something else is pointed at, that an answer is like."""


def chosen(typed: Line, stems: Sequence[str]) -> Heard | None:
    """The option that the whole line points at by its place, if it does only that."""
    fact = typed.open_fact
    words = [word for word in stems if word not in BREAKS and word not in COURTESIES]
    if fact is None or not words:
        return None
    if fact in ALONE and (several := _several(fact, words)):
        return Heard(saves={fact: several})
    if fact not in ALONE and "none" in words[:1] and {*words[1:]} <= _OF_THEM and len(words) > 1:
        return Heard(questions=(Asked("help"),)) if typed.mention else Heard(silent=True)
    at = _place(words, len(VALUES[fact]))
    is_likened = stems[0] in _LIKENING and not BREAKS.isdisjoint(stems[:-1])  # "like the last one, 2 seconds"
    if at is None or is_likened or (len(words) == 1 and words[0] in _NUMBERS and fact in _COUNTED):
        return None
    choice = Choice(fact, (VALUES[fact][at],) if fact in ALONE else VALUES[fact][at])
    if len(words) == 1 and words[0] in _LETTERS:
        return Heard(offers=(choice,)) if typed.mention else None
    return Heard(saves={fact: choice.value})


def is_both(typed: Line, stems: Sequence[str]) -> bool:
    """Whether a line begins with both of the two, and gives a reason: "honestly both. they also want the price"."""
    words, rest = _up_to_both(stems)
    is_plain = _HEDGES.issuperset(words) and "?" not in stems
    return typed.open_fact in _IN_TWO and is_plain and bool(rest[1:]) and not _TURNING & {*rest}


def both_of_which(typed: Line, stems: Sequence[str]) -> Heard | None:
    """What is asked where "Ben is right, both" may as well be said of a question before the open one."""
    words, rest = _up_to_both(stems)
    if typed.open_fact not in _IN_TWO or not typed.mention or rest or not {"is", "right"} <= {*words}:
        return None
    asked = [fact for fact in sorted(_IN_TWO) if fact == typed.open_fact or typed.said.get(fact) not in {None, "both"}]
    return Heard(offers=tuple(Choice(fact, "both") for fact in asked)) if len(asked) > 1 else None


def _up_to_both(stems: Sequence[str]) -> tuple[list[str], Sequence[str]]:
    """The other words of the thought that ends with "both", and what stands behind it; all of it where none does."""
    at = next((n for n, word in enumerate(stems) if word == "both"), len(stems))
    end = next((n for n in range(at, len(stems)) if stems[n] in BREAKS), len(stems))
    is_there = at < len(stems)
    words = [word for word in stems[:end] if word not in BREAKS and word != "both"]
    return (words, stems[end:]) if is_there else ([*stems, ""], ())


def _several(fact: str, words: Sequence[str]) -> tuple[str, ...]:
    """The values of a list that the words point at, and nothing else: "1 and 3", "both", "none of the above"."""
    rest = tuple(value for value in VALUES[fact] if value != ALONE[fact])
    if set(words) <= _ALL | _NONE | _OF_THEM and not {*words} <= _OF_THEM:
        return rest if _ALL & {*words} else (ALONE[fact],)
    if fact == "ops" and "both" in words and set(words) <= _BOTH:
        return rest
    if (kept := _but_for(words)) is not None:
        return tuple(value for at, value in enumerate(VALUES[fact]) if at in kept and value != ALONE[fact])
    places = {_ORDINALS[word] for word in words if word in _ORDINALS}
    if len(places) < _SEVERAL or not set(words) <= _ORDINALS.keys() | _WORDS | {"and", "plus"}:
        return ()
    named = tuple(value for at, value in enumerate(VALUES[fact]) if at in places and value != ALONE[fact])
    return named if len(named) == len(places) else ()


def _but_for(words: Sequence[str]) -> set[int] | None:
    """The places that are left where another one is denied: "the first one, the second no way", "not the second"."""
    words = [word for word in words if word != "the"]
    at = [n for n, word in enumerate(words) if word in _FIRSTS | {"former", "latter"}]
    if len(at) < _SEVERAL or not {*words} <= _WORDS | LIGHT | NEGATIONS | _ORDINALS.keys() | _REFUSING:
        return None
    ends = [*(n - (words[n - 1] == "not") for n in at[1:]), len(words)]
    denied = {
        n for n, end in zip(at, ends, strict=True) if NEGATIONS & {*words[n:end]} or words[max(0, n - 1)] == "not"
    }
    kept = {_ORDINALS[words[n]] for n in at if n not in denied}
    return kept if kept and denied else None


def _place(words: Sequence[str], size: int) -> int | None:
    """The place that the words point at, and nothing else: "option 2", "the former"."""
    pointing = [word for word in words if word in _ORDINALS or (word in _LETTERS and word != "a")]
    is_nobody = ("no", "one") in pairwise(words)
    if not pointing or is_nobody or "both" in words or set(words) - _WORDS - LIGHT - set(_ORDINALS) - set(_LETTERS):
        return None
    at = words.index(pointing[0])
    is_place = pointing[0] in _FIRSTS and words[max(0, at - 1)] in {"the", pointing[0]}
    is_place = is_place or bool(_ENDINGS & {*words[at + 1 : at + 2]})
    if not (len(words) == 1 or is_place or _NAMING & set(words) or "one" in words[1:]):
        return None
    word = pointing[1] if pointing[0] == "one" and len(pointing) > 1 else pointing[0]
    at = _ORDINALS.get(word, _LETTERS.get(word, 0))
    return None if at >= size or (word == "latter" and size > 2) else at
