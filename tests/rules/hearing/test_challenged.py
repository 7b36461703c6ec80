"""After the verdict a supposition is held against it: "so with 50 examples it all collapses, or what?"."""

from tests.rules.hearing.after_verdict import asked
from tests.tables import each


@each(
    ("text", "changes"),
    [
        ("So with 300 labelled tickets your whole advice falls apart, or what?", ("examples", "hundreds")),
        ("So without sources the whole thing collapses, right?", ("receipts", "none")),
        ("And at 200 ms your answer is toast, isn't it?", ("latency", "under_300ms")),
        ("So on-prem would blow the entire recommendation up, yes or no?", ("hosting", "on_premises")),
        ("With two million requests a day this falls over, no?", ("volume", "over_1m")),
        ("If it changed once a year only, you'd be wrong, wouldn't you?", ("freshness", "yearly")),
        ("Does your verdict survive 50,000 examples, yes or no?", ("examples", "tens_of_thousands")),
        ("Would an overnight answer topple your verdict?", ("latency", "relaxed")),
    ],
)
def test_what_the_verdict_would_fall_under_is_supposed(text, changes):
    assert asked(text) == [("what_if", (changes,))]


@each("text", ["what would topple this verdict?", "is there anything that kills it?", "which input flips this?"])
def test_whatever_could_topple_it_supposes_nothing(text):
    assert asked(text) == [("what_would_change",)]
