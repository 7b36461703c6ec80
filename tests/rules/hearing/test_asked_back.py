"""What a line says to what the same person was asked back just before."""

from rules.hearing import Choice, Control, Heard, Word, answering, hear, line, recording
from tests.tables import each

HARM, MONEY = Choice("stakes", "harm"), Choice("stakes", "money")
DAILY, QUARTERLY = Choice("freshness", "daily"), Choice("freshness", "quarterly")


def saved(text, *offered, fact=None, mention=True):
    typed = line(text, fact, {}, mention=mention)
    return dict(answering(typed, hear(typed), offered).saves)


@each("text", ["yes", "yep, exactly", "Yes, that one", "yes I meant that", "right", "yes harm", "harm, yes", "harm"])
def test_a_yes_and_the_offered_answer_in_its_own_words_take_it(text):
    assert saved(text, HARM, fact="ops") == {"stakes": "harm"}


@each(
    ("text", "offered", "found"),
    [
        ("daily", (DAILY, QUARTERLY), {"freshness": "daily"}),
        ("no, every quarter", (DAILY,), {"freshness": "quarterly"}),
        ("money, yes", (HARM,), {"stakes": "money"}),
        ("yes, it writes into SAP", (Choice("action", "acts"),), {"action": "acts"}),
        ("yes hundreds", (Choice("examples", "hundreds"), HARM), {"examples": "hundreds"}),
    ],
)
def test_another_value_of_what_was_offered_is_taken_too(text, offered, found):
    assert saved(text, *offered, fact="lookup") == found
    assert saved(text, *offered) == found


@each("text", ["yes", "ok right", "true", "neither, thanks", "no", "why do you ask?", "what does harm mean?"])
def test_what_does_not_say_which_answers_nothing(text):
    assert saved(text, HARM, MONEY, DAILY, fact="lookup") == {}


def test_the_open_question_and_what_steers_come_first():
    assert saved("weekly", DAILY, fact="freshness") == {"freshness": "weekly"}
    typed = line("stop", "ops", {}, mention=True)
    assert answering(typed, Heard(control=Control(Word.STOP)), [HARM]).control == Control(Word.STOP)


def test_what_colleagues_say_answers_only_where_it_is_short():
    assert saved("yes harm", HARM, mention=False) == {"stakes": "harm"}
    assert saved("yes I told Lea that somebody could come to harm", HARM, mention=False) == {}


def test_nothing_that_was_not_asked_back_is_agreed_to():
    assert saved("yes", fact="lookup") == {}


@each(
    ("text", "is_recorded"),
    [
        ("yes, record that", True), ("make it so", True), ("record both please", True), ("ok, save them", True),
        ("yes", False), ("ok", False), ("record the decision", False), ("shall we record that?", False),
    ],
)  # fmt: skip
def test_what_was_supposed_is_recorded_where_nothing_but_that_is_said(text, is_recorded):
    typed = line(text, None, {}, mention=True)
    assert dict(recording(typed, hear(typed), [HARM, DAILY]).saves) == (
        {"stakes": "harm", "freshness": "daily"} if is_recorded else {}
    )


def test_what_colleagues_say_records_nothing_that_was_supposed():
    typed = line("record that", None, {}, mention=False)
    assert dict(recording(typed, hear(typed), [HARM]).saves) == {}
