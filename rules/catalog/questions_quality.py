"""The questions about quality: the data, today's failures, the examples and their labels, the evaluation."""

from rules.conditions import has
from rules.framework import Lens, Option, Question

_HYGIENE = Question(
    "hygiene", Lens.QUALITY,
    "What state is the information behind the answers in?",
    "A search can be no better than what it finds: duplicates, old versions and broken tables come back in answers.",
    "State of the data",
    (
        Option("clean", "Clean: current, no duplicates", "clean",
               ("good", "tidy", "well kept", "well maintained", "structured", "curated", "up to date", "great")),
        Option("mixed", "Mixed: some is old or duplicated", "mixed",
               ("so so", "okay", "partly clean", "partly", "average", "some of it is messy", "ok", "decent")),
        Option("poor", "Poor: contradictory or hard to read", "poor",
               ("bad", "messy", "a mess", "scanned", "outdated", "contradictory", "dirty", "chaotic", "unstructured",
                "terrible")),
    ),
    example="some of it is messy",
    moot=has("source", "model"),
)  # fmt: skip

_FAILURE = Question(
    "failure", Lens.QUALITY,
    "How does today's best prompt fail?",
    "The failure decides the remedy: a broken format and an invented fact need different ones.",
    "How today's prompt fails",
    (
        Option("format", "Wrong format", "wrong format",
               ("format", "json", "schema", "structure", "invalid json", "broken output", "malformed", "wrong shape",
                "parsing")),
        Option("invented_facts", "Invents facts", "invented facts",
               ("hallucination", "hallucinations", "hallucinates", "makes things up", "invents", "wrong facts",
                "fabricates",
                "made up")),
        Option("stale_facts", "Facts out of date", "stale facts",
               ("outdated", "out of date", "old information", "stale", "old prices", "knowledge cutoff",
                "not current")),
        Option("tone", "Wrong tone or style", "wrong tone",
               ("tone", "style", "voice", "wording", "too long", "too formal", "off brand", "brand voice", "manner")),
        Option("classification", "Sorts cases wrongly", "wrong classification",
               ("misclassifies", "wrong label", "wrong category", "labels", "routing", "sorting", "categories",
                "wrong class", "tags")),
        Option("refusals", "Refuses harmless requests", "needless refusals",
               ("refuses", "refusal", "will not answer", "overcautious", "too cautious", "declines", "over-blocks")),
        Option("reasoning", "Reasons or calculates wrongly", "wrong reasoning",
               ("logic", "math", "calculation", "multi-step", "wrong conclusions", "arithmetic", "planning",
                "wrong steps")),
        Option("tool_errors", "Calls tools wrongly", "tool errors",
               ("wrong api calls", "wrong tool", "function calling", "wrong arguments", "api errors", "tool calls",
                "bad calls")),
        Option("safety", "Says something unsafe", "unsafe answers",
               ("unsafe", "harmful", "toxic", "leaks data", "jailbreak", "prompt injection", "offensive",
                "policy violations")),
        Option("context_overload", "Gets lost in long prompts", "lost in long prompts",
               ("too much context", "long context", "lost in the middle", "overloaded", "distracted",
                "prompt too long", "confused",
                "ignores instructions", "long prompts")),
        Option("too_slow", "Good enough, but too slow", "too slow",
               ("slow", "takes too long", "takes seconds", "response time", "waiting", "speed", "latency", "lags")),
        Option("too_costly", "Good enough, but too expensive", "too expensive",
               ("expensive", "costly", "too costly", "too dear", "cost per request", "token cost", "the bill", "price",
                "costs too much")),
        Option("none_yet", "It works, or is not tried yet", "no failure seen yet",
               ("none", "no failures", "works fine", "nothing yet", "not tested", "not tried", "no prompt yet",
                "it works", "none yet")),
    ),
    is_list=True,
    example="it invents product specs",
)  # fmt: skip

_EXAMPLES = Question(
    "examples", Lens.QUALITY,
    "How many examples of good output do you have, checked by someone you trust?",
    "A few are best put into the prompt. Training a model on them (tuning) starts to pay with hundreds.",
    "Trusted examples",
    (
        Option("none", "None", "none", ("zero", "no examples", "nothing", "not any", "no labels", "no data")),
        Option("tens", "Tens", "tens", ("a few", "dozens", "a handful", "a couple dozen", "some")),
        Option("hundreds", "Hundreds", "hundreds", ("a few hundred", "several hundred", "hundreds of them")),
        Option("thousands", "Thousands", "thousands", ("a few thousand", "several thousand", "thousands of them")),
        Option("tens_of_thousands", "Tens of thousands or more", "tens of thousands",
               ("many thousands", "hundreds of thousands", "millions", "a million", "years of history", "100k")),
    ),
    example="about 400",
)  # fmt: skip

_LABELS = Question(
    "labels", Lens.QUALITY,
    "Would two colleagues label the same example the same way?",
    "A label is the right answer beside an example. A trained model learns them as they are, contradictions included.",
    "Agreement of the labels",
    (
        Option("consistent", "Yes, nearly always", "consistent",
               ("yes", "consistent", "agree", "same way", "clean labels", "reliable", "nearly always", "mostly yes",
                "good")),
        Option("mixed", "Often, not always", "mixed",
               ("sometimes", "often", "partly", "mostly", "noisy", "it varies", "so so", "some disagreement",
                "not always")),
        Option("inconsistent", "No, they contradict each other", "inconsistent",
               ("no", "contradictory", "disagree", "unreliable", "conflicting", "bad labels", "messy", "rarely")),
    ),
    example="some disagreement",
    moot=has("examples", "none"),
)  # fmt: skip

_EVALS = Question(
    "evals", Lens.QUALITY,
    "How do you check answers today?",
    "Without a check that you trust, nobody can tell what failed: look-up, prompt or model. So it comes first.",
    "How answers are checked",
    (
        Option("none", "Not at all", "not checked", ("no", "not at all", "we do not", "nothing", "no evaluation",
                                                     "never")),
        Option("ad_hoc", "Now and then, by hand", "checked ad hoc",
               ("ad hoc", "by hand", "manually", "spot checks", "now and then", "eyeballing", "vibes", "gut feeling",
                "trying it out")),
        Option("golden_set", "Against a fixed set of tasks", "a golden set",
               ("golden set", "test set", "eval set", "evaluation set", "benchmark", "fixed tasks", "a test suite",
                "regression tests")),
        Option("continuous", "Fixed set plus checks in production", "checked continuously",
               ("continuously", "in production", "monitoring", "online evals", "always", "automated", "ci",
                "a/b tests", "every release")),
    ),
    example="we look at a few by hand",
)  # fmt: skip

QUALITY_QUESTIONS: tuple[Question, ...] = (_HYGIENE, _FAILURE, _EXAMPLES, _LABELS, _EVALS)
