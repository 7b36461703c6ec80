"""The workspace in one JSON file, so that a restart finds it as it was.

The file is replaced whole and at once; a file that cannot be read is set aside, never overwritten.
"""

import asyncio
import json
import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.sandbox.changes import Change
from bot.sandbox.records import Channel, File, Json, Message, User, View
from bot.sandbox.service import Service
from bot.sandbox.triggers import ResponseUrl

VERSION = 1
_DEBOUNCE = 0.5
_PIECE = 100
_NOT_KEPT = frozenset({"calls", "busy", "toast", "app", "fault", "delivered"})
_LOG = logging.getLogger(__name__)


def pieces(service: Service) -> Iterator[str]:
    """The file's text, in pieces so small that whoever writes it can let others run in between."""
    workspace = service.workspace
    head = {
        "version": VERSION,
        "advanced": service.advanced_seconds,
        "last_stamp": workspace.last_stamp,
        "users": [asdict(user) for user in workspace.users.values()],
        "channels": [asdict(channel) for channel in workspace.channels.values()],
        "files": [vars(file) for file in workspace.files.values()],
        "modals": {user: [vars(view) for view in stack] for user, stack in workspace.modals.items()},
        "homes": {user: vars(view) for user, view in workspace.homes.items()},
        "read": workspace.read,
        "responses": service.responses.as_json(),
    }
    yield json.dumps(head)[:-1] + ', "messages": ['
    messages = [message for channel in workspace.messages.values() for message in channel]
    for start in range(0, len(messages), _PIECE):
        listed = json.dumps([vars(message) for message in messages[start : start + _PIECE]])[1:-1]
        yield f"{', ' if start else ''}{listed}"
    yield "]}"


def load(service: Service, path: Path) -> bool:
    """Take up the workspace where the file left it. False when there is none, or none that can be read."""
    if not path.exists():
        return False
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        restored = _read(kept)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        aside = _set_aside(path)
        _LOG.warning(
            "The sandbox workspace in %s cannot be read (%s); it was set aside as %s.",
            path,
            type(error).__name__,
            aside,
        )
        return False
    service.advanced_seconds = float(kept["advanced"])
    service.clock.advance(timedelta(seconds=service.advanced_seconds))
    service.responses.given = restored.pop("responses")
    for name, value in restored.items():
        setattr(service.workspace, name, value)
    service.workspace.index_threads()
    return True


def _read(kept: Any) -> Json:
    if kept["version"] != VERSION:
        raise ValueError("written by another version")
    return {
        "last_stamp": int(kept["last_stamp"]),
        "users": {user["id"]: User(**user) for user in kept["users"]},
        "channels": {channel["id"]: Channel(**channel) for channel in kept["channels"]},
        "messages": _by_channel(kept),
        "files": {file["id"]: File(**file) for file in kept["files"]},
        "modals": {user: [View(**view) for view in stack] for user, stack in kept["modals"].items()},
        "homes": {user: View(**view) for user, view in kept["homes"].items()},
        "read": dict(kept["read"]),
        "responses": {key: ResponseUrl(**url) for key, url in kept["responses"].items()},
    }


def _by_channel(kept: Any) -> dict[str, list[Message]]:
    messages: dict[str, list[Message]] = {channel["id"]: [] for channel in kept["channels"]}
    for message in kept["messages"]:
        messages[message["channel"]].append(Message(**message))
    return messages


def _set_aside(path: Path) -> Path:
    for number in range(1, 1_000):
        aside = path.with_name(f"{path.name}.unreadable-{number}")
        if not aside.exists():
            with suppress(OSError):
                path.rename(aside)
            return aside
    return path


def write(text: str, path: Path) -> None:
    """Replace the file at once: it is the old one or the new one, never half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.new")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600, exist_ok=False)
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


class Keeper:
    """Writes the workspace a moment after it has changed, off the event loop, one write at a time."""

    def __init__(self, service: Service, path: Path) -> None:
        self._service = service
        self._path = path
        self._changed = asyncio.Event()
        self._forget = service.workspace.changes.listen(self._hear)
        self._task = asyncio.create_task(self._keep())

    async def close(self) -> None:
        """Write a last time."""
        self._forget()
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        await self._write()

    def _hear(self, change: Change) -> None:
        if change.type not in _NOT_KEPT:
            self._changed.set()

    async def _keep(self) -> None:
        while True:
            await self._changed.wait()
            await asyncio.sleep(_DEBOUNCE)
            self._changed.clear()
            await self._write()

    async def _write(self) -> None:
        text = []
        for piece in pieces(self._service):
            text.append(piece)
            await asyncio.sleep(0)
        try:
            await asyncio.to_thread(write, "".join(text), self._path)
        except OSError as error:
            _LOG.warning("The sandbox workspace could not be written to %s: %s.", self._path, error.strerror)
