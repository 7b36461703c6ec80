"""The half of the bot that answers, put together: the advisor with all that it recalls, and the screens.

It is loaded by `bot.front`, after the first acks; importing this module is what takes the time.
"""

from collections.abc import Callable
from typing import NamedTuple

from bot.advisor import Advisor, Ready
from bot.delivery import Wire
from bot.handing import Files, Reader
from bot.meaning import model_of
from bot.recall.gathering import Gathering
from bot.recall.memory import Memory
from bot.runtime.clock import Clock
from bot.setup.settings import Settings
from bot.showing.files import all_files
from bot.showing.screens import BlockKitScreens
from bot.slack.people import Admins, Channels, Names
from bot.slack.telling import Permalinks, Teller, TimeZones
from bot.slack.workspaces import ManyWorkspaces, OneWorkspace
from bot.views import render
from rules.framework import Framework
from storage import Storage


class Rooms(NamedTuple):
    """The advisor, and what shows its replies."""

    advisor: Advisor
    screens: BlockKitScreens


def furnish(
    storage: Storage,
    clock: Clock,
    wire: Wire,
    workspaces: OneWorkspace | ManyWorkspaces,
    *,
    framework: Framework,
    settings: Settings | None,
    wake: Callable[[], None],
    reader: Reader,
    ready: Ready,
    when_unheard: Callable[[str], object],
) -> Rooms:
    """Put them together. `settings` None: nothing of what is set beside the connection."""
    token = workspaces.token
    permalinks = Permalinks(wire, token)
    people = (Channels(wire, token), Admins(wire, token), Names(wire, token))
    find_meaning = model_of(settings, clock) if settings else None
    memory = Memory(
        storage,
        clock,
        permalink=permalinks,
        time_zone=TimeZones(wire, token),
        gathering=Gathering(storage, *people, permalinks, may=workspaces.may, find_meaning=find_meaning),
        default_zone=settings.ftrag_zone if settings else None,
        framework=framework,
    )
    tell, files = Teller(wire, token, render), Files(wire, token, reader)
    advisor = Advisor(storage, memory, wake=wake, tell=tell, files=files, ready=ready)
    advisor.when_unheard = when_unheard
    advisor.keeps_unheard = settings is not None and settings.ftrag_keep_unheard
    return Rooms(advisor, BlockKitScreens(all_files(storage)))
