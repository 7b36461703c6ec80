"""Facts that cross a line reopen a decision beside the calendar: its owner hears of each cause once, in one message."""

from datetime import datetime, timedelta

import pytest

from bot import commands
from bot.dialogue import Turn
from bot.replies import Drifted, read_reply
from bot.views import render
from rules import FRAMEWORK, decide
from rules.facts import Facts
from rules.framework import Architecture
from rules.review import MonthResult
from storage import Storage
from storage.records import Answer, Assessment, AssessmentState, Change, Decision, Review, ReviewState, ScheduleState
from tests.bot.counter import Counter
from tests.bot.reviewed import DECIDED, DUE, FEATURE, OPEN, SCHEDULE, T1, carry_out
from tests.bot.room import COPILOT, Room

TUNED = Facts(
    need="behaviour", source="model", failure=["classification"], examples="tens_of_thousands", labels="consistent",
    per_class="over_20", evals="golden_set", ops=["training"], volume="over_1m", hosting="any_api",
)  # fmt: skip


def reviewed(month: int, *, missed: int = 0, passed: int = 5, failed: int = 0) -> Review:
    done = MonthResult(
        month=f"2027-{month:02}", passed=passed, failed=failed, failures={"safety": missed}, architecture="rag"
    )
    at = DUE + timedelta(days=31 * month)
    return Review(
        id=f"r{month}", tenant=T1, assessment_id="a1", month=done.month, state=ReviewState.FINISHED, opened_at=at,
        finished_at=at, outcome={"result": done.model_dump(mode="json"), "architecture": "rag"},
    )  # fmt: skip


GROWING = tuple(reviewed(month, missed=2 * month) for month in (3, 2, 1))
"""The latest first, as they are recalled."""


def do(command: commands.CommandBase, feature: Assessment | None, *reviews: Review, now: datetime = DUE) -> Turn:
    return carry_out(command, now, assessment=feature, reviews=reviews)


def look(feature: Assessment | None, *reviews: Review, now: datetime = DUE, **before: str) -> Turn:
    return do(commands.LookForDrift(tenant=T1, assessment_id="a1", before=before), feature, *reviews, now=now)


def told(turn: Turn) -> list[Drifted]:
    return [say.reply for say in turn.says if isinstance(say.reply, Drifted)]


def test_the_owner_hears_of_a_bucket_that_grows_in_a_direct_message_with_a_button_to_reassess():
    turn = look(FEATURE, *GROWING)

    (say,) = turn.says
    (reply,) = told(turn)
    assert (say.channel, say.is_private) == ("U1", True)
    assert (reply.architecture, reply.now) == (Architecture.RAG, Architecture.RAG)
    assert "grew 3 months running (safety" in render(reply).text
    assert "Reassess" in render(reply).text


def test_a_cause_is_told_once_however_long_it_lasts():
    heard = look(FEATURE, *GROWING).assessments[-1]

    longer = look(heard, reviewed(4, missed=90), *GROWING)

    assert heard.told_causes == ("bucket:safety:2027-01",)
    assert longer == Turn()


def test_several_causes_are_one_message_and_only_what_is_new_is_told():
    below = [review.model_copy(update={"outcome": reviewed(at, missed=2 * at, passed=1, failed=4).outcome})
             for at, review in zip((3, 2, 1), GROWING, strict=True)]  # fmt: skip

    both = look(FEATURE, *below)
    heard = look(FEATURE, *GROWING).assessments[-1]

    assert [len(reply.causes) for reply in told(both)] == [2]
    assert [len(reply.causes) for reply in told(look(heard, *below))] == [1]


def test_reviews_of_the_version_before_were_looked_at_when_it_was_taken_up_again():
    again = FEATURE.model_copy(update={"started_at": GROWING[0].opened_at})

    assert look(again, *GROWING) == Turn()


@pytest.mark.parametrize(
    "update",
    [
        {"state": AssessmentState.CANCELLED},
        {"state": AssessmentState.INTERVIEWING},
        {"superseded_by": "a2"},
        {"schedule": None},
        {"schedule": SCHEDULE.model_copy(update={"state": ScheduleState.PAUSED})},
        {"decision": None},
    ],
    ids=str,
)
def test_nobody_hears_of_it_where_the_decision_is_over_being_looked_at_or_without_reviews(update):
    assert look(FEATURE.model_copy(update=update), *GROWING) == Turn()


def test_nobody_hears_of_an_assessment_that_is_gone():
    assert look(None) == Turn()


def test_a_finished_review_has_itself_looked_at():
    finish = commands.FinishReview(tenant=T1, channel="C1", actor="U1", assessment_id="a1", month="2026-12")

    turn = do(finish, FEATURE, OPEN)

    run = next(run for run in turn.runs if isinstance(run.command, commands.LookForDrift))
    assert (run.key, run.at) == ("drift:a1:2026-12", DUE)


def tuned(**fields) -> Assessment:
    answers = {
        fact: Answer(fact=fact, value=value, by="U1", at=DECIDED) for fact, value in TUNED.known().items()
    }  # fmt: skip
    decision = Decision(at=DECIDED, facts=TUNED, verdict=decide(TUNED, FRAMEWORK))
    return FEATURE.model_copy(update={"answers": answers, "decision": decision, **fields})


def test_a_dated_row_is_watched_from_the_plan_on_and_told_when_it_turns():
    plan = commands.PlanReview(
        tenant=T1, channel="C1", actor="U1", assessment_id="a1", day="day:1", time="10:00", zone="UTC", owner="U3"
    )

    turn = do(plan, tuned(schedule=None))
    (run,) = (run for run in turn.runs if isinstance(run.command, commands.LookForDrift))

    assert f"{run.at:%Y-%m-%d %H:%M}" == "2027-01-06 10:00"
    assert look(turn.assessments[-1], now=run.at - timedelta(days=1)) == Turn()
    (reply,) = told(look(turn.assessments[-1], now=run.at))
    assert "has taken no new training jobs" in reply.causes[0]


def test_what_does_not_touch_the_decision_sets_no_watch():
    pause = commands.EditItem(tenant=T1, channel="C1", actor="U1", assessment_id="a1", item_id="none")

    assert do(pause, tuned()).runs == ()


def test_a_fact_that_grows_is_looked_at_once_it_was_answered_anew_and_decided(decided: Room):
    decided.do(commands.PlanReview, day="day:1", time="10:00", zone="Europe/Berlin", owner="U3", working_days_only=True)
    before = decided.assessment.facts().value("corpus")
    other = "prompt_sized" if before == "large" else "large"

    decided.do(commands.RecordChange, fact="corpus", value=other)
    decided.interview(COPILOT)
    runs = [run for turn in decided.turns for run in turn.runs]
    (run,) = (run for run in runs if isinstance(run.command, commands.LookForDrift))
    again = decided.run(run.command)

    assert run.command.before == {"corpus": before}
    (reply,) = told(again)
    assert "was answered anew" in reply.causes[0]
    assert told(decided.run(run.command)) == []


def test_a_new_version_does_not_bring_up_again_what_was_told(decided: Room):
    decided.assessments[decided.at] = decided.assessment.model_copy(update={"told_causes": ("bar:2026-10",)})

    decided.do(commands.Reassess)

    assert decided.assessment.supersedes
    assert decided.assessment.told_causes == ("bar:2026-10",)


async def test_what_was_told_is_kept_so_that_a_second_look_says_nothing(storage: Storage):
    counter = Counter(storage)
    reviews = tuple(review.model_copy(update={"version": 0}) for review in GROWING)
    feature = FEATURE.model_copy(update={"version": 0})
    await counter.storage.remember(Change(tenant=T1, at=DUE, assessments=(feature,), reviews=reviews))

    for _ in range(2):
        await counter.do(commands.LookForDrift, by="", channel="", assessment_id="a1")

    sent = [row for row in await counter.deliver() if read_reply(row.reply).kind == "drifted"]
    kept = await counter.storage.assessments.get(T1, "a1")
    assert [row.channel for row in sent] == ["U1"]
    assert kept is not None
    assert kept.told_causes == ("bucket:safety:2027-01",)
