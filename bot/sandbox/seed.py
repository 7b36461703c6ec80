"""The workspace that everybody starts with: three people in three time zones, three channels, and the app."""

from itertools import combinations

from bot.sandbox.app_config import AppConfig
from bot.sandbox.clock import SandboxClock
from bot.sandbox.records import Channel, User
from bot.sandbox.workspace import Workspace

ANA, BEN, CHEN = "U0ANA", "U0BEN", "U0CHEN"
SLACKBOT = "USLACKBOT"
SUPPORT, SEARCH, GENERAL = "C0SUPPORT", "C0SEARCH", "C0GENERAL"

_PEOPLE = (
    User(ANA, "ana", "Ana Petrov", "Europe/Berlin", "7a5bd6", is_admin=True),
    User(BEN, "ben", "Ben Ortiz", "America/New_York", "1d7f5f"),
    User(CHEN, "chen", "Chen Li", "Asia/Singapore", "b2562a"),
)
_CHANNELS = (
    (SUPPORT, "support-ai", "Answers for customers, drafted by a model"),
    (SEARCH, "search-team", "Search, ranking and retrieval"),
    (GENERAL, "general", "Everybody"),
)


def new_workspace(clock: SandboxClock, app: AppConfig) -> Workspace:
    """The workspace as it is on the first day. The app is in all channels but #general."""
    workspace = Workspace(clock)
    people = [user.id for user in _PEOPLE]
    for person in (*_PEOPLE, _bot(app), User(SLACKBOT, "slackbot", "Slackbot", is_bot=True)):
        workspace.users[person.id] = User(**vars(person))
    created = workspace.now()
    for channel_id, name, topic in _CHANNELS:
        members = people if channel_id == GENERAL else [*people, app.bot_user]
        workspace.add_channel(Channel(channel_id, name, list(members), topic, created, creator=ANA))
    for user in people:
        direct = f"D0{workspace.users[user].name.upper()}"
        workspace.add_channel(Channel(direct, "", [user, app.bot_user], created=created, is_im=True))
    for one, other in combinations(people, 2):
        direct = f"D0{workspace.users[one].name.upper()}{workspace.users[other].name.upper()}"
        workspace.add_channel(Channel(direct, "", [one, other], created=created, is_im=True))
    return workspace


def direct_with_app(user: str) -> str:
    """The id of a first-day person's direct conversation with the app: U0ANA's is D0ANA."""
    return "D" + user.removeprefix("U")


def _bot(app: AppConfig) -> User:
    return User(app.bot_user, app.name, app.name, color="5b3fd6", is_bot=True)
