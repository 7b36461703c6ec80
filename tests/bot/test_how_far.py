"""While each answers alone, who asks how far people are is told so, in whatever words; who answers aloud is not."""

from bot.dialogue.round import asks_how_far
from rules.hearing import hear, line
from tests.tables import each


def is_asked(text: str, *, is_mention: bool = True) -> bool:
    return asks_how_far(hear(line(text, None, {}, mention=is_mention)), text, is_mention=is_mention)


@each(
    "text",
    [
        "who is missing?", "who's missing", "how many have finished?", "are we done yet?", "is everybody done?",
        "who are we waiting for?", "has everyone answered?", "who hasn't answered?", "who else has to answer?",
        "done", "I'm done", "we're all done", "finished now", "ok, I have finished",
    ],
)  # fmt: skip
def test_who_is_missing_is_asked_in_many_words_and_whoever_has_finished_hears_the_same(text):
    assert is_asked(text)


@each(
    "text", ["weekly", "all of it is weekly", "everyone answered weekly", "Ben: it's small", "what if it were small?"]
)
def test_an_answer_said_aloud_is_no_such_question(text):
    assert not is_asked(text)


@each("text", ["done", "I'm done", "who is missing?", "all documents are ready"])
def test_what_colleagues_say_to_each_other_is_none(text):
    assert not is_asked(text, is_mention=False)
