"""What a line asks of a review, or says of its counts; and what looks like it and is something else."""

from rules.hearing.following.review_asked import About, may_ask, read_asked
from tests.tables import each


@each(
    ("text", "asked"),
    [
        ("why hold?", (About.OUTCOME, "hold")),
        ("why does the review say hold", (About.OUTCOME, "hold")),
        ("Lea asked: why do we hold", (About.OUTCOME, "hold")),
        ("why step down now?", (About.OUTCOME, "step down")),
        ("why do I need 80 of 100, there are only three", (About.BAR, "80 of 100")),
        ("what does 75% mean with two tasks", (About.BAR, "75%")),
        ("why is the bar so high?", (About.BAR, "")),
        ("Tom wrote: why is the February review late", (About.LATE, "")),
        ("where is the May review, it was due on the 3rd", (About.LATE, "")),
        ("12 failures not 3", (About.COUNTS, "")),
        ("it was 9 retrieval misses, not 4", (About.COUNTS, "")),
        ("the counts are wrong", (About.COUNTS, "")),
        ("keep it", (About.KEEP, "")),
        ("no, leave it as it is", (About.KEEP, "")),
    ],
)
def test_what_is_asked_of_a_review_is_read(text, asked):
    assert read_asked(text) == asked
    assert may_ask(text)


@each(
    "text",
    [
        "why retrieval",
        "why not hold a meeting",
        "what does 80% wrong cost",
        "what if 80 of 100 are wrong",
        "what do people say of the bar",
        "where is the data for the review of contracts",
        "not 3 but 5 times a day",
        "3 failures were logged",
        "keep it in the wiki",
        "it holds",
    ],
)
def test_other_lines_ask_nothing_of_a_review(text):
    assert read_asked(text) is None
    assert not may_ask(text)
