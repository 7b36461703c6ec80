"""What is supposed, hoped, corrected or lost after the verdict, and whether it changes an answer."""

from tests.rules.hearing.after_verdict import asked, heard
from tests.tables import each


@each(
    ("text", "expected"),
    [
        ("and without the per-user permissions?", [("what_if", (("access", "everyone"),))]),
        ("and if we could train as well?", [("what_if", (("ops", ("training",)),))]),
    ],
)
def test_a_short_supposition_gives_what_it_drops_or_adds(text, expected):
    assert asked(text, access="per_user", ops=("search",)) == expected


@each(
    ("text", "expected"),
    [
        ("they may tighten the SLA to 900 ms. would you still say the same?", {"latency": "under_1s"}),
        ("I wish we had 20,000 examples. would that do anything for us?", {"examples": "tens_of_thousands"}),
        ("what if the docs are in worse shape than I said", {"hygiene": "poor"}),
    ],
)
def test_what_may_come_or_is_wished_for_is_supposed(text, expected):
    assert [each.slots["changes"] for each in heard(text).questions] == [expected]


@each("text", ["we hope to have 3,000 labelled tickets by June", "I wish we had more labelled examples"])
def test_a_hope_changes_no_answer(text):
    found = heard(text)

    assert not found.saves
    assert all(getattr(each, "intent", "") not in {"", "change_answer"} for each in found.offers)


@each(
    ("text", "expected"),
    [
        ("I was wrong about the labels, they're all over the place", {"labels": "inconsistent"}),
        ("it's not only facts, they need our tone too", {"need": "both"}),
        ("half of it now lives in SAP as well as in the documents", {"source": "both"}),
        ("> Volume: under 100k\nthat's old, we're at 400k now", {"volume": "under_1m"}),
    ],
)
def test_what_was_wrong_or_is_added_changes_that_answer(text, expected):
    assert dict(heard(text).saves) == expected


def test_a_slip_that_is_admitted_changes_the_answer():
    found = heard("It was error from me, the documents change only one time in year.")

    assert dict(found.saves) == {"freshness": "yearly"}


@each(
    ("text", "expected"),
    [
        ("we had to throw away all our labelled examples", {"examples": "none"}),
        ("it's the other way round: we can train, but we can't run search", {"ops": ("training",)}),
    ],
)
def test_what_is_lost_or_reversed_changes_the_answer(text, expected):
    assert dict(heard(text, ops=("search",)).saves) == expected


def test_what_is_there_all_the_same_is_the_answer():
    found = heard("I must correct myself: we only try things out by hand, there is no golden set", evals="golden_set")

    assert dict(found.saves) == {"evals": "ad_hoc"}


@each("text", ["so still the same?", "is it still retrieval?"])
def test_whether_it_is_still_so_supposes_nothing(text):
    found = heard(text)

    assert ([one for one in found.questions if one.intent == "what_if"], found.saves) == ([], {})


@each(
    ("text", "given", "value"),
    [
        ("it's invented facts and wrong tone, not format", ("invented_facts",), ("invented_facts", "tone")),
        ("it's invented facts and wrong tone, not format", ("format",), ("invented_facts", "tone")),
        ("it's wrong tone, not format", ("format",), ("tone",)),
        (
            "invented facts and wrong tone, not format",
            ("format", "invented_facts", "refusals"),
            ("invented_facts", "tone"),
        ),
    ],
)
def test_of_a_list_what_is_denied_goes_and_what_is_said_again_stays(text, given, value):
    assert heard(text, failure=given).saves == {"failure": value}
