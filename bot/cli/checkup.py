"""What has to be right for the bot to work, looked at without changing anything; behind `ftrag doctor`."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from bot.cli import disk
from bot.delivery import SlackAnswer, Wire
from bot.ids import COMMAND, Shortcut
from bot.setup.keys import key_file
from bot.setup.rulebook import RulebookError, read_rulebook
from bot.setup.settings import SLACK, Mode, Settings
from bot.slack.scopes import OPTIONAL, REQUIRED, SCOPES
from storage import Storage, open_storage, version_advice
from storage.errors import StorageError

MANIFEST = Path(__file__).parent.parent.parent / "manifest.yml"
_POSTGRESQL = "PostgreSQL"
_UNREACHED = frozenset({"unreachable", "timeout", "cut", "not_json", "no_error_given"})


class Grade(StrEnum):
    """How a finding is."""

    WELL = "well"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    grade: Grade
    about: str
    says: str


async def check_up(settings: Settings) -> list[Finding]:
    """Look at everything, whatever is wrong with the rest."""
    findings = [
        Finding(Grade.WELL, "Mode", _mode(settings)),
        _results(settings),
        _rules(settings),
        _zones(),
        *_manifest(),
    ]
    findings += [finding async for finding in _database(settings)]
    findings += [finding async for finding in _slack(settings)]
    if settings.mode is Mode.OAUTH:
        findings.append(_key(settings))
    return findings


def _mode(settings: Settings) -> str:
    if settings.mode is Mode.SANDBOX:
        return "the sandbox on this machine, since no Slack credentials are set"
    return f"{settings.mode}, at {settings.slack_api_url}" if settings.slack_api_url != SLACK else str(settings.mode)


def _results(settings: Settings) -> Finding:
    """Where pipelines post results."""
    if settings.mode is Mode.SOCKET and settings.port is None:
        says = "not served: set PORT, and pipelines can post results at POST /results"
        return Finding(Grade.NOTE, "Results", says)
    at = settings.ftrag_public_url or f"http://{settings.listen_host}:{settings.listen_port}/"
    return Finding(Grade.WELL, "Results", f"pipelines post them at {at}results, with a token from /ftrag results")


def _rules(settings: Settings) -> Finding:
    try:
        framework = read_rulebook(settings.ftrag_rules)
    except RulebookError as error:
        return Finding(Grade.WRONG, "Rules", " · ".join(str(error).splitlines()))
    own = f" with {settings.ftrag_rules}" if settings.ftrag_rules else ""
    return Finding(Grade.WELL, "Rules", f"version {framework.version}, {framework.digest}{own}")


def _zones() -> Finding:
    try:
        data = f"tzdata {version('tzdata')}"
    except PackageNotFoundError:
        data = "the system's zone data"
    try:
        for name in ("Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Sao_Paulo"):
            ZoneInfo(name)
    except ZoneInfoNotFoundError as error:
        return Finding(Grade.WRONG, "Time zones", f"{error}. Install tzdata: pip install tzdata.")
    return Finding(Grade.WELL, "Time zones", data)


def _manifest() -> list[Finding]:
    """Whether manifest.yml describes the bot that runs here."""
    try:
        manifest = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
        faults = manifest_faults(manifest)
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        return [Finding(Grade.WRONG, "Manifest", f"manifest.yml cannot be read ({type(error).__name__}).")]
    if faults:
        return [Finding(Grade.WRONG, "Manifest", fault) for fault in faults]
    return [Finding(Grade.WELL, "Manifest", "manifest.yml fits this release")]


def manifest_faults(manifest: Any) -> list[str]:
    """What in the manifest differs from what the bot listens to and asks for."""
    features, scopes = manifest["features"], manifest["oauth_config"]["scopes"]
    commands = {command["command"] for command in features["slash_commands"]}
    shortcuts = {shortcut["callback_id"] for shortcut in features["shortcuts"]}
    pairs = (
        ("slash commands", commands, {COMMAND}),
        ("shortcuts", shortcuts, {str(shortcut) for shortcut in Shortcut}),
        ("bot scopes", set(scopes["bot"]), set(REQUIRED)),
        ("optional scopes", set(scopes["bot_optional"]), set(OPTIONAL)),
    )
    return [
        f"{what}: manifest.yml has {_list(found)}, this release needs {_list(needed)}."
        for what, found, needed in pairs
        if found != needed
    ]


def disk_findings(folder: Path) -> list[Finding]:
    """What is wrong with the disk on which the database lies, or will."""
    while not folder.exists():
        folder = folder.parent
    if disk.is_read_only(folder):
        return [Finding(Grade.WRONG, "Disk", f"{folder} takes no writes: move the data, or mount it for writing.")]
    findings = []
    free = disk.free_bytes(folder)
    if free < disk.LEAST:
        left = f"{free / 1_048_576:.0f} MB" if free else "nothing"
        says = f"{left} is free in {folder}: make room, at least {disk.LEAST // 1_048_576} MB."
        findings.append(Finding(Grade.WRONG, "Disk", says))
    kind = disk.file_system(folder)
    if kind in disk.NETWORK:
        says = (
            f"{folder} is on a network ({kind}), where SQLite can lose what it saved: "
            "use a disk of this machine, or PostgreSQL."
        )
        findings.append(Finding(Grade.WRONG, "Disk", says))
    return findings


async def _database(settings: Settings) -> AsyncIterator[Finding]:
    where = _database_name(settings)
    for finding in _under(where):
        yield finding
    if _is_to_come(where):
        yield Finding(Grade.NOTE, "Database", f"{where} is not there yet; `ftrag migrate` or the first start makes it")
        return
    try:
        async with open_storage(settings.database) as storage:
            schema = await storage.schema()
            if not schema.is_current:
                says = f"{where} has the tables of {schema.current or 'no release'}: run `ftrag migrate`."
                yield Finding(Grade.WRONG, "Database", says)
                return
            for problem in (await storage.integrity())[:3]:
                yield Finding(Grade.WRONG, "Database", f"{where} is damaged ({problem}): restore the latest backup.")
            yield Finding(Grade.WELL, "Database", f"{where}, tables at {schema.head}")
            advice = version_advice() if storage.engine == "sqlite" else None
            if advice:
                yield Finding(Grade.NOTE, "SQLite", advice)
            async for finding in _unknown(storage):
                yield finding
    except StorageError as error:
        told = str(error).removesuffix(" Nothing was saved.")
        says = (
            f"{told} See that it runs, and that DATABASE_URL names it." if where == _POSTGRESQL else f"{where}: {told}"
        )
        yield Finding(Grade.WRONG, "Database", says)


def _database_name(settings: Settings) -> str:
    """The file, or the engine: an address may hold a password."""
    is_file = settings.database.startswith("sqlite:///")
    return settings.database.removeprefix("sqlite:///") if is_file else _POSTGRESQL


def _under(where: str) -> list[Finding]:
    return [] if where == _POSTGRESQL else disk_findings(Path(where).absolute().parent)


def _is_to_come(where: str) -> bool:
    return where != _POSTGRESQL and not Path(where).exists()


async def _slack(settings: Settings) -> AsyncIterator[Finding]:
    connection = settings.connection()
    if connection.mode is Mode.SANDBOX:
        yield Finding(Grade.NOTE, "Slack", "no credentials are set; see .env.example for the three ways to connect")
        return
    wire = Wire(connection.api_url)
    try:
        if connection.bot_token:
            answer = await wire.call("auth.test", connection.bot_token, {})
            for finding in _token_findings(answer):
                yield finding
        if connection.app_token:
            yield _app_token_finding(await wire.call("apps.connections.open", connection.app_token, {}))
        if connection.mode is Mode.OAUTH:
            yield _reach_finding(await wire.call("api.test", None, {}))
    finally:
        await wire.close()


def _token_findings(answer: SlackAnswer) -> list[Finding]:
    if not answer.ok:
        return [_no_answer("SLACK_BOT_TOKEN", answer, "install the app and copy its bot token anew")]
    name = answer.text("team") or answer.text("team_id")
    findings = [Finding(Grade.WELL, "SLACK_BOT_TOKEN", f"speaks as {answer.text('user')} in {name}")]
    if not answer.scopes:
        return [*findings, Finding(Grade.NOTE, "Scopes", "Slack did not say what the token may")]
    missing = [scope for scope in REQUIRED if scope not in answer.scopes]
    if missing:
        says = f"{_list(set(missing))} missing: install the app again with manifest.yml."
        findings.append(Finding(Grade.WRONG, "Scopes", says))
    for scope, adds in OPTIONAL.items():
        if scope not in answer.scopes:
            findings.append(Finding(Grade.NOTE, "Scopes", f"{scope} is not granted; it would add: {adds}"))
    more = set(answer.scopes) - set(SCOPES)
    if more:
        findings.append(Finding(Grade.NOTE, "Scopes", f"{_list(more)} granted and not needed; they can go"))
    return findings


async def _unknown(storage: Storage) -> AsyncIterator[Finding]:
    """Messages of which nobody knows whether they were posted: a person may look, and send them after all."""
    for tenant, count, since in await storage.outbox.unknown_by_tenant():
        says = f"{count} of workspace {tenant.team} may or may not have been posted, since {since:%Y-%m-%d %H:%M} UTC"
        yield Finding(Grade.NOTE, "Messages", f"{says}; /ftrag status there lists them")


def _app_token_finding(answer: SlackAnswer) -> Finding:
    if answer.ok:
        return Finding(Grade.WELL, "SLACK_APP_TOKEN", "opens a Socket Mode connection")
    return _no_answer("SLACK_APP_TOKEN", answer, "make an app-level token with the scope connections:write")


def _reach_finding(answer: SlackAnswer) -> Finding:
    if answer.ok:
        return Finding(Grade.WELL, "Slack", "can be reached")
    return _no_answer("Slack", answer, "check the network")


def _no_answer(about: str, answer: SlackAnswer, remedy: str) -> Finding:
    if answer.error in _UNREACHED or answer.error.startswith("http_"):
        says = f"Slack cannot be reached ({answer.error}). Check the network and, if it is set, SLACK_API_URL."
        return Finding(Grade.WRONG, about, says)
    return Finding(Grade.WRONG, about, f"Slack does not take it ({answer.error}): {remedy}.")


def _key(settings: Settings) -> Finding:
    if settings.ftrag_encryption_key is not None:
        return Finding(Grade.WELL, "Encryption key", "FTRAG_ENCRYPTION_KEY is set")
    path = key_file(settings)
    if not path.exists():
        return Finding(Grade.NOTE, "Encryption key", f"{path} is made at the first start; keep a copy elsewhere")
    if path.stat().st_mode & 0o077:
        return Finding(Grade.WRONG, "Encryption key", f"others can read {path}: chmod 600 {path}.")
    return Finding(Grade.WELL, "Encryption key", f"{path}; keep a copy elsewhere, it is in no backup")


def _list(names: set[str]) -> str:
    return ", ".join(sorted(names)) or "none"
