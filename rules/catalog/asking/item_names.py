"""How people call the steps of the roadmap when they tell of them, beside the words of their titles.

Only names that mean a step and no answer: "the sources" may be what is asked about, "the citations" are not. The
buckets to watch have none: "the tone" is what fails today.
"""

from collections.abc import Mapping

ITEM_NAMES: Mapping[str, tuple[str, ...]] = {
    "golden_tasks": (
        "golden tasks", "golden task", "golden set", "golden questions", "golden cases", "golden task set", "goldens",
        "golden dataset", "inputs", "expected answers", "bar", "bars",
    ),
    "offline_suite": (
        "offline suite", "test suite", "eval suite", "evaluation suite", "regression suite", "offline evals",
        "offline evaluation", "offline tests", "eval harness", "suite",
    ),
    "baseline": (
        "baseline", "base line", "best prompt", "prompt baseline", "baseline measurement", "baseline run",
        "baseline for the best prompt", "baseline of the best prompt",
    ),
    "log_answers": ("answer log", "answer logging", "logging", "logging of answers", "tracing", "logs of all answers"),
    "label_guide": (
        "labeling guide", "labelling guide", "label guide", "annotation guide", "labeling guidelines",
        "labelling guidelines", "annotation guidelines",
    ),
    "prompt": ("first prompt", "system prompt", "prompt with examples", "few-shot prompt"),
    "whole_corpus": ("prompt caching", "prompt cache", "cached corpus", "whole corpus"),
    "clean_data": ("data cleanup", "document cleanup", "docs cleanup", "cleanup", "clean-up", "data cleaning"),
    "index": ("index", "search index", "document index", "vector index", "index of our documents"),
    "refresh": (
        "index refresh", "re-indexing", "reindexing", "refresh job", "sync job", "refresh of the index", "re-index job",
    ),
    "tool_calls": ("tool calls", "function calls", "typed calls", "api calls", "calls to our systems"),
    "rights": ("rights check", "permission check", "permission filter", "access check", "permissions check"),
    "undo": ("undo", "undo steps", "way to undo", "undo button", "undo path"),
    "citations": ("citations", "source links", "citing", "quoting of sources"),
    "constrained_output": (
        "structured output", "structured outputs", "constrained output", "constrained decoding", "json schema",
        "output schema", "schema check",
    ),
    "fetch_first": ("untuned version", "untuned run", "retrieval alone", "tools alone"),
    "host": ("training host", "exit plan", "way out of the host"),
    "training_data": ("training split", "train split", "held-out set", "holdout set", "holdout", "training set"),
    "tune": ("tuned model", "training run", "adapter", "first tuning", "fine-tuned model"),
    "release": ("rollback", "regression tests", "model versioning", "release process"),
    "spot_checks": ("spot checks", "spot check", "spot-checks", "weekly spot checks"),
    "monthly_review": ("monthly review",),
    "model_changes": ("model pin", "pinned model", "version pin", "model version pin", "pinning of the model"),
    "speed_and_price": ("latency log", "latency logging", "price log", "latency dashboard"),
    "cost_of_errors": ("error cost log", "count of what errors cost", "cost of errors log"),
}  # fmt: skip
"""By the id of the step (`rules.catalog.steps`), in folded letters and without an article."""
