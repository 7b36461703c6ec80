"""The glossary: the words that people meet in a verdict or ask about, two plain sentences each."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rules.catalog.glossary.models import TOOL_TERMS, TRAINING_TERMS
from rules.catalog.glossary.product import DEMAND_TERMS, SPOKEN_TERMS
from rules.catalog.glossary.quality import ASSESSMENT_TERMS, OPERATIONS_TERMS, QUALITY_TERMS, TRUST_TERMS
from rules.catalog.glossary.retrieval import PROMPT_TERMS, RETRIEVAL_TERMS
from rules.catalog.glossary.sources import GLOSSARY_SOURCES
from rules.catalog.sources import SOURCES
from rules.framework import Source
from rules.glossary import GlossaryEntry

__all__ = ["GLOSSARY", "GLOSSARY_GROUPS", "GLOSSARY_SOURCES", "glossary_source", "word_meant", "words_used"]

GLOSSARY_GROUPS: dict[str, tuple[GlossaryEntry, ...]] = {
    "Retrieval": RETRIEVAL_TERMS,
    "Prompt and context": PROMPT_TERMS,
    "Tools and agents": TOOL_TERMS,
    "Models and training": TRAINING_TERMS,
    "Quality and evaluation": QUALITY_TERMS,
    "Trust and safety": TRUST_TERMS,
    "Operations and cost": OPERATIONS_TERMS,
    "Words of the assessment": ASSESSMENT_TERMS,
    "What a team can ask for": DEMAND_TERMS,
    "Words on buttons and in sentences": SPOKEN_TERMS,
}
"""The entries by what they are about."""

GLOSSARY: dict[str, GlossaryEntry] = {each.term: each for group in GLOSSARY_GROUPS.values() for each in group}
"""Every entry under its term."""


@lru_cache(maxsize=1)
def _words() -> dict[str, GlossaryEntry]:
    return {word: each for each in GLOSSARY.values() for word in (each.term, *each.aliases)}


def word_meant(word: str) -> GlossaryEntry | None:
    """The entry that this word, lower case, is the term or an alias of."""
    return _words().get(word)


@lru_cache(maxsize=1)
def _sources() -> dict[str, Source]:
    return {source.id: source for source in (*SOURCES, *GLOSSARY_SOURCES)}


def glossary_source(source: str) -> Source:
    """The source of this id, of the rulebook's or of the glossary's own. Raises KeyError for an unknown one."""
    return _sources()[source]


def words_used(sentences: Iterable[str]) -> tuple[GlossaryEntry, ...]:
    """The entries whose term or alias stands in these sentences as a whole word, in the order of their appearance."""
    words = (each.group() for sentence in sentences for each in _any_word().finditer(sentence.lower()))
    return tuple({entry.term: entry for word in words if (entry := word_meant(word))}.values())


@lru_cache(maxsize=1)
def _any_word() -> re.Pattern[str]:
    """Any word of the glossary; of two that begin alike the longer one."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(_words(), key=len, reverse=True)))})(?![\w-])")
