"""ranx: the JSON of a comparison, which holds means alone."""

from collections.abc import Iterator
from typing import Any

from bot.results.detection import Seen
from bot.results.json_walk import Part
from bot.results.scores import number_of
from bot.results.values import Remarks, Run, clean


def recognizes(seen: Seen) -> bool:
    """Whether a document is a comparison of ranx."""
    return seen.has("metrics", "model_names") and (
        seen.has("stat_test") or any(path[1:] == ("scores",) for path in seen.values)
    )


def read(parts: Iterator[Part], remarks: Remarks) -> Iterator[Run]:
    """No runs: a comparison holds a mean for each model and measure. They are noted."""
    for part in parts:
        if len(part.path) == 2 and part.path[1] == "scores" and isinstance(part.value, dict):
            remarks.note(f"{clean(part.path[0], 60)}: {_means(part.value)}. A mean is no verdict and counts nowhere.")
    remarks.note(
        "A comparison holds no single question: send a table with one line a question and measure, or a run with qrels."
    )
    yield from ()


def _means(scores: dict[str, Any]) -> str:
    shown = [
        f"{clean(name, 30)} {number:.4g}"
        for name, value in list(scores.items())[:20]
        if (number := number_of(value)) is not None
    ]
    return ", ".join(shown) or "no measure"
