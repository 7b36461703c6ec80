"""Shares in hundredths: they add up, never round to certainty, and one outcome alone is never "the rest"."""

from hypothesis import given
from hypothesis import strategies as st

from rules.telling.hundredths import out_of_100, ways


@given(st.lists(st.floats(0, 1), min_size=1, max_size=7).filter(sum))
def test_shares_of_one_whole_add_up_to_a_hundred_and_never_round_to_certainty(parts: list[float]):
    whole = [part / sum(parts) for part in parts]
    told = out_of_100(whole)

    exact = [int(one) for one in told if one.isdecimal()]
    assert sum(exact) <= 100
    assert sum(exact) >= 99 - sum(one == "more than 99" for one in told) * 99
    assert sum(exact) == 100 or any(not one.isdecimal() for one in told)
    assert all(one == "0" or part > 0 for one, part in zip(told, whole, strict=True))


@given(st.lists(st.floats(0.01, 1), min_size=1, max_size=6), st.integers(1, 6))
def test_what_is_left_after_those_named_is_none_or_several_and_counts_what_they_count(parts: list[float], most: int):
    whole = [part / (1 + sum(parts)) for part in parts]
    here = 1 - sum(whole)
    others = [(str(place), share) for place, share in enumerate(whole)]

    _, named, rest = ways(here, others, most)
    _, every, _ = ways(here, others, len(others))

    assert named == every[: len(named)]
    left = every[len(named) :]
    assert len(left) != 1
    assert bool(rest) == bool(left)
    if left and all(share.isdecimal() for share, _ in left):
        assert int(rest) == sum(int(share) for share, _ in left)
