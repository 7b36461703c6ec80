"""The rows about the task itself: what is computed, queried or read whole, and what keeps changing (F5, F6, F12)."""

from rules.conditions import both, either, has
from rules.framework import Architecture, DemandRow, Strength

_SHOULD = Strength.SHOULD
_TOOLS, _RAG = Architecture.TOOLS, Architecture.RAG

TASK_ROWS: tuple[DemandRow, ...] = (
    DemandRow(
        "carried-out-exactly", "exact_steps", _SHOULD,
        either(has("check", "computed"), has("lookup", "by_name", "by_filter")),
        "A procedure, a query or an exact name leads to the answer: that is carried out, not guessed.",
        ("F5", "pal-2022", "genegpt-2024", "spinach-2024"), against=(_RAG,),
    ),
    DemandRow(
        "acts-on-systems", "carried_out", _SHOULD,
        has("action", "acts"),
        "It carries out steps in other systems, and each step is a call.",
        ("F1", "octopus-2024"),
    ),
    DemandRow(
        "read-it-all", "whole_reading", _SHOULD,
        has("lookup", "whole"),
        "An answer takes all of the text at once, and a search would bring only parts of it.",
        ("self-route-2024",), against=(_TOOLS,),
    ),
    DemandRow(
        "fits-a-prompt", "whole_reading", _SHOULD,
        both(has("source", "documents", "both"), has("corpus", "prompt_sized")),
        "All of your material fits one prompt, so nothing has to be looked up.",
        ("anthropic-2024", "self-route-2024"), against=(_TOOLS,),
    ),
    DemandRow(
        "keeps-changing", "easy_changes", _SHOULD,
        has("steadiness", "changing"),
        "What you want keeps changing, and a tuned model would have to be trained again each time.",
        ("F6", "F12"),
    ),
)  # fmt: skip
