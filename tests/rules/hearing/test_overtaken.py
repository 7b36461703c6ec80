"""An answer that a line repeats, and says what holds by now, is changed to that."""

from rules.facts import Value
from rules.hearing import hear, line
from tests.tables import each


@each(
    ("fact", "said", "text", "saves"),
    [
        ("hygiene", {"freshness": "monthly"}, "i put monthly for freshness, since May it is weekly",
         {"freshness": "weekly"}),
        ("hygiene", {"examples": "hundreds"}, "we said hundreds of labeled letters, by now it is thousands",
         {"examples": "thousands"}),
        ("latency", {"hosting": "private_cloud"}, "i wrote private cloud, it is on premises now",
         {"hosting": "on_premises"}),
        (None, {"volume": "under_1k"}, "we told you 500 a day, now it is 5000 a day", {"volume": "under_100k"}),
    ],
)  # fmt: skip
def test_what_holds_by_now_takes_the_place_of_what_was_said(
    fact: str | None, said: dict[str, Value], text: str, saves: dict[str, Value]
):
    assert hear(line(text, fact, said, mention=True)).saves == saves


@each(
    ("fact", "said", "text", "saves"),
    [
        ("latency", {"freshness": "daily"}, "we said daily, and now the speed: 2 seconds", {"latency": "under_3s"}),
        (None, {"freshness": "daily"}, "we said daily. does it matter now that it is weekly?", {}),
    ],
)
def test_what_only_follows_a_repeated_answer_changes_it_not(
    fact: str | None, said: dict[str, Value], text: str, saves: dict[str, Value]
):
    assert hear(line(text, fact, said, mention=True)).saves == saves
