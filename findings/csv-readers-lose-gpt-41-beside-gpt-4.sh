#!/usr/bin/env bash
# One would guess: a CSV file of a run with a column for each model, "task,gpt-4,gpt-4.1,gpt-4.1-mini", read into objects, has as
# many scores a row as the file has; a dot in a name may be read as "inside of", as the documentation of such readers says, and
# then both names are there in one way or another.
# What happens (csvtojson 2.0.14, json-2-csv 5.6.0, and flat's unflatten 6.0.1; beside them papaparse 5.7.1): a model's version is
# taken for a place in a list, and where a model without one stands beside it, one of the two is gone. csvtojson makes [nothing,
# "0.9"] of gpt-4: its 0.5 is lost, gpt-4.1 is the list's second item, and gpt-4.1-mini is a property that a list has on the side,
# which JSON.stringify leaves out. json-2-csv and unflatten keep 0.5 and drop gpt-4.1 and gpt-4.1-mini. With gpt-4 as the last
# column its score replaces both of the others in all three. Of claude-3 and claude-3.5 one is lost likewise, and of accuracy and
# accuracy.ci. What json-2-csv writes itself it reads rightly, since it writes "gpt-4\.1"; a file from pandas or a spreadsheet has
# no such sign. The number of rows is right, each name without its neighbor comes through in some form, and nothing is said.
# What to do: papaparse; flatKeys: true for csvtojson, a delimiter that no name has for unflatten; or one row a model and task,
# with the model's name in a cell; compare the scores a row with the columns of the file.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund csvtojson@2.0.14 json-2-csv@5.6.0 flat@6.0.1 papaparse@5.7.1
for name in csvtojson json-2-csv flat papaparse; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > columns.mjs <<'J'
import assert from "node:assert/strict";
import csvtojson from "csvtojson";
import { csv2json, json2csv } from "json-2-csv";
import { unflatten } from "flat";
import papaparse from "papaparse";

const SCORES = [0.5, 0.9, 0.7];
const plain = (value) => JSON.parse(JSON.stringify(value));
const SEEN = [
  [["gpt-4", "gpt-4.1", "gpt-4.1-mini"], { "gpt-4": [null, "0.9"] }, { "gpt-4": 0.5 }],
  [["gpt-4.1", "gpt-4.1-mini", "gpt-4"], { "gpt-4": "0.7" }, { "gpt-4": 0.7 }],
  [["claude-3", "claude-3.5"], { "claude-3": [null, null, null, null, null, "0.9"] }, { "claude-3": 0.5 }],
  [["accuracy", "accuracy.ci"], { accuracy: { ci: "0.9" } }, { accuracy: 0.5 }],
];
for (const [names, first, others] of SEEN) {
  const wanted = Object.fromEntries(names.map((name, place) => [name, SCORES[place]]));
  const csv = `${names.join()}\n${Object.values(wanted).join()}\n`;
  const [read] = plain(await csvtojson().fromString(csv));
  const [flatKeys] = await csvtojson({ flatKeys: true, checkType: true }).fromString(csv);
  const [second] = plain(csv2json(csv));
  const third = plain(unflatten(wanted));
  const [beside] = papaparse.parse(csv, { header: true, dynamicTyping: true, skipEmptyLines: true }).data;
  console.log(csv.trim());
  console.log("  csvtojson ", JSON.stringify(read), "and with flatKeys", JSON.stringify(flatKeys));
  console.log("  json-2-csv", JSON.stringify(second), " unflatten", JSON.stringify(third));
  console.log("  papaparse ", JSON.stringify(beside));
  assert.deepEqual([read, second, third], [first, others, others], "this has changed");
  assert.deepEqual([flatKeys, beside, unflatten(wanted, { delimiter: "\n" })], [wanted, wanted, wanted], "this has changed");
}
const own = json2csv([{ "gpt-4": 0.5, "gpt-4.1": 0.9 }]);
console.log(`json-2-csv's own file ${JSON.stringify(own)} is read as ${JSON.stringify(csv2json(own))}`);
assert.deepEqual(csv2json(own), [{ "gpt-4": 0.5, "gpt-4.1": 0.9 }], "this has changed");
J
node columns.mjs
