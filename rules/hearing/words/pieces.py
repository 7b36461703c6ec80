"""Typed text -> pieces: one spelling, lower-case words, whole numbers, and the marks that break or join.

First step of `hear`: everything after it works on pieces, never on the raw text. Words are compared by their stems.
"""

import html
import re
import unicodedata
from functools import lru_cache
from sys import intern

from Stemmer import Stemmer

from rules.catalog.phrases.spellings import CONTRACTIONS, SPELLINGS

LONGEST = 600
"""Characters that are read: an answer stands in its first sentences, and reading stays fast whatever is pasted."""

BREAKS = frozenset({",", ".", ";", "!", "?", ":"})
"""Marks at which a thought ends."""
NAME = "@"
"""The piece that stands for a colleague's name."""

_HIDDEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_FENCED = re.compile(r"```.*?(?:```|$)", re.DOTALL)
_LINK = re.compile(r"<(?:https?|mailto):[^|>\s]*(?:\|([^>]*))?>|https?://\S+|\bwww\.\S+")
_CHANNEL = re.compile(r"<[#!][^>]*>")
_PERSON = re.compile(r"<@[^>]*>|(?<![\w.])@[\w.-]*\w")
_AT = re.compile(r"(?<!\S)@(?=\s|\d)")
"""The sign for "at", which calls nobody: "95% @ 2 s"."""
_EMOJI = re.compile(r":[a-z0-9_+-]{2,}:")
_QUOTED = re.compile(r"^\s*>.*$", re.MULTILINE)
_APOSTROPHES = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "`": " ", "´": "'", "“": '"', "”": '"', "–": "-", "—": " , ", "_": " ", "*": " ",
        "…": " . ", "\n": " . ", "(": " , ", ")": " , ", "≈": "~", "≤": "<", "≥": ">",
        "•": " . ", "|": " , ", "→": " becomes ", "×": " x ",
    }
)  # fmt: skip
_PIECE = re.compile(r"\d{1,2}:\d{2}(?!\d)|24/7|\d+(?:[.,]\d+)*|(?<!\d)\.\d+|[^\W\d_][^\W_]*|[@~<>%$€£+?!;:,./^-]")
_SHORT = tuple((re.compile(rf"\b(?:{typed})\b"), meant) for typed, meant in CONTRACTIONS)
_PER = re.compile(
    r"(?<=[a-z0-9])\s?/\s?(?=(?:day|d|hour|h|hr|min|minute|s|sec|second|week|wk|month|mo|year|yr|"
    r"class|label|category|user|request|call)\b)"
)
_SPACED = re.compile(r"(?<=\b\d)\s(?=\d{3}\b)|(?<=\b\d\d)\s(?=\d{3}\b)|(?<=\b\d\d\d)\s(?=000\b)")
"""The space in "25 000" and "1 200"."""
_POWER = re.compile(r"\b(\d)e(\d)\b|\b10\^(\d)\b")
"""1e6, 10^6."""
_BY = re.compile(r"(?<=\d)x(?=\d)")
"""What stands between two numbers that are multiplied: 40x200."""
_MIDDLE_K = re.compile(r"\b(\d{1,3})k(\d)\b")
"""2k5, which is 2.5k."""
_ABBREVIATED = re.compile(r"\b(approx|appr|ca|max|min|avg|est)\.(?=\s*[\d~])")
_MORE_THAN = re.compile(r"\s*>\s*=?\s*[\d~.][^\n]*")
"""One line alone that would be a quotation, and says "more than": ">1M/day"."""
_EQUALS = re.compile(r"(?<=[a-z])\s*=\s*(?=\w)")
"""What a form writes behind the name of a question: "freshness = weekly"."""
_ARROW = re.compile(r"\s*[-=]+>\s*")
"""What was, before what is: "hundreds -> thousands"."""
_PLUS = re.compile(r"(?<=[a-z]) [+&] (?=[a-z])")
"""What joins two words ("format + tone"), and parts several: "quarterly + must cite + only in the EU"."""
_DASH = re.compile(r"(?<!\d)\s+-+\s+|\s+-+\s+(?![\d.])|--+")
_SLASH = re.compile(r"(?<=[^\s.,;:!?]) +/ +(?=[^\s.,;:!?])")
"""What stands between words as a mark of its own, with space around it."""
_AROUND_SLASH, _A_STATEMENT = 2, 3
"""Words on either side of it, and on one of them at least, where it parts statements; else it means "or"."""
_MARK = re.compile(r"[.,;:!?/](?:\s|$)")
_ADVERB_WORDS = """
hourly daily nightly weekly monthly quarterly yearly annually manually handful constantly regulated
hardly barely rarely scarcely helpful freshness severity
"""
_ADVERBS = frozenset(_ADVERB_WORDS.split())
"""Words that are not the one that they come from: what is weekly is not a week."""
_STEMMER = Stemmer("english", 0)
"""Without a cache of its own: `stem` has one."""
_MARKED = re.compile(r"[^\x00-\x7f]|[<>@:`]|www\.")
"""Whether there can be anything to strip: most lines are plain words."""
_CAN_BE_SHORT = re.compile(rf"\b(?:{'|'.join(typed for typed, _ in CONTRACTIONS)})\b")
"""Whether there is any short form: most lines have none, and looking for all at once is far cheaper."""


@lru_cache(maxsize=64)
def pieces(text: str) -> tuple[str, ...]:
    """The text as pieces. Mentions of people become one "@" each; links, code, quoted lines and hidden marks go."""
    plain = unicodedata.normalize("NFKC", html.unescape(text[: LONGEST * 4]))
    plain = (_stripped(plain) if _MARKED.search(plain) else plain.casefold()).translate(_APOSTROPHES)[:LONGEST]
    if _CAN_BE_SHORT.search(plain):
        for pattern, meant in _SHORT:
            plain = pattern.sub(meant, plain)
    plain = _ABBREVIATED.sub(r"\1", _MIDDLE_K.sub(r"\1.\2k", _POWER.sub(_written_out, _BY.sub(" x ", plain))))
    plain = _EQUALS.sub(" : ", _SPACED.sub("", plain))
    plain = _DASH.sub(" , ", _ARROW.sub(" becomes ", _PER.sub(" per ", plain)))
    plain = _unslashed(plain) if " / " in plain else plain
    plain = _PLUS.sub(" , " if len(_PLUS.findall(plain)) > 1 else " and ", plain)
    return tuple(_joined(_PIECE.findall(plain)))


def _written_out(power: re.Match[str]) -> str:
    return f"{power[1] or 1}{'0' * int(power[2] or power[3])}"


def _unslashed(plain: str) -> str:
    """The text with a mark for each slash that parts statements: "about twice a year / documents only / no tests"."""
    said, *rest = _SLASH.split(plain)
    for after in rest:
        sides = [len(_MARK.split(said)[-1].split()), len(_MARK.split(after)[0].split())]
        are_apart = min(sides) >= _AROUND_SLASH and max(sides) >= _A_STATEMENT
        said = f"{said} ; {after}" if are_apart else f"{said} / {after}"
    return said


def _stripped(plain: str) -> str:
    plain = _HIDDEN.sub("", plain)
    plain = _FENCED.sub(" ", plain)
    plain = plain if _MORE_THAN.fullmatch(plain) else _QUOTED.sub(" ", plain)
    plain = _LINK.sub(lambda link: f" {link.group(1) or ''} ", plain)
    plain = _PERSON.sub(f" {NAME} ", _AT.sub(" at ", _CHANNEL.sub(" ", plain)))
    return _EMOJI.sub(" ", plain.casefold())


def _joined(found: list[str]) -> list[str]:
    """Marks inside words away ("ad-hoc" is two words), marks between numbers kept ("1-2"), common slips put right."""
    kept: list[str] = []
    for at, piece in enumerate(found):
        before, after = found[at - 1 : at], found[at + 1 : at + 2]
        if piece in {"-", "/"} and not (_is_number(before) and (_is_number(after) or piece == "-")):
            kept += ["or"] if piece == "/" and before and after else []
        elif piece == "." and not kept:
            continue
        elif piece[0] == "." and len(piece) > 1:
            kept.append(f"0{piece}")
        else:
            kept += SPELLINGS.get(piece, piece).split()
    return kept


def _is_number(found: list[str]) -> bool:
    return bool(found) and found[0][0].isdigit()


@lru_cache(maxsize=4_000)
def stem(piece: str) -> str:
    """The word without the endings that people vary: "documents", "documented" and "document" are one.

    It is once in memory, in however many phrases it stands.
    """
    is_whole = not piece.isalpha() or len(piece) < 4 or piece in _ADVERBS
    return intern(piece if is_whole else _STEMMER.stemWord(piece))


def stems_of(words: str) -> frozenset[str]:
    """The stems of words in a row, as a set to look words up in."""
    return frozenset(stem(word) for word in words.split())
