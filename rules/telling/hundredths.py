"""Shares of one whole in hundredths: the same everywhere, whoever tells them and however many are named."""

from collections.abc import Sequence
from typing import TypeVar

_EXACT = 1e-9
"""So little is an error of floating point."""
_T = TypeVar("_T")


def out_of_100(parts: Sequence[float]) -> list[str]:
    """Shares of one whole in hundredths that add up to 100, never rounded to certainty: "less than 1", "more than 99".

    By the largest remainder: each is rounded down, and what is left goes to those that lost most.
    """
    return [_told(number, part) for number, part in zip(_whole(parts), parts, strict=True)]


def ways(here: float, others: Sequence[tuple[_T, float]], most: int) -> tuple[str, list[tuple[str, _T]], str]:
    """The ways that lead here, to so many others by name, and to the rest together: none or at least two of them.

    One outcome alone is never "the rest": the same share would be called by its name elsewhere.
    """
    led = [(outcome, share) for outcome, share in others if share > 0]
    parts = [here, *(share for _, share in led)]
    whole, told = _whole(parts), out_of_100(parts)
    named = len(led) if len(led) <= most + 1 else most
    rest = _told(sum(whole[named + 1 :]), sum(parts[named + 1 :])) if named < len(led) else ""
    return told[0], [(told[place], outcome) for place, (outcome, _) in enumerate(led[:named], 1)], rest


def _whole(parts: Sequence[float]) -> list[int]:
    exact = [max(0.0, part) * 100 for part in parts]
    whole = [int(part + _EXACT) for part in exact]
    most = sorted(range(len(exact)), key=lambda place: whole[place] - exact[place])
    for place in most[: max(0, 100 - sum(whole))]:
        whole[place] += 1
    return whole


def _told(number: int, part: float) -> str:
    exact = part * 100
    if number == 0 and exact > _EXACT:
        return "less than 1"
    return "more than 99" if number == 100 and exact < 100 - _EXACT else str(number)
