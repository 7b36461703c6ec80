"""50,000 random sets of facts, half of them complete, through every property of a decision.

python -m tests.soak.rules [--examples 50000]

Each set of facts is drawn as one seed whose digest numbers it among all that there are: one draw instead of two dozen,
which took as long as the properties, and no set of facts is likelier than another.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from hashlib import sha256

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules import Facts
from tests.rules.properties import ON_ANY_FACTS, ON_COMPLETE_FACTS
from tests.rules.space import COMPLETE, complete_at

seed = st.binary(min_size=8, max_size=8)


def complete_of(seed: bytes) -> Facts:
    """Complete facts."""
    return complete_at(int.from_bytes(sha256(seed).digest()) % COMPLETE)


def partial_of(seed: bytes) -> Facts:
    """Facts of which none, some or all are open, every number of them equally often."""
    least, *bytes_of_facts = sha256(b"open" + seed).digest()
    known = complete_of(seed).known().items()
    return Facts.model_validate(
        {fact: value for (fact, value), byte in zip(known, bytes_of_facts, strict=False) if byte >= least}
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=50_000)
    half = parser.parse_args().examples // 2
    before = time.process_time()
    whole = _held(seed.map(complete_of), (*ON_ANY_FACTS, *ON_COMPLETE_FACTS), half)
    open_too = _held(seed.map(partial_of), ON_ANY_FACTS, half)
    sys.stdout.write(
        f"{whole[0]} complete sets of facts ({whole[1]} different) and {open_too[0]} partial ones "
        f"({open_too[1]} different), {len(ON_ANY_FACTS) + len(ON_COMPLETE_FACTS)} properties, without a failure; "
        f"{time.process_time() - before:.0f} s of CPU\n"
    )
    return 0


def _held(
    drawn: st.SearchStrategy[Facts], properties: Sequence[Callable[[Facts], object]], examples: int
) -> tuple[int, int]:
    """Hold so many facts against these properties; how many were tried, and how many of them differ."""
    tried: list[Facts] = []

    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(drawn)
    def each_holds(facts: Facts) -> None:
        tried.append(facts)
        for holds in properties:
            holds(facts)

    each_holds()
    return len(tried), len(set(tried))


if __name__ == "__main__":
    sys.exit(main())
