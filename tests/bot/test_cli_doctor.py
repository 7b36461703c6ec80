"""`ftrag doctor`: what is wrong is said with what to do, and nothing that is well is called wrong."""

from contextlib import suppress
from pathlib import Path

import pytest

from bot.cli.checkup import Finding, Grade, check_up, disk_findings
from bot.cli.disk import file_system
from bot.sandbox.app_config import AppConfig
from bot.sandbox.person import Sandbox
from bot.setup.settings import Mode, Settings, read_settings
from bot.slack.scopes import SCOPES
from storage import Storage, open_storage
from storage.records import Tenant
from tests.bot.desk import open_desk
from tests.bot.served import settings_for
from tests.disks import make_read_only, small_disk
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
        desk.sandbox.fail("chat.postMessage", "cut_after")
        await desk.do(desk.row())
        await desk.later(10)
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


async def test_a_postgresql_that_cannot_be_reached_is_told_with_host_port_and_reason(tmp_path: Path):
    address = "postgresql://user:canary@127.0.0.1:1/none"
    settings = read_settings(_env_file=None, ftrag_data=tmp_path, database_url=address)

    (finding,) = wrong(await check_up(settings))

    assert finding.says.startswith("PostgreSQL at 127.0.0.1, port 1, cannot be used: Connection refused. See that it")


def test_a_disk_that_is_full_or_takes_no_writes_is_wrong(tmp_path: Path):
    with small_disk(tmp_path / "disk") as disk:
        nearly = disk_findings(disk / "not" / "there" / "yet")
        with suppress(OSError):
            (disk / "large").write_bytes(b"x" * 9_000_000)
        full = disk_findings(disk)
        make_read_only(disk)
        read_only = disk_findings(disk)

    assert [finding.says for finding in nearly] == [f"8 MB is free in {disk}: make room, at least 64 MB."]
    assert [finding.says for finding in full] == [f"nothing is free in {disk}: make room, at least 64 MB."]
    assert [finding.says for finding in read_only] == [
        f"{disk} takes no writes: move the data, or mount it for writing."
    ]


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/", "ext4"), ("/srv/data/ftrag", "nfs4"), ("/srv/data two/x", "cifs"), ("/srv/database", "ext4")],
)
def test_the_file_system_under_a_folder_is_that_of_the_nearest_mount(folder: str, kind: str):
    mounts = "/dev/sda1 / ext4 rw 0 0\nhost:/x /srv/data nfs4 rw 0 0\nodd\n//host/y /srv/data\\040two cifs rw 0 0\n"

    assert file_system(Path(folder), mounts) == kind


def test_a_database_on_a_network_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"host:/x {tmp_path} nfs4 rw 0 0\n")
    monkeypatch.setattr("bot.cli.disk.MOUNTS", mounts)

    assert [(finding.grade, "nfs4" in finding.says) for finding in disk_findings(tmp_path)] == [(Grade.WRONG, True)]


def test_where_the_machine_does_not_say_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.cli.disk.MOUNTS", tmp_path / "none")

    assert file_system(tmp_path) == ""


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
