"""Slack tokens at rest: sealed with a key that stands outside the database, and bound to the tenant they belong to.

Several keys, separated by commas, make a change of key possible: the first one seals, all of them open.
"""

import json

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from storage.errors import BadKey
from storage.tenant import Tenant


def new_encryption_key() -> str:
    """A fresh key."""
    return Fernet.generate_key().decode()


class Seal:
    """Seals and opens tokens. Without a key it refuses to do either."""

    def __init__(self, encryption_key: str | None) -> None:
        given = [key.strip() for key in (encryption_key or "").split(",") if key.strip()]
        try:
            self._fernet = MultiFernet([Fernet(key) for key in given]) if given else None
        except ValueError:
            raise BadKey("The encryption key is not one: it is 32 random bytes in URL-safe base64.") from None

    def close(self, tenant: Tenant, token: str) -> str:
        """The sealed token. Raises BadKey without a key."""
        text = json.dumps([tenant.enterprise, tenant.team, token])
        return self._keys().encrypt(text.encode()).decode()

    def open(self, tenant: Tenant, sealed: str) -> str:
        """The token. Raises BadKey with no key, another key, or for a token that was put under another tenant."""
        try:
            text = self._keys().decrypt(sealed.encode())
        except InvalidToken:
            raise BadKey from None
        enterprise, team, token = json.loads(text)
        if (enterprise, team) != (tenant.enterprise, tenant.team):
            raise BadKey("The stored token belongs to another workspace. Install the app again.")
        return str(token)

    def _keys(self) -> MultiFernet:
        if self._fernet is None:
            raise BadKey("Tokens are stored only encrypted: give an encryption key.")
        return self._fernet
