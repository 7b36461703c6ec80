"""What the bot is called: each workspace may give it another name, and Slack shows that one wherever its id stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.delivery.content import Rendered
from bot.ids import MENTION


@dataclass(frozen=True, slots=True)
class Named:
    """A rendered message that calls the bot as its workspace does."""

    text: str
    blocks: Sequence[Mapping[str, Any]]
    simple: Sequence[Mapping[str, Any]]
    withdraws: bool


def named(message: Rendered, bot_user: str | None) -> Rendered:
    """The message with the bot's id in the place of the name it was written with; as it was where no id is known."""
    if not bot_user or MENTION not in message.text:
        return message
    called = f"<@{bot_user}>"
    blocks, simple = ([_named(block, called) for block in each] for each in (message.blocks, message.simple))
    return Named(message.text.replace(MENTION, called), blocks, simple, message.withdraws)


def _named(part: Any, called: str) -> Any:
    """Only text that Slack reads for ids is touched; anywhere else an id would be shown as it is."""
    if isinstance(part, dict):  # what views make: asking for any Mapping takes several times as long
        is_read = part.get("type") == "mrkdwn"
        return {
            key: value.replace(MENTION, called) if is_read and key == "text" else _named(value, called)
            for key, value in part.items()
        }
    return [_named(one, called) for one in part] if isinstance(part, list) else part
