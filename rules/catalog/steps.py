"""The roadmap's steps in the order in which they are worked (F9 to F12), each with what it is meant for."""

from rules.conditions import at_least, both, has, unless
from rules.framework import Architecture
from rules.roadmap import Phase, StepRow

_PROMPT, _TOOLS, _RAG, _TUNE, _HYBRID = Architecture
_SEARCHING = (_RAG, _HYBRID)
_TUNING = (_TUNE, _HYBRID)
_UNMEASURED = unless(at_least("evals", "golden_set"))
_FROM_DOCUMENTS = unless(has("source", "systems"))

EVALUATION_STEPS: tuple[StepRow, ...] = (
    StepRow(
        "golden_tasks", Phase.EVALUATION, "3 to 5 golden tasks that stand for success",
        "Write down real inputs, what a good answer must contain, and the bar each has to pass.", ("F10",),
        "Three to five tasks stand, each with its bar.",
        "Without them nobody can tell whether retrieval, the prompt or the model failed.",
    ),
    StepRow(
        "offline_suite", Phase.EVALUATION, "An offline suite that runs before every change",
        "Run the golden tasks and 30 to 100 more cases with one command, and keep every result.", ("F8", "F9"),
        "One command prints pass or fail for each case.", "Without it nobody can tell what failed.", when=_UNMEASURED,
    ),
    StepRow(
        "baseline", Phase.EVALUATION, "Measure the best prompt, as a baseline",
        "Run the suite on the best prompt you have, so that everything bigger has something to beat.", ("F9", "F12"),
        "The baseline's result is written down.", architectures=(_TOOLS, _RAG, _TUNE, _HYBRID),
    ),
    StepRow(
        "log_answers", Phase.EVALUATION, "Log every answer with what it was made from",
        "Keep the input, the prompt version, what was fetched or called, and the answer.", ("F8", "F11"),
        "Any answer of the last month can be explained.",
    ),
    StepRow(
        "label_guide", Phase.EVALUATION, "Make two people agree on the labels",
        "Write a one-page labeling guide, label 50 cases twice, and settle where they differ.", ("F4",),
        "Two people agree on nine of ten cases.", "The labels do not agree yet.",
        when=has("labels", "mixed", "inconsistent"),
    ),
)  # fmt: skip

BUILD_STEPS: tuple[StepRow, ...] = (
    StepRow(
        "prompt", Phase.BUILD, "One prompt with instructions and examples",
        "Write what to do, show three to five good examples, and version the prompt like code.", ("F12",),
        "The golden tasks pass their bar.", architectures=(_PROMPT,),
    ),
    StepRow(
        "whole_corpus", Phase.BUILD, "Put the whole corpus into the prompt, cached",
        "Load the current documents on each request and use prompt caching; ask for quotes.", ("anthropic-2024", "F12"),
        "Golden tasks pass with every document in the prompt.", "All of it fits one prompt.",
        (_PROMPT,), both(has("source", "documents", "both"), has("corpus", "prompt_sized")),
    ),
    StepRow(
        "clean_data", Phase.BUILD, "Clean what will be searched",
        "Remove duplicates and old versions, repair tables and scans, give each document an owner.", ("F4",),
        "A sample of 50 documents is current, single and readable.", "The data is not clean.",
        _SEARCHING, has("hygiene", "mixed", "poor"),
    ),
    StepRow(
        "index", Phase.BUILD, "An index of your documents",
        "Chunk along their structure, search by keyword and by meaning, and rerank.", ("F4", "anthropic-2024"),
        "The needed passage is among those retrieved for nine of ten golden questions.",
        architectures=_SEARCHING, when=_FROM_DOCUMENTS,
    ),
    StepRow(
        "refresh", Phase.BUILD, "Refresh the index as often as the truth changes",
        "Re-index on change, and show the age of what was used.", ("F1", "F6"),
        "A changed document is found on the same day.", "Facts change weekly or faster.",
        _SEARCHING, both(at_least("freshness", "weekly"), _FROM_DOCUMENTS),
    ),
    StepRow(
        "tool_calls", Phase.BUILD, "A few narrow, typed calls to your systems",
        "Start with reading only, type the arguments, and return errors that say what to do next.", ("F1",
                                                                                                     "genegpt-2024"),
        "The right call with the right arguments in nine of ten golden tasks.", architectures=(_TOOLS,),
    ),
    StepRow(
        "tool_calls", Phase.BUILD, "A few narrow, typed calls beside the documents",
        "Start with reading only, type the arguments, and return errors that say what to do next.", ("F1",
                                                                                                     "genegpt-2024"),
        "The right call with the right arguments in nine of ten golden tasks.", "Part of the truth lives in systems.",
        _SEARCHING, has("source", "systems", "both"),
    ),
    StepRow(
        "rights", Phase.BUILD, "Fetch with the rights of the person who asks",
        "Pass the person's identity to search and systems; never filter afterward.", ("F3", "slack-2024"),
        "A test user without rights gets nothing in ten tries.", "Not everyone may see everything.",
        when=has("access", "per_user"),
    ),
    StepRow(
        "undo", Phase.BUILD, "A way to undo each step that it takes",
        "List the steps it may take; ask a person before those that cannot be undone, and log every one.",
        ("F7", "F11"),
        "Each kind of step was taken and undone once in a test.", "It acts in other systems.",
        when=has("action", "acts"),
    ),
    StepRow(
        "citations", Phase.BUILD, "Show what each answer rests on",
        "Link each statement to its passage or call, and check that the passage says it.", ("F3", "magesh-2024"),
        "Every golden answer names its source, and the source supports it.", "Answers have to show their sources.",
        when=at_least("receipts", "helpful"),
    ),
    StepRow(
        "constrained_output", Phase.BUILD, "Enforce the format while decoding",
        "Use structured output or a grammar; where the task needs thought, reason first and format second.",
        ("F5", "openai-2024", "tam-2024"), "Every answer of the suite passes the schema.", "The format fails today.",
        when=has("failure", "format"),
    ),
    StepRow(
        "fetch_first", Phase.BUILD, "Retrieval or tools alone first, measured",
        "Reach the bar with an untuned model as far as it goes; tune only what is left.", ("F8", "F12"),
        "The suite says what is missing without tuning.", architectures=(_HYBRID,),
    ),
    StepRow(
        "host", Phase.BUILD, "A host that still trains, and a way to leave it",
        "Prefer a model that you can keep and run elsewhere; ask how long a tuned one will be served.",
        ("openai-deprecations", "F6"),
        "The host, its end dates and the way out are written down.", architectures=_TUNING,
    ),
    StepRow(
        "training_data", Phase.BUILD, "Examples split for training and for checking",
        "Remove doubles, keep a tenth aside untouched, and have two people read a sample.", ("F2", "F4"),
        "A held-out set exists that no training has seen.", architectures=_TUNING,
    ),
    StepRow(
        "tune", Phase.BUILD, "A small tuned model, compared with the prompt",
        "Train an adapter on a small model; compare it on the suite with the best prompt, safety tasks included.",
        ("F2", "F6", "qi-2023"), "It beats the baseline on the suite, and no safety task got worse.",
        architectures=_TUNING,
    ),
    StepRow(
        "release", Phase.BUILD, "Versions, regression tests and rollback",
        "Give each model a version, run the suite before each release, and practice going back.", ("F6",),
        "Going back to the last version takes minutes.", architectures=_TUNING,
    ),
)  # fmt: skip

WATCH_STEPS: tuple[StepRow, ...] = (
    StepRow(
        "spot_checks", Phase.WATCH, "Spot checks in production",
        "Read 20 logged answers a week and put each failure into its bucket.", ("F8", "F11"),
        "Four weeks in a row were read.",
    ),
    StepRow(
        "monthly_review", Phase.WATCH, "A monthly review with day, hour and owner",
        "Run the golden tasks, look at the buckets, and ask whether any fact has changed.", ("F12",),
        "The first review is planned and has an owner.",
    ),
    StepRow(
        "model_changes", Phase.WATCH, "Notice when the model changes",
        "Pin the model's version, and run the suite before every move to another.", ("F12",),
        "The version is pinned and its end date is in a calendar.",
    ),
    StepRow(
        "speed_and_price", Phase.WATCH, "Measure time and price of each answer",
        "Log how long each answer took and what it cost, and compare every change with the best prompt.", ("F6", "F7"),
        "The review shows the slowest answers and the price of a thousand.", "The best prompt is too slow or too dear.",
        when=has("failure", "too_slow", "too_costly"),
    ),
    StepRow(
        "cost_of_errors", Phase.WATCH, "Count what wrong answers cost",
        "Note tickets, rework and complaints that an answer caused, beside the bill.", ("F7", "F13"),
        "The review shows both numbers.", "Wrong answers cost money or do harm.", when=at_least("stakes", "money"),
    ),
)  # fmt: skip
