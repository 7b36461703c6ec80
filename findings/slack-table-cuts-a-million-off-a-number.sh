#!/usr/bin/env bash
# One would guess: slack-table, which "generates slack markdown text which looks like table" for what a bot reports, shows a number
# that is wider than its column whole, or cut with a sign of it, or as "###", as spreadsheets do; a cell that is left out is empty.
# What happens (slack-table 0.1.2; beside it cli-table3 0.6.5): what is too wide is cut to the width without a sign, on the side where
# it can't be seen: a column aligned to the LEFT, which is what it does unless told otherwise, keeps the END. With the usual width
# of 10, "1,234,567.89" dollars are "234,567.89", "-12,500.00 $" is "2,500.00 $", a minus and a ten thousand less, and "gpt-4.1-mini"
# is "t-4.1-mini". A column aligned to the right, where numbers belong, keeps the BEGINNING: 120,000 requests in a width of 5 are
# "120,0", 12345678 tokens are 12345, a share of "99.95 %" is "99.95", and 0.000000275 dollars a token are "2.75". prefix and suffix count,
# so "$ " in front of the cost loses two more digits, and a heading is cut as well. A cell that the row does not have is "undefined",
# cut to "undef" or "fined". The line is as long as all others, so the table looks right. Its README warns of wide letters alone.
# What to do: make each column as wide as its longest cell (Math.max of the lengths with prefix and suffix) before the call, and give
# "" for what is missing; or cli-table3 in a code block, which ends what it cuts with "…".
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund slack-table@0.1.2 cli-table3@0.6.5
cat > table.cjs <<'J'
const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const Table = require("cli-table3");
const slackTable = require("slack-table").default;

const version = (name) => `${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version}`;
console.log(["slack-table", "cli-table3"].map(version).join(", "));

function cell(value, column) {
  const row = value === undefined ? {} : { cost: value };
  const text = slackTable({ title: "", columns: [{ title: "", dataIndex: "cost", ...column }], dataSource: [row] });
  return text.split("\n").at(-1).replaceAll("`", "");
}
function beside(value, { width = 10, align = "left" }) {
  const table = new Table({ colWidths: [width + 2], colAligns: [align], style: { head: [], border: [] } });
  table.push([value ?? ""]);
  return table.toString().split("\n")[1].slice(2, -2);
}
const RIGHT = { width: 5, align: "right" };
const SEEN = [
  ["1,234,567.89", {}, "234,567.89"],
  ["-12,500.00 $", {}, "2,500.00 $"],
  ["gpt-4.1-mini", {}, "t-4.1-mini"],
  ["120,000", RIGHT, "120,0"],
  [12345678, RIGHT, "12345"],
  ["99.95 %", RIGHT, "99.95"],
  [2.75e-7, { width: 4, align: "right" }, "2.75"],
  ["12,345", { width: 6, align: "right", prefix: "$ " }, "$ 12,3"],
  [undefined, { width: 5 }, "fined"],
  [undefined, RIGHT, "undef"],
  ["12,345", { width: 8, align: "right" }, "  12,345"],
  ["12,345", { width: 8 }, "12,345  "],
];
for (const [value, column, seen] of SEEN) {
  const found = cell(value, column);
  console.log(`${JSON.stringify(value) ?? "no cell"} with ${JSON.stringify(column)}: "${found}", by cli-table3 "${beside(value, column)}"`);
  assert.equal(found, seen, "this has changed");
}
assert.ok(["1,234,567.89", "gpt-4.1-mini"].every((value) => beside(value, {}).endsWith("…")), "this has changed");
console.log(slackTable({
  title: "Cost a month",
  columns: [{ title: "Model", dataIndex: "model" }, { title: "Cost", dataIndex: "cost", width: 8, align: "right" }],
  dataSource: [{ model: "gpt-4.1-mini", cost: "$ 1,234.50" }, { model: "tools", cost: "$ 940" }],
}));
J
node table.cjs
