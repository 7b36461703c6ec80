"""The short interview asks what settles most, never what cannot matter, and ends where all answers would end."""

from collections import Counter
from itertools import pairwise
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import FRAMEWORK, Facts, next_question, questions_left, steadily_left, still_open
from rules.applying import moot
from rules.completions import Completions, entropy
from rules.diagram import diagram_of, verdict_of
from rules.facts import FACTS
from rules.framework import Architecture
from rules.interview import TOLERANCE, forget, undecided
from rules.possibilities import completions_of, is_decided, standing
from tests.examples import TIMES, examples
from tests.rules.depth import ALMOST_ALL, signed_counts
from tests.rules.properties import short_interview_ends_as_the_full_one
from tests.rules.space import answers
from tests.rules.strategies import complete_facts, partial_facts

facts_and_doubts = st.tuples(partial_facts, st.frozensets(st.sampled_from(FACTS), max_size=8))


def asked(facts, unsure=frozenset()):
    """The questions of one interview with this team, in order."""
    known, order = Facts(), []
    while (fact := next_question(known, unsure & set(order))) is not None:
        assert fact not in order
        order.append(fact)
        if fact not in unsure:
            known = known.replaced(fact, facts.value(fact))
    return order


@given(complete_facts)
@examples(20)
def test_it_ends_as_the_full_interview_does(facts):
    short_interview_ends_as_the_full_one(facts)


def test_an_interview_opens_with_what_people_need():
    assert next_question(Facts()) == "need"


@given(facts_and_doubts)
@examples(20)
def test_it_asks_only_what_is_open_and_can_still_matter(drawn):
    facts, unsure = drawn

    fact = next_question(facts, unsure)

    if fact is not None:
        found = completions_of(FRAMEWORK, facts)
        assert facts.value(fact) is None
        assert fact not in unsure
        assert fact in (found.move_outcome if is_decided(facts, FRAMEWORK) else found.move_verdict)


@given(facts_and_doubts)
@examples(20)
def test_it_stops_only_where_nothing_that_somebody_knows_is_left_to_matter(drawn):
    facts, unsure = drawn

    if next_question(facts, unsure) is None:
        assert completions_of(FRAMEWORK, facts).move_verdict <= unsure


@given(complete_facts, st.sets(st.sampled_from([fact for fact in FACTS if fact != "failure"]), min_size=1, max_size=9))
@examples(25)
def test_the_doubt_that_an_answer_leaves_is_the_mean_over_its_answers(facts, names):
    facts = Facts.model_validate({fact: value for fact, value in facts.known().items() if fact not in names})

    for fact, bits in undecided(facts, frozenset(), FRAMEWORK).items() if not is_decided(facts, FRAMEWORK) else ():
        after = [doubt(facts.replaced(fact, value)) for value in answers(fact)]
        assert bits == pytest.approx(sum(after) / len(after))


def doubt(facts):
    """How undecided the verdict is, in bits."""
    counts = dict.fromkeys(Architecture, 0)
    for leaf, count in enumerate(Completions(diagram_of(FRAMEWORK), facts).counts):
        counts[verdict_of(leaf)] += count
    return entropy(tuple(counts.values()))


def test_the_same_is_true_of_a_list_with_its_thousand_answers():
    facts = Facts(need="behaviour", source="model", ops=["training"], examples="hundreds", evals="golden_set")

    left = undecided(facts, frozenset(), FRAMEWORK)

    after = [doubt(facts.replaced("failure", value)) for value in answers("failure")]
    assert left["failure"] == pytest.approx(sum(after) / len(after), abs=1e-9)


@given(partial_facts)
@examples(20)
def test_of_questions_that_are_as_good_the_first_in_the_frameworks_order_is_asked(facts):
    left = undecided(facts, frozenset(), FRAMEWORK)

    fact = next_question(facts)

    if fact is not None:
        enough = min(left.values()) + (0 if facts.known() else TOLERANCE)
        assert left[fact] <= enough
        assert all(left[each] > enough for each in FACTS[: FACTS.index(fact)] if each in left)


@given(complete_facts, st.frozensets(st.sampled_from(FACTS), max_size=5))
@examples(20)
def test_not_sure_is_asked_once_and_stays_open(facts, unsure):
    order = asked(facts, unsure)

    assert len(order) == len(set(order))


@given(complete_facts)
@examples(20)
def test_sure_of_nothing_ends_the_interview_with_everything_open(facts):
    order = asked(facts, frozenset(FACTS))

    assert next_question(Facts(), frozenset(order)) is None
    assert standing(Facts(), FRAMEWORK)[0] is Architecture.PROMPT


@given(complete_facts)
@examples(20)
def test_what_may_stay_open_is_offered_and_changes_nothing(facts):
    known = Facts.model_validate({fact: facts.value(fact) for fact in asked(facts)})
    rest = still_open(known)

    assert set(rest) | set(known.known()) | moot(known, FRAMEWORK) == set(FACTS)
    for fact in rest:
        assert standing(known.replaced(fact, facts.value(fact)), FRAMEWORK) == standing(known, FRAMEWORK)


@given(complete_facts)
@examples(20)
def test_what_nobody_was_sure_of_is_not_offered_again(facts):
    known = Facts.model_validate({fact: facts.value(fact) for fact in asked(facts)})

    assert "volume" not in still_open(known, frozenset({"volume"}))


@given(facts_and_doubts)
@examples(40)
def test_there_are_questions_left_just_while_there_is_a_next_one(drawn):
    facts, unsure = drawn

    assert (questions_left(facts, unsure) == 0) == (next_question(facts, unsure) is None)
    assert questions_left(facts, unsure) <= len(FACTS) - len(facts.known())


def test_the_estimate_of_what_is_left_is_about_right(sampled_teams):
    off = []
    for team in sampled_teams:
        order = asked(team)
        known = Facts()
        for at, fact in enumerate(order):
            off.append(abs(questions_left(known) - (len(order) - at)))
            known = known.replaced(fact, team.value(fact))

    assert sum(off) / len(off) < 2


def test_what_is_told_of_the_way_ahead_is_steady(sampled_teams):
    for team in sampled_teams:
        known, estimates, told = Facts(), [questions_left(Facts())], []
        for fact in asked(team):
            told.append(steadily_left(estimates))
            known = known.replaced(fact, team.value(fact))
            estimates.append(questions_left(known))

        assert steadily_left(estimates) == 0
        assert all(before // 2 <= after <= before + 1 for before, after in pairwise(told))


def test_what_is_told_rises_by_one_and_falls_to_half_at_most():
    assert [steadily_left(estimates) for estimates in ([8], [8, 1], [8, 1, 1], [3, 9], [3, 9, 9], [8, 0])] == [
        8, 4, 2, 4, 5, 0,
    ]  # fmt: skip
    with pytest.raises(ValueError, match="before its first answer"):
        steadily_left([])


def test_half_of_the_teams_are_asked_at_most_seven_of_the_questions(sampled_teams):
    assert median(len(asked(team)) for team in sampled_teams) <= 7


def test_no_order_of_questions_spares_everybody_the_21st():
    one, other = map(Facts.model_validate, ALMOST_ALL)

    differ, counts = signed_counts(one, other)

    assert differ == 21
    assert any(counts.values())


@given(complete_facts, complete_facts, st.sets(st.sampled_from(FACTS), max_size=5))
@examples(40)
def test_a_signed_count_is_the_sum_over_the_teams_that_mix_the_answers(one, other, names):
    for fact in set(FACTS) - names:
        other = other.replaced(fact, one.value(fact))

    differ, counts = signed_counts(one, other)

    summed = Counter()
    varied = [fact for fact in FACTS if one.value(fact) != other.value(fact)]
    for number in range(2 ** len(varied)):
        mixed = one
        for at, fact in enumerate(varied):
            mixed = mixed.replaced(fact, other.value(fact)) if number >> at & 1 else mixed
        summed[diagram_of(FRAMEWORK).leaf(mixed)] += (-1) ** number.bit_count()
    assert differ == len(varied)
    assert {leaf: count for leaf, count in counts.items() if count} == {leaf: n for leaf, n in summed.items() if n}


def test_what_was_worked_out_can_be_forgotten():
    before = next_question(Facts())
    forget()

    assert next_question(Facts()) == before


@pytest.fixture(scope="module")
def sampled_teams():
    """The same 100 random teams in every run, and many more in the soak."""
    from tests.bench.rules import sampled_teams

    return sampled_teams(100 * TIMES)
