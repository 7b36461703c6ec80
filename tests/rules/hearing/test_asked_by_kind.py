"""After the verdict, kind by kind: what is told politely or by its opposite, put side by side, and asked of who."""

from rules.hearing import Heard, hear, line
from rules.hearing.values import Asked
from tests.rules.hearing.asked import SAID, key
from tests.tables import each


def heard(text: str, **said) -> Heard:
    return hear(line(text, None, SAID | said, mention=True))


def asked(text: str, **said) -> list[tuple]:
    found = heard(text, **said)
    assert (found.saves, found.offers, found.control) == ({}, (), None)
    return sorted(key(each) for each in found.questions)


def changed(text: str, **said) -> dict:
    found = heard(text, **said)
    assert (found.questions, found.offers, found.control) == ((), (), None)
    return dict(found.saves)


@each(
    ("text", "expected"),
    [
        ("Would you be so kind as to correct our entry: meanwhile we do have a golden set.", {"evals": "golden_set"}),
        ("Be so good as to amend the record: our data may no longer leave our servers.", {"hosting": "on_premises"}),
        ("Would you mind changing one answer: the price list is revised once a month.", {"freshness": "monthly"}),
        ("I'd be obliged if you noted that a wrong answer may harm a patient.", {"stakes": "harm"}),
        ("We would appreciate it if you updated the file: people are happy to wait a minute.", {"latency": "relaxed"}),
        ("I must ask you to correct one thing. The labels are inconsistent.", {"labels": "inconsistent"}),
        ("I regret to say that labels contradict each other. Kindly put that in instead.", {"labels": "inconsistent"}),
        ("outdated, since March a wrong answer means doing the work again. please correct", {"stakes": "rework"}),
        ("that is outdated, since May we get 2 million requests a day", {"volume": "over_1m"}),
        ("Could I trouble you to change the examples? It is 3,000 by now.", {"examples": "thousands"}),
    ],
)  # fmt: skip
def test_a_change_that_is_asked_for_politely_is_written_down(text, expected):
    assert changed(text) == expected


@each(
    ("text", "expected"),
    [
        ("the manuals come out once a quarter, not weekly", {"freshness": "quarterly"}),
        ("not weekly, daily", {"freshness": "daily"}),
        ("weekly is wrong, the tables change once a year", {"freshness": "yearly"}),
        ("it's per user, not for everyone", {"access": "per_user"}),
        ("labels are inconsistent, not mixed", {"labels": "inconsistent"}),
        ("a wrong answer means rework, not money", {"stakes": "rework"}),
        ("on-prem, not any API", {"hosting": "on_premises"}),
        ("the docs are not mixed, they are a complete mess", {"hygiene": "poor"}),
        ("the lists come out daily, not every month", {"freshness": "daily"}),
        ("20k a day, not 900", {"volume": "under_100k"}),
    ],
)
def test_an_answer_told_by_what_does_not_hold_is_a_change(text, expected):
    assert changed(text, volume="over_1m") == expected


def test_what_is_not_only_so_is_added_to_what_stands():
    assert changed("we run search and training, not only search", ops=("search",)) == {"ops": ("search", "training")}


@each(
    "text",
    ["why not plain function calls, no index at all", "if it were daily, not weekly, what then?", "daily, not weekly?"],
)
def test_what_is_asked_by_what_does_not_hold_is_no_change(text):
    assert heard(text).saves == {}


def test_a_story_that_denies_something_by_the_way_is_no_change():
    told = "we sat over the plans of the new building until late in the night and he came by"

    assert heard(f"{told} daily, not weekly, with more of them than any of us could read").saves == {}


@each(
    ("text", "expected"),
    [
        ("RAG vs RAG+FT vs tool calls", ("hybrid", "rag", "tools")),
        ("prompt / RAG / RAG+FT side by side?", ("hybrid", "prompt", "rag")),
        ("SFT-only vs RAG+SFT, pros/cons?", ("fine_tune", "hybrid")),
        ("Could you put tool calling next to plain prompting for me?", ("prompt", "tools")),
        ("Please set prompting beside fine-tuning, I need to see the two together", ("fine_tune", "prompt")),
        ("May I have prompting and retrieval in two columns, please?", ("prompt", "rag")),
        ("RAG alone vs FT alone vs both", ("fine_tune", "hybrid", "rag")),
    ],
)
def test_names_written_together_or_beside_each_other_are_compared(text, expected):
    assert asked(text) == [("compare", expected)]


@each(
    ("text", "expected"),
    [
        ("Who told you that we can only run search? And on what day?", "ops"),
        ("Who said that everybody may see everything? And when was that?", "access"),
        ("who says it has to answer within three seconds?", "latency"),
        ("who claimed there are that many documents?", "corpus"),
        ("did Olga say weekly or was that me?", "freshness"),
    ],
)
def test_when_something_was_said_is_asked_along_with_who_said_it(text, expected):
    assert asked(text) == [("who_answered", expected)]


@each(
    ("text", "expected"),
    [
        ("what would make fine-tuning worth it?", ("what_would_make", "fine_tune")),
        ("When would a hybrid be worth the effort?", ("what_would_make", "hybrid")),
        ("at what accuracy is fine-tuning worth it?", ("cost", "break_even")),
    ],
)
def test_what_would_make_one_way_worth_it_is_no_question_of_accuracy(text, expected):
    assert asked(text) == [expected]


@each("text", ["who has the final say if the teams don't agree?", "who breaks the tie between legal and product?"])
def test_who_decides_among_people_is_not_known_here(text):
    assert heard(text).questions == (Asked("unknown"),)
    assert not heard(text).offers
