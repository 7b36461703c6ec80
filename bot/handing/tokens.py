"""The tokens with which results are posted: how one is written, what it says of itself, and what is stored of it.

A token names its workspace and its id in the clear, so that it is looked up like everything else of a workspace, and
ends in 32 random bytes. Stored is the SHA-256 of the whole.
"""

import binascii
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from hmac import compare_digest
from typing import NamedTuple

from pydantic import ValidationError

from storage.records import ResultsToken, Tenant

_PREFIX = "ftrag"
_LONGEST = 500
BYTES = 32


class Named(NamedTuple):
    """What a token says of itself; it proves nothing."""

    tenant: Tenant
    id: str


def new_secret() -> str:
    """The random part."""
    return secrets.token_urlsafe(BYTES)


def written(tenant: Tenant, id_: str, secret: str) -> str:
    """The token as people copy it."""
    place = urlsafe_b64encode(f"{tenant.team}:{id_}".encode()).decode().rstrip("=")
    return f"{_PREFIX}.{place}.{secret}"


def named(token: str) -> Named | None:
    """The workspace and the id that a token names; None for what is no token."""
    prefix, _, rest = token.partition(".")
    place, _, secret = rest.partition(".")
    if prefix != _PREFIX or not secret or len(token) > _LONGEST:
        return None
    try:
        team, id_ = urlsafe_b64decode(place + "=" * (-len(place) % 4)).decode().split(":")
        return Named(Tenant(team=team), id_)
    except (binascii.Error, ValueError, ValidationError):
        return None


def digest_of(token: str) -> str:
    """What is stored of a token."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def is_good(token: str, stored: ResultsToken | None) -> bool:
    """Whether this is the stored token and nobody revoked it; takes as long for one that is not there."""
    right = compare_digest(digest_of(token), stored.digest if stored else digest_of(""))
    return right and stored is not None and stored.revoked_at is None
