"""What the page is told of channels, views, messages, calls and the whole state, as JSON."""

from bot.sandbox.clock import label
from bot.sandbox.messages import as_page
from bot.sandbox.records import Channel, Json, Message, View
from bot.sandbox.service import Service


def page_message(service: Service, message: Message) -> Json:
    """A message."""
    return as_page(service.workspace, message)


def page_view(service: Service, view: View) -> Json:
    """A modal or a Home, with the values entered so far."""
    return service.payloads.view(view)


def page_channel(service: Service, channel: Channel, user: str) -> Json:
    """A channel as one person sees it in the list."""
    other = channel.other_than(user)
    people = service.workspace.users
    return {
        "id": channel.id,
        "name": people[other].real_name if other in people else channel.name,
        "is_im": channel.is_im,
        "is_private": channel.is_private,
        "is_archived": channel.is_archived,
        "members": list(channel.members),
        "topic": channel.topic,
        "unread": service.workspace.unread(channel.id, user),
        "bot_is_member": service.app.bot_user in channel.members,
        "im_with": other,
        "is_member": user in channel.members,
    }


def page_state(service: Service, user: str) -> Json:
    """Everything that a page needs to start, for one person."""
    workspace, app, now = service.workspace, service.app, service.clock.now()
    home = workspace.homes.get(user)
    return {
        "workspace": {"name": workspace.name, "team_id": workspace.team_id},
        "users": [person.as_page() for person in workspace.users.values()],
        "channels": [page_channel(service, channel, user) for channel in workspace.channels_of(user)],
        "clock": {"now": now.timestamp(), "label": label(now)},
        "app": {
            "name": app.name,
            "bot_user_id": app.bot_user,
            "home_enabled": app.home_enabled,
            "can_start_over": service.start_over is not None,
            "connected": service.courier.transport.is_connected,
            "commands": app.commands,
            "shortcuts": app.shortcuts,
        },
        "calls": service.calls.count,
        "fault": service.faults.describe(),
        "home": page_view(service, home) if home else None,
        "modals": [page_view(service, view) for view in workspace.modals.get(user, [])],
    }
