"""What a failed metric says about the failure: the bucket that its name, or an explicit label, points to (F11).

Names are compared word by word, so that "Contextual Recall [GEval]", `contextual_recall` and `contextualRecall` are
one. Pure; the rows stand in `rules/catalog/metrics.py`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

UNCLASSIFIED = "unclassified"
"""The bucket of what fits no other: a right context and still a wrong answer, or a metric that no row knows."""

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD = re.compile(r"[a-z0-9]+")
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class MetricRow:
    """Names of metrics that look at one thing, the bucket that a failure of them points to, and at which stage."""

    bucket: str
    stage: int
    """Where in the making of an answer it looks: 1 retrieval, 2 tools, 3 context, 4 the answer's shape and manners,
    5 the answer's content. The first stage that failed explains those that follow."""
    names: tuple[str, ...]
    """Words that stand in the metric's name one after the other: "context recall" is found in "LLM context recall"."""
    looks_at: str
    """What such a metric looks at, in a few words."""


def bucket_of(labels: Iterable[str], failed: Iterable[str], rows: Sequence[MetricRow], buckets: Sequence[str]) -> str:
    """The bucket of one failed run: by an explicit label first, else by the first stage whose metric failed.

    `labels` are words that somebody put on the case or the check on purpose, `failed` the names of the metrics that
    failed, `buckets` the ids that exist. Gives `unclassified` rather than a forced fit. Framework: section 8, F11.
    """
    labelled = [bucket for bucket in (label_meant(label, tuple(buckets)) for label in labels) if bucket]
    if labelled:
        return labelled[0]
    found = [row for row in (row_of(name, tuple(rows)) for name in failed) if row]
    return min(found, key=lambda row: row.stage).bucket if found else UNCLASSIFIED


@lru_cache(maxsize=4096)
def label_meant(label: str, buckets: tuple[str, ...]) -> str | None:
    """The bucket that a label names: "Retrieval miss", `retrieval-miss`, `bucket:retrieval_miss`; None for others."""
    wanted = _words(label.rpartition(":")[2])
    plain = [_singular(word) for word in wanted]
    for bucket in buckets:
        if plain and plain == [_singular(word) for word in bucket.split("_")]:
            return bucket
    return None


@lru_cache(maxsize=4096)
def row_of(metric: str, rows: tuple[MetricRow, ...]) -> MetricRow | None:
    """The row whose words stand in the metric's name; of several the one with the most words, then the first stage."""
    name = f" {' '.join(_words(metric))} "
    fitting = [
        (-phrase.count(" "), row.stage, place)
        for place, row in enumerate(rows)
        for phrase in row.names
        if f" {phrase} " in name
    ]
    return rows[min(fitting)[2]] if fitting else None


def _singular(word: str) -> str:
    return word.removesuffix("es").removesuffix("s").removesuffix("s")


def _words(name: str) -> list[str]:
    return _WORD.findall(_HUMP.sub(" ", name[:_LONGEST_NAME]).lower())
