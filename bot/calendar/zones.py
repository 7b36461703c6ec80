"""Time zones as people type them -> the name that the calendar knows; used by the plan's dialog and by FTRAG_ZONE.

The zone data knows one city for each zone, and abbreviations that keep no clock changes ("EST"). People type the city
they live in and the letters they are used to, so the well-known ones of both stand here.
"""

from difflib import get_close_matches
from functools import lru_cache
from zoneinfo import available_timezones

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
    "Europe/London": "bst britain england manchester edinburgh",
    "Europe/Berlin": "cet cest munich münchen hamburg frankfurt cologne köln germany",
    "Europe/Paris": "lyon france",
    "Europe/Madrid": "barcelona spain",
    "Europe/Rome": "milan milano italy",
    "Europe/Zurich": "geneva basel zürich switzerland",
    "Europe/Lisbon": "porto wet west",
    "Europe/Athens": "eet eest",
    "Europe/Kyiv": "kiev lviv",
    "Africa/Johannesburg": "cape_town sast",
    "Asia/Jerusalem": "tel_aviv haifa",
    "Asia/Dubai": "abu_dhabi",
    "Asia/Kolkata": "ist mumbai delhi new_delhi bangalore bengaluru chennai hyderabad pune india",
    "Asia/Shanghai": "beijing shenzhen guangzhou china",
    "Asia/Ho_Chi_Minh": "hanoi saigon",
    "Asia/Tokyo": "jst osaka kyoto japan",
    "Asia/Seoul": "kst busan korea",
    "Asia/Singapore": "sgt",
    "Australia/Sydney": "aest aedt canberra",
    "Pacific/Auckland": "nzst nzdt wellington new_zealand",
    UTC: "gmt z zulu etc/utc etc/gmt",
}


def zone_named(named: str) -> str:
    """The zone that was typed, whatever its letters; a city will do. Raises NoZone."""
    text = "_".join(named.split()).casefold()[:60]
    known = _known()
    if text in known:
        return known[text]
    near = get_close_matches(text, known, n=1, cutoff=_NEAR)
    raise NoZone(known[near[0]] if near else None)


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """Every zone by its name in small letters, by its city where that is one zone's only, and by what it is called."""
    names = sorted(name for name in available_timezones() if "/" in name or name == UTC)
    cities: dict[str, str] = {}
    for name in names:
        city = name.rpartition("/")[2].casefold()
        cities[city] = "" if city in cities else name
    also = {word: zone for zone, words in _ALSO.items() if zone in names for word in words.split()}
    return {
        **{city: name for city, name in cities.items() if name},
        **{name.casefold(): name for name in names},
        **also,
    }
