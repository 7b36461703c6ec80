"""What the reason beside an answer says more than the answer, what goes on, and what "ok" stands beside."""

from rules.hearing import Word, hear, line
from tests.tables import each


def saved(text, open_fact):
    return dict(hear(line(text, open_fact, {}, mention=True)).saves)


@each(
    ("text", "open_fact", "value"),
    [
        ("required, because the law says so", "receipts", "regulated"),
        ("the required, because the law says so", "receipts", "regulated"),
        ("required, the law demands it", "receipts", "regulated"),
        ("a must, since the regulator asks for it", "receipts", "regulated"),
        ("required, because our buyers ask for it", "receipts", "required"),
        ("required, no law though", "receipts", "required"),
        ("helpful, the law does not ask", "receipts", "helpful"),
        ("golden set, because we check live answers nightly too", "evals", "continuous"),
    ],
)
def test_a_reason_that_includes_the_answer_and_more_is_the_answer(text, open_fact, value):
    assert saved(text, open_fact) == {open_fact: value}


@each(
    "text", ["continuous, because we have a golden set and sample live answers", "continuous, we check in production"]
)
def test_what_is_continuous_is_no_order_to_continue(text):
    assert saved(text, "evals") == {"evals": "continuous"}


def test_an_order_to_continue_is_one_still():
    assert hear(line("continue, I am back", "evals", {}, mention=True)).control.word == Word.RESUME


@each("open_fact", ["latency", "model_size"])
def test_ok_behind_a_number_says_nothing_of_another_question(open_fact):
    assert saved("8B fits, 300ms ok", open_fact) == {"latency": "under_300ms", "model_size": "small_only"}
