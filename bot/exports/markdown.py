"""Typed words in Markdown: shown as typed and dead in every reader, whichever rules of the language it follows.

Readers agree on the backslash before the marks of the first Markdown, and on nothing else: Python-Markdown shows it
before the others, so those are written as character references. GitHub's readers look for addresses in the source, so a
backslash inside one would break it, and not keep it from being a link; its colon is written as a reference instead.
"""

import re

from bot.views.text import clean

_CLASSIC = re.compile(r"[\\`*_{}\[\]()#+\-.!|]")
"""The marks before which each reader takes a backslash."""
_OTHERS = re.compile(r"[&<>~$@^]|==|:(?=//|[\w+'-]+:)")
"""Marks of this or that reader: HTML, strikethrough, mathematics, mentions, footnotes, highlights, addresses, emoji."""
_MARKS = re.compile(f"{_CLASSIC.pattern}|{_OTHERS.pattern}")
_DOMAIN = re.compile(r"@(?=[\w-]+\.)")
_JOINER = "\u2060"
"""Unseen and without width: behind the @ of a mail address, since one reader links even an @ written as a reference."""
_NEEDLESS = re.compile(r"(?<=[^\W\d_])[.()+!-](?=[^\W_])|(?<=[^\W\d_])[).!](?=\s|$)|(?<=\s)\((?=[^\W_])")
"""Between letters, and at the end of words, these are no marks in any reader; a number's point begins a list."""


def as_typed(text: str) -> str:
    """The words on one line of Markdown: no link, heading, list, table, HTML, format or mathematics comes of them."""
    line = clean(text)
    kept = {found.start() for found in _NEEDLESS.finditer(line)} if not _has_address(line) else set[int]()
    return _MARKS.sub(lambda found: found[0] if found.start() in kept else _written(found), line)


def _written(found: re.Match[str]) -> str:
    if _CLASSIC.fullmatch(found[0]):
        return f"\\{found[0]}"
    reference = "".join(f"&#{ord(letter)};" for letter in found[0])
    return reference + _JOINER if _DOMAIN.match(found.string, found.start()) else reference


def _has_address(line: str) -> bool:
    """Whether there is something that a reader may take for an address: then every mark in the line is escaped."""
    return "www." in line.lower() or "://" in line
