#!/usr/bin/env bash
# One would guess: a workbook of a golden set, one row a task and its formulas below, has the numbers of a spreadsheet when
# formulas, "an interpreter for Excel formulas", computes it in CI: SUMPRODUCT(--(A1:A6="ok")) counts the rows that are ok,
# COUNTIF(A1:A6,"<>") those that are not empty, as Microsoft's page on COUNTIF says, and a half is rounded away from zero.
# What happens (formulas 1.3.4; beside it pycel 1.0b30 and the numbers by hand): "--", the usual way to make 1 and 0 of a yes and
# a no, leaves them as they are, and SUMPRODUCT takes them for 0: three right answers of six are 0, while "(...)*1" has 3. COUNTIF
# with "<>" counts the EMPTY cells, so the share of right answers among those given is 3 divided by 1, and "<>95" leaves empty
# cells out. 0.285 is rounded to 0.28. PERCENTRANK of a latency that comes twice is 0.5 instead of 0.333. What has a plain
# condition, COUNTIF(A1:A6,"ok"), is right. pycel is right in all of these that it knows, but its EDATE makes March 3 of a month
# after January 31, where formulas has February 28. Nothing is said.
# What to do: "*1" instead of "--", COUNTA instead of "<>"; compare each number with the value that the spreadsheet itself saved
# in the file (openpyxl with data_only=True) before it decides anything.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --no-compile --disable-pip-version-check formulas==1.3.4 pycel==1.0b30 openpyxl==3.1.5
v/bin/python -W ignore - 2>errors <<'P' || { cat errors; exit 1; }
import re
from importlib.metadata import version

import formulas
import openpyxl
from pycel import ExcelCompiler

COLUMNS = {"A": ["ok", "ok", "wrong", "ok", None, "wrong"], "B": [80, 95, 95, 1500, None, 120], "C": [0.285]}
SEEN = {
    'SUMPRODUCT(--(A1:A6="ok"))': (0, 3, 3),
    'SUMPRODUCT(--(A1:A6="ok"),B1:B6)': (0, 1675, 1675),
    'SUMPRODUCT((A1:A6="ok")*1)': (3, 3, 3),
    'COUNTIF(A1:A6,"<>")': (1, 5, 5),
    'COUNTIF(A1:A6,"ok")/COUNTIF(A1:A6,"<>")': (3, 0.6, 0.6),
    'COUNTIF(B1:B6,"<>95")': (3, 4, 4),
    'COUNTIF(A1:A6,"ok")': (3, 3, 3),
    "ROUND(C1,2)": (0.28, 0.29, 0.29),
    "PERCENTRANK(B1:B4,95)": (0.5, None, 0.333),
    "EDATE(DATE(2026,1,31),1)": (46081, 46084, 46081),
}
book = openpyxl.Workbook()
for column, values in COLUMNS.items():
    for row, value in enumerate(values, 1):
        book.active[f"{column}{row}"] = value
for row, formula in enumerate(SEEN, 1):
    book.active[f"E{row}"] = f"={formula}"
book.save("golden.xlsx")

for name in ("formulas", "pycel"):
    print(name, version(name))
computed = formulas.ExcelModel().loads("golden.xlsx").finish().calculate()
ours = {re.sub(r".*!", "", name): cell.value[0, 0] for name, cell in computed.items() if re.search(r"!E\d+$", name)}
other = ExcelCompiler(filename="golden.xlsx")
for row, (formula, (seen, seen_other, right)) in enumerate(SEEN.items(), 1):
    known = seen_other is not None
    found = [float(ours[f"E{row}"]), float(other.evaluate(f"Sheet!E{row}")) if known else None]
    print(f"{formula:42} formulas {found[0]:<8g} pycel {found[1] if known else '-':<8} by hand {right}")
    assert found == [seen, seen_other], "this has changed"
P
