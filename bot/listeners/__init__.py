"""What Slack says -> a command, handed over. A listener acknowledges, parses, hands over, and knows no words.

Few listeners, each for a whole kind of payload: what a control means is read by `bot.parse`, so an old button finds the
same listener as a new one and nothing is ever left without an answer.
"""

from slack_bolt.async_app import AsyncApp

from bot.advisor import Advisor
from bot.listeners import actions, events, modals, shortcuts, slash
from bot.listeners.reception import Reception
from bot.runtime.tasks import Tasks

__all__ = ["register"]


def register(app: AsyncApp, advisor: Advisor, tasks: Tasks) -> None:
    """Register every listener; `tasks` keeps what goes on after an ack, and is drained at shutdown.

    Bolt asks one after the other whether it matches, and each that does not costs: the most frequent stand first.
    """
    reception = Reception(advisor, tasks)
    for room in (events, actions, slash, modals, shortcuts):
        room.register(app, reception)
