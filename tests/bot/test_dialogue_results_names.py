"""Results under a name close to that of a golden task: offered once, and what somebody said of it is remembered."""

from bot import commands
from bot.dialogue import Turn
from bot.replies import Problem
from bot.results.summary import TaskRead
from rules.review.marks import Mark
from storage.records import Assessment, ResultFile, Review, TaskResult
from tests.bot.results_read import BARRED, LAST, do, kept, read, shown, use
from tests.bot.reviewed import OPEN, T1

CLOSE = (TaskRead(name="Escalations", passed=1), TaskRead(name="refund window", passed=1))


def name(file: ResultFile, *reviews: Review, is_same: bool, task: str = "t2", feature: Assessment = BARRED) -> Turn:
    said = {"tenant": T1, "channel": "C1", "actor": "U7", "assessment_id": "a1", "digest": file.digest, "task": task}
    return do(commands.NameTask(**said, called="Escalations", is_same=is_same), feature, *reviews, files=[file])


def test_a_close_name_is_offered_once_and_what_somebody_said_of_it_is_remembered():
    first = read(BARRED, LAST, tasks=CLOSE)
    second = read(BARRED, LAST, tasks=CLOSE, digest="d2", files=[kept(first)])
    (same,) = name(kept(first), is_same=True).assessments
    (other,) = name(kept(first), is_same=False).assessments

    assert [(close.name, close.task) for close in shown(first).providers[0].close] == [("Escalations", "t2")]
    assert shown(second).providers[0].close == ()
    assert same.golden_tasks[1].also_called == ("Escalations",)
    assert other.golden_tasks[1].not_called == ("Escalations",)
    assert shown(read(same, LAST, tasks=CLOSE, digest="d3")).providers[0].tasks[1].mark is Mark.PASSED
    assert shown(read(other, LAST, tasks=CLOSE, digest="d3")).providers[0].others == 3


def test_the_message_is_made_anew_and_a_review_that_uses_the_file_gets_the_mark():
    file = kept(read(BARRED, OPEN, tasks=CLOSE))
    (used,) = use(OPEN, file).reviews
    taken = kept(use(OPEN, file))
    turn = name(taken, used, is_same=True)

    assert used.results == {"t1": TaskResult.PASS}
    assert shown(turn).providers[0].close == ()
    assert turn.reviews[0].results["t2"] is TaskResult.PASS
    assert turn.reviews[0].outcome["added"] == used.outcome["added"]
    assert name(file, OPEN, is_same=True).reviews == ()


def test_naming_a_task_or_a_file_that_is_gone_changes_nothing():
    file = kept(read(BARRED, LAST, tasks=CLOSE))

    assert isinstance(name(file, is_same=True, task="t9").says[0].reply, Problem)
    assert isinstance(
        do(commands.NameTask(tenant=T1, channel="C1", actor="U7", assessment_id="a1", digest="d9", task="t2",
                             called="x", is_same=True), BARRED).says[0].reply, Problem)  # fmt: skip
