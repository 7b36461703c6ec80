"""The properties that every run tries on some dozens of generated examples, each on fifty times as many, drawn afresh.

python -m tests.soak.examples [--times 50]
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main() -> int:
    """1 where any of them does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=50)
    times = parser.parse_args().times
    tests = sorted(
        path for path in (ROOT / "tests").rglob("test_*.py") if "from tests.examples import" in path.read_text()
    )
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *map(str, tests)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "FTRAG_EXAMPLES": str(times)}, check=False)
    sys.stdout.write(f"{len(tests)} files of properties, {times} times the examples of `make test`\n")
    return 1 if done.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
