"""When two names are the same: by what people see of them, not by how they were typed.

Two features of one channel that nobody can tell apart would get each other's answers, so a name is compared without
regard to case, width, blanks and what is invisible, and letters of other scripts that look like Latin ones count as
those. It is only compared by this; it is kept and shown as it was typed.
"""

import unicodedata
from functools import lru_cache

_LOOK_ALIKE = str.maketrans(
    "авекмнорстухіјѕһԁԛԝӏ" + "αβεικνορτυχ" + "ıɡ",
    "abekmhopctyxijshdqwl" + "abeikvoptux" + "ig",
)
"""Cyrillic and Greek letters, in lower case, that look like Latin ones in either case; and two Latin oddities."""
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | {
    chr(code)
    for start, end in ((0x180B, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
    for code in range(start, end + 1)
}
"""What Unicode calls letters, marks or signs, and what shows as nothing."""


def is_blank(character: str) -> bool:
    """Whether there is nothing to see of it."""
    return character in _BLANK or unicodedata.category(character)[0] in "CZ"


@lru_cache(maxsize=1024)
def name_key(name: str) -> str:
    """By what two names are the same."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    words = ("".join(one for one in word if not is_blank(one)) for word in folded.split())
    return " ".join(word for word in words if word).translate(_LOOK_ALIKE)
