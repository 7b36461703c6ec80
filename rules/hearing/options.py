"""An option by its place: "2", "option b", "the first one", "the former"."""

import re
from collections.abc import Sequence

from rules.facts import ALONE, VALUES
from rules.hearing.patterns import COURTESIES, LIGHT
from rules.hearing.pieces import BREAKS
from rules.hearing.values import Choice, Heard, Line

_COUNTED = frozenset({"volume", "examples", "per_class", "latency", "model_size", "corpus"})
"""Where a bare number may be the answer itself."""
_ORDINALS = {
    "first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "6": 5, "7": 6,
    "one": 0, "two": 1, "three": 2, "four": 3, "former": 0, "latter": -1, "last": -1, "top": 0, "bottom": -1,
}  # fmt: skip
_LETTERS = {letter: number for number, letter in enumerate("abcdefg")}
_AROUND = "option number no answer one choic the choos pick take go with for i we would say is st nd rd th"
_WORDS = frozenset(_AROUND.split())


def chosen(typed: Line, stems: Sequence[str]) -> Heard | None:
    """The option that the whole line points at by its place, if it does only that."""
    if typed.open_fact is None:
        return None
    words = [word for word in stems if word not in BREAKS and word not in COURTESIES]
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
