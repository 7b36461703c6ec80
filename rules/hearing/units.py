"""What units are worth: of time, of rates, of text. Words stand by their stems."""

from rules.hearing.pieces import stem


def _units(*rows: tuple[float, str]) -> dict[str, float]:
    return {stem(unit): factor for factor, names in rows for unit in names.split()}


SECONDS = _units(
    (0.001, "ms msec msecs millisecond milliseconds millis"),
    (1.0, "s second seconds"), (60.0, "min minute minutes"), (3_600.0, "h hour hours"), (86_400.0, "day days night"),
    (604_800.0, "week"), (2.6e6, "month"), (3.15e7, "year"),
)  # fmt: skip
"""Lengths of time, in seconds."""
PER_DAY = _units(
    (86_400.0, "second seconds s"), (1_440.0, "min minute minutes"), (24.0, "hour hours h hourly"),
    (1.0, "day days d daily night nightly"), (1 / 7, "week weeks wk w weekly"), (1 / 30, "month months mo monthly"),
    (1 / 365, "year years yearly annually annum"),
)  # fmt: skip
"""How often a day something comes that comes once in this time."""
RATES = _units((86_400.0, "qps rps tps"), (1_440.0, "rpm qpm"), (24.0, "rph"))
"""The same for rates that say what comes: "12 qps"."""
ADVERBS = frozenset(stem(word) for word in ["hourly", "daily", "nightly", "weekly", "monthly", "yearly", "annually"])
"""The times of PER_DAY that say "once in" by themselves."""
TOKENS = _units(
    (1.0, "token tokens tok"), (4 / 3, "word words"), (0.25, "character characters char chars"), (500.0, "page pages"),
    (25.0, "sentence sentences"), (130.0, "paragraph paragraphs"), (400.0, "slide slides"), (250.0, "kb kilobytes"),
    (250_000.0, "mb megabyte megabytes megs meg"), (250e6, "gb gigabyte gigabytes gigs gig"),
    (250e9, "tb terabyte terabytes"),
)  # fmt: skip
"""Sizes of text, in tokens."""
