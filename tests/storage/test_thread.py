"""Threads: work in turn, whoever waits is told what came of it, and nothing is left of what nobody waits for."""

import asyncio
import gc
import threading

import pytest

from storage.thread import Threads


async def test_work_is_done_in_turn_on_one_thread_and_its_results_come_back():
    one, done = Threads("one"), list[int]()

    def work(number: int) -> tuple[int, str]:
        done.append(number)
        return number * 2, threading.current_thread().name

    results = await asyncio.gather(*(one.run(lambda number=number: work(number)) for number in range(50)))

    assert done == [*range(50)]
    assert results == [(number * 2, "one") for number in range(50)]
    one.stop()


async def test_as_many_pieces_are_done_at_once_as_there_are_threads_and_no_more():
    several, meets, at_once = Threads("several", 3), threading.Barrier(3), list[int]()

    def work() -> None:
        meets.wait(20)
        at_once.append(sum(thread.name == "several" for thread in threading.enumerate()))

    await asyncio.gather(*(several.run(work) for _ in range(9)))

    assert at_once == [3] * 9
    several.stop()


async def test_who_was_at_work_last_is_handed_the_next_piece_and_no_thread_is_started_for_it():
    several, meets = Threads("several", 3), threading.Barrier(3)
    alone = [await several.run(threading.get_ident) for _ in range(5)]
    await asyncio.gather(*(several.run(lambda: meets.wait(20)) for _ in range(3)))
    await several.run(lambda: None)  # whoever did this has become idle last
    after = [await several.run(threading.get_ident) for _ in range(5)]

    assert len(set(alone)) == len(set(after)) == 1
    several.stop()


async def test_what_nobody_waits_for_any_more_is_not_begun():
    one, goes_on, done = Threads("one"), threading.Event(), list[str]()
    first, second = one.run(goes_on.wait), one.run(lambda: done.append("second"))
    second.cancel()
    goes_on.set()
    await first

    assert await one.run(lambda: list(done)) == []
    one.stop()


async def test_an_error_reaches_whoever_waits_and_the_thread_goes_on():
    one = Threads("one")

    with pytest.raises(ZeroDivisionError):
        await one.run(lambda: 1 // 0)

    assert await one.run(lambda: "on") == "on"
    one.stop()


async def test_what_somebody_gave_up_on_is_dropped_and_the_next_one_is_told():
    one, goes_on = Threads("one"), threading.Event()
    given_up = one.run(goes_on.wait)
    given_up.cancel()
    goes_on.set()

    assert await one.run(lambda: "on") == "on"
    assert given_up.cancelled()
    one.stop()


async def test_stopping_waits_until_all_is_done_and_nothing_is_taken_after_it():
    one, done = Threads("one"), list[int]()
    waiting = [one.run(lambda number=number: done.append(number)) for number in range(20)]

    one.stop()

    assert done == [*range(20)]
    await asyncio.gather(*waiting)
    with pytest.raises(RuntimeError):
        one.run(lambda: None)


async def test_who_stops_them_waits_no_longer_than_said_for_all_of_them_together():
    several, goes_on = Threads("several", 3), threading.Event()
    held = [several.run(lambda: goes_on.wait(20)) for _ in range(3)]

    await asyncio.to_thread(several.stop, 0.01)

    assert not any(one.done() for one in held)
    goes_on.set()
    assert all(await asyncio.gather(*held))


def test_a_result_for_a_loop_that_is_closed_ends_nothing():
    one, goes_on = Threads("one"), threading.Event()

    async def hand_in() -> None:
        one.run(goes_on.wait)

    asyncio.run(hand_in())
    goes_on.set()

    async def ask() -> str:
        return await one.run(lambda: "on")

    assert asyncio.run(ask()) == "on"
    one.stop()


async def test_a_thread_that_nobody_holds_ends_by_itself():
    one = Threads("let go")
    await one.run(lambda: None)
    (running,) = (thread for thread in threading.enumerate() if thread.name == "let go")

    del one
    gc.collect()

    await asyncio.to_thread(running.join, 5)
    assert not running.is_alive()
