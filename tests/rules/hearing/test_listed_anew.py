"""A list of which a line denies one thing and names others: the one goes, the others stand, the rest stays."""

from rules.hearing import hear, in_full, line
from tests.rules.hearing.after_verdict import heard
from tests.tables import each

BOTH = ("format", "tone")


def kept(text, open_fact=None, **said):
    typed = line(text, open_fact, said, mention=True)
    found = in_full(typed, hear(typed))
    return dict(found.saves)


@each("open_fact", ["receipts", None])
@each(
    ("text", "before", "after"),
    [
        ("no, it fails with tone and invented facts, not format", ("format",), ("invented_facts", "tone")),
        ("no, it fails with invented facts and refusals, not format", BOTH, ("invented_facts", "tone", "refusals")),
        ("no it gets classification wrong and the tone, not format", BOTH, ("tone", "classification")),
        ("no, refusals, tool errors and tone, not format", BOTH, ("tone", "refusals", "tool_errors")),
        ("it's not the tone, it's outdated info", BOTH, ("format", "stale_facts")),
        ("correct the failures: wrong labels and tone but not format", BOTH, ("tone", "classification")),
        ("actually it invents specs and breaks the tone, not the json", ("format",), ("invented_facts", "tone")),
        ("the failures are tone and stale facts rather than format", BOTH, ("stale_facts", "tone")),
        ("failures: refusals and tool errors, not format", ("format",), ("refusals", "tool_errors")),
        ("no, not the format", BOTH, ("tone",)),
    ],
)  # fmt: skip
def test_what_is_denied_goes_what_is_named_stands_and_the_rest_stays(text, before, after, open_fact):
    assert kept(text, open_fact, failure=before) == {"failure": after}


@each(
    ("text", "after"),
    [
        ("we run training and search now", ("search", "training")),
        ("correction: we operate training and a search index", ("search", "training")),
        ("no, we run training and gpus, not search", ("training",)),
    ],
)
def test_what_a_team_runs_is_all_that_an_and_ties_together(text, after):
    assert kept(text, ops=("search",)) == {"ops": after}


@each(
    ("text", "value"),
    [
        ("we run training and search", ("search", "training")),
        ("we operate training and an index", ("search", "training")),
        ("we run our own retrieval", ("search",)),
    ],
)
def test_a_phrase_around_another_thing_says_both(text, value):
    assert kept(text, "ops") == {"ops": value}


def test_a_denial_takes_all_that_follows_it():
    assert kept("no, we run training and search", ops=("neither",)) == {"ops": ("search", "training")}


def test_a_phrase_over_an_and_says_nothing_where_each_side_is_something_else():
    assert kept("it fails with stale facts and wrong labels", "failure") == {
        "failure": ("stale_facts", "classification")
    }


@each(
    ("text", "left"),
    [
        ("not tone", ("format",)),
        ("wait, not tone", ("format",)),
        ("not the format though", ("tone",)),
        ("not safety", None),
        ("not tone?", None),
        ("the tone is not needed there", None),
    ],
)
def test_what_is_only_said_not_to_be_on_a_list_is_taken_off_it_while_another_question_stands_open(text, left):
    assert kept(text, "receipts", failure=BOTH).get("failure") == left


def test_the_last_thing_on_a_list_is_not_taken_off_without_asking():
    found = hear(line("not the format", "receipts", {"failure": ("format",)}, mention=True))

    assert (dict(found.saves), [offer.value for offer in found.offers]) == ({}, [("none_yet",)])


@each(
    ("text", "open_fact", "saved"),
    [
        ("not safety, money", "stakes", {"stakes": "money"}),
        ("nobody needs sources, tone matters, not format", "receipts", {"receipts": "none"}),
        ("no, not search", "hosting", {"ops": ("training",)}),
    ],
)
def test_an_answer_to_the_open_question_changes_no_list(text, open_fact, saved):
    assert kept(text, open_fact, failure=("format", "safety"), ops=("search", "training")) == saved


def test_after_the_verdict_only_what_the_line_names_is_heard_and_the_rest_is_kept():
    text, before = "no, stale facts, not format", ("format", "tone")

    assert (dict(heard(text, failure=before).saves), kept(text, failure=before)) == (
        {"failure": ("stale_facts",)},
        {"failure": ("stale_facts", "tone")},
    )
