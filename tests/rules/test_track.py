"""Whether verdicts hold: counted at the first, third and sixth review, with what so few can tell, and without names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.framework import Architecture
from rules.review.track import Ended, Track, held_in_words, track_report
from rules.wilson import wilson

RAG, HYBRID, PROMPT = Architecture.RAG, Architecture.HYBRID, Architecture.PROMPT


def track(
    *outcomes: Architecture, verdict: Architecture = RAG, rows: tuple[str, ...] = ("must-show-sources",)
) -> Track:
    return Track(verdict, rows, ended(*outcomes))


def ended(*outcomes: Architecture, blind: tuple[int, ...] = ()) -> tuple[Ended, ...]:
    """Reviews that ended so; in those of these numbers no golden task was run."""
    return tuple(Ended(one, is_measured=at not in blind) for at, one in enumerate(outcomes, 1))


@pytest.mark.parametrize(
    ("outcomes", "says"),
    [
        ((), ""),
        ((RAG, HYBRID), ""),
        ((RAG, RAG, RAG), "The verdict has held in all 3 reviews since."),
        ((HYBRID, RAG, RAG), "The verdict did not hold: the first ended with a hybrid."),
        ((RAG, HYBRID, HYBRID), "The verdict held in 1 review; the second ended with a hybrid."),
        ((RAG,) * 7 + (PROMPT,), "The verdict held in 7 reviews; the 8th ended with prompting."),
    ],
)
def test_after_three_reviews_one_sentence_says_whether_the_verdict_held(outcomes, says):
    assert held_in_words(RAG, ended(*outcomes)) == says


@pytest.mark.parametrize(
    ("outcomes", "blind", "says"),
    [
        (
            (RAG,) * 3,
            (1, 2, 3),
            "all 3 reviews since, but nothing was measured: no golden task was run in any of them.",
        ),
        ((RAG,) * 4, (1, 3), "all 4 reviews since, but in 2 of them nothing was measured, as no golden task was run."),
        ((RAG, HYBRID, RAG), (1,), "in 1 review, but nothing was measured: no golden task was run in it; the second"),
        ((RAG, HYBRID, RAG), (2, 3), "The verdict held in 1 review; the second ended with a hybrid."),
        ((HYBRID, RAG, RAG), (1,), "The verdict did not hold: the first ended with a hybrid."),
    ],
)
def test_where_it_held_without_a_golden_task_run_it_says_that_nothing_was_measured(outcomes, blind, says):
    assert says in held_in_words(RAG, ended(*outcomes, blind=blind))


def test_a_verdict_that_has_not_come_to_a_review_says_nothing_about_it():
    young = track(HYBRID, HYBRID)

    assert (young.held_at(1), young.held_at(3)) == (False, None)


def test_one_that_came_back_did_not_hold():
    assert track(RAG, HYBRID, RAG).held_at(3) is False


@given(st.lists(st.sampled_from(Architecture), max_size=8), st.integers(1, 8))
def test_what_holds_at_a_review_held_at_each_before_it(outcomes, number):
    found = Track(RAG, (), ended(*outcomes))

    assert not found.held_at(number) or all(found.held_at(earlier) for earlier in range(1, number))


def test_the_report_counts_by_architecture_and_by_rule_with_intervals():
    tracks = [
        track(RAG, RAG, RAG),
        track(RAG, HYBRID, HYBRID),
        track(RAG),
        track(PROMPT, verdict=PROMPT, rows=()),
        track(),
    ]
    low, high = (round(end * 100) for end in wilson(1, 2))

    told = track_report(tracks)

    assert "5 verdicts, 4 of them reviewed" in told
    assert f"| all | 4 of 4 (51 to 100) | 1 of 2 ({low} to {high}) | none yet |" in told
    assert f"| `must-show-sources` | 3 of 3 (44 to 100) | 1 of 2 ({low} to {high}) | none yet |" in told
    assert "| prompting | 1 of 1 (21 to 100) | none yet | none yet |" in told


def test_the_report_says_in_how_many_reviews_nothing_was_measured():
    blind = Track(RAG, (), ended(RAG, RAG, blind=(2,)))

    assert "In 1 of 3 reviews nothing was measured" in track_report([blind, track(RAG)])
    assert "nothing was measured" not in track_report([track(RAG)])


def test_where_nothing_was_reviewed_it_says_so():
    assert "nothing to count" in track_report([track()])
    assert "|" not in track_report([])
