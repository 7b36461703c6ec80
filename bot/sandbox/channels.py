"""What people do to channels, by the page or Slack's own commands: invite the app, take it out, archive, rename."""

from bot.sandbox import events
from bot.sandbox.errors import Refused
from bot.sandbox.messages import post
from bot.sandbox.records import Channel, Message, User
from bot.sandbox.service import Service


def invite(service: Service, by: str, channel: Channel, user: str) -> None:
    """Bring somebody into a channel."""
    _not_direct(channel)
    if channel.is_archived:
        raise Refused("This channel is archived.")
    if not service.workspace.join(channel, user):
        raise Refused(f"{service.workspace.users[user].real_name} is already in this channel.")
    _system(service, channel, user, "channel_join", f"<@{user}> was added to the channel by <@{by}>.")
    events.member(service, "member_joined_channel", channel, user, by)


def kick(service: Service, by: str, channel: Channel, user: str) -> None:
    """Take somebody out of a channel."""
    _not_direct(channel)
    if not service.workspace.leave(channel, user):
        raise Refused(f"{service.workspace.users[user].real_name} is not in this channel.")
    _system(service, channel, user, "channel_leave", f"<@{user}> was removed from the channel by <@{by}>.")
    events.member(service, "member_left_channel", channel, user)


def archive(service: Service, by: str, channel: Channel) -> None:
    """Archive a channel: nobody writes there any more."""
    _not_direct(channel)
    if channel.is_archived:
        raise Refused("This channel is archived already.")
    _system(service, channel, by, "channel_archive", f"<@{by}> archived this channel.")
    channel.is_archived = True
    service.workspace.say_channel(channel)
    events.channel_event(service, "channel_archive", channel, by)


def unarchive(service: Service, by: str, channel: Channel) -> None:
    """Bring a channel back."""
    if not channel.is_archived:
        raise Refused("This channel is not archived.")
    channel.is_archived = False
    service.workspace.say_channel(channel)
    events.channel_event(service, "channel_unarchive", channel, by)


def rename(service: Service, by: str, channel: Channel, name: str) -> None:
    """Give a channel another name."""
    _not_direct(channel)
    wanted = name.strip().removeprefix("#").lower().replace(" ", "-")
    if not wanted or service.workspace.channel_named(wanted) is not None:
        raise Refused("That name is empty or taken.")
    channel.name = wanted
    service.workspace.say_channel(channel)
    events.channel_event(service, "channel_rename", channel, by)


def run_command(service: Service, user: str, channel: Channel, command: str, text: str) -> bool:
    """Run one of Slack's own commands. False when it is none of them."""
    if command in ("/invite", "/kick", "/remove"):
        act = invite if command == "/invite" else kick
        act(service, user, channel, _named(service, text).id)
    elif command == "/archive":
        archive(service, user, channel)
    elif command == "/unarchive":
        unarchive(service, user, channel)
    elif command == "/rename":
        rename(service, user, channel, text)
    else:
        return False
    return True


def _named(service: Service, text: str) -> User:
    wanted = text.strip().removeprefix("@").lower()
    for user in service.workspace.users.values():
        if wanted in (user.name.lower(), user.real_name.lower(), user.id.lower()):
            return user
    raise Refused(f"There is nobody called {text.strip() or 'that'}. Try /invite @{service.app.name}.")


def _not_direct(channel: Channel) -> None:
    if channel.is_im:
        raise Refused("That does not go in a direct message.")


def _system(service: Service, channel: Channel, user: str, subtype: str, text: str) -> None:
    message = Message(service.workspace.stamp(), channel.id, user, text, subtype=subtype)
    events.message_posted(service, post(service.workspace, message))
