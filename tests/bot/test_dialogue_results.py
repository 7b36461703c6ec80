"""Results of an evaluation tool in a feature's thread: said once a file, used at a press, and never marked unasked."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot import commands
from bot.dialogue import Recalled, Turn, advance, faults
from bot.errors import NotRead
from bot.replies import BelowBar, Problem, ResultsRead, ReviewMessage
from bot.results.summary import Summary, TaskRead
from rules import FRAMEWORK, Facts
from rules.review import MonthResult, conclude
from rules.review.marks import Mark
from storage.records import (
    Assessment,
    AssessmentState,
    Bucket,
    DeliveryMethod,
    GoldenTask,
    ResultFile,
    Review,
    ReviewState,
    TaskResult,
    TaskRuns,
    Way,
)
from tests.bot.declared import declared
from tests.bot.reviewed import DUE, FEATURE, OPEN, T1

TASKS = (
    TaskRead(name="refund_window", provider="small", passed=8, failed=2),
    TaskRead(name="Escalation", provider="small", failed=1),
    TaskRead(name="weather", provider="small", passed=1),
    TaskRead(name="refund_window", provider="large", passed=10),
    TaskRead(name="Escalation", provider="large", could_not_judge=1),
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
        "outcome": conclude(
            MonthResult(month="2026-11", passed=2, architecture="rag"),
            (),
            facts=Facts(need="facts"),
            framework=FRAMEWORK,
        ).model_dump(mode="json"),
    }
)


def do(
    command: commands.CommandBase, feature: Assessment | None, *reviews: Review, files: Sequence[ResultFile] = ()
) -> Turn:
    recalled = Recalled(
        now=DUE,
        framework=FRAMEWORK,
        new_id="n1",
        assessment=feature,
        reviews=reviews,
        logged={Bucket.SAFETY: 2, Bucket.FORMATTING: 1},
        result_files=tuple(files),
    )
    return advance(command, declared(command, recalled))


def read(feature: Assessment | None = BARRED, *reviews: Review, files: Sequence[ResultFile] = (), **more: Any) -> Turn:
    told: dict[str, Any] = {"digest": "d1", "format": "promptfoo", "tasks": TASKS, "left_out": 2}
    told |= {"counts": {"pass": 19, "fail": 3, "could_not_judge": 1}, "buckets": {"formatting": 3}}
    said = {name: more.pop(name) for name in list(more) if name in Summary.model_fields}
    command = commands.ReadResults(tenant=T1, assessment_id="a1", summary=Summary(**{**told, **said}), **more)
    return do(command, feature, *reviews, files=files)


def kept(turn: Turn) -> ResultFile:
    (file,) = turn.result_files
    return file


def use(review: Review, *files: ResultFile, place: int = 0, digest: str = "d1", feature: Assessment = BARRED) -> Turn:
    said = {"tenant": T1, "channel": "C1", "actor": "U7", "assessment_id": "a1", "month": "2026-12"}
    return do(commands.UseResults(**said, digest=digest, place=place), feature, review, files=files)


def keep(*files: ResultFile, place: int = 0, digest: str = "d1", reviews: Sequence[Review] = ()) -> Turn:
    said = {"tenant": T1, "channel": "C1", "actor": "U7", "assessment_id": "a1"}
    return do(commands.KeepResults(**said, digest=digest, place=place), BARRED, *reviews, files=files)


FILE = kept(read(BARRED, LAST))


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


def test_without_an_open_review_it_is_told_and_kept_for_the_next_one():
    for reviews in ((), (LAST,)):
        turn = read(BARRED, *reviews)
        assert turn.reviews == ()
        assert shown(turn).month == ""
        assert kept(turn).used_in is None


def test_one_file_is_chosen_for_the_next_review_and_choosing_another_lets_it_go():
    other = FILE.model_copy(update={"digest": "d2"})
    chosen = kept(keep(FILE, place=1))
    turn = keep(other, chosen, digest="d2")

    assert (chosen.place, chosen.taken_by, chosen.used_in) == (1, "U7", None)
    assert shown(keep(FILE, place=1)).used == "large"
    assert {file.digest: file.place for file in turn.result_files} == {"d2": 0, "d1": None}
    assert {say.message_key for say in turn.says} == {"results:d1", "results:d2"}


def test_keeping_what_is_not_there_changes_nothing_and_with_a_review_open_it_is_used_there():
    used = FILE.model_copy(update={"used_in": "2026-11", "place": 0})

    for turn in (keep(FILE, place=2), keep(FILE, digest="other"), keep(used)):
        assert turn.result_files == ()
        assert isinstance(turn.says[0].reply, Problem)
    assert keep(FILE, reviews=[OPEN]).reviews[0].results["t1"] is TaskResult.PASS


def test_the_review_that_opens_is_filled_with_what_was_chosen_for_it():
    chosen = kept(keep(FILE))
    command = commands.OpenReview(tenant=T1, assessment_id="a1", month="2026-12")
    turn = do(command, BARRED, LAST, files=[chosen])
    (review,) = turn.reviews
    (message,) = (say.reply for say in turn.says if isinstance(say.reply, ReviewMessage))

    assert review.results == {"t1": TaskResult.PASS, "t2": TaskResult.FAIL}
    assert (kept(turn).used_in, shown(turn).used_in) == ("2026-12", "2026-12")
    assert ([used.by for used in message.sources], message.waiting) == (["U7"], ())


def test_the_review_that_opens_offers_what_nobody_chose():
    command = commands.OpenReview(tenant=T1, assessment_id="a1", month="2026-12")
    turn = do(command, BARRED, LAST, files=[FILE])
    (message,) = (say.reply for say in turn.says if isinstance(say.reply, ReviewMessage))

    assert turn.reviews[0].results == {}
    assert [(one.digest, one.providers, one.passed, one.ran) for one in message.waiting] == [
        ("d1", ("small", "large"), 19, 22)
    ]


def test_a_file_from_before_the_last_review_is_not_offered_again():
    older = FILE.model_copy(update={"at": DUE - timedelta(days=40)})
    turn = do(commands.OpenReview(tenant=T1, assessment_id="a1", month="2026-12"), BARRED, LAST, files=[older])
    (message,) = (say.reply for say in turn.says if isinstance(say.reply, ReviewMessage))

    assert message.waiting == ()


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


def test_changes_of_facts_are_offered_with_the_verdict_before_and_after_and_once():
    told = {"counts": {"pass": 31, "fail": 9}, "buckets": {"formatting": 9}}
    first = read(BARRED, LAST, **told)
    second = read(BARRED, LAST, **told, digest="d2", files=[kept(first)])

    offers = {offer.change.fact: offer for offer in shown(first).facts}
    assert offers["failure"].because == "a wrong format in 9 of 40 runs"
    assert "format" in offers["failure"].change.value
    assert shown(second).facts == ()


def test_a_drop_is_told_beside_the_newest_of_the_last_review_and_the_file_before():
    better = kept(read(BARRED, LAST, tasks=(TaskRead(name="Escalation", provider="small", failed=1),)))
    before = better.model_copy(update={"at": DUE - timedelta(days=1), "digest": "d0"})
    turn = read(BARRED, LAST, files=[before], tasks=(TaskRead(name="Escalation", passed=1),))

    assert shown(read(BARRED, LAST)).providers[0].dropped == ("Escalation",)
    assert shown(turn).providers[0].mended == ("Escalation",)


def owner_told(turn: Turn) -> list[BelowBar]:
    return [say.reply for say in turn.says if isinstance(say.reply, BelowBar)]


WORSE = (TaskRead(name="refund_window", failed=1), TaskRead(name="Escalation", passed=1))


def test_below_the_bar_between_reviews_the_owner_hears_it_once_and_in_a_review_not_at_all():
    turn = read(BARRED, LAST, tasks=WORSE)
    (told,) = owner_told(turn)
    (say,) = (say for say in turn.says if say.reply is told)

    assert (say.channel, say.dedupe_key) == (BARRED.schedule.owner, "below_bar:a1:2026-11")
    assert told.failed == ("Refund window",)
    assert owner_told(read(BARRED, OPEN, tasks=WORSE)) == []
    assert owner_told(read(BARRED, LAST, tasks=WORSE[1:])) == []
    low = BARRED.model_copy(update={"bar": "1 of 2"})
    assert owner_told(read(low, LAST, tasks=WORSE)) == []


def test_of_several_models_the_one_that_the_team_took_last_counts():
    chosen = FILE.model_copy(update={"place": 0, "digest": "d0"})

    assert owner_told(read(BARRED, LAST)) == []
    assert len(owner_told(read(BARRED, LAST, files=[chosen]))) == 1
    assert owner_told(read(BARRED, LAST, files=[chosen.model_copy(update={"place": 1})])) == []
    assert owner_told(read(BARRED, LAST, files=[chosen.model_copy(update={"place": 9})])) == []


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
