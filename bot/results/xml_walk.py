"""XML read without trust: no document type, no entities of its own, a bounded depth; and control characters forgiven.

Several runners write control characters (the colors of a terminal) that XML does not allow; they are read as spaces.
"""

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO
from xml.parsers import expat

from bot.results.values import Refused

_CHUNK = 256 * 1024
_DEEPEST = 60
_FORBIDDEN = bytes(byte for byte in range(32) if byte not in {9, 10, 13})
_SPACES = bytes.maketrans(_FORBIDDEN, b" " * len(_FORBIDDEN))
_REFERENCE = re.compile(rb"&#(?:x0*(?:[0-8bcBCefEF]|1[0-9a-fA-F])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]));")
_TAIL = 12
"""Bytes kept back, so that a reference is not cut in two."""

Start = Callable[[str, dict[str, str]], None]


def parse_xml(
    stream: BinaryIO, start: Start, end: Callable[[str], None], text: Callable[[str], None]
) -> Iterator[None]:
    """Feed the file to the handlers, stopping after each piece for whoever wants to take what is ready.

    Raises Refused for what is no XML, has a document type, or is nested without end.
    """
    parser = expat.ParserCreate()
    depth = 0

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise Refused("The file is nested too deeply: no tool writes that. Export it again.")
        start(name.rpartition(":")[2], attributes)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name.rpartition(":")[2])

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.EntityDeclHandler = _refuse_doctype
    parser.buffer_text = True
    try:
        for piece, is_last in _pieces(stream):
            parser.Parse(piece, is_last)
            yield
    except expat.ExpatError as error:
        raise Refused(_said(error)) from None
    except (ValueError, LookupError, UnicodeError):
        raise Refused("The file is XML in an encoding that is not known: save it as UTF-8.") from None


def _pieces(stream: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    stream.seek(0)
    is_plain = not stream.read(2).startswith((b"\xff\xfe", b"\xfe\xff"))
    stream.seek(0)
    kept = b""
    while piece := stream.read(_CHUNK):
        if is_plain:
            whole = kept + piece.translate(_SPACES)
            piece, kept = whole[:-_TAIL], whole[-_TAIL:]
            piece = _REFERENCE.sub(b" ", piece) if b"&#" in piece else piece
        yield piece, False
    yield _REFERENCE.sub(b" ", kept), True


def _refuse_doctype(*_: object) -> None:
    raise Refused(
        "The file has a document type or entities of its own, which are never followed: export plain JUnit XML."
    )


def _said(error: expat.ExpatError) -> str:
    where = f"line {error.lineno}"
    if error.code in {
        expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS],
        expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN],
    }:
        return f"The file is cut off: its XML ends in the middle, at {where}. Export it again."
    return f"The file is damaged: it is not XML at {where}. Export it again."
