"""The five architectures as people say them, in each place of a sentence."""

from collections.abc import Mapping

from rules.catalog.architectures import MEANINGS, NAMES, agreeing
from rules.framework import Architecture, Lens
from rules.roadmap import Phase

USE = NAMES
"""After "use": "Use a hybrid"."""

NAME = {
    Architecture.PROMPT: "prompting",
    Architecture.TOOLS: "live tools",
    Architecture.RAG: "retrieval",
    Architecture.FINE_TUNE: "fine-tuning",
    Architecture.HYBRID: "hybrid",
}
"""Alone: "Prompting: …", "Now: retrieval"."""


def closest(architecture: Architecture, names: Mapping[Architecture, str] = NAME) -> str:
    """Where nothing passes, in a sentence: "retrieval comes closest", "live tools come closest"."""
    subject = "a hybrid" if architecture is Architecture.HYBRID else names[architecture]
    return f"{subject} {agreeing(architecture, 'comes', 'come')} closest"


MEANS = {name: f"{meaning[0].lower()}{meaning[1:].rstrip('.')}" for name, meaning in MEANINGS.items()}
"""What it is, inside a sentence."""

SHORT = {
    Architecture.PROMPT: "Prompt",
    Architecture.TOOLS: "Tools",
    Architecture.RAG: "RAG",
    Architecture.FINE_TUNE: "Tuning",
    Architecture.HYBRID: "Hybrid",
}
"""At the head of a column."""


LENS = {
    Lens.FRESHNESS: "Freshness",
    Lens.RECEIPTS: "Sources",
    Lens.QUALITY: "Quality",
    Lens.OPERATIONS: "Operations",
}

PHASE = {
    Phase.EVALUATION: "Evaluation first",
    Phase.FAILURES: "Watch these failures",
    Phase.BUILD: "Build the smallest thing",
    Phase.WATCH: "Keep watching",
}
