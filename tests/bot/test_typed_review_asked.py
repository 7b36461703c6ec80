"""What is asked of a review in words is told from its record; what only a form can hold is told with the form."""

from datetime import timedelta

from bot import commands
from bot.replies import HeardReply, ToldAnswer
from storage.records import ReviewState
from tests.bot.reviewed import DUE, FEATURE, OPEN, SCHEDULE, do
from tests.bot.room import COPILOT, Room
from tests.bot.typed_lines import heard, typed
from tests.tables import each

FINISHED = do(commands.FinishReview, FEATURE, OPEN, month="2026-12").reviews[0]


def told(text: str, *reviews, feature=FEATURE) -> tuple[str, ...]:
    """The sentences of the one answer in the thread; none where it is no such answer."""
    says = [say.reply.says for say in typed(text, feature, *reviews).says if isinstance(say.reply, ToldAnswer)]
    return says[0] if says else ()


@each("text", ["why hold?", "why does the review say hold"])
def test_why_hold_is_why_the_last_review_says_so(text):
    says = told(text, FINISHED)

    assert says[0].startswith("The review of December 2026: Nothing speaks against it")
    assert all(says)


@each(("text", "review"), [("why climb", FINISHED), ("why hold?", OPEN)])
def test_an_outcome_that_no_review_had_is_not_explained(text, review):
    assert not any(said.startswith("The review of") for said in told(text, review))


def test_the_bar_is_told_in_the_tasks_that_there_are():
    assert told("why do I need 80 of 100, there are only two", OPEN) == (
        "The usual bar is 80 of 100 golden tasks. With 2 that is 2 of 2, since 1 of 2 would be 50 of 100.",
        "To change it, say “1 of 2 golden tasks have to pass”.",
    )
    one = FEATURE.model_copy(update={"bar": "90 %", "golden_tasks": FEATURE.golden_tasks[:1]})
    assert told("what is the bar", OPEN, feature=one)[0] == "Your bar is 90 of 100 golden tasks. With 1 that is 1 of 1."
    assert not any("golden tasks. With" in said for said in told("why 70 of 100", OPEN))


def test_that_a_review_came_late_is_said_and_where_it_stands():
    late = OPEN.model_copy(update={"outcome": {"is_late": True}})
    snoozed = FEATURE.model_copy(
        update={"schedule": SCHEDULE.model_copy(update={"snoozed_until": DUE + timedelta(days=7)})}
    )

    assert told("Tom wrote: why is the December review late", late) == (
        "The review of December 2026 came late, because I was away when it was due.",
        "The review of December 2026 stands open in the channel.",
    )
    assert told("where is the review", FINISHED) == ("The next one comes on January 1, 2027.",)
    assert told("where is the review", OPEN, feature=snoozed)[0].startswith("The last one is snoozed until December 8")


def test_other_counts_are_led_to_the_form_that_holds_them_kind_by_kind():
    turn = typed("12 failures not 3")

    assert (turn.reviews, heard(turn).review) == ((), "2026-12")
    assert heard(turn).says[0] == "Failures are counted kind by kind, so nothing was changed yet."
    over = typed("12 failures not 3", FEATURE, OPEN.model_copy(update={"state": ReviewState.FINISHED}))
    assert not any(isinstance(one.reply, HeardReply) and one.reply.review for one in over.says)


def test_keep_it_closes_the_question_that_was_opened_again_as_its_button_does():
    room = Room()
    room.start()
    room.interview({**COPILOT})
    before = room.assessment.answers
    room.open("source")

    room.type("keep it")

    assert (room.assessment.asking, room.assessment.answers) == (None, before)


def test_nothing_is_open_so_what_is_kept_stays_as_it_stands():
    assert heard(typed("keep it")).says == ("It stays as it stands; nothing was changed by that.",)


def test_whether_the_golden_tasks_passed_is_told_from_the_review_or_said_to_be_unknown():
    marked = typed("refund window 9 of 10 passed").reviews[-1]
    assert told("did we pass?", marked) == (
        "In the review of December 2026, so far: Refund window failed; Escalation not run.",
    )
    assert told("which tasks passed", FINISHED)[0].startswith("The review of December 2026: ")
    assert told("did the golden tasks pass", OPEN) == (
        "In the review of December 2026 no golden task has a result yet.",
    )
    assert told("did we pass in March", FINISHED)[0].startswith("No run of the golden tasks is recorded in March: ")


def test_what_a_month_decided_is_what_its_review_said_or_that_the_verdict_fell_in_it():
    assert told("what did we decide in December", FINISHED)[0].startswith("The review of December 2026 said: hold. ")
    assert told("what did we decide in November", FINISHED) == (
        "Retrieval (RAG) was decided in November; no review was finished in it.",
    )
    assert told("what did we decide in March", FINISHED) == (
        "No review was finished in March: the next one comes on January 1, 2027.",
    )


def test_whether_it_got_better_is_told_in_the_numbers_of_the_last_two_reviews():
    assert told("did it get better?", OPEN)[0].startswith("Nothing to compare yet: no review was finished")
    says = told("did it get better?", FINISHED)
    assert says[0].startswith("Nothing to compare yet: one review was finished, and ")
    assert says[1] == "December 2026: no golden task was run, 0 failures."
    result = {**FINISHED.outcome["result"], "month": "2026-11", "passed": 1, "failed": 1}
    before = FINISHED.model_copy(
        update={"id": "r0", "month": "2026-11", "outcome": {**FINISHED.outcome, "result": result}}
    )
    assert told("how did December compare to November", FINISHED, before) == (
        "November 2026: 1 of 2 golden tasks passed, 0 failures.",
        "December 2026: no golden task was run, 0 failures.",
    )


@each(
    "text",
    [
        "would another model pass",
        "what does the hold queue mean for guests",
        "better safe than sorry",
        "do we pass IBANs",
    ],
)
def test_what_only_holds_such_a_word_asks_nothing_of_a_review(text):
    assert not any(said.startswith(("The review of", "Hold:")) for said in told(text, OPEN))
