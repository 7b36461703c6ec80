"""Random teams and the published cases with their open answers drawn, each interviewed, and the count over all teams.

    python -m tests.soak.interviews [--teams 10000] [--skip 0]

The random teams are three samples, each the same in every run. The verdict is the full interview's in each, and half of
each kind are asked at most 7 questions. Few are asked more than 17: that nobody is, no order of questions can promise
(`tests/rules/depth.py` proves that some team is asked 21, whatever the order).
"""

import argparse
import random
import statistics
import sys
from collections.abc import Iterable

from rules import Facts
from rules.catalog.cases import published_cases
from rules.facts import FACTS
from tests.bench.rules import answered_at_random, sampled_teams
from tests.rules.depth import lengths_over_all_teams
from tests.rules.properties import short_interview_ends_as_the_full_one
from tests.rules.space import COMPLETE

SEED = 23
SAMPLES = (7, 8, 9)
USUAL, MANY = 7, 17
RARELY = 0.002
"""The share of teams that may be asked more than MANY."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teams", type=int, default=10_000)
    parser.add_argument("--skip", type=int, default=0, help="teams left out at the start: a long run in parts")
    asked = parser.parse_args()
    held = [_all_teams()]
    held += [
        _held(f"random teams, sample {seed}", sampled_teams(asked.skip + asked.teams, seed)[asked.skip :])
        for seed in SAMPLES
    ]
    held.append(_held("published cases, completed", completed_cases()))
    return int(not all(held))


def _all_teams() -> bool:
    lengths = lengths_over_all_teams()
    above = sum(share for length, share in lengths.items() if length > MANY)
    mean = sum(length * share for length, share in lengths.items())
    sys.stdout.write(
        f"all {COMPLETE:,} teams, counted: mean {mean:.2f} of {len(FACTS)} questions, at most {max(lengths)}; "
        f"{above * 10_000:.1f} of 10,000 are asked more than {MANY}\n"
    )
    return above <= RARELY


def _held(name: str, teams: Iterable[Facts]) -> bool:
    """Hold these interviews and print how long they are. Raises AssertionError where one ends with another verdict."""
    numbers = [short_interview_ends_as_the_full_one(team) for team in teams]
    median, above = statistics.median(numbers), sum(number > MANY for number in numbers)
    sys.stdout.write(
        f"{len(numbers)} {name}: median {median:g} of {len(FACTS)} questions, mean {statistics.mean(numbers):.2f}, "
        f"at most {max(numbers)}, {above} of them more than {MANY}; each ends as the full interview does\n"
    )
    return median <= USUAL and above <= max(1, RARELY * len(numbers))


def completed_cases() -> list[Facts]:
    """The published cases, every answer that a case leaves open drawn, the same in every run."""
    chance = random.Random(SEED)  # noqa: S311 - seeded on purpose
    return [
        Facts.model_validate({**{fact: answered_at_random(fact, chance) for fact in FACTS}, **case.facts.known()})
        for case in published_cases()
    ]


if __name__ == "__main__":
    sys.exit(main())
