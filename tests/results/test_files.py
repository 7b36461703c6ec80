"""Real files of real tools are read as a person reads them: counts by hand from what each made-up case did."""

import json
import subprocess
import sys

import pytest

from bot.cli import main
from bot.results.formats import NAMES
from bot.results.values import Refused
from tests.results.reading import FILES, counts, read_file
from tests.tables import each

WITH_QRELS = {"run.txt", "ranx-run.json", "ir-measures.tsv"}
TABLE = """
behave-junit.xml            | junit              | 1 1 2 1 | unclassified=1 | 5
bun-junit.xml               | junit              | 2 1 1 2 | unclassified=1 | 6
catch2-junit.xml            | junit              | 2 3 1 0 | unclassified=3 | 6
ctest-junit.xml             | junit              | 1 2 0 3 | unclassified=2 | 6
ctrf-pytest.json            | ctrf               | 6 6 1 4 | unclassified=6 | 17
cucumber-junit.xml          | junit              | 1 1 3 0 | unclassified=1 | 5
deepeval-judge-broke.json   | deepeval           | 1 0 2 0 | | 3
deepeval.json               | deepeval           | 1 2 0 0 | safety=1 unclassified=1 | 3
evidently-rows.csv          | evidently          | 1 2 0 0 | unclassified=2 | 3
evidently.json              | evidently          | 2 4 1 0 | unclassified=4 | 0
garak-hits.jsonl            | garak              | 0 2 0 0 | safety=2 | 1
garak.jsonl                 | garak              | 0 2 0 0 | safety=2 | 1
googletest.xml              | junit              | 2 2 1 2 | unclassified=2 | 7
gotestsum.xml               | junit              | 3 4 1 1 | unclassified=4 | 9
green-junit.xml             | junit              | 2 1 1 1 | unclassified=1 | 5
inspect-epochs3.eval        | inspect-ai         | 2 4 0 0 | unclassified=4 | 2
inspect-one-error.eval      | inspect-ai         | 2 1 1 0 | unclassified=1 | 4
inspect-two-scorers.json    | inspect-ai         | 1 2 0 0 | unclassified=2 | 3
ir-measures-means.txt       | measures           | 0 0 0 0 | | 0
ir-measures.tsv             | measures           | 3 1 1 0 | retrieval_miss=1 | 5
jest-junit.xml              | junit              | 1 1 3 2 | unclassified=1 | 7
jest.json                   | jest               | 1 1 3 2 | unclassified=1 | 7
langsmith.csv               | langsmith          | 4 2 2 0 | unclassified=2 | 4
lm-eval-choice.jsonl        | lm-eval            | 1 2 0 0 | unclassified=2 | 3
lm-eval-filters.jsonl       | lm-eval            | 2 1 0 0 | unclassified=1 | 3
lm-eval-results.json        | lm-eval            | 0 0 0 0 | | 0
meson-junit.xml             | junit              | 3 2 2 2 | unclassified=2 | 9
mlflow-traces.json          | mlflow             | 2 1 2 0 | unclassified=1 | 5
mocha-xunit.xml             | junit              | 1 1 2 2 | unclassified=1 | 6
mocha.json                  | mocha              | 1 1 2 2 | unclassified=1 | 6
node-junit.xml              | junit              | 1 1 1 1 | unclassified=1 | 4
nose2-junit.xml             | junit              | 2 2 2 1 | unclassified=2 | 7
phoenix-columns.json        | phoenix            | 1 2 1 0 | unclassified=2 | 4
phoenix-stopped.csv         | phoenix            | 0 0 1 3 | | 4
phoenix.csv                 | phoenix            | 1 2 1 0 | unclassified=2 | 4
phpunit.xml                 | junit              | 2 2 2 2 | unclassified=2 | 8
playwright-junit.xml        | junit              | 3 2 3 2 | unclassified=2 | 10
playwright.json             | playwright         | 3 2 3 2 | unclassified=2 | 10
promptfoo-junit.xml         | junit              | 4 5 1 0 | formatting=2 unclassified=3 | 9
promptfoo-reasons.csv       | promptfoo          | 4 3 5 0 | unclassified=3 | 12
promptfoo-repeats.csv       | promptfoo          | 4 5 3 0 | unclassified=5 | 4
promptfoo-two-providers.csv | promptfoo          | 3 1 4 0 | unclassified=1 | 8
promptfoo-two-providers.json | promptfoo         | 3 1 4 0 | unclassified=1 | 8
promptfoo.csv               | promptfoo          | 3 4 3 0 | unclassified=4 | 10
promptfoo.json              | promptfoo          | 3 4 3 0 | retrieval_miss=1 formatting=1 unclassified=2 | 10
promptfoo.jsonl             | promptfoo          | 3 4 4 0 | retrieval_miss=1 formatting=1 unclassified=2 | 11
pydantic-evals-repeats.json | pydantic-evals     | 2 2 2 0 | unclassified=2 | 3
pydantic-evals-scores.json  | pydantic-evals     | 0 0 0 0 | | 0
pydantic-evals.json         | pydantic-evals     | 3 1 3 0 | unclassified=1 | 7
pytest-report-reruns.json   | pytest-json-report | 3 4 1 0 | retrieval_miss=1 formatting=1 unclassified=2 | 8
pytest-report-stopped.json  | pytest-json-report | 1 1 0 9 | unclassified=1 | 11
pytest-report-subtests.json | pytest-json-report | 1 1 2 0 | unclassified=1 | 4
pytest-report.json          | pytest-json-report | 4 4 1 1 | unclassified=4 | 10
pytest-reruns.xml           | junit              | 3 4 2 0 | retrieval_miss=1 unclassified=3 | 9
pytest-subtests.xml         | junit              | 2 5 1 0 | retrieval_miss=1 unclassified=4 | 8
pytest.xml                  | junit              | 4 4 1 1 | unclassified=4 | 10
ragas.csv                   | ragas              | 0 0 1 0 | | 1
ragas.json                  | ragas              | 0 0 1 0 | | 1
ranx-compare.json           | ranx               | 0 0 0 0 | | 0
ranx-run.json               | trec               | 3 1 1 0 | retrieval_miss=1 | 5
ranx-scores.json            | measures           | 3 2 0 0 | retrieval_miss=2 | 5
robot-xunit.xml             | junit              | 1 2 0 1 | unclassified=2 | 4
rspec-junit.xml             | junit              | 1 2 3 3 | unclassified=2 | 9
run.txt                     | trec               | 3 1 1 0 | retrieval_miss=1 | 5
subunit-junit.xml           | junit              | 3 2 2 1 | unclassified=2 | 8
unittest-xml.xml            | junit              | 1 3 1 1 | unclassified=3 | 6
vitest-junit.xml            | junit              | 1 1 4 2 | unclassified=1 | 8
vitest.json                 | jest               | 1 1 1 4 | unclassified=1 | 7
"""
"""File, format, runs that passed, failed, could not be judged, did not run; buckets; number of tasks."""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in TABLE.strip().splitlines()]


@each(("name", "format_name", "numbers", "buckets", "tasks"), ROWS, ids=[row[0] for row in ROWS])
def test_a_file_is_read_as_by_hand(name: str, format_name: str, numbers: str, buckets: str, tasks: str):
    results = read_file(name, qrels=name in WITH_QRELS)

    assert results.format == format_name
    assert " ".join(map(str, counts(results))) == numbers
    assert " ".join(f"{bucket}={number}" for bucket, number in results.buckets.items()) == buckets
    assert len(results.tasks) == int(tasks)


def test_every_file_here_stands_in_the_table():
    assert {row[0] for row in ROWS} | {"qrels.txt"} == {path.name for path in FILES.iterdir()}


@each("name", [row[0] for row in ROWS])
def test_the_tasks_and_the_buckets_add_up_to_the_counts(name: str):
    results = read_file(name, qrels=name in WITH_QRELS)

    assert sum(results.buckets.values()) == results.counts["fail"]
    if results.tasks:
        assert [sum(task.runs[place] for task in results.tasks) for place in range(4)] == list(results.counts.values())


def test_a_file_without_a_verdict_says_so():
    for name in ("lm-eval-results.json", "ranx-compare.json", "ragas.csv", "ir-measures-means.txt"):
        assert "count" in " ".join(read_file(name).notes), name


def test_qrels_alone_are_refused_and_the_way_on_is_said():
    with pytest.raises(Refused, match="read the run on the server with --qrels"):
        read_file("qrels.txt")


def test_the_command_prints_what_the_contract_promises(capfd: pytest.CaptureFixture[str]):
    assert main(["results", str(FILES / "promptfoo-two-providers.json")]) == 0

    said = json.loads(capfd.readouterr().out)
    assert list(said) == ["format", "tool_version", "suite", "at", "counts", "tasks", "buckets", "notes"]
    assert said["counts"] == {"pass": 3, "fail": 1, "could_not_judge": 4, "skipped": 0}
    assert said["tasks"][1] == {
        "name": "refund window", "provider": "large", "pass": 1, "fail": 0, "could_not_judge": 0, "skipped": 0,
    }  # fmt: skip


def test_the_command_takes_qrels_and_a_format(capfd: pytest.CaptureFixture[str]):
    assert main(["results", str(FILES / "run.txt"), "--as", "trec", "--qrels", str(FILES / "qrels.txt")]) == 0
    assert json.loads(capfd.readouterr().out)["counts"]["pass"] == 3


def test_the_command_refuses_in_one_line_and_prints_nothing(capfd: pytest.CaptureFixture[str]):
    for line in (["/nowhere/results.json"], [str(FILES)], [str(FILES / "run.txt"), "--as", "garak"], ["a\0b"]):
        assert main(["results", *line]) == 2
        out, err = capfd.readouterr()
        assert out == ""
        assert err.count("\n") == 1


def test_standard_input_is_read_and_neither_slack_nor_a_database_is_loaded():
    program = (
        "import sys; from bot.cli import main; status = main(['results', '-']);"
        "print([m for m in sys.modules if m.split('.')[0] in"
        " {'slack_bolt', 'slack_sdk', 'aiohttp', 'sqlalchemy', 'matplotlib', 'numpy', 'storage'}],"
        " file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=(FILES / "deepeval.json").read_bytes(),
        capture_output=True,
        cwd=FILES.parents[2],
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["counts"]["fail"] == 2
    assert done.stderr.decode().strip() == "[]"


def test_every_format_can_be_named_once():
    assert len(NAMES) == len(set(NAMES)) > 15
