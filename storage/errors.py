"""What can go wrong in storage, as one small tree; the docstring of each is its message.

StorageError
├── Conflict       somebody else saved first: recall and advance again
├── Missing        there is nothing under this name for this tenant
├── Unavailable    the database does not take this now; nothing was saved, trying again may help
├── Damaged        the file is no sound database
├── NewerSchema    the tables were made by a later release
├── BadKey         tokens cannot be read or kept with the encryption key that was given
└── BadAddress     the database's address cannot be used
"""
# ruff: noqa: N818 - the names say what happened; that they are errors stands in the tree

import inspect


class StorageError(Exception):
    """Storage failed. Nothing was saved."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or inspect.getdoc(type(self)))


class Conflict(StorageError):
    """Somebody else saved this a moment before. Nothing of this change was saved."""


class Missing(StorageError):
    """There is nothing stored under this name."""


class Unavailable(StorageError):
    """The database cannot be used right now. Nothing was saved; please try again in a moment."""


class Damaged(StorageError):
    """The database file is damaged or is no database. Restore the latest backup; nothing was changed."""


class NewerSchema(StorageError):
    """The database was made by a later release of ftrag. Start that one, or restore a backup; nothing was changed."""


class BadKey(StorageError):
    """The stored token cannot be read with this encryption key. Give the key that it was stored with."""


class BadAddress(StorageError):
    """This is no address of a database. Use sqlite:///path/to/ftrag.db or postgresql://user@host/name."""


class TenantMissing(StorageError):
    """A query did not name its tenant and was not sent."""
