"""An order to tick what the line tells of, whether or not it stands on the roadmap."""

from rules.hearing.following.tick_orders import read_tick_order, without_heading
from tests.rules.hearing.follows import FAILURES, PLAN, RESULTS
from tests.tables import each


@each(
    ("text", "what"),
    [
        ("roadmap: the cot is there since Friday, tick that one", "the cot is there since friday"),
        ("we hired a cook; please tick it off", "we hired a cook"),
        ("The cook is here and tick that please.", "the cook is here"),
        ("the keys are cut, check that one off", "the keys are cut"),
        ("the keys are cut, mark it as done", "the keys are cut"),
        ("ok please tick the onboarding step", "the onboarding step"),
        ("check the onboarding step off", "the onboarding step"),
        ("cross off the onboarding step", "the onboarding step"),
        ("mark the cook as done", "the cook"),
        ("our onboarding step is finished", "our onboarding step"),
        ("roadmap: the cook is done", "the cook"),
        ("tick it", ""),
        ("roadmap: can you tick that one", ""),
    ],
)
def test_what_is_to_be_ticked_is_read(text, what):
    order = read_tick_order(text)
    assert order is not None
    assert (order.what, order.is_denied) == (what, False)


@each("text", ["the index is not there yet, tick it", "tick the box in the form if it is ok"])
def test_what_is_denied_or_depends_is_told_so(text):
    order = read_tick_order(text)
    assert order is not None
    assert order.is_denied


@each(
    "text",
    [
        "the vet must check it",
        "prices are in SAP, check it",
        "the cook is done",
        "should we tick it?",
        "it ticks every second",
        f"tick {'the box ' * 40}",
        *PLAN,
        *RESULTS,
        *FAILURES,
    ],
)
def test_what_orders_no_tick(text):
    assert read_tick_order(text) is None


def test_a_heading_says_only_of_what_a_line_tells():
    assert without_heading("Roadmap: the baseline is done") == "the baseline is done"
    assert without_heading("on our roadmap - tick it") == "tick it"
    assert without_heading("the roadmap is long") == "the roadmap is long"
