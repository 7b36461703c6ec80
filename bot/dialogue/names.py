"""Text that people type: cleaned once on the way in, so that it can be shown anywhere without surprises.

Control characters, direction marks and invisible ones are taken out and blanks are folded; nothing is escaped here
(views do that), and emoji stay whole.
"""

import re
import unicodedata

from bot.errors import EmptyName, LongName
from storage.names import is_blank

NAME_LIMIT = 300
CONTEXT_LIMIT = 500
_JOINER = "\u200d"
_SHOWN = re.compile(r"\s+")
_ABOUT = re.compile(r"\s*(?:a question )?(?:about|on|for|regarding|re)\b[\s:]*", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|our)\s+", re.IGNORECASE)
_AFTER_NAME = " \t:,;.-\u2013\u2014"
_QUOTES = "\"'\u201c\u201d\u2018\u2019*"


def clean(text: str, limit: int | None = None) -> str:
    """The text in one line: no control, direction or invisible characters, no lone surrogates, blanks folded."""
    kept = "".join(_harmless(character) for character in text)
    folded = _SHOWN.sub(" ", kept).strip()
    return folded if limit is None else folded[:limit].rstrip()


def clean_lines(text: str, limit: int) -> str:
    """The text line by line, each cleaned, without empty ones at either end; marked where it was cut."""
    # More than the limit is never shown; a little more is read, so that the mark tells the truth.
    lines = [clean(line) for line in text[: limit * 4].splitlines()]
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return joined if len(joined) <= limit else joined[: limit - 1].rstrip() + "…"


def is_visible(text: str) -> bool:
    """Whether there is anything to see: a letter, a digit, a sign or an emoji."""
    return any(unicodedata.category(one)[0] in "LNPS" and not is_blank(one) for one in text)


def feature_name(text: str) -> str:
    """A feature's name, cleaned. Raises EmptyName or LongName."""
    name = clean(text)
    if not is_visible(name):
        raise EmptyName
    if len(name) > NAME_LIMIT:
        raise LongName
    return name


def behind_name(text: str, name: str) -> str | None:
    """What is said of the feature with which the words begin; None where they do not begin with it.

    "about Support copilot: why not fine-tuning?", "about the support copilot, ...", and without "about" where a mark
    follows the name.
    """
    about = _ABOUT.match(text)
    rest = text[about.end() if about else 0 :].lstrip(_QUOTES)
    article = _ARTICLE.match(rest)
    if article and not _begins(rest, name):  # a name may begin with an article itself
        rest = rest[article.end() :].lstrip(_QUOTES)
    if not _begins(rest, name):
        return None
    after = rest[len(name) :].lstrip(_QUOTES)
    is_end = not after or (after[0] in _AFTER_NAME and (about is not None or not after[0].isspace()))
    return after.lstrip(_AFTER_NAME) if is_end else None


def _begins(text: str, name: str) -> bool:
    return bool(name) and text[: len(name)].casefold() == name.casefold()


def _harmless(character: str) -> str:
    category = unicodedata.category(character)
    if character.isspace() or category in {"Zl", "Zp"}:
        return " "
    if character == _JOINER or not category.startswith("C"):
        return character
    return ""
