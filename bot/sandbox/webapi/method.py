"""What a Web API method is: a function over the service, the token it wants and the scopes it needs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from aiohttp import web

from bot.sandbox.errors import SlackError
from bot.sandbox.records import Json
from bot.sandbox.service import Service

Run: TypeAlias = Callable[[Service, Json, web.Request], Json]
Needed: TypeAlias = Callable[[Service, Json], frozenset[str]]


@dataclass(frozen=True)
class Method:
    """One method. Any one of the needed scopes is enough."""

    run: Run
    scopes: frozenset[str] | Needed = frozenset()
    caller: str | None = "bot"
    """Whose token it wants: bot, app, or None where no token is wanted."""

    def needed(self, service: Service, args: Json) -> frozenset[str]:
        """The scopes for this call; for some methods they depend on the channel."""
        return self.scopes if isinstance(self.scopes, frozenset) else self.scopes(service, args)


def by_channel(kind: str, argument: str = "channel") -> Needed:
    """channels:read, groups:read or im:read (or :history), by what the channel is; any of them while it is unknown."""

    def needed(service: Service, args: Json) -> frozenset[str]:
        channel = service.workspace.channels.get(str(args.get(argument)))
        kinds = [channel.kind] if channel else ["channels", "groups", "im"]
        return frozenset(f"{one}:{kind}" for one in kinds)

    return needed


def required(args: Json, *names: str) -> None:
    """Refuse a call that lacks an argument."""
    missing = [name for name in names if args.get(name) in (None, "")]
    if missing:
        messages = [f"[ERROR] missing required field: {name}" for name in missing]
        raise SlackError("invalid_arguments", response_metadata={"messages": messages})
