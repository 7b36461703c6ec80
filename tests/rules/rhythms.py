"""Rhythms of reviews, and moments as clocks show them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from rules.calendar import Rhythm

ZONES = (
    "UTC", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Africa/Casablanca", "Asia/Kolkata",
    "Asia/Kathmandu", "Asia/Tehran", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Apia",
)  # fmt: skip


def rhythm(**said: object) -> Rhythm:
    return Rhythm(**{"zone": "Europe/Berlin", "day": 1, "working_days_only": False, **said})


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def local(at: datetime, zone: str) -> datetime:
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
