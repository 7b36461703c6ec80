"""Workers that are killed while reviews fall due: a few of the many kills that `make soak` carries out."""

from pathlib import Path

import pytest

from tests.soak.review_kills import besiege


@pytest.mark.slow
async def test_one_worker_killed_again_and_again_on_sqlite_doubles_and_loses_nothing(sqlite_url: str, tmp_path: Path):
    tally = await besiege(sqlite_url, tmp_path, cycles=6, workers=1, history=True)

    assert (tally.doubled, tally.lost, tally.unknown) == (0, 0, 0)
    assert tally.arrived == tally.due


@pytest.mark.slow
@pytest.mark.postgres
async def test_two_workers_killed_on_postgresql_double_and_lose_nothing(postgres_url: str, tmp_path: Path):
    tally = await besiege(postgres_url, tmp_path, cycles=6, workers=2, history=True)

    assert (tally.doubled, tally.lost, tally.unknown) == (0, 0, 0)
    assert tally.arrived == tally.due


@pytest.mark.slow
async def test_without_the_history_what_nobody_can_know_is_listed_and_nothing_is_doubled(
    sqlite_url: str, tmp_path: Path
):
    tally = await besiege(sqlite_url, tmp_path, cycles=5, workers=1, history=False)

    assert (tally.doubled, tally.lost) == (0, 0)
    assert tally.arrived + tally.unknown == tally.due
