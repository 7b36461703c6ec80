"""The row type of the glossary: what a word of this field means, for people who meet it in a verdict.

The rows stand in `rules/catalog/glossary/`. They explain and decide nothing, so they are no part of the rulebook's
digest.
"""

import re
from dataclasses import dataclass

_SPELLED = {
    "rag": "RAG", "bm25": "BM25", "graphrag": "GraphRAG", "lora": "LoRA", "mcp": "MCP", "sql": "SQL", "rlhf": "RLHF",
    "dpo": "DPO", "llm": "LLM", "pii": "PII", "api": "API", "labelled": "labeled",
}  # fmt: skip
"""Names and abbreviations with capitals, and what is listed by its British spelling: terms are listed in lower case."""


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """One word: what it means in two sentences, an example, where it comes from, and what it matters for here."""

    term: str
    """The word as the glossary lists it, lower case."""
    aliases: tuple[str, ...]
    """Abbreviations, synonyms and spellings that mean the same; no word stands in two entries."""
    says: str
    """What it is, in two plain sentences."""
    example: str
    sources: tuple[str, ...]
    """Ids of the rulebook's sources, or of the glossary's own."""
    matters: tuple[str, ...]
    """Facts and architectures that it matters for, by name."""

    @property
    def written(self) -> str:
        """The term as one writes it within a sentence, in American English: "agentic RAG", "text-to-SQL"."""
        return re.sub(r"[a-z0-9]+", lambda word: _SPELLED.get(word[0], word[0]), self.term)


def entry(  # noqa: PLR0917 - a row reads as a row
    term: str, aliases: str, says: str, example: str, sources: str, matters: str
) -> GlossaryEntry:
    """A row from compact words: aliases parted by "|", sources and what it matters for by blanks."""
    return GlossaryEntry(
        term,
        tuple(alias for alias in aliases.split("|") if alias),
        says,
        example,
        tuple(sources.split()),
        tuple(matters.split()),
    )
