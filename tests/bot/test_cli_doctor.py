"""`ftrag doctor`: what is wrong is said with what to do, and nothing that is well is called wrong."""

from pathlib import Path

import pytest

from bot.cli.checkup import Finding, Grade, check_up
from bot.sandbox.app_config import AppConfig
from bot.sandbox.person import Sandbox
from bot.setup.settings import Mode, Settings, read_settings
from bot.slack.scopes import SCOPES
from storage import Storage, open_storage
from storage.records import DeliveryMethod, Tenant
from tests.bot.desk import open_desk
from tests.bot.served import settings_for
from tests.storage.samples import MINUTE, NOON, change, delivery


def about(findings: list[Finding], name: str) -> list[tuple[Grade, str]]:
    return [(finding.grade, finding.says) for finding in findings if finding.about == name]


def wrong(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.grade is Grade.WRONG]


async def test_in_the_sandbox_with_nothing_yet_nothing_is_wrong(tmp_path: Path):
    settings = read_settings(_env_file=None, ftrag_data=tmp_path)

    findings = await check_up(settings)

    assert wrong(findings) == []
    assert {finding.about for finding in findings} >= {"Mode", "Rules", "Time zones", "Manifest", "Database", "Slack"}


async def test_a_bot_with_all_it_may_ask_for_is_well(sqlite_url: str, tmp_path: Path):
    async with Sandbox.open(app=AppConfig(scopes=frozenset(SCOPES))) as sandbox:
        findings = await check_up(settings_for(Mode.SOCKET, sandbox, sqlite_url, tmp_path))

    assert wrong(findings) == []
    assert about(findings, "Scopes") == []
    assert about(findings, "SLACK_APP_TOKEN") == [(Grade.WELL, "opens a Socket Mode connection")]


async def test_an_optional_scope_that_is_not_granted_says_what_it_would_add(sqlite_url: str, tmp_path: Path):
    app = AppConfig(scopes=frozenset(SCOPES) - {"files:write"})
    async with Sandbox.open(app=app) as sandbox:
        findings = await check_up(settings_for(Mode.HTTP, sandbox, sqlite_url, tmp_path))

    assert about(findings, "Scopes") == [
        (Grade.NOTE, "files:write is not granted; it would add: pictures and decision records as files")
    ]


async def test_a_required_scope_that_is_missing_is_wrong(sqlite_url: str, tmp_path: Path):
    app = AppConfig(scopes=frozenset(SCOPES) - {"chat:write"})
    async with Sandbox.open(app=app) as sandbox:
        findings = await check_up(settings_for(Mode.HTTP, sandbox, sqlite_url, tmp_path))

    assert [finding.about for finding in wrong(findings)] == ["Scopes"]


@pytest.mark.parametrize(
    ("more", "name"),
    [({"slack_bot_token": "xoxb-wrong"}, "SLACK_BOT_TOKEN"), ({"slack_app_token": "xapp-wrong"}, "SLACK_APP_TOKEN")],
)
async def test_a_token_that_slack_does_not_take_is_wrong(more: dict, name: str, sqlite_url: str, tmp_path: Path):
    async with Sandbox.open() as sandbox:
        findings = await check_up(settings_for(Mode.SOCKET, sandbox, sqlite_url, tmp_path, **more))

    assert [finding.about for finding in wrong(findings)] == [name]


@pytest.mark.parametrize("mode", [Mode.SOCKET, Mode.HTTP, Mode.OAUTH])
async def test_a_slack_that_cannot_be_reached_is_said_to_be_so(mode: Mode, sqlite_url: str, tmp_path: Path):
    async with Sandbox.open() as sandbox:
        settings = settings_for(mode, sandbox, sqlite_url, tmp_path)

    findings = wrong(await check_up(settings))

    assert findings
    assert all("cannot be reached" in finding.says for finding in findings)


async def test_tables_of_an_older_release_are_wrong_and_left_as_they_are(tmp_path: Path):
    path = tmp_path / "empty.db"
    path.touch()
    settings = read_settings(_env_file=None, ftrag_data=tmp_path, database_url=f"sqlite:///{path}")

    findings = await check_up(settings)

    assert ["ftrag migrate" in finding.says for finding in wrong(findings)] == [True]


async def test_a_damaged_database_is_wrong(tmp_path: Path):
    path = tmp_path / "ftrag.db"
    path.write_bytes(b"this is no database" * 1000)
    settings = read_settings(_env_file=None, ftrag_data=tmp_path, database_url=f"sqlite:///{path}")

    assert [finding.about for finding in wrong(await check_up(settings))] == ["Database"]


async def test_messages_of_which_nobody_knows_are_listed(sqlite_storage: Storage, sqlite_url: str, tmp_path: Path):
    async with open_desk(sqlite_storage, history=False) as desk:
        desk.sandbox.fail("chat.postEphemeral", "cut_after")
        await desk.do(desk.row(DeliveryMethod.EPHEMERAL, user="U0ANA"))
        findings = await check_up(settings_for(Mode.HTTP, desk.sandbox, sqlite_url, tmp_path))

    assert [says[:47] for _, says in about(findings, "Messages")] == ["1 of workspace T0SANDBOX may or may not have be"]


async def test_with_many_workspaces_each_is_listed_that_has_such_messages(
    sqlite_storage: Storage, sqlite_url: str, tmp_path: Path
):
    for team in ("T1", "T2", "T3"):
        one = delivery(f"of-{team}", tenant=Tenant(team=team))
        await sqlite_storage.remember(change(tenant=one.tenant, deliveries=[one]))
    for row in await sqlite_storage.outbox.claim("one", NOON, 9, MINUTE):
        ended = "sent" if row.tenant.team == "T2" else "unknown"
        await sqlite_storage.outbox.finish(row.id, "one", ended, at=NOON)

    async with Sandbox.open() as sandbox:
        findings = await check_up(settings_for(Mode.OAUTH, sandbox, sqlite_url, tmp_path))

    assert [says[:17] for _, says in about(findings, "Messages")] == ["1 of workspace T1", "1 of workspace T3"]


async def test_no_secret_is_in_what_is_said(tmp_path: Path):
    secrets = {"slack_bot_token": "xoxb-canary", "slack_app_token": "xapp-canary"}
    address = {"database_url": "postgresql://user:canary@127.0.0.1:1/none", "slack_api_url": "http://127.0.0.1:1/"}
    settings: Settings = read_settings(_env_file=None, ftrag_data=tmp_path, **secrets, **address)

    assert "canary" not in " ".join(finding.says for finding in await check_up(settings))


async def test_a_key_that_others_can_read_is_wrong(tmp_path: Path, sqlite_url: str):
    async with Sandbox.open() as sandbox, open_storage(sqlite_url):
        settings = settings_for(Mode.OAUTH, sandbox, sqlite_url, tmp_path)
        before = about(await check_up(settings), "Encryption key")
        (tmp_path / "encryption.key").write_text("x")
        (tmp_path / "encryption.key").chmod(0o644)
        after = about(await check_up(settings), "Encryption key")

    assert [grade for grade, _ in before + after] == [Grade.NOTE, Grade.WRONG]
