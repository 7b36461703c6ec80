"""How verdicts held, over all workspaces: each verdict with what the reviews since ended with, and no name."""

import asyncio
from dataclasses import astuple
from datetime import timedelta
from typing import Any

import pytest

from bot.cli import main
from rules import Facts
from rules.framework import Architecture
from rules.review.track import Ended, Track
from storage import Storage
from storage.records import AssessmentState, Decision, Review
from tests.storage.samples import DAY, NOON, OTHERS, VERDICT, assessment, change, review

RAG, PROMPT = Architecture.RAG, Architecture.PROMPT
UNMEASURED = {"bar_state": "not_run"}


def decision(verdict: Architecture = RAG, at: Any = NOON) -> Decision:
    return Decision(at=at, facts=Facts(), verdict=VERDICT.model_copy(update={"verdict": verdict}))


def ended(month: int, verdict: Architecture, of: str = "A1", days: int | None = None, **fields: Any) -> Review:
    at = NOON + timedelta(days=30 * month if days is None else days)
    given = {"state": "finished", "finished_at": at, "verdict": verdict, "assessment_id": of} | fields
    return review(f"2027-{month:02}", id=f"{of}-{month}", **given)


async def test_each_verdict_is_told_with_what_the_reviews_since_ended_with(storage: Storage):
    await storage.remember(change(assessments=(assessment(decision=decision()), assessment("A2"))))
    before = ended(1, PROMPT, days=-1)
    still_open = ended(4, RAG, state="open", finished_at=None)
    await storage.remember(change(reviews=(before, ended(3, PROMPT), ended(2, RAG, outcome=UNMEASURED), still_open)))

    (track,) = await storage.tracks.all()

    assert track == Track(RAG, ("weekly",), (Ended(RAG, is_measured=False), Ended(PROMPT)))


async def test_a_superseded_verdict_is_measured_on_by_the_reviews_of_the_versions_after_it(storage: Storage):
    first = assessment("old", decision=decision(PROMPT), state=AssessmentState.SUPERSEDED, superseded_by="new")
    second = assessment("new", decision=decision(RAG, NOON + 45 * DAY), supersedes="old")
    await storage.remember(change(assessments=(first, second)))
    await storage.remember(change(reviews=(ended(1, PROMPT, "old"), ended(2, RAG, "new"), ended(3, RAG, "new"))))

    tracks = {track.verdict: tuple(one.architecture for one in track.outcomes) for track in await storage.tracks.all()}

    assert tracks == {PROMPT: (PROMPT, RAG, RAG), RAG: (RAG, RAG)}


async def test_all_workspaces_count_and_nothing_of_them_is_named(storage: Storage):
    await storage.remember(change(assessments=(assessment(decision=decision()),)))
    other = assessment("A1", tenant=OTHERS, decision=decision(PROMPT))
    await storage.remember(change(tenant=OTHERS, assessments=(other,)))
    await storage.remember(change(reviews=(ended(1, RAG),)))

    found = await storage.tracks.all()

    assert {track.verdict: len(track.outcomes) for track in found} == {RAG: 1, PROMPT: 0}
    assert "Feature" not in str([astuple(track) for track in found])


async def test_the_operator_reads_how_verdicts_held(
    sqlite_storage: Storage, sqlite_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    await sqlite_storage.remember(change(assessments=(assessment(decision=decision()),)))
    await sqlite_storage.remember(change(reviews=tuple(ended(month, RAG) for month in (1, 2, 3))))
    monkeypatch.setenv("DATABASE_URL", sqlite_url)

    assert await asyncio.to_thread(main, ["score", "--own"]) == 0

    told = capsys.readouterr().out
    assert "| retrieval (RAG) | 1 of 1 (21 to 100) | 1 of 1 (21 to 100) | none yet |" in told
    assert "Feature" not in told


def test_without_a_database_there_is_one_sentence(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'none' / 'ftrag.db'}")

    assert main(["score", "--own"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
