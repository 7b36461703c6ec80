"""Good of one part and bad of another is the mixture; one pole of all, or of two times, is none."""

import pytest

from rules.hearing import hear, line
from tests.tables import each


@each(
    ("fact", "text"),
    [
        ("labels", "the trainees' half is sloppy the rest solid"),
        ("labels", "what the temps did is poor, the rest is good"),
        ("labels", "senior coders are consistent, juniors not so much"),
        ("hygiene", "garden side is tidy, the legacy side is not"),
        ("hygiene", "contracts are in order but the annexes are not"),
        ("hygiene", "new plants well documented, the old ones hardly"),
        ("hygiene", "recipes well kept, allergen sheets not"),
        ("hygiene", "east office keeps it neat, the west one.. not so much"),
        ("hygiene", "legal keeps theirs up to date, sales... nope"),
        ("hygiene", "the german docs are clean, the french ones hardly"),
        ("hygiene", "the first wing has it in order, the second, not realy"),
    ],
)
def test_two_parts_of_which_one_is_good_are_mixed(fact: str, text: str):
    assert hear(line(text, fact, {}, mention=True)).saves == {fact: "mixed"}


@pytest.mark.parametrize("text", ["the rules are spotless, the broker notes are a dumpster"])
def test_the_same_is_heard_without_a_mention(text: str):
    assert hear(line(text, "hygiene", {}, mention=False)).saves == {"hygiene": "mixed"}


@each(
    ("fact", "text"),
    [
        ("hygiene", "the wiki is a mess and nobody cleans it"),
        ("hygiene", "a mess before the migration, tidy since"),
        ("labels", "labels are good, nobody disagrees"),
        ("hygiene", "northern and southern depot both have it tidy"),
        ("hygiene", "it is all tidy.. not a problem, really not"),
        ("hygiene", "three mergers left us three sets of the same rules, and nobody knows which is valid"),
        ("hygiene", "the annotators of one clinic are consistent, the others sloppy"),
    ],
)
def test_one_pole_of_all_is_no_mixture(fact: str, text: str):
    assert hear(line(text, fact, {}, mention=True)).saves.get(fact) != "mixed"


def test_what_people_talk_about_is_left_alone():
    assert hear(line("kitchen is tidy, the lunch room is not", "hygiene", {}, mention=False)).silent
