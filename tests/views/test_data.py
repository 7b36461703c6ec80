"""Tables and charts are inside Slack's limits whatever is put into them, and a message without them says the same."""

import json
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.blockkit import faults
from bot.views.blocks import Native, message, section
from bot.views.data import Figure, chart, data_table
from bot.views.history import history
from rules.framework import Architecture
from rules.review import MonthResult

WORDS = st.text(max_size=60)
NUMBERS = st.one_of(st.integers(-(10**9), 10**9), st.floats(-1e9, 1e9))


@given(
    WORDS,
    st.lists(WORDS, min_size=1, max_size=30),
    st.dictionaries(WORDS, NUMBERS, min_size=1, max_size=9),
    WORDS,
    st.sampled_from(["line", "bar", "area"]),
)
def test_any_chart_is_one_that_slack_takes(title, categories, series, label, kind):
    values = {name: [value] * len(categories) for name, value in series.items()}

    assert faults([chart(kind, title, categories, values, y_label=label)]) == []


@given(WORDS, st.integers(1, 25), st.integers(1, 130), st.one_of(WORDS, st.builds(Figure, NUMBERS, WORDS)))
def test_any_table_is_one_that_slack_takes(caption, columns, rows, cell):
    table = data_table(caption, ["x"] * columns, [[cell] * columns] * rows, page=rows)

    assert [fault for fault in faults([table]) if "characters allowed over all cells" not in fault] == []


def test_of_many_months_a_chart_shows_the_last_ones():
    drawn = chart("line", "x", [f"m{n}" for n in range(30)], {"s": list(range(30))})

    assert drawn["chart"]["axis_config"]["categories"] == [f"m{n}" for n in range(10, 30)]
    assert drawn["chart"]["series"][0]["data"][-1] == {"label": "m29", "value": 29}


def test_names_that_are_cut_alike_are_told_apart():
    names = ["a very long category name one", "a very long category name two", "short", "short"]
    found = chart("bar", "x", names, {"s": [1, 2, 3, 4]})["chart"]["axis_config"]["categories"]

    assert len(set(found)) == 4
    assert all(len(name) <= 20 for name in found)


def test_a_message_holds_the_table_and_beside_it_the_plain_blocks_that_its_text_is_made_of():
    table = data_table("x", ["A", "B"], [["Fresh facts", "fully"]])
    shown = message(section("Before"), Native((table,), (section("Fresh facts: fully"),)), section("After"))

    assert [block["type"] for block in shown.blocks] == ["section", "data_table", "section"]
    assert [block["type"] for block in shown.simple] == ["section", "section", "section"]
    assert shown.text == "Before\nFresh facts: fully\nAfter"


def test_a_table_too_large_for_the_message_gives_way_to_the_plain_blocks():
    table = data_table("x", ["A"] * 20, [["x" * 20] * 20] * 100)
    shown = message(section("Before"), Native((table,), (section("The same in words"),)))

    assert [block["type"] for block in shown.blocks] == ["section", "section"]
    assert shown.simple == []


def month(number: int, passed: int = 0, failed: int = 0, **failures: int) -> MonthResult:
    return MonthResult(
        month=f"2026-{number:02}", passed=passed, failed=failed, failures=failures, architecture=Architecture.RAG
    )


def drawn(*months: MonthResult) -> list[dict]:
    """The charts of these months."""
    blocks = message(history(months, 0.8)).blocks
    assert faults(blocks) == []
    return [block for block in blocks if block["type"] == "data_visualization"]


def test_the_history_is_a_line_of_what_passed_beside_the_bar_and_bars_of_failures_by_bucket():
    tasks, failures = drawn(month(10, 2, 3, retrieval_miss=6), month(11, 3, 2, retrieval_miss=9, safety=2))

    assert tasks["chart"]["type"] == "line"
    assert [[point["value"] for point in one["data"]] for one in tasks["chart"]["series"]] == [[40, 60], [80, 80]]
    assert {one["name"]: [point["value"] for point in one["data"]] for one in failures["chart"]["series"]} == {
        "Retrieval miss": [6, 9],
        "Safety": [0, 2],
    }


def test_one_month_alone_is_no_line():
    assert [one["chart"]["type"] for one in drawn(month(11, 3, 2))] == ["bar"]


def test_a_month_that_was_missed_is_no_point_and_is_named():
    missed = MonthResult(month="2026-10", architecture=Architecture.RAG, was_missed=True)
    shown = message(history((month(9, 1, 1), missed, month(11, 2, 0)), 0.8))
    (line,) = [block for block in shown.blocks if block["type"] == "data_visualization"]

    assert line["chart"]["axis_config"]["categories"] == ["Sep 2026", "Nov 2026"]
    assert "October 2026: missed" in json.dumps(shown.blocks)


def test_a_history_of_nothing_is_told_in_words():
    assert drawn(month(11)) == []
    assert "November 2026: no task was run; 0 failures" in message(history((month(11),), 0.8)).text


def test_two_years_of_every_bucket_stay_within_a_message():
    buckets = ("retrieval_miss", "context_overload", "formatting", "safety", "tool_error", "unclassified")
    many = [month(1 + n % 12, 3, 2, **dict.fromkeys(buckets, 999_999)) for n in range(24)]

    assert len(drawn(*many)) == 2


def test_nothing_brings_matplotlib_along_before_a_picture_is_needed():
    """Start everything that serves, show every reply, export a record: no drawing library comes along."""
    code = (
        "import sys, bot.__main__, bot.app, bot.engine, bot.cli.serve, bot.cli.worker, bot.cli.export, bot.rim.server\n"
        "import bot.showing.files, bot.pictures.files, bot.pictures.drawing, bot.dialogue, bot.exports\n"
        "from bot.views import render\n"
        "from tests.views.examples import REPLIES\n"
        "shown = [render(reply) for reply in REPLIES.values()]\n"
        "assert any(message.simple for message in shown)\n"
        "print(sorted(name for name in sys.modules if name.partition('.')[0] in {'matplotlib', 'numpy', 'PIL'}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr[-500:]
