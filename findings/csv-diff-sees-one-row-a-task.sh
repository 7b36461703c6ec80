#!/usr/bin/env bash
# One would guess: csv-diff ("tool for viewing the difference between two CSV, TSV or JSON files") shows each row that is in one file and
# not in the other, as often as it is there; with --key=task it takes the column for "a unique ID for each row", says that the IDs are
# not unique where several models answered one task, or compares all of their rows.
# What happens (csv-diff 1.2; beside it daff 1.4.2): the rows become a dictionary by the key, and of rows with one key the LAST is left.
# Of two runs of two models with a row a task and model, in which all verdicts of the first model turned from yes to no, nothing
# is shown, and --json has five empty lists; the same turn of the second model, which comes last, is shown. Rows without a task yet (an
# empty cell) are one row. Without --key the whole row is the key, so rows that are alike count once: of the votes of a panel, two for
# yes and one for no, against one for yes and three for no, nothing is shown either. The exit code is 0, as it is with differences, so an
# empty output is taken for "the run is as it was". Nothing is said.
# What to do: daff, which shows all of these; or a column of its own that joins task and model, and --key with that; compare the number
# of rows with the number of keys first.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check csv-diff==1.2 daff==1.4.2
v/bin/python -W ignore - <<'P'
import csv
import json
import subprocess
from importlib.metadata import version

for name in ("csv-diff", "daff"):
    print(name, version(name))


def printed(*command):
    done = subprocess.run(["v/bin/" + command[0], *command[1:]], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def compared(before, after, *key):
    """How many differences csv-diff has, and which marks daff puts on the rows that differ."""
    for name, rows in (("before.csv", before), ("after.csv", after)):
        with open(name, "w", newline="") as file:
            csv.writer(file).writerows(rows)
    found = json.loads(printed("csv-diff", "before.csv", "after.csv", "--json", *key))
    marks = [row[0] for row in csv.reader(printed("daff", "diff", "before.csv", "after.csv").splitlines())]
    return sum(map(len, found.values())), " ".join(mark for mark in marks if mark and mark not in ("@@", "..."))


HEAD = ["task", "model", "right"]
RUN = [HEAD, *([task, model, "yes"] for task in "12" for model in "ab")]
FIRST = [HEAD, *([task, model, "no" if model == "a" else "yes"] for task in "12" for model in "ab")]
LAST = [HEAD, *([task, model, "no" if model == "b" else "yes"] for task in "12" for model in "ab")]
NO_TASK = [HEAD, ["", "a", "yes"], ["", "b", "yes"]]
TURNED = [HEAD, ["", "a", "no"], ["", "b", "yes"]]
VOTES, OTHERS = [["vote"], ["yes"], ["yes"], ["no"]], [["vote"], ["yes"], ["no"], ["no"], ["no"]]
SEEN = [
    ("the first model's verdicts turned", RUN, FIRST, ["--key=task"], 0, "-> ->"),
    ("the last model's verdicts turned", RUN, LAST, ["--key=task"], 2, "-> ->"),
    ("rows without a task", NO_TASK, TURNED, ["--key=task"], 0, "->"),
    ("two votes for yes and one for no, then one and three", VOTES, OTHERS, [], 0, "--- +++ +++"),
]
for words, before, after, key, seen, right in SEEN:
    found, marks = compared(before, after, *key)
    print(f"{words}: csv-diff {' '.join(key)} shows {found} differences; daff marks {marks}")
    assert (found, marks) == (seen, right), "this has changed"
P
