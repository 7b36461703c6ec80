"""Control words among what people say around them, and what is asked about answers and options on the way."""

import pytest

from rules.facts import Value
from rules.hearing import hear, line
from rules.hearing.values import Control, Word
from tests.tables import each


@each(
    ("text", "word"),
    [
        ("i'm out of my meeting, carry on where we stopped", Word.RESUME),
        ("ok coffee in hand, go on from where we left", Word.RESUME),
        ("right, continue from where we had stopped", Word.RESUME),
        ("bring me to the question before, i hit the wrong one", Word.BACK),
        ("show me the last one again, i clicked too fast", Word.BACK),
    ],
)
def test_a_control_word_is_heard_behind_a_remark(text: str, word: Word):
    assert hear(line(text, "ops", {"need": "facts"}, mention=True)).control == Control(word)


@each(
    ("open_fact", "text", "fact"),
    [
        (None, "i have to correct latency, open it up again", "latency"),
        (None, "the volume needs a fix, bring it up again", "volume"),
        ("need", "want to redo hosting, open that one again", "hosting"),
    ],
)
def test_an_answer_is_opened_again_by_its_name_and_the_order_behind_it(open_fact: str | None, text: str, fact: str):
    said: dict[str, Value] = {"latency": "relaxed", "volume": "under_1k"}

    assert hear(line(text, open_fact, said, mention=True)).control == Control(Word.CHANGE, fact)


@each(
    ("open_fact", "text"),
    [
        ("volume", "the clerks carry on where the bot stops"),
        ("volume", "i left my charger where we were"),
        ("ops", "the one before was better, that coffee"),
        ("hosting", "could you open the file again"),
    ],
)
def test_such_words_among_colleagues_steer_nothing(open_fact: str, text: str):
    heard = hear(line(text, open_fact, {"latency": "relaxed"}, mention=False))

    assert (heard.silent, heard.control) == (True, None)


@each("text", ["what did we say for examples?", "what did i enter under examples again?"])
def test_what_was_answered_is_asked_and_no_word(text: str):
    (asked,) = hear(line(text, "labels", {"examples": "hundreds"}, mention=True)).questions

    assert (asked.intent, asked.slots) == ("status_of_answers", {"fact": "examples"})


@pytest.mark.parametrize(
    ("open_fact", "text"),
    [
        ("labels", "when are labels mixed?"),
        ("hygiene", "when does data count as poor?"),
        ("labels", "at what point are labels inconsistent?"),
        ("evals", "golden set, continuous... how do they differ?"),
    ],
)
def test_what_an_option_stands_for_is_asked_and_nothing_is_written_down(open_fact: str, text: str):
    heard = hear(line(text, open_fact, {}, mention=True))

    assert ([each.intent for each in heard.questions], heard.saves) == (["glossary"], {})


def test_an_answer_stands_beside_a_question_about_the_difference():
    heard = hear(line("Weekly. And what is the difference to live?", "freshness", {}, mention=True))

    assert heard.saves == {"freshness": "weekly"}
