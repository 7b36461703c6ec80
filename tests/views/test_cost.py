"""The chart of costs: drawn only where every bar can be read, in a unit whose numbers are short."""

import pytest

from bot.replies import CostLine, CostMessage
from bot.views import render
from rules.framework import Architecture

APART = "These figures lie too far apart to draw."


def costing(*ends: tuple[float, float]) -> CostMessage:
    lines = tuple(
        CostLine(architecture=each, monthly=f"{low:,.0f} to {high:,.0f}", ends=(low, high))
        for each, (low, high) in zip(Architecture, ends, strict=False)
    )
    return CostMessage(
        assessment_id="a",
        name="Copilot",
        by="U1",
        says=("One.",),
        lines=lines,
        verdict=Architecture.RAG,
        currency="USD",
    )


def drawn(reply: CostMessage) -> dict | None:
    return next((block["chart"] for block in render(reply).blocks if block["type"] == "data_visualization"), None)


@pytest.mark.parametrize(
    "ends",
    [
        ((640, 2.9e9), (700, 2.1e9)),
        ((1, 2), (900, 1_000)),
        ((5, 90), (5, 200)),
        ((-0.5, 30), (10, 20)),
    ],
)
def test_where_one_bar_would_dwarf_the_others_there_is_no_chart_and_the_numbers_stand_there(ends):
    reply = costing(*ends)

    assert drawn(reply) is None
    assert APART in render(reply).text
    assert all(line.monthly in render(reply).text for line in reply.lines)


@pytest.mark.parametrize(
    ("ends", "label", "longest"),
    [
        (((200, 560), (90, 300)), "USD a month", 560),
        (((1_200, 5_600), (900, 3_000)), "Thousand USD a month", 5.6),
        (((1.2e6, 5.6e6), (9e5, 3e6)), "Million USD a month", 5.6),
        (((2e9, 5.6e9), (3e9, 4e9)), "Billion USD a month", 5.6),
        (((0, 560), (90, 300)), "USD a month", 560),
    ],
)
def test_a_chart_that_can_be_read_is_drawn_in_a_unit_of_short_numbers(ends, label, longest):
    chart = drawn(costing(*ends))

    assert chart is not None
    assert chart["axis_config"]["y_label"] == label
    assert max(point["value"] for series in chart["series"] for point in series["data"]) == longest
    assert APART not in render(costing(*ends)).text


def test_what_passes_has_a_line_each_and_all_that_does_not_share_one():
    lines = costing((900, 1_000), (800, 900), (700, 800)).lines
    reply = costing().model_copy(
        update={"lines": tuple(one.model_copy(update={"is_ruled_out": at < 2}) for at, one in enumerate(lines))}
    )

    assert "• Retrieval: 700 to 800\n• Not passing your bar: prompting: 900 to 1,000; live tools: 800 to 900\n" in (
        render(reply).text
    )


@pytest.mark.parametrize(("many", "says"), [(2, "They stand in the"), (9, "• 6 more in the"), (0, "")])
def test_where_the_sources_of_what_is_assumed_stand_is_said_once(many: int, says: str):
    reply = costing().model_copy(update={"assumed": tuple(f"Figure {n}: 1 to 2. A survey" for n in range(many))})

    assert render(reply).text.count("decision record, each with its source") == (1 if many else 0)
    assert says in render(reply).text


def test_without_two_architectures_to_compare_nothing_is_drawn_nor_missed():
    assert drawn(costing((640, 2.9e9))) is None
    assert APART not in render(costing((640, 2.9e9))).text
