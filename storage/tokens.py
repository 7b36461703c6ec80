"""Slack tokens at rest: sealed with a key that stands outside the database, and bound to the tenant they belong to.

Several keys, separated by commas, make a change of key possible: the first one seals, all of them open. Where no token
is kept, with one workspace and its token in the settings, the library for it is not even loaded.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from storage.errors import BadKey
from storage.tenant import Tenant

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet


def new_encryption_key() -> str:
    """A fresh key."""
    from cryptography.fernet import Fernet  # noqa: PLC0415 - see the module's docstring

    return Fernet.generate_key().decode()


class Seal:
    """Seals and opens tokens. Without a key it refuses to do either."""

    def __init__(self, encryption_key: str | None) -> None:
        given = [key.strip() for key in (encryption_key or "").split(",") if key.strip()]
        self._fernet = _fernet(given) if given else None

    def close(self, tenant: Tenant, token: str) -> str:
        """The sealed token. Raises BadKey without a key."""
        text = json.dumps(["", tenant.team, token])
        return self._keys().encrypt(text.encode()).decode()

    def open(self, tenant: Tenant, sealed: str) -> str:
        """The token. Raises BadKey with no key, another key, or for a token that was put under another tenant."""
        from cryptography.fernet import InvalidToken  # noqa: PLC0415 - see the module's docstring

        try:
            text = self._keys().decrypt(sealed.encode())
        except InvalidToken:
            raise BadKey from None
        _organization, team, token = json.loads(text)  # older ones name the organization of their time
        if team != tenant.team:
            raise BadKey("The stored token belongs to another workspace. Install the app again.")
        return str(token)

    def _keys(self) -> MultiFernet:
        if self._fernet is None:
            raise BadKey("Tokens are stored only encrypted: give an encryption key.")
        return self._fernet


def _fernet(keys: list[str]) -> MultiFernet:
    from cryptography.fernet import Fernet, MultiFernet  # noqa: PLC0415 - see the module's docstring

    try:
        return MultiFernet([Fernet(key) for key in keys])
    except ValueError:
        raise BadKey("The encryption key is not one: it is 32 random bytes in URL-safe base64.") from None
