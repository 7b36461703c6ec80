"""How a decision stands: one wording for the channel's message, the Home, the status, the portfolio and a new start."""

import re
from datetime import UTC, datetime

import pytest

from bot.replies import (
    AlreadyThere,
    HomeLine,
    HomeScreen,
    ParentMessage,
    PortfolioLine,
    PortfolioMessage,
    Standing,
    Status,
    StatusLine,
)
from bot.views import render
from rules.framework import Architecture
from storage.records import AssessmentState
from tests.tables import each
from tests.views.examples import REPLIES
from tests.views.examples.verdict import CHANGED, FITS, VERDICT

NAME = "Support copilot"
RAG = {"architecture": Architecture.RAG}
DECIDED, ASKING, STOPPED = AssessmentState.DECIDED, AssessmentState.INTERVIEWING, AssessmentState.STOPPED


def everywhere(**stands: object) -> dict[str, str]:
    """What each place says of a decision that stands so."""
    found = Standing.model_validate(stands).model_dump()
    one = {"assessment_id": "a1", "name": NAME, **found}
    at = datetime(2026, 11, 29, tzinfo=UTC)
    replies = {
        "channel": ParentMessage(started_by="U1", expected=6, **one),
        "home": HomeScreen(lines=(HomeLine(channel="C1", **one),)),
        "status": Status(channel="C1", lines=(StatusLine(started_by="U1", changed_at=at, **one),)),
        "start": AlreadyThere(**one),
    }
    if found["architecture"] is not None:
        line = PortfolioLine(channel="C1", **{key: one[key] for key in one if key != "assessment_id"})
        replies["portfolio"] = PortfolioMessage(total=1, lines=(line,))
    return {place: render(reply).text.casefold() for place, reply in replies.items()}


@pytest.mark.parametrize(
    ("stands", "words"),
    [
        ({"state": DECIDED, **RAG}, "use retrieval (rag)"),
        ({"state": DECIDED, "is_settled": False, **RAG}, "for now, use retrieval (rag)"),
        ({"state": DECIDED, "is_settled": False, "is_leading": False, **RAG}, "so far retrieval (rag), not settled"),
        ({"state": DECIDED, "is_likely": False, **RAG}, "not decided yet, so far retrieval"),
        ({"state": DECIDED, "passes": False, **RAG}, "nothing passes yet, retrieval comes closest"),
        ({"state": ASKING, "is_revising": True, **RAG}, "use retrieval (rag); an answer is being changed"),
        ({"state": STOPPED, "is_revising": True, **RAG}, "use retrieval (rag); the change of an answer is stopped"),
    ],
    ids=["settled", "leads", "another is likelier", "undecided", "nothing passes", "changing", "change stopped"],
)
def test_a_verdict_in_force_is_told_in_the_same_words_everywhere(stands: dict[str, object], words: str):
    said = everywhere(**stands)
    if stands["state"] is STOPPED:  # the portfolio does not know that an interview rests
        del said["portfolio"]

    assert {place for place, text in said.items() if words not in text} == set()


@pytest.mark.parametrize(
    ("stands", "words"),
    [
        ({"state": ASKING}, "interview under way"),
        ({"state": ASKING, "is_again": True}, "taken up again, interview under way"),
        ({"state": STOPPED}, "interview stopped"),
        ({"state": ASKING, "is_blind": True}, "each answers alone"),
        ({"state": STOPPED, "is_blind": True}, "each answers alone, stopped"),
        ({"state": AssessmentState.CANCELLED}, "interview canceled"),
    ],
    ids=["asking", "again", "stopped", "alone", "alone and stopped", "canceled"],
)
def test_an_interview_is_told_in_the_same_words_in_every_list(stands: dict[str, object], words: str):
    said = everywhere(**stands)

    assert words in said["home"]
    assert words in said["status"]


def test_neither_list_hides_the_verdict_behind_an_answer_that_is_being_changed():
    said = everywhere(state=ASKING, is_revising=True, **RAG)

    assert "interview under way" not in said["home"] + said["status"]
    assert "question 1" not in said["status"]


@each("name", ["verdict_trailing", "verdict_trailing_behind_nothing"])
def test_where_another_outcome_is_likelier_the_message_says_why_this_one_is_named(name: str):
    said = render(REPLIES[name]).text.split("\n")

    assert said[0] == "*So far retrieval (RAG) for Support copilot, not settled.*"
    assert said[1].startswith("Your answers so far need no more; but the ")
    assert "lead here" not in "\n".join(said)
    shares = [int(share) for share in re.findall(r"(\d+) (?:of 100|to )", next(s for s in said if "How sure" in s))]
    assert shares == sorted(shares, reverse=True)


def test_where_another_is_likelier_and_nothing_speaks_for_this_one_that_is_said_once():
    reply = REPLIES["verdict_trailing"].model_copy(update={"reasons": ()})

    assert "•" not in render(reply).text


def test_what_is_not_decided_yet_defends_nothing():
    said = render(REPLIES["verdict_unlikely"]).text

    assert "•" not in said
    assert said.count("the “not sure” one") == 2  # how few ways lead there, and where the others lead


@pytest.mark.parametrize("fact", ["freshness", "receipts"])
def test_a_verdict_that_turned_is_defended_by_the_answer_that_turned_it(fact: str):
    turned = FITS.model_copy(update={"fact": fact})
    claims = {said.fact: one.claim for one in VERDICT.reasons for said in one.answers}
    told = render(CHANGED.model_copy(update={"changed_by": (turned,)})).text

    assert [each for each, claim in claims.items() if claim in told] == [fact]
