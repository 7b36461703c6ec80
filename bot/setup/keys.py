"""The key that seals stored tokens: the one that is set, or one made at the first start, beside the data.

It never stands in the database, so a stolen database or backup opens no workspace.
"""

import os
from pathlib import Path

from bot.setup.settings import Settings
from storage import new_encryption_key

_FILE = "encryption.key"


def encryption_key(settings: Settings) -> str:
    """The key, or several to rotate; a new one is made, readable by this user alone, where there is none."""
    if settings.ftrag_encryption_key is not None:
        return settings.ftrag_encryption_key.get_secret_value()
    path = key_file(settings)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(f"{new_encryption_key()}\n")
    return path.read_text(encoding="ascii").strip()


def key_file(settings: Settings) -> Path:
    """Where the key is kept that nobody set."""
    return settings.ftrag_data / _FILE
