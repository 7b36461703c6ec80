"""What people ask, in their own words: the development set, one half of which the grammar never saw."""

import sys
from types import FrameType, FunctionType

import pytest

from rules.hearing.hear import hear, line
from rules.hearing.questions import read_questions  # noqa: F401 - the door
from rules.hearing.questions.clauses import clauses_of
from rules.hearing.questions.values_said import answer_to
from tests.rules.hearing.asked import coded, counted, intents, key, read
from tests.tables import each

ROWS = coded()


@pytest.mark.parametrize("is_kept", [False, True], ids=["seen", "kept"])
def test_most_questions_are_heard_rightly_and_hardly_any_wrongly(is_kept):
    rows = [row for row in ROWS if row.is_kept is is_kept]

    counts = counted(rows)

    assert len(rows) > 150
    assert counts["right"] / len(rows) >= 0.92, counts
    assert counts["wrong"] / len(rows) <= 0.04, counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@Eva what if we meet at 4 instead?", []),
        ("Great, thanks both. Anna, are we still on for three?", []),
        ("Shall we grab lunch, Peter?", []),
        ("ok cool", []),
        (":tada:", []),
        ("", []),
        ("> why not fine-tuning?\nthanks", []),
    ],
)
def test_what_is_said_to_others_or_in_passing_is_no_question(text, expected):
    assert intents(text) == expected


def test_a_line_to_somebody_else_is_told_apart_from_one_that_is_not_understood():
    assert read("@Eva why not fine-tuning?").is_for_others
    assert not read("what is the name of our CEO?").is_for_others


@pytest.mark.parametrize(
    "text",
    [
        "which llm is best for german",
        "who won the game yesterday",
        "launch date?",
    ],
)
def test_the_outside_world_is_said_to_be_unknown_and_nothing_is_offered_beside(text):
    reading = read(text)

    assert [asked.intent for asked in reading.questions] == ["unknown"]
    assert not reading.offers


def test_at_most_three_questions_are_offered_where_none_is_plain():
    reading = read("does RAG survive a thing like this?")

    assert len(reading.offers) <= 3


def test_a_question_of_the_outside_world_beside_one_that_is_known_is_not_passed_over():
    reading = read("What is LoRA, and did our handball team win last night?")

    assert [key(asked) for asked in reading.questions] == [("glossary", "lora"), ("unknown",)]


@pytest.mark.parametrize(
    "text",
    [
        "PR 77 is approved, deploying after lunch",
        "build green, merging 418",
        "brb fire drill",
        "Yeah, right. One more steering group.",
    ],
)
def test_what_colleagues_report_of_their_day_changes_no_answer_and_gets_none(text):
    heard = hear(line(text, None, {"need": "facts"}, mention=True))

    assert (heard.silent, heard.saves, heard.questions, heard.offers) == (True, {}, (), ())


def test_two_questions_in_one_message_are_both_heard():
    reading = read("What is a golden set, and where do we begin?")

    assert [key(asked) for asked in reading.questions] == [("glossary", "golden set"), ("next",)]


def test_two_suppositions_stand_apart():
    reading = read("What if stock changed daily? And separately, what if 5 seconds were okay?")

    assert [dict(asked.slots["changes"]) for asked in reading.questions] == [
        {"freshness": "daily"},
        {"latency": "relaxed"},
    ]


def test_without_a_mention_only_a_short_plain_question_is_heard():
    assert intents("why not fine-tuning?", mention=False) == ["why_not"]
    assert intents("what is the name of our CEO?", mention=False) == []
    assert intents("I would really like to know why on earth it is not fine-tuning that you chose", mention=False) == []


@each(
    ("fact", "text", "expected"),
    [
        ("failure", "can i pick more than one?", "help"),
        ("hygiene", "y is that important for u", "why"),
        ("corpus", "how many pages is 100k tokens", "glossary"),
        ("latency", "first token or the whole answer?", "glossary"),
        ("hosting", "is azure openai our own cloud or any api?", "glossary"),
        ("evals", "what is a golden set?", "glossary"),
        ("stakes", "who put in 'regulated'?", "who_answered"),
        ("latency", "what did priya put for freshness?", "status_of_answers"),
        ("ops", "does pgvector count as search?", "glossary"),
    ],
)
def test_questions_while_one_stands_open_are_about_it(fact, text, expected):
    assert intents(text, open_fact=fact) == [expected]


@pytest.mark.parametrize("text", ["wouldn't hurt but not a dealbreaker", "about once a week", "can we change that?"])
def test_an_answer_or_a_wish_is_no_question_while_one_stands_open(text):
    assert intents(text, open_fact="receipts") == []


def test_without_a_mention_a_plain_word_is_explained_while_a_question_stands_open():
    assert intents("what is a golden set?", open_fact="evals", mention=False) == ["glossary"]
    assert intents("do you think so?", open_fact="evals", mention=False) == []


@pytest.mark.parametrize("text", ["zzzz qqqq", "why " * 900, "\u202e\u200bwhy not rag?", "`DROP TABLE`", "🙂🙂"])
def test_any_text_is_read_without_fault(text):
    read(text)
    read(text, open_fact="need")


def steps(function: FunctionType, text: str) -> int:
    """How often it is called while the text is read."""
    found = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal found
        found += event == "call" and frame.f_code is function.__code__

    sys.setprofile(count)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return found


@each("join", [" and ", " , ", " but "])
@each("clause", ["what if we do", "have us down for weekly", "is it due", "why is rag", "does it rain"])
def test_a_sentence_with_many_joints_takes_no_twice_as_many_steps_for_each(clause, join):
    assert 0 < steps(clauses_of, join.join([clause] * 11)) <= 100


def test_a_number_beside_a_question_that_is_named_again_and_again_is_looked_up_once():
    assert steps(answer_to, " ".join(["5 pages"] * 40)) <= steps(answer_to, " ".join(["5 pages"] * 3)) + 3
