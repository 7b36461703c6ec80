"""Who may do what, for every command about an assessment: the whole table, and a role that changes counts at once.

Whoever is in the channel may work on its assessments, guests too. Some things only the one whose they are may do. To
all others it is as if there were nothing.
"""

from typing import Any

import pytest

from bot import commands
from bot.commands import CommandBase
from bot.dialogue import STEPS
from bot.replies import Problem, Trouble, read_reply
from bot.sandbox.person import ANA, BEN
from bot.sandbox.records import User
from bot.slack.membership import Membership, Told
from bot.slack.people import Admins
from storage import Storage
from storage.records import Tenant
from tests.bot.counter import Counter
from tests.bot.desk import open_desk
from tests.bot.memory import gathering
from tests.bot.recorded import HERE, RECORDED, Recorded, decided, everything

ABOUT = [one for one in RECORDED if one.said.get("assessment_id")]
STARTER, MEMBER = "U1", "U2"
ONLY_AUTHOR = ("CorrectFailure", "FailureCorrected", "WithdrawFailure", "SortFailure")
ONLY_STARTER = ("AskBlind", "PeopleNamed", "OpenBlindAnswers")
OWN = {
    "DeleteAssessment": Trouble.NOT_YOURS,
    **dict.fromkeys(ONLY_STARTER, Trouble.BLIND_STARTER),
    **dict.fromkeys(ONLY_AUTHOR, Trouble.NOT_YOUR_FAILURE),
}
ELSEWHERE: dict[str, dict[str, Any]] = {
    "a person of another channel": {"actor": "U4", "channel": "C2"},
    "a person who writes directly": {"actor": "U4", "channel": "D4", "is_direct": True},
    "a person who left the channel, from the Home": {"actor": "U4", "channel": ""},
    "the starter of that name in another workspace": {"actor": STARTER, "tenant": Tenant(team="T2")},
}


@pytest.fixture
async def counter(furnished_storage: Storage) -> Counter:
    async def channels(_tenant: Tenant, user: str) -> Membership:
        return Membership(Told.ALL, {"C2": "other"} if user == "U4" else {"C1": "support-ai"})

    async def is_admin(_tenant: Tenant, user: str) -> bool:
        return user == STARTER

    made = Counter(furnished_storage)
    made.advisor._memory._gathering = gathering(furnished_storage, channels, is_admin)
    await made.deliver()
    return made


def test_every_command_about_an_assessment_has_its_row_in_the_table():
    by_people = {kind.__name__ for kind in STEPS if "assessment_id" in kind.model_fields}
    ours = {
        "OpenReview",
        "NudgeOwner",
        "SettleReview",
        "DeliveryFailed",
        "ReadResults",
        "FileNotRead",
        "ShownWithoutCharts",
    }
    ours |= {"LookForDrift"}

    assert by_people - ours == {one.means for one in ABOUT}


async def tried(counter: Counter, one: Recorded, **who: Any) -> tuple[set[Trouble], list[Any], bool]:
    """The troubles they hear, everything they hear, and whether a window opens."""
    command = one.read()
    assert command is not None
    key = f"{one.name} {who}"[:150]
    modal = await counter.advisor.carry_out(command.model_copy(update={"inbox_key": key, "response_url": None, **who}))
    rows = [row for row in await counter.deliver() if row.method != "run"]
    replies = [read_reply(row.reply) for row in rows]
    return {reply.trouble for reply in replies if isinstance(reply, Problem)}, replies, modal is not None


@pytest.mark.parametrize("role", ELSEWHERE)
async def test_to_all_others_it_is_as_if_it_were_not_there(role: str, counter: Counter):
    after = await everything(counter.storage)
    for one in ABOUT:
        before = after
        troubles, replies, has_window = await tried(counter, one, **ELSEWHERE[role])
        after = await everything(counter.storage)

        assert troubles <= {Trouble.NOT_FOUND, Trouble.NOT_LOGGED}, one.name
        assert len(replies) == 1, one.name
        assert "copilot" not in replies[0].model_dump_json(), one.name
        assert not has_window, one.name
        assert {**after, "outbox": None} == {**before, "outbox": None}, one.name


@pytest.mark.parametrize("one", ABOUT, ids=str)
async def test_whoever_is_in_the_channel_works_on_it_but_for_what_is_somebodys_own(one: Recorded, counter: Counter):
    is_own = one.means in OWN
    before = await everything(counter.storage) if is_own else {}
    troubles, replies, has_window = await tried(counter, one, actor=MEMBER)

    if is_own:
        after = await everything(counter.storage)
        assert troubles == {OWN[one.means]}
        assert replies[0].by == STARTER, "and they hear whose it is"
        assert {**after, "outbox": None} == {**before, "outbox": None}
        troubles, replies, has_window = await tried(counter, one, actor=STARTER)
    assert not troubles & {*OWN.values(), Trouble.NOT_FOUND, Trouble.NOT_LOGGED}
    assert replies or has_window


async def test_only_the_starter_takes_an_interview_out_of_a_channel_that_the_bot_is_not_in(counter: Counter):
    started = await counter.start("Invoice reader")
    about: dict[str, Any] = {"assessment_id": started.id, "failed": "d9"}
    await counter.do(commands.HoldInDirectMessage, by=MEMBER, **about)
    refused = await counter.storage.assessments.get(HERE, started.id)
    await counter.do(commands.HoldInDirectMessage, by=STARTER, **about)
    moved = await counter.storage.assessments.get(HERE, started.id)

    assert refused == started
    assert moved is not None
    assert moved.channel == STARTER


async def test_the_tables_of_a_whole_workspace_are_for_those_who_administer_it(counter: Counter):
    export = next(one for one in RECORDED if one.name == "/ftrag export workspace")
    directly = {"channel": "D1", "is_direct": True}
    refused, _, _ = await tried(counter, export, actor=MEMBER, **directly)
    allowed, given, _ = await tried(counter, export, actor=STARTER, **directly)

    assert refused == {Trouble.NOT_ADMIN}
    assert allowed == set()
    assert given


async def test_who_hands_the_reviews_over_is_no_longer_asked_directly_and_who_got_them_is(counter: Counter):
    finish = next(one for one in ABOUT if one.name == "review counts")
    directly = {"channel": "D2", "is_direct": True}
    assert (await tried(counter, finish, actor="U2", **directly))[2]

    handed: CommandBase = commands.HandOver(
        tenant=HERE, actor="U2", channel="C1", assessment_id=decided().id, to="U0BEN"
    )
    await counter.advisor.carry_out(handed)
    await counter.deliver()

    assert (await tried(counter, finish, actor="U2", **directly))[0] == {Trouble.NOT_FOUND}
    assert (await tried(counter, finish, actor="U0BEN", **directly))[2]


async def test_a_partner_or_one_who_left_administers_nothing(sqlite_storage: Storage):
    async with open_desk(sqlite_storage) as opened:
        people, tenant = opened.sandbox, Tenant(team="T0SANDBOX")

        async def token(_tenant: Tenant) -> str:
            return "xoxb-sandbox"

        is_admin = Admins(opened.wire, token)
        people.add_person(User("U0DORA", "dora", "Dora Nagy", "Asia/Kathmandu", team="T0PARTNER", is_admin=True))
        people.workspace.users[BEN].is_admin = True
        before = await is_admin(tenant, BEN)
        people.deactivate(BEN)

        assert before is True
        assert not await is_admin(tenant, BEN)
        assert not await is_admin(tenant, "U0DORA")
        assert await is_admin(tenant, ANA) is people.workspace.users[ANA].is_admin
