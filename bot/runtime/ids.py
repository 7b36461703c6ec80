"""Names for what is new: rows of the outbox, assessments, events that have none of their own."""

from os import urandom


def new_id() -> str:
    """128 random bits in 32 hex digits, as unlikely to come twice as a UUID and without making one."""
    return urandom(16).hex()
