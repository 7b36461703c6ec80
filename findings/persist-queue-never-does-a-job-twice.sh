#!/usr/bin/env bash
# One would guess: a queue of unique items holds each item once at a time: a second "update the home page of C1" is left
# out while the first one waits or is worked on, and is taken once the first is done. persist-queue's UniqueQ does so.
# What happens (persist-queue 1.1.0): in UniqueAckQ, the one with acknowledgments, an item that was ever acknowledged stays
# in the table and its data stays unique, so the same item is never taken again: put() gives None, size is 0, and no
# worker sees it, after a restart neither. The same holds for one that was given up with ack_failed(). The monthly review
# of a channel comes once in its life. clear_acked_data() as it stands keeps the latest 1,000 and frees none of them;
# with keep_latest=0 it frees what was done, and what was given up only with clear_ack_failed=True besides.
# What to do: put what tells two runs apart into the item (the month of a review), and look at what put() gives; or clear
# with keep_latest=0 and clear_ack_failed=True after each ack.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check persist-queue==1.1.0
v/bin/python - <<'P'
from importlib.metadata import version

from persistqueue import SQLiteAckQueue, UniqueAckQ, UniqueQ
from persistqueue.exceptions import Empty

JOB = "review C1"


def taken(queue):
    """What a worker gets, or None."""
    try:
        return queue.get(block=False)
    except Empty:
        return None


def again(kind, end):
    """What a worker gets of a job that was put, taken, ended and put once more."""
    queue = kind(f"{kind.__name__}-{end}", auto_commit=True)
    queue.put(JOB)
    item = taken(queue)
    if end:
        getattr(queue, end)(item)
    given = queue.put(JOB)
    return given is not None, queue.size, taken(queue)


print("persist-queue", version("persist-queue"))
SEEN = [
    (UniqueQ, "", (True, 1, JOB)),
    (SQLiteAckQueue, "ack", (True, 1, JOB)),
    (UniqueAckQ, "ack", (False, 0, None)),
    (UniqueAckQ, "ack_failed", (False, 0, None)),
]
for kind, end, seen in SEEN:
    found = again(kind, end)
    print(f"{kind.__name__:15} {end or 'get':11} put again: an id {found[0]}, size {found[1]}, a worker gets {found[2]!r}")
    assert found == seen, "this has changed"

later = UniqueAckQ("UniqueAckQ-ack", auto_commit=True)
later.put(JOB)
assert taken(later) is None, "this has changed"
print("opened anew, put again: nothing")
CLEARED = [
    ("ack", {}, None),
    ("ack", {"keep_latest": 0}, JOB),
    ("ack_failed", {"keep_latest": 0}, None),
    ("ack_failed", {"keep_latest": 0, "clear_ack_failed": True}, JOB),
]
for number, (end, how, seen) in enumerate(CLEARED):
    queue = UniqueAckQ(f"cleared-{number}", auto_commit=True)
    queue.put(JOB)
    getattr(queue, end)(taken(queue))
    queue.clear_acked_data(**how)
    queue.put(JOB)
    found = taken(queue)
    print(f"{end}, clear_acked_data({how or ''}), put again: {found!r}")
    assert found == seen, "this has changed"
P
