"""Who could read what in a blind round, and which words would give an answer away."""

import json
from typing import Any

from bot import commands
from bot.replies import HomeScreen, Reply, read_reply, write_reply
from bot.views import render
from rules import FRAMEWORK
from storage.records import Delivery, DeliveryMethod
from tests.bot.house import House


class Listening(House):
    """A house in which is kept who could read what: None for all of the channel."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.read: list[tuple[str | None, Reply]] = []

    async def _deliver(self, row: Delivery) -> None:
        await super()._deliver(row)
        if row.method is not DeliveryMethod.RUN:
            self.read.append((row.user, read_reply(row.reply)))

    async def _tell(self, command: commands.CommandBase, reply: Reply) -> None:
        await super()._tell(command, reply)
        self.read.append((command.actor, reply))


def asks_alone(reply: Reply) -> bool:
    """Whether it is one person's own question, which shows them every option and their own answers."""
    return reply.kind.startswith("blind_") and reply.kind not in {"blind_round", "blind_compared"}


def all_of(reply: Reply | HomeScreen) -> str:
    shown = render(reply) if not isinstance(reply, HomeScreen) else None
    return json.dumps(write_reply(reply)) + (f"{shown.text}{shown.blocks}" if shown else "")


def telling(fact: str, value: Any) -> list[str]:
    """The words that give an answer away: its value as data, and its option's words."""
    values = value if isinstance(value, tuple) else (value,) if value else ()
    labels = {option.value: option.label for option in FRAMEWORK.by_fact[fact].options}
    return (
        [f'"{fact}": "{each}"' for each in values]
        + [f'"{each}"' for each in values if len(each) > 6]
        + [labels[each] for each in values if len(labels[each]) > 12]
    )
