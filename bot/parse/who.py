"""Who acted, where, and in whose workspace: the same for every payload."""

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from bot.commands import CommandBase, OutOfDate
from bot.parse.shapes import Interaction
from storage.records import Tenant

_KEY_LIMIT = 200
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Workspace(NamedTuple):
    """A workspace, which owns what is stored, and the organization that it belongs to just now ("" for none).

    Workspaces join organizations and leave them, so the organization only says whose colleague somebody is.
    """

    tenant: Tenant
    enterprise: str

    def is_home_of(self, team: str | None, enterprise: str | None) -> bool:
        """Whether somebody of this workspace (or organization, which may stand in its place) is one of ours."""
        if team is None or team in {self.tenant.team, self.enterprise}:
            return True
        return bool(self.enterprise) and enterprise == self.enterprise


def workspace_of(enterprise: str | None, team: str | None) -> Workspace | None:
    """The workspace. None where none is named, as on an org-wide installation: a tenant's key is never a guess."""
    return Workspace(Tenant(team=team), enterprise or "") if team else None


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


def workspace_of_interaction(payload: Interaction) -> Workspace | None:
    """The workspace in which somebody clicked or submitted: that of the installation.

    A modal that a partner submits from a shared channel names two: theirs in `team`, ours in the view. Of which
    organization ours is, it does not say then, nor does it matter: whoever is not of this workspace is refused.
    """
    team = payload.team
    installed = payload.view.app_installed_team_id if payload.view else None
    if installed is not None and installed.startswith("T") and installed != (team.id if team else None):
        return workspace_of(None, installed)
    enterprise = payload.enterprise.id if payload.enterprise else team.enterprise_id if team else None
    return workspace_of(enterprise, team.id if team else None)


def sender(body: Mapping[str, Any]) -> CommandBase | None:
    """Who sent a click, submit, shortcut or command that is otherwise odd, and where they can be told so."""
    user = _id_at(body, "user", "id") or _id_at(body, "user_id")
    team = _id_at(body, "team", "id") or _id_at(body, "team_id") or _own_team(body)
    if user is None or team is None or "event" in body:
        return None
    channel = _id_at(body, "channel", "id") or _id_at(body, "channel_id") or ""
    url = body.get("response_url")
    return CommandBase(
        tenant=Tenant(team=team),
        actor=user,
        channel=channel,
        is_direct=is_direct(channel),
        response_url=url if isinstance(url, str) and url else None,
    )


def unread(body: Mapping[str, Any]) -> CommandBase | None:
    """What becomes of a payload whose shape or workspace cannot be read: its sender hears so, where it says who."""
    found = sender(body)
    return found and OutOfDate(**found.model_dump(), is_unread=True)


def _own_team(body: Mapping[str, Any]) -> str | None:
    """The sender's workspace, where the payload names none: enough for a word to them, and for nothing else."""
    team = _id_at(body, "user", "team_id") if body.get("team") is None else None
    return team if team and team.startswith("T") else None


def _id_at(body: Mapping[str, Any], *path: str) -> str | None:
    found: Any = body
    for key in path:
        found = found.get(key) if isinstance(found, Mapping) else None
    return found if isinstance(found, str) and _ID.fullmatch(found) else None


def is_foreign(payload: Interaction, workspace: Workspace) -> bool:
    """Whether the person belongs to another workspace or organization."""
    home = payload.user.team_id or (payload.team.id if payload.team else None)
    return not workspace.is_home_of(home, payload.user.enterprise_id)
