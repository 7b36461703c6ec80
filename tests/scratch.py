"""Where tests keep their temporary files: in memory, where the machine has room for them.

Storage waits until a commit is on the disk, thousands of times in a run, and so the tests took twice as long as they
had work. A file in memory is as real to SQLite and PostgreSQL; what a power cut leaves is no test's matter. A TMPDIR
that somebody set is left as it is.
"""

import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3
"""Several times what a run needs; a container often has 64 MB, which is too little."""


def move_to_memory() -> None:
    """Let this process and those that it starts keep temporary files in memory from now on."""
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK | os.X_OK):
        return
    if shutil.disk_usage(MEMORY).free >= ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)
