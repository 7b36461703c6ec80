"""The settings: which mode they choose, which mixes they refuse, and that nothing else reads or hides one."""

import re
from collections.abc import Callable
from itertools import chain, combinations
from pathlib import Path

import pytest

from bot.setup.settings import CREDENTIALS, NEEDS, Mode, Settings, SettingsError, read_settings, rules_file
from bot.setup.unread import unknown_names, unread_lines
from tests.tables import each

ROOT = Path(__file__).parent.parent.parent
NAMES = {name.upper() for name in Settings.model_fields}
VALUES = {"SLACK_BOT_TOKEN": "xoxb-canary-1", "SLACK_APP_TOKEN": "xapp-canary-2", "SLACK_SIGNING_SECRET": "canary-3"}


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def put(monkeypatch: pytest.MonkeyPatch, *names: str):
    for name in names:
        monkeypatch.setenv(name, VALUES.get(name, "canary-9"))


def test_nothing_set_is_the_sandbox_on_this_machine():
    settings = read_settings()

    assert settings.mode is Mode.SANDBOX
    assert (settings.listen_host, settings.listen_port) == ("127.0.0.1", 3000)
    assert settings.database == "sqlite:///data/ftrag.db"


@pytest.mark.parametrize("mode", NEEDS)
def test_each_way_to_run_is_chosen_by_exactly_its_own_credentials(mode: Mode, monkeypatch: pytest.MonkeyPatch):
    put(monkeypatch, *NEEDS[mode])

    assert read_settings().mode is mode


MIXES = [
    frozenset(mix)
    for mix in chain.from_iterable(combinations(CREDENTIALS, size) for size in range(1, len(CREDENTIALS) + 1))
    if frozenset(mix) not in NEEDS.values()
]


@pytest.mark.parametrize("mix", MIXES, ids=lambda mix: "+".join(sorted(mix)))
def test_any_other_mix_names_what_is_missing_or_superfluous_and_shows_no_value(
    mix: frozenset[str], monkeypatch: pytest.MonkeyPatch
):
    put(monkeypatch, *mix)

    with pytest.raises(SettingsError) as refused:
        read_settings()

    said = str(refused.value)
    assert "missing" in said or "superfluous" in said
    assert any(name in said for name in CREDENTIALS)
    assert "canary" not in said
    assert "\n" not in said


def test_a_lone_bot_token_is_told_both_ways_on(monkeypatch: pytest.MonkeyPatch):
    put(monkeypatch, "SLACK_BOT_TOKEN")

    with pytest.raises(SettingsError, match=r"SLACK_APP_TOKEN is missing.*SLACK_SIGNING_SECRET is missing"):
        read_settings()


def test_tokens_in_each_others_place_are_noticed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xapp-1-canary")
    monkeypatch.setenv("SLACK_APP_TOKEN", "xoxb-canary")

    with pytest.raises(SettingsError) as refused:
        read_settings()

    assert str(refused.value).splitlines() == [
        "SLACK_BOT_TOKEN: it is another kind of token: this one starts with xoxb-.",
        "SLACK_APP_TOKEN: it is another kind of token: this one starts with xapp-.",
    ]


def test_another_api_without_tokens_is_superfluous(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SLACK_API_URL", "http://127.0.0.1:9/api/")

    with pytest.raises(SettingsError, match="SLACK_API_URL is superfluous"):
        read_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "three thousand"),
        ("DATABASE_URL", "mysql://u:canary@h/n"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("FTRAG_WORKER", "both"),
        ("LOG_LEVEL", "loud"),
        ("FTRAG_FAILPOINT", "somewhere:kill"),
        ("FTRAG_PUBLIC_URL", "ftrag.example.com"),
    ],
)
def test_a_value_that_cannot_be_used_is_one_sentence_with_the_settings_name(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError) as refused:
        read_settings()

    assert str(refused.value).startswith(f"{name}: ")
    assert "canary" not in str(refused.value)


@each(
    ("name", "value", "says"),
    [
        ("PORT", "three", "PORT: it has to be a whole number from 1 to 65535."),
        ("PORT", "0", "PORT: it has to be a whole number from 1 to 65535."),
        ("FTRAG_KEEP_UNHEARD", "please", "FTRAG_KEEP_UNHEARD: it has to be 1, or not set."),
        ("FTRAG_WORKER", "both", "FTRAG_WORKER: it has to be embedded or separate."),
        ("LOG_LEVEL", "loud", "LOG_LEVEL: it has to be DEBUG, INFO, WARNING or ERROR."),
        ("FTRAG_LLM_URL", "here", "FTRAG_LLM_URL: it has to be a whole address such as http://127.0.0.1:8000/v1."),
    ],
)
def test_it_says_what_the_value_has_to_be_and_no_word_of_a_parser(name: str, value: str, says: str):
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(name, value)
        with pytest.raises(SettingsError) as refused:
            read_settings()

    assert str(refused.value) == says


def test_what_is_set_in_vain_is_named_with_the_nearest_setting_and_shows_no_value(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A mistyped token left the bot in its sandbox, and every check was well."""
    monkeypatch.setenv("FTRAG_DATTA", "canary-1")
    monkeypatch.setenv("SLACK_HOOK_OF_ANOTHER_PROGRAM", "canary-2")
    file = tmp_path / ".env"
    file.write_text("SLACK_BOT_TOKN=canary-3\nPORT=3100\nFTRAG_ZONE Europe/Berlin\n")

    assert unknown_names(file) == [
        "FTRAG_DATTA is no setting and takes no effect; the nearest is FTRAG_DATA.",
        "SLACK_HOOK_OF_ANOTHER_PROGRAM is no setting and takes no effect.",
        "SLACK_BOT_TOKN is no setting and takes no effect; the nearest is SLACK_BOT_TOKEN.",
    ]
    assert unread_lines(file) == [".env, line 3, cannot be read and takes no effect: write NAME=value."]
    assert (unread_lines(tmp_path / "none"), unread_lines(tmp_path)) == ([], [])


def test_an_empty_setting_counts_as_not_set(monkeypatch: pytest.MonkeyPatch):
    for name in NAMES:
        monkeypatch.setenv(name, "")

    assert read_settings() == Settings()


def test_dot_env_is_read_and_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / ".env").write_text("PORT=4001\nHOST=127.0.0.2\n")
    monkeypatch.setenv("PORT", "4002")

    settings = read_settings()

    assert (settings.listen_host, settings.listen_port) == ("127.0.0.2", 4002)


def test_http_is_reached_from_outside_unless_host_says_otherwise(monkeypatch: pytest.MonkeyPatch):
    put(monkeypatch, *NEEDS[Mode.HTTP])

    assert read_settings().listen_host == "0.0.0.0"
    assert read_settings(host="127.0.0.1").listen_host == "127.0.0.1"


@pytest.mark.parametrize("mode", NEEDS)
def test_no_secret_shows_in_the_settings_nor_in_the_connection(mode: Mode, monkeypatch: pytest.MonkeyPatch):
    put(monkeypatch, *(NEEDS[mode] - {"SLACK_CLIENT_ID"}), "FTRAG_ENCRYPTION_KEY", "FTRAG_METRICS_TOKEN")
    if "SLACK_CLIENT_ID" in NEEDS[mode]:
        monkeypatch.setenv("SLACK_CLIENT_ID", "not-secret")

    settings = read_settings()

    assert "canary" not in f"{settings!r} {settings} {settings.connection()!r} {settings.model_dump()}"


def named_in(document: str) -> set[str]:
    pattern = r"\b(?:FTRAG|SLACK|LOG)_[A-Z_]+\b|\b(?:HOST|PORT|DATABASE_URL)\b"
    return set(re.findall(pattern, (ROOT / document).read_text()))


def test_the_example_names_every_setting_and_no_other():
    assert named_in(".env.example") == NAMES


def test_the_readme_names_no_setting_that_is_none_and_with_its_table_every_one():
    named = named_in("README.md")

    assert named <= NAMES
    assert named == NAMES or "FTRAG_DATA" not in named


def test_nothing_but_the_settings_reads_the_environment():
    readers = {
        str(path.relative_to(ROOT))
        for room in ("bot", "storage", "rules")
        for path in (ROOT / room).rglob("*.py")
        if re.search(r"os\.environ|getenv", path.read_text())
    }

    # What is set in vain is looked for by its name.
    # bot.app hides SLACK_* from Bolt; the sandbox served alone is a program of its own, with a PORT
    assert readers <= {"bot/app.py", "bot/setup/unread.py", "bot/sandbox/__main__.py"}


@pytest.mark.parametrize("read", [read_settings, rules_file])
def test_an_env_file_that_is_not_utf_8_has_its_sentence(
    read: Callable[[], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes("FTRAG_RULES=München.toml".encode("utf-16"))

    with pytest.raises(SettingsError, match=r"^\.env is not UTF-8: save it anew"):
        read()
