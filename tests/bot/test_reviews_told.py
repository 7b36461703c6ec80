"""What whoever asks for the reviews of a decision hears."""

from datetime import timedelta

from bot import commands
from bot.dialogue import Recalled, advance
from bot.views import render
from rules import FRAMEWORK
from storage.records import Assessment, Bucket, ChecklistItem, ItemState, Review, ScheduleState
from tests.bot.declared import declared
from tests.bot.reviewed import DUE, FEATURE, OPEN, T1, do, scheduled
from tests.tables import each


@each(
    ("state", "told"),
    [
        (
            ScheduleState.ACTIVE,
            "The next review comes on Friday, January 1, 10:00 Europe/Berlin, and then on the first working day",
        ),
        (ScheduleState.PAUSED, "Reviews are paused until somebody presses Resume in the thread. Owner: U1."),
        (ScheduleState.STOPPED, "No review is planned yet."),
    ],
)
def test_whoever_asks_for_the_next_review_hears_its_day(state, told):
    asked = commands.TypedText(
        tenant=T1, channel="C1", actor="U1", thread_ts="1.1", text="when is the next review?", is_mention=True
    )
    recalled = Recalled(now=DUE, framework=FRAMEWORK, new_id="n1", assessment=scheduled(state=state), gathered=None)

    turn = advance(asked, declared(asked, recalled))

    assert told in render(turn.says[0].reply).text


def test_whoever_asks_for_the_last_review_hears_what_it_said_and_which_stands_open():
    ended = do(commands.FinishReview, FEATURE, OPEN, month="2026-12").reviews[0]
    following = Review(id="r2", tenant=T1, assessment_id="a1", month="2027-01", opened_at=DUE + timedelta(days=31))
    asked = commands.TypedText(
        tenant=T1, channel="C1", actor="U1", thread_ts="1.1", text="when are the reviews?", is_mention=True
    )
    recalled = Recalled(
        now=following.opened_at, framework=FRAMEWORK, new_id="n1", assessment=FEATURE, reviews=(following, ended)
    )

    (say,) = advance(asked, declared(asked, recalled)).says

    assert "The review of January 2027 stands open in the channel." in render(say.reply).text
    assert "The last one, of December 2026, said: hold retrieval (RAG)." in render(say.reply).text


def test_where_reviews_were_stopped_whoever_asks_hears_that_none_is_planned_before_what_the_last_one_said():
    ended = do(commands.FinishReview, FEATURE, OPEN, month="2026-12").reviews[0]
    asked = commands.TypedText(
        tenant=T1, channel="C1", actor="U1", thread_ts="1.1", text="when is the next review?", is_mention=True
    )
    stopped = scheduled(state=ScheduleState.STOPPED)
    recalled = Recalled(now=DUE, framework=FRAMEWORK, new_id="n1", assessment=stopped, reviews=(ended,))

    (say,) = advance(asked, declared(asked, recalled)).says

    assert say.reply.says[0].startswith("No review is planned now.")
    assert say.reply.says[1].startswith("The last one, of December 2026, said: hold")


def asked_of(feature: Assessment, *reviews: Review, text: str = "when is the next review?") -> list[str]:
    """What whoever asks for the review hears."""
    asked = commands.TypedText(tenant=T1, channel="C1", actor="U1", thread_ts="1.1", text=text, is_mention=True)
    recalled = Recalled(now=DUE, framework=FRAMEWORK, new_id="n1", assessment=feature, reviews=reviews)
    (say,) = advance(asked, declared(asked, recalled)).says
    return list(say.reply.says)


def test_of_a_snoozed_review_it_is_said_until_when_and_what_wakes_it():
    snoozed = scheduled(snoozed_until=DUE + timedelta(days=7))

    told = asked_of(snoozed, OPEN)[0]

    assert told == "The review of December 2026 is snoozed until December 8; Open it now wakes it in the channel."


@each(
    ("logged", "told"),
    [
        ({}, "hold retrieval (RAG), and find out first what fails."),
        ({Bucket.SAFETY: 9}, "hold retrieval (RAG), and mend first what failed most: safety."),
    ],
)
def test_what_the_last_review_said_first_is_told_as_it_said_it(logged, told):
    failed = OPEN.model_copy(update={"results": {"t1": "fail", "t2": "fail"}})
    ended = do(commands.FinishReview, FEATURE, failed, month="2026-12", logged=logged).reviews[0]

    assert asked_of(FEATURE, ended)[-1] == f"The last one, of December 2026, said: {told}"


@each(
    "text",
    [
        "how do we stand?",
        "how did we do last month?",
        "how are things going?",
        "so where do we stand now",
        "does the verdict still hold?",
        "is it holding up?",
        "are we still good?",
        "what's the status?",
        "is our decision still valid",
    ],
)
def test_whoever_asks_how_it_stands_hears_the_verdict_and_what_has_come_of_it(text):
    ended = do(commands.FinishReview, FEATURE, OPEN, month="2026-12").reviews[0]
    done = ChecklistItem(id="x", phase="evaluation", title="A golden set", detail="", state=ItemState.DONE)
    feature = FEATURE.model_copy(update={"checklist": (done, done.model_copy(update={"id": "y", "state": "open"}))})

    told = asked_of(feature, ended, text=text)

    assert [said[:24] for said in told] == [
        "For now, use retrieval (",
        "72 of 100 ways to answer",
        "Roadmap: 1 of 2 done.",
        "The next review comes on",
        "The last one, of Decembe",
    ]


def test_where_no_review_is_planned_whoever_asks_how_it_stands_hears_that_and_where_to_plan_one():
    bare = FEATURE.model_copy(update={"schedule": None})

    assert asked_of(bare, text="how do we stand?")[-1].startswith("No review is planned yet: press Plan")


@each("text", ["how do we stand on security?", "is the data still good?", "what is the status of our labels?"])
def test_how_something_else_stands_is_not_taken_for_the_decision(text):
    assert not any("Roadmap" in said or "review comes" in said for said in asked_of(FEATURE, OPEN, text=text))
