"""Turns what a database driver raises into one of our errors with a sentence; no raw error leaves this package."""

from collections.abc import Callable

from sqlalchemy import exc

from storage.errors import StorageError, Unavailable


def translated(error: Exception, from_driver: Callable[[BaseException], StorageError | None]) -> StorageError:
    """The error of ours that says what this one means; `from_driver` knows the engine's own ones."""
    if isinstance(error, StorageError):
        return error
    if isinstance(error, OverflowError):
        return StorageError("A number is too large to be stored. Nothing was saved.")
    if isinstance(error, exc.TimeoutError):
        return Unavailable("The database is busy. Nothing was saved; please try again in a moment.")
    cause = getattr(error, "orig", None) or error
    return from_driver(cause) or StorageError(f"Storage failed ({type(cause).__name__}). Nothing was saved.")
