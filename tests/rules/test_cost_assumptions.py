"""What is assumed where a team gave no figure, the bands of the answers, and figures that cannot be."""

from itertools import pairwise

from rules.catalog.assumptions import ASSUMPTION_SOURCES, ASSUMPTIONS
from rules.catalog.cost_sources import COST_SOURCES
from rules.conditions import ALWAYS
from rules.cost import Given
from rules.cost.checks import BANDS, LIMITS, band_of, contradicted_band, misfit, misfit_rate
from rules.cost.inputs import spans
from rules.cost.sums import inputs_of
from rules.facts import VALUES, Facts
from rules.judge import ORDER
from tests.rules.costs import cost
from tests.tables import each


def test_what_was_given_is_not_among_the_assumptions_and_all_else_is():
    names = {each.input for each in cost(requests_a_day=5, error_rate={"rag": (0, 1)}).assumed}

    assert not names & {"requests_a_day", "error_rate.rag", "exchange_rate"}
    assert {"cost_of_a_wrong_answer", "error_rate.prompt", "saved_by_a_right_answer"} <= names
    assert all(": http" in each.source or ", http" in each.source or "band" in each.source for each in cost().assumed)


def test_every_assumption_can_count_ends_where_it_begins_or_above_and_names_its_source():
    for row in ASSUMPTIONS:
        assert 0 <= row.low <= row.high, row.name
        assert set(row.sources) <= ASSUMPTION_SOURCES.keys()
        assert row.sources
        assert row.claim.endswith(".")
    rows: dict[str, list[object]] = {}
    for row in ASSUMPTIONS:
        rows.setdefault(row.name, []).append(row.when)
    for name, conditions in rows.items():
        assert conditions[-1] == ALWAYS, name
        assert len(set(map(repr, conditions))) == len(conditions), name
    assert set(rows) == {name for each in ORDER for name in inputs_of(each)} - {"exchange_rate"} | {
        "saved_by_a_right_answer"
    }
    assert {each.id for each in COST_SOURCES} <= {source for row in ASSUMPTIONS for source in row.sources} | {
        "fed-rates"
    }


@each(
    ("facts", "name", "ends"),
    [
        ({"volume": "under_1k"}, "requests_a_day", (100, 1_000)),
        ({"volume": "over_1m"}, "requests_a_day", (1_000_000, 10_000_000)),
        ({"stakes": "harm"}, "cost_of_a_wrong_answer", (1_750, 10_000)),
        ({"need": "behaviour", "source": "documents"}, "error_rate.rag", (0.04, 0.21)),
        ({"source": "systems"}, "error_rate.tools", (0.17, 0.46)),
        ({"source": "documents", "corpus": "prompt_sized"}, "error_rate.prompt", (0.12, 0.20)),
        ({"source": "documents", "corpus": "prompt_sized"}, "tokens_a_request.prompt", (3_500, 14_500)),
        ({"source": "both", "corpus": "large"}, "error_rate.prompt", (0.25, 0.52)),
        ({}, "error_rate.prompt", (0.12, 0.52)),
    ],
)
def test_the_first_assumption_counts_whose_condition_is_known_to_hold(facts, name, ends):
    span = spans(Given(facts=Facts.model_validate(facts)))[name]

    assert (span.low, span.high) == ends


def test_the_bands_are_the_answers_on_volume_without_a_hole():
    assert tuple(BANDS) == VALUES["volume"]
    assert all(high == low for (_, high), (low, _) in pairwise(BANDS.values()))


@each(
    ("requests", "volume", "other"),
    [
        (5_000, "under_1k", "under_100k"),
        (999, "under_100k", "under_1k"),
        (1_000, "under_1k", None),
        (1_000, "under_100k", None),
        (2_000_000, "under_1m", "over_1m"),
        (2_000_000, None, None),
    ],
)
def test_requests_against_the_answered_band_name_the_band_that_fits(requests, volume, other):
    assert contradicted_band(requests, Facts(volume=volume)) == other
    if other:
        assert band_of(requests) == other


@each(
    ("name", "figure", "nearest"),
    [
        ("cost_of_a_wrong_answer", 0, 0.0001),
        ("cost_of_a_wrong_answer", -3, 0.0001),
        ("cost_of_a_wrong_answer", 10**18, 10**9),
        ("requests_a_day", 0.5, 1),
        ("requests_a_day", 10**18, 10**10),
        ("saved_by_a_right_answer", -1, 0),
    ],
)
def test_a_figure_that_cannot_be_names_the_nearest_that_can(name, figure, nearest):
    found = misfit(name, figure)

    assert found is not None
    assert found.nearest == nearest
    assert misfit(name, found.nearest) is None


def test_figures_within_their_limits_stand():
    assert all(misfit(name, end) is None for name, ends in LIMITS.items() for end in ends)
    assert misfit_rate(0, 1) is None
    assert misfit_rate(0.2, 0.1) == "the lower end comes first"
    assert misfit_rate(0.2, 1.1) == misfit_rate(-0.1, 1) == "an error rate is a share between 0 and 1"
