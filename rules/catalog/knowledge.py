"""The rows that raise demands about knowledge: what must be fetched, kept apart by person, and shown (F1, F3, F5)."""

from rules.conditions import at_least, both, either, has, unless
from rules.framework import DemandRow, Strength

_MUST, _SHOULD = Strength.MUST, Strength.SHOULD

WANTS_FACTS = unless(has("need", "behaviour"))
"""Facts count unless behavior alone is asked for: as long as nobody said, a source of truth is there to be read."""
IN_DOCUMENTS = has("source", "documents", "both")
IN_SYSTEMS = has("source", "systems", "both")
FITS_A_PROMPT = has("corpus", "prompt_sized")
SYSTEMS_ONLY = has("source", "systems")
MUST_SHOW = at_least("receipts", "required")
FOUND_OTHERWISE = has("lookup", "by_name", "by_filter", "whole")
"""Documents that are not searched by meaning: asked for by name or by query, or read whole."""

KNOWLEDGE_ROWS: tuple[DemandRow, ...] = (
    DemandRow(
        "documents-beyond-a-prompt", "own_knowledge", _MUST,
        both(WANTS_FACTS, IN_DOCUMENTS, unless(FITS_A_PROMPT), unless(FOUND_OTHERWISE)),
        "Your answers rest on documents of your own, so the right passages have to be looked up.",
        ("F4", "ovadia-2023", "anthropic-2024"),
    ),
    DemandRow(
        "large-corpus", "own_knowledge", _MUST,
        both(WANTS_FACTS, has("corpus", "large"), unless(has("source", "systems", "model")), unless(FOUND_OTHERWISE)),
        "Your material does not fit one prompt; overlong prompts degrade every model that was tested.",
        ("chroma-2025", "anthropic-2024"), explains=True,
    ),
    DemandRow(
        "facts-in-systems", "live_data", _MUST,
        both(WANTS_FACTS, IN_SYSTEMS),
        "Your facts live in databases, APIs or tickets, so they have to be asked for there.",
        ("F1", "genegpt-2024"),
    ),
    DemandRow(
        "facts-outside-the-weights", "grounding", _MUST,
        both(WANTS_FACTS, has("source", "documents", "systems", "both")),
        "Tuning learns new facts slowly and invents more afterward; your facts belong outside the model.",
        ("F2", "gekhman-2024", "ovadia-2023"),
    ),
    DemandRow(
        "truth-that-changes-monthly", "grounding", _MUST,
        at_least("freshness", "monthly"),
        "The truth changes monthly or faster; a model trained on it would soon be out of date.",
        ("F1", "F2"),
    ),
    DemandRow(
        "facts-that-change-weekly", "fresh_facts", _MUST,
        both(WANTS_FACTS, at_least("freshness", "weekly"), unless(FITS_A_PROMPT)),
        "Your facts change weekly or faster, so they have to be fetched when someone asks.",
        ("F1", "freshqa-2023"),
    ),
    DemandRow(
        "model-is-out-of-date", "own_knowledge", _MUST,
        both(
            WANTS_FACTS,
            either(at_least("freshness", "weekly"), has("failure", "stale_facts")),
            unless(has("source", "documents", "systems", "both")),
            unless(FITS_A_PROMPT), unless(FOUND_OTHERWISE),
        ),
        "What the model remembers goes out of date; unless a live system has the truth, new passages are looked up.",
        ("F1", "freshqa-2023"),
    ),
    DemandRow(
        "must-show-sources", "receipts", _MUST,
        MUST_SHOW,
        "An answer has to show what it rests on; a model alone cannot.",
        ("F3",),
    ),
    DemandRow(
        "sources-are-looked-up", "own_knowledge", _MUST,
        both(
            MUST_SHOW, either(WANTS_FACTS, IN_DOCUMENTS), unless(SYSTEMS_ONLY), unless(FITS_A_PROMPT)
        ),
        "To show its source, an answer has to start from a passage that was looked up, unless a live system gave it.",
        ("F3", "magesh-2024", "ramp-2025"),
    ),
    DemandRow(
        "sources-help", "receipts", _SHOULD,
        both(WANTS_FACTS, at_least("receipts", "helpful")),
        "Seeing where an answer comes from would help people trust it.",
        ("F3",),
    ),
    DemandRow(
        "not-everyone-sees-all", "per_user_access", _MUST,
        both(WANTS_FACTS, has("access", "per_user")),
        "Not everyone may see everything, so rights are checked when someone asks; training keeps no rights.",
        ("F3", "slack-2024"),
    ),
    DemandRow(
        "documents-by-reader", "own_knowledge", _MUST,
        both(WANTS_FACTS, IN_DOCUMENTS, has("access", "per_user")),
        "Each person may see other documents, so passages are looked up with that person's rights.",
        ("F3", "slack-2024"),
    ),
    DemandRow(
        "invents-facts", "grounding", _MUST,
        both(WANTS_FACTS, has("failure", "invented_facts"), unless(has("source", "model"))),
        "The model invents facts, and the cure for inventions is a source to rest on.",
        ("F5", "mallen-2023"), explains=True,
    ),
    DemandRow(
        "costly-inventions", "own_knowledge", _MUST,
        both(WANTS_FACTS, has("failure", "invented_facts"), has("source", "model"), at_least("stakes", "money"),
             unless(has("check", "computed"))),
        "An invented fact would cost money or harm people, so general knowledge is not enough.",
        ("F5", "F7"),
    ),
    DemandRow(
        "drowning-prompt", "focused_context", _SHOULD,
        both(WANTS_FACTS, IN_DOCUMENTS, has("failure", "context_overload"), unless(FOUND_OTHERWISE)),
        "The model drowns in long prompts; a few relevant passages do better than everything at once.",
        ("F11", "chroma-2025"),
    ),
    DemandRow(
        "reference-beside-behaviour", "own_knowledge", _SHOULD,
        both(
            has("need", "behaviour"), IN_DOCUMENTS,
            either(
                has("access", "per_user"),
                has("lookup", "by_meaning"),
                both(has("corpus", "large"), has("failure", "invented_facts", "stale_facts", "context_overload")),
            ),
            unless(FITS_A_PROMPT), unless(has("hygiene", "poor")),
        ),
        "The work draws on more documents than a prompt holds, so matching passages should guide each answer.",
        ("F4", "F5", "ramp-2025"),
    ),
    DemandRow(
        "work-on-live-systems", "live_data", _SHOULD,
        both(
            has("need", "behaviour"), IN_SYSTEMS,
            either(at_least("freshness", "daily"), has("failure", "stale_facts", "invented_facts")),
            unless(has("failure", "classification")),
        ),
        "The work is done on systems whose state has to be read at that moment, not remembered.",
        ("F1", "F5", "genegpt-2024"),
    ),
)  # fmt: skip
