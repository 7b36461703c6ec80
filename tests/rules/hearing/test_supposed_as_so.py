"""What is told as if it were so, with the question of the verdict behind it, is supposed; news is written down."""

from tests.rules.hearing.after_verdict import asked, heard
from tests.tables import each


@each(
    ("text", "expected"),
    [
        ("requests climb to 3 million a day, what do you pick then", {"volume": "over_1m"}),
        (
            "SLA tightens to 250 ms and load rises to 2M calls per day, still the same verdict",
            {"latency": "under_300ms", "volume": "over_1m"},
        ),
        ("sources stop being required, what would you recommend in that case", {"receipts": "none"}),
        ("annotators stop agreeing, what changes in the verdict", {"labels": "inconsistent"}),
        ("the wiki gets cleaned up, outcome?", {"hygiene": "clean"}),
        (
            "hosting moves on-prem and we get 4k labelled claims, which one wins then",
            {"hosting": "on_premises", "examples": "thousands"},
        ),
        ("all our examples turn out worthless, what's your verdict in that case", {"examples": "none"}),
        ("the regulator demands a citation per answer, does that tip the verdict", {"receipts": "regulated"}),
        ("we hire two ML engineers who can train, does the verdict change", {"ops": ("training",)}),
        ("the whole ML team quits and nobody can run search, what's the recommendation then", {"ops": ("neither",)}),
    ],
)
def test_what_is_told_before_the_question_of_the_verdict_is_supposed(text, expected):
    found = heard(text, hygiene="mixed", receipts="helpful")

    assert [(one.intent, one.slots["changes"]) for one in found.questions] == [("what_if", expected)]
    assert not found.saves


@each(
    ("text", "expected"),
    [
        ("traffic went to 2M req/day last week", {"volume": "over_1m"}),
        ("p95 budget dropped to 800 ms as of today", {"latency": "under_1s"}),
        ("usage sank to 200 queries a day in May", {"volume": "under_1k"}),
    ],
)
def test_what_has_happened_is_written_down(text, expected):
    assert heard(text).saves == expected


def test_news_of_today_is_written_down_beside_a_question():
    found = heard("we got 4,000 labelled claims this morning, and when do we meet again?")

    assert (found.saves, [one.intent for one in found.questions]) == ({"examples": "thousands"}, ["review"])


@each(
    ("text", "ops", "left"),
    [
        ("what if nobody could train?", ("training",), ("neither",)),
        ("what if nobody could train?", ("search", "training"), ("search",)),
        ("suppose no one could operate retrieval. still RAG?", ("search", "training"), ("training",)),
        ("what if no one could train but search is fine?", ("search", "training"), ("search",)),
        ("what if the ML team quits and nobody can run search?", ("search", "training"), ("neither",)),
        ("say the one person who could train leaves", ("training",), ("neither",)),
        ("what if somebody could train?", ("neither",), ("training",)),
    ],
)
def test_who_is_supposed_to_be_missing_takes_their_skill_along(text, ops, left):
    assert asked(text, ops=ops) == [("what_if", (("ops", left),))]


@each(
    ("text", "fact"),
    [
        ("only a small model runs on the scanner, 4 gb", "model_size"),
        ("just a tiny model fits the phone, 6 gb", "model_size"),
        ("what if it had to run on the tablet", "hosting"),
        ("what if the scanner was offline", "hosting"),
        ("what if we had 8 gb of manuals", "corpus"),
        ("what if the van's tablet got wifi down there", ""),
        ("what if the tractor had a signal", ""),
    ],
)
def test_a_device_that_gets_something_runs_no_model_and_its_memory_is_no_corpus(text, fact):
    found = heard(text)
    supposed = [each for asked in found.questions for each in asked.slots.get("changes", ())]

    assert (supposed, found.saves) == ([fact] if fact else [], {})
