"""The rows that raise demands about behavior, speed and cost: what training earns, and when (F2, F5, F6, F8).

What the team can train is no part of them: a wish stands whoever could fulfill it, and a prerequisite says who can.
"""

from rules.conditions import at_least, at_most, both, either, has, unless
from rules.framework import Architecture, DemandRow, Strength

_MUST, _SHOULD = Strength.MUST, Strength.SHOULD
_TOOLS, _RAG = Architecture.TOOLS, Architecture.RAG
_TUNE, _HYBRID = Architecture.FINE_TUNE, Architecture.HYBRID

WANTS_BEHAVIOUR = has("need", "behaviour")
WANTS_BOTH = both(has("need", "both"), has("source", "documents", "systems", "both"))
CAN_BE_WRITTEN = has("definition", "written")
SORTS_WRONGLY = has("failure", "classification")

BEHAVIOUR_ROWS: tuple[DemandRow, ...] = (
    DemandRow(
        "own-boundary", "learned_boundary", _SHOULD,
        both(WANTS_BEHAVIOUR, SORTS_WRONGLY, unless(CAN_BE_WRITTEN)),
        "Cases are sorted wrongly, and the boundary between them is your own: it is learned from labels.",
        ("F2", "checkr-2024", "loukas-2023", "bucher-2024"),
    ),
    DemandRow(
        "manner-fails", "steady_behaviour", _SHOULD,
        both(either(WANTS_BEHAVIOUR, WANTS_BOTH), has("failure", "tone", "refusals", "tool_errors"),
             unless(CAN_BE_WRITTEN)),
        "Tone, refusals or tool calls fail: that is behavior, and behavior is what training changes.",
        ("F2", "F5", "lima-2023"), explains=True,
    ),
    DemandRow(
        "practised-task", "steady_behaviour", _SHOULD,
        both(
            WANTS_BEHAVIOUR, at_least("examples", "thousands"), unless(CAN_BE_WRITTEN),
            unless(has("failure", "reasoning", "invented_facts", "safety", "none_yet")),
        ),
        "You have thousands of worked examples of one task, more than any prompt can hold.",
        ("F2", "F8", "hsieh-2023"), explains=True,
    ),
    DemandRow(
        "shown-not-said", "steady_behaviour", _SHOULD,
        both(either(WANTS_BEHAVIOUR, WANTS_BOTH), has("definition", "by_example")),
        "What you want can only be shown by examples, and training takes in more of them than a prompt.",
        ("F2", "hsieh-2023"),
    ),
    DemandRow(
        "both-halves", "steady_behaviour", _SHOULD,
        both(
            WANTS_BOTH, at_least("evals", "golden_set"), unless(has("model_size", "any")), unless(CAN_BE_WRITTEN),
            unless(has("action", "acts")),
        ),
        "You need facts and behavior, and you can measure both: fetch the facts, tune the behavior.",
        ("F8", "balaguer-2024"), explains=True,
    ),
    DemandRow(
        "reading-fails", "steady_behaviour", _SHOULD,
        both(
            has("need", "facts"), has("source", "documents"),
            either(
                has("failure", "reasoning"), both(has("failure", "context_overload"), at_least("examples", "thousands"))
            ),
        ),
        "The passages are there and are read wrongly; a model can be trained to read past what misleads it.",
        ("F8", "raft-2024", "jmlr-2024"),
    ),
    DemandRow(
        "too-slow", "fast_answers", _SHOULD,
        either(has("failure", "too_slow"), both(WANTS_BEHAVIOUR, at_most("latency", "under_1s"))),
        "Speed counts here, and a small tuned model answers in a fraction of the time.",
        ("F6", "F8", "checkr-2024", "cursor-2024"),
    ),
    DemandRow(
        "in-an-instant", "instant_answers", _MUST,
        has("latency", "under_300ms"),
        "Answers have to come within 300 ms, which leaves no time to look anything up first.",
        ("F6", "checkr-2024"),
    ),
    DemandRow(
        "too-costly", "cheap_answers", _SHOULD,
        either(
            has("failure", "too_costly"),
            both(either(WANTS_BEHAVIOUR, WANTS_BOTH), at_least("volume", "under_1m")),
        ),
        "Every prompt token counts here; a small tuned model moves the instructions out of the prompt.",
        ("F6", "F8", "indeed-2024"),
    ),
    DemandRow(
        "small-model", "stays_inside", _SHOULD,
        either(
            has("model_size", "small_only"),
            both(WANTS_BEHAVIOUR, has("hosting", "on_device", "on_premises")),
        ),
        "Where only a small model fits, tuning and passages to read gain most.",
        ("F6", "octopus-2024", "tinyagent-2024", "qmos-2024"),
    ),
    DemandRow(
        "format-fails", "strict_format", _SHOULD,
        has("failure", "format"),
        "The format fails, which is a matter of decoding first: a schema can be enforced on any model.",
        ("F5", "openai-2024", "geng-2023", "linkedin-2024"), explains=True, against=(_TUNE, _HYBRID),
    ),
    DemandRow(
        "reasoning-fails", "worked_reasoning", _SHOULD,
        both(has("failure", "reasoning"), unless(has("failure", "too_slow"))),
        "Reasoning fails, and tuning does not mend that: let the model think before it answers.",
        ("medprompt-2023", "anyscale-2023", "tam-2024", "gudibande-2023"), against=(_HYBRID,),
    ),
)  # fmt: skip
