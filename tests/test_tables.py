"""A table that is one test fails for every row that does not hold, and names each of them."""

import pytest

from tests.tables import each


def test_every_row_that_does_not_hold_is_named_with_its_line_and_reason():
    @each("number", [1, 2, 3, 4])
    def is_odd(number: int) -> None:
        assert number % 2 == 1, f"{number} is even"

    with pytest.raises(AssertionError, match="2 of 4 rows do not hold") as fault:
        is_odd()

    told = str(fault.value).splitlines()
    assert [line for line in told if not line.startswith(" ")][1:] == ["2", "4"]
    assert "2 is even" in told[2]
    assert "line " in told[2]
    assert "2 is even" in str(fault.value.__cause__)


def test_a_row_that_breaks_in_any_other_way_does_not_hold_either_and_the_next_one_is_tried():
    tried = []

    @each(("name", "held"), [pytest.param("a", 1, id="the first"), ("b", 0), ("c", 2)])
    def holds(name: str, held: int) -> None:
        tried.append(name)
        if name == "a":
            pytest.fail("as said")
        assert 1 % held == 1

    with pytest.raises(AssertionError, match=r"(?s)2 of 3 rows.*the first\n.*as said.*'b', 0\n.*ZeroDivisionError"):
        holds()
    assert tried == ["a", "b", "c"]


def test_tables_multiply_and_each_pair_is_named():
    @each("left", ["a", "b"], ids=str.upper)
    @each("right", [1, 2], ids=["one", "two"])
    def differs(left: str, right: int) -> None:
        assert (left, right) != ("b", 2)

    with pytest.raises(AssertionError, match=r"(?s)1 of 2 rows.*\nB\n.*1 of 2 rows.*\n +two\n"):
        differs()


async def test_a_test_that_waits_is_tried_with_every_row():
    tried = []

    @each("number", [1, 2])
    async def waits(number: int) -> None:
        tried.append(number)
        assert number == 1

    with pytest.raises(AssertionError, match="1 of 2 rows"):
        await waits()
    assert tried == [1, 2]


@each("number", [1, 2])
def test_a_row_stands_beside_what_the_fixtures_give(number: int, tmp_path):
    assert tmp_path.is_dir()
    assert number


def test_an_empty_table_is_refused():
    with pytest.raises(AssertionError, match="the table is empty"):
        each("number", [])
