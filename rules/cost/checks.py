"""What no figure can be: under nothing, beyond belief, upside down, or against an answer that was given."""

from typing import NamedTuple

from rules.facts import Facts

LIMITS: dict[str, tuple[float, float]] = {
    "requests_a_day": (1, 10_000_000_000),
    "cost_of_a_wrong_answer": (0.0001, 1_000_000_000),
    "saved_by_a_right_answer": (0, 1_000_000_000),
}
"""The least and the most that each figure can be: ten billion requests a day is what the largest search engines see."""

BANDS: dict[str, tuple[float, float]] = {
    "under_1k": (0, 1_000),
    "under_100k": (1_000, 100_000),
    "under_1m": (100_000, 1_000_000),
    "over_1m": (1_000_000, LIMITS["requests_a_day"][1]),
}
"""The requests a day that each answer on volume stands for; a number on the border fits both."""


class Misfit(NamedTuple):
    """Why a figure cannot stand, and the nearest one that can."""

    says: str
    nearest: float


def misfit(name: str, figure: float) -> Misfit | None:
    """What is wrong with this figure; None where it can stand."""
    least, most = LIMITS[name]
    if figure > most:
        return Misfit(f"it is more than {most:,.0f}, the most that is taken", most)
    if figure >= least:
        return None
    if name == "cost_of_a_wrong_answer":
        says = "a wrong answer that costs nothing needs no estimate; leave it out where you do not know"
        return Misfit(says if figure == 0 else "a cost is more than nothing", least)
    return Misfit(f"it is less than {least:,.0f}, the least that is taken", least)


def misfit_rate(low: float, high: float) -> str | None:
    """What is wrong with a range of error rates; None where it can stand."""
    if not (0 <= low <= 1 and 0 <= high <= 1):
        return "an error rate is a share between 0 and 1"
    return "the lower end comes first" if low > high else None


def contradicted_band(requests: float, facts: Facts) -> str | None:
    """The band of volume that these requests belong to, where the answer given is another one; else None."""
    if facts.volume is None:
        return None
    low, high = BANDS[facts.volume]
    return None if low <= requests <= high else band_of(requests)


def band_of(requests: float) -> str:
    """The answer on volume that these requests a day belong to."""
    return next(band for band, (_, high) in BANDS.items() if requests <= high)
