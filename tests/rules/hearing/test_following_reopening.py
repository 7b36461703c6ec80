"""What a line says of a review that is over: that it is to stand open again, or only that it might."""

from rules.hearing.following.plan import Reopened, may_say, read_plan
from tests.tables import each


def read(text: str) -> Reopened | None:
    plan = read_plan(text, knows_it=True)
    assert plan is None or may_say(text)
    return plan if isinstance(plan, Reopened) else None


@each(
    "text",
    [
        "reopen",
        "wait, reopen",
        "oops, reopen it please",
        "hold on, I miscounted, reopen it",
        "oh no, reopen it pls, one task was missing",
        "reopen that, one result was wrong",
        "open it again please",
        "could you reopen it? Lea has two more results",
        "undo the finish",
        "I forgot a task so reopen it",
        "sorry, closed too soon, reopen",
    ],
)
def test_an_order_to_reopen_is_one_with_a_sigh_before_and_a_reason_around_it(text):
    assert read(text) == Reopened(is_named=False)


@each(
    "text",
    [
        "reopen it once more? no leave it",
        "reopen it, no wait, leave it closed",
        "reopen it? never mind",
        "should we reopen it?",
        "can we reopen it",
        "maybe reopen it, not sure",
        "let's not reopen it",
        "do not reopen it",
        "reopen it tomorrow",
        "reopen it, when Lea is back",
        "reopen if Lea has more results",
        "ah, we closed it by mistake",
        "I finished too early",
    ],
)
def test_what_is_asked_mused_put_off_or_taken_back_is_no_order(text):
    assert read(text) == Reopened(is_sure=False, is_named=False)


@each(
    "text",
    [
        "the ticket was closed too early, reopen it",
        "reopen the ticket",
        "reopen accounts automatically",
        "the bot must open it again for the customer",
        "who finished it",
        "we finished the pilot too early",
    ],
)
def test_what_else_may_be_opened_again_is_let_be(text):
    assert read(text) is None


@each(
    ("text", "month"),
    [
        ("reopen January's review", 1),
        ("that was too early, please reopen the May review", 5),
        ("open the review of March again", 3),
        ("the ticket came back, reopen the review", 0),
    ],
)
def test_a_review_that_is_named_is_told_with_its_month(text, month):
    assert read(text) == Reopened(month=month)


def test_where_it_may_be_another_thing_only_a_review_that_is_named_is_taken_up():
    assert read_plan("reopen it", knows_it=False) is None
    assert read_plan("we closed it by mistake", knows_it=False) is None
    assert read_plan("reopen the review", knows_it=False) == Reopened()
