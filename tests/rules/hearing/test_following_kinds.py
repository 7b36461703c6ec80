"""The kind of a failure, told in words."""

from rules.hearing.following.kinds import (
    ToldKind,
    listed_kinds,
    may_tell_kind,
    same_words,
    speaks_of_log,
    told_kind,
    told_kinds,
)
from tests.tables import each


@each(
    ("text", "kind"),
    [
        ("that was a safety failure", ToldKind("safety")),
        ("ok, it was probably formatting", ToldKind("formatting")),
        ("the invoice one was a tool error too, the API gave last year's", ToldKind("tool_error", "invoice")),
        ("the refund case was none of these", ToldKind("unclassified", "refund")),
        ("no, not reasoning, only the tool call was wrong", ToldKind("tool_error")),
        ("the refund one wasn't a tool error, it was formatting", ToldKind("formatting", "refund")),
        ("both were retrieval misses", ToldKind("retrieval_miss", is_all=True, at_most=2)),
        ("put it under context overload please", ToldKind("context_overload")),
        ("kind: safety", ToldKind("safety")),
        ("Safety.", ToldKind("safety", is_bare=True)),
        ("i'd say a tool error", ToldKind("tool_error", is_bare=True)),
        ("none of these", ToldKind("unclassified", is_bare=True)),
        ("we don't know yet", ToldKind("unclassified", is_bare=True)),
    ],
)
def test_a_kind_is_read_with_what_it_is_said_of(text, kind):
    assert told_kind(text) == kind
    assert may_tell_kind(text)


@each(
    ("text", "kinds"),
    [
        ("it's a safety one", (ToldKind("safety"),)),
        ("oh wait, formatting", (ToldKind("formatting", is_bare=True, is_corrected=True),)),
        ("all formatting", (ToldKind("formatting", is_all=True, is_bare=True),)),
        ("safety, both", (ToldKind("safety", is_all=True, at_most=2),)),
        ("mark all 4 as tool errors", (ToldKind("tool_error", is_all=True, at_most=4),)),
        ("first and last of them: safety", ()),
        ("the first and third were formatting", (ToldKind("formatting", places=(1, 3)),)),
        ("first two are none of these", (ToldKind("unclassified", places=(1, 2)),)),
        ("the first three were formatting", (ToldKind("formatting", places=(1, 2, 3)),)),
        ("mine was a miss", (ToldKind("retrieval_miss", is_own=True),)),
        ("the lift one was a miss i checked", (ToldKind("retrieval_miss", "lift"),)),
        (
            "mine was a miss, the lift one safety",
            (ToldKind("retrieval_miss", is_own=True), ToldKind("safety", "lift")),
        ),
        (
            "first one is a retrieval miss, other too",
            (ToldKind("retrieval_miss", places=(1,)), ToldKind("retrieval_miss", is_others=True)),
        ),
        ("the last two are safety", (ToldKind("safety", places=(-2, -1)),)),
        ("put the second under context overload", (ToldKind("context_overload", places=(2,)),)),
        ("2nd one isn't safety but formatting", (ToldKind("formatting", places=(2,)),)),
        ("1 safety, 2 formatting", (ToldKind("safety", places=(1,)), ToldKind("formatting", places=(2,)))),
        (
            "the lift one is safety and the invoice and tax one a tool error",
            (ToldKind("safety", "lift"), ToldKind("tool_error", "invoice and tax")),
        ),
        ("empty lift table is formatting", (ToldKind("formatting", "empty lift table", is_loose=True),)),
        (
            "nobody had indexed it, it goes under retrieval miss",
            (ToldKind("retrieval_miss", is_loose=True),),
        ),
        (
            "it saw the page, so not a retrieval miss",
            (ToldKind("unclassified", is_loose=True, denied=frozenset({"retrieval_miss"})),),
        ),
        (
            "the lift one wasn't formatting or safety",
            (ToldKind("unclassified", "lift", is_loose=True, denied=frozenset({"formatting", "safety"})),),
        ),
        ("2 are formatting", ()),
        ("is the first one formatting?", ()),
        ("safety first and formatting second", ()),
        ("we use search and tools", ()),
        ("the lift one is safety and the rest is fine", ()),
        ("prices change daily, it is on azure", ()),
        ("", ()),
    ],
)
def test_kinds_of_several_are_read_and_words_that_count_only_where_one_was_just_logged(text, kinds):
    assert told_kinds(text) == kinds


@each(
    "text",
    [
        "was it a safety failure?",
        "why retrieval",
        "safety matters to us",
        "it is a search tool for lawyers",
        "the format is fixed",
        "we run tools and search",
        "the agreement with the carrier has changed",
        "that was a long day",
        "that was a safety failure" + " and so on" * 40,
    ],
)
def test_what_asks_or_is_about_something_else_tells_no_kind(text):
    assert told_kind(text) is None


def test_a_failure_is_found_by_all_the_words_that_name_it():
    assert same_words("lost parcel", "A parcel was shown as lost.")
    assert same_words("the lost parcels", "A parcel was shown as lost.")
    assert not same_words("lost invoice", "A parcel was shown as lost.")
    assert not same_words("the", "It told the old price.")


@each(
    ("text", "kinds"),
    [
        ("failures classified: the lamp formatting, desk call tool errors",
         (ToldKind("formatting", "lamp"), ToldKind("tool_error", "desk call"))),
        ("we sorted the failures: lamp -> safety", (ToldKind("safety", "lamp"),)),
        ("failures classified: lamp formatting, the rest later", ()),
        ("failures classified", ()),
        ("failures: lamp formatting", ()),
        ("we sort mail by kind: letters formatting", ()),
        ("failures classified: " + "the lamp formatting, " * 20, ()),
    ],
)  # fmt: skip
def test_kinds_of_a_list_are_read_behind_the_word_for_sorting(text, kinds):
    assert listed_kinds(text) == kinds


@each(
    ("text", "is_so"),
    [
        ("log them as 3 failures, formatting", True),
        ("put these into the log as tool errors", True),
        ("failures classified by Lea, mostly tone", True),
        ("which bucket, in the formatting bucket?", True),
        ("our failures changed: it is the tone now", False),
        ("it fails to log in, tool errors", False),
        ("the failures of the prompt are classified as tone", False),
        ("most failures are of format now", False),
        ("agents log calls by hand", False),
    ],
)
def test_words_of_the_log_are_told_from_how_the_prompt_fails(text, is_so):
    assert speaks_of_log(text) == is_so
