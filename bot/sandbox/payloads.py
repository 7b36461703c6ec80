"""What Slack sends to the app, as values: events, clicks, submits, shortcuts and slash commands."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.app_config import AppConfig
from bot.sandbox.messages import as_slack
from bot.sandbox.records import Channel, Json, Message, View
from bot.sandbox.workspace import Workspace, fresh_id

VERIFICATION_TOKEN = "sandbox-verification-token"  # noqa: S105 - Slack still sends this retired field


@dataclass(frozen=True)
class Payloads:
    """Builds payloads with the names of one workspace and one app in them."""

    workspace: Workspace
    app: AppConfig

    def event(self, event: Json) -> Json:
        """An Events API callback around one event."""
        team = self.workspace.team_id
        authorization = {
            "enterprise_id": None,
            "team_id": team,
            "user_id": self.app.bot_user,
            "is_bot": True,
            "is_enterprise_install": False,
        }
        return {
            "token": VERIFICATION_TOKEN,
            "team_id": team,
            "api_app_id": self.app.app_id,
            "event": {"event_ts": self.workspace.stamp(), **event},
            "type": "event_callback",
            "event_id": fresh_id("Ev"),
            "event_time": self.workspace.now(),
            "authorizations": [authorization],
            "is_ext_shared_channel": self._is_shared(event.get("channel")),
            "event_context": fresh_id("EC"),
        }

    def slash(
        self, user: str, channel: Channel, command: str, text: str, *, trigger_id: str, response_url: str
    ) -> Json:
        """A slash command."""
        return {
            "token": VERIFICATION_TOKEN,
            "team_id": self.workspace.team_id,
            "team_domain": self.workspace.domain,
            "channel_id": channel.id,
            "channel_name": channel_name(channel),
            "user_id": user,
            "user_name": self.workspace.users[user].name,
            "command": command,
            "text": text,
            "api_app_id": self.app.app_id,
            "is_enterprise_install": "false",
            "response_url": response_url,
            "trigger_id": trigger_id,
        }

    def message_action(
        self, user: str, message: Message, actions: list[Json], values: Json, *, trigger_id: str, response_url: str
    ) -> Json:
        """A control of a message was used. Of an ephemeral message Slack sends only where it stood."""
        channel = self.workspace.channels[message.channel]
        ephemeral = message.only_for is not None
        container = {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": channel.id,
            "is_ephemeral": ephemeral,
            **({"thread_ts": message.thread_ts} if message.thread_ts else {}),
        }
        shown = {} if ephemeral else {"message": as_slack(self.workspace, message) | {"app_id": self.app.app_id}}
        return self._interactive("block_actions", user, trigger_id) | {
            "container": container,
            "channel": {"id": channel.id, "name": channel_name(channel)},
            **shown,
            "state": {"values": values},
            "response_url": response_url,
            "actions": actions,
        }

    def view_action(self, view: View, actions: list[Json], *, trigger_id: str) -> Json:
        """A control of a modal or of the Home was used."""
        return self._interactive("block_actions", view.user, trigger_id) | {
            "container": {"type": "view", "view_id": view.id},
            "view": self.view(view),
            "actions": actions,
        }

    def submission(self, view: View, *, trigger_id: str) -> Json:
        """A modal was submitted."""
        return self._interactive("view_submission", view.user, trigger_id) | {
            "view": self.view(view),
            "response_urls": [],
        }

    def closed(self, view: View, *, is_cleared: bool) -> Json:
        """A modal was closed by the person."""
        payload = self._interactive("view_closed", view.user, "")
        del payload["trigger_id"]
        return payload | {"view": self.view(view), "is_cleared": is_cleared}

    def global_shortcut(self, user: str, callback_id: str, *, trigger_id: str) -> Json:
        """A shortcut from the composer's menu."""
        return self._interactive("shortcut", user, trigger_id) | {
            "callback_id": callback_id,
            "action_ts": self.workspace.stamp(),
        }

    def message_shortcut(
        self, user: str, callback_id: str, message: Message, *, trigger_id: str, response_url: str
    ) -> Json:
        """A shortcut from a message's menu."""
        channel = self.workspace.channels[message.channel]
        return self._interactive("message_action", user, trigger_id) | {
            "callback_id": callback_id,
            "action_ts": self.workspace.stamp(),
            "message_ts": message.ts,
            "channel": {"id": channel.id, "name": channel_name(channel)},
            "message": as_slack(self.workspace, message),
            "response_url": response_url,
        }

    def view(self, view: View) -> Json:
        """A view as Slack shows it to the app."""
        defaults: Json = {"private_metadata": "", "callback_id": "", "external_id": ""}
        if view.body["type"] == "modal":
            defaults |= {"submit": None, "close": None, "clear_on_close": False, "notify_on_close": False}
        return (
            defaults
            | view.body
            | {
                "id": view.id,
                "team_id": self.workspace.team_id,
                "state": {"values": view.values},
                "hash": view.hash,
                "previous_view_id": view.previous_view_id,
                "root_view_id": view.root_view_id,
                "app_id": self.app.app_id,
                "app_installed_team_id": self.workspace.team_id,
                "bot_id": self.app.bot_id,
            }
        )

    def _interactive(self, type_: str, user: str, trigger_id: str) -> dict[str, Any]:
        person = self.workspace.users[user]
        return {
            "type": type_,
            "team": {"id": self.workspace.team_id, "domain": self.workspace.domain},
            "user": {"id": user, "username": person.name, "name": person.name, "team_id": self._team_of(user)},
            "api_app_id": self.app.app_id,
            "token": VERIFICATION_TOKEN,
            "trigger_id": trigger_id,
            "enterprise": None,
            "is_enterprise_install": False,
        }

    def _team_of(self, user: str) -> str:
        return self.workspace.users[user].team or self.workspace.team_id

    def _is_shared(self, channel: Any) -> bool:
        known = self.workspace.channels.get(channel) if isinstance(channel, str) else None
        return known is not None and known.is_shared


def channel_name(channel: Channel) -> str:
    """What payloads call a channel: a direct conversation and a private channel keep their names to themselves."""
    if channel.is_im:
        return "directmessage"
    return "privategroup" if channel.is_private else channel.name
