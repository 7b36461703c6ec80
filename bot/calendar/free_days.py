"""Public holidays, by a well-kept library that only the bot knows: rules/calendar takes the days from its caller.

The library is large, so it is imported when a review first needs a country, and off the event loop, since that takes
a quarter of a second: whoever recalls a schedule waits for `made_ready`. The list of countries stands here.
"""

from collections.abc import Container, Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from bot.runtime.turns import computed
from rules.calendar import WEEKEND

COUNTRIES: dict[str, str] = {
    "AR": "Argentina", "AU": "Australia", "AT": "Austria", "BD": "Bangladesh", "BE": "Belgium", "BR": "Brazil",
    "BG": "Bulgaria", "CA": "Canada", "CL": "Chile", "CN": "China", "CO": "Colombia", "CR": "Costa Rica",
    "HR": "Croatia", "CY": "Cyprus", "CZ": "Czechia", "DK": "Denmark", "EG": "Egypt", "EE": "Estonia",
    "FI": "Finland", "FR": "France", "DE": "Germany", "GR": "Greece", "HK": "Hong Kong", "HU": "Hungary",
    "IS": "Iceland", "IN": "India", "ID": "Indonesia", "IE": "Ireland", "IL": "Israel", "IT": "Italy",
    "JP": "Japan", "KE": "Kenya", "LV": "Latvia", "LT": "Lithuania", "LU": "Luxembourg", "MY": "Malaysia",
    "MT": "Malta", "MX": "Mexico", "MA": "Morocco", "NP": "Nepal", "NL": "Netherlands", "NZ": "New Zealand",
    "NG": "Nigeria", "NO": "Norway", "PK": "Pakistan", "PE": "Peru", "PH": "Philippines", "PL": "Poland",
    "PT": "Portugal", "RO": "Romania", "WS": "Samoa", "SA": "Saudi Arabia", "RS": "Serbia", "SG": "Singapore",
    "SK": "Slovakia", "SI": "Slovenia", "ZA": "South Africa", "KR": "South Korea", "ES": "Spain", "LK": "Sri Lanka",
    "SE": "Sweden", "CH": "Switzerland", "TW": "Taiwan", "TH": "Thailand", "TR": "Turkey", "UA": "Ukraine",
    "AE": "United Arab Emirates", "GB": "United Kingdom", "US": "United States", "UY": "Uruguay", "VN": "Vietnam",
}  # fmt: skip
"""The countries that are offered, by the code that the library knows them by; nationwide holidays only."""


def free_days(country: str | None) -> Container[date]:
    """The public holidays of a country, for any year; none where there is no country, or none that is listed."""
    return frozenset[date]() if country not in COUNTRIES else _calendar(country)


def weekend(country: str | None) -> frozenset[int]:
    """The days of the week on which a country rests, Monday being 0; Saturday and Sunday where none is named."""
    return WEEKEND if country not in COUNTRIES else frozenset(_calendar(country).weekend)


@lru_cache(maxsize=len(COUNTRIES))
def _calendar(country: str) -> Any:
    import holidays  # noqa: PLC0415 - large, and most reviews need none

    return holidays.country_holidays(country)


async def made_ready(countries: Iterable[str | None]) -> None:
    """Have the library at hand before the holidays of these countries are asked for."""
    wanted = {country for country in countries if country in COUNTRIES}
    if wanted - _READY:
        await computed(_make_ready, wanted)


_READY: set[str] = set()


def _make_ready(countries: Iterable[str]) -> None:
    for country in countries:
        _calendar(country)
        _READY.add(country)
