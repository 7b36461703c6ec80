"""`ftrag hear`: the contract of its output, and one line for every fault of its input."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main

KEYS = ["saves", "offers", "control", "questions", "silent", "says"]


@pytest.fixture
def hears(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]):
    """Hear what stands in a file; gives the exit status, standard output and the lines of standard error."""

    def run(content: Any) -> tuple[int, str, list[str]]:
        path = tmp_path / "lines.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        status = main(["hear", str(path)])
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode().splitlines()

    return run


def test_one_line_is_printed_as_one_object_with_its_id(hears):
    status, out, err = hears({"id": 7, "open": "freshness", "said": {}, "mention": True, "text": "weekly I guess"})

    heard = json.loads(out)
    assert (status, err, list(heard)) == (0, [], ["id", *KEYS])
    assert (heard["id"], heard["saves"], heard["silent"]) == (7, {"freshness": "weekly"}, False)


@pytest.mark.parametrize(
    ("given", "key", "value"),
    [
        ({"open": "failure", "text": "hallucinates"}, "saves", {"failure": ["invented_facts"]}),
        ({"open": "labels", "text": "no idea"}, "saves", {"labels": "unknown"}),
        ({"open": "freshness", "text": "weekly or monthly"}, "offers",
         [{"freshness": "weekly"}, {"freshness": "monthly"}]),
        ({"open": "ops", "text": "databricks"}, "offers", [{"ops": ["search"]}, {"ops": ["training"]}]),
        ({"open": "labels", "text": "go back please"}, "control", "back"),
        ({"open": "evals", "said": {"stakes": "money"}, "text": "let me change the stakes answer"}, "control",
         {"change": "stakes"}),
        ({"open": "need", "mention": False, "text": "see you on monday"}, "silent", True),
        ({"open": "labels", "text": "thanks"}, "silent", True),
    ],
)  # fmt: skip
def test_each_act_has_its_place_and_its_sentence(hears, given, key, value):
    _, out, _ = hears([given])

    (heard,) = json.loads(out)
    assert heard[key] == value
    speaks = bool(heard["offers"] or heard["control"] or heard["questions"])
    assert bool(heard["says"]) or not speaks


def test_a_question_stands_with_its_intent_and_is_answered(hears):
    _, out, _ = hears({"open": None, "said": {"freshness": "weekly"}, "text": "why not fine-tuning?"})

    heard = json.loads(out)
    assert heard["questions"] == [{"intent": "why_not", "architecture": "fine_tune"}]
    assert heard["says"]


@pytest.mark.parametrize(
    ("text", "intent", "says"),
    [
        ("where is this stored?", "unknown", "In this Slack and in the database"),
        ("what's the verdict?", "why", "Prompting: "),
    ],
)
def test_what_is_asked_of_the_bot_goes_by_a_promised_intent_and_is_answered(hears, text, intent, says):
    _, out, _ = hears({"open": None, "said": {"need": "facts"}, "text": text})

    heard = json.loads(out)
    assert heard["questions"] == [{"intent": intent}]
    assert heard["says"][0].startswith(says)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"{", 'line 1 column 2: the end is not JSON here; the nearest valid input is {"open": null, '),
        (5, "the whole: 5 is not an object with a line"),
        ([{"text": 5}], "[0].text: 5 is not a text"),
        ([{}], "[0].text: null is not a text"),
        ({"text": "a", "open": "fresh"}, 'open: "fresh" is not a fact; the nearest is "freshness"'),
        ({"text": "a", "mention": "yes"}, 'mention: "yes" is neither true nor false'),
        ({"text": "a", "said": {"failure": "tone"}}, 'said.failure: "tone" is not a list'),
        ({"text": "a", "said": 5}, "said: 5 is not an object"),
        ({"text": "a", "open": []}, "open: [] is not a fact; the nearest is null"),
        ({"text": "a", "open": ""}, 'open: "" is not a fact; the nearest is null'),
        ({"text": "a", "opn": None}, 'opn: "opn" is not known; the nearest is "open"'),
    ],
)
def test_bad_input_ends_with_a_line_for_each_fault_and_prints_nothing_else(hears, content, line):
    status, out, err = hears(content)

    assert (status, out) == (2, "")
    assert any(found.startswith(line) for found in err), err


def test_a_missing_file_is_named(capfdbinary):
    assert main(["hear", "/nowhere/lines.json"]) == 2
    assert b"/nowhere/lines.json" in capfdbinary.readouterr().err


def test_half_a_character_comes_back_as_it_came(hears):
    status, out, _ = hears(b'{"id": "\\ud83d", "text": "weekly", "open": "freshness"}')

    assert (status, json.loads(out)["id"]) == (0, "\ud83d")
