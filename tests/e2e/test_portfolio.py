"""The portfolio, as those who administer a workspace see it and as everybody else does not."""

from typing import Any

from bot.sandbox.person import ANA, BEN, SUPPORT, direct_with_app
from rules.facts import Facts
from rules.framework import Architecture
from storage.records import Assessment, AssessmentState, Bucket, Change, Decision, LoggedFailure
from tests.e2e.office import COPILOT, Office
from tests.e2e.reviews import OURS
from tests.storage.samples import VERDICT


def decided(office: Office, number: int, **fields: Any) -> Assessment:
    """A feature with a verdict, each fifth of them by retrieval."""
    now = office.clock.now()
    verdict = VERDICT.model_copy(update={"verdict": list(Architecture)[number % 5]})
    decision = Decision(at=now, facts=Facts.model_validate({"source": "documents"}), verdict=verdict)
    given = {
        "id": f"a{number:04}", "tenant": OURS, "name": f"Feature {number:04}", "channel": f"C0TEAM{number % 40:02}",
        "state": AssessmentState.DECIDED, "started_by": ANA, "started_at": now, "changed_at": now, "decision": decision,
    }  # fmt: skip
    return Assessment.model_validate(given | fields)


async def fill(office: Office, number: int) -> None:
    """So many decisions; every tenth has a failure."""
    assert office.bot is not None
    now = office.clock.now()
    for start in range(0, number, 100):
        some = tuple(decided(office, n) for n in range(start, min(start + 100, number)))
        failed = tuple(
            LoggedFailure(id=f"f{one.id}", tenant=OURS, assessment_id=one.id, bucket=Bucket.SAFETY, by=ANA, at=now)
            for one in some[::10]
        )
        await office.bot.engine.storage.remember(Change(tenant=OURS, at=now, assessments=some, failures=failed))


def admin(office: Office, user: str = ANA) -> None:
    office.sandbox.workspace.users[user].is_admin = True


async def test_an_admin_sees_what_all_decisions_come_to_and_nobody_else_does(any_office: Office):
    office = any_office
    admin(office)
    parent = await office.begin()
    await office.interview(parent, COPILOT)

    await office.sandbox.say(BEN, SUPPORT, "/ftrag portfolio")
    refused = await office.sandbox.ephemeral(BEN, "Only an admin")
    await office.sandbox.say(ANA, SUPPORT, "/ftrag portfolio")
    shown = await office.sandbox.ephemeral(ANA, "1 feature is decided: retrieval (RAG).")

    assert "Support copilot" not in office.sandbox.words(refused)
    assert "No review is overdue." in office.sandbox.words(shown)
    assert [block["type"] for block in shown.blocks or []] == ["section", "data_table", "context"]
    seen_by_all = [one for one in office.sandbox.messages(SUPPORT) if one.only_for is None]
    assert not any("decided: retrieval" in office.sandbox.words(one) for one in seen_by_all)


async def test_of_two_kinds_of_failure_logged_as_often_none_is_called_the_most_common(office: Office):
    assert office.bot is not None
    admin(office)
    one, now = decided(office, 2), office.clock.now()
    failed = tuple(
        LoggedFailure(id=f"f{kind}", tenant=OURS, assessment_id=one.id, bucket=kind, by=ANA, at=now)
        for kind in (Bucket.SAFETY, Bucket.FORMATTING)
    )
    await office.bot.engine.storage.remember(Change(tenant=OURS, at=now, assessments=(one,), failures=failed))

    await office.sandbox.say(ANA, SUPPORT, "/ftrag portfolio")

    shown = await office.sandbox.ephemeral(ANA, "1 feature is decided")
    assert "2 failures in the last 90 days, and no kind is the most common." in office.sandbox.words(shown)
    assert "2, of several kinds" in office.sandbox.words(shown)


async def test_an_empty_workspace_says_how_it_fills(office: Office):
    admin(office)

    await office.sandbox.say(ANA, direct_with_app(ANA), "/ftrag portfolio")

    shown = await office.sandbox.ephemeral(ANA, "Nothing is decided in this workspace yet.")
    assert "/ftrag assess" in office.sandbox.words(shown)


async def test_two_thousand_decisions_are_paged_in_place_and_refused_by_nobody(office: Office):
    admin(office)
    await fill(office, 2_000)

    await office.sandbox.say(ANA, SUPPORT, "/ftrag portfolio")
    first = await office.sandbox.ephemeral(ANA, "1 to 10 of 2,000")
    words = office.sandbox.words(first)
    assert "2,000 features are decided: " in words
    assert "retrieval (RAG) for 400" in words
    assert "200 safety failures in the last 90 days" in words
    assert "8 teams need retrieval over documents, for 400 features" in words
    await office.sandbox.click(ANA, first, "Next")
    second = await office.sandbox.ephemeral(ANA, "11 to 20 of 2,000")
    await office.sandbox.click(ANA, second, "Back")

    again = await office.sandbox.ephemeral(ANA, "1 to 10 of 2,000")
    assert again.ts == second.ts == first.ts, "each page takes the place of the one before"
    assert any(block["type"] == "data_table" for block in again.blocks or []), "Slack took it as it was"


async def test_where_the_workspace_refuses_tables_the_same_stands_in_plain_blocks(office: Office):
    admin(office)
    await fill(office, 12)
    office.sandbox.fail("response_url", "invalid_blocks")

    await office.sandbox.say(ANA, SUPPORT, "/ftrag portfolio")

    shown = await office.sandbox.ephemeral(ANA, "12 features are decided")
    assert "Feature 0011" in office.sandbox.words(shown) or "Feature 0001" in office.sandbox.words(shown)


async def test_the_home_of_an_admin_opens_it_there_and_pages_turn_in_place(office: Office):
    admin(office)
    await fill(office, 12)
    office.sandbox.open_home(BEN)
    office.sandbox.open_home(ANA)
    home = await office.sandbox.wait_for(lambda: office.sandbox.home(ANA), "Ana's Home")
    other = await office.sandbox.wait_for(lambda: office.sandbox.home(BEN), "Ben's Home")
    assert "Portfolio:* 12 features · no review overdue · most failures: safety failures" in office.sandbox.words(home)
    assert "Portfolio" not in office.sandbox.words(other)

    await office.sandbox.click(ANA, home, "Open portfolio")
    shown = await office.sandbox.modal(ANA, "1 to 10 of 12")
    await office.sandbox.click(ANA, shown, "Next")

    turned = await office.sandbox.modal(ANA, "11 to 12 of 12")
    assert turned.id == shown.id
    assert not office.sandbox.messages(direct_with_app(ANA)), "and no copy comes unseen"


async def test_who_is_no_admin_any_more_turns_no_page(office: Office):
    admin(office)
    await fill(office, 12)
    await office.sandbox.say(ANA, SUPPORT, "/ftrag portfolio")
    shown = await office.sandbox.ephemeral(ANA, "1 to 10 of 12")

    office.sandbox.workspace.users[ANA].is_admin = False
    await office.sandbox.click(ANA, shown, "Next")

    assert await office.sandbox.ephemeral(ANA, "Only an admin")
