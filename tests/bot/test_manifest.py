"""manifest.yml: within Slack's documented limits, and the same as what the bot listens to and asks for."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.cli.checkup import manifest_faults
from bot.ids import COMMAND, Shortcut
from bot.parse import event
from bot.slack.scopes import OPTIONAL, REQUIRED
from tests.tables import each

PATH = Path(__file__).parent.parent.parent / "manifest.yml"
TEXT = PATH.read_text()
MANIFEST: dict[str, Any] = yaml.safe_load(TEXT)
FEATURES, SETTINGS = MANIFEST["features"], MANIFEST["settings"]
SCOPES = MANIFEST["oauth_config"]["scopes"]

KNOWN = {
    "": {"_metadata", "display_information", "features", "oauth_config", "settings"},
    "display_information": {"name", "description", "long_description", "background_color"},
    "features": {"bot_user", "app_home", "slash_commands", "shortcuts"},
    "features.app_home": {"home_tab_enabled", "messages_tab_enabled", "messages_tab_read_only_enabled"},
    "settings": {
        "event_subscriptions",
        "interactivity",
        "org_deploy_enabled",
        "socket_mode_enabled",
        "token_rotation_enabled",
    },
}
"""Slack refuses unknown keys; these are the ones used."""

NEEDS = {
    "app_home_opened": None,
    "app_uninstalled": None,
    "tokens_revoked": None,
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
}
"""Every event with the scope without which Slack does not send it."""


@each(
    ("value", "least", "most"),
    [
        (MANIFEST["display_information"]["name"], 1, 35),
        (MANIFEST["display_information"]["description"], 1, 140),
        (MANIFEST["display_information"]["long_description"], 175, 4000),
        (FEATURES["bot_user"]["display_name"], 1, 80),
        *((command["command"], 2, 32) for command in FEATURES["slash_commands"]),
        *((command["description"], 1, 2000) for command in FEATURES["slash_commands"]),
        *((command["usage_hint"], 1, 1000) for command in FEATURES["slash_commands"]),
        *((shortcut["name"], 1, 24) for shortcut in FEATURES["shortcuts"]),
        *((shortcut["description"], 1, 150) for shortcut in FEATURES["shortcuts"]),
        *((shortcut["callback_id"], 1, 255) for shortcut in FEATURES["shortcuts"]),
    ],
)
def test_every_text_is_within_slacks_limits(value: str, least: int, most: int):
    assert least <= len(value) <= most


@pytest.mark.parametrize("place", KNOWN)
def test_there_are_no_keys_but_known_ones(place: str):
    found: Any = MANIFEST
    for part in filter(None, place.split(".")):
        found = found[part]

    assert set(found) <= KNOWN[place]


def test_it_is_for_socket_mode_and_names_no_address():
    assert SETTINGS["socket_mode_enabled"] is True
    assert "url:" not in re.sub(r"#.*", "", TEXT)
    assert re.fullmatch(r"#[0-9a-f]{6}", MANIFEST["display_information"]["background_color"])


def test_it_fits_the_code():
    assert manifest_faults(MANIFEST) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda m: m["features"]["slash_commands"].pop(), "slash commands"),
        (lambda m: m["features"]["shortcuts"].pop(), "shortcuts"),
        (lambda m: m["oauth_config"]["scopes"]["bot"].append("admin"), "bot scopes"),
        (lambda m: m["oauth_config"]["scopes"]["bot_optional"].pop(), "optional scopes"),
    ],
)
def test_what_does_not_fit_the_code_is_named(change, said: str):
    changed = yaml.safe_load(TEXT)
    change(changed)

    assert [fault.split(":")[0] for fault in manifest_faults(changed)] == [said]


def test_the_command_and_the_shortcuts_are_the_ones_that_are_parsed():
    assert [command["command"] for command in FEATURES["slash_commands"]] == [COMMAND]
    assert {s["callback_id"]: s["type"] for s in FEATURES["shortcuts"]} == {
        Shortcut.ASSESS: "global",
        Shortcut.LOG_FAILURE: "message",
        Shortcut.READ_RESULTS: "message",
    }


def test_every_event_has_its_scope_and_every_history_scope_its_event():
    events = SETTINGS["event_subscriptions"]["bot_events"]
    granted = set(SCOPES["bot"]) | set(SCOPES["bot_optional"])

    assert set(events) == set(NEEDS)
    assert {scope for scope in NEEDS.values() if scope} <= granted
    assert len(events) == len(set(events))


@pytest.mark.parametrize(
    "name", ["app_home_opened", "app_mention", "app_uninstalled", "message.channels", "tokens_revoked"]
)
def test_every_event_that_is_asked_for_is_understood(name: str):
    body = {
        "type": "event_callback",
        "event_id": "Ev1",
        "team_id": "T1",
        "authorizations": [{"team_id": "T1", "user_id": "UBOT", "is_bot": True}],
        "event": {
            "type": name.partition(".")[0],
            "user": "U1",
            "channel": "C1",
            "ts": "1.1",
            "thread_ts": "1.0",
            "text": "weekly",
            "tab": "home",
            "tokens": {"bot": ["UBOT"]},
        },
    }

    assert event(body) is not None


def test_the_required_scopes_are_three_and_each_scope_says_what_it_is_for():
    said = dict(re.findall(r"^ +- ([a-z_]+:?[a-z.]*) # (.+)$", TEXT, re.MULTILINE))

    assert len(SCOPES["bot"]) == 3
    assert {scope: said.get(scope) for scope in (*REQUIRED, *OPTIONAL)} == {**REQUIRED, **OPTIONAL}


def test_no_scope_is_asked_for_that_the_marketplace_refuses():
    refused = re.compile(r"^(admin|identity)|search:read|canvases")

    assert [scope for scope in (*SCOPES["bot"], *SCOPES["bot_optional"]) if refused.search(scope)] == []


def test_the_procfile_names_the_three_processes():
    lines = (PATH.parent / "Procfile").read_text().splitlines()

    assert dict(line.split(": ", 1) for line in lines) == {
        "release": "python -m bot migrate",
        "web": "python -m bot serve",
        "worker": "python -m bot worker",
    }


def test_ci_calls_make_test():
    script = PATH.parent / ".ci" / "run"

    assert script.stat().st_mode & 0o111
    assert script.read_text().rstrip().endswith("make test")
