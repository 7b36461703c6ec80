"""An event -> a command: typed words, mentions, the Home, the end of an installation."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from bot import commands
from bot.commands import CommandBase
from bot.commands.words import is_subcommand, nearest, read_words
from bot.parse.shapes import Authorization, EditedMessage, Event, HomeOpened, Revoked, TypedMessage
from bot.parse.shared import shared_files
from bot.parse.text import mentions, people, typed
from bot.parse.who import Workspace, inbox_key, is_direct, workspace_of
from bot.runtime.secrets import as_kept

_READ_SUBTYPES = frozenset({None, "thread_broadcast", "file_share"})


def parse_event(body: Mapping[str, Any]) -> CommandBase | None:
    """The command of an event; None for all that is not for us (other bots, edits, chatter); never raises."""
    try:
        envelope = Event.model_validate(body)
        owner = next(iter(envelope.authorizations), None)
        workspace = _workspace(envelope, owner)
        if workspace is None:
            return None
        bot_user = owner.user_id if owner and owner.is_bot else None
        return _read(envelope, workspace, bot_user)
    except ValidationError:
        return None


def _workspace(envelope: Event, owner: Authorization | None) -> Workspace | None:
    """The workspace of the installation; the envelope itself may name a partner's, in a shared channel."""
    if owner is None or owner.team_id is None:
        is_ours = owner is None or not owner.is_enterprise_install
        return workspace_of(envelope.enterprise_id, envelope.team_id) if is_ours else None
    is_same = envelope.team_id in {None, owner.team_id}
    return workspace_of(owner.enterprise_id or (envelope.enterprise_id if is_same else None), owner.team_id)


def _read(envelope: Event, workspace: Workspace, bot_user: str | None) -> CommandBase | None:
    tenant = workspace.tenant
    key = inbox_key("event", tenant.team, envelope.event_id) if envelope.event_id else None
    match envelope.event.get("type"):
        case "message" if envelope.event.get("subtype") == "message_changed":
            return _edited(EditedMessage.model_validate(envelope.event), workspace, bot_user)
        case "message" | "app_mention":
            return _message(TypedMessage.model_validate(envelope.event), workspace, bot_user)
        case "app_home_opened":
            opened = HomeOpened.model_validate(envelope.event)
            is_home = opened.tab == "home" and workspace.is_home_of(envelope.team_id, envelope.enterprise_id)
            return commands.AppHomeOpened(tenant=tenant, actor=opened.user, inbox_key=key) if is_home else None
        case "app_uninstalled":
            return commands.BotUninstalled(tenant=tenant, inbox_key=key)
        case "tokens_revoked":
            is_bots = bool(Revoked.model_validate(envelope.event).tokens.get("bot"))
            return commands.TokensRevoked(tenant=tenant, inbox_key=key) if is_bots else None
        case _:
            return None


def _is_partner(message: TypedMessage, workspace: Workspace) -> bool:
    """Whether it was typed by somebody of another workspace.

    Within an organization `team` may be any of its workspaces, and says nothing.
    """
    home = message.user_team or message.source_team or (None if workspace.enterprise else message.team)
    return not workspace.is_home_of(home, None)


def _message(message: TypedMessage, workspace: Workspace, bot_user: str | None) -> CommandBase | None:
    """Words that somebody typed. A mention comes as two events where history is read: both have the same key."""
    is_ours = message.bot_id is not None or message.user == bot_user
    if is_ours or message.hidden or message.edited or message.subtype not in _READ_SUBTYPES:
        return None
    direct = message.channel_type == "im" or is_direct(message.channel)
    is_mention = direct or message.type == "app_mention" or mentions(message.text, bot_user)
    if not is_mention and message.thread_ts is None:
        return None
    who = CommandBase(
        tenant=workspace.tenant,
        actor=message.user,
        channel=message.channel,
        is_direct=direct,
        inbox_key=inbox_key("message", workspace.tenant.team, message.channel, message.ts),
    )
    about = who.model_dump()
    if _is_partner(message, workspace):
        return commands.FromOutside(**about) if is_mention else None
    text = as_kept(typed(message.text, bot_user))
    if message.thread_ts is None and (is_subcommand(text) or (not direct and _is_command(text))):
        return read_words(text, who)
    return commands.TypedText(
        **about, thread_ts=message.thread_ts, text=text, is_mention=is_mention, has_files=bool(message.files),
        files=shared_files(message.files) if is_mention else (),
        people=people(message.text, bot_user) if is_mention else (),
    )  # fmt: skip


def _is_command(text: str) -> bool:
    """Whether words in a channel are no line about what is decided there: none, or a subcommand, though mistyped."""
    return not text.strip() or nearest(text) is not None


def _edited(edit: EditedMessage, workspace: Workspace, bot_user: str | None) -> CommandBase | None:
    """New words of a message: heard for the first time where the mention was added, else offered as a correction."""
    before = str(edit.previous_message.get("text") or "")
    fields = {"type": "message", "channel": edit.channel, "channel_type": edit.channel_type, "edited": None}
    message = TypedMessage.model_validate({**edit.message, **fields})
    command = _message(message, workspace, bot_user)
    if not isinstance(command, commands.TypedText) or message.text == before:
        return None
    was_addressed = command.is_direct or mentions(before, bot_user)
    stamp = edit.message.get("edited")
    when = str(stamp.get("ts")) if isinstance(stamp, dict) else command.text
    return command.model_copy(
        update={
            "is_edited": was_addressed or not command.is_mention,
            "inbox_key": inbox_key("edit", workspace.tenant.team, message.channel, message.ts, when),
        }
    )
