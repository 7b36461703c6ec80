"""Three teams and their months, for the tests of what a review concludes."""

from rules import Facts
from rules.framework import Architecture
from rules.review import MonthResult

DOCUMENTS = Facts(
    need="facts", freshness="weekly", source="documents", corpus="large", hygiene="mixed", receipts="required",
    access="everyone", failure=("invented_facts",), examples="none", labels="mixed", evals="ad_hoc", latency="under_3s",
    volume="under_100k", ops=("search",), stakes="rework", hosting="any_api",
)  # fmt: skip
TUNABLE = Facts(
    **{
        **DOCUMENTS.known(),
        "examples": "thousands",
        "labels": "consistent",
        "evals": "golden_set",
        "ops": ("search", "training"),
    }
)
"""The same team, with what tuning presupposes."""
STATIC = Facts(
    **{
        **DOCUMENTS.known(),
        "freshness": "static",
        "corpus": "prompt_sized",
        "receipts": "none",
        "failure": ("none_yet",),
    }
)
RAG, PROMPT, HYBRID = Architecture.RAG, Architecture.PROMPT, Architecture.HYBRID


def month(
    passed: int = 0, failed: int = 0, at: str = "2026-11", architecture: Architecture = RAG, **failures: int
) -> MonthResult:
    return MonthResult(month=at, passed=passed, failed=failed, failures=failures, architecture=architecture)
