#!/usr/bin/env bash
# One would guess: pylightxl ("a light weight excel read/writer") reads the texts of a workbook, whoever wrote it. ECMA-376 lets a
# text stand in its cell (t="inlineStr") or in the list that all sheets share, and a spreadsheet shows the two alike.
# What happens (pylightxl 1.61 on files of openpyxl 3.1.5, of pandas 2.3.3 through it, and of XlsxWriter 3.2.9; beside it
# python-calamine 0.9.1): openpyxl puts texts into their cells, and pylightxl has an empty text for each. A run that pandas'
# to_excel saved has its scores and no question, answer or name of a column, and where the last column holds answers, each row
# ends before it. XlsxWriter shares its texts, and they are read, but not with constant_memory, its way for long tables, which
# puts them into the cells, too. Nothing is said; numbers are right, so means and counts of rows agree.
# What to do: python-calamine or openpyxl; or pandas' to_excel with engine="xlsxwriter"; assert the names of the columns first.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --no-compile --disable-pip-version-check pylightxl==1.61 openpyxl==3.1.5 pandas==2.3.3 \
    XlsxWriter==3.2.9 python-calamine==0.9.1
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

import openpyxl
import pandas
import pylightxl
import xlsxwriter
from python_calamine import CalamineWorkbook

ROWS = [["question", "score", "answer"], ["When is support open?", 0.5, "Monday"], ["Which plan?", 1, "Team"]]
READ = [["", ""], ["", 0.5], ["", 1]]
for name in ("pylightxl", "openpyxl", "pandas", "XlsxWriter", "python-calamine"):
    print(name, version(name))


def by_openpyxl(path, rows):
    book = openpyxl.Workbook()
    book.active.title = "Sheet1"
    for row in rows:
        book.active.append(row)
    book.save(path)


def by_pandas(path, rows):
    pandas.DataFrame(rows[1:], columns=rows[0]).to_excel(path, index=False, engine="openpyxl")


def by_xlsxwriter(path, rows, **options):
    with xlsxwriter.Workbook(path, options) as book:
        sheet = book.add_worksheet("Sheet1")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)


def lean(path, rows):
    by_xlsxwriter(path, rows, constant_memory=True)


SEEN = [
    ("openpyxl", by_openpyxl, ROWS, READ),
    ("pandas", by_pandas, ROWS, READ),
    ("XlsxWriter, constant_memory", lean, ROWS, READ),
    ("XlsxWriter", by_xlsxwriter, ROWS, ROWS),
]
for words, write, rows, seen in SEEN:
    write("run.xlsx", rows)
    found = [list(row) for row in pylightxl.readxl("run.xlsx").ws("Sheet1").rows]
    other = CalamineWorkbook.from_path("run.xlsx").get_sheet_by_index(0).to_python()
    print(f"{words:28} pylightxl {found}\n{'':28} python-calamine {other}")
    assert (found, other) == (seen, rows), "this has changed"
P
