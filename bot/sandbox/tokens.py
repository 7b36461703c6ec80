"""The tokens of the workspace: who they speak for, what they may, and whether they still hold."""

import secrets
from dataclasses import dataclass

from bot.sandbox.app_config import AppConfig
from bot.sandbox.errors import SlackError


@dataclass(frozen=True)
class Token:
    """What a valid token stands for."""

    kind: str
    """bot or app."""
    scopes: frozenset[str]


class Tokens:
    """Which tokens are good, and for what. A new installation brings a new bot token."""

    def __init__(self, app: AppConfig) -> None:
        self._app = app
        self._bot_tokens = {app.bot_token}
        self._codes: dict[str, frozenset[str]] = {}
        self.revoked: set[str] = set()

    def read(self, token: str) -> Token:
        """What the token stands for. Raises SlackError as Slack answers a missing, unknown or dead one."""
        if not token:
            raise SlackError("not_authed")
        if token in self.revoked:
            raise SlackError("token_revoked")
        if token == self._app.app_token:
            return Token("app", frozenset({"connections:write"}))
        if token not in self._bot_tokens:
            raise SlackError("invalid_auth")
        if not self._app.is_installed:
            raise SlackError("account_inactive")
        return Token("bot", self._app.scopes)

    def revoke_bots(self) -> None:
        """End every bot token."""
        self.revoked |= self._bot_tokens

    def restore(self) -> None:
        """Make the first bot token good again, as after a new installation with the same token."""
        self.revoked.clear()

    def issue_code(self, scopes: frozenset[str]) -> str:
        """A code that oauth.v2.access exchanges, once."""
        code = secrets.token_urlsafe(18)
        self._codes[code] = scopes
        return code

    def exchange_code(self, code: str) -> str:
        """A new bot token for a code."""
        scopes = self._codes.pop(code, None)
        if scopes is None:
            raise SlackError("invalid_code")
        token = f"xoxb-sandbox-{secrets.token_hex(8)}"
        self._app.scopes = scopes or self._app.scopes
        self._app.is_installed = True
        self._bot_tokens.add(token)
        return token
