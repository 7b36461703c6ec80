"""Runs every program of a folder of tests one after the other: behind `make bench` and `make soak`."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def run_all(package: str, folder: Path, wanted: Sequence[str]) -> int:
    """Run these programs of the package (all of them where none is named), each in a process of its own.

    Gives how many ended with anything but success; an unknown name counts as one.
    """
    there = sorted(path.stem for path in folder.glob("*.py") if not path.stem.startswith("_"))
    failed = 0
    for name in wanted or there:
        sys.stdout.write(f"== {name}\n")
        sys.stdout.flush()
        if name not in there:
            sys.stdout.write(f"there is no {name}; there are {', '.join(there)}\n")
            failed += 1
        elif subprocess.run([sys.executable, "-m", f"{package}.{name}"], check=False).returncode:
            sys.stdout.write(f"{name} failed\n")
            failed += 1
    return failed
