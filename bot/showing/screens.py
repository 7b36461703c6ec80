"""What an outbox row shows: its stored reply, read and rendered by bot.views. Delivery calls this, views never act."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.delivery import File
from bot.replies import read_reply
from bot.views import Message, render

MakeFile = Callable[[Mapping[str, Any]], Awaitable[File]]


class BlockKitScreens:
    """The bot's own screens. `files` says, by kind of reply, how its file is made."""

    def __init__(self, files: Mapping[str, MakeFile] | None = None) -> None:
        self._files = files or {}

    def message(self, reply: Mapping[str, Any]) -> Message:
        """The message of a stored reply."""
        return render(read_reply(reply))

    def home(self, reply: Mapping[str, Any]) -> Mapping[str, Any]:
        """The Home view of a stored reply: a message's blocks on the Home's surface."""
        return {"type": "home", "blocks": render(read_reply(reply)).blocks}

    async def file(self, reply: Mapping[str, Any]) -> File:
        """The file of a stored reply. Raises ValueError for a kind that has none."""
        make = self._files.get(str(reply.get("kind")))
        if make is None:
            raise ValueError(f"a reply of the kind {reply.get('kind')!r} is no file")
        return await make(reply)
