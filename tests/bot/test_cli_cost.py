"""`ftrag cost`: the contract of its output, and one line for every fault of its input."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main

ARCHITECTURES = ["prompt", "tools", "rag", "fine_tune", "hybrid"]
COPILOT = {"need": "facts", "freshness": "weekly", "source": "documents", "corpus": "large", "volume": "under_100k"}


@pytest.fixture
def cost(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]):
    """Estimate what stands in a file; gives the exit status, standard output and the lines of standard error."""

    def run(content: Any, *options: str) -> tuple[int, str, list[str]]:
        path = tmp_path / "figures.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        status = main(["cost", *options, str(path)])
        out, err = capfdbinary.readouterr()
        return status, out.decode("utf-8"), err.decode().splitlines()

    return run


def test_an_object_gives_an_object_with_exactly_the_promised_keys_in_their_order(cost):
    status, out, err = cost({"facts": COPILOT, "requests_a_day": 2000, "cost_of_a_wrong_answer": 12.5})

    found = json.loads(out)
    assert (status, err) == (0, [])
    assert list(found) == ["by_architecture", "ranking", "pivotal", "assumed", "currency"]
    assert list(found["by_architecture"]) == ARCHITECTURES
    for each in found["by_architecture"].values():
        assert list(each) == ["monthly", "wrong", "running", "building", "break_even"]
        low, high = each["monthly"]
        assert low <= high
        assert low == pytest.approx(each["wrong"][0] + each["running"][0] + each["building"][0], abs=0.02)
    assert all(list(row) == ["order", "holds"] for row in found["ranking"])
    assert sum(row["holds"] for row in found["ranking"]) == pytest.approx(1)
    assert all(list(row) == ["input", "range", "source"] for row in found["assumed"])
    assert found["currency"] == "USD"
    assert found["pivotal"] in {row["input"] for row in found["assumed"]}


def test_a_list_gives_a_list_and_ids_are_echoed(cost):
    status, out, _ = cost([{"id": "a", "facts": {}}, {"id": 2, "facts": COPILOT, "currency": "€"}])

    found = json.loads(out)
    assert status == 0
    assert [each["id"] for each in found] == ["a", 2]
    assert [each["currency"] for each in found] == ["USD", "EUR"]


def test_what_a_must_rules_out_is_never_ranked(cost):
    found = json.loads(cost({"facts": COPILOT})[1])

    assert {name for row in found["ranking"] for name in row["order"]} == {"rag", "hybrid"}


def test_where_one_alone_passes_nothing_is_pivotal(cost):
    found = json.loads(cost({"facts": {**COPILOT, "ops": ["search"]}, "error_rate": None, "currency": None})[1])

    assert found["pivotal"] is None
    assert [row["holds"] for row in found["ranking"]] == [1]


def test_it_says_it_in_three_sentences(cost):
    one = cost({"facts": COPILOT}, "--words")
    two = cost([{"facts": COPILOT}, {"facts": {}}], "--words")

    assert one[1].count("\n") == 3
    assert one[1].startswith("Of what passes your bar, ")
    assert two[1].count("\n") == 6


@pytest.mark.parametrize(
    ("more", "line"),
    [
        (
            {"cost_of_a_wrong_answer": 0},
            (
                "cost_of_a_wrong_answer: 0 cannot stand: a wrong answer that costs nothing needs no estimate; leave it "
                "out where you do not know; the nearest is 0.0001"
            ),
        ),
        (
            {"cost_of_a_wrong_answer": -4},
            "cost_of_a_wrong_answer: -4 cannot stand: a cost is more than nothing; the nearest is 0.0001",
        ),
        (
            {"cost_of_a_wrong_answer": 10**18},
            (
                "cost_of_a_wrong_answer: 1000000000000000000 cannot stand: it is more than 1,000,000,000, the most "
                "that is taken; the nearest is 1000000000"
            ),
        ),
        (
            {"cost_of_a_wrong_answer": "free"},
            'cost_of_a_wrong_answer: "free" is not a number; the nearest is 0.0001',
        ),
        ({"saved_by_a_right_answer": "$3.50"}, 'saved_by_a_right_answer: "$3.50" is not a number; the nearest is 3.50'),
        ({"requests_a_day": True}, "requests_a_day: true is not a number; the nearest is 1"),
        ({"requests_a_day": [5]}, "requests_a_day: [5] is not a number; the nearest is 1"),
        (
            {"requests_a_day": 0},
            "requests_a_day: 0 cannot stand: it is less than 1, the least that is taken; the nearest is 1",
        ),
        (
            {"requests_a_day": 200},
            (
                'requests_a_day: 200 does not fit the answer that volume is "under_100k". Which one holds? The nearest '
                'is 1000, or volume "under_1k"'
            ),
        ),
        (
            {"requests_a_day": 2_000_000},
            (
                'requests_a_day: 2000000 does not fit the answer that volume is "under_100k". Which one holds? The '
                'nearest is 100000, or volume "over_1m"'
            ),
        ),
        (
            {"error_rate": {"rag": [12, 20]}},
            (
                "error_rate.rag: [12, 20] cannot stand: an error rate is a share between 0 and 1; "
                "the nearest is [0.12, 0.2]"
            ),
        ),
        (
            {"error_rate": {"rag": [0.3, 0.1]}},
            "error_rate.rag: [0.3, 0.1] cannot stand: the lower end comes first; the nearest is [0.1, 0.3]",
        ),
        (
            {"error_rate": {"rag": [-0.3, 0.1]}},
            (
                "error_rate.rag: [-0.3, 0.1] cannot stand: an error rate is a share between 0 and 1; "
                "the nearest is [0, 0.1]"
            ),
        ),
        (
            {"error_rate": {"rag": 0.3}},
            "error_rate.rag: 0.3 is not a lowest and a highest share; the nearest is [0.3, 0.3]",
        ),
        (
            {"error_rate": {"rag": "low"}},
            'error_rate.rag: "low" is not a lowest and a highest share; the nearest is [0.1, 0.2]',
        ),
        ({"error_rate": {"raag": [0, 1]}}, 'error_rate.raag: "raag" is not an architecture; the nearest is "rag"'),
        ({"error_rate": [0, 1]}, 'error_rate: [0, 1] is not an object; the nearest valid one is {"rag": [0.1, 0.2]}'),
        ({"currency": ""}, 'currency: "" is no currency that a rate is kept for; the nearest is "USD"'),
        ({"currency": "dollars"}, 'currency: "dollars" is no currency that a rate is kept for; the nearest is "USD"'),
        ({"currency": 7}, 'currency: 7 is no currency that a rate is kept for; the nearest is "USD"'),
        ({"currency": "EURO"}, 'currency: "EURO" is no currency that a rate is kept for; the nearest is "EUR"'),
        (
            {"request_a_day": 7},
            'request_a_day: "request_a_day" is not known; the nearest valid name is "requests_a_day"',
        ),
    ],
)
def test_a_fault_ends_with_status_2_one_line_and_nothing_on_standard_output(cost, more, line):
    assert cost({"facts": COPILOT, **more}) == (2, "", [line])


def test_all_faults_are_told_at_once_with_their_places(cost):
    status, out, err = cost([{"facts": {"need": "x"}, "currency": "x"}, {"facts": 3, "requests_a_day": "many"}, 4])

    assert (status, out) == (2, "")
    assert [line.split(":")[0] for line in err] == [
        "[0].facts.need",
        "[0].currency",
        "[1].facts",
        "[1].requests_a_day",
        "[2]",
    ]


def test_a_number_that_json_does_not_know_is_refused(cost):
    status, out, err = cost(b'{"facts": {}, "cost_of_a_wrong_answer": NaN}')

    assert (status, out, len(err)) == (2, "", 1)
    assert err[0].startswith("cost_of_a_wrong_answer: ")


def test_a_rulebook_with_a_fault_is_refused(cost, tmp_path: Path):
    (tmp_path / "own.toml").write_text("version = 3")

    status, out, err = cost({"facts": {}}, "--rules", str(tmp_path / "own.toml"))

    assert (status, out) == (2, "")
    assert err
