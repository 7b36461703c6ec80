"""Links to messages stand under the workspace's own address, which Slack is asked for once."""

from bot.dialogue.turn import ANY_SITE
from bot.recall.archive import Archive
from bot.recall.sites import Sites
from storage import Storage
from storage.records import MessageRef, Tenant
from tests.bot.house import OTHER, TENANT, House

PLACE = MessageRef(tenant=TENANT, assessment_id="a1", key="parent", channel="C1", ts="1.1")


async def test_a_record_leads_to_its_thread_under_the_workspaces_own_address(storage: Storage):
    house = House(storage)
    found = await house.start()
    await house.later(0)
    message = await storage.outbox.message(TENANT, found.id, "parent")
    assert message is not None
    path = f"archives/C1/p{message.ts.replace('.', '')}"

    own = await Archive(storage, Sites(house._permalink)).kept(found)
    assert own.links == {found.id: f"https://acme.slack.com/{path}"}
    assert (await Archive(storage).kept(found)).links == {found.id: f"{ANY_SITE}/{path}"}, "where Slack is not asked"


async def test_each_workspace_is_asked_once_and_again_where_it_did_not_answer():
    asked: list[Tenant] = []
    silent = True

    async def find_address(tenant: Tenant, channel: str, ts: str) -> str | None:
        asked.append(tenant)
        return None if silent else f"https://{tenant.team.lower()}.slack.com/archives/{channel}/p{ts}"

    sites = Sites(find_address)
    assert await sites.of(TENANT, PLACE) == ANY_SITE
    silent = False
    assert [await sites.of(TENANT, PLACE) for _ in range(3)] == ["https://t1.slack.com"] * 3
    assert await sites.of(OTHER, PLACE) == "https://t2.slack.com"
    assert asked == [TENANT, TENANT, OTHER]
