"""Golden tasks and items as they are edited."""

from bot.replies import (
    AnyModal,
    DueTold,
    ItemModal,
    Reply,
    TaskRow,
    TaskShown,
    TasksModal,
    TasksTold,
    TaskWritten,
)
from rules.catalog.golden_tasks import GOLDEN_TASKS
from storage.records import ItemState
from tests.views.examples.pieces import ANA, NAME, A
from tests.views.examples.roadmap import EVALUATION, ITEMS

ROWS = tuple(
    TaskRow(id=f"new{at}", bar=row.bar, name_hint=row.name, input_hint=row.input, content_hint=row.must_contain)
    for at, row in enumerate(GOLDEN_TASKS[:4], 1)
)
OWN = tuple(
    TaskRow(id=f"t{at}", name=name, bar="9 of 10 runs") for at, name in enumerate(("Refund window", "Escalation"))
)
SHOWN = (TaskShown(name="Refund window", bar="9 of 10 runs"), TaskShown(name="Contract lookup"))
LONG = ITEMS[0].model_copy(update={"note": "Ask support for the ten commonest questions. " * 60})
WORKED: dict[str, Reply] = {
    "roadmap_with_own_tasks": EVALUATION.model_copy(update={"tasks": SHOWN, "bar": "75 of 100"}),
    "roadmap_with_many_tasks": EVALUATION.model_copy(update={"tasks": SHOWN * 10, "items": ()}),
    "roadmap_with_a_long_note": EVALUATION.model_copy(update={"items": (LONG,), "golden_tasks": ()}),
    **{f"tasks_told_{count}": TasksTold(name=NAME, count=count) for count in (0, 1, 3, 6)},
    "tasks_told_blank": TasksTold(name=NAME, count=0, assessment_id=A, is_blank=True),
    "tasks_told_without_bars": TasksTold(name=NAME, count=4, without_bar=1),
    "tasks_told_written": TasksTold(
        name=NAME,
        count=3,
        added=1,
        assessment_id=A,
        written=(
            TaskWritten(name="Refund window", input="How long?", must_contain="30 days, with a link", bar="9 of 10"),
            TaskWritten(name="Escalation", input="It is broken."),
        ),
    ),
    "tasks_told_without_contents": TasksTold(
        name=NAME, count=7, assessment_id=A, without_content=tuple(f"Task {at}" for at in range(7))
    ),
    "due_told": DueTold(title="Log every answer with what was retrieved", due="2026-11-01"),
}
TASKS = TasksModal(private="{}", assessment_id=A, name=NAME, rows=ROWS, is_suggested=True)
ITEM = ItemModal(
    private="{}",
    title="Log every answer with what was retrieved",
    detail="So that a failure can be read afterwards.",
    done_when="A day of answers can be read back.",
    why="Answers are checked ad hoc today.",
    state=ItemState.OPEN,
)
WORKED_MODALS: dict[str, AnyModal] = {
    "tasks_suggested": TASKS,
    "tasks_own": TASKS.model_copy(update={"rows": OWN, "is_suggested": False}),
    "tasks_with_another": TASKS.model_copy(update={"rows": (*ROWS, TaskRow(id="new5")), "replaces": True}),
    "tasks_full": TASKS.model_copy(
        update={"rows": tuple(TaskRow(id=f"t{at}", name=f"Task {at}") for at in range(20)), "can_add": False}
    ),
    "item": ITEM,
    "item_worked": ITEM.model_copy(
        update={"state": ItemState.DONE, "owner": ANA, "due": "2026-12-05", "note": "One line.\nAnother.", "why": ""}
    ),
}
