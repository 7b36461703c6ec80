"""A decision under earlier rules keeps its verdict; where today's give another one, the row behind it is named."""

from dataclasses import replace

import pytest

from rules import FRAMEWORK, Facts, decide_plainly
from rules.answer_space import AnswerSpace
from rules.conditions import has
from rules.diagram import diagram_of
from rules.framework import Architecture, Degree, Effect, PrerequisiteRow
from rules.review import decide_again

ACTS = Facts(need="behaviour", source="model", action="acts")
LIBRARY = Facts(need="facts", source="documents", corpus="large", freshness="weekly", evals="ad_hoc", ops=["search"])
NO_SEARCH = PrerequisiteRow(
    "no-search", (Architecture.RAG,), has("need", "behaviour"), Effect.RULES_OUT, "We run no search.", ("F6",)
)


def earlier(*without, version="2026.1", **tables):
    """An earlier rulebook: the shipped one without these rows, and with these tables in place of its own."""
    rows = tuple(row for row in FRAMEWORK.demand_rows if row.id not in without)
    return replace(FRAMEWORK, version=version, digest="earlier", **{"demand_rows": rows, **tables})


def test_under_the_same_rules_there_is_nothing_to_say():
    assert decide_again(decide_plainly(ACTS), ACTS) is None


def test_rules_that_give_the_same_are_not_worth_a_word():
    made = decide_plainly(LIBRARY, earlier("acts-on-systems"))

    assert decide_again(made, LIBRARY) is None


def test_a_row_that_is_new_is_named_with_what_it_says():
    made = decide_plainly(ACTS, earlier("acts-on-systems"))

    again = decide_again(made, ACTS)

    assert (made.verdict, again.verdict, again.passes, again.row) == ("prompt", "tools", True, "acts-on-systems")
    assert again.says == (
        "The decision stands; it was made under rules 2026.1, and today's rules (2026.12) give live tools on the same "
        "answers, by the row acts-on-systems: “It carries out steps in other systems, and each step is a call.”"
    )


def test_a_row_that_is_gone_is_named_as_gone():
    again = decide_again(decide_plainly(ACTS), ACTS, earlier("acts-on-systems", version="2027.1"))

    assert (again.verdict, again.row) == ("prompt", "acts-on-systems")
    assert "today's rules (2027.1) give prompting on the same answers, because the row acts-on-systems" in again.says
    assert "holds no more: “It carries out steps" in again.says


def test_what_came_closest_may_pass_today():
    made = decide_plainly(LIBRARY, earlier(prerequisite_rows=(*FRAMEWORK.prerequisite_rows, NO_SEARCH)))

    again = decide_again(made, LIBRARY)

    assert (made.passes, again.passes, again.verdict, again.row) == (False, True, "rag", "no-search")
    assert "today's rules (2026.12) let retrieval (RAG) pass on the same answers" in again.says


def test_where_nothing_passes_today_it_says_so():
    gated = earlier(version="2027.1", prerequisite_rows=(*FRAMEWORK.prerequisite_rows, NO_SEARCH))

    again = decide_again(decide_plainly(LIBRARY), LIBRARY, gated)

    assert (again.passes, again.row) == (False, "no-search")
    assert "find that nothing passes, and that " in again.says
    assert "come closest, on the same answers, by the row no-search: “We run no search.”" in again.says


def test_own_rows_under_one_version_are_told_apart_by_their_digest():
    again = decide_again(decide_plainly(ACTS), ACTS, earlier("acts-on-systems", version=FRAMEWORK.version))

    assert f"today's rules ({FRAMEWORK.version}, earlier) give prompting" in again.says


def test_where_only_a_delivery_moved_the_row_that_speaks_for_todays_verdict_is_named():
    lesser = tuple(
        replace(row, degree=Degree.NOT) if row.architecture == "tools" and row.demand == "carried_out" else row
        for row in FRAMEWORK.delivery_rows
    )
    made = decide_plainly(ACTS)

    again = decide_again(made, ACTS, earlier(version="2027.1", delivery_rows=lesser))

    assert again.verdict is not made.verdict
    assert again.row in {row.id for row in FRAMEWORK.demand_rows}


def test_where_no_row_is_left_to_speak_the_sentence_ends_before_it():
    made = decide_plainly(ACTS).model_copy(update={"reasons": (), "besides": ()})

    again = decide_again(made, ACTS, earlier(version="2027.1", demand_rows=()))

    assert again.row == ""
    assert again.says.endswith("give prompting on the same answers.")


@pytest.mark.parametrize("name", ["acts-on-systems", "in-an-instant"])
def test_the_one_row_between_two_rulebooks_is_the_one_that_is_named(name):
    before = earlier(name)
    space = AnswerSpace(FRAMEWORK, diagram_of(FRAMEWORK))
    row = next(row for row in FRAMEWORK.demand_rows if row.id == name)
    answers = list(space.examples(space.holds(row.when), 60))

    named = {
        again.row for facts in answers if (again := decide_again(decide_plainly(facts, before), facts)) is not None
    }

    assert named == {name}


@pytest.mark.parametrize("architecture", Architecture)
def test_whatever_was_decided_is_kept(architecture):
    made = decide_plainly(ACTS).model_copy(update={"verdict": architecture, "rules_digest": "earlier"})

    again = decide_again(made, ACTS)

    assert again is None if architecture == "tools" else again.says.startswith("The decision stands;")
