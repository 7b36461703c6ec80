"""10,000 random teams, the same in every run, and the published cases with their open answers drawn: each interviewed.

    python -m tests.soak.interviews [--teams 10000] [--skip 0]

Of each kind half are asked at most 7 questions and nobody more than 17; the verdict is the full interview's in each.
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
from tests.rules.properties import short_interview_ends_as_the_full_one

SEED = 23
USUAL, MOST = 7, 17


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teams", type=int, default=10_000)
    parser.add_argument("--skip", type=int, default=0, help="teams left out at the start: a long run in parts")
    asked = parser.parse_args()
    held = [
        _held("random teams", sampled_teams(asked.skip + asked.teams)[asked.skip :]),
        _held("published cases, completed", completed_cases()),
    ]
    return int(not all(held))


def _held(name: str, teams: Iterable[Facts]) -> bool:
    """Hold these interviews and print how long they are. Raises AssertionError where one ends with another verdict."""
    numbers = [short_interview_ends_as_the_full_one(team) for team in teams]
    median = statistics.median(numbers)
    sys.stdout.write(
        f"{len(numbers)} {name}: median {median:g} of {len(FACTS)} questions, mean {statistics.mean(numbers):.2f}, "
        f"at most {max(numbers)}; each ends as the full interview does\n"
    )
    return median <= USUAL and max(numbers) <= MOST


def completed_cases() -> list[Facts]:
    """The published cases, every answer that a case leaves open drawn, the same in every run."""
    chance = random.Random(SEED)  # noqa: S311 - seeded on purpose
    return [
        Facts.model_validate({**{fact: answered_at_random(fact, chance) for fact in FACTS}, **case.facts.known()})
        for case in published_cases()
    ]


if __name__ == "__main__":
    sys.exit(main())
