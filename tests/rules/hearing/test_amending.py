"""An announced correction gives an answer anew by its question's name, and the reason behind it is no other answer."""

from rules.facts import Value
from rules.hearing import hear, line
from tests.tables import each


@each(
    ("fact", "said", "text", "saves"),
    [
        ("hosting", {}, "correction: source is documents", {"source": "documents"}),
        ("receipts", {"source": "documents"}, "correction: source is both, forgot the warehouse system",
         {"source": "both"}),
        ("latency", {"source": "systems"}, "correction: source is both, I overlooked the manuals", {"source": "both"}),
        ("need", {}, "correction: freshness is daily, we were told", {"freshness": "daily"}),
        ("evals", {}, "fix: receipts are required", {"receipts": "required"}),
        ("evals", {}, "oops, sources: required", {"receipts": "required"}),
        ("ops", {}, "correction on latency: 1 second", {"latency": "under_1s"}),
        ("hosting", {}, "my bad: stakes is rework", {"stakes": "rework"}),
    ],
)  # fmt: skip
@each("mention", [True, False])
def test_what_stands_behind_the_name_is_the_new_answer(
    mention: bool, fact: str, said: dict[str, Value], text: str, saves: dict[str, Value]
):
    assert hear(line(text, fact, said, mention=mention)).saves == saves


@each(
    ("text", "saves"),
    [
        ("correction: the data changes weekly", {"freshness": "weekly"}),
        ("correction: volume is 5k a day, latency is 1 second", {"volume": "under_100k", "latency": "under_1s"}),
        ("correction: labels?", {}),
    ],
)
def test_what_is_no_name_with_one_value_is_heard_as_any_line(text: str, saves: dict[str, Value]):
    assert hear(line(text, "hosting", {}, mention=True)).saves == saves
