"""What can go wrong here, as a small tree.

SandboxError
├── SlackError      what Slack answers instead of "ok": an error code, and what goes with it
├── Refused         what a person is told when the client does not let them do something
└── CannotStart     why the sandbox cannot be served
"""

from typing import Any


class SandboxError(Exception):
    """Something in the sandbox did not go."""


class SlackError(SandboxError):
    """A Web API call ends with an error code of Slack's."""

    def __init__(self, code: str, **more: Any) -> None:
        super().__init__(code)
        self.code = code
        self.more = more


class Refused(SandboxError):  # noqa: N818 - a refusal is an answer for a person, not a fault
    """The client would not let a person do this; the text is the sentence that they read."""


class CannotStart(SandboxError):  # noqa: N818 - the sentence printed on the terminal
    """The sandbox cannot be served; the text says why."""
