#!/usr/bin/env bash
# One would guess: pyexcel, which has one way to read CSV and workbooks, gives a CSV cell "1,3" as that text (the sources that an
# answer cites, or 1.3 as half of Europe writes it), and a model's version 4.10 comes out as it went in, on the way from CSV to
# XLSX as well.
# What happens (pyexcel 0.7.6 with pyexcel-io 0.6.8 and pyexcel-xlsx 0.6.1; beside it openpyxl 3.1.5): commas are taken out
# wherever only digits stand between them, not only before three: "1,3" is 13, "1,2,3" is 123, "2,5" dollars are 25, while "0,85"
# and "1,25 s" stay texts, so one column has both. 4.10 is 4.1, the same as version 4.1, the run "12e4" is 120000.0, and "007"
# stays. save_as() to XLSX writes these numbers, so nothing tells later what stood there, and prices of 2,5 and 3,75 and 1,2 add up
# to 412. The rows and the columns are all there, and nothing is said.
# What to do: auto_detect_int=False and auto_detect_float=False in every call that reads a CSV file, or Python's csv; compare one
# row of the table with the line in the file.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check pyexcel==0.7.6 pyexcel-io==0.6.8 pyexcel-xlsx==0.6.1 openpyxl==3.1.5
v/bin/python -W ignore - <<'P'
import csv
from importlib.metadata import version

import openpyxl
import pyexcel

for name in ("pyexcel", "pyexcel-io", "pyexcel-xlsx", "openpyxl"):
    print(name, version(name))
SEEN = {
    "1,3": 13,
    "1,2,3": 123,
    "2,5": 25,
    "12,50": 1250,
    "1,250": 1250,
    "0,85": "0,85",
    "1,25 s": "1,25 s",
    "4.10": 4.1,
    "4.1": 4.1,
    "12e4": 120000.0,
    "007": "007",
}
with open("run.csv", "w", newline="") as file:
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows([["cell"], *([text] for text in SEEN)])
read = [row["cell"] for row in pyexcel.get_records(file_name="run.csv")]
pyexcel.save_as(file_name="run.csv", dest_file_name="run.xlsx")
written = [row[0] for row in openpyxl.load_workbook("run.xlsx").active.iter_rows(min_row=2, values_only=True)]
off = [row["cell"] for row in pyexcel.get_records(file_name="run.csv", auto_detect_int=False, auto_detect_float=False)]
for (text, seen), cell, excel, kept in zip(SEEN.items(), read, written, off, strict=True):
    print(f"{text!r:9} is {cell!r:9} from get_records, {excel!r:9} in the workbook, {kept!r:9} without detection")
    assert (cell, type(cell)) == (seen, type(seen)) and excel == seen and kept == text, "this has changed"
prices = ["2,5", "3,75", "1,2"]
with open("prices.csv", "w", newline="") as file:
    csv.writer(file).writerows([["price"], *([price] for price in prices)])
total = sum(pyexcel.get_sheet(file_name="prices.csv", name_columns_by_row=0).column["price"])
print("prices", prices, "add up to", total)
assert total == 412, "this has changed"
P
