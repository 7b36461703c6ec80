"""Metrics of evaluation tools by what they look at: which failure bucket a failed one points to (F11).

The names are those that the tools' own documentation uses (promptfoo, DeepEval, Ragas, Inspect, lm-evaluation-harness,
MLflow, Phoenix, garak, Evidently, azure-ai-evaluation). A metric that looks at the answer's content alone points to no
bucket: it says that the answer is wrong, not why.
"""

from rules.metrics import UNCLASSIFIED, MetricRow

METRICS: tuple[MetricRow, ...] = (
    MetricRow(
        "retrieval_miss", 1,
        (
            "context recall", "contextual recall", "context entity recall", "context entities recall",
            "retrieval", "retrieved", "retriever", "document recall", "document relevance", "document relevancy",
            "chunk relevance", "hit rate", "mrr", "recip rank", "reciprocal rank", "ndcg", "recall at", "precision at",
            "retrieval relevance", "retrieval groundedness", "retrieval sufficiency", "context sufficiency",
            "context quality", "missing context",
        ),
        "whether the needed passage was fetched",
    ),
    MetricRow(
        "tool_error", 2,
        (
            "tool", "tools", "tool call", "tool calls", "tool correctness", "tool call accuracy", "tool call f1",
            "argument correctness", "function call", "function calls", "openai tools call", "openai function call",
            "mcp", "mcp use", "api call", "trajectory", "skill used", "tool used", "step efficiency",
        ),
        "whether the right call was made, with the right arguments, and worked",
    ),
    MetricRow(
        "context_overload", 3,
        (
            "context relevance", "context relevancy", "contextual relevance", "contextual relevancy",
            "context precision", "contextual precision", "context utilization", "context utilisation",
            "noise sensitivity", "noise robustness", "context length", "context overload", "knowledge retention",
            "conversation memory", "lost in the middle",
        ),
        "whether the right material drowned among too much else",
    ),
    MetricRow(
        "formatting", 4,
        (
            "json", "is json", "contains json", "valid json", "json schema", "json correctness", "json match", "schema",
            "format", "formatting", "formatted", "format following", "is xml", "contains xml", "is html",
            "contains html", "is sql", "contains sql", "is valid", "syntax", "structured output", "regex match",
            "parse", "parsable", "parses", "parser", "markdown", "output format", "max length", "min length",
            "word count", "instruction following", "tone", "style", "politeness", "brevity", "conciseness",
            "language match", "prompt alignment", "inst level strict", "prompt level strict", "ifeval",
        ),
        "whether a parser, a schema or a style guide accepts the answer",
    ),
    MetricRow(
        "safety", 4,
        (
            "safety", "safe", "unsafe", "harm", "harmful", "harmfulness", "maliciousness", "moderation", "guardrail",
            "guardrails", "toxicity", "toxic", "bias", "biased", "fairness", "hate", "hate unfairness", "violence",
            "sexual", "self harm", "pii", "pii leakage", "leakage", "leak", "privacy", "prompt injection", "injection",
            "jailbreak", "refusal", "refusals", "is refusal", "not is refusal", "over refusal", "misuse", "non advice",
            "role violation", "role adherence", "illegal", "profanity", "decline", "denial", "attack", "redteam",
            "pliny", "crescendo", "goat", "indirect attack", "protected material", "code vulnerability",
        ),
        "whether the answer should have been given, or was refused without need",
    ),
    MetricRow(
        UNCLASSIFIED, 5,
        (
            "answer correctness", "factual correctness", "correctness", "exact match", "accuracy", "answer relevancy",
            "answer relevance", "response relevancy", "faithfulness", "groundedness", "hallucination", "similarity",
            "contains", "equals", "llm rubric", "factuality", "summarization", "completeness", "helpfulness",
        ),
        "whether the answer's content is right, which does not say why it is wrong",
    ),
)  # fmt: skip
