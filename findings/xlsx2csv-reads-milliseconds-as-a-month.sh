#!/usr/bin/env bash
# One would guess: a column of latencies that a spreadsheet shows as "120 ms" holds the number 120 with the format 0 "ms", where
# what stands in quotation marks is text, as ECMA-376 has it; a tool that makes CSV of it gives 120, or 120 ms. A price of
# 0.0000005 is not 0, and thirty hours are not six.
# What happens (xlsx2csv 0.8.6; beside it python-calamine 0.9.1 on the same file): any h, m, s, d or y in a format makes a date of
# the cell. 120 ms is 0 "04s" (day 120 lies in April), 1,500 ms is 0 "02s", a latency of half a millisecond is
# 12:00, 0.85 shown as 0.85 share is 20:24, 12.5 shown in USD is 0.00 "us11", and every number of tokens is the format itself. A
# number without a format has six digits: $0.0000005 a token is 0, and 0.123456789 is 0.123457; 30 hours ([h]:mm:ss) are 06:00.
# python-calamine has each value. The file has as many rows as before and the exit code is 0; nothing is said, and columns without
# a unit are right.
# What to do: --ignore-formats date time float, which gives the numbers as they stand in the file; or python-calamine; keep the
# unit in the column's name and out of its format.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check xlsx2csv==0.8.6 python-calamine==0.9.1 openpyxl==3.1.5
cat > read.py <<'P'
import csv
import subprocess
import sys
from datetime import timedelta
from importlib.metadata import version

import openpyxl
from python_calamine import CalamineWorkbook

SEEN = [
    (120, '0 "ms"', '0 "04s"'),
    (1500, '0 "ms"', '0 "02s"'),
    (0.5, '0.0 "ms"', "12:00"),
    (0.85, '0.00 "share"', "20:24"),
    (12.5, '0.00 "USD"', '0.00 "us11"'),
    (800, '0 "tokens"', '0 "tokens"'),
    (5000, '#,##0 "requests/day"', '#,##0 "requests/08ay"'),
    (0.0000005, "General", "0"),
    (0.123456789, "General", "0.123457"),
    (timedelta(hours=30), "[h]:mm:ss", "06:00"),
    (120, "0", "120"),
    (12.5, '0.00 "EUR"', "12.50000000"),
]
book = openpyxl.Workbook()
for row, (value, form, _) in enumerate(SEEN, 1):
    book.active[f"A{row}"] = value
    book.active[f"A{row}"].number_format = form
book.save("runs.xlsx")


def convert(*options):
    run = subprocess.run([f"{sys.prefix}/bin/xlsx2csv", "runs.xlsx", *options], capture_output=True, text=True, check=True)
    assert run.stderr == "", "this has changed"
    return [row[0] for row in csv.reader(run.stdout.splitlines())]


calamine = [row[0] for row in CalamineWorkbook.from_path("runs.xlsx").get_sheet_by_index(0).to_python()]
for name in ("xlsx2csv", "python-calamine"):
    print(name, version(name))
rows = zip(SEEN, convert(), convert("--ignore-formats", "date", "time", "float"), calamine, strict=True)
for (value, form, seen), made, plain, other in rows:
    print(f"{value!s:15} as {form:21} {made:22} ignoring formats {plain:12} python-calamine {other}")
    number = value / timedelta(days=1) if isinstance(value, timedelta) else value
    assert (made, float(plain), other) == (seen, number, value), "this has changed"
P
v/bin/python read.py
