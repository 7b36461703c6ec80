"""50,000 random sets of facts, half of them complete, through every property of a decision.

python -m tests.soak.rules [--examples 50000]
"""

import argparse
import sys

from hypothesis import HealthCheck, given, settings

from rules import Facts
from tests.rules.properties import ON_ANY_FACTS, ON_COMPLETE_FACTS
from tests.rules.strategies import complete_facts, partial_facts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=50_000)
    half = parser.parse_args().examples // 2
    soaked = settings(max_examples=half, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    seen = {"complete": 0, "partial": 0}

    @soaked
    @given(complete_facts)
    def complete(facts: Facts) -> None:
        seen["complete"] += 1
        for holds in (*ON_ANY_FACTS, *ON_COMPLETE_FACTS):
            holds(facts)

    @soaked
    @given(partial_facts)
    def partial(facts: Facts) -> None:
        seen["partial"] += 1
        for holds in ON_ANY_FACTS:
            holds(facts)

    complete()
    partial()
    properties = len(ON_ANY_FACTS) + len(ON_COMPLETE_FACTS)
    sys.stdout.write(
        f"{seen['complete']} complete and {seen['partial']} partial sets of facts, {properties} properties\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
