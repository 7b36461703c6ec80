#!/usr/bin/env bash
# One would guess: a run with a column of verdicts, written as Parquet in Python and read in Node, has the same yes and no there, or
# the reader refuses the file: the format has two versions of its pages, each says how its values are encoded, and @dsnp/parquetjs
# does refuse what it does not know ("invalid encoding: DELTA_BINARY_PACKED").
# What happens (@dsnp/parquetjs 1.8.8, since 1.9.3 was published without its code, on files of pyarrow 26.0.1; beside it hyparquet
# 1.33.0, and pyarrow itself): in pages of version 2.0 pyarrow encodes a yes or no by runs (RLE), as the format lets it, and writes
# the length of the runs before them. parquetjs takes the length for the runs: each True is false, and a run in which all was right
# has a pass rate of 0. What is null stays null, numbers and texts are right, so a count of rows and a mean of scores agree. In pages
# of version 1.0 the verdicts are right. Numbers without a sign are read with one in either version: 3,000,000,000 tokens are
# -1294967296. Nothing is said.
# What to do: read with hyparquet, or write with data_page_version="1.0"; keep a verdict as a number or a word beside the
# yes or no, and compare the passes on both sides before a file goes from one language to another.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --no-compile --disable-pip-version-check pyarrow==26.0.1
npm init -y >/dev/null; npm install --silent --no-audit --no-fund @dsnp/parquetjs@1.8.8 hyparquet@1.33.0
cat > read.mjs <<'J'
import { readFileSync } from "node:fs";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import parquetjs from "@dsnp/parquetjs";

const file = process.argv[2];
const plain = ({ task, right, score, tokens }) => ({ task, right, score, tokens: Number(tokens) });
const cursor = (await parquetjs.ParquetReader.openFile(file)).getCursor();
const rows = [];
for (let row; (row = await cursor.next()); ) rows.push(plain(row));
const others = (await parquetReadObjects({ file: await asyncBufferFromFile(file) })).map(plain);
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version;
console.log(JSON.stringify({ versions: ["@dsnp/parquetjs", "hyparquet"].map((name) => [name, version(name)]), rows, others }));
J
v/bin/python - <<'P'
import json
import subprocess

import pyarrow
import pyarrow.parquet as parquet

RIGHT = [True, True, True, False] * 5 + [None, True]
TABLE = pyarrow.table({
    "task": [f"q{n}" for n in range(len(RIGHT))],
    "right": RIGHT,
    "score": [0.5 if right is None else float(right) for right in RIGHT],
    "tokens": pyarrow.array([3_000_000_000] + [100] * (len(RIGHT) - 1), pyarrow.uint32()),
})
ALL_NO = [right and False for right in RIGHT]
print("pyarrow", pyarrow.__version__)
for pages, seen in (("1.0", RIGHT), ("2.0", ALL_NO)):
    parquet.write_table(TABLE, "run.parquet", data_page_version=pages)
    assert parquet.read_table("run.parquet").equals(TABLE)
    found = json.loads(subprocess.run(["node", "read.mjs", "run.parquet"], check=True, capture_output=True, text=True).stdout)
    if pages == "1.0":
        print(*(" ".join(pair) for pair in found["versions"]), sep="\n")
    for name in ("rows", "others"):
        right, scores = ([row[key] for row in found[name]] for key in ("right", "score"))
        reader = "parquetjs" if name == "rows" else "hyparquet"
        print(f"pages {pages}, {reader}: {right.count(True)} right of {len(right)}, scores {sum(scores)}, tokens {found[name][0]['tokens']}")
        assert scores == TABLE["score"].to_pylist(), "this has changed"
        assert right == (seen if name == "rows" else RIGHT), "this has changed"
        assert found[name][0]["tokens"] == (-1294967296 if name == "rows" else 3_000_000_000), "this has changed"
P
