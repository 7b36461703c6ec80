"""What was acknowledged meets trouble: no database, an error of ours, a process that ends; it waits, or people hear."""

import pytest

from bot.commands import CommandBase
from bot.intake import GIVE_UP
from bot.replies import Problem, Trouble
from storage.errors import Conflict, StorageError, Unavailable
from storage.records import Assessment
from tests.bot.counter import Counter
from tests.bot.process import Process, named, start


class Failing:
    """An advisor's work that meets an error so many times first."""

    def __init__(self, counter: Counter, error: Exception, times: int) -> None:
        self._carry_out, self._error, self._left = counter.advisor.carry_out, error, times
        self.tried = 0

    async def __call__(self, command: CommandBase, _ahead: Assessment | None) -> object:
        self.tried += 1
        if self._left:
            self._left -= 1
            raise self._error
        return await self._carry_out(command)


@pytest.mark.parametrize("error", [Unavailable(), Conflict()])
async def test_while_the_database_is_away_a_command_waits_and_is_then_carried_out(
    counter: Counter, error: StorageError
):
    process = Process(counter)
    counter.advisor.carry_out = Failing(counter, error, 6)
    await process.keep(start())
    await process.tasks.drain()

    assert await named(counter) == ["Support copilot"]
    assert process.waits == sorted(process.waits)
    assert [reply for _, reply in counter.told] == [Problem(trouble=Trouble.KEPT_FOR_LATER)]


async def test_after_an_hour_the_person_hears_that_it_was_not_saved(counter: Counter):
    process = Process(counter)
    counter.advisor.carry_out = Failing(counter, Unavailable(), 1_000)
    await process.keep(start())
    counter.clock.at += GIVE_UP
    await process.tasks.drain()

    assert [reply for _, reply in counter.told] == [Problem(trouble=Trouble.NOT_SAVED)]
    assert await counter.storage.inbox.oldest() is None


async def test_what_will_never_be_saved_is_told_at_once(counter: Counter):
    process = Process(counter)
    counter.advisor.carry_out = failing = Failing(counter, StorageError("A number is too large."), 5)
    await process.keep(start())
    await process.tasks.drain()

    assert (failing.tried, [reply for _, reply in counter.told]) == (1, [Problem(trouble=Trouble.NOT_SAVED)])


async def test_an_error_of_ours_is_told_and_not_met_again(counter: Counter):
    process = Process(counter)
    counter.advisor.carry_out = failing = Failing(counter, RuntimeError("canary"), 5)
    await process.keep(start())
    await process.tasks.drain()
    await Process(counter, "two").sweep()

    assert failing.tried == 1
    assert [reply.trouble for _, reply in counter.told] == [Trouble.BROKEN]


async def test_a_command_that_ends_every_process_is_not_begun_for_ever(counter: Counter):
    await Process(counter, "process 0").killed(start())
    for number in range(1, 3):
        await Process(counter, f"process {number}").killed()

    await Process(counter, "last").sweep()

    assert await named(counter) == []
    assert [reply.trouble for _, reply in counter.told] == [Trouble.BROKEN]


async def test_what_only_waits_behind_a_command_that_ends_every_process_is_worked_off_after_it(counter: Counter):
    await Process(counter, "process 0").killed(start("Ends it"), start("Behind it"))
    for number in range(1, 3):
        await Process(counter, f"process {number}").killed()

    await Process(counter, "last").sweep()

    assert await named(counter) == ["Behind it"]
    assert [reply.trouble for _, reply in counter.told] == [Trouble.BROKEN]
