"""Who acted, where, and in whose workspace: the same for every payload."""

from hashlib import sha256
from typing import Any

from bot.parse.shapes import Interaction
from storage.records import Tenant

_KEY_LIMIT = 200


def tenant_of(enterprise: str | None, team: str | None) -> Tenant | None:
    """The workspace; for an org-wide installation without a team the organization. None where neither is named."""
    owner = team or enterprise
    return Tenant(enterprise=enterprise or "", team=owner) if owner else None


def inbox_key(*parts: str) -> str:
    """A key under which a repeat of the same payload is known; long ones are folded."""
    key = ":".join(parts)
    return key if len(key) <= _KEY_LIMIT else f"{parts[0]}:{sha256(key.encode()).hexdigest()}"


def is_direct(channel: str) -> bool:
    """Whether the channel is a direct message."""
    return channel.startswith("D")


def about(payload: Interaction, tenant: Tenant, key: str) -> dict[str, Any]:
    """What every command says, taken from a click, a submit or a shortcut."""
    container = payload.container.channel_id if payload.container else None
    channel = payload.channel.id if payload.channel else container or ""
    return {
        "tenant": tenant,
        "actor": payload.user.id,
        "channel": channel,
        "is_direct": is_direct(channel),
        "inbox_key": key,
        "response_url": payload.response_url,
    }


def tenant_of_interaction(payload: Interaction) -> Tenant | None:
    """The workspace in which somebody clicked or submitted."""
    team = payload.team
    enterprise = payload.enterprise.id if payload.enterprise else team.enterprise_id if team else None
    return tenant_of(enterprise, team.id if team else None)


def is_foreign(payload: Interaction, tenant: Tenant) -> bool:
    """Whether the person belongs to another workspace or organization (Slack says the installed team in `team`)."""
    home = payload.user.team_id
    if home is None or home in {tenant.team, tenant.enterprise}:
        return False
    return not tenant.enterprise or payload.user.enterprise_id != tenant.enterprise
