"""Results of an evaluation tool in a feature's thread: said once a file, used at a press, and never marked unasked."""

from datetime import timedelta
from typing import Any

from bot import commands
from bot.dialogue import Recalled, Turn, advance
from bot.replies import Problem, ResultsRead, ReviewMessage
from rules import FRAMEWORK
from rules.review.marks import Mark
from storage.records import (
    Assessment,
    AssessmentState,
    Bucket,
    DeliveryMethod,
    GoldenTask,
    Review,
    ReviewState,
    TaskResult,
)
from tests.bot.declared import declared
from tests.bot.reviewed import DUE, FEATURE, OPEN, T1

TASKS = (
    commands.TaskRead(name="refund_window", provider="small", passed=8, failed=2),
    commands.TaskRead(name="Escalation", provider="small", failed=1),
    commands.TaskRead(name="weather", provider="small", passed=1),
    commands.TaskRead(name="refund_window", provider="large", passed=10),
    commands.TaskRead(name="Escalation", provider="large", could_not_judge=1),
)
BARRED = FEATURE.model_copy(
    update={
        "golden_tasks": (
            GoldenTask(id="t1", name="Refund window", bar="8 of 10"),
            GoldenTask(id="t2", name="Escalation"),
        )
    }
)
LAST = OPEN.model_copy(
    update={
        "id": "r0",
        "month": "2026-11",
        "state": ReviewState.FINISHED,
        "finished_at": DUE - timedelta(days=29),
        "results": {"t1": TaskResult.PASS, "t2": TaskResult.PASS},
    }
)


def do(command: commands.CommandBase, feature: Assessment | None, *reviews: Review) -> Turn:
    recalled = Recalled(
        now=DUE,
        framework=FRAMEWORK,
        new_id="n1",
        assessment=feature,
        reviews=reviews,
        logged={Bucket.SAFETY: 2, Bucket.FORMATTING: 1},
    )
    return advance(command, declared(command, recalled))


def read(feature: Assessment | None = BARRED, *reviews: Review, **more: Any) -> Turn:
    told: dict[str, Any] = {"digest": "d1", "format": "promptfoo", "tasks": TASKS, "left_out": 2}
    told |= {"counts": {"pass": 19, "fail": 3, "could_not_judge": 1}, "buckets": {"formatting": 3}}
    return do(commands.ReadResults(tenant=T1, assessment_id="a1", **{**told, **more}), feature, *reviews)


def use(review: Review, *, place: int = 0, digest: str = "d1") -> Turn:
    said = {"tenant": T1, "channel": "C1", "actor": "U7", "assessment_id": "a1", "month": "2026-12"}
    return do(commands.UseResults(**said, digest=digest, place=place), BARRED, review)


def shown(turn: Turn) -> ResultsRead:
    (reply,) = (say.reply for say in turn.says if isinstance(say.reply, ResultsRead))
    return reply


def test_a_file_is_told_in_the_thread_and_the_same_file_is_told_once():
    turn = read(BARRED, OPEN, LAST)
    (say,) = turn.says

    assert (say.method, say.message_key, say.under_key) == (DeliveryMethod.POST, "results:d1", "parent")
    assert say.dedupe_key == "results:a1:d1"


def test_models_stay_apart_and_each_task_has_its_bar_and_mark():
    small, large = shown(read(BARRED, OPEN, LAST)).providers

    assert [(task.name, task.mark) for task in small.tasks] == [
        ("Refund window", Mark.PASSED), ("Escalation", Mark.FAILED),
    ]  # fmt: skip
    assert [task.mark for task in large.tasks] == [Mark.PASSED, Mark.COULD_NOT_JUDGE]
    assert (small.others, small.dropped) == (3, ("Escalation",))
    assert small.drop == "1 of 2 that passed last time now fails."


def test_nothing_is_marked_before_somebody_presses():
    (review,) = read(BARRED, OPEN).reviews

    assert review.results == OPEN.results
    assert shown(read(BARRED, OPEN)).month == "2026-12"


def test_pressing_marks_the_tasks_adds_the_failures_and_says_who_did_it():
    (kept,) = read(BARRED, OPEN).reviews
    turn = use(kept)
    (review,) = turn.reviews

    assert review.results == {"t1": TaskResult.PASS, "t2": TaskResult.FAIL}
    assert review.counts[Bucket.FORMATTING] == 4
    assert review.counts[Bucket.SAFETY] == 2
    assert review.outcome["counted_by"] == "U7"
    assert shown(turn).used_by == "U7"
    assert any(isinstance(say.reply, ReviewMessage) for say in turn.says)


def test_the_other_model_counts_where_it_was_pressed_and_what_broke_is_no_failure():
    (kept,) = read(BARRED, OPEN).reviews
    (review,) = use(kept, place=1).reviews

    assert review.results == {"t1": TaskResult.PASS, "t2": TaskResult.COULD_NOT_JUDGE}


def test_pressing_twice_or_for_what_is_not_kept_changes_nothing():
    (kept,) = read(BARRED, OPEN).reviews
    (used,) = use(kept).reviews

    for turn in (use(used), use(kept, place=2), use(kept, digest="other"), use(OPEN)):
        assert turn.reviews == ()
        assert isinstance(turn.says[0].reply, Problem)


def test_a_task_that_is_gone_meanwhile_is_not_marked():
    (kept,) = read(BARRED, OPEN).reviews
    fewer = BARRED.model_copy(update={"golden_tasks": BARRED.golden_tasks[:1]})
    command = commands.UseResults(tenant=T1, actor="U7", assessment_id="a1", month="2026-12", digest="d1")

    assert do(command, fewer, kept).reviews[0].results == {"t1": TaskResult.PASS}


def test_only_the_newest_files_are_kept():
    review = OPEN
    for digest in ("d1", "d2", "d3", "d4"):
        (review,) = read(BARRED, review, digest=digest).reviews

    assert list(review.outcome["read"]) == ["d2", "d3", "d4"]


def test_without_an_open_review_it_is_told_and_nothing_kept():
    for reviews in ((), (LAST,)):
        turn = read(BARRED, *reviews)
        assert turn.reviews == ()
        assert shown(turn).month == ""


def test_what_is_gone_or_undecided_is_told_to_nobody():
    undecided = BARRED.model_copy(update={"decision": None})
    over = BARRED.model_copy(update={"state": AssessmentState.CANCELLED})

    for feature in (None, undecided, over):
        assert read(feature, OPEN) == Turn()
