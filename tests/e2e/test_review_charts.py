"""Charts and tables of the review, and what stands in for them where a workspace takes none."""

from bot.sandbox.person import ANA, BEN, SUPPORT
from tests.e2e.office import Office
from tests.e2e.reviews import opened_review


async def test_where_no_chart_is_taken_the_months_come_in_words_at_once_and_then_as_a_picture(office: Office):
    parent, opened = await opened_review(office, "Refund window")
    block = next(b["block_id"] for b in opened.blocks or [] if "task0" in b.get("block_id", ""))
    await office.sandbox.click(ANA, opened, "review_mark", choose="Pass", within=block)
    opened = await office.sandbox.message(SUPPORT, "Refund window: pass")
    office.sandbox.workspace.takes_data_blocks = False

    await office.sandbox.click(ANA, opened, "Finish review")

    outcome = await office.sandbox.message(SUPPORT, "Compared with last time", thread=opened.ts)
    assert "Month by month" in str(outcome.blocks)
    assert "data_visualization" not in str(outcome.blocks)
    await office.sandbox.wait_for(
        lambda: any("review" in file.name for file in office.sandbox.files(SUPPORT)), "the months as a picture"
    )
    verdict = await office.sandbox.message(SUPPORT, "use retrieval", thread=parent.ts)
    await office.sandbox.click(ANA, verdict, "Compare")
    table = await office.sandbox.ephemeral(ANA, "comes out ahead")
    assert "Hybrid: fully" in str(table.blocks)


async def test_without_charts_and_without_files_the_words_are_all_and_nobody_hears_of_trouble(office: Office):
    office.sandbox.app.scopes = office.sandbox.app.scopes - {"files:write"}
    _, opened = await opened_review(office, "Refund window")
    office.sandbox.workspace.takes_data_blocks = False

    await office.sandbox.click(ANA, opened, "Finish review")

    outcome = await office.sandbox.message(SUPPORT, "Compared with last time", thread=opened.ts)
    assert "Month by month" in str(outcome.blocks)
    await office.stop()
    said = [m for m in office.sandbox.messages(SUPPORT, thread=opened.ts) if "Month by month" in m.text]
    assert len(said) == 1
    assert not office.sandbox.files(SUPPORT)


async def test_compare_is_a_table_that_only_the_one_who_pressed_sees(office: Office):
    parent, _ = await opened_review(office)
    verdict = await office.sandbox.message(SUPPORT, "use retrieval", thread=parent.ts)

    await office.sandbox.click(BEN, verdict, "Compare")

    table = await office.sandbox.ephemeral(BEN, "comes out ahead")
    kinds = [block["type"] for block in table.blocks or []]
    assert [kind for kind in kinds if kind != "context"][:2] == ["section", "data_table"]
    await office.sandbox.click(BEN, table, "Show why")
    why = await office.sandbox.modal(BEN)
    assert "Retrieval: " in str(why.blocks)
