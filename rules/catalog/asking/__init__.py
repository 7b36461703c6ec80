"""The tables by which questions are heard: phrases of intents, names of architectures and facts, ways of writing.

The notation is that of `rules.catalog.phrases`: alternatives with "/", a gap of up to three words "..", of up to seven
"...", "<" and ">" for the beginning and the end, "$GROUP" for words of one meaning.
"""

from functools import lru_cache
from importlib.resources import files
from tomllib import loads

from rules.catalog.asking.architectures import ARCHITECTURE_NAMES
from rules.catalog.asking.courtesies import COURTESIES, OUTSIDE
from rules.catalog.asking.facts import FACT_NAMES
from rules.catalog.asking.groups import GROUPS
from rules.catalog.asking.intents import INTENTS
from rules.catalog.asking.rows import Asking, Called
from rules.catalog.asking.suppositions import ASKS_THEN, CHANGED, INVERTED, LEANS, SUPPOSES, WAS
from rules.catalog.asking.writing import CHAT, CONTRACTIONS

@lru_cache(maxsize=1)
def supposed_values() -> tuple[tuple[str, str, str], ...]:
    """(fact, value, phrase) of everything that people suppose or state about a question's own matter."""
    table = loads((files(__name__) / "supposed.toml").read_text("utf-8"))
    return tuple(
        (fact, value, line.strip())
        for fact, values in table.items()
        for value, phrases in values.items()
        for line in phrases.split("|")
    )


@lru_cache(maxsize=1)
def examples() -> tuple[tuple[str, str], ...]:
    """(intent, question) of the examples that unheard questions are compared with."""
    table = loads((files(__name__) / "examples.toml").read_text("utf-8"))
    return tuple((intent, line) for intent, lines in table.items() for line in lines)


__all__ = [
    "ARCHITECTURE_NAMES",
    "ASKS_THEN",
    "CHANGED",
    "CHAT",
    "CONTRACTIONS",
    "COURTESIES",
    "FACT_NAMES",
    "GROUPS",
    "INTENTS",
    "INVERTED",
    "LEANS",
    "OUTSIDE",
    "SUPPOSES",
    "WAS",
    "Asking",
    "Called",
    "examples",
    "supposed_values",
]
