"""`ftrag decide`: the contract of its output, and one line for every fault of its input."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from rules.facts import VALUES

ROOT = Path(__file__).parent.parent.parent
KEYS = [
    "verdict",
    "passes",
    "gaps",
    "decided",
    "confidence",
    "alternatives",
    "reasons",
    "rejected",
    "gates",
    "flips",
    "precedents",
    "next_question",
    "rules",
]

EVEN, AS_CASES = ("--prior", "even"), ("--prior", "cases")


@pytest.fixture
def decide(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]):
    """Decide what stands in a file; gives the exit status, standard output and the lines of standard error."""

    def run(content: Any, *options: str) -> tuple[int, str, list[str]]:
        path = tmp_path / "facts.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        status = main(["decide", *options, str(path)])
        out, err = capfdbinary.readouterr()
        return status, out.decode("utf-8"), err.decode().splitlines()

    return run


def test_an_object_gives_an_object_with_exactly_the_promised_keys_in_their_order(decide):
    status, out, err = decide({"facts": {"need": "facts", "freshness": "weekly", "failure": ["invented_facts"]}})

    verdict = json.loads(out)
    assert (status, err) == (0, [])
    assert list(verdict) == KEYS
    assert list(verdict["rules"]) == ["version", "digest"]
    for name, keys in {
        "alternatives": {"verdict", "share"},
        "reasons": {"fact", "value", "lens", "demand", "strength", "claim", "source"},
        "rejected": {"verdict", "because"},
        "gates": {"id", "claim", "blocks"},
        "flips": {"change", "verdict", "passes"},
        "precedents": {"id", "title", "verdict", "url"},
    }.items():
        assert all(set(row) == keys for row in verdict[name]), name


def test_a_list_gives_a_list_in_the_same_order_with_ids_echoed_and_other_keys_left_out(decide):
    items = [{"id": 7, "facts": {}, "note": "x"}, {"facts": {}}, {"id": {"a": [1]}, "facts": {"need": "both"}}]
    status, out, _ = decide(items)

    verdicts = json.loads(out)
    assert status == 0
    assert [verdict.get("id") for verdict in verdicts] == [7, None, {"a": [1]}]
    assert "note" not in out
    assert decide([]) == (0, "[]\n", [])


def test_missing_and_unknown_are_the_same(decide):
    every = dict.fromkeys(VALUES, "unknown")

    assert decide({"facts": every})[1] == decide({"facts": {}})[1]


def test_an_id_that_utf8_cannot_hold_comes_back_as_it_came(decide):
    _, out, _ = decide(b'{"id": "half \\ud83d and NUL \\u0000", "facts": {}}')

    assert json.loads(out)["id"] == "half \ud83d and NUL \x00"


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        ({"facts": {"need": "fact"}}, ['facts.need: "fact" is not a value of need; the nearest is "facts"']),
        ({"facts": {"freshnes": "weekly"}}, ['facts.freshnes: "freshnes" is not a fact; the nearest is "freshness"']),
        ({"facts": {"need": None}}, ['facts.need: null is not a value of need; the nearest is "unknown"']),
        ({"facts": {"need": ["fact"]}}, ['facts.need: ["fact"] is not a value of need; the nearest is "facts"']),
        (
            {"facts": {"failure": "format"}},
            ['facts.failure: "format" is not a list, and failure is one; the nearest is ["format"]'],
        ),
        (
            {"facts": {"ops": ["serch", "training"]}},
            ['facts.ops[0]: "serch" is not a value of ops; the nearest is "search"'],
        ),
        (
            {"facts": {"ops": ["neither", "search"]}},
            ['facts.ops: ["neither", "search"] holds neither, which stands alone; the nearest is ["search"]'],
        ),
        ({"fact": {}}, ['fact: "fact" is not known; the nearest valid name is "facts"']),
        ({}, ['facts: no facts are given; the nearest valid name is "facts"']),
        ({"facts": []}, ["facts: [] is not an object; the nearest valid one is {}"]),
        (
            [{"facts": {}}, 7, {"facts": {"stakes": "money!", "access": "all"}}],
            [
                '[1]: 7 is not an object with facts; the nearest valid one is {"facts": {}}',
                '[2].facts.stakes: "money!" is not a value of stakes; the nearest is "money"',
                '[2].facts.access: "all" is not a value of access; the nearest is "everyone"',
            ],
        ),
        (
            b'{"facts": {"need": "facts", "need": "both"}}',
            ['facts.need: "need" is given twice; the nearest valid input names it once'],
        ),
        (b'{"facts": {"stakes": NaN}}', ['facts.stakes: NaN is not a value of stakes; the nearest is "annoyance"']),
        (b'{"id": Infinity, "facts": {}}', ["id: Infinity is no number that JSON can hold; the nearest is 0"]),
        (b'{"id": 1e999, "facts": {}}', ["id: 1e999 is no number that JSON can hold; the nearest is 0"]),
        (b'{"facts": ', ['line 1 column 11: the end is not JSON here; the nearest valid input is {"facts": {}}']),
        (b"{'facts': {}}", ['line 1 column 2: "\'" is not JSON here; the nearest valid input is {"facts": {}}']),
        (b"", ['line 1 column 1: the end is not JSON here; the nearest valid input is {"facts": {}}']),
        (b"null", ['the whole: null is not an object with facts; the nearest valid one is {"facts": {}}']),
        (b"[" * 100_000, ['the whole: it is nested too deeply; the nearest valid input is {"facts": {}}']),
        (
            b'{"facts": {"need": "\xff"}}',
            ["byte 20: 0xff is not UTF-8; the nearest valid input is the file saved as UTF-8"],
        ),
    ],
)
def test_bad_input_is_one_line_a_fault_and_nothing_else(decide, content: Any, faults: list[str]):
    assert decide(content) == (2, "", faults)


@pytest.mark.parametrize("number", ["9" * 5_000, "-" + "9" * 5_000, "0." + "1" * 5_000, "1e400"])
def test_a_huge_number_is_a_fault_like_any_other(decide, number: str):
    status, out, err = decide(f'{{"facts": {{"need": {number}}}}}'.encode())

    assert (status, out, len(err)) == (2, "", 1)
    assert err[0].startswith("facts.need: ")


def test_nesting_in_what_is_only_echoed_is_limited_too(decide):
    status, out, err = decide(b'{"facts": {}, "id": ' + b"[" * 500 + b"]" * 500 + b"}")

    assert (status, out, len(err)) == (2, "", 1)


def test_a_line_break_in_a_name_forges_no_fault(decide):
    _, _, err = decide({"facts": {"a\nb: c": "x\ny"}})

    assert len(err) == 1


@pytest.mark.parametrize("fact", VALUES)
def test_every_wrong_value_names_a_valid_one(decide, fact: str):
    _, _, err = decide({"facts": {fact: 5}})

    nearest = json.loads(err[0].rpartition("the nearest is ")[2])
    assert (nearest[0] if isinstance(nearest, list) else nearest) in VALUES[fact]


def test_a_file_that_is_not_there_is_a_fault(capsys: pytest.CaptureFixture[str]):
    assert main(["decide", "/nowhere/facts.json"]) == 2
    assert capsys.readouterr().err.startswith('"/nowhere/facts.json": No such file')


def test_standard_input_is_read_and_neither_slack_nor_a_database_is_loaded():
    program = (
        "import sys; from bot.cli import main; status = main(['decide', '-']);"
        "print([m for m in sys.modules if m.split('.')[0] in"
        " {'slack_bolt', 'slack_sdk', 'aiohttp', 'sqlalchemy', 'matplotlib', 'numpy', 'storage'}], file=sys.stderr);"
        "sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=b'\xef\xbb\xbf{"facts": {}}', cwd=ROOT, capture_output=True
    )

    assert done.returncode == 0
    assert list(json.loads(done.stdout)) == KEYS
    assert done.stderr.decode().strip() == "[]"


def test_own_rows_are_used_and_a_broken_file_decides_nothing(decide, tmp_path: Path):
    own = tmp_path / "own.toml"
    own.write_text('version = "acme-1"\n')
    _, out, _ = decide({"facts": {}}, "--rules", str(own))
    own.write_text("version = \n")
    status, nothing, err = decide({"facts": {}}, "--rules", str(own))

    assert "acme-1" in json.loads(out)["rules"]["version"]
    assert (status, nothing, len(err)) == (2, "", 1)


def test_a_dated_row_says_what_is_true_on_the_day(decide):
    facts = {
        "need": "behaviour", "source": "model", "failure": ["classification"], "examples": "tens_of_thousands",
        "labels": "consistent", "evals": "golden_set", "ops": ["training"], "volume": "over_1m", "hosting": "any_api",
    }  # fmt: skip

    told = [
        gate["claim"]
        for day in ("2026-05-06", "2026-05-07", "2027-01-06")
        for gate in json.loads(decide({"facts": facts}, "--on", day)[1])["gates"]
        if gate["id"] == "host-that-trains"
    ]

    assert len(set(told)) == 3
    assert "since January 6, 2027" in told[2]


def test_a_day_that_is_none_is_refused(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["decide", "--on", "soon", "-"])

    assert ended.value.code == 2
    assert '"soon" is not a day; write it like 2027-01-06' in capsys.readouterr().err


def test_the_prior_of_the_open_answers_is_named_where_it_is_asked_for_and_moves_the_confidence_alone(decide):
    facts = {"facts": {"need": "facts", "source": "documents"}}

    plain, even, cases = (json.loads(decide(facts, *option)[1]) for option in ((), EVEN, AS_CASES))

    assert even == {**plain, "prior": "even"}
    assert cases["prior"] == "cases"
    assert cases["confidence"] != plain["confidence"]
    same = plain.keys() - {"confidence", "alternatives"}
    assert {key: cases[key] for key in same} == {key: plain[key] for key in same}
