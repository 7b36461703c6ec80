"""The five architectures in words: how each is called, and what it is."""

from rules.framework import Architecture

NAMES: dict[Architecture, str] = {
    Architecture.PROMPT: "prompting",
    Architecture.TOOLS: "live tools",
    Architecture.RAG: "retrieval (RAG)",
    Architecture.FINE_TUNE: "fine-tuning",
    Architecture.HYBRID: "a hybrid",
}
"""How each architecture is called in a sentence: "Use retrieval (RAG)"."""

MEANINGS: dict[Architecture, str] = {
    Architecture.PROMPT: "A ready-made model with instructions, examples and a schema; a small corpus fits in.",
    Architecture.TOOLS: "A ready-made model that calls live systems, such as databases and APIs; no document search.",
    Architecture.RAG: "A ready-made model that reads passages found in your documents, tools beside it or not.",
    Architecture.FINE_TUNE: "A model trained further on your examples, often a small one; nothing is looked up.",
    Architecture.HYBRID: "A tuned model together with retrieval or tools: fetched facts, trained behavior.",
}
"""What each architecture is, in one sentence."""

BIGGER_THAN_NEEDED: dict[Architecture, str] = {
    Architecture.TOOLS: "It is bigger than needed: nothing you asked for has to be called from a live system.",
    Architecture.RAG: "It is bigger than needed: nothing you asked for has to be looked up in documents.",
    Architecture.FINE_TUNE: "It is bigger than needed: nothing you asked for needs tuned behavior yet.",
    Architecture.HYBRID: "It is bigger than needed: nothing you asked for needs fetching and tuning together.",
}
"""Why a larger architecture that would pass is not chosen."""

NEVER_ENOUGH = "Whatever the open answers turn out to be, it would not be enough."
"""Why a smaller one is not chosen that only the open answers rule out."""
