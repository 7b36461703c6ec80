"""What somebody else holds of an answer, told among colleagues: nothing is opened again for it."""

from rules.facts import Value
from rules.hearing import Control, Word, hear, line
from tests.tables import each

SAID: dict[str, Value] = {
    "examples": "hundreds", "volume": "under_1k", "source": "documents", "hosting": "any_api", "freshness": "weekly",
}  # fmt: skip


@each(
    "text",
    [
        "olga is wrong about the volume i guess",
        "i think rami got the sources wrong",
        "dana said hosting is wrong, no idea",
        "uli wanted to change the examples, ask him",
        "she says freshness is wrong",
    ],
)
def test_what_a_colleague_holds_is_talk(text):
    assert hear(line(text, "latency", SAID, mention=False)).silent


@each(
    ("text", "fact"),
    [
        ("wait, freshness is wrong", "freshness"),
        ("i was wrong about the volume", "volume"),
        ("we got the sources wrong", "source"),
        ("i want to change the examples answer", "examples"),
    ],
)
def test_who_speaks_for_themselves_has_it_opened(text, fact):
    assert hear(line(text, "latency", SAID, mention=False)).control == Control(Word.CHANGE, fact)


@each(
    ("text", "fact"),
    [
        ("id set the volume higher now", "volume"),
        ("the volume must be lower i think", "volume"),
        ("our number of examples is off", "examples"),
    ],
)
def test_an_answer_that_is_to_be_higher_or_lower_is_opened(text, fact):
    assert hear(line(text, None, SAID, mention=True)).control == Control(Word.CHANGE, fact)
