"""Results of an evaluation tool in a feature's thread: said once a file, used at a press, and never marked unasked."""

from typing import Any

from bot import commands
from bot.dialogue import Turn, faults
from bot.errors import NotRead
from bot.replies import Problem, ReviewMessage
from rules.review.marks import Mark
from storage.records import AssessmentState, Bucket, DeliveryMethod, TaskResult, TaskRuns, Way
from tests.bot.results_read import BARRED, FILE, LAST, do, kept, read, shown, use
from tests.bot.reviewed import OPEN, T1


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


def test_nothing_is_marked_before_somebody_presses_and_what_was_read_is_kept():
    turn = read(BARRED, OPEN)

    assert turn.reviews == ()
    assert shown(turn).month == "2026-12"
    assert (kept(turn).digest, kept(turn).way, kept(turn).place) == ("d1", Way.SERVER, None)
    assert kept(turn).read["counts"] == {"pass": 19, "fail": 3, "could_not_judge": 1}


def test_the_same_content_counts_once_and_whoever_shared_it_hears_so():
    quiet = read(BARRED, OPEN, files=[FILE])
    (say,) = read(BARRED, OPEN, files=[FILE], actor="U7", channel="C1", name="again.json").says

    assert quiet == Turn()
    assert (say.user, say.is_private) == ("U7", True)
    assert (say.reply.why, say.reply.file, say.reply.at) == (NotRead.KNOWN, "again.json", FILE.at)


def test_pressing_marks_the_tasks_adds_the_failures_and_says_who_did_it():
    turn = use(OPEN, FILE)
    (review,) = turn.reviews

    assert review.results == {"t1": TaskResult.PASS, "t2": TaskResult.FAIL}
    assert review.runs == {"t1": TaskRuns(passed=8, of=10)}
    (message,) = (say.reply for say in turn.says if isinstance(say.reply, ReviewMessage))
    assert {row.bucket: row.count for row in message.counts} == {"formatting": 4, "safety": 2}
    assert [(used.format, used.by) for used in message.sources] == [("promptfoo", "U7")]
    assert (message.counted_by, message.waiting) == (None, ())
    assert [mark.runs for mark in message.tasks] == ["8 of 10 runs", ""]
    assert (shown(turn).used_by, shown(turn).used_in, shown(turn).used) == ("U7", "2026-12", "small")
    assert (kept(turn).place, kept(turn).used_in) == (0, "2026-12")


def test_what_is_logged_after_that_still_counts_and_a_correction_counts_alone():
    (used,) = use(OPEN, FILE).reviews
    said = {"tenant": T1, "channel": "C1", "actor": "U7", "assessment_id": "a1", "month": "2026-12"}
    corrected = do(commands.SaveCounts(**said, counts={"formatting": "1"}), BARRED, used).reviews[0]
    untouched = do(commands.SaveCounts(**said, counts={"formatting": "4"}), BARRED, used).reviews[0]
    finished = do(commands.FinishReview(**said), BARRED, corrected).reviews[0]

    assert corrected.counts[Bucket.FORMATTING] == 1
    assert "added" not in corrected.outcome
    assert untouched.outcome["added"] == {"formatting": 3}
    assert finished.outcome["result"]["failures"] == {"formatting": 1, "safety": 2}
    assert do(commands.FinishReview(**said), BARRED, used).reviews[0].counts[Bucket.FORMATTING] == 4


def test_the_other_model_counts_where_it_was_pressed_and_what_broke_is_no_failure():
    (review,) = use(OPEN, FILE, place=1).reviews

    assert review.results == {"t1": TaskResult.PASS, "t2": TaskResult.COULD_NOT_JUDGE}


def test_pressing_twice_or_for_what_is_not_kept_changes_nothing():
    used = kept(use(OPEN, FILE))

    for turn in (use(OPEN, used), use(OPEN, FILE, place=2), use(OPEN, FILE, digest="other"), use(OPEN)):
        assert turn.reviews == ()
        assert isinstance(turn.says[0].reply, Problem)


def test_a_task_that_is_gone_meanwhile_is_not_marked():
    fewer = BARRED.model_copy(update={"golden_tasks": BARRED.golden_tasks[:1]})

    assert use(OPEN, FILE, feature=fewer).reviews[0].results == {"t1": TaskResult.PASS}


def test_changes_of_facts_are_offered_with_the_verdict_before_and_after_and_once():
    told = {"counts": {"pass": 31, "fail": 9}, "buckets": {"formatting": 9}}
    first = read(BARRED, LAST, **told)
    second = read(BARRED, LAST, **told, digest="d2", files=[kept(first)])

    offers = {offer.change.fact: offer for offer in shown(first).facts}
    assert offers["failure"].because == "a wrong format in 9 of 40 runs"
    assert "format" in offers["failure"].change.value
    assert shown(second).facts == ()


def test_what_is_gone_or_undecided_is_told_to_nobody():
    undecided = BARRED.model_copy(update={"decision": None})
    over = BARRED.model_copy(update={"state": AssessmentState.CANCELLED})

    for feature in (None, undecided, over):
        assert read(feature, OPEN) == Turn()


def test_runs_that_people_count_are_marked_under_the_tasks_own_bar_and_shown():
    said = {"tenant": T1, "channel": "C1", "actor": "U7", "assessment_id": "a1", "month": "2026-12"}
    modal: Any = do(commands.AskForCounts(**said), BARRED, OPEN).modal
    turn = do(commands.SaveCounts(**said, runs={"t1": "7 of 10", "t9": "1 of 1", "t2": ""}), BARRED, OPEN)
    (review,) = turn.reviews
    again = do(commands.SaveCounts(**said, results={"t1": "pass"}, runs={"t1": "7 of 10"}), BARRED, review).reviews[0]
    by_menu = do(commands.MarkTask(**said, task="t1", result=TaskResult.PASS), BARRED, review).reviews[0]

    assert [task.counts_runs for task in modal.tasks] == [True, False]
    assert review.results == {"t1": TaskResult.FAIL}
    assert review.runs == {"t1": TaskRuns(passed=7, of=10)}
    assert (again.results["t1"], again.runs) == (TaskResult.PASS, {})
    assert by_menu.runs == {}
    assert faults(commands.SaveCounts(**said, runs={"t1": "most"})).keys() == {"field.review_runs|t1"}
    assert faults(commands.SaveCounts(**said, runs={"t1": "0 of 5", "t2": " "})) == {}
