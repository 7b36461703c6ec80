"""Words of the trade, explained where a message first uses them: a small line below, once, unless it says so itself."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

Block = dict[str, Any]


class Term(NamedTuple):
    """A word, what says that a text explains it already, and the line that does."""

    word: str
    """In small letters: a look for it is cheap, and spares the pattern where it is not there."""
    used: re.Pattern[str]
    is_explained: re.Pattern[str]
    line: str


def _term(word: str, explains: str, line: str) -> Term:
    return Term(word, re.compile(rf"\b{word}s?\b", re.IGNORECASE), re.compile(explains, re.IGNORECASE), line)


TERMS = (
    _term(
        "golden task", "good answer (must|to it)", "Golden task: a real question with what a good answer must contain."
    ),
    _term("bucket", "kind of failure", "Bucket: one kind of failure, such as a retrieval miss."),
    _term(
        "offline suite", "one command", "Offline suite: test cases that run with one command, before anything changes."
    ),
    _term("chunk", "pieces of a document", "Chunk: one of the pieces of a document that search finds."),
    _term("rerank", "puts the best", "Rerank: reading the first finds once more and putting the best on top."),
    _term("rollback", "going back", "Rollback: going back to the version before."),
)
"""Every word that is explained wherever a message uses it."""


IN_THREAD = frozenset({"golden task"})
"""Explained by the verdict and the review, the first to use it: what is said beneath them does not repeat it."""


def explained(blocks: Iterable[Block], known: Collection[str] = ()) -> list[Block]:
    """The blocks with a small line after each in which a word is used that nothing explains.

    Neither the message does, nor what its reader has seen before it: `known`.
    """
    shown = list(blocks)
    everything = "\n".join(text for block in shown for text in _texts(block))
    lowered = everything.lower()
    used = [term for term in TERMS if term.word in lowered and term.word not in known and term.used.search(everything)]
    waiting = [term for term in used if not term.is_explained.search(everything)]
    if not waiting:
        return shown
    found: list[Block] = []
    for block in shown:
        text = "\n".join(_texts(block))
        now = [term for term in waiting if term.used.search(text)]
        waiting = [term for term in waiting if term not in now]
        found += [block, *([_line(now)] if now else [])]
    return found


def explained_below(blocks: Iterable[Block]) -> list[Block]:
    """The blocks of a message in a thread whose beginning has explained its words."""
    return explained(blocks, IN_THREAD)


def _line(terms: list[Term]) -> Block:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": term.line, "verbatim": True} for term in terms]}


def _texts(block: Block) -> Iterator[str]:
    """What a block says; what its controls are called is no place to explain a word."""
    match block["type"]:
        case "section" | "header" if "text" in block:
            yield block["text"]["text"]
        case "context":
            yield from (element["text"] for element in block["elements"] if "text" in element)
        case "input":
            yield block["label"]["text"]
        case _:
            pass
