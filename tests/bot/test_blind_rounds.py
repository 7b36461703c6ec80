"""Blind rounds keep their promises in whatever order people act: a machine draws the orders."""

from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.bot.blind_rounds import BlindRounds


def test_in_no_order_of_steps_is_an_answer_read_early_lost_or_kept_twice(_sqlite_template: Path, tmp_path: Path):  # noqa: PT019 - the file is copied, not used as it is
    run_state_machine_as_test(
        lambda: BlindRounds(_sqlite_template, tmp_path),
        settings=settings(max_examples=6, stateful_step_count=6, suppress_health_check=list(HealthCheck)),
    )
