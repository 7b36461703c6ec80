"""The plan of the reviews is changed by typing as by its buttons, where the words name all that it takes."""

from datetime import timedelta
from typing import Any

from bot import commands, parse
from bot.dialogue import Recalled, Turn, advance, step_of
from bot.replies import HeardReply, PlanLine, ReviewAside, ReviewHandedOver
from bot.views import render
from rules import FRAMEWORK
from storage.records import Assessment, AssessmentState, DeliveryMethod, Moves, Review, ScheduleState
from tests.bot.declared import declared
from tests.bot.payloads import BOT, message
from tests.bot.reviewed import DUE, FEATURE, OPEN, T1, do, scheduled
from tests.tables import each

FINISHED = do(commands.FinishReview, FEATURE, OPEN, month="2026-12").reviews[0]
UNPLANNED = FEATURE.model_copy(update={"schedule": None})
ASKED = FEATURE.model_copy(update={"state": AssessmentState.INTERVIEWING, "asking": "ops", "asked": ("ops",)})


def typed(text: str, feature: Assessment = FEATURE, review: Review = FINISHED, **said: Any) -> Turn:
    """What the line leads to."""
    about = {"tenant": T1, "channel": "C1", "actor": "U1", "thread_ts": "1.1", "is_mention": True}
    command = commands.TypedText(**{**about, **said}, text=text)
    recalled = Recalled(
        now=DUE + timedelta(hours=1), framework=FRAMEWORK, new_id="n1", assessment=feature, reviews=(review,),
        zone="Asia/Tokyo",
    )  # fmt: skip
    return advance(command, declared(command, recalled))


def told(turn: Turn) -> str:
    """What the one who typed hears, and nobody else."""
    (say,) = (say for say in turn.says if isinstance(say.reply, HeardReply | ReviewAside))
    assert (say.is_private, say.under_key) == (True, "parent")
    return render(say.reply).text


@each(
    "text",
    [
        "pause the reviews",
        "Please pause the monthly reviews for now.",
        "let's put the reviews on hold",
        "suspend our monthly check until further notice",
        "ok, pause the review",
    ],
)
def test_reviews_are_paused_and_how_they_go_on_is_said(text):
    turn = typed(text)

    schedule = turn.assessments[0].schedule
    assert schedule is not None
    assert schedule.state is ScheduleState.PAUSED
    assert "say “resume the reviews”" in told(turn)
    assert any(isinstance(say.reply, PlanLine) and say.reply.by == "U1" for say in turn.says)


@each(
    "text",
    [
        "resume the reviews",
        "restart the monthly reviews please",
        "start the reviews again",
        "turn the reviews back on",
        "the reviews can go on",
    ],
)
def test_reviews_go_on_and_the_next_one_is_named(text):
    turn = typed(text, scheduled(state=ScheduleState.PAUSED))

    schedule = turn.assessments[0].schedule
    assert schedule is not None
    assert schedule.state is ScheduleState.ACTIVE
    assert told(turn) == "Reviews go on: the next one comes on January 1, 2027."


def test_what_is_so_already_changes_nothing_and_is_said_where_it_was_typed():
    rests, goes_on = typed("pause the reviews", scheduled(state=ScheduleState.PAUSED)), typed("resume the reviews")

    assert (rests.assessments, goes_on.assessments) == ((), ())
    assert "rest already" in told(rests)
    assert "go on. The next one comes on" in told(goes_on)


@each(
    "text",
    [
        "hand it over to @someone",
        "hand the review over to @someone please",
        "hand over the review to @someone",
        "give the reviews to @someone",
        "assign the monthly review to @ben ortiz",
        "from now on @someone runs the monthly check",
        "@someone owns the review from now on",
        "@someone is responsible for the reviews",
        "make @someone the owner of the review",
        "let @someone own the reviews",
        "@someone should own the review",
    ],
)
def test_the_review_is_handed_to_whoever_is_mentioned(text):
    turn = typed(text, people=("U0BEN",))

    schedule = turn.assessments[0].schedule
    assert schedule is not None
    assert schedule.owner == "U0BEN"
    assert "owns the review of *Support copilot* now." in told(turn)
    assert any(isinstance(say.reply, ReviewHandedOver) and say.user == "U0BEN" for say in turn.says)


@each("text", ["give the review to me", "I'll take over the reviews", "i own the review from now on", "hand it to me"])
def test_whoever_types_takes_the_review(text):
    turn = typed(text, actor="U7")

    assert turn.assessments[0].schedule is not None
    assert turn.assessments[0].schedule.owner == "U7"
    assert not any(isinstance(say.reply, ReviewHandedOver) for say in turn.says)


@each(
    ("text", "day", "at"),
    [
        ("review on the 3rd", {"day": 3}, (10, 0)),
        ("do the reviews on the 15th of each month", {"day": 15}, (10, 0)),
        ("move the review to day 20 at 9", {"day": 20}, (9, 0)),
        ("monthly review on the first Monday at 4 pm", {"nth": 1, "weekday": 0}, (16, 0)),
        ("please run the reviews on the last friday at 8:30", {"nth": -1, "weekday": 4}, (8, 30)),
        ("the review should come on the 2nd Tuesday", {"nth": 2, "weekday": 1}, (10, 0)),
        ("hold the review on the first of every month", {"day": 1}, (10, 0)),
        ("reviews on the last day", {"day": 31}, (10, 0)),
        ("reviews on the last working day", {"day": 31, "moves": Moves.BEFORE}, (10, 0)),
    ],
)
def test_reviews_are_given_another_day_and_keep_the_rest_of_their_plan(text, day, at):
    turn = typed(text, scheduled(holidays="DE", opened="2026-12"))

    schedule = turn.assessments[0].schedule
    assert schedule is not None
    assert {name: getattr(schedule, name) for name in day} == day
    assert ((schedule.hour, schedule.minute), schedule.zone, schedule.owner) == (at, "Europe/Berlin", "U1")
    assert schedule.holidays == "DE"
    assert told(turn).startswith("Reviews come on the ")
    assert "the next one comes on" in told(turn)


def test_a_plan_that_goes_back_over_free_days_goes_on_doing_so_but_for_one_that_says_it_itself():
    back = scheduled(day=3, moves=Moves.BEFORE)
    edge = scheduled(day=31, moves=Moves.BEFORE)

    def moves(feature: Assessment) -> Moves | None:
        schedule = typed("review on the 10th", feature).assessments[0].schedule
        return schedule.moves if schedule else None

    assert (moves(back), moves(edge)) == (Moves.BEFORE, None)


def test_a_first_plan_takes_what_usually_suits_and_stands_in_the_thread():
    turn = typed("review on the 3rd", UNPLANNED)

    schedule = turn.assessments[0].schedule
    assert schedule is not None
    assert (schedule.day, schedule.hour, schedule.zone, schedule.owner) == (3, 10, "Asia/Tokyo", "U1")
    (line,) = (say for say in turn.says if isinstance(say.reply, PlanLine))
    assert (line.method, line.is_private) == (DeliveryMethod.POST, False)
    assert not any(isinstance(say.reply, HeardReply) for say in turn.says)


@each(
    "text", ["stop the reviews", "no more reviews please", "turn the reviews off", "we don't need the reviews any more"]
)
def test_reviews_are_stopped_for_good_only_at_a_press(text):
    turn = typed(text)

    assert turn.assessments == ()
    assert "Stop reviews" in told(turn)
    assert "“Pause the reviews” lets them rest" in told(turn)


@each(
    "text",
    [
        "hand it over",
        "hand the review to ben",
        "from now on ben runs the monthly check",
        "move the review",
        "when do we pause the reviews?",
        "pause the reviews until march",
        "review on the 45th",
        "review on the 3rd at 30",
        "review on the first holiday",
    ],
)
def test_what_names_less_is_answered_with_the_button(text):
    turn = typed(text)

    assert turn.assessments == ()
    assert not any(isinstance(say.reply, PlanLine) for say in turn.says)


@each(
    "text",
    [
        "remind me in jan",
        "can you remind us next week?",
        "remind everyone of this in March",
        "set a reminder for January",
        "ping me tomorrow",
        "please remind the team again after the release",
    ],
)
def test_who_wants_to_be_reminded_hears_of_the_one_reminder_and_how_it_is_planned(text):
    (planned,), (unplanned,) = typed(text).says, typed(text, UNPLANNED).says

    assert render(planned.reply).text.startswith(
        "*The monthly review is the one reminder that I keep: the next one comes on January 1, 2027.*"
    )
    assert "Move the review" in render(planned.reply).text
    assert "To move it, say “review on the 15th”." in render(planned.reply).text
    assert "To plan it, say “review on the 15th”." in render(unplanned.reply).text
    assert "Plan the monthly review" in render(unplanned.reply).text


@each("text", ["remind me what reranking is", "remind me of our answers", "remind me who said weekly"])
def test_who_asks_to_be_told_again_is_told(text):
    assert not any("one reminder" in render(say.reply).text for say in typed(text).says)


def test_a_long_line_is_no_change_of_the_plan_and_takes_no_time():
    for text in (
        "pause the reviews " + "please " * 500,
        "review on the " + "first " * 700,
        "@x " * 900 + "owns the review",
    ):
        assert typed(text).assessments == ()


def test_two_who_are_mentioned_are_no_owner():
    assert typed("hand the review over to @someone", people=("U2", "U3")).assessments == ()


@each("text", ["pause the review", "stop the review"])
def test_of_one_review_that_stands_open_it_is_not_taken_for_all(text):
    turn = typed(text, FEATURE, OPEN)

    assert turn.assessments == ()
    assert not any(isinstance(say.reply, HeardReply) and say.reply.can_stop for say in turn.says)


@each("text", ["pause the reviews", "resume the reviews", "hand it over to @someone", "stop the reviews"])
def test_where_none_is_planned_nothing_is_done(text):
    turn = typed(text, UNPLANNED, people=("U0BEN",))

    assert turn.assessments == ()
    assert not any(isinstance(say.reply, HeardReply) and say.reply.can_stop for say in turn.says)


@each("text", ["@someone does it", "assign it to @someone", "give it to @someone"])
def test_what_may_be_anything_hands_no_review_over(text):
    assert typed(text, people=("U0BEN",)).assessments == ()


def test_what_may_be_said_of_the_open_question_hands_nothing_over():
    assert typed("hand it over to @someone", ASKED, people=("U0BEN",)).assessments == ()


@each(
    "said",
    [{"is_mention": False}, {"is_edited": True}],
)
def test_among_people_and_in_corrected_lines_no_plan_is_changed(said):
    turn = typed("pause the reviews", **said)

    assert not any(one.schedule and one.schedule.state is ScheduleState.PAUSED for one in turn.assessments)


def test_the_zone_is_looked_up_only_for_what_may_be_a_first_plan():
    def needs(text: str) -> bool:
        about = {"tenant": T1, "channel": "C1", "actor": "U1", "thread_ts": "1.1", "is_mention": True}
        command = commands.TypedText(**about, text=text)
        return step_of(command).needs.zone(command)

    assert needs("review on the 3rd")
    assert not needs("pause the reviews")
    assert not needs("weekly")


def test_who_is_mentioned_beside_the_bot_is_known_by_id():
    command = parse.event(message(f"<@{BOT}> hand it over to <@U0BEN|ben>, not <@U0CHEN>", thread_ts="1.1"))

    assert isinstance(command, commands.TypedText)
    assert command.people == ("U0BEN", "U0CHEN")
