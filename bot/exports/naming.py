"""How the files of a decision are named."""

from datetime import date
from unicodedata import category

from bot.views.text import clean, clusters

_STEM = 150
"""Octets of a name: with day, id and form it fits every file system, whatever the alphabet."""


def file_stem(name: str, decided_on: date, id_: str) -> str:
    """Named by the feature in its own letters, the day and the record: versions lie side by side in a folder."""
    kept = (one if all(category(c)[0] in "LNM" for c in one) else "-" for one in clusters(clean(name).lower()))
    words = "-".join(filter(None, "".join(kept).split("-")))
    return f"{_within(words, _STEM) or 'decision'}-{decided_on}-{id_[:8]}"


def _within(words: str, octets: int) -> str:
    """The beginning that is no longer, cut between letters."""
    found = ""
    for one in clusters(words):
        if len((found + one).encode()) > octets:
            break
        found += one
    return found.rstrip("-")
