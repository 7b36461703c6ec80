"""Who holds a row: this process by a name that others can judge, so that what a dead one held is free at once.

A name is the machine (with its boot and its space of process ids, so a container is one of its own), the process id,
and when that process began, which tells it from a later one with the same id.
"""

import hashlib
import os
import socket
from pathlib import Path
from uuid import uuid4

_PROC = Path("/proc")


def new_owner() -> str:
    """A name for this process, of its own for each call."""
    pid = os.getpid()
    return f"{_machine()}:{pid}:{_began(pid)}:{uuid4().hex[:8]}"


def is_gone(owner: str) -> bool:
    """Whether the process of this name has surely ended: one of another machine is never known to have."""
    machine, _, rest = owner.partition(":")
    pid, _, rest = rest.partition(":")
    began = rest.partition(":")[0]
    if machine != _machine() or not pid.isdecimal():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    now_began = _began(int(pid))
    return bool(now_began) and now_began != began


def _machine() -> str:
    """This machine, boot and space of process ids, as a short word."""
    boot = _read(_PROC / "sys/kernel/random/boot_id")
    try:
        space = str((_PROC / "self/ns/pid").readlink())
    except OSError:
        space = ""
    return hashlib.sha256(f"{socket.gethostname()}\n{boot}\n{space}".encode()).hexdigest()[:12]


def _began(pid: int) -> str:
    """When the process with this id began, in the machine's ticks; "ended" for one that nobody has buried yet."""
    fields = _read(_PROC / str(pid) / "stat").rpartition(")")[2].split()
    if len(fields) < 20:
        return ""
    return "ended" if fields[0] in {"Z", "X"} else fields[19]


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace").strip()
    except OSError:
        return ""
