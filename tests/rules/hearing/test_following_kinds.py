"""The kind of a failure, told in words."""

from rules.hearing.following.kinds import ToldKind, may_tell_kind, same_words, told_kind
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
        ("both were retrieval misses", ToldKind("retrieval_miss", is_all=True)),
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
    assert not same_words("lost invoice", "A parcel was shown as lost.")
