"""Plain words after the verdict and in between: what they ask, and what only sounds like them."""

from rules.hearing import Choice, Word, hear, in_full, line
from rules.hearing.following.log_asked import remedy_asked
from rules.hearing.following.plan import goes_on
from rules.hearing.following.task_words import names_tasks
from rules.hearing.following.verdict import asks_what_is_left, wants_the_rest
from tests.tables import each


@each("text", ["next one?", "ok, next question?", "and the next one?"])
def test_who_asks_what_comes_next_skips_nothing(text: str):
    control = hear(line(text, "need", {}, mention=True)).control
    assert control is not None
    assert control.word is Word.RESUME


@each("text", ["next", "next one please", "can we skip this one?"])
def test_who_passes_on_skips(text: str):
    control = hear(line(text, "need", {}, mention=True)).control
    assert control is not None
    assert control.word is Word.SKIP


@each(
    ("text", "intent"),
    [
        ("does it say hybrid now?", "how_sure"),
        ("so what did we gain?", "how_sure"),
        ("is that it?", "status_of_answers"),
        ("is this the last question?", "status_of_answers"),
    ],
)
def test_what_the_answers_come_to_is_asked_while_a_question_stands_open(text: str, intent: str):
    asked = hear(line(text, "access", {"need": "facts"}, mention=True)).questions
    assert [each.intent for each in asked] == [intent]


@each(
    ("text", "fact"),
    [("who said nobody trains?", "ops"), ("who said documents?", "source"), ("who said so?", "")],
)
def test_who_said_something_is_told_of_what_it_is_likely_about(text: str, fact: str):
    said = {"ops": ("search",), "source": "documents"}
    (asked,) = hear(line(text, None, said, mention=True)).questions
    assert (asked.intent, asked.slots["fact"]) == ("who_answered", fact)


@each("text", ["drop the locker swap task", "remove the price case", "delete the german letter"])
def test_what_takes_nothing_off_a_list_offers_it_not_as_it_stands(text: str):
    for fact in ("failure", None):
        typed = line(text, fact, {"failure": ("tool_errors",)}, mention=True)
        offers = in_full(typed, hear(typed)).offers
        assert Choice("failure", ("tool_errors",)) not in offers
        assert len(offers) == len({str(each) for each in offers})


@each(
    ("text", "what"),
    [
        ("what helps against retrieval misses?", "retrieval misses"),
        ("so how do we avoid tool errors", "tool errors"),
        ("what helps?", ""),
        ("the index helps against misses", ""),
    ],
)
def test_what_helps_is_asked_of_a_kind_of_failure(text: str, what: str):
    assert remedy_asked(text) == what


@each("text", ["resume", "no wait, we go on. resume", "ok continue", "turn them on again"])
def test_what_rests_goes_on_by_a_bare_word(text: str):
    assert goes_on(text)


@each("text", ["do we resume?", "my resume", "we continue with the sheet"])
def test_what_only_holds_such_a_word_does_not(text: str):
    assert not goes_on(text)


def test_golden_tasks_are_named_as_such():
    assert names_tasks("golden tasks: fees, limits")
    assert names_tasks("drop the parking task")
    assert not names_tasks("our agent works on tasks all day")
    assert not names_tasks("golden tasks: " + "x" * 500)


def test_the_questions_that_are_left_are_asked_for_or_asked_about():
    assert wants_the_rest("let's answer the other 15")
    assert not wants_the_rest("the other 15 are in Bern")
    assert asks_what_is_left("what do you still ask?")
    assert not asks_what_is_left("what do people ask?")
