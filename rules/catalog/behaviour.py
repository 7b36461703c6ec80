"""The rows that raise demands about behavior, speed and cost: what training earns, and when (F2, F5, F6, F8)."""

from rules.conditions import Condition, Not, at_least, at_most, both, either, has, unless
from rules.framework import Architecture, DemandRow, Strength

_MUST, _SHOULD = Strength.MUST, Strength.SHOULD
_TOOLS, _RAG = Architecture.TOOLS, Architecture.RAG
_TUNE, _HYBRID = Architecture.FINE_TUNE, Architecture.HYBRID

CAN_TRAIN = has("ops", "training")
MAY_TRAIN: Condition = unless(Not(CAN_TRAIN))
WANTS_BEHAVIOUR = has("need", "behaviour")
WANTS_BOTH = both(has("need", "both"), has("source", "documents", "systems", "both"))
REASONING = has("failure", "reasoning")

BEHAVIOUR_ROWS: tuple[DemandRow, ...] = (
    DemandRow(
        "many-labels", "learned_boundary", _SHOULD,
        both(WANTS_BEHAVIOUR, has("failure", "classification"), at_least("examples", "thousands"), MAY_TRAIN),
        "You have thousands of labels for telling cases apart, which a small tuned model learns best.",
        ("F2", "loukas-2023", "bucher-2024", "checkr-2024"),
        taught_by=("banking77-twenty-plus-per-class", "checkr-charge-categories", "finance-entity-extraction"),
        explains=True,
    ),
    DemandRow(
        "narrow-and-busy", "learned_boundary", _SHOULD,
        both(
            WANTS_BEHAVIOUR, has("failure", "classification"),
            either(at_most("latency", "under_1s"), at_least("volume", "under_1m")), MAY_TRAIN,
        ),
        "Cases are told apart very often or very fast, which is the work of a small tuned model.",
        ("F6", "checkr-2024"),
        taught_by=("checkr-charge-categories", "convirza-call-scorecards", "shopify-product-taxonomy"), explains=True,
    ),
    DemandRow(
        "own-boundary", "learned_boundary", _SHOULD,
        both(WANTS_BEHAVIOUR, has("failure", "classification"), CAN_TRAIN),
        "The boundary between your cases is your own, and you can train and release a model that knows it.",
        ("F2", "checkr-2024"),
        taught_by=("convirza-call-scorecards", "zillow-fair-housing-guard", "shopify-product-taxonomy"),
    ),
    DemandRow(
        "manner-fails", "steady_behaviour", _SHOULD,
        both(either(WANTS_BEHAVIOUR, WANTS_BOTH), has("failure", "format", "tone", "refusals", "tool_errors"),
             CAN_TRAIN),
        "Format, tone, refusals or tool calls fail: that is behavior, and behavior is what you can train.",
        ("F2", "F5", "lima-2023"),
        taught_by=(
            "cursor-fast-apply",
            "lima-thousand-examples",
            "mercari-attribute-extraction",
            "nextdoor-subject-lines",
        ),
    ),
    DemandRow(
        "practised-task", "steady_behaviour", _SHOULD,
        both(
            WANTS_BEHAVIOUR, at_least("examples", "thousands"), MAY_TRAIN, unless(has("failure", "reasoning",
                                                                                      "invented_facts", "safety",
                                                                                      "none_yet")),
        ),
        "You have thousands of worked examples of one task, more than any prompt can hold.",
        ("F2", "F8", "hsieh-2023"),
        taught_by=("databricks-table-docs", "google-review-comments", "lima-thousand-examples"),
    ),
    DemandRow(
        "both-halves", "steady_behaviour", _SHOULD,
        both(WANTS_BOTH, CAN_TRAIN),
        "You need facts and behavior, and you can train: fetch the facts, tune the behavior.",
        ("F8", "balaguer-2024"),
        taught_by=(
            "balaguer-agriculture",
            "gorilla-api-calls",
            "meta-incident-root-cause",
            "perplexity-answer-engine",
            "skt-telco-answers",
        ),
    ),
    DemandRow(
        "reading-among-distractors", "steady_behaviour", _SHOULD,
        both(
            has("need", "facts"), has("source", "documents", "both"), has("failure", "context_overload"),
            at_least("examples", "thousands"), CAN_TRAIN,
        ),
        "Irrelevant passages mislead the model; with thousands of examples it can be trained to read past them.",
        ("F8", "raft-2024"),
        taught_by=("raft-distracting-passages",),
    ),
    DemandRow(
        "within-a-second", "fast_answers", _SHOULD,
        both(WANTS_BEHAVIOUR, either(at_most("latency", "under_1s"), has("failure", "too_slow")), CAN_TRAIN),
        "Speed counts here, and a small tuned model is the fast one.",
        ("F6", "checkr-2024"),
        taught_by=("checkr-charge-categories", "convirza-call-scorecards", "octopus-on-device-functions"),
    ),
    DemandRow(
        "in-an-instant", "instant_answers", _MUST,
        has("latency", "under_300ms"),
        "Answers have to come within 300 ms, which leaves no time to look anything up first.",
        ("F6", "checkr-2024"),
    ),
    DemandRow(
        "very-many-requests", "cheap_answers", _SHOULD,
        both(WANTS_BEHAVIOUR, either(at_least("volume", "under_1m"), has("failure", "too_costly")), CAN_TRAIN),
        "Every prompt token counts here; tuning moves instructions out of the prompt.",
        ("F6", "checkr-2024"),
        taught_by=("convirza-call-scorecards", "indeed-invite-explanations", "shopify-product-taxonomy"),
    ),
    DemandRow(
        "your-own-machines", "stays_inside", _SHOULD,
        both(WANTS_BEHAVIOUR, has("hosting", "on_premises"), CAN_TRAIN),
        "Data stays on your machines; a small open model reaches the quality there once it is tuned.",
        ("F6", "octopus-2024", "tinyagent-2024"),
        taught_by=("patient-intake-on-premises", "octopus-on-device-functions"),
    ),
    DemandRow(
        "on-the-device", "stays_inside", _SHOULD,
        both(WANTS_BEHAVIOUR, has("hosting", "on_device")),
        "On a device only a small model fits, and small models need tuning to do one task well.",
        ("octopus-2024", "tinyagent-2024"),
        taught_by=("octopus-on-device-functions", "tinyagent-laptop-assistant"),
    ),
    DemandRow(
        "small-model", "stays_inside", _SHOULD,
        both(WANTS_BEHAVIOUR, has("model_size", "small_only"), CAN_TRAIN),
        "Only a small model may serve, and a small model does one task well once it is tuned for it.",
        ("octopus-2024", "tinyagent-2024"),
    ),
    DemandRow(
        "procedure-computes", "computed_results", _SHOULD,
        both(has("check", "computed"), unless(has("source", "model"))),
        "A known procedure can compute the result, and what can be computed should not be guessed.",
        ("pal-2022", "genegpt-2024"),
    ),
    DemandRow(
        "found-by-query", "exact_lookup", _SHOULD,
        has("lookup", "by_name", "by_filter"),
        "What is needed is found by exact names or by a query, and tools return every match.",
        ("genegpt-2024",), against=(_RAG,),
    ),
    DemandRow(
        "acts-on-systems", "exact_lookup", _SHOULD,
        both(has("action", "acts"), has("source", "systems", "both")),
        "It carries out steps in other systems, and each step is a call.",
        ("F1", "octopus-2024"),
    ),
    DemandRow(
        "read-it-all", "whole_reading", _SHOULD,
        has("lookup", "whole"),
        "Everything has to be read, and what was not fetched cannot be taken into account.",
        ("self-route-2024",), against=(_TOOLS,),
    ),
    DemandRow(
        "said-in-words", "easy_changes", _SHOULD,
        has("definition", "written"),
        "What you want can be written down, so it belongs in the prompt, where anyone can change it.",
        ("F12", "bucher-2024"),
    ),
    DemandRow(
        "keeps-changing", "easy_changes", _SHOULD,
        has("steadiness", "changing"),
        "What you want keeps changing, and a tuned model would have to be trained again each time.",
        ("F6", "F12"),
    ),
    DemandRow(
        "format-fails", "strict_format", _SHOULD,
        has("failure", "format"),
        "The format fails, which is a matter of decoding first: a schema can be enforced on any model.",
        ("F5", "openai-2024", "geng-2023", "linkedin-2024"), explains=True, against=(_TUNE, _HYBRID),
    ),
    DemandRow(
        "reasoning-fails", "exact_steps", _SHOULD,
        REASONING,
        "Reasoning fails, and tuning does not mend that: let the model think first, or hand the steps to tools.",
        ("pal-2022", "medprompt-2023", "anyscale-2023", "tam-2024"), explains=True, against=(_TUNE, _HYBRID),
    ),
)  # fmt: skip
