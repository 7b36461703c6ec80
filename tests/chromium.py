"""A browser for the tests: found, or installed where that is possible, or asked for in one sentence.

`make test` runs this first, as `python -m tests.chromium`; the browser tests ask `find()` for the path.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find() -> str | None:
    """The path of a Chromium or Chrome on this machine; CHROMIUM names one that stands elsewhere."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> bool:
    """Install it by apt. Says whether that worked."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    steps = (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"])
    for step in steps:
        done = subprocess.run(step, env=environment, stdout=subprocess.DEVNULL, check=False)
        if done.returncode != 0:
            return False
    return find() is not None


def main() -> int:
    """0 where there is a browser at the end."""
    if find():
        return 0
    if shutil.which("apt-get") and os.geteuid() == 0:
        sys.stderr.write("Chromium is missing: installing it by apt-get, which takes a minute or two.\n")
        if install():
            return 0
    sys.stderr.write(
        "The browser tests need Chromium, and it could not be installed from here. "
        "Install it (on Debian: apt-get install chromium), or name one: CHROMIUM=/path/to/chrome.\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
