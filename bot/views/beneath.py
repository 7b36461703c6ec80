"""Messages beneath a verdict or a review: the words of the trade that those explained are not explained again."""

from bot.views.blocks import Block, Message, Native, message


def beneath(*blocks: Block | Native | None) -> Message:
    """The blocks as a message in a thread whose beginning has said what a golden task is."""
    return message(*blocks, below=True)
