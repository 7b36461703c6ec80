"""Verdict and facts -> Roadmap: evaluation, failures likeliest first, the build with its gates, then watching.

Behind `rules.plan`. The rows stand in `rules/catalog/steps.py` and `buckets.py`; ids are theirs and never change, so
that a re-assessment keeps what is still valid.
"""

from rules.catalog.buckets import BUCKETS
from rules.catalog.golden_tasks import GOLDEN_TASKS, USUAL
from rules.catalog.steps import BUILD_STEPS, EVALUATION_STEPS, WATCH_STEPS
from rules.conditions import ALWAYS
from rules.facts import Facts
from rules.framework import Architecture
from rules.judge import ORDER
from rules.roadmap import BucketRow, GoldenTaskRow, Phase, Roadmap, RoadmapItem, StepRow
from rules.verdict import Verdict

FEWEST_TASKS, MOST_TASKS = 3, 5
TASKS_ITEM = "golden_tasks"
"""The item that asks for them."""
BUCKET_PREFIX = "bucket_"
"""How the items of the failure phase are named: this and the bucket's id."""

_WEIGHT_OF_A_FACT = 3


def plan(verdict: Verdict, facts: Facts) -> Roadmap:
    """What to do after this verdict, in order."""
    chosen = verdict.verdict
    return Roadmap(
        items=(
            *_steps(EVALUATION_STEPS, chosen, facts),
            *(_bucket_item(row, facts) for row in likeliest(chosen, facts)),
            *_steps(BUILD_STEPS, chosen, facts),
            *_steps(WATCH_STEPS, chosen, facts),
        ),
        golden_tasks=tuple(task.name for task in golden_tasks(facts)),
    )


def likeliest(architecture: Architecture, facts: Facts) -> tuple[BucketRow, ...]:
    """The buckets to watch with this architecture, the likeliest on these facts first."""
    place = ORDER.index(architecture)
    likely = [(row.base[place] + _WEIGHT_OF_A_FACT * len(_whys(row, facts)), row) for row in BUCKETS if row.base[place]]
    worth_watching = [(weight, row) for weight, row in likely if weight > 1]
    return tuple(row for _, row in sorted(worth_watching, key=lambda found: -found[0]))


def golden_tasks(facts: Facts) -> tuple[GoldenTaskRow, ...]:
    """Three to five suggestions: what the facts call for, filled up with what fits every feature."""
    others = GOLDEN_TASKS[len(USUAL) :]
    called_for = [row for row in others if row.when is not ALWAYS and row.when.holds(facts)]
    always = [row for row in others if row.when is ALWAYS]
    wanted = min(MOST_TASKS, max(FEWEST_TASKS, len(called_for) + 1))
    usual = next(row for row in USUAL if row.when.holds(facts))
    return (usual, *[*called_for, *always][: wanted - 1])


def _steps(rows: tuple[StepRow, ...], chosen: Architecture, facts: Facts) -> list[RoadmapItem]:
    return [
        RoadmapItem(
            id=row.id, phase=row.phase, title=row.title, detail=row.detail, done_when=row.done_when, why=row.why
        )
        for row in rows
        if chosen in row.architectures and row.when.holds(facts)
    ]


def _bucket_item(row: BucketRow, facts: Facts) -> RoadmapItem:
    whys = _whys(row, facts)
    return RoadmapItem(
        id=f"{BUCKET_PREFIX}{row.id}",
        phase=Phase.FAILURES,
        title=f"{row.label}: {row.means[0].lower()}{row.means[1:].rstrip('.')}",
        detail=row.detect,
        done_when="Failures of this kind are counted every month.",
        why=f"Likely, because {whys[0]}." if whys else "",
    )


def _whys(row: BucketRow, facts: Facts) -> list[str]:
    return [why for condition, why in row.likelier if condition.holds(facts)]
