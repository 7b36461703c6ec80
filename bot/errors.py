"""What people can get wrong at the door, as one small tree; the docstring of each is the sentence they read.

    BotError
    └── BadInput            one field of a modal cannot be taken as it is
        ├── EmptyName
        ├── LongName
        ├── NoChannel
        └── EmptyQuestion

Expected outcomes are replies (`bot.replies.Trouble`), not exceptions; these stand under a field of an open modal.
"""

# ruff: noqa: N818 - the names say what happened; that they are errors stands in the tree

import inspect


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


class EmptyQuestion(BadInput):
    """Type a question, for example: why not fine-tuning?"""
