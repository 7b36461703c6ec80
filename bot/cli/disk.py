"""The disk under a SQLite file: how much room it has, and whether it is a network's; behind `ftrag doctor`."""

import os
import re
from pathlib import Path

NETWORK = frozenset({
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "fuse.ceph", "glusterfs", "fuse.glusterfs", "lustre",
    "fuse.sshfs", "fuse.s3fs", "fuse.rclone", "davfs", "gpfs", "beegfs", "ocfs2", "virtiofs",
})  # fmt: skip
"""File systems on which SQLite's locks, or the memory that its processes share, are not to be relied on."""
LEAST = 64 * 1024 * 1024
"""Bytes that should be free: the write-ahead log of a busy day fits, and a migration's copy of a table."""
MOUNTS = Path("/proc/mounts")


def free_bytes(folder: Path) -> int:
    """How many bytes may still be written there; 0 where no more file can be made, however much room there is."""
    room = os.statvfs(folder)
    has_names = room.f_favail > 0 or room.f_files == 0  # some file systems count no files
    return room.f_bavail * room.f_frsize if has_names else 0


def is_read_only(folder: Path) -> bool:
    """Whether the disk is mounted so that nothing can be written."""
    return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


def file_system(folder: Path, mounts: str | None = None) -> str:
    """The kind of the file system that holds this folder, such as "ext4"; "" where the machine does not say."""
    if mounts is None:
        mounts = MOUNTS.read_text("utf-8", "surrogateescape") if MOUNTS.exists() else ""
    there = folder.resolve()
    kind, deepest = "", -1
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), fields[1]))
        if (point == there or point in there.parents) and len(point.parts) >= deepest:
            kind, deepest = fields[2], len(point.parts)
    return kind
