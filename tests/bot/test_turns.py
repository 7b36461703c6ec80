"""Work that computes in a thread: everybody takes short turns meanwhile, and the usual ones again behind it."""

import asyncio
import sys
from threading import Event

import pytest

from bot.runtime.turns import computed

USUAL = sys.getswitchinterval()


async def test_turns_are_short_while_something_is_computed_and_as_before_behind_it():
    turns = await computed(sys.getswitchinterval)

    assert turns < USUAL / 4
    assert sys.getswitchinterval() == USUAL


async def test_the_last_of_several_brings_the_usual_turns_back():
    may_end, is_begun = Event(), Event()

    def long() -> None:
        is_begun.set()
        assert may_end.wait(20)

    first = asyncio.create_task(computed(long))
    assert await computed(is_begun.wait, 20)
    short = sys.getswitchinterval()
    may_end.set()
    await first

    assert short < USUAL / 4
    assert sys.getswitchinterval() == USUAL


async def test_a_fault_is_raised_where_it_was_waited_for_and_brings_them_back_too():
    def breaks() -> None:
        raise ValueError("no rows")

    with pytest.raises(ValueError, match="no rows"):
        await computed(breaks)

    assert sys.getswitchinterval() == USUAL
