"""A zip archive, read member by member and never unpacked to disk: names are only compared, sizes are bounded.

The standard library cannot read members packed with Zstandard (method 93) before Python 3.14, so those are taken out of
the file by hand.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import BinaryIO

import zstandard

from bot.results.values import Refused

LARGEST_MEMBER = 16 * 1024 * 1024
LARGEST_WHOLE = 256 * 1024 * 1024
MOST_MEMBERS = 100_000
MOST_TIMES = 200
"""How many times larger than packed a member may be; JSON of an evaluation packs to a twentieth or so."""
_SMALL = 1024 * 1024
_ZSTANDARD = 93
_LOCAL = struct.Struct("<4s22xHH")
_BOMB = "The zip file unpacks to far more than a result file holds, so it is not opened. Export the results again."
_DAMAGED = "The zip file is damaged: export the results again."


class Archive:
    """The members of one zip file."""

    def __init__(self, stream: BinaryIO) -> None:
        """Look at the table of contents. Raises Refused where it is damaged or promises too much."""
        try:
            self._zip = zipfile.ZipFile(stream)
            self._members = {each.filename: each for each in self._zip.infolist()}
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error, UnicodeDecodeError):
            raise Refused(_DAMAGED) from None
        self._stream = stream
        if len(self._members) > MOST_MEMBERS:
            raise Refused(_BOMB)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members, as they stand there."""
        return tuple(self._members)

    def fits(self, names: Iterable[str]) -> bool:
        """Whether these members, unpacked, are within the limits, each of them and all together."""
        sizes = [self._members[name].file_size for name in names]
        return max(sizes, default=0) <= LARGEST_MEMBER and sum(sizes) <= LARGEST_WHOLE

    def read(self, name: str) -> bytes:
        """One member, unpacked in memory. Raises Refused where it is damaged, locked or too large."""
        member = self._members[name]
        if member.flag_bits & 1:
            raise Refused("The zip file is locked with a password: send it without one.")
        if member.file_size > LARGEST_MEMBER or member.file_size > max(_SMALL, member.compress_size * MOST_TIMES):
            raise Refused(_BOMB)
        try:
            if member.compress_type == _ZSTANDARD:
                return self._zstandard(member)
            with self._zip.open(member) as opened:
                return self._bounded(opened.read(member.file_size + 1), member.file_size)
        except (zipfile.BadZipFile, zlib.error, zstandard.ZstdError, EOFError, OSError, struct.error, ValueError):
            raise Refused(_DAMAGED) from None
        except (NotImplementedError, RuntimeError):
            raise Refused("The zip file is packed in a way that cannot be read here: export the log as JSON.") from None

    def _zstandard(self, member: zipfile.ZipInfo) -> bytes:
        self._stream.seek(member.header_offset)
        signature, name, extra = _LOCAL.unpack(self._stream.read(_LOCAL.size))
        if signature != b"PK\x03\x04":
            raise Refused(_DAMAGED)
        self._stream.seek(name + extra, 1)
        packed = self._stream.read(member.compress_size)
        with zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(packed) as opened:
            content = self._bounded(opened.read(member.file_size + 1), member.file_size)
        if zlib.crc32(content) != member.CRC:
            raise Refused(_DAMAGED)
        return content

    @staticmethod
    def _bounded(content: bytes, size: int) -> bytes:
        if len(content) != size:
            raise Refused(_DAMAGED)
        return content
