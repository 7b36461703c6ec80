"""A denial of what was just noted: what it says instead is written down, else the denied answer is asked for again."""

from rules.hearing import Control, Word, hear, line
from tests.rules.hearing.after_verdict import heard
from tests.tables import each


@each(
    ("said", "text", "saves"),
    [
        ({"ops": ("search", "training")}, "no that's wrong, nobody runs training here", {"ops": ("search",)}),
        ({"ops": ("search",)}, "wrong, we have NO search anymore", {"ops": ("neither",)}),
        ({"ops": ("neither",)}, "wrong, we have NO search anymore", {"ops": ("neither",)}),
        ({"evals": "golden_set"}, "wrong, we do not have a golden set, only spot checks", {"evals": "ad_hoc"}),
        ({"failure": ("format", "tone")}, "no, not tone, only the format", {"failure": ("format",)}),
        ({"failure": ("tone",), "examples": "hundreds"}, "not so, i mean labels inconsistent and about 30 examples",
         {"labels": "inconsistent", "examples": "tens"}),
        ({"labels": "consistent", "examples": "tens"}, "not true, the labels are mixed and we have 4000 examples",
         {"labels": "mixed", "examples": "thousands"}),
        ({"corpus": "prompt_sized"}, "no the 4 pages is the style guide, contracts are still 50k docs",
         {"corpus": "large"}),
        ({"freshness": "weekly"}, "not so: daily", {"freshness": "daily"}),
    ],
)  # fmt: skip
def test_what_a_denial_says_instead_is_written_down(said, text, saves):
    assert heard(text, **said).saves == saves


@each(
    ("fact", "said", "text", "asked"),
    [
        (None, {"corpus": "large"}, "wrong, the 900 pages are the old archive", "corpus"),
        (None, {"freshness": "weekly"}, "wrong, the truth does not change weekly, i only meant our standup",
         "freshness"),
        ("ops", {"steadiness": "changing"}, "no it doesnt keep changing, I only meant who can see what", "steadiness"),
    ],
)  # fmt: skip
def test_a_denied_answer_is_asked_for_again_where_nothing_stands_instead(fact, said, text, asked):
    found = hear(line(text, fact, said, mention=True))

    assert (found.control, dict(found.saves)) == (Control(Word.CHANGE, asked), {})


@each(
    "text",
    ["no, that is right", "wrong channel, sorry", "no, the first one was better", "wrong number, try 4411",
     "no, not now, we are in a meeting", "no, the 2 pages are fine as they are", "no, what do you mean",
     "no the pages are fine"],
)  # fmt: skip
def test_a_no_to_anything_else_changes_no_answer(text):
    found = heard(text, freshness="live", latency="relaxed", examples="hundreds", labels="mixed")

    assert (dict(found.saves), found.control) == ({}, None)


def test_a_no_that_answers_the_open_question_is_its_answer():
    assert hear(line("no, it depends on the person", "access", {}, mention=True)).saves == {"access": "per_user"}


@each(
    ("text", "saves"),
    [
        ("no its 60 pages, ana is mixing it up with the country ones", {"corpus": "prompt_sized"}),
        ("i think ben answered the corpus wrong, its more like 900 pages", {"corpus": "large"}),
    ],
)
def test_what_people_got_wrong_says_nothing_of_the_prompt(text, saves):
    given = "large" if saves["corpus"] == "prompt_sized" else "prompt_sized"

    assert hear(line(text, "action", {"corpus": given}, mention=True)).saves == saves


def test_who_says_what_they_meant_asks_for_no_meaning():
    assert not hear(line("I only meant who can see what", "ops", {}, mention=True)).questions


def test_what_holds_instead_is_heard_behind_a_long_denial():
    text = "wrong, the people who look after the handbook in the office down in town write it monthly now"
    assert dict(hear(line(text, None, {"freshness": "weekly"}, mention=True)).saves) == {"freshness": "monthly"}
