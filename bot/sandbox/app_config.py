"""What Slack knows of the app: its names, tokens, commands, shortcuts, scopes and events, read from its manifest."""

from dataclasses import dataclass, field
from typing import Any, Self

OPTIONAL_SCOPES = frozenset({"channels:history", "groups:history", "im:history"})
_READS = frozenset({"channels:read", "groups:read", "im:read", "users:read"})
_WRITES = frozenset({"commands", "chat:write", "im:write", "files:write", "files:read", "app_mentions:read"})
_EVENTS = frozenset(
    {
        "app_home_opened", "app_mention", "app_uninstalled", "tokens_revoked", "message.channels", "message.groups",
        "message.im", "channel_archive", "channel_rename", "member_joined_channel", "member_left_channel",
    }
)  # fmt: skip
_COMMAND = {
    "command": "/ftrag",
    "description": "Decide which AI architecture a feature needs",
    "usage_hint": "assess [name] | status | help",
}
_SHORTCUT = {"name": "Log an AI failure", "type": "message", "callback_id": "log_failure"}


@dataclass
class AppConfig:
    """The app as it is installed in the workspace."""

    name: str = "ftrag"
    app_id: str = "A0FTRAG"
    bot_user: str = "U0FTRAG"
    bot_id: str = "B0FTRAG"
    bot_token: str = "xoxb-sandbox"  # noqa: S105 - made up, good for this workspace only
    app_token: str = "xapp-sandbox"  # noqa: S105 - made up, good for this workspace only
    signing_secret: str = "sandbox-signing-secret"  # noqa: S105 - made up, good for this workspace only
    client_id: str = "0.sandbox"
    client_secret: str = "sandbox-client-secret"  # noqa: S105 - made up, good for this workspace only
    commands: list[dict[str, Any]] = field(default_factory=lambda: [dict(_COMMAND)])
    shortcuts: list[dict[str, Any]] = field(default_factory=lambda: [dict(_SHORTCUT)])
    scopes: frozenset[str] = _READS | _WRITES | OPTIONAL_SCOPES
    """The scopes that the bot token was granted."""
    events: frozenset[str] = _EVENTS
    """The bot events that the app subscribes to; each also needs its scope."""
    home_enabled: bool = True
    messages_tab_enabled: bool = True
    is_installed: bool = True

    @classmethod
    def from_manifest(cls, manifest: dict[str, Any], *, optional: bool = True) -> Self:
        """The app that a manifest describes, installed with or without its optional scopes."""
        features = manifest.get("features", {})
        scopes = manifest.get("oauth_config", {}).get("scopes", {})
        events = manifest.get("settings", {}).get("event_subscriptions", {}).get("bot_events", [])
        home = features.get("app_home", {})
        return cls(
            name=features.get("bot_user", {}).get("display_name", "ftrag"),
            commands=list(features.get("slash_commands", [])),
            shortcuts=list(features.get("shortcuts", [])),
            scopes=frozenset(scopes.get("bot", [])) | frozenset(scopes.get("bot_optional", []) if optional else []),
            events=frozenset(events),
            home_enabled=bool(home.get("home_tab_enabled", False)),
            messages_tab_enabled=bool(home.get("messages_tab_enabled", False)),
        )

    def command(self, name: str) -> dict[str, Any] | None:
        """The slash command of that name."""
        return next((command for command in self.commands if command["command"] == name), None)

    def shortcut(self, callback_id: str) -> dict[str, Any] | None:
        """The shortcut of that name."""
        return next((shortcut for shortcut in self.shortcuts if shortcut["callback_id"] == callback_id), None)
