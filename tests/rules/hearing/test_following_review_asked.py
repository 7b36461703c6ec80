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
        ("did we pass?", (About.PASSED, "")),
        ("ok so did the golden tasks all pass this month", (About.PASSED, "")),
        ("have all three of them met the bar?", (About.PASSED, "")),
        ("which tasks failed in the March review", (About.PASSED, "3")),
        ("how did our evals do?", (About.PASSED, "")),
        ("what did we decide in January", (About.DECIDED, "1")),
        ("what came out of the last review?", (About.DECIDED, "")),
        ("what was the outcome of the October review", (About.DECIDED, "10")),
        ("so did it get better?", (About.TREND, "")),
        ("are we improving", (About.TREND, "")),
        ("how did February compare to January", (About.TREND, "")),
        ("is it getting worse since the new index", (About.TREND, "")),
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
        "did we pass the audit?",
        "do they pass the documents on?",
        "which customers failed",
        "what did we decide?",
        "what did you say about the index",
        "what came out of the interview",
        "would it get better with tools",
        "how does retrieval compare to prompting",
        "is fine-tuning better",
        "does it do better than a search",
    ],
)
def test_other_lines_ask_nothing_of_a_review(text):
    assert read_asked(text) is None
    assert not may_ask(text)
