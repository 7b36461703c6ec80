"""Files made to hurt: each is refused in one line, soon, and without taking the machine's memory."""

import resource
import sys
import time
from pathlib import Path

import pytest

from bot.cli import main

DEEP = 200_000
JSON = {
    "five megabytes of brackets": b"[" * 5_000_000,
    "depth in a fact": b'{"facts": {"need": ' + b"[" * DEEP + b"]" * DEEP + b"}}",
    "depth in objects": b'{"a":' * DEEP + b"1" + b"}" * DEEP,
    "doubled keys without end": b'{"facts": {' + b'"need": "facts", ' * 100_000 + b'"need": "facts"}}',
    "not a number": b'{"facts": {"need": NaN}}',
    "five megabytes of one word": b'{"facts": {"need": "' + b"x" * 5_000_000 + b'"}}',
    "five megabytes of one key": b'{"facts": {"' + b"k" * 5_000_000 + b'": 1}}',
    "five megabytes of one number": b'{"id": ' + b"9" * 5_000_000 + b', "facts": {}}',
    "five megabytes without an end": b'{"facts": {"need": "' + b"\\u0041" * 800_000,
}
TOML = {
    "brackets": b"version = " + b"[" * 400_000,
    "dotted keys": b'version = "x"\na' + b".a" * 200_000 + b" = 1\n",
    "quoted dotted keys": b'version = "x"\n"a b"' + b' . "a b"' * 50_000 + b" = 1\n",
    "one endless word": b"a" * 900_000,
    "endless quotes": b"version = " + b"\"'" * 400_000,
    "inline tables": b"version = " + b"{a = " * 100_000,
    "depth in a condition": b'version = "x"\n[[row]]\nid = "r"\nwhen = ' + b"{not = " * 90 + b"{}" + b"}" * 90,
    "not a number": b"version = nan\n",
    "infinity": b"version = inf\n",
    "doubled keys": b'version = "x"\nversion = "y"\n',
    "doubled tables": b'version = "x"\n' + b"[row]\n[row]\n",
    "a number of many digits": b"version = " + b"9" * 500_000,
    "half a character": b'version = "\xff"\n',
    "more than a file may hold": b"#" * 1_000_001,
    "very many rows": b'version = "x"\n' + b'[[row]]\nid = "x"\n' * 50_000,
}
SOON = 2.0
MEMORY = 400 * 1024
"""Kilobytes on top of what the process held before, measured at its peak."""


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1 if sys.platform != "darwin" else 1024)


@pytest.fixture
def told(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]):
    """Run a command on a file; gives its status, what it printed, the lines of its faults, and the seconds it took."""

    def run(content: bytes, *command: str) -> tuple[int, bytes, list[str], float]:
        path = tmp_path / "given"
        path.write_bytes(content)
        before, memory = time.process_time(), peak()
        status = main([*command, str(path)])
        taken = time.process_time() - before
        assert peak() - memory < MEMORY
        out, err = capfdbinary.readouterr()
        return status, out, err.decode().splitlines(), taken

    return run


@pytest.mark.parametrize("bomb", JSON)
def test_json_made_to_hurt_is_refused_in_a_line(told, bomb: str):
    status, out, faults, taken = told(JSON[bomb], "decide")

    assert (status, out) == (2, b"")
    assert len(faults) == 1
    assert len(faults[0]) < 500
    assert "Traceback" not in faults[0]
    assert taken < SOON


@pytest.mark.parametrize("bomb", TOML)
def test_a_rules_file_made_to_hurt_is_refused_in_lines(told, bomb: str):
    status, out, faults, taken = told(TOML[bomb], "rules", "check", "--rules")

    assert (status, out) == (1, b"")
    assert 0 < len(faults) <= 60
    assert all(len(fault) < 600 and "Traceback" not in fault for fault in faults)
    assert taken < SOON
