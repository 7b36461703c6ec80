"""What an architecture presupposes. An unmet row is a gate: it rules the architecture out today, or comes first."""

from datetime import date

from rules.conditions import Not, at_least, both, either, has, surely
from rules.framework import Architecture, Effect, PrerequisiteRow, Stage

_PROMPT, _TOOLS, _RAG, _TUNE, _HYBRID = Architecture
_RULES_OUT, _FIRST = Effect

LEARNS_WITHOUT = surely(has("check", "checkable"))
"""Where a program can tell good output from bad, a model is trained against it and needs no labeled examples."""

PREREQUISITE_ROWS: tuple[PrerequisiteRow, ...] = (
    PrerequisiteRow(
        "evaluation-first", (_PROMPT, _TOOLS, _RAG, _TUNE, _HYBRID), at_least("evals", "golden_set"), _FIRST,
        "Evaluation comes first: without a golden set nobody can tell what failed.",
        ("F9", "F10"),
        lacking="there is no golden set yet",
    ),
    PrerequisiteRow(
        "trusted-evaluation", (_TUNE, _HYBRID), at_least("evals", "golden_set"), _RULES_OUT,
        "Tuning waits for an evaluation set that you trust; otherwise you cannot see what it broke.",
        ("F2", "F9", "qi-2023"),
        lacking="there is no evaluation set to trust yet",
    ),
    PrerequisiteRow(
        "enough-examples", (_TUNE, _HYBRID),
        either(
            at_least("examples", "hundreds"), LEARNS_WITHOUT,
            both(at_least("examples", "tens"), surely(has("per_class", "over_20"))),
        ),
        _RULES_OUT,
        "Tuning needs hundreds of trusted examples at least; with fewer, examples in the prompt do better.",
        ("F2", "F4", "loukas-2023", "bucher-2024"),
        lacking="there are too few trusted examples",
    ),
    PrerequisiteRow(
        "enough-for-each-class", (_TUNE, _HYBRID), either(has("per_class", "over_20"), LEARNS_WITHOUT), _RULES_OUT,
        "Some classes have fewer than 20 trusted examples; there, examples in the prompt do better.",
        ("loukas-2023", "bucher-2024"),
        lacking="some classes have too few trusted examples",
    ),
    PrerequisiteRow(
        "labels-agree", (_TUNE, _HYBRID),
        either(
            has("labels", "consistent"), LEARNS_WITHOUT,
            both(has("labels", "mixed"), has("examples", "tens_of_thousands")),
        ),
        _RULES_OUT,
        "Your labels do not agree well enough; a tuned model would learn the contradictions.",
        ("F4",),
        lacking="the labels do not agree well enough",
    ),
    PrerequisiteRow(
        "training-pipeline", (_TUNE, _HYBRID), has("ops", "training"), _RULES_OUT,
        "Nobody on your team runs training with versions, regression tests and rollback yet.",
        ("F6", "F14"),
        lacking="nobody runs training yet",
    ),
    PrerequisiteRow(
        "both-pipelines", (_HYBRID,), either(has("ops", "search"), surely(has("source", "systems"))), _RULES_OUT,
        "A hybrid is two systems to run, and your team does not run retrieval yet.",
        ("F6", "F8", "F14"),
        lacking="nobody runs retrieval yet",
    ),
    PrerequisiteRow(
        "clean-before-hybrid", (_HYBRID,), Not(has("hygiene", "poor")), _RULES_OUT,
        "Your data is in a poor state; tuning on top of it would teach its faults.",
        ("F4", "F12"),
        lacking="the data is in a poor state",
    ),
    PrerequisiteRow(
        "clean-data", (_RAG,), Not(has("hygiene", "poor")), _FIRST,
        "Your data is in a poor state, and retrieval can be no better than what it finds.",
        ("F4",),
        lacking="the data is in a poor state",
    ),
    PrerequisiteRow(
        "search-in-operation", (_RAG,), has("ops", "search"), _FIRST,
        "Your team does not run retrieval yet: a store, indexing jobs and someone who watches the misses.",
        ("F6",),
        lacking="nobody runs retrieval yet", to_run=True,
    ),
    PrerequisiteRow(
        "host-that-trains", (_TUNE, _HYBRID), Not(has("hosting", "any_api")), _FIRST,
        "Name a host that still trains: one large vendor takes no new organizations from May 7, 2026, no new jobs from "
        "January 6, 2027.",
        ("F6", "openai-deprecations"),
        lacking="a host that still trains has to be found",
        stages=(
            Stage(date(2026, 5, 7), "Name the host that will train your model, and a way to leave it."),
            Stage(date(2027, 1, 6), "Name a host that still trains: one large vendor has taken no new organizations "
                                    "since May 7, 2026; jobs end on January 6, 2027."),
            Stage(None, "Name a host that still trains: one large vendor has taken no new training jobs since "
                        "January 6, 2027."),
        ),
    ),
)  # fmt: skip
