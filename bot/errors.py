"""What people can get wrong at the door, as one small tree; the docstring of each is the sentence they read.

    BotError
    └── BadInput            one field of a modal cannot be taken as it is
        ├── EmptyName
        ├── LongName
        ├── NoChannel
        ├── NoDay, NoFirstDay, NoTime, NoZone, NoOwner, NoCount
        ├── EmptyQuestion
        ├── NoBucket
        ├── ForeignTask
        ├── NoAddress
        ├── SameName
        ├── TooManyTasks
        ├── NoTask
        ├── NoRuns
        ├── NoShare
        ├── NoSuchDay
        └── NoFigure

Expected outcomes are replies (`bot.replies.Trouble`), not exceptions; these stand under a field of an open modal.
"""

# ruff: noqa: N818 - the names say what happened; that they are errors stands in the tree

import inspect
from enum import StrEnum


class NotRead(StrEnum):
    """Why a shared file is not read, or does not count. The sentences stand in `bot.views.results_aside`."""

    NO_THREAD = "no_thread"
    NO_FILE = "no_file"
    NO_SCOPE = "no_scope"
    GONE = "gone"
    ELSEWHERE = "elsewhere"
    TOO_LARGE = "too_large"
    NOT_FETCHED = "not_fetched"
    REFUSED = "refused"
    KNOWN = "known"


class BotError(Exception):
    """Something did not work. Nothing was changed."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or inspect.getdoc(type(self)))


class BadInput(BotError):
    """This cannot be taken as it is."""


class EmptyName(BadInput):
    """The name has no visible character. Type what the team calls the feature, for example Support copilot."""


class LongName(BadInput):
    """The name is longer than 300 characters. Shorten it; the details fit in the sentence below."""


class NoChannel(BadInput):
    """Choose the channel in which the interview is to be held."""


class NoDay(BadInput):
    """Choose the day of the month on which the review is to come."""


class NoFirstDay(BadInput):
    """That day is more than a year away, and by then nobody knows what was decided. Choose an earlier one."""


class NoTime(BadInput):
    """Choose the hour at which the review is to come, for example 10:00."""


class NoOwner(BadInput):
    """Choose who looks after the review. It can be handed over at any time."""


class NoCount(BadInput):
    """Type a whole number, such as 4. Type 0 where there was none."""


class NoZone(BadInput):
    """There is no such time zone. Type a name such as Europe/Berlin, or a large city alone."""

    def __init__(self, nearest: str | None = None, *, several: str | None = None, is_odd_offset: bool = False) -> None:
        meant = f"There is no such time zone. Did you mean {nearest}?" if nearest else None
        if several:
            meant = f"The clocks of {several} do not all show the same. Type the largest city near you."
        if is_odd_offset:
            meant = "No time zone is known by that number of hours. Type a large city there, such as Kathmandu."
        super().__init__(meant)
        self.nearest = nearest
        """The zone that was nearly typed."""
        self.is_of_several = several is not None
        """Whether it is a country that has several."""


class EmptyQuestion(BadInput):
    """Type a question, for example: why not fine-tuning?"""


class NoBucket(BadInput):
    """Choose the kind that fits best. Where none does, choose the last one."""


class ForeignTask(BadInput):
    """That golden task belongs to another feature. Choose one of the feature above, or none."""


class NoAddress(BadInput):
    """That is not an address. Paste one that begins with https://, or leave it empty."""


class SameName(BadInput):
    """Another golden task has this name. Give this one its own, so that a review can tell them apart."""


class TooManyTasks(BadInput):
    """At most 20 golden tasks fit. Keep the three to five that stand for success."""


class NoRuns(BadInput):
    """Write how many of its runs passed, such as 8 of 10, or leave it empty."""


class NoShare(BadInput):
    """That is no share that I can read. Write it such as 4 of 5 or 80%, or leave it empty for 80%."""


class NoTask(BadInput):
    """There is text about a task without a name. Name it, or clear its other fields as well."""


class NoSuchDay(BadInput):
    """There is no such day in the calendar. Choose another one."""


class WrongPeople(BadInput):
    """Choose two to ten people. Of those who are asked already, at least one has to stay."""


class LooksSecret(BadInput):
    """This looks like a key or a password. Take it out; if it is none, begin with “not a secret”. Others read it."""


class NoFigure(BadInput):
    """That is not a figure. Type a number such as 1,500 or $2.50, or leave it empty."""
