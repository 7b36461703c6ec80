"""The row type of the phrases."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """How people say one value of one fact; each field holds phrases, one a line or between bars."""

    fact: str
    value: str
    own: str = ""
    here: str = ""
    hint: str = ""
    bare: str = ""
