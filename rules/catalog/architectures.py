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

_MANY = frozenset({Architecture.TOOLS})
"""Those whose name is a plural: "live tools are", never "live tools is"."""


def agreeing(architecture: Architecture, one: str, many: str) -> str:
    """The verb that goes with its name: "retrieval comes closest", "live tools come closest"."""
    return many if architecture in _MANY else one


MEANINGS: dict[Architecture, str] = {
    Architecture.PROMPT: "A ready-made model with instructions, examples and a schema; a small corpus fits in.",
    Architecture.TOOLS: "A ready-made model that calls live systems, such as databases and APIs; no document search.",
    Architecture.RAG: "A ready-made model that reads passages found in your documents, tools beside it or not.",
    Architecture.FINE_TUNE: "A model trained further on your examples, often a small one; nothing is looked up.",
    Architecture.HYBRID: "A tuned model together with retrieval or tools: fetched facts, trained behavior.",
}
"""What each architecture is, in one sentence."""

BIGGER_THAN_NEEDED = "It is bigger than needed: it would give you nothing more of what you asked for."
"""Why a larger architecture that would pass is not chosen: it delivers no demand further than the verdict does."""

MORE_AND_LESS = "It gives you more of one thing ({more}) and less of another: {less}"
"""Why one is not chosen that delivers one demand further and another one less; `less` is what it says of that one."""

FULLER = "It gives you {more} in full, where the one chosen gives part of it, and part is enough to pass."
"""Why one is not chosen that delivers a must further, and no wish."""

MORE_LATER = "It would give you more of one thing ({more}); open answers decide whether it can be chosen."
"""Why one is not chosen that delivers more, where the open answers may rule it out."""

NEVER_ENOUGH = "Whatever the open answers turn out to be, it would not be enough."
"""Why a smaller one is not chosen that only the open answers rule out."""

REJECTIONS: tuple[tuple[str, str], ...] = (
    ("What the delivery row of the first missed must says, “and” what is lacking.", "It misses a must."),
    (BIGGER_THAN_NEEDED, "It is larger, passes every must, and delivers no raised demand further than the verdict."),
    ("What the shut gate says.", "It passes every must, and a prerequisite that rules it out is unmet."),
    ("What the unmet prerequisite says.", "It delivers a wish further, and the team cannot run it yet."),
    (MORE_AND_LESS, "It passes, delivers one raised demand further and another one less than the verdict."),
    ("What the delivery row of that demand says.", "It passes, and delivers a raised demand less than the verdict."),
    (FULLER, "It passes, and delivers further only musts that the verdict delivers in part."),
    (MORE_LATER, "It delivers a wish further, and open answers can still rule it out."),
    (NEVER_ENOUGH, "It is smaller, and only the open answers rule it out."),
)
"""Every sentence against an architecture that was not chosen, and what has to be so; rows bring their own words."""
