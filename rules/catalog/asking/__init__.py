"""The tables by which questions are heard: phrases of intents, names of architectures and facts, ways of writing.

They stand in TOML files beside this one, for people to read and argue with. The notation is that of
`rules.catalog.phrases`: alternatives with "/", a gap of up to three words "..", of up to seven "...", "<" and ">" for
the beginning and the end, "?" for a word that may be missing, "$GROUP" for words of one meaning (groups.toml).
"""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from rules.catalog.asking.rows import AboutBot, Asking, Called, Example

__all__ = [
    "INVERTED",
    "AboutBot",
    "Asking",
    "Called",
    "Example",
    "architecture_names",
    "belonging",
    "chat",
    "demand_names",
    "examples",
    "fact_names",
    "groups",
    "intents",
    "itself",
    "moods",
    "opposites",
    "phrases_in",
    "small",
    "supposed_values",
    "when_open",
    "words",
]

INVERTED = frozenset({"were", "had", "should"})
"""Words that suppose at the very beginning: "were we to", "should access be"."""

_EXAMPLES = {
    "examples_reasons": "",
    "examples_people": "",
    "examples_words": "",
    "examples_outside": "",
    "examples_supposed": "what_if",
    "examples_changed": "change_answer",
}
"""The files of examples; what those mean that stand by question and value."""


def phrases_in(text: str) -> tuple[str, ...]:
    """The phrases of a row, which stand one a line or between bars."""
    return tuple(line.strip() for line in text.replace("|", "\n").splitlines() if line.strip())


@lru_cache(maxsize=16)
def _read(name: str) -> dict[str, Any]:
    return loads((files(__name__) / f"{name}.toml").read_text("utf-8"))


def intents() -> tuple[Asking, ...]:
    """What people ask about a decision."""
    return tuple(Asking(intent, **row) for intent, row in _read("intents").items())


@lru_cache(maxsize=1)
def itself() -> dict[str, AboutBot]:
    """What people ask of the bot itself, by topic; the order decides where two would hear the same words."""
    return {topic: _about_bot(topic, **row) for topic, row in _read("itself").items()}


def _about_bot(topic: str, asked: str, says: str, with_model: str = "", unless: str = "") -> AboutBot:
    told, otherwise = (tuple(text.strip().splitlines()) for text in (says, with_model or says))
    return AboutBot(topic, asked, told, otherwise, frozenset(unless.split()))


def when_open() -> dict[str, Asking]:
    """What people ask back while a question stands open, by intent."""
    return {intent: Asking(intent, **row) for intent, row in _read("interview").items()}


def architecture_names() -> tuple[Called, ...]:
    """How each architecture is called."""
    return tuple(Called(name, phrases) for name, phrases in _read("names")["architectures"].items())


def belonging() -> dict[str, str]:
    """Word of the glossary -> the architecture that it belongs to, of those that belong to one."""
    rows = _read("names")["belongs"].items()
    return {term: name for name, terms in rows for term in phrases_in(terms)}


def fact_names() -> tuple[Called, ...]:
    """How each question of the interview is called."""
    return tuple(Called(name, phrases) for name, phrases in _read("names")["facts"].items())


def demand_names() -> tuple[Called, ...]:
    """How what is demanded of an architecture is called."""
    return tuple(Called(name, phrases) for name, phrases in _read("names")["demands"].items())


def moods() -> dict[str, str]:
    """Phrases that tell what a sentence does: supposes, leans, then, changed, was, courtesy, outside."""
    return dict(_read("moods"))


@lru_cache(maxsize=1)
def groups() -> dict[str, str]:
    """Words of one meaning, by the name with which phrases call them."""
    return {name: "".join(words.split()) for name, words in _read("groups").items()}


@lru_cache(maxsize=1)
def chat() -> dict[str, tuple[str, ...]]:
    """What is typed in chats, and the words that it is."""
    return {typed: tuple(meant.split()) for typed, meant in _read("writing").items()}


@lru_cache(maxsize=1)
def supposed_values() -> tuple[tuple[str, str, str], ...]:
    """(fact, value, phrase) of everything that people suppose or state about a question's own matter."""
    return tuple(
        (fact, value, line)
        for fact, values in _read("supposed").items()
        for value, phrases in values.items()
        for line in phrases_in(phrases)
    )


def examples() -> Iterator[Example]:
    """What people type after the verdict, by what they want: what a message is compared with."""
    for file, intent in _EXAMPLES.items():
        for name, table in loads((files(__name__) / f"{file}.toml").read_text("utf-8")).items():
            for value, lines in table.items():
                is_told = value == "lines"
                for line in lines.strip().splitlines():
                    yield Example(name, line) if is_told else Example(intent, line, name, value)


def opposites(kind: str) -> dict[str, dict[str, str]]:
    """Fact -> value -> what stands instead of it where it is "denied" or "dropped"."""
    return dict(_read("opposites")[kind])


def small(name: str) -> frozenset[str]:
    """The words of one set (small.toml), as stems."""
    return frozenset(_read("small")[name].split())


def words() -> Iterator[str]:
    """Every text of the tables in which the words stand that people may have meant, those of questions first."""
    for row in intents():
        yield f"{row.sure} {row.likely}"
    yield itself()["language"].asked  # the names of languages are no slips
    yield from (phrases for mood, phrases in moods().items() if mood != "sums_up")
    yield from groups().values()
    yield from (" ".join(meant) for meant in chat().values())
    for called in (*architecture_names(), *fact_names()):
        yield called.phrases
