"""Results of golden tasks as teams tell them in a hurry: in words, of all at once, and put right."""

from rules.review.told_runs import told_runs
from tests.tables import each

NAMES = [("Refund window",), ("Rare case",), ("Handover note",)]


def told(text: str) -> dict[int | None, str]:
    """What each task is told to have: its runs, or its verdict."""
    return {
        one.task: f"{one.runs.passed}/{one.runs.ran}" if one.runs
        else "unjudged" if one.is_unjudged else {True: "passed", False: "failed", None: "unclear"}[one.passed]
        for one in told_runs(text, NAMES)
    }  # fmt: skip


@each(
    ("text", "results"),
    [
        ("refund window 4 of 5, rare case all good, handover note failed", {0: "4/5", 1: "passed", 2: "failed"}),
        ("tests: rare case passed, refund window did not, handover note 17/20", {0: "failed", 1: "passed", 2: "17/20"}),
        ("rare case passed, handover not run yet", {1: "passed"}),
        ("rare case: could not be judged", {1: "unjudged"}),
        ("rare case: 2 of 10 passed. handover note could not be judged", {1: "2/10", 2: "unjudged"}),
        ("oops handover note was a typo, its 5 of 5", {2: "5/5"}),
        ("no, rare case 4 of 5", {1: "4/5"}),
        ("all three passed", {0: "passed", 1: "passed", 2: "passed"}),
        ("everything passed except the rare case", {0: "passed", 1: "failed", 2: "passed"}),
        ("ok, all golden tasks failed this time", {0: "failed", 1: "failed", 2: "failed"}),
        ("rare case passed, the others too", {0: "passed", 1: "passed", 2: "passed"}),
    ],
)  # fmt: skip
def test_results_are_read_as_they_are_told(text, results):
    assert told(text) == results


@each(
    "text",
    ["all four passed", "everything passed except the weather", "did all three pass?", "all customers passed the check",
     "rare case 4 of 5 or so, it is a long story, the others too"],
)  # fmt: skip
def test_what_does_not_fit_the_golden_tasks_tells_nothing_of_all(text):
    assert set(told(text).values()) <= {"unclear", "4/5"}
    assert len(told(text)) < len(NAMES)
