#!/usr/bin/env bash
# One would guess: partial-json, which reads a model's JSON while it is still being written, gives for JSON that is whole what
# JSON.parse gives; a space means nothing between brackets, and "[ ]" is an empty list.
# What happens (partial-json 0.1.7; beside it untruncate-json 0.0.1 and JSON.parse): an empty list with a space or a line end in
# it is taken for the place where the text broke off. All that comes behind it is gone: of a judge's verdict with "sources": [ ]
# the score and the reason, of a list of three tasks the second and third, if the first has "errors": [ ]. Printers that indent
# write it so: PostgreSQL's jsonb_pretty puts a line end there. "[]" and "{ }" are read rightly, and so is every list with
# something in it, so it comes with the first task that has nothing to list. Nothing is said: a text that is not yet whole looks
# the same. parse(text, 0), which allows no part to be missing, throws.
# What to do: JSON.parse first, and this reader only where that throws; or untruncate-json, which completes the text and leaves
# the reading to JSON.parse; count what came out against what must be there.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund partial-json@0.1.7 untruncate-json@0.0.1
for name in partial-json untruncate-json; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > read.cjs <<'J'
const assert = require("node:assert");
const { parse } = require("partial-json");
const untruncate = require("untruncate-json").default;

const PRETTY = `{
    "sources": [
    ],
    "verdict": "wrong"
}`;
const SEEN = [
  ["a verdict", '{"sources": [ ], "score": 0.2, "reason": "no source"}', '{"sources":[]}'],
  ["a verdict without the space", '{"sources": [], "score": 0.2, "reason": "no source"}', null],
  ["braces with a space", '{"usage": { }, "score": 0.2}', null],
  ["a list with something in it", '{"sources": [ "a" ], "score": 0.2}', null],
  ["jsonb_pretty's", PRETTY, '{"sources":[]}'],
  ["three tasks", '[{"task":1,"errors":[ ]},{"task":2,"errors":["late"]},{"task":3,"errors":[ ]}]', '[{"task":1,"errors":[]}]'],
];
for (const [words, text, seen] of SEEN) {
  const right = JSON.stringify(JSON.parse(text));
  const found = JSON.stringify(parse(text));
  console.log(`${words}\n  partial-json ${found}\n  JSON.parse   ${right}`);
  assert.equal(found, seen ?? right, "this has changed");
  assert.equal(JSON.stringify(JSON.parse(untruncate(text))), right, "this has changed");
  if (seen) assert.throws(() => parse(text, 0), /Expected/, "this has changed");
}
J
node read.cjs
