"""Results that come between reviews: kept for the next one, and told to the owner where they fall below the bar."""

from collections.abc import Sequence
from datetime import timedelta

from bot import commands
from bot.dialogue import Turn
from bot.replies import BelowBar, Problem, ReviewMessage
from bot.results.summary import TaskRead
from bot.views import render
from storage.records import ResultFile, Review, TaskResult
from tests.bot.results_read import BARRED, FILE, LAST, do, kept, read, shown
from tests.bot.reviewed import DUE, OPEN, T1


def keep(*files: ResultFile, place: int = 0, digest: str = "d1", reviews: Sequence[Review] = ()) -> Turn:
    said = {"tenant": T1, "channel": "C1", "actor": "U7", "assessment_id": "a1"}
    return do(commands.KeepResults(**said, digest=digest, place=place), BARRED, *reviews, files=files)


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
    *edits, private = turn.says
    assert {say.message_key for say in edits} == {"results:d1", "results:d2"}
    assert (private.user, "in the place of" in render(private.reply).text) == ("U7", True)
    assert all(say.message_key for say in keep(FILE, place=1).says)


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
