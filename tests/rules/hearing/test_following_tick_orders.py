"""An order to tick what the line tells of, whether or not it stands on the roadmap."""

from rules.hearing.following.tick_orders import asked_tick, is_of_ticks, read_tick_order, without_heading
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
        ("ticking: the cook is here since Friday", "the cook is here since friday"),
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
        "ticking the box takes a minute",
        "ticketing: agents tag what comes in",
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


@each(
    ("text", "what"),
    [
        ("did we tick the cot", "the cot"),
        ("did anybody tick off the stove check yet?", "the stove check"),
        ("have we already ticked the cook", "the cook"),
        ("has lea ticked the onboarding off?", "the onboarding"),
        ("is the stove check ticked off already", "the stove check"),
        ("so, was the cot ticked?", "the cot"),
        ("who ticked the cot?", "the cot"),
        ("did we take the cot", ""),
        ("do you tick boxes for us?", ""),
        ("is the clock ticking", ""),
        ("how many did we tick", ""),
        ("is a box in the form ticked by the customer", ""),
        ("did we tick " + "the cot " * 40, ""),
    ],
)
def test_whether_something_is_ticked_is_asked(text, what):
    assert asked_tick(text) == what


@each(
    ("text", "is_so"),
    [
        ("ticking: the cot is there", True),
        ("did we tick the cot", True),
        ("the cot is there, tick it", False),
        ("we tick boxes", False),
    ],
)
def test_a_line_that_begins_with_ticks_is_of_nothing_else(text, is_so):
    assert is_of_ticks(text) == is_so
