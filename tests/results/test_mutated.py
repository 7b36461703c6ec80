"""No file, however damaged, ends in a traceback, and what is read of one always adds up."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.results.json_walk import Part, walk
from bot.results.source import Source
from bot.results.values import Refused
from tests.results.mutations import BASES, mutated_bytes, mutated_values, read_or_refuse

QUICK = settings(max_examples=150, deadline=None, derandomize=True)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


@QUICK
@given(mutated_bytes())
def test_a_file_with_changed_bytes_is_read_or_refused(content: bytes):
    read_or_refuse(content)


@QUICK
@given(mutated_values())
def test_a_file_with_changed_values_is_read_or_refused(content: bytes):
    read_or_refuse(content)


@QUICK
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes):
    read_or_refuse(content)


def rebuilt(parts: list[Part]):
    """The value whose parts these are."""
    whole = {}
    for part in parts:
        place, names = whole, ("whole", *part.path)
        for name in names[:-1]:
            place = place[name]
        if part.is_row:
            place[names[-1]].append(part.value)
        else:
            place[names[-1]] = part.value
    return whole["whole"]


@QUICK
@given(VALUES, st.integers(1, 7), st.sampled_from([None, 1]))
def test_walking_a_document_in_pieces_gives_what_loading_it_gives(value, size: int, indent: int | None):
    text = json.dumps(value, indent=indent)
    pieces = [text[start : start + size] for start in range(0, len(text), size)]

    assert rebuilt(list(walk(iter(pieces)))) == value


@QUICK
@given(VALUES, st.integers(1, 7), st.data())
def test_walking_a_document_that_is_cut_off_always_says_so(value, size: int, data: st.DataObject):
    text = json.dumps([value])
    text = text[: data.draw(st.integers(1, len(text) - 1))]

    with pytest.raises(Refused, match=r"cut off|damaged"):
        list(walk(iter([text[start : start + size] for start in range(0, len(text), size)])))


@QUICK
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30), max_size=20))
def test_lines_are_those_of_the_file(texts: list[str]):
    whole = "x" + "\n".join(texts)
    kept = [line.removesuffix("\r") for line in whole.split("\n")]
    kept = kept[:-1] if whole.endswith("\n") else kept
    source = Source(io.BytesIO(whole.encode("utf-8-sig")))

    assert list(source.lines()) == kept


def test_there_are_files_of_every_kind_to_change():
    assert {name.rpartition(".")[2] for name in BASES} >= {"json", "jsonl", "csv", "xml", "eval", "txt", "tsv"}
