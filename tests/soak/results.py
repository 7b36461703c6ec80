"""20,000 damaged result files: each is read or refused, none ends in a traceback or takes longer than two seconds.

python -m tests.soak.results [--examples 20000]
"""

import argparse
import sys
import time
from collections import Counter

from hypothesis import HealthCheck, given, settings

from tests.results.mutations import mutated_bytes, mutated_values, read_or_refuse


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=20_000)
    half = parser.parse_args().examples // 2
    soaked = settings(max_examples=half, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    seen: Counter[str] = Counter()
    slowest = 0.0

    def take(content: bytes) -> None:
        nonlocal slowest
        began = time.process_time()
        seen[read_or_refuse(content)] += 1
        slowest = max(slowest, time.process_time() - began)

    soaked(given(mutated_bytes())(take))()
    soaked(given(mutated_values())(take))()
    kinds = ", ".join(f"{kind} {number}" for kind, number in seen.most_common())
    sys.stdout.write(f"{sum(seen.values())} files, the slowest {slowest:.2f} s: {kinds}\n")
    return int(slowest > 2)


if __name__ == "__main__":
    sys.exit(main())
