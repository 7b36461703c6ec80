"""A typed message -> its sentences in plain words: quotations apart, contractions written out, slips put right.

A long message asks in one of its sentences; what stands before is context, and what it quotes is never its own.
"""

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rules.catalog.asking import chat, small
from rules.catalog.asking.asides import ASIDES, POLITELY, UNASKED
from rules.catalog.asking.contractions import CONTRACTIONS
from rules.catalog.phrases.spellings import SPELLINGS
from rules.hearing.questions.spelling import corrected, vocabulary
from rules.hearing.words.pieces import stem

LONGEST = 3_000
"""Characters that are read: what Slack takes in one message and a person reads as one."""

_HIDDEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_FENCED = re.compile(r"```.*?(?:```|$)|`[^`]*`", re.DOTALL)
_LINK = re.compile(r"<(?:https?|mailto):[^>\s]*>|https?://\S+|\bwww\.\S+")
_EMOJI = re.compile(r":[a-z0-9_+-]{2,}:")
_QUOTED = re.compile(r"^\s*>[^\n]*$", re.MULTILINE)
_CITED = re.compile(
    r"^\s*(?:re|on|about|scrolling up|quote|you said|you wrote)\s*:?\s*\"([^\"\n]*)\"\s*[-,:.]*\s*", re.IGNORECASE
)
_ABOUT = re.compile(r"^\s*(?:about|re|for|on|regarding)\s+[^:?.\n\"]{1,60}:\s+", re.IGNORECASE)
_BOT = re.compile(r"^\s*@(?:ftrag|bot)\b[:,]?\s*|@ftrag\b", re.IGNORECASE)
_PERSON = re.compile(r"<@[^>]*>|(?<![\w.])@[\w.-]*\w")
_TO_PERSON = re.compile(
    r"^\W*(?:(?:hi|hey|hello|thanks|ok|okay|so|cc|sorry|ping|btw|dear|mr|mrs|ms|dr|prof)\W+)*@\w", re.IGNORECASE
)
_HOLDS = (
    r"says?|said|saying|insists?|insisted|thinks?|thought|believes?|claims?|claimed|wants?|wanted|argues?|argued"
    r"|suggests?|suggested|told|swears?|swore|reckons?|prefers?|favors?|pushes|proposes?|proposed|would|is|was|are|were"
)
_TOLD_OF = re.compile(
    r"^\W*@(?!ftrag\b|bot\b)[\w.-]*\w(?:(?:,| and| &) @[\w.-]*\w)*"
    rf"(?= (?:(?:always|still|just|keeps?|kept|also|really|both|all) )*(?:{_HOLDS})\b[^?]*[.\n\"][^?]*\?)",
    re.IGNORECASE,
)
"""Colleagues of whom a message tells what they hold, before it asks about it: "@Ada says we should train. Why not?"."""
_ENDS = re.compile(r"(?<=[.?!;])(?:\s+|(?=[A-Z\"]))|\n+|\s+[-–—]+\s+(?=\S+\s+\S+\s+\S)|(?<=\?)")
_NUMBERED = re.compile(r"(?:(?<=\s)|^|(?<=:))\(?([a-dA-D]|[1-4]|i{1,3})\)\s*")
"""The labels of a list within a line: "a) ... b) ..."."""
_LISTED = re.compile(
    r"\s*(?:[a-dA-D1-9]\s*[:.)]|[-•*–])\s+"
    r"(?=(?:who|whose|what|why|when|which|where|how|can|could|may|is|are|do|does|would) (?!a\b|an\b|nice))",
    re.IGNORECASE,
)
"""The label of an item of a list that asks without a question mark."""
_COUNTED = re.compile(r"^[ \t]*([1-9])\.[ \t]+", re.MULTILINE)
"""The same, which no sentence ends with."""
_SHORTENED = re.compile(r"\b(?:e\.g|i\.e|etc|vs|v|approx|resp|no|nr|mr|mrs|dr)\.$", re.IGNORECASE)
_MARKS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "…": ". ", "*": " "}
)
_WORD = re.compile(r"\d+(?:[.,]\d+)*|\.\d+|[a-z]+(?:\d+[a-z]*)?|[^\W\d_]+|[,:;?!%$€£<>~=+&/-]")
_POLITE = tuple((phrase, "please ") for phrase in POLITELY)
_WRITTEN = (*CONTRACTIONS, *_POLITE, *((aside, " ") for aside in ASIDES))
_SHORT = tuple((re.compile(pattern), meant) for pattern, meant in _WRITTEN)
_UNASKED = re.compile(UNASKED)
_CALLED = re.compile(r"\s*([A-Z][a-z]+), (?=are|can|could|will|would|do|did|have|is|what|when|where|who|how|please)")
_ASKED_BY_NAME = re.compile(r"\s*([A-Za-z][a-z]+),? (?:are|can|could|will|would|do|did|have) (?:you|u)\b")
_CALLED_LAST = re.compile(r", ([A-Z][a-z]{2,})\?\s*$")
_CALLED_AT_END = re.compile(
    r"(?<!\bby)(?<!\bfrom)(?<!\bto)(?<!\bof)(?<!\bit)(?<!\band)(?<!\bwith)(?<!\bwas)(?<!\bdid)"
    r"[\s,]+@(?!ftrag\b|bot\b)[\w.-]*\w\s*(?:\?|$)",
    re.IGNORECASE,
)
"""Somebody called at the end of what is asked of them: "fancy a coffee @Anna?"."""
_TAKEN_BACK = re.compile(
    r"^[^\n]*?(?:\.{2,}|[,;?.!–—-]|\s)\s*(?:(?:no|oh|ah|sorry|hm+),?\s+)?"
    r"(?:wait(?:,? no)?|(?:scratch|strike|scrap|forget) that|(?:what )?i meant?(?: to (?:ask|say))?(?: was| is)?)\b"
    r"[\s,:;.–—-]+(?=(?:why|what|who|when|how|which|where|compare|show|send|explain|is|are|can|could|would)\b)",
    re.IGNORECASE,
)
"""What somebody asked before they took it back: "why not tools... no wait, why not RAG?"."""
_TURN = re.compile(
    r"(?:,|\s[-–—])\s*(?=(?:(?:and|so|but|because|therefore|hence)\s+)*"
    r"(?:(?:could|would|can|will) you\b|(?:please|pls|kindly)\b|what (?:i|we|he|she|they)\b"
    r"|(?:i|we|he|she|they)(?:'d| would| want| need|'m| am| are)?s? (?:like|love|want|wondering|keen|curious)?\s*"
    r"(?:to )?(?:know|understand|hear|see|be told|wondering|be interested)\b))",
    re.IGNORECASE,
)
"""Where a long sentence comes to what it asks."""
_WONDERED = re.compile(
    r"\s*(?!i (?:wonder|ask) (?:if|whether))(?:(?:our|my|the) [a-z]+, who\b[a-z' ]+, )?"
    r"(?:(?!why\b|you\b|u\b)[a-z]+ ){0,5}?"
    r"(?:(?:wants?|needs?|(?:would|should) (?:like|love)|(?:is|are|am) (?:keen|curious|eager|dying)) to"
    r" (?:know|understand|hear|learn|be told)"
    r"|(?:[a-z]+'(?:m|s|re)|is|are|am|keeps?|gets?) (?:asking|being asked|wondering)|wonders?|asks?"
    r"|(?<!i )(?<!we )asked)"
    r"(?: (?:me|us|again|once more|exactly|about|today|tonight|tomorrow|yesterday)"
    r"|,? (?:by|until|till|before|on|at|in|over|this|next|last) (?:the |our |a )?(?!(?:wh|how)[a-z]*\b)[a-z]+"
    r"(?: noon| morning)?)*,? "
    r"(?:(?:whether|if) |(?=(?:who|whose|what|why|when|which|where|how)\b(?! to\b)))",
    re.IGNORECASE,
)
"""Who wants to know, before what they want to know: "the auditor wants to know who ..."."""
_SUPPOSES = re.compile(r"\b(?:if|suppos\w*|imagin\w*|assum\w*|pretend|in case|were we|had we)\b", re.IGNORECASE)
_LONG = 18
_OPENERS = small("interjections")
_UNITS = small("units")
_SOMEBODY = "somebody\u2063"
"""Who stands in place of a mention; the mark tells them from a somebody that was typed."""
_JOINED = str.maketrans({"@": " ", "_": " "})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its words (marks within it kept in `text`), and whether it ends with a question mark."""

    text: str
    """Corrected words and marks, as one line."""
    words: tuple[str, ...]
    """The words and numbers alone."""
    stems: tuple[str, ...]
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Message:
    """A typed message: what it says itself, what it quotes, and whether it is meant for somebody else."""

    sentences: tuple[Sentence, ...]
    quoted: tuple[Sentence, ...]
    is_to_person: bool

    @property
    def quotation(self) -> str:
        """The words of what it quotes."""
        return " ".join(one.text for one in self.quoted)


def cut(text: str) -> Message:
    """The message in sentences."""
    plain = unicodedata.normalize("NFKC", html.unescape(text[: LONGEST * 2]))
    plain = _LINK.sub(" ", _FENCED.sub(" ", _HIDDEN.sub("", plain))).translate(_MARKS)[:LONGEST]
    plain = _BOT.sub(" ", plain)
    quoted = [line.strip().lstrip("> ") for line in _QUOTED.findall(plain)]
    own = _QUOTED.sub("\n", plain)
    cited = _CITED.match(own)
    if cited:
        quoted.append(cited[1])
        own = own[cited.end() :]
    own = _TOLD_OF.sub("somebody", own, count=1)
    own = _TAKEN_BACK.sub("", _ABOUT.sub("", own, count=1), count=1)
    is_to_person = _TO_PERSON.match(own) is not None or _CALLED_AT_END.search(own) is not None
    own = _COUNTED.sub(r"\1) ", own)
    if len(_NUMBERED.findall(own)) > 1:
        own = _NUMBERED.sub(r"\n\1: ", own)
    own = _PERSON.sub(f"{_SOMEBODY} ", own)
    own_sentences = tuple(_sentences(own))
    is_called = not own_sentences and any(_is_named(part) for part in _ENDS.split(own))
    is_to_person = is_to_person or is_called
    return Message(own_sentences, tuple(one for line in quoted for one in _sentences(line)), is_to_person)


def tells_of_somebody(text: str) -> bool:
    """Whether the message begins with what a colleague holds, and asks about it: it is not said to them."""
    return _TOLD_OF.match(_BOT.sub(" ", text).lstrip()) is not None


def is_quoting(text: str) -> bool:
    """Whether the message quotes something: a value in it is then what was said before."""
    return bool(cut(text).quoted)


@lru_cache(maxsize=128)
def sentence(raw: str, *, is_marked: bool = False) -> Sentence:
    """One sentence from its raw text."""
    plain = _EMOJI.sub(" ", raw.casefold())
    for pattern, meant in _SHORT:
        plain = pattern.sub(meant, plain)
    is_marked = is_marked and _UNASKED.match(plain) is None
    found = _WORD.findall(plain.translate(_JOINED))
    said: list[str] = []
    for at, word in enumerate(found):
        if word == "/" and found[at + 1 : at + 2] and found[at + 1] in _UNITS:
            said.append("per")
        elif word in {"-", "/"}:
            is_between = 0 < at < len(found) - 1 and found[at - 1][0].isdigit() and found[at + 1][0].isdigit()
            said += [word] if is_between else []
        elif word in {"+", "&"} and 0 < at < len(found) - 1 and found[at - 1].isalpha():
            said.append("plus")
        elif word == "&":
            said.append("and")
        elif word in chat() and not (word in {"v", "w", "k"} and at and found[at - 1][0].isdigit()):
            said += chat()[word]
        elif word in SPELLINGS:
            said += SPELLINGS[word].split()
        else:
            said += corrected(word)
    words = tuple(word for word in said if word[0].isalnum())
    return Sentence(" ".join(said), words, tuple(stem(word) for word in words), is_marked)


def stems_in(text: str) -> tuple[str, ...]:
    """The stems of a part of a sentence's text."""
    return tuple(stem(word) for word in text.split() if word[0].isalnum())


def _is_named(part: str) -> bool:
    """Whether a sentence calls somebody by name first: "Anna, are we still on for three?"."""
    called = _CALLED.match(part)
    if part.lstrip().startswith(_SOMEBODY):
        return True
    last = _CALLED_LAST.search(part)
    if last is not None and last[1].lower() not in vocabulary():
        return True
    return called is not None and called[1].lower() not in _OPENERS and called[1].lower() not in vocabulary()


def is_asked_by_name(text: str) -> bool:
    """Whether what nobody else is addressed in begins with a colleague's name: "ben are you sure?"."""
    called = _ASKED_BY_NAME.match(text)
    return called is not None and called[1].lower() not in _OPENERS and called[1].lower() not in vocabulary()


def _turned(part: str) -> list[str]:
    """A long sentence cut where it comes to its question; one that supposes something is left whole."""
    if len(part.split()) <= _LONG or _SUPPOSES.search(part):
        return [part]
    return [each for each in _TURN.split(part) if each.strip()]


def _cut_up(part: str) -> Sentence:
    """A part of the message as a sentence, without the label or the asker before what it asks."""
    listed = _LISTED.match(part)
    wondered = _WONDERED.match(part)
    asked = part[wondered.end() :] if wondered else part[listed.end() :] if listed else part
    is_asked = wondered is not None or listed is not None
    return sentence(asked, is_marked=is_asked or part.rstrip(" \"')").endswith("?"))


def _sentences(raw: str) -> list[Sentence]:
    """The sentences of a text, without those that call somebody else."""
    parts: list[str] = []
    for part in _ENDS.split(raw):
        if parts and _SHORTENED.search(parts[-1]):
            parts[-1] += f" {part}"
        else:
            parts.append(part)
    parts = [each for part in parts for each in _turned(part) if not _is_named(each)]
    cut_up = [_cut_up(part) for part in parts]
    return [one for one in cut_up if one.words]
