"""The file as it came: its limits, its encoding, and what it plainly is before any tool is thought of."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from bot.results.values import Refused

LARGEST = 64 * 1024 * 1024
"""Bytes that a result file may have."""
CHUNK = 1024 * 1024
LONGEST_LINE = 16 * 1024 * 1024
"""Characters."""
_HEAD = 4096

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x1f\x8b", "packed with gzip: unpack it (gunzip) and send what is inside"),
    (b"BZh", "packed with bzip2: unpack it and send what is inside"),
    (b"\xfd7zXZ", "packed with xz: unpack it and send what is inside"),
    (b"\x28\xb5\x2f\xfd", "packed with Zstandard: unpack it and send what is inside"),
    (b"\x04\x22\x4d\x18", "packed with LZ4 (ranx saves runs so): save it as JSON or TREC instead"),
    (b"7z\xbc\xaf", "a 7z archive: unpack it and send what is inside"),
    (b"Rar!", "a RAR archive: unpack it and send what is inside"),
    (b"PAR1", "a Parquet table: write it as CSV or JSON lines instead"),
    (b"ARROW1", "an Arrow table: write it as CSV or JSON lines instead"),
    (b"SQLite format 3", "a SQLite database: export the results as JSON instead"),
    (b"\x93NUMPY", "a NumPy array: write the results as CSV or JSON instead"),
    (b"\x89HDF", "an HDF5 file: write the results as CSV or JSON instead"),
    (b"%PDF", "a PDF: send the result file that the report was made from"),
    (b"\x89PNG", "a picture: send the result file instead"),
    (b"\xff\xd8\xff", "a picture: send the result file instead"),
    (b"\xd0\xcf\x11\xe0", "an old Excel file: save it as CSV instead"),
)
_PICKLE = re.compile(rb"\x80[\x02-\x05].")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|script)\b",
    re.IGNORECASE | re.DOTALL,
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Source:
    """One file: a seekable binary stream whose length is within the limit."""

    def __init__(self, stream: BinaryIO) -> None:
        """Look at the beginning. Raises Refused for what is too large, empty or plainly something else."""
        self._stream = stream
        self.size = stream.seek(0, 2)
        if self.size > LARGEST:
            raise Refused("The file is larger than 64 MB: export fewer tasks, or leave the traces out.")
        self._start, self.encoding = self._encoded()
        self.head = self._read_head()

    @property
    def is_zip(self) -> bool:
        """Whether it is a zip archive (an Inspect .eval log is one)."""
        return self.raw_head.startswith(b"PK")

    @property
    def raw_head(self) -> bytes:
        """The first bytes."""
        self._stream.seek(0)
        return self._stream.read(_HEAD)

    def binary(self) -> BinaryIO:
        """The stream, from its beginning."""
        self._stream.seek(0)
        return self._stream

    def chunks(self) -> Iterator[str]:
        """The text, a megabyte at a time."""
        self._stream.seek(self._start)
        decoder = codecs.getincrementaldecoder(self.encoding)()
        try:
            while piece := self._stream.read(CHUNK):
                if text := decoder.decode(piece):
                    yield text
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            raise Refused("The file is not text in UTF-8: save it as UTF-8 and send it again.") from None

    def lines(self) -> Iterator[str]:
        """The lines, without their ends; only a line feed ends one, as in JSON lines."""
        open_line: list[str] = []
        length = 0
        for text in self.chunks():
            first, *others = text.split("\n")
            open_line.append(first)
            length += len(first)
            if length > LONGEST_LINE:
                raise Refused("One line of the file is longer than 16 MB: no tool writes that. Export it again.")
            if others:
                yield "".join(open_line).removesuffix("\r")
                for line in others[:-1]:
                    yield line.removesuffix("\r")
                open_line, length = [others[-1]], len(others[-1])
        if length:
            yield "".join(open_line).removesuffix("\r")

    def around_first_break(self) -> tuple[str, str]:
        """The last character of the first line and the first one of what follows, spaces aside."""
        before, is_broken = "", False
        for text in self.chunks():
            line, _, rest = ("", "", text) if is_broken else text.partition("\n")
            before = line.rstrip()[-1:] or before
            is_broken = is_broken or len(line) < len(text)
            if is_broken and rest.strip():
                return before, rest.lstrip()[0]
        return before, ""

    def _encoded(self) -> tuple[int, str]:
        head = self.raw_head
        if not head.strip():
            raise Refused("The file is empty: export the results again.")
        for bom, encoding in _BOMS:
            if head.startswith(bom):
                return len(bom), encoding
        return 0, "utf-8"

    def _read_head(self) -> str:
        head = self.raw_head
        if self.is_zip:
            return ""
        for magic, said in _MAGIC:
            if head.startswith(magic):
                raise Refused(f"The file is {said}.")
        if _PICKLE.match(head):
            raise Refused(
                "The file is a Python pickle, which is never opened: write the results as JSON or CSV instead."
            )
        text = head[self._start :].decode(self.encoding, "ignore").lstrip()
        if "\0" in text:
            raise Refused("The file is not text: send the result file as JSON, JSON lines, CSV or XML.")
        if _HTML.match(text):
            raise Refused(
                "The file is a web page, perhaps a sign-in page or a report: download the results themselves, as JSON, "
                "CSV or XML."
            )
        return text
