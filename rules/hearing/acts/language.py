"""Which other language a line is in: a machine's, which is no answer, or people's, by script and little words."""

import re
import unicodedata
from functools import lru_cache

from rules.catalog import phrases as catalog
from rules.hearing.values import Line

_SCRIPTS = {
    "CYRILLIC": "Russian or another language in Cyrillic letters", "CJK": "Chinese or Japanese",
    "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean", "ARABIC": "Arabic", "HEBREW": "Hebrew",
    "GREEK": "Greek", "DEVANAGARI": "Hindi", "THAI": "Thai",
}  # fmt: skip
_ENGLISH_WORDS = "a i to in on as do is no are me per die also was so men man her by all most or am an of and"
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_CODE = re.compile(
    r"""(?ix) ^\s*(?:
      select\s+\*\s+from\b | select\b.+\bfrom\s+\w+\s*(?:;|where\b|join\b|limit\b)
    | (?:insert\s+into|drop\s+(?:table|database)|alter\s+table|create\s+table)\s+\w+
    | delete\s+from\s+\w+\s*(?:;|where\b|$)
    | update\s+\w+\s+set\s+\w+\s*=
    | (?:def|class|function)\s+\w+\s*\(|(?:from\s+[\w.]+\s+)?import\s+[\w.]+\s*(?:;|$)
    | (?:const|let|var)\s+\w+\s*=|\#include\s*<|[{\[]\s*"\w+"\s*:|</?\w+[^<>]*>.*</\w+>\s*$
    )"""
)
"""How a statement in SQL, a program, an object in JSON or a piece of HTML begins."""
_LEAST = 2
_SHARE = 0.34


def is_code(text: str) -> bool:
    """Whether the line is a statement for a machine. Its words would only look like an answer."""
    return _CODE.match(text) is not None


def language(typed: Line) -> str | None:
    """The language's English name; None where the line may be English."""
    letters = [letter for letter in typed.text if letter.isalpha()]
    scripts = [unicodedata.name(letter, "").partition(" ")[0] for letter in letters[:40] if not letter.isascii()]
    other = [script for script in scripts if script in _SCRIPTS]
    if len(other) * 2 > len(letters[:40]):
        return _SCRIPTS["HIRAGANA" if "HIRAGANA" in other else other[0]]
    words = [piece for piece in typed.pieces if piece.isalpha()]
    counted = {name: sum(word in known for word in words) for name, known in _words().items()}
    best = max(counted, key=lambda name: counted[name])
    return best if counted[best] >= _LEAST and counted[best] >= _SHARE * len(words) else None


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) - _ENGLISH for name, words in catalog.languages().items()}
