"""Plain questions after the verdict, and words that point back: answered, or told that nothing was written down."""

from rules.hearing.following.verdict import wants_the_rest
from tests.bot.room import Room, confirm_all, reassess
from tests.tables import each


def last(room: Room) -> str:
    return " ".join(getattr(room.thread[-1], "says", ()))


@each(
    ("text", "told"),
    [
        ("how far are we", "Roadmap: 0 of"),
        ("whats on our list now?", "Roadmap: 0 of"),
        ("what's done and by whom", "Roadmap: 0 of"),
        ("how accurate will it be?", "cannot be known beforehand"),
        ("will it be reliable enough?", "cannot be known beforehand"),
        ("how accurate does it have to be to pay off?", "pays for itself"),
        ("what helps against retrieval misses?", "rerank"),
        ("how do we avoid tool errors", "Tool error"),
        ("what does live tools even mean, explain it to marketing", "Live tools, as an architecture"),
        ("what does hold mean", "Hold: keep what you run"),
        ("what does fix first mean here?", "Fix first: the architecture stays"),
        ("so do we pass?", "No run of the golden tasks is recorded yet: they are run in a review, and none is"),
        ("so did it get better than last month?", "Nothing to compare yet: no review was finished"),
        ("who said nobody trains?", "What the team can run: search, by U1"),
        ("who said documents?", "Where the truth lives: your own documents, by U1"),
    ],
)
def test_what_is_asked_in_plain_words_is_answered(decided: Room, text: str, told: str):
    room = decided.copy()
    room.type(text)

    assert told in last(room)


@each(
    "text",
    [
        "let's answer the other 15",
        "can you ask us the other questions too, we want it complete",
        "keep asking, we have ten minutes",
        "ask the remaining ones",
    ],
)
def test_the_questions_that_are_left_are_asked_where_somebody_wants_them(decided: Room, text: str):
    room = decided.copy()
    room.type(text)

    assert room.assessment.asking is not None
    assert room.assessment.wants_all


@each("text", ["continue", "ok go on", "what do you still ask?"])
def test_who_would_go_on_hears_that_nothing_is_open_and_how_the_rest_is_asked(decided: Room, text: str):
    room = decided.copy()
    room.type(text)

    assert "No question is open" in room.told().says[0]
    assert "say “ask the other questions”" in room.told().says[1]
    room.type("ask the other questions")
    assert room.assessment.asking is not None


@each(
    "text",
    [
        "ask the others in legal about it",
        "we answer questions of guests all day",
        "who answers the other team",
        "the rest is unclear",
        "do the rest of the roadmap first",
    ],
)
def test_what_only_speaks_of_others_asks_nothing(text: str):
    assert not wants_the_rest(text)


def test_what_was_only_supposed_is_not_taken_back_for_a_good_answer(decided: Room):
    decided.type("we pay for it, so wrong answers cost money", by="U2")
    before = dict(decided.assessment.answers)
    decided.type("what if it had to answer within a second?", by="U3")
    decided.type("no stop, they have not agreed yet, take that back", by="U2")

    assert dict(decided.assessment.answers) == before
    assert "only supposed" in " ".join(decided.told().says)
    decided.type("take back my last answer", by="U1")
    assert dict(decided.assessment.answers) != before


def test_an_answer_of_the_version_before_is_told_and_not_called_open(decided: Room):
    decided.type("hosting: own machines only", by="U2")
    assert decided.assessment.answers["hosting"].by == "U2"
    reassess(decided)
    confirm_all(decided)
    assert "hosting" not in decided.assessment.answers

    decided.type("what was answered to hosting?")
    assert "own machines only, by U2" in last(decided)
    assert "in the version before" in last(decided)
    assert "not answered yet" not in last(decided)
    assert decided.thread[-1].people == ("U2",)


def test_two_equal_offers_are_never_made():
    from rules.hearing import Choice, hear, in_full, line

    said = {"failure": ("tool_errors",), "need": "facts"}
    for text in (
        "drop the rental swap task",
        "remove the locker case",
        "take off the price thing",
        "strike the code one",
    ):
        for fact in ("failure", None):
            typed = line(text, fact, said, mention=True)
            offers = [one for one in in_full(typed, hear(typed)).offers if isinstance(one, Choice)]
            assert len(offers) == len({(one.fact, one.value) for one in offers}), text
            assert Choice("failure", ("tool_errors",)) not in offers, text
