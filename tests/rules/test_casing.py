"""The first letter of words that move into a sentence or to its beginning."""

import pytest

from rules import FRAMEWORK
from rules.casing import lower_first, upper_first


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("A small model", "a small model"),
        ("JSON output", "JSON output"),
        ("Weekly", "weekly"),
        ("A", "a"),
        ("", ""),
    ],
)
def test_words_go_on_small_inside_a_sentence_and_abbreviations_stay(text, inside):
    assert lower_first(text) == inside


def test_words_begin_a_sentence_big():
    assert (upper_first("retrieval (RAG)"), upper_first("")) == ("Retrieval (RAG)", "")


def test_no_demand_begins_big_where_a_sentence_names_it():
    assert all(not lower_first(demand.label)[:2].startswith("A ") for demand in FRAMEWORK.demands)
