"""Time zones as people type them -> the name that the calendar knows; used by the plan's dialog and by FTRAG_ZONE.

The zone data knows one city for each zone, and abbreviations that keep no clock changes ("EST"). People type the city
or the country they live in and the letters they are used to, so the well-known ones of these stand here, and countries
are read from the zone data's own tables. "GMT+1" is one hour ahead, as people mean it; the zone data's Etc/GMT+1 is one
hour behind, so that family is never matched by a part of its name.
"""

import re
from collections.abc import Iterator
from datetime import UTC as UTC_TIME
from datetime import datetime
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

from bot.errors import NoZone

UTC = "UTC"
_NEAR = 0.75
"""How alike two names have to be for one to be offered: "Mars" is not Paris."""

_ALSO = {
    "America/New_York": "et est edt eastern boston washington philadelphia miami atlanta orlando us_eastern",
    "America/Chicago": "ct cst cdt central dallas houston austin minneapolis new_orleans us_central",
    "America/Denver": "mt mst mdt mountain salt_lake_city us_mountain",
    "America/Los_Angeles": "pt pst pdt pacific san_francisco seattle san_diego portland las_vegas us_pacific",
    "America/Toronto": "montreal ottawa quebec",
    "America/Sao_Paulo": "rio_de_janeiro brasilia são_paulo",
    "Europe/London": "bst uk united_kingdom great_britain britain england scotland wales manchester edinburgh",
    "Europe/Berlin": "cet cest munich münchen hamburg frankfurt cologne köln germany",
    "Europe/Paris": "lyon france",
    "Europe/Madrid": "barcelona spain",
    "Europe/Prague": "czechia",
    "Europe/Rome": "milan milano italy",
    "Europe/Zurich": "geneva basel zürich switzerland",
    "Europe/Lisbon": "porto wet west portugal",
    "Europe/Athens": "eet eest",
    "Europe/Kyiv": "kiev lviv ukraine",
    "Africa/Johannesburg": "cape_town sast",
    "Asia/Jerusalem": "tel_aviv haifa",
    "Asia/Dubai": "abu_dhabi uae united_arab_emirates",
    "Asia/Kolkata": "ist mumbai delhi new_delhi bangalore bengaluru chennai hyderabad pune india",
    "Asia/Shanghai": "beijing shenzhen guangzhou china",
    "Asia/Ho_Chi_Minh": "hanoi saigon",
    "Asia/Tokyo": "jst osaka kyoto japan",
    "Asia/Seoul": "kst busan korea south_korea",
    "Asia/Singapore": "sgt",
    "Australia/Sydney": "aest aedt canberra",
    "Pacific/Auckland": "nzst nzdt wellington new_zealand",
    UTC: "gmt z zulu etc/utc etc/gmt",
}


_SEVERAL = {"usa": "US", "us": "US", "america": "US", "united_states_of_america": "US"}
"""Countries with several zones, by names that the zone data does not have."""
_OFFSET = re.compile(r"(?:gmt|utc)?([+\-−])(\d{1,2})(?::?([0-5]\d))?", re.ASCII)
_FARTHEST = {"+": 14, "-": 12}
"""Hours ahead of and behind UTC for which the zone data has a zone of its own."""


def is_zone(said: str) -> bool:
    """Whether `zone_named` finds a zone by these words."""
    text = _folded(said)
    return text in _known() or bool(_OFFSET.fullmatch(text.replace("_", "")))


def zone_named(said: str) -> str:
    """The zone that was typed, whatever its letters; a city will do. Raises NoZone."""
    text = _folded(said)
    offset = _OFFSET.fullmatch(text.replace("_", ""))
    if offset is not None:
        return _fixed(offset)
    known = _known()
    if text in known:
        return known[text]
    several = _several()
    if text in several:
        raise NoZone(several=several[text])
    near = get_close_matches(text, [*known, *several], n=1, cutoff=_NEAR)
    raise NoZone(known.get(near[0]) if near else None)


def in_words(zone: str) -> str:
    """The zone as people read it: "Europe/Berlin", and "UTC+1" for what the zone data calls Etc/GMT-1."""
    fixed = re.fullmatch(r"Etc/GMT([+-])(\d{1,2})", zone, re.ASCII)
    if fixed is None:
        return zone
    return f"UTC{'-' if fixed[1] == '+' else '+'}{fixed[2]}" if int(fixed[2]) else UTC


def _folded(said: str) -> str:
    return "_".join(said.split()).casefold()[:60]


def _fixed(offset: re.Match[str]) -> str:
    """The zone that is so many hours from UTC all the year. Raises NoZone where there is none."""
    sign, hours, minutes = "+" if offset[1] == "+" else "-", int(offset[2]), int(offset[3] or 0)
    if minutes or hours > _FARTHEST[sign]:
        raise NoZone(is_odd_offset=True)
    return f"Etc/GMT{'-' if sign == '+' else '+'}{hours}" if hours else UTC


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """Every zone by its name in small letters, by its city where that is one zone's only, and by what it is called."""
    names = sorted(name for name in available_timezones() if "/" in name or name == UTC)
    cities: dict[str, str] = {}
    for name in names:
        city = name.rpartition("/")[2].casefold()
        cities[city] = "" if city in cities or name.startswith("Etc/") else name
    also = {word: zone for zone, words in _ALSO.items() if zone in names for word in words.split()}
    return {
        **{country: zones[0] for country, _, zones in _countries() if _are_one(zones)},
        **{city: name for city, name in cities.items() if name},
        **{name.casefold(): name for name in names},
        **also,
    }


@lru_cache(maxsize=1)
def _several() -> dict[str, str]:
    """The countries in which the clocks differ, as typed -> as written."""
    found = {word: country for word, country, zones in _countries() if word not in _known()}
    by_code = {"US": "the United States"}
    return {**found, **{word: by_code[code] for word, code in _SEVERAL.items()}}


def _are_one(zones: list[str]) -> bool:
    """Whether the clocks of all these zones show the same, in winter and in summer."""
    moments = (datetime(2026, 1, 15, tzinfo=UTC_TIME), datetime(2026, 7, 15, tzinfo=UTC_TIME))
    return len({tuple(at.astimezone(ZoneInfo(zone)).utcoffset() for at in moments) for zone in zones}) == 1


def _countries() -> Iterator[tuple[str, str, list[str]]]:
    """(as people may type it, as it is written, its zones with the most populous first) of every country."""
    data = files("tzdata") / "zoneinfo"
    rows = [line.split("\t") for line in (data / "zone.tab").read_text("utf-8").splitlines() if line[:1] != "#"]
    for line in (data / "iso3166.tab").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, name = line.split("\t")
        zones = [row[2] for row in rows if row[0] == code]
        if zones:
            plain = re.sub(r" \(.*\)", "", name)
            yield "_".join(plain.split()).casefold(), plain, zones
