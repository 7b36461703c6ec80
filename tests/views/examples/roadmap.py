"""The roadmap and its items."""

from bot.replies import (
    ItemShown,
    ItemTold,
    PhaseCount,
    Reply,
    RoadmapCopy,
    RoadmapMessage,
    RoadmapOverview,
)
from rules.framework import Architecture
from rules.roadmap import Phase
from storage.records import ItemState
from tests.views.examples.pieces import ANA, AT, BEN, NAME, A

ITEMS = (
    ItemShown(
        id="golden_tasks",
        title="3 to 5 golden tasks that stand for success",
        detail="Each with an input and what a good answer must contain.",
        why="Answers are checked ad hoc today.",
        state=ItemState.OPEN,
        owner=ANA,
        due="2026-12-05",
        note="Ask support for the ten commonest questions.",
        is_new=True,
    ),
    ItemShown(
        id="log_answers",
        title="Log every answer with what was retrieved",
        detail="So that a failure can be read afterwards.",
        done_when="A day of answers can be read back.",
        state=ItemState.DONE,
        done_by=BEN,
        done_at=AT,
    ),
    ItemShown(
        id="old",
        title="Collect examples",
        detail="For tuning.",
        state=ItemState.OBSOLETE,
        obsolete_because="the verdict no longer asks for tuning",
    ),
)


def roadmap(phase: Phase, number: int, **more: object) -> RoadmapMessage:
    said = {
        "assessment_id": A,
        "name": NAME,
        "architecture": Architecture.RAG,
        "phase": phase,
        "number": number,
        "is_first": number == 1,
        "is_last": number == 4,
        "done": 1,
        "total": 9,
        "items": ITEMS,
        "version": 7,
    }
    return RoadmapMessage(**{**said, **more})


BUILD_ITEM = ItemShown(id="index", title="Index the documents", detail="Chunk, embed, search.", state=ItemState.OPEN)

REVIEW_ITEM = ItemShown(
    id="monthly_review",
    title="A monthly review with day, hour and owner",
    detail="Run the golden tasks.",
    state=ItemState.DONE,
    done_by=ANA,
    done_at=AT,
)
EVALUATION = roadmap(Phase.EVALUATION, 1, golden_tasks=("Refund window", "Contract lookup", "Escalation"))

OVERVIEW = RoadmapOverview(
    assessment_id=A,
    name=NAME,
    architecture=Architecture.TOOLS,
    phases=tuple(
        PhaseCount(phase=phase, number=number, done=done, total=4)
        for number, (phase, done) in enumerate(zip(Phase, (1, 0, 4, 0), strict=True), 1)
    ),
    next_item="3 to 5 golden tasks that stand for success",
)

ROADMAPS: dict[str, Reply] = {
    "roadmap_first_phase": EVALUATION,
    "roadmap_failures": roadmap(Phase.FAILURES, 2),
    "roadmap_last_phase": roadmap(Phase.WATCH, 4),
    "roadmap_with_a_planned_review": roadmap(
        Phase.WATCH,
        4,
        items=(REVIEW_ITEM,),
        review="on the 1st of each month, at 10:00",
        review_zone="Europe/Berlin",
        review_owner=ANA,
    ),
    "roadmap_copy": RoadmapCopy(
        assessment_id=A,
        name=NAME,
        phases=(EVALUATION, roadmap(Phase.BUILD, 3, items=(BUILD_ITEM,))),
        link="https://example.slack.com/p2",
    ),
    "roadmap_overview": OVERVIEW,
    "roadmap_overview_worked": OVERVIEW.model_copy(
        update={
            "next_item": "",
            "passes": False,
            "has_tasks": True,
            "review": "on the 1st of each month, at 10:00",
            "review_zone": "Europe/Berlin",
            "review_owner": ANA,
        }
    ),
    "roadmap_copy_opened": RoadmapCopy(
        assessment_id=A, name=NAME, phases=(EVALUATION, roadmap(Phase.WATCH, 4)), opened=Phase.EVALUATION
    ),
    "roadmap_copy_empty": RoadmapCopy(assessment_id=A, name=NAME, phases=()),
    "item_done": ItemTold(title="Golden tasks", state=ItemState.DONE, by=BEN, at=AT),
    "item_open": ItemTold(title="Golden tasks", state=ItemState.OPEN),
    "item_saved": ItemTold(title="Golden tasks", state=ItemState.OPEN, is_saved=True),
    "item_obsolete": ItemTold(title="Golden tasks", state=ItemState.OBSOLETE),
}
