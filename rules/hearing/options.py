"""An option by its place: "2", "option b", "the first one", "the former"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rules.catalog.questions import QUESTIONS
from rules.facts import ALONE, VALUES
from rules.hearing.patterns import COURTESIES, LIGHT
from rules.hearing.pieces import BREAKS, pieces, stem
from rules.hearing.values import Choice, Heard, Line

_COUNTED = frozenset({"volume", "examples", "per_class", "latency", "model_size", "corpus"})
"""Where a bare number may be the answer itself."""
_ORDINALS = {
    "first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "6": 5, "7": 6,
    "one": 0, "two": 1, "three": 2, "four": 3, "former": 0, "latter": -1, "last": -1, "top": 0, "bottom": -1,
}  # fmt: skip
Words = tuple[str, ...]
_LETTERS = {letter: number for number, letter in enumerate("abcdefg")}
_AROUND = "option number no answer one choic the choos pick take go with for i we would say is st nd rd th"
_WORDS = frozenset(_AROUND.split())


@lru_cache(maxsize=1)
def _printed() -> dict[Words, dict[str, str | None]]:
    """What stands on the buttons and beside them: the questions that it belongs to with its value, None for examples."""
    labels: dict[Words, dict[str, str | None]] = {}
    for question in QUESTIONS:
        labels.setdefault(_bare(question.example), {}).setdefault(question.fact, None)
        for option in question.options:
            labels.setdefault(_bare(option.label), {})[question.fact] = option.value
    return labels


@lru_cache(maxsize=None)
def _own(fact: str) -> dict[Words, set[str]]:
    """All the words of one question's options, those that stand on it with their values; other words have none."""
    question = next(question for question in QUESTIONS if question.fact == fact)
    own: dict[Words, set[str]] = {_bare(question.example): set()}
    for option in question.options:
        for text in (option.value.replace("_", " "), option.label, option.said):
            own.setdefault(_bare(text), set()).add(option.value)
        for text in option.synonyms:
            own.setdefault(_bare(text), set())
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
    values = _own(typed.open_fact).get(tuple(word for word in stems if word not in BREAKS), set())
    if len(values) != 1:
        return None
    (value,) = values
    return Heard(saves={typed.open_fact: (value,) if typed.open_fact in ALONE else value})


def chosen(typed: Line, stems: Sequence[str]) -> Heard | None:
    """The option that the whole line points at by its place, if it does only that."""
    if typed.open_fact is None:
        return None
    words = [word for word in stems if word not in BREAKS and word not in COURTESIES]
    words = [word for word in words if word not in {"of", "them", "yes"}] if "both" in words else words
    if words == ["both"] and typed.open_fact == "ops":
        return Heard(saves={typed.open_fact: VALUES[typed.open_fact][:2]})
    pointing = [word for word in words if word in _ORDINALS or (word in _LETTERS and word != "a")]
    others = [
        word
        for word in words
        if word not in _WORDS and word not in _ORDINALS and word not in _LETTERS and word not in LIGHT
    ]
    names_option = bool({"option", "number", "choic", "former", "latter", "answer"} & set(words)) or "one" in words[1:]
    if others or not pointing or not (names_option or len(words) == 1 or words[0] in {"first", "second", "third"}):
        return None
    if pointing[0] == "one" and len(pointing) > 1:
        pointing = pointing[1:]
    at = _ORDINALS.get(pointing[0], _LETTERS.get(pointing[0], 0))
    values = VALUES[typed.open_fact]
    if not -1 <= at < len(values) or (at == -1 and pointing[0] == "latter" and len(values) > 2):
        return None
    value = values[at]
    plain = (value,) if typed.open_fact in ALONE else value
    if re.fullmatch(r"\d|one|two|three|four", words[0]) and len(words) == 1 and typed.open_fact in _COUNTED:
        return None
    if len(words) == 1 and words[0] in _LETTERS:
        return Heard(offers=(Choice(typed.open_fact, plain),)) if typed.mention else None
    return Heard(saves={typed.open_fact: plain})
