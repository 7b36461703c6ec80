"""The five architectures as people say them, in each place of a sentence."""

from rules.framework import Architecture, Lens
from rules.roadmap import Phase

USE = {
    Architecture.PROMPT: "prompting",
    Architecture.TOOLS: "live tools",
    Architecture.RAG: "retrieval (RAG)",
    Architecture.FINE_TUNE: "fine-tuning",
    Architecture.HYBRID: "a hybrid",
}
"""After "use": "Use a hybrid"."""

NAME = {
    Architecture.PROMPT: "prompting",
    Architecture.TOOLS: "live tools",
    Architecture.RAG: "retrieval",
    Architecture.FINE_TUNE: "fine-tuning",
    Architecture.HYBRID: "hybrid",
}
"""Alone: "Prompting: …", "Now: retrieval"."""

MEANS = {
    Architecture.PROMPT: "a frozen model with good instructions and examples; few documents go into the prompt whole",
    Architecture.TOOLS: "a frozen model that asks your live systems before it answers; no document search",
    Architecture.RAG: "a frozen model that is handed the right passages, looked up for each question",
    Architecture.FINE_TUNE: "a model trained on your examples; nothing is looked up",
    Architecture.HYBRID: "facts looked up for each question, and a model trained on your examples for how to answer",
}
"""What it is, without jargon."""

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
    Lens.RECEIPTS: "Receipts",
    Lens.QUALITY: "Quality",
    Lens.OPERATIONS: "Operations",
}

PHASE = {
    Phase.EVALUATION: "Evaluation first",
    Phase.FAILURES: "Watch these failures",
    Phase.BUILD: "Build the smallest thing",
    Phase.WATCH: "Keep watching",
}
