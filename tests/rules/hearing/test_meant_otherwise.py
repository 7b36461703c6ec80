"""Words meant for something else than they seem: a day's name, "both" with a reason, a copy of a system."""

from rules.hearing import Choice, hear, line
from tests.tables import each


@each("text", ["monday, promised", "monday then", "see you on Monday"])
@each("mention", [True, False])
def test_the_name_of_a_day_is_no_place_where_the_truth_lives(text, mention):
    assert "source" not in hear(line(text, "source", {}, mention=mention)).saves


@each("text", ["it is all in monday.com", "in our monday board"])
def test_the_tool_of_that_name_is_one(text):
    assert hear(line(text, "source", {}, mention=True)).saves == {"source": "systems"}


@each(
    ("fact", "text"),
    [
        ("need", "well honestly both. they also want to know what a berth costs"),
        ("need", "both really. guests also ask when the pool opens"),
        ("need", "both I'd say, they also want the opening hours"),
        ("source", "both. some of it is in the handbook as well"),
    ],
)
@each("mention", [True, False])
def test_both_that_a_line_begins_with_is_the_answer_whatever_its_reason_names(fact, text, mention):
    assert hear(line(text, fact, {}, mention=mention)).saves == {fact: "both"}


@each("text", ["both? no, facts", "both, but mostly facts", "both teams want facts"])
def test_both_that_is_doubted_or_said_of_something_else_is_not_taken_at_once(text):
    assert hear(line(text, "need", {}, mention=True)).saves != {"need": "both"}


def test_both_behind_a_colleague_who_is_right_may_be_said_of_the_question_before():
    found = hear(line("hm rosa is right, both", "source", {"need": "facts"}, mention=True))

    assert (found.saves, found.offers) == ({}, (Choice("need", "both"), Choice("source", "both")))


@each(
    ("text", "is_offered"),
    [
        ("the prices are in a db export, we don't query it live", True),
        ("we get a dump of sap as csv, no live access", True),
        ("the rates are in a table somebody exports from oracle, we don't call it", True),
        ("a weekly csv dump out of the ERP", True),
        ("a nightly export from the database", True),
        ("the db, but not live, a snapshot from monday", True),
        ("the stock list is really just an export of the ERP", True),
        ("we query the crm live", False),
        ("in the ERP, exports are only for finance", False),
        ("in postgres, nobody exports it", False),
    ],
)
def test_a_copy_of_a_system_that_nobody_asks_itself_may_be_documents(text, is_offered):
    found = hear(line(text, "source", {}, mention=True))

    if is_offered:
        assert ("source" not in found.saves, found.offers[0]) == (True, Choice("source", "documents"))
    else:
        assert found.saves == {"source": "systems"}
