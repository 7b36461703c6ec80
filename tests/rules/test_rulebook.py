"""The printed rulebook holds every row, and an organization's words cannot break it."""

import re
from dataclasses import replace

from rules import FRAMEWORK
from rules.catalog.buckets import BUCKETS
from rules.proofs import PROPERTIES
from rules.rulebook import as_markdown

TEXT = as_markdown(FRAMEWORK)


def test_every_row_question_demand_source_and_bucket_is_in_it():
    names = [
        *(f"`{row.id}`" for row in (*FRAMEWORK.demand_rows, *FRAMEWORK.prerequisite_rows, *FRAMEWORK.sources)),
        *(f"### `{demand.id}`" for demand in FRAMEWORK.demands),
        *(f"### `{question.fact}`: {question.text}" for question in FRAMEWORK.questions),
        *(f"`{option.value}`: {option.label}" for question in FRAMEWORK.questions for option in question.options),
        *(bucket.label for bucket in BUCKETS),
        *(says for _, says, _ in PROPERTIES),
    ]

    assert [name for name in names if name not in TEXT] == []


def test_every_claim_and_condition_is_in_it():
    told = TEXT.replace("\\", "")

    assert [row.id for row in FRAMEWORK.demand_rows if row.claim not in told] == []
    assert [row.id for row in FRAMEWORK.demand_rows if row.when.describe() not in told] == []
    assert [row.demand for row in FRAMEWORK.delivery_rows if row.claim not in told] == []


def test_it_names_its_version_and_digest():
    assert TEXT.startswith(f"# Rulebook {FRAMEWORK.version}\n\nDigest {FRAMEWORK.digest}.")


def test_it_is_the_same_every_time_and_well_formed():
    assert as_markdown(FRAMEWORK) == TEXT
    assert TEXT.endswith("\n")
    assert "\n\n\n" not in TEXT
    for table in re.findall(r"(?:^\|.*\n)+", TEXT, re.MULTILINE):
        columns = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(columns) == 1, table.splitlines()[0]


def test_words_of_an_organization_stay_words():
    row = replace(FRAMEWORK.demand_rows[0], claim="a | b\n# <script> *x* [y](z) \\")

    text = as_markdown(replace(FRAMEWORK, demand_rows=(row,)))

    assert "a \\| b # &lt;script> \\*x\\* \\[y](z) \\\\" in text
    assert "<script>" not in text
