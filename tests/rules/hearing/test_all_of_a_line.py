"""A second and a third answer in one line are written down as well; a remark in such words is none."""

from rules.facts import Value
from rules.hearing import hear, line
from tests.tables import each


@each(
    ("open_fact", "text", "saves"),
    [
        ("volume", "60k daily and speed matters, under one second please",
         {"volume": "under_100k", "latency": "under_1s"}),
        ("volume", "around 700 a day, nobody is waiting, a minute is ok", {"volume": "under_1k", "latency": "relaxed"}),
        ("per_class", "at least 50 for each, and the labels haven't changed in years",
         {"per_class": "over_20", "steadiness": "stable"}),
        ("per_class", "40 each, the classes never change", {"per_class": "over_20", "steadiness": "stable"}),
        ("per_class", "under 20, the manuals change every month", {"per_class": "under_20", "freshness": "monthly"}),
        ("evals", "nothing tested. and no prompt was ever written so far", {"evals": "none", "failure": ("none_yet",)}),
        ("hosting", "any api, we never even tried a prompt", {"hosting": "any_api", "failure": ("none_yet",)}),
        ("evals", "none so far, and nobody ever labelled a single ticket", {"evals": "none", "examples": "none"}),
        ("failure", "too slow and it hallucinates. it must answer within a second",
         {"failure": ("invented_facts", "too_slow"), "latency": "under_1s"}),
        ("failure", "wrong format mostly, and we need it below 2 secs",
         {"failure": ("format",), "latency": "under_3s"}),
        ("failure", "it makes things up and must reply within 3 secs",
         {"failure": ("invented_facts",), "latency": "under_3s"}),
        ("need", "facts out of the price database, which change daily",
         {"need": "facts", "source": "systems", "freshness": "daily"}),
        ("need", "facts from our handbook", {"need": "facts", "source": "documents"}),
    ],
)  # fmt: skip
def test_each_fact_of_a_line_is_written_down(open_fact: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, open_fact, {}, mention=True)).saves == saves


@each(
    ("open_fact", "text", "saves"),
    [
        ("need", "facts from the stock system, they change by the minute",
         {"need": "facts", "source": "systems", "freshness": "live"}),
        ("source", "word files on the intranet, revised monthly, some 7000 of them",
         {"source": "documents", "freshness": "monthly", "corpus": "large"}),
        ("labels", "the manuals are updated monthly", {"freshness": "monthly"}),
    ],
)  # fmt: skip
def test_each_fact_of_a_line_to_nobody_is_written_down(open_fact: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, open_fact, {}, mention=False)).saves == saves


@each(
    ("open_fact", "text", "saves"),
    [
        ("volume", "300 a day, and no rush with the answer from your side", {"volume": "under_1k"}),
        ("examples", "tens of thousands of requests daily, about 30k", {"volume": "under_100k"}),
        ("failure", "too slow and the tone is off. fixed the typo above", {"failure": ("tone", "too_slow")}),
        ("failure", "wrong format. it takes more than 9 seconds", {"failure": ("format", "too_slow")}),
        ("evals", "golden set. no complaints yet either", {"evals": "golden_set"}),
        ("evals", "golden set, and the prompt was written last week", {"evals": "golden_set"}),
        ("evals", "no tests. no budget. no time", {"evals": "none"}),
        ("ops", "neither, nobody has the time", {"ops": ("neither",)}),
        ("per_class", "over 30 each, and the team hasn't slept in days", {"per_class": "over_20"}),
        ("need", "facts about our rooms and where they are", {"need": "facts"}),
    ],
)
def test_a_remark_is_no_second_fact(open_fact: str, text: str, saves: dict[str, Value]):
    assert hear(line(text, open_fact, {}, mention=True)).saves == saves
