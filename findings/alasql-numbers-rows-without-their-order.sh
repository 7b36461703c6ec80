#!/usr/bin/env bash
# One would guess: AlaSQL ("JavaScript SQL database", for arrays of objects) ranks a run's rows by the order that the query names:
# "ROW_NUMBER() OVER (PARTITION BY model ORDER BY score DESC)" is 1 for each model's best answer, as in every SQL; what it doesn't
# know it refuses, as it does with RANK and LAG; and "NOT score BETWEEN 0.4 AND 0.6" is the same as "score NOT BETWEEN 0.4 AND
# 0.6".
# What happens (alasql 4.19.1; beside it SQLite as sql.js 1.17.0): the ORDER BY in the parentheses counts for nothing. ROW_NUMBER
# numbers the rows as they lie there, so "the best answer of each model" (WHERE place = 1) is its FIRST, and it begins with 1
# again wherever another model stands in between: of rows by turns, as a run writes them, every row has a 1 and all pass the
# filter. A running SUM OVER (ORDER BY task) has the whole sum in each row. NOT before a name holds for that name alone: NOT score
# BETWEEN and NOT model IN find no row at all, whatever stands there, while NOT model = 'a' and NOT LIKE are right. QUART3 of 1,
# 2, 3, 4, 10 is 10, the largest, where a spreadsheet has 4; SUM, MIN and MAX of yes and no have no value, though AVG of them has.
# Nothing is said.
# What to do: sort the array first, or with ORDER BY in a query of its own (that holds), and take the best by MAX and a join;
# write NOT behind the name; numbers in place of yes and no; or sql.js.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund alasql@4.19.1 sql.js@1.17.0
for name in alasql sql.js; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > places.mjs <<'J'
import assert from "node:assert/strict";
import alasql from "alasql";
import initSqlJs from "sql.js";

const ROWS = [["a", 1, 0.2], ["b", 1, 0.5], ["a", 2, 0.9], ["b", 2, 0.1], ["a", 3, 0.5], ["b", 3, 0.7]];
const objects = ROWS.map(([model, task, score]) => ({ model, task, score }));
const sqlite = new (await initSqlJs()).Database();
sqlite.run("CREATE TABLE run (model, task, score)");
for (const row of ROWS) sqlite.run("INSERT INTO run VALUES (?, ?, ?)", row);

const inSqlite = (query) => (sqlite.exec(query.replace("?", "run"))[0]?.values ?? []).map((row) => row.join(" "));
const inAlasql = (query) => alasql(query, [objects]).map((row) => Object.values(row).join(" "));
const numbered = "SELECT model, score, ROW_NUMBER() OVER (PARTITION BY model ORDER BY score DESC) AS place FROM ?";
const SEEN = [
  [`SELECT model, score FROM (${numbered}) AS t WHERE place = 1`,
    ["a 0.2", "b 0.5", "a 0.9", "b 0.1", "a 0.5", "b 0.7"], ["a 0.9", "b 0.7"]],
  ["SELECT model, score, ROW_NUMBER() OVER (ORDER BY score DESC) AS place FROM ? WHERE model = 'a'",
    ["a 0.2 1", "a 0.9 2", "a 0.5 3"], ["a 0.9 1", "a 0.5 2", "a 0.2 3"]],
  ["SELECT task, SUM(task) OVER (ORDER BY task) AS sofar FROM ? WHERE model = 'a'", ["1 6", "2 6", "3 6"], ["1 1", "2 3", "3 6"]],
  ["SELECT model, score FROM ? WHERE NOT score BETWEEN 0.4 AND 0.6", [], ["a 0.2", "a 0.9", "b 0.1", "b 0.7"]],
  ["SELECT model, score FROM ? WHERE score NOT BETWEEN 0.4 AND 0.6", null, ["a 0.2", "a 0.9", "b 0.1", "b 0.7"]],
  ["SELECT score FROM ? WHERE NOT model IN ('b', 'c')", [], ["0.2", "0.5", "0.9"]],
  ["SELECT score FROM ? WHERE model NOT IN ('b', 'c')", null, ["0.2", "0.5", "0.9"]],
  ["SELECT score FROM ? WHERE NOT model = 'b'", null, ["0.2", "0.5", "0.9"]],
  ["SELECT score FROM ? WHERE model = 'a' ORDER BY score DESC", ["0.9", "0.5", "0.2"], ["0.9", "0.5", "0.2"]],
];
for (const [query, seen, right] of SEEN) {
  const found = [inAlasql(query), inSqlite(query)];
  console.log(`${query}\n  alasql: ${found[0].join(", ") || "no row"}\n  SQLite: ${found[1].join(", ")}`);
  if (query.includes("ORDER BY")) assert.deepEqual(found, [seen, right], "this has changed");
  else assert.deepEqual(found.map((rows) => [...rows].sort()), [[...(seen ?? right)].sort(), right], "this has changed");
}
assert.throws(() => inAlasql("SELECT RANK() OVER (ORDER BY score) AS place FROM ?"), /RANK is not a function/, "this has changed");
const [quarters] = alasql("SELECT QUART(n) AS q1, QUART2(n) AS q2, QUART3(n) AS q3 FROM ?", [[1, 2, 3, 4, 10].map((n) => ({ n }))]);
console.log("quarters of 1, 2, 3, 4, 10:", quarters);
assert.deepEqual({ ...quarters }, { q1: 2, q2: 3, q3: 10 }, "this has changed");
const [verdicts] = alasql("SELECT SUM(ok) AS s, MIN(ok) AS low, MAX(ok) AS high, AVG(ok) AS mean FROM ?", [[true, false].map((ok) => ({ ok }))]);
console.log("a yes and a no:", verdicts);
assert.deepEqual([verdicts.s, verdicts.low, verdicts.high, verdicts.mean], [undefined, undefined, undefined, 0.5], "this has changed");
J
node places.mjs
