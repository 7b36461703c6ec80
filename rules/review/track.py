"""Whether verdicts hold: what the monthly reviews ended with, beside what was decided.

A verdict held at a review where that one, and each before it, ended with the architecture that was decided. Those that
have not come to that review yet say nothing about it, so nothing is gained or lost by being young. Where no golden task
was run, nothing was measured: such a review says that nobody chose otherwise, and no more. Pure; no names.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rules.catalog.architectures import NAMES
from rules.framework import Architecture
from rules.numerals import ORDINALS
from rules.wilson import BarState, wilson

ENOUGH = 3
"""After so many reviews it is said whether a verdict held."""
LOOKED_AT = (1, 3, 6)
"""The reviews at which is counted how many held."""


UNMEASURED = "nothing was measured"
"""Of a review in which no golden task was run, in the same words wherever its outcome is told."""


class Ended(NamedTuple):
    """What one review ended with."""

    architecture: Architecture
    is_measured: bool = True
    """Whether any golden task was run."""


def is_measured(bar_state: object) -> bool:
    """Whether a review that noted this of its bar measured anything; one that noted nothing is taken at its word."""
    return bar_state != BarState.NOT_RUN


@dataclass(frozen=True, slots=True)
class Track:
    """One verdict, and what each review since then ended with, the oldest first."""

    verdict: Architecture
    rows: tuple[str, ...]
    """Ids of the rows that spoke for it."""
    outcomes: tuple[Ended, ...]

    def held_at(self, number: int) -> bool | None:
        """Whether it held at this review, the first being 1; None where that has not come yet."""
        if len(self.outcomes) < number:
            return None
        return all(each.architecture is self.verdict for each in self.outcomes[:number])


def held_in_words(verdict: Architecture, outcomes: Sequence[Ended]) -> str:
    """Whether the verdict held, and where nothing was measured, in one sentence; empty before the third review."""
    if len(outcomes) < ENOUGH:
        return ""
    left = next((at for at, each in enumerate(outcomes) if each.architecture is not verdict), None)
    if left is None:
        return f"The verdict has held in all {len(outcomes)} reviews since{_unmeasured(outcomes)}."
    which = ORDINALS[left] if left < len(ORDINALS) else f"{left + 1}th"
    in_so_many = f"{left} {'review' if left == 1 else 'reviews'}"
    since = f"held in {in_so_many}{_unmeasured(outcomes[:left])}" if left else "did not hold"
    return f"The verdict {since}{';' if left else ':'} the {which} ended with {NAMES[outcomes[left].architecture]}."


def _unmeasured(held: Sequence[Ended]) -> str:
    """In how many of those in which it held no golden task was run; empty where that was done in each."""
    number = sum(not each.is_measured for each in held)
    if not number:
        return ""
    if number < len(held):
        return f", but in {number} of them {UNMEASURED}, as no golden task was run"
    return f", but {UNMEASURED}: no golden task was run in {'it' if number == 1 else 'any of them'}"


def track_report(tracks: Sequence[Track]) -> str:
    """How often verdicts held, over all, by architecture and by rule, as Markdown."""
    reviewed = [track for track in tracks if track.outcomes]
    head = f"# How verdicts held here\n\n{len(tracks)} verdicts, {len(reviewed)} of them reviewed at least once."
    if not reviewed:
        return f"{head} There is nothing to count before a first review is finished."
    rows = sorted({row for track in reviewed for row in track.rows})
    return "\n".join(
        (
            head,
            "Behind each count: in how many of 100 it may truly hold, with 95 % confidence.",
            *_blind(reviewed),
            "",
            *_table("verdicts", [("all", lambda _: True)], reviewed),
            "",
            *_table("architecture", [(NAMES[each], _gives(each)) for each in Architecture], reviewed),
            "",
            *_table("rule that spoke for it", [(f"`{row}`", _rests_on(row)) for row in rows], reviewed),
        )
    )


def _blind(tracks: Sequence[Track]) -> Iterator[str]:
    """How many of the reviews counted here say little, where any does."""
    outcomes = [each for track in tracks for each in track.outcomes]
    number = sum(not each.is_measured for each in outcomes)
    if number:
        of = f"In {number} of {len(outcomes)} reviews" if len(outcomes) > 1 else "In the one review"
        yield f"{of} {UNMEASURED}, as no golden task was run; a verdict that nobody changed there counts as held."


def _gives(architecture: Architecture) -> Callable[[Track], bool]:
    return lambda track: track.verdict is architecture


def _rests_on(row: str) -> Callable[[Track], bool]:
    return lambda track: row in track.rows


def _table(title: str, groups: Iterable[tuple[str, Callable[[Track], bool]]], tracks: Sequence[Track]) -> Iterator[str]:
    at = " | ".join(f"held at the {ORDINALS[number - 1]} review" for number in LOOKED_AT)
    yield f"| {title} | {at} |"
    yield "| --- |" + " --- |" * len(LOOKED_AT)
    for name, belongs in groups:
        own = [track for track in tracks if belongs(track)]
        yield f"| {name} | {' | '.join(_cell(own, number) for number in LOOKED_AT)} |"


def _cell(tracks: Sequence[Track], number: int) -> str:
    held = [found for track in tracks if (found := track.held_at(number)) is not None]
    if not held:
        return "none yet"
    low, high = wilson(sum(held), len(held))
    return f"{sum(held)} of {len(held)} ({round(low * 100)} to {round(high * 100)})"
