"""The rules of the house that a machine can check: sizes, names, and what must never stand in the project."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

from tests.tables import each

ROOT = Path(__file__).parent.parent
SHIPPED = sorted(path for room in ("bot", "rules", "storage") for path in (ROOT / room).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True)
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


@each("path", SHIPPED + TESTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_stays_under_300_lines(path: Path):
    lines = path.read_text().count("\n")

    assert lines <= 300, f"{path.name} has {lines} lines: split it"


@each("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_function_stays_under_40_lines(path: Path):
    long = [
        f"{node.name} has {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno + 1 > 40
    ]

    assert long == []


@each("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_user_text_is_never_a_template_nor_sql(path: Path):
    text = path.read_text()

    assert "from_string(" not in text
    assert "link_names" not in text or "sandbox" in str(path)
    assert not re.search(r"\btext\(f[\"']", text)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_file_names_no_address_and_hashes_every_package(name: str):
    text = (ROOT / name).read_text()
    packages = re.findall(r"^[a-z0-9][^\s=]*==", text, re.MULTILINE)

    assert "://" not in text
    assert "--index-url" not in text
    assert text.count("--hash=sha256:") >= len(packages) > 20


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_each_requirement_is_one_version_with_hashes_of_its_own(name: str):
    joined = (ROOT / name).read_text().replace("\\\n", " ")
    required = [line for line in joined.splitlines() if line.strip() and not line.strip().startswith("#")]

    assert len(required) > 20
    for line in required:
        assert re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==[^\s;]+( ;[^\\]*)? +--hash=sha256:[0-9a-f]{64}\b", line), line


def test_no_file_holds_a_path_of_this_machine_or_a_secret():
    suspicious = re.compile(r"xox[bp]-\d{6,}|/ro{2}t/|/home/[a-z]+/|BEGIN [A-Z ]*PRIVATE KEY")
    found = [
        str(path.relative_to(ROOT))
        for path in tracked()
        if path.suffix in {".py", ".md", ".toml", ".yml", ".js", ".html", ".css", ".txt", ""}
        and suspicious.search(path.read_text(errors="replace"))
    ]

    assert found == []


def test_what_tests_share_stands_in_modules_that_hold_no_tests():
    naming = [path for path in TESTS if re.search(r"\btests\.([\w.]*\.)?test_", path.read_text())]
    borrowed = {
        f"{path.relative_to(ROOT)}: {node.module}"
        for path in naming  # few do: to parse all took longer than any other test here
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom) and re.match(r"tests\.(.*\.)?test_", node.module or "")
    }

    assert borrowed == set()
