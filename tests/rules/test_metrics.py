"""A failed metric points to the failure bucket that its name, or a label put there on purpose, says; else to none."""

import pytest

from rules import FRAMEWORK
from rules.catalog.buckets import BUCKETS
from rules.catalog.metrics import METRICS
from rules.metrics import UNCLASSIFIED, bucket_of, label_meant, row_of
from rules.rulebook import as_markdown
from tests.tables import each

IDS = tuple(row.id for row in BUCKETS)


def bucket(*failed: str, labels: tuple[str, ...] = ()) -> str:
    return bucket_of(labels, failed, METRICS, IDS)


@each(
    ("metric", "expected"),
    [
        ("Contextual Recall", "retrieval_miss"), ("contextualRecall", "retrieval_miss"),
        ("LLMContextRecall", "retrieval_miss"), ("context_recall [Ragas]", "retrieval_miss"),
        ("contextual_relevancy", "context_overload"), ("ToolCorrectnessMetric", "tool_error"),
        ("is-valid-openai-tools-call", "tool_error"), ("is-json", "formatting"), ("JSON Correctness", "formatting"),
        ("Toxicity", "safety"), ("promptfoo:redteam:pii:direct", "safety"), ("PII Leakage", "safety"),
        ("faithfulness", UNCLASSIFIED), ("contains", UNCLASSIFIED), ("my own metric", UNCLASSIFIED), ("", UNCLASSIFIED),
    ],
)  # fmt: skip
def test_a_metric_is_known_by_its_words_however_it_is_spelled(metric: str, expected: str):
    assert bucket(metric) == expected


def test_a_word_within_a_word_is_no_match():
    assert row_of("jsonish", METRICS) is None
    assert row_of("biased-free", METRICS) is not None


def test_the_longest_match_decides():
    row = row_of("context precision of the tool", METRICS)

    assert row is not None
    assert row.bucket == "context_overload"


def test_the_first_stage_that_failed_explains_those_that_follow():
    assert bucket("is-json", "context recall") == "retrieval_miss"
    assert bucket("faithfulness", "is-json") == "formatting"


@pytest.mark.parametrize("label", ["retrieval_miss", "Retrieval miss", "retrieval-misses", "bucket:retrieval_miss"])
def test_a_label_comes_before_every_metric(label: str):
    assert bucket("is-json", labels=("other", label)) == "retrieval_miss"


def test_a_label_that_names_no_bucket_is_left_alone():
    assert label_meant("slow", IDS) is None
    assert label_meant("", IDS) is None
    assert bucket("is-json", labels=("slow",)) == "formatting"


def test_every_row_names_a_bucket_and_stands_in_the_printed_rulebook():
    text = as_markdown(FRAMEWORK)

    for row in METRICS:
        assert row.bucket in IDS
        assert 1 <= row.stage <= 5
        assert row.looks_at in text
        assert all(row_of(name, METRICS) is not None for name in row.names)


def test_no_name_stands_in_two_rows():
    names = [name for row in METRICS for name in row.names]

    assert len(names) == len(set(names))
