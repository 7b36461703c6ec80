"""The compiled rulebook says what the rows say, on complete facts and on partial ones."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import FRAMEWORK, Facts
from rules.compiler import LEAVES
from rules.conditions import All, AnyOf, Condition, Is, Not, Unless
from rules.diagram import Diagram, after_answers, diagram_of, leaves_below, passes, prepare, reading_of, verdict_of
from rules.facts import ALONE, FACTS, VALUES
from rules.judge import chosen, judge
from rules.nodes import NO, YES, Nodes
from rules.variables import Reader, choices, facts_of, ordered, variables, with_unknown
from tests.examples import examples
from tests.rules.space import COMPLETE, EVERY, FAILURES
from tests.rules.strategies import complete_facts, partial_facts

UNTIL_THE_LEAF = {YES: True, NO: False}


@st.composite
def plain_tests(draw: st.DrawFn) -> Condition:
    fact = draw(st.sampled_from(FACTS))
    return Is(fact, frozenset(draw(st.lists(st.sampled_from(VALUES[fact]), min_size=1, unique=True))))


conditions = st.recursive(
    plain_tests(),
    lambda parts: st.one_of(
        st.lists(parts, max_size=3).map(lambda found: All(tuple(found))),
        st.lists(parts, max_size=3).map(lambda found: AnyOf(tuple(found))),
        parts.map(Not),
        parts.map(Unless),
    ),
    max_leaves=6,
)


@given(complete_facts)
@examples(100)
def test_on_complete_facts_the_diagram_decides_as_the_rows_do(facts):
    judgement = judge(facts, FRAMEWORK)
    leaf = diagram_of(FRAMEWORK).leaf(facts)

    assert passes(leaf) == (judgement.outcome is not None)
    assert verdict_of(leaf) is chosen(judgement, FRAMEWORK)


@given(partial_facts)
@examples(100)
def test_with_unknown_answers_the_reading_says_what_the_rows_say_one_by_one(facts):
    judgement = judge(facts, FRAMEWORK)
    leaf = reading_of(FRAMEWORK).leaf(facts)

    assert passes(leaf) == (judgement.outcome is not None)
    assert verdict_of(leaf) is chosen(judgement, FRAMEWORK)


@given(conditions, partial_facts)
@examples(100)
def test_every_condition_compiles_to_where_it_holds_where_it_does_not_and_where_nobody_knows(condition, facts):
    order = with_unknown(variables())
    nodes = Nodes([variable.arity for variable in order])
    taken = choices(facts, order)

    def ends(node: int) -> bool:
        while node > YES:
            node = nodes.kids[node][taken[nodes.level[node]]]
        return node == YES

    yes, no = Reader(order, nodes).read(condition)

    assert (ends(yes), ends(no)) == (condition.holds(facts) is True, condition.holds(facts) is False)


def test_a_value_that_is_no_condition_is_refused():
    order = variables()

    with pytest.raises(TypeError, match="cannot be compiled"):
        Reader(order, Nodes([variable.arity for variable in order])).read("freshness is weekly")
    with pytest.raises(TypeError, match="cannot be compiled"):
        ordered(replace(FRAMEWORK, demand_rows=(replace(FRAMEWORK.demand_rows[0], when="freshness is weekly"),)))


@pytest.mark.parametrize("diagram", [diagram_of(FRAMEWORK), reading_of(FRAMEWORK)], ids=["complete", "partial"])
def test_the_diagram_is_reduced_and_ordered(diagram: Diagram):
    inner = list(zip(diagram.level, diagram.kids, strict=True))[LEAVES:]

    assert len(set(inner)) == len(inner), "two nodes are the same function"
    assert all(len(set(kids)) > 1 for _, kids in inner), "a node tests what changes nothing"
    assert all(len(kids) == diagram.order[level].arity for level, kids in inner)
    assert all(diagram.level[kid] > level for level, kids in inner for kid in kids)
    assert all(kid < number for number, kids in enumerate(diagram.kids) for kid in kids)
    assert diagram.root == len(diagram.level) - 1, "a node leads nowhere that the root does not"


def test_it_covers_every_answer_set_there_is():
    several = FAILURES * 2**2
    single = [len(VALUES[fact]) for fact in FACTS if fact not in ALONE]
    complete = partial = 1
    for size in single:
        complete, partial = complete * size, partial * (size + 1)

    assert diagram_of(FRAMEWORK).answer_sets == complete * several == COMPLETE
    assert reading_of(FRAMEWORK).answer_sets == partial * (FAILURES + 1) * (2**2 + 1) == EVERY


def test_it_stays_small():
    assert diagram_of(FRAMEWORK).size < 5_000


def test_a_framework_is_compiled_once():
    assert diagram_of(FRAMEWORK) is diagram_of(FRAMEWORK)
    assert prepare(FRAMEWORK) is None
    assert after_answers(FRAMEWORK, "failure") is after_answers(FRAMEWORK, "failure")


def test_an_open_variable_that_is_tested_is_an_error_and_not_a_guess():
    with pytest.raises(TypeError):
        diagram_of(FRAMEWORK).leaf(Facts())


def test_facts_that_share_rows_stand_together_and_none_is_lost():
    assert sorted(ordered(FRAMEWORK)) == sorted(variables())


@given(partial_facts)
@examples(40)
def test_facts_and_branches_are_two_ways_to_say_the_same(facts):
    order = reading_of(FRAMEWORK).order

    assert facts_of([branch or 0 for branch in choices(facts, order)], order) == facts


@given(complete_facts)
@examples(20)
def test_what_is_left_after_an_answer_ends_where_the_rulebook_does(facts):
    answered = after_answers(FRAMEWORK, "failure")
    taken = choices(facts, answered.diagram.order)
    whole = diagram_of(FRAMEWORK)
    ends = tuple(end_from(whole, node, taken) for node in answered.entries)
    end = {node: end_from(answered.diagram, node, taken) for node in {node for each in answered.left for node in each}}
    left = {tuple(end[node] for node in each) for each in answered.left}

    assert sum(answered.left.values()) == FAILURES
    assert ends in left


@pytest.mark.parametrize("fact", ALONE)
def test_what_is_left_after_an_answer_asks_no_more_for_it(fact):
    answered = after_answers(FRAMEWORK, fact)
    waiting = {node for each in answered.left for node in each}
    met = set()

    while waiting:
        node = waiting.pop()
        if node >= LEAVES and node not in met:
            met.add(node)
            waiting |= set(answered.diagram.kids[node])

    assert fact not in {answered.diagram.order[answered.diagram.level[node]].fact for node in met}


def end_from(diagram, node, taken):
    """The leaf at the end of these branches, from this node on."""
    return replace(diagram, root=node).follow(taken)


def test_each_node_knows_the_leaves_below_it():
    diagram = diagram_of(FRAMEWORK)
    below = leaves_below(diagram)

    assert below[diagram.root] & 0b11111 == 0b11111
    assert [below[leaf] for leaf in range(LEAVES)] == [1 << leaf for leaf in range(LEAVES)]
