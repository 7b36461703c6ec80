"""The files of a message, as far as they may be results: by id and name; what they hold, Slack is asked for later."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.commands import SharedFile
from bot.parse.shapes import NAME

_MEDIA = ("image/", "video/", "audio/")
"""No tool writes results as such; people add pictures to what they say."""
_LONGEST_NAME = 120


def shared_files(files: Iterable[Any]) -> tuple[SharedFile, ...]:
    """The files that may be results. Odd entries are left out."""
    return tuple(_files(files))


def _files(files: Iterable[Any]) -> Iterator[SharedFile]:
    for file in files:
        about = file if isinstance(file, Mapping) else {}
        name, id_, kind = (about.get(key) for key in ("name", "id", "mimetype"))
        if isinstance(id_, str) and NAME.match(id_) and not str(kind).startswith(_MEDIA):
            yield SharedFile(id=id_, name=name[:_LONGEST_NAME] if isinstance(name, str) else "")
