#!/usr/bin/env bash
# One would guess: a reader of JSON Lines that works out the columns from the first rows of a long evaluation run takes more in
# when later rows have more, or stops and says that they do not fit; a value that is in the file is in the table.
# What happens (DuckDB 2.0.1, polars 2.1.0; beside them pandas 3.1.1): DuckDB decides by the first 20,480 rows. Where they have
# whole numbers, the later scores are ROUNDED: 0.25 is 0 and 0.75 is 1, so the mean of a run whose judge gives halves and
# quarters late is another one. A column "error" that was null until then STAYS null for each row that broke; one that comes
# up only then does not exist. polars decides by the first 100 rows: a new column is gone in the same way, and a list that was
# empty until then ("what no source supports") holds a null in place of its text; for a fraction after whole
# numbers, or a text after nulls, it stops with an error. The number of rows is right in both, and nothing is said.
# What to do: name the columns and their types (columns=, schema=), or let it look at all rows (sample_size=-1,
# infer_schema_length=None); count in the file itself how many rows have an error, and compare.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check duckdb==2.0.1 polars==2.1.0 pandas==3.1.1
v/bin/python - <<'P'
import json
from importlib.metadata import version

import duckdb
import pandas
import polars

for name in ("duckdb", "polars", "pandas"):
    print(name, version(name))
MISSING = "no such column"


def write(rows, early, late):
    with open("run.jsonl", "w") as file:
        for row in range(rows + 1):
            file.write(json.dumps({"task": row, **(early if row < rows else late)}) + "\n")


def by_duckdb(column, **options):
    table = duckdb.read_json("run.jsonl", **options)
    return table.select(column).fetchall()[-1][0] if column in table.columns else MISSING


def by_polars(column, **options):
    table = polars.read_ndjson("run.jsonl", **options)
    return table[column].to_list()[-1] if column in table.columns else MISSING


def by_pandas(column):
    return pandas.read_json("run.jsonl", lines=True)[column].iloc[-1]


LONG, SHORT = 20_480, 100
SEEN = [
    (by_duckdb, LONG, {"score": 1}, {"score": 0.25}, "score", 0, 0.25),
    (by_duckdb, LONG, {"score": 1}, {"score": 0.75}, "score", 1, 0.75),
    (by_duckdb, LONG, {"error": None}, {"error": "judge timed out"}, "error", None, "judge timed out"),
    (by_duckdb, LONG, {}, {"error": "judge timed out"}, "error", MISSING, "judge timed out"),
    (by_duckdb, LONG - 1, {"score": 1}, {"score": 0.25}, "score", 0.25, 0.25),
    (by_polars, SHORT, {}, {"error": "judge timed out"}, "error", MISSING, "judge timed out"),
    (by_polars, SHORT, {"unsupported": []}, {"unsupported": ["ten days"]}, "unsupported", [None], ["ten days"]),
    (by_polars, SHORT - 1, {"unsupported": []}, {"unsupported": ["ten days"]}, "unsupported", ["ten days"], ["ten days"]),
]
ALL_ROWS = {by_duckdb: {"sample_size": -1}, by_polars: {"infer_schema_length": None}}
for read, rows, early, late, column, seen, right in SEEN:
    write(rows, early, late)
    found, other, whole = read(column), by_pandas(column), read(column, **ALL_ROWS[read])
    print(f"{rows:6} rows {early}, then {late}: {read.__name__[3:]} {found!r}, pandas {other!r}, over all rows {whole!r}")
    assert (found, other, whole) == (seen, right, right), "this has changed"
P
