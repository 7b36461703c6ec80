#!/usr/bin/env bash
# One would guess: csvkit's csvsort and csvjson work out which columns are numbers and which are days, and leave the words in the
# others alone: a mark such as 3/5, a weekday, "5M" tokens, an hour such as 10:00.
# What happens (csvkit 2.2.0 with agate 1.14.2; beside it Python's csv): a column of marks "4/5" and "3/5" becomes 2001-04-05 and
# 2001-03-05, so sorted by their marks the tasks are in the order of days in the year 2001, and whoever reads the file has no
# mark. It is so as long as NO task has 0/5; with one, all marks stay words, and a run's files do not fit together. "1-2" goes the
# same way. Weekdays are days of the year 1 (Monday is 0001-01-08, Friday 0001-01-05), "May" and "March" 0001-05-01 and
# 0001-03-01. 10:00 is ten minutes, 0:10:00, and 5M, five million tokens, is five minutes, 0:05:00; "2 w" is 14 days. Five dollars
# and five euros, each with its sign, are both 5. The rows and the columns are all there, csvcut changes nothing, and nothing is
# said.
# What to do: -I (--no-inference) for each csvsort and csvjson whose output is kept; or write "3 of 5" and "5 million"; compare a
# row of what comes out with the line in the file.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check csvkit==2.2.0 agate==1.14.2 parsedatetime==2.6 pytimeparse==1.1.8
export PATH="$folder/v/bin:$PATH" PYTHONUTF8=1
python - <<'P'
import csv
import io
import json
import subprocess
from importlib.metadata import version

for name in ("csvkit", "agate"):
    print(name, version(name))


def tool(words, name, *options):
    file = io.StringIO()
    csv.writer(file).writerows([["task", "it"], *([f"q{place}", word] for place, word in enumerate(words, 1))])
    return subprocess.run([name, *options], input=file.getvalue(), capture_output=True, text=True, check=True).stdout


def cells(text):
    return [row["it"] for row in csv.DictReader(io.StringIO(text))]


SEEN = [
    (["4/5", "3/5", "5/5"], ["2001-04-05", "2001-03-05", "2001-05-05"]),
    (["4/5", "0/5", "5/5"], ["4/5", "0/5", "5/5"]),
    (["1-2", "2-3"], ["2001-01-02", "2001-02-03"]),
    (["Monday", "Friday"], ["0001-01-08", "0001-01-05"]),
    (["May", "March"], ["0001-05-01", "0001-03-01"]),
    (["10:00", "9:30"], ["0:10:00", "0:09:30"]),
    (["5M", "2M"], ["0:05:00", "0:02:00"]),
    (["2 w", "1 w"], ["14 days, 0:00:00", "7 days, 0:00:00"]),
    (["$5", "\u20ac5"], ["5", "5"]),
    (["3 of 5", "4 of 5"], ["3 of 5", "4 of 5"]),
]
for words, seen in SEEN:
    found = cells(tool(words, "csvsort", "-c", "task"))
    kept = cells(tool(words, "csvsort", "-c", "task", "-I"))
    plain = [row["it"] for row in json.loads(tool(words, "csvjson", "-I"))]
    as_json = [str(row["it"]).removesuffix(".0") for row in json.loads(tool(words, "csvjson"))]
    print(f"{words}: csvsort {found}, with -I {kept}")
    assert found == as_json == seen and kept == plain == words, "this has changed"
    assert cells(tool(words, "csvcut", "-c", "task,it")) == words, "this has changed"
months = cells(tool(["May", "March", "January"], "csvsort", "-c", "it"))
print("sorted by month:", months)
assert months == ["0001-01-01", "0001-03-01", "0001-05-01"], "this has changed"
P
