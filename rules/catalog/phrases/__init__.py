"""The words by which people say each answer, each control and each name: rows that a product person can read.

They stand in TOML files beside this one. A table `[freshness.weekly]` belongs to one option of one question; its
phrases stand one a line or between bars, written without articles:

    every/each week       one of the words joined by "/", compared without their endings
    change? weekly        a word that may be missing
    not .. week           up to three words between ("..." up to seven), never across a break
    # hour                any number
    < yes >               only where the line begins (<) or ends (>) there, courtesies aside
    $CHANGE               a group of words of one meaning (words.toml)

`own` phrases name the question's own matter and mean it wherever they are typed; `here` phrases are an answer only
where that question stands open, or beside one of its topic words; `hint` phrases lean that way and are only offered;
`bare` ones ("yes") count only where nothing else was said.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from tomllib import loads
from typing import Any

_ANSWERS = ("knowledge", "trust", "data", "failure", "proof", "operations")
_TOLD = ("told_knowledge", "told_trust", "told_proof", "told_operations")


@dataclass(frozen=True, slots=True)
class Said:
    """How people say one value of one fact; each field holds phrases, one a line or between bars."""

    fact: str
    value: str
    own: str = ""
    here: str = ""
    hint: str = ""
    bare: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One whole answer as somebody may type it, with the option that it means."""

    fact: str
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Acts:
    """The phrases of what people do: steer, name a question, correct, not know, thank, talk to each other."""

    steering: dict[str, str]
    names: dict[str, str]
    acts: dict[str, str]


def _read(name: str) -> dict[str, Any]:
    return loads((files(__name__) / f"{name}.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def answers() -> tuple[Said, ...]:
    """Every option's phrases."""
    tables = [_read(name) for name in _ANSWERS]
    return tuple(
        Said(fact, value, **phrases)
        for table in tables
        for fact, values in table.items()
        for value, phrases in values.items()
    )


@lru_cache(maxsize=1)
def told() -> tuple[Told, ...]:
    """Whole answers, one a line: what a line that no phrase hears is compared with."""
    return tuple(
        Told(fact, value, text)
        for name in _TOLD
        for fact, values in _read(name).items()
        for value, lines in values.items()
        for text in lines.strip().splitlines()
    )


@dataclass(frozen=True, slots=True)
class Unclear:
    """One whole answer that fits each of these values of its question."""

    fact: str
    values: tuple[str, ...]
    text: str


@lru_cache(maxsize=1)
def unclear() -> tuple[Unclear, ...]:
    """Whole answers that leave open which value they mean."""
    return tuple(
        Unclear(fact, tuple(values.split()), text)
        for fact, open_between in _read("told_unclear").items()
        for values, lines in open_between.items()
        for text in lines.strip().splitlines()
    )


@lru_cache(maxsize=1)
def talk() -> tuple[str, ...]:
    """What people say to each other, one a line."""
    return tuple(_read("told_talk")["talk"]["lines"].strip().splitlines())


@lru_cache(maxsize=1)
def acts() -> Acts:
    """The phrases of the acts."""
    return Acts(**_read("acts"))


@lru_cache(maxsize=1)
def groups() -> dict[str, str]:
    """Words of one meaning, by the name with which phrases call them."""
    return dict(_read("words")["groups"])


@lru_cache(maxsize=1)
def topics() -> dict[str, str]:
    """The words that name each question's own matter."""
    return dict(_read("words")["topics"])


@lru_cache(maxsize=1)
def languages() -> dict[str, str]:
    """The little words of other languages, by the language's name."""
    return dict(_read("languages"))
