#!/usr/bin/env bash
# One would guess: humanfriendly (among the most downloaded packages of PyPI) shows a price of 0.00000275 dollars a token, with
# format_number and its two decimals, as 0 or so; it rounds; a year is 365 days, both in parse_timespan, which reads "1 year"
# from a setting, and in format_timespan; 59 minutes are followed by an hour.
# What happens (humanfriendly 10.0): format_number cuts the text that Python makes of a number at its point, and takes an
# exponent for decimals: 0.00000275 is "2.75", 0.0000125 is "1.25", that is a million and a hundred thousand times as much;
# 0.0000025 is "2.5e", 0.00001 "1e,-05". More decimals help some (2.75e-06), and not the last. It cuts off, too: 0.999 of the
# answers are 0.99, 0.00019 with four decimals 0.0001. A year is 52 weeks, so 364 days: what is to be looked at again in "3
# years" is due on November 25 instead of 29, and two calendar years are shown as "2 years and 2 days". Shortly before a full
# minute or hour there are "60 seconds" and "59 minutes and 60 seconds". Plain numbers of up to two decimals and from 0.0001 on,
# days and weeks are right. Nothing is said.
# What to do: f"{number:,.8f}", or prices per million tokens; periods in days or weeks; round seconds before they are shown.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check humanfriendly==10.0
v/bin/python - <<'P'
from datetime import date, timedelta
from importlib.metadata import version

from humanfriendly import format_number, format_timespan, parse_timespan

print("humanfriendly", version("humanfriendly"))
NUMBERS = [
    (1234.5, 2, "1,234.5"),
    (0.00000275, 2, "2.75"),
    (0.0000125, 2, "1.25"),
    (0.0000025, 2, "2.5e"),
    (0.00001, 2, "1e,-05"),
    (0.00000275, 8, "2.75e-06"),
    (0.00001, 8, "1e,-05"),
    (0.999, 2, "0.99"),
    (0.00019, 4, "0.0001"),
]
for number, decimals, seen in NUMBERS:
    found = format_number(number, num_decimals=decimals)
    print(f"{number:.8f} with {decimals} decimals: {found}; Python's own format has {number:,.{decimals}f}")
    assert found == seen, "this has changed"

TODAY = date(2026, 11, 29)
for words, seen in (("1 year", 364), ("3 years", 1092), ("26 weeks", 182), ("90 days", 90)):
    days = parse_timespan(words) / 86400
    print(f"{words}: {days:g} days, from {TODAY} on until {TODAY + timedelta(days)}")
    assert days == seen, "this has changed"

SPANS = [
    (timedelta(days=365), "1 year and 1 day"),
    (date(2027, 11, 29) - date(2025, 11, 29), "2 years and 2 days"),
    (timedelta(seconds=59.999), "60 seconds"),
    (timedelta(seconds=3599.999), "59 minutes and 60 seconds"),
    (timedelta(seconds=3600), "1 hour"),
]
for span, seen in SPANS:
    found = format_timespan(span)
    print(f"{span}: {found}")
    assert found == seen, "this has changed"
P
