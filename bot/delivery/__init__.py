"""The last arrow of the flow: an outbox row -> one Slack call, its outcome written back.

    content     what a row says once rendered: the interface to bot.views
    calls       row and content -> the arguments of the call (pure)
    wire        one HTTP request to Slack, never sent twice
    ends        every end, what it means for a row, and the Slack errors that end so: the table
    pacing      Slack's pace, kept before Slack asks
    lookup      was it posted? the history, by metadata
    upload      files
    deliverer   deliver(row) -> Attempt
    courier     what an outcome does to the row, and whom it is told to

A row's states, and what moves it:

    pending --SENT--> sent
    pending --WAIT, RETRY, PAUSE, SCOPE--> pending, due later (nothing was done)
    pending --DOUBT--> pending, due later; then the history: found -> sent, absent -> sent again, unreadable -> unknown
    pending --REFUSED--> failed, and the advisor is told
    pending --GONE--> failed       pending --EXPIRED--> cancelled
    pending --UNKNOWN--> unknown (a person may ask for it again)
"""

from bot.delivery.content import File, Rendered, Screens
from bot.delivery.courier import LEASE, Courier
from bot.delivery.deliverer import Attempt, Deliverer
from bot.delivery.ends import ENDS, End, end_of
from bot.delivery.pacing import SLACKS, Rate, Rates
from bot.delivery.wire import SlackAnswer, Wire

__all__ = [
    "ENDS",
    "LEASE",
    "SLACKS",
    "Attempt",
    "Courier",
    "Deliverer",
    "End",
    "File",
    "Rate",
    "Rates",
    "Rendered",
    "Screens",
    "SlackAnswer",
    "Wire",
    "end_of",
]
